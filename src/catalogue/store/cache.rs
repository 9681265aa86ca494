//! A cache of hot look-ups that forgets what was not asked for lately.

use rustc_hash::FxHashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many answers a generation holds. Two generations live at once.
const GENERATION: usize = 4096;

/// Answers by question. When the young generation is full the old one is dropped, so that memory is bounded and nothing
/// needs to be kept in order.
pub struct Cache<V> {
    generations: Mutex<Generations<V>>,
}

struct Generations<V> {
    young: FxHashMap<Box<str>, V>,
    old: FxHashMap<Box<str>, V>,
    /// How often everything was forgotten.
    forgotten: u64,
}

impl<V> Default for Cache<V> {
    fn default() -> Self {
        Self {
            generations: Mutex::new(Generations {
                young: FxHashMap::default(),
                old: FxHashMap::default(),
                forgotten: 0,
            }),
        }
    }
}

impl<V> std::fmt::Debug for Cache<V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cache")
    }
}

impl<V: Clone> Cache<V> {
    /// The answer kept for the question, else the one that `make` gives. Two threads may make the same one at once.
    pub fn get_or(&self, question: &str, make: impl FnOnce() -> V) -> V {
        let asked_at = match self.get(question) {
            Ok(value) => return value,
            Err(forgotten) => forgotten,
        };
        let value = make();
        self.put(question, value.clone(), asked_at);
        value
    }

    /// Forgets everything: what is being made at the moment is given once and not kept.
    pub fn forget(&self) {
        let mut generations = self.lock();
        let forgotten = generations.forgotten + 1;
        *generations = Generations { young: FxHashMap::default(), old: FxHashMap::default(), forgotten };
    }

    fn lock(&self) -> MutexGuard<'_, Generations<V>> {
        self.generations.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer kept, or how often everything had been forgotten when it was asked for.
    fn get(&self, question: &str) -> Result<V, u64> {
        let mut generations = self.lock();
        if let Some(value) = generations.young.get(question) {
            return Ok(value.clone());
        }
        let Some((question, value)) = generations.old.remove_entry(question) else { return Err(generations.forgotten) };
        generations.young.insert(question, value.clone());
        Ok(value)
    }

    fn put(&self, question: &str, value: V, asked_at: u64) {
        let mut generations = self.lock();
        if generations.forgotten != asked_at {
            return;
        }
        if generations.young.len() >= GENERATION {
            generations.old = std::mem::take(&mut generations.young);
        }
        generations.young.insert(question.into(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_in_use_stay_and_others_are_forgotten() {
        let cache = Cache::default();
        for i in 0..3 * GENERATION {
            cache.get_or(&i.to_string(), || i);
            assert_eq!(cache.get_or("hot", || 7), 7);
        }
        assert_eq!(cache.get("0").ok(), None);
        assert_eq!(cache.get("hot"), Ok(7));
    }

    #[test]
    fn an_answer_that_was_being_made_when_all_was_forgotten_is_not_kept() {
        let cache = Cache::default();
        let answer = cache.get_or("number", || {
            cache.forget();
            1
        });
        assert_eq!(answer, 1);
        assert_eq!(cache.get_or("number", || 2), 2);
        assert_eq!(cache.get_or("number", || 3), 2);
    }
}

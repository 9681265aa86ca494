//! A cache of hot look-ups that forgets what was not asked for lately.

use rustc_hash::FxHashMap;
use std::sync::Mutex;

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
}

impl<V> Default for Cache<V> {
    fn default() -> Self {
        Self { generations: Mutex::new(Generations { young: FxHashMap::default(), old: FxHashMap::default() }) }
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
        if let Some(value) = self.get(question) {
            return value;
        }
        let value = make();
        self.put(question, value.clone());
        value
    }

    fn get(&self, question: &str) -> Option<V> {
        let mut generations = self.generations.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(value) = generations.young.get(question) {
            return Some(value.clone());
        }
        let (question, value) = generations.old.remove_entry(question)?;
        generations.young.insert(question, value.clone());
        Some(value)
    }

    fn put(&self, question: &str, value: V) {
        let mut generations = self.generations.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
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
        assert_eq!(cache.get("0"), None);
        assert_eq!(cache.get("hot"), Some(7));
    }
}

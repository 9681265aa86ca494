//! A cache of hot look-ups that forgets what was not asked for lately.

use quick_cache::sync::{Cache as Answers, DefaultLifecycle};
use quick_cache::{Equivalent, UnitWeighter};
use rustc_hash::FxBuildHasher;
use std::hash::Hash;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many answers are kept.
const KEPT: usize = 8192;

/// Answers by question.
pub struct Cache<K, V> {
    /// By the time of the question as well, so that an answer of an earlier time is found no more.
    answers: Answers<(u64, K), V, UnitWeighter, FxBuildHasher>,
    /// How often everything was forgotten.
    time: AtomicU64,
}

/// A question in the form in which it is asked, and its time.
#[derive(Hash)]
struct Question<'q, Q: ?Sized>(u64, &'q Q);

impl<K, Q: ?Sized + Equivalent<K>> Equivalent<(u64, K)> for Question<'_, Q> {
    fn equivalent(&self, key: &(u64, K)) -> bool {
        self.0 == key.0 && self.1.equivalent(&key.1)
    }
}

impl<K: Eq + Hash, V: Clone> Default for Cache<K, V> {
    fn default() -> Self {
        let answers = Answers::with(KEPT, KEPT as u64, UnitWeighter, FxBuildHasher, DefaultLifecycle::default());
        Self { answers, time: AtomicU64::new(0) }
    }
}

impl<K, V> std::fmt::Debug for Cache<K, V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cache")
    }
}

impl<K: Eq + Hash, V: Clone> Cache<K, V> {
    /// The answer kept for the question, else the one that `make` gives. Two threads may make the same one at once.
    pub fn get_or<Q>(&self, question: &Q, make: impl FnOnce() -> V) -> V
    where
        Q: ?Sized + Hash + Equivalent<K> + ToOwned<Owned = K>,
    {
        // What is made while everything is forgotten is kept for a time that has passed: nobody finds it.
        let time = self.time.load(Ordering::Acquire);
        if let Some(answer) = self.answers.get(&Question(time, question)) {
            return answer;
        }
        let answer = make();
        self.answers.insert((time, question.to_owned()), answer.clone());
        answer
    }

    /// Forgets everything.
    pub fn forget(&self) {
        self.time.fetch_add(1, Ordering::AcqRel);
        self.answers.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_in_use_stay_and_others_are_forgotten() {
        let cache: Cache<String, usize> = Cache::default();
        for i in 0..3 * KEPT {
            cache.get_or(i.to_string().as_str(), || i);
            assert_eq!(cache.get_or("hot", || if i == 0 { 7 } else { panic!("the answer was kept") }), 7);
        }
        let mut kept = 0;
        for i in 0..KEPT {
            cache.get_or(i.to_string().as_str(), || {
                kept += 1;
                i
            });
        }
        assert!(kept > 0, "old answers are forgotten");
    }

    #[test]
    fn an_answer_that_was_being_made_when_all_was_forgotten_is_not_kept() {
        let cache: Cache<String, u32> = Cache::default();
        let answer = cache.get_or("number", || {
            cache.forget();
            1
        });
        assert_eq!(answer, 1);
        assert_eq!(cache.get_or("number", || 2), 2);
        assert_eq!(cache.get_or("number", || 3), 2);
    }
}

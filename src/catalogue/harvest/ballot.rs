//! The votes on one fact.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::hash::Hash;

/// The votes on one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Votes {
    /// Documents that give the value that was taken.
    pub given: usize,
    /// Documents that give any.
    pub all: usize,
}

impl Votes {
    /// How likely the next document says otherwise, from 0 to 1, by the rule of succession: one vote alone leaves 0.33,
    /// ten of ten 0.08, half of many 0.5.
    pub fn doubt(self) -> f64 {
        (self.all - self.given + 1) as f64 / (self.all + 2) as f64
    }
}

/// Values of one fact with the documents that give them.
#[derive(Debug, Clone)]
pub struct Ballot<T>(pub FxHashMap<T, FxHashSet<u32>>);

impl<T> Default for Ballot<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Eq + Hash + Ord + Clone> Ballot<T> {
    pub fn vote(&mut self, value: Option<T>, voter: u32) {
        if let Some(value) = value {
            self.0.entry(value).or_default().insert(voter);
        }
    }

    pub fn absorb(&mut self, other: &Self) {
        for (value, voters) in &other.0 {
            self.0.entry(value.clone()).or_default().extend(voters);
        }
    }

    /// The value with most votes, the smallest of several, so that the order of reading does not matter.
    pub fn result(&self) -> Option<(T, Votes)> {
        let (value, voters) = self.0.iter().min_by_key(|(value, voters)| (std::cmp::Reverse(voters.len()), *value))?;
        let all: FxHashSet<u32> = self.0.values().flatten().copied().collect();
        Some((value.clone(), Votes { given: voters.len(), all: all.len() }))
    }
}

/// The most frequent value, the first of several.
pub fn most<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for value in values.flatten() {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, n)) => *n += 1,
            None => counts.push((value, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(value, _)| value)
}

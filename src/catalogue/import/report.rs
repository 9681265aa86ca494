//! What an import did.

use crate::catalogue::model::{Fact, RecordError};
use crate::catalogue::store::{Error, Repaired};
use std::path::{Path, PathBuf};

/// What an import did.
#[derive(Debug, Default)]
pub struct Report {
    /// Instruments that were not known.
    pub new: u64,
    /// Known ones about which it brought something new.
    pub changed: u64,
    /// Known ones about which it brought nothing new: duplicates.
    pub unchanged: u64,
    /// Facts that differ from what was known; the new ones were taken. At most [`KEPT`] of them.
    pub contradictory: Vec<Contradiction>,
    /// How many instruments had such facts.
    pub contradictory_count: u64,
    /// Lines and relations that were left out, with place and cause; at most [`KEPT`] of them.
    pub refused: Vec<Error>,
    /// How many were left out.
    pub refused_count: u64,
    /// Files and folders that could not be read, or not to their end.
    pub unreadable: Vec<Error>,
    /// What was done about a damaged database.
    pub repaired: Option<Repaired>,
}

/// A record that says something else than what was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    pub path: PathBuf,
    /// From 1.
    pub line: usize,
    /// The instrument, as it is cited.
    pub label: String,
    pub fields: Vec<Fact>,
}

/// So many refused lines and contradictions are kept word by word: a file that is something else altogether shall not
/// fill the memory.
pub const KEPT: usize = 1000;

impl Report {
    pub(super) fn refuse(&mut self, path: &Path, line: usize, cause: RecordError) {
        self.refused_count += 1;
        if self.refused.len() < KEPT {
            self.refused.push(Error::Line { path: path.to_owned(), line, cause });
        }
    }
}

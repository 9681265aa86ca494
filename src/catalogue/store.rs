//! The store: one SQLite file of instruments, look-up by number, name and id.

use super::Instrument;
use crate::terms::NamedInstrument;
use std::path::PathBuf;
use std::sync::Arc;

/// What can go wrong with a catalogue, with place and cause.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}: {cause}", path.display())]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("{}: {cause}", path.display())]
    Sqlite { path: PathBuf, cause: rusqlite::Error },
}

/// How far the catalogue knows a series of numbers: (type and issuer, year or term).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// How many numbers of the series are known.
    pub known: u32,
    /// The highest known.
    pub highest: u32,
}

impl Coverage {
    /// Share of the numbers up to the highest that are known, in percent.
    pub fn percent(&self) -> u32 {
        if self.highest == 0 { 0 } else { self.known * 100 / self.highest }
    }
}

/// An open catalogue, or several that are asked in order. Cheap to clone, safe to share between threads.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {}

impl Catalogue {
    /// A catalogue that knows nothing.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The catalogue that comes with the program, from the cache directory, where it is made on first use; in memory
    /// where that directory cannot be written.
    pub fn builtin() -> Result<Self, Error> {
        Ok(Self::default())
    }

    /// All instruments of a canonical number, most cited first.
    pub fn by_number(&self, number: &str) -> Vec<Arc<Instrument>> {
        let _ = number;
        Vec::new()
    }

    /// All instruments that bear a name or alias (any case and tone style), latest first: "Luật Đất đai" of 2024, 2013 …
    pub fn by_name(&self, name: &str) -> Vec<Arc<Instrument>> {
        let _ = name;
        Vec::new()
    }

    pub fn by_id(&self, id: i64) -> Option<Arc<Instrument>> {
        let _ = id;
        None
    }

    /// How far the series of a number is known.
    pub fn coverage(&self, number: &crate::cite::Number) -> Coverage {
        let _ = number;
        Coverage::default()
    }

    /// The names for the recogniser's vocabulary: laws, codes, ordinances, the Constitution, nicknames.
    pub fn names(&self) -> Vec<NamedInstrument> {
        Vec::new()
    }
}

//! How much a database holds, and how far it knows the series of numbers.

use std::path::PathBuf;
use time::Date;

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
        (self.known * 100).checked_div(self.highest).unwrap_or(0)
    }
}

/// What one database holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceInfo {
    /// The file; `None` for a database in memory.
    pub path: Option<PathBuf>,
    pub instruments: u64,
    pub with_status: u64,
    pub with_articles: u64,
    pub with_summary: u64,
    pub relations: u64,
    pub provisions: u64,
    /// Type and number of instruments, most first.
    pub kinds: Vec<(String, u64)>,
    /// The latest instrument of each symbol that is known, the latest first: `NĐ-CP`, its number, the day of issue.
    pub newest: Vec<(String, String, Date)>,
    /// The newest day of which a status is known.
    pub as_of: Option<Date>,
    /// Series with known numbers and the highest, best known first.
    pub series: Vec<(String, Coverage)>,
}

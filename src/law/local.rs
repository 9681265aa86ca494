//! Agencies that every province, district or commune has: only the name is a class; with a place it is one agency.

use super::table::{self, TableError, rows};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::OnceLock;
use time::Date;

/// A kind of local agency: "Ủy ban nhân dân", "Sở Nội vụ".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalAgency {
    pub name: String,
    /// Short forms in running text.
    pub forms: Vec<String>,
    /// Codes in numbers; they never show which place is meant.
    pub codes: Vec<String>,
    /// Title of its head.
    #[serde(default)]
    pub head: Option<String>,
    /// Last day of such agencies.
    #[serde(default, with = "table::optional_day")]
    pub to: Option<Date>,
}

/// A kind of local agency: its row in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalAgencyId(u16);

impl LocalAgencyId {
    /// The row of the table of local agencies.
    pub fn row(self) -> &'static LocalAgency {
        local_agencies().get(self)
    }
}

/// The table of local agencies.
#[derive(Debug)]
pub struct LocalAgencies {
    all: Vec<LocalAgency>,
    by_code: FxHashMap<String, LocalAgencyId>,
}

/// The table of `data/law/local-bodies.jsonl`. Its first use checks it; a fault is a fault of the build and panics.
pub fn local_agencies() -> &'static LocalAgencies {
    static BODIES: OnceLock<LocalAgencies> = OnceLock::new();
    BODIES.get_or_init(|| {
        LocalAgencies::parse(include_str!("../../data/law/local-bodies.jsonl"))
            .expect("data/law/local-bodies.jsonl is well formed")
    })
}

impl LocalAgencies {
    fn parse(data: &str) -> Result<Self, TableError> {
        let mut table = Self { all: Vec::new(), by_code: FxHashMap::default() };
        for row in rows("local-bodies.jsonl", data) {
            let (at, body): (_, LocalAgency) = row?;
            let at = LocalAgencyId(at.index()?);
            for code in &body.codes {
                table.by_code.entry(code.clone()).or_insert(at);
            }
            table.all.push(body);
        }
        Ok(table)
    }

    /// All kinds of local agencies with their indices.
    pub fn iter(&self) -> impl Iterator<Item = (LocalAgencyId, &LocalAgency)> {
        (0..).map(LocalAgencyId).zip(&self.all)
    }

    /// The kind of local agency at an index of the table. Panics for an index that isn't in the table.
    pub fn get(&self, id: LocalAgencyId) -> &LocalAgency {
        &self.all[usize::from(id.0)]
    }

    /// The kind of local agency that a code in a number names.
    pub fn by_code(&self, code: &str) -> Option<&LocalAgency> {
        self.by_code.get(code).map(|&id| self.get(id))
    }

    /// All codes.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }
}

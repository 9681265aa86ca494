//! Agencies that every province, district or commune has: only the name is a class; with a place it is one agency.

use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::OnceLock;
use time::Date;

/// A kind of local agency: "Ủy ban nhân dân", "Sở Nội vụ".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalBody {
    pub name: String,
    /// Short forms in running text.
    pub forms: Vec<String>,
    /// Codes in numbers; they never show which place is meant.
    pub codes: Vec<String>,
    /// Title of its head.
    #[serde(default)]
    pub head: Option<String>,
    /// Last day of such agencies.
    #[serde(default, with = "super::agencies::optional_date")]
    pub to: Option<Date>,
}

/// The table of local agencies; they are known by their index in it.
#[derive(Debug)]
pub struct LocalBodies {
    all: Vec<LocalBody>,
    by_code: FxHashMap<String, usize>,
}

/// The table of `data/law/local-bodies.jsonl`. Its first use checks it; a fault is a fault of the build and panics.
pub fn local_bodies() -> &'static LocalBodies {
    static BODIES: OnceLock<LocalBodies> = OnceLock::new();
    BODIES.get_or_init(|| {
        LocalBodies::parse(include_str!("../../data/law/local-bodies.jsonl"))
            .expect("data/law/local-bodies.jsonl is well formed")
    })
}

impl LocalBodies {
    fn parse(data: &str) -> Result<Self, String> {
        let mut table = Self { all: Vec::new(), by_code: FxHashMap::default() };
        for (n, line) in data.lines().enumerate() {
            let body: LocalBody =
                serde_json::from_str(line).map_err(|e| format!("local-bodies.jsonl:{}: {e}", n + 1))?;
            for code in &body.codes {
                table.by_code.entry(code.clone()).or_insert(table.all.len());
            }
            table.all.push(body);
        }
        Ok(table)
    }

    /// All kinds of local agencies with their indices.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &LocalBody)> {
        self.all.iter().enumerate()
    }

    /// The kind of local agency at an index of the table. Panics for an index that isn't in the table.
    pub fn get(&self, index: usize) -> &LocalBody {
        &self.all[index]
    }

    /// The kind of local agency that a code in a number names.
    pub fn by_code(&self, code: &str) -> Option<&LocalBody> {
        self.by_code.get(code).map(|&i| &self.all[i])
    }

    /// All codes.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }
}

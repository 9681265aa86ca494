//! How often documents name each agency and office: what completion puts first.

use super::table::rows;
use serde::Deserialize;
use std::sync::LazyLock;

/// An agency or office by its full name, as the recogniser gives it: "Bộ trưởng Bộ Y tế".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedAgency {
    pub name: String,
    /// How many documents of the collection name it.
    pub documents: u32,
}

/// The table of `data/law/agency-usage.jsonl`, most often named first. Its first use checks it; a fault is a fault of the build and
/// panics.
pub fn agency_usage() -> &'static [NamedAgency] {
    static USAGE: LazyLock<Vec<NamedAgency>> = LazyLock::new(|| {
        let read = rows("agency-usage.jsonl", include_str!("../../data/law/agency-usage.jsonl"));
        let all: Result<_, _> = read.map(|row| row.map(|(_, named)| named)).collect();
        all.expect("data/law/agency-usage.jsonl is well formed")
    });
    &USAGE
}

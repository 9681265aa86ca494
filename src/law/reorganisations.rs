//! Reorganisations of places: which instrument ended the units of which day.

use super::table::{self, rows};
use serde::Deserialize;
use std::sync::OnceLock;
use time::Date;

/// A reorganisation, known by the last day of the old places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reorganisation {
    #[serde(with = "table::day")]
    last: Date,
    /// Number of the instrument that decided it.
    decision: String,
}

/// The number of the instrument that ended places on a day, their last one, where it is known.
pub fn decision_on_places(last: Date) -> Option<&'static str> {
    reorganisations().iter().find(|r| r.last == last).map(|r| r.decision.as_str())
}

/// The table of `data/law/reorganisations.jsonl`; a fault is a fault of the build and panics on first use.
fn reorganisations() -> &'static [Reorganisation] {
    static TABLE: OnceLock<Vec<Reorganisation>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = rows("reorganisations.jsonl", include_str!("../../data/law/reorganisations.jsonl"));
        rows.map(|row| row.map(|(_, reorganisation)| reorganisation))
            .collect::<Result<_, _>>()
            .expect("data/law/reorganisations.jsonl is well formed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn the_provinces_of_2025_were_ended_by_the_assembly() {
        assert_eq!(decision_on_places(date!(2025 - 06 - 30)), Some("202/2025/QH15"));
        assert_eq!(decision_on_places(date!(2025 - 06 - 29)), None);
    }
}

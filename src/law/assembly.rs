//! The terms (*khóa*) of the National Assembly with numbers of the form `QH10`; years of an election belong to two.

use super::table::rows;
use serde::Deserialize;
use std::sync::OnceLock;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    term: u8,
    /// First and last year.
    from: u16,
    to: u16,
}

/// The terms that a year belongs to, later ones first.
pub fn assembly_terms(year: u16) -> Vec<u8> {
    terms().iter().rev().filter(|t| (t.from..=t.to).contains(&year)).map(|t| t.term).collect()
}

/// The table of `data/law/assembly-terms.jsonl`; a fault is a fault of the build and panics on first use.
fn terms() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| {
        let rows = rows("assembly-terms.jsonl", include_str!("../../data/law/assembly-terms.jsonl"));
        rows.map(|row| row.map(|(_, term)| term))
            .collect::<Result<_, _>>()
            .expect("data/law/assembly-terms.jsonl is well formed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_an_election_belongs_to_two_terms() {
        assert_eq!(assembly_terms(2019), [14]);
        assert_eq!(assembly_terms(1997), [10, 9]);
        assert_eq!(assembly_terms(2021), [15, 14]);
        assert!(assembly_terms(1990).is_empty());
    }
}

//! The rules: one file a family or a rule, with the page of each rule beside it (`<family>/<code>.md`, see `README.md`).
//!
//! [`malformed`]: how numbers are written; [`dates`] and [`provision`]: how these are; [`mismatch`]: the text against the number
//! and the catalogue; [`unknown`]; [`validity`]; [`agency`]; [`structure`]: provisions of the cited act; [`draft`]: the draft
//! against itself; [`basis`]: the lines of the legal basis; [`style`]: how citations are made.
//!
//! No rule imports a rule: what several ask stands in [`super::evidence`].

pub(super) mod agency;
pub(super) mod basis;
pub(super) mod dates;
pub(super) mod draft;
pub(super) mod malformed;
pub(super) mod mismatch;
pub(super) mod provision;
pub(super) mod structure;
pub(super) mod style;
pub(super) mod unknown;
pub(super) mod validity;

use super::registry::Rule;
use crate::rulebook::Code;

/// The rules of all families. A rule of the engine itself, [`Code::UnusedSuppression`], is none of them.
pub const FAMILIES: [&[Rule]; 11] = [
    malformed::RULES,
    dates::RULES,
    mismatch::RULES,
    unknown::RULES,
    validity::RULES,
    agency::RULES,
    structure::RULES,
    provision::RULES,
    draft::RULES,
    basis::RULES,
    style::RULES,
];

/// All rules.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.into_iter().flatten()
}

/// The rule of a code that the engine calls a function for.
pub fn find(code: Code) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

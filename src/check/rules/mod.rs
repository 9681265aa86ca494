//! The rules: one file a family or a rule, with the page of each rule next to it (`<family>/<code>.md`, see
//! `README.md`).
//!
//! [`malformed`], [`dates`] and [`provision`]: how numbers, dates and provisions are written; [`mismatch`]: the text
//! compared with the number and the catalogue; [`unknown`]; [`validity`]; [`agency`]; [`structure`]: provisions of the
//! cited act; [`draft`]: consistency of the draft; [`basis`]: the lines of the legal basis; [`style`]: how citations
//! are made.
//!
//! No rule imports a rule: what several need is in [`super::evidence`].

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

/// The rules of all families. The rule of the engine itself, [`Code::UnusedSuppression`], isn't one of them.
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

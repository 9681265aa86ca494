//! Which citations must follow the rules of style.

use crate::check::checker::{Checker, NumberCitation};
use crate::cite::Family;

/// Whether the number is that of a law or ordinance, for which other rules hold.
pub fn is_law(n: &NumberCitation<'_>) -> bool {
    matches!(n.number().family, Family::Assembly | Family::StandingCommittee)
}

/// Whether a citation must be complete where it comes first: one in the prose of a draft of the State, not of its own number.
pub fn is_judged(cx: &Checker<'_>, n: &NumberCitation<'_>) -> bool {
    cx.draft.is_of_state()
        && n.is_own_prose()
        && !n.node.header
        && !n.node.amending
        && !n.is_old()
        && cx.draft.header.number.as_ref() != Some(n.number())
}

//! Which citations of a block are complete.

use crate::check::checker::Checker;
use crate::check::evidence::citation::{is_judged, is_law};
use crate::check::evidence::sentence::is_basis;
use crate::text::Span;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// A citation with issuer and title. Offsets are bytes of the block.
#[derive(Debug, Clone, PartialEq)]
pub struct FullCitation {
    /// The hash of the number as it is written.
    pub number: u64,
    pub canonical: Box<str>,
    /// What follows its number: date, issuer and title. `None` for a legal basis, which is complete whatever is before it.
    pub tail: Option<Span>,
}

/// The complete citations of a block, without those of laws, for which other rules hold.
pub fn full(cx: &Checker<'_>) -> Vec<FullCitation> {
    let mut found = Vec::new();
    for n in cx.numbers.iter().filter(|n| is_judged(cx, n) && !is_law(n)) {
        let attributes = &n.node.attributes;
        let (Some(_), Some(title)) = (&attributes.issuer, attributes.title) else { continue };
        let mut hasher = FxHasher::default();
        n.number().hash(&mut hasher);
        found.push(FullCitation {
            number: hasher.finish(),
            canonical: n.number().canonical().into(),
            tail: (!is_basis(n)).then(|| Span::new(n.span().end, title.end)),
        });
    }
    found
}

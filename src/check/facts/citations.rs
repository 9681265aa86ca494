//! Which citations of a block are complete.

use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::citation::{is_judged, is_law};
use crate::check::evidence::sentence::{is_basis, sentence_start};
use crate::text::{Span, fold};
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
    /// The tail in the form in which tails are compared; of a basis as well.
    pub said: Box<str>,
}

/// The complete citations of a block, without those of laws, for which other rules hold.
pub fn full(cx: &Checker<'_>) -> Vec<FullCitation> {
    let mut found = Vec::new();
    for n in cx.numbers.iter().filter(|n| is_judged(cx, n) && !is_law(n)) {
        let attributes = &n.node.attributes;
        let (Some(_), Some(title)) = (&attributes.issuer, attributes.title) else { continue };
        let mut hasher = FxHasher::default();
        n.number().hash(&mut hasher);
        let tail = Span::new(n.span().end, title.end);
        found.push(FullCitation {
            number: hasher.finish(),
            canonical: n.number().canonical().into(),
            tail: (!is_basis(n) && !is_in_a_title(cx, n)).then_some(tail),
            said: fold::words(tail.of(n.block)).into(),
        });
    }
    found
}

/// Whether the citation belongs to the title of the draft, which the enacting sentence and the articles repeat as it is, or
/// to that of a plan: "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số …", "Kế hoạch thực hiện
/// Nghị quyết số …".
fn is_in_a_title(cx: &Checker<'_>, n: &NumberCitation<'_>) -> bool {
    const NAMED: [&str; 9] =
        ["Kế hoạch", "Chương trình", "Đề án", "Quy chế", "Quy định", "Phương án", "Chiến lược", "Hướng dẫn", "Báo cáo"];
    let before = n.before();
    let sentence = &before[sentence_start(before, before.len())..];
    let own = cx.draft.header.kind.is_some_and(|kind| sentence.contains(kind));
    let is_enacting = cx.place.before_articles && sentence.contains("ban hành") && own;
    let is_plan = NAMED.iter().any(|kind| {
        sentence.rfind(kind).is_some_and(|at| {
            let following = sentence[at + kind.len()..].trim_start();
            ["thực hiện", "triển khai", "hành động", "tổng kết", "sơ kết", "về ", "của "]
                .iter()
                .any(|w| following.starts_with(w))
                && !following.contains(['.', ';', ':'])
        })
    });
    is_enacting || is_plan
}

//! When the draft itself takes effect.

use crate::check::Code;
use crate::check::draft::Draft;
use crate::check::draft_checker::DraftChecker;
use crate::check::facts::effect::{Effect, has_least_time, signed};
use crate::check::finding::Findings;

/// A normative draft that takes effect less than 45 days (local: 10 days) after its date. Not reported where the text
/// mentions the shortened procedure. A day before the signing is mostly last year's.
///
/// Source: Luật 64/2025/QH15 Điều 53 and 55, in force from 1 April 2025.
pub fn effective_too_early(cx: &DraftChecker<'_>, out: &mut Findings) {
    let Some((signed, kind)) = signed(cx.draft) else { return };
    let effects = || cx.facts().filter_map(|(base, facts)| Some((base, facts.effect.as_ref()?)));
    if effects().any(|(_, effect)| effect.shortened) {
        return;
    }
    let clause = |(base, effect): (usize, &Effect)| effect.from.map(|(span, from)| (span.shifted(base), from));
    let Some((span, from)) = effects().find_map(clause) else { return };
    let least = if is_local(cx.draft) { 10 } else { 45 };
    let days = (from - signed).whole_days();
    // What was issued has retroactive effect on purpose; an act of a province or commune may have none (Điều 55).
    let is_before = days < 0 && (cx.draft.header.number.is_none() || is_local(cx.draft));
    let is_early = (0..least).contains(&days) && has_least_time(cx.draft);
    if !is_before && !is_early {
        return;
    }
    let (from, signed) = (cx.messages.date(from), cx.messages.date(signed));
    let least = least.to_string();
    let values = [("own", kind), ("from", from.as_str()), ("signed", &signed), ("days", &least)];
    let variant = if is_before { "before" } else { "" };
    out.push(cx.variant(Code::EffectiveTooEarly, variant, span, &values));
}

/// Whether the draft is one of a people's council or committee.
fn is_local(draft: &Draft) -> bool {
    let issuer = draft.header.issuer.as_deref();
    issuer.is_some_and(|issuer| issuer.contains("nhân dân") && !issuer.contains("tối cao"))
}

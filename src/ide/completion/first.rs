//! The first citation of an act in a draft that has a form for it: with day, issuer and title (Nghị định 30/2020/NĐ-CP, Phụ lục I;
//! Nghị định 78/2025/NĐ-CP). It is offered below the short one, while the draft does not cite the act yet.

use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter, snippet_text};
use crate::catalogue::Instrument;
use crate::document::Regime;
use crate::ide::citation::full;

/// The whole citation of the act of a candidate. `None` where the draft has no form, cites the act already, or nothing is known to
/// be added.
pub fn citation(cx: &CompletionContext<'_>, candidate: &Candidate) -> Option<Completion> {
    let regime = cx.settings.regime.unwrap_or_else(|| cx.document.header().regime());
    let is_short = matches!(candidate.item.kind, CompletionKind::Name | CompletionKind::Number);
    if !is_short
        || candidate.standing.own
        || cx.typed.basis
        || !matches!(regime, Regime::Normative | Regime::Administrative)
    {
        return None;
    }
    let act = cx.catalogue.listed(candidate.item.instrument?)?;
    let whole = full(&act)?;
    let short = &candidate.item.edit.text;
    let whole = match candidate.item.kind {
        // Only the number is replaced.
        CompletionKind::Number => whole.split_once(" số ").map(|(_, rest)| rest.to_owned())?,
        _ => whole,
    };
    if whole.len() <= short.len() {
        return None;
    }
    let snippet = act.issued.is_none().then(|| with_day(&whole, &act)).flatten();
    Some(Completion {
        label: format!("{} …", candidate.item.label),
        detail: whole.strip_prefix(short.as_str()).unwrap_or(&whole).trim().to_owned(),
        description: cx.localizer.text("ide-first-citation", &[]),
        filter: filter(&cx.typed_in(candidate.item.edit.span), &[&candidate.item.label, &whole]),
        edit: edit(candidate.item.edit.span, whole),
        snippet,
        ..candidate.item.clone()
    })
}

/// The citation with places for the day that the catalogue does not know.
fn with_day(whole: &str, act: &Instrument) -> Option<String> {
    let number = act.number.as_deref()?;
    let (before, after) = whole.split_once(number)?;
    let year = act.year?;
    Some(format!("{}{number} ngày ${{1:…}} tháng ${{2:…}} năm {year}{}$0", snippet_text(before), snippet_text(after)))
}

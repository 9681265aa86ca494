//! The first citation of an act in a draft that has a form for it: with day, issuer and title (Nghị định 30/2020/NĐ-CP, Phụ lục I;
//! Nghị định 78/2025/NĐ-CP). It is offered below the short one, while the draft does not cite the act yet.

use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter, snippet_text};
use crate::catalogue::{Instrument, RelationKind};
use crate::document::Regime;
use crate::ide::citation::full;

/// So many amending acts are written; a law that more have amended is cited by its consolidation.
const AMENDING: usize = 12;

/// The longer form of a candidate: in the legal basis with the acts that amend it, in other places the first citation.
pub fn longer(cx: &CompletionContext<'_>, candidate: &Candidate) -> Option<Completion> {
    if cx.typed.basis { with_amendments(cx, candidate) } else { citation(cx, candidate) }
}

/// "Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15;" with what amended it by the day of the draft.
fn with_amendments(cx: &CompletionContext<'_>, candidate: &Candidate) -> Option<Completion> {
    if candidate.item.kind != CompletionKind::Name || candidate.item.deprecated {
        return None;
    }
    let act = cx.catalogue.by_id(candidate.item.instrument?)?;
    let mut amending: Vec<(time::Date, String)> = Vec::new();
    for relation in act.related(RelationKind::AmendedBy) {
        let by = cx.catalogue.by_number(&relation.target);
        let [only] = by.as_slice() else { continue };
        let Some(since) = relation.date.or(only.effective).or(only.issued) else { continue };
        let Some(number) = only.number.as_ref().filter(|_| since <= cx.day && !cx.draft.is_before(only)) else {
            continue;
        };
        amending.push((since, format!("{} số {number}", only.kind)));
    }
    amending.sort();
    amending.dedup_by(|a, b| a.1 == b.1);
    if amending.is_empty() || amending.len() > AMENDING {
        return None;
    }
    let names: Vec<String> = amending.into_iter().map(|(_, name)| name).collect();
    let list = match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} và {last}", rest.join(", ")),
        _ => names.concat(),
    };
    let short = &candidate.item.edit.text;
    let (body, end) = short.strip_suffix(';').map_or((short.as_str(), ""), |body| (body, ";"));
    let whole = format!("{body} được sửa đổi, bổ sung bởi {list}{end}");
    Some(Completion {
        label: format!("{} …", candidate.item.label),
        detail: format!("được sửa đổi, bổ sung bởi {list}"),
        description: cx.localizer.text("ide-with-amendments", &[]),
        filter: filter(&cx.typed_in(candidate.item.edit.span), &[&candidate.item.label, &whole]),
        edit: edit(candidate.item.edit.span, whole),
        snippet: None,
        ..candidate.item.clone()
    })
}

/// The whole citation of the act of a candidate. `None` where the draft has no form, cites the act already, or nothing is known to
/// be added.
fn citation(cx: &CompletionContext<'_>, candidate: &Candidate) -> Option<Completion> {
    let regime = cx.settings.regime.unwrap_or_else(|| cx.document.header().regime());
    let is_short = matches!(candidate.item.kind, CompletionKind::Name | CompletionKind::Number);
    if !is_short || candidate.standing.own || !matches!(regime, Regime::Normative | Regime::Administrative) {
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

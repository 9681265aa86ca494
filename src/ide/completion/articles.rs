//! The articles of an act with their headings, behind "Điều": of the act that is cited after the cursor ("Điều | Luật Đất đai") or
//! before it ("Luật Đất đai (Điều |"), else of the draft itself.

use super::score::{Fit, Standing};
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter};
use crate::catalogue::{Instrument, outlines};
use crate::cite::{Level, MentionKind};
use crate::document::PlacedMention;
use crate::ide::hover::{HoverContext, Meant};
use crate::text::{Span, fold};
use std::sync::Arc;

/// So far after the cursor the act is, in bytes.
const REACH: usize = 24;

/// The articles whose labels begin with the digits after "Điều".
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let typed = cx.typed;
    let Some((at, label)) = begun(cx) else { return };
    // A heading of the draft begins its line.
    if typed.words[at].span.start == typed.floor {
        return;
    }
    let Some(span) = typed.span(at, false) else { return };
    let text = if typed.words[at].text.starts_with('đ') { "điều" } else { "Điều" };
    let mut add = |number: &str, heading: &str, description: &str, act: Option<&Instrument>| {
        if !number.starts_with(label) {
            return;
        }
        let written = format!("{text} {number}");
        let item = Completion {
            filter: filter(&cx.typed_in(span), &[number, heading]),
            label: written.clone(),
            detail: heading.to_owned(),
            description: description.to_owned(),
            kind: CompletionKind::Provision,
            edit: edit(span, written),
            snippet: None,
            deprecated: false,
            instrument: act.map(|act| act.id),
        };
        found.push(Candidate { item, standing: Standing::of_fit(Fit::Beginning) });
    };
    if let Some(act) = act_around(cx, at) {
        let units = outlines::units(&act);
        let articles = units.iter().filter(|unit| unit.path.level() == Some(Level::Article));
        for unit in articles {
            let number = unit.path.as_str().strip_prefix("Điều ").filter(|number| !number.contains(' '));
            if let Some(number) = number {
                add(number, unit.heading.as_deref().unwrap_or_default(), &act.label(), Some(&act));
            }
        }
        return;
    }
    let own = cx.localizer.text("ide-this-draft", &[]);
    for unit in cx.document.outline().articles() {
        add(&unit.label, &fold::tidy(&cx.document.slice(unit.heading)), &own, None);
    }
}

/// Index of the word "Điều" at the cursor, and the digits after it.
fn begun<'t>(cx: &'t CompletionContext<'_>) -> Option<(usize, &'t str)> {
    let words = &cx.typed.words;
    let last = words.len().checked_sub(1)?;
    let is_word = |at: usize| matches!(words[at].text.as_str(), "Điều" | "điều" | "dieu" | "Dieu");
    if cx.typed.spaced {
        return is_word(last).then_some((last, ""));
    }
    let label = words[last].text.as_str();
    let is_label = label.len() <= 4 && label.bytes().all(|b| b.is_ascii_digit());
    (is_label && last > 0 && is_word(last - 1)).then(|| (last - 1, label))
}

/// The act that the article would be of: cited right after the cursor, else the last one of the clause before it.
fn act_around(cx: &CompletionContext<'_>, at: usize) -> Option<Arc<Instrument>> {
    let cursor = cx.typed.cursor;
    let context = HoverContext::of(cx.document, cx.catalogue, cx.settings);
    let is_act =
        |placed: &PlacedMention<'_>| matches!(placed.mention.kind, MentionKind::Number(_) | MentionKind::Name(_));
    let start = |placed: &PlacedMention<'_>| {
        let word = placed.mention.number().and_then(|n| n.type_word.as_ref()).filter(|t| t.own).map(|t| t.span);
        word.map_or(placed.span().start, |word| placed.in_document(word).start)
    };
    let leads_to = |placed: &PlacedMention<'_>| {
        let start = start(placed);
        start >= cursor && start - cursor <= REACH && {
            let between = cx.document.slice(Span::new(cursor, start));
            matches!(fold::search(&between).as_str(), "" | "cua")
        }
    };
    let word = cx.typed.words[at].span.start;
    let before = |placed: &PlacedMention<'_>| {
        let end = placed.span().end;
        end <= word
            && placed.span().start >= cx.typed.floor
            && !cx.document.slice(Span::new(end, word)).contains(['.', ';'])
    };
    let near = || cx.document.near(cursor).filter(|placed| is_act(placed));
    let placed = near().find(leads_to).or_else(|| near().filter(before).last())?;
    match context.meant(&placed) {
        Meant::Known(act) => Some(act),
        Meant::Several { .. } | Meant::Missing(_) => None,
    }
}

//! Numbers: `169/` → `169/TB-VPCP`, `Quyết định số 06` → the decisions of that serial with year and title.

use super::score::{Fit, Standing};
use super::typed::{Style, TypeWord, Typed};
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter, form, name, provision, serial_of};
use crate::catalogue::Instrument;
use crate::document::PlacedMention;
use crate::law::{TypeId, types};
use crate::text::{Span, fold};
use std::sync::Arc;

/// Whether the token at the cursor begins like a number.
pub fn is_being_typed(typed: &Typed) -> bool {
    !typed.spaced && typed.words.last().is_some_and(|w| w.text.starts_with(|c: char| c.is_ascii_digit()))
}

/// Numbers that begin with the text before the cursor.
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let typed = cx.typed;
    let at = typed.words.len() - 1;
    let prefix = typed.words[at].text.as_str();
    let well_formed = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '&') || fold::is_dash_lookalike(c);
    if !prefix.chars().all(well_formed) || serial_of(prefix).len() > 6 {
        return;
    }
    let before = at.checked_sub(1).map(|i| typed.words[i].folded.as_str());
    if matches!(before, Some("ngay" | "thang" | "nam")) {
        return;
    }
    let kind = typed.type_before(at);
    if kind.is_none() && of_law_before(cx, at, prefix, found) {
        return;
    }
    // A bare number may be anything, so only after a type word, or with the slash or dash of a symbol.
    if kind.is_none() && !has_symbol(prefix) {
        return;
    }
    let Some(span) = typed.span(at, true) else { return };
    let kinds = kind.map(|k| sharing_its_code(k.kind.name.as_str()));
    let shape = Shape::of(cx, at, kind, span);
    from_document(cx, &shape, kinds.as_deref(), prefix, found);
    for instrument in beginning_with(cx, prefix, kinds.as_deref()) {
        shape.push(cx, &instrument, prefix, found);
    }
    if let Shape::Number(span) = shape {
        form::complete(cx, kind.map(|k| k.kind), prefix, span, found);
    }
}

/// The number of a law that the line names right before it: "Luật Thương mại số 3" can only become 36/2005/QH11. Whether there is one.
fn of_law_before(cx: &CompletionContext<'_>, at: usize, prefix: &str, found: &mut Vec<Candidate>) -> bool {
    let words = &cx.typed.words;
    let Some(so) = at.checked_sub(1).map(|before| &words[before]).filter(|word| word.folded == "so") else {
        return false;
    };
    let is_before = |placed: &PlacedMention<'_>| {
        let end = placed.span().end;
        end <= so.span.start && cx.document.slice(Span::new(end, so.span.start)).trim().is_empty()
    };
    let mut near = cx.document.near(cx.typed.cursor).filter(is_before);
    let Some(name) = near.find_map(|placed| placed.mention.name().map(|name| name.canonical.clone())) else {
        return false;
    };
    let Some(span) = cx.typed.span(at, true) else { return false };
    let before = found.len();
    for law in cx.catalogue.by_name(&name) {
        let fits = law.number.as_deref().is_some_and(|number| fold_number(number).starts_with(&fold_number(prefix)));
        if fits {
            Shape::Number(span).push(cx, &law, prefix, found);
        }
    }
    found.len() > before
}

/// The numbers of a law whose name and "số" are right before the cursor: "Luật Thú y số |".
pub fn of_named_law(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let typed = cx.typed;
    if !typed.spaced || typed.words.last().is_none_or(|word| word.folded != "so") {
        return;
    }
    let is_named = |law: &&Arc<Instrument>| law.number.as_ref().is_some_and(|n| cx.draft.beside_name.contains(n));
    for law in cx.draft.acts.iter().filter(is_named) {
        Shape::Number(Span::new(typed.cursor, typed.cursor)).push(cx, law, "", found);
    }
}

/// The instruments whose numbers begin with what was typed.
pub fn beginning_with(cx: &CompletionContext<'_>, prefix: &str, kinds: Option<&[&str]>) -> Vec<Arc<Instrument>> {
    let mut found = Vec::new();
    let mut add = |kind| found.extend(cx.catalogue.numbers_listed(prefix, kind, cx.breadth()));
    match kinds {
        None => add(None),
        Some(kinds) => kinds.iter().for_each(|kind| add(TypeId::of_name(kind))),
    }
    found.into_iter().map(|h| h.instrument).collect()
}

/// `169/`, `57-NQ`: a symbol has been begun.
fn has_symbol(prefix: &str) -> bool {
    let rest = &prefix[serial_of(prefix).len()..];
    rest.contains('/') || (rest.starts_with('-') && rest[1..].starts_with(char::is_alphabetic))
}

/// The types that share a code with one: a code is cited after "Luật" too, a "Thông báo kết luận" is a Thông báo.
pub fn sharing_its_code(kind: &str) -> Vec<&'static str> {
    let Some(kind) = types().by_name(kind) else { return Vec::new() };
    let mut out = vec![kind.name.as_str()];
    if let Some(code) = kind.codes.first() {
        let others = types().iter().filter(|t| t.name != kind.name && t.codes.first() == Some(code));
        out.extend(others.map(|t| t.name.as_str()));
    }
    out
}

/// What is replaced, and how the number is written there.
enum Shape {
    /// Only the number: the type word before it is correct, or there is none.
    Number(Span),
    /// The type word without marks or abbreviated, and the number: `nd 30`, `NĐ 30` → `Nghị định số 30/2020/NĐ-CP`.
    WithType(Span),
    /// The provisions too: `dieu 5 nd 30`.
    WithProvision(Span, provision::Run),
}

impl Shape {
    fn of(cx: &CompletionContext<'_>, at: usize, kind: Option<TypeWord>, number: Span) -> Self {
        let right_before = |k: &TypeWord| k.until == at || (k.until + 1 == at && cx.typed.words[at - 1].folded == "so");
        let is_informal = |k: &TypeWord| k.style != Style::Proper || k.abbreviated;
        let Some(kind) = kind.filter(|k| is_informal(k) && right_before(k)) else {
            return Self::Number(number);
        };
        if let Some(run) = provision::run_before(cx, kind.from)
            && let Some(span) = cx.typed.span(run.from, true)
        {
            return Self::WithProvision(span, run);
        }
        match cx.typed.span(kind.from, true) {
            Some(span) if kind.style == Style::Unmarked || kind.abbreviated => Self::WithType(span),
            _ => Self::Number(number),
        }
    }

    fn push(&self, cx: &CompletionContext<'_>, instrument: &Arc<Instrument>, prefix: &str, found: &mut Vec<Candidate>) {
        let Some(number) = instrument.number.as_deref() else { return };
        let Some(standing) = cx.standing(instrument, fit(number, prefix)) else { return };
        let (force, deprecated) = cx.force(instrument);
        let title = instrument.title.clone().unwrap_or_default();
        match self {
            Self::Number(span) => {
                let year = instrument.year.map(|y| y.to_string()).unwrap_or_default();
                let description = if deprecated { join(&year, &force) } else { year };
                let item = item(cx, *span, number, number.to_owned(), title, description);
                let item = Completion { deprecated, instrument: Some(instrument.id), ..item };
                found.push(Candidate { item, standing });
            }
            Self::WithType(span) => found.push(name::candidate(cx, instrument, *span, standing)),
            Self::WithProvision(span, run) => found.extend(run.candidate(cx, instrument, *span, standing)),
        }
    }
}

/// "30" means 30/… first, and only then 301/….
fn fit(number: &str, typed: &str) -> Fit {
    let serial = |text: &'_ str| serial_of(text).trim_start_matches('0').len();
    // One figure without its nought ("5" for 05/…) is as often the beginning of 51/…
    let is_figure = matches!(typed.as_bytes(), [b'1'..=b'9']);
    if is_figure && serial(number) <= 2 {
        Fit::Whole
    } else if serial(number) != serial(typed) {
        Fit::Beginning
    } else if !fold_number(number).starts_with(&fold_number(typed)) {
        // "30/NĐ": the year was left out, unless the number has none.
        Fit::Slip
    } else {
        Fit::Whole
    }
}

/// Numbers that the document cites elsewhere and the catalogue does not know.
fn from_document(
    cx: &CompletionContext<'_>,
    shape: &Shape,
    kinds: Option<&[&str]>,
    prefix: &str,
    found: &mut Vec<Candidate>,
) {
    let Shape::Number(span) = shape else { return };
    let wanted = fold_number(prefix);
    for unknown in &cx.draft.unknown {
        let written = unknown.number.canonical();
        let of_kind = kinds.is_none_or(|kinds| unknown.kind.is_some_and(|kind| kinds.contains(&kind)));
        if of_kind && fold_number(&written).starts_with(&wanted) {
            let note = cx.localizer.text("ide-cited-here", &[]);
            let item = item(cx, *span, &written, written.clone(), unknown.title.clone(), note);
            let standing = Standing { own: true, year: unknown.number.year, ..Standing::of_fit(fit(&written, prefix)) };
            found.push(Candidate { item, standing });
        }
    }
}

/// A number as it may be typed: no leading zeros, no stroke on Đ, small letters.
pub fn fold_number(number: &str) -> String {
    fold::search(number.trim_start_matches('0'))
}

/// The completion of a number alone.
pub fn item(
    cx: &CompletionContext<'_>,
    span: Span,
    number: &str,
    written: String,
    detail: String,
    description: String,
) -> Completion {
    let typed = cx.typed_in(span);
    // So that an editor that compares prefixes still matches while the number grows.
    let filter = match number.get(..typed.len()) {
        Some(begin) if begin == typed => number.to_owned(),
        _ => filter(&typed, &[number]),
    };
    Completion {
        label: number.to_owned(),
        detail,
        description,
        kind: CompletionKind::Number,
        edit: edit(span, written),
        snippet: None,
        filter,
        deprecated: false,
        instrument: None,
    }
}

fn join(a: &str, b: &str) -> String {
    if a.is_empty() { b.to_owned() } else { format!("{a} · {b}") }
}

//! Numbers: `169/` → `169/TB-VPCP`, `Quyết định số 06` → the decisions of that serial with year and title.

use super::typed::{Style, TypeWord, Typed};
use super::{
    Candidate, Completion, CompletionContext, CompletionKind, edit, filter, key_of, name, provision, serial_of,
};
use crate::catalogue::Instrument;
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
}

/// The instruments whose numbers begin with what was typed.
fn beginning_with(cx: &CompletionContext<'_>, prefix: &str, kinds: Option<&[&str]>) -> Vec<Arc<Instrument>> {
    let mut hits = Vec::new();
    match kinds {
        None => hits.extend(cx.catalogue.complete_number(prefix, None, cx.breadth())),
        Some(kinds) => {
            for kind in kinds {
                hits.extend(cx.catalogue.complete_number(prefix, TypeId::of_name(kind), cx.breadth()));
            }
            if kinds.len() > 1 {
                hits.sort_by_key(|h| std::cmp::Reverse(h.score));
            }
        }
    }
    hits.into_iter().map(|h| h.instrument).collect()
}

/// `169/`, `57-NQ`: a symbol has been begun.
fn has_symbol(prefix: &str) -> bool {
    let rest = &prefix[serial_of(prefix).len()..];
    rest.contains('/') || (rest.starts_with('-') && rest[1..].starts_with(char::is_alphabetic))
}

/// The types that share a code with one: a code is cited after "Luật" too, a "Thông báo kết luận" is a Thông báo.
fn sharing_its_code(kind: &str) -> Vec<&'static str> {
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
    /// The type word without marks and the number: `nd 30` → `Nghị định số 30/2020/NĐ-CP`.
    WithType(Span),
    /// The provisions too: `dieu 5 nd 30`.
    WithProvision(Span, provision::Run),
}

impl Shape {
    fn of(cx: &CompletionContext<'_>, at: usize, kind: Option<TypeWord>, number: Span) -> Self {
        let right_before = |k: &TypeWord| k.until == at || (k.until + 1 == at && cx.typed.words[at - 1].folded == "so");
        let Some(kind) = kind.filter(|k| k.style != Style::Proper && right_before(k)) else {
            return Self::Number(number);
        };
        if let Some(run) = provision::run_before(cx, kind.from)
            && let Some(span) = cx.typed.span(run.from, true)
        {
            return Self::WithProvision(span, run);
        }
        match cx.typed.span(kind.from, true) {
            Some(span) if kind.style == Style::Unmarked => Self::WithType(span),
            _ => Self::Number(number),
        }
    }

    fn push(&self, cx: &CompletionContext<'_>, instrument: &Arc<Instrument>, prefix: &str, found: &mut Vec<Candidate>) {
        let Some(number) = instrument.number.as_deref() else { return };
        // "30" means 30/… first, and only then 301/….
        let tier = u8::from(serial_of(prefix).trim_start_matches('0') != serial_of(number).trim_start_matches('0'));
        let (force, deprecated) = cx.force(instrument);
        let title = instrument.title.clone().unwrap_or_default();
        match self {
            Self::Number(span) => {
                let year = instrument.year.map(|y| y.to_string()).unwrap_or_default();
                let description = if deprecated { join(&year, &force) } else { year };
                let item = item(cx, *span, number, number.to_owned(), title, description);
                let item = Completion { deprecated, instrument: Some(instrument.id), ..item };
                found.push(Candidate { item, tier, key: key_of(instrument) });
            }
            Self::WithType(span) => found.push(name::candidate(cx, instrument, *span, tier)),
            Self::WithProvision(span, run) => found.extend(run.candidate(cx, instrument, *span, tier)),
        }
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
    let serial = serial_of(prefix).trim_start_matches('0');
    let wanted = fold_number(prefix);
    let mut seen = rustc_hash::FxHashSet::default();
    for mention in cx.document.mentions() {
        let Some(number) = mention.number().filter(|n| n.serial.to_string().starts_with(serial)) else { continue };
        let written = number.canonical();
        let elsewhere = !mention.span().touches(cx.typed.cursor) && !cx.document.is_own_heading(&mention);
        let of_kind = kinds.is_none_or(|kinds| {
            let own = mention.mention.number().and_then(|n| n.type_word.as_ref()).map(|t| t.name);
            own.or(number.kind().map(|k| k.name.as_str())).is_some_and(|k| kinds.contains(&k))
        });
        let complete = !number.issuers.is_empty() || number.old_symbol.is_some();
        if elsewhere && of_kind && complete && fold_number(&written).starts_with(&wanted) && seen.insert(number.key()) {
            if !cx.catalogue.by_number(&written).is_empty() {
                continue;
            }
            let title = mention.mention.number().and_then(|n| n.attributes.title);
            let title = title.map(|t| fold::tidy(&cx.document.slice(mention.in_document(t)))).unwrap_or_default();
            let tier = u8::from(serial != serial_of(&written).trim_start_matches('0'));
            let item = item(cx, *span, &written, written.clone(), title, cx.localizer.text("ide-cited-here", &[]));
            found.push(Candidate { item, tier, key: Some(number.key()) });
        }
    }
}

/// A number as it may be typed: no leading zeros, no stroke on Đ, small letters.
fn fold_number(number: &str) -> String {
    fold::search(number.trim_start_matches('0'))
}

fn item(
    cx: &CompletionContext<'_>,
    span: Span,
    number: &str,
    written: String,
    detail: String,
    description: String,
) -> Completion {
    let typed = cx.document.slice(Span::new(span.start, cx.typed.cursor));
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
        filter,
        deprecated: false,
        instrument: None,
    }
}

fn join(a: &str, b: &str) -> String {
    if a.is_empty() { b.to_owned() } else { format!("{a} · {b}") }
}

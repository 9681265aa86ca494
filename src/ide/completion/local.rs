//! Agencies that every place has, with the place: `ubnd tinh phu t` → `Ủy ban nhân dân tỉnh Phú Thọ`.

use super::typed::is_syllable;
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter};
use crate::law::{LocalAgency, Place, local_agencies, places};
use crate::text::{Span, fold};
use std::sync::OnceLock;

/// A form of an agency's name, folded.
struct Form {
    agency: &'static LocalAgency,
    words: Vec<String>,
    /// "UBND": an abbreviation, never a word of prose.
    abbreviated: bool,
}

fn forms() -> &'static [Form] {
    static FORMS: OnceLock<Vec<Form>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms: Vec<Form> = Vec::new();
        for (_, agency) in local_agencies().iter() {
            for (text, abbreviated) in
                std::iter::once((&agency.name, false)).chain(agency.forms.iter().map(|f| (f, true)))
            {
                let words = fold::search(text).split(' ').map(str::to_owned).collect();
                forms.push(Form { agency, words, abbreviated });
            }
        }
        // "Văn phòng Ủy ban nhân dân" before "Ủy ban nhân dân".
        forms.sort_by_key(|f| std::cmp::Reverse(f.words.len()));
        forms
    })
}

/// Agencies of places whose full name begins with what was typed.
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let typed = cx.typed;
    let floor = typed.words.partition_point(|w| w.span.start < typed.floor);
    for from in typed.words.len().saturating_sub(12).max(floor)..typed.words.len() {
        let query = typed.query(from);
        let text = typed.text(cx.document, from);
        let mut any = false;
        for form in forms() {
            let Some(place) = words_after(&form.words, &query) else { continue };
            if !is_meant(&text, form, &query) {
                continue;
            }
            let Some(span) = typed.span(from, false) else { return };
            // The longest form decides: with a shorter one, words of the name would be taken for a place.
            if of_places(cx, form.agency, place, span, found) {
                any = true;
                break;
            }
        }
        if any {
            return;
        }
    }
}

/// The words after an agency's name, at least one.
fn words_after<'q, 'w>(form: &[String], query: &'q [&'w str]) -> Option<&'q [&'w str]> {
    (query.len() > form.len() && form.iter().zip(query).all(|(f, q)| f == q)).then(|| &query[form.len()..])
}

/// Only with a capital, as an abbreviation, or without marks: "công an tỉnh" in a sentence is a class of agencies.
fn is_meant(text: &str, form: &Form, query: &[&str]) -> bool {
    let abbreviation = form.abbreviated && form.words.iter().any(|w| !is_syllable(w));
    text.starts_with(char::is_uppercase)
        || abbreviation
        || (text.is_ascii() && query.len() >= 2 && form.words.len() >= 2)
}

fn of_places(
    cx: &CompletionContext<'_>,
    agency: &'static LocalAgency,
    typed: &[&str],
    span: Span,
    found: &mut Vec<Candidate>,
) -> bool {
    let before = found.len();
    let mut ended: Vec<&Place> = Vec::new();
    let mut shown: Vec<String> = Vec::new();
    for (_, place) in places().iter().filter(|(_, p)| fits(p, typed)) {
        if place.existed_on(cx) {
            push(cx, agency, &place.full_name(), typed, span, found, None);
            shown.push(place.full_name());
        } else if place.to.is_some_and(|to| to < cx.day) {
            ended.push(place);
        }
    }
    for place in ended {
        // A place that kept its name is in the list already.
        if shown.contains(&place.full_name()) {
            continue;
        }
        shown.push(place.full_name());
        let Some(to) = place.to else { continue };
        let since = cx.localizer.date(to.next_day().unwrap_or(to));
        for successor in place.successor.iter().chain(&place.successors) {
            let full = place.full_name();
            let note = cx.localizer.format("ide-succeeds", &[("body", full.into()), ("date", since.clone().into())]);
            push(cx, agency, successor, typed, span, found, Some((note, false)));
        }
        let note = cx.localizer.format("ide-until", &[("date", cx.localizer.date(to).into())]);
        push(cx, agency, &place.full_name(), typed, span, found, Some((note, true)));
    }
    found.len() > before
}

trait OnDay {
    fn existed_on(&self, cx: &CompletionContext<'_>) -> bool;
}

impl OnDay for Place {
    fn existed_on(&self, cx: &CompletionContext<'_>) -> bool {
        self.from.is_none_or(|from| from <= cx.day) && self.to.is_none_or(|to| cx.day <= to)
    }
}

/// Whether a place begins with the words: with its unit ("tinh phu t", "tp ho"), or by its name only.
fn fits(place: &Place, typed: &[&str]) -> bool {
    let name = fold::search(&place.name);
    let unit = fold::search(&place.unit);
    let typed = typed.join(" ");
    let short = if place.unit == "thành phố" { "tp" } else { "" };
    let begins = |full: String| full.starts_with(&typed);
    begins(format!("{unit} {name}"))
        || begins(name.clone())
        || (!short.is_empty() && begins(format!("{short} {name}")))
        || (typed.len() > 2 && place.aliases.iter().any(|a| begins(fold::search(a))))
}

/// `note` is the text on the right, and whether the place has ended.
fn push(
    cx: &CompletionContext<'_>,
    agency: &LocalAgency,
    place: &str,
    typed: &[&str],
    span: Span,
    found: &mut Vec<Candidate>,
    note: Option<(String, bool)>,
) {
    let name = format!("{} {place}", agency.name);
    let (description, deprecated) = note.unwrap_or_else(|| (agency.codes.first().cloned().unwrap_or_default(), false));
    let begun = cx.document.slice(Span::new(span.start, cx.typed.cursor));
    // "phu t" means Phú Thọ rather than a city with these letters in an alias.
    let tier = u8::from(!fold::search(place).split(' ').any(|w| typed.last().is_some_and(|t| w.starts_with(t))));
    // In the header of a document everything is in capitals; the abbreviation of an agency is not enough to show that.
    let capitals = begun.chars().all(|c| !c.is_lowercase())
        && fold::search(&begun).starts_with(&fold::search(&agency.name))
        && agency.name.contains(' ');
    let item = Completion {
        filter: filter(&begun, &[&name]),
        edit: edit(span, if capitals { name.to_uppercase() } else { name.clone() }),
        label: name,
        detail: String::new(),
        description,
        kind: CompletionKind::Agency,
        deprecated,
        instrument: None,
    };
    found.push(Candidate { item, tier, key: None });
}

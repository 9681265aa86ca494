//! Agencies that every place has, their heads and deputies, with the place: `ubnd tinh phu t` → `Ủy ban nhân dân tỉnh Phú Thọ`,
//! "Chủ tịch Ủy ban nhân dân tỉnh P". The place of the draft comes first.

mod forms;

use super::office::documents_that_name;
use super::score::{Fit, Standing};
use super::typed::{is_syllable, marks_agree};
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter};
use crate::law::{Place, places};
use crate::text::{Span, fold};
use forms::{Form, forms, place_forms};
use std::cmp::Reverse;

/// So many words are looked back.
const LONGEST: usize = 16;
/// So many agencies are offered where no place was typed.
const MOST: usize = 24;
/// What has ended comes after so many doublings.
const FORMER: f32 = 40.0;
/// How often the place of the draft counts as named.
const HOME: u32 = 4000;

/// The words for units below the province, folded and written.
const SMALLER: [(&str, &str); 8] = [
    ("thanh pho", "thành phố"),
    ("thi xa", "thị xã"),
    ("thi tran", "thị trấn"),
    ("huyen", "huyện"),
    ("quan", "quận"),
    ("phuong", "phường"),
    ("dac khu", "đặc khu"),
    ("xa", "xã"),
];

/// The words that names of other agencies of places begin with.
const KINDS: [&str; 14] =
    ["ban", "so", "chi", "cuc", "phong", "trung", "truong", "giam", "chanh", "vien", "thanh", "bi", "pho", "quy"];

/// Reads what is kept in memory.
pub fn warm() {
    forms();
    place_forms();
}

/// Agencies of places whose full name begins with what was typed.
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let typed = cx.typed;
    let floor = typed.words.partition_point(|w| w.span.start < typed.floor);
    for from in typed.words.len().saturating_sub(LONGEST).max(floor)..typed.words.len() {
        let query = typed.query(from);
        let text = typed.text(cx.document, from);
        let Some(span) = typed.span(from, false) else { return };
        let before = found.len();
        let meant = |form: &&Form| is_meant(&text, form, &query) && marks_agree_with(cx, from, form);
        let with_place = forms().iter().filter(|form| words_after(&form.words, &query).is_some()).filter(meant);
        let mut with_place: Vec<&Form> = with_place.collect();
        // The longest form decides: with a shorter one, words of the name would be taken for a place.
        with_place.sort_by_key(|form| Reverse(form.words.len()));
        for form in with_place {
            let place = words_after(&form.words, &query).unwrap_or_default();
            if of_places(cx, form, place, span, found) {
                return;
            }
        }
        if query.len() < 2 && !text.chars().all(char::is_uppercase) {
            continue;
        }
        let begun = forms().iter().filter(|form| begins(&form.words, &query, typed.spaced)).filter(meant);
        of_likely_places(cx, &begun.collect::<Vec<_>>(), span, found);
        if found.len() > before {
            return;
        }
    }
    of_other_names(cx, floor, found);
}

/// An agency of a place whose name no table has: what was typed stays, and the place is completed: "Ban Tổ chức chính quyền tỉnh
/// L". Only with marks: nothing says how the name is written.
fn of_other_names(cx: &CompletionContext<'_>, floor: usize, found: &mut Vec<Candidate>) {
    let words = &cx.typed.words;
    let begins =
        |at: &usize| words[*at].text.starts_with(char::is_uppercase) && KINDS.contains(&words[*at].folded.as_str());
    let Some(from) = (words.len().saturating_sub(LONGEST).max(floor)..words.len()).find(begins) else { return };
    let query = cx.typed.query(from);
    let Some(span) = cx.typed.span(from, false) else { return };
    if query.len() != words.len() - from || cx.typed.spaced {
        return;
    }
    for (at, province) in provinces_at_end(cx, &query).into_iter().filter(|(at, _)| *at > 1) {
        let written = cx.document.slice(Span::new(span.start, words[from + at].span.start));
        let marked = written.split_whitespace().filter(|w| !w.is_ascii()).count() > 0;
        if marked {
            push_name(cx, &format!("{written}{}", province.full_name()), Fit::Beginning, span, found);
        }
    }
}

/// The provinces that the last words begin, with their unit, and the index of its first word.
fn provinces_at_end(cx: &CompletionContext<'_>, query: &[&str]) -> Vec<(usize, &'static Place)> {
    let unit = |at: usize| matches!(query[at..], ["tinh", _, ..] | ["thanh", "pho", _, ..]);
    let Some(at) = (0..query.len()).rev().find(|&at| unit(at)) else { return Vec::new() };
    let fitting = fitting_places(&query[at..]).filter(|(place, fit)| {
        *fit == Fit::Beginning && (existed_on(place, cx) || place.to.is_some_and(|to| to < cx.day))
    });
    fitting.map(|(place, _)| (at, place)).collect()
}

fn marks_agree_with(cx: &CompletionContext<'_>, from: usize, form: &Form) -> bool {
    let own = cx.typed.words.len().min(from + form.words.len());
    form.abbreviated || marks_agree(&cx.typed.words[from..own], &form.proper, true)
}

/// The words after an agency's name, at least one.
fn words_after<'q, 'w>(form: &[String], query: &'q [&'w str]) -> Option<&'q [&'w str]> {
    (query.len() > form.len() && form.iter().zip(query).all(|(f, q)| f == q)).then(|| &query[form.len()..])
}

/// Whether the words typed begin a form, or are it.
fn begins(form: &[String], query: &[&str], last_is_whole: bool) -> bool {
    let Some((last, whole)) = query.split_last() else { return false };
    query.len() <= form.len()
        && whole.iter().zip(form).all(|(q, f)| q == f)
        && (if last_is_whole { form[whole.len()] == *last } else { form[whole.len()].starts_with(last) })
}

/// Only with a capital, as an abbreviation, or without marks: "công an tỉnh" in a sentence is a class of agencies.
fn is_meant(text: &str, form: &Form, query: &[&str]) -> bool {
    let abbreviation = form.abbreviated && form.words.iter().any(|w| !is_syllable(w));
    text.starts_with(char::is_uppercase)
        || (abbreviation && query.len() > 1)
        || (text.is_ascii() && query.len() >= 2 && form.words.len() >= 2)
}

/// The agencies of some forms at the place of the draft, else at the places whose agencies are named most. A place that the line
/// names comes before these.
fn of_likely_places(cx: &CompletionContext<'_>, begun: &[&Form], span: Span, found: &mut Vec<Candidate>) {
    let is_over = |form: &Form| form.until().is_some_and(|to| to < cx.day);
    if let Some(home) = cx.draft.home().filter(|home| existed_on(home, cx)) {
        let mut names: Vec<(&Form, String)> =
            begun.iter().filter_map(|&form| Some((form, with_place(form, home)?))).collect();
        let weight = |form: &Form| form.weight_at(home) - if is_over(form) { FORMER } else { 0.0 };
        names.sort_by(|(a, _), (b, _)| weight(b).total_cmp(&weight(a)));
        for (form, name) in names.iter().take(MOST) {
            push(cx, form, name, Fit::Beginning, span, found, None);
        }
        return;
    }
    // In prose only what documents do name: "ủy ban nhân dân tỉnh", but no office that was never met.
    let typed = cx.typed_in(span);
    // "thanh tra" has no marks that could be missing.
    let is_prose = |form: &Form| typed.starts_with(char::is_lowercase) && (!typed.is_ascii() || form.proper.is_ascii());
    let living: Vec<&Place> = places()
        .iter()
        .map(|(_, place)| place)
        .filter(|place| existed_on(place, cx) && has_weight(place, cx))
        .collect();
    let mut names: Vec<(f32, &Form, String)> = Vec::new();
    for &form in begun {
        for place in &living {
            let Some(name) = with_place(form, place) else { continue };
            let named = documents_that_name(&name);
            if named > 0 || !is_prose(form) {
                let former = if is_over(form) { FORMER } else { 0.0 };
                names.push((form.weight_at(place) + (named as f32 + 1.0).log2() - former, form, name));
            }
        }
    }
    names.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    for (_, form, name) in names.iter().take(MOST) {
        push(cx, form, name, Fit::Beginning, span, found, None);
    }
}

/// Whether documents name agencies of a place, or the line names it.
fn has_weight(place: &Place, cx: &CompletionContext<'_>) -> bool {
    documents_that_name(&format!("Ủy ban nhân dân {}", place.full_name())) > 0 || is_beside(cx, &place.name)
}

fn is_beside(cx: &CompletionContext<'_>, name: &str) -> bool {
    let is_at = |place: &Place| name.ends_with(place.name.as_str());
    cx.draft.home().is_some_and(is_at) || cx.draft.place_beside().is_some_and(is_at)
}

fn of_places(cx: &CompletionContext<'_>, form: &Form, typed: &[&str], span: Span, found: &mut Vec<Candidate>) -> bool {
    let before = found.len();
    let mut ended: Vec<(&Place, Fit)> = Vec::new();
    let mut shown: Vec<String> = Vec::new();
    if of_areas(cx, form, typed, span, found) {
        return true;
    }
    for (place, fit) in fitting_places(typed) {
        let Some(name) = with_place(form, place) else { continue };
        if existed_on(place, cx) {
            push(cx, form, &name, fit, span, found, None);
            if let Some(name) = without_unit(form, place, typed) {
                push(cx, form, &name, fit.min(Fit::Phrase), span, found, None);
            }
            shown.push(place.full_name());
        } else if place.to.is_some_and(|to| to < cx.day) {
            ended.push((place, fit));
        }
    }
    for (place, fit) in ended {
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
            let of_successor = places().iter().map(|(_, p)| p).find(|p| p.full_name() == *successor);
            let name = of_successor.and_then(|place| with_place(form, place));
            let name = name.unwrap_or_else(|| format!("{} {successor}", form.proper));
            push(cx, form, &name, fit.min(Fit::Phrase), span, found, Some((note, false)));
        }
        let note = cx.localizer.format("ide-until", &[("date", cx.localizer.date(to).into())]);
        if let Some(name) = with_place(form, place) {
            push(cx, form, &name, fit, span, found, Some((note, true)));
        }
    }
    if found.len() == before {
        within_larger(cx, form, typed, span, found);
    }
    found.len() > before
}

/// A place below the province: "Công an thành phố Lạng Sơn, tỉnh L". What was typed of it stays; without marks its name must be that
/// of a province, for nothing else says how it is written.
fn within_larger(cx: &CompletionContext<'_>, form: &Form, typed: &[&str], span: Span, found: &mut Vec<Candidate>) {
    for (at, province) in provinces_at_end(cx, typed).into_iter().filter(|(at, _)| *at > 1) {
        let Some(word) = cx.typed.words.len().checked_sub(typed.len() - at) else { return };
        let written = cx.document.slice(Span::new(span.start, cx.typed.words[word].span.start));
        let written = if !written.is_ascii() {
            written
        } else {
            let smaller = typed[..at].join(" ");
            let place = SMALLER.iter().find_map(|(folded, unit)| {
                let name = smaller.strip_prefix(folded)?.trim_start();
                let place = places().iter().map(|(_, place)| place).find(|p| fold::search(&p.name) == name)?;
                Some(format!("{unit} {}", place.name))
            });
            let Some(place) = place else { continue };
            format!("{} {place}, ", form.proper)
        };
        push_name(cx, &format!("{written}{}", province.full_name()), Fit::Beginning, span, found);
    }
}

/// "Tòa án nhân dân khu vực 1 - Phú Thọ": courts and procuracies of areas, since July 2025.
fn of_areas(cx: &CompletionContext<'_>, form: &Form, typed: &[&str], span: Span, found: &mut Vec<Candidate>) -> bool {
    let judicial = matches!(form.body(), "Tòa án nhân dân" | "Viện kiểm sát nhân dân");
    let ["khu", "vuc", number, place @ ..] = typed else { return false };
    if !judicial || number.len() > 2 || number.parse::<u8>().is_err() {
        return false;
    }
    let begins = |name: &str| fold::search(name).starts_with(&place.join(" "));
    let before = found.len();
    for (_, province) in places().iter().filter(|(_, p)| existed_on(p, cx) && begins(&p.name)) {
        let is_home = cx.draft.home().is_some_and(|home| home.name == province.name);
        if place.is_empty() && cx.draft.home().is_some() && !is_home {
            continue;
        }
        let name = format!("{} khu vực {number} - {}", form.proper, province.name);
        push(cx, form, &name, Fit::Beginning, span, found, None);
    }
    found.len() > before
}

/// The name at a place: "Ủy ban nhân dân tỉnh Phú Thọ"; "Tỉnh ủy Phú Thọ", whose name holds the unit. `None` where agencies of the
/// name are of another level.
fn with_place(form: &Form, place: &Place) -> Option<String> {
    let committee = |word: &str| form.body().ends_with(word);
    if committee("Tỉnh ủy") || committee("Thành ủy") {
        let unit = if committee("Tỉnh ủy") { "tỉnh" } else { "thành phố" };
        return (place.unit == unit).then(|| format!("{} {}", form.proper, place.name));
    }
    let of_smaller = committee("Huyện ủy") || committee("Quận ủy");
    (!of_smaller).then(|| format!("{} {}", form.proper, place.full_name()))
}

/// "Sở Xây dựng Hà N": letters and news leave the unit out, so a place that is typed so is offered so too. Committees and councils
/// keep it: "Ủy ban nhân dân thành phố Hà Nội".
fn without_unit(form: &Form, place: &Place, typed: &[&str]) -> Option<String> {
    let typed = typed.join(" ");
    let is_department =
        form.body().starts_with("Sở ") || form.body().starts_with("Công an") || form.body().starts_with("Cục ");
    (is_department && typed.len() > 2 && fold::search(&place.name).starts_with(&typed))
        .then(|| format!("{} {}", form.proper, place.name))
}

fn existed_on(place: &Place, cx: &CompletionContext<'_>) -> bool {
    place.from.is_none_or(|from| from <= cx.day) && place.to.is_none_or(|to| cx.day <= to)
}

/// The places that begin with the words, with their unit ("tinh phu t", "tp ho") or by name only, and how they fit.
fn fitting_places(typed: &[&str]) -> impl Iterator<Item = (&'static Place, Fit)> {
    let typed = typed.join(" ");
    places().iter().zip(place_forms()).filter_map(move |((_, place), forms)| {
        if forms.forms.iter().any(|form| form.starts_with(&typed)) {
            return Some((place, Fit::Beginning));
        }
        // "phu t" means Phú Thọ rather than a city with these letters in an alias.
        (typed.len() > 2 && forms.aliases.iter().any(|a| a.starts_with(&typed))).then_some((place, Fit::Phrase))
    })
}

/// An agency of which only the name is known.
fn push_name(cx: &CompletionContext<'_>, name: &str, fit: Fit, span: Span, found: &mut Vec<Candidate>) {
    if found.iter().any(|c| c.item.label == name) {
        return;
    }
    let standing = Standing {
        cited: if is_beside(cx, name) { HOME } else { 0 },
        own: cx.draft.names(name),
        ..Standing::of_fit(fit)
    };
    let item = Completion {
        filter: filter(&cx.typed_in(span), &[name]),
        edit: edit(span, name),
        snippet: None,
        label: name.to_owned(),
        detail: String::new(),
        description: String::new(),
        kind: CompletionKind::Agency,
        deprecated: false,
        instrument: None,
    };
    found.push(Candidate { item, standing });
}

/// `note` is the text on the right, and whether the place has ended.
fn push(
    cx: &CompletionContext<'_>,
    form: &Form,
    name: &str,
    fit: Fit,
    span: Span,
    found: &mut Vec<Candidate>,
    note: Option<(String, bool)>,
) {
    if found.iter().any(|c| c.item.label == name) {
        return;
    }
    let codes = form.agency.filter(|_| !form.is_office).map(|agency| agency.codes.as_slice());
    let code = || codes.and_then(<[String]>::first).cloned().unwrap_or_default();
    let (description, over) = note.unwrap_or_else(|| (code(), false));
    let over = over || form.until().is_some_and(|to| to < cx.day);
    let begun = cx.typed_in(span);
    // In the header of a document everything is in capitals; the abbreviation of an agency is not enough to show that.
    let capitals = begun.chars().all(|c| !c.is_lowercase())
        && fold::search(&begun).starts_with(&fold::search(&form.proper))
        && form.proper.contains(' ');
    let standing = Standing {
        over,
        in_force: !over,
        cited: documents_that_name(name) + if is_beside(cx, name) { HOME } else { 0 },
        own: cx.draft.names(name),
        ..Standing::of_fit(fit)
    };
    let item = Completion {
        filter: filter(&begun, &[name]),
        edit: edit(span, if capitals { name.to_uppercase() } else { name.to_owned() }),
        snippet: None,
        label: name.to_owned(),
        detail: String::new(),
        description,
        kind: CompletionKind::Agency,
        deprecated: over,
        instrument: None,
    };
    found.push(Candidate { item, standing });
}

//! Agencies that every place has, their heads and deputies, with the place: `ubnd tinh phu t` → `Ủy ban nhân dân tỉnh Phú Thọ`,
//! "Chủ tịch Ủy ban nhân dân tỉnh P". The place of the draft comes first.

use super::office::{deputy, documents_that_name, titled};
use super::score::{Fit, Standing};
use super::typed::{is_syllable, marks_agree};
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter};
use crate::law::{LocalAgency, Place, local_agencies, places};
use crate::text::{Span, fold};
use std::sync::LazyLock;

/// So many words are looked back.
const LONGEST: usize = 16;
/// So many forms that begin with what was typed are looked at.
const FORMS: usize = 60;
/// How often the place of the draft counts as named.
const HOME: u32 = 4000;

/// A form of the name of an agency or of an office of it, without the place.
struct Form {
    agency: &'static LocalAgency,
    /// Folded.
    words: Vec<String>,
    /// "Chủ tịch Ủy ban nhân dân".
    proper: String,
    /// "UBND": an abbreviation, never a word of prose.
    abbreviated: bool,
    is_office: bool,
}

/// Short forms of titles: "CT UBND".
const SHORT_TITLES: [(&str, &str); 4] =
    [("CT", "Chủ tịch"), ("PCT", "Phó Chủ tịch"), ("GĐ", "Giám đốc"), ("PGĐ", "Phó Giám đốc")];

/// The boards of a People's Council (Luật 72/2025/QH15 on the organisation of local government).
const BOARDS: [&str; 5] =
    ["Ban Pháp chế", "Ban Kinh tế - Ngân sách", "Ban Văn hóa - Xã hội", "Ban Dân tộc", "Ban Đô thị"];

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

fn forms() -> &'static [Form] {
    static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
        let mut forms: Vec<Form> = Vec::new();
        for (_, agency) in local_agencies().iter() {
            let bodies = std::iter::once((&agency.name, false)).chain(agency.forms.iter().map(|f| (f, true)));
            for (body, abbreviated) in bodies {
                let mut add = |written: &str, proper: String, is_office: bool, abbreviated: bool| {
                    let words = fold::search(written).split(' ').map(str::to_owned).collect();
                    forms.push(Form { agency, words, proper, abbreviated, is_office });
                };
                add(body, agency.name.clone(), false, abbreviated);
                for board in BOARDS.iter().filter(|_| agency.name == "Hội đồng nhân dân") {
                    let proper = format!("{board} {}", agency.name);
                    add(&format!("{board} {body}"), proper.clone(), true, abbreviated);
                    add(&format!("Trưởng {board} {body}"), format!("Trưởng {proper}"), true, abbreviated);
                }
                let Some(head) = &agency.head else { continue };
                for title in [head.clone(), deputy(head)] {
                    let proper = titled(&title, &agency.name);
                    add(&titled(&title, body), proper.clone(), true, abbreviated);
                    for (short, _) in SHORT_TITLES.iter().filter(|(_, long)| *long == title) {
                        add(&format!("{short} {body}"), proper.clone(), true, true);
                    }
                }
            }
        }
        // "Văn phòng Ủy ban nhân dân" before "Ủy ban nhân dân".
        forms.sort_by_key(|f| std::cmp::Reverse(f.words.len()));
        forms
    });
    &FORMS
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
        for form in with_place {
            let place = words_after(&form.words, &query).unwrap_or_default();
            // The longest form decides: with a shorter one, words of the name would be taken for a place.
            if of_places(cx, form, place, span, found) {
                return;
            }
        }
        if query.len() < 2 && !text.chars().all(char::is_uppercase) {
            continue;
        }
        let begun = forms().iter().filter(|form| begins(&form.words, &query, typed.spaced)).filter(meant);
        for form in begun.take(FORMS) {
            of_likely_places(cx, form, span, found);
        }
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

/// The agency at the place of the draft, else at the places whose agencies are named most.
fn of_likely_places(cx: &CompletionContext<'_>, form: &Form, span: Span, found: &mut Vec<Candidate>) {
    let home = cx.draft.home().filter(|home| existed_on(home, cx));
    if let Some(home) = home {
        if let Some(name) = with_place(form, home) {
            push(cx, form, &name, Fit::Beginning, span, found, None);
        }
        return;
    }
    for (_, place) in places().iter().filter(|(_, place)| existed_on(place, cx)) {
        if let Some(name) = with_place(form, place).filter(|name| documents_that_name(name) > 0) {
            push(cx, form, &name, Fit::Beginning, span, found, None);
        }
    }
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
    let judicial = matches!(form.agency.name.as_str(), "Tòa án nhân dân" | "Viện kiểm sát nhân dân");
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
    let committee = |word: &str| form.agency.name.ends_with(word);
    if committee("Tỉnh ủy") || committee("Thành ủy") {
        let unit = if committee("Tỉnh ủy") { "tỉnh" } else { "thành phố" };
        return (place.unit == unit).then(|| format!("{} {}", form.proper, place.name));
    }
    let of_smaller = committee("Huyện ủy") || committee("Quận ủy");
    (!of_smaller).then(|| format!("{} {}", form.proper, place.full_name()))
}

fn existed_on(place: &Place, cx: &CompletionContext<'_>) -> bool {
    place.from.is_none_or(|from| from <= cx.day) && place.to.is_none_or(|to| cx.day <= to)
}

/// The folded forms of a place: with its unit, alone, "tp …"; its aliases.
struct PlaceForms {
    forms: Vec<String>,
    aliases: Vec<String>,
}

/// Of every place of the table, in its order.
fn place_forms() -> &'static [PlaceForms] {
    static FORMS: LazyLock<Vec<PlaceForms>> = LazyLock::new(|| {
        let of = |place: &Place| {
            let name = fold::search(&place.name);
            let mut forms = vec![format!("{} {name}", fold::search(&place.unit)), name.clone()];
            if place.unit == "thành phố" {
                forms.push(format!("tp {name}"));
            }
            PlaceForms { forms, aliases: place.aliases.iter().map(|a| fold::search(a)).collect() }
        };
        places().iter().map(|(_, place)| of(place)).collect()
    });
    &FORMS
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
    let is_home = cx.draft.home().is_some_and(|home| name.ends_with(home.name.as_str()));
    let standing =
        Standing { cited: if is_home { HOME } else { 0 }, own: cx.draft.names(name), ..Standing::of_fit(fit) };
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
    let code = || form.agency.codes.first().filter(|_| !form.is_office).cloned().unwrap_or_default();
    let (description, over) = note.unwrap_or_else(|| (code(), false));
    let over = over || form.agency.to.is_some_and(|to| to < cx.day);
    let begun = cx.typed_in(span);
    // In the header of a document everything is in capitals; the abbreviation of an agency is not enough to show that.
    let capitals = begun.chars().all(|c| !c.is_lowercase())
        && fold::search(&begun).starts_with(&fold::search(&form.proper))
        && form.proper.contains(' ');
    let is_home = cx.draft.home().is_some_and(|home| name.ends_with(home.name.as_str()));
    let standing = Standing {
        over,
        in_force: !over,
        cited: documents_that_name(name) + if is_home { HOME } else { 0 },
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

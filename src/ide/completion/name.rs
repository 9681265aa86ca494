//! A type word and words of the title: `nghi dinh cong tac van thu`, `luat dat dai`; abbreviations of laws: `BLDS`.

use super::typed::{Style, TypeWord, is_syllable, marks_agree};
use super::{Candidate, Completion, CompletionContext, CompletionKind, basis, edit, filter, key_of, provision};
use crate::catalogue::Instrument;
use crate::law::{TypeId, YearRule};
use crate::text::{Span, fold};
use std::sync::Arc;

/// Words that do not begin a title: after a type word they continue the sentence ("quyết định của"). Those with a star
/// are never in a title.
const PROSE: &str = include_str!("prose.txt");
/// The most words of a query, and the most type words that are tried in it.
const LONGEST_QUERY: usize = 16;
const TYPE_WORDS: usize = 2;
/// A law with a longer name is cited by its number.
const LONGEST_NAME: usize = 90;

/// Instruments by a type word and the words of the title after it.
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let words = &cx.typed.words;
    let floor = words.partition_point(|w| w.span.start < cx.typed.floor);
    let first = words.len().saturating_sub(LONGEST_QUERY).max(floor);
    let mut type_words = Vec::new();
    let mut at = first;
    while at < words.len() {
        match cx.typed.type_from(at).filter(|t| !is_inside_compound(cx, t)) {
            Some(found) => {
                at = found.until;
                type_words.push(found);
            }
            None => at += 1,
        }
    }
    // The type word written with a capital is meant before one inside a title that was typed in small letters.
    let mut rank = 0;
    type_words.sort_by_key(|t| {
        (t.style != Style::Proper, if t.style == Style::Proper { words.len() - t.from } else { t.from })
    });
    for kind in type_words.into_iter().take(TYPE_WORDS) {
        let before = found.len();
        titled(cx, kind, rank, found);
        if found.len() > before {
            rank += 4;
        }
    }
}

/// In "pháp luật", "kỷ luật", "mệnh lệnh" there is no type word.
fn is_inside_compound(cx: &CompletionContext<'_>, kind: &TypeWord) -> bool {
    let Some(before) = kind.from.checked_sub(1).map(|i| cx.typed.words[i].folded.as_str()) else { return false };
    kind.until - kind.from == 1
        && !kind.abbreviated
        && kind.style != Style::Proper
        && matches!(before, "phap" | "ky" | "quy" | "bo" | "menh" | "khau" | "hieu" | "an")
}

/// Whether a type word and what follows can be a query and not prose.
fn is_query(kind: &TypeWord, query: &[&str]) -> bool {
    let Some(first) = query.first() else { return false };
    let is_prose = |word: &str, mark: &str| PROSE.lines().any(|line| line.strip_suffix(mark) == Some(word));
    if is_prose(first, "") || is_prose(first, "*") || query.iter().any(|w| w.len() > 12 || is_prose(w, "*")) {
        return false;
    }
    // "03 Nghị quyết, 01 Chỉ thị": an enumeration.
    if kind.style != Style::Unmarked && query.iter().any(|w| w.bytes().all(|b| b.is_ascii_digit())) {
        return false;
    }
    let letters: usize = query.iter().filter(|w| **w != "ve").map(|w| w.len()).sum();
    let law = kind.kind.rank.is_some_and(|r| r <= 3);
    match kind.style {
        Style::Proper => letters >= if law { 2 } else { 4 },
        Style::Unmarked => letters >= 3 && (!kind.abbreviated || kind.kind.rank.is_some()),
        // "quyết định", "kế hoạch", "thông báo" in small letters are words of any sentence; a law is always a law.
        Style::Lower => letters >= 4 && (kind.kind.year == YearRule::Always || law),
    }
}

fn titled(cx: &CompletionContext<'_>, kind: TypeWord, rank: u8, found: &mut Vec<Candidate>) {
    let mut query = cx.typed.query(kind.until);
    // "luat dat dai nam 2013", "luat dat dai 2013"
    let year = query.iter().rposition(|w| w.len() == 4 && w.parse::<u16>().is_ok_and(|y| (1940..2100).contains(&y)));
    let year = year.filter(|&at| at + 1 == query.len()).map(|at| query[at].parse::<u16>().unwrap_or_default());
    if year.is_some() {
        query.pop();
        if query.last() == Some(&"nam") {
            query.pop();
        }
    }
    if !is_query(&kind, &query) || query.iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit()) && w.len() > 3) {
        return;
    }
    let informal = kind.style != Style::Proper;
    let line = basis::before(cx, kind.from).filter(|_| informal);
    let run = informal.then(|| provision::run_before(cx, kind.from)).flatten();
    let from = line.or(run.as_ref().map(|r| r.from)).unwrap_or(kind.from);
    let Some(span) = cx.typed.span(from, false) else { return };
    let folded_kind = fold::search(&kind.kind.name);
    let words = format!("{folded_kind} {}", query.join(" "));
    let hits: Vec<Arc<Instrument>> = cx
        .catalogue
        .search(&words, cx.breadth())
        .into_iter()
        .map(|h| h.instrument)
        // A code is also found after "luật".
        .filter(|i| i.kind == kind.kind.id || fold::search(i.kind.as_str()).ends_with(&folded_kind))
        .filter(|i| year.is_none_or(|y| i.year == Some(y)))
        .filter(|i| {
            let names = i.title.iter().chain(&i.aliases).chain(&i.issuer).chain(&i.field).map(String::as_str);
            marks_agree(&cx.typed.words[kind.until..], &names.chain(["năm"]).collect::<Vec<_>>().join(" "), false)
        })
        .collect();
    // A title that is typed further in the draft is in its own order; words of the sentence after it end it.
    let in_order = kind.style != Style::Unmarked && query.iter().any(|w| PROSE.lines().any(|line| line == *w));
    let fits: Vec<Option<u8>> = hits.iter().map(|i| fit(i, &query).filter(|&tier| !in_order || tier < 2)).collect();
    let any = fits.iter().any(Option::is_some);
    for (instrument, fit) in hits.iter().zip(fits) {
        // With a typing error no title fits completely; the user still meant a search.
        let tier = match fit {
            Some(tier) => tier,
            None if !any && query.len() >= 2 && kind.style != Style::Lower && !in_order => 3,
            None => continue,
        };
        match &run {
            Some(run) => found.extend(run.candidate(cx, instrument, span, rank + tier)),
            None => {
                let mut candidate = candidate(cx, instrument, span, rank + tier);
                if line.is_some() {
                    candidate.item.edit.text = basis::line(cx, instrument);
                }
                found.push(candidate);
            }
        }
    }
}

/// How the words typed fit an instrument: 0 its title begins with them, 1 holds them in a row, 2 in any order.
fn fit(instrument: &Instrument, query: &[&str]) -> Option<u8> {
    let title = fold::search(instrument.title.as_deref().unwrap_or_default());
    let kind = fold::search(instrument.kind.as_str());
    let bare = title.strip_prefix(&kind).unwrap_or(&title).trim_start();
    let bare = bare.strip_prefix("ve ").unwrap_or(bare);
    let phrase = query.join(" ");
    let phrase = phrase.strip_prefix("ve ").unwrap_or(&phrase);
    if bare.starts_with(phrase) {
        return Some(0);
    }
    if bare.contains(phrase) {
        return Some(1);
    }
    let mut hay = title;
    for more in instrument.aliases.iter().chain(&instrument.issuer).chain(&instrument.field).chain(&instrument.number) {
        hay.push(' ');
        hay.push_str(&fold::search(more));
    }
    let words: Vec<&str> = hay.split(' ').collect();
    query.iter().all(|q| words.iter().any(|w| w.starts_with(q))).then_some(2)
}

/// Laws by an abbreviation or nickname that is one word: "BLDS", `blds`.
pub fn abbreviations(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let Some(last) = cx.typed.words.last().filter(|_| !cx.typed.spaced) else { return };
    let capitals = last.text.chars().all(char::is_uppercase);
    let abbreviation = capitals || !is_syllable(&last.folded);
    if last.folded.contains(' ') || last.folded.len() < 3 || !abbreviation {
        return;
    }
    let Some(span) = cx.typed.span(cx.typed.words.len() - 1, false) else { return };
    let named = |i: &Instrument| {
        let short = |a: &String| !a.contains(char::is_lowercase) && fold::search(a) == last.folded;
        i.aliases.iter().any(short)
    };
    for spelling in with_strokes(&last.text.to_lowercase()) {
        for instrument in cx.catalogue.by_name(&spelling).iter().filter(|i| named(i)) {
            found.push(candidate(cx, instrument, span, 0));
        }
    }
}

/// The letters with each d as typed and with its stroke: "ldd" is tried as "lđđ" too.
fn with_strokes(letters: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in letters.chars() {
        let fork = c == 'd' && all.len() < 8;
        let stroked: Vec<String> =
            if fork { all.iter().map(|begun| format!("{begun}đ")).collect() } else { Vec::new() };
        all.iter_mut().for_each(|begun| begun.push(c));
        all.extend(stroked);
    }
    all
}

/// The completion of an instrument with its type word.
pub fn candidate(cx: &CompletionContext<'_>, instrument: &Instrument, span: Span, tier: u8) -> Candidate {
    let (force, deprecated) = cx.force(instrument);
    let title = instrument.title.clone().unwrap_or_default();
    let label = match (law_name(instrument), instrument.year) {
        (Some(name), Some(year)) => format!("{name} năm {year}"),
        (Some(name), None) => name.to_owned(),
        (None, _) => instrument
            .number
            .as_ref()
            .map_or_else(|| instrument.label(), |number| format!("{} {number}", instrument.kind)),
    };
    let (detail, description) = match law_name(instrument) {
        Some(_) => {
            let effective = instrument.effective.filter(|_| !deprecated);
            let description = effective
                .map(|day| cx.localizer.format("ide-effective-from", &[("date", cx.localizer.date(day).into())]));
            (instrument.number.clone().unwrap_or_default(), description.unwrap_or(force))
        }
        None => (title.clone(), force),
    };
    let typed = cx.document.slice(Span::new(span.start, cx.typed.cursor));
    let item = Completion {
        filter: filter(&typed, &[&label, &title]),
        label,
        detail,
        description,
        kind: CompletionKind::Name,
        edit: edit(span, written(cx, instrument)),
        deprecated,
        instrument: Some(instrument.id),
    };
    Candidate { item, tier, key: key_of(instrument) }
}

/// The name under which a law, code or ordinance is cited; amending acts and laws with long names are cited by number.
pub fn law_name(instrument: &Instrument) -> Option<&str> {
    let title = instrument.title.as_deref()?;
    let named = instrument.kind.is_law() || instrument.kind == TypeId::HIEN_PHAP;
    let amending = title.contains("sửa đổi") || title.contains("Sửa đổi");
    (named && !amending && title.starts_with(instrument.kind.as_str()) && title.len() <= LONGEST_NAME).then_some(title)
}

/// How the draft cites it: laws by name and year, in the legal basis as the kind of draft asks; others by type and number.
pub fn written(cx: &CompletionContext<'_>, instrument: &Instrument) -> String {
    if cx.typed.basis
        && let Some(law) = basis::law(cx, instrument)
    {
        return law;
    }
    match (law_name(instrument), &instrument.number, instrument.year) {
        (Some(name), _, Some(year)) => format!("{name} năm {year}"),
        (Some(name), _, None) => name.to_owned(),
        (None, Some(number), _) => format!("{} số {number}", instrument.kind),
        (None, None, _) => instrument.label(),
    }
}

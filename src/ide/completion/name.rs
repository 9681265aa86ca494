//! A type word and words of the title: `nghi dinh cong tac van thu`, `luat dat dai`; abbreviations of laws: `BLDS`.

use super::score::{Fit, Query, Standing};
use super::typed::{Style, TypeWord, is_syllable, marks_agree};
use super::{Candidate, Completion, CompletionContext, CompletionKind, basis, edit, filter, number, provision};
use crate::catalogue::{Instrument, Named};
use crate::law::{TypeId, YearRule};
use crate::text::{Span, fold};
use std::cmp::Reverse;
use std::sync::Arc;

/// Words that do not begin a title: after a type word they continue the sentence ("quyết định của"). Those with a star
/// are never in a title.
const PROSE: &str = include_str!("prose.txt");
/// The most words of a query, and the most type words that are tried in it.
const LONGEST_QUERY: usize = 16;
const TYPE_WORDS: usize = 2;
/// In queries of so many words a typing error is forgiven.
const FORGIVEN: usize = 6;
/// A law with a longer name is cited by its number.
const LONGEST_NAME: usize = 200;

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
    // A type word may be in the title of an act of another type: the last one is meant if a name begins with what follows it.
    for kind in type_words.into_iter().rev().take(TYPE_WORDS) {
        titled(cx, kind, found);
        // After "Căn cứ" a citation begins: words in front are not of its title.
        if found.iter().any(|c| c.standing.fit >= Fit::Beginning) || cx.typed.after_cue(kind.from) {
            return;
        }
    }
}

/// In "pháp luật", "kỷ luật", "mệnh lệnh" there is no type word; in "công bố luật" there is.
fn is_inside_compound(cx: &CompletionContext<'_>, kind: &TypeWord) -> bool {
    const FIRST: [(&str, &str); 7] = [
        ("phap", "pháp"),
        ("ky", "kỷ"),
        ("quy", "quy"),
        ("bo", "bộ"),
        ("menh", "mệnh"),
        ("khau", "khẩu"),
        ("hieu", "hiệu"),
    ];
    let Some(before) = kind.from.checked_sub(1).map(|i| &cx.typed.words[i]) else { return false };
    let is_first = |(folded, written): &(&str, &str)| {
        before.folded == *folded && (before.text.is_ascii() || fold::words(&before.text) == *written)
    };
    kind.until - kind.from == 1 && !kind.abbreviated && kind.style != Style::Proper && FIRST.iter().any(is_first)
}

/// Whether a type word and what follows can be a query and not prose.
fn is_query(cx: &CompletionContext<'_>, kind: &TypeWord, query: &[&str]) -> bool {
    let law = kind.kind.rank.is_some_and(|r| r <= 3);
    let Some(first) = query.first() else {
        // "Căn cứ Luật": the acts that are likely, before a letter of their names. In other places an act may not be meant.
        let leads = cx.typed.after_cue(kind.from) || !cx.draft.beside_name.is_empty();
        return kind.style == Style::Proper && !kind.abbreviated && leads;
    };
    // Of a law there is a list of names: what begins none is prose by that.
    let is_prose = |word: &str, mark: &str| PROSE.lines().any(|line| line.strip_suffix(mark) == Some(word));
    if !law && (is_prose(first, "") || is_prose(first, "*") || query.iter().any(|w| w.len() > 12 || is_prose(w, "*"))) {
        return false;
    }
    // "03 Nghị quyết, 01 Chỉ thị": an enumeration.
    if kind.style != Style::Unmarked && query.iter().any(|w| w.bytes().all(|b| b.is_ascii_digit())) {
        return false;
    }
    let letters: usize = query.iter().filter(|w| **w != "ve").map(|w| w.len()).sum();
    match kind.style {
        Style::Proper => letters >= if law { 1 } else { 2 },
        Style::Unmarked => letters >= if law { 1 } else { 2 } && (!kind.abbreviated || kind.kind.rank.is_some()),
        // "quyết định", "kế hoạch", "thông báo" in small letters are words of any sentence; a law is always a law.
        Style::Lower if law => letters >= 2,
        Style::Lower => letters >= 4 && kind.kind.year == YearRule::Always,
    }
}

/// What follows a type word.
struct Asked<'t> {
    query: Vec<&'t str>,
    /// At the end: "luat dat dai nam 2013", "luat dat dai 2013".
    year: Option<u16>,
    /// "Luật số": it is to be cited by its number.
    by_number: bool,
}

fn asked<'t>(cx: &'t CompletionContext<'_>, from: usize) -> Asked<'t> {
    let mut query = cx.typed.query(from);
    let is_year = |w: &&str| w.len() == 4 && w.parse::<u16>().is_ok_and(|y| (1940..2100).contains(&y));
    let year = query.last().filter(|w| is_year(w)).and_then(|w| w.parse().ok());
    if year.is_some() {
        query.pop();
        if query.last() == Some(&"nam") {
            query.pop();
        }
    }
    // Behind "Luật Thú y số" nothing else can come.
    let is_named = !cx.draft.beside_name.is_empty() && (query.is_empty() || query == ["s"]);
    let by_number = query == ["so"] || is_named;
    if by_number {
        query.clear();
    }
    Asked { query, year, by_number }
}

fn titled(cx: &CompletionContext<'_>, kind: TypeWord, found: &mut Vec<Candidate>) {
    let Asked { query, year, by_number } = asked(cx, kind.until);
    if !is_query(cx, &kind, &query) || query.iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit()) && w.len() > 3)
    {
        return;
    }
    let informal = kind.style != Style::Proper;
    let line = basis::before(cx, kind.from).filter(|_| informal);
    let run = informal.then(|| provision::run_before(cx, kind.from)).flatten();
    let from = line.or(run.as_ref().map(|r| r.from)).unwrap_or(kind.from);
    let Some(span) = cx.typed.span(from, false) else { return };
    let hits = match query.is_empty() {
        true => likely(cx, &kind, by_number),
        false => fitting(cx, &kind, &query),
    };
    if kind.kind.id.is_law() && !query.is_empty() {
        of_draft(cx, &kind, &query, span, found);
    }
    for (instrument, fit) in hits.into_iter().filter(|(i, _)| year.is_none_or(|y| i.year == Some(y))) {
        let Some(standing) = cx.standing(&instrument, fit) else { continue };
        match &run {
            Some(run) => found.extend(run.candidate(cx, &instrument, span, standing)),
            None => {
                let mut candidate = candidate(cx, &instrument, span, standing);
                if line.is_some() {
                    candidate.item.edit.text = basis::line(cx, &instrument);
                } else if by_number
                    && law_name(&instrument).is_some()
                    && let Some(number) = &instrument.number
                {
                    candidate.item.label = format!("{} số {number}", instrument.kind);
                    candidate.item.detail = instrument.title.clone().unwrap_or_default();
                    candidate.item.edit.text.clone_from(&candidate.item.label);
                }
                found.push(candidate);
            }
        }
    }
}

/// Names of laws that only the draft has.
fn of_draft(cx: &CompletionContext<'_>, kind: &TypeWord, query: &[&str], span: Span, found: &mut Vec<Candidate>) {
    let asked = Query::new(query);
    for name in &cx.draft.unknown_names {
        let folded = fold::search(name);
        let rest = folded.strip_prefix(&fold::search(&kind.kind.name)).and_then(|rest| rest.strip_prefix(' '));
        let Some(fit) = rest.and_then(|rest| asked.fit(rest)).filter(|fit| *fit >= Fit::Phrase) else { continue };
        if !marks_agree(&cx.typed.words[kind.until..], name, false) {
            continue;
        }
        let item = Completion {
            label: name.clone(),
            detail: String::new(),
            description: cx.localizer.text("ide-cited-here", &[]),
            kind: CompletionKind::Name,
            edit: edit(span, name.as_str()),
            snippet: None,
            filter: filter(&cx.typed_in(span), &[name.as_str()]),
            deprecated: false,
            instrument: None,
        };
        found.push(Candidate { item, standing: Standing { own: true, ..Standing::of_fit(fit) } });
    }
}

/// The acts of a type that are likely, before anything of their names or numbers is known.
fn likely(cx: &CompletionContext<'_>, kind: &TypeWord, by_number: bool) -> Vec<(Arc<Instrument>, Fit)> {
    let of_draft = cx.draft.acts.iter().filter(|act| act.kind == kind.kind.id).cloned();
    if kind.kind.id.is_law() && !by_number {
        let named = of_draft.filter(|act| law_name(act).is_some()).map(|act| (act, Fit::Words));
        return of_names(cx, kind, &[]).into_iter().chain(named).collect();
    }
    let own = [kind.kind.name.as_str()];
    let sharing = number::sharing_its_code(&kind.kind.name);
    let mut hits = number::beginning_with(cx, "", Some(if by_number { &own[..] } else { &sharing[..] }));
    // What amends the act of the line, and what the draft cites, may be cited seldom elsewhere.
    let amending = cx.draft.amending.iter().flat_map(|number| cx.catalogue.by_number(number));
    hits.extend(amending.filter(|act| act.kind == kind.kind.id).chain(of_draft));
    hits.into_iter().map(|i| (i, Fit::Words)).collect()
}

/// The acts of a type whose titles or names the words fit.
fn fitting(cx: &CompletionContext<'_>, kind: &TypeWord, query: &[&str]) -> Vec<(Arc<Instrument>, Fit)> {
    let named =
        if kind.kind.id.is_law() || kind.kind.id == TypeId::HIEN_PHAP { of_names(cx, kind, query) } else { Vec::new() };
    let letters: usize = query.iter().map(|w| w.len()).sum();
    let is_prose = |word: &str| PROSE.lines().any(|line| line.trim_end_matches('*') == word);
    let begins_prose = query.first().is_some_and(|word| is_prose(word));
    if letters < 2 || begins_prose || named.iter().any(|(_, fit)| *fit >= Fit::Beginning) {
        return named;
    }
    let folded_kind = fold::search(&kind.kind.name);
    let words = format!("{folded_kind} {}", query.join(" "));
    // Long texts are rarely mistyped searches, and forgiving errors in them takes long.
    let found = if query.len() <= FORGIVEN {
        cx.catalogue.search_listed(&words, cx.breadth())
    } else {
        cx.catalogue.search_exactly(&words, cx.breadth())
    };
    let hits: Vec<Arc<Instrument>> = found
        .into_iter()
        .map(|h| h.instrument)
        // A code is also found after "luật".
        .filter(|i| i.kind == kind.kind.id || fold::search(i.kind.as_str()).ends_with(&folded_kind))
        .filter(|i| {
            let names = i.title.iter().chain(&i.aliases).chain(&i.issuer).chain(&i.field).map(String::as_str);
            marks_agree(&cx.typed.words[kind.until..], &names.chain(["năm", "số"]).collect::<Vec<_>>().join(" "), false)
        })
        .filter(|i| named.iter().all(|(n, _)| n.id != i.id))
        .collect();
    // A title that is typed further in the draft is in its own order; words of the sentence after it end it.
    let in_order = kind.style != Style::Unmarked && query.iter().any(|w| PROSE.lines().any(|line| line == *w));
    let fits: Vec<Option<Fit>> =
        hits.iter().map(|i| fit(i, query).filter(|fit| !in_order || *fit >= Fit::Phrase)).collect();
    let any = !named.is_empty() || fits.iter().any(Option::is_some);
    let may_slip = !any && query.len() >= 2 && kind.style != Style::Lower && !in_order;
    // With a typing error no title fits completely; the user still meant a search.
    let slipped = hits.into_iter().zip(fits).filter_map(|(i, fit)| Some((i, fit.or(may_slip.then_some(Fit::Slip))?)));
    named.into_iter().chain(slipped).collect()
}

/// The laws whose names the words fit, those that are cited most first.
fn of_names(cx: &CompletionContext<'_>, kind: &TypeWord, query: &[&str]) -> Vec<(Arc<Instrument>, Fit)> {
    let folded_kind = fold::search(&kind.kind.name);
    let typed = &cx.typed.words[kind.until..];
    let all = cx.catalogue.named();
    let asked = Query::new(query);
    let fit_of = |name: &Named| {
        // A code is also called "luật".
        let rest = name
            .folded
            .strip_prefix(&*folded_kind)
            .or_else(|| name.folded.strip_prefix("bo ")?.strip_prefix(&*folded_kind))?;
        let rest = rest.strip_prefix(' ')?;
        if query.is_empty() {
            return (!name.informal && name.form.len() <= LONGEST_NAME).then_some(Fit::Words);
        }
        asked.fit(rest).filter(|_| marks_agree(typed, &name.form, false))
    };
    let mut fitting: Vec<(Fit, &Named)> = all.iter().filter_map(|name| Some((fit_of(name)?, name))).collect();
    let mut found: Vec<(Arc<Instrument>, Fit)> = Vec::new();
    fitting.sort_by_key(|(fit, name)| Reverse((*fit, name.cited)));
    if query.is_empty() {
        fitting.sort_by_key(|(_, name)| Reverse(name.cited));
    }
    for (fit, name) in fitting {
        if found.len() > cx.breadth() {
            break;
        }
        for id in &name.instruments {
            let Some(instrument) = cx.catalogue.listed(*id) else { continue };
            if found.iter().all(|(known, _)| known.id != instrument.id) {
                found.push((instrument, fit));
            }
        }
    }
    found
}

/// How the words typed fit an instrument: its title without the opening "về", else all its names together.
fn fit(instrument: &Instrument, query: &[&str]) -> Option<Fit> {
    let title = fold::search(instrument.title.as_deref().unwrap_or_default());
    let kind = fold::search(instrument.kind.as_str());
    let bare = title.strip_prefix(&kind).unwrap_or(&title).trim_start();
    let bare = bare.strip_prefix("ve ").unwrap_or(bare);
    let words = Query::new(query.strip_prefix(&["ve"]).unwrap_or(query));
    if let Some(fit) = words.fit(bare) {
        return Some(fit);
    }
    let mut hay = title;
    for more in instrument.aliases.iter().chain(&instrument.issuer).chain(&instrument.field).chain(&instrument.number) {
        hay.push(' ');
        hay.push_str(&fold::search(more));
    }
    words.fit(&hay).map(|_| Fit::Words)
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
            let standing = cx.standing(instrument, Fit::Whole);
            found.extend(standing.map(|standing| candidate(cx, instrument, span, standing)));
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
pub fn candidate(cx: &CompletionContext<'_>, instrument: &Instrument, span: Span, standing: Standing) -> Candidate {
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
    let typed = cx.typed_in(span);
    let item = Completion {
        filter: filter(&typed, &[&label, &title]),
        label,
        detail,
        description,
        kind: CompletionKind::Name,
        edit: edit(span, written(cx, instrument)),
        snippet: None,
        deprecated,
        instrument: Some(instrument.id),
    };
    Candidate { item, standing }
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

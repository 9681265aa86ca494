//! Words of a title or heading alone, without a type word: `hoa don chung tu` → the acts with these words in their titles,
//! "thời hiệu khởi kiện" → Điều 184 Bộ luật Tố tụng dân sự.

use super::score::{Fit, Query, Standing};
use super::typed::is_syllable;
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter, name};
use crate::catalogue::headings::{Heading, beginning_with};
use crate::catalogue::{Instrument, Validity};
use crate::text::{Span, fold};
use std::sync::Arc;

/// So many words are needed without marks, and with them: what is written with marks is prose unless it is a heading.
const UNMARKED: usize = 2;
const MARKED: usize = 4;
/// Words of titles that begin with fewer words than this are not looked for in the index of all words.
const SEARCHED: usize = 3;
const LONGEST_QUERY: usize = 12;
/// From so many words the query is tried to begin.
const STARTS: usize = 3;
/// More words than this are not looked for in titles: they are prose.
const LONGEST_TITLE: usize = 8;
/// So many headings are looked at.
const HEADINGS: usize = 60;

/// Acts and articles by the words of their titles and headings.
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let words = &cx.typed.words;
    let first = cx.typed.first_after_cue().max(words.len().saturating_sub(LONGEST_QUERY));
    let unmarked = words[first..].iter().all(|w| w.text.is_ascii() && w.folded.chars().all(|c| c.is_ascii_lowercase()));
    if !unmarked {
        of_prose(cx, first, found);
        return;
    }
    for from in first..(first + STARTS).min(words.len()) {
        let query = cx.typed.query(from);
        let letters: usize = query.iter().map(|w| w.len()).sum();
        if query.len() < UNMARKED || letters < 6 || !query.iter().all(|w| is_syllable(w) || Some(w) == query.last()) {
            continue;
        }
        let Some(span) = cx.typed.span(from, false) else { return };
        laws(cx, &query, span, found);
        if query.len() >= SEARCHED {
            if from == first && query.len() <= LONGEST_TITLE {
                titles(cx, &query, span, found);
            }
            headings(cx, &query, span, found);
        }
        if !found.is_empty() {
            return;
        }
    }
}

/// Words with marks are prose, unless they are the subject of an article: whole, and where an article may be cited.
fn of_prose(cx: &CompletionContext<'_>, first: usize, found: &mut Vec<Candidate>) {
    let query = cx.typed.query(first);
    if query.len() < MARKED || cx.typed.spaced {
        return;
    }
    let Some(span) = cx.typed.span(first, false) else { return };
    let before = found.len();
    headings(cx, &query, span, found);
    let typed = fold::words(&cx.typed.text(cx.document, first));
    let is_subject = |heading: &str| {
        let heading = fold::words(heading);
        heading.strip_prefix(&*typed).is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ';']))
    };
    if !found[before..].iter().any(|c| is_subject(&c.item.detail)) {
        found.truncate(before);
    }
}

/// Laws by words of their names without "luật".
fn laws(cx: &CompletionContext<'_>, query: &[&str], span: Span, found: &mut Vec<Candidate>) {
    let all = cx.catalogue.named();
    let asked = Query::new(query);
    for named in all.iter().filter(|n| !n.informal) {
        let Some(subject) = ["luat ", "bo luat ", "phap lenh "].iter().find_map(|k| named.folded.strip_prefix(k))
        else {
            continue;
        };
        let Some(fit) = asked.fit(subject).filter(|fit| *fit >= Fit::Phrase) else { continue };
        for id in &named.instruments {
            let Some(instrument) = cx.catalogue.listed(*id) else { continue };
            let standing = cx.standing(&instrument, fit);
            found.extend(standing.map(|standing| name::candidate(cx, &instrument, span, standing)));
        }
    }
}

/// Other acts that have the words in their titles in a row.
fn titles(cx: &CompletionContext<'_>, query: &[&str], span: Span, found: &mut Vec<Candidate>) {
    let asked = Query::new(query);
    for hit in cx.catalogue.search_exactly(&query.join(" "), cx.breadth()) {
        let title = fold::search(hit.instrument.title.as_deref().unwrap_or_default());
        let title = title.strip_prefix("ve ").unwrap_or(&title);
        let Some(fit) = asked.fit(title).filter(|fit| *fit >= Fit::Ordered) else { continue };
        if found.iter().any(|c| c.item.instrument == Some(hit.instrument.id)) {
            continue;
        }
        let standing = cx.standing(&hit.instrument, fit);
        found.extend(standing.map(|standing| name::candidate(cx, &hit.instrument, span, standing)));
    }
}

/// Articles of laws whose headings begin with the words; of laws that are in force.
fn headings(cx: &CompletionContext<'_>, query: &[&str], span: Span, found: &mut Vec<Candidate>) {
    let phrase = query.join(" ");
    for heading in beginning_with(&cx.catalogue.headings(), &phrase).iter().take(HEADINGS) {
        let law = cx.catalogue.by_number(&heading.number).into_iter().find(|i| i.kind.is_law());
        let Some(law) = law.filter(|i| !matches!(i.validity(cx.day), Validity::Expired { .. })) else { continue };
        // The subject is whole up to a comma too: "Thời hiệu khởi kiện, thời hiệu yêu cầu …".
        let subject = fold::search(heading.heading.split([',', ';']).next().unwrap_or_default());
        let fit = if subject == phrase || *heading.folded == *phrase { Fit::Whole } else { Fit::Beginning };
        let Some(standing) = cx.standing(&law, fit) else { continue };
        found.push(article(cx, &law, heading, span, standing));
    }
}

fn article(
    cx: &CompletionContext<'_>,
    law: &Arc<Instrument>,
    heading: &Heading,
    span: Span,
    standing: Standing,
) -> Candidate {
    let text = format!("Điều {} {}", heading.label, name::written(cx, law));
    let (force, deprecated) = cx.force(law);
    let item = Completion {
        filter: filter(&cx.typed_in(span), &[&heading.heading, &text]),
        label: text.clone(),
        detail: heading.heading.to_string(),
        description: force,
        kind: CompletionKind::Provision,
        edit: edit(span, text),
        snippet: None,
        deprecated,
        instrument: Some(law.id),
    };
    Candidate { item, standing }
}

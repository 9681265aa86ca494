//! Words that no catalogue has: the short names that the draft defines ("theo Đề" → Đề án 06), and the types of acts ("Nghị đ" →
//! Nghị định). Types are offered only for a capital letter, and only where nothing else begins so.

use super::score::{Fit, Standing};
use super::typed::marks_agree;
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter};
use crate::ide::short_names::definitions;
use crate::law::types;
use crate::text::fold;
use rustc_hash::FxHashSet;

/// So many words before the cursor may belong to a short name or a type.
const LONGEST: usize = 8;
/// So many letters, at least, tell which short name is meant, and which type: "Chỉ" begins other words too.
const SHORTEST: usize = 2;
const SHORTEST_TYPE: usize = 4;

/// The short names that the words before the cursor begin, of those that are defined before it.
pub fn short_names(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let mut seen = FxHashSet::default();
    let defined = definitions(cx.document).into_iter().filter(|d| d.span.end < cx.typed.cursor);
    for term in defined.map(|definition| definition.term).filter(|term| seen.insert(term.clone())) {
        let description = cx.localizer.text("ide-short-name", &[]);
        found.extend(begun(cx, &term, SHORTEST).and_then(|from| candidate(cx, from, &term, description, true)));
    }
}

/// The types of acts that the words before the cursor begin.
pub fn types_of_acts(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    for kind in types().iter().filter(|kind| kind.catalogue) {
        let from = begun(cx, &kind.name, SHORTEST_TYPE)
            .filter(|&from| cx.typed.words[from].text.starts_with(char::is_uppercase));
        let example = kind.codes.first().cloned().unwrap_or_default();
        found.extend(from.and_then(|from| candidate(cx, from, &kind.name, example, false)));
    }
}

/// Index of the word from which on those before the cursor begin a phrase. A single word must show by its capital that it is none of
/// the sentence.
fn begun(cx: &CompletionContext<'_>, phrase: &str, shortest: usize) -> Option<usize> {
    let words = &cx.typed.words;
    if cx.typed.spaced {
        return None;
    }
    let folded = fold::search(phrase);
    (words.len().saturating_sub(LONGEST)..words.len()).find(|&from| {
        let typed: Vec<&str> = words[from..].iter().map(|word| word.folded.as_str()).collect();
        let typed = typed.join(" ");
        typed.len() >= shortest
            && folded.len() > typed.len()
            && folded.starts_with(&typed)
            && (words.len() - from > 1 || words[from].text.starts_with(char::is_uppercase))
            && marks_agree(&words[from..], phrase, true)
    })
}

fn candidate(cx: &CompletionContext<'_>, from: usize, text: &str, description: String, own: bool) -> Option<Candidate> {
    let span = cx.typed.span(from, false)?;
    let item = Completion {
        label: text.to_owned(),
        detail: String::new(),
        description,
        kind: CompletionKind::Name,
        filter: filter(&cx.typed_in(span), &[text]),
        edit: edit(span, text),
        snippet: None,
        deprecated: false,
        instrument: None,
    };
    Some(Candidate { item, standing: Standing { own, ..Standing::of_fit(Fit::Beginning) } })
}

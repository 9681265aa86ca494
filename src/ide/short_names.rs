//! The short names that a draft defines ("sau đây gọi tắt là …"), where they are defined and used.

use crate::cite::CueKind;
use crate::document::Document;
use crate::text::Span;

/// A short name where it is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    pub term: String,
    /// The term in its definition; bytes of the document.
    pub span: Span,
}

/// The definitions of a document, in the order of the text.
pub fn definitions(document: &Document) -> Vec<Definition> {
    let mut found = Vec::new();
    for (start, block) in document.blocks() {
        for cue in &block.reading.cues {
            if let CueKind::ShortName { term, .. } = &cue.kind {
                found.push(Definition { term: term.clone(), span: cue.span.shifted(start) });
            }
        }
    }
    found
}

/// The places of a short name, its definition among them, in the order of the text: where it stands as a word of its own,
/// outside quotations, and not as the beginning of a longer name ("Bộ" in "Bộ Tài chính").
pub fn places(document: &Document, term: &str) -> Vec<Span> {
    let defined: Vec<Span> = definitions(document).into_iter().filter(|d| d.term == term).map(|d| d.span).collect();
    let mut found = defined.clone();
    for (start, block) in document.blocks() {
        // What is before the definition is the full name, which may begin with the same words: "Quy chế làm việc (sau đây gọi
        // tắt là Quy chế)".
        let end = start + block.text.len();
        let definition =
            defined.iter().find(|span| start <= span.start && span.end <= end).map_or(start, |span| span.start);
        for (at, _) in block.text.match_indices(term) {
            let span = Span::new(start + at, start + at + term.len());
            let is_defined = defined.iter().any(|defined| defined.overlaps(span));
            if !is_defined
                && span.start >= definition
                && stands_alone(&block.text, at, term)
                && !document.is_quoted(span.start)
            {
                found.push(span);
            }
        }
    }
    found.sort_unstable();
    found
}

fn stands_alone(text: &str, at: usize, term: &str) -> bool {
    let (before, after) = (&text[..at], &text[at + term.len()..]);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-');
    if before.ends_with(is_word) || after.starts_with(|c: char| is_word(c) && c != '-') {
        return false;
    }
    let goes_on = |c: char| c.is_uppercase() || c.is_ascii_digit();
    !after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(goes_on) || rest.starts_with("số "))
}

/// The short name at a byte offset, with its place there.
pub fn at(document: &Document, offset: usize) -> Option<Definition> {
    let all = definitions(document);
    if let Some(definition) = all.iter().find(|definition| definition.span.touches(offset)) {
        return Some(definition.clone());
    }
    let mut terms: Vec<&str> = all.iter().map(|definition| definition.term.as_str()).collect();
    // The longest that is written there.
    terms.sort_unstable_by_key(|term| std::cmp::Reverse(term.len()));
    terms.dedup();
    terms.into_iter().find_map(|term| {
        let span = places(document, term).into_iter().find(|span| span.touches(offset))?;
        Some(Definition { term: term.to_owned(), span })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document};

    #[test]
    fn a_short_name_is_found_where_it_is_defined_and_used() {
        let c = catalogue();
        let text = "Quy chế làm việc (sau đây gọi tắt là Quy chế). Theo Quy ch|ế và Quy chế Đào tạo; “Quy chế” khác. Quy chế này.";
        let (document, offset) = document(text, &c);
        let found = at(&document, offset).unwrap();
        assert_eq!(found.term, "Quy chế");
        let found = places(&document, "Quy chế");
        assert!(
            found.len() >= 2 && found.iter().all(|span| !crate::ide::text_from(&document, span.end, 2).ends_with('Đ'))
        );
    }
}

//! What is selected by and by as a selection grows: word, mention, whole citation, line, paragraph, point, clause, article,
//! chapter, the text.

use super::units::Units;
use crate::cite::{Attributes, MentionKind};
use crate::document::{Document, PlacedMention};
use crate::text::Span;

/// The spans around a byte offset, each inside the next.
pub fn around(document: &Document, offset: usize) -> Vec<Span> {
    let whole = Span::new(0, document.length());
    let offset = offset.min(whole.end);
    let block = document.block_at(offset);
    let mut spans = vec![whole];
    if let Some((start, source)) = document.blocks().nth(block) {
        let text = &source.text;
        let at = (offset - start).min(text.len());
        spans.push(trimmed(text, Span::new(0, text.len())).shifted(start));
        let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        spans.push(trimmed(text, Span::new(line_start, line_end)).shifted(start));
        let is_word = |c: char| c.is_alphanumeric();
        let word_start = text[..at].char_indices().rev().take_while(|(_, c)| is_word(*c)).last().map_or(at, |(n, _)| n);
        let word_end = at + text[at..].chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum::<usize>();
        spans.push(Span::new(word_start, word_end).shifted(start));
    }
    for placed in document.at(offset) {
        spans.push(placed.span());
        spans.push(citation(&placed));
        if let Some(owner) = document.owner_mention(&placed).filter(|owner| owner.block == placed.block) {
            spans.push(citation(&placed).cover(citation(&owner)));
        }
    }
    let units = Units::of(document);
    let mut unit = units.all().partition_point(|unit| unit.span.start <= offset).checked_sub(1);
    while let Some(n) = unit {
        spans.push(units.extent(n));
        unit = units.all()[n].parent;
    }
    nested(spans, offset)
}

/// A mention with what the text says beside it: type word, date, issuer, title.
pub fn citation(placed: &PlacedMention<'_>) -> Span {
    let attributes = |a: &Attributes| {
        [a.date.as_ref().map(|d| d.span), a.year.map(|y| y.span), a.issuer.as_ref().map(|i| i.span), a.title]
    };
    let parts: Vec<Option<Span>> = match &placed.mention.kind {
        MentionKind::Number(n) => {
            let word = n.type_word.as_ref().filter(|word| word.own).map(|word| word.span);
            [word, n.so].into_iter().chain(attributes(&n.attributes)).collect()
        }
        MentionKind::Name(n) => attributes(&n.attributes).into_iter().collect(),
        MentionKind::Provision(_) | MentionKind::Agency(_) => Vec::new(),
    };
    parts.into_iter().flatten().fold(placed.span(), |whole, part| whole.cover(placed.in_document(part)))
}

fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + inner.len() - inner.trim_start().len();
    Span::new(start, (span.start + inner.trim_end().len()).max(start))
}

/// From the smallest to the largest, those that hold the offset and all smaller ones.
fn nested(mut spans: Vec<Span>, offset: usize) -> Vec<Span> {
    spans.retain(|span| span.start <= offset && offset <= span.end && !span.is_empty());
    spans.sort_by_key(|span| span.len());
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last() {
            Some(last) if span == *last || span.start > last.start || span.end < last.end => {}
            _ => out.push(span),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document};

    #[test]
    fn a_selection_grows_from_word_to_text() {
        let c = catalogue();
        let text = "QUYẾT ĐỊNH\nĐiều 1. Một\n1. Theo khoản 2 Điều 5 Nghị định số 30/20|20/NĐ-CP ngày 05 tháng 3 năm 2020; hết.\n2. Hai.\n";
        let (document, offset) = document(text, &c);
        let spans: Vec<String> = around(&document, offset).into_iter().map(|span| document.slice(span)).collect();
        let starts = ["2020", "30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP ngày", "1. Theo", "Điều 1. Một", "QUYẾT"];
        for wanted in starts {
            assert!(spans.iter().any(|span| span.starts_with(wanted)), "{wanted}: {spans:#?}");
        }
        assert!(spans.is_sorted_by_key(String::len));
    }
}

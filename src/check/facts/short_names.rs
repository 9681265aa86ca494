//! Short names that a block defines: "(sau đây gọi tắt là Đề án 06)".

use super::key;
use crate::check::checker::Checker;
use crate::cite::{CueKind, MentionKind};
use crate::text::Span;

/// A definition of a short name outside quotations (a quotation is the text of another act).
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    pub term: Box<str>,
    /// Of the term, in bytes of the block.
    pub span: Span,
    /// Canonical number or name of the instrument that it stands for.
    pub of: Option<Box<str>>,
    /// The [`key`] of that instrument, if it is cited by number.
    pub number: Option<u64>,
    /// The block cites the number again after the definition.
    pub cited_again: bool,
    /// The bracket that holds nothing but the definition, with the blank before it: " (sau đây gọi tắt là Quy chế)".
    pub bracket: Option<Span>,
}

/// The short names that a block defines.
pub fn read(cx: &Checker<'_>) -> Vec<Definition> {
    let mut found = Vec::new();
    for cue in &cx.block.reading.cues {
        let CueKind::ShortName { term, of } = &cue.kind else { continue };
        let span = cue.span;
        // The quotation mark that opens the term itself doesn't begin a quotation of another act.
        if cx.is_quoted(span.start.saturating_sub("“".len() + 1)) {
            continue;
        }
        let meant = of.and_then(|of| cx.block.reading.mentions.get(of));
        let number = meant.and_then(|mention| mention.number()).map(|n| &n.number);
        let of = meant.and_then(|mention| match &mention.kind {
            MentionKind::Number(n) => Some(n.number.canonical()),
            MentionKind::Name(n) => Some(n.canonical.clone()),
            _ => None,
        });
        let cited_again = number.is_some_and(|meant| {
            cx.numbers.iter().any(|n| n.span().start > span.end && n.number().key() == meant.key())
        });
        found.push(Definition {
            term: term.as_str().into(),
            span,
            of: of.map(Into::into),
            number: number.map(key),
            cited_again,
            bracket: bracket_around(cx.text(), span),
        });
    }
    found
}

fn bracket_around(text: &str, term: Span) -> Option<Span> {
    let open = text[..term.start].rfind('(')?;
    let inside = text[open + 1..term.start].to_lowercase();
    if !(inside.starts_with("sau đây") || inside.starts_with("gọi tắt")) || inside.contains([')', ';', ',']) {
        return None;
    }
    let rest = &text[term.end..];
    let marks = rest.len() - rest.trim_start_matches(['”', '"', '’']).len();
    if !rest[marks..].starts_with(')') {
        return None;
    }
    let blank = text[..open].trim_end_matches(' ').len();
    Some(Span::new(blank, term.end + marks + 1))
}

//! Short names that a text gives an instrument: "(sau đây gọi tắt là Nghị định 30)".

use super::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::words;
use crate::text::{Span, fold};

/// A short name has at most so many words.
const LONGEST: usize = 14;

/// A short name.
#[derive(Debug)]
pub struct ShortName {
    pub span: Span,
    pub term: String,
    /// Index of the bracket or comma in which the name is given, which follows what it stands for.
    pub bracket: usize,
}

impl Cursor<'_> {
    /// The short name that the verb at a token gives: "(sau đây gọi tắt là …)", "(gọi tắt là …)", "sau đây gọi là “Quy chế”",
    /// "(sau đây viết tắt là …)".
    pub fn short_name(self, at: usize) -> Option<ShortName> {
        use words as w;
        if !self.is_any(at, &[w::GOI, w::VIET]) {
            return None;
        }
        let is_at = (at + 1..at + 4).find(|&i| !self.is_any(i, &[w::TAT, w::CHUNG])).unwrap_or(at + 4);
        let defines = is_at > at + 1 || (at > 0 && self.is(at - 1, w::DAY));
        if !self.is(is_at, w::LA) || !defines {
            return None;
        }
        let quoted = self.token(is_at + 1).is_some_and(|t| matches!(t.kind, Kind::QuoteOpen | Kind::QuotePlain));
        let from = is_at + 1 + usize::from(quoted);
        let ends = |i: usize| {
            self.token(i).is_none_or(|t| match t.kind {
                Kind::QuoteClose | Kind::QuotePlain => true,
                Kind::Mark if !quoted && self.is_any(i, &[w::CLOSE, w::COMMA, w::SEMICOLON, w::DOT, w::OPEN]) => true,
                _ => t.has(EMPTY_LINE),
            })
        };
        let end = (from..=from + LONGEST).find(|&i| ends(i)).filter(|&end| end > from)?;
        let span = self.span(from, end);
        let opens = |i: &usize| self.is_any(*i, &[w::OPEN, w::COMMA]);
        let bracket = (at.saturating_sub(4)..at).rev().find(opens).unwrap_or(at);
        Some(ShortName { span, term: fold::tidy(span.of(self.text())), bracket })
    }

    /// The short form of an agency in brackets and quotation marks right after its name: "Cục Hải quan thành phố Hải Phòng (“Cục
    /// HQHP”)". `at` is the bracket.
    pub fn defined_form(self, at: usize) -> Option<ShortName> {
        const LONGEST: usize = 8;
        let quote = |i: usize, kinds: &[Kind]| self.token(i).is_some_and(|t| kinds.contains(&t.kind));
        if !self.is(at, words::OPEN) || !quote(at + 1, &[Kind::QuoteOpen, Kind::QuotePlain]) {
            return None;
        }
        let from = at + 2;
        let end = (from..from + LONGEST).find(|&i| quote(i, &[Kind::QuoteClose, Kind::QuotePlain]))?;
        if end == from || !self.is(end + 1, words::CLOSE) {
            return None;
        }
        let span = self.span(from, end);
        Some(ShortName { span, term: fold::tidy(span.of(self.text())), bracket: at })
    }
}

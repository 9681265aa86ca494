//! What is in front of a number: "số", the type word, and the members of an enumeration.
//!
//! - `các Nghị định số 15/2013/NĐ-CP và 46/2015/NĐ-CP`: one type word for several numbers.
//! - `các Quyết định số 12, 13 và 15/QĐ-UBND`: one symbol for several serials.

use super::context::{Anchor, Context};
use super::cursor::Cursor;
use super::number::{Certainty, Family, scan};
use crate::cite::lexer::Kind;
use crate::lexicon::{Word, words};
use crate::text::Span;

/// Between the numbers of an enumeration are only these.
const CONNECTORS: [Word; 8] =
    [words::COMMA, words::SEMICOLON, words::VA, words::HOAC, words::CUNG, words::AMPERSAND, words::SO, words::COLON];

/// A list of serials has at most so many tokens.
const LONGEST_LIST: usize = 60;

impl Cursor<'_> {
    /// The word "số" in front, with its colon or doubling ("Số: 5", "số số 5"): index of its first token.
    pub(super) fn so_before(self, at: usize) -> Option<usize> {
        let mut i = at;
        let mut found = None;
        while i > 0 && at - i < 4 {
            if self.is(i - 1, words::SO) {
                found = Some(i - 1);
            } else if !self.is_any(i - 1, &[words::COLON, words::DOT]) {
                break;
            }
            i -= 1;
        }
        found
    }

    /// The type word that a number at this token belongs to, right in front or in front of the enumeration.
    pub(super) fn anchor_before(self, at: usize, context: &Context) -> Option<Anchor> {
        let anchor = context.anchor?;
        let mut i = self.so_before(at).unwrap_or(at);
        if anchor.end == i {
            return Some(anchor);
        }
        let item = i < at && i > 0 && self.is_any(i - 1, &[words::SEMICOLON, words::COMMA]);
        if item && anchor.listed && anchor.numbers > 0 {
            return Some(anchor);
        }
        while i > anchor.end && self.is_any(i - 1, &CONNECTORS) {
            i -= 1;
        }
        (anchor.end == i && anchor.numbers > 0).then_some(anchor)
    }

    /// The type word in front of the serials that share the symbol of the number at a token: "các Sắc lệnh số 05, 013 và 063/SL".
    pub(super) fn anchor_of_serials(self, at: usize, context: &Context) -> Option<Anchor> {
        context.anchor.filter(|a| a.numbers == 0 && !self.serials_before(at, *a, context).is_empty())
    }

    /// Serials that share the symbol of the number at `at`: "12, 13 và" of "số 12, 13 và 15/QĐ-UBND". They reach back to
    /// the type word.
    pub(super) fn serials_before(self, at: usize, anchor: Anchor, context: &Context) -> Vec<(Span, u32)> {
        let from = anchor.span.end;
        let mut out = Vec::new();
        let mut i = at;
        let mut expect_connector = true;
        while i > 0 && (self.tokens()[i - 1].start as usize) >= from {
            let token = self.tokens()[i - 1];
            let connector = self.is_any(i - 1, &[words::COMMA, words::VA, words::HOAC]);
            if expect_connector && connector {
                expect_connector = false;
            } else if !expect_connector && token.kind == Kind::Digits {
                let Ok(serial) = self.slice(i - 1).parse::<u32>() else { return Vec::new() };
                // A number that was read already ends the list: it has a symbol of its own.
                if context.read_until > token.start as usize {
                    return Vec::new();
                }
                out.push((token.span(), serial));
                expect_connector = true;
            } else if !(expect_connector && token.is(words::SO) && !out.is_empty()) {
                break;
            }
            i -= 1;
        }
        // All tokens down to the type word must belong to the list.
        let reached = i == 0 || (self.tokens()[i - 1].end as usize) <= from || self.is(i - 1, words::SO);
        if !reached || !expect_connector {
            return Vec::new();
        }
        out.reverse();
        out
    }

    /// "12, 13 và 15/QĐ-UBND": bare digits that share the symbol of a number at the end of the list.
    pub(super) fn shares_symbol(self, at: usize) -> bool {
        let mut i = at + 1;
        while i < at + LONGEST_LIST && self.is_any(i, &[words::COMMA, words::VA, words::HOAC]) {
            i += 1 + usize::from(self.is(i + 1, words::SO));
            let Some(digits) = self.token(i).filter(|t| t.kind == Kind::Digits) else { return false };
            let scan = scan(self.text(), digits.start as usize, false);
            if scan.is_some_and(|s| s.certainty == Certainty::Sure || s.number.family == Family::Old) {
                return true;
            }
            i += 1;
        }
        false
    }

    /// "các Nghị định", "hai Sắc lệnh": whether the type word stands for several acts.
    pub fn is_plural(self, anchor: Anchor) -> bool {
        let before = self.token_from(anchor.span.start).checked_sub(1);
        before.is_some_and(|i| self.is_any(i, &[words::CAC, words::NHUNG, words::HAI, words::BA]))
    }

    /// Whether the number is one of the acts after "được sửa đổi, bổ sung (một số điều) bởi / theo".
    pub(super) fn is_amending_list(self, anchor: Option<Anchor>) -> bool {
        const LONGEST_VERB: usize = 9;
        let Some(anchor) = anchor else { return false };
        let first = self.token_from(anchor.span.start);
        // Over earlier members of the list.
        for i in (first.saturating_sub(LONGEST_LIST)..first).rev() {
            if self.is_any(i, &[words::BOI, words::THEO]) {
                let verb = i.saturating_sub(LONGEST_VERB)..i;
                return verb.clone().any(|k| self.amends(k)) && verb.clone().any(|k| self.is(k, words::DUOC));
            }
            if self.is_any(i, &[words::SEMICOLON, words::DOT, words::CANU]) {
                return false;
            }
        }
        false
    }
}

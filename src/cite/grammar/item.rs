//! Labels of items and headings at the beginning of a line: "Điều 5.", "Chương III", "1.", "a)", "-".

use super::cursor::Cursor;
use crate::cite::lexer::{BREAK, EMPTY_LINE, GAP, Kind};
use crate::cite::model::{Item, Level};
use crate::law::is_letter_label;
use crate::lexicon::{Word, words};
use crate::text::{Span, fold};
use std::ops::Range;

/// The label of an item, and the quotation marks in front of it.
#[derive(Debug)]
pub struct ItemLabel {
    pub span: Span,
    pub item: Item,
    /// The tokens that are quotation marks: "“Điều 5.".
    pub quotes: Range<usize>,
    /// Index of the token after it.
    pub end: usize,
}

impl Cursor<'_> {
    /// The label that begins with the first token of a line.
    pub fn item(self, at: usize) -> Option<ItemLabel> {
        const MOST_MARKS: usize = 8;
        const MOST_QUOTES: usize = 2;
        // Marks of headings and tables in Markdown, and the quotation mark of quoted articles.
        let is_mark = |i: usize| {
            self.token(i).is_some_and(|t| t.kind == Kind::Mark && t.word == Word::NONE)
                && !self.slice(i).starts_with(['…', '+'])
        };
        let quoted = (at..at + MOST_MARKS).find(|&i| !is_mark(i)).unwrap_or(at + MOST_MARKS);
        let is_quote = |i: usize| self.token(i).is_some_and(|t| matches!(t.kind, Kind::QuoteOpen | Kind::QuotePlain));
        let label_at = (quoted..quoted + MOST_QUOTES).find(|&i| !is_quote(i)).unwrap_or(quoted + MOST_QUOTES);
        if label_at == at && self.tokens()[at].kind == Kind::Word && !self.is_letter_item(at) && self.continues_line(at)
        {
            return None;
        }
        let (level, label, end) = self.item_label(label_at)?;
        let item = Item { level, label, amending: self.amending_verb(end) };
        Some(ItemLabel { span: self.span(label_at, end), item, quotes: quoted..label_at, end })
    }

    /// Whether a list, a paragraph or the text of a provision begins at the token after a colon: at the beginning of a line, at the end
    /// of the block, or with a label ("như sau: 3. Phạt tiền …", "như sau: a) …").
    pub fn opens_text(self, at: usize) -> bool {
        // A stray mark of a scan is at the end of the line: "của Quốc hội: -"
        let stray = self.token(at).is_some_and(|t| t.kind == Kind::Mark && !t.begins_line())
            && self.token(at + 1).is_none_or(|t| t.begins_line());
        stray
            || self.token(at).is_none_or(|t| {
                t.begins_line()
                    || self.is_letter_item(at)
                    || (t.kind == Kind::Digits
                        && self.is(at + 1, words::DOT)
                        && self.is_glued(at + 1)
                        && !self.is_glued(at + 2))
            })
    }

    /// Whether the line continues with a sentence that the line before began: "… quy định tại\nĐiều 8 và".
    fn continues_line(self, at: usize) -> bool {
        use words as w;
        const CONTINUED: [Word; 17] = [
            w::TAI,
            w::THEO,
            w::CUA,
            w::VA,
            w::HOAC,
            w::COMMA,
            w::DEN,
            w::TU_FROM,
            w::DINH,
            w::KHOAN,
            w::DIEM,
            w::DIEU,
            w::CAC,
            w::VAO,
            w::SAU,
            w::THUOC,
            w::SO,
        ];
        if at == 0 || self.tokens()[at].has(EMPTY_LINE) {
            return false;
        }
        if self.is_any(at - 1, &CONTINUED) {
            return true;
        }
        // "khoản 1\nĐiều này"
        at >= 2 && self.unit_word(at - 2).is_some() && (self.is_digits(at - 1) || self.is_label_letter(at - 1))
    }

    /// "a)"
    fn is_letter_item(self, at: usize) -> bool {
        self.is(at + 1, words::CLOSE) && self.is_label_letter(at)
    }

    fn is_label_letter(self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Word) && fold::letters(self.slice(at)) == 1
    }

    /// The label at a token, with the token after it.
    fn item_label(self, at: usize) -> Option<(Level, String, usize)> {
        let token = self.token(at)?;
        if let Some((level, unit_end)) = self.unit_word(at) {
            return self.heading_label(at, level, unit_end);
        }
        match token.kind {
            Kind::Digits => self.number_label(at),
            Kind::Word => self.letter_item_label(at),
            _ => None,
        }
        .or_else(|| {
            let dash = token.is(words::DASH) || self.slice(at) == "+";
            (dash && self.token(at + 1).is_some_and(|t| t.has(GAP) && !t.has(BREAK)))
                .then(|| (Level::Dash, String::new(), at + 1))
        })
    }

    /// "Điều 5.", "Chương III", "Mục 2 -". "Điều 5, " is a reference; "khoản 1." at the beginning of a line is one too.
    fn heading_label(self, at: usize, level: Level, unit_end: usize) -> Option<(Level, String, usize)> {
        if !self.is_capital(at) {
            return None;
        }
        let (label, end) = self.label(level, unit_end)?;
        // "Điều 9.2.c": a point.
        let pinpoint = self.is(end, words::DOT)
            && self.is_glued(end + 1)
            && self.is_label_letter(end + 1)
            && !self.is_capital(end + 1);
        let ends = !pinpoint
            && self.token(end).is_none_or(|t| {
                t.has(BREAK) || t.is(words::DOT) || t.is(words::COLON) || (t.is(words::DASH) && t.has(GAP))
            });
        if !ends || self.tokens()[unit_end].has(EMPTY_LINE) || level > Level::Article {
            return None;
        }
        let dotted = self.token(end).is_some_and(|t| !t.has(BREAK) && (t.is(words::DOT) || t.is(words::COLON)));
        Some((level, label, end + usize::from(dotted)))
    }

    /// "1.", "4a.", but not "1.5" and "1. 000"
    fn number_label(self, at: usize) -> Option<(Level, String, usize)> {
        self.digits(at, 3)?;
        let letter = usize::from(self.is_glued(at + 1) && self.is_label_letter(at + 1));
        let dot = at + 1 + letter;
        let ends = self.is(dot, words::DOT)
            && self.is_glued(dot)
            && self.token(dot + 1).is_none_or(|t| t.has(GAP) || t.has(BREAK) || t.kind != Kind::Digits);
        ends.then(|| (Level::Clause, self.span(at, dot).of(self.text()).to_lowercase(), dot + 1))
    }

    /// "a)", "a1)", "đ)", "aa)", but not the end of "(cấp xã)"
    fn letter_item_label(self, at: usize) -> Option<(Level, String, usize)> {
        const LONGEST: usize = 8;
        let digit = usize::from(self.is_digits(at + 1) && self.is_glued(at + 1));
        let close = at + 1 + digit;
        if !self.is(close, words::CLOSE) || !self.is_glued(close) || self.slice(at).len() > LONGEST {
            return None;
        }
        let letters = fold::syllable(self.slice(at));
        is_letter_label(&letters)
            .then(|| (Level::Point, letters + if digit == 1 { self.slice(at + 1) } else { "" }, close + 1))
    }
}

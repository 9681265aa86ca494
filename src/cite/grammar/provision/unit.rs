//! Units of provisions and their labels: "Điều 5", "khoản 2a", "điểm đ1", "tiết (iv)", "Chương III", "Phần thứ nhất".

use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{CAPITAL, EMPTY_LINE, Kind};
use crate::cite::model::Level;
use crate::law::{LETTERS, is_letter_label, letter_index, roman_value};
use crate::lexicon::{Word, words};
use crate::text::fold;

impl Cursor<'_> {
    /// The word for a level of provisions at a token, and the token after it.
    pub fn unit_word(self, at: usize) -> Option<(Level, usize)> {
        let token = self.token(at)?;
        if token.kind != Kind::Word || token.word == Word::NONE {
            return None;
        }
        Some(match token.word {
            words::DIEU => (Level::Article, at + 1),
            words::KHOAN => (Level::Clause, at + 1),
            words::DIEM => (Level::Point, at + 1),
            words::MUC => (Level::Section, at + 1),
            words::CHUONG => (Level::Chapter, at + 1),
            words::PHAN => (Level::Part, at + 1),
            words::TIET => (Level::Subpoint, at + 1),
            words::DOAN => (Level::Paragraph, at + 1),
            // "khổ thứ nhất"; "khổ" alone is a width.
            words::KHO_STANZA if self.is(at + 1, words::THU) => (Level::Stanza, at + 1),
            words::TIEU if self.is(at + 1, words::MUC) => (Level::Subsection, at + 2),
            // "Đ.2", "K.3": only with the full stop and digits.
            words::D_SHORT if token.has(CAPITAL) && self.abbreviates(at) => (Level::Article, at + 2),
            words::K_SHORT if self.abbreviates(at) => (Level::Clause, at + 2),
            _ => return None,
        })
    }

    /// ".2" after "Đ", "K".
    fn abbreviates(self, at: usize) -> bool {
        self.is(at + 1, words::DOT) && self.is_glued(at + 1) && self.is_digits(at + 2)
    }

    /// The label of a unit at a token ("5a", "III", "đ", "này"), as it is written in a path, and the token after it.
    pub fn label(self, level: Level, at: usize) -> Option<(String, usize)> {
        let token = self.token(at)?;
        if token.has(EMPTY_LINE) && !self.goes_over_page(at) {
            return None;
        }
        if token.is(words::NAY) {
            return Some(("này".to_owned(), at + 1));
        }
        match token.kind {
            Kind::Digits => self.digit_label(at),
            Kind::Word => self.word_label(level, at),
            // "tiết (iv)"
            Kind::Mark if token.is(words::OPEN) && level == Level::Subpoint && self.is(at + 2, words::CLOSE) => {
                let inner = self.slice(at + 1).to_lowercase();
                (roman_value(&inner).is_some() || inner.chars().count() == 1).then(|| (inner, at + 3))
            }
            _ => None,
        }
    }

    /// "5", "5a", "217a"; "1.2" for the points of old circulars.
    fn digit_label(self, at: usize) -> Option<(String, usize)> {
        let token = self.tokens()[at];
        if token.end - token.start > 3 {
            return None;
        }
        let mut label = self.slice(at).trim_start_matches('0').to_owned();
        if label.is_empty() {
            return None;
        }
        let mut end = at + 1;
        // A letter glued to it, unless it begins a word.
        if let Some(next) = self.token(end).filter(|t| t.kind == Kind::Word)
            && self.is_glued(end)
        {
            let letters = fold::syllable(self.slice(end));
            let digit = match self.slice(end) {
                "O" => Some('0'),
                "I" => Some('1'),
                _ => None,
            };
            if let Some(digit) = digit {
                // "Điều 1O": a letter that was read for the digit.
                label.push(digit);
                end += 1;
            } else if is_letter_label(&letters) {
                // "5a", "5A", "5aa"
                label.push_str(&letters);
                end += 1;
            } else if !next.has(CAPITAL) && letters.is_ascii() {
                // "Điều 26Thông tư này", "khoản 1Ủy ban" and "Điều 88về" lost a blank; "khoản 2kg" is an amount.
                return None;
            }
        }
        while self.dotted_digits(end) {
            label = format!("{label}.{}", self.slice(end + 1));
            end += 2;
        }
        // "khoản 500 triệu đồng", "khoản 5%", "Điều 30/2020" aren't labels.
        let amount = self.is_any(end, &[words::TRIEU, words::TY, words::NGHIN, words::DONG, words::LAN])
            || self.slice(end) == "%"
            || self.is_fraction(end);
        (!amount).then_some((label, end))
    }

    /// Whether a slash makes something else of the label in front of it: "Điều 30/2020", "điểm A/B", but not "Điều 12/Điều 13",
    /// "Điều 12/Luật Giá".
    fn is_fraction(self, at: usize) -> bool {
        self.is(at, words::SLASH)
            && self.is_glued(at)
            && self.unit_word(at + 1).is_none()
            && !(self.is_capital(at + 1) && self.phrases(at + 1).kind.is_some_and(|(_, _, short)| !short))
    }

    /// Letters of points, Roman numerals, "thứ nhất".
    fn word_label(self, level: Level, at: usize) -> Option<(String, usize)> {
        let text = self.slice(at);
        if self.is(at, words::THU)
            && matches!(
                level,
                Level::Article | Level::Part | Level::Paragraph | Level::Stanza | Level::Chapter | Level::Subpoint
            )
        {
            return self.ordinal_label(level, at);
        }
        if matches!((level, text), (Level::Article | Level::Clause, "l") | (Level::Clause, "I")) {
            return self.misread_label(at);
        }
        let letters = fold::letters(text);
        match level {
            Level::Subpoint if letters > 1 && roman_value(text).is_some() => Some((text.to_lowercase(), at + 1)),
            Level::Chapter | Level::Part | Level::Section => {
                if roman_value(text).is_some() {
                    // "Chương IIa"? Inserted chapters are rare; "Mục i" is written small only by mistake.
                    return Some((text.to_uppercase(), at + 1));
                }
                (letters == 1 && self.is_capital(at) && level != Level::Chapter).then(|| (text.to_owned(), at + 1))
            }
            Level::Point | Level::Subpoint | Level::Subsection if letters <= 2 => self.letter_label(at),
            _ => None,
        }
    }

    /// "Phần thứ nhất", "Đoạn thứ hai". "Điều thứ 5", "Điều thứ nhất" of acts of the first years are Điều 5, Điều 1.
    fn ordinal_label(self, level: Level, at: usize) -> Option<(String, usize)> {
        if level != Level::Article {
            let digits = || self.digits(at + 1, 2).map(|digits| digits.trim_start_matches('0'));
            let text = self.ordinal(at + 1).map(|(_, text)| text).or_else(digits).filter(|text| !text.is_empty())?;
            return Some((format!("thứ {text}"), at + 2));
        }
        let digits = self.digits(at + 1, 3).map(|digits| digits.trim_start_matches('0').to_owned());
        let digits = digits.or_else(|| self.ordinal(at + 1).map(|(number, _)| number.to_string()));
        digits.filter(|label| !label.is_empty()).map(|label| (label, at + 2))
    }

    /// "Điều l5", "khoản l": a letter that was read for the digit; articles and clauses have no such letters.
    fn misread_label(self, at: usize) -> Option<(String, usize)> {
        match self.token(at + 1).filter(|t| t.kind == Kind::Digits && self.is_glued(at + 1)) {
            Some(t) if t.end - t.start <= 2 => Some((format!("1{}", self.slice(at + 1)), at + 2)),
            None if !self.is_glued(at + 1) || self.is(at + 1, words::COMMA) => Some(("1".to_owned(), at + 1)),
            _ => None,
        }
    }

    /// "a", "đ", "aa", "đ1", "a.1"
    fn letter_label(self, at: usize) -> Option<(String, usize)> {
        let mut label = fold::syllable(self.slice(at));
        let mut letters = label.chars();
        let first = letters.next()?;
        // "aa", "bb": old double letters. Other two-letter words are words.
        let double = letters.next().is_none_or(|second| second == first && LETTERS.contains(&first));
        if !double
            || !(letter_index(first).is_some()
                || matches!(first, 'f' | 'j' | 'w' | 'z' | 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư'))
        {
            return None;
        }
        let mut end = at + 1;
        if let Some(digits) = self.digits(end, 2).filter(|_| self.is_glued(end)) {
            label.push_str(digits);
            end += 1;
        }
        // "điểm a.1"
        if self.dotted_digits(end) {
            label = format!("{label}.{}", self.slice(end + 1));
            end += 2;
        }
        // "điểm a." ends a sentence; "điểm A/B" is something else, and "điểm i-ốt" the element of iodine.
        let continues = self.token(end).is_some_and(|t| {
            self.is_glued(end) && (self.is_fraction(end) || t.kind == Kind::Word || self.hyphenates(end))
        });
        (!continues).then_some((label, end))
    }

    /// A full stop and digits, all glued: ".2" of "khoản 1.2".
    fn dotted_digits(self, at: usize) -> bool {
        self.is(at, words::DOT) && self.is_glued(at) && self.is_digits(at + 1) && self.is_glued(at + 1)
    }

    /// Whether a hyphen continues with a word of more than one letter: "i-ốt", not the list "a-b".
    fn hyphenates(self, at: usize) -> bool {
        self.is(at, words::DASH)
            && self.is_glued(at + 1)
            && self.token(at + 1).is_some_and(|t| t.kind == Kind::Word)
            && fold::letters(self.slice(at + 1)) > 1
    }

    /// "nhất", "hai" … "mười": the number, and how it is spelt, whatever the tone style.
    fn ordinal(self, at: usize) -> Option<(usize, &'static str)> {
        const ORDINALS: [(Word, &str); 10] = [
            (words::NHAT, "nhất"),
            (words::HAI, "hai"),
            (words::BA, "ba"),
            (words::TU_FOUR, "tư"),
            (words::NAM, "năm"),
            (words::SAU_SIX, "sáu"),
            (words::BAY, "bảy"),
            (words::TAM, "tám"),
            (words::CHIN, "chín"),
            (words::MUOI, "mười"),
        ];
        ORDINALS.iter().zip(1..).find(|((w, _), _)| self.is(at, *w)).map(|((_, text), number)| (number, *text))
    }
}

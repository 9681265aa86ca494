//! Laws that the vocabulary does not know: "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15".

use super::Name;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::{Word, words};
use crate::text::fold;

/// An unknown law's name has at most so many words.
const LONGEST_NAME: usize = 22;

/// Words that a name of a law does not hold: another instrument or a phrase of the sentence begins.
const NEVER: [Word; 6] = [words::NAY, words::THEO, words::TAI, words::DUOC, words::DA, words::LUAT];

impl Cursor<'_> {
    /// A law that the vocabulary does not know, where number, year or date show its end: "Luật Thực hiện dân chủ ở cơ sở số
    /// 10/2022/QH15", "Luật Công nghiệp công nghệ số năm 2025". Its type word ends before the token `end`.
    pub fn unknown_law(self, at: usize, end: usize, kind: &str) -> Option<Name> {
        if !self.may_be_unknown_law(at, end, kind) {
            return None;
        }
        let mut i = end;
        while let Some(token) = self.token(i) {
            // "Luật Bầu cử và Quyết định số …": another instrument begins, the name ended before the connector.
            if i > end + 1
                && self.is_capital(i)
                && self.vocabulary().starts_phrase(token.word)
                && self.phrases(i).kind.is_some()
            {
                let mut last = i;
                while last > end + 1 && self.is_any(last - 1, &[words::VA, words::COMMA]) {
                    last -= 1;
                }
                return (last < i).then(|| self.law_named(at, last));
            }
            if self.begins_number_year_or_date(i) {
                return Some(self.law_named(at, i));
            }
            let within = token.kind == Kind::Word || token.is(words::COMMA) || token.is(words::DASH);
            if !within
                || i - end > LONGEST_NAME
                || token.has(EMPTY_LINE)
                || (token.kind == Kind::Word && i > end && NEVER.contains(&token.word))
            {
                return None;
            }
            i += 1;
        }
        None
    }

    /// Whether [`Self::unknown_law`] may find a name here.
    pub fn may_be_unknown_law(self, at: usize, end: usize, kind: &str) -> bool {
        matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh")
            && self.is_capital(at)
            && self.is_capital(end)
            && !self.amends(end)
    }

    /// "số 10/…", "năm 2025", "ngày 05 tháng 3 năm 2020"
    fn begins_number_year_or_date(self, at: usize) -> bool {
        match self.tokens()[at].word {
            words::SO => self
                .token(at + 1)
                .is_some_and(|t| t.kind == Kind::Digits && self.text()[t.end as usize..].starts_with('/')),
            words::NAM => self.four_digit_year(at + 1).is_some(),
            words::NGAY => self.date(at).is_some(),
            _ => false,
        }
    }

    fn law_named(self, at: usize, end: usize) -> Name {
        let canonical = capitalised(&fold::tidy(self.span(at, end).of(self.text())));
        Name { end, canonical, informal: false, known: false }
    }
}

/// The first letter after the type word as a capital: "Bộ luật tố tụng hình sự" → "Bộ luật Tố tụng hình sự".
fn capitalised(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let lower = name.to_lowercase();
    let all_capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let source = if all_capitals { lower.as_str() } else { name };
    let skip =
        ["bộ luật ", "luật ", "pháp lệnh "].iter().find(|p| lower.starts_with(**p)).map_or(0, |p| p.chars().count());
    for (i, c) in source.chars().enumerate() {
        if i == 0 || i == skip {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

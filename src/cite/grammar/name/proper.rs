//! Acts under a proper name that are no laws: resolutions of the Party's Central Committee, its charter, schemes and programmes.

use super::Name;
use crate::cite::grammar::context::Context;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::law::roman_value;
use crate::lexicon::{Word, words};
use crate::text::fold;

/// A scheme's name has at most so many tokens.
const LONGEST_SCHEME: usize = 36;
/// What says that it was approved has at most so many.
const LONGEST_APPROVAL: usize = 14;

impl Cursor<'_> {
    /// "Nghị quyết Trung ương 6 khóa XII", "Nghị quyết Trung ương 3 (khóa VIII)". Its type word ends before the token `end`.
    pub fn party_resolution(self, at: usize, end: usize) -> Option<Name> {
        use words as w;
        if !self.is_capital(at) || !self.is_capital(end) || !self.words_at(end, &[w::TRUNG, w::UONG]) {
            return None;
        }
        let plenum = self.digits(end + 2, 2)?;
        let bracket = usize::from(self.is(end + 3, w::OPEN));
        let comma = usize::from(self.is(end + 3, w::COMMA));
        let term = end + 3 + bracket + comma;
        if !self.is(term, w::KHOA) || roman_value(self.slice(term + 1)).is_none() {
            return None;
        }
        let canonical = format!("Nghị quyết Trung ương {plenum} khóa {}", self.slice(term + 1).to_uppercase());
        let close = usize::from(bracket == 1 && self.is(term + 2, w::CLOSE));
        Some(Name { end: term + 2 + close, canonical, informal: false, known: false })
    }

    /// "Điều lệ Đảng", "Điều lệ Đảng Cộng sản Việt Nam".
    pub fn party_charter(self, at: usize) -> Option<Name> {
        if !self.is_capital(at) || !self.is(at, words::DIEU) || fold::syllable(self.slice(at + 1)) != "lệ" {
            return None;
        }
        let party = at + 2;
        if !self.is(party, words::DANG) || !self.is_capital(party) {
            return None;
        }
        let full = ["cộng", "sản", "việt", "nam"];
        let is_full = full.iter().enumerate().all(|(n, word)| fold::syllable(self.slice(party + 1 + n)) == *word);
        // The charter of another organisation, a party committee ("Đảng ủy", "Đảng bộ").
        let other = !is_full && self.is_capital(party + 1) && !self.is_capital_title(at);
        let (end, canonical) = match is_full {
            true => (party + 5, "Điều lệ Đảng Cộng sản Việt Nam"),
            false if self.is(party + 1, words::BO_MINISTRY) || other => return None,
            false => (party + 1, "Điều lệ Đảng"),
        };
        Some(Name { end, canonical: canonical.to_owned(), informal: false, known: true })
    }

    /// Whether a word is in capitals throughout.
    fn is_capital_title(self, at: usize) -> bool {
        !self.slice(at).chars().any(char::is_lowercase)
    }

    /// A scheme under its own name, whose end is where the text says how it was approved: "Đề án Đào tạo nghề cho lao động nông
    /// thôn đến năm 2020 ban hành kèm theo Quyết định số …", "Quy hoạch … đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số …". Its type word
    /// ends before the token `end`.
    pub fn scheme(self, at: usize, end: usize, context: &Context) -> Option<Name> {
        let in_title = context.reference.is_some_and(|r| at < r.attributes_end);
        let joined = at > 0 && self.is(at - 1, words::VA);
        if !self.is_capital(at) || self.is_capital_title(at) || in_title || !(joined || self.is_carried_out(at)) {
            return None;
        }
        for i in end..end + LONGEST_SCHEME {
            let token = self.token(i)?;
            let period = if joined { None } else { self.period_of_scheme(i) };
            if period.is_some() || self.is_approved(i) {
                let comma = usize::from(period.is_none() && self.is(i - 1, words::COMMA));
                let last = period.unwrap_or(i - comma);
                let whole =
                    last >= end + 3 && !self.is(end, words::CUA) && !self.is_any(last - 1, &[words::VA, words::CUA]);
                return whole.then(|| Name {
                    end: last,
                    canonical: fold::tidy(self.span(at, last).of(self.text())),
                    informal: false,
                    known: false,
                });
            }
            let within =
                matches!(token.kind, Kind::Word | Kind::Digits) || token.is(words::COMMA) || token.is(words::DASH);
            if !within
                || token.has(EMPTY_LINE)
                || token.is(words::NAY)
                || (token.kind == Kind::Word && self.is_capital(i) && self.phrases(i).kind.is_some())
            {
                return None;
            }
        }
        None
    }

    /// The token after the years that a scheme's name ends with: "giai đoạn 2021 - 2025", "đến năm 2030, tầm nhìn đến năm 2050".
    fn period_of_scheme(self, at: usize) -> Option<usize> {
        use words as w;
        let year = |i: usize| self.four_digit_year(i).is_some();
        let mut end = if self.words_at(at, &[w::GIAI, w::DOAN]) && year(at + 2) {
            let span = self.is(at + 3, w::DASH) || self.is(at + 3, w::DEN);
            if !span || !year(at + 4) {
                return None;
            }
            at + 5
        } else if self.words_at(at, &[w::DEN, w::NAM]) && year(at + 2) {
            at + 3
        } else {
            return None;
        };
        // ", tầm nhìn đến năm 2050", ", định hướng đến năm 2030"
        while let Some(next) = (end..end + 6).find(|&i| self.words_at(i, &[w::DEN, w::NAM]) && year(i + 2)) {
            let joins = |i: usize| self.is(i, w::COMMA) || self.is(i, w::VA) || !self.is_capital(i);
            if !(end..next).all(|i| joins(i) && !self.token(i).is_none_or(|t| t.has(EMPTY_LINE))) {
                break;
            }
            end = next + 3;
        }
        Some(end)
    }

    /// "theo Đề án …", "thực hiện Chương trình …", and not "phê duyệt Đề án …", "dự thảo Đề án …".
    fn is_carried_out(self, at: usize) -> bool {
        const FRONT: [&str; 9] = ["theo", "tại", "của", "hiện", "khai", "gia", "trong", "lý", "thuộc"];
        at > 0 && FRONT.contains(&fold::syllable(self.slice(at - 1)).as_str())
    }

    /// Whether the text says at a token how a scheme was approved: "ban hành kèm theo", "kèm theo Quyết định", "theo Quyết định số
    /// …", "(đã) được … phê duyệt tại Quyết định số …".
    fn is_approved(self, at: usize) -> bool {
        use words as w;
        let by_act =
            |i: usize| self.is_capital(i) && self.phrases(i).kind.is_some_and(|(end, _, _)| self.is(end, w::SO));
        if self.words_at(at, &[w::BAN, w::HANH, w::KEM, w::THEO]) || self.words_at(at, &[w::BAN, w::HANH, w::TAI]) {
            return true;
        }
        if self.words_at(at, &[w::KEM, w::THEO]) || self.is(at, w::THEO) {
            return by_act(at + if self.is(at, w::THEO) { 1 } else { 2 });
        }
        let passive = at + usize::from(self.is(at, w::DA));
        if !self.is(passive, w::DUOC) {
            return false;
        }
        const VERBS: [[Word; 2]; 2] = [[w::PHE, w::DUYET], [w::BAN, w::HANH]];
        // An act of its own: "được cơ quan có thẩm quyền phê duyệt" is said of any.
        let verb = (passive + 1..passive + LONGEST_APPROVAL)
            .take_while(|&i| self.token(i).is_some_and(|t| t.kind == Kind::Word || t.is(w::COMMA)))
            .find(|&i| VERBS.iter().any(|verb| self.words_at(i, verb)));
        verb.is_some_and(|verb| (verb + 2..verb + 6).any(by_act))
    }
}

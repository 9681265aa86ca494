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
    /// "Nghị quyết Trung ương 6 khóa XII", "Kết luận Hội nghị Trung ương 11 (khóa XIII)", "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung
    /// ương khóa XII". The type word ends before the token `end`.
    pub fn party_resolution(self, at: usize, end: usize, kind: &str) -> Option<Name> {
        if !self.is_capital(at) || !self.is_capital(end) {
            return None;
        }
        let (last, canonical) = self.of_plenum(end)?;
        Some(Name { end: last, canonical: format!("{kind} {canonical}"), informal: false, known: false })
    }

    /// A plenum of the Central Committee, with the term: the token after it and how it is written.
    fn of_plenum(self, at: usize) -> Option<(usize, String)> {
        use words as w;
        let is_session = self.is(at, w::HOI) && fold::syllable(self.slice(at + 1)) == "nghị";
        let session = at + 2 * usize::from(is_session);
        let named_first = self.ordinal_end(session).filter(|_| session > at);
        let committee = named_first.unwrap_or(session);
        let centre = committee + self.committee_of_centre(committee);
        if !self.words_at(centre, &[w::TRUNG, w::UONG]) {
            return None;
        }
        let after = centre + 2 + usize::from(named_first.is_some() && self.is(centre + 2, w::DANG));
        let plenum_end = match named_first {
            Some(_) => after,
            None if self.digits(after, 2).is_some() => after + 1,
            None => self.ordinal_end(after)?,
        };
        let bracket = usize::from(self.is(plenum_end, w::OPEN));
        let term = plenum_end + bracket + usize::from(self.is(plenum_end, w::COMMA));
        let roman = self.slice(term + 1).to_uppercase();
        if !self.is(term, w::KHOA) || roman_value(&roman).is_none() {
            return None;
        }
        let close = usize::from(bracket == 1 && self.is(term + 2, w::CLOSE));
        let canonical = format!("{} khóa {roman}", fold::tidy(self.span(at, plenum_end).of(self.text())));
        Some((term + 2 + close, canonical))
    }

    /// "lần thứ sáu", "lần thứ 6": the token after it.
    fn ordinal_end(self, at: usize) -> Option<usize> {
        let is_ordinal = fold::syllable(self.slice(at)) == "lần" && self.is(at + 1, words::THU);
        let label = self.token(at + 2).is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Digits));
        // "lần thứ mười một"
        let tens = fold::syllable(self.slice(at + 2)) == "mười" && !self.is_capital(at + 3);
        (is_ordinal && label).then_some(at + 3 + usize::from(tens && !self.is(at + 3, words::KHOA)))
    }

    /// How many tokens "Ban Chấp hành" has at a token.
    fn committee_of_centre(self, at: usize) -> usize {
        let is_it =
            self.is(at, words::BAN) && fold::syllable(self.slice(at + 1)) == "chấp" && self.is(at + 2, words::HANH);
        if is_it { 3 } else { 0 }
    }

    /// "Quy hoạch điện VIII": the plans of power supply are known by their figure.
    pub(super) fn power_plan(self, at: usize, end: usize) -> Option<Name> {
        let is_plan = self.is_capital(at) && self.is(end, words::DIEN) && roman_value(self.slice(end + 1)).is_some();
        let canonical = || format!("Quy hoạch điện {}", self.slice(end + 1));
        is_plan.then(|| Name { end: end + 2, canonical: canonical(), informal: true, known: false })
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
                let whole = last >= end + 3
                    && !self.is_any(end, &[words::CUA, words::TRONG])
                    && !self.is_any(last - 1, &[words::VA, words::CUA]);
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
        } else if self.is_digits(at) && self.is(at + 1, w::NAM) && year(at + 2) {
            // "10 năm 2021 - 2030"
            if !self.is_any(at + 3, &[w::DASH, w::DEN]) || !year(at + 4) {
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

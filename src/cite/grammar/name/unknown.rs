//! Laws that the vocabulary does not know: "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15".

use super::Name;
use crate::cite::grammar::context::Context;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::{Word, words};
use crate::text::fold;

/// An unknown law's name has at most so many words.
const LONGEST_NAME: usize = 22;

/// Words that a name of a law does not hold: another instrument or a phrase of the sentence begins.
const NEVER: [Word; 6] = [words::NAY, words::THEO, words::TAI, words::DUOC, words::DA, words::LUAT];

/// Words with which the sentence goes on behind the name of a law.
const GOES_ON: [Word; 17] = [
    words::NAY,
    words::THEO,
    words::TAI,
    words::DUOC,
    words::DA,
    words::LUAT,
    words::VE,
    words::LA,
    words::DO,
    words::CUA,
    words::BOI,
    words::THI_THEN,
    words::CO_HAVE,
    words::HET,
    words::TRONG,
    words::NHU_COMPARE,
    words::DE,
];

impl Cursor<'_> {
    /// A law that the vocabulary does not know, where number, year or date show its end: "Luật Thực hiện dân chủ ở cơ sở số
    /// 10/2022/QH15", "Luật Công nghiệp công nghệ số năm 2025". Its type word ends before the token `end`.
    pub fn unknown_law(self, at: usize, end: usize, kind: &str) -> Option<Name> {
        // "Luật về sĩ quan Quân đội nhân dân Việt Nam ngày 30 tháng 12 năm 1981"
        let about = self.is(end, words::VE) && self.is_capital(at) && matches!(kind, "Luật" | "Pháp lệnh");
        if !about && !self.may_be_unknown_law(at, end, kind) {
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

    /// A law that the vocabulary does not know and that only the sentence ends: "áp dụng Pháp lệnh Hợp đồng kinh tế.", "khoản 2
    /// Điều 5 Luật Nuôi ong lấy mật thì". A "Luật" is taken for one only right behind provisions and in front of a mark or of a
    /// word that no name holds: elsewhere it may be a field of law, a law firm or a name with more words behind it. All codes are
    /// known: what looks like another is one with broken words.
    pub fn law_in_sentence(self, at: usize, end: usize, kind: &str, context: &Context) -> Option<Name> {
        const LONGEST: usize = 7;
        let is_law = kind == "Luật";
        let small = |i: usize| !self.slice(i).chars().skip(1).any(char::is_uppercase);
        if !self.may_be_unknown_law(at, end, kind)
            || !small(at)
            || !small(end)
            || self.law_word(end).is_some()
            || kind == "Bộ luật"
            || (is_law && !self.is_right_after_run(at, context) && !self.is_obeyed(at))
        {
            return None;
        }
        let shortest = if is_law && !self.is_right_after_run(at, context) { 3 } else { 2 };
        let last = self.open_law_end(end).filter(|&last| last >= end + shortest)?;
        // "theo Luật Hình sự Việt Nam" is a field.
        let names = || (end + 1..last).any(|i| self.is_capital(i));
        if shortest == 3 && names() {
            return None;
        }
        let closed = || {
            self.token(last).is_none_or(|t| t.kind != Kind::Word || t.has(EMPTY_LINE))
                || self.is_any(last, &[words::THI_THEN, words::VE, words::LA])
                || self.words_at(last, &[words::QUY, words::DINH])
        };
        (!is_law || (last - end <= LONGEST && closed())).then(|| self.law_named(at, last))
    }

    /// "theo Luật …", "căn cứ Luật …", "vi phạm Luật …", "thi hành Luật …": what is done about a law, and hardly about a field of law.
    fn is_obeyed(self, at: usize) -> bool {
        at > 0
            && (self.is(at - 1, words::THEO)
                || matches!(fold::syllable(self.slice(at - 1)).as_str(), "cứ" | "phạm")
                || (self.is(at - 1, words::HANH) && at > 1 && self.is(at - 2, words::THI_EXECUTE)))
    }

    /// A law in a list of laws, whose subject is in small letters: "Luật đất đai, Luật khuyến khích đầu tư vào nông nghiệp, nông
    /// thôn, Luật lâm nghiệp".
    pub fn law_among_laws(self, at: usize, end: usize, context: &Context) -> Option<Name> {
        let listed = |i: usize| self.is_any(i, &[words::COMMA, words::VA]);
        let before = at.checked_sub(1).filter(|&i| listed(i))?;
        let after_law = context.reference.is_some_and(|r| r.end == before || r.attributes_end == before);
        if !after_law || !self.is_capital(at) || self.is_capital(end) || self.token(end)?.kind != Kind::Word {
            return None;
        }
        for i in end..end + LONGEST_NAME {
            let token = self.token(i)?;
            if listed(i) && self.is_capital(i + 1) && self.law_word(i + 1).is_some() {
                return (i > end + 1).then(|| self.law_named(at, i));
            }
            let within = token.kind == Kind::Word || token.is(words::COMMA);
            if !within
                || token.has(EMPTY_LINE)
                || self.amends(i)
                || (GOES_ON.contains(&token.word) && !token.is(words::VE))
            {
                return None;
            }
        }
        None
    }

    /// A law whose subject is in small letters, right behind provisions: "Điều 9 Luật thuế doanh thu." But "Điều 9 Luật hiện hành" is
    /// some law.
    pub fn small_law_after_run(self, at: usize, end: usize, context: &Context) -> Option<Name> {
        let last = self.small_law_end(at, end)?;
        // "hành vi vi phạm Luật thuế chuyển quyền sử dụng đất;"
        let obeyed = || last >= end + 3 && self.is_obeyed(at);
        (self.is_right_after_run(at, context) || obeyed()).then(|| self.law_named(at, last))
    }

    /// "Luật hiện hành", "Luật chuyên ngành": words behind a type word that say nothing of which law it is.
    pub(in crate::cite::grammar) fn says_some_law(self, at: usize) -> bool {
        const WORDS: [&str; 9] = ["hiện", "cũ", "mới", "chuyên", "có", "khác", "tương", "nêu", "nói"];
        !self.is_capital(at) && WORDS.contains(&fold::syllable(self.slice(at)).as_str())
    }

    /// The token after the subject in small letters of a law whose type word is at `at..end`.
    pub(in crate::cite::grammar) fn small_law_end(self, at: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 7;
        let begins = || self.token(end).is_some_and(|t| t.kind == Kind::Word) && self.goes_on_in_small_letters(end);
        if self.law_word(at).is_none() || !self.is_capital(at) || !begins() {
            return None;
        }
        if self.amends(end) || self.says_some_law(end) {
            return None;
        }
        let last = self.open_law_end(end).filter(|&last| (end + 2..=end + LONGEST).contains(&last))?;
        let closed = self.token(last).is_none_or(|t| t.kind != Kind::Word || t.has(EMPTY_LINE))
            || self.is_any(last, &[words::THI_THEN, words::VE, words::LA])
            || self.words_at(last, &[words::QUY, words::DINH]);
        closed.then_some(last)
    }

    /// The beginning of a name of the vocabulary, with a mark behind it: "Pháp lệnh ưu đãi người có công" (… với cách mạng).
    pub fn beginning_of_known_law(self, at: usize, end: usize) -> Option<Name> {
        const SHORTEST: usize = 5;
        let reached = self.phrases(at).reached;
        let closed = self.token(reached).is_none_or(|t| t.kind == Kind::Mark || t.has(EMPTY_LINE));
        let is_whole = reached >= end + SHORTEST && closed && !self.is_any(reached - 1, &[words::VA, words::COMMA]);
        (self.is_capital(at) && is_whole && !self.amends(end)).then(|| self.law_named(at, reached))
    }

    /// The law of a longer name than the one of the vocabulary that ends before the token `end`: "Luật Doanh nghiệp nhà nước",
    /// "Luật Đầu tư nước ngoài tại Việt Nam".
    pub(super) fn longer_law(self, at: usize, end: usize) -> Option<Name> {
        use words as w;
        self.law_word(at).filter(|&(_, word_end)| word_end < end)?;
        if self.is_capital(end) {
            return None;
        }
        if self.words_at(end, &[w::NHA, w::NUOC]) {
            return Some(self.law_named(at, end + 2));
        }
        if !self.is(end, w::NUOC) || fold::syllable(self.slice(end + 1)) != "ngoài" {
            return None;
        }
        // "tại Việt Nam"
        let here = self.is(end + 2, w::TAI)
            && fold::syllable(self.slice(end + 3)) == "việt"
            && fold::syllable(self.slice(end + 4)) == "nam";
        Some(self.law_named(at, end + if here { 5 } else { 2 }))
    }

    /// Whether [`Self::unknown_law`] may find a name here. "Công ty Luật ABC" is a firm.
    pub fn may_be_unknown_law(self, at: usize, end: usize, kind: &str) -> bool {
        let firm = || at > 0 && matches!(self.slice(at - 1), "ty" | "Hãng" | "hãng" | "phòng" | "TNHH");
        matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh")
            && self.is_capital(at)
            && self.is_capital(end)
            && !self.amends(end)
            && !firm()
    }

    /// The token after a law's subject that begins at a token, as far as the words show it.
    pub(super) fn open_law_end(self, subject: usize) -> Option<usize> {
        let mut i = subject;
        while let Some(token) = self.token(i) {
            let ends = (i > subject && token.has(EMPTY_LINE))
                || self.begins_number_year_or_date(i)
                || self.four_digit_year(i).is_some()
                || (i > subject && GOES_ON.contains(&token.word))
                || self.words_at(i, &[words::QUY, words::DINH])
                || self.amends(i)
                || (token.is(words::COMMA) && !self.comma_within_name(i))
                || (token.is(words::VA) && !self.goes_on_in_small_letters(i + 1))
                || !(token.kind == Kind::Word || token.is(words::COMMA) || token.is(words::DASH));
            if ends {
                break;
            }
            i += 1;
            if i - subject > LONGEST_NAME {
                return None;
            }
        }
        while i > subject && self.is_any(i - 1, &[words::COMMA, words::VA, words::DASH]) {
            i -= 1;
        }
        (i > subject).then_some(i)
    }

    /// Whether a comma is one of the name itself: "Pháp lệnh Tín ngưỡng, tôn giáo về", with the end of the name close behind.
    fn comma_within_name(self, comma: usize) -> bool {
        const LONGEST_MEMBER: usize = 6;
        let ends = |i: usize| {
            self.is_any(i, &[words::VE, words::SEMICOLON, words::CLOSE, words::DE])
                || self.begins_number_year_or_date(i)
        };
        let within = |i: usize| {
            let own = self.is_capital(i) && !self.begins_phrase(i) && self.unit_word(i).is_none();
            own || self.goes_on_in_small_letters(i) || (i > comma + 1 && self.is(i, words::COMMA))
        };
        let end = (comma + 1..=comma + 1 + LONGEST_MEMBER).find(|&i| self.token(i).is_some() && ends(i));
        end.is_some_and(|end| end > comma + 1 && (comma + 1..end).all(within))
    }

    /// Whether a word in small letters is at a token that may be one of a name.
    fn goes_on_in_small_letters(self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Word && !GOES_ON.contains(&t.word))
            && !self.is_capital(at)
            && !self.is_any(at, &[words::CAC, words::NHUNG])
            && self.unit_word(at).is_none()
    }

    /// "số 10/…", "năm 2025", "ngày 05 tháng 3 năm 2020"
    fn begins_number_year_or_date(self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.word {
            words::SO => self
                .token(at + 1)
                .is_some_and(|t| t.kind == Kind::Digits && self.text()[t.end as usize..].starts_with('/')),
            words::NAM => self.four_digit_year(at + 1).is_some(),
            words::NGAY => self.date(at).is_some(),
            _ => false,
        }
    }

    pub(super) fn law_named(self, at: usize, end: usize) -> Name {
        let canonical = capitalised(&fold::tidy(self.span(at, end).of(self.text())));
        Name { end, canonical, informal: false, known: false }
    }
}

/// The first letter after the type word as a capital: "Bộ luật tố tụng hình sự" → "Bộ luật Tố tụng hình sự".
pub(super) fn capitalised(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let lower = name.to_lowercase();
    let all_capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let source = if all_capitals { lower.as_str() } else { name };
    let skip =
        ["bộ luật ", "luật ", "pháp lệnh "].iter().find(|p| lower.starts_with(**p)).map_or(0, |p| p.chars().count());
    // "Luật về sĩ quan Quân đội nhân dân Việt Nam"
    let about = lower.chars().skip(skip).take(3).eq("về ".chars());
    for (i, c) in source.chars().enumerate() {
        if i == 0 || (i == skip && !about) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

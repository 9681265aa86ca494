//! Amending laws without a number: "Luật sửa đổi, bổ sung một số điều của Luật Dược", "Luật sửa đổi, bổ sung 04 Luật".
//!
//! The whole title is one name. Where the law's own number is written behind it, the number names it, and the laws within the
//! title are names of their own: see [`Cursor::amending_title`].

use super::Name;
use super::unknown::capitalised;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::grammar::number::Certainty;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::{Word, words};
use crate::text::fold;
use smallvec::SmallVec;

/// So many tokens are at most between "sửa đổi, bổ sung" and the first law: "một số điều, khoản của".
const LONGEST_BEFORE_LAW: usize = 16;
/// What laws have in common ("07 Luật có liên quan đến …") has at most so many tokens.
const LONGEST_SUBJECT: usize = 22;

/// A law that the title names.
struct Amended {
    /// Its first token.
    at: usize,
    /// The token after its name.
    name_end: usize,
    /// The token after its number, where one is right behind it.
    end: usize,
    canonical: String,
}

impl Amended {
    fn is_numbered(&self) -> bool {
        self.end > self.name_end
    }
}

impl Cursor<'_> {
    /// The amending law whose type word is at a token and ends before the token `end`.
    pub fn amending_law(self, at: usize, end: usize, kind: &str) -> Option<Name> {
        let verb_end = self.amending_words(end).filter(|_| self.is_capital(at))?;
        // "LUẬT⏎SỬA ĐỔI, BỔ SUNG …": the heading of the law itself.
        let line = |i: usize| self.token(i).is_some_and(|t| t.begins_line());
        if line(at) && line(end) {
            return None;
        }
        let known = self.phrases(at).name.filter(|&(name_end, _)| name_end > verb_end);
        let read = self.amended_laws(verb_end);
        let (read_end, laws) = read?;
        if let Some((name_end, id)) = known
            && name_end > read_end
        {
            let canonical = self.vocabulary().name(id).canonical.clone();
            return Some(Name { end: name_end, canonical, informal: false, known: true });
        }
        let canonical = format!("{kind} {} {laws}", self.verb_of_title(end, verb_end));
        let known = known.is_some_and(|(name_end, _)| name_end == read_end);
        Some(Name { end: read_end, canonical, informal: false, known })
    }

    /// "sửa đổi, bổ sung", "sửa đổi", "SĐBS" at a token; the token after.
    fn amending_words(self, at: usize) -> Option<usize> {
        use words as w;
        if self.is(at, w::SDBS) {
            return Some(at + 1);
        }
        if self.words_at(at, &[w::BO, w::SUNG]) {
            return Some(at + 2);
        }
        if !self.words_at(at, &[w::SUA, w::DOI]) {
            return None;
        }
        let joint = at + 2 + usize::from(self.is_any(at + 2, &[w::COMMA, w::VA]));
        Some(if self.words_at(joint, &[w::BO, w::SUNG]) { joint + 2 } else { at + 2 })
    }

    fn verb_of_title(self, at: usize, end: usize) -> &'static str {
        match end - at {
            2 if self.is(at, words::BO) => "bổ sung",
            2 => "sửa đổi",
            _ => "sửa đổi, bổ sung",
        }
    }

    /// What is behind the verb of the title: "một số điều của Luật Dược"; the token after, and the words as they are officially
    /// written. None where it names no law, and where the number behind it is the amending law's own.
    fn amended_laws(self, from: usize) -> Option<(usize, String)> {
        let first =
            (from..from + LONGEST_BEFORE_LAW).find(|&i| self.ends_title_words(i) || self.law_word(i).is_some())?;
        let (_, word_end) = self.law_word(first)?;
        // "04 Luật", "một số luật về …", "các luật về …"
        let counted = first > from
            && (self.is_digits(first - 1)
                || (!self.is_capital(first) && self.is_any(first - 1, &[words::SO, words::CAC])));
        if counted {
            let end = self.end_of_counted(word_end);
            return Some((end, self.title_words(from, end)));
        }
        if !self.is_capital(first) {
            return None;
        }
        let mut laws = self.list_of_amended(first)?;
        // "Luật sửa đổi, bổ sung Điều 170 của Luật Doanh nghiệp": an article is one of one law.
        if (from..first).any(|i| self.is_digits(i) && i > from && self.unit_word(i - 1).is_some()) {
            laws.truncate(1);
        }
        let numbered = laws.iter().filter(|law| law.is_numbered()).count();
        // One number, or one behind the last law, is that of the amending law.
        if numbered > 0 && (laws.len() == 1 || numbered < laws.len()) {
            return None;
        }
        let mut text = self.title_words(from, first);
        let mut written = first;
        for law in &laws {
            if law.at > written {
                text = format!("{text}{}", self.between(written, law.at));
            }
            let gap = if text.is_empty() || text.ends_with(' ') { "" } else { " " };
            text = format!("{text}{gap}{}", law.canonical);
            if law.is_numbered() {
                text = format!("{text} {}", fold::tidy(self.span(law.name_end, law.end).of(self.text())));
            }
            written = law.end;
        }
        Some((written, text))
    }

    /// The laws from a token on that the title lists: "Luật A, Luật B và Luật C". Commas alone join only laws that have a number
    /// each: else what follows the first is another law of the sentence.
    fn list_of_amended(self, first: usize) -> Option<SmallVec<[Amended; 4]>> {
        use words as w;
        let mut laws: SmallVec<[Amended; 4]> = SmallVec::new();
        let mut joined = false;
        let mut at = first;
        while let Some((name_end, canonical)) = self.law_name(at) {
            let end = self.number_behind(name_end).unwrap_or(name_end);
            laws.push(Amended { at, name_end, end, canonical });
            if joined {
                break;
            }
            let comma = usize::from(self.is(end, w::COMMA));
            joined = self.is(end + comma, w::VA);
            let next = end + comma + usize::from(joined);
            let next = next + usize::from(self.is(next, w::CAC));
            let another = next > end
                && self.is_capital(next)
                && self.law_word(next).is_some_and(|(_, e)| !self.is(e, w::SO) && self.amending_words(e).is_none());
            if !another {
                joined = false;
                break;
            }
            at = next;
        }
        if !joined && !laws.iter().all(Amended::is_numbered) {
            laws.truncate(1);
        }
        (!laws.is_empty()).then_some(laws)
    }

    /// The law whose type word is at a token, of the vocabulary or not; the token after its name.
    fn law_name(self, at: usize) -> Option<(usize, String)> {
        let (_, word_end) = self.law_word(at)?;
        if let Some((end, id)) = self.phrases(at).name.filter(|&(end, _)| end > word_end) {
            return Some(match self.longer_law(at, end) {
                Some(longer) => (longer.end, longer.canonical),
                None => (end, capitalised(&self.vocabulary().name(id).canonical)),
            });
        }
        if let Some(abbreviated) = self.abbreviated_law(at, word_end) {
            return Some((abbreviated.end, abbreviated.canonical));
        }
        let end = self.open_law_end(word_end).filter(|_| self.is_capital(word_end))?;
        Some((end, self.law_named(at, end).canonical))
    }

    /// The token after "số 31/2024/QH15" at a token.
    fn number_behind(self, at: usize) -> Option<usize> {
        if !self.is(at, words::SO) || !self.is_digits(at + 1) {
            return None;
        }
        self.lookahead(at + 1, |scan| scan.filter(|s| s.certainty == Certainty::Sure).map(|s| s.span.end))
            .map(|end| self.token_from(end))
    }

    /// "có liên quan đến quy hoạch" behind "37 luật"; the token after.
    fn end_of_counted(self, at: usize) -> usize {
        use words as w;
        const ENDS: [Word; 7] = [w::NGAY, w::NAM, w::DUOC, w::DA, w::THEO, w::TAI, w::SO];
        let goes_on = self.is_any(at, &[w::CO_HAVE, w::VE, w::TRONG]) && !self.is(at + 1, w::HIEU);
        if !goes_on {
            return at;
        }
        let ends = |i: &usize| {
            self.token(*i).is_none_or(|t| t.kind != Kind::Word || t.has(EMPTY_LINE)) || self.is_any(*i, &ENDS)
        };
        (at..at + LONGEST_SUBJECT).find(ends).unwrap_or(at)
    }

    /// Whether no law comes any more within the words of a title.
    fn ends_title_words(self, at: usize) -> bool {
        use words as w;
        self.token(at).is_none_or(|t| {
            t.has(EMPTY_LINE) || !(matches!(t.kind, Kind::Word | Kind::Digits) || t.is(w::COMMA)) || t.is(w::NAY)
        }) || (self.is_capital(at) && self.law_word(at).is_none() && self.phrases(at).kind.is_some())
    }

    /// Words of a title in their official form: "1 số điều của" → "một số điều của".
    fn title_words(self, from: usize, until: usize) -> String {
        if from >= until {
            return String::new();
        }
        let text = fold::tidy(self.span(from, until).of(self.text()));
        let text = if text.chars().any(char::is_lowercase) { text } else { text.to_lowercase() };
        text.strip_prefix("1 số ").map(|rest| format!("một số {rest}")).unwrap_or(text)
    }

    /// What joins two laws of a list.
    fn between(self, from: usize, until: usize) -> String {
        let text = fold::tidy(self.span(from, until).of(self.text())).to_lowercase();
        if text.starts_with(',') { text } else { format!(" {text}") }
    }
}

//! Instruments named without a number: laws, codes, the Constitution, nicknames.
//!
//! The productions [`Cursor::known_name`] and [`Cursor::name_of_type`] find where a name ends; [`Cursor::cited_name`] reads what
//! follows it and belongs to it.

mod abbreviated;
mod amending;
mod proper;
mod slips;
mod unknown;

use super::context::{AmendingTitle, Anchor, Context};
use super::cursor::{Cursor, Phrases};
use super::number::Certainty;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::cite::model::{Attributes, NameRef, YearRef};
use crate::lexicon::words;
use crate::text::Span;

/// The words of a name, from the token that it was looked for at.
#[derive(Debug)]
pub struct Name {
    /// Index of the token after it.
    pub end: usize,
    pub canonical: String,
    /// An abbreviation or nickname.
    pub informal: bool,
    /// Whether the vocabulary knows it.
    pub known: bool,
}

/// A name as it is cited, with what belongs to it.
#[derive(Debug)]
pub struct CitedName {
    pub span: Span,
    /// [`NameRef::number`] isn't known yet.
    pub reference: Box<NameRef>,
    /// Index of the token after its name and year.
    pub end: usize,
    /// Index of the token after its attributes.
    pub attributes_end: usize,
    /// A law that the title of an amending law names: what follows is said of the amending law.
    pub amended: bool,
    /// That title, where it may continue.
    pub title: Option<AmendingTitle>,
    /// The digits of the number beside the name, and the type word that it is read with.
    pub number: Option<(usize, Anchor)>,
}

impl Cursor<'_> {
    /// A name of the vocabulary: the longest one that begins at a token.
    pub fn known_name(self, at: usize, phrases: &Phrases, context: &Context) -> Option<Name> {
        let (end, id) = phrases.name?;
        if !self.is_capital(at) && !self.is_small_law(at, end, context) {
            return None;
        }
        let kind_end = phrases.kind.map(|(kind_end, _, _)| kind_end);
        if self.amends(kind_end.unwrap_or(end)) && self.names_amended_law(at, end) {
            return None;
        }
        // Nothing is glued to the number of a nickname: "Đề án 06/CP" is another thing.
        if self.is_digits(end - 1)
            && self.is_glued(end)
            && (self.is_any(end, &[words::SLASH, words::DASH]) || self.token(end).is_some_and(|t| t.kind == Kind::Word))
        {
            return None;
        }
        let named = self.vocabulary().name(id);
        // A short name that is a type word says nothing of its own.
        if kind_end.is_some_and(|kind_end| kind_end >= end)
            && phrases.agency.is_none()
            && named.canonical != "Hiến pháp"
        {
            return None;
        }
        if let Some(longer) = self.longer_law(at, end) {
            return Some(longer);
        }
        // "Luật Ban hành VBQPPL của HĐND, UBND"
        if self.is(end, words::CUA)
            && let Some(kind_end) = kind_end
            && let Some(longer) = self.abbreviated_law(at, kind_end).filter(|longer| longer.end > end)
        {
            return Some(longer);
        }
        Some(Name { end, canonical: named.canonical.clone(), informal: named.informal, known: true })
    }

    /// A name that begins with a type word, which ends before the token `end`, and that the vocabulary does not know.
    pub fn name_of_type(self, at: usize, end: usize, kind: &str, context: &Context) -> Option<Name> {
        match kind {
            "Hiến pháp" => self.constitution(at, end, kind),
            "Luật" | "Bộ luật" | "Pháp lệnh" => self
                .amending_law(at, end, kind)
                .or_else(|| self.abbreviated_law(at, end))
                .or_else(|| self.law_with_slips(at, end))
                .or_else(|| self.unknown_law(at, end, kind))
                .or_else(|| self.law_in_sentence(at, end, kind, context))
                .or_else(|| self.law_among_laws(at, end, context))
                .or_else(|| self.small_law_after_run(at, end, context))
                .or_else(|| self.beginning_of_known_law(at, end)),
            "Nghị quyết" | "Kết luận" => self.party_resolution(at, end, kind),
            "Đề án" | "Chương trình" => self.programme(at, end, kind).or_else(|| self.scheme(at, end, context)),
            "Quy hoạch" => self.power_plan(at, end).or_else(|| self.scheme(at, end, context)),
            _ => None,
        }
    }

    /// "điều 651 bộ luật dân sự 2015": a law in small letters, where a year or a run of provisions beside it shows that one law
    /// is meant and not a field of law. "bộ luật dân sự" is always one.
    fn is_small_law(self, at: usize, end: usize, context: &Context) -> bool {
        if self.law_word(at).is_none() || end < at + 3 || (at > 0 && self.is(at - 1, words::PHAP)) {
            return false;
        }
        let code = self.is(at, words::BO_MINISTRY) && !(at > 0 && self.is_any(at - 1, &[words::CAC, words::NHUNG]));
        if code || self.four_digit_year(end + usize::from(self.is(end, words::NAM))).is_some() {
            return true;
        }
        let of = usize::from(at > 0 && self.is(at - 1, words::CUA));
        let start = self.tokens()[at - of].start as usize;
        context
            .open_run
            .is_some_and(|run| run.end <= start && self.text()[run.end..start].trim_matches([' ', ',']).is_empty())
    }

    /// The type word of a law at a token, whatever its case, and the token after it.
    pub(super) fn law_word(self, at: usize) -> Option<(&'static str, usize)> {
        if self.is(at, words::LUAT) {
            Some(("Luật", at + 1))
        } else if self.words_at(at, &[words::BO_MINISTRY, words::LUAT]) {
            Some(("Bộ luật", at + 2))
        } else if self.words_at(at, &[words::PHAP, words::LENH]) {
            Some(("Pháp lệnh", at + 2))
        } else {
            None
        }
    }

    /// "Hiến pháp" alone is a name; the type word of a constitution has no number.
    fn constitution(self, at: usize, end: usize, kind: &str) -> Option<Name> {
        (kind == "Hiến pháp" && self.is_capital(at) && self.slice(at).chars().count() >= 3).then(|| Name {
            end,
            canonical: "Hiến pháp".to_owned(),
            informal: false,
            known: true,
        })
    }

    /// A programme or scheme under its popular number: "Chương trình 135", "Đề án 844".
    fn programme(self, at: usize, end: usize, kind: &str) -> Option<Name> {
        use words as w;
        if !matches!(kind, "Đề án" | "Chương trình") || !self.is_capital(at) || self.slice(at).len() < 4 {
            return None;
        }
        let written = self.digits(end, 4).filter(|_| !self.tokens()[end].has(EMPTY_LINE))?;
        // "Chương trình 2 giờ", "Chương trình 2025": a count or a year.
        let popular = written.len() == 3
            || (written.len() == 2 && written.starts_with('0'))
            || (written.len() == 4 && kind == "Đề án" && self.four_digit_year(end).is_none());
        let next = end + 1;
        let counts = self
            .is_any(next, &[w::NGAY, w::THANG, w::NAM, w::TRIEU, w::TY, w::NGHIN, w::LAN, w::SLASH, w::DASH])
            || self.token(next).is_some_and(|t| {
                self.is_glued(next) && (t.kind == Kind::Word || (t.is(w::DOT) && self.is_glued(next + 1)))
            });
        (popular && !counts).then(|| Name {
            end: next,
            canonical: format!("{kind} {written}"),
            informal: true,
            known: false,
        })
    }

    /// A name with the year, the attributes and the number that follow it: "Luật Đấu thầu số 61/2005/QH11", "Luật Đất đai năm
    /// 2024", "Bộ luật Dân sự 2015".
    pub fn cited_name(self, at: usize, name: Name, context: &Context) -> CitedName {
        let so = usize::from(self.is(name.end, words::SO));
        let so = so + usize::from(so > 0 && self.is(name.end + 1, words::COLON));
        let (amended, title) = self.amended_law(at, name.end, so, context.amending_title);
        let (mut year, end) = if amended { (None, name.end) } else { self.year_of_name(name.end) };
        let (attributes, attributes_end) = if amended { (Attributes::default(), end) } else { self.attributes(end) };
        if year.is_none()
            && let Some(date) = &attributes.date
        {
            year = Some(YearRef { span: date.span, year: date.year });
        }
        let digits = end + if end == name.end { so } else { usize::from(self.is(end, words::SO)) };
        // "Luật Giá số 16/2023": the year shows the term.
        let numbered = self.is_digits(digits)
            && (self.lookahead(digits, |scan| scan.is_some_and(|s| s.certainty == Certainty::Sure))
                || (self.law_word(at).is_some() && self.is_serial_with_year(digits)));
        let Name { canonical, informal, known, .. } = name;
        let reference = Box::new(NameRef { canonical, year, number: None, attributes, informal, known });
        let number = numbered.then(|| (digits, self.anchor_of_name(at, end)));
        CitedName { span: self.span(at, end), reference, end, attributes_end, amended, title, number }
    }

    /// "năm 2024" or "2024" right after a name, and the token after it.
    fn year_of_name(self, at: usize) -> (Option<YearRef>, usize) {
        let read = |i: usize| self.four_digit_year(i).map(|year| YearRef { span: self.tokens()[i].span(), year });
        if self.is(at, words::NAM)
            && let Some(year) = read(at + 1)
        {
            return (Some(year), at + 2);
        }
        match read(at) {
            Some(year) if !self.is_glued(at) && !self.year_continues(at + 1) => (Some(year), at + 1),
            _ => (None, at),
        }
    }

    /// Whether what is glued to four digits makes something else than a year of them: "2014/QH13", "2014-2015". The dash of
    /// "Luật Phá sản 2014 - Điều 5" and the slash of "Luật Nhà ở 2023/Nghị định" do not.
    fn year_continues(self, at: usize) -> bool {
        self.is_any(at, &[words::DASH, words::SLASH])
            && self.is_glued(at)
            && self.token(at + 1).is_some_and(|t| t.kind == Kind::Digits || self.phrases(at + 1).kind.is_none())
    }

    /// The type word that a name begins with, for the number beside it.
    fn anchor_of_name(self, at: usize, end: usize) -> Anchor {
        // "Pháp-lệnh" is one too.
        let joined = || if self.is(at, words::PHAP) { ("Pháp lệnh", at + 2) } else { ("Luật", at + 1) };
        let (name, word_end) = self.law_word(at).unwrap_or_else(joined);
        Anchor { span: self.span(at, word_end), name, abbreviated: false, end, numbers: 0, listed: false }
    }
}

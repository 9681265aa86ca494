//! Numbers without their symbol: `Nghị định 168`, `Thông tư 80/2021`, `NĐ 43`, `Sắc lệnh số 63`.

use super::cited_number::CitedNumber;
use super::context::{Anchor, Context};
use super::cursor::{Cursor, Phrases};
use super::number::{Family, Number, leading_zeros};
use crate::cite::lexer::{Kind, Token};
use crate::cite::model::{Attributes, NumberRef};
use crate::law::{assembly_terms, types};
use crate::lexicon::words;

/// Types that are cited by the bare serial ("Nghị định 168"): of others a bare number is a count or a part of a name.
const BARE: [&str; 9] = [
    "Nghị định",
    "Thông tư",
    "Quyết định",
    "Nghị quyết",
    "Chỉ thị",
    "Thông tư liên tịch",
    "Kết luận",
    "Pháp lệnh",
    "Công văn",
];

/// Whether acts of a type are cited by the bare serial in any document.
pub fn is_cited_by_serial(type_name: &str) -> bool {
    BARE.contains(&type_name) || OLD_BARE.contains(&type_name)
}

/// Acts of 1945–1976, which are cited by the bare serial as often as with their symbol: "Sắc lệnh số 63".
const OLD_BARE: [&str; 2] = ["Sắc lệnh", "Sắc luật"];

/// Acts of the National Assembly, which are cited by serial and year: "Luật 42/2024".
const OF_ASSEMBLY: [&str; 2] = ["Luật", "Bộ luật"];

/// A serial without its symbol, as written.
struct BareSerial {
    serial: u32,
    /// "a" of "Nghị quyết 30a".
    suffix: String,
    year: Option<u16>,
    /// Index of the token after it.
    end: usize,
}

impl Cursor<'_> {
    /// Whether bare numbers may follow a type word: its type is cited so, and it is written as the name of an act.
    pub fn takes_bare_numbers(self, at: usize, anchor: Anchor) -> bool {
        let (name, end) = (anchor.name, anchor.end);
        if OF_ASSEMBLY.contains(&name) {
            return self.is_serial_with_year(end + usize::from(self.is(end, words::SO)));
        }
        if !(OLD_BARE.contains(&name) || BARE.contains(&name)) || self.is_form_of_act(anchor) {
            return false;
        }
        // "sắc lệnh số 85", "nghị định số 168": nothing but an act is counted so, unless it is one of a few ("thông tư số 5").
        let counted = self.is(end, words::SO)
            && (OLD_BARE.contains(&name) || self.token(end + 1).is_some_and(|t| t.end - t.start > 1));
        self.is_capital(at) || counted || self.year_follows_serial(end)
    }

    /// "nghị định 168 năm 2024", "nghị định 168/2024": a year after a serial shows in small letters too that one act is meant.
    fn year_follows_serial(self, end: usize) -> bool {
        let serial = end + usize::from(self.is(end, words::SO));
        self.is_serial_with_year(serial)
            || (self.is(serial + 1, words::NAM) && self.is_digits(serial) && self.four_digit_year(serial + 2).is_some())
    }

    /// "42/2024", which nothing continues: a serial and its year.
    pub(super) fn is_serial_with_year(self, at: usize) -> bool {
        self.digits(at, 3).is_some()
            && self.is(at + 1, words::SLASH)
            && self.is_glued(at + 1)
            && self.is_glued(at + 2)
            && self.four_digit_year(at + 2).is_some()
            && !(self.is_glued(at + 3)
                && (self.is_any(at + 3, &[words::SLASH, words::DASH])
                    || self.token(at + 3).is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Digits))))
    }

    /// Where the next bare number of a type word may begin, after one that ends before the token `end`: "các Sắc lệnh số 63, 77
    /// và 22", "các Nghị định 30, 34 và 78".
    pub fn next_bare_number(self, anchor: Anchor, end: usize) -> Option<usize> {
        let joined = self.is_any(end, &[words::COMMA, words::VA]);
        (joined && (self.is_plural(anchor) || self.is_last_of_pair(end))).then_some(end + 1)
    }

    /// "Thông tư 200 và 133": a bare serial behind "và", and no noun that it could count.
    fn is_last_of_pair(self, joint: usize) -> bool {
        let serial = joint + 1;
        let after = serial + 1;
        self.is(joint, words::VA)
            && self.digits(joint.wrapping_sub(1), 3).is_some()
            && self.digits(serial, 3).is_some_and(|digits| digits.len() > 1 && !digits.starts_with('0'))
            && self.token(after).is_none_or(|t| {
                t.begins_line()
                    || t.is(words::CUA)
                    || (t.kind == Kind::Mark && !t.is(words::SLASH) && !t.is(words::DASH) && self.slice(after) != "%")
            })
    }

    /// The bare number that begins at a token, with "số" or without.
    pub fn bare_number(self, at: usize, anchor: Anchor, context: &Context) -> Option<CitedNumber> {
        let so = self.is(at, words::SO).then_some(at);
        let at = at + usize::from(so.is_some());
        let BareSerial { serial, suffix, year, end } = self.bare_serial(at, so.is_some(), anchor, context)?;
        let old = OLD_BARE.contains(&anchor.name);
        let code = || types().by_name(anchor.name).and_then(|t| t.codes.first().cloned());
        let of_term = |code: &str| match year.map(assembly_terms).unwrap_or_default().as_slice() {
            [term] => (Some(*term), vec![format!("{code}{term}")]),
            // In the year of an election there are acts of two terms.
            _ => (None, Vec::new()),
        };
        let of_assembly = OF_ASSEMBLY.contains(&anchor.name);
        // Only the Government issues decrees, so the symbol is certain; laws and ordinances show their term by the year.
        let (term, issuers) = match anchor.name {
            "Nghị định" if year.is_some() => (None, vec!["CP".to_owned()]),
            "Pháp lệnh" => of_term("UBTVQH"),
            _ if of_assembly => of_term("QH"),
            _ => (None, Vec::new()),
        };
        let family = match (old, term) {
            (true, _) => Family::Old,
            (false, Some(_)) if of_assembly => Family::Assembly,
            (false, Some(_)) => Family::StandingCommittee,
            (false, None) => Family::State,
        };
        let number = Number {
            family,
            serial,
            zeros: if old { leading_zeros(self.slice(at)) } else { 0 },
            suffix,
            year,
            type_code: code().filter(|_| !of_assembly && term.is_none()),
            issuers,
            term,
            unit: None,
            old_symbol: None,
        };
        let (attributes, attributes_end) = self.attributes(end);
        let first = context.anchor.is_none_or(|a| a.numbers == 0);
        let reference = NumberRef {
            number,
            slips: Vec::new(),
            type_word: Some(anchor.type_word(first)),
            so: so.map(|s| self.span(s, s + 1)),
            attributes,
            shortened: true,
            amending: false,
            header: false,
        };
        let span = self.span(at, end);
        Some(CitedNumber { shared: Vec::new(), span, reference: Box::new(reference), end, attributes_end, title: None })
    }

    /// A type word with a serial that the document defined as a short name: "Quy định 114" after "(sau đây gọi tắt là Quy định
    /// 114)". The type word, and the number that it stands for.
    pub fn defined_number(self, at: usize, phrases: &Phrases) -> Option<(Anchor, CitedNumber)> {
        let (end, id) = phrases.name?;
        let (kind_end, kind, _) = phrases.kind.filter(|(kind_end, ..)| *kind_end + 1 == end)?;
        let stands_for = self.vocabulary().name(id).number.as_deref()?;
        let continued = self.token(end).is_some_and(|next| self.continues_count(end, next));
        if !self.is_digits(kind_end) || !self.is_capital(at) || continued {
            return None;
        }
        let number = Number::parse(stands_for)?;
        // "Đề án 06" is the name of a scheme, which a decision approves.
        let of_type = types().by_name(kind.as_str()).zip(number.type_code.as_ref());
        let is_of_type = of_type.is_some_and(|(t, code)| t.codes.contains(code) || t.party.contains(code));
        if !is_of_type || number.serial.to_string() != self.slice(kind_end).trim_start_matches('0') {
            return None;
        }
        let anchor = Anchor {
            span: self.span(at, kind_end),
            name: kind.as_str(),
            abbreviated: false,
            end: kind_end,
            numbers: 0,
            listed: false,
        };
        let reference = NumberRef {
            number,
            slips: Vec::new(),
            type_word: Some(anchor.type_word(true)),
            so: None,
            attributes: Attributes::default(),
            shortened: true,
            amending: false,
            header: false,
        };
        let (span, reference) = (self.span(kind_end, end), Box::new(reference));
        Some((anchor, CitedNumber { shared: Vec::new(), span, reference, end, attributes_end: end, title: None }))
    }

    /// The digits at a token as a serial without its symbol. `counted` says that "số" is in front.
    fn bare_serial(self, at: usize, counted: bool, anchor: Anchor, context: &Context) -> Option<BareSerial> {
        let digits = self.digits(at, 4)?;
        // A number with its symbol, or one that shares the symbol of the next, is read elsewhere.
        if self.lookahead(at, |scan| scan.is_some_and(|s| self.accepts(at, s, context))) {
            return None;
        }
        let serial: u32 = digits.parse().ok()?;
        if self.shares_symbol(at) {
            return None;
        }
        let mut end = at + 1;
        // "Nghị quyết 30a"
        let mut suffix = String::new();
        let letter = self.slice(end);
        if !anchor.abbreviated
            && self.is_glued(end)
            && letter.len() == 1
            && letter.starts_with(|c: char| c.is_ascii_lowercase())
        {
            letter.clone_into(&mut suffix);
            end += 1;
        }
        let mut year = None;
        if self.is(end, words::SLASH) && self.is_glued(end) && self.is_glued(end + 1) {
            year = Some(self.four_digit_year(end + 1)?);
            end += 2;
        }
        if self.token(end).is_some_and(|next| self.continues_count(end, next)) {
            return None;
        }
        // A year ("Nghị quyết 2024") or a count of days ("Quyết định 30 ngày") is no serial.
        if year.is_none()
            && ((1945..=2100).contains(&serial) || (self.is(end, words::NGAY) && !self.is_digits(end + 1)))
        {
            return None;
        }
        // "TT19_2025.docx", "CT01" of a form, but "NĐ70 của Chính phủ"
        let normative = matches!(anchor.name, "Nghị định" | "Thông tư" | "Nghị quyết");
        if self.is_glued(at) && anchor.abbreviated && !(normative && digits.len() > 1 && self.is_apart(end)) {
            return None;
        }
        let padded = digits.starts_with('0') && digits.len() > 2 && !OLD_BARE.contains(&anchor.name);
        let short = year.is_none() && digits.len() < 2 && !counted;
        (!padded && !short).then_some(BareSerial { serial, suffix, year, end })
    }

    /// Whether a token is a word of its own, or a mark that ends a part of the sentence.
    fn is_apart(self, at: usize) -> bool {
        !self.is_glued(at)
            || (self.is_any(at, &[words::COMMA, words::SEMICOLON, words::CLOSE, words::COLON, words::DOT])
                && !self.is_glued(at + 1))
    }

    /// Whether what follows a serial shows that it is a longer number, a count or a chapter number.
    fn continues_count(self, at: usize, next: &Token) -> bool {
        // "số 1 9/2011/QĐ-UBND": a blank inside a serial, or a word that was lost. Nobody can say which.
        if next.kind == Kind::Digits && !next.begins_line() {
            return true;
        }
        self.is_glued(at)
            && (next.kind == Kind::Word
                || next.is(words::SLASH)
                || next.is(words::DASH)
                || (next.is(words::DOT) && self.is_glued(at + 1)))
    }
}

//! Which layout the atoms of a number follow, and where they depart from it.

use super::atoms::{Atom, AtomKind, atoms};
use super::codes::{
    Code, Known, is_capitals, is_code_like, is_known_issuer, is_party_issuer, is_state_issuer, looks_like_code,
    mend_code, split_code,
};
use super::{Family, Number, Slip, SlipKind};
use crate::terms::{YearRule, types};
use crate::text::Span;

/// A number read at some place of a text.
#[derive(Debug, Clone)]
pub struct Scan {
    pub span: Span,
    pub number: Number,
    pub slips: Vec<Slip>,
    pub certainty: Certainty,
}

/// How far the writing alone shows that it is a number of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Old forms and codes that no table has: a number only behind a type word ("Công văn số 12/ABC-XY").
    NeedsTypeWord,
    /// Looks like one; behind "số" it is one (`221/CVTLTNN-NV`).
    NeedsCue,
    /// Nothing else is written so.
    Sure,
}

/// Reads the number whose first digit stands at byte `at` of `text`. `whole` says that nothing but a number is expected,
/// so that old forms with a blank inside are read as well. Slips are mended; the result says what was mended.
pub fn scan(text: &str, at: usize, whole: bool) -> Option<Scan> {
    let atoms = atoms(text, at);
    // "05/3/2020" has no code.
    if atoms.first()?.kind != AtomKind::Digits || !atoms.iter().any(|a| a.kind == AtomKind::Code) {
        return None;
    }
    Reader { text, atoms: &atoms, next: 0, slips: Vec::new(), whole }.number()
}

struct Reader<'t> {
    text: &'t str,
    atoms: &'t [Atom],
    next: usize,
    slips: Vec<Slip>,
    whole: bool,
}

impl<'t> Reader<'t> {
    fn number(mut self) -> Option<Scan> {
        let first = self.atoms[0];
        let (serial, suffix) = self.serial()?;
        let separator = self.peek(0);
        let (mut year, mut party_layout, mut missing_slash, mut only_dashes) = (None, false, false, false);
        match separator?.kind {
            AtomKind::Slash => {
                self.separator(AtomKind::Slash);
                year = self.year()?;
            }
            AtomKind::Dash => {
                let dash = *self.peek(0)?;
                self.next += 1;
                if self.peek(0)?.kind == AtomKind::Digits {
                    // "30-2020-NĐ-CP", as in names of files.
                    if !dash.gap.is_empty() || !self.peek(1).is_some_and(|a| a.kind == AtomKind::Dash) {
                        return None;
                    }
                    self.slips.push(Slip {
                        kind: SlipKind::StateSeparators,
                        span: dash.span,
                        expected: "/".to_owned(),
                    });
                    year = self.year()?.filter(|y| *y >= 1945);
                    only_dashes = true;
                } else {
                    self.note_gap(&dash);
                    party_layout = true;
                    self.note_odd(&dash, "-");
                }
            }
            // "05VBHN-VPQH", "740 QĐ/UB"
            AtomKind::Code => missing_slash = true,
            _ => return None,
        }
        let symbol_at = self.next;
        let codes = self.codes()?;
        // "30/NĐ-CP/2020"
        let mut year_last = None;
        if year.is_none()
            && let (Some(slash), Some(digits)) = (self.peek(0), self.peek(1))
            && slash.kind == AtomKind::Slash
            && digits.kind == AtomKind::Digits
            && digits.gap.is_empty()
            && slash.gap.is_empty()
            && let Some(y) = plausible_year(digits.span.of(self.text))
        {
            year = Some(y);
            year_last = Some(slash.span.cover(digits.span));
            self.next += 2;
        }
        // "342/2016/TT-BTCngày": the code ends where its known part does, if a blank was lost.
        let last = codes.last()?;
        let cut = year_last.is_none() && last.span.end < self.atoms[self.next - 1].span.end;
        let end = if cut { last.span.end } else { self.atoms[self.next - 1].span.end };
        let span = Span::new(first.span.start, end);
        let separators: Vec<Atom> = self.atoms[symbol_at..self.next]
            .iter()
            .copied()
            .filter(|a| matches!(a.kind, AtomKind::Slash | AtomKind::Dash))
            .collect();
        // Right border: a letter or digit that goes on, or a slash with more behind it, means that this is something else.
        if !cut && self.text[end..].chars().next().is_some_and(|c| c.is_alphanumeric()) {
            return None;
        }
        let mut scan = self.layout(span, serial, suffix, year, party_layout, missing_slash, codes, &separators)?;
        if only_dashes {
            // "19-2018-TT-BNNPTNT.docx"
            let file = self.text[end..].strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
            if file {
                return None;
            }
            scan.certainty = scan.certainty.min(Certainty::NeedsCue);
        }
        if let Some(at) = year_last {
            scan.slips.push(Slip { kind: SlipKind::YearLast, span: at, expected: String::new() });
        }
        self.check_serial(&mut scan, first.span);
        scan.slips.sort_by_key(|s| (s.span.start, s.kind));
        Some(scan)
    }

    fn peek(&self, ahead: usize) -> Option<&'t Atom> {
        self.atoms.get(self.next + ahead)
    }

    /// "30", "30c", "66.7", "1.234"; "3O" and "l5" are read by the caller's look at the text before.
    fn serial(&mut self) -> Option<(u32, String)> {
        let digits = self.atoms[0].span.of(self.text);
        if digits.len() > 6 {
            return None;
        }
        let mut serial: u32 = digits.parse().ok()?;
        self.next = 1;
        let mut suffix = String::new();
        if let (Some(dot), Some(more)) = (self.peek(0), self.peek(1))
            && dot.kind == AtomKind::Dot
            && more.kind == AtomKind::Digits
        {
            let part = more.span.of(self.text);
            if part.len() == 3 {
                // A thousands separator.
                serial = serial.checked_mul(1000)?.checked_add(part.parse().ok()?)?;
            } else {
                suffix = format!(".{part}");
            }
            self.next += 2;
        }
        if let Some(letter) = self.peek(0)
            && letter.kind == AtomKind::Code
            && letter.gap.is_empty()
            && self.peek(1).is_some_and(|a| matches!(a.kind, AtomKind::Slash | AtomKind::Dash))
        {
            let text = letter.span.of(self.text);
            // "3O/2020": a letter O among the digits, where a serial letter would be rare.
            if matches!(text, "O" | "o")
                && self.peek(1).is_some_and(|a| a.kind == AtomKind::Slash)
                && self.peek(2).is_some_and(|a| plausible_year(a.span.of(self.text)).is_some())
            {
                serial = serial.checked_mul(10)?;
                self.slips.push(Slip { kind: SlipKind::Ocr, span: letter.span, expected: "0".to_owned() });
                self.next += 1;
            } else if text.chars().count() == 1 {
                suffix = text.to_owned();
                self.next += 1;
            }
        }
        Some((serial, suffix))
    }

    /// The year behind the first slash, and its own slash. `Some(None)` where codes follow at once.
    fn year(&mut self) -> Option<Option<u16>> {
        let Some(digits) = self.peek(0).filter(|a| a.kind == AtomKind::Digits) else { return Some(None) };
        let text = digits.span.of(self.text);
        let year = match text.len() {
            4 => {
                let y: u16 = text.parse().ok()?;
                if !(1945..=2100).contains(&y) {
                    if !(1000..=2999).contains(&y) {
                        return None;
                    }
                    self.slips.push(Slip {
                        kind: SlipKind::YearOutOfRange,
                        span: digits.span,
                        expected: String::new(),
                    });
                }
                y
            }
            2 => {
                let y: u16 = text.parse().ok()?;
                if y >= 45 {
                    // "12/98/TT-BTM" was the form of the time.
                    1900 + y
                } else {
                    self.slips.push(Slip {
                        kind: SlipKind::TwoDigitYear,
                        span: digits.span,
                        expected: format!("{}", 2000 + y),
                    });
                    2000 + y
                }
            }
            _ => return None,
        };
        self.note_gap(digits);
        self.next += 1;
        let separator = self.peek(0)?;
        match separator.kind {
            AtomKind::Slash => {
                self.separator(AtomKind::Slash);
                // "85/2017/2017/NĐ-CP"
                if let (Some(again), Some(slash)) = (self.peek(0), self.peek(1))
                    && again.kind == AtomKind::Digits
                    && again.span.of(self.text) == text
                    && slash.kind == AtomKind::Slash
                {
                    self.slips.push(Slip {
                        kind: SlipKind::Duplicated,
                        span: again.span.cover(slash.span),
                        expected: String::new(),
                    });
                    self.next += 2;
                }
            }
            AtomKind::Dash => {
                // "30/2020-NĐ-CP"
                self.slips.push(Slip {
                    kind: SlipKind::StateSeparators,
                    span: separator.span,
                    expected: "/".to_owned(),
                });
                self.note_gap(separator);
                self.next += 1;
            }
            AtomKind::Code if separator.gap.is_empty() => {
                self.slips.push(Slip {
                    kind: SlipKind::MissingSlash,
                    span: Span::new(digits.span.end, separator.span.start),
                    expected: "/".to_owned(),
                });
            }
            _ => return None,
        }
        (self.peek(0)?.kind == AtomKind::Code).then_some(Some(year))
    }

    /// The codes of the symbol with the separators between them. Over a gap only codes that are known go on.
    fn codes(&mut self) -> Option<Vec<Code>> {
        let mut codes = Vec::new();
        loop {
            let atom = *self.peek(0).filter(|a| a.kind == AtomKind::Code)?;
            let code = mend_code(self.text, atom.span, codes.is_empty());
            let over_gap = !atom.gap.is_empty();
            if !codes.is_empty() && over_gap && !self.goes_on(&atom, &code) {
                // The separator in front does not belong to the number.
                self.next -= 1;
                return Some(codes);
            }
            // "QĐ-HĐQT" goes on with capitals; "VX-khác" does not: a word of the sentence after a dash.
            if !codes.is_empty() && code.known == Known::No && !looks_like_code(atom.span.of(self.text)) {
                self.next -= 1;
                return Some(codes);
            }
            self.note_gap(&atom);
            codes.push(code);
            self.next += 1;
            let (Some(separator), Some(after)) = (self.peek(0), self.peek(1)) else { return Some(codes) };
            // A full stop that goes on inside a unit ("V.I") is not read; the unit ends there.
            if !matches!(separator.kind, AtomKind::Slash | AtomKind::Dash)
                || after.kind != AtomKind::Code
                || codes.len() >= 8
            {
                return Some(codes);
            }
            if !separator.gap.is_empty() {
                let next = mend_code(self.text, after.span, false);
                if !self.goes_on(after, &next) || next.known == Known::No {
                    return Some(codes);
                }
                self.note_gap(separator);
            }
            self.next += 1;
        }
    }

    /// Whether a code that stands after white space still belongs to the number: "NĐ- CP", "VPCP- ĐMDN", "TT-\nBNNMT".
    fn goes_on(&self, atom: &Atom, code: &Code) -> bool {
        let text = atom.span.of(self.text);
        let one_blank = atom.gap.len() <= 2 || atom.broken;
        one_blank
            && text.chars().next().is_some_and(char::is_uppercase)
            && looks_like_code(text)
            && (code.known != Known::No || (text.chars().count() >= 2 && text.chars().all(|c| !c.is_lowercase())))
    }

    fn separator(&mut self, kind: AtomKind) {
        let atom = self.atoms[self.next];
        self.note_gap(&atom);
        self.note_odd(&atom, if kind == AtomKind::Slash { "/" } else { "-" });
        self.next += 1;
    }

    fn note_gap(&mut self, atom: &Atom) {
        if !atom.gap.is_empty() && !atom.broken {
            self.slips.push(Slip { kind: SlipKind::Space, span: atom.gap, expected: String::new() });
        }
    }

    fn note_odd(&mut self, atom: &Atom, expected: &str) {
        if atom.odd {
            let kind = if atom.kind == AtomKind::Slash { SlipKind::Slash } else { SlipKind::Dash };
            self.slips.push(Slip { kind, span: atom.span, expected: expected.to_owned() });
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of a number are these")]
    fn layout(
        &self,
        span: Span,
        serial: u32,
        suffix: String,
        year: Option<u16>,
        party_layout: bool,
        missing_slash: bool,
        codes: Vec<Code>,
        separators: &[Atom],
    ) -> Option<Scan> {
        let mut slips = self.slips.clone();
        let seps: Vec<AtomKind> = separators
            .iter()
            .filter(|s| s.span.start < codes.last().map_or(0, |c| c.span.start))
            .map(|s| s.kind)
            .collect();
        let texts: Vec<&str> = codes.iter().map(|c| c.text.as_str()).collect();
        let first = texts[0];
        let mut number = Number {
            family: Family::State,
            serial,
            suffix,
            year,
            type_code: None,
            issuers: Vec::new(),
            term: None,
            unit: None,
            old_symbol: None,
        };
        let mut certainty = Certainty::Sure;
        let rest = || texts[1..].iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let assembly = |code: &str| code.strip_prefix("QH").and_then(|t| t.parse::<u8>().ok());
        let committee = |code: &str| code.strip_prefix("UBTVQH").map(|t| t.parse::<u8>().ok());
        if party_layout {
            let party_type = types().by_party_code(first).is_some();
            if texts.len() == 1 {
                // "191-CP", "53-HĐBT", "47-SL"; not "49 - Mẫu"
                if self.atoms[1..self.next].iter().any(|a| !a.gap.is_empty()) || !(first == "TTg" || is_capitals(first))
                {
                    return None;
                }
                number.family = Family::Old;
                certainty = Certainty::NeedsTypeWord;
            } else if matches!(first, "LCT" | "L")
                || (seps.first() == Some(&AtomKind::Slash) && !party_type && !types().is_code(first))
            {
                number.family = Family::Old;
                certainty = Certainty::NeedsTypeWord;
            } else if seps.first() == Some(&AtomKind::Slash)
                && party_type
                && texts[1..].iter().all(|c| !is_state_issuer(c))
            {
                number.family = Family::Party;
                number.type_code = Some(first.to_owned());
                number.issuers = rest();
                if !texts[1..].iter().all(|c| is_party_issuer(c)) {
                    certainty = Certainty::NeedsCue;
                }
            } else if types().is_code(first) || party_type {
                // "4132-QĐ/UBND", "57-NQ-TW"
                let party = texts[1..].iter().all(|c| is_party_issuer(c));
                let dash = self.atoms.iter().find(|a| a.kind == AtomKind::Dash)?;
                number.type_code = Some(first.to_owned());
                number.issuers = rest();
                if party {
                    number.family = Family::Party;
                    slips.push(Slip { kind: SlipKind::PartySeparators, span, expected: String::new() });
                } else {
                    // Before 1999 such forms were usual; without a year it cannot be told, so a type word must confirm it.
                    number.family = family_of_type(first);
                    slips.push(Slip {
                        kind: SlipKind::StateSeparators,
                        span: dash.span.cover(span),
                        expected: String::new(),
                    });
                    certainty = Certainty::NeedsCue;
                    if texts[1..].iter().any(|c| !is_state_issuer(c)) {
                        certainty = Certainty::NeedsTypeWord;
                    }
                }
            } else {
                return None;
            }
        } else if let Some(term) = assembly(first).filter(|_| texts.len() == 1) {
            number.family = Family::Assembly;
            number.term = Some(term);
            number.issuers = vec![first.to_owned()];
        } else if first == "QH" && texts.len() == 1 && year.is_some() {
            // "29/2023/QH": the term was lost.
            number.family = Family::Assembly;
            number.issuers = vec!["QH".to_owned()];
            certainty = Certainty::NeedsCue;
        } else if let Some(term) = committee(first).filter(|_| texts.len() == 1) {
            number.family = Family::StandingCommittee;
            number.term = term;
            number.issuers = vec![first.to_owned()];
        } else if matches!(first, "PL" | "NQ") && texts.len() == 2 && committee(texts[1]).is_some() {
            number.family = Family::StandingCommittee;
            number.term = committee(texts[1]).flatten();
            number.type_code = Some(first.to_owned());
            number.issuers = rest();
        } else if first == "L" && texts.len() == 2 && texts[1] == "CTN" {
            number.type_code = Some("L".to_owned());
            number.issuers = rest();
        } else if first == "VBHN" && texts.len() >= 2 {
            number.family = Family::Consolidated;
            number.type_code = Some(first.to_owned());
            number.issuers = rest();
        } else if types().is_code(first) && texts.len() >= 2 && !matches!(first, "QH" | "UBTVQH" | "LCT" | "L" | "PL") {
            number.family = family_of_type(first);
            number.type_code = Some(first.to_owned());
            number.issuers = rest();
            let known =
                texts[1..].iter().all(|c| is_known_issuer(c) || committee(c).is_some() || assembly(c).is_some());
            let party_only = texts.len() == 2 && is_party_issuer(texts[1]) && !is_state_issuer(texts[1]);
            if party_only && year.is_none() && types().by_party_code(first).is_some() {
                // "57/NQ-TW", "57/NQ/TW"
                number.family = Family::Party;
                slips.push(Slip { kind: SlipKind::PartySeparators, span, expected: String::new() });
            } else if seps.first() == Some(&AtomKind::Slash) {
                // "07/2002/TTLT/BTC-BYT" was usual, in joint circulars as long as there were any; "30/2020/NĐ/CP" is a slip.
                let usual_until = if number.family == Family::Joint { 2016 } else { 2008 };
                if year.is_none_or(|y| y > usual_until) {
                    let at = separators.first().map_or(span, |s| s.span);
                    slips.push(Slip { kind: SlipKind::StateSeparators, span: at, expected: "-".to_owned() });
                }
            }
            if !known {
                certainty = Certainty::NeedsCue;
                if year.is_none() && texts[1..].iter().any(|c| c.chars().any(char::is_lowercase)) {
                    certainty = Certainty::NeedsTypeWord;
                }
            }
        } else if texts.len() == 1 && year.is_none() {
            // "43/CP", "47/SL", "191/CP", and letters and decisions that were cut short: "285/CCTTHC", "938/QĐ"
            if !(first == "TTg" || (is_capitals(first) && first.chars().count() <= 12)) {
                return None;
            }
            number.family = Family::Old;
            certainty = Certainty::NeedsTypeWord;
        } else if texts.len() >= 2 && year.is_none() && !missing_slash {
            // A letter: "8374/VPCP-KTTH", "221/CVTLTNN-NV", "456/CV-UB"
            if seps.first() != Some(&AtomKind::Dash) {
                number.family = Family::Old;
                certainty = Certainty::NeedsTypeWord;
            } else {
                number.family = Family::Letter;
                number.issuers = vec![first.to_owned()];
                number.unit = Some(texts[1..].join("-"));
                certainty = match codes[0].known {
                    Known::Issuer if first.chars().count() >= 3 => Certainty::Sure,
                    Known::Issuer => Certainty::NeedsCue,
                    _ => Certainty::NeedsTypeWord,
                };
            }
        } else if texts.len() >= 2 && year.is_some() && is_code_like(first) {
            // "12/2020/QYĐ-BTC", "15/2024/XX-BTC": an unknown type code.
            number.type_code = Some(first.to_owned());
            number.issuers = rest();
            slips.push(Slip { kind: SlipKind::UnknownType, span: codes[0].span, expected: String::new() });
            certainty = if texts[1..].iter().all(|c| is_known_issuer(c)) {
                Certainty::NeedsCue
            } else {
                Certainty::NeedsTypeWord
            };
        } else if let Some((code, issuer)) = split_code(first).filter(|_| texts.len() == 1 && year.is_some()) {
            // "30/2020/NĐCP", "27/2016/TTBLĐTBXH"
            slips.push(Slip {
                kind: SlipKind::StateSeparators,
                span: codes[0].span,
                expected: format!("{code}-{issuer}"),
            });
            number.family = family_of_type(&code);
            number.type_code = Some(code);
            number.issuers = vec![issuer];
        } else if missing_slash && self.whole_or_old(&codes) {
            number.family = Family::Old;
            certainty = Certainty::NeedsTypeWord;
        } else {
            return None;
        }

        if missing_slash && number.family != Family::Old {
            let gap = Span::new(self.atoms[0].span.end, codes[0].span.start);
            if !gap.is_empty() {
                // "740 QĐ/UB": old writing.
                number.family = Family::Old;
                number.type_code = None;
                number.issuers.clear();
                certainty = Certainty::NeedsTypeWord;
            } else if !matches!(number.family, Family::State | Family::Consolidated | Family::Joint)
                || !codes.iter().all(|c| c.known != Known::No)
            {
                return None;
            } else {
                slips.push(Slip { kind: SlipKind::MissingSlash, span: gap, expected: "/".to_owned() });
            }
        }
        if number.family == Family::Old {
            let blank = missing_slash && !self.atoms.get(1)?.gap.is_empty();
            if !self.whole && serial > 9999 {
                return None;
            }
            let symbol_start = self.atoms.get(1)?.gap.start.max(self.atoms[0].span.end + number.suffix.len());
            number.old_symbol =
                Some(crate::text::fold::tidy(Span::new(symbol_start, span.end).of(self.text)).replace("/ ", "/"));
            if blank && let Some(symbol) = &mut number.old_symbol {
                // "64 TC/TCT"
                symbol.insert(0, ' ');
            }
            // Old forms are recognised, never corrected.
            return Some(Scan { span, number, slips: Vec::new(), certainty });
        }
        self.check_codes(&mut slips, &number, &codes, separators);
        self.check_year(&mut slips, &number, span, &codes);
        Some(Scan { span, number, slips, certainty })
    }

    fn whole_or_old(&self, codes: &[Code]) -> bool {
        codes.len() >= 2 && codes.iter().all(|c| is_code_like(&c.text)) && (self.whole || codes[0].known != Known::No)
    }

    fn check_codes(&self, slips: &mut Vec<Slip>, number: &Number, codes: &[Code], separators: &[Atom]) {
        for code in codes {
            if let Some((kind, span, expected)) = &code.slip {
                slips.push(Slip { kind: *kind, span: *span, expected: expected.clone() });
            }
        }
        for separator in separators.iter().filter(|s| s.odd) {
            let (kind, expected) =
                if separator.kind == AtomKind::Slash { (SlipKind::Slash, "/") } else { (SlipKind::Dash, "-") };
            slips.push(Slip { kind, span: separator.span, expected: expected.to_owned() });
        }
        if number.family == Family::Letter && matches!(codes[0].text.as_str(), "CV") {
            slips.push(Slip { kind: SlipKind::LetterTypeCode, span: codes[0].span, expected: String::new() });
        }
        let issuers = match number.family {
            Family::Letter => &codes[..1],
            Family::Assembly => &[],
            _ => codes.get(1..).unwrap_or_default(),
        };
        for code in
            issuers.iter().filter(|c| c.slip.is_none() && c.known == Known::No && number.family != Family::Letter)
        {
            if !is_known_issuer(&code.text) {
                slips.push(Slip { kind: SlipKind::UnknownIssuer, span: code.span, expected: String::new() });
            }
        }
    }

    /// Whether the year stands where the type wants it (numbers.md section 4).
    fn check_year(&self, slips: &mut Vec<Slip>, number: &Number, span: Span, codes: &[Code]) {
        let rule = number.type_code.as_deref().and_then(|c| types().by_code(c)).map(|t| t.year);
        match (number.family, rule, number.year) {
            (Family::State | Family::Joint, Some(YearRule::Always), None) => {
                let at = Span::new(span.start, codes[0].span.start);
                slips.push(Slip { kind: SlipKind::MissingYear, span: at, expected: String::new() });
            }
            (Family::State | Family::Consolidated, Some(YearRule::Never), Some(_)) => {
                if let Some(digits) = self.atoms.iter().skip(1).find(|a| a.kind == AtomKind::Digits) {
                    let at = Span::new(digits.span.start, codes[0].span.start.max(digits.span.end));
                    slips.push(Slip { kind: SlipKind::UnexpectedYear, span: at, expected: String::new() });
                }
            }
            _ => {}
        }
    }

    fn check_serial(&self, scan: &mut Scan, digits: Span) {
        if scan.number.family == Family::Old {
            return;
        }
        let written = digits.of(self.text);
        if written.len() == 1 && scan.number.serial < 10 && scan.number.suffix.is_empty() && scan.number.serial > 0 {
            scan.slips.push(Slip { kind: SlipKind::LeadingZero, span: digits, expected: format!("0{written}") });
        } else if written.len() > 2 && written.starts_with('0') {
            let expected = format!("{:02}", scan.number.serial);
            scan.slips.push(Slip { kind: SlipKind::Padded, span: digits, expected });
        }
    }
}

fn family_of_type(code: &str) -> Family {
    match code {
        "TTLT" | "TTLB" | "NQLT" => Family::Joint,
        "VBHN" => Family::Consolidated,
        _ => Family::State,
    }
}

fn plausible_year(text: &str) -> Option<u16> {
    let year: u16 = text.parse().ok()?;
    (text.len() == 4 && (1945..=2100).contains(&year)).then_some(year)
}

//! A number read from its atoms: serial, year, codes, with what departs from their usual writing. [`super::layout`] says
//! which layout they follow.

use super::atoms::{Atom, AtomKind, atoms};
use super::codes::{Code, Known, corrected_code, is_assembly, is_known_issuer, looks_like_code};
use super::layout::{Lead, Parts};
use super::year::plausible_year;
use super::{Number, Slip, SlipKind};
use crate::law::types;
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
    /// Old forms and codes that no table has: a number only after a type word ("Công văn số 12/ABC-XY").
    NeedsTypeWord,
    /// Looks like one; after "số" it is one (`221/CVTLTNN-NV`).
    NeedsCue,
    /// Nothing else is written so.
    Sure,
}

/// Reads the number whose first digit is at byte `at` of `text`. `whole` says that nothing but a number is expected,
/// so that old forms with a blank inside are read as well. Slips are corrected; the result says which.
pub fn scan(text: &str, at: usize, whole: bool) -> Option<Scan> {
    let atoms = atoms(text, at);
    // "05/3/2020" has no code.
    if atoms.first()?.kind != AtomKind::Digits || !atoms.iter().any(|a| a.kind == AtomKind::Code) {
        return None;
    }
    NumberParser { text, atoms: &atoms, next: 0, slips: Vec::new(), glued_year: None, whole }.number()
}

/// How far a number has been read.
pub struct NumberParser<'t> {
    pub text: &'t str,
    pub atoms: &'t [Atom],
    /// Index of the atom that is read next.
    pub next: usize,
    pub slips: Vec<Slip>,
    /// The year that is glued to the serial: 2020 in `302020/NĐ-CP`.
    pub glued_year: Option<u16>,
    /// See [`scan`].
    pub whole: bool,
}

impl<'t> NumberParser<'t> {
    fn number(mut self) -> Option<Scan> {
        let first = self.atoms[0];
        let (serial, suffix) = self.serial()?;
        let (lead, mut year) = self.lead()?;
        let symbol_at = self.next;
        let codes = self.codes()?;
        let year_last = if year.is_none() { self.year_last() } else { None };
        if year.is_some() {
            self.year_again(year);
        }
        year = year.or(year_last.map(|(year, _)| year));
        let unit_number = lead == Lead::Dash && year_last.is_none() && codes.len() == 1 && self.unit_number();
        // "342/2016/TT-BTCngày": the code ends where its known part does, if a blank was lost.
        let code_end = codes.last()?.span.end;
        let atom_end = self.atoms[self.next - 1].span.end;
        let again =
            self.slips.last().is_some_and(|slip| slip.kind == SlipKind::Duplicated && slip.span.end == atom_end);
        let cut = year_last.is_none() && !unit_number && !again && code_end < atom_end;
        let end = if cut { code_end } else { atom_end };
        // Right border: a letter or digit that continues it means that this is something else.
        if !cut && self.text[end..].chars().next().is_some_and(char::is_alphanumeric) {
            return None;
        }
        // "19-2018-TT-BNNPTNT.docx" is the name of a file.
        let ending = self.text[end..].strip_prefix('.');
        let named_as_file = lead == Lead::Dashes || self.text[first.span.start..end].contains('_');
        if named_as_file && ending.is_some_and(|ending| ending.starts_with(char::is_alphabetic)) {
            return None;
        }
        let span = Span::new(first.span.start, end);
        let symbol = &self.atoms[symbol_at..self.next];
        let is_separator = |a: &&Atom| matches!(a.kind, AtomKind::Slash | AtomKind::Dash);
        let separators = symbol.iter().filter(is_separator).copied().collect();
        let mut scan = self.layout(Parts { span, serial, suffix, year, lead, codes, separators })?;
        if named_as_file {
            scan.certainty = scan.certainty.min(Certainty::NeedsCue);
        }
        if let Some((_, span)) = year_last {
            scan.slips.push(Slip { kind: SlipKind::YearLast, span, expected: String::new() });
        }
        self.check_serial(&mut scan, first.span);
        scan.slips.sort_by_key(|s| (s.span.start, s.kind));
        Some(scan)
    }

    /// What is between the serial and the codes, with the year.
    fn lead(&mut self) -> Option<(Lead, Option<u16>)> {
        match self.peek(0)?.kind {
            AtomKind::Slash => {
                self.separator(AtomKind::Slash);
                let year = if self.glued_year.is_some() { self.glued_year } else { self.year()? };
                Some((Lead::Slash, year))
            }
            // "30.2020/NĐ-CP"; the dot of a serial ("66.7/2025/NQ-CP") was read with it.
            AtomKind::Dot => {
                let dot = self.peek(0)?.span;
                self.next += 1;
                self.slips.push(Slip { kind: SlipKind::Slash, span: dot, expected: "/".to_owned() });
                Some((Lead::Slash, self.year()?))
            }
            AtomKind::Dash if self.peek(1)?.kind == AtomKind::Digits => {
                let (dash, year) = (*self.peek(0)?, self.peek(1)?.span.of(self.text));
                self.next += 1;
                // "30-2020-NĐ-CP", "30-2020/NĐ-CP"
                let dashes = self.peek(1).is_some_and(|a| a.kind == AtomKind::Dash);
                if !dash.gap.is_empty() || !(dashes || plausible_year(year).is_some()) {
                    return None;
                }
                let expected = "/".to_owned();
                self.slips.push(Slip { kind: SlipKind::StateSeparators, span: dash.span, expected });
                Some((Lead::Dashes, self.year()?.filter(|y| *y >= 1945)))
            }
            AtomKind::Dash => {
                self.separator(AtomKind::Dash);
                Some((Lead::Dash, None))
            }
            AtomKind::Code => Some((Lead::Nothing, None)),
            _ => None,
        }
    }

    /// A separator and digits after the codes, both glued.
    fn glued_digits(&self) -> Option<(&'t Atom, &'t Atom)> {
        let (separator, digits) = (self.peek(0)?, self.peek(1)?);
        let glued = separator.gap.is_empty() && digits.gap.is_empty();
        let separates = matches!(separator.kind, AtomKind::Slash | AtomKind::Dash);
        (glued && separates && digits.kind == AtomKind::Digits).then_some((separator, digits))
    }

    /// "30/NĐ-CP/2020", "30/NĐ-CP-2020": the year after the codes, and where it is with its separator.
    fn year_last(&mut self) -> Option<(u16, Span)> {
        let (slash, digits) = self.glued_digits()?;
        let year = plausible_year(digits.span.of(self.text))?;
        self.next += 2;
        Some((year, slash.span.cover(digits.span)))
    }

    /// "100/2019/NĐ-CP/2019": the year before the codes and after them.
    fn year_again(&mut self, year: Option<u16>) {
        let Some((separator, digits)) = self.glued_digits() else { return };
        if plausible_year(digits.span.of(self.text)) == year {
            self.next += 2;
            let span = separator.span.cover(digits.span);
            self.slips.push(Slip { kind: SlipKind::Duplicated, span, expected: String::new() });
        }
    }

    /// "181-NV/6": a number of the unit after the old symbol of a ministry.
    fn unit_number(&mut self) -> bool {
        let found =
            self.glued_digits().is_some_and(|(slash, digits)| slash.kind == AtomKind::Slash && digits.span.len() <= 2);
        self.next += if found { 2 } else { 0 };
        found
    }

    /// The atom that is read so many atoms from now.
    pub(super) fn peek(&self, ahead: usize) -> Option<&'t Atom> {
        self.atoms.get(self.next + ahead)
    }

    /// Whether a separator with a code behind it is so many atoms from now.
    fn separates_code(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|a| matches!(a.kind, AtomKind::Slash | AtomKind::Dash))
            && self.peek(ahead + 1).is_some_and(|a| a.kind == AtomKind::Code)
    }

    /// "30", "30c", "66.7", "1.234"; "3O" and "l5" are read by the caller's look at the text before.
    fn serial(&mut self) -> Option<(u32, String)> {
        let digits = self.atoms[0].span.of(self.text);
        if let Some(serial) = self.glued_year() {
            self.next = 1;
            return Some((serial, String::new()));
        }
        if digits.len() > 6 {
            return None;
        }
        let mut serial: u32 = digits.parse().ok()?;
        self.next = 1;
        let mut suffix = String::new();
        if let (Some(dot), Some(more)) = (self.peek(0), self.peek(1))
            && dot.kind == AtomKind::Dot
            && more.kind == AtomKind::Digits
            && !(plausible_year(more.span.of(self.text)).is_some() && self.separates_code(2))
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
            // "3O/2020", "6l/2013": a letter that looks like a digit, where a serial letter would be rare.
            let digit = match text {
                "O" | "o" => Some(0),
                "l" | "I" => Some(1),
                _ => None,
            };
            if let Some(digit) = digit
                && self.peek(1).is_some_and(|a| a.kind == AtomKind::Slash)
                && self.peek(2).is_some_and(|a| a.kind == AtomKind::Digits)
            {
                serial = serial.checked_mul(10)?.checked_add(digit)?;
                self.slips.push(Slip { kind: SlipKind::Ocr, span: letter.span, expected: digit.to_string() });
                self.next += 1;
            } else if text.chars().count() == 1 {
                suffix = text.to_owned();
                self.next += 1;
            }
        }
        Some((serial, suffix))
    }

    /// The codes of the symbol with the separators between them. Over a gap only known codes continue it.
    fn codes(&mut self) -> Option<Vec<Code>> {
        let mut codes: Vec<Code> = Vec::new();
        // "NĐ CP": a blank stands for the dash in front.
        let mut blank = false;
        loop {
            let atom = *self.peek(0).filter(|a| a.kind == AtomKind::Code)?;
            let mut code = corrected_code(self.text, atom.span, codes.is_empty());
            let whole = code.known != Known::No && code.slip.is_none();
            if !whole && let Some(whole) = self.broken_code(&atom, codes.is_empty()) {
                code = whole;
                self.next += 1;
            }
            if let Some(whole) = self.with_term(&atom) {
                code = whole;
                self.next += 1;
            }
            let over_gap = !atom.gap.is_empty() && !blank;
            if !codes.is_empty() && over_gap && !self.continues(&atom, &code) {
                // The separator in front does not belong to the number.
                self.next -= 1;
                return Some(codes);
            }
            // "QĐ-HĐQT" continues with capitals; "VX-khác" does not: a word of the sentence after a dash.
            if !codes.is_empty() && code.known == Known::No && !looks_like_code(atom.span.of(self.text)) {
                self.next -= 1;
                return Some(codes);
            }
            self.note_gap(&atom);
            codes.push(code);
            self.next += 1;
            blank = self.blank_for_dash(&codes);
            if blank {
                continue;
            }
            let (Some(separator), Some(after)) = (self.peek(0), self.peek(1)) else { return Some(codes) };
            // A full stop that continues a unit ("V.I") is not read; the unit ends there.
            if !matches!(separator.kind, AtomKind::Slash | AtomKind::Dash)
                || after.kind != AtomKind::Code
                || codes.len() >= 8
            {
                return Some(codes);
            }
            if !separator.gap.is_empty() {
                let next = corrected_code(self.text, after.span, false);
                if !self.continues(after, &next) || next.known == Known::No {
                    return Some(codes);
                }
                self.note_gap(separator);
            }
            self.next += 1;
        }
    }

    /// "QH 12" of "48/2010/QH 12".
    fn with_term(&self, atom: &Atom) -> Option<Code> {
        let term = self.peek(1).filter(|a| a.kind == AtomKind::Digits && !a.gap.is_empty())?;
        let text = format!("{}{}", atom.span.of(self.text), term.span.of(self.text));
        let slip = (!term.broken).then(|| (SlipKind::Space, term.gap, String::new()));
        is_assembly(&text).then_some(Code { span: atom.span.cover(term.span), text, slip, known: Known::Issuer })
    }

    /// Whether a blank stands for the dash between the first code, which was read, and the next: "30/2020/NĐ CP".
    fn blank_for_dash(&mut self, codes: &[Code]) -> bool {
        let ([kind], Some(next)) = (codes, self.peek(0)) else { return false };
        let stands = next.kind == AtomKind::Code
            && next.gap.of(self.text).chars().count() == 1
            && kind.known == Known::Type
            && corrected_code(self.text, next.span, false).known == Known::Issuer;
        if stands {
            self.slips.push(Slip { kind: SlipKind::Space, span: next.gap, expected: "-".to_owned() });
        }
        stands
    }

    /// "N Đ" of "30/2020/N Đ-CP": the known code that a code and the one after its blank make.
    fn broken_code(&self, atom: &Atom, first: bool) -> Option<Code> {
        let more = self.peek(1).filter(|a| a.kind == AtomKind::Code && !a.gap.is_empty())?;
        let joined = format!("{}{}", atom.span.of(self.text), more.span.of(self.text));
        let known = if first { types().is_code(&joined) } else { is_known_issuer(&joined) };
        let span = atom.span.cover(more.span);
        let slip = Some((SlipKind::Space, more.gap, String::new()));
        known.then_some(Code { span, text: joined, slip, known: if first { Known::Type } else { Known::Issuer } })
    }

    /// Whether a code after white space still belongs to the number: "NĐ- CP", "VPCP- ĐMDN", "TT-\nBNNMT".
    fn continues(&self, atom: &Atom, code: &Code) -> bool {
        let text = atom.span.of(self.text);
        let one_blank = atom.gap.len() <= 2 || atom.broken;
        one_blank
            && text.chars().next().is_some_and(char::is_uppercase)
            && looks_like_code(text)
            && (code.known != Known::No || (text.chars().count() >= 2 && text.chars().all(|c| !c.is_lowercase())))
    }

    /// Reads a separator.
    pub(super) fn separator(&mut self, kind: AtomKind) {
        let atom = self.atoms[self.next];
        self.note_gap(&atom);
        self.note_odd(&atom, if kind == AtomKind::Slash { "/" } else { "-" });
        self.next += 1;
    }

    /// A blank where none should be is a slip.
    pub(super) fn note_gap(&mut self, atom: &Atom) {
        if !atom.gap.is_empty() && !atom.broken && !self.slips.iter().any(|slip| slip.span == atom.gap) {
            self.slips.push(Slip { kind: SlipKind::Space, span: atom.gap, expected: String::new() });
        }
    }

    /// So is a separator that is written with another character.
    pub(super) fn note_odd(&mut self, atom: &Atom, expected: &str) {
        if atom.odd {
            let kind = if atom.kind == AtomKind::Slash { SlipKind::Slash } else { SlipKind::Dash };
            self.slips.push(Slip { kind, span: atom.span, expected: expected.to_owned() });
        }
    }
}

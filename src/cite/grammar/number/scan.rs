//! A number read from its atoms: serial, year, codes, with what departs from their usual writing. [`super::layout`] says
//! which layout they follow.

use super::atoms::{Atom, AtomKind, atoms};
use super::codes::{Code, Known, is_known_issuer, looks_like_code, mend_code};
use super::layout::{Lead, Parts};
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
    NumberParser { text, atoms: &atoms, next: 0, slips: Vec::new(), whole }.number()
}

/// How far a number has been read.
pub struct NumberParser<'t> {
    pub text: &'t str,
    pub atoms: &'t [Atom],
    /// Index of the atom that is read next.
    pub next: usize,
    pub slips: Vec<Slip>,
    /// See [`scan`].
    pub whole: bool,
}

impl<'t> NumberParser<'t> {
    fn number(mut self) -> Option<Scan> {
        let first = self.atoms[0];
        let (serial, suffix) = self.serial()?;
        let separator = self.peek(0);
        let (mut year, mut lead, mut only_dashes) = (None, Lead::Slash, false);
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
                    lead = Lead::Dash;
                    self.note_odd(&dash, "-");
                }
            }
            // "05VBHN-VPQH", "740 QĐ/UB"
            AtomKind::Code => lead = Lead::Nothing,
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
        let mut unit_number = false;
        // "181-NV/6": a number of the unit after the old symbol of a ministry.
        if lead == Lead::Dash
            && year_last.is_none()
            && codes.len() == 1
            && let (Some(slash), Some(digits)) = (self.peek(0), self.peek(1))
            && slash.kind == AtomKind::Slash
            && digits.kind == AtomKind::Digits
            && digits.gap.is_empty()
            && slash.gap.is_empty()
            && digits.span.len() <= 2
        {
            unit_number = true;
            self.next += 2;
        }
        // "342/2016/TT-BTCngày": the code ends where its known part does, if a blank was lost.
        let last = codes.last()?;
        let cut = year_last.is_none() && !unit_number && last.span.end < self.atoms[self.next - 1].span.end;
        let end = if cut { last.span.end } else { self.atoms[self.next - 1].span.end };
        let span = Span::new(first.span.start, end);
        let separators: Vec<Atom> = self.atoms[symbol_at..self.next]
            .iter()
            .copied()
            .filter(|a| matches!(a.kind, AtomKind::Slash | AtomKind::Dash))
            .collect();
        // Right border: a letter or digit that continues it, or a slash with more after it, means that this is something else.
        if !cut && self.text[end..].chars().next().is_some_and(|c| c.is_alphanumeric()) {
            return None;
        }
        let mut scan = self.layout(Parts { span, serial, suffix, year, lead, codes, separators })?;
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
            // "3O/2020", "6l/2013": a letter that looks like a digit, where a serial letter would be rare.
            let digit = match text {
                "O" | "o" => Some(0),
                "l" | "I" => Some(1),
                _ => None,
            };
            if let Some(digit) = digit
                && self.peek(1).is_some_and(|a| a.kind == AtomKind::Slash)
                && self.peek(2).is_some_and(|a| plausible_year(a.span.of(self.text)).is_some())
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

    /// The year after the first slash, and its own slash. `Some(None)` where codes follow at once.
    fn year(&mut self) -> Option<Option<u16>> {
        let Some(digits) = self.peek(0).filter(|a| a.kind == AtomKind::Digits) else { return Some(None) };
        let text = digits.span.of(self.text);
        if let Some(year) = self.broken_year().or_else(|| self.misread_year()) {
            return Some(Some(year));
        }
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

    /// "151/20 25/NĐ-CP": a year with a blank inside, and its slash.
    fn broken_year(&mut self) -> Option<u16> {
        let (first, second, slash) = (*self.peek(0)?, *self.peek(1)?, *self.peek(2)?);
        if second.kind != AtomKind::Digits || slash.kind != AtomKind::Slash || second.broken || !slash.gap.is_empty() {
            return None;
        }
        let joined = format!("{}{}", first.span.of(self.text), second.span.of(self.text));
        let year = plausible_year(&joined)?;
        (self.peek(3)?.kind == AtomKind::Code).then_some(())?;
        self.note_gap(&first);
        self.note_gap(&second);
        self.next += 2;
        self.separator(AtomKind::Slash);
        Some(year)
    }

    /// "123/2O16/NĐ-CP", "15/20l6/TT-BTC": letters in a year that look like digits, and its slash.
    fn misread_year(&mut self) -> Option<u16> {
        let (digits, letters, slash) = (*self.peek(0)?, *self.peek(1)?, *self.peek(2)?);
        let glued = letters.gap.is_empty() && slash.gap.is_empty();
        if !glued || letters.kind != AtomKind::Code || slash.kind != AtomKind::Slash {
            return None;
        }
        let span = digits.span.cover(letters.span);
        let meant: String = span
            .of(self.text)
            .chars()
            .map(|c| match c {
                'O' | 'o' => '0',
                'l' | 'I' => '1',
                other => other,
            })
            .collect();
        let year = plausible_year(&meant)?;
        (self.peek(3)?.kind == AtomKind::Code).then_some(())?;
        self.note_gap(&digits);
        self.slips.push(Slip { kind: SlipKind::Ocr, span, expected: meant });
        self.next += 2;
        self.separator(AtomKind::Slash);
        Some(year)
    }

    /// The codes of the symbol with the separators between them. Over a gap only codes that are known go on.
    fn codes(&mut self) -> Option<Vec<Code>> {
        let mut codes = Vec::new();
        loop {
            let atom = *self.peek(0).filter(|a| a.kind == AtomKind::Code)?;
            let mut code = mend_code(self.text, atom.span, codes.is_empty());
            let whole = code.known != Known::No && code.slip.is_none();
            if !whole && let Some(whole) = self.broken_code(&atom, codes.is_empty()) {
                code = whole;
                self.next += 1;
            }
            let over_gap = !atom.gap.is_empty();
            if !codes.is_empty() && over_gap && !self.goes_on(&atom, &code) {
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
            let (Some(separator), Some(after)) = (self.peek(0), self.peek(1)) else { return Some(codes) };
            // A full stop that continues a unit ("V.I") is not read; the unit ends there.
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
}

pub(super) fn plausible_year(text: &str) -> Option<u16> {
    let year: u16 = text.parse().ok()?;
    (text.len() == 4 && (1945..=2100).contains(&year)).then_some(year)
}

//! The year of a number, however it is written: `2020`, `98`, `20 25`, `2O16`.

use super::atoms::{Atom, AtomKind};
use super::scan::NumberParser;
use super::{Slip, SlipKind};
use crate::text::Span;

impl NumberParser<'_> {
    /// The year after the first slash, and its own slash. `Some(None)` where codes follow at once.
    pub(super) fn year(&mut self) -> Option<Option<u16>> {
        let Some(digits) = self.peek(0).filter(|a| a.kind == AtomKind::Digits) else { return Some(None) };
        if let Some(year) = self.broken_year().or_else(|| self.misread_year()) {
            return Some(Some(year));
        }
        let year = self.year_of_digits(digits)?;
        self.note_gap(digits);
        self.next += 1;
        self.separator_after_year(digits)?;
        (self.peek(0)?.kind == AtomKind::Code).then_some(Some(year))
    }

    /// The year that four digits or two are: "2020", "98".
    fn year_of_digits(&mut self, digits: &Atom) -> Option<u16> {
        let written = digits.span.of(self.text);
        let number: u16 = written.parse().ok()?;
        let slip = |kind, expected| Slip { kind, span: digits.span, expected };
        match written.len() {
            4 if (1945..=2100).contains(&number) => Some(number),
            4 if (1000..=2999).contains(&number) => {
                self.slips.push(slip(SlipKind::YearOutOfRange, String::new()));
                Some(number)
            }
            // "12/98/TT-BTM" was the form of the time.
            2 if number >= 45 => Some(1900 + number),
            2 => {
                let year = 2000 + number;
                self.slips.push(slip(SlipKind::TwoDigitYear, year.to_string()));
                Some(year)
            }
            _ => None,
        }
    }

    /// What is between the year and the codes: a slash, or what was written for it.
    fn separator_after_year(&mut self, year: &Atom) -> Option<()> {
        let separator = self.peek(0)?;
        match separator.kind {
            AtomKind::Slash => {
                self.separator(AtomKind::Slash);
                // "85/2017/2017/NĐ-CP"
                if let (Some(again), Some(slash)) = (self.peek(0), self.peek(1))
                    && again.kind == AtomKind::Digits
                    && again.span.of(self.text) == year.span.of(self.text)
                    && slash.kind == AtomKind::Slash
                {
                    let span = again.span.cover(slash.span);
                    self.slips.push(Slip { kind: SlipKind::Duplicated, span, expected: String::new() });
                    self.next += 2;
                }
            }
            // "30/2020-NĐ-CP"
            AtomKind::Dash => {
                let expected = "/".to_owned();
                self.slips.push(Slip { kind: SlipKind::StateSeparators, span: separator.span, expected });
                self.note_gap(separator);
                self.next += 1;
            }
            // "30/2020NĐ-CP"
            AtomKind::Code if separator.gap.is_empty() => {
                let span = Span::new(year.span.end, separator.span.start);
                self.slips.push(Slip { kind: SlipKind::MissingSlash, span, expected: "/".to_owned() });
            }
            _ => return None,
        }
        Some(())
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
}

/// The year that four digits are, if an act can be of it.
pub fn plausible_year(text: &str) -> Option<u16> {
    let year: u16 = text.parse().ok()?;
    (text.len() == 4 && (1945..=2100).contains(&year)).then_some(year)
}

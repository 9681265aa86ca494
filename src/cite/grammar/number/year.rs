//! The year of a number, however it is written: `2020`, `98`, `20 25`, `2O16`.

use super::atoms::{Atom, AtomKind};
use super::codes::{corrected_code, is_assembly};
use super::scan::NumberParser;
use super::{Slip, SlipKind};
use crate::law::{YearRule, types};
use crate::text::Span;
use smallvec::SmallVec;

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
            // "80/20021/TT-BTC", "80/202/TT-BTC": a digit too many or too few.
            3 | 5 => {
                let year = match years_near(written).as_slice() {
                    [] => return None,
                    [only] => *only,
                    _ => number,
                };
                self.slips.push(slip(SlipKind::YearOutOfRange, year.to_string()));
                Some(year)
            }
            _ => None,
        }
    }

    /// "302020/NĐ-CP": the year whose slash was lost, at the end of the first digits, where the symbol follows that wants one.
    /// It gives the serial.
    pub(super) fn glued_year(&mut self) -> Option<u32> {
        const LONGEST: usize = 8;
        let digits = self.atoms[0].span;
        if !(5..=LONGEST).contains(&digits.len()) {
            return None;
        }
        let (slash, code) = (self.atoms.get(1)?, self.atoms.get(2)?);
        if slash.kind != AtomKind::Slash || code.kind != AtomKind::Code {
            return None;
        }
        let border = digits.end - 4;
        let (serial, year) = digits.of(self.text).split_at(digits.len() - 4);
        let year = plausible_year(year).filter(|year| *year >= 1976)?;
        let code = corrected_code(self.text, code.span, true);
        let dated = types().by_code(&code.text).is_some_and(|t| t.year == YearRule::Always);
        if serial.starts_with('0') && serial.len() > 2 || !(is_assembly(&code.text) || dated) {
            return None;
        }
        self.slips.push(Slip {
            kind: SlipKind::MissingSlash,
            span: Span::new(border, border),
            expected: "/".to_owned(),
        });
        self.glued_year = Some(year);
        serial.parse().ok()
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
            // "16/2023 QH15"
            AtomKind::Code if separator.gap.of(self.text).chars().count() == 1 => {
                self.slips.push(Slip { kind: SlipKind::Space, span: separator.gap, expected: "/".to_owned() });
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

/// The years that digits can be from which one is missing or to which one was added: 2021 for "20021", where a key was struck
/// twice; 2020 to 2029 for "202".
pub fn years_near(written: &str) -> SmallVec<[u16; 4]> {
    const YEARS: std::ops::RangeInclusive<u16> = 1990..=2030;
    let without = |at: usize| format!("{}{}", &written[..at], &written[at + 1..]);
    let plausible = |digits: String| plausible_year(&digits).filter(|year| YEARS.contains(year));
    let mut years: SmallVec<[u16; 4]> = SmallVec::new();
    if written.len() > 4 {
        let bytes = written.as_bytes();
        let doubled = (1..written.len()).filter(|&at| bytes[at] == bytes[at - 1]);
        years.extend(doubled.filter_map(|at| plausible(without(at))));
        if years.is_empty() {
            years.extend((0..written.len()).filter_map(|at| plausible(without(at))));
        }
    } else {
        years.extend(YEARS.filter(|year| {
            let year = year.to_string();
            (0..year.len()).any(|at| written == format!("{}{}", &year[..at], &year[at + 1..]))
        }));
    }
    years.sort_unstable();
    years.dedup();
    years
}

/// The year that four digits are, if an act can be of it.
pub fn plausible_year(text: &str) -> Option<u16> {
    let year: u16 = text.parse().ok()?;
    (text.len() == 4 && (1945..=2100).contains(&year)).then_some(year)
}

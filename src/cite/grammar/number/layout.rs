//! Which layout the parts of a number follow, hence whose number it is.
//!
//! [`LAYOUTS`] is the list of them, each with an example. The first one that fits decides.

mod table;

use super::atoms::{Atom, AtomKind};
use super::codes::{Code, Known, unit_with_strokes};
use super::scan::{Certainty, NumberParser, Scan};
use super::{Family, Number, Slip, SlipKind};
use crate::law::{YearRule, types};
use crate::text::{Span, fold};
use table::LAYOUTS;

/// What is between the serial and the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// "/", perhaps with the year: `30/2020/NĐ-CP`, `128/NQ-CP`.
    Slash,
    /// "-": `57-NQ/TW`.
    Dash,
    /// "-" before and after the year, as in names of files: `30-2020-NĐ-CP`.
    Dashes,
    /// Nothing, or a blank: `05VBHN-VPQH`, `740 QĐ/UB`.
    Nothing,
}

/// The parts of a number, before it is known whose number they make.
pub struct Parts {
    pub span: Span,
    pub serial: u32,
    pub suffix: String,
    pub year: Option<u16>,
    pub lead: Lead,
    /// At least one.
    pub codes: Vec<Code>,
    /// The separators of the symbol.
    pub separators: Vec<Atom>,
}

/// What a layout makes of the parts.
struct Owned {
    family: Family,
    type_code: Option<String>,
    issuers: Vec<String>,
    term: Option<u8>,
    unit: Option<String>,
    slip: Option<Slip>,
    certainty: Certainty,
}

/// The parts of a number as the layouts look at them.
struct View<'a> {
    parts: &'a Parts,
    /// See [`super::scan`].
    whole: bool,
    /// White space is between the parts.
    spaced: bool,
    /// The first dash.
    dash: Option<Span>,
}

impl std::ops::Deref for View<'_> {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.parts
    }
}

impl View<'_> {
    /// How many codes there are.
    fn len(&self) -> usize {
        self.codes.len()
    }

    /// A code as it should be written; nothing past the last.
    fn code(&self, index: usize) -> &str {
        self.codes.get(index).map_or("", |code| &code.text)
    }

    fn first(&self) -> &str {
        self.code(0)
    }

    /// The codes after the first.
    fn issuers(&self) -> impl Iterator<Item = &str> {
        self.codes[1..].iter().map(|code| code.text.as_str())
    }

    /// The separator between the first two codes.
    fn joint(&self) -> Option<AtomKind> {
        let last = self.codes.last()?.span.start;
        self.separators.first().filter(|s| s.span.start < last).map(|s| s.kind)
    }

    fn has_type(&self) -> bool {
        types().is_code(self.first())
    }

    fn has_party_type(&self) -> bool {
        types().by_party_code(self.first()).is_some()
    }

    /// Whether a type code of the state is followed by issuers. The codes of the Assembly are issuers themselves.
    fn has_state_type(&self) -> bool {
        self.len() >= 2 && self.has_type() && !matches!(self.first(), "QH" | "UBTVQH" | "LCT" | "L" | "PL")
    }

    /// Whether several codes follow a slash, as those of letters and old forms do.
    fn is_without_year_or_type(&self) -> bool {
        self.len() >= 2 && self.year.is_none() && self.lead != Lead::Nothing
    }

    fn sure_if(&self, sure: bool, otherwise: Certainty) -> Certainty {
        if sure { Certainty::Sure } else { otherwise }
    }

    fn party_separators(&self) -> Slip {
        Slip { kind: SlipKind::PartySeparators, span: self.span, expected: String::new() }
    }
}

impl Owned {
    fn new(family: Family) -> Self {
        let (type_code, term, unit, slip) = (None, None, None, None);
        Self { family, type_code, issuers: Vec::new(), term, unit, slip, certainty: Certainty::Sure }
    }

    /// An old form, which is one only after a type word.
    fn old() -> Self {
        Self { certainty: Certainty::NeedsTypeWord, ..Self::new(Family::Old) }
    }

    /// A type code, then issuers.
    fn of_type(family: Family, parts: &View<'_>) -> Self {
        let issuers = parts.issuers().map(str::to_owned).collect();
        Self { type_code: Some(parts.first().to_owned()), issuers, ..Self::new(family) }
    }
}

impl NumberParser<'_> {
    /// The number that the parts make; `None` where they follow no layout.
    pub(super) fn layout(&self, mut parts: Parts) -> Option<Scan> {
        self.leave_unlisted_codes(&mut parts);
        let dash = self.atoms.iter().find(|a| a.kind == AtomKind::Dash).map(|a| a.span);
        let spaced = self.atoms[1..self.next].iter().any(|a| !a.gap.is_empty());
        let view = View { parts: &parts, whole: self.whole, spaced, dash };
        let layout = LAYOUTS.iter().find(|layout| (layout.fits)(&view))?;
        #[cfg(test)]
        table::tests::FOUND.set(Some(layout.example));
        let owned = (layout.read)(&view)?;
        let Parts { span, serial, suffix, year, lead, codes, separators } = parts;
        let Owned { family, type_code, issuers, term, unit, slip, mut certainty } = owned;
        let (zeros, old_symbol) = (0, None);
        let mut number = Number { family, serial, zeros, suffix, year, type_code, issuers, term, unit, old_symbol };
        let mut slips = self.slips.clone();
        slips.extend(slip);
        if lead == Lead::Nothing && number.family != Family::Old {
            let gap = Span::new(self.atoms[0].span.end, codes[0].span.start);
            if !gap.is_empty() {
                // "740 QĐ/UB": old writing.
                number.family = Family::Old;
                number.type_code = None;
                number.issuers.clear();
                certainty = Certainty::NeedsTypeWord;
            } else if !matches!(number.family, Family::State | Family::Consolidated | Family::Joint)
                || codes.iter().any(|c| c.known == Known::No)
            {
                return None;
            } else {
                slips.push(Slip { kind: SlipKind::MissingSlash, span: gap, expected: "/".to_owned() });
            }
        }
        if number.family == Family::Old {
            number.old_symbol = Some(self.old_symbol(span, &number, lead)?);
            number.zeros = leading_zeros(self.atoms[0].span.of(self.text));
            // Old forms are recognised, never corrected.
            return Some(Scan { span, number, slips: Vec::new(), certainty });
        }
        self.check_codes(&mut slips, &number, &codes, &separators);
        self.check_year(&mut slips, &number, span, &codes);
        Some(Scan { span, number, slips, certainty })
    }

    /// Codes that no list holds whole are left as they are written: those of the units that draft letters ("1316/TTg-KTN",
    /// "4064/BHXH-THU"), and those of hospitals, schools and companies, which issue decisions too ("1187/QĐ-BVTW"). Only the
    /// agencies whose numbers always have a year are all known.
    fn leave_unlisted_codes(&self, parts: &mut Parts) {
        let (kind, issuers) = match parts.codes.split_first_mut() {
            Some((kind, issuers)) if !issuers.is_empty() => (kind, issuers),
            _ => return,
        };
        let of_type = types().by_code(&kind.text).filter(|_| kind.known == Known::Type);
        let is_letter = of_type.is_none_or(|t| t.letter) && parts.year.is_none() && parts.lead == Lead::Slash;
        let listed = parts.year.is_some() && of_type.is_some_and(|t| t.year == YearRule::Always);
        for code in issuers {
            let guessed = match code.slip {
                Some((SlipKind::Truncated, ..)) => !listed,
                Some((SlipKind::MixedCase, ..)) => is_letter,
                _ => false,
            };
            if guessed {
                code.text = fold::composed(code.span.of(self.text)).into_owned();
                (code.slip, code.known) = (None, Known::No);
            }
            if is_letter
                && code.known == Known::No
                && let Some(unit) = unit_with_strokes(&code.text)
            {
                code.slip = Some((SlipKind::AsciiD, code.span, unit.to_owned()));
                unit.clone_into(&mut code.text);
            }
        }
    }

    /// The symbol of an old form as it is written: "-CP", "/SL", " TC/TCT".
    fn old_symbol(&self, span: Span, number: &Number, lead: Lead) -> Option<String> {
        const LARGEST_SERIAL: u32 = 9999;
        if !self.whole && number.serial > LARGEST_SERIAL {
            return None;
        }
        let gap = self.atoms.get(1)?.gap;
        let start = gap.start.max(self.atoms[0].span.end + number.suffix.len());
        let mut symbol = fold::tidy(Span::new(start, span.end).of(self.text)).replace("/ ", "/");
        if lead == Lead::Nothing && !gap.is_empty() {
            // "64 TC/TCT"; the laws of then had a dash: "58 LCT/HĐNN8".
            symbol.insert(0, if symbol.starts_with("LCT/") { '-' } else { ' ' });
        }
        Some(symbol)
    }
}

/// The zeros in front of a serial as it is written: 1 of "02", 2 of "007".
pub fn leading_zeros(serial: &str) -> u8 {
    let significant = serial.trim_start_matches('0').len().max(1);
    u8::try_from(serial.len().saturating_sub(significant)).unwrap_or(u8::MAX)
}

//! Where the parts of a number depart from how they should be written.

use super::atoms::{Atom, AtomKind};
use super::codes::{Code, Known, is_known_issuer};
use super::scan::{NumberParser, Scan};
use super::{Family, Number, Slip, SlipKind};
use crate::law::{YearRule, types};
use crate::text::Span;

impl NumberParser<'_> {
    /// What is wrong with the codes and the separators between them.
    pub(super) fn check_codes(&self, slips: &mut Vec<Slip>, number: &Number, codes: &[Code], separators: &[Atom]) {
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
        if number.family == Family::Letter && codes[0].text == "CV" {
            slips.push(Slip { kind: SlipKind::LetterTypeCode, span: codes[0].span, expected: String::new() });
        }
        let issuers = match number.family {
            Family::Letter => &codes[..1],
            Family::Assembly => &[],
            _ => codes.get(1..).unwrap_or_default(),
        };
        // "04/2025/FVL-XNK": a company numbers as it likes.
        let of_unknown_type = slips.iter().position(|s| s.kind == SlipKind::UnknownType);
        if let Some(at) = of_unknown_type
            && issuers.iter().all(|c| c.known == Known::No)
        {
            slips.remove(at);
            return;
        }
        for code in
            issuers.iter().filter(|c| c.slip.is_none() && c.known == Known::No && number.family != Family::Letter)
        {
            if !is_known_issuer(&code.text) {
                slips.push(Slip { kind: SlipKind::UnknownIssuer, span: code.span, expected: String::new() });
            }
        }
    }

    /// Whether the number has a year if its type wants one, and only then.
    pub(super) fn check_year(&self, slips: &mut Vec<Slip>, number: &Number, span: Span, codes: &[Code]) {
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

    /// Whether the serial has the zeros that it should have.
    pub(super) fn check_serial(&self, scan: &mut Scan, digits: Span) {
        if scan.number.family == Family::Old || self.glued_year.is_some() {
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

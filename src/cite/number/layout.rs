//! Which layout the parts of a number follow, hence whose number it is, and where they depart from it.

use super::atoms::{Atom, AtomKind};
use super::codes::{
    Code, Known, is_capitals, is_code_like, is_known_issuer, is_party_issuer, is_state_issuer, split_code,
};
use super::scan::{Certainty, Reader, Scan, plausible_year};
use super::{Family, Number, Slip, SlipKind};
use crate::law::{YearRule, types};
use crate::text::Span;

impl Reader<'_> {
    /// The number that the parts make; `None` where they follow no layout.
    #[allow(clippy::too_many_arguments, reason = "the parts of a number are these")]
    pub fn layout(
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
            zeros: 0,
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
                if self.atoms[1..self.next].iter().any(|a| !a.gap.is_empty()) || !is_old_symbol(first) {
                    return None;
                }
                number.family = Family::Old;
                certainty = Certainty::NeedsTypeWord;
            } else if matches!(first, "LCT" | "L")
                || (first == "SL" && is_law_of_the_fifties(texts[1]))
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
        } else if first == "SL" && texts.len() == 2 && is_law_of_the_fifties(texts[1]) {
            number.family = Family::Old;
            certainty = Certainty::NeedsTypeWord;
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
            if !is_old_symbol(first) || first.chars().count() > 12 {
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
            number.zeros = leading_zeros(self.atoms[0].span.of(self.text));
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
            // "29.2016/TT-BTC": the year stands there, behind another mark.
            (Family::State | Family::Joint, Some(YearRule::Always), None)
                if number.suffix.strip_prefix('.').and_then(plausible_year).is_none() =>
            {
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

    pub fn check_serial(&self, scan: &mut Scan, digits: Span) {
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

/// Symbols of old forms: capitals, "TTg", and "SLt" of *sắc luật* (`002/SLt`).
fn is_old_symbol(code: &str) -> bool {
    matches!(code, "TTg" | "SLt") || is_capitals(code)
}

/// "L.003" of `101/SL-L.003`: laws of 1957 that the President promulgated by *sắc lệnh*.
fn is_law_of_the_fifties(code: &str) -> bool {
    code.strip_prefix('L').is_some_and(|rest| {
        let digits = rest.strip_prefix('.').unwrap_or(rest);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    })
}

/// The zeros in front of a serial as it is written: 1 of "02", 2 of "007".
pub fn leading_zeros(serial: &str) -> u8 {
    let significant = serial.trim_start_matches('0').len().max(1);
    u8::try_from(serial.len().saturating_sub(significant)).unwrap_or(u8::MAX)
}

fn family_of_type(code: &str) -> Family {
    match code {
        "TTLT" | "TTLB" | "NQLT" => Family::Joint,
        "VBHN" => Family::Consolidated,
        _ => Family::State,
    }
}

//! Numbers as they are collected: the type that they show, and whether they can be.

use crate::cite::number::scan;
use crate::cite::{Family, Number, Slip, SlipKind};
use crate::law::{TypeId, agencies, assembly_terms, types};
use crate::text::fold;

/// The type as the table of types has it: "Quyết định của UBND tỉnh" → "Quyết định". The number decides where it can.
pub fn kind(raw: Option<&str>, number: &Number) -> Option<TypeId> {
    let raw = raw.map(fold::tidy).filter(|r| r != "Văn bản");
    let by_word = raw.as_deref().and_then(|r| {
        let of_place = r.split(" của ").next().unwrap_or(r);
        types()
            .by_name(of_place)
            .or_else(|| r.starts_with("Nghị quyết").then(|| types().by_name("Nghị quyết")).flatten())
    });
    // "L" is the code of old laws as well; the President issues orders (Lệnh).
    if number.type_code.as_deref() == Some("L") && number.issuers.first().is_some_and(|i| i == "CTN") {
        return Some(TypeId::LENH);
    }
    match (number.family, number.kind(), by_word) {
        // A citation may give the type of another instrument; the symbol cannot.
        (Family::State | Family::Joint | Family::Consolidated, Some(of_symbol), _) => Some(of_symbol.id),
        // "QĐ" of the Party is also Quy định.
        (Family::Party, Some(_), Some(word)) if word.id == TypeId::QUY_DINH => Some(word.id),
        (Family::Letter, _, Some(word)) => Some(word.id),
        (Family::Party | Family::Letter, Some(of_symbol), _) => Some(of_symbol.id),
        (Family::Assembly, _, Some(word))
            if !matches!(word.id, TypeId::LUAT | TypeId::BO_LUAT | TypeId::NGHI_QUYET) =>
        {
            Some(TypeId::LUAT)
        }
        (Family::Assembly, _, None) => Some(TypeId::LUAT),
        (Family::StandingCommittee, Some(of_symbol), _) => Some(of_symbol.id),
        (Family::StandingCommittee, None, Some(word)) if word.id == TypeId::LUAT => Some(TypeId::PHAP_LENH),
        (_, _, word) => word.map(|t| t.id),
    }
}

/// A number of a list, and whether its writing is so far off that it may hide another one: "109/2005/QĐ-BCA (A11)".
pub fn listed_number(raw: &str) -> Option<(Number, bool)> {
    // "109/2005/QĐ-BCA (A11)", "04/1999/TT-BCA(C13"
    let text = fold::tidy(raw.split('(').next().unwrap_or(raw)).replace('_', "-");
    let text = text.trim();
    // "01/2022/TTLT-VKSNDTC-": a line broke there.
    let broken = text.ends_with('-') && text.contains("TTL");
    let text = text.trim_end_matches(['.', ',', ';', '-']);
    let scan = scan(text, 0, true).filter(|s| s.span.end == text.len())?;
    let doubtful = hides_another(&scan.slips);
    // "004/2025/TT", "35/2014/NĐ": a symbol that lost its end.
    let cut = broken || scan.number.issuers.is_empty() && scan.number.family != Family::Old;
    (!cut).then_some((scan.number, doubtful))
}

/// Whether a department of a locality issues under this symbol: `QĐ-SYT`, `QĐ-CT` of a chairman.
pub fn is_of_locality(number: &Number) -> bool {
    let Some(code) = number.issuers.first() else { return false };
    let known = !agencies().by_code(code).is_empty();
    let department = code.starts_with('S') && code.chars().count() > 1 && !known;
    let chairman = code == "CT" && number.family == Family::State;
    // "NQ-HĐND8": the term is written after the council.
    let council = ["HĐND", "UBND", "TTHĐND"].iter().any(|c| code.starts_with(c) && code.len() > c.len());
    department || chairman || council
}

/// Whether a number is written so far off that it may hide another one.
pub fn hides_another(slips: &[Slip]) -> bool {
    slips.iter().any(|s| {
        matches!(
            s.kind,
            SlipKind::UnknownIssuer
                | SlipKind::UnknownType
                | SlipKind::Truncated
                | SlipKind::Ocr
                | SlipKind::MissingYear
                | SlipKind::Duplicated
                | SlipKind::Padded
                | SlipKind::YearOutOfRange
                | SlipKind::TwoDigitYear
                | SlipKind::UnexpectedYear
        )
    })
}

/// Whether a number cannot be: the Assembly's term does not sit in its year, or the year lies ahead of the data.
pub fn impossible(number: &Number) -> bool {
    if number.serial == 0 || number.year.is_some_and(|y| !(1945..=2026).contains(&y)) {
        return true;
    }
    match (number.family, number.term, number.year) {
        (Family::Assembly | Family::StandingCommittee, Some(term), Some(year)) => !assembly_terms(year).contains(&term),
        (Family::Assembly, None, _) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::number_of as n;
    use super::*;

    #[test]
    fn numbers_out_of_their_term_are_impossible() {
        assert!(impossible(&n("45/2019/QH13")));
        assert!(!impossible(&n("45/2019/QH14")));
    }
}

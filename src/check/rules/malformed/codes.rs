//! The codes of a symbol: their letter case, codes that no list has, and parts that are missing.

use super::{at_slip, corrected_text, fix_alike, fix_part, with_slip};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::symbol::is_of_an_enterprise;
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Severity};
use crate::cite::{Family, Slip, SlipKind};
use crate::law::{AgencyId, InstrumentType, YearRule, agencies, types};
use crate::text::Span;

/// Errors of letter case are corrected together: "qđ-ttg".
const LETTER_CASE: [SlipKind; 2] = [SlipKind::LowerCase, SlipKind::MixedCase];

/// Whether the citation is in a heading in capitals, where letter case can't be checked.
fn is_in_capitals(n: &NumberCitation<'_>) -> bool {
    let word = n.node.so.or(n.node.type_word.as_ref().filter(|w| !w.abbreviated).map(|w| w.span));
    word.is_some_and(|span| span.of(n.block).chars().all(|c| !c.is_lowercase()))
}

/// A symbol in small letters.
pub fn lowercase_symbol(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::LowerCase) {
        out.push(at_slip(cx, Code::LowercaseSymbol, n, slip).with_fix(fix_alike(cx, n, &LETTER_CASE)));
    }
}

/// A code of fixed mixed case written otherwise: `TTG` for `TTg`.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục III.
pub fn mixed_case_code(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::MixedCase).filter(|(n, _)| !is_in_capitals(n)) {
        // "UBTVQH15ngày": a blank was lost.
        if slip.span.of(n.block).ends_with("ngày") {
            continue;
        }
        out.push(at_slip(cx, Code::MixedCaseCode, n, slip).with_fix(fix_alike(cx, n, &LETTER_CASE)));
    }
}

/// An issuer's code with a letter too many or too few, and one known code near it; or a symbol that lacks the code of the
/// type or of the issuer, as was usual until about 2008.
pub fn truncated_symbol(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Truncated).filter(|(n, _)| !n.is_glued()) {
        if slip.span.is_empty() {
            if n.year().is_none_or(|year| year > 2008) && !slip.expected.is_empty() {
                let values = [("expected", slip.expected.as_str()), ("number", &n.number().canonical())];
                let finding = cx.variant(Code::TruncatedSymbol, "part", n.span(), &values);
                let finding = finding.with_instrument(n.number().canonical());
                out.push(finding.with_fix(fix_part(cx, n, slip, false)));
            }
            continue;
        }
        out.push(at_slip(cx, Code::TruncatedSymbol, n, slip).with_fix(fix_part(cx, n, slip, false)));
    }
}

/// `CV` in the number of the draft itself, a letter of the state, which has no type code. Usual until Nghị định 30/2020/NĐ-CP; so
/// only letters that are not dated before 2021. The number of a letter that is cited is as its issuer wrote it.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
pub fn congvan_type_code(cx: &Checker<'_>, out: &mut Findings) {
    let own = cx.draft.header.number.as_ref();
    for n in cx.numbers.iter().filter(|n| n.node.header || own == Some(n.number())) {
        let number = n.number();
        let with_code = match number.family {
            Family::Letter => number.issuers.first().is_some_and(|code| code == "CV"),
            Family::State => number.type_code.as_deref() == Some("CV"),
            _ => false,
        };
        if !with_code || !n.is_own_prose() || n.year().is_some_and(|y| y <= 2020) {
            continue;
        }
        let at = n.text().find("CV").unwrap_or(0);
        let span = Span::new(at, at + 2).shifted(n.span().start);
        out.push(cx.finding(Code::CongvanTypeCode, span, &[]).with_instrument(number.canonical()));
    }
}

/// A type code that isn't in any list. Specialised documents may have types of their own, so a hint.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục III.
pub fn unknown_type_code(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::UnknownType) {
        if !n.is_own_prose() || n.is_old() {
            continue;
        }
        let mut finding = at_slip(cx, Code::UnknownTypeCode, n, slip);
        // With a year it is a normative type, without a year it isn't.
        let fits = |t: &&InstrumentType| (n.number().year.is_some()) != (t.year == YearRule::Never);
        // Suggest only codes of the type that the text names, if it names one, and only those that are types in this
        // position: "UBTVQH" needs its term.
        let word = n.node.type_word.as_ref().map(|word| word.name);
        let of_word = |t: &&InstrumentType| word.is_none_or(|name| name == t.name);
        let is_read = |code: &&str| {
            let expected = (*code).to_owned();
            let text = corrected_text(n, &Slip { expected: expected.clone(), ..slip.clone() });
            let of_assembly = matches!(*code, "QH" | "UBTVQH" | "LCT");
            !of_assembly && crate::cite::Number::parse(&text).is_some_and(|read| read.type_code == Some(expected))
        };
        let known = types().iter().filter(fits).filter(of_word).flat_map(|t| &t.codes).map(String::as_str);
        for code in nearest(slip.span.of(n.block), known.filter(is_read)) {
            let edit = Edit::new(n.place.in_document(slip.span), code.clone());
            finding = finding.with_fix(cx.fix("write", &[("text", &code)], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// An issuer's code that isn't in any list, in a number with a year: the list of agencies that issue normative acts is
/// nearly complete. An office or school may use any code in numbers without a year.
pub fn unknown_agency_code(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::UnknownIssuer) {
        // "TT-BCA-A81": the unit of the ministry that drafted it.
        if n.is_old()
            || n.number().year.is_none()
            || slip.span.of(n.block).contains(|c: char| c.is_ascii_digit())
            || is_of_an_enterprise(n)
        {
            continue;
        }
        let mut finding = at_slip(cx, Code::UnknownAgencyCode, n, slip).cap_severity(Severity::Information);
        let is_central = |owners: &[AgencyId]| owners.iter().any(|id| id.row().kind.is_central());
        let central = agencies().codes().filter(|(_, owners)| is_central(owners)).map(|(c, _)| c);
        let central: Vec<&str> = central.chain(["UBND", "HĐND"]).collect();
        // First the code of the agency that the text names, or a code that begins with what is written; then similar
        // codes.
        let seen = slip.span.of(n.block);
        let named = n.node.attributes.issuer.as_ref().and_then(|issuer| issuer.agency).map(AgencyId::row);
        let mut codes: Vec<String> = match named {
            Some(agency) => agency.codes.iter().take(1).filter(|c| *c != seen).cloned().collect(),
            None => nearest(seen, central.iter().copied()),
        };
        if named.is_none() && seen.chars().count() > 2 {
            let whole = central.into_iter().filter(|c| c.starts_with(seen) && !c.contains('&')).max();
            codes.retain(|c| Some(c.as_str()) != whole);
            whole.into_iter().for_each(|code| codes.insert(0, code.to_owned()));
        }
        for code in codes {
            let edit = Edit::new(n.place.in_document(slip.span), code.clone());
            finding = finding.with_fix(cx.fix("write", &[("text", &code)], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// The known codes at a distance of at most two letters, nearest first, three at most.
fn nearest<'c>(seen: &str, known: impl Iterator<Item = &'c str>) -> Vec<String> {
    let seen: Vec<char> = seen.chars().collect();
    let most = if seen.len() < 4 { 1 } else { 2 };
    // The same letters in another order are one slip: "UNBD".
    let sorted = |mut code: Vec<char>| {
        code.sort_unstable();
        code
    };
    let letters = sorted(seen.clone());
    let is_swapped = |code: &str| sorted(code.chars().collect()) == letters;
    let measured = |code: &str| if is_swapped(code) { distance(&seen, code).min(1) } else { 2 * distance(&seen, code) };
    let mut near: Vec<(usize, &str)> =
        known.map(|code| (measured(code), code)).filter(|(d, _)| (1..=2 * most).contains(d)).collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, code)| code.to_owned()).collect()
}

/// How many letters must be inserted, deleted or changed (Levenshtein).
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

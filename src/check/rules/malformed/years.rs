//! The year of a number: missing, too much, in two digits, out of range, after the symbol.

use super::{at_slip, fix_part, rewrite, with_slip};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::symbol::{contradicts_its_type, is_of_an_enterprise};
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::cite::{Family, Number, SlipKind, number::years_near};
use crate::law::assembly_terms;
use crate::text::{self, Span};

/// A decree or circular without the year. Not reported where the date shows that it is older than the rule (before
/// 2000).
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
pub fn missing_year(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::MissingYear) {
        let year = n.year();
        // "LB" (liên bộ) went out of use with the century.
        if year.is_some_and(|y| y < 2000)
            || n.number().issuers.iter().any(|code| code == "LB")
            || is_of_last_century(n.after())
            || contradicts_its_type(n)
            || is_called_otherwise(n)
        {
            continue;
        }
        let kind = n.number().kind().map_or("", |k| k.name.as_str());
        let canonical = n.number().canonical();
        let span = n.place.in_document(slip.span);
        // "Nghị định số 2020/NĐ-CP ngày … năm 2020": the year is there, the serial is missing.
        if year.is_some_and(|y| u32::from(y) == n.number().serial) {
            let seen = n.number().serial.to_string();
            out.push(
                cx.variant(Code::MissingYear, "serial", span, &[("kind", kind), ("seen", &seen)])
                    .with_instrument(canonical),
            );
            continue;
        }
        let values = [("kind", kind), ("number", canonical.as_str())];
        let mut finding = cx.finding(Code::MissingYear, span, &values).with_instrument(canonical.clone());
        if let Some(year) = year {
            let full = crate::cite::Number { year: Some(year), ..n.number().clone() }.canonical();
            let edit = Edit::new(Span::new(span.end, span.end), format!("{year}/"));
            finding = finding.with_fix(cx.fix("write", &[("text", &full)], true, vec![edit]));
        }
        out.push(finding);
    }
}

/// "Báo cáo số 03/TT-PT": the word before the number says that "TT" isn't the type.
fn is_called_otherwise(n: &NumberCitation<'_>) -> bool {
    let kind = n.number().kind().map_or("", |kind| kind.name.as_str());
    let papers = ["Báo cáo", "Tờ trình", "Công văn", "Thông báo", "Biên bản"];
    n.node.type_word.as_ref().is_some_and(|word| word.name != kind && papers.contains(&word.name))
}

/// A notice, report or plan with a year in its number: they are numbered without. Not reported before 2011, when the
/// forms were not yet fixed.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
pub fn unexpected_year(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::UnexpectedYear) {
        // "Nghị định số 30/2020/CĐ-CP" isn't a telegram: its symbol is the error.
        if n.number().year.is_some_and(|y| y < 2011) || contradicts_its_type(n) {
            continue;
        }
        // Companies write the year in the numbers of all their documents.
        if (n.node.header && cx.issuer().is_none()) || is_of_an_enterprise(n) {
            continue;
        }
        let kind = n.number().kind().map_or("", |k| k.name.as_str());
        let canonical = n.number().canonical();
        let span = n.place.in_document(slip.span);
        let digits = Span::new(span.start, (span.start + 4).min(span.end));
        let without = crate::cite::Number { year: None, ..n.number().clone() }.canonical();
        let fix = cx.fix("write", &[("text", &without)], false, vec![Edit::new(span, "")]);
        out.push(
            cx.finding(Code::UnexpectedYear, digits, &[("kind", kind), ("number", &canonical)])
                .with_instrument(canonical)
                .with_fix(fix),
        );
    }
}

/// A year of two digits in an act after 2000 (`12/98/TT-BTM` was the form of its time).
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
pub fn two_digit_year(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::TwoDigitYear) {
        out.push(at_slip(cx, Code::TwoDigitYear, n, slip).with_fix(fix_part(cx, n, slip, true)));
    }
}

/// A year that cannot be one of issue. The fixes are the years that come from changing or swapping digits, the year of
/// the date after it first.
pub fn year_out_of_range(cx: &Checker<'_>, out: &mut Findings) {
    let now = cx.day.year();
    for (n, slip) in with_slip(cx, SlipKind::YearOutOfRange) {
        let seen = slip.span.of(n.block);
        let mut finding = at_slip(cx, Code::YearOutOfRange, n, slip);
        let attributes = &n.node.attributes;
        let given = attributes.date.as_ref().map(|d| d.year).or(attributes.year.map(|y| y.year));
        let mut years: Vec<i32> = given.map(i32::from).into_iter().collect();
        // "Luật số 43/201/QH13": only years of that term.
        let term = n.number().term;
        let is_of_term = |year: &i32| {
            let terms = u16::try_from(*year).map(assembly_terms).unwrap_or_default();
            term.is_none_or(|term| terms.contains(&term))
        };
        let meant = n.number().year.map(i32::from).filter(|year| year.to_string() != seen);
        let near = years_near(seen);
        let alike =
            |year: &i32| resembles(seen, &year.to_string()) || near.iter().any(|near| i32::from(*near) == *year);
        for year in meant.into_iter().chain((1999..=now + 1).rev().filter(alike)) {
            if !years.contains(&year) && is_of_term(&year) {
                years.push(year);
            }
        }
        // A year in which there is such a number is likelier than others.
        let exists = |year: i32| {
            u16::try_from(year).is_ok_and(|year| {
                let other = Number { year: Some(year), ..n.number().clone() };
                !cx.catalogue.by_number(&other.canonical()).is_empty()
            })
        };
        let given = given.map(i32::from);
        years.sort_by_key(|&year| (Some(year) != given, !exists(year)));
        for year in years.into_iter().take(3) {
            let edit = Edit::new(n.place.in_document(slip.span), year.to_string());
            finding = finding.with_fix(cx.fix("write", &[("text", &year.to_string())], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// Whether one digit is another or two neighbours are swapped.
fn resembles(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let apart: Vec<usize> = (0..a.len().min(b.len())).filter(|&i| a[i] != b[i]).collect();
    match apart.as_slice() {
        [_] => true,
        [i, j] => j - i == 1 && a[*i] == b[*j] && a[*j] == b[*i],
        _ => false,
    }
}

/// The year after the symbol.
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
pub fn year_last(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::YearLast).filter(|(n, _)| !n.is_old()) {
        // Numbers of the Party have no year at all: "20-TB/KL/2022" lacks more than it has.
        if n.number().family == Family::Party {
            continue;
        }
        out.push(at_slip(cx, Code::YearLast, n, slip).with_fix(rewrite(cx, n).0));
    }
}

/// Whether the words after a number soon say a day of the last century, when numbers had no year: "Thông tư số 01/TT-BNV của Bộ
/// Nội vụ (nay là Bộ Công an) ngày 20-01-1997".
fn is_of_last_century(after: &str) -> bool {
    let near = text::head(after.split([';', '\n']).next().unwrap_or_default(), 120);
    near.match_indices("ngày ").any(|(at, _)| {
        let day: String = near[at..].chars().take(30).collect();
        day.split(|c: char| !c.is_ascii_digit()).any(|year| year.len() == 4 && year.starts_with("19"))
    })
}

//! Numbers that the catalogue does not know, or of which it knows several.

use super::mismatch;
use super::rewrite::named;
use super::run::{NumberAt, Run};
use super::{Edit, Finding, Registered, Severity};
use crate::catalogue::{Coverage, Instrument, Resolution};
use crate::cite::{Family, Number, SlipKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

pub const RULES: &[Registered] = &[
    ("unknown-instrument", unknown_instrument),
    ("unknown-in-complete-series", unknown_in_complete_series),
    ("ambiguous-number", ambiguous_number),
    ("local-act-without-unit", local_act_without_unit),
];

/// How well a series must be covered for a missing number to be a warning, in percent.
const COMPLETE: u32 = 95;
/// Below which a missing number hardly says anything.
const THIN: u32 = 50;
/// How many numbers of a series must be known before its coverage says anything.
const SERIES: u32 = 10;

/// Whether the number is that of the document itself or of a draft still to come, or its writing explains why it is not
/// known.
fn is_explained(run: &Run<'_>, n: &NumberAt<'_>) -> bool {
    let misread = |kind: SlipKind| {
        matches!(
            kind,
            SlipKind::MissingYear
                | SlipKind::UnexpectedYear
                | SlipKind::YearOutOfRange
                | SlipKind::Truncated
                | SlipKind::UnknownType
                | SlipKind::UnknownIssuer
                | SlipKind::Ocr
        )
    };
    n.it.header
        || n.it.shortened
        || n.is_old()
        || run.document.header().number.as_ref() == Some(n.number())
        || mismatch::has_wrong_term(n)
        || n.it.slips.iter().any(|s| misread(s.kind))
}

/// Whether the serial of an Assembly's number belongs to an act of another year of its term, whose serials run on: beside
/// "56/2024/QH15" there is no "56/2025/QH15", while "53/2024/QH15" may be the act that a nearly complete list lacks.
/// `cited` is the type that the text names, of laws and resolutions, which are numbered apart.
pub(super) fn is_taken_in_term(run: &Run<'_>, cited: Option<&str>, number: &Number) -> bool {
    let Some(year) = number.year else { return false };
    let is_resolution = |kind: &str| kind == "Nghị quyết";
    let cited = cited.map(is_resolution);
    (year.saturating_sub(5)..=year + 5).filter(|y| *y != year).any(|y| {
        let other = Number { year: Some(y), ..number.clone() };
        let known = run.catalogue.by_key(&other.key());
        known.iter().any(|i| cited.is_none_or(|r| r == is_resolution(i.kind.as_str())))
    })
}

/// Calls once for every unknown number, at its first mention.
fn each_unknown(run: &Run<'_>, complete: bool, mut visit: impl FnMut(&NumberAt<'_>, &Coverage)) {
    let mut told = FxHashSet::default();
    for (i, n) in run.numbers.iter().enumerate() {
        if is_explained(run, n) {
            continue;
        }
        let Resolution::Unknown(coverage) = run.resolution(i) else { continue };
        let in_complete = coverage.percent() >= COMPLETE
            && coverage.known >= SERIES
            && n.number().serial <= coverage.highest
            && n.number().suffix.is_empty()
            && (n.number().term.is_none()
                || is_taken_in_term(run, n.it.type_word.as_ref().map(|t| t.name), n.number()));
        if in_complete == complete && told.insert(n.number()) {
            visit(n, coverage);
        }
    }
}

/// A number that is not in the catalogue, where that says little. What is not covered at all is not told.
fn unknown_instrument(run: &Run<'_>, out: &mut Vec<Finding>) {
    each_unknown(run, false, |n, coverage| {
        let (name, canonical) = (named(n), n.number().canonical());
        let highest = coverage.highest.to_string();
        let percent = coverage.percent().to_string();
        let values = [("name", name.as_str()), ("percent", &percent), ("highest", &highest)];
        let beyond = coverage.percent() >= COMPLETE && coverage.known >= SERIES && n.number().serial > coverage.highest;
        let thin = coverage.percent() < THIN;
        let finding = if beyond {
            run.variant("unknown-instrument", "beyond", n.span(), &values)
        } else {
            run.finding("unknown-instrument", n.span(), &values)
        };
        let finding = if thin { finding.at_most(Severity::Hint) } else { finding };
        out.push(with_near(run, n, finding.about(canonical)));
    });
}

/// A number that is missing in a series of which the catalogue knows nearly all.
fn unknown_in_complete_series(run: &Run<'_>, out: &mut Vec<Finding>) {
    each_unknown(run, true, |n, coverage| {
        if mismatch::is_reordered(run, n) {
            return;
        }
        let (name, canonical) = (named(n), n.number().canonical());
        let percent = coverage.percent().to_string();
        let values = [("name", name.as_str()), ("percent", percent.as_str())];
        let finding = run.finding("unknown-in-complete-series", n.span(), &values).about(canonical);
        out.push(with_near(run, n, finding));
    });
}

/// Adds what the number may have meant as fixes: first the act that day and title tell, then numbers like it that were
/// issued on the day, then others; of these what fits the place.
fn with_near(run: &Run<'_>, n: &NumberAt<'_>, mut finding: Finding) -> Finding {
    let mut near: Vec<_> = mismatch::meant::by_date_and_title(run, n, None).into_iter().collect();
    let told = near.first().map(|i| i.id);
    near.extend(mismatch::meant::by_likeness(run, n).iter().filter(|i| Some(i.id) != told).cloned());
    let fits = |other: &Arc<Instrument>| Some(other.id) == told || mismatch::meant::fits_place(run, n, other);
    for instrument in near.into_iter().filter(fits).take(3) {
        if let Some(number) = &instrument.number {
            let edit = Edit::between(n.span(), n.text(), number);
            finding = finding.with_fix(run.fix("write", &[("text", number)], false, vec![edit]));
        }
    }
    finding
}

/// A number that several instruments bear, with no date or year anywhere in the document that tells which. Told once, at
/// its first mention.
fn ambiguous_number(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut first: FxHashMap<&crate::cite::Number, usize> = FxHashMap::default();
    let mut dated = FxHashSet::default();
    for (i, n) in run.numbers.iter().enumerate() {
        let attributes = &n.it.attributes;
        if attributes.date.is_some() || attributes.year.is_some() || n.it.header || is_dated_together(run, i) {
            dated.insert(n.number());
        }
        if n.number().year.is_none() && !n.it.shortened && !n.is_old() && !n.number().is_local() {
            first.entry(n.number()).or_insert(i);
        }
    }
    for (number, i) in first {
        if dated.contains(number) {
            continue;
        }
        let Resolution::Ambiguous(all) = run.resolution(i) else { continue };
        let n = &run.numbers[i];
        let mut years: Vec<u16> = all.iter().filter_map(|k| k.year).collect();
        years.sort_unstable();
        years.dedup();
        if years.len() < 2 {
            continue;
        }
        let listed: Vec<String> = years.iter().map(u16::to_string).collect();
        let (count, name) = (all.len().to_string(), number.canonical());
        let values = [("number", name.as_str()), ("count", &count), ("years", &listed.join(", "))];
        let mut finding = run.finding("ambiguous-number", n.span(), &values);
        for known in all.iter().take(5) {
            let end = crate::text::Span::new(n.span().end, n.span().end);
            let text = match (known.issued, known.year) {
                (Some(date), _) => super::messages::long_date(date),
                (None, Some(year)) => format!("năm {year}"),
                (None, None) => continue,
            };
            let title = known.title.as_deref().unwrap_or_default();
            let shown = crate::text::shorten(title, 60);
            let values = [("text", text.as_str()), ("title", shown.as_str())];
            let edit = Edit::new(end, format!(" {text}"));
            finding = finding.with_fix(run.fix("ambiguous-number.fix", &values, false, vec![edit]));
        }
        out.push(finding.about(name));
    }
}

/// Whether a date further on in an enumeration is that of all its numbers: "Nghị quyết số 01/NQ-CP và Nghị quyết số
/// 02/NQ-CP ngày 08 tháng 01 năm 2026".
fn is_dated_together(run: &Run<'_>, index: usize) -> bool {
    for pair in run.numbers[index..].windows(2) {
        let [n, next] = pair else { return false };
        if n.at.block != next.at.block {
            return false;
        }
        let from = next.it.type_word.as_ref().map_or(next.at.mention.span.start, |w| w.span.start);
        let between = n.block.get(n.at.mention.span.end..from.max(n.at.mention.span.end)).unwrap_or_default();
        let between = between.trim();
        let between = between.strip_suffix("số").unwrap_or(between).trim_end();
        if !matches!(between, "và" | "," | "hoặc" | ", và" | ",và") {
            return false;
        }
        if next.it.attributes.date.is_some() || next.it.attributes.year.is_some() {
            return true;
        }
    }
    false
}

/// A number of a People's Council or Committee without the place, which alone tells the act. Silent where the place stands
/// in the same paragraph or at another mention, and in drafts of a local body, whose own acts they are.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b.
fn local_act_without_unit(run: &Run<'_>, out: &mut Vec<Finding>) {
    let local = |name: &str| ["nhân dân", "Tỉnh ủy", "Thành ủy", "Đảng ủy", "Sở "].iter().any(|w| name.contains(w));
    if run.document.header().issuer.as_deref().is_some_and(local) {
        return;
    }
    let is_local = |n: &NumberAt<'_>| n.number().family == Family::State && n.number().is_local();
    if !run.numbers.iter().any(is_local) {
        return;
    }
    let blocks_with_place: FxHashSet<usize> =
        run.agencies.iter().filter(|a| local(&a.it.canonical)).map(|a| a.at.block).collect();
    let mut told: FxHashSet<_> = run
        .numbers
        .iter()
        .filter(|n| n.it.attributes.issuer.is_some() || blocks_with_place.contains(&n.at.block))
        .map(|n| n.number())
        .collect();
    for n in run.numbers.iter().filter(|n| is_local(n)) {
        let skip = n.it.header || n.it.shortened || n.is_old() || !n.is_own_prose() || n.it.attributes.issuer.is_some();
        if skip || !told.insert(n.number()) {
            continue;
        }
        out.push(run.finding("local-act-without-unit", n.span(), &[]).about(n.number().canonical()));
    }
}

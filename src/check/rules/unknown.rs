//! Numbers that the catalogue does not know, or of which it knows several.

use crate::catalogue::{Coverage, Instrument, Resolution};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::candidates::{
    by_date_and_title, by_title_and_slip, is_described_by_all, is_plausible_replacement, similar_numbers,
};
use crate::check::evidence::edits::named;
use crate::check::evidence::identity::{has_wrong_term, is_reordered, is_taken_in_term};
use crate::check::evidence::symbol::contradicts_its_type;
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Edit, Finding, Severity};
use crate::cite::{Family, Number, SlipKind};
use std::sync::Arc;

/// The rules of this file.
pub const RULES: &[Rule] = &[
    Rule::number(Code::UnknownInstrument, unknown_instrument).yielding_to(&[Code::RelationMismatch]),
    Rule::number(Code::UnknownInCompleteSeries, unknown_in_complete_series).yielding_to(&[Code::RelationMismatch]),
    Rule::number(Code::AmbiguousNumber, ambiguous_number),
    Rule::number(Code::LocalActWithoutUnit, local_act_without_unit),
];

/// How well a series must be covered for a missing number to be a warning, in percent.
const COMPLETE: u32 = 95;
/// How well a series must be known, in percent, for a number beyond its end to be wrong.
const WELL_KNOWN: u32 = 80;
/// The last year of which all series are known to their end.
const KNOWN_UNTIL: u16 = 2025;
/// How much greater than the highest known number of a past year a number must be, in percent, to be beyond the series.
const BEYOND: u32 = 120;
/// How many numbers of a series must be known before its coverage means anything.
const SERIES: u32 = 10;

/// Whether the number is that of the document itself or of a draft still to come, or an error in how it is written
/// explains why it is not known.
fn is_explained(cx: &Checker<'_>, n: &NumberCitation<'_>) -> bool {
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
    n.node.header
        || n.node.shortened
        || n.is_old()
        || cx.draft.header.number.as_ref() == Some(n.number())
        || has_wrong_term(n)
        || contradicts_its_type(n)
        || n.node.slips.iter().any(|s| misread(s.kind))
}

/// How well the series of an unknown number is known; `None` for other numbers. With `complete` only for series that
/// are nearly complete, else only for the others.
fn unknown_in<'r>(cx: &'r Checker<'_>, n: &NumberCitation<'_>, complete: bool) -> Option<&'r Coverage> {
    if is_explained(cx, n) {
        return None;
    }
    let Resolution::Unknown(coverage) = cx.resolution(n.index) else { return None };
    let in_complete = coverage.percent() >= COMPLETE
        && coverage.known >= SERIES
        && n.number().serial <= coverage.highest
        && n.number().suffix.is_empty()
        && (n.number().term.is_none() || is_taken_in_term(cx, n.node.type_word.as_ref().map(|t| t.name), n.number()));
    (in_complete == complete).then_some(coverage)
}

/// A number that is not in the catalogue although something shows that it is wrong: day and title are those of another act,
/// or it is far beyond the last number of a year that is over and well known. What merely isn't known, as most are that the
/// catalogue lacks, is shown by the card and the view of citations.
fn unknown_instrument(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    let Some(coverage) = unknown_in(cx, n, false) else { return };
    let by_both = by_date_and_title(cx, n, None);
    let variant = if by_both.is_some() { "described" } else { "titled" };
    let described = by_both.or_else(|| by_title_and_slip(cx, n)).and_then(|act| act.number.clone());
    // "170/2006/QĐ-TTg" is the catalogue's "170/QĐ-TTg" of that day: one of the two lacks the year.
    let is_same_but_year = |other: &Number| {
        other.serial == n.number().serial && other.symbol() == n.number().symbol() && other.year != n.number().year
    };
    if described.as_deref().and_then(Number::parse).is_some_and(|other| is_same_but_year(&other)) {
        return;
    }
    let is_beyond = coverage.percent() >= WELL_KNOWN
        && coverage.known >= SERIES
        && n.number().year.is_some_and(|year| year <= KNOWN_UNTIL)
        && n.number().serial * 100 > coverage.highest * BEYOND;
    // The year of the day is another than that of the number, and another rule says so.
    let is_of_another_year =
        n.node.attributes.date.as_ref().is_some_and(|date| n.number().year.is_some_and(|year| year != date.year));
    if (!is_beyond && described.is_none()) || is_of_another_year {
        return;
    }
    out.once(Code::UnknownInstrument, n.number(), || {
        let (name, canonical) = (named(n), n.number().canonical());
        let highest = coverage.highest.to_string();
        let mut finding = match &described {
            Some(meant) => {
                let values = [("name", name.as_str()), ("meant", meant.as_str())];
                cx.variant(Code::UnknownInstrument, variant, n.span(), &values)
            }
            None => cx.finding(Code::UnknownInstrument, n.span(), &[("name", name.as_str()), ("highest", &highest)]),
        };
        // Day and title together, or a title and a number with one slip, say which number is meant.
        if described.is_some() {
            finding.severity = Severity::Warning;
        }
        Some(with_suggestions(cx, n, finding.with_instrument(canonical)))
    });
}

/// A number that is missing in a series of which the catalogue knows nearly all.
fn unknown_in_complete_series(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    let Some(coverage) = unknown_in(cx, n, true) else { return };
    out.once(Code::UnknownInCompleteSeries, n.number(), || {
        if is_reordered(cx, n) {
            return None;
        }
        let (name, canonical) = (named(n), n.number().canonical());
        let percent = coverage.percent().to_string();
        let values = [("name", name.as_str()), ("percent", percent.as_str())];
        let finding = cx.finding(Code::UnknownInCompleteSeries, n.span(), &values).with_instrument(canonical);
        Some(with_suggestions(cx, n, finding))
    });
}

/// Adds what the number may have meant as fixes: first the act that day and title identify, then similar numbers of the
/// type that the text says, issued on its day and with its title, as far as it says them, and not after the draft.
fn with_suggestions(cx: &Checker<'_>, n: &NumberCitation<'_>, mut finding: Finding) -> Finding {
    let meant = by_date_and_title(cx, n, None).or_else(|| by_title_and_slip(cx, n));
    let mut near: Vec<_> = meant.into_iter().collect();
    let best = near.first().map(|i| i.id);
    near.extend(similar_numbers(cx, n).iter().filter(|i| Some(i.id) != best).cloned());
    let kind = n.node.type_word.as_ref().map(|word| word.name);
    let fits = |other: &Arc<Instrument>| {
        let is_described = kind.is_none_or(|kind| other.kind == kind)
            && is_described_by_all(n, other)
            && other.issued.is_none_or(|issued| issued <= cx.day);
        Some(other.id) == best || (is_described && is_plausible_replacement(cx, n, other))
    };
    for instrument in near.into_iter().filter(fits).take(3) {
        if let Some(number) = &instrument.number {
            let edit = Edit::between(n.span(), n.text(), number);
            finding = finding.with_fix(cx.fix("write", &[("text", number)], false, vec![edit]));
        }
    }
    finding
}

/// A number that several instruments have, and the document gives no date or year that shows which one is meant.
/// Reported once, at its first mention.
fn ambiguous_number(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    let number = n.number();
    let asked = number.year.is_none() && !n.node.shortened && !n.is_old() && !number.is_local();
    let own = cx.draft.header.number.as_ref() == Some(number);
    if !asked || own || n.node.header || n.place.disambiguated_by.is_some() {
        return;
    }
    let attributes = &n.node.attributes;
    let dated = attributes.date.is_some() || attributes.year.is_some() || is_dated_together(cx, n.index);
    out.once(Code::AmbiguousNumber, number, || {
        let Resolution::Ambiguous(all) = cx.resolution(n.index) else { return None };
        if dated {
            return None;
        }
        // What was issued after the draft is not meant.
        let all: Vec<_> = all.iter().filter(|i| i.issued.is_none_or(|issued| issued <= cx.day)).collect();
        let mut years: Vec<u16> = all.iter().filter_map(|k| k.year).collect();
        years.sort_unstable();
        years.dedup();
        if years.len() < 2 {
            return None;
        }
        let listed: Vec<String> = years.iter().map(u16::to_string).collect();
        let (count, name) = (all.len().to_string(), number.canonical());
        let values = [("number", name.as_str()), ("count", &count), ("years", &listed.join(", "))];
        let mut finding = cx.finding(Code::AmbiguousNumber, n.span(), &values);
        for known in all.iter().take(5) {
            let end = crate::text::Span::new(n.span().end, n.span().end);
            let text = match (known.issued, known.year) {
                (Some(date), _) => crate::i18n::long_date(date),
                (None, Some(year)) => format!("năm {year}"),
                (None, None) => continue,
            };
            let title = known.title.as_deref().unwrap_or_default();
            let shown = crate::text::shorten(title, 60);
            let values = [("text", text.as_str()), ("title", shown.as_str())];
            let edit = Edit::new(end, format!(" {text}"));
            finding = finding.with_fix(cx.fix("ambiguous-number.fix", &values, false, vec![edit]));
        }
        Some(finding.with_instrument(name))
    });
}

/// Whether a date later in an enumeration belongs to all its numbers: "Nghị quyết số 01/NQ-CP và Nghị quyết số 02/NQ-CP
/// ngày 08 tháng 01 năm 2026".
fn is_dated_together(cx: &Checker<'_>, index: usize) -> bool {
    for pair in cx.numbers[index..].windows(2) {
        let [n, next] = pair else { return false };
        if n.place.block != next.place.block {
            return false;
        }
        let from = next.node.type_word.as_ref().map_or(next.place.mention.span.start, |w| w.span.start);
        let between = n.block.get(n.place.mention.span.end..from.max(n.place.mention.span.end)).unwrap_or_default();
        let between = between.trim();
        let between = between.strip_suffix("số").unwrap_or(between).trim_end();
        if !matches!(between, "và" | "," | "hoặc" | ", và" | ",và") {
            return false;
        }
        if next.node.attributes.date.is_some() || next.node.attributes.year.is_some() {
            return true;
        }
    }
    false
}

/// A number of a People's Council or Committee without the place, which is needed to know the act. Not reported where
/// the place is in the same paragraph or at another mention, and in drafts of a local agency, which cites its own acts.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b.
fn local_act_without_unit(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    let number = n.number();
    if number.family != Family::State || !number.is_local() {
        return;
    }
    let local = |name: &str| ["nhân dân", "Tỉnh ủy", "Thành ủy", "Đảng ủy", "Sở "].iter().any(|w| name.contains(w));
    let has_issuer = n.node.attributes.issuer.is_some()
        || n.place.disambiguated_by.is_some_and(|said| said.issuer.is_some())
        || cx.agencies.iter().any(|a| local(&a.node.canonical));
    // In an act of a place its own agencies need no name of it: "của Ủy ban nhân dân tỉnh".
    let is_local = cx.draft.header.number.as_ref().is_some_and(Number::is_local);
    let skip = is_local || n.node.header || n.node.shortened || n.is_old() || !n.is_own_prose();
    if !has_issuer && (skip || cx.issuer().is_some_and(local)) {
        return;
    }
    out.once(Code::LocalActWithoutUnit, number, || {
        (!has_issuer).then(|| cx.finding(Code::LocalActWithoutUnit, n.span(), &[]).with_instrument(number.canonical()))
    });
}

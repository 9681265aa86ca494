//! The card of an instrument: what it is, whether it is in force, what it says, its relations to other instruments, and
//! the sources.

use super::contents;
use crate::catalogue::{Catalogue, Coverage, Fact, Instrument, RelationKind, Resolution, Validity};
use crate::cite::{Family, Number};
use crate::document::Document;
use crate::i18n::Localizer;
use crate::law::types;
use crate::text::shorten;
use std::sync::Arc;
use time::Date;

/// Longest summary, in characters.
const SUMMARY: usize = 700;
/// Longest title of another instrument, in characters.
pub const OTHER_TITLE: usize = 110;
/// How many instruments a relation, a list of candidates, a list of near ones shows.
const RELATED: usize = 4;
const CANDIDATES: usize = 8;
const NEAR: usize = 3;
/// How many relations a card shows.
const RELATIONS: usize = 4;

/// What cards are made of.
pub struct Facts<'a> {
    pub catalogue: &'a Catalogue,
    pub localizer: &'static Localizer,
    pub day: Date,
}

/// A known instrument; with what a pinpoint in the text adds.
pub fn known(facts: &Facts<'_>, i: &Instrument, pinpoint: Option<&str>) -> String {
    let mut parts = vec![heading(i)];
    parts.push(status_line(facts, i));
    parts.extend(since(facts, i));
    if let Some(pinpoint) = pinpoint {
        parts.push(pinpoint.to_owned());
    }
    let mut told = Vec::new();
    let outlined = match &i.summary {
        Some(summary) => {
            parts.push(shorten(&escape(summary), SUMMARY));
            false
        }
        None => {
            let outline = contents::outline(facts, i);
            let outlined = outline.is_some();
            parts.push(outline.unwrap_or_else(|| {
                let (composed, kinds) = contents::composed(facts, i);
                told = kinds;
                composed
            }));
            outlined
        }
    };
    let mut list = relations(facts, i, &told);
    if let Some(size) = contents::size(facts, i).filter(|_| !outlined) {
        list.push(format!("- {size}"));
    }
    if let Some(signer) = &i.signer {
        list.push(format!("- {}", facts.localizer.format("ide-signed-by", &[("name", escape(signer).into())])));
    }
    if !list.is_empty() {
        parts.push(list.join("\n"));
    }
    parts.push(source(facts, i) + &page(facts, i));
    parts.join("\n\n")
}

/// What has become of the act between the day of the draft and today: its end, and what amended it.
fn since(facts: &Facts<'_>, i: &Instrument) -> Option<String> {
    let today = crate::i18n::today();
    let localizer = facts.localizer;
    let is_later = |date: Date| facts.day < date && date <= today;
    let ended = i.expired.filter(|&ended| is_later(ended)).map(|ended| {
        let date = localizer.date(ended);
        match i.successor() {
            Some(by) => {
                let by = other(facts, &by.target);
                localizer.format("ide-ended-since-by", &[("date", date.into()), ("by", by.into())])
            }
            None => localizer.format("ide-ended-since", &[("date", date.into())]),
        }
    });
    let amended: Vec<String> = i
        .related(RelationKind::AmendedBy)
        .filter(|r| r.date.is_some_and(is_later))
        .map(|r| escape(&r.target))
        .take(RELATED)
        .collect();
    let amended =
        (!amended.is_empty()).then(|| localizer.format("ide-amended-since", &[("list", amended.join(", ").into())]));
    let list: Vec<String> = amended.into_iter().chain(ended).collect();
    (!list.is_empty()).then(|| localizer.format("ide-since", &[("list", list.join("; ").into())]))
}

/// A link to the official page.
fn page(facts: &Facts<'_>, i: &Instrument) -> String {
    i.page().map(|url| format!(" [{}]({url})", facts.localizer.text("ide-official-page", &[]))).unwrap_or_default()
}

/// Type and number, and under it the title.
fn heading(i: &Instrument) -> String {
    let label = format!("### {}", escape(&i.label()));
    match &i.title {
        Some(title) if !i.label().contains(title.as_str()) => format!("{label}\n{}", escape(title)),
        _ => label,
    }
}

/// One line: number, status, issuer, date, title.
pub fn one_line(facts: &Facts<'_>, i: &Instrument) -> String {
    let title = i.title.as_ref().filter(|t| !i.label().contains(t.as_str())).map(|t| shorten(&escape(t), OTHER_TITLE));
    let line: Vec<String> = [Some(format!("**{}**", escape(&i.label()))), title, Some(status_line(facts, i))]
        .into_iter()
        .flatten()
        .collect();
    line.join(" · ")
}

/// Status on the day, issuer, dates.
fn status_line(facts: &Facts<'_>, i: &Instrument) -> String {
    let mut line = vec![status(facts, i)];
    line.extend(i.issuer.as_deref().map(escape));
    match (i.issued, i.year) {
        (Some(day), _) => {
            line.push(facts.localizer.format("ide-issued", &[("date", facts.localizer.date(day).into())]))
        }
        (None, Some(year)) => {
            line.push(facts.localizer.format("ide-issued-year", &[("year", year.to_string().into())]))
        }
        (None, None) => {}
    }
    line.extend(
        i.effective.map(|day| facts.localizer.format("ide-effective", &[("date", facts.localizer.date(day).into())])),
    );
    line.join(" · ")
}

fn status(facts: &Facts<'_>, i: &Instrument) -> String {
    let localizer = facts.localizer;
    let day = || localizer.date(facts.day);
    match i.validity(facts.day) {
        Validity::InForce => localizer.format("ide-in-force-on", &[("day", day().into())]),
        Validity::PartlyExpired => localizer.format("ide-partly-expired-on", &[("day", day().into())]),
        Validity::Expired { since, by } => {
            let since = match since {
                Some(since) => localizer.format("ide-expired-since", &[("date", localizer.date(since).into())]),
                None => localizer.text("ide-expired-undated", &[]),
            };
            match by {
                Some(by) => {
                    format!("{since}, {}", localizer.format("ide-replaced", &[("by", other(facts, &by).into())]))
                }
                None => since,
            }
        }
        Validity::NotYetInForce { from } => {
            localizer.format("ide-not-yet-until", &[("date", localizer.date(from).into())])
        }
        Validity::Suspended { by } => match by {
            Some(by) => {
                format!(
                    "{} {}",
                    localizer.text("ide-suspended-card", &[]),
                    localizer.format("ide-suspended-by", &[("by", other(facts, &by).into())])
                )
            }
            None => localizer.text("ide-suspended-card", &[]),
        },
        Validity::Unknown => localizer.text("ide-unknown-status-card", &[]),
    }
}

/// Another instrument by its number, with its type where the catalogue knows exactly one of the number.
fn other(facts: &Facts<'_>, target: &str) -> String {
    match facts.catalogue.by_number(target).as_slice() {
        [only] => escape(&only.label()),
        _ => escape(target),
    }
}

/// The relations, one kind a line, but for those that were told.
fn relations(facts: &Facts<'_>, i: &Instrument, told: &[RelationKind]) -> Vec<String> {
    use RelationKind as R;
    const KINDS: [(RelationKind, &str); 12] = [
        (R::ReplacedBy, "ide-replaced-by"),
        (R::RepealedBy, "ide-repealed-by"),
        (R::AmendedBy, "ide-amended-by"),
        (R::SuspendedBy, "ide-suspended-by-list"),
        (R::Corrects, "ide-corrects"),
        (R::Replaces, "ide-replaces"),
        (R::Amends, "ide-amends"),
        (R::Repeals, "ide-repeals"),
        (R::Consolidates, "ide-consolidates"),
        (R::Guides, "ide-guides"),
        (R::GuidedBy, "ide-guided-by"),
        (R::Suspends, "ide-suspends"),
    ];
    // The successor of an expired act is in the status line, or in that of what came after the draft.
    let ended_since = i.expired.is_some_and(|ended| facts.day < ended && ended <= crate::i18n::today());
    let successor = match i.validity(facts.day) {
        Validity::Expired { by, .. } => by,
        _ if ended_since => i.successor().map(|r| r.target.clone()),
        _ => None,
    };
    let mut lines = Vec::new();
    for (kind, key) in KINDS.into_iter().filter(|(kind, _)| !told.contains(kind)) {
        let mut targets: Vec<&str> = Vec::new();
        // What came after the draft is in a line of its own.
        let today = crate::i18n::today();
        for relation in
            i.related(kind).filter(|r| !is_done_to(kind) || r.date.is_none_or(|d| d <= facts.day || d > today))
        {
            if !targets.contains(&relation.target.as_str()) && successor.as_deref() != Some(relation.target.as_str()) {
                targets.push(&relation.target);
            }
        }
        if targets.is_empty() || lines.len() == RELATIONS {
            continue;
        }
        let mut list = targets.iter().take(RELATED).map(|t| escape(t)).collect::<Vec<_>>().join(", ");
        if targets.len() > RELATED {
            let more = targets.len() - RELATED;
            list = format!("{list} {}", facts.localizer.format("ide-and-more", &[("count", more.into())]));
        }
        lines.push(format!("- {}", facts.localizer.format(key, &[("list", list.into())])));
    }
    lines
}

/// Whether a relation says what another act did to this one.
fn is_done_to(kind: RelationKind) -> bool {
    use RelationKind as R;
    matches!(kind, R::ReplacedBy | R::RepealedBy | R::AmendedBy | R::SuspendedBy)
}

/// Where the facts come from, and which of them a second source confirms.
fn source(facts: &Facts<'_>, i: &Instrument) -> String {
    let localizer = facts.localizer;
    let from = match i.source.as_deref().filter(|s| !s.is_empty()) {
        Some(source) => localizer.format("ide-source", &[("source", escape(source).into())]),
        None => localizer.text("ide-source-unknown", &[]),
    };
    let fields = [
        (Fact::Number, "ide-field-number", i.number.is_some()),
        (Fact::Title, "ide-field-title", i.title.is_some()),
        (Fact::Issued, "ide-field-issued", i.issued.is_some()),
        (Fact::Effective, "ide-field-effective", i.effective.is_some()),
        (Fact::Status, "ide-field-status", i.status.is_some()),
    ];
    let names = |confirmed: bool| {
        let of = |(field, key, known): &(Fact, &str, bool)| {
            (*known && i.is_confirmed(*field) == confirmed).then(|| localizer.text(key, &[]))
        };
        fields.iter().filter_map(of).collect::<Vec<_>>().join(", ")
    };
    let (checked, unchecked) = (names(true), names(false));
    let mut line = from;
    if let Some(day) = i.as_of {
        line = format!("{line}; {}", localizer.format("ide-as-of", &[("date", localizer.date(day).into())]));
    }
    if !checked.is_empty() {
        line = format!("{line}; {}", localizer.format("ide-checked", &[("list", checked.into())]));
    }
    if !unchecked.is_empty() {
        line = format!("{line}. {}", localizer.format("ide-unchecked", &[("list", unchecked.into())]));
    }
    format!("_{line}._")
}

/// Several instruments of one number or name: by year with their titles, and no summary.
pub fn several(facts: &Facts<'_>, written: &str, by_name: bool, instruments: &[Arc<Instrument>]) -> String {
    let key = if by_name { "ide-ambiguous-name" } else { "ide-ambiguous" };
    let count = instruments.len();
    let head = facts.localizer.format(key, &[("count", count.into()), ("number", escape(written).into())]);
    let mut sorted: Vec<&Arc<Instrument>> = instruments.iter().collect();
    sorted.sort_by_key(|i| std::cmp::Reverse((i.issued.map(Date::year).or(i.year.map(i32::from)), i.issued)));
    let mut lines: Vec<String> = sorted.iter().take(CANDIDATES).map(|i| candidate(facts, i)).collect();
    if count > CANDIDATES {
        lines.push(format!("- {}", facts.localizer.format("ide-and-more", &[("count", (count - CANDIDATES).into())])));
    }
    format!("### {head}\n\n{}\n\n{}", lines.join("\n"), facts.localizer.text("ide-ambiguous-step", &[]))
}

fn candidate(facts: &Facts<'_>, i: &Instrument) -> String {
    let when = match (i.issued, i.year) {
        (Some(day), _) => facts.localizer.date(day),
        (None, Some(year)) => year.to_string(),
        (None, None) => facts.localizer.text("ide-no-year", &[]),
    };
    let title = i.title.as_deref().map(|t| format!(" · {}", shorten(&escape(t), OTHER_TITLE))).unwrap_or_default();
    let label = i.number.as_deref().map_or_else(|| i.label(), |n| format!("{} {n}", i.kind));
    let issuer =
        i.issuer.as_deref().filter(|_| i.number.as_deref().and_then(Number::parse).is_some_and(|n| n.is_local()));
    let issuer = issuer.map(|issuer| format!(" · {}", escape(issuer))).unwrap_or_default();
    format!("- **{when}** · {}{issuer}{title}", escape(&label))
}

/// A number or name that the catalogue does not hold: what the symbol says, what is known of the series, near matches; with what the
/// text says of it, and in which year it was issued.
pub fn missing(
    facts: &Facts<'_>,
    written: &str,
    kind: Option<&str>,
    number: Option<&Number>,
    resolution: &Resolution,
    (said, year): (&[String], Option<i32>),
) -> String {
    let localizer = facts.localizer;
    let kind = kind.or_else(|| number.and_then(Number::kind).map(|k| k.name.as_str()));
    let head = match (number, kind) {
        (Some(_), Some(kind)) => format!("### {kind} {}", escape(written)),
        _ => format!("### {}", escape(written)),
    };
    let coverage = match resolution {
        Resolution::Unknown(Coverage { known, highest }) if *highest > 0 => {
            let series = number.map(series).unwrap_or_default();
            let values =
                [("known", (*known).into()), ("highest", (*highest).into()), ("series", escape(&series).into())];
            // A series without a year is that of all years together: each begins at one.
            let key = if number.is_some_and(begins_each_year) { "ide-known-of-years" } else { "ide-known-of-series" };
            Some(localizer.format(key, &values))
        }
        Resolution::Uncovered => Some(localizer.text("ide-uncovered", &[])),
        _ => None,
    };
    let is_letter = matches!(resolution, Resolution::Uncovered) && is_correspondence(kind, number);
    let line = if is_letter {
        localizer.text("ide-not-collected", &[])
    } else {
        std::iter::once(localizer.text("ide-not-found", &[])).chain(coverage).collect::<Vec<_>>().join(" · ")
    };
    let mut parts = vec![head, line];
    if let Some(issuer) = number.and_then(Number::issuer) {
        let year =
            number.and_then(|n| n.year).map(|y| localizer.format("ide-issued-year", &[("year", y.to_string().into())]));
        let list: Vec<String> = std::iter::once(escape(&issuer)).chain(year).collect();
        parts.push(localizer.format("ide-by-number", &[("list", list.join(" · ").into())]));
    }
    if !said.is_empty() {
        parts.push(localizer.format("ide-said-here", &[("list", said.join(" · ").into())]));
    }
    let near = number.filter(|_| !is_letter).map(|n| facts.catalogue.near(n, NEAR)).unwrap_or_default();
    // An act of another year than the text says was not meant; a year in the number may be the slip.
    let is_of_year = |i: &Instrument| {
        let issued = i.issued.map(Date::year).or(i.year.map(i32::from));
        number.is_some_and(|n| n.year.is_some()) || year.is_none() || issued.is_none() || issued == year
    };
    let near: Vec<_> = near.into_iter().filter(|hit| is_of_year(&hit.instrument)).collect();
    if !near.is_empty() {
        let lines: Vec<String> = near.iter().map(|h| candidate(facts, &h.instrument)).collect();
        parts.push(format!("{}\n{}", localizer.text("ide-near", &[]), lines.join("\n")));
    }
    parts.join("\n\n")
}

/// Whether an act is of a kind that is written from one agency to another, which the catalogue never collects: a letter, a submission,
/// a report, a plan (Nghị định 30/2020/NĐ-CP, Điều 7: administrative documents that are no decisions).
fn is_correspondence(kind: Option<&str>, number: Option<&Number>) -> bool {
    const KINDS: [&str; 5] = ["Tờ trình", "Báo cáo", "Kế hoạch", "Biên bản", "Công điện"];
    match kind.and_then(|kind| types().by_name(kind)) {
        Some(kind) => kind.letter || KINDS.contains(&kind.name.as_str()),
        // "5361/VPCP-KTTH": a letter has no code of a type.
        None => number.is_some_and(|number| matches!(number.family, Family::Letter)),
    }
}

/// Whether numbers of the series start again each year and do not say which year.
fn begins_each_year(number: &Number) -> bool {
    number.year.is_none() && matches!(number.family, Family::State | Family::Joint)
}

/// `TT-BTP năm 2031`, without its serial: the series that is counted.
fn series(number: &Number) -> String {
    match number.year {
        Some(year) => format!("{year}/{}", number.symbol()),
        None => number.symbol(),
    }
}

/// The number of the document itself.
pub fn own(facts: &Facts<'_>, document: &Document) -> String {
    let header = document.header();
    let number = header.number.as_ref().map(Number::canonical).unwrap_or_default();
    let label = header.kind.map_or(number.clone(), |kind| format!("{kind} {number}"));
    let issuer = header.issuer.as_deref().map(escape);
    let date = header.date.map(|d| facts.localizer.format("ide-issued", &[("date", facts.localizer.date(d).into())]));
    let line: Vec<String> =
        std::iter::once(facts.localizer.text("ide-own-number", &[])).chain(issuer).chain(date).collect();
    format!("### {}\n\n{}", escape(&label), line.join(" · "))
}

/// A text in which Markdown finds no markup.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            out.push('\\');
        }
        out.push(if c == '\n' || c == '\r' { ' ' } else { c });
    }
    out
}

//! `viendan catalogue show`: everything about one instrument.

use super::super::context::{CliContext, Console};
use super::super::failure::Failure;
use super::super::style::{BAD, DOUBT, FAINT, GOOD, STRONG, styled};
use super::line;
use crate::catalogue::record::Record;
use crate::catalogue::{Catalogue, Context, Fact, Instrument, Provision, RelationKind, Resolution, Validity, outlines};
use crate::cite::{Level, MentionKind, Number};
use crate::document::{Document, Format};
use crate::i18n::Value;
use crate::lexicon::Vocabulary;
use std::io::{self, Write};
use std::sync::Arc;
use time::Date;

/// `catalogue show NUMBER`: everything that is known of the instruments of a number or name, on one screen each. Without
/// any, what the number may have meant. `on` is the day on which validity is judged. Returns whether there is one.
pub fn show(out: &mut impl Write, context: &CliContext, what: &str, on: Date, json: bool) -> Result<bool, Failure> {
    let (console, catalogue) = (&context.console, &context.catalogue);
    let number = Number::parse(what);
    let mut found = number.as_ref().map_or_else(Vec::new, |n| catalogue.by_number(&n.canonical()));
    if found.is_empty() {
        found = catalogue.by_name(what);
    }
    if found.is_empty() {
        found = cited(catalogue, what, on);
    }
    if json {
        for instrument in &found {
            serde_json::to_writer(&mut *out, &Record::on(instrument, on))?;
            writeln!(out)?;
        }
        return Ok(!found.is_empty());
    }
    if found.len() > 3 {
        writeln!(out, "{}", console.format("cli-show-several", &[("count", found.len().into())]))?;
        for instrument in &found {
            line(out, console, instrument)?;
        }
        return Ok(true);
    }
    for (at, instrument) in found.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        card(out, context, instrument, on)?;
    }
    if found.is_empty() {
        missing(out, context, what, number.as_ref())?;
    }
    Ok(!found.is_empty())
}

/// The instruments that a citation means: "khoản 2 Điều 5 Luật Đất đai 2013".
fn cited(catalogue: &Catalogue, what: &str, on: Date) -> Vec<Arc<Instrument>> {
    let document = Document::read(what, Format::Plain, &Arc::new(Vocabulary::new(catalogue.names())));
    let context = Context { date: Some(on), issuer: None };
    let meant = document.mentions().find_map(|at| match &at.mention.kind {
        MentionKind::Number(number) => Some(catalogue.resolve_number(number, None, &context)),
        MentionKind::Name(name) => Some(catalogue.resolve_name(name, &context)),
        _ => None,
    });
    match meant {
        Some(Resolution::Known(one)) => vec![one],
        Some(Resolution::Ambiguous(several)) => several,
        _ => Vec::new(),
    }
}

/// What is known where an instrument is not: how far its series goes, and what may have been meant.
fn missing(out: &mut impl Write, context: &CliContext, what: &str, number: Option<&Number>) -> Result<(), Failure> {
    let (console, catalogue) = (&context.console, &context.catalogue);
    writeln!(out, "{}", console.text("cli-show-missing", &[("what", what)]))?;
    let suggestions = match number {
        Some(number) => {
            let coverage = catalogue.coverage(number);
            let values = [
                ("known", coverage.known.into()),
                ("series", Value::from(number.symbol().to_string())),
                ("highest", coverage.highest.into()),
            ];
            let key = if coverage.highest > 0 { "cli-show-coverage" } else { "cli-show-uncovered" };
            writeln!(out, "{}", console.format(key, &values))?;
            catalogue.near(number, 5)
        }
        None => catalogue.search(what, 5),
    };
    if !suggestions.is_empty() {
        writeln!(out, "{}", console.text("cli-show-near", &[]))?;
    }
    for hit in suggestions {
        line(out, console, &hit.instrument)?;
    }
    Ok(())
}

/// Everything about one instrument.
fn card(out: &mut impl Write, context: &CliContext, i: &Arc<Instrument>, on: Date) -> Result<(), Failure> {
    let console = &context.console;
    let words = console.localizer;
    writeln!(out, "{}", styled(STRONG, i.label()))?;
    if let Some(title) = i.title.as_deref().filter(|t| !i.label().starts_with(*t)) {
        writeln!(out, "{title}")?;
    }
    writeln!(out, "{}", status_line(console, i, on))?;
    let unconfirmed = styled(DOUBT, format!(" ({})", words.text("cli-show-unconfirmed", &[])));
    let mut fact = |key: &str, value: Option<String>, field: Option<Fact>| -> io::Result<()> {
        let Some(value) = value else { return Ok(()) };
        let doubt = if field.is_none_or(|field| i.is_confirmed(field)) { "" } else { unconfirmed.as_str() };
        let origin = field
            .and_then(|field| i.origins.get(field.as_str()))
            .map(|o| styled(FAINT, format!(" ({o})")))
            .unwrap_or_default();
        writeln!(out, "  {:<16} {value}{doubt}{origin}", format!("{}:", words.text(key, &[])))
    };
    let count = |key: &str, count: u32| words.format(key, &[("count", count.into())]);
    let year = i.year.map(|y| words.text("cli-show-year", &[("year", &y.to_string())]));
    fact("cli-show-issuer", i.issuer.clone(), Some(Fact::Issuer))?;
    fact("cli-show-issued", i.issued.map(|day| words.date(day)).or(year), Some(Fact::Issued))?;
    fact("cli-show-effective", i.effective.map(|day| words.date(day)), Some(Fact::Effective))?;
    fact("cli-show-expired", i.expired.map(|day| words.date(day)), Some(Fact::Status))?;
    fact("cli-show-as-of", i.as_of.map(|day| words.date(day)), None)?;
    fact("cli-show-signer", i.signer.clone(), None)?;
    fact("cli-show-field", i.field.clone(), None)?;
    fact("cli-show-aliases", (!i.aliases.is_empty()).then(|| i.aliases.join(", ")), None)?;
    let articles = i.articles.map(|n| count("ide-articles", n));
    let chapters = i.chapters.map(|n| count("ide-chapters", n)).filter(|_| articles.is_some());
    let size: Vec<String> = articles.into_iter().chain(chapters).collect();
    fact("cli-show-size", (!size.is_empty()).then(|| size.join(", ")), Some(Fact::Articles))?;
    fact("cli-show-cited", (i.cited > 0).then(|| count("cli-show-times", i.cited)), None)?;
    fact("cli-show-url", i.url.clone(), None)?;
    fact("cli-show-source", i.source.clone(), None)?;
    if let Some(summary) = &i.summary {
        writeln!(out, "\n  {summary}")?;
    }
    relations(out, context, i)?;
    let sections: Vec<_> = i.provisions.iter().filter(|p| p.summary.is_some()).collect();
    for section in &sections {
        let heading = section.heading.as_deref().unwrap_or_default();
        writeln!(out, "\n  {} {heading}", styled(STRONG, &section.path))?;
        writeln!(out, "  {}", section.summary.as_deref().unwrap_or_default())?;
    }
    if sections.is_empty() {
        outline(out, console, i)?;
    }
    Ok(())
}

/// The headings that are known, those of chapters before those of articles.
fn outline(out: &mut impl Write, console: &Console, i: &Instrument) -> Result<(), Failure> {
    let units = outlines::units(i);
    let headed: Vec<_> = units.iter().filter_map(|unit| Some((unit, unit.heading.as_deref()?))).collect();
    if headed.is_empty() {
        return Ok(());
    }
    let count = console.localizer.format("cli-show-headings", &[("count", headed.len().into())]);
    writeln!(out, "\n  {}", styled(STRONG, count))?;
    let is_article = |unit: &Provision| unit.path.level() == Some(Level::Article);
    let (articles, larger): (Vec<_>, Vec<_>) = headed.into_iter().partition(|(unit, _)| is_article(unit));
    for (unit, heading) in larger.into_iter().chain(articles) {
        writeln!(out, "    {:<10} {heading}", unit.path)?;
    }
    Ok(())
}

/// The relations by kind, in the order of their dates; long lists are cut.
fn relations(out: &mut impl Write, context: &CliContext, i: &Instrument) -> Result<(), Failure> {
    const SHOWN: usize = 12;
    const KINDS: [RelationKind; 12] = [
        RelationKind::ReplacedBy,
        RelationKind::RepealedBy,
        RelationKind::AmendedBy,
        RelationKind::SuspendedBy,
        RelationKind::Replaces,
        RelationKind::Repeals,
        RelationKind::Amends,
        RelationKind::Suspends,
        RelationKind::Corrects,
        RelationKind::Consolidates,
        RelationKind::Guides,
        RelationKind::GuidedBy,
    ];
    let words = context.console.localizer;
    for kind in KINDS {
        let all: Vec<_> = i.related(kind).collect();
        if all.is_empty() {
            continue;
        }
        let name = words.text(&format!("cli-relation-{}", kind.as_str()), &[]);
        writeln!(out, "\n  {}", styled(STRONG, name))?;
        for relation in all.iter().take(SHOWN) {
            let since = |day| format!(" {}", words.text("cli-show-since", &[("date", &words.date(day))]));
            let date = relation.date.map(since).unwrap_or_default();
            let note = relation.note.as_deref().map(|n| format!(" ({n})")).unwrap_or_default();
            let known = context.catalogue.by_number(&relation.target);
            let title = known.first().and_then(|t| t.title.clone()).unwrap_or_default();
            let title = crate::text::shorten(&title, 90);
            writeln!(out, "    {}{date}{note} {}", relation.target, styled(FAINT, title))?;
        }
        if all.len() > SHOWN {
            let values = [("count", Value::from(all.len() - SHOWN)), ("relation", kind.as_str().into())];
            writeln!(out, "    … {}", words.format("cli-show-more", &values))?;
        }
    }
    Ok(())
}

/// The status on a day, in one line.
fn status_line(console: &Console, i: &Instrument, on: Date) -> String {
    let words = console.localizer;
    let (style, status) = match i.validity(on) {
        Validity::InForce => (GOOD, words.text("cli-status-in-force", &[])),
        Validity::PartlyExpired => (DOUBT, words.text("cli-status-partly-expired", &[])),
        Validity::Expired { since, by } => {
            let status = match since {
                Some(day) => words.text("cli-status-expired-since", &[("date", &words.date(day))]),
                None => words.text("cli-status-expired", &[]),
            };
            let by = by.map(|by| format!(", {}", words.text("ide-replaced", &[("by", &by)])));
            (BAD, format!("{status}{}", by.unwrap_or_default()))
        }
        Validity::NotYetInForce { from } => (DOUBT, words.text("cli-status-not-yet", &[("date", &words.date(from))])),
        Validity::Suspended { by: Some(by) } => (DOUBT, words.text("cli-status-suspended-by", &[("by", &by)])),
        Validity::Suspended { by: None } => (DOUBT, words.text("cli-status-suspended", &[])),
        Validity::Unknown => (FAINT, words.text("cli-status-unknown", &[])),
    };
    let is_sure = i.is_confirmed(Fact::Status) || i.status.is_none();
    let doubt = if is_sure { String::new() } else { format!(" ({})", words.text("cli-show-unconfirmed", &[])) };
    let day = words.date(on);
    format!("{}{doubt}", words.text("cli-status-on", &[("status", &styled(style, status)), ("day", &day)]))
}

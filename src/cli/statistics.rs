//! `viendan extract --stats`: a look at what the recogniser may miss and at what the catalogue does not know.

use super::context::{CliContext, print_error};
use super::corpus::{self, CorpusDocument};
use super::extract::kind;
use super::failure::Failure;
use crate::catalogue::{Catalogue, Context, Resolution};
use crate::cite::{Family, Number};
use crate::document::{Document, PlacedMention};
use crate::i18n::{Localizer, Value};
use crate::text::{Span, fold};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::io::{self, Write};
use std::path::PathBuf;

/// Counts the mentions of files and folders. Exit status 2 when something couldn't be read.
///
/// # Errors
/// When the output cannot be written.
pub fn count(paths: &[PathBuf], context: &CliContext, out: &mut impl Write) -> Result<i32, Failure> {
    let localizer = context.console.localizer;
    let mut all = Statistics::default();
    let count = |piece: &CorpusDocument| {
        let document = Document::read(&piece.text, piece.format, &context.vocabulary);
        Statistics::of(&piece.text, &document, &context.catalogue)
    };
    let errors = corpus::each(paths, localizer, count, |_, one| all.add(one));
    errors.iter().for_each(print_error);
    all.write(localizer, out)?;
    Ok(if errors.is_empty() { 0 } else { 2 })
}

/// Mentions by kind, the digit-slash-capital strings that were left unmarked, and how references to instruments of central
/// agencies resolve.
#[derive(Debug, Default)]
pub struct Statistics {
    documents: usize,
    bytes: usize,
    kinds: BTreeMap<&'static str, usize>,
    unmarked: FxHashMap<String, usize>,
    by_kind: BTreeMap<Group, Outcomes>,
    by_year: BTreeMap<Option<u16>, Outcomes>,
    unresolved: FxHashMap<(String, &'static str), usize>,
}

/// What references are counted by: a type of instruments, or several of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Group {
    /// Laws and resolutions of the National Assembly.
    Assembly,
    /// Numbers as they were before 1998.
    OldNumbers,
    Type(String),
    OtherType,
    /// "Luật", cited by its name.
    NameOf(&'static str),
    OtherName,
}

impl Group {
    fn label(&self, localizer: &Localizer) -> String {
        match self {
            Self::Assembly => localizer.text("cli-stats-assembly", &[]),
            Self::OldNumbers => localizer.text("cli-stats-old-numbers", &[]),
            Self::Type(name) => name.clone(),
            Self::OtherType => localizer.text("cli-stats-other-type", &[]),
            Self::NameOf(kind) => localizer.text("cli-stats-by-name", &[("type", kind)]),
            Self::OtherName => localizer.text("cli-stats-other-name", &[]),
        }
    }
}

/// How many references had which outcome.
#[derive(Debug, Default, Clone, Copy)]
struct Outcomes {
    known: usize,
    ambiguous: usize,
    unknown: usize,
    uncovered: usize,
}

impl Outcomes {
    fn of(resolution: &Resolution) -> (Self, &'static str) {
        let none = Self::default();
        match resolution {
            Resolution::Known(_) => (Self { known: 1, ..none }, "known"),
            Resolution::Ambiguous(_) => (Self { ambiguous: 1, ..none }, "ambiguous"),
            Resolution::Unknown(_) => (Self { unknown: 1, ..none }, "unknown"),
            Resolution::Uncovered => (Self { uncovered: 1, ..none }, "uncovered"),
        }
    }

    fn add(&mut self, other: Self) {
        self.known += other.known;
        self.ambiguous += other.ambiguous;
        self.unknown += other.unknown;
        self.uncovered += other.uncovered;
    }

    fn all(self) -> usize {
        self.known + self.ambiguous + self.unknown + self.uncovered
    }
}

impl Statistics {
    /// Counts one document.
    pub fn of(text: &str, document: &Document, catalogue: &Catalogue) -> Self {
        let mut statistics = Self { documents: 1, bytes: text.len(), ..Self::default() };
        let context = Context { date: document.header().date, issuer: document.header().issuer.clone() };
        let mut marked: Vec<Span> = Vec::new();
        for placed in document.mentions() {
            *statistics.kinds.entry(kind(&placed)).or_default() += 1;
            if placed.mention.number().is_some() {
                marked.push(placed.span());
            }
            if !document.is_own_heading(&placed) {
                statistics.resolve(document, &placed, catalogue, &context);
            }
        }
        statistics.find_unmarked(text, &marked);
        statistics
    }

    fn find_unmarked(&mut self, text: &str, marked: &[Span]) {
        static NUMBER_LIKE: std::sync::LazyLock<regex::Regex> = std::sync::LazyLock::new(|| {
            regex::Regex::new(r"\d{1,5}[a-zA-Z]?/(?:\d{4}/)?([A-ZĐ][A-Za-zĐđ&0-9]*(?:-[A-ZĐ][A-Za-zĐđ&0-9]*)*)")
                .expect("the pattern is well formed")
        });
        for found in NUMBER_LIKE.captures_iter(text) {
            let (Some(all), Some(symbol)) = (found.get(0), found.get(1)) else { continue };
            let span = Span::new(all.start(), all.end());
            let near = marked.partition_point(|m| m.end <= span.start);
            if marked.get(near).is_none_or(|m| !m.overlaps(span)) {
                *self.unmarked.entry(symbol.as_str().to_owned()).or_default() += 1;
            }
        }
    }

    /// Counts how a reference to an instrument of a central agency resolves. Letters (there is no catalogue of them)
    /// and numbers of agencies that every place has are not counted.
    fn resolve(&mut self, document: &Document, placed: &PlacedMention<'_>, catalogue: &Catalogue, context: &Context) {
        if let Some(reference) = placed.mention.number()
            && let Some(whole) = placed.completed()
            && let number = &whole.number
            && is_central(number)
        {
            let attributes = &reference.attributes;
            let title = attributes.title.map(|t| fold::tidy(&document.slice(placed.in_document(t))));
            let (outcome, name) = Outcomes::of(&catalogue.resolve_number(&whole, title.as_deref(), context));
            let said = &whole.attributes;
            let year = number.year.or(said.date.as_ref().map(|d| d.year)).or(said.year.map(|y| y.year));
            let kind = match number.family {
                Family::Assembly => Group::Assembly,
                Family::Old => Group::OldNumbers,
                _ => number.kind().map_or(Group::OtherType, |k| Group::Type(k.name.clone())),
            };
            let year_said = if number.year.is_none() { year.map(|y| format!(" ({y})")) } else { None };
            let label = format!("{}{}", number.canonical(), year_said.unwrap_or_default());
            self.outcome(kind, year, outcome, (label, name));
        } else if let Some(reference) = placed.mention.name()
            && reference.number.is_none()
        {
            let (outcome, name) = Outcomes::of(&catalogue.resolve_name(reference, context));
            let kind =
                ["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"].iter().find(|k| reference.canonical.starts_with(**k));
            let year = reference.year.map(|y| y.year);
            let kind = kind.map_or(Group::OtherName, |k| Group::NameOf(k));
            let label = match year {
                Some(year) => format!("{} năm {year}", reference.canonical),
                None => reference.canonical.clone(),
            };
            self.outcome(kind, year, outcome, (label, name));
        }
    }

    fn outcome(&mut self, kind: Group, year: Option<u16>, outcome: Outcomes, label: (String, &'static str)) {
        self.by_kind.entry(kind).or_default().add(outcome);
        self.by_year.entry(year).or_default().add(outcome);
        if outcome.known == 0 {
            *self.unresolved.entry(label).or_default() += 1;
        }
    }

    /// Adds the counts of other documents.
    pub fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.bytes += other.bytes;
        for (kind, n) in other.kinds {
            *self.kinds.entry(kind).or_default() += n;
        }
        for (symbol, n) in other.unmarked {
            *self.unmarked.entry(symbol).or_default() += n;
        }
        for (kind, outcomes) in other.by_kind {
            self.by_kind.entry(kind).or_default().add(outcomes);
        }
        for (year, outcomes) in other.by_year {
            self.by_year.entry(year).or_default().add(outcomes);
        }
        for (label, n) in other.unresolved {
            *self.unresolved.entry(label).or_default() += n;
        }
    }

    /// Writes the counts, most frequent first.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&self, localizer: &Localizer, out: &mut impl Write) -> io::Result<()> {
        let head = [("documents", Value::from(self.documents)), ("bytes", Value::from(self.bytes))];
        writeln!(out, "{}", localizer.format("cli-stats-head", &head))?;
        for (kind, count) in &self.kinds {
            writeln!(out, "{count:>9} {}", localizer.text(&format!("cli-stats-kind-{kind}"), &[]))?;
        }
        writeln!(out, "{}", localizer.text("cli-stats-unmarked", &[]))?;
        for (symbol, count) in most(&self.unmarked, 60) {
            writeln!(out, "{count:>9} {symbol}")?;
        }
        self.write_outcomes(localizer, out)?;
        writeln!(out, "{}", localizer.text("cli-stats-unresolved", &[]))?;
        for ((label, outcome), count) in most(&self.unresolved, 50) {
            let outcome = localizer.text(&format!("cli-stats-{outcome}"), &[]);
            writeln!(out, "{count:>9} {outcome:<13} {label}")?;
        }
        Ok(())
    }

    /// The table of shares by group and by year.
    fn write_outcomes(&self, localizer: &Localizer, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", localizer.text("cli-stats-references", &[]))?;
        let all = localizer.text("cli-stats-all", &[]);
        write!(out, "{all:>9}")?;
        for key in ["cli-stats-known", "cli-stats-ambiguous", "cli-stats-unknown", "cli-stats-uncovered"] {
            write!(out, " {:>13}", localizer.text(key, &[]))?;
        }
        writeln!(out)?;
        let mut row = |label: &str, o: Outcomes| {
            let share = |n: usize| 100.0 * n as f64 / o.all().max(1) as f64;
            write!(out, "{:>9}", o.all())?;
            for n in [o.known, o.ambiguous, o.unknown, o.uncovered] {
                write!(out, " {:>12.1}%", share(n))?;
            }
            writeln!(out, "  {label}")
        };
        let mut total = Outcomes::default();
        self.by_kind.values().for_each(|o| total.add(*o));
        row(&all, total)?;
        let mut kinds: Vec<_> = self.by_kind.iter().collect();
        kinds.sort_by_key(|(_, o)| std::cmp::Reverse(o.all()));
        kinds.into_iter().try_for_each(|(kind, o)| row(&kind.label(localizer), *o))?;
        let mut spans: BTreeMap<String, Outcomes> = BTreeMap::new();
        for (year, o) in &self.by_year {
            let label = match year {
                None => localizer.text("cli-stats-no-year", &[]),
                Some(y) if *y < 2000 => localizer.text("cli-stats-until", &[("year", "1999")]),
                Some(y) if *y < 2015 => format!("{}-{}", y / 5 * 5, y / 5 * 5 + 4),
                Some(y) => y.to_string(),
            };
            spans.entry(label).or_default().add(*o);
        }
        spans.into_iter().try_for_each(|(years, o)| row(&years, o))
    }
}

/// The most frequent, of equal ones the smaller first.
fn most<K: Eq + Hash + Ord>(counts: &FxHashMap<K, usize>, n: usize) -> Vec<(&K, usize)> {
    let mut all: Vec<(&K, usize)> = counts.iter().map(|(k, n)| (k, *n)).collect();
    all.sort_by_key(|(key, count)| (std::cmp::Reverse(*count), *key));
    all.truncate(n);
    all
}

fn is_central(number: &Number) -> bool {
    !number.is_local()
        && number.family != Family::Letter
        && (!number.issuers.is_empty() || number.family == Family::Old)
}

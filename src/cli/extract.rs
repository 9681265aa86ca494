//! `viendan extract`: every mention that the recogniser sees, one JSON object a line.

use super::context::CliContext;
use super::failure::Failure;
use super::input;
use crate::catalogue::{Catalogue, Context, InstrumentId, Resolution};
use crate::cite::{DateRef, MentionKind};
use crate::document::{Document, Owner, PlacedMention};
use crate::files::{self, Content};
use crate::law::{Agency, AgencyId, types};
use crate::text::{LineIndex, fold};
use rayon::prelude::*;
use serde::Serialize;
use std::borrow::Cow;
use std::io::Write;
use std::ops::Range;
use std::path::PathBuf;

/// Lists the mentions of files. Exit status 2 when one couldn't be read.
///
/// # Errors
/// When the output cannot be written.
pub fn list(paths: &[PathBuf], context: &CliContext, out: &mut (impl Write + Send)) -> Result<i32, Failure> {
    let mut status = 0;
    for path in paths {
        match input::read(path) {
            Ok(content) => {
                let read = || Document::read(&content.text, files::format_of(path), &context.vocabulary);
                let (document, index) = rayon::join(read, || LineIndex::new(&content.text));
                extract(&path.display().to_string(), (&content, index), &document, &context.catalogue, out)?;
                // To give back all the memory of a large document takes as long as to write its rows.
                rayon::spawn(move || drop((document, content)));
            }
            Err(error) => {
                context.console.print_error(&error);
                status = 2;
            }
        }
    }
    Ok(status)
}

/// Writes the mentions of one document; `content` is its text with the lines of it, `file` its name in the rows. In a Word file
/// each row has paragraph and character as well.
fn extract(
    file: &str,
    (content, index): (&Content, LineIndex),
    document: &Document,
    catalogue: &Catalogue,
    out: &mut (impl Write + Send),
) -> std::io::Result<()> {
    let header = document.header();
    let context = Context { date: header.date, issuer: header.issuer.clone() };
    let source = Source { file, content, document, catalogue, index, context };
    let count = document.rows().len();
    let mut points = 0;
    let mut written: std::io::Result<()> = Ok(());
    let mut ready: Vec<Vec<u8>> = Vec::new();
    // A few batches at a time, so that the rows of a large text are not all in memory. While some are made, those before are
    // written.
    for group in (0..count).step_by(BATCH * BATCHES) {
        let starts = (group..count.min(group + BATCH * BATCHES)).step_by(BATCH);
        let batches: Vec<Range<usize>> = starts.map(|start| start..count.min(start + BATCH)).collect();
        let make = || source.batches(&batches, points);
        let (made, result) = rayon::join(make, || write(out, &ready));
        written = written.and(result);
        (ready, points) = made?;
    }
    written.and_then(|()| write(out, &ready))
}

fn write(out: &mut impl Write, rows: &[Vec<u8>]) -> std::io::Result<()> {
    rows.iter().try_for_each(|rows| out.write_all(rows))
}

/// How many blocks are made rows one after the other, and how many times that before they are written.
const BATCH: usize = 256;
const BATCHES: usize = 64;

/// A document whose mentions are listed.
struct Source<'d> {
    file: &'d str,
    content: &'d Content,
    document: &'d Document,
    catalogue: &'d Catalogue,
    index: LineIndex,
    context: Context,
}

/// A row. Fields that a mention has not are left out; the others are in the order of the alphabet.
#[derive(Debug, Default, Serialize)]
struct Row<'m> {
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<Cow<'m, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    character: Option<usize>,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    end: usize,
    file: &'m str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<InstrumentId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<Cow<'m, str>>,
    kind: &'static str,
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paths: Option<Vec<String>>,
    start: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    successors: Option<&'static [String]>,
    text: &'m str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
}

impl Source<'_> {
    /// The rows of some batches of blocks; the second value is how many code points there are up to the end of the last. `points` is
    /// how many there are before the first.
    fn batches(&self, batches: &[Range<usize>], points: usize) -> serde_json::Result<(Vec<Vec<u8>>, usize)> {
        let text = self.content.text.as_str();
        let span = |batch: &Range<usize>| self.document.start_of(batch.start)..self.document.end_of(batch.end - 1);
        let counts: Vec<usize> = batches.par_iter().map(|batch| text[span(batch)].chars().count()).collect();
        let mut count = points;
        let begun = batches.iter().zip(counts).map(|(batch, points)| {
            let begun = CodePoints { text, byte: span(batch).start, count, line: None };
            count += points;
            (batch, begun)
        });
        let begun: Vec<(&Range<usize>, CodePoints<'_>)> = begun.collect();
        let rows = begun.into_par_iter().map(|(batch, points)| self.rows(batch.clone(), points));
        Ok((rows.collect::<serde_json::Result<_>>()?, count))
    }

    /// The rows of some blocks, in order, a line each; `points` counts from the first of them on.
    fn rows(&self, blocks: Range<usize>, mut points: CodePoints<'_>) -> serde_json::Result<Vec<u8>> {
        let mut out = Vec::new();
        let mentions = blocks.flat_map(|block| self.document.mentions_of(block));
        for placed in mentions.filter(|placed| !self.document.is_own_heading(placed)) {
            let Some(row) = self.row(&placed, &mut points) else { continue };
            serde_json::to_writer(&mut out, &row)?;
            out.push(b'\n');
        }
        Ok(out)
    }

    fn row<'m>(&'m self, placed: &PlacedMention<'m>, points: &mut CodePoints<'_>) -> Option<Row<'m>> {
        let text = self.content.text.as_str();
        let span = placed.span();
        let start = points.at(span.start);
        let (line, line_start) = self.index.line_at(span.start);
        let place = self.content.paragraphs.as_ref().map(|paragraphs| paragraphs.place(text, span.start));
        let row = Row {
            file: self.file,
            kind: kind(placed),
            start,
            end: start + span.of(text).chars().count(),
            line: line + 1,
            column: start - points.before_line(line_start) + 1,
            paragraph: place.map(|(paragraph, _)| paragraph),
            character: place.map(|(_, character)| character),
            text: span.of(text),
            ..Row::default()
        };
        self.filled(row, placed)
    }

    /// A row with what the mention says; `None` where that can't be told.
    fn filled<'m>(&'m self, row: Row<'m>, placed: &PlacedMention<'m>) -> Option<Row<'m>> {
        let (document, text) = (self.document, self.content.text.as_str());
        Some(match &placed.mention.kind {
            MentionKind::Number(reference) => {
                let number = placed.number()?;
                let attributes = &reference.attributes;
                let said = reference.type_word.as_ref().map(|t| t.name);
                let said = said.filter(|name| !types().by_name(name).is_some_and(|t| t.letter));
                let date = attributes.date.as_ref();
                let issuer = attributes.issuer.as_ref().map(|issuer| Cow::Borrowed(issuer.name.as_str()));
                let title = attributes.title.map(|title| fold::tidy(placed.in_document(title).of(text)));
                let whole = placed.completed()?;
                let resolution = self.catalogue.resolve_number(&whole, title.as_deref(), &self.context);
                Row {
                    canonical: Some(number.canonical().into()),
                    r#type: said.or_else(|| number.kind().map(|kind| kind.name.as_str())),
                    year: number.year.or(date.map(|d| d.year)).or(attributes.year.map(|y| y.year)),
                    date: date.and_then(DateRef::date).map(|day| day.to_string()),
                    issuer: issuer.or_else(|| number.issuer().map(Cow::Owned)),
                    title,
                    ..row.resolved(&resolution, false)
                }
            }
            MentionKind::Name(reference) => Row {
                canonical: Some(reference.canonical.as_str().into()),
                year: reference.year.map(|y| y.year),
                ..row.resolved(&self.catalogue.resolve_name(reference, &self.context), true)
            },
            MentionKind::Provision(run) => Row {
                paths: Some(run.paths.iter().map(ToString::to_string).collect()),
                of: Some(owner(document, placed)),
                ..row
            },
            MentionKind::Agency(reference) => {
                let row = Row { canonical: Some(reference.canonical.as_str().into()), ..row };
                match reference.agency.map(AgencyId::row) {
                    Some(Agency { to: Some(to), from, successors, .. }) => Row {
                        valid_from: from.map(|day| day.to_string()),
                        valid_to: Some(to.to_string()),
                        successors: Some(successors),
                        ..row
                    },
                    _ => row,
                }
            }
        })
    }
}

impl Row<'_> {
    /// The row with what the catalogue knows.
    fn resolved(self, resolution: &Resolution, with_number: bool) -> Self {
        let status = Some(match resolution {
            Resolution::Known(_) => "known",
            Resolution::Ambiguous(_) => "ambiguous",
            Resolution::Unknown(_) => "unknown",
            Resolution::Uncovered => "uncovered",
        });
        let known = resolution.known();
        let number = known.filter(|_| with_number).and_then(|instrument| instrument.number.clone());
        Self { status, id: known.map(|instrument| instrument.id), number, ..self }
    }
}

/// Code points counted on from one offset to the next.
struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    count: usize,
    /// Where the last line begins that was asked for, and how many are before it.
    line: Option<(usize, usize)>,
}

impl CodePoints<'_> {
    /// How many are before the line of the last offset, which begins at a byte. It is counted once for each line, however long
    /// that is.
    fn before_line(&mut self, start: usize) -> usize {
        match self.line {
            Some((of, count)) if of == start => count,
            _ => {
                let count = self.count - self.text[start..self.byte].chars().count();
                self.line = Some((start, count));
                count
            }
        }
    }

    fn at(&mut self, byte: usize) -> usize {
        // One mention may begin within the one before.
        match self.text.get(self.byte..byte) {
            Some(passed) => self.count += passed.chars().count(),
            None => self.count -= self.text[byte..self.byte].chars().count(),
        }
        self.byte = byte;
        self.count
    }
}

/// The kind of a mention as the rows name it.
pub fn kind(placed: &PlacedMention<'_>) -> &'static str {
    match placed.mention.kind {
        MentionKind::Number(_) => "number",
        MentionKind::Name(_) => "name",
        MentionKind::Provision(_) => "provision",
        MentionKind::Agency(_) => "agency",
    }
}

/// The instrument that a run belongs to: canonical number, name without year, `this`, `quoted` or `unknown`.
fn owner(document: &Document, placed: &PlacedMention<'_>) -> String {
    match placed.owner {
        Owner::This => "this".to_owned(),
        Owner::Quoted => "quoted".to_owned(),
        Owner::Unknown => "unknown".to_owned(),
        Owner::Here(_) | Owner::Mention(_) => match document.owner_mention(placed) {
            Some(owner) => match owner.number() {
                Some(number) => number.canonical(),
                None => owner.mention.name().map_or_else(|| "unknown".to_owned(), |n| n.canonical.clone()),
            },
            None => "unknown".to_owned(),
        },
    }
}

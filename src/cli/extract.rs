//! `viendan extract`: every mention that the recogniser sees, one JSON object a line.

use super::context::CliContext;
use super::failure::Failure;
use super::input;
use crate::catalogue::{Catalogue, Context, Resolution};
use crate::cite::MentionKind;
use crate::document::{Document, Owner, PlacedMention};
use crate::files::{self, Content};
use crate::law::{AgencyId, types};
use crate::text::{Encoding, LineIndex, Span, fold};
use rayon::prelude::*;
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::PathBuf;

/// Lists the mentions of files. Exit status 2 when one couldn't be read.
///
/// # Errors
/// When the output cannot be written.
pub fn list(paths: &[PathBuf], context: &CliContext, out: &mut impl Write) -> Result<i32, Failure> {
    let mut status = 0;
    for path in paths {
        match input::read(path) {
            Ok(content) => {
                let document = Document::read(&content.text, files::format_of(path), &context.vocabulary);
                extract(&path.display().to_string(), &content, &document, &context.catalogue, out)?;
            }
            Err(error) => {
                context.console.print_error(&error);
                status = 2;
            }
        }
    }
    Ok(status)
}

/// Writes the mentions of one document; `content` is its text, `file` its name in the rows. In a Word file each row has
/// paragraph and character as well.
fn extract(
    file: &str,
    content: &Content,
    document: &Document,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let index = LineIndex::new(&content.text);
    let source = Source { file, content, document, catalogue, index };
    let mentions: Vec<PlacedMention<'_>> = document.mentions().collect();
    // A few batches at a time, so that the rows of a large text are not all in memory.
    let mut points = CodePoints { text: &content.text, byte: 0, count: 0 };
    for batches in mentions.chunks(BATCH * BATCHES) {
        let mut begin = |batch| (batch, points.from(batch));
        let batches: Vec<(&[PlacedMention<'_>], CodePoints<'_>)> = batches.chunks(BATCH).map(&mut begin).collect();
        let written: Vec<serde_json::Result<Vec<u8>>> =
            batches.into_par_iter().map(|(batch, points)| source.rows(batch, points)).collect();
        for rows in written {
            out.write_all(&rows?)?;
        }
    }
    Ok(())
}

/// How many mentions are made rows one after the other, and how many times that before they are written.
const BATCH: usize = 256;
const BATCHES: usize = 64;

/// A document whose mentions are listed.
struct Source<'d> {
    file: &'d str,
    content: &'d Content,
    document: &'d Document,
    catalogue: &'d Catalogue,
    index: LineIndex,
}

impl Source<'_> {
    /// The rows of some mentions, in order, a line each; `points` counts from the first of them or before.
    fn rows(&self, mentions: &[PlacedMention<'_>], mut points: CodePoints<'_>) -> serde_json::Result<Vec<u8>> {
        let mut out = Vec::new();
        for placed in mentions.iter().filter(|placed| !self.document.is_own_heading(placed)) {
            let Some(row) = self.row(placed, &mut points) else { continue };
            serde_json::to_writer(&mut out, &Value::Object(row))?;
            out.push(b'\n');
        }
        Ok(out)
    }

    fn row(&self, placed: &PlacedMention<'_>, points: &mut CodePoints<'_>) -> Option<Map<String, Value>> {
        let text = self.content.text.as_str();
        let span = placed.span();
        let fields = fields(self.document, self.catalogue, placed)?;
        let start = points.at(span.start);
        let mut row = Map::new();
        row.insert("file".into(), json!(self.file));
        row.insert("kind".into(), json!(kind(placed)));
        row.insert("start".into(), json!(start));
        row.insert("end".into(), json!(start + span.of(text).chars().count()));
        let position = self.index.position(text, span.start, Encoding::Utf32);
        row.insert("line".into(), json!(position.line + 1));
        row.insert("column".into(), json!(position.column + 1));
        if let Some(paragraphs) = &self.content.paragraphs {
            let (paragraph, character) = paragraphs.place(text, span.start);
            row.insert("paragraph".into(), json!(paragraph));
            row.insert("character".into(), json!(character));
        }
        row.insert("text".into(), json!(span.of(text)));
        row.extend(fields);
        Some(row)
    }
}

/// Code points counted on from one offset to the next.
#[derive(Clone)]
struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    count: usize,
}

impl CodePoints<'_> {
    /// Counted on to the first of some mentions.
    fn from(&mut self, mentions: &[PlacedMention<'_>]) -> Self {
        if let Some(first) = mentions.first() {
            self.at(first.span().start);
        }
        self.clone()
    }

    fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        self.count += self.text[self.byte..byte].chars().count();
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

fn fields(document: &Document, catalogue: &Catalogue, placed: &PlacedMention<'_>) -> Option<Map<String, Value>> {
    let mut row = Map::new();
    let slice = |span: Span| document.slice(placed.in_document(span));
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            row.insert(key.into(), value);
        }
    };
    let context = Context { date: document.header().date, issuer: document.header().issuer.clone() };
    match &placed.mention.kind {
        MentionKind::Number(reference) => {
            let number = placed.number()?;
            let attributes = &reference.attributes;
            put("canonical", Some(json!(number.canonical())));
            let word =
                reference.type_word.as_ref().map(|t| t.name).filter(|n| !types().by_name(n).is_some_and(|t| t.letter));
            put("type", word.or_else(|| number.kind().map(|k| k.name.as_str())).map(|t| json!(t)));
            let year = number.year.or(attributes.date.as_ref().map(|d| d.year)).or(attributes.year.map(|y| y.year));
            put("year", year.map(|y| json!(y)));
            put("date", attributes.date.as_ref().and_then(|d| d.date()).map(|d| json!(d.to_string())));
            put(
                "issuer",
                attributes.issuer.as_ref().map(|i| i.name.clone()).or_else(|| number.issuer()).map(|i| json!(i)),
            );
            let title = attributes.title.map(|t| fold::tidy(&slice(t)));
            let whole = placed.completed()?;
            let resolution = catalogue.resolve_number(&whole, title.as_deref(), &context);
            put("title", title.map(|t| json!(t)));
            resolved(&resolution, &mut put, false);
        }
        MentionKind::Name(reference) => {
            put("canonical", Some(json!(reference.canonical)));
            put("year", reference.year.map(|y| json!(y.year)));
            resolved(&catalogue.resolve_name(reference, &context), &mut put, true);
        }
        MentionKind::Provision(run) => {
            put("paths", Some(json!(run.paths.iter().map(ToString::to_string).collect::<Vec<_>>())));
            put("of", Some(json!(owner(document, placed))));
        }
        MentionKind::Agency(reference) => {
            put("canonical", Some(json!(reference.canonical)));
            if let Some(agency) = reference.agency.map(AgencyId::row)
                && let Some(to) = agency.to
            {
                put("valid_from", agency.from.map(|d| json!(d.to_string())));
                put("valid_to", Some(json!(to.to_string())));
                put("successors", Some(json!(agency.successors)));
            }
        }
    }
    Some(row)
}

fn resolved(resolution: &Resolution, put: &mut impl FnMut(&str, Option<Value>), with_number: bool) {
    let status = match resolution {
        Resolution::Known(instrument) => {
            put("id", Some(json!(instrument.id)));
            if with_number {
                put("number", instrument.number.as_ref().map(|n| json!(n)));
            }
            "known"
        }
        Resolution::Ambiguous(_) => "ambiguous",
        Resolution::Unknown(_) => "unknown",
        Resolution::Uncovered => "uncovered",
    };
    put("status", Some(json!(status)));
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

//! Findings as annotated source for people, and as JSON, SARIF and GitHub annotations for programs.

use super::rules::colour;
use crate::check::settings::Language;
use crate::check::{Finding, Fix};
use crate::files::docx::Paragraphs;
use crate::rulebook::{self, Severity};
use crate::text::{Encoding, LineIndex, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use clap::ValueEnum;
use serde_json::json;
use std::borrow::Cow;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Annotated source
    Human,
    /// One finding a line
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

/// One document with its findings.
#[derive(Debug)]
pub struct Checked {
    pub path: PathBuf,
    pub text: String,
    /// Where its paragraphs begin, in a Word file.
    pub paragraphs: Option<Paragraphs>,
    pub findings: Vec<Finding>,
    /// How many references were read.
    pub references: usize,
}

/// Writes the report.
///
/// # Errors
/// When the output cannot be written.
pub fn write(
    checked: &[Checked],
    format: Format,
    language: Language,
    quiet: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    match format {
        Format::Human => human(checked, language, quiet, out),
        Format::Json => json_lines(checked, out),
        Format::Sarif => sarif(checked, language, out),
        Format::Github => github(checked, language, out),
    }
}

fn human(checked: &[Checked], language: Language, quiet: bool, out: &mut impl Write) -> io::Result<()> {
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
    for file in checked {
        let path = file.path.display().to_string();
        let text = numbered_by_paragraph(file);
        for finding in &file.findings {
            let level = match finding.severity {
                Severity::Error => Level::ERROR,
                Severity::Warning => Level::WARNING,
                Severity::Information => Level::INFO,
                Severity::Hint => Level::HELP,
            };
            let span = visible(&file.text, finding.span);
            // Lines mean nothing in Word: the place is told by paragraph, and so the lines are counted.
            let place = paragraph_words(file, finding.span.start, language);
            let source = Snippet::source(text.as_ref())
                .path(place.is_none().then_some(&path))
                .annotation(AnnotationKind::Primary.span(span.start..span.end))
                .annotations(finding.related.iter().map(|r| {
                    let span = visible(&file.text, r.span);
                    AnnotationKind::Context.span(span.start..span.end).label(&r.message)
                }));
            let mut group = level
                .with_name(Some(language.severity(finding.severity)))
                .primary_title(&finding.message)
                .id(finding.code.as_str())
                .elements(place.map(|place| Origin::path(format!("{path}, {place}"))));
            group = group.element(source);
            let fixes: Vec<String> = finding.fixes.iter().map(|f| fix_line(&file.text, f)).collect();
            for fix in &fixes {
                group = group.element(Level::HELP.with_name(Some(help_word(language))).message(fix));
            }
            writeln!(out, "{}\n", renderer.render(&[group]))?;
        }
    }
    if !quiet {
        summary(checked, language, out)?;
    }
    Ok(())
}

/// The text of a document; of a Word file with a line for every paragraph (a line break set by hand is a space, which is
/// as long).
fn numbered_by_paragraph(file: &Checked) -> Cow<'_, str> {
    let Some(paragraphs) = &file.paragraphs else { return Cow::Borrowed(&file.text) };
    let mut out = String::with_capacity(file.text.len());
    for span in paragraphs.spans(&file.text) {
        let paragraph = span.of(&file.text);
        let body = paragraph.strip_suffix('\n').unwrap_or(paragraph);
        out.push_str(&body.replace(['\n', '\r'], " "));
        out.push_str(&paragraph[body.len()..]);
    }
    Cow::Owned(out)
}

/// "đoạn 12, ký tự 5": a place in a Word file.
fn paragraph_words(file: &Checked, byte: usize, language: Language) -> Option<String> {
    let (paragraph, character) = file.paragraphs.as_ref()?.place(&file.text, byte);
    Some(match language {
        Language::English => format!("paragraph {paragraph}, character {character}"),
        Language::Vietnamese => format!("đoạn {paragraph}, ký tự {character}"),
    })
}

fn help_word(language: Language) -> &'static str {
    language.pick("sửa", "fix")
}

/// A fix in one line: its title, and what is replaced by what.
fn fix_line(text: &str, fix: &Fix) -> String {
    match fix.edits.as_slice() {
        [edit] if !edit.span.is_empty() && !edit.text.contains('\n') => {
            format!("{}: “{}” → “{}”", fix.title, edit.span.of(text).replace('\n', " "), edit.text)
        }
        _ => fix.title.clone(),
    }
}

/// A span that can be underlined: an empty one takes the character before or behind it.
fn visible(text: &str, span: Span) -> Span {
    if !span.is_empty() {
        return span;
    }
    let behind = text[span.start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    if behind > 0 {
        return Span::new(span.start, span.start + behind);
    }
    let before = text[..span.start].chars().next_back().map_or(0, char::len_utf8);
    Span::new(span.start - before, span.start)
}

/// How much was read, and how many findings there are of each severity.
fn summary(checked: &[Checked], language: Language, out: &mut impl Write) -> io::Result<()> {
    let references: usize = checked.iter().map(|c| c.references).sum();
    let english = language == Language::English;
    if english {
        write!(out, "{} document(s), {references} reference(s) read: ", checked.len())?;
    } else {
        write!(out, "Đã đọc {} tài liệu, {references} viện dẫn: ", checked.len())?;
    }
    let mut parts = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint] {
        let count = checked.iter().flat_map(|c| &c.findings).filter(|f| f.severity == severity).count();
        if count > 0 {
            let style = colour(severity);
            parts.push(format!("{style}{count} {}{style:#}", language.severity(severity)));
        }
    }
    if parts.is_empty() {
        parts.push(if english { "nothing to report".to_owned() } else { "không có gì cần nêu".to_owned() });
    }
    writeln!(out, "{}.", parts.join(", "))
}

/// Places of one document in code points, lines and columns.
struct Places<'t> {
    text: &'t str,
    lines: LineIndex,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, lines: LineIndex::new(text) }
    }

    fn code_point(&self, byte: usize) -> usize {
        self.text[..byte].chars().count()
    }

    /// Line and column from 1.
    fn line_and_column(&self, byte: usize, encoding: Encoding) -> (usize, usize) {
        let position = self.lines.position(self.text, byte, encoding);
        (position.line + 1, position.column + 1)
    }
}

fn json_lines(checked: &[Checked], out: &mut impl Write) -> io::Result<()> {
    for file in checked {
        let places = Places::new(&file.text);
        for finding in &file.findings {
            let (line, column) = places.line_and_column(finding.span.start, Encoding::Utf32);
            let edit = |e: &crate::check::Edit| json!({"start": places.code_point(e.span.start), "end": places.code_point(e.span.end), "text": e.text});
            let mut row = json!({
                "file": file.path.display().to_string(),
                "code": finding.code,
                "severity": finding.severity,
                "category": finding.code.rule().category,
                "start": places.code_point(finding.span.start),
                "end": places.code_point(finding.span.end),
                "line": line,
                "column": column,
                "text": finding.span.of(&file.text),
                "message": finding.message,
                "instrument": finding.instrument,
                "related": finding.related.iter().map(|r| json!({
                    "message": r.message,
                    "start": places.code_point(r.span.start),
                    "end": places.code_point(r.span.end),
                })).collect::<Vec<_>>(),
                "fixes": finding.fixes.iter().map(|f| json!({
                    "title": f.title,
                    "safe": f.safe,
                    "edits": f.edits.iter().map(edit).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
            });
            if let Some(paragraphs) = &file.paragraphs {
                let (paragraph, character) = paragraphs.place(&file.text, finding.span.start);
                row["paragraph"] = json!(paragraph);
                row["character"] = json!(character);
            }
            serde_json::to_writer(&mut *out, &row)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// A path as a URI reference: "dự thảo.txt" is `d%E1%BB%B1%20th%E1%BA%A3o.txt`.
fn uri_reference(path: &Path) -> String {
    let mut out = String::new();
    for byte in path.to_string_lossy().replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// SARIF 2.1.0, with the help text of every rule. A Word file has no lines: there the place is a logical one, and fixes,
/// which would be applied to its bytes, are left out.
fn sarif(checked: &[Checked], language: Language, out: &mut impl Write) -> io::Result<()> {
    let level = |severity: Severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    };
    let descriptors: Vec<_> = rulebook::all()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": {"text": rule.meaning.vi},
                "fullDescription": {"text": rule.explanation.vi},
                "help": {
                    "text": format!("{}\n{}\n✗ {}\n✓ {}", rule.explanation.vi, rule.source.unwrap_or_default(), rule.bad, rule.good),
                },
                "defaultConfiguration": {"level": level(rule.severity)},
                "properties": {"category": rule.category},
            })
        })
        .collect();
    let mut results = Vec::new();
    for file in checked {
        let places = Places::new(&file.text);
        let region = |span: Span| {
            let (start_line, start_column) = places.line_and_column(span.start, Encoding::Utf16);
            let (end_line, end_column) = places.line_and_column(span.end, Encoding::Utf16);
            json!({"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column})
        };
        let uri = uri_reference(&file.path);
        for finding in &file.findings {
            let fixes: Vec<_> = finding
                .fixes
                .iter()
                .filter(|f| !f.edits.is_empty() && file.paragraphs.is_none())
                .map(|f| {
                    let replacements: Vec<_> = f
                        .edits
                        .iter()
                        .map(|e| json!({"deletedRegion": region(e.span), "insertedContent": {"text": e.text}}))
                        .collect();
                    json!({
                        "description": {"text": f.title},
                        "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": replacements}],
                    })
                })
                .collect();
            let mut result = json!({
                "ruleId": finding.code,
                "ruleIndex": finding.code as usize,
                "level": level(finding.severity),
                "message": {"text": finding.message},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region(finding.span)}}],
            });
            if let Some(place) = paragraph_words(file, finding.span.start, language) {
                result["locations"] = json!([{
                    "physicalLocation": {"artifactLocation": {"uri": uri}},
                    "logicalLocations": [{"fullyQualifiedName": place, "kind": "paragraph"}],
                }]);
            }
            if !fixes.is_empty() {
                result["fixes"] = json!(fixes);
            }
            results.push(result);
        }
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "viendan", "version": env!("CARGO_PKG_VERSION"), "rules": descriptors}},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    // The types of the SARIF crate make sure that what goes out has the shape of the schema.
    let log: serde_sarif::sarif::Sarif = serde_json::from_value(log)?;
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn github(checked: &[Checked], language: Language, out: &mut impl Write) -> io::Result<()> {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    for file in checked {
        let places = Places::new(&file.text);
        let path = escape(&file.path.to_string_lossy()).replace(':', "%3A").replace(',', "%2C");
        for finding in &file.findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Information | Severity::Hint => "notice",
            };
            if let Some(place) = paragraph_words(file, finding.span.start, language) {
                let message = escape(&format!("{place}: {}", finding.message));
                writeln!(out, "::{command} file={path},title={}::{message}", finding.code)?;
                continue;
            }
            let (line, column) = places.line_and_column(finding.span.start, Encoding::Utf32);
            let (end_line, end_column) = places.line_and_column(finding.span.end, Encoding::Utf32);
            writeln!(
                out,
                "::{command} file={path},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}",
                finding.code,
                escape(&finding.message)
            )?;
        }
    }
    Ok(())
}

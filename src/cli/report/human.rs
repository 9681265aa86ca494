//! Findings as annotated source, for people.

use super::super::context::Console;
use super::super::style;
use super::{Checked, places};
use crate::check::Fix;
use crate::i18n::{Localized, Localizer, Value};
use crate::settings::Severity;
use crate::text::Span;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes each finding with the lines around it, and how much was read.
pub fn write(checked: &[Checked], console: &Console, out: &mut impl Write) -> io::Result<()> {
    let localizer = console.localizer;
    let help = localizer.text("cli-report-fix", &[]);
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
            // In a Word file the place is that of the paragraph, and so the lines are counted.
            let place = places::in_words(file, finding.span.start, localizer);
            let source = Snippet::source(text.as_ref())
                .path(place.is_none().then_some(&path))
                .annotation(AnnotationKind::Primary.span(span.start..span.end))
                .annotations(finding.related.iter().map(|r| {
                    let span = visible(&file.text, r.span);
                    AnnotationKind::Context.span(span.start..span.end).label(&r.message)
                }));
            let mut group = level
                .with_name(Some(finding.severity.localized(localizer)))
                .primary_title(&finding.message)
                .id(finding.code.as_str())
                .elements(place.map(|place| Origin::path(format!("{path}, {place}"))));
            group = group.element(source);
            let fixes: Vec<String> = finding.fixes.iter().map(|f| fix_line(&file.text, f)).collect();
            for fix in &fixes {
                group = group.element(Level::HELP.with_name(Some(help.as_str())).message(fix));
            }
            writeln!(out, "{}\n", renderer.render(&[group]))?;
        }
    }
    if !console.quiet {
        summary(checked, localizer, out)?;
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

/// A fix in one line: its title, and what is replaced by what.
fn fix_line(text: &str, fix: &Fix) -> String {
    match fix.edits.as_slice() {
        [edit] if !edit.span.is_empty() && !edit.text.contains('\n') => {
            format!("{}: “{}” → “{}”", fix.title, edit.span.of(text).replace('\n', " "), edit.text)
        }
        _ => fix.title.clone(),
    }
}

/// A span that can be underlined: an empty one takes the character before or after it.
fn visible(text: &str, span: Span) -> Span {
    if !span.is_empty() {
        return span;
    }
    let after = text[span.start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    if after > 0 {
        return Span::new(span.start, span.start + after);
    }
    let before = text[..span.start].chars().next_back().map_or(0, char::len_utf8);
    Span::new(span.start - before, span.start)
}

/// How much was read, and how many findings there are of each severity.
fn summary(checked: &[Checked], localizer: &Localizer, out: &mut impl Write) -> io::Result<()> {
    let mut parts = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint] {
        let count = checked.iter().flat_map(|c| &c.findings).filter(|f| f.severity == severity).count();
        if count > 0 {
            parts.push(style::styled(style::of(severity), format!("{count} {}", severity.localized(localizer))));
        }
    }
    let found = if parts.is_empty() { localizer.text("cli-report-nothing", &[]) } else { parts.join(", ") };
    let references: usize = checked.iter().map(|c| c.references).sum();
    let values =
        [("documents", checked.len().into()), ("references", references.into()), ("found", Value::from(found))];
    writeln!(out, "{}", localizer.format("cli-report-summary", &values))
}

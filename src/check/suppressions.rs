//! The suppressions of a document, applied to its findings. A suppression without effect is reported itself, so that it
//! is removed when its reason is gone. It runs after all rules, so it belongs to no family.

use super::Finding;
use super::facts::suppression::{Extent, Suppression};
use crate::document::Document;
use crate::i18n::Localizer;
use crate::rulebook::Code;
use crate::settings::Settings;
use crate::text::Span;
use std::ops::Range;

/// The code under which comments are reported that suppress nothing.
pub const CODE: Code = Code::UnusedSuppression;

/// A comment in its place in the document.
struct Placed<'s> {
    comment: &'s Suppression,
    base: usize,
    /// The bytes of the line that it is about.
    line: Range<usize>,
    used: bool,
    /// For each code, whether it suppressed a finding.
    codes_used: Vec<bool>,
}

/// Removes the findings that comments suppress, and adds one for each comment that suppresses nothing.
pub fn apply<'s>(
    comments: impl Iterator<Item = (usize, &'s Suppression)>,
    document: &Document,
    settings: &Settings,
    messages: &'static Localizer,
    findings: &mut Vec<Finding>,
) {
    let mut lines: Vec<Placed<'_>> = Vec::new();
    let mut file: Option<Span> = None;
    for (base, comment) in comments {
        match comment.extent {
            Extent::File => {
                file.get_or_insert(comment.mark.shifted(base));
            }
            Extent::NextLine => lines.push(Placed {
                comment,
                base,
                line: next_line(document, base + comment.mark.start),
                used: false,
                codes_used: vec![false; comment.codes.len()],
            }),
        }
    }
    let before = findings.len();
    findings.retain(|finding| {
        let mut suppressed = file.is_some();
        for placed in lines.iter_mut().filter(|placed| placed.line.contains(&finding.span.start)) {
            if placed.comment.codes.is_empty() {
                placed.used = true;
                suppressed = true;
            }
            for ((code, _), used) in placed.comment.codes.iter().zip(&mut placed.codes_used) {
                if code == finding.code.as_str() {
                    *used = true;
                    suppressed = true;
                }
            }
        }
        !suppressed
    });
    if settings.is_off(CODE.as_str()) {
        return;
    }
    let new = |variant: &str, span: Span, values: &[(&str, &str)]| Finding::new(messages, CODE, variant, span, values);
    if let Some(mark) = file {
        if findings.len() == before {
            findings.push(new("file", mark, &[]));
        }
        return;
    }
    for placed in lines {
        if placed.comment.codes.is_empty() && !placed.used {
            findings.push(new("all", placed.comment.mark.shifted(placed.base), &[]));
        }
        for ((code, span), used) in placed.comment.codes.iter().zip(placed.codes_used) {
            let values = [("code", code.as_str())];
            if code.parse::<Code>().is_err() {
                findings.push(new("unknown", span.shifted(placed.base), &values));
            } else if !used && !settings.is_off(code) {
                // Codes that the settings switch off aren't an error of the comment.
                findings.push(new("", span.shifted(placed.base), &values));
            }
        }
    }
}

/// The bytes of the line after the one that an offset is in; empty lines are skipped.
fn next_line(document: &Document, offset: usize) -> Range<usize> {
    let rope = document.rope();
    let mut line = rope.byte_to_line(offset) + 1;
    while line < rope.len_lines() && rope.line(line).chars().all(char::is_whitespace) {
        line += 1;
    }
    let start = rope.line_to_byte(line.min(rope.len_lines()));
    let end = if line < rope.len_lines() { start + rope.line(line).len_bytes() } else { start };
    start..end
}

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
    let mut open: Vec<usize> = Vec::new();
    for (base, comment) in comments {
        let at = base + comment.mark.start;
        let placed = |line| Placed { comment, base, line, used: false, codes_used: vec![false; comment.codes.len()] };
        match comment.extent {
            Extent::File => {
                file.get_or_insert(comment.mark.shifted(base));
            }
            Extent::NextLine => lines.push(placed(next_line(document, at))),
            Extent::From => {
                open.push(lines.len());
                lines.push(placed(at..document.length()));
            }
            Extent::Until => {
                let ends = |stretch: &Suppression| {
                    let shares = |(code, _): &(String, Span)| comment.codes.iter().any(|(other, _)| other == code);
                    comment.codes.is_empty() || stretch.codes.is_empty() || stretch.codes.iter().any(shares)
                };
                open.retain(|&stretch| {
                    let is_over = ends(lines[stretch].comment);
                    if is_over {
                        lines[stretch].line.end = at;
                    }
                    !is_over
                });
            }
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
        let (all, one) = match placed.comment.extent {
            Extent::From => ("stretch-all", "stretch"),
            _ => ("all", ""),
        };
        if placed.comment.codes.is_empty() && !placed.used {
            findings.push(new(all, placed.comment.mark.shifted(placed.base), &[]));
        }
        for ((code, span), used) in placed.comment.codes.iter().zip(placed.codes_used) {
            let values = [("code", code.as_str())];
            if code.parse::<Code>().is_err() {
                findings.push(new("unknown", span.shifted(placed.base), &values));
            } else if !used && !settings.is_off(code) {
                // Codes that the settings switch off aren't an error of the comment.
                findings.push(new(one, span.shifted(placed.base), &values));
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

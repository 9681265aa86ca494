//! Comments that leave findings alone: `viendan: ignore CODE[, CODE]` for the next line, `viendan: ignore-file`. One that
//! leaves nothing alone is reported itself, under [`CODE`], so that it cannot outlive its reason unseen.

use super::run::Run;
use super::{Code, Finding, Settings};
use crate::document::Document;
use crate::rulebook;
use crate::text::Span;
use std::cell::Cell;

/// The code of the rule about these comments. It is judged when all others have spoken, so it is none of their families.
pub const CODE: Code = Code::UnusedSuppression;

/// The suppressions of a document.
#[derive(Default)]
pub struct Suppressions {
    /// Where the document asks to be left alone.
    file: Option<Span>,
    lines: Vec<Suppression>,
}

/// The comment of one line.
struct Suppression {
    /// "viendan: ignore", in bytes of the document.
    mark: Span,
    /// The bytes of the line that is left alone.
    line: std::ops::Range<usize>,
    /// The codes that are left alone there; none names all.
    codes: Vec<Ignored>,
    used: Cell<bool>,
}

/// A code in a comment, as it is written.
struct Ignored {
    code: String,
    span: Span,
    used: Cell<bool>,
}

const MARK: &str = "viendan:";
const IGNORE: &str = "ignore";
const WHOLE: &str = "-file";

impl Suppressions {
    pub fn of(document: &Document) -> Self {
        let mut found = Self::default();
        let mark = memchr::memmem::Finder::new(MARK);
        for (offset, block) in document.blocks() {
            for at in mark.find_iter(block.text.as_bytes()) {
                let line = block.text[at + MARK.len()..].lines().next().unwrap_or_default();
                let Some(rest) = line.trim_start().strip_prefix(IGNORE) else { continue };
                let end = at + MARK.len() + (line.len() - rest.len());
                let mark = Span::new(at, end).shifted(offset);
                if rest.starts_with(WHOLE) {
                    found.file.get_or_insert(Span::new(mark.start, mark.end + WHOLE.len()));
                } else {
                    let codes = codes(rest, offset + end);
                    let line = next_line(document, offset + at);
                    found.lines.push(Suppression { mark, line, codes, used: Cell::new(false) });
                }
            }
        }
        found
    }

    /// Whether a finding is left alone; the comments that say so count as used.
    pub fn hold(&self, finding: &Finding) -> bool {
        let mut held = self.file.is_some();
        for suppression in self.lines.iter().filter(|s| s.line.contains(&finding.span.start)) {
            if suppression.codes.is_empty() {
                suppression.used.set(true);
                held = true;
            }
            for code in suppression.codes.iter().filter(|c| c.code == finding.code.as_str()) {
                code.used.set(true);
                held = true;
            }
        }
        held
    }

    /// The comments that left nothing alone, and the codes in them that do not exist. `held` tells whether anything was.
    /// Codes that the settings switch off are no fault of the comment.
    pub fn unused(&self, run: &Run<'_>, settings: &Settings, held: bool) -> Vec<Finding> {
        let mut out = Vec::new();
        if let Some(mark) = self.file {
            if !held {
                out.push(run.variant(CODE, "file", mark, &[]));
            }
            return out;
        }
        for suppression in &self.lines {
            if suppression.codes.is_empty() && !suppression.used.get() {
                out.push(run.variant(CODE, "all", suppression.mark, &[]));
            }
            for Ignored { code, span, used } in &suppression.codes {
                if rulebook::find(code).is_none() {
                    out.push(run.variant(CODE, "unknown", *span, &[("code", code)]));
                } else if !used.get() && !settings.is_off(code) {
                    out.push(run.finding(CODE, *span, &[("code", code)]));
                }
            }
        }
        out
    }
}

/// The codes of a comment, up to the end of the comment in whatever format; `base` is where it begins in the document.
fn codes(rest: &str, base: usize) -> Vec<Ignored> {
    let end = ["-->", "*/"].iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
    let mut found = Vec::new();
    let mut at = 0;
    for piece in rest[..end].split(|c: char| c == ',' || c.is_whitespace()) {
        let code = piece.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if !code.is_empty() {
            let start = base + at + piece.find(code).unwrap_or(0);
            let span = Span::new(start, start + code.len());
            found.push(Ignored { code: code.to_owned(), span, used: Cell::new(false) });
        }
        // Commas and the white space of a line are mostly one byte long, but not all.
        at += piece.len() + rest[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// The bytes of the line behind the one that an offset lies in; empty lines are passed over.
fn next_line(document: &Document, offset: usize) -> std::ops::Range<usize> {
    let rope = document.rope();
    let mut line = rope.byte_to_line(offset) + 1;
    while line < rope.len_lines() && rope.line(line).chars().all(char::is_whitespace) {
        line += 1;
    }
    let start = rope.line_to_byte(line.min(rope.len_lines()));
    let end = if line < rope.len_lines() { start + rope.line(line).len_bytes() } else { start };
    start..end
}

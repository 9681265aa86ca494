//! Comments that leave findings alone: `viendan: ignore CODE[, CODE]` for the next line, `viendan: ignore-file`.

use super::Finding;
use crate::document::Document;

/// The suppressions of a document.
#[derive(Default)]
pub struct Suppressions {
    file: bool,
    /// The bytes of a line, and the codes that are left alone there; none names all.
    lines: Vec<(std::ops::Range<usize>, Vec<String>)>,
}

const MARK: &str = "viendan:";

impl Suppressions {
    pub fn of(document: &Document) -> Self {
        let mut found = Self::default();
        let mark = memchr::memmem::Finder::new(MARK);
        for (offset, block) in document.blocks() {
            for at in mark.find_iter(block.text.as_bytes()) {
                let line = block.text[at + MARK.len()..].lines().next().unwrap_or_default().trim_start();
                let Some(rest) = line.strip_prefix("ignore") else { continue };
                if rest.starts_with("-file") {
                    found.file = true;
                } else {
                    found.lines.push((next_line(document, offset + at), codes(rest)));
                }
            }
        }
        found
    }

    /// Whether the document asks to be left alone.
    pub fn whole_file(&self) -> bool {
        self.file
    }

    /// Whether a finding is left alone.
    pub fn hold(&self, finding: &Finding) -> bool {
        self.lines.iter().any(|(line, codes)| {
            line.contains(&finding.span.start) && (codes.is_empty() || codes.iter().any(|c| c == finding.code))
        })
    }
}

/// The codes of a comment, up to the end of the comment in whatever format.
fn codes(rest: &str) -> Vec<String> {
    let end = ["-->", "*/"].iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
    rest[..end]
        .split(|c: char| c == ',' || c.is_whitespace())
        .map(|code| code.trim_matches(|c: char| !c.is_ascii_alphanumeric()))
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect()
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

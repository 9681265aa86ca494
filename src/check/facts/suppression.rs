//! Comments that suppress findings: `viendan: ignore CODE[, CODE]` for the next line, `viendan: ignore-file`, and
//! `viendan: disable CODE[, CODE]` up to `viendan: enable`.

use crate::check::words::Word;
use crate::text::Span;
use memchr::memmem::Finder;

/// A comment. Offsets are bytes of the block.
#[derive(Debug, Clone, PartialEq)]
pub struct Suppression {
    /// "viendan: ignore".
    pub mark: Span,
    pub extent: Extent,
    /// The codes that are suppressed, as written; an empty list means all.
    pub codes: Vec<(String, Span)>,
}

/// What a comment is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    NextLine,
    File,
    /// From here up to the comment that ends it, or to the end of the text.
    From,
    /// Ends stretches that began before: those of its codes, or all where it names none.
    Until,
}

const MARK: &str = "viendan:";
static COMMENT: Word = Word::new(|| Finder::new(MARK));
const IGNORE: &str = "ignore";
const WHOLE: &str = "-file";
/// The words of comments with codes after them.
const WORDS: [(&str, Extent); 3] = [(IGNORE, Extent::NextLine), ("disable", Extent::From), ("enable", Extent::Until)];

/// The comments of a text.
pub fn read(text: &str) -> Vec<Suppression> {
    let mut found = Vec::new();
    for at in COMMENT.places(text) {
        let line = text[at + MARK.len()..].lines().next().unwrap_or_default();
        let begun = line.trim_start();
        let word = WORDS.iter().find_map(|(word, extent)| Some((begun.strip_prefix(word)?, *extent)));
        let Some((rest, extent)) = word else { continue };
        let end = at + MARK.len() + (line.len() - rest.len());
        found.push(if extent == Extent::NextLine && rest.starts_with(WHOLE) {
            Suppression { mark: Span::new(at, end + WHOLE.len()), extent: Extent::File, codes: Vec::new() }
        } else {
            Suppression { mark: Span::new(at, end), extent, codes: codes(rest, end) }
        });
    }
    found
}

/// The codes of a comment, up to the end of the comment in whatever format; `base` is where it begins in the block.
fn codes(rest: &str, base: usize) -> Vec<(String, Span)> {
    let end = ["-->", "*/"].iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
    let mut found = Vec::new();
    let mut at = 0;
    for piece in rest[..end].split(|c: char| c == ',' || c.is_whitespace()) {
        let code = piece.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if !code.is_empty() {
            let start = base + at + piece.find(code).unwrap_or(0);
            found.push((code.to_owned(), Span::new(start, start + code.len())));
        }
        // Commas and the white space of a line are mostly one byte long, but not all.
        at += piece.len() + rest[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

//! Blocks: the paragraphs of a text, each read by itself.
//!
//! A line break ends a block where the sentence or item ends: before an empty line, behind closing punctuation, before the
//! label of an item. A line that merely goes on (the Official Gazette breaks lines inside names and numbers) stays in its
//! block. Very long paragraphs, such as tables with a cell a line, are cut after [`MOST_LINES`] lines.

use crate::cite::Reading;
use crate::lexicon::NamedInstrument;
use crate::text::fold;
use crate::text::page::page_break;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A block of a text with what was read in it.
#[derive(Debug, Clone)]
pub struct Block {
    pub text: Box<str>,
    pub reading: Reading,
    /// The short names that it defines, as it reads without any of them.
    pub short_names: Vec<NamedInstrument>,
    /// Whether the paragraph ends here; false where a long one was cut.
    pub ends_paragraph: bool,
    /// A line of three backticks or tildes, which opens or closes a piece of code.
    pub fence: bool,
    /// Whether a script or style sheet of HTML is open behind the block; `None` where none begins or ends in it.
    pub script: Option<bool>,
}

/// Lines after which a paragraph is cut.
pub const MOST_LINES: usize = 40;
/// Bytes after which a paragraph is cut at the next line break.
pub const MOST_BYTES: usize = 6000;

/// A piece that [`split`] cuts off: its length in bytes, and whether the paragraph ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub len: usize,
    pub ends_paragraph: bool,
}

/// Cuts a text into blocks. The lengths add up to the text's.
pub fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(text.len() / 120 + 1);
    let mut start = 0;
    let mut lines = 0;
    let mut line_end = line_end_from(text, 0);
    // Without the white space around it, as all lines below.
    let mut line = text[..line_end].trim();
    while start < text.len() {
        lines += 1;
        let mut next_end = line_end_from(text, line_end);
        let mut next = text[line_end..next_end].trim();
        // A sentence goes on over a page break; where the paragraph ended, the page's head is a block of its own.
        if !ends_sentence(line)
            && let Some(behind) = page_break(text, line_end - 1)
        {
            let behind_end = line_end_from(text, behind);
            let line_behind = text[behind..behind_end].trim();
            if !begins_item(line_behind) {
                (line_end, next_end, next) = (behind, behind_end, line_behind);
            }
        }
        let ends_paragraph = line_end == text.len() || ends_here(line, next);
        if ends_paragraph || lines >= MOST_LINES || line_end - start >= MOST_BYTES {
            pieces.push(Piece { len: line_end - start, ends_paragraph });
            start = line_end;
            lines = 0;
        }
        (line, line_end) = (next, next_end);
    }
    pieces
}

/// The end of a line that begins at `at`, behind its line break.
fn line_end_from(text: &str, at: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |n| at + n + 1)
}

/// Whether a line opens or closes a piece of code in Markdown or AsciiDoc.
pub fn is_fence(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

/// [`Block::script`] of a block of HTML.
pub fn script(block: &str) -> Option<bool> {
    let last = |tags: [&str; 2]| tags.into_iter().filter_map(|tag| block.rfind(tag)).max();
    let (open, close) = (last(["<script", "<style"]), last(["</script", "</style"]));
    open.max(close).map(|_| open > close)
}

/// Whether a paragraph ends between a line and the next.
fn ends_here(line: &str, next: &str) -> bool {
    if line.is_empty() {
        return !next.is_empty();
    }
    // An empty line belongs to the paragraph before it, so that what is typed there is read with it.
    if next.is_empty() {
        return false;
    }
    let scripts = ["</script>", "</style>"].iter().any(|tag| line.ends_with(tag))
        || ["<script", "<style"].iter().any(|tag| next.starts_with(tag));
    if is_fence(line) || is_fence(next) || scripts || begins_item(next) {
        return true;
    }
    // A line that goes on in small letters goes on with the sentence: "… Điều 5;\nđiểm b khoản 1 Điều 26".
    // "Số:" and the number may stand on two lines.
    ends_sentence(line)
        && !next.starts_with(char::is_lowercase)
        && !(line.len() <= 8 && matches!(&*composed_start(line), "Số:" | "số:" | "SỐ:"))
}

fn ends_sentence(line: &str) -> bool {
    matches!(line.chars().next_back(), Some('.' | ';' | ':' | '”' | '!' | '?' | '…' | '|'))
}

/// Whether a line begins with the label of an item or heading.
fn begins_item(line: &str) -> bool {
    let line = &*composed_start(line);
    let Some(first) = line.chars().next() else { return false };
    if matches!(first, '#' | '|' | '>' | '+') {
        return true;
    }
    if first.is_ascii_digit() {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = rest.strip_prefix(|c: char| c.is_lowercase()).unwrap_or(rest);
        return line.len() - rest.len() <= 5 && rest.starts_with(". ");
    }
    let mut letters = line.chars();
    if first.is_lowercase() && letters.nth(1) == Some(')') {
        return true;
    }
    if !matches!(first, 'C' | 'M' | 'P' | 'Đ') {
        return false;
    }
    line.starts_with("Căn cứ ") || HEADINGS.iter().any(|word| line.strip_prefix(word).is_some_and(is_heading_label))
}

/// Whether a text begins with a word, however its letters are composed.
pub fn begins_with(text: &str, word: &str) -> bool {
    composed_start(text.trim_start()).starts_with(word)
}

/// The line with the letters at its start composed and `Ð` as `Đ`, for comparing its first word; what lies behind may be
/// cut off. Nearly every line is given back as it is.
fn composed_start(line: &str) -> Cow<'_, str> {
    const LOOKED_AT: usize = 32;
    let start = &line.as_bytes()[..line.len().min(LOOKED_AT)];
    let plain = memchr::memchr2(0xCC, 0xCD, start).is_none() && !line.starts_with(fold::is_eth);
    if plain {
        return Cow::Borrowed(line);
    }
    let letters = line.chars().take(LOOKED_AT).map(|c| if fold::is_eth(c) { 'Đ' } else { c });
    Cow::Owned(letters.nfc().collect())
}

const HEADINGS: [&str; 8] = ["Điều ", "Chương ", "Mục ", "Phần ", "ĐIỀU ", "CHƯƠNG ", "MỤC ", "PHẦN "];

/// Behind the word of a heading: "5. Hiệu lực", "5a:", "III" alone; but not "216;" or "này", which go on with a sentence.
fn is_heading_label(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (label, behind) = rest.split_at(end);
    let numeral =
        label.starts_with(|c: char| c.is_ascii_digit()) || label.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    numeral && !label.is_empty() && (behind.trim().is_empty() || behind.starts_with(['.', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut at = 0;
        split(text)
            .into_iter()
            .map(|p| {
                at += p.len;
                &text[at - p.len..at]
            })
            .collect()
    }

    #[test]
    fn a_sentence_broken_over_lines_is_one_block() {
        let text = "theo Thông \ntư số 07/2026/TT-\nBNNMT.\n\nĐiều 2. Hiệu lực\n1. Nghị định này\na) Luật;\n";
        let decomposed: String = text.nfd().collect();
        assert_eq!(cut(&decomposed).iter().map(|p| p.nfc().collect::<String>()).collect::<Vec<_>>(), cut(text));
        assert_eq!(
            cut(text),
            ["theo Thông \ntư số 07/2026/TT-\nBNNMT.\n\n", "Điều 2. Hiệu lực\n", "1. Nghị định này\n", "a) Luật;\n"]
        );
    }

    proptest! {
        #[test]
        fn blocks_cover_the_text(text in "[a.;\n 1)]{0,200}") {
            prop_assert_eq!(split(&text).iter().map(|p| p.len).sum::<usize>(), text.len());
        }
    }
}

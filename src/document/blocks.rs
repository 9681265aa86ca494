//! Blocks: the paragraphs of a text, each read by itself.
//!
//! A line break ends a block where the sentence or item ends: before an empty line, after closing punctuation, before
//! the label of an item. A line that only continues the sentence (the Official Gazette breaks lines inside names and
//! numbers) stays in its block. Very long paragraphs, such as tables with a cell a line, are cut after [`MOST_LINES`]
//! lines, and long lines at the end of a sentence, so that no step is quadratic in the length of a line.

use super::carried::Given;
use super::links::numbers::{self, NumberFact};
use super::links::{beyond, earlier, is_cited_from_outside, is_closing_heading};
use crate::cite::{Cue, CueKind, ItemLevel, Mention, Quote, Reading, Target};
use crate::text::Span;
use crate::text::clear::ClearText;
use crate::text::fold;
use crate::text::page::page_break;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A block of a text with what was read in it. Immutable: an edit makes new blocks.
#[derive(Debug)]
pub struct Block {
    pub text: Box<str>,
    pub reading: Reading,
    /// What it gives all blocks of the document, when it is read without anything of that.
    pub given: Option<Box<Given>>,
    /// Whether the paragraph ends here; false where a long one was cut.
    pub ends_paragraph: bool,
    /// A line of three backticks or tildes, which opens or closes a piece of code.
    pub fence: bool,
    /// It is a paragraph that Markdown or mail quotes: "> …".
    pub cites_lines: bool,
    /// The writer of an answer goes on after a text that was given: "Như vậy, …", a heading, a question.
    pub resumes: bool,
    /// Whether a script or style sheet of HTML is open after the block; `None` where none begins or ends in it.
    pub script: Option<bool>,
    /// The block with each letter in one character; `None` where it has no others. Rules search this text for words.
    pub composed: Option<Box<ClearText>>,
    /// The headings of its items, in the order of their cues.
    headings: Box<[Heading]>,
    /// What its numbers and the same numbers in other blocks give each other.
    pub(super) numbers: Box<[NumberFact]>,
    /// What the passes over all blocks need to know before they read it.
    pub(super) traits: Traits,
}

/// The heading of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// Index of the cue of its item.
    cue: usize,
    /// The trimmed rest of the line after the label, in bytes of the block.
    pub span: Span,
    /// It is that of an article, clause or point, and acts are repealed, replaced or amended under it.
    pub closes: bool,
}

impl Heading {
    /// The heading after the label of an item, whose cue has an index.
    fn of(text: &str, index: usize, cue: &Cue) -> Self {
        let label = cue.span;
        let rest = &text[label.end..];
        let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
        let end = label.end + line.trim_end().len();
        let begin = label.end + (line.len() - line.trim_start().len());
        let span = Span::new(begin.min(end), end);
        let level = if let CueKind::Item(item) = &cue.kind { Some(item.level) } else { None };
        let may_close = matches!(level, Some(ItemLevel::Article | ItemLevel::Clause | ItemLevel::Point));
        Self { cue: index, span, closes: may_close && is_closing_heading(span.of(text)) }
    }
}

/// Properties of a block that are needed for all blocks at every edit, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traits(u16);

impl Traits {
    /// It has cues or marks that can change how later blocks are linked.
    pub const CUES: Self = Self(1);
    /// It has a quotation mark.
    pub const QUOTES: Self = Self(1 << 1);
    /// It has the heading of an article ("Điều 5.") at the beginning of a line.
    pub const ARTICLE: Self = Self(1 << 2);
    /// Its numbers complete or disambiguate other numbers, or need that.
    pub const NUMBERS: Self = Self(1 << 3);
    /// It refers to an instrument that was named above ("Nghị định nêu trên").
    pub const ABOVE: Self = Self(1 << 4);
    /// It defines a short name, or names the local agency that issues the document.
    pub const GIVES: Self = Self(1 << 5);
    /// It begins the part after the body of a draft: recipients, annexes, forms, the signature.
    pub const ANNEX: Self = Self(1 << 6);

    /// It ends with "No.": in an English text the number comes on the next line.
    pub const ENGLISH_NUMBER: Self = Self(1 << 7);
    /// It has runs of provisions that may be of an instrument named in another block.
    pub const BARE: Self = Self(1 << 8);

    /// It has bare runs of provisions behind the only instrument that their sentence cites.
    pub const CITED: Self = Self(1 << 9);
    /// It has letters that are written as several characters: decomposed, or as references of HTML.
    pub const LETTERS_APART: Self = Self(1 << 10);

    /// It has citations.
    pub const CITES: Self = Self(1 << 11);
    /// It has citations, an article or the beginning of an annex: what runs of other blocks may be linked by.
    pub const LINKING: Self = Self(1 << 12);
    /// It announces the text of provisions of an instrument: "Theo Điều 25 Luật Cư trú 2020 quy định như sau:".
    pub const ANNOUNCES: Self = Self(1 << 14);

    /// It could be read otherwise in a document of another place.
    pub const HOME: Self = Self(1 << 13);

    /// Whether all bits of another are set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits of both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn with(self, other: Self, wanted: bool) -> Self {
        if wanted { Self(self.0 | other.0) } else { self }
    }
}

/// How the list of recipients, an annex, a form or the signature begins.
const ANNEX: [&str; 12] = [
    "Nơi nhận",
    "NƠI NHẬN",
    "PHỤ LỤC",
    "Phụ lục",
    "Mẫu số",
    "MẪU SỐ",
    "Biểu mẫu",
    "(Ban hành kèm theo",
    "(Kèm theo",
    "KT. BỘ TRƯỞNG",
    "KT.BỘ TRƯỞNG",
    "TM. CHÍNH PHỦ",
];

impl Block {
    /// A block with its reading; the text comes with its composed one. `fence` and `script` as in the fields.
    pub(super) fn new(
        (text, composed): (&str, Option<ClearText>),
        reading: Reading,
        given: Given,
        ends_paragraph: bool,
        marks: (bool, Option<bool>),
    ) -> Self {
        let (fence, script) = marks;
        let numbers = numbers::facts(&reading);
        let is_quote = |cue: &Cue| matches!(cue.kind, CueKind::Quote(_));
        // "“Điều 5. Hồ sơ": an article of another act is quoted.
        let is_article = |(n, cue): (usize, &Cue)| {
            let quoted = |before: &Cue| matches!(before.kind, CueKind::Quote(Quote::Open { .. }));
            matches!(&cue.kind, CueKind::Item(item) if item.level == ItemLevel::Article)
                && !(n > 0 && quoted(&reading.cues[n - 1]) && reading.cues[n - 1].span.end == cue.span.start)
        };
        let is_above = |mention: &Mention| {
            mention.provision().is_some_and(|run| matches!(run.target, Target::Above(_) | Target::AboveUnit))
        };
        let is_bare = |mention: &Mention| mention.provision().is_some_and(earlier::is_bare);
        let is_cited = |mention: &Mention| mention.provision().is_some_and(beyond::is_cited);
        let announces = |cue: &Cue| match &cue.kind {
            CueKind::Introduces { of: Some(of), reproduces: true, .. } => is_cited_from_outside(&reading.mentions[*of]),
            _ => false,
        };
        let start = text.trim_start();
        let items = reading.cues.iter().enumerate().filter(|(_, cue)| matches!(cue.kind, CueKind::Item(_)));
        let headings = items.map(|(n, cue)| Heading::of(text, n, cue)).collect();
        let cites = reading.mentions.iter().any(|mention| mention.agency().is_none());
        let has_article =
            reading.cues.iter().any(|cue| matches!(&cue.kind, CueKind::Item(item) if item.level == ItemLevel::Article));
        // "*Nơi nhận:*", "### PHỤ LỤC"
        let unmarked = start.trim_start_matches(['*', '_', '#', ' ']);
        let begins_annex = ANNEX.iter().any(|word| unmarked.starts_with(word));
        let traits = Traits::default()
            .with(Traits::CITES, cites)
            .with(Traits::LINKING, cites || has_article || begins_annex)
            .with(Traits::CUES, !reading.cues.is_empty() || fence || script.is_some())
            .with(Traits::QUOTES, reading.cues.iter().any(is_quote))
            .with(Traits::ARTICLE, reading.cues.iter().enumerate().any(is_article))
            .with(Traits::NUMBERS, !numbers.is_empty())
            .with(Traits::ABOVE, reading.mentions.iter().any(is_above))
            .with(Traits::BARE, reading.mentions.iter().any(is_bare))
            .with(Traits::CITED, reading.mentions.iter().any(is_cited))
            .with(Traits::GIVES, !given.is_empty())
            .with(Traits::ENGLISH_NUMBER, text.trim_end().ends_with("No."))
            .with(Traits::LETTERS_APART, composed.is_some())
            .with(Traits::ANNOUNCES, reading.cues.iter().any(announces))
            .with(Traits::ANNEX, begins_annex)
            .with(Traits::HOME, reading.asks_home);
        Self {
            text: text.into(),
            reading,
            given: (!given.is_empty()).then(|| Box::new(given)),
            ends_paragraph,
            fence,
            cites_lines: start.starts_with('>'),
            resumes: resumes(start),
            script,
            composed: composed.map(Box::new),
            headings,
            numbers,
            traits,
        }
    }

    /// The heading of an item, by the index of its cue.
    pub fn heading(&self, cue: usize) -> Heading {
        match self.headings.binary_search_by_key(&cue, |heading| heading.cue) {
            Ok(at) => self.headings[at],
            Err(_) => Heading::of(&self.text, cue, &self.reading.cues[cue]),
        }
    }

    /// The text with each letter in one character.
    pub fn composed_text(&self) -> &str {
        self.composed.as_ref().map_or(&self.text, |composed| &composed.text)
    }
}

/// How the sentences begin with which the writer of an answer goes on after the text of a provision.
const RESUMING: [&str; 30] = [
    "Như vậy",
    "Theo đó",
    "Theo quy định",
    "Theo các quy định",
    "Theo như",
    "Do đó",
    "Do vậy",
    "Vì vậy",
    "Vì thế",
    "Bởi vậy",
    "Tóm lại",
    "Trên đây",
    "Căn cứ",
    "Đồng thời",
    "Ngoài ra",
    "Bên cạnh đó",
    "Mặt khác",
    "Lưu ý",
    "Đối chiếu",
    "Dẫn chiếu",
    "Từ quy định",
    "Từ những quy định",
    "Từ các quy định",
    "Với quy định",
    "Qua đó",
    "Xem thêm",
    "Tải về",
    "TẢI VỀ",
    "Hình từ",
    "Trả lời",
];

/// Whether the writer goes on in a paragraph, given without the white space in front of it: by its first words, as a heading of Markdown
/// or in bold or italics, or with a question.
fn resumes(start: &str) -> bool {
    let text = start.trim_end();
    let marked = text.trim_start_matches(['*', '_']);
    let emphasised = marked.len() < text.len() && text.ends_with(['*', '_']);
    let words = marked.trim_start_matches(['-', '+', '>', '•', ' ', '(', '*', '_']);
    text.starts_with('#')
        || emphasised
        || marked.trim_end_matches(['*', '_', ' ']).ends_with('?')
        || RESUMING.iter().any(|begin| words.starts_with(begin))
}

/// Lines after which a paragraph is cut.
pub const MOST_LINES: usize = 40;
/// Bytes after which a paragraph is cut at the next line break, and a long line at the next end of a sentence.
pub const MOST_BYTES: usize = 6000;
/// Bytes after which a line that is cut is cut at the next end of a sentence, so that its blocks are as long as paragraphs are.
const PIECE_OF_LINE: usize = 1500;
/// Bytes after which a long line without an end of a sentence is cut at a blank.
const LONGEST: usize = 4 * MOST_BYTES;

/// A piece that [`split`] cuts off: its length in bytes, and whether the paragraph ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub len: usize,
    pub ends_paragraph: bool,
}

/// Cuts a text into blocks. The lengths add up to the text's.
///
/// Where a block begins depends on nothing before it: the text from there on is cut the same way by itself. An edit
/// therefore changes blocks only up to the first border that is still there after it.
pub fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(text.len() / 120 + 1);
    let mut start = 0;
    let mut lines = 0;
    let mut line_end = line_end_from(text, 0);
    // Without the white space around it, as all lines below.
    let mut line = text[..line_end].trim();
    // The last line of the block that is not empty.
    let mut written = line;
    while start < text.len() {
        lines += 1;
        while line_end - start > 2 * MOST_BYTES
            && let Some(cut) = cut_in_line(&text[start..line_end])
        {
            pieces.push(Piece { len: cut, ends_paragraph: false });
            start += cut;
            lines = 1;
        }
        let mut next_end = line_end_from(text, line_end);
        let mut next = text[line_end..next_end].trim();
        // A sentence continues over a page break; where the paragraph ended, the page header is a block of its own.
        if !ends_sentence(line)
            && let Some(after) = page_break(text, line_end - 1)
        {
            let after_end = line_end_from(text, after);
            let line_after = text[after..after_end].trim();
            if !begins_item(line_after) {
                (line_end, next_end, next) = (after, after_end, line_after);
            }
        }
        if !line.is_empty() {
            written = line;
        }
        let ends_paragraph = line_end == text.len() || (ends_here(line, next) && !goes_on(line, written, next));
        if ends_paragraph || lines >= MOST_LINES || line_end - start >= MOST_BYTES {
            pieces.push(Piece { len: line_end - start, ends_paragraph });
            start = line_end;
            lines = 0;
            written = "";
        }
        (line, line_end) = (next, next_end);
    }
    pieces
}

/// Where a block is cut that ends with a line of many sentences: after the first sentence from [`PIECE_OF_LINE`] on (of
/// sentences that all begin with "Căn cứ" before one of these), else at a blank, else (a line without blanks) anywhere. Never before what would be read as the label of an item or a
/// quotation at the beginning of a line, and never close to the end, where the rest would be too short to be recognised
/// as a line.
fn cut_in_line(text: &str) -> Option<usize> {
    const REST: usize = 256;
    let bytes = text.as_bytes();
    let end = text.len().checked_sub(REST).filter(|&end| end > MOST_BYTES)?;
    let may_begin = |at: usize| {
        let rest = text[at..].trim_start();
        !begins_item(rest) && !is_fence(rest) && !rest.starts_with(|c: char| !c.is_alphabetic())
    };
    let blank = |at: &usize| bytes[*at] == b' ';
    let ends_sentence = |at: &usize| blank(at) && matches!(bytes[at - 1], b'.' | b';' | b'!' | b'?');
    let cites = |at: &usize| text[at + 1..].starts_with("Căn cứ ");
    let last = end.min(LONGEST);
    (PIECE_OF_LINE..last)
        .find(|at| ends_sentence(at) && may_begin(*at))
        .or_else(|| (PIECE_OF_LINE..last).find(|at| ends_sentence(at) && cites(at)))
        .or_else(|| (MOST_BYTES..last).rev().find(|at| blank(at) && may_begin(*at)))
        .map(|at| at + 1)
        .or_else(|| (end > LONGEST).then(|| text.floor_char_boundary(LONGEST)))
}

/// The end of a line that begins at `at`, after its line break.
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
    // A line that begins with a small letter continues the sentence: "… Điều 5;\nđiểm b khoản 1 Điều 26". "Số:" and the
    // number may be on two lines.
    ends_sentence(line)
        && !next.starts_with(char::is_lowercase)
        && !(line.len() <= 8 && matches!(&*composed_start(line), "Số:" | "số:" | "SỐ:"))
}

/// Whether the name of an agency goes on in the next line, though a paragraph seems to end: over an empty line in a centred heading,
/// or from one row of a table to the next where the national title is beside it. `written` is the last line of the block
/// that is not empty.
fn goes_on(line: &str, written: &str, next: &str) -> bool {
    const CONTINUED: [&str; 8] = ["tỉnh ", "TỈNH ", "thành phố ", "THÀNH PHỐ ", "tối cao", "TỐI CAO", "và ", "VÀ "];
    const OPEN: [&str; 6] = [" và", " hoặc", " của", " khoản", " Điều", " điểm"];
    if line.is_empty() {
        let letters = written.ends_with(|c: char| c.is_alphabetic() || c == '-' || c == '*');
        let next = next.trim_start_matches('*');
        // What a page break leaves: no paragraph ends with such a word, or with a comma before a small letter.
        let open = || OPEN.iter().any(|word| written.ends_with(word)) && next.starts_with(char::is_alphabetic);
        if written.ends_with(',') && next.starts_with(char::is_lowercase) && !begins_item(next) {
            return true;
        }
        return letters && (CONTINUED.iter().any(|word| next.starts_with(word)) || (open() && !begins_item(next)));
    }
    line.starts_with('|') && next.starts_with('|') && line.contains("HỘI CHỦ NGHĨA VIỆT NAM")
}

fn ends_sentence(line: &str) -> bool {
    matches!(line.chars().next_back(), Some('.' | ';' | ':' | '”' | '!' | '?' | '…' | '|'))
}

/// Whether a line begins with the label of an item or heading.
fn begins_item(line: &str) -> bool {
    let line = &*composed_start(line);
    let Some(first) = line.chars().next() else { return false };
    // `{"so": 5, …}`: a record of data.
    if matches!(first, '#' | '|' | '>' | '+') || line.starts_with("{\"") {
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

/// The line with the letters at its start composed and `Ð` as `Đ`, for comparing its first word; the rest may be cut
/// off. Nearly every line is returned as it is.
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

/// Whether a text after the word of a heading is a label: "5. Hiệu lực", "5a:", "III" alone; but not "216;" or "này",
/// which continue a sentence.
fn is_heading_label(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (label, after) = rest.split_at(end);
    let numeral =
        label.starts_with(|c: char| c.is_ascii_digit()) || label.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    numeral && !label.is_empty() && (after.trim().is_empty() || after.starts_with(['.', ':']))
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

        /// From the beginning of a block on, the text is cut as if it were alone.
        #[test]
        fn a_border_depends_on_nothing_before_it(
            lines in prop::collection::vec("(Điều 1[.] |a[)] |“|1[.] |)[ab ]{0,9}[.;:,]?", 1..60),
            long in prop::collection::vec((0usize..60, 100usize..4000), 0..3),
        ) {
            let mut lines = lines;
            for (at, times) in long {
                let at = at % lines.len();
                lines[at] = "Một câu dài. Câu nữa “hai”; ba ".repeat(times / 4);
            }
            let text = lines.join("\n");
            let pieces = split(&text);
            let mut at = 0;
            for (n, piece) in pieces.iter().enumerate() {
                prop_assert_eq!(&split(&text[at..])[..], &pieces[n..]);
                at += piece.len;
            }
        }
    }
}

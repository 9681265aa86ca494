//! One open document: its text, its blocks with what was read in them, its outline, header and short names.
//!
//! - [`buffer`]: the rope that an editor's changes go into.
//! - [`blocks`]: paragraphs; a changed one is read again, the others keep their reading.
//! - [`links`]: what crosses blocks: which instrument a bare "khoản 2 Điều 5" belongs to, quotations.
//! - [`placed`]: a mention with its place and its links.
//! - [`header`]: the header of the document: type, number, date, issuer.
//! - [`outline`]: Phần, Chương, Mục, Điều, khoản, điểm of the draft.
//! - [`carried`]: what it gives all its blocks: short names, short forms of agencies, the place of its issuer.
//! - [`short_names`]: the short names that it defines.
//! - [`years`]: the years that its citations tell.
//! - [`update`]: a document after an edit; [`paranoid`]: compared with one that is read completely.

pub mod blocks;
pub mod buffer;
pub mod carried;
pub mod header;
pub mod links;
pub mod outline;
mod paranoid;
mod placed;
mod short_names;
mod update;
mod years;

pub use buffer::{Buffer, Change};
pub use header::{Header, Regime, WrittenDay};
pub use links::{MentionRef, Owner};
pub use outline::{Outline, Unit};
pub use placed::PlacedMention;
pub use short_names::MOST as MOST_SHORT_NAMES;

/// The markup of a document, which decides what isn't prose.
pub use crate::cite::Markup as Format;

use crate::cite::{MentionKind, NumberRef};
use crate::lexicon::{Carried, Vocabulary};
use crate::text::Span;
use blocks::Block;
use links::Row;
use std::sync::{Arc, OnceLock};
use years::Years;

/// A document that has been read: immutable, to be shared between threads. An edit makes a new one that shares the blocks
/// that did not change ([`Document::updated`]).
#[derive(Debug, Clone)]
pub struct Document {
    /// The text as a rope, which editors need and those who only check a text do not: made when it is first asked for.
    rope: OnceLock<ropey::Rope>,
    format: Format,
    vocabulary: Arc<Vocabulary>,
    /// What the document carries to all its blocks, and the vocabulary with it.
    carried: Carried,
    own_vocabulary: Arc<Vocabulary>,
    rows: Vec<Row>,
    /// Byte offset of each block.
    starts: Vec<usize>,
    header: Header,
    /// How many blocks were looked at for the header.
    header_blocks: usize,
    outline: Outline,
    /// How many blocks hold the heading of an article.
    blocks_with_articles: usize,
    /// Whether one of them is its own.
    has_own_articles: bool,
    /// How many blocks have letters that are written as several characters.
    blocks_with_letters_apart: usize,
    years: Years,
}

impl Document {
    /// The text.
    pub fn rope(&self) -> &ropey::Rope {
        self.rope.get_or_init(|| {
            let mut rope = ropey::RopeBuilder::new();
            self.rows.iter().for_each(|row| rope.append(&row.block.text));
            rope.finish()
        })
    }

    /// How many bytes the text has.
    pub fn length(&self) -> usize {
        match (self.starts.last(), self.rows.last()) {
            (Some(start), Some(row)) => start + row.block.text.len(),
            _ => 0,
        }
    }

    /// How the text is marked up.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The vocabulary that the document was read with, without its own short names.
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.vocabulary
    }

    /// A part of the text; a span that reaches past the end is cut there.
    pub fn slice(&self, span: Span) -> String {
        let end = span.end.min(self.length());
        let mut at = span.start.min(end);
        let mut text = String::with_capacity(end - at);
        let mut block = self.block_at(at);
        while at < end {
            let base = self.starts[block];
            let until = end.min(self.end_of(block));
            text.push_str(&self.rows[block].block.text[at - base..until - base]);
            (at, block) = (until, block + 1);
        }
        text
    }

    /// The last border of a character up to a byte offset.
    fn floor(&self, at: usize) -> usize {
        let block = self.block_at(at);
        let base = self.starts.get(block).copied().unwrap_or_default();
        self.rows.get(block).map_or(0, |row| base + row.block.text.floor_char_boundary(at - base))
    }

    /// What the document says of itself in its header.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Whether more short names are defined than are followed ([`MOST_SHORT_NAMES`]).
    pub fn has_too_many_short_names(&self) -> bool {
        self.carried.names.len().max(self.carried.agencies.len()) >= MOST_SHORT_NAMES
    }

    /// Whether letters are written as several characters anywhere: decomposed, or as references of HTML.
    pub fn has_letters_apart(&self) -> bool {
        self.blocks_with_letters_apart > 0
    }

    /// The years that the numbers in the text tell.
    pub fn years(&self) -> &Years {
        &self.years
    }

    /// The units of the draft; offsets are bytes of the document.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// All mentions in the order of the text.
    pub fn mentions(&self) -> impl Iterator<Item = PlacedMention<'_>> {
        self.rows
            .iter()
            .enumerate()
            .flat_map(move |(block, row)| (0..row.links.links.len()).map(move |mention| self.placed(block, mention)))
    }

    /// The mentions that touch a byte offset, innermost kinds first: provision, number, name, agency.
    pub fn at(&self, offset: usize) -> Vec<PlacedMention<'_>> {
        let block = self.block_at(offset);
        // A mention may end where its block does.
        let first = if self.starts.get(block) == Some(&offset) { block.saturating_sub(1) } else { block };
        let of_block = |block: usize| {
            let count = self.rows.get(block).map_or(0, |row| row.links.links.len());
            (0..count).rev().map(move |mention| self.placed(block, mention))
        };
        (first..=block).rev().flat_map(of_block).filter(|placed| placed.span().touches(offset)).collect()
    }

    /// The mentions of the block that a byte offset lies in, and of its neighbours.
    pub fn near(&self, offset: usize) -> impl Iterator<Item = PlacedMention<'_>> {
        let block = self.block_at(offset);
        let blocks = block.saturating_sub(1)..(block + 2).min(self.rows.len());
        blocks.flat_map(move |block| {
            let count = self.rows[block].links.links.len();
            (0..count).map(move |mention| self.placed(block, mention))
        })
    }

    /// The mentions of a block, by its index; none for an index past the end.
    pub fn mentions_of(&self, block: usize) -> impl Iterator<Item = PlacedMention<'_>> {
        let count = self.rows.get(block).map_or(0, |row| row.links.links.len());
        (0..count).map(move |mention| self.placed(block, mention))
    }

    /// The mention in the same block, by the index that mentions use among themselves.
    pub fn sibling(&self, of: &PlacedMention<'_>, in_block: usize) -> PlacedMention<'_> {
        self.placed(of.block, in_block)
    }

    /// The owner of a run as a mention, if it is one. A name with a number next to it gives the number.
    pub fn owner_mention(&self, run: &PlacedMention<'_>) -> Option<PlacedMention<'_>> {
        let owner = match run.owner {
            Owner::Here(mention) => self.placed(run.block, *mention as usize),
            Owner::Mention(of) => self.placed(self.index_of(&of.block, run.block)?, of.mention as usize),
            Owner::Unknown | Owner::This | Owner::Quoted => return None,
        };
        match owner.mention.name().and_then(|n| n.number) {
            Some(number) => Some(self.sibling(&owner, number)),
            None => Some(owner),
        }
    }

    /// The blocks with their byte offsets.
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = (usize, &Block)> + ExactSizeIterator {
        self.starts.iter().copied().zip(self.rows.iter().map(|row| &*row.block))
    }

    /// The blocks with their links, in the order of the text.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The byte offset at which a block begins.
    pub fn start_of(&self, block: usize) -> usize {
        self.starts[block]
    }

    /// The byte offset after a block.
    pub fn end_of(&self, block: usize) -> usize {
        self.starts.get(block + 1).copied().unwrap_or_else(|| self.length())
    }

    /// Index of the block that holds a byte offset; the last one for offsets past the end.
    pub fn block_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// Whether the mention is the document's own number or name in its header: "Số: 22/2022/TT-BLĐTBXH", "LUẬT / HỢP
    /// TÁC XÃ".
    pub fn is_own_heading(&self, placed: &PlacedMention<'_>) -> bool {
        if placed.span().end > self.header.end {
            return placed.mention.number().is_some_and(|n| n.header) && self.is_of_later_head(placed);
        }
        match &placed.mention.kind {
            MentionKind::Number(n) => self.is_own_number(placed, n),
            MentionKind::Name(name)
                if name.number.is_some_and(|number| self.is_own_heading(&self.sibling(placed, number))) =>
            {
                true
            }
            MentionKind::Name(_) => {
                let block = &self.rows[placed.block].block.text;
                let span = placed.mention.span;
                let before = block[..span.start].trim_end_matches([' ', '\t', '*', '#']);
                let begins_line = before.is_empty() || before.ends_with('\n');
                begins_line && span.of(block).chars().all(|c| !c.is_lowercase())
            }
            _ => false,
        }
    }

    /// Whether a number in the header is that of the document.
    fn is_own_number(&self, placed: &PlacedMention<'_>, number: &NumberRef) -> bool {
        let span = placed.span();
        let before = self.slice(Span::new(0, span.start));
        let own = self.header.number.as_ref();
        match header::lines::title(&before) {
            // A digest of an act has its number in the title too, but no articles.
            header::lines::Title::OwnInMarkdown if !self.has_own_articles => number.header,
            header::lines::Title::Own | header::lines::Title::OwnInMarkdown => {
                own.is_none_or(|own| *own == number.number)
            }
            header::lines::Title::Another => false,
            header::lines::Title::No => number.header,
        }
    }

    /// Whether a number in the form of an own number stands in the head of another instrument of the same file.
    fn is_of_later_head(&self, placed: &PlacedMention<'_>) -> bool {
        const BEFORE: usize = 600;
        const AFTER: usize = 300;
        let span = placed.span();
        let around = |from: usize, until: usize| self.slice(Span::new(self.floor(from), self.floor(until)));
        let before = around(span.start.saturating_sub(BEFORE), span.start);
        header::lines::is_head(&before, &around(span.end, span.end + AFTER))
    }

    /// Where the block of a mention starts and its text.
    pub fn block_of(&self, placed: &PlacedMention<'_>) -> (usize, &str) {
        (self.starts[placed.block], &self.rows[placed.block].block.text)
    }

    /// Whether the byte offset lies in a quotation.
    pub fn is_quoted(&self, offset: usize) -> bool {
        let block = self.block_at(offset);
        self.rows.get(block).is_some_and(|row| row.links.is_quoted(offset - self.starts[block]))
    }

    /// Where the body of the draft ends: before the list of recipients, the annexes and forms, and what they put into force
    /// with articles of its own.
    pub fn body_end(&self) -> usize {
        // The length first: it is in the unit itself.
        let mut first_articles = self.outline.articles().filter(|unit| unit.label.len() == 1 && unit.label == "1");
        let again = first_articles.nth(1).map_or(usize::MAX, |unit| unit.span.start);
        let after_header = self.starts.partition_point(|&start| start < self.header.end);
        let annex = self.rows[after_header..].iter().position(|row| row.traits.has(blocks::Traits::ANNEX));
        again.min(annex.map_or(usize::MAX, |at| self.starts[after_header + at]))
    }

    /// The mention of a block by its index there.
    fn placed(&self, block: usize, mention: usize) -> PlacedMention<'_> {
        PlacedMention::new(&self.rows[block], block, self.starts[block], mention)
    }

    /// Index of a block; fastest where it is shortly before `near`.
    fn index_of(&self, block: &Arc<Block>, near: usize) -> Option<usize> {
        let (before, after) = self.rows.split_at(near.min(self.rows.len()));
        let is_it = |row: &Row| Arc::ptr_eq(&row.block, block);
        before.iter().rposition(is_it).or_else(|| after.iter().position(is_it).map(|at| before.len() + at))
    }
}

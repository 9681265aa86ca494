//! One open document: its text, its blocks with what was read in them, its outline, header and short names.
//!
//! - [`buffer`]: the rope that an editor's changes go into.
//! - [`blocks`]: paragraphs; a changed one is read again, the others keep their reading.
//! - [`header`]: what the document says of itself: type, number, date, issuer.
//! - [`outline`]: Phần, Chương, Mục, Điều, khoản, điểm of the draft.
//! - [`short_names`]: the short names that it defines.
//! - [`targets`]: what crosses blocks: which instrument a bare "khoản 2 Điều 5" belongs to.

pub mod blocks;
pub mod buffer;
pub mod header;
pub mod outline;
pub mod short_names;
pub mod targets;

pub use buffer::{Buffer, Change};
pub use header::{Header, Regime};
pub use outline::{Outline, Unit};
pub use targets::Owner;

/// How a document is marked up, which says what of it is not prose.
pub use crate::cite::Markup as Format;

use crate::cite::{self, Attributes, CueKind, Mention, Number, NumberRef, read};
use crate::lexicon::{NamedInstrument, Vocabulary};
use crate::text::Span;
use blocks::Block;
use std::borrow::Cow;
use std::sync::Arc;
use targets::Links;

/// A document that has been read: immutable, cheap to clone, to be shared between threads.
#[derive(Debug, Clone)]
pub struct Document {
    text: ropey::Rope,
    format: Format,
    vocabulary: Arc<Vocabulary>,
    /// Short names that the document defines, and the vocabulary with them.
    short_names: Vec<NamedInstrument>,
    own_vocabulary: Arc<Vocabulary>,
    blocks: Vec<Arc<Block>>,
    /// Byte offset of each block.
    starts: Vec<usize>,
    links: Links,
    header: Header,
    outline: Outline,
}

/// A mention in its place in the document.
#[derive(Debug, Clone, Copy)]
pub struct Located<'d> {
    /// Its index in the order of the document.
    pub index: usize,
    /// Byte offset of its block in the document: what to add to the spans inside the mention.
    pub base: usize,
    pub mention: &'d Mention,
    /// Index of its block, and of the mention in the block's reading.
    pub block: usize,
    pub in_block: usize,
    /// For a provision: the instrument that it belongs to.
    pub owner: Owner,
    /// Whether it stands in a quotation (new text in an amending act, a title in quotes).
    pub quoted: bool,
    /// A shortened number ("NĐ 43"), completed from an earlier citation.
    pub completed: Option<&'d Number>,
    /// The attributes of another citation of the same number in the document, where this one has none that tell which
    /// instrument of that number is meant. Their spans are those of that mention.
    pub told_by: Option<&'d Attributes>,
}

impl Located<'_> {
    /// The span of the mention in the document.
    pub fn span(&self) -> Span {
        self.mention.span.shifted(self.base)
    }

    /// The number that is meant, completed where the text shortens it.
    pub fn number(&self) -> Option<&Number> {
        self.completed.or_else(|| self.mention.number().map(|n| &n.number))
    }

    /// The reference by number as the catalogue is to be asked for it: completed, and with what the document says of the
    /// same number elsewhere. `None` for other mentions.
    pub fn whole(&self) -> Option<Cow<'_, NumberRef>> {
        let written = self.mention.number()?;
        if self.completed.is_none() && self.told_by.is_none() {
            return Some(Cow::Borrowed(written));
        }
        let mut whole = written.clone();
        if let Some(number) = self.completed {
            whole.number = number.clone();
        }
        if let Some(told) = self.told_by {
            let said = &mut whole.attributes;
            if said.date.is_none() && said.year.is_none() {
                said.date.clone_from(&told.date);
                said.year = told.year;
            }
            if said.issuer.is_none() {
                said.issuer.clone_from(&told.issuer);
            }
        }
        Some(Cow::Owned(whole))
    }

    /// A span inside the mention (a slip, a date) as a span of the document.
    pub fn global(&self, span: Span) -> Span {
        span.shifted(self.base)
    }
}

impl Document {
    /// Reads a text.
    pub fn read(text: &str, format: Format, vocabulary: &Arc<Vocabulary>) -> Self {
        Self::from_rope(ropey::Rope::from_str(text), format, vocabulary)
    }

    /// Reads the text of a rope.
    pub fn from_rope(rope: ropey::Rope, format: Format, vocabulary: &Arc<Vocabulary>) -> Self {
        let mut document = Self {
            text: rope,
            format,
            vocabulary: Arc::clone(vocabulary),
            short_names: Vec::new(),
            own_vocabulary: Arc::clone(vocabulary),
            blocks: Vec::new(),
            starts: Vec::new(),
            links: Links::default(),
            header: Header::default(),
            outline: Outline::default(),
        };
        document.blocks = document.read_blocks(0, document.text.len_bytes());
        document.connect();
        document.learn_short_names();
        document
    }

    /// The same document after changes: only the blocks that they touched are read again.
    pub fn updated(&self, rope: ropey::Rope, dirty: buffer::Dirty) -> Self {
        let mut document = self.clone();
        document.text = rope;
        // One block more on each side: whether a paragraph ends depends on the lines next to it.
        let holds = |offset: usize| self.starts.partition_point(|&s| s <= offset).saturating_sub(1);
        let mut first = holds(dirty.old_start).saturating_sub(1);
        while first > 0 && !self.blocks[first - 1].ends_paragraph {
            first -= 1;
        }
        let mut last = (holds(dirty.old_end) + 2).min(self.blocks.len());
        while last < self.blocks.len() && !self.blocks[last - 1].ends_paragraph {
            last += 1;
        }
        let from = self.starts.get(first).copied().unwrap_or(0);
        let old_until = self.starts.get(last).copied().unwrap_or(self.text.len_bytes());
        let until = (old_until + dirty.new_end) - dirty.old_end;
        let fresh = document.read_blocks(from, until);
        document.blocks.splice(first..last, fresh);
        document.connect();
        document.learn_short_names();
        document
    }

    /// Reads the document again when it defines other short names than before: "(sau đây gọi là Luật PPP)".
    fn learn_short_names(&mut self) {
        let defined = short_names::defined(&self.blocks);
        if defined == self.short_names {
            return;
        }
        self.own_vocabulary = if defined.is_empty() {
            Arc::clone(&self.vocabulary)
        } else {
            Arc::new(self.vocabulary.with_names(defined.iter().cloned()))
        };
        self.short_names = defined;
        self.blocks = self.read_blocks(0, self.text.len_bytes());
        self.connect();
    }

    fn read_blocks(&self, from: usize, until: usize) -> Vec<Arc<Block>> {
        let text = String::from(self.text.byte_slice(from..until));
        let mut at = 0;
        blocks::split(&text)
            .into_iter()
            .map(|piece| {
                let block = &text[at..at + piece.len];
                at += piece.len;
                let reading = read(block, &self.own_vocabulary, self.format);
                let short_names = if !short_names::defines(&reading) {
                    Vec::new()
                } else if self.short_names.is_empty() {
                    short_names::of_reading(&reading)
                } else {
                    short_names::of_reading(&read(block, &self.vocabulary, self.format))
                };
                Arc::new(Block {
                    text: block.into(),
                    reading,
                    short_names,
                    ends_paragraph: piece.ends_paragraph,
                    fence: self.format != Format::Plain && blocks::is_fence(block),
                    script: if self.format == Format::Html { blocks::script(block) } else { None },
                })
            })
            .collect()
    }

    /// Computes what crosses blocks.
    fn connect(&mut self) {
        self.starts = self
            .blocks
            .iter()
            .scan(0, |at, block| {
                let start = *at;
                *at += block.text.len();
                Some(start)
            })
            .collect();
        let (mut inside, mut script) = (false, false);
        let code: Vec<bool> = self
            .blocks
            .iter()
            .map(|block| {
                if block.fence {
                    inside = !inside;
                }
                let hidden = script;
                script = block.script.unwrap_or(script);
                inside || block.fence || hidden
            })
            .collect();
        self.header = Header::read(self);
        let has_articles = self.header.regime() != Regime::None || self.has_articles();
        self.links = targets::link(&self.blocks, has_articles, &code);
        self.outline = Outline::default();
        for (b, c) in &self.links.items {
            let block = &self.blocks[*b as usize];
            let cue = &block.reading.cues[*c as usize];
            if let CueKind::Item(item) = &cue.kind {
                let base = self.starts[*b as usize];
                let rest = &block.text[cue.span.end..];
                let line = rest.find('\n').unwrap_or(rest.len());
                let begin = cue.span.end + (rest[..line].len() - rest[..line].trim_start().len());
                let end = cue.span.end + rest[..line].trim_end().len();
                let heading = Span::new(begin.min(end), end).shifted(base);
                self.outline.push(item.level, item.label.clone(), cue.span.shifted(base), heading);
            }
        }
    }

    /// Whether the document has articles of its own: a heading "Điều N." somewhere.
    fn has_articles(&self) -> bool {
        self.blocks
            .iter()
            .flat_map(|b| &b.reading.cues)
            .any(|c| matches!(&c.kind, CueKind::Item(i) if i.level == cite::ItemLevel::Article))
    }

    pub fn rope(&self) -> &ropey::Rope {
        &self.text
    }

    pub fn format(&self) -> Format {
        self.format
    }

    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.vocabulary
    }

    /// A part of the text; a span that reaches past the end is cut there.
    pub fn slice(&self, span: Span) -> String {
        let end = span.end.min(self.text.len_bytes());
        String::from(self.text.byte_slice(span.start.min(end)..end))
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// All mentions in the order of the text.
    pub fn mentions(&self) -> impl Iterator<Item = Located<'_>> {
        (0..self.links.order.len()).map(|n| self.located(n))
    }

    /// A mention by its index in the order of the document.
    pub fn located(&self, index: usize) -> Located<'_> {
        let (b, m) = self.links.order[index];
        Located {
            index,
            base: self.starts[b as usize],
            mention: &self.blocks[b as usize].reading.mentions[m as usize],
            block: b as usize,
            in_block: m as usize,
            owner: self.links.owners[index],
            quoted: self.links.quoted[index],
            completed: self.links.completed.get(&(index as u32)),
            told_by: self.links.told_by.get(&(index as u32)).and_then(|&teller| {
                let (b, m) = self.links.order[teller as usize];
                self.blocks[b as usize].reading.mentions[m as usize].number().map(|n| &n.attributes)
            }),
        }
    }

    /// The mentions that touch a byte offset, innermost kinds first: provision, number, name, agency.
    pub fn at(&self, offset: usize) -> Vec<Located<'_>> {
        let from = self.links.order.partition_point(|&(b, m)| {
            self.starts[b as usize] + self.blocks[b as usize].reading.mentions[m as usize].span.start <= offset
        });
        // Mentions of different kinds may overlap; a name can reach over a few others.
        (from.saturating_sub(8)..from).rev().map(|n| self.located(n)).filter(|l| l.span().touches(offset)).collect()
    }

    /// The mention in the same reading, by the index that mentions use among themselves.
    pub fn sibling(&self, of: &Located<'_>, in_block: usize) -> Located<'_> {
        self.located(of.index - of.in_block + in_block)
    }

    /// The owner of a run as a mention, if it is one. A name with a number beside it gives the number.
    pub fn owner_mention(&self, run: &Located<'_>) -> Option<Located<'_>> {
        let Owner::Mention(index) = run.owner else { return None };
        let owner = self.located(index as usize);
        match owner.mention.name().and_then(|n| n.number) {
            Some(number) => Some(self.sibling(&owner, number)),
            None => Some(owner),
        }
    }

    /// The blocks with their byte offsets, for rules that look at the text itself.
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = (usize, &Block)> + ExactSizeIterator {
        self.starts.iter().copied().zip(self.blocks.iter().map(Arc::as_ref))
    }

    /// Whether the mention is the document's own number or name in its head: "Số: 22/2022/TT-BLĐTBXH", "LUẬT / HỢP TÁC XÃ".
    pub fn is_own_heading(&self, located: &Located<'_>) -> bool {
        if located.span().end > self.header.end {
            return false;
        }
        match &located.mention.kind {
            cite::MentionKind::Number(n) => n.header,
            cite::MentionKind::Name(_) => {
                let block = &self.blocks[located.block].text;
                let span = located.mention.span;
                let begins_line = block[..span.start].trim_end_matches([' ', '\t', '*', '#']).is_empty()
                    || block[..span.start].trim_end_matches([' ', '\t', '*', '#']).ends_with('\n');
                begins_line && span.of(block).chars().all(|c| !c.is_lowercase())
            }
            _ => false,
        }
    }

    /// Where the block of a mention starts and its text.
    pub fn block_of(&self, located: &Located<'_>) -> (usize, &str) {
        (self.starts[located.block], &self.blocks[located.block].text)
    }
}

//! Texts whose letters are decomposed or written as references of HTML, as they are checked: in letters of one character each.
//!
//! Rules search a text for words ("Căn cứ", "thay thế", "hết hiệu lực"), which such a text has in other characters. It is
//! checked as the text that its reader sees, and what is found there is moved to where it stands. Each block keeps its composed
//! text; of an edited document only the blocks that are new are put into the composed one.

use super::{Checked, Environment};
use crate::check::Finding;
use crate::document::Document;
use crate::document::blocks::Block;
use crate::document::buffer::Dirty;
use crate::text::Span;
use std::ops::Range;
use std::sync::Arc;

/// The composed text of a document, and what was found in it.
#[derive(Debug)]
pub struct Composed {
    document: Arc<Document>,
    checked: Checked,
    /// The blocks of the original, and where each begins in the composed text.
    blocks: Vec<Arc<Block>>,
    starts: Vec<usize>,
}

impl Composed {
    /// Checks a version of a document by its composed text. `before` is what was kept of the version before, of which only
    /// what changed is looked at. The findings are `None` where nobody waits any more.
    pub fn update(
        before: Option<Box<Self>>,
        document: &Document,
        environment: &Environment<'_>,
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> (Box<Self>, Option<Vec<Finding>>) {
        let same = |old: &Self| {
            old.document.format() == document.format() && Arc::ptr_eq(old.document.vocabulary(), document.vocabulary())
        };
        let mut this = match before.filter(|old| same(old)) {
            Some(old) => old.edited(document),
            None => Box::new(Self::read(document)),
        };
        let found = this.checked.update(&this.document, environment, is_cancelled);
        let moved = found.map(|mut findings| {
            for finding in &mut findings {
                finding.each_span(|span| *span = this.original(document, *span));
            }
            findings
        });
        (this, moved)
    }

    fn read(document: &Document) -> Self {
        let blocks: Vec<Arc<Block>> = document.rows().iter().map(|row| Arc::clone(&row.block)).collect();
        let text: String = blocks.iter().map(|block| block.composed_text()).collect();
        let starts = starts_after(0, &blocks);
        let composed = Arc::new(Document::read_like(document, &text, &starts));
        Self { document: composed, checked: Checked::default(), blocks, starts }
    }

    /// The same for another version of the document.
    fn edited(mut self: Box<Self>, document: &Document) -> Box<Self> {
        let rows = document.rows();
        let is_same = |(block, row): &(&Arc<Block>, &crate::document::links::Row)| Arc::ptr_eq(block, &row.block);
        let first = self.blocks.iter().zip(rows).take_while(is_same).count();
        let rest = self.blocks.len().min(rows.len()) - first;
        let after = self.blocks.iter().rev().zip(rows.iter().rev()).take(rest).take_while(is_same).count();
        let (old, new) = (first..self.blocks.len() - after, first..rows.len() - after);
        if old.is_empty() && new.is_empty() {
            return self;
        }
        let place = self.start(old.start)..self.start(old.end);
        let text: String = rows[new.clone()].iter().map(|row| row.block.composed_text()).collect();
        self.blocks.splice(old, rows[new].iter().map(|row| Arc::clone(&row.block)));
        self.find_starts(first);
        self.write(place, &text);
        self
    }

    /// Writes a text in place of a part of the composed one.
    fn write(&mut self, place: Range<usize>, text: &str) {
        let mut rope = self.document.rope().clone();
        let chars = rope.byte_to_char(place.start)..rope.byte_to_char(place.end);
        rope.remove(chars.clone());
        rope.insert(chars.start, text);
        let dirty = Dirty { old_start: place.start, old_end: place.end, new_end: place.start + text.len() };
        // The document that was checked is not kept by anyone else.
        let empty = Document::read("", self.document.format(), self.document.vocabulary());
        let before = std::mem::replace(&mut self.document, Arc::new(empty));
        self.document = Arc::new(Document::updated(before, rope, dirty));
    }

    /// Where a block begins in the composed text; for the one after the last where the text ends.
    fn start(&self, block: usize) -> usize {
        self.starts.get(block).copied().unwrap_or_else(|| self.document.length())
    }

    /// Counts where the blocks begin, from one on.
    fn find_starts(&mut self, from: usize) {
        let at = from.checked_sub(1).map_or(0, |last| self.starts[last] + self.blocks[last].composed_text().len());
        self.starts.truncate(from);
        self.starts.extend(starts_after(at, &self.blocks[from..]));
    }

    /// Where something of the composed text is in the original.
    fn original(&self, document: &Document, span: Span) -> Span {
        let start = self.in_block(document, Span::new(span.start, span.start + 1)).start;
        if span.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.in_block(document, Span::new(span.end - 1, span.end)).end.max(start))
    }

    /// The same of what is in one block.
    fn in_block(&self, document: &Document, span: Span) -> Span {
        let n = self.starts.partition_point(|&start| start <= span.start).saturating_sub(1);
        let (Some(block), Some(base)) = (self.blocks.get(n), self.starts.get(n)) else { return span };
        let local = Span::new(span.start - base, span.end - base);
        let original = block.composed.as_ref().map_or(local, |composed| composed.original(local));
        original.shifted(document.start_of(n))
    }
}

/// Where each of some blocks begins in a composed text, the first at a byte of it.
fn starts_after(mut at: usize, blocks: &[Arc<Block>]) -> Vec<usize> {
    let mut starts = Vec::with_capacity(blocks.len());
    for block in blocks {
        starts.push(at);
        at += block.composed_text().len();
    }
    starts
}

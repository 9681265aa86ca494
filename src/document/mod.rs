//! One open document: its text, its blocks with what was read in them, its outline, header and short names.
//!
//! - [`buffer`]: the rope that an editor's changes go into.
//! - [`blocks`]: paragraphs; a changed one is read again, the others keep their reading.
//! - [`header`]: what the document says of itself: type, number, date, issuer.
//! - [`outline`]: Phần, Chương, Mục, Điều, khoản, điểm of the draft.
//! - [`targets`]: what crosses blocks: which instrument a bare "khoản 2 Điều 5" belongs to.

pub mod blocks;
pub mod buffer;
pub mod header;
pub mod outline;
pub mod targets;

pub use buffer::{Buffer, Change};
pub use header::{Header, Regime};
pub use outline::{Outline, Unit};
pub use targets::Owner;

use crate::cite::Mention;
use crate::terms::Vocabulary;
use crate::text::Span;
use blocks::Block;
use std::sync::Arc;

/// How a document is marked up, which says what of it is not prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    #[default]
    Plain,
    Markdown,
    Html,
    Latex,
    Typst,
    AsciiDoc,
}

/// A document that has been read: immutable, cheap to clone, to be shared between threads.
#[derive(Debug, Clone)]
pub struct Document {
    text: ropey::Rope,
    format: Format,
    vocabulary: Arc<Vocabulary>,
    blocks: Vec<Arc<Block>>,
    /// Byte offset of each block.
    starts: Vec<usize>,
    /// (block, index in its reading) of every mention, in the order of the text.
    order: Vec<(u32, u32)>,
    /// For every mention of `order`: the instrument that it belongs to, for provisions.
    owners: Vec<Owner>,
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
    /// For a provision: the instrument that it belongs to.
    pub owner: &'d Owner,
    /// Whether it stands in a quotation (new text in an amending act, a title in quotes).
    pub quoted: bool,
}

impl Located<'_> {
    /// The span of the mention in the document.
    pub fn span(&self) -> Span {
        self.mention.span.shifted(self.base)
    }

    /// A span inside the mention (a slip, a date) as a span of the document.
    pub fn global(&self, span: Span) -> Span {
        span.shifted(self.base)
    }
}

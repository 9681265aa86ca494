//! Hover: the card of the instrument, provision or agency under the cursor, in Markdown.

use crate::catalogue::Catalogue;
use crate::check::Settings;
use crate::document::Document;
use crate::text::Span;

/// A card and the part of the text that it is about; bytes of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    pub span: Span,
    pub markdown: String,
}

/// The card at a byte offset.
pub fn hover(document: &Document, catalogue: &Catalogue, offset: usize, settings: &Settings) -> Option<Hover> {
    let _ = (document, catalogue, offset, settings);
    None
}

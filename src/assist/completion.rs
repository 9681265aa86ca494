//! Completion: numbers (`169/`), words of titles (`nghi dinh cong tac van thu`), names, agencies (`bo noi v`, `BNV`).

use crate::catalogue::Catalogue;
use crate::check::{Edit, Settings};
use crate::document::Document;

/// One thing that can be written at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    pub label: String,
    /// Behind the label: the title.
    pub detail: String,
    /// On the right: year or code.
    pub description: String,
    pub kind: CompletionKind,
    /// What is written; its span covers exactly what was typed. Bytes of the document.
    pub edit: Edit,
    /// What the editor matches with what was typed (which it takes from the edit's span).
    pub filter: String,
    /// Expired or ended: comes last, struck through.
    pub deprecated: bool,
    /// The instrument of the catalogue, for the documentation that is made when the item is looked at.
    pub instrument: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    Number,
    Name,
    Agency,
    Provision,
}

/// The completions at a byte offset, best first, at most `settings.completion_limit`. `true` when there were more.
pub fn complete(
    document: &Document,
    catalogue: &Catalogue,
    offset: usize,
    settings: &Settings,
) -> (Vec<Completion>, bool) {
    let _ = (document, catalogue, offset, settings);
    (Vec::new(), false)
}

/// The documentation of a completion in Markdown.
pub fn documentation(catalogue: &Catalogue, instrument: i64, settings: &Settings) -> Option<String> {
    let _ = (catalogue, instrument, settings);
    None
}

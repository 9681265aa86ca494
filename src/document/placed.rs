//! A mention in its place.

use super::blocks::Block;
use super::links::numbers::Addition;
use super::links::{Owner, Row};
use crate::cite::{Attributes, Mention, Number, NumberRef};
use crate::text::Span;
use std::borrow::Cow;

/// A mention in its place in the document, with its links.
#[derive(Debug, Clone, Copy)]
pub struct PlacedMention<'d> {
    /// Byte offset of its block in the document: what to add to the spans inside the mention.
    pub base: usize,
    pub mention: &'d Mention,
    /// Index of its block, and of the mention in the block's reading.
    pub block: usize,
    pub in_block: usize,
    /// For a provision: the instrument that it belongs to.
    pub owner: &'d Owner,
    /// Whether it is in a quotation (new text in an amending act, a title in quotes).
    pub quoted: bool,
    /// A shortened number ("NĐ 43"), completed from another citation.
    pub completed_number: Option<&'d Number>,
    /// The attributes of another citation of the same number in the document, where this one has none that show which
    /// instrument of that number is meant. Their spans are those of that mention.
    pub disambiguated_by: Option<&'d Attributes>,
    /// Its block.
    pub source: &'d Block,
}

impl<'d> PlacedMention<'d> {
    /// The mention of a row by its index there. `block` is the index of the row, `base` its byte offset.
    pub fn new(row: &'d Row, block: usize, base: usize, in_block: usize) -> Self {
        let link = &row.links.links[in_block];
        let added: Option<&'d Addition> = row.additions().iter().find(|a| a.mention as usize == in_block);
        let disambiguated_by =
            added.and_then(|a| a.disambiguated_by.as_ref()).and_then(|other| other.mention().number());
        Self {
            base,
            mention: &row.block.reading.mentions[in_block],
            block,
            in_block,
            owner: added.and_then(|a| a.owner.as_ref()).unwrap_or(&link.owner),
            quoted: link.quoted,
            completed_number: added.and_then(|a| a.completed.as_ref()),
            disambiguated_by: disambiguated_by.map(|number| &number.attributes),
            source: &row.block,
        }
    }

    /// The span of the mention in the document.
    pub fn span(&self) -> Span {
        self.mention.span.shifted(self.base)
    }

    /// The same mention of the document as another.
    pub fn is(&self, other: &PlacedMention<'_>) -> bool {
        (self.block, self.in_block) == (other.block, other.in_block)
    }

    /// The number that is meant, completed where the text shortens it.
    pub fn number(&self) -> Option<&Number> {
        self.completed_number.or_else(|| self.mention.number().map(|n| &n.number))
    }

    /// The reference by number for a search in the catalogue: completed, and with date, year or issuer that the
    /// document gives with the same number elsewhere. `None` for other mentions.
    pub fn completed(&self) -> Option<Cow<'_, NumberRef>> {
        let written = self.mention.number()?;
        if self.completed_number.is_none() && self.disambiguated_by.is_none() {
            return Some(Cow::Borrowed(written));
        }
        let mut whole = written.clone();
        if let Some(number) = self.completed_number {
            whole.number = number.clone();
        }
        if let Some(told) = self.disambiguated_by {
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
    pub fn in_document(&self, span: Span) -> Span {
        span.shifted(self.base)
    }
}

//! What an editor asks for. Pure functions of (document, catalogue, place) that return the project's own types.
//!
//! - [`completion`]: instrument numbers, names, agencies, provisions at the cursor.
//! - [`hover`]: the card of what is under the cursor.
//! - [`definition`]: where the unit or instrument under the cursor is written.
//! - [`referents`]: what a place refers to, and where else the same is referred to.
//! - [`units`]: the units of the draft: extents, labels, what references to them mean.
//! - [`structure`]: outline and folding; [`selection`]: what a growing selection takes.
//! - [`relations`]: the instrument at a place, and what guides or amends it.
//! - [`rename`], [`renumber`]: other numbers of units and other short names, with all their uses; [`short_names`]: where those are.
//! - [`citation`], [`basis_order`]: citations and the legal basis written otherwise; [`suppress`]: findings left alone.
//! - [`actions`]: what can be done at a place; [`report`]: the list of what a document cites; [`record`]: a citation as a record.
//! - [`tokens`], [`hints`], [`lenses`]: what an editor shows in the text: colours, words behind numbers, counts above units.
//! - [`formatting`]: references brought into form.
//! - [`links`]: from citations to pages and texts.

pub mod actions;
pub mod basis_order;
pub mod citation;
pub mod completion;
pub mod definition;
pub mod formatting;
pub mod hints;
pub mod hover;
pub mod lenses;
pub mod links;
pub mod record;
pub mod referents;
pub mod relations;
pub mod rename;
pub mod renumber;
pub mod report;
#[cfg(test)]
mod sample;
pub mod selection;
pub mod short_names;
pub mod structure;
pub mod suppress;
pub mod tokens;
pub mod units;

use crate::catalogue::Context;
use crate::document::Document;
use crate::settings::Settings;
use time::Date;

/// So many letters of the text from a byte offset on.
fn text_from(document: &Document, offset: usize, letters: usize) -> String {
    let rope = document.rope();
    let offset = offset.min(rope.len_bytes());
    rope.byte_slice(offset..).chars().take(letters).collect()
}

/// The day on which a document judges validity.
pub fn day(document: &Document, settings: &Settings) -> Date {
    settings.judgement_day(document.header()).day
}

/// What the document says of itself that helps to find what it cites.
fn context(document: &Document, day: Date) -> Context {
    Context { date: Some(document.header().date.unwrap_or(day)), issuer: document.header().issuer.clone() }
}

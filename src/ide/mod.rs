//! What an editor asks for. Pure functions of (document, catalogue, place) that return the project's own types.
//!
//! - [`completion`]: instrument numbers, names, agencies, provisions at the cursor.
//! - [`hover`]: the card of what is under the cursor.
//! - [`definition`]: where the unit or instrument under the cursor is written.

pub mod completion;
pub mod definition;
pub mod hover;
#[cfg(test)]
mod sample;

use crate::catalogue::Context;
use crate::document::{Document, Header};
use crate::settings::Settings;
use time::Date;

/// The day on which validity is judged.
fn day(document: Option<&Document>, settings: &Settings) -> Date {
    match document {
        Some(document) => settings.judgement_day(document.header()).day,
        None => settings.judgement_day(&Header::default()).day,
    }
}

/// What the document says of itself that helps to find what it cites.
fn context(document: &Document, day: Date) -> Context {
    Context { date: Some(document.header().date.unwrap_or(day)), issuer: document.header().issuer.clone() }
}

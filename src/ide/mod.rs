//! What an editor asks for. Pure functions of (document, catalogue, place) that return the project's own types.
//!
//! - [`completion`]: instrument numbers, names, agencies, provisions at the cursor.
//! - [`hover`]: the card of what stands under the cursor.
//! - [`definition`]: where the unit or instrument under the cursor is written.
//! - [`messages`]: what both say, in Vietnamese and English.

pub mod completion;
pub mod definition;
pub mod hover;
mod messages;
#[cfg(test)]
mod sample;

use crate::catalogue::Context;
use crate::check::Settings;
use crate::check::settings::AsOf;
use crate::document::Document;
use time::{Date, OffsetDateTime};

/// The day on which validity is judged; without a document, or one without a date, today.
fn day(document: Option<&Document>, settings: &Settings) -> Date {
    let today = || OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc()).date();
    match settings.as_of {
        AsOf::Day(day) => day,
        AsOf::Today => today(),
        AsOf::Document => document.and_then(|d| d.header().date).unwrap_or_else(today),
    }
}

/// What the document says of itself that helps to find what it cites.
fn context(document: &Document, day: Date) -> Context {
    Context { date: Some(document.header().date.unwrap_or(day)), issuer: document.header().issuer.clone() }
}

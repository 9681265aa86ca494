//! The rules: what is wrong with a reference, said once, with the reason and, where one exists, a fix.
//!
//! - [`rules`]: the table of rules (`check/rules.jsonl`): code, default severity, source in law, examples.
//! - [`messages`]: what the rules say, in Vietnamese and English (`check/messages/*.ftl`).
//! - [`settings`]: what a user can change.
//! - one file a family of rules: …
//!
//! A rule is a function of the document and the catalogue that yields [`Finding`]s. Facts that no source confirms never
//! make an error.

pub mod finding;
pub mod messages;
pub mod rules;
pub mod settings;

pub use finding::{Edit, Finding, Fix, Related};
pub use rules::{Category, Rule, Severity};
pub use settings::Settings;

use crate::catalogue::Catalogue;
use crate::document::Document;

/// All findings of a document in the order of the text, under the settings.
pub fn check(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Vec<Finding> {
    let _ = (document, catalogue, settings);
    Vec::new()
}

//! The rules: what is wrong with a reference, reported once, with the reason and, where one exists, a fix.
//!
//! - [`engine`]: walks the blocks of a document, asks the rules, keeps what they found.
//! - [`registry`]: what a rule is: its code and what it reads.
//! - [`rules`]: the rules, a file a family, each with its page.
//! - [`evidence`]: questions about a citation that several rules ask.
//! - [`checker`]: what rules of blocks and citations read; [`draft`]: what they may know of the draft; [`memo`]: answers of the
//!   catalogue.
//! - [`facts`]: what blocks keep for rules of the draft, which read them through [`draft_checker`]; [`uses`]: where short names
//!   are used.
//! - [`paranoid`]: findings of an edited document compared with those of a complete check.
//! - [`finding`]: what rules find; [`suppressions`]: comments that suppress it.
//!
//! Facts of the catalogue that no source confirms never make an error.

mod checker;
mod draft;
mod draft_checker;
mod engine;
mod evidence;
mod facts;
mod finding;
mod memo;
pub mod paranoid;
mod registry;
mod rules;
mod suppressions;
#[cfg(test)]
mod tests;
mod uses;
mod words;

pub use crate::rulebook::{Category, Code, Rule, Severity};
pub use crate::settings::{self, Settings};
pub use engine::{Checked, Environment, check};
pub use finding::{Edit, Finding, Fix, Related, safe_edits};
pub use memo::wide_hash;

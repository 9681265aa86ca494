//! The vocabulary of the law: types of instruments, agencies, places, provision letters, and the words of the grammar.
//!
//! Tables are data files under `terms/data`, read once and checked when they are read; nothing of them is repeated in
//! code. What the recogniser needs to know of *names* (laws, nicknames, short names of a document) is given to it as a
//! [`Vocabulary`]; the catalogue and the document fill it.

mod agencies;
mod assembly;
mod letters;
mod lexicon;
mod local;
mod places;
mod types;
mod vocabulary;
pub mod words;

/// The labels of chapters and parts.
pub use crate::text::numerals::{roman, roman_value};
pub use agencies::{Agencies, Agency, agencies};
pub use assembly::assembly_terms;
pub use letters::{LETTERS, is_letter_label, letter_index};
pub use lexicon::{Known, Lexicon, PACKED, Word};
pub use local::{LocalBodies, LocalBody, local_bodies};
pub use places::{Place, Places, places};
pub use types::{InstrumentType, Types, YearRule, types};
pub use vocabulary::{Entry, NameId, NamedInstrument, Phrase, Vocabulary};

//! The words and phrases that the recogniser knows.
//!
//! - [`words`]: the words of the grammar, with numbers of their own.
//! - [`Lexicon`]: a number for every word, so that words are compared as numbers.
//! - [`Vocabulary`]: the phrases: types, agencies, places, and the *names* of instruments, which the catalogue and the document
//!   give it.
//!
//! Lists are data files under `data/lexicon`.

mod table;
mod vocabulary;
pub mod words;

pub use table::{Known, Lexicon, PACKED, Word};
pub use vocabulary::{
    AgencyForm, Carried, Continuation, Entry, Home, NameId, NamedInstrument, Phrase, Vocabulary, initial,
    subject_of_law,
};

/// The standing parts and offices of agencies, as they are written in front of them: "Văn phòng", "Đảng ủy".
pub fn agency_parts() -> impl Iterator<Item = &'static str> {
    let of_party = include_str!("../../data/lexicon/party-parts.txt").lines();
    include_str!("../../data/lexicon/agency-parts.txt").lines().chain(of_party)
}

/// The titles of heads of agencies that no table has: "Trưởng", "Bí thư".
pub fn titles() -> impl Iterator<Item = &'static str> {
    include_str!("../../data/lexicon/titles.txt").lines()
}

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
    AgencyForm, Carried, Continuation, Entry, Home, NameId, NamedInstrument, Phrase, Vocabulary, subject_of_law,
};

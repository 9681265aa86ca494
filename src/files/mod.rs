//! Files: what is read from them, how they are found, and how they are written.
//!
//! - [`read`](mod@read): the text of a file, whatever its kind; [`docx`]: the text of Word files, with its paragraphs.
//! - [`write`](mod@write): writing a file as a whole.
//! - [`walk`](mod@walk): the files in folders; [`kinds`]: what the name of a file says about it.
//! - [`dirs`]: where the program keeps what is its own.
//! - [`error`]: why a file couldn't be read.

pub mod dirs;
pub mod docx;
mod error;
mod kinds;
mod read;
mod walk;
mod write;

pub use error::{FileCause, FileError};
pub use kinds::{format_of, is_document, is_prose, is_word};
pub use read::{Content, LARGEST, decode, read};
pub use walk::{Scope, WalkCause, WalkError, Walked, walk};
pub use write::replace;

//! Files: what is read from them, how they are found, and how they are written.
//!
//! - [`read`](mod@read): the text of a file, whatever its kind; [`docx`]: the text of Word files, with its paragraphs.
//! - [`write`](mod@write): writing a file as a whole.
//! - [`walk`](mod@walk): the files in folders; [`kinds`]: what the name of a file says about it.
//! - [`size_limit`]: limits of the system on what is written.
//! - [`dirs`]: where the program keeps what is its own.
//! - [`error`]: why a file couldn't be read.

pub mod dirs;
pub mod docx;
mod error;
mod kinds;
mod read;
mod size_limit;
mod walk;
mod write;

pub use error::{FileCause, FileError};
pub use kinds::{format_of, is_document, is_prose, is_word};
pub use read::{Content, LARGEST, decode, read, read_small};
pub use size_limit::fail_past_size_limit;
pub use walk::{Scope, WalkCause, WalkError, Walked, walk, walk_some};
pub use write::replace;

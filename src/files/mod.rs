//! Files: what is read from them, and how they are written.
//!
//! - [`content`]: the text of a file, whatever its kind, and writing one whole.
//! - [`docx`]: the text of Word files, with its paragraphs.

mod content;
pub mod docx;

pub use content::*;

//! Texts in which citations can't be read as they stand, made into such in which they can: [`ClearText`] knows where each
//! part of it was.
//!
//! - [`marks`]: the marks of notes are taken out, letters written as references are letters.
//! - [`letters`]: the same letters and those that are decomposed, for what reads more of a text than its citations.
//! - [`encoding`]: text in an encoding of the time before Unicode, and text as it was typed for Telex or VNI.
//! - [`unmarked`]: text without diacritics gets those of the words that the vocabulary has.
//!
//! Nearly every text is clear as it stands; a glance for a few bytes shows that.

mod encoding;
mod letters;
mod marks;
mod plain;
mod unmarked;

pub use crate::text::clear::ClearText;
pub use encoding::in_unicode;
pub use letters::in_composed_letters;
pub use marks::without_marks;
pub use plain::plain;
pub use unmarked::with_diacritics;

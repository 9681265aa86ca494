//! What the program says, in Vietnamese and English.
//!
//! - [`language`]: the languages.
//! - [`localizer`]: the messages of one language, from `LANGUAGE.ftl` and `rules.LANGUAGE.ftl` (the messages of the rules).
//! - [`localized`]: errors carry a kind and values; the layer that shows one asks for its sentence.
//! - [`date`]: how days are written and read.

pub mod date;
mod language;
mod localized;
mod localizer;
#[cfg(test)]
mod tests;

pub use date::{long_date, short_date, today};
pub use language::Language;
pub use localized::Localized;
pub use localizer::{Localizer, Value};

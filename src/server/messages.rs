//! What the server itself says to the user: the messages of [`crate::i18n`] whose keys begin with `server-`.

use crate::i18n::{Language, Localizer};

/// A message of the server with its values filled in.
pub fn message(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    Localizer::of(language).text(&format!("server-{key}"), values)
}

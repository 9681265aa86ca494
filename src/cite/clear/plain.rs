//! Parts of a text as they are compared with what is known.

use super::{in_unicode, without_marks};
use crate::cite::lexer::Markup;
use std::borrow::Cow;

/// A part of a text in letters, without the marks of notes: what "c&ocirc;ng t&aacute;c[2]" and "c«ng t¸c" say.
pub fn plain(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    if let Some((clear, _)) = without_marks(&plain, Markup::Plain) {
        plain = Cow::Owned(clear.text);
    }
    if let Some(clear) = in_unicode(&plain) {
        plain = Cow::Owned(clear.text);
    }
    plain
}

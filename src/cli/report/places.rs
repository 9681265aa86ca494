//! Where something is in a document, as reports write it.

use super::Checked;
use crate::i18n::{Localizer, Value};
use crate::text::{Encoding, LineIndex};

/// Places of one document in code points, lines and columns.
pub struct Places<'t> {
    text: &'t str,
    lines: LineIndex,
}

impl<'t> Places<'t> {
    /// Indexes the lines of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, lines: LineIndex::new(text) }
    }

    /// How many code points come before a byte offset.
    pub fn code_point(&self, byte: usize) -> usize {
        self.text[..byte].chars().count()
    }

    /// Line and column from 1.
    pub fn line_and_column(&self, byte: usize, encoding: Encoding) -> (usize, usize) {
        let position = self.lines.position(self.text, byte, encoding);
        (position.line + 1, position.column + 1)
    }
}

/// "đoạn 12, ký tự 5": a place in a Word file, in which lines mean nothing.
pub fn in_words(file: &Checked, byte: usize, localizer: &Localizer) -> Option<String> {
    let (paragraph, character) = file.paragraphs.as_ref()?.place(&file.text, byte);
    let values = [("paragraph", Value::from(paragraph)), ("character", Value::from(character))];
    Some(localizer.format("cli-report-paragraph", &values))
}

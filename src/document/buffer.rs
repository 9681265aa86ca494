//! The text of an open document, and the changes that an editor makes to it.

use crate::text::{Encoding, Position};
use ropey::Rope;

/// One change: the range that is replaced (`None` for the whole text) and the new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub range: Option<(Position, Position)>,
    pub text: String,
}

/// The part of a text that changes touched: bytes of the old text that are gone, and how many stand there now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dirty {
    pub old_start: usize,
    pub old_end: usize,
    pub new_end: usize,
}

impl Dirty {
    /// Two successive changes as one: `later` counts in the text that `self` left behind.
    fn and(self, later: Self) -> Self {
        let grown = self.new_end as isize - self.old_end as isize;
        let old_start = self.old_start.min(later.old_start);
        // Where the later change ends in the old text, if it goes beyond the earlier one.
        let old_end = if later.old_end > self.new_end {
            self.old_end.max(usize::try_from(later.old_end as isize - grown).unwrap_or(0))
        } else {
            self.old_end
        };
        let later_grown = later.new_end as isize - later.old_end as isize;
        let new_end = usize::try_from(self.new_end.max(later.old_end) as isize + later_grown).unwrap_or(0);
        Self { old_start, old_end, new_end }
    }
}

/// The text of an open document. Cloning is cheap: the rope is shared.
#[derive(Debug, Clone, Default)]
pub struct Buffer {
    rope: Rope,
    dirty: Option<Dirty>,
}

/// A change whose range lies outside the text; the text was left as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the end of the range ({end:?}) stands before its start ({start:?})")]
pub struct ReversedRange {
    pub start: Position,
    pub end: Position,
}

impl Buffer {
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text), dirty: None }
    }

    pub fn rope(&self) -> &Rope {
        &self.rope
    }

    /// Applies one change. Positions past the end of a line or of the text are clamped to it.
    ///
    /// # Errors
    /// When the range is reversed.
    pub fn apply(&mut self, change: &Change, encoding: Encoding) -> Result<(), ReversedRange> {
        let Some((start, end)) = change.range else {
            let dirty = Dirty { old_start: 0, old_end: self.rope.len_bytes(), new_end: change.text.len() };
            self.rope = Rope::from_str(&change.text);
            self.mark(dirty);
            return Ok(());
        };
        let (from, to) = (offset(&self.rope, start, encoding), offset(&self.rope, end, encoding));
        if to < from {
            return Err(ReversedRange { start, end });
        }
        let (from_char, to_char) = (self.rope.byte_to_char(from), self.rope.byte_to_char(to));
        self.rope.remove(from_char..to_char);
        self.rope.insert(from_char, &change.text);
        self.mark(Dirty { old_start: from, old_end: to, new_end: from + change.text.len() });
        Ok(())
    }

    /// What changed since the last call, as one range; `None` where nothing did.
    pub fn take_dirty(&mut self) -> Option<Dirty> {
        self.dirty.take()
    }

    fn mark(&mut self, dirty: Dirty) {
        self.dirty = Some(self.dirty.map_or(dirty, |earlier| earlier.and(dirty)));
    }
}

/// The byte offset of a position in a rope, clamped as [`crate::text::LineIndex::offset`] does it.
pub fn offset(rope: &Rope, position: Position, encoding: Encoding) -> usize {
    if position.line >= rope.len_lines() {
        return rope.len_bytes();
    }
    let line = rope.line(position.line);
    let text = std::borrow::Cow::from(line);
    let content = text.trim_end_matches(['\n', '\r']);
    rope.line_to_byte(position.line) + crate::text::lines::column_offset(content, position.column, encoding)
}

/// The position of a byte offset in a rope. An offset past the end is the end; one inside a character is its start.
pub fn position(rope: &Rope, offset: usize, encoding: Encoding) -> Position {
    let offset = rope.char_to_byte(rope.byte_to_char(offset.min(rope.len_bytes())));
    let line = rope.byte_to_line(offset);
    let start = rope.line_to_byte(line);
    let before = rope.byte_slice(start..offset);
    let column = match encoding {
        Encoding::Utf8 => offset - start,
        Encoding::Utf16 => before.len_utf16_cu(),
        Encoding::Utf32 => before.len_chars(),
    };
    Position { line, column }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LineIndex;
    use proptest::prelude::*;

    fn change(from: (usize, usize), to: (usize, usize), text: &str) -> Change {
        let at = |(line, column)| Position { line, column };
        Change { range: Some((at(from), at(to))), text: text.to_owned() }
    }

    #[test]
    fn an_edit_replaces_what_the_range_covers() {
        let mut buffer = Buffer::new("Điều 1\n𝄞 khoản 2\n");
        buffer.apply(&change((1, 3), (1, 8), "điểm"), Encoding::Utf16).unwrap();
        assert_eq!(buffer.rope().to_string(), "Điều 1\n𝄞 điểm 2\n");
        assert!(buffer.apply(&change((1, 3), (0, 0), "x"), Encoding::Utf16).is_err());
    }

    proptest! {
        /// Rope and line index agree on every position, in every encoding, on every text.
        #[test]
        fn rope_and_line_index_agree(text in "[aĐ𝄞\r\n\u{2028}\u{85}\u{b}ệ ]{0,40}", line in 0usize..8, column in 0usize..12) {
            let (rope, index) = (Rope::from_str(&text), LineIndex::new(&text));
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let there = Position { line, column };
                prop_assert_eq!(offset(&rope, there, encoding), index.offset(&text, there, encoding));
                for (at, _) in text.char_indices() {
                    prop_assert_eq!(position(&rope, at, encoding), index.position(&text, at, encoding));
                }
            }
        }

        /// The dirty range of several edits covers all that differs.
        #[test]
        fn dirty_ranges_add_up(text in "[ab\n]{0,30}", edits in prop::collection::vec((0usize..30, 0usize..6, "[xy\n]{0,4}"), 1..6)) {
            let mut buffer = Buffer::new(&text);
            for (at, len, new) in edits {
                let end = buffer.rope().len_bytes();
                let (from, to) = (at.min(end), (at + len).min(end));
                let range = Some((position(buffer.rope(), from, Encoding::Utf8), position(buffer.rope(), to, Encoding::Utf8)));
                buffer.apply(&Change { range, text: new }, Encoding::Utf8).unwrap();
            }
            let dirty = buffer.take_dirty().unwrap();
            let now = buffer.rope().to_string();
            prop_assert_eq!(&text[..dirty.old_start], &now[..dirty.old_start]);
            prop_assert_eq!(&text[dirty.old_end..], &now[dirty.new_end..]);
        }
    }
}

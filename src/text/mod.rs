//! Unicode of Vietnamese text, and places in it.
//!
//! - [`clear`]: a text with parts of it written otherwise, and where they were.
//! - [`fold`]: texts brought to a form in which they can be compared, and single look-alike letters.
//! - [`legacy`]: text of the time before Unicode.
//! - [`lines`]: lines and columns in the three encodings that editors count in.
//! - [`numerals`]: Roman numerals.
//! - [`page`]: running heads and page numbers inside a sentence.
//! - [`syllable`]: the shape of a syllable.
//! - [`digits`]: slips of the finger in digits.
//!
//! Everywhere in the crate an offset is a **byte** offset into UTF-8 text and a [`Span`] is **half-open**.

pub mod clear;
pub mod digits;
pub mod fold;
pub mod legacy;
pub mod lines;
pub mod numerals;
pub mod page;
pub mod syllable;

pub use lines::{Encoding, LineIndex, Position};

/// A half-open range of byte offsets: `start` belongs to it, `end` does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it has no bytes.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The text that the span covers. Panics when the span does not lie on character borders of `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same span moved right by `offset` bytes: from a block of a text into the whole text.
    pub const fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the offset lies in the span or right after it, as a cursor does.
    pub const fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether the two have at least one byte in common.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The first `most` code points of a text, or all of it.
pub fn head(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The last `most` code points of a text, or all of it.
pub fn tail(text: &str, most: usize) -> &str {
    let start = most.checked_sub(1).map_or(text.len(), |n| text.char_indices().rev().nth(n).map_or(0, |(at, _)| at));
    &text[start..]
}

/// The first words of a text, at most `most` code points, with an ellipsis where it continues.
pub fn shorten(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..end].trim_end_matches(['\\', ',', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::{head, shorten, tail};

    #[test]
    fn both_ends_are_counted_in_code_points() {
        assert_eq!((head("đường", 2), tail("đường", 2)), ("đư", "ng"));
        assert_eq!((head("đường", 9), tail("đường", 9)), ("đường", "đường"));
        assert_eq!((head("đường", 0), tail("đường", 0)), ("", ""));
    }

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(shorten("một hai ba bốn", 9), "một hai …");
        assert_eq!(shorten("một hai", 7), "một hai");
    }
}

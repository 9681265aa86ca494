//! Lines and columns: the positions that editors count in, and byte offsets.
//!
//! A line ends at LF, CRLF or CR and nowhere else: the other line ends of Unicode (U+2028, NEL, VT, FF) are ordinary
//! characters in the Language Server Protocol.

/// What a column counts. UTF-16 is the protocol's default, UTF-8 costs nothing here, UTF-32 counts code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    Utf8,
    #[default]
    Utf16,
    Utf32,
}

/// A line and a column, both from 0; the column counts units of an [`Encoding`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The starts of the lines of a text.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of a text; they end with LF, CRLF or CR.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            // The CR of a CRLF: the LF that follows ends the line.
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(at + 1);
        }
        Self { starts }
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of a line without its line end.
    pub fn line<'t>(&self, text: &'t str, line: usize) -> &'t str {
        let start = self.starts[line];
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// The line of a byte offset, and the byte offset at which it begins.
    pub fn line_at(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&s| s <= offset) - 1;
        (line, self.starts[line])
    }

    /// The position of a byte offset. An offset past the end is the end; one inside a character is the character's start.
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let offset = floor_char(text, offset);
        let line = self.starts.partition_point(|&s| s <= offset) - 1;
        Position { line, column: width(&text[self.starts[line]..offset], encoding) }
    }

    /// The byte offset of a position. A line past the end is the end of the text; a column past the line's end is the end
    /// of the line, before its line break; a column inside a character is the character's start.
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let Some(&start) = self.starts.get(position.line) else {
            return text.len();
        };
        start + column_offset(self.line(text, position.line), position.column, encoding)
    }
}

/// The byte offset of a column in one line (without its line end), clamped as [`LineIndex::offset`] says.
pub fn column_offset(line: &str, column: usize, encoding: Encoding) -> usize {
    if encoding == Encoding::Utf8 {
        return floor_char(line, column);
    }
    let mut seen = 0;
    for (at, c) in line.char_indices() {
        let w = if encoding == Encoding::Utf16 { c.len_utf16() } else { 1 };
        if seen + w > column {
            return at;
        }
        seen += w;
    }
    line.len()
}

/// The width of a text in units of the encoding.
pub fn width(text: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => text.len(),
        Encoding::Utf16 => text.chars().map(char::len_utf16).sum(),
        Encoding::Utf32 => text.chars().count(),
    }
}

fn floor_char(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Điều 1\r\n𝄞 ă\u{2028}b\rc\n";

    #[test]
    fn only_lf_crlf_and_cr_end_lines() {
        let index = LineIndex::new(TEXT);
        assert_eq!(index.count(), 4);
        assert_eq!(index.line(TEXT, 1), "𝄞 ă\u{2028}b");
        assert_eq!(index.line(TEXT, 3), "");
    }

    #[test]
    fn positions_clamp_and_round_down() {
        let index = LineIndex::new(TEXT);
        let at = |line, column, encoding| index.offset(TEXT, Position { line, column }, encoding);
        assert_eq!(at(0, 99, Encoding::Utf16), "Điều 1".len());
        assert_eq!(at(9, 0, Encoding::Utf16), TEXT.len());
        // Inside the surrogate pair of the clef.
        assert_eq!(at(1, 1, Encoding::Utf16), "Điều 1\r\n".len());
        assert_eq!(at(1, 2, Encoding::Utf16), "Điều 1\r\n𝄞".len());
        assert_eq!(at(0, 1, Encoding::Utf8), 0);
        assert_eq!(at(1, 1, Encoding::Utf32), "Điều 1\r\n𝄞".len());
    }

    proptest::proptest! {
        #[test]
        fn offsets_survive_the_way_to_positions_and_back(text in "[aĐ𝄞\r\n\u{2028}ệ ]{0,40}") {
            let index = LineIndex::new(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                for (offset, c) in text.char_indices() {
                    // Between CR and LF there is no position: it is the end of the line.
                    if c == '\n' && offset > 0 && text.as_bytes()[offset - 1] == b'\r' { continue; }
                    let there = index.position(&text, offset, encoding);
                    proptest::prop_assert_eq!(index.offset(&text, there, encoding), offset);
                }
            }
        }
    }
}

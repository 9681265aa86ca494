//! The text of an open document, the changes that an editor makes to it, and what they touched.

use crate::text::{Encoding, Position};
use ropey::{Rope, RopeSlice};
use std::collections::VecDeque;

/// How many changes a [`ChangeLog`] remembers. A reader that has missed more changes reads the whole text.
const REMEMBERED: usize = 256;
/// A whole text that differs in more bytes than this becomes a new rope, which costs less than editing the old one.
const LARGE: usize = 64 << 10;

/// One change: the range that is replaced (`None` for the whole text) and the new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub range: Option<(Position, Position)>,
    pub text: String,
}

/// The part of a text that changes touched: bytes of the old text that are gone, and where their replacement ends in the
/// new text. All three are boundaries of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dirty {
    pub old_start: usize,
    pub old_end: usize,
    pub new_end: usize,
}

impl Dirty {
    /// Two successive changes as one: the offsets of `later` are those of the text after `self`.
    #[must_use]
    pub fn and(self, later: Self) -> Self {
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

    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { old_start: self.old_start, old_end: self.new_end, new_end: self.old_end }
    }
}

/// The text of an open document. Cloning is cheap: the rope is shared.
#[derive(Debug, Clone, Default)]
pub struct Buffer {
    rope: Rope,
    dirty: Option<Dirty>,
}

/// A change whose range ends before it starts; the text was left as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the end of the range ({end:?}) is before its start ({start:?})")]
pub struct ReversedRange {
    pub start: Position,
    pub end: Position,
}

impl Buffer {
    /// A buffer of a text; nothing of it counts as changed.
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text), dirty: None }
    }

    /// The text.
    pub fn rope(&self) -> &Rope {
        &self.rope
    }

    /// Applies one change. Positions past the end of a line or of the text are clamped to it.
    ///
    /// Text that is replaced by equal text counts as untouched: some editors send the whole text after each key.
    ///
    /// # Errors
    /// When the range is reversed.
    pub fn apply(&mut self, change: &Change, encoding: Encoding) -> Result<(), ReversedRange> {
        let (from, to) = match change.range {
            None => (0, self.rope.len_bytes()),
            Some((start, end)) => {
                let (from, to) = (offset(&self.rope, start, encoding), offset(&self.rope, end, encoding));
                if to < from {
                    return Err(ReversedRange { start, end });
                }
                (from, to)
            }
        };
        let (prefix, suffix) = unchanged_ends(self.rope.byte_slice(from..to), &change.text);
        let (from, to) = (from + prefix, to - suffix);
        let text = &change.text[prefix..change.text.len() - suffix];
        if from == to && text.is_empty() {
            return Ok(());
        }
        if change.range.is_none() && text.len() > LARGE {
            self.rope = Rope::from_str(&change.text);
        } else {
            let (from_char, to_char) = (self.rope.byte_to_char(from), self.rope.byte_to_char(to));
            self.rope.remove(from_char..to_char);
            self.rope.insert(from_char, text);
        }
        let dirty = Dirty { old_start: from, old_end: to, new_end: from + text.len() };
        self.dirty = Some(self.dirty.map_or(dirty, |earlier| earlier.and(dirty)));
        Ok(())
    }

    /// What changed since the last call, as one range; `None` where nothing did.
    pub fn take_dirty(&mut self) -> Option<Dirty> {
        self.dirty.take()
    }
}

/// How many bytes are the same at the start and at the end of two texts. The two parts do not overlap, and they end at
/// boundaries of characters.
fn unchanged_ends(old: RopeSlice<'_>, new: &str) -> (usize, usize) {
    let mut prefix = 0;
    for chunk in old.chunks() {
        let (x, y) = (chunk.as_bytes(), &new.as_bytes()[prefix..]);
        let len = x.len().min(y.len());
        if x[..len] == y[..len] {
            prefix += len;
            if len == x.len() {
                continue;
            }
        } else {
            prefix += x.iter().zip(y).take_while(|(x, y)| x == y).count();
        }
        break;
    }
    while !new.is_char_boundary(prefix) {
        prefix -= 1;
    }
    let longest = old.len_bytes().min(new.len()) - prefix;
    let mut suffix = 0;
    for chunk in old.chunks_at_byte(old.len_bytes()).0.reversed() {
        let (x, y) = (chunk.as_bytes(), &new.as_bytes()[..new.len() - suffix]);
        let len = x.len().min(y.len());
        if suffix < longest && x[x.len() - len..] == y[y.len() - len..] {
            suffix += len;
            continue;
        }
        suffix += x.iter().rev().zip(y.iter().rev()).take_while(|(x, y)| x == y).count();
        break;
    }
    let mut suffix = suffix.min(longest);
    while !new.is_char_boundary(new.len() - suffix) {
        suffix -= 1;
    }
    (prefix, suffix)
}

/// What changed between two states of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    Nothing,
    Within(Dirty),
    /// The earlier state is too long ago, or was never seen.
    Unknown,
}

/// The last changes of a text, each with the number (generation) of the state that it led to. Generations count up by one.
#[derive(Debug, Clone, Default)]
pub struct ChangeLog {
    latest: u64,
    changes: VecDeque<Option<Dirty>>,
}

impl ChangeLog {
    /// Notes the change that led to the next generation.
    pub fn push(&mut self, dirty: Option<Dirty>) {
        self.latest += 1;
        if self.changes.len() == REMEMBERED {
            self.changes.pop_front();
        }
        self.changes.push_back(dirty);
    }

    /// Notes that the text has changed in an unknown way.
    pub fn forget(&mut self) {
        self.latest += 1;
        self.changes.clear();
    }

    /// The generation of the text now.
    pub fn latest(&self) -> u64 {
        self.latest
    }

    /// What is different from the text that another state of this log belongs to, an earlier or a later one.
    pub fn difference_from(&self, other: &Self) -> Difference {
        if other.latest <= self.latest {
            return self.since(other.latest);
        }
        match other.since(self.latest) {
            Difference::Within(dirty) => Difference::Within(dirty.reversed()),
            other => other,
        }
    }

    /// What has changed since a generation, as one range.
    pub fn since(&self, generation: u64) -> Difference {
        let Some(missed) = self.latest.checked_sub(generation).and_then(|n| usize::try_from(n).ok()) else {
            return Difference::Unknown;
        };
        let Some(first) = self.changes.len().checked_sub(missed) else { return Difference::Unknown };
        match self.changes.range(first..).copied().flatten().reduce(Dirty::and) {
            None => Difference::Nothing,
            Some(dirty) => Difference::Within(dirty),
        }
    }
}

/// The byte offset of a position in a rope, clamped as [`crate::text::LineIndex::offset`] does it. Its cost does not depend
/// on the length of the line.
pub fn offset(rope: &Rope, position: Position, encoding: Encoding) -> usize {
    if position.line >= rope.len_lines() {
        return rope.len_bytes();
    }
    let line = rope.line(position.line);
    let mut content = line.len_chars();
    while content > 0 && matches!(line.char(content - 1), '\n' | '\r') {
        content -= 1;
    }
    let column = match encoding {
        Encoding::Utf8 => line.byte_to_char(position.column.min(line.len_bytes())),
        Encoding::Utf16 => line.utf16_cu_to_char(position.column.min(line.len_utf16_cu())),
        Encoding::Utf32 => position.column,
    };
    rope.line_to_byte(position.line) + line.char_to_byte(column.min(content))
}

/// The position of a byte offset in a rope. An offset past the end is the end; one inside a character is its start.
pub fn position(rope: &Rope, offset: usize, encoding: Encoding) -> Position {
    let offset = rope.char_to_byte(rope.byte_to_char(offset.min(rope.len_bytes())));
    let line = rope.byte_to_line(offset);
    let start = rope.line_to_byte(line);
    Position { line, column: width(rope.byte_slice(start..offset), encoding) }
}

/// The width of a part of a rope in units of the encoding.
fn width(text: RopeSlice<'_>, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => text.len_bytes(),
        Encoding::Utf16 => text.len_utf16_cu(),
        Encoding::Utf32 => text.len_chars(),
    }
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

        /// The dirty range of several edits covers all that differs, from each state on, whatever encoding and form of
        /// edits the editor uses.
        #[test]
        fn dirty_ranges_add_up(
            text in "[aĐ𝄞\r\n]{0,30}",
            edits in prop::collection::vec((0usize..60, 0usize..12, "[aĐÐ𝄞\r\n]{0,4}", any::<bool>()), 1..6),
            encoding in prop::sample::select(&[Encoding::Utf8, Encoding::Utf16, Encoding::Utf32][..]),
            long in any::<bool>(),
        ) {
            // Long enough for a rope of several chunks.
            let around = if long { "Nghị định ".repeat(300) } else { String::new() };
            let text = format!("{around}{text}{around}");
            let mut buffer = Buffer::new(&text);
            let mut log = ChangeLog::default();
            let (mut states, mut logs) = (vec![text], vec![log.clone()]);
            for (at, len, new, whole) in edits {
                let from = around.len() + at;
                let range = Some((position(buffer.rope(), from, encoding), position(buffer.rope(), from + len, encoding)));
                let mut expected = LineIndex::new(&states[states.len() - 1]);
                let mut now = states[states.len() - 1].clone();
                let offsets = range.map(|(start, end)| (expected.offset(&now, start, encoding), expected.offset(&now, end, encoding)));
                let (start, end) = offsets.unwrap();
                prop_assume!(start <= end);
                now.replace_range(start..end, &new);
                expected = LineIndex::new(&now);
                let change = if whole { Change { range: None, text: now.clone() } } else { Change { range, text: new } };
                buffer.apply(&change, encoding).unwrap();
                prop_assert_eq!(buffer.rope().to_string(), now.as_str());
                prop_assert_eq!(buffer.rope().len_lines(), expected.count());
                log.push(buffer.take_dirty());
                logs.push(log.clone());
                states.push(now);
            }
            let now = states[states.len() - 1].as_str();
            for (before, earlier) in states.iter().zip(&logs) {
                // The difference back is the difference forward, reversed.
                let back = earlier.difference_from(&log);
                match log.difference_from(earlier) {
                    Difference::Nothing => prop_assert_eq!((before.as_str(), back), (now, Difference::Nothing)),
                    Difference::Within(dirty) => {
                        prop_assert_eq!(back, Difference::Within(dirty.reversed()));
                        prop_assert_eq!(&before[..dirty.old_start], &now[..dirty.old_start]);
                        prop_assert_eq!(&before[dirty.old_end..], &now[dirty.new_end..]);
                    }
                    Difference::Unknown => prop_assert!(false, "{} is forgotten", before),
                }
            }
        }
    }

    #[test]
    fn a_whole_text_touches_only_what_differs() {
        let mut buffer = Buffer::new("Nghị định Đ.");
        // Đ and Ð have their first byte in common.
        buffer.apply(&Change { range: None, text: "Nghị định Ð.".to_owned() }, Encoding::Utf16).unwrap();
        let start = "Nghị định ".len();
        assert_eq!(buffer.take_dirty(), Some(Dirty { old_start: start, old_end: start + 2, new_end: start + 2 }));
        buffer.apply(&Change { range: None, text: "Nghị định Ð.".to_owned() }, Encoding::Utf16).unwrap();
        assert_eq!(buffer.take_dirty(), None);
        // A doubled letter is seen from both ends.
        buffer.apply(&change((0, 0), (0, 1), "NN"), Encoding::Utf16).unwrap();
        assert_eq!(buffer.take_dirty(), Some(Dirty { old_start: 1, old_end: 1, new_end: 2 }));
    }

    #[test]
    fn the_log_knows_the_last_changes_only() {
        let mut log = ChangeLog::default();
        let dirty = |at| Some(Dirty { old_start: at, old_end: at, new_end: at + 1 });
        for at in 0..300 {
            log.push(dirty(at));
        }
        assert_eq!(log.latest(), 300);
        assert_eq!(log.since(300), Difference::Nothing);
        assert_eq!(log.since(44), Difference::Within(Dirty { old_start: 44, old_end: 44, new_end: 300 }));
        assert_eq!((log.since(43), log.since(301)), (Difference::Unknown, Difference::Unknown));
        log.forget();
        log.push(None);
        assert_eq!((log.since(301), log.since(300)), (Difference::Nothing, Difference::Unknown));
    }
}

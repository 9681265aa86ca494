//! A text of which parts were taken out or written otherwise, and where each byte of it came from.

use super::Span;

/// A text in which a citation can be read, made of one in which it can't.
#[derive(Debug, Default, PartialEq)]
pub struct ClearText {
    pub text: String,
    changes: Vec<Change>,
}

/// A part of the original text and what stands for it, in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Change {
    original: Span,
    clear: Span,
}

impl ClearText {
    /// Where something of the clear text is in the original. What was taken out at its borders stays outside.
    pub fn original(&self, clear: Span) -> Span {
        let start = self.start(clear.start);
        if clear.is_empty() { Span::new(start, start) } else { Span::new(start, self.end(clear.end).max(start)) }
    }

    fn start(&self, at: usize) -> usize {
        let after = self.changes.partition_point(|change| change.clear.end <= at);
        match self.changes.get(after) {
            Some(change) if change.clear.start <= at && !change.clear.is_empty() => change.original.start,
            _ => self.moved(after, at),
        }
    }

    fn end(&self, at: usize) -> usize {
        let before = |change: &Change| change.clear.end < at || (change.clear.end == at && !change.clear.is_empty());
        let after = self.changes.partition_point(before);
        match self.changes.get(after) {
            Some(change) if change.clear.start < at => change.original.end,
            _ => self.moved(after, at),
        }
    }

    /// The place in the original of one that comes after so many changes.
    fn moved(&self, after: usize, at: usize) -> usize {
        match after.checked_sub(1).map(|last| self.changes[last]) {
            Some(last) => last.original.end + (at - last.clear.end),
            None => at,
        }
    }
}

/// Makes a [`ClearText`]: changes are given in the order of the text.
#[derive(Debug)]
pub struct Clearing<'t> {
    original: &'t str,
    /// The original up to here is in the clear text.
    taken: usize,
    clear: ClearText,
}

impl<'t> Clearing<'t> {
    pub fn new(original: &'t str) -> Self {
        Self { original, taken: 0, clear: ClearText::default() }
    }

    /// Writes something else for a part of the original, which begins at or after the end of the part before.
    pub fn write(&mut self, original: Span, with: &str) {
        debug_assert!(self.taken <= original.start, "changes are in order");
        let text = &mut self.clear.text;
        text.push_str(&self.original[self.taken..original.start]);
        let start = text.len();
        text.push_str(with);
        self.clear.changes.push(Change { original, clear: Span::new(start, text.len()) });
        self.taken = original.end;
    }

    /// The text, if anything was changed.
    pub fn finish(mut self) -> Option<ClearText> {
        if self.clear.changes.is_empty() {
            return None;
        }
        self.clear.text.push_str(&self.original[self.taken..]);
        Some(self.clear)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again() {
        let original = "Điều 5[1] &#272;iểm a²";
        let mut clearing = Clearing::new(original);
        for (part, with) in [("[1]", ""), ("&#272;", "Đ"), ("²", "")] {
            let at = original.find(part).unwrap();
            clearing.write(Span::new(at, at + part.len()), with);
        }
        let clear = clearing.finish().unwrap();
        assert_eq!(clear.text, "Điều 5 Điểm a");
        let place = |part: &str| {
            let at = clear.text.find(part).unwrap();
            clear.original(Span::new(at, at + part.len())).of(original)
        };
        assert_eq!(place("Điều 5"), "Điều 5");
        assert_eq!(place("Điều 5 Điểm a"), "Điều 5[1] &#272;iểm a");
        assert_eq!(place("Điểm"), "&#272;iểm");
        assert_eq!(place("5 Đ"), "5[1] &#272;");
        assert!(Clearing::new("x").finish().is_none());
    }
}

//! Letters that are written as several characters: decomposed ("e" with marks that stand by themselves), or as references of
//! HTML. The recogniser reads both; who searches a text for words needs them in one piece.

use crate::cite::lexer::letter_reference;
use crate::text::Span;
use crate::text::clear::{ClearText, Clearing};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text with each letter in one character; `None` where it has no others.
pub fn in_composed_letters(text: &str) -> Option<ClearText> {
    let bytes = text.as_bytes();
    let mut clearing = Clearing::new(text);
    let mut from = 0;
    // Combining marks begin with 0xCC or 0xCD.
    while let Some(at) = memchr::memchr3(0xCC, 0xCD, b'&', &bytes[from..]).map(|n| from + n) {
        let Some((first, mut end)) =
            character(text, at).filter(|_| bytes[at] != b'&' || letter_reference(bytes, at).is_some())
        else {
            from = at + text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let mut letters = String::new();
        let mut start = at;
        if is_combining_mark(first) {
            let Some(base) = text[from..at].chars().next_back().filter(|c| c.is_alphabetic()) else {
                from = end;
                continue;
            };
            start = at - base.len_utf8();
            letters.push(base);
        }
        letters.push(first);
        while let Some((mark, after)) = character(text, end).filter(|(c, _)| is_combining_mark(*c)) {
            letters.push(mark);
            end = after;
        }
        let composed: String = letters.nfc().collect();
        if composed != text[start..end] {
            clearing.write(Span::new(start, end), &composed);
        }
        from = end;
    }
    clearing.finish()
}

/// The character that a text has at a byte, or to which it refers there; and the byte after it.
fn character(text: &str, at: usize) -> Option<(char, usize)> {
    if let Some((end, c)) = letter_reference(text.as_bytes(), at) {
        return Some((c, end));
    }
    text[at..].chars().next().map(|c| (c, at + c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_becomes_one_character() {
        let text = |text: &str| in_composed_letters(text).map(|clear| clear.text);
        let decomposed: String = "Điều 5, khoản ố".nfd().collect();
        assert_eq!(text(&decomposed).as_deref(), Some("Điều 5, khoản ố"));
        assert_eq!(text("Đi\u{ea}\u{300}u &#272;i&#7873;u e&#770;&#769;").as_deref(), Some("Điều Điều ế"));
        assert_eq!(text("Điều & 5 &nbsp; ˈ \u{301}"), None);
    }
}

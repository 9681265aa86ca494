//! Edits of an open document in every encoding: the text is what the edits make of it by the letter of the protocol, and what is
//! read and found after them is what is read and found in the same text read anew.

use crate::recogniser::catalogue;
use std::sync::Arc;
use viendan::check::{Checked, Environment, Settings, paranoid};
use viendan::document::{Buffer, Change, Document, Format};
use viendan::text::{Encoding, Position};

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// The bytes are texts with `0xFF` between them: the first is the text that is opened, each after it an edit. An edit begins with
/// four bytes, the lines and columns of its range; one that begins with `0xFE` is a whole text.
pub fn fuzz(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let encoding = ENCODINGS[usize::from(first) % 3];
    let mut pieces = rest.split(|byte| *byte == 0xFF);
    let mut text = String::from_utf8_lossy(pieces.next().unwrap_or_default()).into_owned();
    let (catalogue, vocabulary) = catalogue();
    let settings = Settings::default();
    let environment = Environment { catalogue, settings: &settings, epoch: 1 };
    let mut buffer = Buffer::new(&text);
    let mut document = Arc::new(Document::read(&text, Format::Plain, vocabulary));
    let mut checked = Checked::default();
    for piece in pieces.take(24) {
        let (range, new) = match piece {
            [0xFE, new @ ..] => (None, new),
            [a, b, c, d, new @ ..] => {
                let at = |line: u8, column: u8| Position { line: usize::from(line), column: usize::from(column) };
                (Some((at(*a, *b), at(*c, *d))), new)
            }
            _ => continue,
        };
        let new = String::from_utf8_lossy(new).into_owned();
        let span = range
            .map_or((0, text.len()), |(start, end)| (offset(&text, start, encoding), offset(&text, end, encoding)));
        let applied = buffer.apply(&Change { range, text: new.clone() }, encoding);
        assert_eq!(applied.is_err(), span.1 < span.0, "{range:?}");
        if applied.is_err() {
            continue;
        }
        text.replace_range(span.0..span.1, &new);
        assert!(*buffer.rope() == *text, "{range:?} {new:?}:\n{:?}\n{text:?}", buffer.rope().to_string());
        if let Some(dirty) = buffer.take_dirty() {
            document = Arc::new(Document::updated(document, buffer.rope().clone(), dirty));
        }
        let findings = checked.update(&document, &environment, &|| false).expect("nobody stops it");
        assert_eq!(paranoid::difference(&document, &environment, &findings), None, "{text:?}");
    }
    let anew = Document::read(&text, Format::Plain, vocabulary);
    assert_eq!(document.difference(&anew), None, "{text:?}");
}

/// The byte that a position of the protocol means, found the slow and plain way: lines end with LF, CRLF and CR; what is past the end
/// of a line or of the text is its end, and what is inside of a letter is its beginning.
fn offset(text: &str, position: Position, encoding: Encoding) -> usize {
    let mut start = 0;
    for _ in 0..position.line {
        let Some(at) = text[start..].find(['\n', '\r']) else { return text.len() };
        let at = start + at;
        start = at + if text[at..].starts_with("\r\n") { 2 } else { 1 };
    }
    let line = text[start..].split(['\n', '\r']).next().unwrap_or_default();
    let mut units = 0;
    for (at, letter) in line.char_indices() {
        units += match encoding {
            Encoding::Utf8 => letter.len_utf8(),
            Encoding::Utf16 => letter.len_utf16(),
            Encoding::Utf32 => 1,
        };
        if units > position.column {
            return start + at;
        }
    }
    start + line.len()
}

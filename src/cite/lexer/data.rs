//! Strings of data and code: `"content": "Điều 5. Phạm vi\n1. …"`. The marks around them are no quotation marks of the text, and what
//! an escape in them stands for is no letter of it.

use super::token::{BREAK, EMPTY_LINE, GAP};

/// A key of data has at most so many bytes.
const LONGEST_KEY: usize = 64;

/// How a text shows that its plain quotation marks are around strings of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strings {
    /// They are quotation marks.
    None,
    /// All of them are, but for those after a backslash.
    All,
    /// Those that a comma or the end of a line is right beside: cells of a table with commas.
    Cells,
}

/// What the plain quotation marks of a text are, as those of them show that can be nothing else. Reads the text once.
#[cold]
pub fn strings(text: &str) -> Strings {
    let bytes = text.as_bytes();
    let mut found = Strings::None;
    for at in memchr::memchr_iter(b'"', bytes) {
        if is_escaped(bytes, at) {
            continue;
        }
        if ends_key(bytes, at) || follows_name(text, at) || is_whole_line(text, at) {
            return Strings::All;
        }
        if bytes[at..].starts_with(b"\",\"") || follows_cell(bytes, at) {
            found = Strings::Cells;
        }
    }
    found
}

/// The flags of the token after the plain quotation mark at a byte, where that is none of the text: it is around a string, or doubled in a
/// cell.
pub fn passed(bytes: &[u8], at: usize, strings: Strings) -> Option<u8> {
    const AROUND: u8 = GAP | BREAK | EMPTY_LINE;
    match strings {
        Strings::None => None,
        Strings::All => (!is_escaped(bytes, at)).then_some(AROUND),
        Strings::Cells => {
            let before = at.checked_sub(1).map_or(b'\n', |i| bytes[i]);
            let after = bytes.get(at + 1).copied().unwrap_or(b'\n');
            let begins = matches!(before, b',' | b'\n');
            if !begins && after == b'"' {
                return Some(GAP);
            }
            (begins || (matches!(after, b',' | b'\n' | b'\r') && before != b'"')).then_some(AROUND)
        }
    }
}

/// What the escape whose backslash is at a byte stands for, as flags of the next token: `\n`, `\t`. A command of LaTeX is none.
pub fn escape(bytes: &[u8], at: usize, flags: u8) -> Option<u8> {
    let stands_for = match bytes.get(at + 1)? {
        b'n' | b'r' if flags & BREAK != 0 => GAP | BREAK | EMPTY_LINE,
        b'n' | b'r' => GAP | BREAK,
        b't' => GAP,
        _ => return None,
    };
    let command = bytes[at + 1..].iter().find(|b| !b.is_ascii_alphabetic());
    (command != Some(&b'{')).then_some(stands_for)
}

/// The letter or mark of the escape whose backslash is at a byte: `\u0110`.
pub fn escaped_letter(bytes: &[u8], at: usize) -> Option<(usize, char)> {
    let end = at + 6;
    let digits = bytes.get(at..end)?.strip_prefix(b"\\u")?;
    let digits = std::str::from_utf8(digits).ok().filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let meant = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    (!meant.is_control() && !meant.is_ascii()).then_some((end, meant))
}

fn is_escaped(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes[at - 1] == b'\\'
}

/// `"content": "`, `"so": 5`: the mark ends a key.
fn ends_key(bytes: &[u8], at: usize) -> bool {
    let value = after_blanks(&bytes[at + 1..]).strip_prefix(b":").map(after_blanks);
    let begins = |value: &[u8]| {
        value.first().is_some_and(|b| matches!(b, b'"' | b'[' | b'{' | b'-' | b'0'..=b'9'))
            || [&b"true"[..], b"false", b"null"].iter().any(|word| value.starts_with(word))
    };
    if !value.is_some_and(begins) {
        return false;
    }
    let near = &bytes[at.saturating_sub(LONGEST_KEY)..at];
    let Some(open) = near.iter().rposition(|b| *b == b'"') else { return false };
    let before = near[..open].iter().rev().find(|b| !b.is_ascii_whitespace());
    // The key of a string that is cut off in front has nothing before it here.
    before.is_none_or(|b| matches!(b, b'{' | b','))
}

/// `title = "`, `title="`, and `title: "` at the beginning of a line: the mark is behind the name of a value.
fn follows_name(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(' ');
    let line = before.rfind('\n').map_or(before, |n| &before[n + 1..]);
    let is_name = |name: &str| {
        !name.is_empty()
            && name.len() <= LONGEST_KEY
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
    };
    if let Some(name) = line.strip_suffix('=') {
        let name = name.trim_end_matches(' ');
        return is_name(name.rsplit([' ', '<', '\t', ':']).next().unwrap_or_default());
    }
    line.strip_suffix(':').is_some_and(|name| {
        let name = name.trim_start().trim_start_matches("- ");
        is_name(name) && name.starts_with(|c: char| c.is_ascii_lowercase())
    })
}

/// A line that is one string with a comma behind it: an element of a list.
fn is_whole_line(text: &str, at: usize) -> bool {
    let line_before = text[..at].rsplit('\n').next().unwrap_or_default();
    let line = text[at + 1..].split('\n').next().unwrap_or_default().trim_end();
    line_before.trim().is_empty()
        && line.strip_suffix("\",").is_some_and(|string| !string.replace("\\\"", "").contains('"'))
}

/// `12,Điều 5,"Phạm vi"` at the end of a line or before the next comma: the mark is right behind a comma that is right behind a cell, and
/// the one that closes the cell is right before what ends one.
fn follows_cell(bytes: &[u8], at: usize) -> bool {
    if at < 2 || bytes[at - 1] != b',' || bytes[at - 2].is_ascii_whitespace() {
        return false;
    }
    let mut rest = &bytes[at + 1..];
    while let Some(close) = memchr::memchr(b'"', rest) {
        match rest.get(close + 1) {
            // A mark in a cell is doubled.
            Some(b'"') => rest = &rest[close + 2..],
            after => return after.is_none_or(|b| matches!(b, b',' | b'\n' | b'\r')),
        }
    }
    true
}

fn after_blanks(bytes: &[u8]) -> &[u8] {
    let blanks = bytes.iter().take_while(|b| b.is_ascii_whitespace()).count();
    &bytes[blanks..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_strings_are_told_from_quotation_marks() {
        for (text, expected) in [
            (r#"{"title": "Luật Giá", "so": 5}"#, Strings::All),
            (r#"… Điều này.", "so_hieu": "30/2020/NĐ-CP"}"#, Strings::All),
            ("title: \"Luật Giá\"", Strings::All),
            ("  - noi_dung: \"Điều 5\"", Strings::All),
            ("<van-ban ten=\"Luật Giá\">", Strings::All),
            ("text = \"Theo Điều 5\"", Strings::All),
            ("  \"Điều 5. Phạm vi\",\n", Strings::All),
            ("\"Luật Giá\",\"Điều 5\"", Strings::Cells),
            ("12,Điều 5,\"Theo \"\"Luật\"\", khoản 2\"\n", Strings::Cells),
            ("cụm từ,\"khoản 2\" bằng \"khoản 3\"", Strings::None),
            ("như sau: \"Điều 5. Phạm vi\"", Strings::None),
            ("thay cụm từ \"khoản 2\", \"khoản 3\" bằng \"khoản 4\";", Strings::None),
            ("\"Giá\" là: số tiền", Strings::None),
            ("\"1. Mức thu là 5%.\";\n", Strings::None),
            ("Theo: \"Điều 5\"", Strings::None),
        ] {
            assert_eq!(strings(text), expected, "{text}");
        }
    }

    #[test]
    fn escapes() {
        let of = |text: &str| escape(text.as_bytes(), 0, 0);
        assert_eq!(of("\\n1. Mức"), Some(GAP | BREAK));
        assert_eq!(of("\\ttheo"), Some(GAP));
        assert_eq!(of("\\newcommand{x}"), None);
        assert_eq!(of("\\%"), None);
        assert_eq!(escaped_letter(b"\\u0110i", 0), Some((6, 'Đ')));
        for none in ["\\u000a", "\\u0022", "\\user", "\\u01"] {
            assert_eq!(escaped_letter(none.as_bytes(), 0), None, "{none}");
        }
    }
}

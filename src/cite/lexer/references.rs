//! Character references of HTML: `&nbsp;`, `&ndash;`, `&#8211;`. Texts copied from web pages hold them in any format.

use unicode_normalization::char::{compose, is_combining_mark};

/// The marks and blanks with a name that stand in and beside references.
const NAMED: [(&str, char); 24] = [
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("shy", '\u{AD}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("sol", '/'),
    ("hyphen", '\u{2010}'),
    ("minus", '\u{2212}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
];

/// The longest reference that is looked for, without `&` and `;`.
const LONGEST: usize = 8;

/// The reference that begins with the `&` at byte `at`: the byte after its semicolon, and the mark or blank that it means. Letters and digits are none.
pub fn character_reference(bytes: &[u8], at: usize) -> Option<(usize, char)> {
    let (end, name) = name_of_reference(bytes, at)?;
    let meant = match numbered(name) {
        Some(c) => c,
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    (!meant.is_alphanumeric() && !meant.is_control() && !is_combining_mark(meant)).then_some((end, meant))
}

/// The reference to a letter or figure that begins with the `&` at byte `at`: the byte after its semicolon, and the letter.
/// Editors write "&#272;i&#7873;u" and "B&ocirc;".
pub fn letter_reference(bytes: &[u8], at: usize) -> Option<(usize, char)> {
    let (end, name) = name_of_reference(bytes, at)?;
    let meant = numbered(name).or_else(|| named_letter(name))?;
    (meant.is_alphanumeric() || is_combining_mark(meant)).then_some((end, meant))
}

fn name_of_reference(bytes: &[u8], at: usize) -> Option<(usize, &str)> {
    let rest = bytes.get(at..)?.strip_prefix(b"&")?;
    let len = rest.iter().take(LONGEST + 1).position(|b| *b == b';')?;
    Some((at + 1 + len + 1, std::str::from_utf8(&rest[..len]).ok()?))
}

/// What "#8211" and "#x2013" mean.
fn numbered(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

/// The letter of "ocirc", "Agrave", "abreve", "Dstrok".
fn named_letter(name: &str) -> Option<char> {
    const MARKS: [(&str, char); 5] =
        [("grave", '\u{300}'), ("acute", '\u{301}'), ("tilde", '\u{303}'), ("circ", '\u{302}'), ("breve", '\u{306}')];
    match name {
        "Dstrok" => return Some('Đ'),
        "dstrok" => return Some('đ'),
        "ETH" => return Some('Ð'),
        "eth" => return Some('ð'),
        _ => {}
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let mark = MARKS.iter().find(|(mark, _)| name[1..] == **mark)?.1;
    compose(letter, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_blanks_by_name_and_number() {
        let read = |text: &str| character_reference(text.as_bytes(), 0);
        assert_eq!(read("&nbsp;x"), Some((6, '\u{A0}')));
        assert_eq!(read("&#8211;"), Some((7, '–')));
        assert_eq!(read("&#x2013;"), Some((8, '–')));
        assert_eq!(read("&amp;PTNT"), Some((5, '&')));
        for none in ["&", "&;", "&PTNT", "&#272;", "&#;", "&#x110000;", "&unknown;", "& amp;", "x"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn letters_by_name_and_number() {
        let read = |text: &str| letter_reference(text.as_bytes(), 0).map(|(_, c)| c);
        for (text, letter) in
            [("&#272;", 'Đ'), ("&#x1EC1;", 'ề'), ("&ocirc;", 'ô'), ("&Agrave;", 'À'), ("&ETH;", 'Ð'), ("&#49;", '1')]
        {
            assert_eq!(read(text), Some(letter), "{text}");
        }
        for none in ["&nbsp;", "&#8211;", "&grave;", "&ocirc", "&oacir;"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}

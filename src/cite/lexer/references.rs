//! Character references of HTML: `&nbsp;`, `&ndash;`, `&#8211;`. Texts copied from web pages hold them in any format.

/// The named ones that stand in and beside references; letters are left to the page that wrote them.
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
    let rest = bytes.get(at..)?.strip_prefix(b"&")?;
    let len = rest.iter().take(LONGEST + 1).position(|b| *b == b';')?;
    let name = std::str::from_utf8(&rest[..len]).ok()?;
    let meant = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code =
                hexadecimal.map_or_else(|| number.parse::<u32>(), |digits| u32::from_str_radix(digits, 16)).ok()?;
            char::from_u32(code)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    (!meant.is_alphanumeric() && !meant.is_control()).then_some((at + 1 + len + 1, meant))
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
}

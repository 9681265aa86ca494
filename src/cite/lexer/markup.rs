//! Light markup, which the lexer passes over as if it were white space.

/// How a text is marked up, for the lexer: what it passes over as if it were white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Markup {
    /// Emphasis marks and escapes are passed over in plain text too: texts copied from Markdown are common.
    #[default]
    Plain,
    Markdown,
    /// Tags are passed over.
    Html,
    /// Commands (`\textbf{`) and braces are passed over.
    Latex,
    Typst,
    AsciiDoc,
}

/// The end of a piece of markup that begins at `at`, if one does.
#[inline(never)]
pub fn markup_end(text: &str, bytes: &[u8], at: usize, markup: Markup) -> Option<usize> {
    match bytes[at] {
        b'*' | b'_' => Some(at + 1),
        // "\%", "\&": an escaped mark, no command.
        b'\\' if markup == Markup::Latex && bytes.get(at + 1).is_some_and(|b| b.is_ascii_punctuation()) => Some(at + 2),
        b'\\' if markup == Markup::Latex => {
            let end = bytes[at + 1..].iter().position(|b| !b.is_ascii_alphabetic()).map_or(bytes.len(), |n| at + 1 + n);
            Some(end.max(at + 1))
        }
        b'\\' => Some(at + 1),
        b'{' | b'}' | b'~' if markup == Markup::Latex => Some(at + 1),
        b'%' if markup == Markup::Latex => Some(line_end(bytes, at)),
        // Comments; "https://" is none.
        b'/' if matches!(markup, Markup::Typst | Markup::AsciiDoc)
            && bytes.get(at + 1) == Some(&b'/')
            && (at == 0 || matches!(bytes[at - 1], b' ' | b'\n')) =>
        {
            Some(line_end(bytes, at))
        }
        b'[' if bytes.get(at + 1) != Some(&b'[') => Some(at + 1),
        // "](address)": the target of a link is no prose.
        b']' => {
            if bytes.get(at + 1) == Some(&b'(') {
                let line_end = memchr::memchr2(b')', b'\n', &bytes[at..])? + at;
                return Some(if bytes[line_end] == b')' { line_end + 1 } else { at + 1 });
            }
            Some(at + 1)
        }
        b'`' if markup == Markup::Markdown => {
            let close = memchr::memchr2(b'`', b'\n', &bytes[at + 1..])? + at + 1;
            (bytes[close] == b'`').then_some(close + 1)
        }
        b'<' if matches!(markup, Markup::Html | Markup::Markdown) => {
            let next = text[at + 1..].chars().next()?;
            if !(next.is_ascii_alphabetic() || matches!(next, '/' | '!')) {
                return None;
            }
            let close = memchr::memchr(b'>', &bytes[at..])? + at;
            // What a script or style sheet holds is no prose, to the end of the block where it is not closed.
            let hidden = ["script", "style"].into_iter().find(|name| {
                let tag = &text[at + 1..close];
                markup == Markup::Html
                    && tag.get(..name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name))
                    && !tag[name.len()..].starts_with(char::is_alphanumeric)
            });
            Some(hidden.map_or(close + 1, |name| element_end(bytes, close, name)))
        }
        b'#' if markup == Markup::Typst => {
            let end = bytes[at + 1..].iter().position(|b| !b.is_ascii_alphabetic()).map_or(bytes.len(), |n| at + 1 + n);
            Some(end.max(at + 1))
        }
        _ => None,
    }
}

/// The end of an element whose first tag ends at `from`: that of the text where it is not closed.
#[cold]
fn element_end(bytes: &[u8], from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(n) = memchr::memmem::find(&bytes[at..], b"</") {
        at += n + 2;
        if bytes[at..].get(..name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name.as_bytes())) {
            return memchr::memchr(b'>', &bytes[at..]).map_or(bytes.len(), |n| at + n + 1);
        }
    }
    bytes.len()
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n)
}

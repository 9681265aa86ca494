//! Marks, and characters outside ASCII that are no letters: spaces, dashes, quotation marks, others.

use super::token::{GAP, Kind, Token, Tokens};
use crate::lexicon::{Word, words};
use crate::text::fold::{is_dash_lookalike, is_odd_space, is_slash_lookalike};

/// What a character reference means, at the place of the reference.
#[cold]
pub fn push_reference(text: &str, c: char, (at, end): (usize, usize), flags: &mut u8, out: &mut Tokens) {
    let Some(b) = u8::try_from(c).ok().filter(|b| b.is_ascii_graphic()) else {
        push_odd(text, c, (at, end), flags, out);
        return;
    };
    let kind = if b == b'"' { Kind::QuotePlain } else { Kind::Mark };
    let token = Token { start: at as u32, end: end as u32, word: mark(b), kind, flags: *flags };
    out.push(token, matches!(b, b'"' | b'.' | b';' | b':'));
    *flags = 0;
}

/// A character outside ASCII that is no letter: spaces, dashes, quotation marks, others.
pub fn odd_character(text: &str, at: usize, flags: &mut u8, out: &mut Tokens) -> usize {
    let c = text[at..].chars().next().unwrap_or(' ');
    push_odd(text, c, (at, at + c.len_utf8()), flags, out)
}

fn push_odd(text: &str, c: char, (at, end): (usize, usize), flags: &mut u8, out: &mut Tokens) -> usize {
    // "Điều 5† Luật": the marks of notes.
    if is_odd_space(c) || c.is_whitespace() || matches!(c, '\u{AD}' | '†' | '‡') {
        *flags |= GAP;
        return end;
    }
    // "Standard & Poor’s": an apostrophe.
    let within = || text[..at].ends_with(char::is_alphabetic) && text[end..].starts_with(char::is_alphabetic);
    let (kind, word) = match c {
        '’' if within() => (Kind::Mark, Word::NONE),
        '“' | '‟' | '«' | '„' | '‘' => (Kind::QuoteOpen, Word::NONE),
        '”' | '»' | '’' => (Kind::QuoteClose, Word::NONE),
        '…' => (Kind::Mark, Word::NONE),
        c if is_dash_lookalike(c) => (Kind::Mark, words::DASH),
        c if is_slash_lookalike(c) => (Kind::Mark, words::SLASH),
        _ => (Kind::Mark, Word::NONE),
    };
    let token = Token { start: at as u32, end: end as u32, word, kind, flags: *flags };
    out.push(token, kind != Kind::Mark);
    *flags = 0;
    end
}

pub fn mark(byte: u8) -> Word {
    match byte {
        b',' => words::COMMA,
        b'-' => words::DASH,
        b'&' => words::AMPERSAND,
        b'.' => words::DOT,
        b'(' => words::OPEN,
        b')' => words::CLOSE,
        b';' => words::SEMICOLON,
        b':' => words::COLON,
        b'/' => words::SLASH,
        _ => Word::NONE,
    }
}

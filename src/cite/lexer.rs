//! A block of text cut into tokens: words, runs of digits, marks. White space and light markup lie between tokens.
//!
//! Nearly all of a text is words of up to twelve bytes with a blank behind. They take a path of their own: eight bytes (for
//! long words sixteen) are loaded as one number, the end of the letters in it is found with a few operations on all bytes at
//! once, and the number without what follows is what [`Lexicon::known`] looks up. No character is decoded. Words that the
//! vocabulary does not have must be looked at more closely, since they may be known words in an unusual spelling; the plain
//! ones among them ([`plain_word`]) are passed over with a glance at each letter.

use super::references::character_reference;
use crate::lexicon::{Known, Lexicon, PACKED, Vocabulary, Word, words};
use crate::text::Span;
use crate::text::fold::{self, is_dash_lookalike, is_odd_space, is_slash_lookalike};
use crate::text::page::page_break;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    Digits,
    /// One mark that is no quotation mark; `word` tells which of those that the grammar knows.
    Mark,
    /// An opening quotation mark: `“ ‟ « ‘`.
    QuoteOpen,
    /// A closing one: `” » ’`.
    QuoteClose,
    /// `"`, which may be either.
    QuotePlain,
    /// An address of the web.
    Address,
}

/// The first letter is a capital.
pub const CAPITAL: u8 = 1;
/// White space or markup stands in front.
pub const GAP: u8 = 2;
/// A line break stands in front.
pub const BREAK: u8 = 4;
/// An empty line stands in front.
pub const EMPTY_LINE: u8 = 8;

#[derive(Debug, Clone, Copy)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    /// The word of the vocabulary; for digits [`Word::NONE`] (see [`super::reader::Reader::word_at`]).
    pub word: Word,
    pub kind: Kind,
    pub flags: u8,
}

impl Token {
    pub const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    pub const fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    pub fn is(&self, word: Word) -> bool {
        self.word == word
    }

    /// First on its line.
    pub const fn begins_line(&self) -> bool {
        self.has(BREAK)
    }
}

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

/// The tokens of a text.
#[derive(Debug, Default)]
pub struct Tokens {
    pub all: Vec<Token>,
    /// A bit for each token, 64 to a number: whether anything of the grammar can begin or end at it. Most are idle.
    pub live: Vec<u64>,
}

impl Tokens {
    #[inline]
    fn push(&mut self, token: Token, live: bool) {
        let at = self.all.len();
        if at.is_multiple_of(64) {
            self.live.push(0);
        }
        // No branch: whether a word is live cannot be foreseen.
        self.live[at / 64] |= u64::from(live | token.begins_line()) << (at % 64);
        self.all.push(token);
    }

    #[inline]
    fn push_word(&mut self, text: &str, span: (usize, usize), known: Known, flags: u8, vocabulary: &Vocabulary) {
        if known.word == Word::FRAGMENT {
            self.push_fragment(text, span, known.capital, flags, vocabulary);
        } else {
            self.push_known(span, known, flags, vocabulary);
        }
    }

    #[inline]
    fn push_known(&mut self, span: (usize, usize), known: Known, flags: u8, vocabulary: &Vocabulary) {
        let flags = if known.capital { flags | CAPITAL } else { flags };
        let (start, end) = (span.0 as u32, span.1 as u32);
        let live = vocabulary.begins(known.word, known.capital);
        self.push(Token { start, end, word: known.word, kind: Kind::Word, flags }, live);
    }

    /// "ị" of "Ngh ị định": one word with the token in front, which a single blank separates, if they make one of the grammar;
    /// else a word like others.
    #[cold]
    #[inline(never)]
    fn push_fragment(
        &mut self,
        text: &str,
        (start, end): (usize, usize),
        capital: bool,
        flags: u8,
        vocabulary: &Vocabulary,
    ) {
        if flags == GAP
            && let Some(head) = self.all.last().copied()
            && head.kind == Kind::Word
            && text.get(head.end as usize..start) == Some(" ")
            && let Some(word) = vocabulary.lexicon().joined(head.span().of(text), &text[start..end])
        {
            self.pop();
            let known = Known { word, capital: head.has(CAPITAL) };
            self.push_known((head.start as usize, end), known, head.flags & !CAPITAL, vocabulary);
            return;
        }
        self.push_known((start, end), Known { word: Word::NONE, capital }, flags, vocabulary);
    }

    /// Takes the last token away again.
    fn pop(&mut self) {
        self.all.pop();
        let at = self.all.len();
        if at.is_multiple_of(64) {
            self.live.pop();
        } else {
            self.live[at / 64] &= !(1 << (at % 64));
        }
    }

    /// An address of the web, at which nothing begins; gives its end.
    #[cold]
    fn push_address(&mut self, (start, end): (usize, usize), flags: u8) -> usize {
        let kind = Kind::Address;
        self.push(Token { start: start as u32, end: end as u32, word: Word::NONE, kind, flags }, false);
        end
    }
}

/// Cuts a text into tokens, in `out`, which is emptied first.
pub fn lex(text: &str, vocabulary: &Vocabulary, markup: Markup, out: &mut Tokens) {
    out.all.clear();
    out.live.clear();
    out.all.reserve(text.len() / 4);
    let bytes = text.as_bytes();
    let mut at = 0;
    // A block begins at the beginning of a line.
    let mut flags = BREAK;
    while let Some(&b) = bytes.get(at) {
        match b {
            b' ' | b'\t' | b'\r' => {
                flags |= GAP;
                at += 1;
            }
            b'\n' => {
                if let Some(end) = page_break(text, at) {
                    flags |= GAP | BREAK;
                    at = end;
                    continue;
                }
                flags |= if flags & BREAK != 0 { GAP | BREAK | EMPTY_LINE } else { GAP | BREAK };
                at += 1;
            }
            b'0'..=b'9' => {
                let start = at as u32;
                while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                    at += 1;
                }
                out.push(Token { start, end: at as u32, word: Word::NONE, kind: Kind::Digits, flags }, true);
                flags = 0;
            }
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => {
                let Some((end, known)) = usual_word(bytes, at, vocabulary.lexicon()) else {
                    (at, flags) = other_word(text, at, flags, vocabulary, out);
                    continue;
                };
                if let Some(end) = address_end(bytes, at, end) {
                    at = out.push_address((at, end), flags);
                    flags = 0;
                    continue;
                }
                out.push_word(text, (at, end), known, flags, vocabulary);
                flags = 0;
                at = end;
                // A blank follows nearly always.
                if bytes.get(at) == Some(&b' ') {
                    flags = GAP;
                    at += 1;
                }
            }
            _ => {
                if let Some(end) = markup_end(text, bytes, at, markup) {
                    flags |= GAP;
                    at = end;
                    continue;
                }
                if b == b'&'
                    && let Some((end, c)) = character_reference(bytes, at)
                {
                    push_reference(text, c, (at, end), &mut flags, out);
                    at = end;
                    continue;
                }
                let kind = if b == b'"' { Kind::QuotePlain } else { Kind::Mark };
                let token = Token { start: at as u32, end: at as u32 + 1, word: mark(b), kind, flags };
                out.push(token, matches!(b, b'"' | b'.' | b';'));
                flags = 0;
                at += 1;
            }
        }
    }
}

/// A word or character outside ASCII of any kind; what is written, and the flags of what follows.
#[inline(never)]
fn other_word(text: &str, start: usize, mut flags: u8, vocabulary: &Vocabulary, out: &mut Tokens) -> (usize, u8) {
    let end = word_end(text, text.as_bytes(), start);
    if end == start {
        let end = odd_character(text, start, &mut flags, out);
        return (end, flags);
    }
    if let Some(end) = address_end(text.as_bytes(), start, end) {
        return (out.push_address((start, end), flags), 0);
    }
    let lexicon = vocabulary.lexicon();
    let written = &text[start..end];
    let word = lexicon.word(written);
    let capital = written.starts_with(char::is_uppercase);
    // "tạiĐiều 5": a blank was lost before the capital.
    if word == Word::NONE
        && let Some(cut) = lost_blank(written)
    {
        let (before, behind) = written.split_at(cut);
        let known = Known { word: lexicon.word(before), capital };
        out.push_word(text, (start, start + cut), known, flags, vocabulary);
        let known = Known { word: lexicon.word(behind), capital: true };
        out.push_word(text, (start + cut, end), known, GAP, vocabulary);
    } else {
        out.push_word(text, (start, end), Known { word, capital }, flags, vocabulary);
    }
    (end, 0)
}

/// A word of at most [`PACKED`] bytes that begins at `at`, where no closer look at it is needed: its end, and what is known
/// of it.
#[inline]
fn usual_word(bytes: &[u8], at: usize, lexicon: &Lexicon) -> Option<(usize, Known)> {
    let (ahead, behind) = ahead(bytes, at);
    // Most words are shorter than eight bytes.
    let mut stop = first_stop(ahead);
    let mut len = stop.trailing_zeros() as usize / 8;
    let known = if stop != 0 {
        lexicon.known(u128::from(below(stop, ahead)))
    } else {
        stop = first_stop(behind);
        len += stop.trailing_zeros() as usize / 8;
        if len > PACKED {
            return None;
        }
        lexicon.known(u128::from(ahead) | (u128::from(below(stop, behind)) << 64))
    };
    let known = known.or_else(|| plain_word(&bytes[at..at + len]))?;
    Some((at + len, known))
}

/// The next eight bytes as a number and the eight behind, the first one lowest; zeros behind the end of the text.
#[inline]
fn ahead(bytes: &[u8], at: usize) -> (u64, u64) {
    let rest = &bytes[at..];
    let next = match (rest.first_chunk(), bytes.last_chunk()) {
        (Some(next), _) => u128::from_le_bytes(*next),
        (None, Some(last)) => u128::from_le_bytes(*last) >> (8 * (16 - rest.len())),
        (None, None) => rest.iter().rev().fold(0, |number, byte| (number << 8) | u128::from(*byte)),
    };
    (next as u64, (next >> 64) as u64)
}

/// Of eight bytes the first, from the lowest on, that is no ASCII letter and belongs to no character outside ASCII: a number
/// whose only bit is the highest one of that byte. 0 if there is none.
#[inline]
const fn first_stop(ahead: u64) -> u64 {
    const fn in_each(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    const HIGH: u64 = in_each(0x80);
    // Seven bits of each byte, capitals made small; adding carries into the eighth bit from a certain letter on.
    let small = (ahead | in_each(0x20)) & !HIGH;
    let from_a = small + in_each(0x80 - b'a');
    let behind_z = small + in_each(0x7F - b'z');
    let stops = !(ahead | (from_a & !behind_z)) & HIGH;
    stops & stops.wrapping_neg()
}

/// The bytes below the one that is marked by its highest bit.
#[inline]
const fn below(stop: u64, bytes: u64) -> u64 {
    bytes & (stop >> 7).wrapping_sub(1)
}

/// A word that the lexicon does not have as it is written: none of the vocabulary, if it is written in small composed
/// Vietnamese letters, with at most the first a capital. Of other words `None`: they need a closer look.
#[inline(never)]
fn plain_word(word: &[u8]) -> Option<Known> {
    let mut capital = false;
    let mut at = 0;
    while let Some(byte) = word.get(at) {
        let second = word.get(at + 1).copied().unwrap_or(0);
        let (small, len) = match (byte, second) {
            (b'a'..=b'z', _) => (true, 1),
            (b'A'..=b'Z', _) => (false, 1),
            // The letters of Latin-1 but eth, which is a look-alike.
            (0xC3, 0xA0..=0xAF | 0xB1..=0xB6 | 0xB8..=0xBD) => (true, 2),
            (0xC3, 0x80..=0x8F | 0x91..=0x96 | 0x98..=0x9D) => (false, 2),
            // ă đ ĩ, ũ, ơ ư
            (0xC4, 0x83 | 0x91 | 0xA9) | (0xC5, 0xA9) | (0xC6, 0xA1 | 0xB0) => (true, 2),
            (0xC4, 0x82 | 0x90 | 0xA8) | (0xC5, 0xA8) | (0xC6, 0xA0 | 0xAF) => (false, 2),
            // From Ạ to ỹ capitals and small letters take turns.
            (0xE1, 0xBA) if word[at + 2] >= 0xA0 => (word[at + 2] & 1 == 1, 3),
            (0xE1, 0xBB) if word[at + 2] <= 0xB9 => (word[at + 2] & 1 == 1, 3),
            _ => return None,
        };
        if !small && at > 0 {
            return None;
        }
        capital |= !small;
        at += len;
    }
    Some(Known { word: Word::NONE, capital })
}

/// The end of a run of letters that begins at `at`, `at` itself if no letter stands there.
fn word_end(text: &str, bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' | b'A'..=b'Z' => at += 1,
            // Latin letters with marks, đ, ơ, ư; the two signs of this block are × and ÷.
            0xC3 => {
                if matches!(bytes.get(at + 1), Some(0x97 | 0xB7)) {
                    return at;
                }
                at += 2;
            }
            0xC4..=0xC9 | 0xCC | 0xCD => at += 2,
            // Vietnamese letters with two marks.
            0xE1 if matches!(bytes.get(at + 1), Some(0xB8..=0xBB)) => at += 3,
            0x80.. => {
                let c = text[at..].chars().next().unwrap_or(' ');
                if !c.is_alphabetic() {
                    return at;
                }
                at += c.len_utf8();
            }
            _ => return at,
        }
    }
    at
}

/// The end of an address of the web ("https://…", "www.…") whose first letters stand at `start..end`: what it holds is no
/// prose.
fn address_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let begins = match bytes.get(end)? {
        b':' => bytes[end..].starts_with(b"://"),
        b'.' => bytes[start..end].eq_ignore_ascii_case(b"www"),
        _ => false,
    };
    if !begins || end == start {
        return None;
    }
    let ends =
        |b: &u8| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b'(' | b')' | b'[' | b']' | b'|' | b'}');
    Some(bytes[end..].iter().position(ends).map_or(bytes.len(), |n| end + n))
}

/// Where a blank was lost inside a run of letters: before the only capital behind small letters.
fn lost_blank(word: &str) -> Option<usize> {
    if word.len() < 5 {
        return None;
    }
    let mut small = 0;
    let mut cut = None;
    for (at, c) in word.char_indices() {
        if c.is_lowercase() {
            small += 1;
        } else if c.is_uppercase() && small >= 2 && cut.is_none() {
            cut = Some(at);
        } else if c.is_uppercase() && cut.is_some() {
            return None;
        }
    }
    // Behind it stands a word of two letters or more, with the marks that hardly a code has: "Bộ", "Điều", not "kVa".
    cut.filter(|&cut| {
        let letters = fold::letters(&word[cut..]);
        letters > 3 || (letters > 1 && !word[cut..].is_ascii())
    })
}

/// What a character reference stands for, at the place of the reference.
#[cold]
fn push_reference(text: &str, c: char, (at, end): (usize, usize), flags: &mut u8, out: &mut Tokens) {
    let Some(b) = u8::try_from(c).ok().filter(|b| b.is_ascii_graphic()) else {
        push_odd(text, c, (at, end), flags, out);
        return;
    };
    let kind = if b == b'"' { Kind::QuotePlain } else { Kind::Mark };
    let token = Token { start: at as u32, end: end as u32, word: mark(b), kind, flags: *flags };
    out.push(token, matches!(b, b'"' | b'.' | b';'));
    *flags = 0;
}

/// A character outside ASCII that is no letter: spaces, dashes, quotation marks, others.
fn odd_character(text: &str, at: usize, flags: &mut u8, out: &mut Tokens) -> usize {
    let c = text[at..].chars().next().unwrap_or(' ');
    push_odd(text, c, (at, at + c.len_utf8()), flags, out)
}

fn push_odd(text: &str, c: char, (at, end): (usize, usize), flags: &mut u8, out: &mut Tokens) -> usize {
    if is_odd_space(c) || c.is_whitespace() || c == '\u{AD}' {
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

fn mark(byte: u8) -> Word {
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

fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n)
}

/// The end of a piece of markup that begins at `at`, if one does.
#[inline(never)]
fn markup_end(text: &str, bytes: &[u8], at: usize, markup: Markup) -> Option<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, markup: Markup) -> Vec<String> {
        let mut tokens = Tokens::default();
        lex(text, &Vocabulary::new([]), markup, &mut tokens);
        tokens.all.iter().map(|t| t.span().of(text).to_owned()).collect()
    }

    #[test]
    fn words_digits_and_marks() {
        assert_eq!(cut("Điều 5a, Ðiểm\u{a0}đ", Markup::Plain), ["Điều", "5", "a", ",", "Ðiểm", "đ"]);
        assert_eq!(cut("“30/2020”", Markup::Plain), ["“", "30", "/", "2020", "”"]);
    }

    #[test]
    fn markup_is_passed_over() {
        assert_eq!(cut("_**Nghị định**_ số [30](http://a.b/c)", Markup::Markdown), ["Nghị", "định", "số", "30"]);
        assert_eq!(cut("<b class=\"x\">Luật</b> &lt;", Markup::Html), ["Luật", "&lt;"]);
        assert_eq!(cut("\\textbf{Luật}", Markup::Latex), ["Luật"]);
    }
}

//! A block of text cut into tokens: words, runs of digits, marks. White space and light markup lie between tokens.
//!
//! Most of the time of reading a text goes here, and most of that to words: see [`letters`].

mod data;
mod letters;
mod marks;
mod markup;
mod references;
mod token;

pub use data::escaped_letter;
pub use markup::Markup;
pub use references::{character_reference, letter_reference};
pub use token::{BREAK, CAPITAL, EMPTY_LINE, GAP, Kind, Token, Tokens};

use crate::lexicon::{Known, Vocabulary, Word, words};
use crate::text::page::page_break;
use data::Strings;
use letters::{address_end, lost_blank, usual_word, word_end};
use marks::{mark, odd_character, push_reference};
use markup::markup_end;

/// Cuts a text into tokens, in `out`, which is emptied first.
pub fn lex(text: &str, vocabulary: &Vocabulary, markup: Markup, out: &mut Tokens) {
    out.all.clear();
    out.live.clear();
    out.all.reserve(text.len() / 4);
    let bytes = text.as_bytes();
    let mut at = 0;
    // Asked at the first plain quotation mark.
    let mut strings: Option<Strings> = None;
    // A block begins at the beginning of a line.
    let mut flags = BREAK;
    while let Some(&b) = bytes.get(at) {
        match b {
            b' ' | b'\t' | b'\r' | b'\x0c' => {
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
                if b == b'"'
                    && markup == Markup::Plain
                    && let Some(after) = data::passed(bytes, at, *strings.get_or_insert_with(|| data::strings(text)))
                {
                    flags |= after;
                    at += 1;
                    continue;
                }
                if b == b'\\'
                    && markup == Markup::Plain
                    && let Some(meant) = data::escape(bytes, at, flags)
                {
                    flags |= meant;
                    at += 2;
                    continue;
                }
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
                out.push(token, matches!(b, b'"' | b'.' | b';' | b':'));
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
    // "tạiĐiều 5": a blank was lost before the capital; "NQ-CPngày 03": before the date of a number.
    if word == Word::NONE
        && let Some(cut) = lost_blank(written).or_else(|| glued_day(written, out))
    {
        let (before, after) = written.split_at(cut);
        let known = Known { word: lexicon.word(before), capital };
        out.push_word(text, (start, start + cut), known, flags, vocabulary);
        let known = Known { word: lexicon.word(after), capital: true };
        out.push_word(text, (start + cut, end), known, GAP, vocabulary);
    } else {
        out.push_word(text, (start, end), Known { word, capital }, flags, vocabulary);
    }
    (end, 0)
}

/// Where "ngày" begins that was glued to the code of a symbol: "02/2020/NQ-CPngày 03". `written` follows the last token.
fn glued_day(written: &str, out: &Tokens) -> Option<usize> {
    let code = written.strip_suffix("ngày")?;
    let symbol = out.all.last().is_some_and(|t| t.is(words::DASH) || t.is(words::SLASH));
    (symbol && code.contains(char::is_uppercase)).then_some(code.len())
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
    fn a_lost_blank_is_found_before_a_capital_and_before_the_day_of_a_number() {
        assert_eq!(cut("tạiĐiều 5", Markup::Plain), ["tại", "Điều", "5"]);
        assert_eq!(cut("2/NQ-CPngày 03", Markup::Plain), ["2", "/", "NQ", "-", "CP", "ngày", "03"]);
        assert_eq!(cut("CPngày 03", Markup::Plain), ["CPngày", "03"]);
    }

    #[test]
    fn markup_is_passed_over() {
        assert_eq!(cut("_**Nghị định**_ số [30](http://a.b/c)", Markup::Markdown), ["Nghị", "định", "số", "30"]);
        assert_eq!(cut("<b class=\"x\">Luật</b> &lt;", Markup::Html), ["Luật", "&lt;"]);
        assert_eq!(cut("\\textbf{Luật}", Markup::Latex), ["Luật"]);
    }

    #[test]
    fn marks_around_strings_of_data_are_passed_over() {
        assert_eq!(
            cut(r#"{"a": "Điều 5.\n1. Theo \"Luật\""}"#, Markup::Plain).join(" "),
            r#"{ a : Điều 5 . 1 . Theo " Luật " }"#
        );
    }
}

//! A number cut into its atoms: digits, codes and separators, with what separates them.

use super::codes::{Known, corrected_code, is_assembly};
use crate::cite::lexer::character_reference;
use crate::text::Span;
use crate::text::fold::{is_dash_lookalike, is_odd_space, is_slash_lookalike, lookalike_letter};
use smallvec::SmallVec;
use unicode_normalization::char::is_combining_mark;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomKind {
    Digits,
    /// Letters, with digits and `&` after them: `NĐ`, `QH15`, `BNN&PTNT`.
    Code,
    Slash,
    Dash,
    /// A full stop between digits: `66.7`, `1.234`.
    Dot,
}

/// One atom, with the white space in front of it.
#[derive(Debug, Clone, Copy)]
pub struct Atom {
    pub kind: AtomKind,
    pub span: Span,
    /// White space in front, empty where the atom follows at once.
    pub gap: Span,
    /// Whether the gap holds a line break (and then is no slip: lines break after separators).
    pub broken: bool,
    /// A separator written with another character than `/` or `-`.
    pub odd: bool,
}

/// The atoms of a number; those of nearly all numbers need no memory of their own.
pub type Atoms = SmallVec<[Atom; 12]>;

/// At most so many atoms make a number: the longest real ones (six issuers) have 16.
pub const MAX_ATOMS: usize = 24;

/// The atoms from `start` on, as long as they can belong to one number: everything that follows without white space, and
/// what follows after white space or one line break beside a separator. Letters after a blank are only taken right after
/// the first digits (`740 QĐ/UB`), after a separator, or where the blank stands for one (`30/2020/NĐ CP`).
pub fn atoms(text: &str, start: usize) -> Atoms {
    let mut out = Atoms::new();
    let mut at = start;
    while out.len() < MAX_ATOMS {
        let previous = out.last().map(|a| a.kind);
        let after_separator = matches!(previous, Some(AtomKind::Slash | AtomKind::Dash));
        // Marks of emphasis stand beside a separator: "**30/2020**/NĐ-CP", not "30_2020".
        let marked = skip_markup(text, at);
        if marked > at && (after_separator || text[marked..].starts_with(is_separator)) {
            at = marked;
        }
        let gap_start = at;
        let Some((begin, broken)) = skip_gap(text, at) else { break };
        let gap = Span::new(gap_start, begin);
        let Some(first) = text[begin..].chars().next() else { break };
        let (after, c) = character_reference(text.as_bytes(), begin).unwrap_or((begin + first.len_utf8(), first));
        let (kind, end, odd) = if c.is_ascii_digit() {
            (AtomKind::Digits, run(text, begin, |c| c.is_ascii_digit()), false)
        } else if c == '/' || is_slash_lookalike(c) || (c == '?' && previous == Some(AtomKind::Digits)) {
            // "30//2020", "2020/-NĐ"
            let end = run(text, after, is_separator);
            (AtomKind::Slash, end, c != '/' || end > after)
        } else if c == '-' || is_dash_lookalike(c) {
            // "NĐ--CP" is how LaTeX writes a dash.
            let end = run(text, after, is_separator);
            (AtomKind::Dash, end, c != '-' || end > after)
        } else if gap.is_empty()
            && matches!(c, '_' | '.' | '\\' | '=')
            && let Some(kind) = out.last().and_then(|before| stand_in(text, before, (c, begin), out.len()))
        {
            (kind, after, true)
        } else if c == '.' && previous == Some(AtomKind::Digits) && gap.is_empty() && digit_follows(text, begin + 1) {
            (AtomKind::Dot, begin + 1, false)
        } else if is_letter(c) {
            (AtomKind::Code, code_end(text, begin), false)
        } else {
            break;
        };
        if !gap.is_empty() {
            let separator = matches!(kind, AtomKind::Slash | AtomKind::Dash);
            let old_form = kind == AtomKind::Code && out.len() == 1 && !broken;
            // "151/20 25/NĐ-CP": the year broke in two.
            let year = kind == AtomKind::Digits
                && matches!(out.as_slice(), [serial, slash, part] if serial.kind == AtomKind::Digits
                    && slash.kind == AtomKind::Slash && part.kind == AtomKind::Digits)
                && gap.len() == 1
                && out[2].span.len() + (end - begin) == 4
                && text[end..].starts_with('/');
            // "30/2020/N Đ-CP", "30/2020/NĐ-C P": a code of two or three letters broke in two.
            let code = kind == AtomKind::Code
                && out.len() > 2
                && matches!(gap.of(text), " " | "\u{a0}")
                && out.last().is_some_and(|a| {
                    a.kind == AtomKind::Code && (is_fragment(a.span.of(text)) || is_fragment(&text[begin..end]))
                });
            let for_separator = kind == AtomKind::Code
                && matches!(gap.of(text), " " | "\u{a0}")
                && stands_for_separator(text, &out, Span::new(begin, end));
            // "48/2010/QH 12": the term of the National Assembly, over a blank or the end of a line.
            let term = kind == AtomKind::Digits
                && end - begin <= 2
                && !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '/')
                && !(text[end..].starts_with('.') && digit_follows(text, end + 1))
                && gap.of(text).trim_matches(' ').len() <= 1
                && out.len() > 2
                && out.last().is_some_and(|a| matches!(a.span.of(text), "QH" | "UBTVQH" | "PL-UBTVQH"));
            // Digits never follow a dash over a gap: "5/QĐ-TTg - 2020" is two things.
            if !(separator
                || term
                || for_separator
                || (after_separator && !(kind == AtomKind::Digits && previous == Some(AtomKind::Dash)))
                || old_form
                || year
                || code)
            {
                break;
            }
            if separator && broken {
                break;
            }
        }
        out.push(Atom { kind, span: Span::new(begin, end), gap, broken, odd });
        at = end;
    }
    while matches!(out.last().map(|a| a.kind), Some(AtomKind::Slash | AtomKind::Dash | AtomKind::Dot)) {
        out.pop();
    }
    out
}

/// The separator for which another mark was typed, between what is glued to both its sides: "NĐ_CP", "NĐ.CP", "2020.NĐ-CP",
/// "30_2020/NĐ-CP", "30\2020\NĐ-CP". A full stop ends a sentence more often than it slips in: only between known codes, and
/// after the year.
fn stand_in(text: &str, before: &Atom, (mark, at): (char, usize), read: usize) -> Option<AtomKind> {
    const WITH_YEAR: usize = 3;
    let next = text[at + 1..].chars().next()?;
    let code_from = |first: bool| {
        let span = Span::new(at + 1, code_end(text, at + 1));
        corrected_code(text, span, first)
    };
    match (before.kind, mark) {
        (AtomKind::Code, '_' | '=') if is_letter(next) => {
            (next.is_uppercase() && code_from(false).known == Known::Issuer).then_some(AtomKind::Dash)
        }
        (AtomKind::Code, '.') if is_letter(next) => {
            let kind = corrected_code(text, before.span, true);
            let sure = kind.known == Known::Type && before.span.len() > 1 && code_from(false).known == Known::Issuer;
            sure.then_some(AtomKind::Dash)
        }
        (AtomKind::Digits, '_' | '\\') if next.is_ascii_digit() && read == 1 => Some(AtomKind::Slash),
        (AtomKind::Digits, '_' | '\\') if next.is_uppercase() => Some(AtomKind::Slash),
        (AtomKind::Digits, '.') if next.is_uppercase() && read == WITH_YEAR && before.span.len() == 4 => {
            let code = code_from(true);
            (code.known == Known::Type || is_assembly(&code.text)).then_some(AtomKind::Slash)
        }
        _ => None,
    }
}

/// Whether the blank in front of a code stands for a separator: "30/2020/NĐ CP", "16/2023 QH15", "80/2021 TT-BTC". The codes
/// on both its sides must be known.
fn stands_for_separator(text: &str, read: &[Atom], code: Span) -> bool {
    let starts_code = |span: Span| text[span.start..].starts_with(char::is_uppercase);
    match read {
        [.., before, kind]
            if kind.kind == AtomKind::Code
                && before.kind == AtomKind::Slash
                && (starts_code(code) || !starts_code(kind.span)) =>
        {
            kind.span.len() > 1
                && corrected_code(text, kind.span, true).known == Known::Type
                && corrected_code(text, code, false).known == Known::Issuer
        }
        [serial, slash, year]
            if serial.kind == AtomKind::Digits
                && slash.kind == AtomKind::Slash
                && year.kind == AtomKind::Digits
                && year.span.len() == 4
                && starts_code(code) =>
        {
            let first = corrected_code(text, code, true);
            let rest = text[code.end..].strip_prefix(['-', ' ', '\u{2013}']);
            is_assembly(&first.text)
                || (first.known == Known::Type
                    && rest.is_some_and(|rest| {
                        let at = text.len() - rest.len();
                        rest.starts_with(char::is_uppercase)
                            && corrected_code(text, Span::new(at, code_end(text, at)), false).known == Known::Issuer
                    }))
        }
        _ => false,
    }
}

/// Where the text continues after white space, and whether a line break was passed. At most one line break and 64 bytes.
fn skip_gap(text: &str, from: usize) -> Option<(usize, bool)> {
    let mut broken = false;
    let mut at = from;
    while let Some(c) = text[at..].chars().next() {
        let mut after = at + c.len_utf8();
        if c == '\n' {
            if broken {
                return None;
            }
            broken = true;
        } else if c == '&' {
            match character_reference(text.as_bytes(), at) {
                Some((end, blank)) if is_odd_space(blank) || blank == ' ' => after = end,
                _ => return Some((at, broken)),
            }
        } else if !(c == ' ' || c == '\t' || c == '\r' || is_odd_space(c)) {
            return Some((at, broken));
        }
        if at - from > 64 {
            return None;
        }
        at = after;
    }
    None
}

/// Where the text continues after marks of emphasis, escapes, braces and tags: "**30/2020**/NĐ-CP", "30\/2020/NĐ\-CP",
/// "\textbf{30/2020}/NĐ-CP", "<b>30/2020</b>/NĐ-CP".
fn skip_markup(text: &str, from: usize) -> usize {
    const LONGEST_TAG: usize = 120;
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        at += match bytes.get(at) {
            Some(b'*' | b'_' | b'{' | b'}') => 1,
            Some(b'\\') if next.is_ascii_punctuation() => 1,
            Some(b'<') if next.is_ascii_alphabetic() || next == b'/' => {
                let near = &bytes[at..bytes.len().min(at + LONGEST_TAG)];
                match memchr::memchr2(b'>', b'\n', near) {
                    Some(n) if near[n] == b'>' => n + 1,
                    _ => return at,
                }
            }
            _ => return at,
        };
    }
}

/// A capital or two.
fn is_fragment(code: &str) -> bool {
    code.len() <= 4 && code.chars().count() <= 2 && code.chars().all(char::is_uppercase)
}

fn is_separator(c: char) -> bool {
    c == '/' || c == '-' || is_slash_lookalike(c) || is_dash_lookalike(c)
}

/// The end of a code; "&" may be written `\&` or `&amp;`.
fn code_end(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        at = run(text, at, |c| is_letter(c) || is_combining_mark(c) || c.is_ascii_digit() || c == '&');
        let rest = &text[at..];
        if rest.starts_with("\\&") {
            at += 2;
        } else if text[..at].ends_with("&amp") && rest.starts_with(';') {
            at += 1;
        } else if &text[from..at] == "L" && rest.starts_with('.') && digit_follows(text, at + 1) {
            // "101/SL-L.003"
            at += 1;
        } else {
            // A reference of another kind is no part of the code: "BTC&nbsp;ngày".
            let ampersand = text[from..at].rfind('&').map(|n| from + n);
            return match ampersand.and_then(|n| Some((n, character_reference(text.as_bytes(), n)?))) {
                Some((n, (_, c))) if c != '&' => n,
                _ => at,
            };
        }
    }
}

fn run(text: &str, from: usize, member: impl Fn(char) -> bool) -> usize {
    text[from..].char_indices().find(|&(_, c)| !member(c)).map_or(text.len(), |(at, _)| from + at)
}

fn digit_follows(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// Letters of codes: Latin and Vietnamese letters and what looks like them.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, 'Đ' | 'đ' | 'Ư' | 'ư' | 'Ơ' | 'ơ' | 'Ô' | 'Â' | 'Ă' | 'Ê')
        || lookalike_letter(c).is_some()
        || (c.is_alphabetic() && c as u32 >= 0xC0)
}

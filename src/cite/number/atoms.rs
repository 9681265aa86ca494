//! A number cut into its atoms: digits, codes and separators, with what separates them.

use crate::text::Span;
use crate::text::fold::{is_dash_lookalike, is_odd_space, is_slash_lookalike, lookalike_letter};
use smallvec::SmallVec;
use unicode_normalization::char::is_combining_mark;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomKind {
    Digits,
    /// Letters, with digits and `&` behind them: `NĐ`, `QH15`, `BNN&PTNT`.
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
/// what follows after white space or one line break beside a separator. Letters after a blank are only taken right behind
/// the first digits (`740 QĐ/UB`) or behind a separator.
pub fn atoms(text: &str, start: usize) -> Atoms {
    let mut out = Atoms::new();
    let mut at = start;
    while out.len() < MAX_ATOMS {
        let gap_start = at;
        let Some((begin, broken)) = skip_gap(text, at) else { break };
        let gap = Span::new(gap_start, begin);
        let Some(c) = text[begin..].chars().next() else { break };
        let previous = out.last().map(|a| a.kind);
        let after_separator = matches!(previous, Some(AtomKind::Slash | AtomKind::Dash));
        let (kind, end, odd) = if c.is_ascii_digit() {
            (AtomKind::Digits, run(text, begin, |c| c.is_ascii_digit()), false)
        } else if c == '/' || is_slash_lookalike(c) || (c == '?' && previous == Some(AtomKind::Digits)) {
            (AtomKind::Slash, begin + c.len_utf8(), c != '/')
        } else if c == '-' || is_dash_lookalike(c) {
            (AtomKind::Dash, begin + c.len_utf8(), c != '-')
        } else if c == '.' && previous == Some(AtomKind::Digits) && gap.is_empty() && digit_follows(text, begin + 1) {
            (AtomKind::Dot, begin + 1, false)
        } else if is_letter(c) {
            (
                AtomKind::Code,
                run(text, begin, |c| is_letter(c) || is_combining_mark(c) || c.is_ascii_digit() || c == '&'),
                false,
            )
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
            // Digits never follow a dash over a gap: "5/QĐ-TTg - 2020" is two things.
            if !(separator
                || (after_separator && !(kind == AtomKind::Digits && previous == Some(AtomKind::Dash)))
                || old_form
                || year)
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

/// Where the text goes on after white space, and whether a line break was passed. At most one line break and 64 bytes.
fn skip_gap(text: &str, from: usize) -> Option<(usize, bool)> {
    let mut broken = false;
    for (at, c) in text[from..].char_indices() {
        if c == '\n' {
            if broken {
                return None;
            }
            broken = true;
        } else if !(c == ' ' || c == '\t' || c == '\r' || is_odd_space(c)) {
            return Some((from + at, broken));
        }
        if at > 64 {
            return None;
        }
    }
    None
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

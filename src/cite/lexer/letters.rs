//! Runs of letters: where a word ends, what is known of it, and where a blank was lost in it.
//!
//! Nearly all of a text is words of up to twelve bytes with a blank after them. They take a path of their own: eight bytes
//! (for long words sixteen) are loaded as one number, the end of the letters in it is found with a few operations on all
//! bytes at once, and the number without what follows is what [`Lexicon::known`] looks up. No character is decoded. Words
//! that the vocabulary does not have must be looked at more closely, since they may be known words in an unusual spelling;
//! the plain ones among them ([`plain_word`]) are passed over with a glance at each letter.

use crate::lexicon::{Known, Lexicon, PACKED, Word};
use crate::text::fold;

/// A word of at most [`PACKED`] bytes that begins at `at`, where no closer look at it is needed: its end, and what is known
/// of it.
#[inline]
pub fn usual_word(bytes: &[u8], at: usize, lexicon: &Lexicon) -> Option<(usize, Known)> {
    let (ahead, further) = ahead(bytes, at);
    // Most words are shorter than eight bytes.
    let mut stop = first_stop(ahead);
    let mut len = stop.trailing_zeros() as usize / 8;
    let known = if stop != 0 {
        lexicon.known(u128::from(below(stop, ahead)))
    } else {
        stop = first_stop(further);
        len += stop.trailing_zeros() as usize / 8;
        if len > PACKED {
            return None;
        }
        lexicon.known(u128::from(ahead) | (u128::from(below(stop, further)) << 64))
    };
    let known = known.or_else(|| plain_word(&bytes[at..at + len]))?;
    Some((at + len, known))
}

/// The next eight bytes as a number and the eight after, the first one lowest; zeros after the end of the text.
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
    let past_z = small + in_each(0x7F - b'z');
    let stops = !(ahead | (from_a & !past_z)) & HIGH;
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

/// The end of a run of letters that begins at `at`, `at` itself if no letter is there.
pub fn word_end(text: &str, bytes: &[u8], mut at: usize) -> usize {
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
pub fn address_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
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

/// Where a blank was lost inside a run of letters: before the only capital after small letters.
pub fn lost_blank(word: &str) -> Option<usize> {
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
    // After it is a word of two letters or more, with the marks that hardly a code has: "Bộ", "Điều", not "kVa".
    cut.filter(|&cut| {
        let letters = fold::letters(&word[cut..]);
        letters > 3 || (letters > 1 && !word[cut..].is_ascii())
    })
}

//! Text that is not in the letters of Unicode: in an encoding of the time before it ("NghÞ ®Þnh"), or as it was typed for a
//! method of input that was switched off ("Nghij ddinhj" for Telex, "Nghi5 d9inh5" for VNI).

use crate::text::Span;
use crate::text::clear::{ClearText, Clearing};
use crate::text::legacy::old_text;
use crate::text::syllable::is_syllable;
use memchr::memmem::Finder;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The text in Unicode; `None` where it is so already, or is none of Vietnamese.
pub fn in_unicode(text: &str) -> Option<ClearText> {
    let words = if text.is_ascii() { typed(text)? } else { old(text)? };
    let mut clearing = Clearing::new(text);
    for (span, word) in words {
        clearing.write(span, &word);
    }
    clearing.finish()
}

/// The words of a text in an old encoding. That of TCVN3 and VISCII has characters that begin with 0xC2, that of VNI ñ for đ.
fn old(text: &str) -> Option<Vec<(Span, String)>> {
    let bytes = text.as_bytes();
    static D_OF_VNI: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("ñ"));
    let may_be = memchr::memchr_iter(0xC2, bytes).nth(1).is_some() || D_OF_VNI.find(bytes).is_some();
    if !may_be {
        return None;
    }
    old_text(text).map(|old| old.words)
}

/// The words of a text that was typed for Telex or VNI, if enough of them show it.
fn typed(text: &str) -> Option<Vec<(Span, String)>> {
    const FEWEST: usize = 3;
    let words = words(text);
    if words.len() < FEWEST {
        return None;
    }
    for method in [telex as fn(&str) -> Option<String>, vni] {
        let mut changed: Vec<(Span, String)> = Vec::new();
        let (mut sure, mut other) = (0, 0);
        for span in &words {
            let word = span.of(text);
            if let Some(meant) = method(word) {
                sure += usize::from(!is_syllable(word));
                changed.push((*span, meant));
            } else if !is_syllable(word) && word.chars().any(|c| c.is_ascii_lowercase()) {
                other += 1;
            }
        }
        if sure >= FEWEST && other * 4 <= changed.len() {
            return Some(changed);
        }
    }
    None
}

/// Runs of letters and digits that begin with a letter.
fn words(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let len = bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        if len > 1 && bytes[at].is_ascii_alphabetic() {
            out.push(Span::new(at, at + len));
        }
        at += len.max(1);
    }
    out
}

/// "Nghij" → "Nghị", "dduwowcj" → "được".
fn telex(word: &str) -> Option<String> {
    const TONES: [(char, char); 5] =
        [('s', '\u{301}'), ('f', '\u{300}'), ('r', '\u{309}'), ('x', '\u{303}'), ('j', '\u{323}')];
    let small: Vec<char> = word.to_ascii_lowercase().chars().collect();
    let vowel = small.iter().position(|c| is_vowel(*c))?;
    let tone_at = (vowel + 1..small.len()).rev().find(|&at| TONES.iter().any(|(key, _)| *key == small[at]));
    let tone = tone_at.and_then(|at| TONES.iter().find(|(key, _)| *key == small[at])).map(|(_, mark)| *mark);
    let mut letters: Vec<char> = Vec::new();
    for (at, c) in small.iter().enumerate() {
        if Some(at) == tone_at {
            continue;
        }
        match (letters.last().copied(), *c) {
            (Some('d'), 'd') => replace_last(&mut letters, 'đ'),
            (Some('a'), 'a') => replace_last(&mut letters, 'â'),
            (Some('e'), 'e') => replace_last(&mut letters, 'ê'),
            (Some('o'), 'o') => replace_last(&mut letters, 'ô'),
            (Some(_), 'w') => with_horns(&mut letters)?,
            (_, c) => letters.push(c),
        }
    }
    syllable(word, &letters, tone)
}

/// "Nghi5" → "Nghị", "d9uo7c5" → "được".
fn vni(word: &str) -> Option<String> {
    const TONES: [char; 5] = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];
    if word.contains("D9") && !word.contains(|c: char| c.is_ascii_lowercase()) {
        return Some(word.replace("D9", "Đ"));
    }
    let (mut letters, mut tone): (Vec<char>, Option<char>) = (Vec::new(), None);
    for c in word.to_ascii_lowercase().chars() {
        match c {
            '1'..='5' if tone.is_none() => tone = Some(TONES[c as usize - '1' as usize]),
            '6' => {
                let at = letters.iter().rposition(|c| matches!(c, 'a' | 'e' | 'o'))?;
                letters[at] = match letters[at] {
                    'a' => 'â',
                    'e' => 'ê',
                    _ => 'ô',
                };
            }
            '7' => with_horns(&mut letters)?,
            '8' => {
                let at = letters.iter().rposition(|c| *c == 'a')?;
                letters[at] = 'ă';
            }
            '9' => {
                let at = letters.iter().position(|c| *c == 'd')?;
                letters[at] = 'đ';
            }
            c if c.is_ascii_alphabetic() => letters.push(c),
            _ => return None,
        }
    }
    syllable(word, &letters, tone)
}

/// `w` of Telex and `7` of VNI: "uo" → "ươ", "a" → "ă", "o" → "ơ", "u" → "ư".
fn with_horns(letters: &mut [char]) -> Option<()> {
    let last = letters.iter().rposition(|c| is_vowel(*c) || *c == 'ư')?;
    match (last.checked_sub(1).map(|at| letters[at]), letters[last]) {
        (Some('u' | 'ư'), 'o') => {
            letters[last - 1] = 'ư';
            letters[last] = 'ơ';
        }
        (_, 'a') => letters[last] = 'ă',
        (_, 'o') => letters[last] = 'ơ',
        (_, 'u') => letters[last] = 'ư',
        _ => return None,
    }
    Some(())
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn replace_last(letters: &mut [char], with: char) {
    if let Some(last) = letters.last_mut() {
        *last = with;
    }
}

/// The syllable of letters and a tone, with the case of the word; `None` where it is none, or no other than the word.
fn syllable(word: &str, letters: &[char], tone: Option<char>) -> Option<String> {
    let plain: String = letters.iter().collect();
    // The tone is on the last vowel with a mark, else on the one before the end of an open syllable.
    let vowels: Vec<usize> =
        plain.char_indices().filter(|(_, c)| is_vowel(*c) || !c.is_ascii()).map(|(at, _)| at).collect();
    let vowels: Vec<usize> = vowels.into_iter().filter(|&at| !plain[at..].starts_with('đ')).collect();
    let marked = vowels.iter().rev().find(|&&at| !plain[at..].starts_with(|c: char| c.is_ascii()));
    let open = plain.ends_with(is_vowel) && vowels.len() > 1;
    let place = marked.or_else(|| if open { vowels.get(vowels.len() - 2) } else { vowels.last() })?;
    let after = place + plain[*place..].chars().next()?.len_utf8();
    let (before, rest) = plain.split_at(after);
    let syllable: String = format!("{before}{}{rest}", tone.map(String::from).unwrap_or_default()).nfc().collect();
    if syllable.is_ascii() || !is_syllable(&syllable) {
        return None;
    }
    Some(if word.chars().all(|c| !c.is_ascii_lowercase()) {
        syllable.to_uppercase()
    } else if word.starts_with(|c: char| c.is_ascii_uppercase()) {
        crate::text::fold::first_capital(&syllable)
    } else {
        syllable
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_becomes_letters() {
        for (text, expected) in [
            ("Nghij ddinhj soos 30/2020/NDD-CP cuar Chinhs phur", "Nghị định số 30/2020/NDD-CP của Chính phủ"),
            ("Ddieeuf 5 Luaatj DDaats ddai", "Điều 5 Luật ĐẤt đai"),
            ("Nghi5 d9inh5 so61 30/2020/ND9-CP cu3a Chi1nh phu3", "Nghị định số 30/2020/NĐ-CP của Chính phủ"),
            ("NghÞ ®Þnh sè 30/2020/N§-CP cña ChÝnh phñ", "Nghị định số 30/2020/NĐ-CP của Chính phủ"),
            ("ñöôïc höôùng daãn trong Nghò ñònh", "được hướng dẫn trong Nghị định"),
        ] {
            let found = in_unicode(text).map(|clear| clear.text);
            assert_eq!(found.map(|text| text.to_lowercase()), Some(expected.to_lowercase()), "{text}");
        }
    }

    #[test]
    fn other_texts_stay() {
        for text in [
            "The Government issued Decree No. 30/2020/ND-CP for good reasons of law.",
            "Theo Nghi dinh so 30/2020/ND-CP cua Chinh phu",
            "Căn cứ Nghị định số 30/2020/NĐ-CP",
            "fn main() { let x = vec![1, 2]; }",
            "QH15 UBTVQH14 NQ-CP A4 B2 C3",
        ] {
            assert_eq!(in_unicode(text), None, "{text}");
        }
    }
}

//! Telex typed without an input method: "nghij ddinhj" is "nghị định".

use super::typed::is_syllable;

/// The syllable that was meant, without marks, where the letters of a word are those of Telex: "ddaats" → `dat`. `None` where the
/// word can be a syllable as it is.
pub fn syllable(word: &str) -> Option<String> {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let doubled = ["aa", "ee", "oo", "dd"].iter().any(|d| word.contains(d)) || word.contains('w');
    if is_syllable(word) && !doubled {
        return None;
    }
    let letters = word.as_bytes();
    let mut out = String::with_capacity(word.len());
    let (mut vowel, mut toned) = (false, false);
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|i| letters[i]);
        let is_tone = vowel && !toned && matches!(letter, b's' | b'f' | b'r' | b'x' | b'j');
        match letter {
            b'a' | b'e' | b'o' if before == Some(letter) => {}
            b'd' if before == Some(b'd') && at == 1 => {}
            b'w' if before.is_some_and(|b| matches!(b, b'a' | b'o' | b'u' | b'w'))
                || out.ends_with(['a', 'o', 'u']) => {}
            b'w' => {
                out.push('u');
                vowel = true;
            }
            _ if is_tone => toned = true,
            _ => {
                vowel |= b"aeiouy".contains(&letter);
                out.push(char::from(letter));
            }
        }
    }
    (out != word && is_syllable(&out)).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_telex_are_the_syllable_that_was_meant() {
        for (typed, meant) in [
            ("nghij", "nghi"),
            ("ddinhj", "dinh"),
            ("luaatj", "luat"),
            ("ddaats", "dat"),
            ("ddai", "dai"),
            ("thoong", "thong"),
            ("tuw", "tu"),
            ("quyeets", "quyet"),
            ("nuwowcs", "nuoc"),
            ("hieemr", "hiem"),
            ("baor", "bao"),
            ("ddieeuf", "dieu"),
            ("chwngs", "chung"),
        ] {
            assert_eq!(syllable(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn syllables_and_abbreviations_stay_as_they_are() {
        for typed in ["nghi", "dinh", "bnv", "vpcp", "tw", "btttt", "xe", "sau", "phas5", "30/2020"] {
            assert_eq!(syllable(typed), None, "{typed}");
        }
    }
}

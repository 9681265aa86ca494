//! Folding: texts brought to a form in which they can be compared.
//!
//! Vietnamese text reaches a drafter composed and decomposed, with the tone mark on either vowel of a syllable (`hoà`,
//! `hòa`), with letters that only look right (`Ð` U+00D0 for `Đ` U+0110) and with typographer's dashes. None of that
//! changes which instrument is meant.

use rustc_hash::FxHasher;
use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The letter that a look-alike stands for: Eth and African D for `Đ`, gha for `Ư`, Cyrillic and full-width letters for Latin ones.
/// `None` where the character is no look-alike.
///
/// Neither NFC nor NFKC repairs these.
pub fn lookalike_letter(c: char) -> Option<char> {
    Some(match c {
        '\u{D0}' | '\u{189}' => 'Đ',
        '\u{F0}' | '\u{256}' => 'đ',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'х' => 'x',
        // The letter gha, which the fonts of many theses have for ư.
        '\u{1A2}' => 'Ư',
        '\u{1A3}' => 'ư',
        _ => return None,
    })
}

/// Whether the character is the Latin letter Eth or African D, the look-alikes of `Đ` that old keyboards write.
pub fn is_eth(c: char) -> bool {
    matches!(c, '\u{D0}' | '\u{F0}' | '\u{189}' | '\u{256}')
}

/// Whether the character is a dash that is not the plain hyphen-minus: `‐ ‑ ‒ – — ― −` and the soft hyphen.
pub fn is_dash_lookalike(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Whether the character is a slash that is not the plain one: `⁄ ∕ ／ ╱`.
pub fn is_slash_lookalike(c: char) -> bool {
    matches!(c, '\u{2044}' | '\u{2215}' | '\u{FF0F}' | '\u{2571}')
}

/// Whether the character takes no or unusual space: no-break and thin spaces, zero-width characters.
pub fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{2000}'..='\u{200D}' | '\u{202F}' | '\u{205F}' | '\u{2060}' | '\u{3000}' | '\u{FEFF}')
}

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A text in lower case and NFC, look-alike letters repaired, dashes plain, each syllable's tone mark on the vowel that
/// the older style (`hòa`, `ủy`) puts it on, and runs of white space as one blank. Words that a drafter considers equal
/// become equal; words that differ in a letter or tone stay different.
///
/// ```
/// use viendan::text::fold::words;
/// assert_eq!(words("Uỷ ban  NHÂN DÂN"), words("ủy ban nhân dân"));
/// assert_ne!(words("hương"), words("hướng"));
/// ```
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    let mut pending_blank = false;
    let flush = |word: &mut String, out: &mut String, pending: &mut bool| {
        if !word.is_empty() {
            if *pending && !out.is_empty() {
                out.push(' ');
            }
            *pending = false;
            push_syllable(word, out);
            word.clear();
        }
    };
    for c in text.chars() {
        if c.is_whitespace() || is_odd_space(c) {
            flush(&mut word, &mut out, &mut pending_blank);
            pending_blank = true;
        } else if c.is_alphabetic() || is_combining_mark(c) {
            word.push(c);
        } else {
            flush(&mut word, &mut out, &mut pending_blank);
            if pending_blank && !out.is_empty() {
                out.push(' ');
            }
            pending_blank = false;
            out.push(if is_dash_lookalike(c) { '-' } else { c });
        }
    }
    flush(&mut word, &mut out, &mut pending_blank);
    out
}

/// How many folded syllables each thread keeps; Vietnamese has some 7,000, of which a text uses some hundred.
const KEPT: usize = 4096;

/// Appends the folded form of a syllable. Folding one takes a thousand times as long as finding it again.
fn push_syllable(word: &str, out: &mut String) {
    type Kept = Option<(Box<str>, Box<str>)>;
    thread_local!(static CACHE: RefCell<Vec<Kept>> = RefCell::new(vec![None; KEPT]));
    if word.is_ascii() {
        out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    let place = hasher.finish() as usize % KEPT;
    CACHE.with_borrow_mut(|cache| {
        let kept = &mut cache[place];
        match kept {
            Some((of, folded)) if **of == *word => out.push_str(folded),
            _ => {
                let folded = syllable(word);
                out.push_str(&folded);
                *kept = Some((word.into(), folded.into()));
            }
        }
    });
}

/// A text in NFC: itself where its letters are composed, as they nearly always are.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The first letter as a capital, the rest as it is.
pub fn first_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The first letter small, the rest as it is.
pub fn first_small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// How many letters a text has: marks that stand by themselves in decomposed text count for nothing.
pub fn letters(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars().filter(|c| !is_combining_mark(*c)).count()
}

/// How many marks the letters of a text have, strokes included: 3 of "điều".
pub fn marks(text: &str) -> usize {
    text.nfd().filter(|c| is_combining_mark(*c) || matches!(c, 'đ' | 'Đ')).count()
}

/// One syllable (a run of letters) in the folded form of [`words`].
pub fn syllable(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    // The label of many points.
    if matches!(word, "đ" | "Đ") {
        return "đ".to_owned();
    }
    let mut letters: Vec<char> = Vec::with_capacity(word.len());
    let mut tone = None;
    for c in word.nfd() {
        let c = lookalike_letter(c).unwrap_or(c);
        if TONES.contains(&c) {
            tone = tone.or(Some(c));
        } else {
            letters.extend(c.to_lowercase());
        }
    }
    let composed: Vec<char> = letters.into_iter().nfc().collect();
    let Some(tone) = tone else {
        return composed.into_iter().collect();
    };
    let at = tone_place(&composed);
    let mut out = String::with_capacity(word.len() + 2);
    for (i, c) in composed.iter().enumerate() {
        out.push(*c);
        if Some(i) == at {
            out.push(tone);
        }
    }
    out.nfc().collect()
}

/// Where the older style puts the tone mark: on the vowel that carries a mark of its own (ê, ô, ơ …), else on the middle
/// one of three, else before a final consonant on the last, else on the last but one. The exact choice matters little: it
/// is only the same for both spellings.
fn tone_place(letters: &[char]) -> Option<usize> {
    let vowel = |c: char| "aeiouyăâêôơư".contains(c);
    let mut vowels: Vec<usize> = (0..letters.len()).filter(|&i| vowel(letters[i])).collect();
    // In "qu" and "gi" before another vowel, u and i belong to the consonant.
    if vowels.len() > 1 {
        let first = vowels[0];
        let before = first.checked_sub(1).map(|i| letters[i]);
        if (letters[first] == 'u' && before == Some('q')) || (letters[first] == 'i' && before == Some('g')) {
            vowels.remove(0);
        }
    }
    let marked = vowels.iter().rev().find(|&&i| "ăâêôơư".contains(letters[i]));
    if let Some(&i) = marked {
        return Some(i);
    }
    match vowels.as_slice() {
        [] => None,
        [only] => Some(*only),
        [.., before, last] => {
            let closed = last + 1 < letters.len();
            Some(if closed { *last } else { *before })
        }
    }
}

/// A text for search: lower case, no marks at all, `đ` as `d`, every run of other characters as one blank.
///
/// ```
/// use viendan::text::fold::search;
/// assert_eq!(search("Nghị định số 30/2020/NĐ-CP"), "nghi dinh so 30 2020 nd cp");
/// ```
pub fn search(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let push = |out: &mut String, blank: &mut bool, c: char| {
        if std::mem::take(blank) && !out.is_empty() {
            out.push(' ');
        }
        out.push(c);
    };
    let table = searched();
    for c in text.chars() {
        match table.get(c as usize).copied().unwrap_or(Searched::Other) {
            Searched::Letter(c) => push(&mut out, &mut blank, c),
            Searched::Blank => blank = true,
            Searched::Other => {
                for c in std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)) {
                    let c = lookalike_letter(c).unwrap_or(c);
                    if c.is_alphanumeric() {
                        let c = if matches!(c, 'Đ' | 'đ') { 'd' } else { c };
                        c.to_lowercase().for_each(|c| push(&mut out, &mut blank, c));
                    } else {
                        blank = true;
                    }
                }
            }
        }
    }
    out
}

/// What [`search`] makes of a character.
#[derive(Clone, Copy)]
enum Searched {
    Letter(char),
    Blank,
    /// Several letters, or none: to be decomposed.
    Other,
}

/// For all characters up to the last of the letters of Vietnamese; decomposing them each time takes most of a search.
fn searched() -> &'static [Searched] {
    static TABLE: OnceLock<Vec<Searched>> = OnceLock::new();
    let of = |c: char| {
        let mut base = std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c));
        let (Some(c), None) = (base.next(), base.next()) else { return Searched::Other };
        let c = lookalike_letter(c).unwrap_or(c);
        if !c.is_alphanumeric() {
            return Searched::Blank;
        }
        let mut small = c.to_lowercase();
        match (small.next(), small.next()) {
            (Some('đ'), None) => Searched::Letter('d'),
            (Some(c), None) => Searched::Letter(c),
            _ => Searched::Other,
        }
    };
    TABLE.get_or_init(|| ('\0'..='\u{1EFF}').map(of).collect())
}

/// A text in NFC with look-alike letters repaired, dashes and slashes plain, odd spaces as blanks and runs of white space
/// as one blank; case and tone placement stay. The form in which values (titles, canonical names) are shown.
pub fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.nfc() {
        if c.is_whitespace() || is_odd_space(c) {
            blank = true;
            continue;
        }
        if blank && !out.is_empty() {
            out.push(' ');
        }
        blank = false;
        out.push(match c {
            c if is_eth(c) || matches!(c, '\u{1A2}' | '\u{1A3}') => lookalike_letter(c).unwrap_or(c),
            c if is_dash_lookalike(c) => '-',
            c if is_slash_lookalike(c) => '/',
            c => c,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tone_styles_are_one_word() {
        for (a, b) in [
            ("hoà", "hòa"),
            ("Uỷ", "Ủy"),
            ("THUỶ", "thủy"),
            ("khoá", "khóa"),
            ("hoá", "hóa"),
            ("toà", "tòa"),
            ("thuý", "thúy"),
            ("quý", "quý"),
            ("huỷ", "hủy"),
        ] {
            assert_eq!(syllable(a), syllable(b), "{a} {b}");
        }
        for (a, b) in [("hòa", "hóa"), ("điều", "điêu"), ("đ", "d"), ("luật", "luất")] {
            assert_ne!(syllable(a), syllable(b), "{a} {b}");
        }
    }

    #[test]
    fn decomposed_text_and_eth_are_repaired() {
        let decomposed: String = "Nghị định".nfd().collect();
        assert_eq!(words(&decomposed), "nghị định");
        assert_eq!(syllable("Ðiều"), "điều");
        assert_eq!(tidy("NÐ\u{2013}CP\u{a0} x"), "NĐ-CP x");
    }

    #[test]
    fn folded_syllables_are_composed_and_stable() {
        for w in ["Nghị", "định", "giữa", "giá", "nghĩa", "thuế", "khuya", "quyết", "Hoà", "tiểu"] {
            let once = syllable(w);
            assert_eq!(once, syllable(&once), "{w}");
            assert_eq!(once, once.nfc().collect::<String>());
        }
    }
}

//! The shape of a Vietnamese syllable: onset, rime, one tone at most.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// All rimes, without their tones.
const RIMES: &str = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu \
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu \
    ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ";

/// All syllables without their tones, in small letters: each onset with each rime.
static SYLLABLES: LazyLock<FxHashSet<String>> = LazyLock::new(|| syllables(|c| c));

/// The same without any marks of vowels: "nghi", "luat", "duoc".
static BARE: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    syllables(|c| match c {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        c => c,
    })
});

fn syllables(letter: impl Fn(char) -> char) -> FxHashSet<String> {
    let rimes: Vec<String> = RIMES.split_whitespace().map(|rime| rime.chars().map(&letter).collect()).collect();
    ONSETS.iter().flat_map(|onset| rimes.iter().map(move |rime| format!("{onset}{rime}"))).collect()
}

/// Whether a word has the shape of a Vietnamese syllable. Case doesn't matter, nor on which vowel the tone mark is.
pub fn is_syllable(word: &str) -> bool {
    if word.is_ascii() {
        return SYLLABLES.contains(&word.to_ascii_lowercase());
    }
    let mut tone = None;
    let mut letters = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if tone.is_some() => return false,
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(c),
            _ => letters.extend(c.to_lowercase()),
        }
    }
    let letters: String = letters.nfc().collect();
    // One that ends in a stop has the tones *sắc* and *nặng* only, where it has its marks.
    let stopped = ["c", "ch", "p", "t"].iter().any(|stop| letters.ends_with(stop));
    let fits = !stopped || matches!(tone, None | Some('\u{301}' | '\u{323}'));
    fits && SYLLABLES.contains(&letters)
}

/// Whether a word without its marks can be a syllable: "Nghi", "dinh", "Luat", "duoc".
pub fn is_bare_syllable(word: &str) -> bool {
    BARE.contains(&word.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_have_a_rime_and_its_tones() {
        for word in
            ["Nghị", "ĐỊNH", "quyết", "giữa", "gì", "giấy", "hoà", "hòa", "khuya", "nghiêng", "ủy", "quốc", "Việt"]
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["hoộ", "Viỷt", "nghỵa", "Cềngx", "données", "für", "Müller", "Škoda", "µg", "act"] {
            assert!(!is_syllable(word), "{word}");
        }
        for word in ["Nghi", "dinh", "Luat", "duoc", "quyet", "giua", "khoan", "dieu", "huong"] {
            assert!(is_bare_syllable(word), "{word}");
        }
        for word in ["decree", "government", "issued", "law", "article"] {
            assert!(!is_bare_syllable(word), "{word}");
        }
    }
}

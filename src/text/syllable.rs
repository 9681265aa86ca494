//! The shape of a Vietnamese syllable: onset, rime, one tone at most.

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

/// Whether a word has the shape of a Vietnamese syllable. Case doesn't matter, nor on which vowel the tone mark is.
pub fn is_syllable(word: &str) -> bool {
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
    ONSETS.iter().any(|onset| letters.strip_prefix(onset).is_some_and(|rime| is_rime(rime, tone)))
}

/// A rime that ends in a stop has the tones *sắc* and *nặng* only, where it has its marks.
fn is_rime(rime: &str, tone: Option<char>) -> bool {
    let stopped = ["c", "ch", "p", "t"].iter().any(|stop| rime.ends_with(stop));
    let fits = !stopped || matches!(tone, None | Some('\u{301}' | '\u{323}'));
    fits && !rime.is_empty() && !rime.contains(' ') && RIMES.contains(&format!(" {rime} "))
}

/// Whether a word without its marks can be a syllable: "Nghi", "dinh", "Luat", "duoc".
pub fn is_bare_syllable(word: &str) -> bool {
    const BARE: [(char, &[char]); 6] = [
        ('a', &['a', 'ă', 'â']),
        ('e', &['e', 'ê']),
        ('o', &['o', 'ô', 'ơ']),
        ('u', &['u', 'ư']),
        ('i', &['i']),
        ('y', &['y']),
    ];
    let word = word.to_ascii_lowercase();
    let fits = |rime: &str| {
        RIMES.split(' ').any(|known| {
            known.chars().count() == rime.len()
                && known.chars().zip(rime.chars()).all(|(full, bare)| {
                    full == bare || BARE.iter().any(|(letter, of)| *letter == bare && of.contains(&full))
                })
        })
    };
    ONSETS.iter().any(|onset| word.strip_prefix(onset).is_some_and(|rime| !rime.is_empty() && fits(rime)))
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

//! Vietnamese text of the time before Unicode, as it comes through a clipboard: the bytes of TCVN3 (ABC), VNI or VISCII read
//! as Latin-1. "NghÞ ®Þnh", "Nghò ñònh" and "Ngh¸ ð¸nh" all are "Nghị định".

use unicode_normalization::UnicodeNormalization;

/// An encoding of its time. Capitals with tone marks had fonts of their own in TCVN3 and come out small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legacy {
    Tcvn3,
    Vni,
    Viscii,
}

impl Legacy {
    /// All encodings, in the order in which they are tried.
    pub const ALL: [Self; 3] = [Self::Tcvn3, Self::Vni, Self::Viscii];

    /// The name that users know.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Viscii => "VISCII",
        }
    }

    /// A word in Unicode; `None` where it holds a letter that the encoding has not, or does not make a syllable.
    pub fn decode(self, word: &str) -> Option<String> {
        let text = match self {
            Self::Tcvn3 => word.chars().map(|c| of_table(c, TCVN3)).collect::<Option<String>>()?,
            Self::Viscii => word.chars().map(|c| of_table(c, VISCII)).collect::<Option<String>>()?,
            Self::Vni => vni(word)?,
        };
        is_syllable(&text).then_some(text)
    }
}

/// U+00A1 to U+00FF as TCVN3 means them; a blank stands for what it has not.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ";

/// The same of VISCII (RFC 1456).
const VISCII: &str = "ắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

/// Letters that VNI writes as one character.
const VNI: [(char, char); 16] = [
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('ì', 'ì'),
    ('Ì', 'Ì'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
];

/// Marks of VNI after a letter, small, with the combining marks that they are.
const VNI_MARKS: [(char, &str); 17] = [
    ('ø', "\u{300}"),
    ('ù', "\u{301}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('à', "\u{302}\u{300}"),
    ('á', "\u{302}\u{301}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('è', "\u{306}\u{300}"),
    ('é', "\u{306}\u{301}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

fn of_table(c: char, table: &str) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    let at = (c as usize).checked_sub(0xA1)?;
    table.chars().nth(at).filter(|c| *c != ' ')
}

fn vni(word: &str) -> Option<String> {
    let mut out = String::new();
    let mut before = ' ';
    for c in word.chars() {
        if let Some((_, marks)) = VNI_MARKS.iter().find(|(m, _)| c.to_lowercase().eq([*m]))
            && matches!(before.to_ascii_lowercase(), 'a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö' | 'Ô' | 'Ö')
        {
            out.push_str(marks);
        } else if let Some((_, letter)) = VNI.iter().find(|(l, _)| *l == c) {
            out.push(*letter);
        } else if c == 'í' || c == 'Í' || c.is_ascii() {
            out.push(c);
        } else {
            return None;
        }
        before = c;
    }
    Some(out.nfc().collect())
}

/// Whether a word has the shape of a Vietnamese syllable: onset, vowels, coda, and one tone at most.
pub fn is_syllable(word: &str) -> bool {
    const ONSETS: [&str; 26] = [
        "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n",
        "r", "s", "t", "v", "x", "",
    ];
    const CODAS: [&str; 9] = ["ch", "ng", "nh", "c", "m", "n", "p", "t", ""];
    let (mut tones, mut plain) = (0, String::new());
    for c in word.to_lowercase().nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones += 1,
            '\u{302}' | '\u{306}' | '\u{31B}' => {}
            'đ' => plain.push('d'),
            _ => plain.push(c),
        }
    }
    let vowels = |rest: &str| {
        (1..=3).contains(&rest.len()) && rest.bytes().all(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
    };
    let coda = |rest: &str| CODAS.iter().any(|coda| rest.strip_suffix(coda).is_some_and(vowels));
    tones <= 1 && ONSETS.iter().any(|onset| plain.strip_prefix(onset).is_some_and(coda))
}

/// Whether a letter of Latin-1 is in no Vietnamese word: `®`, `Þ`, `ñ`, but not `à`.
pub const fn is_foreign(c: char) -> bool {
    let vietnamese = matches!(
        c,
        'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
    );
    matches!(c, '\u{A1}'..='\u{FF}') && !vietnamese
}

/// The letters of a text for which [`is_foreign`] holds. Their first byte is one of two, so that the others are not
/// decoded.
pub fn foreign_letters(text: &str) -> impl Iterator<Item = char> {
    let places = memchr::memchr2_iter(0xC2, 0xC3, text.as_bytes());
    places.filter_map(|at| text[at..].chars().next()).filter(|c| is_foreign(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_read() {
        for (encoding, old, new) in [
            (Legacy::Tcvn3, "NghÞ ®Þnh sè", "Nghị định số"),
            (Legacy::Tcvn3, "§iÒu kho¶n tr¸ch nhiÖm h\u{AD}íng dÉn", "Điều khoản trách nhiệm hướng dẫn"),
            (Legacy::Tcvn3, "ñy ban nh©n d©n tØnh quyÕt ®Þnh", "ủy ban nhân dân tỉnh quyết định"),
            (Legacy::Vni, "Nghò ñònh soá Ñieàu khoaûn", "Nghị định số Điều khoản"),
            (Legacy::Vni, "höôùng daãn traùch nhieäm cuûa UÛy ban", "hướng dẫn trách nhiệm của Ủy ban"),
            (Legacy::Vni, "baèng tieàn maët kyõ thuaät", "bằng tiền mặt kỹ thuật"),
            (Legacy::Viscii, "Ngh¸ ð¸nh s¯ Ði«u khoän", "Nghị định số Điều khoản"),
            (Legacy::Viscii, "trách nhi®m hß¾ng dçn cüa üy ban", "trách nhiệm hướng dẫn của ủy ban"),
        ] {
            let words: Option<Vec<String>> = old.split(' ').map(|w| encoding.decode(w)).collect();
            assert_eq!(words.map(|w| w.join(" ")).as_deref(), Some(new), "{old}");
        }
    }

    #[test]
    fn words_of_other_languages_are_no_syllables() {
        for word in ["données", "für", "Müller", "Škoda", "µg", "naïve"] {
            assert!(Legacy::ALL.iter().all(|encoding| encoding.decode(word).is_none()), "{word}");
        }
    }

    #[test]
    fn foreign_letters_are_found_by_their_bytes() {
        let all: String = ('\0'..='\u{1FFF}').collect();
        assert!(foreign_letters(&all).eq(all.chars().filter(|c| is_foreign(*c))));
    }

    #[test]
    fn each_table_has_a_letter_for_every_place() {
        for table in [TCVN3, VISCII] {
            assert_eq!(table.chars().count(), 0xFF - 0xA0);
        }
    }
}

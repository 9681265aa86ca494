//! Vietnamese text of the time before Unicode, as it comes through a clipboard: the bytes of TCVN3 (ABC), VNI or VISCII read
//! as Latin-1. "NghÞ ®Þnh", "Nghò ñònh" and "Ngh¸ ð¸nh" all are "Nghị định".

use super::Span;
use super::syllable::is_syllable;
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

    /// A word in Unicode; `None` where it holds a letter that the encoding has not, or makes neither a syllable nor a code in
    /// capitals ("N§-CP").
    pub fn decode(self, word: &str) -> Option<String> {
        let text = match self {
            Self::Tcvn3 => word.chars().map(|c| of_table(c, TCVN3)).collect::<Option<String>>()?,
            Self::Viscii => word.chars().map(|c| of_table(c, VISCII)).collect::<Option<String>>()?,
            Self::Vni => vni(word)?,
        };
        let is_code = || text.contains('Đ') && text.chars().all(|c| c == 'Đ' || c.is_ascii_uppercase());
        if (is_syllable(&text) && !has_capital_inside(&text)) || is_code() {
            return Some(text);
        }
        if self == Self::Tcvn3 { with_horned_u(&text).filter(|text| is_syllable(text)) } else { None }
    }
}

/// "LuẺt": a capital after a small letter.
fn has_capital_inside(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(before, c)| before.is_lowercase() && c.is_uppercase())
}

/// "trởng" → "trưởng", "đợc" → "được": the `ư` of TCVN3 is the soft hyphen, which many programs drop.
fn with_horned_u(word: &str) -> Option<String> {
    let at = word.find(['ơ', 'ớ', 'ờ', 'ở', 'ỡ', 'ợ'])?;
    (word.ends_with("ng") || word.ends_with('c')).then(|| format!("{}ư{}", &word[..at], &word[at..]))
}

/// A paragraph in an old encoding.
#[derive(Debug, Clone, PartialEq)]
pub struct OldText {
    pub encoding: Legacy,
    /// The words that are to be converted, in bytes of the paragraph, at least one; and what they mean.
    pub words: Vec<(Span, String)>,
}

/// How a paragraph is to be read, if it is in an old encoding.
pub fn old_text(text: &str) -> Option<OldText> {
    foreign_letters(text).nth(1)?;
    let words: Vec<Span> = words(text).filter(|span| !span.of(text).is_ascii()).collect();
    // No encoding has a word with letters after Latin-1, and nearly all words must be read.
    let later = words.iter().filter(|span| span.of(text).bytes().any(|b| b > 0xC3)).count();
    if later * 5 > words.len() {
        return None;
    }
    let in_encoding = |encoding: Legacy| {
        let read = words.iter().filter_map(|span| Some((*span, encoding.decode(span.of(text))?)));
        OldText { encoding, words: read.collect() }
    };
    // Of several that fit alike the first.
    let best = Legacy::ALL.map(in_encoding).into_iter().rev().max_by_key(|old| old.words.len())?;
    let mut foreign: Vec<&str> =
        best.words.iter().map(|(span, _)| span.of(text)).filter(|word| word.contains(is_foreign)).collect();
    foreign.sort_unstable();
    foreign.dedup();
    let sure = foreign.len() >= 2 && best.words.len() * 5 >= words.len() * 4;
    sure.then_some(best)
}

/// Runs of letters and of the characters that stand for letters in the old encodings (`®`, `¸`, the soft hyphen), with
/// a plain letter.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let belongs = |c: char| c.is_alphabetic() || ('\u{A1}'..='\u{FF}').contains(&c);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(belongs)?;
        let len = text[start..].find(|c| !belongs(c)).unwrap_or(text.len() - start);
        at = start + len;
        Some(Span::new(start, at))
    })
    .filter(move |span| span.of(text).contains(|c: char| c.is_ascii_alphabetic()))
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

/// Whether a letter of Latin-1 is in no Vietnamese word: `®`, `Þ`, `ñ`, but not `à`.
pub const fn is_foreign(c: char) -> bool {
    let vietnamese = matches!(
        c,
        'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
    );
    matches!(c, '\u{A1}'..='\u{FF}') && !vietnamese
}

/// The letters of a text for which [`is_foreign`] holds. They have two bytes, the first of which is one of two, so that the
/// others are not decoded.
pub fn foreign_letters(text: &str) -> impl Iterator<Item = char> {
    let bytes = text.as_bytes();
    let letter = |at: usize| char::from(((bytes[at] & 3) << 6) | (bytes.get(at + 1).copied().unwrap_or(0) & 0x3F));
    memchr::memchr2_iter(0xC2, 0xC3, bytes).map(letter).filter(|c| is_foreign(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_read() {
        for (encoding, old, new) in [
            (Legacy::Tcvn3, "NghÞ ®Þnh sè", "Nghị định số"),
            (Legacy::Tcvn3, "§iÒu kho¶n tr¸ch nhiÖm h\u{AD}íng dÉn", "Điều khoản trách nhiệm hướng dẫn"),
            (Legacy::Tcvn3, "Bé trëng ®îc N§ LuËt", "Bộ trưởng được NĐ Luật"),
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

    fn encoding(text: &str) -> Option<Legacy> {
        old_text(text).map(|old| old.encoding)
    }

    #[test]
    fn paragraphs_show_their_encoding() {
        assert_eq!(encoding("C¨n cø NghÞ ®Þnh sè 12 cña ChÝnh phñ;"), Some(Legacy::Tcvn3));
        // Most of these words are syllables in VISCII too.
        assert_eq!(
            encoding("C«ng hoµ x· héi chñ nghÜa ViÖt Nam\nTheo lêi ®Ò nghÞ cña Bé trëng Bé Néi vô;"),
            Some(Legacy::Tcvn3)
        );
        assert_eq!(encoding("C¨n cø NghÞ ®Þnh sè 30/2020/N§-CP ngµy 05 th¸ng 3 n¨m 2020"), Some(Legacy::Tcvn3));
        assert_eq!(encoding("Caên cöù Nghò ñònh soá 12 cuûa Chính phuû;"), Some(Legacy::Vni));
        assert_eq!(encoding("Cån cÑ Ngh¸ ð¸nh s¯ 12 cüa Chính phü;"), Some(Legacy::Viscii));
    }

    #[test]
    fn text_in_unicode_and_of_other_languages_has_none() {
        for text in [
            "Căn cứ Nghị định số 12 của Chính phủ;",
            "Theo Ðiều 5 Nghị định số 12/2011/NÐ-CP của Bộ Lao Ðộng",
            "Công ty Crédit Agricole và ông Müller ký ngày 05 tháng 3 năm 2020 tại São Paulo.",
            "Les données à caractère personnel sont protégées; c'est déjà prévu à l'article 5.",
            "Nhãn hiệu Viettel® và MobiFone®, ©2020, 10 µm đến 20 µm, § 5, ½ giờ.",
            "så på då, två år från och med",
        ] {
            assert_eq!(encoding(text), None, "{text}");
        }
    }
}

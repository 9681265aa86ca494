//! Paragraphs in an encoding of the time before Unicode.

use crate::text::Span;
use crate::text::legacy::{Legacy, foreign_letters, is_foreign};

/// A paragraph in an old encoding.
#[derive(Debug, Clone, PartialEq)]
pub struct OldText {
    pub encoding: Legacy,
    /// The words that are to be converted, in bytes of the block, at least one; and what they mean.
    pub words: Vec<(Span, String)>,
}

/// How a paragraph is to be read, if it is in an old encoding.
pub fn read(text: &str) -> Option<OldText> {
    foreign_letters(text).nth(1)?;
    let words: Vec<Span> = words(text).filter(|span| !span.of(text).is_ascii()).collect();
    let in_encoding = |encoding: Legacy| {
        let read = words.iter().filter_map(|span| Some((*span, encoding.decode(span.of(text))?)));
        OldText { encoding, words: read.collect() }
    };
    let best = Legacy::ALL.map(in_encoding).into_iter().max_by_key(|old| old.words.len())?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(text: &str) -> Option<Legacy> {
        read(text).map(|old| old.encoding)
    }

    #[test]
    fn paragraphs_show_their_encoding() {
        assert_eq!(encoding("C¨n cø NghÞ ®Þnh sè 12 cña ChÝnh phñ;"), Some(Legacy::Tcvn3));
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

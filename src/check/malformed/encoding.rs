//! Paragraphs in an encoding of the time before Unicode.

use super::super::run::Run;
use super::super::{Code, Edit, Finding};
use crate::text::Span;
use crate::text::legacy::{Legacy, foreign_letters, is_foreign};

/// A paragraph in an old encoding.
struct Old {
    encoding: Legacy,
    /// The words that are to be converted, in bytes of the document; and what they mean.
    words: Vec<(Span, String)>,
}

/// Text in TCVN3, VNI or VISCII, told once for paragraphs that follow each other. A single letter proves nothing: at least
/// two different words must hold letters that no Vietnamese word has, and nearly all words with diacritics must be
/// syllables in the old encoding.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục I, khoản 4.
pub fn legacy_encoding(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut told: Option<(Legacy, Vec<Edit>, Span, String)> = None;
    for (offset, block) in run.document.blocks() {
        match read(&block.text, offset) {
            Some(old) => {
                let edits = old.words.iter().map(|(span, text)| Edit::new(*span, text.clone()));
                match &mut told {
                    Some((encoding, all, ..)) if *encoding == old.encoding => all.extend(edits),
                    _ => {
                        tell(run, told.take(), out);
                        let (first, last) = (old.words[0].0, old.words[old.words.len() - 1].0);
                        let sample: Vec<&str> = old.words.iter().take(4).map(|(_, text)| text.as_str()).collect();
                        told = Some((old.encoding, edits.collect(), first.cover(last), sample.join(" ")));
                    }
                }
            }
            // Blank lines and lines without diacritics say nothing of the encoding.
            None if block.text.is_ascii() => {}
            None => tell(run, told.take(), out),
        }
    }
    tell(run, told, out);
}

fn tell(run: &Run<'_>, told: Option<(Legacy, Vec<Edit>, Span, String)>, out: &mut Vec<Finding>) {
    let Some((encoding, edits, span, sample)) = told else { return };
    let fix = run.fix("legacy-encoding.fix", &[], false, edits);
    let values = [("encoding", encoding.name()), ("sample", sample.as_str())];
    out.push(run.finding(Code::LegacyEncoding, span, &values).with_fix(fix));
}

/// How a paragraph is to be read, if it is in an old encoding.
fn read(text: &str, offset: usize) -> Option<Old> {
    foreign_letters(text).nth(1)?;
    let words: Vec<Span> = words(text).filter(|span| !span.of(text).is_ascii()).collect();
    let in_encoding = |encoding: Legacy| {
        let read = words.iter().filter_map(|span| Some((*span, encoding.decode(span.of(text))?)));
        Old { encoding, words: read.collect() }
    };
    let best = Legacy::ALL.map(in_encoding).into_iter().max_by_key(|old| old.words.len())?;
    let mut foreign: Vec<&str> =
        best.words.iter().map(|(span, _)| span.of(text)).filter(|word| word.contains(is_foreign)).collect();
    foreign.sort_unstable();
    foreign.dedup();
    let sure = foreign.len() >= 2 && best.words.len() * 5 >= words.len() * 4;
    sure.then(|| Old {
        encoding: best.encoding,
        words: best.words.into_iter().map(|(span, word)| (span.shifted(offset), word)).collect(),
    })
}

/// Runs of letters and of what stands for letters in the old encodings (`®`, `¸`, the soft hyphen), with a plain letter.
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
        read(text, 0).map(|old| old.encoding)
    }

    #[test]
    fn paragraphs_tell_their_encoding() {
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

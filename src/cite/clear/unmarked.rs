//! Text without diacritics: "theo khoan 3 Dieu 46 Bo luat Lao dong 2019". The words of the phrases that the vocabulary has, of
//! units of provisions and of what joins them get their marks back, where they can be read in one way only.

use crate::lexicon::{Phrase, Vocabulary, words};
use crate::text::Span;
use crate::text::clear::{ClearText, Clearing};
use crate::text::fold;
use crate::text::syllable::is_bare_syllable;
use memchr::memmem::Finder;
use std::sync::LazyLock;
use unicode_normalization::char::is_combining_mark;

/// Units of provisions, before their labels.
const UNITS: [(&str, &str); 8] = [
    ("dieu", "điều"),
    ("khoan", "khoản"),
    ("diem", "điểm"),
    ("muc", "mục"),
    ("chuong", "chương"),
    ("phan", "phần"),
    ("tiet", "tiết"),
    ("doan", "đoạn"),
];

/// Words before figures.
const BEFORE_FIGURES: [(&str, &str); 4] = [("so", "số"), ("ngay", "ngày"), ("thang", "tháng"), ("nam", "năm")];

/// What joins the parts of a citation and is hardly another word in such a text.
const JOINING: [(&str, &str); 14] = [
    ("va", "và"),
    ("hoac", "hoặc"),
    ("cua", "của"),
    ("cac", "các"),
    ("den", "đến"),
    ("tu", "từ"),
    ("tai", "tại"),
    ("ve", "về"),
    ("nay", "này"),
    ("duoc", "được"),
    ("neu", "nêu"),
    ("tren", "trên"),
    ("voi", "với"),
    ("nhung", "những"),
];

/// Verbs that amend, and those that begin a title.
const VERBS: [(&str, &str); 11] = [
    ("can cu", "căn cứ"),
    ("ban hanh", "ban hành"),
    ("quy dinh", "quy định"),
    ("sua doi", "sửa đổi"),
    ("bo sung", "bổ sung"),
    ("bai bo", "bãi bỏ"),
    ("thay the", "thay thế"),
    ("huong dan", "hướng dẫn"),
    ("phe duyet", "phê duyệt"),
    ("hieu luc", "hiệu lực"),
    ("thi hanh", "thi hành"),
];

/// The text with the marks that its citations need; `None` where it has marks, or cites nothing.
pub fn with_diacritics(text: &str, vocabulary: &Vocabulary) -> Option<ClearText> {
    if !may_lack_marks(text) {
        return None;
    }
    let bare = Bare { text, words: word_spans(text), vocabulary };
    if !bare.is_vietnamese() {
        return None;
    }
    let mut clearing = Clearing::new(text);
    let (mut at, mut cites) = (0, false);
    while at < bare.words.len() {
        // "D62", "D.62"
        if let Some(span) = bare.short_article(at) {
            clearing.write(span, "Điều ");
            at += 1;
            continue;
        }
        let (marked, citation) = bare.marked(at);
        for (n, word) in marked.iter().enumerate() {
            let span = bare.words[at + n];
            if !word.is_ascii() {
                clearing.write(span, &in_case_of(span.of(text), word));
            }
        }
        cites |= citation && !marked.is_empty();
        at += marked.len().max(1);
    }
    clearing.finish().filter(|_| cites)
}

/// Whether a text has no marks, or one of the words "dieu" and "luat", whose vowels no word with its marks has.
fn may_lack_marks(text: &str) -> bool {
    static RIMES: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| [Finder::new("ieu"), Finder::new("uat")]);
    let has_marks = text.chars().any(|c| !c.is_ascii() && (c.is_alphabetic() || is_combining_mark(c)));
    !has_marks || RIMES.iter().any(|rime| rime.find(text.as_bytes()).is_some())
}

/// Runs of letters without marks.
fn word_spans(text: &str) -> Vec<Span> {
    let belongs = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(n) = text[at..].find(belongs) {
        let start = at + n;
        let len = text[start..].find(|c| !belongs(c)).unwrap_or(text.len() - start);
        at = start + len;
        if text[start..at].is_ascii() {
            out.push(Span::new(start, at));
        }
    }
    out
}

fn in_case_of(written: &str, word: &str) -> String {
    if written.len() > 1 && written.bytes().all(|b| b.is_ascii_uppercase()) {
        word.to_uppercase()
    } else if written.starts_with(|c: char| c.is_ascii_uppercase()) {
        fold::first_capital(word)
    } else {
        word.to_owned()
    }
}

/// A text without marks, and its words.
struct Bare<'t> {
    text: &'t str,
    words: Vec<Span>,
    vocabulary: &'t Vocabulary,
}

/// The longest phrase from a word on, with its marks.
#[derive(Default)]
struct Longest {
    words: Vec<String>,
    /// Another phrase of the same length is there too.
    ambiguous: bool,
    cites: bool,
    /// The node of the trie at which it ends.
    node: u32,
}

impl Bare<'_> {
    fn word(&self, at: usize) -> String {
        self.words.get(at).map(|span| span.of(self.text).to_ascii_lowercase()).unwrap_or_default()
    }

    /// Whether it is Vietnamese and may cite: nearly all words are syllables, and one is that of a unit or type.
    fn is_vietnamese(&self) -> bool {
        const CITING: [&str; 8] = ["dieu", "khoan", "luat", "dinh", "tu", "quyet", "lenh", "phap"];
        let cites = |span: &Span| {
            let written = span.of(self.text);
            // Abbreviations and labels say nothing.
            let is_word = written.len() > 1 && !written[1..].contains(|c: char| c.is_ascii_uppercase());
            is_word && CITING.iter().any(|word| written.eq_ignore_ascii_case(word))
        };
        if !self.words.iter().any(cites) {
            return false;
        }
        let (mut syllables, mut others) = (0, 0);
        for span in &self.words {
            let written = span.of(self.text);
            if written.len() < 2 || written[1..].contains(|c: char| c.is_ascii_uppercase()) {
                continue;
            }
            if is_bare_syllable(written) { syllables += 1 } else { others += 1 }
        }
        syllables >= 2 && others * 4 <= syllables
    }

    /// The words from one on with their marks, as many as belong together; and whether they cite.
    fn marked(&self, at: usize) -> (Vec<String>, bool) {
        let longest = self.longest(at);
        if longest.words.len() > 1 || longest.cites {
            return if longest.ambiguous { (Vec::new(), false) } else { (longest.words, longest.cites) };
        }
        let word = self.word(at);
        let of = |list: &[(&str, &str)], word: &str| {
            list.iter().find(|(bare, _)| *bare == word).map(|(_, marked)| (*marked).to_owned())
        };
        if let Some(unit) = of(&UNITS, &word).filter(|_| self.is_labelled(at, &word)) {
            return (vec![unit], true);
        }
        let figure_follows = || self.after(at).trim_start().starts_with(|c: char| c.is_ascii_digit());
        if let Some(word) = of(&BEFORE_FIGURES, &word).filter(|_| figure_follows()) {
            return (vec![word], false);
        }
        if let Some(word) = of(&JOINING, &word) {
            return (vec![word], false);
        }
        if self.joint(at) == Some(false)
            && let Some(verb) = of(&VERBS, &format!("{word} {}", self.word(at + 1)))
        {
            return (verb.split(' ').map(str::to_owned).collect(), false);
        }
        (Vec::new(), false)
    }

    fn after(&self, at: usize) -> &str {
        &self.text[self.words[at].end..]
    }

    /// Whether a label follows a unit: figures, Roman figures, the letter of a point, "này". "muc 5" may be "mức 5".
    fn is_labelled(&self, at: usize, unit: &str) -> bool {
        let after = self.after(at);
        let Some(label) = after.strip_prefix(' ').or_else(|| after.strip_prefix('\n')) else { return false };
        let len = label.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(label.len());
        let label = &label[..len];
        let figures = label.starts_with(|c: char| c.is_ascii_digit());
        let roman = !label.is_empty() && label.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
        let letter = label.len() == 1 && label.starts_with(|c: char| c.is_ascii_lowercase());
        match unit {
            "dieu" | "khoan" => figures || label == "nay",
            "diem" | "tiet" => figures || letter || label == "nay",
            "muc" => {
                let next = self.word(at + 1 + usize::from(roman));
                roman || (figures && matches!(next.as_str(), "chuong" | "phan" | "phu"))
            }
            _ => figures || roman || label == "nay",
        }
    }

    /// The letter of "D62", "D.62", with its full stop.
    fn short_article(&self, at: usize) -> Option<Span> {
        let span = self.words[at];
        if span.of(self.text) != "D" {
            return None;
        }
        let before = self.text[..span.start].chars().next_back();
        let after = self.after(at);
        let label = after.strip_prefix('.').unwrap_or(after);
        let begins = !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '_'));
        (begins && label.starts_with(|c: char| c.is_ascii_digit()))
            .then(|| Span::new(span.start, span.end + after.len() - label.len()))
    }

    /// What is between a word and the next, where a phrase can go on over it: a blank, or (true) a comma with one.
    fn joint(&self, at: usize) -> Option<bool> {
        let next = self.words.get(at + 1)?;
        match &self.text[self.words[at].end..next.start] {
            " " | "\n" => Some(false),
            ", " => Some(true),
            _ => None,
        }
    }

    /// The longest phrase of the vocabulary from a word on.
    fn longest(&self, at: usize) -> Longest {
        let mut longest = Longest::default();
        self.follow(0, at, &mut Vec::new(), &mut longest);
        longest
    }

    fn follow<'v>(&'v self, node: u32, at: usize, read: &mut Vec<&'v str>, longest: &mut Longest) {
        for (word, number) in self.vocabulary.lexicon().unmarked(&self.word(at)) {
            let Some(next) = self.vocabulary.step(node, *number) else { continue };
            read.push(word);
            let phrases = &self.vocabulary.at(next).phrases;
            let cites = phrases.iter().any(|p| {
                matches!(p, Phrase::Type { abbreviated: false, .. } | Phrase::Name(_))
                    || (read.len() > 1 && matches!(p, Phrase::Agency { .. } | Phrase::Local(_)))
            });
            if !phrases.is_empty() {
                let words = || read.iter().map(|word| (*word).to_owned()).collect();
                if read.len() > longest.words.len() {
                    *longest = Longest { words: words(), ambiguous: false, cites, node: next };
                } else if read.len() == longest.words.len() && longest.node != next {
                    // "Nghị đinh" means what "Nghị định" means: the one with more marks is the proper one.
                    let known = &self.vocabulary.at(longest.node).phrases;
                    longest.ambiguous |= !known.iter().any(|phrase| phrases.contains(phrase));
                    let marks = |words: &[String]| words.iter().map(|word| fold::marks(word)).sum::<usize>();
                    let other: Vec<String> = words();
                    if marks(&other) > marks(&longest.words) {
                        (longest.words, longest.node) = (other, next);
                    }
                }
            }
            let onward = match self.joint(at) {
                Some(false) => Some(next),
                Some(true) => self.vocabulary.step(next, words::COMMA),
                None => None,
            };
            if let Some(onward) = onward {
                self.follow(onward, at + 1, read, longest);
            }
            read.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::NamedInstrument;

    fn marked(text: &str) -> Option<String> {
        let names = ["Bộ luật Lao động", "Luật Phòng, chống tham nhũng"];
        let names = names.map(|name| NamedInstrument {
            form: name.to_owned(),
            canonical: name.to_owned(),
            ..NamedInstrument::default()
        });
        with_diacritics(text, &Vocabulary::new(names)).map(|clear| clear.text)
    }

    #[test]
    fn citations_get_their_marks() {
        for (text, expected) in [
            ("theo khoan 3 Dieu 46 Bo luat Lao dong 2019", "theo khoản 3 Điều 46 Bộ luật Lao động 2019"),
            ("Nghi dinh so 30/2020/ND-CP cua Chinh phu", "Nghị định số 30/2020/ND-CP của Chính phủ"),
            ("diem b khoan 4 DIEU 16 va Chuong II", "điểm b khoản 4 ĐIỀU 16 và Chương II"),
            ("Ông ấy nói: theo khoan 3 Dieu 46", "Ông ấy nói: theo khoản 3 Điều 46"),
            ("Luat Phong, chong tham nhung (Dieu 27-28)", "Luật Phòng, chống tham nhũng (Điều 27-28)"),
        ] {
            assert_eq!(marked(text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn other_texts_stay() {
        for text in [
            "In accordance with Decree No. 30/2020/ND-CP of the Government on records",
            "Hom nay troi dep, nam 2020 ban co khoe khong",
            "Article 5 of the Law on Land; Dieu 5",
        ] {
            assert_eq!(marked(text), None, "{text}");
        }
    }
}

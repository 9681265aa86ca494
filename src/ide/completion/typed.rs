//! What was typed before the cursor: its words, and the type word in front of what is being typed.

use super::telex;
use crate::document::Document;
use crate::law::{InstrumentType, types};
use crate::text::{Span, fold};
use std::sync::OnceLock;

/// How much of a line (and of the one before it) is read; a query is shorter.
const REACH: usize = 600;

/// One word before the cursor, without the quotation marks and brackets around it.
#[derive(Debug)]
pub struct Word {
    /// In the document.
    pub span: Span,
    pub text: String,
    /// Without marks, in small letters; of what was typed for Telex the syllable that was meant.
    pub folded: String,
}

/// The words between the last end of a clause and the cursor.
#[derive(Debug)]
pub struct Typed {
    pub words: Vec<Word>,
    pub cursor: usize,
    /// Where the line of the cursor begins: an edit never reaches over it.
    pub floor: usize,
    /// A blank is between the last word and the cursor.
    pub spaced: bool,
    /// The line begins with "Căn cứ".
    pub basis: bool,
    /// What follows the cursor on its line.
    rest: String,
}

/// How something was typed, compared with its proper spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With its marks and a capital first letter.
    Proper,
    /// With its marks, in small letters: it may be ordinary prose.
    Lower,
    /// Without marks: the user is searching.
    Unmarked,
}

impl Style {
    /// `None` where the marks contradict: "nghỉ định" is not "Nghị định".
    pub fn of(typed: &str, proper: &str) -> Option<Self> {
        if fold::words(typed) == fold::words(proper) {
            Some(if typed.starts_with(char::is_uppercase) { Self::Proper } else { Self::Lower })
        } else {
            typed.is_ascii().then_some(Self::Unmarked)
        }
    }
}

/// Whether the words typed do not contradict the marks of a text, whose words they begin one by one (`in_order`) or
/// anywhere: "Giáo" is not the beginning of "Giao", "Giao" may become "Giáo".
pub fn marks_agree(typed: &[Word], proper: &str, in_order: bool) -> bool {
    if typed.iter().all(|word| word.text.is_ascii()) {
        return true;
    }
    let folded = fold::words(proper);
    let proper: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    typed.iter().flat_map(|w| w.text.split(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty()).enumerate().all(
        |(at, word)| {
            let word = fold::words(word);
            word.is_ascii()
                || if in_order {
                    proper.get(at).is_some_and(|p| p.starts_with(&word))
                } else {
                    proper.iter().any(|p| p.starts_with(&word))
                }
        },
    )
}

/// A type word among the words typed.
#[derive(Debug, Clone, Copy)]
pub struct TypeWord {
    /// Index of its first word, and of the word after it.
    pub from: usize,
    pub until: usize,
    pub kind: &'static InstrumentType,
    pub style: Style,
    pub abbreviated: bool,
}

impl Typed {
    /// `None` where nothing is being typed: at the beginning of a line, after the end of a clause.
    pub fn read(document: &Document, offset: usize) -> Option<Self> {
        let rope = document.rope();
        let cursor = border(rope, offset.min(rope.len_bytes()));
        let line = rope.byte_to_line(cursor);
        let floor = rope.line_to_byte(line);
        let before = if line > 0 { rope.line_to_byte(line - 1) } else { floor };
        // A type word at the end of the line before belongs to a number at the beginning of this one.
        let from = border(rope, before.max(cursor.saturating_sub(REACH)));
        let text = document.slice(Span::new(from, cursor));
        let line_end = rope.line_to_byte((line + 1).min(rope.len_lines())).max(cursor);
        let rest_end = border(rope, line_end.min(cursor + 160));
        let rest = document.slice(Span::new(cursor, rest_end.max(cursor)));
        let mut typed =
            Self { words: Vec::new(), cursor, floor, spaced: text.ends_with(char::is_whitespace), basis: false, rest };
        let head = border(rope, floor + 40.min(cursor - floor));
        typed.basis = fold::search(&document.slice(Span::new(floor, head))).starts_with("can cu");
        typed.cut(&text, from);
        let last = typed.words.last()?;
        (last.span.start >= floor && (typed.spaced || last.span.end == cursor)).then_some(typed)
    }

    /// Cuts the text into words; the end of a clause forgets those before it.
    fn cut(&mut self, text: &str, base: usize) {
        let mut at = 0;
        for piece in text.split_inclusive(char::is_whitespace).flat_map(unglued) {
            let start = at;
            at += piece.len();
            let piece = piece.trim_end();
            if piece.is_empty() {
                if text[..start].ends_with('\n') {
                    self.words.clear();
                }
                continue;
            }
            let inner = piece.trim_start_matches(is_opener);
            let opened = inner.len() < piece.len();
            let begin = start + piece.len() - inner.len();
            let word = inner.trim_end_matches(is_closer);
            let tail = &inner[word.len()..];
            // A dash inside a name ("Lao động - Thương binh") isn't a word of its own; at the beginning of a line it is
            // a bullet.
            if word.is_empty() {
                if !matches!(piece, "-" | "–" | "—" | "&") || base + start == self.floor {
                    self.words.clear();
                }
                continue;
            }
            if opened {
                self.words.clear();
            }
            let folded = fold::search(word);
            let folded = telex::syllable(&folded).filter(|_| word.is_ascii()).unwrap_or(folded);
            let span = Span::new(base + begin, base + begin + word.len());
            let short = folded.len() <= 2;
            self.words.push(Word { span, text: word.to_owned(), folded });
            let ends = match tail {
                "" | "," => false,
                // "TP." and "số:" don't end a clause.
                "." | ":" => !short,
                _ => true,
            };
            if ends {
                self.words.clear();
            }
        }
    }

    /// The words from an index on, folded and cut once more at marks inside them ("KH&CN").
    pub fn query(&self, from: usize) -> Vec<&str> {
        self.words[from..].iter().flat_map(|w| w.folded.split(' ')).filter(|w| !w.is_empty()).collect()
    }

    /// The text from a word to the cursor, as written.
    pub fn text(&self, document: &Document, from: usize) -> String {
        document.slice(Span::new(self.words[from].span.start, self.cursor))
    }

    /// From a word to the cursor, and after it the rest of the same token: its letters, and for numbers also the
    /// separators between them. `None` where the word is on an earlier line.
    pub fn span(&self, from: usize, number: bool) -> Option<Span> {
        let start = self.words[from].span.start;
        (start >= self.floor).then(|| Span::new(start, self.cursor + self.continuation(number)))
    }

    /// Whether a punctuation mark is right after the cursor.
    pub fn is_followed_by(&self, mark: char) -> bool {
        self.rest.starts_with(mark)
    }

    /// How many bytes after a span already are the end of `text`: after "Bộ Công" the "an" of "Bộ Công an".
    pub fn already_written_after(&self, span: Span, text: &str) -> usize {
        let Some(rest) = self.rest.get(span.end.saturating_sub(self.cursor)..) else { return 0 };
        let ends = text.match_indices(' ').map(|(at, _)| &text[at..]);
        let mut found =
            ends.filter(|end| rest.strip_prefix(end).is_some_and(|after| !after.starts_with(char::is_alphanumeric)));
        found.next().map_or(0, str::len)
    }

    /// Length of what follows the cursor without a blank and belongs to the same token.
    fn continuation(&self, number: bool) -> usize {
        if self.spaced {
            return 0;
        }
        let mut end = 0;
        for (at, c) in self.rest.char_indices() {
            if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) {
                end = at + c.len_utf8();
            } else if !(number && (matches!(c, '/' | '-' | '&') || fold::is_dash_lookalike(c))) {
                break;
            } else if c == '/' || c == '-' {
                // A separator belongs to the token when letters or digits follow it.
                let next = self.rest[at + c.len_utf8()..].chars().next();
                if !next.is_some_and(char::is_alphanumeric) {
                    break;
                }
            }
        }
        end
    }

    /// Index of the first word that follows on what leads to a citation: "Căn cứ", "theo", "tại Điều 5", "của". `None` where nothing
    /// in front of a word does.
    pub fn after_cue(&self, at: usize) -> bool {
        let word = |back: usize| at.checked_sub(back).map(|i| self.words[i].folded.as_str());
        let is_label =
            |text: &str| text.len() <= 4 && (text.starts_with(|c: char| c.is_ascii_digit()) || text.len() <= 2);
        match (word(2), word(1)) {
            (Some("can"), Some("cu")) => true,
            (Some("dieu" | "khoan" | "diem" | "chuong" | "muc"), Some(label)) => is_label(label),
            (_, Some("theo" | "tai" | "cua" | "boi" | "voi" | "thuoc" | "hanh")) => true,
            _ => false,
        }
    }

    /// Index of the first word of what is typed on its line: after what leads to a citation, else that of the clause.
    pub fn first_after_cue(&self) -> usize {
        let floor = self.words.partition_point(|w| w.span.start < self.floor);
        (floor + 1..self.words.len()).rev().find(|&at| self.after_cue(at)).unwrap_or(floor)
    }

    /// The longest type word that begins at a word.
    pub fn type_from(&self, from: usize) -> Option<TypeWord> {
        let most = (self.words.len() - from).min(LONGEST_TYPE);
        (1..=most).rev().find_map(|len| self.type_word(from, from + len))
    }

    /// The longest type word that ends in front of a word.
    pub fn type_until(&self, until: usize) -> Option<TypeWord> {
        (1..=until.min(LONGEST_TYPE)).rev().find_map(|len| self.type_word(until - len, until))
    }

    fn type_word(&self, from: usize, until: usize) -> Option<TypeWord> {
        let words = &self.words[from..until];
        let folded = words.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ");
        let text = words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
        type_forms().iter().filter(|f| f.folded == folded).find_map(|form| {
            let style = Style::of(&text, &form.proper)?;
            Some(TypeWord { from, until, kind: form.kind, style, abbreviated: form.abbreviated })
        })
    }

    /// The type word in front of a number: with or without "số", over other numbers of an enumeration.
    pub fn type_before(&self, number: usize) -> Option<TypeWord> {
        let mut at = number;
        loop {
            if at > 0 && self.words[at - 1].folded == "so" {
                at -= 1;
            }
            if let Some(found) = self.type_until(at) {
                return Some(found);
            }
            let word = &self.words[at.checked_sub(1)?];
            let joins = matches!(word.folded.as_str(), "va" | "hoac" | "so");
            if number - at > 12 || !(joins || word.text.starts_with(|c: char| c.is_ascii_digit())) {
                return None;
            }
            at -= 1;
        }
    }
}

const LONGEST_TYPE: usize = 4;

struct TypeForm {
    folded: String,
    proper: String,
    kind: &'static InstrumentType,
    abbreviated: bool,
}

/// Names and abbreviations of the types that a catalogue holds.
fn type_forms() -> &'static [TypeForm] {
    static FORMS: OnceLock<Vec<TypeForm>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms: Vec<TypeForm> = Vec::new();
        for kind in types().iter().filter(|t| t.catalogue) {
            forms.extend(kind.forms().map(|proper| TypeForm {
                folded: fold::search(proper),
                proper: proper.to_owned(),
                kind,
                abbreviated: proper != kind.name,
            }));
        }
        forms
    })
}

/// The parts of a piece in which the blank after an abbreviation or a word in capitals is missing: "KT.Cục", "BỘ QUỐC PHÒNG-Bộ".
/// A number's symbol is no such piece.
fn unglued(piece: &str) -> impl Iterator<Item = &str> {
    let is_symbol = piece.contains(|c: char| c.is_ascii_digit() || c == '/');
    let is_glue = |at: usize| {
        let mut after = piece[at + 1..].chars();
        piece[..at].ends_with(char::is_uppercase)
            && after.next().is_some_and(char::is_alphabetic)
            && after.next().is_some_and(char::is_lowercase)
    };
    let at = piece.find(['.', '-']).filter(|&at| !is_symbol && is_glue(at));
    let (front, rest) = piece.split_at(at.map_or(0, |at| at + 1));
    [front, rest].into_iter().filter(|part| !part.is_empty())
}

/// The nearest border of a character at or before an offset.
fn border(rope: &ropey::Rope, offset: usize) -> usize {
    rope.char_to_byte(rope.byte_to_char(offset.min(rope.len_bytes())))
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '{' | '<' | '*' | '_' | '#' | '>' | '|' | '„' | '…')
}

fn is_closer(c: char) -> bool {
    is_opener(c) || matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | ')' | ']' | '}' | '”' | '’' | '»')
}

/// Whether the letters (folded) can be a Vietnamese syllable; what cannot is an abbreviation: "bnv", "ubnd", "blds".
pub fn is_syllable(folded: &str) -> bool {
    const ONSETS: [&str; 27] = [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
        "r", "s", "t", "th", "tr", "v", "x",
    ];
    const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    let vowel = |c: char| "aeiouy".contains(c);
    let Some(first) = folded.find(vowel) else { return false };
    let nucleus = folded[first..].find(|c| !vowel(c)).map_or(folded.len(), |n| first + n);
    // "byt": y carries a final only after another vowel.
    let bare_y = &folded[first..nucleus] == "y" && nucleus < folded.len() && first > 0;
    ONSETS.contains(&&folded[..first]) && CODAS.contains(&&folded[nucleus..]) && !bare_y
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_no_syllables() {
        for word in ["bnv", "vpcp", "ubnd", "byt", "btttt", "blds", "bca", "ttcp", "hdnd"] {
            assert!(!is_syllable(word), "{word}");
        }
        for word in ["nghi", "dinh", "quy", "theo", "chuyen", "nguoi", "ky", "huyet", "yen", "quoc", "ca"] {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn a_missing_blank_is_seen() {
        for (piece, parts) in [
            ("KT.Cục ", &["KT.", "Cục "][..]),
            ("PHÒNG-Bộ", &["PHÒNG-", "Bộ"]),
            ("NĐ-CP", &["NĐ-CP"]),
            ("30/2020/NĐ-Cp", &["30/2020/NĐ-Cp"]),
            ("www.mard.gov.vn", &["www.mard.gov.vn"]),
        ] {
            assert_eq!(unglued(piece).collect::<Vec<_>>(), parts);
        }
    }

    #[test]
    fn the_style_of_what_was_typed() {
        assert_eq!(Style::of("Nghị định", "Nghị định"), Some(Style::Proper));
        assert_eq!(Style::of("nghị định", "Nghị định"), Some(Style::Lower));
        assert_eq!(Style::of("nghi dinh", "Nghị định"), Some(Style::Unmarked));
        assert_eq!(Style::of("nghỉ định", "Nghị định"), None);
    }
}

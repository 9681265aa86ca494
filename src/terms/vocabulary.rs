//! What the recogniser knows: single words with a number each ([`Lexicon`]) and phrases over them (a trie).
//!
//! A word is looked up as it is written (three letter cases, both tone styles); what is written otherwise (decomposed,
//! with look-alike letters, in mixed case) is folded first. So the common case costs one hash.

use super::words;
use super::{agencies, local_bodies, places, types};
use crate::text::fold;
use hashbrown::HashMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// A word of the vocabulary. [`Word::NONE`] is any word that it does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Word(pub u32);

impl Word {
    pub const NONE: Self = Self(0);
}

/// A named instrument for the recogniser: "Luật Đất đai", "Đề án 06".
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct NamedInstrument {
    /// As it is written in texts: "BLDS".
    pub form: String,
    /// The official name without year: "Bộ luật Dân sự".
    pub canonical: String,
    /// An abbreviation or nickname.
    pub informal: bool,
    /// The canonical number, where the form means one instrument only ("Đề án 06" → `06/QĐ-TTg`).
    pub number: Option<String>,
}

/// Index of a named instrument in its vocabulary.
pub type NameId = u32;

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// A type word: index into the table of types.
    Type { index: u16, abbreviated: bool },
    /// An agency: index into the table of agencies; `full` when it is the official name.
    Agency { index: u16, full: bool },
    /// Title of the head of agencies ("Bộ trưởng", "Chủ tịch"): index into the vocabulary's titles.
    Head(u16),
    /// A body that every place has: index into the table of local bodies.
    Local(u16),
    /// A compound that only looks as if it held a word of the grammar: "tài khoản", "thời điểm".
    Compound,
    /// A named instrument.
    Name(NameId),
    /// A province or centrally governed city by its name alone: index into the table of places.
    Place(u16),
    /// The name of a state: another one, or this one.
    State { foreign: bool },
}

/// What stands at a node of the trie where phrases end.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    pub phrases: Vec<Phrase>,
}

/// The words with their numbers.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// As written: lower case, capitalised, capitals; both tone styles.
    spellings: HashMap<Box<str>, Word, FxBuildHasher>,
    /// Folded by [`fold::syllable`].
    folded: HashMap<Box<str>, Word, FxBuildHasher>,
    next: u32,
}

impl Lexicon {
    /// The word of a run of letters as written, [`Word::NONE`] for one that is not known.
    #[inline]
    pub fn word(&self, spelling: &str) -> Word {
        match self.spellings.get(spelling) {
            Some(word) => *word,
            None => self.unusual(spelling),
        }
    }

    /// Words that are spelt in an unusual way. Composed text in plain case never gets here with a known word, so only
    /// texts with combining marks (0xCC, 0xCD in UTF-8), look-alike letters or mixed case are folded.
    #[cold]
    fn unusual(&self, spelling: &str) -> Word {
        let bytes = spelling.as_bytes();
        let decomposed = bytes.iter().any(|b| matches!(b, 0xCC | 0xCD));
        let lookalike = spelling.chars().any(|c| fold::lookalike_letter(c).is_some());
        let mixed = spelling.chars().skip(1).any(char::is_uppercase) && spelling.chars().any(char::is_lowercase);
        if !(decomposed || lookalike || mixed) {
            return Word::NONE;
        }
        self.folded.get(fold::syllable(spelling).as_str()).copied().unwrap_or(Word::NONE)
    }

    fn intern(&mut self, syllable: &str) -> Word {
        let folded = fold::syllable(syllable);
        if let Some(word) = self.folded.get(folded.as_str()) {
            return *word;
        }
        self.next += 1;
        let word = Word(self.next);
        self.insert(folded, word);
        word
    }

    fn insert(&mut self, folded: String, word: Word) {
        for form in tone_styles(&folded) {
            let mut letters = form.chars();
            let capitalised: String =
                letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default();
            let capitals = form.to_uppercase();
            for spelling in [form, capitalised, capitals] {
                self.spellings.entry(spelling.into_boxed_str()).or_insert(word);
            }
        }
        self.folded.insert(folded.into_boxed_str(), word);
    }
}

/// A folded syllable in both tone styles: "hòa" and "hoà", "ủy" and "uỷ".
fn tone_styles(folded: &str) -> Vec<String> {
    const PAIRS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    let mut out = vec![folded.to_owned()];
    for (old, new) in PAIRS {
        if let Some(stem) = folded.strip_suffix(old) {
            out.push(format!("{stem}{new}"));
        } else if let Some(stem) = folded.strip_suffix(new) {
            out.push(format!("{stem}{old}"));
        }
    }
    out
}

/// Everything the recogniser is given: words, phrases, names.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    lexicon: Lexicon,
    edges: FxHashMap<(u32, Word), u32>,
    /// Which words begin a phrase, by number: most words of a text do not.
    starts: Vec<bool>,
    nodes: Vec<Entry>,
    names: Vec<NamedInstrument>,
    heads: Vec<String>,
}

impl Vocabulary {
    /// The vocabulary of the built-in tables and the names given.
    pub fn new(names: impl IntoIterator<Item = NamedInstrument>) -> Self {
        let mut v = Self::default();
        v.nodes.push(Entry::default());
        for (text, word) in words::ALL {
            v.lexicon.next = v.lexicon.next.max(word.0);
            if !v.lexicon.folded.contains_key(*text) {
                v.lexicon.insert((*text).to_owned(), *word);
            }
        }
        for (index, t) in types().iter().enumerate() {
            let index = index as u16;
            v.add(&t.name, Phrase::Type { index, abbreviated: false });
            for short in &t.abbreviations {
                v.add(short, Phrase::Type { index, abbreviated: true });
            }
        }
        // Of several agencies of one name ("Chính phủ" of 1945 and of today) the present one comes first.
        let mut in_order: Vec<_> = agencies().iter().collect();
        in_order.sort_by_key(|(_, agency)| agency.to.is_some());
        for (index, agency) in in_order {
            // Classes, and bodies that issue nothing: only their codes are of use.
            if matches!(agency.kind.as_str(), "other" | "province-generic" | "province-department") {
                continue;
            }
            v.add_with_variants(&agency.name, Phrase::Agency { index: index as u16, full: true });
            for alias in &agency.aliases {
                v.add_with_variants(alias, Phrase::Agency { index: index as u16, full: false });
            }
        }
        let heads = agencies().iter().filter_map(|(_, a)| a.head.as_deref());
        for head in heads.chain(local_bodies().iter().filter_map(|(_, b)| b.head.as_deref())) {
            if !v.heads.iter().any(|h| h == head) {
                v.add(head, Phrase::Head(v.heads.len() as u16));
                v.heads.push(head.to_owned());
            }
        }
        for (index, body) in local_bodies().iter() {
            for form in std::iter::once(&body.name).chain(&body.forms) {
                v.add_with_variants(form, Phrase::Local(index as u16));
            }
        }
        for compound in include_str!("data/compounds.txt").lines() {
            v.add(compound, Phrase::Compound);
        }
        for (states, foreign) in
            [(include_str!("data/foreign-states.txt"), true), (include_str!("data/this-state.txt"), false)]
        {
            for state in states.lines() {
                v.add(state, Phrase::State { foreign });
            }
        }
        for (index, place) in places().iter() {
            v.add(&place.name, Phrase::Place(index as u16));
            for alias in &place.aliases {
                v.add(alias, Phrase::Place(index as u16));
            }
        }
        for name in names {
            let id = v.names.len() as NameId;
            let form = name.form.clone();
            v.names.push(name);
            v.add_with_variants(&form, Phrase::Name(id));
        }
        v
    }

    /// The same vocabulary with more names, for the short names that one document defines.
    pub fn with_names(&self, names: impl IntoIterator<Item = NamedInstrument>) -> Self {
        let mut v = self.clone();
        for name in names {
            let id = v.names.len() as NameId;
            let form = name.form.clone();
            v.names.push(name);
            v.add_with_variants(&form, Phrase::Name(id));
        }
        v
    }

    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub fn name(&self, id: NameId) -> &NamedInstrument {
        &self.names[id as usize]
    }

    /// The title of a head of agencies as it is properly written.
    pub fn head(&self, index: u16) -> &str {
        &self.heads[index as usize]
    }

    /// Whether a phrase begins with the word.
    #[inline]
    pub fn starts_phrase(&self, word: Word) -> bool {
        self.starts.get(word.0 as usize).copied().unwrap_or(false)
    }

    /// One step in the trie: from a node (0 is the root) by a word.
    #[inline]
    pub fn step(&self, node: u32, word: Word) -> Option<u32> {
        self.edges.get(&(node, word)).copied()
    }

    /// What ends at a node.
    #[inline]
    pub fn at(&self, node: u32) -> &Entry {
        &self.nodes[node as usize]
    }

    /// The phrase itself and, where it holds commas or dashes, without them and with each other: "Phòng, chống" and
    /// "Phòng chống", "Lao động - Thương binh" and "Lao động, Thương binh".
    fn add_with_variants(&mut self, phrase: &str, what: Phrase) {
        self.add(phrase, what);
        if phrase.contains(',') {
            self.add(&phrase.replace(',', ""), what);
            self.add(&phrase.replace(',', " -"), what);
        }
        if phrase.contains('-') || phrase.contains('–') {
            self.add(&phrase.replace(['-', '–'], ""), what);
            self.add(&phrase.replace(" -", ","), what);
        }
    }

    fn add(&mut self, phrase: &str, what: Phrase) {
        let mut node = 0u32;
        for (i, piece) in pieces(phrase).into_iter().enumerate() {
            let word = self.lexicon.intern(piece);
            if i == 0 {
                let at = word.0 as usize;
                if self.starts.len() <= at {
                    self.starts.resize(at + 1, false);
                }
                self.starts[at] = true;
            }
            let next = self.nodes.len() as u32;
            node = *self.edges.entry((node, word)).or_insert_with(|| {
                self.nodes.push(Entry::default());
                next
            });
        }
        let phrases = &mut self.nodes[node as usize].phrases;
        if node != 0 && !phrases.contains(&what) {
            phrases.push(what);
        }
    }
}

/// A phrase cut as the lexer cuts text: runs of letters, runs of digits, single marks.
fn pieces(phrase: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut chars = phrase.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let class = |c: char| {
            if c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c) {
                1
            } else if c.is_ascii_digit() {
                2
            } else {
                0
            }
        };
        let mut end = start + c.len_utf8();
        if class(c) != 0 {
            while let Some(&(at, next)) = chars.peek() {
                if class(next) != class(c) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        out.push(&phrase[start..end]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_grammar_have_their_numbers() {
        let v = Vocabulary::new([]);
        for (text, word) in words::ALL {
            if text.chars().all(char::is_alphabetic) && words::ALL.iter().filter(|(t, _)| t == text).count() == 1 {
                assert_eq!(v.lexicon().word(text), *word, "{text}");
            }
        }
    }

    #[test]
    fn a_word_is_known_in_any_spelling() {
        let v = Vocabulary::new([]);
        let uy = v.lexicon().word("ủy");
        for spelling in ["Uỷ", "UỶ", "ủy", "Ủy", "u\u{309}y", "uy\u{309}"] {
            assert_eq!(v.lexicon().word(spelling), uy, "{spelling}");
        }
        assert_eq!(v.lexicon().word("Ðiều"), words::DIEU);
        assert_eq!(v.lexicon().word("ĐIỀU"), words::DIEU);
        assert_eq!(v.lexicon().word("xyz"), Word::NONE);
    }
}

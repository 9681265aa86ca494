//! The words that the recogniser knows, each with a number.
//!
//! A word is looked up as it is written (three letter cases, both tone styles); what is written otherwise (decomposed,
//! with look-alike letters, in mixed case) is folded first.
//!
//! Looking up words is most of what reading a text costs. A word of up to [`PACKED`] bytes, as all syllables of Vietnamese
//! are, is therefore looked up as a number made of its bytes ([`pack`]): the lexer gets it with one load, and two
//! multiplications and one comparison find it. What else is to be known of a word as it is written is in the same
//! slot, and the table is small enough for the caches nearest to the processor.

use crate::text::fold;
use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;
use std::sync::OnceLock;

/// A word of the vocabulary. [`Word::NONE`] is any word that it does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Word(pub u32);

impl Word {
    /// Any word that the vocabulary doesn't contain.
    pub const NONE: Self = Self(0);
    /// The end of a word of the grammar that a blank may have broken: "ị" of "Ngh ị định". It isn't a word of any
    /// phrase.
    pub const FRAGMENT: Self = Self(u32::MAX >> 1);
}

/// Most bytes of a word that is looked up as a number.
pub const PACKED: usize = 12;

/// A word that is known as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    pub word: Word,
    /// Whether its first letter is a capital.
    pub capital: bool,
}

/// The words with their numbers.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// As written: lower case, capitalised, capitals; both tone styles.
    spellings: Spellings,
    /// Folded by [`fold::syllable`].
    folded: HashMap<Box<str>, Word, FxBuildHasher>,
    /// The words that are read where a blank is within them, folded.
    breakable: HashSet<Box<str>, FxBuildHasher>,
    /// What is after a blank in them, folded.
    fragments: HashSet<Box<str>, FxBuildHasher>,
    /// By the word without its marks: the folded words. Made when it is first needed.
    bare: OnceLock<Bare>,
    /// The highest number of a word.
    last: u32,
}

/// The words that one without marks can be, folded.
type Bare = HashMap<Box<str>, Vec<(Box<str>, Word)>, FxBuildHasher>;

impl Lexicon {
    /// The word of a run of letters as written, [`Word::NONE`] for one that is not known.
    pub fn word(&self, spelling: &str) -> Word {
        match self.spellings.find(spelling) {
            Some(known) => known.word,
            None => self.unusual(spelling),
        }
    }

    /// The word of the letters whose bytes make a number (see [`pack`]), where it is written in a usual way.
    ///
    /// Some common words that aren't part of the vocabulary are known too, as [`Word::NONE`].
    #[inline]
    pub fn known(&self, letters: u128) -> Option<Known> {
        self.spellings.find_packed(letters)
    }

    /// The words that one without marks can be, and how each is written: "dat" → "đất", "đặt", "đạt".
    pub fn unmarked(&self, bare: &str) -> &[(Box<str>, Word)] {
        let all = self.bare.get_or_init(|| {
            let mut all = Bare::default();
            for (word, number) in &self.folded {
                let words = all.entry(fold::search(word).into_boxed_str()).or_default();
                words.push((word.clone(), *number));
            }
            for words in all.values_mut() {
                words.sort();
            }
            all
        });
        all.get(bare).map_or(&[], Vec::as_slice)
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
        let folded = fold::syllable(spelling);
        self.folded
            .get(folded.as_str())
            .copied()
            .unwrap_or_else(|| if self.fragments.contains(folded.as_str()) { Word::FRAGMENT } else { Word::NONE })
    }

    /// Lets a word of the grammar be read with a blank inside, as scanned text has it: "Ngh ị định", "kho ản 2".
    pub(super) fn let_break(&mut self, word: &str) {
        for (cut, _) in word.char_indices().skip(1) {
            for form in tone_styles(&fold::syllable(&word[cut..])) {
                for spelling in [form.to_uppercase(), form.clone()] {
                    if self.word(&spelling) == Word::NONE {
                        self.spellings.insert(&spelling, Word::FRAGMENT);
                    }
                }
                self.fragments.insert(form.into_boxed_str());
            }
        }
        self.breakable.insert(fold::syllable(word).into_boxed_str());
    }

    /// The word that two pieces make, which a blank separates, where they can make nothing else.
    #[cold]
    pub fn joined(&self, head: &str, tail: &str) -> Option<Word> {
        let whole = format!("{head}{tail}");
        let word = self.word(&whole);
        (word != Word::NONE && word != Word::FRAGMENT && self.breakable.contains(fold::syllable(&whole).as_str()))
            .then_some(word)
    }

    /// Adds a common word of the language that the vocabulary has no use for: it is distinguished at once from words that may be
    /// known ones in an unusual spelling.
    pub(super) fn ignore(&mut self, spelling: &str) {
        self.spellings.insert(spelling, Word::NONE);
    }

    /// Gives a folded word its number. A word that has one keeps it.
    pub(super) fn number(&mut self, folded: &str, word: Word) {
        self.last = self.last.max(word.0);
        if !self.folded.contains_key(folded) {
            self.insert(folded.to_owned(), word);
        }
    }

    /// The word of a syllable; a new number where it is not known yet.
    pub(super) fn intern(&mut self, syllable: &str) -> Word {
        // Nearly all are known as they are written, and folding takes much longer than finding them.
        if let Some(Known { word, .. }) = self.spellings.find(syllable)
            && !matches!(word, Word::NONE | Word::FRAGMENT)
        {
            debug_assert_eq!(self.folded.get(fold::syllable(syllable).as_str()), Some(&word));
            return word;
        }
        let folded = fold::syllable(syllable);
        if let Some(word) = self.folded.get(folded.as_str()) {
            return *word;
        }
        self.last += 1;
        let word = Word(self.last);
        self.insert(folded, word);
        word
    }

    fn insert(&mut self, folded: String, word: Word) {
        self.bare.take();
        for form in tone_styles(&folded).into_iter().chain(without_horned_u(&folded)) {
            let capitalised = fold::first_capital(&form);
            let capitals = form.to_uppercase();
            for spelling in [form, capitalised, capitals] {
                self.spellings.insert(&spelling, word);
            }
        }
        if let Some(slip) = without_horned_u(&folded) {
            self.folded.entry(slip.into_boxed_str()).or_insert(word);
        }
        self.folded.insert(folded.into_boxed_str(), word);
    }
}

/// "trởng", "tớng", "đợc": an old data base lost the letter `ư` before `ơ`. No syllable of Vietnamese ends in `ơng` or `ơc`,
/// so that the word is sure.
fn without_horned_u(folded: &str) -> Option<String> {
    (folded.ends_with("ng") || folded.ends_with('c'))
        .then(|| {
            ["ươ", "ướ", "ườ", "ưở", "ưỡ", "ượ"].iter().find_map(|pair| folded.split_once(pair).map(|cut| (cut, pair)))
        })
        .flatten()
        .map(|((before, after), pair)| format!("{before}{}{after}", pair.trim_start_matches('ư')))
}

/// The bytes of a word as a number, the first one lowest; `None` for more than [`PACKED`].
pub fn pack(spelling: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes[..PACKED].get_mut(..spelling.len())?.copy_from_slice(spelling.as_bytes());
    Some(u128::from_le_bytes(bytes))
}

/// Words as written: an open hash table of packed words, at most a third full, and a table of the few longer ones.
#[derive(Debug, Clone, Default)]
struct Spellings {
    /// Empty, or a power of two of them.
    slots: Vec<Slot>,
    used: usize,
    /// How far a hash is shifted to be a place in `slots`.
    shift: u32,
    long: HashMap<Box<str>, Known, FxBuildHasher>,
}

/// A packed word in its lower twelve bytes, what is known of it in the others: its number, and a bit for the capital. 0 is
/// a free slot.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Slot(u128);

impl Slot {
    const WORD: u32 = 8 * PACKED as u32;
    const CAPITAL: u32 = 127;

    fn new(letters: u128, known: Known) -> Self {
        Self(letters | (u128::from(known.word.0) << Self::WORD) | (u128::from(known.capital) << Self::CAPITAL))
    }

    const fn is_free(self) -> bool {
        self.0 == 0
    }

    const fn letters(self) -> u128 {
        self.0 & !(u128::MAX << Self::WORD)
    }

    const fn known(self) -> Known {
        let high = (self.0 >> Self::WORD) as u32;
        Known { word: Word(high & (u32::MAX >> 1)), capital: high > u32::MAX >> 1 }
    }
}

impl Spellings {
    fn find(&self, spelling: &str) -> Option<Known> {
        match pack(spelling) {
            Some(letters) => self.find_packed(letters),
            None => self.long.get(spelling).copied(),
        }
    }

    #[inline]
    fn find_packed(&self, letters: u128) -> Option<Known> {
        let mut at = hash(letters) >> self.shift;
        loop {
            let slot = *self.slots.get(at as usize & self.slots.len().wrapping_sub(1))?;
            if slot.letters() == letters {
                return Some(slot.known());
            }
            if slot.is_free() {
                return None;
            }
            at += 1;
        }
    }

    /// Adds a spelling. One that has a word keeps it.
    fn insert(&mut self, spelling: &str, word: Word) {
        if spelling.is_empty()
            || self.find(spelling).is_some_and(|known| !matches!(known.word, Word::NONE | Word::FRAGMENT))
        {
            return;
        }
        let known = Known { word, capital: spelling.starts_with(char::is_uppercase) };
        let Some(letters) = pack(spelling) else {
            self.long.insert(spelling.into(), known);
            return;
        };
        if self.slots.len() <= 3 * self.used {
            self.grow();
        }
        self.place(Slot::new(letters, known));
    }

    fn grow(&mut self) {
        let size = (2 * self.slots.len()).max(16);
        let slots = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        self.shift = u64::BITS - size.trailing_zeros();
        self.used = 0;
        for slot in slots.into_iter().filter(|slot| !slot.is_free()) {
            self.place(slot);
        }
    }

    /// Puts a slot in the place of one with the same letters, else at the first free place from where its hash says.
    fn place(&mut self, slot: Slot) {
        let last = self.slots.len() - 1;
        let mut at = (hash(slot.letters()) >> self.shift) as usize & last;
        while !self.slots[at].is_free() && self.slots[at].letters() != slot.letters() {
            at = (at + 1) & last;
        }
        self.used += usize::from(self.slots[at].is_free());
        self.slots[at] = slot;
    }
}

/// A hash whose high bits differ most.
#[inline]
const fn hash(letters: u128) -> u64 {
    let (low, high) = (letters as u64, (letters >> 64) as u64);
    // Odd numbers whose bits have no pattern.
    (low ^ high.wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_found_whatever_their_length() {
        let mut lexicon = Lexicon::default();
        let words: Vec<String> = (1..=20).map(|n| "nghiêng".chars().cycle().take(n).collect()).collect();
        for word in &words {
            lexicon.intern(word);
        }
        for (n, word) in words.iter().enumerate() {
            assert_eq!(lexicon.word(word), Word(n as u32 + 1), "{word}");
            assert_eq!(lexicon.word(&word.to_uppercase()), Word(n as u32 + 1), "{word}");
        }
        let known = lexicon.known(pack("Nghi").unwrap());
        assert_eq!(known, Some(Known { word: Word(4), capital: true }));
        assert_eq!(lexicon.known(pack("nghĩ").unwrap()), None);
    }

    #[test]
    fn an_ignored_word_can_become_one_of_the_vocabulary() {
        let mut lexicon = Lexicon::default();
        lexicon.ignore("nhưng");
        assert_eq!(lexicon.known(pack("nhưng").unwrap()), Some(Known::default()));
        let word = lexicon.intern("nhưng");
        assert_ne!(word, Word::NONE);
        assert_eq!(lexicon.word("nhưng"), word);
    }

    #[test]
    fn broken_words_are_joined_and_their_ends_can_become_words() {
        let mut lexicon = Lexicon::default();
        let word = lexicon.intern("thông");
        lexicon.let_break("thông");
        assert_eq!(lexicon.word("ông"), Word::FRAGMENT);
        assert_eq!(lexicon.joined("Th", "ông"), Some(word));
        assert_eq!(lexicon.joined("th", "ong"), None);
        assert_eq!(lexicon.joined("s", "ông"), None);
        let other = lexicon.intern("ông");
        assert_eq!(lexicon.word("ông"), other);
    }
}

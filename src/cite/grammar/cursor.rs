//! What every production of the grammar reads: the tokens of one block, its text, and the vocabulary.
//!
//! A [`Cursor`] is a shared reference, so it is copied freely and a production can change nothing through it. Behind it are
//! two cells that remember the last answer of a costly question: several productions ask the same question at the same
//! token, one after the other. They change no answer, only how fast it comes. A third one notes whether the place of the document was
//! asked for.

use super::number::{Scan, scan};
use crate::cite::lexer::{BREAK, CAPITAL, EMPTY_LINE, GAP, Kind, Token};
use crate::law::{AgencyId, LocalAgencyId, PlaceId, TypeId};
use crate::lexicon::{Home, NameId, Phrase, Vocabulary, Word, words};
use crate::text::Span;
use std::cell::{Cell, RefCell};

/// One block of text, ready to be read.
pub struct Source<'a> {
    text: &'a str,
    tokens: &'a [Token],
    vocabulary: &'a Vocabulary,
    /// The last answer of [`Cursor::phrases`], with its token.
    last_phrases: Cell<(usize, Phrases)>,
    /// What [`Cursor::lookahead`] found last, with its token: the production that reads that number takes it.
    last_scan: RefCell<Option<(usize, Option<Scan>)>>,
    asked_home: Cell<bool>,
}

impl<'a> Source<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token], vocabulary: &'a Vocabulary) -> Self {
        let last_phrases = Cell::new((usize::MAX, Phrases::default()));
        Self { text, tokens, vocabulary, last_phrases, last_scan: RefCell::new(None), asked_home: Cell::new(false) }
    }

    pub fn cursor(&'a self) -> Cursor<'a> {
        Cursor { source: self }
    }

    /// Whether a production has asked for the place of the document.
    pub fn has_asked_home(&self) -> bool {
        self.asked_home.get()
    }
}

/// A view of a block. Tokens are named by their index; an index past the end names no token, and no method panics there but
/// [`Self::span`].
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    source: &'a Source<'a>,
}

/// The longest phrases of each kind that begin at a token: index of the token after it, and what it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Phrases {
    /// A type word, and whether it is abbreviated.
    pub kind: Option<(usize, TypeId, bool)>,
    /// An agency, and whether the name is the full one.
    pub agency: Option<(usize, AgencyId, bool)>,
    /// The title of a head of agencies.
    pub head: Option<(usize, u16)>,
    /// An agency that every place has.
    pub local: Option<(usize, LocalAgencyId)>,
    /// A named instrument.
    pub name: Option<(usize, NameId)>,
    pub place: Option<(usize, PlaceId)>,
    /// A compound that only looks as if it held a word of the grammar.
    pub compound: Option<usize>,
    /// The name of another state ("Nhật Bản").
    pub foreign_state: Option<usize>,
    /// The name of this one ("Cộng hòa xã hội chủ nghĩa Việt Nam").
    pub this_state: Option<usize>,
    /// A standing part or office of agencies, and whether only committees of the Party have it.
    pub part: Option<(usize, u16, bool)>,
    /// A form of an agency that is no name.
    pub agency_form: Option<(usize, u16)>,
    /// Index of the token after the last one that a phrase had that began here and did not end.
    pub reached: usize,
}

impl<'a> Cursor<'a> {
    #[inline]
    pub fn text(self) -> &'a str {
        self.source.text
    }

    #[inline]
    pub fn tokens(self) -> &'a [Token] {
        self.source.tokens
    }

    #[inline]
    pub fn vocabulary(self) -> &'a Vocabulary {
        self.source.vocabulary
    }

    /// The place whose agencies the text means where it names none. What is read may be another in a document of another place.
    pub fn home(self) -> Option<&'a Home> {
        self.source.asked_home.set(true);
        self.source.vocabulary.home()
    }

    #[inline]
    pub fn token(self, at: usize) -> Option<&'a Token> {
        self.source.tokens.get(at)
    }

    #[inline]
    pub fn is(self, at: usize, word: Word) -> bool {
        self.token(at).is_some_and(|t| t.word == word)
    }

    /// Whether the token is one of these words.
    #[inline]
    pub fn is_any(self, at: usize, among: &[Word]) -> bool {
        self.token(at).is_some_and(|t| among.contains(&t.word))
    }

    /// Whether the tokens from `at` on are these words.
    #[inline]
    pub fn words_at(self, at: usize, expected: &[Word]) -> bool {
        expected.iter().enumerate().all(|(i, w)| self.is(at + i, *w))
    }

    #[inline]
    pub fn is_capital(self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.has(CAPITAL))
    }

    #[inline]
    pub fn is_digits(self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Digits)
    }

    /// The digits at a token, at most so many.
    #[inline]
    pub fn digits(self, at: usize, most: usize) -> Option<&'a str> {
        self.token(at).filter(|t| t.kind == Kind::Digits).map(|t| t.span().of(self.text())).filter(|d| d.len() <= most)
    }

    /// The word of a token; digits are looked up too ("Đề án 06").
    #[inline]
    pub fn word_at(self, at: usize) -> Word {
        match self.token(at) {
            Some(t) if t.kind == Kind::Digits => self.vocabulary().lexicon().word(t.span().of(self.text())),
            Some(t) => t.word,
            None => Word::NONE,
        }
    }

    /// What is written at a token; nothing past the end.
    #[inline]
    pub fn slice(self, at: usize) -> &'a str {
        self.token(at).map_or("", |t| t.span().of(self.text()))
    }

    /// The span from one token to the token before another.
    pub fn span(self, from: usize, until: usize) -> Span {
        debug_assert!(from < until, "a span has at least one token");
        let start = self.tokens()[from].start as usize;
        let end = until.checked_sub(1).map_or(start, |last| self.tokens()[last].end as usize);
        Span::new(start, end.max(start))
    }

    /// Whether no white space is in front of the token.
    #[inline]
    pub fn is_glued(self, at: usize) -> bool {
        self.token(at).is_some_and(|t| !t.has(GAP) && !t.has(BREAK))
    }

    /// Index of the token at or after a byte offset.
    pub fn token_from(self, offset: usize) -> usize {
        self.tokens().partition_point(|t| (t.start as usize) < offset)
    }

    /// Whether a phrase may begin at a token, as far as its word and the next show.
    #[inline]
    pub fn begins_phrase(self, at: usize) -> bool {
        self.vocabulary().begins_phrase(self.word_at(at), || {
            let next = self.word_at(at + 1);
            if next == words::DASH && self.joins_syllables(at + 1) { self.word_at(at + 2) } else { next }
        })
    }

    /// "Sắc-lệnh", "Chủ-tịch": until about 1960 the syllables of a word were joined.
    #[cold]
    fn joins_syllables(self, dash: usize) -> bool {
        self.is_glued(dash) && self.is_glued(dash + 1) && self.token(dash + 1).is_some_and(|t| t.kind == Kind::Word)
    }

    /// The longest phrases of each kind that begin at a token. They run over line breaks, never over an empty line.
    // Inline, so that a caller that needs one kind copies that one.
    #[inline]
    pub fn phrases(self, at: usize) -> Phrases {
        let last = &self.source.last_phrases;
        if last.get().0 != at {
            if !self.begins_phrase(at) {
                return Phrases::default();
            }
            last.set((at, self.find_phrases(at)));
        }
        last.get().1
    }

    #[inline(never)]
    fn find_phrases(self, at: usize) -> Phrases {
        self.phrases_from(0, at)
    }

    /// The phrases of which some words are given and the rest begins at a token: "Bộ" + "Tư pháp".
    pub(super) fn phrases_after(self, given: &[Word], at: usize) -> Phrases {
        let node = given.iter().try_fold(0, |node, word| self.vocabulary().step(node, *word));
        node.map(|node| self.phrases_from(node, at)).unwrap_or_default()
    }

    fn phrases_from(self, mut node: u32, at: usize) -> Phrases {
        let mut found = Phrases::default();
        // Only the name of an agency runs over an empty line, as centred headings are broken.
        let mut over_empty_line = false;
        let mut i = at;
        while let Some(token) = self.token(i) {
            over_empty_line |= i > at && token.has(EMPTY_LINE);
            let word = self.word_at(i);
            let (next, length) = match self.vocabulary().step(node, word) {
                Some(next) => (next, 1),
                None if word == words::DASH && i > at && (self.joins_syllables(i) || self.is_hyphen_of_line(i)) => {
                    i += 1;
                    continue;
                }
                // "Luật Công chứ ng", "Thương binh v à Xã hội"
                None if i > at && self.may_be_broken(i) => match self.step_over_blank(node, i) {
                    Some(next) => (next, 2),
                    None => break,
                },
                None => break,
            };
            node = next;
            i += length;
            for phrase in &self.vocabulary().at(node).phrases {
                if !over_empty_line || matches!(phrase, Phrase::Agency { .. } | Phrase::Local(_)) {
                    found.add(*phrase, i);
                }
            }
        }
        found.reached = i;
        found
    }

    /// Whether a token and the next may be two pieces of a word: one of them has no vowel.
    fn may_be_broken(self, at: usize) -> bool {
        const LONGEST: u32 = 3;
        let no_vowel = |i: usize| {
            self.token(i).is_some_and(|t| t.kind == Kind::Word && t.end - t.start <= LONGEST)
                && (matches!(self.slice(i), "đ" | "Đ")
                    || self.slice(i).bytes().all(|b| b.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&b)))
        };
        no_vowel(at) || no_vowel(at + 1)
    }

    /// The step in the trie by the word that two pieces with a blank between them make.
    #[cold]
    fn step_over_blank(self, node: u32, at: usize) -> Option<u32> {
        let (head, tail) = (self.token(at)?, self.token(at + 1)?);
        let joined =
            head.kind == Kind::Word && tail.kind == Kind::Word && tail.start == head.end + 1 && !tail.begins_line();
        let whole = joined.then(|| format!("{}{}", self.slice(at), self.slice(at + 1)))?;
        let word = self.vocabulary().lexicon().word(&whole);
        if word == Word::NONE { None } else { self.vocabulary().step(node, word) }
    }

    /// A hyphen at the end of a line, inside a name: "Thanh tra -\nChính phủ".
    #[cold]
    fn is_hyphen_of_line(self, dash: usize) -> bool {
        self.token(dash + 1).is_some_and(|t| t.begins_line() && t.kind == Kind::Word)
    }

    /// The number that begins with the digits at a token, however it is written and whatever is in front of it.
    pub fn scan(self, at: usize) -> Option<Scan> {
        match self.source.last_scan.take() {
            Some((token, scan)) if token == at => scan,
            _ => scan(self.text(), self.tokens()[at].start as usize, false),
        }
    }

    /// As [`Self::scan`], for a production that only asks what the number is. The answer is kept for the one that reads it.
    pub fn lookahead<T>(self, at: usize, ask: impl FnOnce(Option<&Scan>) -> T) -> T {
        let scan = self.scan(at);
        let answer = ask(scan.as_ref());
        self.source.last_scan.replace(Some((at, scan)));
        answer
    }
}

impl Phrases {
    /// Takes a phrase that ends before the token `end`. Of phrases of one kind the longest is kept.
    #[inline]
    fn add(&mut self, phrase: Phrase, end: usize) {
        match phrase {
            Phrase::Type { id, abbreviated } => self.kind = Some((end, id, abbreviated)),
            // The first agency of a name in the table is the one to take.
            Phrase::Agency { id, full } => {
                if self.agency.is_none_or(|(before, _, was_full)| before < end || (full && !was_full)) {
                    self.agency = Some((end, id, full));
                }
            }
            Phrase::Head(index) => self.head = Some((end, index)),
            Phrase::Local(id) => self.local = Some((end, id)),
            Phrase::Name(id) => {
                if self.name.is_none_or(|(before, _)| before < end) {
                    self.name = Some((end, id));
                }
            }
            Phrase::Place(id) => {
                if self.place.is_none_or(|(before, _)| before < end) {
                    self.place = Some((end, id));
                }
            }
            Phrase::Compound => self.compound = Some(end),
            Phrase::State { foreign: true } => self.foreign_state = Some(end),
            Phrase::State { foreign: false } => self.this_state = Some(end),
            Phrase::Part { index, of_party } => self.part = Some((end, index, of_party)),
            Phrase::AgencyForm(index) => self.agency_form = Some((end, index)),
        }
    }
}

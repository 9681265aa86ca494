//! One pass over the tokens of a block: what begins where, and the context that later words are read in.
//!
//! Most tokens are idle: the vocabulary tells of each word whether anything can begin at it, and the lexer marks the tokens
//! that the reader must look at ([`Tokens::live`]). Of those most are passed over because the next word goes on with no
//! phrase ([`Reader::begins_phrase`]).
//!
//! The parts of the grammar stand in files of their own and add methods to [`Reader`]: [`super::enumeration`] (numbers),
//! [`super::attributes`], [`super::name`], [`super::agency`], [`super::provision`], [`super::cues`].

use super::lexer::{CAPITAL, EMPTY_LINE, Kind, Markup, Token, Tokens, lex};
use super::number::Scan;
use super::{Cue, Mention, MentionKind, Target};
use crate::lexicon::{NameId, Phrase, Vocabulary, Word, words};
use crate::text::Span;
use smallvec::SmallVec;
use std::cell::{Cell, RefCell};

/// What was read in one block.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// In the order of the text; mentions of a kind never overlap.
    pub mentions: Vec<Mention>,
    /// In the order of the text: quotation marks, items, frames, short names.
    pub cues: Vec<Cue>,
}

/// Reads one block of text. Never fails; takes time linear in the text.
pub fn read(text: &str, vocabulary: &Vocabulary, markup: Markup) -> Reading {
    // The tokens of one block after the other lie in the same memory.
    thread_local! {
        static TOKENS: RefCell<Tokens> = const { RefCell::new(Tokens { all: Vec::new(), live: Vec::new() }) };
    }
    let mut tokens = TOKENS.take();
    lex(text, vocabulary, markup, &mut tokens);
    let Tokens { all: tokens, live } = tokens;
    let mut reader = Reader {
        text,
        vocabulary,
        tokens,
        live,
        at: 0,
        mentions: Vec::new(),
        cues: Vec::new(),
        anchor: None,
        reference: None,
        open_runs: Vec::new(),
        amending_title: None,
        form: None,
        sentence: Sentence { fresh: true, amending: false, framed: false, quotes: 0, cited: SmallVec::new() },
        item_until: 0,
        last_phrases: Cell::new((usize::MAX, Phrases::default())),
        looked_at: None,
    };
    reader.run();
    TOKENS.set(Tokens { all: reader.tokens, live: reader.live });
    Reading { mentions: reader.mentions, cues: reader.cues }
}

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) vocabulary: &'t Vocabulary,
    pub(super) tokens: Vec<Token>,
    /// See [`Tokens::live`].
    live: Vec<u64>,
    /// Index of the token that is read next.
    pub(super) at: usize,
    pub(super) mentions: Vec<Mention>,
    pub(super) cues: Vec<Cue>,
    /// The last type word, to which a number right behind belongs.
    pub(super) anchor: Option<Anchor>,
    /// The last instrument, to which a run right behind may belong.
    pub(super) reference: Option<Reference>,
    /// Runs of provisions of this part of the sentence that have no target yet, by index of their mention.
    pub(super) open_runs: Vec<usize>,
    /// The title of an amending law that is being read.
    pub(super) amending_title: Option<AmendingTitle>,
    /// Index of the token behind the number of the last form: "Mẫu số 01/TB-KTT".
    pub(super) form: Option<usize>,
    pub(super) sentence: Sentence,
    /// Tokens before this index are an item's label ("Điều 5.", "a)").
    pub(super) item_until: usize,
    /// The last answer of [`Self::phrases`] with its token: several rules of the grammar ask at the same one.
    last_phrases: Cell<(usize, Phrases)>,
    /// What was looked for at some digits without reading it, with their token: see [`Self::scan_at`].
    pub(super) looked_at: Option<(usize, Option<Scan>)>,
}

/// A type word that was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) span: Span,
    pub(super) name: &'static str,
    pub(super) abbreviated: bool,
    /// Index of the token behind it, or behind the last number that it was read with.
    pub(super) end: usize,
    /// Numbers read with it so far.
    pub(super) numbers: usize,
}

/// An instrument that was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference {
    pub(super) mention: usize,
    /// Index of the token behind its number or name.
    pub(super) end: usize,
    /// Index of the token behind its attributes.
    pub(super) attributes_end: usize,
}

/// The title of an amending law: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền
/// địa phương". A date or number behind it is the amending law's and not that of the last law that it amends.
#[derive(Debug, Clone, Copy)]
pub(super) struct AmendingTitle {
    /// Index of the token where it begins, or behind the last law read in it.
    pub(super) end: usize,
    /// How many of the laws that it amends were read.
    pub(super) laws: usize,
    /// The amending law's own number stands in front, or each of the laws has one: a number behind a law is that law's.
    pub(super) numbered: bool,
}

/// Where in the sentence the reader stands.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Only labels have been read since the sentence began.
    pub(super) fresh: bool,
    /// It began with "Sửa đổi, bổ sung", "Bãi bỏ", "Thay thế" …
    pub(super) amending: bool,
    /// Its first instrument, the object of the amendment, has been read.
    pub(super) framed: bool,
    /// How many quotation marks are open that were opened in this block.
    pub(super) quotes: usize,
    /// The first instruments that this part of it cites, by index of their mention: as many as tell whether there is only
    /// one. A semicolon ends the part.
    pub(super) cited: SmallVec<[usize; 3]>,
}

/// The longest phrases of each kind that begin at a token: index of the token behind, and what it is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Phrases {
    pub(super) kind: Option<(usize, u16, bool)>,
    pub(super) agency: Option<(usize, u16, bool)>,
    pub(super) head: Option<(usize, u16)>,
    pub(super) local: Option<(usize, u16)>,
    pub(super) name: Option<(usize, NameId)>,
    pub(super) place: Option<(usize, u16)>,
    pub(super) compound: Option<usize>,
    /// The name of another state ("Nhật Bản"), and of this one ("Cộng hòa xã hội chủ nghĩa Việt Nam").
    pub(super) foreign_state: Option<usize>,
    pub(super) this_state: Option<usize>,
}

impl<'t> Reader<'t> {
    fn run(&mut self) {
        while self.at < self.tokens.len() {
            // The first word of a sentence tells whether it amends.
            if !self.sentence.fresh && self.pass_idle() {
                continue;
            }
            let token = self.tokens[self.at];
            if token.has(EMPTY_LINE) {
                self.end_sentence();
            }
            if token.begins_line() {
                self.item();
                if self.at < self.item_until {
                    self.at = self.item_until;
                    continue;
                }
            }
            match token.kind {
                Kind::Digits => self.digits(),
                Kind::Word => self.word(),
                Kind::Mark => self.mark(token),
                Kind::Address => self.at += 1,
                Kind::QuoteOpen | Kind::QuoteClose | Kind::QuotePlain => self.quote(token),
            }
        }
    }

    /// Goes on to the next live token; whether it was another. With debug assertions idle ones are read all the same, one at
    /// a time, to see that they are idle.
    #[inline]
    fn pass_idle(&mut self) -> bool {
        let from = self.at;
        let mut number = from / 64;
        let mut bits = self.live[number] & (u64::MAX << (from % 64));
        while bits == 0 && number + 1 < self.live.len() {
            number += 1;
            bits = self.live[number];
        }
        let next = if bits == 0 { self.tokens.len() } else { 64 * number + bits.trailing_zeros() as usize };
        if next == from || !cfg!(debug_assertions) {
            self.at = next;
            return next != from;
        }
        let expected = (from + 1, self.mentions.len(), self.cues.len());
        match self.tokens[from].kind {
            Kind::Word => self.word(),
            _ => self.mark(self.tokens[from]),
        }
        assert_eq!((self.at, self.mentions.len(), self.cues.len()), expected, "{:?} is live", self.slice(from));
        true
    }

    fn mark(&mut self, token: Token) {
        if token.is(words::SEMICOLON) {
            self.open_runs.clear();
            self.sentence.cited.clear();
            self.amending_title = None;
        } else if token.is(words::DOT) && self.ends_sentence(self.at) {
            self.end_sentence();
        }
        self.at += 1;
    }

    /// A full stop ends the sentence unless digits or a small letter follow ("TP. Hồ", "Đ.2", "1.000").
    fn ends_sentence(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return true };
        if next.flags & (super::lexer::GAP | super::lexer::BREAK) == 0 {
            return next.kind == Kind::QuoteClose;
        }
        !self.token(at.wrapping_sub(1)).is_some_and(|t| t.is(words::TP) || t.is(words::TX) || t.is(words::TT))
    }

    pub(super) fn end_sentence(&mut self) {
        self.open_runs.clear();
        self.anchor = None;
        self.reference = None;
        self.amending_title = None;
        self.sentence.fresh = true;
        self.sentence.amending = false;
        self.sentence.framed = false;
        self.sentence.cited.clear();
    }

    fn word(&mut self) {
        let at = self.at;
        let token = self.tokens[at];
        // The title of an amending act stands on a line of its own below "NGHỊ ĐỊNH".
        let title = token.begins_line() && token.has(CAPITAL);
        if self.sentence.fresh || title {
            self.sentence.fresh = false;
            if self.amending_verb(at) {
                self.sentence.amending = true;
            }
        }
        if self.unit_word(at).is_some() && self.provisions() {
            return;
        }
        if self.begins_phrase(at) {
            if self.phrase() {
                return;
            }
        } else if token.word == Word::NONE {
            self.at += 1;
            return;
        }
        if self.agency() {
            return;
        }
        self.definition();
        self.at = self.at.max(at + 1);
    }

    /// Whether a phrase may begin at a token, as far as its word and the next tell.
    #[inline]
    fn begins_phrase(&self, at: usize) -> bool {
        self.vocabulary.begins_phrase(self.word_at(at), || {
            let next = self.word_at(at + 1);
            if next == words::DASH && self.joins_syllables(at + 1) { self.word_at(at + 2) } else { next }
        })
    }

    /// "Sắc-lệnh", "Chủ-tịch": until about 1960 the syllables of a word were joined.
    #[cold]
    fn joins_syllables(&self, dash: usize) -> bool {
        self.is_glued(dash) && self.is_glued(dash + 1) && self.tokens[dash + 1].kind == Kind::Word
    }

    /// Reads the phrase that begins here; false where none of use does.
    fn phrase(&mut self) -> bool {
        let at = self.at;
        let phrases = self.phrases(at);
        let longest_other = [
            phrases.name.map(|p| p.0),
            phrases.agency.map(|p| p.0),
            phrases.kind.map(|p| p.0),
            phrases.local.map(|p| p.0),
        ]
        .into_iter()
        .flatten()
        .max()
        .unwrap_or(at);
        if let Some(end) = phrases.compound
            && end >= longest_other
        {
            self.at = end;
            return true;
        }
        if self.name(&phrases) {
            return true;
        }
        let agency_end = phrases.agency.map_or(at, |p| p.0).max(phrases.local.map_or(at, |p| p.0));
        if agency_end >= phrases.kind.map_or(at, |p| p.0) && self.agency() {
            return true;
        }
        if let Some((end, index, abbreviated)) = phrases.kind {
            self.type_word(end, index, abbreviated);
            return true;
        }
        false
    }

    /// The longest phrases of each kind that begin at a token. Passes over line breaks, never over an empty line.
    // Inline, so that a caller that needs one kind copies that one.
    #[inline]
    pub(super) fn phrases(&self, at: usize) -> Phrases {
        if self.last_phrases.get().0 != at {
            if !self.begins_phrase(at) {
                return Phrases::default();
            }
            self.last_phrases.set((at, self.find_phrases(at)));
        }
        self.last_phrases.get().1
    }

    #[inline(never)]
    fn find_phrases(&self, at: usize) -> Phrases {
        let mut found = Phrases::default();
        let mut node = 0;
        let mut i = at;
        while let Some(token) = self.tokens.get(i) {
            if i > at && token.has(EMPTY_LINE) {
                break;
            }
            let word = self.word_at(i);
            let Some(next) = self.vocabulary.step(node, word) else {
                if word == words::DASH && i > at && self.joins_syllables(i) {
                    i += 1;
                    continue;
                }
                break;
            };
            node = next;
            i += 1;
            for phrase in &self.vocabulary.at(node).phrases {
                match *phrase {
                    Phrase::Type { index, abbreviated } => found.kind = Some((i, index, abbreviated)),
                    // The first agency of a name in the table is the one to take.
                    Phrase::Agency { index, full } => {
                        if found.agency.is_none_or(|(end, _, was_full)| end < i || (full && !was_full)) {
                            found.agency = Some((i, index, full));
                        }
                    }
                    Phrase::Head(index) => found.head = Some((i, index)),
                    Phrase::Local(index) => found.local = Some((i, index)),
                    Phrase::Name(id) => {
                        if found.name.is_none_or(|(end, _)| end < i) {
                            found.name = Some((i, id));
                        }
                    }
                    Phrase::Place(index) => {
                        if found.place.is_none_or(|(end, _)| end < i) {
                            found.place = Some((i, index));
                        }
                    }
                    Phrase::Compound => found.compound = Some(i),
                    Phrase::State { foreign: true } => found.foreign_state = Some(i),
                    Phrase::State { foreign: false } => found.this_state = Some(i),
                }
            }
        }
        found
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn is(&self, at: usize, word: Word) -> bool {
        self.tokens.get(at).is_some_and(|t| t.word == word)
    }

    /// Whether the tokens from `at` on are these words.
    pub(super) fn are(&self, at: usize, expected: &[Word]) -> bool {
        expected.iter().enumerate().all(|(i, w)| self.is(at + i, *w))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.has(CAPITAL))
    }

    /// The word of a token; digits are looked up too ("Đề án 06").
    pub(super) fn word_at(&self, at: usize) -> Word {
        match self.tokens.get(at) {
            Some(t) if t.kind == Kind::Digits => self.vocabulary.lexicon().word(t.span().of(self.text)),
            Some(t) => t.word,
            None => Word::NONE,
        }
    }

    pub(super) fn slice(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |t| t.span().of(self.text))
    }

    /// The span from one token to the token before another.
    pub(super) fn span(&self, from: usize, until: usize) -> Span {
        debug_assert!(from < until, "a span has at least one token");
        let start = self.tokens[from].start as usize;
        let end = until.checked_sub(1).map_or(start, |last| self.tokens[last].end as usize);
        Span::new(start, end.max(start))
    }

    /// Whether no white space stands before the token.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| !t.has(super::lexer::GAP) && !t.has(super::lexer::BREAK))
    }

    pub(super) fn push(&mut self, span: Span, kind: MentionKind) -> usize {
        let index = self.mentions.len();
        let instrument = matches!(kind, MentionKind::Number(_) | MentionKind::Name(_));
        if instrument && self.sentence.cited.len() < self.sentence.cited.inline_size() {
            self.sentence.cited.push(index);
        }
        self.mentions.push(Mention { span, kind });
        index
    }

    /// Gives all runs that wait for a target the instrument that now follows.
    pub(super) fn close_runs(&mut self, target: &Target) {
        for index in self.open_runs.drain(..) {
            if let MentionKind::Provision(run) = &mut self.mentions[index].kind {
                run.target = target.clone();
            }
        }
    }

    /// Index of the token at or behind a byte offset.
    pub(super) fn token_from(&self, offset: usize) -> usize {
        self.tokens.partition_point(|t| (t.start as usize) < offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Vocabulary;

    /// A local body's unit at the end of a line, with another body on the next: a class, and no place is read.
    #[test]
    fn a_unit_without_a_name_is_no_place() {
        for text in [
            "Điều 10. Ủy ban nhân dân Thành phố\nỦy ban nhân dân Thành phố được thực hiện",
            "TM. ỦY BAN NHÂN DÂN TỈNH \nCHỦ TỊCH \n",
            "THỦ TƯỚNG\nNguyễn Xuân\nPHỤ LỤC\n",
        ] {
            let reading = read(text, &Vocabulary::new([]), Markup::Plain);
            for mention in &reading.mentions {
                assert!(!mention.span.of(text).contains("nhân dân"), "{mention:?}");
            }
        }
    }
}

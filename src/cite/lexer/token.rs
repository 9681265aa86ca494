//! Tokens, and the list of those of one text.

use crate::lexicon::{Known, Vocabulary, Word};
use crate::text::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    Digits,
    /// One mark that is no quotation mark; `word` says which of those that the grammar knows.
    Mark,
    /// An opening quotation mark: `“ ‟ « ‘`.
    QuoteOpen,
    /// A closing one: `” » ’`.
    QuoteClose,
    /// `"`, which may be either.
    QuotePlain,
    /// An address of the web.
    Address,
}

/// The first letter is a capital.
pub const CAPITAL: u8 = 1;
/// White space or markup is in front.
pub const GAP: u8 = 2;
/// A line break is in front.
pub const BREAK: u8 = 4;
/// An empty line is in front.
pub const EMPTY_LINE: u8 = 8;

#[derive(Debug, Clone, Copy)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    /// The word of the vocabulary; for digits [`Word::NONE`] (see `Cursor::word_at`).
    pub word: Word,
    pub kind: Kind,
    pub flags: u8,
}

impl Token {
    pub const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    pub const fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    pub fn is(&self, word: Word) -> bool {
        self.word == word
    }

    /// First on its line.
    pub const fn begins_line(&self) -> bool {
        self.has(BREAK)
    }
}

/// The tokens of a text.
#[derive(Debug, Default)]
pub struct Tokens {
    pub all: Vec<Token>,
    /// A bit for each token, 64 to a number: whether anything of the grammar can begin or end at it. Most are idle.
    pub live: Vec<u64>,
}

impl Tokens {
    #[inline]
    pub fn push(&mut self, token: Token, live: bool) {
        let at = self.all.len();
        if at.is_multiple_of(64) {
            self.live.push(0);
        }
        // No branch: whether a word is live cannot be foreseen.
        self.live[at / 64] |= u64::from(live | token.begins_line()) << (at % 64);
        self.all.push(token);
    }

    #[inline]
    pub fn push_word(&mut self, text: &str, span: (usize, usize), known: Known, flags: u8, vocabulary: &Vocabulary) {
        if known.word == Word::FRAGMENT {
            self.push_fragment(text, span, known.capital, flags, vocabulary);
        } else {
            self.push_known(span, known, flags, vocabulary);
        }
    }

    #[inline]
    fn push_known(&mut self, span: (usize, usize), known: Known, flags: u8, vocabulary: &Vocabulary) {
        let flags = if known.capital { flags | CAPITAL } else { flags };
        let (start, end) = (span.0 as u32, span.1 as u32);
        let live = vocabulary.begins(known.word, known.capital);
        self.push(Token { start, end, word: known.word, kind: Kind::Word, flags }, live);
    }

    /// "ị" of "Ngh ị định": one word with the token in front, which a single blank separates, if they make one of the grammar;
    /// else a word like others.
    #[cold]
    #[inline(never)]
    fn push_fragment(
        &mut self,
        text: &str,
        (start, end): (usize, usize),
        capital: bool,
        flags: u8,
        vocabulary: &Vocabulary,
    ) {
        if flags == GAP
            && let Some(head) = self.all.last().copied()
            && head.kind == Kind::Word
            && text.get(head.end as usize..start) == Some(" ")
            && let Some(word) = vocabulary.lexicon().joined(head.span().of(text), &text[start..end])
        {
            self.pop();
            let known = Known { word, capital: head.has(CAPITAL) };
            self.push_known((head.start as usize, end), known, head.flags & !CAPITAL, vocabulary);
            return;
        }
        self.push_known((start, end), Known { word: Word::NONE, capital }, flags, vocabulary);
    }

    /// Takes the last token away again.
    fn pop(&mut self) {
        self.all.pop();
        let at = self.all.len();
        if at.is_multiple_of(64) {
            self.live.pop();
        } else {
            self.live[at / 64] &= !(1 << (at % 64));
        }
    }

    /// An address of the web, at which nothing begins; gives its end.
    #[cold]
    pub fn push_address(&mut self, (start, end): (usize, usize), flags: u8) -> usize {
        let kind = Kind::Address;
        self.push(Token { start: start as u32, end: end as u32, word: Word::NONE, kind, flags }, false);
        end
    }
}

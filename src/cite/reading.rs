//! One pass over the tokens of a block: at each token the productions are tried in order, and what they find goes to the
//! linker.
//!
//! Most tokens are idle: the vocabulary says of each word whether anything can begin at it, and the lexer marks the tokens
//! that must be looked at ([`Tokens::live`]). Of those most are passed over because the next word continues no phrase
//! ([`Cursor::begins_phrase`]).

use super::clear::{self, ClearText};
use super::grammar::{Anchor, Cursor, Digits, Name, Source};
use super::lexer::{BREAK, CAPITAL, EMPTY_LINE, GAP, Kind, Markup, Tokens, lex};
use super::linker::Linker;
use super::model::{Cue, CueKind, Mention};
use crate::lexicon::{Vocabulary, Word, words};
use crate::text::Span;
use std::cell::RefCell;

/// What was read in one block.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// In the order of the text; mentions of a kind never overlap.
    pub mentions: Vec<Mention>,
    /// In the order of the text: quotation marks, items, objects of amendments, short names.
    pub cues: Vec<Cue>,
    /// Whether it could be another in a document of another place.
    pub asks_home: bool,
}

/// Reads one block of text. Never fails; takes time linear in the text.
pub fn read(text: &str, vocabulary: &Vocabulary, markup: Markup) -> Reading {
    read_as(text, clear::in_composed_letters(text).as_ref(), vocabulary, markup)
}

/// Reads a text by the same text with each letter in one character (see [`clear::in_composed_letters`]), which is `None` where the
/// text has no others. Whatever a production compares with what is written, it finds letters as they are in its source.
pub fn read_as(text: &str, composed: Option<&ClearText>, vocabulary: &Vocabulary, markup: Markup) -> Reading {
    let Some(composed) = composed else { return read_composed(text, vocabulary, markup) };
    let mut reading = read_composed(&composed.text, vocabulary, markup);
    reading.move_spans(|span| composed.original(span));
    reading
}

/// Reads a text whose letters have one character each.
fn read_composed(text: &str, vocabulary: &Vocabulary, markup: Markup) -> Reading {
    if let Some((clear, notes)) = clear::without_marks(text, markup) {
        return read_with_notes(text, (&clear, &notes), vocabulary, markup);
    }
    match clear::in_unicode(text).or_else(|| clear::with_diacritics(text, vocabulary)) {
        Some(clear) => read_in(&clear, vocabulary, markup),
        None => read_clear(text, vocabulary, markup),
    }
}

/// Reads a text without the marks of its notes, then the notes that stand in it.
#[cold]
fn read_with_notes(
    text: &str,
    (clear, notes): (&ClearText, &[Span]),
    vocabulary: &Vocabulary,
    markup: Markup,
) -> Reading {
    let mut reading = read_in(clear, vocabulary, markup);
    for note in notes {
        let mut of_note = read_composed(note.of(text), vocabulary, markup);
        of_note.move_spans(|span| span.shifted(note.start));
        // A quotation mark or item of a note is none of the sentence.
        of_note.cues.retain(|cue| !matches!(cue.kind, CueKind::Quote(_) | CueKind::Item(_)));
        reading.insert(of_note);
    }
    reading
}

/// What is read in a clear text, in places of the original.
#[cold]
fn read_in(clear: &ClearText, vocabulary: &Vocabulary, markup: Markup) -> Reading {
    let mut reading = read_composed(&clear.text, vocabulary, markup);
    reading.move_spans(|span| clear.original(span));
    reading
}

/// Reads a text as it stands.
fn read_clear(text: &str, vocabulary: &Vocabulary, markup: Markup) -> Reading {
    // The tokens of one block after the other lie in the same memory, and so does what is read until it is whole: then it needs
    // no more room than it takes.
    thread_local!(static ROOM: RefCell<(Tokens, Reading)> = RefCell::default());
    let (mut tokens, room) = ROOM.take();
    lex(text, vocabulary, markup, &mut tokens);
    let source = Source::new(text, &tokens.all, vocabulary);
    let mut walk = Walk { cursor: source.cursor(), linker: Linker::new(source.cursor(), room) };
    walk.all(&tokens.live);
    let mut room = walk.linker.into_reading();
    let asks_home = source.has_asked_home();
    let reading =
        Reading { mentions: room.mentions.drain(..).collect(), cues: room.cues.drain(..).collect(), asks_home };
    ROOM.set((tokens, room));
    reading
}

/// What came of the phrases that begin at a token.
enum Phrase {
    /// Something was read up to a token.
    Read(usize),
    /// Nothing was read, and no agency is there either.
    NoAgency,
    /// Nothing was read.
    Open,
}

/// The way over the tokens. Every method that reads something returns the index of the token after it.
struct Walk<'a> {
    cursor: Cursor<'a>,
    linker: Linker<'a>,
}

impl Walk<'_> {
    fn all(&mut self, live: &[u64]) {
        let mut at = 0;
        while let Some(token) = self.cursor.token(at) {
            // The first word of a sentence shows whether it amends.
            if !self.linker.is_fresh()
                && let Some(next) = self.pass_idle(at, live)
            {
                at = next;
                continue;
            }
            if token.has(EMPTY_LINE) {
                self.linker.end_sentence();
            }
            if token.begins_line()
                && let Some(label) = self.cursor.item(at)
            {
                at = label.end;
                self.linker.item(label);
                continue;
            }
            at = match token.kind {
                Kind::Digits => self.digits(at),
                Kind::Word => self.word(at),
                Kind::Mark => self.mark(at),
                Kind::Address => at + 1,
                Kind::QuoteOpen | Kind::QuoteClose | Kind::QuotePlain => {
                    self.linker.quote(at);
                    at + 1
                }
            };
        }
    }

    /// The next live token, if it is another. With debug assertions idle ones are read all the same, one at a time, to see that
    /// they are idle.
    #[inline]
    fn pass_idle(&mut self, from: usize, live: &[u64]) -> Option<usize> {
        let mut number = from / 64;
        let mut bits = live[number] & (u64::MAX << (from % 64));
        while bits == 0 && number + 1 < live.len() {
            number += 1;
            bits = live[number];
        }
        let next = if bits == 0 { self.cursor.tokens().len() } else { 64 * number + bits.trailing_zeros() as usize };
        if next == from {
            return None;
        }
        if !cfg!(debug_assertions) {
            return Some(next);
        }
        let count = |walk: &Self| (walk.linker.reading().mentions.len(), walk.linker.reading().cues.len());
        let before = count(self);
        let end = match self.cursor.tokens()[from].kind {
            Kind::Word => self.word(from),
            _ => self.mark(from),
        };
        assert_eq!((end, count(self)), (from + 1, before), "{:?} is live", self.cursor.slice(from));
        Some(end)
    }

    fn mark(&mut self, at: usize) -> usize {
        let token = self.cursor.tokens()[at];
        if token.is(words::SEMICOLON) {
            self.linker.end_part();
        } else if token.is(words::DOT) && ends_sentence(self.cursor, at) {
            self.linker.end_sentence();
        } else if token.is(words::COLON) && self.cursor.opens_text(at + 1) {
            self.linker.introduces(token.span());
        }
        at + 1
    }

    fn digits(&mut self, at: usize) -> usize {
        self.linker.sentence_goes_on(false);
        match self.cursor.number(at, self.linker.context()) {
            Digits::Number(number) => {
                let end = number.end;
                self.linker.number(number);
                end
            }
            Digits::Form(end) => {
                self.linker.form(end);
                at + 1
            }
            Digits::Other => at + 1,
        }
    }

    fn word(&mut self, at: usize) -> usize {
        let cursor = self.cursor;
        let token = cursor.tokens()[at];
        // The title of an amending act is on a line of its own below "NGHỊ ĐỊNH".
        let title = token.begins_line() && token.has(CAPITAL);
        if self.linker.is_fresh() && cursor.goes_on_with_sentence(at) {
            self.linker.goes_on_with_sentence();
        }
        if self.linker.is_fresh() || title {
            self.linker.sentence_goes_on(cursor.amending_verb(at));
        }
        if cursor.unit_word(at).is_some()
            && let Some(run) = cursor.provisions(at, self.linker.context())
        {
            let end = run.end;
            self.linker.provisions(run);
            return end;
        }
        let phrase = cursor.begins_phrase(at);
        if !phrase && token.word == Word::NONE {
            return at + 1;
        }
        let read = if phrase { self.phrase(at) } else { Phrase::Open };
        match read {
            Phrase::Read(end) => return end,
            Phrase::Open => {
                if let Some(end) = self.agency(at) {
                    return end;
                }
            }
            Phrase::NoAgency => {}
        }
        if cursor.words_at(at, &[words::CHIEN, words::LUOC])
            && let Some(name) = cursor.scheme(at, at + 2, self.linker.context())
        {
            return self.name(at, name);
        }
        if let Some(name) = cursor.short_name(at) {
            self.linker.short_name(name);
        }
        at + 1
    }

    /// Reads the phrase that begins at a token, where one of use does: the longest one of the vocabulary, a name before an
    /// agency before a type word.
    fn phrase(&mut self, at: usize) -> Phrase {
        let phrases = self.cursor.phrases(at);
        let end_of = |end: Option<usize>| end.unwrap_or(at);
        let kind_end = end_of(phrases.kind.map(|p| p.0));
        let agency_end = end_of(phrases.agency.map(|p| p.0)).max(end_of(phrases.local.map(|p| p.0)));
        // "TT. HĐND tỉnh": the abbreviation of a part is that of a type too.
        let agency_end = agency_end.max(end_of(phrases.part.map(|p| p.0)));
        let longest = end_of(phrases.name.map(|p| p.0)).max(agency_end).max(kind_end);
        // "Chính phủ số" is digital government, "Chính phủ số 57/2006/NĐ-CP" the issuer.
        let before_number = |end: usize| {
            let of_symbol = |at: usize| self.cursor.is_any(at, &[words::SLASH, words::DASH]);
            self.cursor.is(end - 1, words::SO)
                && self.cursor.is_digits(end)
                && (of_symbol(end + 1) || (self.cursor.is_glued(end + 1) && of_symbol(end + 2)))
        };
        if let Some(end) = phrases.compound.filter(|end| *end >= longest && !before_number(*end)) {
            return Phrase::Read(self.cursor.party_charter(at).map_or(end, |name| self.name(at, name)));
        }
        if let Some((anchor, number)) = self.cursor.defined_number(at, &phrases) {
            let end = number.end;
            self.linker.type_word(anchor);
            self.linker.number(number);
            return Phrase::Read(end);
        }
        if let Some(name) = self.cursor.known_name(at, &phrases, self.linker.context()) {
            return Phrase::Read(self.name(at, name));
        }
        // "CT UBND tỉnh": of the chairman, not of a "Chỉ thị".
        let is_tried = agency_end >= kind_end || self.cursor.is(at, words::CT);
        if is_tried && let Some(end) = self.agency(at) {
            return Phrase::Read(end);
        }
        let Some((end, kind, abbreviated)) = phrases.kind else {
            return if is_tried { Phrase::NoAgency } else { Phrase::Open };
        };
        let anchor = Anchor {
            span: self.cursor.span(at, end),
            name: kind.as_str(),
            abbreviated,
            end,
            numbers: 0,
            listed: false,
        };
        Phrase::Read(self.type_word(at, anchor))
    }

    fn agency(&mut self, at: usize) -> Option<usize> {
        let agency = self.cursor.agency(at, self.linker.context())?;
        let end = agency.end;
        self.linker.agency(agency);
        Some(end)
    }

    /// A name, with what follows it.
    fn name(&mut self, at: usize, name: Name) -> usize {
        let name = self.cursor.cited_name(at, name, self.linker.context());
        let (end, amended, number) = (name.end, name.amended, name.number);
        let mention = self.linker.name(name);
        let Some((digits, anchor)) = number else { return end };
        let first = self.linker.reading().mentions.len();
        let mut end = self.digits(digits);
        if self.linker.reading().mentions.len() == first
            && let Some(number) = self.cursor.bare_number(digits, anchor, self.linker.context())
        {
            end = number.end;
            self.linker.number(number);
        }
        self.linker.number_of_name(mention, amended, first, end);
        end
    }

    /// A type word: a name or numbers may follow it.
    fn type_word(&mut self, at: usize, anchor: Anchor) -> usize {
        let cursor = self.cursor;
        let (kind, end) = (anchor.name, anchor.end);
        // "nđ" is no "NĐ".
        if anchor.abbreviated && !cursor.slice(at).starts_with(char::is_uppercase) {
            return end;
        }
        if let Some(name) = cursor.name_of_type(at, end, kind, self.linker.context()) {
            return self.name(at, name);
        }
        self.linker.type_word(anchor);
        if cursor.says_what_is_detailed(end, kind) {
            self.linker.details();
        }
        // "Điều 45 của Luật Lúa gạo, Điều 7 Luật Đất đai": the run is of the first law, whose name is not known.
        if cursor.may_be_unknown_law(at, end, kind) && cursor.is_right_after_run(at, self.linker.context()) {
            self.linker.unnamed(kind);
        }
        let mut after = end;
        if cursor.takes_bare_numbers(at, anchor) {
            let mut next = Some(end);
            while let Some(number) = next.and_then(|i| cursor.bare_number(i, anchor, self.linker.context())) {
                after = number.end;
                next = cursor.next_bare_number(anchor, after);
                self.linker.number(number);
            }
        }
        // "của Chính phủ số 30/2020/NĐ-CP": the issuer may be between type and number; "các nghị quyết của Quốc hội: số".
        let issuer_end = if cursor.is(end, words::CUA) { cursor.issuer(end + 1).map(|(_, end)| end) } else { None };
        let before = issuer_end.unwrap_or(end);
        let listed = cursor.words_at(before, &[words::COLON, words::SO]) && cursor.is_plural(anchor);
        if listed || (issuer_end.is_some() && cursor.is(before, words::SO)) {
            self.linker.type_word_ends(before + usize::from(listed), listed);
        }
        after
    }
}

/// A full stop ends the sentence unless digits or a small letter follow ("TP. Hồ", "Đ.2", "1.000").
fn ends_sentence(cursor: Cursor<'_>, at: usize) -> bool {
    let Some(next) = cursor.token(at + 1) else { return true };
    if !next.has(GAP | BREAK) {
        return next.kind == Kind::QuoteClose;
    }
    !cursor.is_any(at.wrapping_sub(1), &[words::TP, words::TX, words::TT])
}

//! Laws in whose names words are abbreviated: "Luật Bảo vệ BMNN", "Pháp lệnh ưu đãi NCC với cách mạng".

use super::Name;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::{NameId, initial, subject_of_law, words};
use crate::text::fold;

/// A name has at most so many tokens.
const LONGEST: usize = 16;
/// An abbreviation has at least so many letters.
const SHORTEST: usize = 2;
/// A name that is all abbreviation has at least so many.
const SHORTEST_WHOLE: usize = 3;

impl Cursor<'_> {
    /// The law of the vocabulary whose name is abbreviated behind the type word that ends before the token `end`.
    pub(super) fn abbreviated_law(self, at: usize, end: usize) -> Option<Name> {
        // In a title in capitals nothing tells words and abbreviations apart.
        if !self.is_capital(at) || !self.slice(at).contains(char::is_lowercase) || !self.holds_abbreviation(end) {
            return None;
        }
        let kind = fold::words(self.span(at, end).of(self.text()));
        let mut letters = String::new();
        let mut written: Vec<(&str, bool)> = Vec::new();
        let mut found: Option<(usize, NameId)> = None;
        for i in end..end + LONGEST {
            let Some(token) = self.token(i).filter(|t| !t.has(EMPTY_LINE)) else { break };
            if token.is(words::COMMA) || token.is(words::VA) || token.is(words::DASH) {
                continue;
            }
            if token.kind != Kind::Word {
                break;
            }
            let word = self.slice(i);
            let abbreviation = self.is_abbreviation(i);
            if abbreviation {
                letters.extend(word.chars().flat_map(char::to_lowercase));
            } else {
                letters.extend(initial(word));
            }
            written.push((word, abbreviation));
            let is_long = written.len() > 1 || letters.chars().count() >= SHORTEST_WHOLE;
            if is_long && written.iter().any(|(_, abbreviation)| *abbreviation) {
                found = self.law_abbreviated_as(&kind, &letters, &written).map(|id| (i + 1, id)).or(found);
            }
        }
        let (name_end, id) = found?;
        let canonical = self.vocabulary().name(id).canonical.clone();
        Some(Name { end: name_end, canonical, informal: false, known: true })
    }

    /// Whether one of the words from a token on is an abbreviation.
    fn holds_abbreviation(self, from: usize) -> bool {
        let mut words = (from..from + LONGEST).take_while(|&i| {
            self.token(i).is_some_and(|t| {
                (t.kind == Kind::Word && !t.is(words::NAY) && !t.has(EMPTY_LINE))
                    || t.is(words::COMMA)
                    || t.is(words::DASH)
            })
        });
        words.any(|i| self.is_abbreviation(i))
    }

    fn is_abbreviation(self, at: usize) -> bool {
        let word = self.slice(at);
        self.is_capital(at) && !word.contains(char::is_lowercase) && fold::letters(word) >= SHORTEST
    }

    /// The only law that has these first letters, and the words of those that are spelt out.
    fn law_abbreviated_as(self, kind: &str, letters: &str, written: &[(&str, bool)]) -> Option<NameId> {
        let fits = |id: &NameId| {
            let Some((_, subject)) = subject_of_law(&self.vocabulary().name(*id).canonical) else { return false };
            let mut words = subject.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty() && *w != "và");
            written.iter().all(|(word, abbreviation)| {
                if *abbreviation {
                    return words.by_ref().take(fold::letters(word)).count() == fold::letters(word);
                }
                words.next().is_some_and(|own| fold::syllable(own) == fold::syllable(word))
            })
        };
        let mut found = None;
        for id in self.vocabulary().laws_of(kind, letters).iter().filter(|id| fits(id)) {
            let canonical = |id: NameId| &self.vocabulary().name(id).canonical;
            if found.is_some_and(|other| canonical(other) != canonical(*id)) {
                return None;
            }
            found = Some(*id);
        }
        found
    }
}

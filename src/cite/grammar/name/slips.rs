//! Names of laws whose marks are missing or wrong, as scans have them: "Luật Kế toản", "Luật Quàn lý thuế".

use super::Name;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::{NameId, Phrase, words};
use crate::text::fold;

/// The longest name that a walk over the trie has found.
struct Found {
    end: usize,
    id: NameId,
    /// Another name of that length is there too.
    ambiguous: bool,
}

/// How far a walk has come.
#[derive(Clone, Copy)]
struct Walk {
    node: u32,
    at: usize,
    /// The words read, and those of them with other marks.
    read: usize,
    wrong: usize,
}

impl Cursor<'_> {
    /// A law of the vocabulary whose type word stands at `at..end`, some of whose other words have wrong marks or none: at most
    /// one of three.
    pub(super) fn law_with_slips(self, at: usize, end: usize) -> Option<Name> {
        const FEWEST: usize = 2;
        let next = self.token(end).filter(|t| t.kind == Kind::Word && !t.has(EMPTY_LINE))?;
        // A law in small letters may be a field of law.
        if !self.is_capital(at) || next.is(words::NAY) {
            return None;
        }
        let given = (at..end).try_fold(0, |node, i| self.vocabulary().step(node, self.word_at(i)))?;
        let mut found = None;
        self.walk_with_slips(Walk { node: given, at: end, read: 0, wrong: 0 }, FEWEST, &mut found);
        let Found { end, id, .. } = found.filter(|found| !found.ambiguous)?;
        let name = self.vocabulary().name(id);
        (!name.informal).then(|| Name { end, canonical: name.canonical.clone(), informal: false, known: true })
    }

    fn walk_with_slips(self, walk: Walk, fewest: usize, found: &mut Option<Found>) {
        let Some(token) = self.token(walk.at).filter(|t| !t.has(EMPTY_LINE)) else { return };
        if token.is(words::COMMA) {
            if let Some(node) = self.vocabulary().step(walk.node, token.word) {
                self.walk_with_slips(Walk { node, at: walk.at + 1, ..walk }, fewest, found);
            }
            return;
        }
        if token.kind != Kind::Word {
            return;
        }
        let written = fold::syllable(self.slice(walk.at));
        for (_, number) in self.vocabulary().lexicon().unmarked(&fold::search(&written)) {
            let Some(node) = self.vocabulary().step(walk.node, *number) else { continue };
            let wrong = walk.wrong + usize::from(token.word != *number);
            let read = walk.read + 1;
            // No name is cut off where its first words are wrong.
            if wrong > 1 + read / 3 {
                continue;
            }
            for phrase in &self.vocabulary().at(node).phrases {
                if let Phrase::Name(id) = phrase
                    && read >= fewest
                    && (1..=(read + 1) / 3).contains(&wrong)
                {
                    self.take_name(*id, walk.at + 1, found);
                }
            }
            self.walk_with_slips(Walk { node, at: walk.at + 1, read, wrong }, fewest, found);
        }
    }

    fn take_name(self, id: NameId, end: usize, found: &mut Option<Found>) {
        let canonical = |id: NameId| &self.vocabulary().name(id).canonical;
        match found {
            Some(before) if before.end > end => {}
            Some(before) if before.end == end => before.ambiguous |= canonical(before.id) != canonical(id),
            _ => *found = Some(Found { end, id, ambiguous: false }),
        }
    }
}

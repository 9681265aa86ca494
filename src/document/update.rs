//! A document read completely, and read again after an edit.
//!
//! An edit costs what it changes: the blocks that it touched are cut and read again, links follow from the first of
//! them until the state is the same as before, and the outline, the offsets and the header are updated in place.

use super::blocks::{self, Block, Traits};
use super::buffer::Dirty;
use super::carried::Given;
use super::header::is_without_articles;
use super::links::{self, BlockLinks, Nature, Row, State, label_and_heading, numbers};
use super::outline::{Outline, Unit};
use super::years::Years;
use super::{Document, Format, Header, Regime, carried};
use crate::cite::{CueKind, Quote, in_composed_letters, read_as};
use crate::lexicon::{Carried, Vocabulary};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// How many bytes of text are read on several threads at once.
const PARALLEL: usize = 256 * 1024;
/// How many bytes a page break takes at most: the border of a block depends on at most so many bytes after it.
const PAGE_BREAK: usize = 4096;

/// Blocks that an edit puts in place of others.
struct Replaced {
    /// Indices of the old blocks.
    old: Range<usize>,
    new: Vec<Arc<Block>>,
    /// By how many bytes the text grew.
    grown: isize,
}

/// A document to which another is alike: see [`Document::read_like`].
struct Like<'d> {
    other: &'d Document,
    starts: &'d [usize],
}

impl Like<'_> {
    /// The block of the other document that is at a place of the text, if it is the same.
    fn block(&self, place: &Range<usize>, ends_paragraph: bool) -> Option<Arc<Block>> {
        let block = &self.other.rows[self.starts.binary_search(&place.start).ok()?].block;
        let same =
            block.composed.is_none() && block.text.len() == place.len() && block.ends_paragraph == ends_paragraph;
        same.then(|| Arc::clone(block))
    }
}

impl Document {
    /// Reads a text.
    pub fn read(text: &str, format: Format, vocabulary: &Arc<Vocabulary>) -> Self {
        let mut document = Self::empty(format, vocabulary);
        document.read_text(text, None);
        document
    }

    /// Reads a text that is like that of another document: block for block the same, or with other letters in place of its own.
    /// Blocks that are the same are not read again. `starts` says where each block of the other begins in the text.
    pub fn read_like(other: &Self, text: &str, starts: &[usize]) -> Self {
        let mut document = Self::empty(other.format, &other.vocabulary);
        document.read_text(text, Some(&Like { other, starts }));
        document
    }

    /// Reads the text of a rope.
    pub fn from_rope(rope: ropey::Rope, format: Format, vocabulary: &Arc<Vocabulary>) -> Self {
        let mut document = Self::empty(format, vocabulary);
        document.read_text(&String::from(rope.byte_slice(..)), None);
        document.rope = rope.into();
        document
    }

    fn empty(format: Format, vocabulary: &Arc<Vocabulary>) -> Self {
        Self {
            rope: OnceLock::new(),
            format,
            vocabulary: Arc::clone(vocabulary),
            carried: Carried::default(),
            own_vocabulary: Arc::clone(vocabulary),
            rows: Vec::new(),
            starts: Vec::new(),
            header: Header::default(),
            header_blocks: 0,
            outline: Outline::default(),
            blocks_with_articles: 0,
            has_own_articles: false,
            blocks_with_letters_apart: 0,
            years: Years::default(),
        }
    }

    /// Reads a whole text.
    fn read_text(&mut self, text: &str, like: Option<&Like<'_>>) {
        let pieces = blocks::split(text);
        match like {
            Some(Like { other, .. }) => {
                (self.carried, self.own_vocabulary) = (other.carried.clone(), Arc::clone(&other.own_vocabulary));
            }
            None => {
                let likely = self.likely_carried(text, &pieces);
                self.know(likely);
            }
        }
        self.read_all(text, &pieces, like);
        let carried = self.what_is_carried();
        if carried != self.carried {
            self.know(carried);
            self.read_all(text, &pieces, None);
        }
    }

    /// What the blocks give whose text looks as if they gave something. Most often this is all, and the document is read only
    /// once.
    fn likely_carried(&self, text: &str, pieces: &[blocks::Piece]) -> Carried {
        let mut at = 0;
        let places: Vec<Range<usize>> = pieces
            .iter()
            .map(|piece| {
                at += piece.len;
                at - piece.len..at
            })
            .collect();
        let read = |n: usize| {
            let block = &text[places[n].clone()];
            let looks_giving = carried::looks_giving(n, block);
            let given = looks_giving.then(|| self.read_block(block, pieces[n].ends_paragraph).given);
            Some((n, given.flatten()?))
        };
        let given: Vec<(usize, Box<Given>)> = if text.len() < PARALLEL {
            (0..pieces.len()).filter_map(read).collect()
        } else {
            (0..pieces.len()).into_par_iter().with_min_len(64).filter_map(read).collect()
        };
        let head = places.iter().take(carried::HEAD).map(|place| &text[place.clone()]);
        carried::of_blocks(head, given.iter().map(|(n, given)| (*n, &**given)))
    }

    /// The document after a change: `rope` is the new text, `dirty` what of it changed. Takes the document itself, so
    /// that nothing is copied where it is not shared.
    pub fn updated(this: Arc<Self>, rope: ropey::Rope, dirty: Dirty) -> Self {
        let mut document = Arc::unwrap_or_clone(this);
        document.rope = rope.into();
        let replaced = document.cut_again(document.length(), dirty);
        let gives = |traits: Traits| traits.has(Traits::GIVES);
        let may_give_else = replaced.old.start < carried::HEAD
            || document.rows[replaced.old.clone()].iter().any(|row| gives(row.traits))
            || replaced.new.iter().any(|block| gives(block.traits));
        document.replace(replaced);
        if may_give_else {
            let carried = document.what_is_carried();
            if carried != document.carried {
                document.adopt(carried);
            }
        }
        document
    }

    /// Reads all blocks; `text` is the whole text, cut into `pieces`.
    fn read_all(&mut self, text: &str, pieces: &[blocks::Piece], like: Option<&Like<'_>>) {
        let blocks = self.read_pieces_of(text, pieces, like);
        self.rows.clear();
        self.starts.clear();
        self.outline = Outline::default();
        self.blocks_with_articles = 0;
        self.blocks_with_letters_apart = 0;
        self.years = Years::default();
        self.has_own_articles = false;
        self.header_blocks = usize::MAX;
        self.replace(Replaced { old: 0..0, new: blocks, grown: 0 });
    }

    fn what_is_carried(&self) -> Carried {
        let giving = self.rows.iter().enumerate().filter(|(_, row)| row.traits.has(Traits::GIVES));
        let given = giving.filter_map(|(n, row)| Some((n, row.block.given.as_deref()?)));
        let head = self.rows.iter().take(carried::HEAD).map(|row| &*row.block.text);
        carried::of_blocks(head, given)
    }

    /// Reads the document again with what it carries: "(sau đây gọi là Luật PPP)", the place of its issuer. Of another place only what
    /// asks for it.
    fn adopt(&mut self, carried: Carried) {
        let is_only_moved = carried.names == self.carried.names && carried.agencies == self.carried.agencies;
        self.know(carried);
        if is_only_moved {
            self.read_at_home();
            return;
        }
        let text = String::from(self.rope().byte_slice(..));
        self.read_all(&text, &blocks::split(&text), None);
    }

    /// Reads the blocks again that could be read otherwise in a document of another place.
    fn read_at_home(&mut self) {
        let asks = |row: &Row| row.traits.has(Traits::HOME);
        let Some(first) = self.rows.iter().position(asks) else { return };
        let end = self.rows.iter().rposition(asks).map_or(first, |last| last + 1);
        let again = |row: &Row| match asks(row) {
            true => Arc::new(self.read_block(&row.block.text, row.block.ends_paragraph)),
            false => Arc::clone(&row.block),
        };
        let new = self.rows[first..end].par_iter().with_min_len(256).map(again).collect();
        self.replace(Replaced { old: first..end, new, grown: 0 });
    }

    /// Lets the blocks that are read from now on know what the document carries.
    fn know(&mut self, carried: Carried) {
        self.own_vocabulary = if carried == Carried::default() {
            Arc::clone(&self.vocabulary)
        } else {
            Arc::new(self.vocabulary.with(&carried))
        };
        self.carried = carried;
    }

    /// Cuts the text around a change into blocks again, up to the first border after it that is still there, and reads
    /// those that are new.
    fn cut_again(&self, old_len: usize, dirty: Dirty) -> Replaced {
        let grown = dirty.new_end as isize - dirty.old_end as isize;
        let holds = |offset: usize| self.starts.partition_point(|&s| s <= offset).saturating_sub(1);
        // Whether a paragraph ends depends on the lines after it, over a page break on some more.
        let mut first = holds(dirty.old_start).saturating_sub(2);
        while first > 0 && self.starts[first] + PAGE_BREAK > dirty.old_start {
            first -= 1;
        }
        let touched = (holds(dirty.old_end) + 1).min(self.rows.len());
        let from = self.starts.get(first).copied().unwrap_or(0);
        let mut reach = 3 * PAGE_BREAK;
        loop {
            let last = self.starts.partition_point(|&start| start < dirty.old_end + reach).max(touched);
            let old_until = self.starts.get(last).copied().unwrap_or(old_len);
            let until = old_until.wrapping_add_signed(grown);
            let text = String::from(self.rope().byte_slice(from..until));
            let pieces = blocks::split(&text);
            let whole = last == self.rows.len();
            if let Some((old_end, count)) = self.same_border(&pieces, from, until, whole, touched..last, dirty, grown) {
                return self.read_pieces(&text, &pieces[..count], first..old_end, dirty, grown);
            }
            reach *= 4;
        }
    }

    /// The first border after the change at which both the old text and the new are cut: index of the old block that
    /// begins there, and how many of the new pieces lie before it.
    #[expect(clippy::too_many_arguments, reason = "one question of one caller")]
    fn same_border(
        &self,
        pieces: &[blocks::Piece],
        from: usize,
        until: usize,
        whole: bool,
        old: Range<usize>,
        dirty: Dirty,
        grown: isize,
    ) -> Option<(usize, usize)> {
        let mut at = from;
        let mut block = old.start;
        for (n, piece) in pieces.iter().enumerate() {
            at += piece.len;
            if at < dirty.new_end {
                continue;
            }
            // Near the end of what was cut, lines that come after might join.
            if !whole && until - at < PAGE_BREAK {
                return None;
            }
            while block < old.end && self.starts[block].wrapping_add_signed(grown) < at {
                block += 1;
            }
            let begins_here = self.starts.get(block).is_some_and(|start| start.wrapping_add_signed(grown) == at);
            if at > dirty.new_end && begins_here && block < self.rows.len() {
                return Some((block, n + 1));
            }
        }
        whole.then_some((self.rows.len(), pieces.len()))
    }

    /// Reads the pieces of a text, but keeps the old blocks that lie before the change as they are.
    fn read_pieces(
        &self,
        text: &str,
        pieces: &[blocks::Piece],
        old: Range<usize>,
        dirty: Dirty,
        grown: isize,
    ) -> Replaced {
        let mut kept = 0;
        let mut at = 0;
        while let (Some(piece), Some(row)) = (pieces.get(kept), self.rows[old.clone()].get(kept)) {
            let same = *row.block.text == text[at..at + piece.len] && row.block.ends_paragraph == piece.ends_paragraph;
            if !same {
                break;
            }
            at += piece.len;
            kept += 1;
        }
        // The same letters may be on both sides of what was deleted; then the whole block may be kept.
        let mut kept_after = 0;
        let mut end: usize = pieces.iter().map(|piece| piece.len).sum();
        while kept + kept_after < pieces.len().min(old.len()) {
            let (piece, row) = (&pieces[pieces.len() - 1 - kept_after], &self.rows[old.end - 1 - kept_after]);
            let same =
                *row.block.text == text[end - piece.len..end] && row.block.ends_paragraph == piece.ends_paragraph;
            if !same {
                break;
            }
            end -= piece.len;
            kept_after += 1;
        }
        debug_assert!(dirty.old_start <= dirty.old_end);
        let changed = &pieces[kept..pieces.len() - kept_after];
        let new = self.read_pieces_of(&text[at..end], changed, None);
        Replaced { old: old.start + kept..old.end - kept_after, new, grown }
    }

    fn read_pieces_of(&self, text: &str, pieces: &[blocks::Piece], like: Option<&Like<'_>>) -> Vec<Arc<Block>> {
        let mut at = 0;
        let places: Vec<(Range<usize>, bool)> = pieces
            .iter()
            .map(|piece| {
                at += piece.len;
                (at - piece.len..at, piece.ends_paragraph)
            })
            .collect();
        let read = |(place, ends): &(Range<usize>, bool)| {
            let known = like.and_then(|like| like.block(place, *ends));
            known.unwrap_or_else(|| Arc::new(self.read_block(&text[place.clone()], *ends)))
        };
        if text.len() < PARALLEL {
            places.iter().map(read).collect()
        } else {
            places.par_iter().with_min_len(64).map(read).collect()
        }
    }

    fn read_block(&self, text: &str, ends_paragraph: bool) -> Block {
        let composed = in_composed_letters(text);
        let reading = read_as(text, composed.as_ref(), &self.own_vocabulary, self.format);
        let given = if !carried::may_give(text, &reading) {
            Given::provinces_of(text, &reading)
        } else if Arc::ptr_eq(&self.own_vocabulary, &self.vocabulary) {
            Given::of_reading(text, &reading)
        } else {
            Given::of_reading(text, &read_as(text, composed.as_ref(), &self.vocabulary, self.format))
        };
        let fence = self.format != Format::Plain && blocks::is_fence(text);
        let script = if self.format == Format::Html { blocks::script(text) } else { None };
        Block::new((text, composed), reading, given, ends_paragraph, (fence, script))
    }

    /// Puts new blocks in place of old ones and updates everything that depends on them.
    fn replace(&mut self, Replaced { old, new, grown }: Replaced) {
        let nature_before = self.nature();
        let quoted_before = self.rows.first().map(|row| row.before.is_quoted());
        let mut all = Traits::default();
        for row in &self.rows[old.clone()] {
            all = all.and(row.traits);
            self.blocks_with_articles -= usize::from(row.traits.has(Traits::ARTICLE));
            self.blocks_with_letters_apart -= usize::from(row.traits.has(Traits::LETTERS_APART));
            self.years.forget(&row.block);
        }
        for block in &new {
            all = all.and(block.traits);
            self.blocks_with_articles += usize::from(block.traits.has(Traits::ARTICLE));
            self.blocks_with_letters_apart += usize::from(block.traits.has(Traits::LETTERS_APART));
            self.years.count_in(block);
        }

        // Offsets.
        let start = self.starts.get(old.start).copied().unwrap_or_else(|| self.length());
        let old_end = self.starts.get(old.end).copied().unwrap_or_else(|| self.length());
        let units = self.outline.units.partition_point(|u| u.span.start < start)
            ..self.outline.units.partition_point(|u| u.span.start < old_end);
        let mut at = start;
        let new_starts: Vec<usize> = new
            .iter()
            .map(|block| {
                at += block.text.len();
                at - block.text.len()
            })
            .collect();
        let fresh = old.start..old.start + new.len();
        self.starts.splice(old.clone(), new_starts);
        for start in &mut self.starts[fresh.end..] {
            *start = start.wrapping_add_signed(grown);
        }

        // Rows, not yet linked.
        let before = self.rows.get(old.start).map_or_else(|| self.last_state(), |row| Arc::clone(&row.before));
        let no_links = Arc::new(BlockLinks::default());
        let unlinked = |block: Arc<Block>| {
            let traits = block.traits;
            Row { block, links: Arc::clone(&no_links), additions: None, before: Arc::clone(&before), traits }
        };
        self.rows.splice(old.clone(), new.into_iter().map(unlinked));

        // Header.
        if old.start < self.header_blocks.saturating_add(1) {
            (self.header, self.header_blocks) = Header::read(self.rows.iter().map(|row| &*row.block));
        }

        // Links.
        self.has_own_articles = self.shows_own_articles();
        let all_anew = self.nature() != nature_before || quoted_before != Some(self.begins_in_quotation());
        let linked = self.link(if all_anew { 0..self.rows.len() } else { fresh.clone() }, all_anew);
        // What blocks give each other depends on their citations and on how these are linked.
        let asks =
            |traits: Traits| links::earlier::asks(traits, nature_before) || links::beyond::asks(traits, nature_before);
        let may_link_else = all.has(Traits::LINKING) || linked.end > fresh.end;
        let asked = asks(all) || (may_link_else && self.rows.iter().any(|row| asks(row.traits)));
        if all_anew || all.has(Traits::NUMBERS) || asked {
            self.add_numbers();
        }

        // Outline: the units of all blocks whose items may be others.
        if all_anew || linked.end > fresh.end {
            let end = self.starts.get(linked.end).copied().unwrap_or_else(|| self.length());
            let begin = self.starts.get(linked.start).copied().unwrap_or(0);
            // The outline still has the old offsets.
            let old_end = end.wrapping_add_signed(-grown);
            let units = self.outline.units.partition_point(|u| u.span.start < begin)
                ..self.outline.units.partition_point(|u| u.span.start < old_end);
            let new_units = self.units_of(linked);
            self.outline.splice(units, new_units, grown);
        } else {
            let new_units = self.units_of(fresh);
            self.outline.splice(units, new_units, grown);
        }
    }

    /// Links blocks from the first of a range on, until the state after the range is the same as before. Returns the
    /// range of the blocks that were linked.
    fn link(&mut self, range: Range<usize>, from_the_start: bool) -> Range<usize> {
        let nature = self.nature();
        let mut state = if from_the_start || range.start == 0 {
            let first = Arc::new(State::first(self.begins_in_quotation()));
            match self.rows.first() {
                Some(row) if *row.before == *first => Arc::clone(&row.before),
                _ => first,
            }
        } else {
            Arc::clone(&self.rows[range.start.min(self.rows.len() - 1)].before)
        };
        if range.start > 0 && range.start < self.rows.len() && !from_the_start {
            // The state after the row before is only known by linking it again.
            let row = &self.rows[range.start - 1];
            state = links::link(&row.block, &row.before, nature).1;
        }
        let mut at = range.start;
        while at < self.rows.len() {
            let row = &mut self.rows[at];
            if at >= range.end && (Arc::ptr_eq(&row.before, &state) || *row.before == *state) {
                break;
            }
            let (links, after): (BlockLinks, Arc<State>) = links::link(&row.block, &state, nature);
            if *row.links != links {
                row.links = Arc::new(links);
            }
            row.before = state;
            state = after;
            at += 1;
        }
        range.start..at
    }

    /// What the numbers of all blocks give each other.
    fn add_numbers(&mut self) {
        let found = numbers::additions(&self.rows, self.nature());
        let mut found = found.into_iter().peekable();
        for (n, row) in self.rows.iter_mut().enumerate() {
            let new = found.next_if(|(at, _)| *at == n).map(|(_, additions)| additions);
            if row.additions.as_deref() != new.as_ref() {
                row.additions = new.map(Arc::new);
            }
        }
    }

    fn units_of(&self, blocks: Range<usize>) -> Vec<Unit> {
        const MANY: usize = 4096;
        if blocks.len() < 2 * MANY {
            return self.units_of_some(blocks);
        }
        let parts: Vec<Range<usize>> =
            blocks.clone().step_by(MANY).map(|from| from..blocks.end.min(from + MANY)).collect();
        parts.into_par_iter().flat_map_iter(|part| self.units_of_some(part)).collect()
    }

    fn units_of_some(&self, blocks: Range<usize>) -> Vec<Unit> {
        let mut units = Vec::new();
        for at in blocks {
            let row = &self.rows[at];
            for &cue in &row.links.items {
                let CueKind::Item(item) = &row.block.reading.cues[cue as usize].kind else { continue };
                let (label, heading) = label_and_heading(&row.block, cue as usize);
                let base = self.starts[at];
                units.push(Unit {
                    level: item.level,
                    label: item.label.clone(),
                    span: label.shifted(base),
                    heading: heading.shifted(base),
                    parent: None,
                });
            }
        }
        units
    }

    /// What the document is: whether a bare unit is its own, because it has articles or is of a kind that has.
    fn nature(&self) -> Nature {
        let kind = self.header.kind.filter(|_| self.header.regime() != Regime::None);
        let is_letter = kind.is_some_and(is_without_articles);
        let own = self.has_own_articles;
        Nature {
            has_articles: own,
            is_letter: is_letter && !own,
            is_guidance: kind == Some("Hướng dẫn") && !own,
            gives_texts: !own && self.rows.iter().any(|row| row.traits.has(Traits::ANNOUNCES)),
            kind,
        }
    }

    /// Whether the text shows articles of its own. An act does, unless it is written in sections; one that has hardly been begun will.
    fn shows_own_articles(&self) -> bool {
        let kind = self.header.kind.filter(|_| self.header.regime() != Regime::None);
        let is_act = kind.is_some_and(|kind| !is_without_articles(kind));
        if self.blocks_with_articles == 0 {
            return is_act && !links::own::has_items(&self.rows);
        }
        is_act || links::own::has_articles(&self.rows, self.begins_in_quotation())
    }

    /// An excerpt that begins inside a quotation: the first quotation mark of the document closes one.
    fn begins_in_quotation(&self) -> bool {
        let quoting = self.rows.iter().find(|row| row.traits.has(Traits::QUOTES));
        let first = quoting.and_then(|row| {
            row.block.reading.cues.iter().find_map(|c| if let CueKind::Quote(q) = &c.kind { Some(*q) } else { None })
        });
        first == Some(Quote::Close)
    }

    fn last_state(&self) -> Arc<State> {
        match self.rows.last() {
            Some(row) => links::link(&row.block, &row.before, self.nature()).1,
            None => Arc::new(State::first(false)),
        }
    }
}

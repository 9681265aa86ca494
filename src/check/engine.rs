//! The engine: walks the blocks of a document, asks the rules, and keeps what they found.
//!
//! Findings of a block are kept with the block. They are looked for again only where the block itself, what it reads of the
//! blocks that it is linked to, its place in the draft, the [`Draft`] or the environment (settings and catalogue) changed.
//! What is reported once in a document and what rules of the draft find follows from what blocks keep; it is found again only
//! where that changed.

mod asked;
mod collect;
mod composed;
mod places;
#[cfg(test)]
mod tests;

use super::checker::Place;
use super::draft::{Draft, Head};
use super::draft_checker::DraftChecker;
use super::facts::Facts;
use super::facts::short_names::Definition;
use super::finding::{Finding, Findings};
use super::memo::Memo;
use super::registry::Scope;
use super::uses::{Searched, Uses};
use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::document::blocks::Block;
use crate::document::links::{BlockLinks, Row, afar::Seen, numbers::Additions};
use crate::i18n::Localizer;
use crate::rulebook::Code;
use crate::settings::Settings;
use crate::text::Span;
use asked::{Asked, is_ignored};
use composed::Composed;
use places::Places;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What documents are checked with.
#[derive(Debug, Clone, Copy)]
pub struct Environment<'e> {
    pub catalogue: &'e Catalogue,
    pub settings: &'e Settings,
    /// Another number for each other catalogue and other settings.
    pub epoch: u64,
}

/// How many blocks are checked on several threads at once.
const PARALLEL: usize = 256;

/// All findings of a document in the order of the text.
pub fn check(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Vec<Finding> {
    let environment = Environment { catalogue, settings, epoch: 0 };
    Checked::default().update(document, &environment, &|| false).unwrap_or_default()
}

/// What was found in a document, to be kept for its next version.
#[derive(Debug, Default)]
pub struct Checked {
    head: Head,
    /// What holds for all blocks; `None` before the first run.
    common: Option<Common>,
    rows: Vec<CheckedRow>,
    /// How long the text was.
    length: usize,
    /// What the rules of the draft found; offsets are bytes of the document.
    of_draft: Vec<Finding>,
    /// The edition of the outline that they were found with.
    outline: u64,
    /// Whether they must be asked again.
    is_draft_stale: bool,
    /// What was found in rows that were replaced by another at the same place since the last run.
    replaced: FxHashMap<usize, Arc<Found>>,
    /// Where the short names of the draft are used.
    uses: Uses,
    /// A block that defined a short name is gone since they were searched for.
    has_lost_definitions: bool,
    /// The rows that have not been checked, and those that have not been searched for short names.
    open: Vec<usize>,
    unsearched: Vec<usize>,
    /// Whether any other row defines a short name.
    defines: bool,
    /// How many blocks cite each instrument: see [`Facts::cited`].
    cited: FxHashMap<u64, u32>,
    /// Whether it must be asked again what comes first.
    is_first_stale: bool,
    /// What was found in a text whose letters are not composed.
    composed: Option<Box<Composed>>,
}

#[derive(Debug)]
struct Common {
    epoch: u64,
    draft: Draft,
    memo: Memo,
}

/// A block with what was found in it.
#[derive(Debug, Clone)]
struct CheckedRow {
    block: Arc<Block>,
    links: Arc<BlockLinks>,
    additions: Option<Arc<Additions>>,
    place: Place,
    /// `None` until it has been checked.
    found: Option<Arc<Found>>,
    /// Whether anything was found or kept.
    is_empty: bool,
    /// Which of the things in it that are judged once in a document come first here; as many as `once`.
    comes_first: Box<[bool]>,
    /// Whether it defines a short name.
    defines: bool,
    /// Whether it has been searched for short names, and whether its text has been with other links, when it defined none.
    is_searched: bool,
    is_text_searched: bool,
}

/// What the rules found in one block; offsets are bytes of the block.
#[derive(Debug, Default)]
struct Found {
    findings: Findings,
    facts: Option<Box<Facts>>,
    /// Whether they could be others in a draft of another issuer.
    asks_issuer: bool,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.facts.is_none() && self.findings.list.is_empty() && self.findings.once.is_empty()
    }
}

impl CheckedRow {
    fn new(row: &Row, place: Place) -> Self {
        Self {
            block: Arc::clone(&row.block),
            links: Arc::clone(&row.links),
            additions: row.additions.clone(),
            place,
            found: None,
            is_empty: true,
            comes_first: Box::default(),
            defines: false,
            is_searched: false,
            is_text_searched: false,
        }
    }

    /// The short names that it defines.
    fn definitions(&self) -> &[Definition] {
        let found = self.found.as_ref().filter(|_| !self.is_empty);
        found.and_then(|found| found.facts.as_ref()).map_or(&[], |facts| &facts.definitions)
    }

    /// Takes what was found in it.
    fn take(&mut self, found: Found) {
        self.is_empty = found.is_empty();
        self.defines = found.facts.as_ref().is_some_and(|facts| !facts.definitions.is_empty());
        self.found = Some(Arc::new(found));
    }

    fn to_search(&self) -> Searched<'_> {
        let definitions = self.definitions();
        let is_text_new = !(self.is_searched || self.is_text_searched && definitions.is_empty());
        Searched { block: &self.block, links: &self.links, definitions, is_new: !self.is_searched, is_text_new }
    }

    fn is_of(&self, row: &Row) -> bool {
        let same_additions = match (&self.additions, &row.additions) {
            (None, None) => true,
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            _ => false,
        };
        Arc::ptr_eq(&self.block, &row.block) && Arc::ptr_eq(&self.links, &row.links) && same_additions
    }

    /// Takes the links of the row, where it is of the same block and rules find the same with them.
    fn reads_the_same(&mut self, row: &Row, seen: &mut Seen) -> bool {
        let additions = self.additions.as_deref().map_or(&[][..], |additions| &additions.0);
        let same = Arc::ptr_eq(&self.block, &row.block) && seen.in_the_same_way(&self.links, additions, row);
        if same {
            self.links = Arc::clone(&row.links);
            self.additions = row.additions.clone();
        }
        same
    }
}

impl Checked {
    /// Checks a version of the document. Where it is an edited version of the last one, only what changed is looked at.
    /// `None` where `is_cancelled` says that nobody waits any more; what was found so far is kept.
    pub fn update(
        &mut self,
        document: &Document,
        environment: &Environment<'_>,
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Vec<Finding>> {
        if document.has_letters_apart() {
            let before = self.composed.take();
            let (kept, found) = Composed::update(before, document, environment, is_cancelled);
            *self = Self { composed: Some(kept), ..Self::default() };
            return found;
        }
        self.composed = None;
        let head = Head::of(document, std::mem::take(&mut self.head));
        let draft = Draft::of(document, environment.settings, &head);
        let common = self.common.as_ref().filter(|common| common.epoch == environment.epoch);
        if common.is_some_and(|common| common.draft != draft && common.draft.differs_in_issuer(&draft)) {
            self.change_issuer(draft);
        } else if common.is_none_or(|common| common.draft != draft) {
            let context = draft.context();
            *self = Self {
                common: Some(Common { epoch: environment.epoch, draft, memo: Memo::new(context) }),
                is_draft_stale: true,
                ..Self::default()
            };
        }
        self.head = head;
        self.align(document);
        if !self.check_rows(document, environment, is_cancelled) {
            return None;
        }
        self.search_short_names();
        self.find_first();
        self.check_draft(document, environment);
        Some(self.collect(document, environment.settings))
    }

    /// Takes the draft of another issuer: what was found in blocks that asked for it is found again.
    fn change_issuer(&mut self, draft: Draft) {
        let asking = |row: &CheckedRow| row.found.as_ref().is_some_and(|found| found.asks_issuer);
        for n in 0..self.rows.len() {
            if asking(&self.rows[n])
                && let Some(found) = self.rows[n].found.take().filter(|found| !found.is_empty())
            {
                self.has_lost_definitions |= self.rows[n].defines;
                self.forget(&found);
                self.rows[n].is_searched = false;
                self.rows[n].is_text_searched = false;
                self.replaced.insert(n, found);
            }
        }
        self.is_draft_stale = true;
        if let Some(common) = &mut self.common {
            common.memo = Memo::new(draft.context());
            common.draft = draft;
        }
    }

    /// Gives each block of the document its row: the old one with what was found, where it is the same block.
    fn align(&mut self, document: &Document) {
        let places = Places::of(document);
        let rows = document.rows();
        let same = |old: &CheckedRow, new: &Row| Arc::ptr_eq(&old.block, &new.block);
        let before = self.rows.iter().zip(rows).take_while(|(old, new)| same(old, new)).count();
        let rest = self.rows.len().min(rows.len()) - before;
        let pairs = self.rows.iter().rev().zip(rows.iter().rev());
        let after = pairs.take(rest).take_while(|(old, new)| same(old, new)).count();
        let (old_end, new_end) = (self.rows.len() - after, rows.len() - after);
        if before < old_end || before < new_end {
            self.move_draft_findings(document, before, new_end);
            let paired = old_end == new_end;
            for at in before..old_end {
                if paired && rows.get(at).is_some_and(|row| same(&self.rows[at], row)) {
                    continue;
                }
                self.uses.forget(&self.rows[at].block);
                self.has_lost_definitions |= self.rows[at].defines;
                let found = self.rows[at].found.take().filter(|found| !found.is_empty());
                if let Some(found) = &found {
                    self.forget(found);
                }
                match found {
                    Some(found) if paired => drop(self.replaced.insert(at, found)),
                    Some(_) => self.is_draft_stale = true,
                    None => {}
                }
            }
            let fresh = |n: usize| CheckedRow::new(&rows[n], places.of_block(document, n));
            if paired {
                for (n, row) in rows.iter().enumerate().take(new_end).skip(before) {
                    if !same(&self.rows[n], row) {
                        self.rows[n] = fresh(n);
                    }
                }
            } else {
                // Rows after these have other places now.
                self.is_draft_stale |= !self.replaced.is_empty();
                self.replaced.clear();
                self.rows.splice(before..old_end, (before..new_end).map(fresh));
            }
        }
        let mut lost = Vec::new();
        let mut seen = Seen::default();
        self.open.clear();
        self.unsearched.clear();
        self.defines = false;
        // One pass over all rows; everything else looks at those that it finds.
        for (n, (old, new)) in self.rows.iter_mut().zip(rows).enumerate() {
            if old.found.is_none() {
                self.open.push(n);
            }
            if !old.is_searched {
                self.unsearched.push(n);
            }
            self.defines |= old.defines;
            let place = places.of_block(document, n);
            if old.place != place {
                self.is_draft_stale = true;
            } else if old.is_of(new) || old.reads_the_same(new, &mut seen) {
                continue;
            }
            if old.found.is_some() {
                self.open.push(n);
            }
            if old.is_searched {
                self.unsearched.push(n);
            }
            let found = old.found.take();
            self.has_lost_definitions |= old.defines;
            let is_text_searched = (old.is_searched || old.is_text_searched) && !old.defines;
            *old = CheckedRow { is_text_searched, ..CheckedRow::new(new, place) };
            if let Some(found) = found.filter(|found| !found.is_empty()) {
                lost.push((n, found));
            }
        }
        for (n, found) in lost {
            self.forget(&found);
            self.replaced.insert(n, found);
        }
    }

    /// Takes what a block found out of the counts over all blocks.
    fn forget(&mut self, found: &Found) {
        self.is_first_stale |= !found.findings.once.is_empty();
        for key in found.facts.iter().flat_map(|facts| &facts.cited) {
            if let Some(count) = self.cited.get_mut(key) {
                *count -= 1;
                if *count == 0 {
                    self.cited.remove(key);
                }
            }
        }
    }

    /// Counts what blocks found that have been checked.
    fn count(&mut self, rows: &[usize]) {
        for &n in rows {
            let Some(found) = &self.rows[n].found else { continue };
            self.is_first_stale |= !found.findings.once.is_empty();
            for key in found.facts.iter().flat_map(|facts| &facts.cited) {
                *self.cited.entry(*key).or_default() += 1;
            }
        }
    }

    /// Finds out where in the document each thing comes first that is judged once.
    fn find_first(&mut self) {
        if !std::mem::take(&mut self.is_first_stale) {
            return;
        }
        let mut judged: FxHashSet<(Code, u64)> = FxHashSet::default();
        for row in self.rows.iter_mut().filter(|row| !row.is_empty) {
            let once = row.found.as_ref().map_or(&[][..], |found| &found.findings.once);
            if !once.is_empty() {
                row.comes_first = once.iter().map(|once| judged.insert((once.code, once.key))).collect();
            }
        }
    }

    /// Moves what the rules of the draft found along with the text: `before` rows are the same, and those from `after` on.
    fn move_draft_findings(&mut self, document: &Document, before: usize, after: usize) {
        let length = document.length();
        let grown = length as isize - self.length as isize;
        self.length = length;
        let start = |row: usize| if row < document.rows().len() { document.start_of(row) } else { length };
        let (same_until, same_from) = (start(before), start(after).wrapping_add_signed(-grown));
        let mut is_touched = false;
        for finding in &mut self.of_draft {
            finding.each_span(|span| {
                if span.start >= same_from {
                    *span = Span::new(span.start.wrapping_add_signed(grown), span.end.wrapping_add_signed(grown));
                } else if span.end > same_until {
                    is_touched = true;
                }
            });
        }
        self.is_draft_stale |= is_touched;
    }

    /// Asks the rules of blocks and citations about the rows that have not been checked. `false` if it was cancelled.
    fn check_rows(
        &mut self,
        document: &Document,
        environment: &Environment<'_>,
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> bool {
        let Some(common) = &self.common else { return true };
        let open = std::mem::take(&mut self.open);
        let asked = Asked::new(environment.settings);
        let rows = document.rows();
        let (draft, memo) = (&common.draft, &common.memo);
        let check = |n: usize, place: Place, memo: &Memo| asked.check(&rows[n], place, draft, environment, memo);
        let mut done = Vec::with_capacity(open.len());
        if open.len() < PARALLEL {
            for &n in open.iter().take_while(|_| !is_cancelled()) {
                let found = check(n, self.rows[n].place, memo);
                self.rows[n].take(found);
                done.push(n);
            }
        } else {
            let draft_rows = &self.rows;
            let context = memo.context();
            let memo = || Memo::new(context.clone());
            let found: Vec<(usize, Option<Found>)> = open
                .par_iter()
                .with_min_len(PARALLEL / 4)
                .map_init(memo, |memo, &n| (n, (!is_cancelled()).then(|| check(n, draft_rows[n].place, memo))))
                .collect();
            for (n, found) in found.into_iter().filter_map(|(n, found)| Some((n, found?))) {
                self.rows[n].take(found);
                done.push(n);
            }
        }
        self.count(&done);
        if done.len() < open.len() {
            // The facts of the rows that were checked are compared no more.
            self.is_draft_stale = true;
            return false;
        }
        // Facts that came, went or changed are a reason to ask the rules of the draft again.
        let replaced = std::mem::take(&mut self.replaced);
        let changed = |n: &usize| {
            let (new, old) = (self.rows[*n].found.as_deref(), replaced.get(n).map(|found| &**found));
            new.and_then(|found| found.facts.as_deref()) != old.and_then(|found| found.facts.as_deref())
        };
        self.is_draft_stale |= open.iter().any(changed);
        true
    }

    /// Searches new rows for the short names that the draft defines, and all rows for new short names.
    fn search_short_names(&mut self) {
        let Self { rows, uses, unsearched, .. } = self;
        let new_definitions = unsearched.iter().any(|&n| rows[n].defines);
        let defines = self.defines || new_definitions;
        if !defines {
            *uses = Uses::default();
        } else if new_definitions || uses.is_open() || self.has_lost_definitions {
            let all: Vec<Searched<'_>> = rows.iter().map(CheckedRow::to_search).collect();
            self.is_draft_stale |= uses.update(&all);
        } else {
            let new: Vec<Searched<'_>> = unsearched.iter().map(|&n| rows[n].to_search()).collect();
            self.is_draft_stale |= uses.search_new(&new);
        }
        self.has_lost_definitions = false;
        for n in std::mem::take(&mut self.unsearched) {
            self.rows[n].is_searched = true;
        }
    }

    /// Asks the rules of the draft, where what they read has changed.
    fn check_draft(&mut self, document: &Document, environment: &Environment<'_>) {
        let Some(common) = &self.common else { return };
        let edition = document.outline().edition();
        if !self.is_draft_stale && self.outline == edition {
            return;
        }
        let facts: Vec<(usize, &Facts)> = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_empty)
            .filter_map(|(n, row)| Some((document.start_of(n), row.found.as_ref()?.facts.as_deref()?)))
            .collect();
        let messages = Localizer::of(environment.settings.language);
        let checker = DraftChecker::new(document, &common.draft, messages, facts, &self.uses);
        let asked = Asked::new(environment.settings);
        let mut out = Findings::default();
        for rule in &asked.rules {
            if let Scope::Draft(check) = rule.scope {
                let from = out.list.len();
                check(&checker, &mut out);
                asked.weigh(rule.code, &mut out.list[from..]);
            }
        }
        out.list.retain(|finding| !is_ignored(finding, environment.settings));
        self.of_draft = out.list;
        self.outline = edition;
        self.is_draft_stale = false;
    }
}

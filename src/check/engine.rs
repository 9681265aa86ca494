//! The engine: walks the blocks of a document, asks the rules, and keeps what they found.
//!
//! Findings of a block are kept with the block. They are looked for again only where the block itself, its links, its place
//! in the draft, the [`Draft`] or the environment (settings and catalogue) changed. What is reported once in a document and
//! what rules of the draft find follows from what blocks keep; it is found again only where that changed.

use super::checker::{Checker, Place};
use super::draft::Draft;
use super::draft_checker::DraftChecker;
use super::facts::Facts;
use super::facts::short_names::Definition;
use super::finding::{Condition, Finding, Findings};
use super::memo::Memo;
use super::registry::{Rule, Scope};
use super::uses::{Searched, Uses};
use super::{rules, suppressions};
use crate::catalogue::{Catalogue, Context};
use crate::cite::ItemLevel;
use crate::document::Document;
use crate::document::blocks::{Block, Traits};
use crate::document::links::{BlockLinks, Row, numbers::Additions};
use crate::i18n::Localizer;
use crate::rulebook::{Code, Severity};
use crate::settings::Settings;
use crate::text::Span;
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
/// So many bytes of a draft can be its opening, if no article begins before.
const OPENING: usize = 20_000;

/// All findings of a document in the order of the text.
pub fn check(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Vec<Finding> {
    let environment = Environment { catalogue, settings, epoch: 0 };
    Checked::default().update(document, &environment, &|| false).unwrap_or_default()
}

/// What was found in a document, to be kept for its next version.
#[derive(Debug, Default)]
pub struct Checked {
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
    /// Whether it defines a short name.
    defines: bool,
    /// Whether it has been searched for short names.
    is_searched: bool,
}

/// What the rules found in one block; offsets are bytes of the block.
#[derive(Debug, Default)]
struct Found {
    findings: Findings,
    facts: Option<Box<Facts>>,
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
            defines: false,
            is_searched: false,
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
        Searched { block: &self.block, links: &self.links, definitions: self.definitions(), is_new: !self.is_searched }
    }

    fn is_of(&self, row: &Row) -> bool {
        let same_additions = match (&self.additions, &row.additions) {
            (None, None) => true,
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            _ => false,
        };
        Arc::ptr_eq(&self.block, &row.block) && Arc::ptr_eq(&self.links, &row.links) && same_additions
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
        let draft = Draft::of(document, environment.settings);
        if self.common.as_ref().is_none_or(|common| common.epoch != environment.epoch || common.draft != draft) {
            let context =
                Context { date: Some(draft.header.date.unwrap_or(draft.day)), issuer: draft.header.issuer.clone() };
            *self = Self {
                common: Some(Common { epoch: environment.epoch, draft, memo: Memo::new(context) }),
                is_draft_stale: true,
                ..Self::default()
            };
        }
        self.align(document);
        if !self.check_rows(document, environment, is_cancelled) {
            return None;
        }
        self.search_short_names();
        self.check_draft(document, environment);
        Some(self.collect(document, environment.settings))
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
                self.uses.forget(&self.rows[at].block);
                self.has_lost_definitions |= self.rows[at].defines;
                match self.rows[at].found.take().filter(|found| !found.is_empty()) {
                    Some(found) if paired => drop(self.replaced.insert(at, found)),
                    Some(_) => self.is_draft_stale = true,
                    None => {}
                }
            }
            let fresh: Vec<CheckedRow> =
                (before..new_end).map(|n| CheckedRow::new(&rows[n], places.of_block(document, n))).collect();
            if !paired {
                // Rows after these have other places now.
                self.is_draft_stale |= !self.replaced.is_empty();
                self.replaced.clear();
            }
            self.rows.splice(before..old_end, fresh);
        }
        for (n, (old, new)) in self.rows.iter_mut().zip(rows).enumerate() {
            let place = places.of_block(document, n);
            if old.place != place {
                self.is_draft_stale = true;
            } else if old.is_of(new) {
                continue;
            }
            let found = old.found.take();
            self.has_lost_definitions |= old.defines;
            *old = CheckedRow::new(new, place);
            if let Some(found) = found.filter(|found| !found.is_empty()) {
                self.replaced.insert(n, found);
            }
        }
    }

    /// Moves what the rules of the draft found along with the text: `before` rows are the same, and those from `after` on.
    fn move_draft_findings(&mut self, document: &Document, before: usize, after: usize) {
        let length = document.rope().len_bytes();
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
        let open: Vec<usize> = (0..self.rows.len()).filter(|&n| self.rows[n].found.is_none()).collect();
        let asked = Asked::new(environment.settings);
        let rows = document.rows();
        let (draft, memo) = (&common.draft, &common.memo);
        let check = |n: usize, place: Place, memo: &Memo| asked.check(&rows[n], place, draft, environment, memo);
        if open.len() < PARALLEL {
            for &n in &open {
                if is_cancelled() {
                    // The facts of the rows that were checked are compared no more.
                    self.is_draft_stale = true;
                    return false;
                }
                let found = check(n, self.rows[n].place, memo);
                self.rows[n].take(found);
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
            let mut is_whole = true;
            for (n, found) in found {
                match found {
                    Some(found) => self.rows[n].take(found),
                    None => is_whole = false,
                }
            }
            if !is_whole {
                self.is_draft_stale = true;
                return false;
            }
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
        let Self { rows, uses, .. } = self;
        let (mut defines, mut new_definitions) = (false, false);
        for row in rows.iter() {
            defines |= row.defines;
            new_definitions |= row.defines && !row.is_searched;
        }
        if !defines {
            *uses = Uses::default();
        } else if new_definitions || uses.is_open() || self.has_lost_definitions {
            let all: Vec<Searched<'_>> = rows.iter().map(CheckedRow::to_search).collect();
            self.is_draft_stale |= uses.update(&all);
        } else {
            let new: Vec<Searched<'_>> =
                rows.iter().filter(|row| !row.is_searched).map(CheckedRow::to_search).collect();
            self.is_draft_stale |= uses.search_new(&new);
        }
        self.has_lost_definitions = false;
        self.rows.iter_mut().for_each(|row| row.is_searched = true);
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

    /// All findings in the order of the text.
    fn collect(&self, document: &Document, settings: &Settings) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.of_draft.clone();
        let mut judged: FxHashSet<(Code, u64)> = FxHashSet::default();
        let mut comments = Vec::new();
        for (n, row) in self.rows.iter().enumerate().filter(|(_, row)| !row.is_empty) {
            let Some(found) = &row.found else { continue };
            let base = document.start_of(n);
            findings.extend(found.findings.list.iter().map(|finding| finding.shifted(base)));
            for once in &found.findings.once {
                if judged.insert((once.code, once.key))
                    && let Some(finding) = &once.finding
                {
                    findings.push(finding.shifted(base));
                }
            }
            if let Some(facts) = found.facts.as_deref() {
                comments.extend(facts.suppressions.iter().map(|comment| (base, comment)));
            }
        }
        self.settle_conditions(&mut findings);
        yield_to_others(&mut findings);
        if !comments.is_empty() {
            let messages = Localizer::of(settings.language);
            suppressions::apply(comments.into_iter(), document, settings, messages, &mut findings);
            Asked::new(settings).weigh_all(suppressions::CODE, &mut findings);
        }
        findings.sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
        findings.dedup_by(|later, earlier| later.code == earlier.code && later.span == earlier.span);
        findings
    }
}

impl Checked {
    /// Asks the facts of all blocks what findings of single blocks left open.
    fn settle_conditions(&self, findings: &mut Vec<Finding>) {
        if findings.iter().all(|finding| finding.condition.is_none()) {
            return;
        }
        let facts = || {
            let rows = self.rows.iter().filter(|row| !row.is_empty);
            rows.filter_map(|row| row.found.as_ref()?.facts.as_deref())
        };
        let cited: FxHashSet<u64> = facts().flat_map(|facts| &facts.cited).copied().collect();
        let is_defined = |words: &str| facts().flat_map(|facts| &facts.defined).any(|term| term.starts_with(words));
        findings.retain_mut(|finding| match finding.condition.take() {
            None => true,
            Some(Condition::InformationIfCited(key)) => {
                if cited.contains(&key) {
                    finding.severity = finding.severity.min(Severity::Information);
                }
                true
            }
            Some(Condition::DroppedIfCited(keys)) => !keys.iter().any(|key| cited.contains(key)),
            Some(Condition::DroppedIfDefined(words)) => !is_defined(&words),
        });
    }
}

/// Takes away what a rule found where another, to which it yields, found something at the same place.
fn yield_to_others(findings: &mut Vec<Finding>) {
    let mut places: FxHashMap<Code, Vec<Span>> = FxHashMap::default();
    let yielding = |code: Code| rules::find(code).map_or(&[][..], |rule| rule.yields_to);
    let wanted: FxHashSet<Code> = findings.iter().flat_map(|finding| yielding(finding.code)).copied().collect();
    if wanted.is_empty() {
        return;
    }
    for finding in findings.iter().filter(|finding| wanted.contains(&finding.code)) {
        places.entry(finding.code).or_default().push(finding.span);
    }
    findings.retain(|finding| {
        let taken = |code: &Code| places.get(code).is_some_and(|spans| spans.contains(&finding.span));
        !yielding(finding.code).iter().any(taken)
    });
}

/// Whether the settings say that what a finding is about is ignored.
fn is_ignored(finding: &Finding, settings: &Settings) -> bool {
    finding.instrument.as_ref().is_some_and(|number| settings.ignore.iter().any(|ignored| ignored == number))
}

/// The rules that the settings leave on.
struct Asked<'s> {
    rules: Vec<&'static Rule>,
    settings: &'s Settings,
}

impl<'s> Asked<'s> {
    fn new(settings: &'s Settings) -> Self {
        Self { rules: rules::all().filter(|rule| !settings.is_off(rule.code.as_str())).collect(), settings }
    }

    /// What the rules find in one block.
    fn check(&self, row: &Row, place: Place, draft: &Draft, environment: &Environment<'_>, memo: &Memo) -> Found {
        let messages = Localizer::of(environment.settings.language);
        let cx = Checker::new(row, place, draft, (environment.catalogue, messages), memo);
        let mut out = Findings::default();
        if !row.links.is_code {
            for rule in &self.rules {
                let (from, once_from) = (out.list.len(), out.once.len());
                match rule.scope {
                    Scope::Number(check) => cx.numbers.iter().for_each(|n| check(&cx, n, &mut out)),
                    Scope::Name(check) => cx.names.iter().for_each(|n| check(&cx, n, &mut out)),
                    Scope::Provision(check) => cx.provisions.iter().for_each(|p| check(&cx, p, &mut out)),
                    Scope::Agency(check) => cx.agencies.iter().for_each(|a| check(&cx, a, &mut out)),
                    Scope::Block(check) => check(&cx, &mut out),
                    Scope::Draft(_) => {}
                }
                self.weigh(rule.code, &mut out.list[from..]);
                for once in &mut out.once[once_from..] {
                    self.weigh(rule.code, once.finding.as_deref_mut().map(std::slice::from_mut).unwrap_or_default());
                }
            }
            out.list.retain(|finding| !is_ignored(finding, self.settings));
            for once in &mut out.once {
                once.finding = once.finding.take().filter(|finding| !is_ignored(finding, self.settings));
            }
        }
        let facts = Facts::of(&cx);
        Found { findings: out, facts }
    }

    /// Gives findings of a rule the severity that the settings say.
    fn weigh(&self, code: Code, findings: &mut [Finding]) {
        if let Some(Some(severity)) = self.settings.rules.get(code.as_str()) {
            findings.iter_mut().for_each(|f| f.severity = *severity);
        }
    }

    fn weigh_all(&self, code: Code, findings: &mut [Finding]) {
        if let Some(Some(severity)) = self.settings.rules.get(code.as_str()) {
            findings.iter_mut().filter(|f| f.code == code).for_each(|f| f.severity = *severity);
        }
    }
}

/// Where the parts of a draft begin and end.
struct Places {
    header_end: usize,
    first_article: usize,
    body_end: usize,
}

impl Places {
    fn of(document: &Document) -> Self {
        let articles = document.outline().units.iter().find(|unit| unit.level <= ItemLevel::Article);
        Self {
            header_end: document.header().end,
            first_article: articles.map_or(usize::MAX, |unit| unit.span.start),
            body_end: document.body_end(),
        }
    }

    fn of_block(&self, document: &Document, n: usize) -> Place {
        let start = document.start_of(n);
        let body = self.body_end.saturating_sub(start);
        // Not asked of the block itself, which lies elsewhere in memory: this runs for all blocks at every keystroke.
        let length = document.end_of(n) - start;
        Place {
            in_header: start < self.header_end,
            before_articles: start < self.first_article,
            after_english_number: n > 0 && document.rows()[n - 1].traits.has(Traits::ENGLISH_NUMBER),
            in_opening: start < self.first_article && start <= OPENING,
            body: if body >= length { usize::MAX } else { body },
        }
    }
}

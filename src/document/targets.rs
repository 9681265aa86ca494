//! What crosses blocks: which instrument a bare "khoản 2 Điều 5" belongs to, and what "Nghị định 43" was above.
//!
//! All of it is computed from mentions and cues, never from the text, in one pass:
//!
//! - **Quotations.** New text in an amending act stands in quotation marks; "Điều này" in it is the amended act's.
//! - **Frames.** "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số X" says whose the articles below are, until the
//!   next item of the same rank.
//! - **Bare units** are the document's own where it has articles; else those of the only instrument that the sentence has
//!   cited before them; else nobody can tell.

use super::blocks::Block;
use crate::cite::{CueKind, Family, ItemLevel, Mention, MentionKind, Number, ProvisionRef, Quote, Target};
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The instrument that a run of provisions belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Owner {
    /// No run of provisions, or nobody can tell.
    #[default]
    Unknown,
    /// A number or name: index of its mention in the order of the document.
    Mention(u32),
    /// The document itself.
    This,
    /// The act into which the text is quoted.
    Quoted,
}

/// What the pass finds for every mention, in the order of the document.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// (block, index in its reading).
    pub order: Vec<(u32, u32)>,
    pub owners: Vec<Owner>,
    pub quoted: Vec<bool>,
    /// Numbers that were completed from earlier citations.
    pub completed: FxHashMap<u32, Number>,
    /// Numbers that need a date or issuer and have none, with the mention of the same number that tells it.
    pub told_by: FxHashMap<u32, u32>,
    /// Items outside quotations: (block, index of the cue).
    pub items: Vec<(u32, u32)>,
}

struct State {
    /// A quotation that runs over blocks is open.
    base: bool,
    /// Quotation marks opened within the block.
    inline: usize,
    /// The instrument that amending items below a rank belong to, by rank; the last place is the document's title.
    frames: [Option<u32>; 9],
    rank: usize,
    /// Number of the last article outside quotations.
    article: u32,
    /// Short names that were defined so far, folded, and the mentions that they stand for.
    defined: FxHashMap<String, u32>,
}

/// Links all mentions. `has_articles` says that a bare unit is the document's own; `code` tells which blocks are code and
/// hold no prose.
pub fn link(blocks: &[Arc<Block>], has_articles: bool, code: &[bool]) -> Links {
    let mut links = Links::default();
    let mut state = State {
        base: begins_inside_quotation(blocks),
        inline: 0,
        frames: [None; 9],
        rank: 8,
        article: 0,
        defined: FxHashMap::default(),
    };
    for (b, block) in blocks.iter().enumerate() {
        if code[b] {
            continue;
        }
        let first = links.order.len() as u32;
        let mentions = &block.reading.mentions;
        let cues = &block.reading.cues;
        let mut next_cue = 0;
        for (m, mention) in mentions.iter().enumerate() {
            while next_cue < cues.len() && cues[next_cue].span.start <= mention.span.start {
                // Frames refer to mentions of this block, which are numbered from `first`.
                state.cue(b, next_cue, &cues[next_cue].kind, first, &mut links);
                next_cue += 1;
            }
            links.order.push((b as u32, m as u32));
            links.quoted.push(state.is_quoted());
            let owner = match &mention.kind {
                MentionKind::Provision(run) => {
                    let before = &mentions[..m];
                    state.owner(run, has_articles, first, before, &links, blocks)
                }
                _ => Owner::Unknown,
            };
            links.owners.push(owner);
        }
        for (c, cue) in cues.iter().enumerate().skip(next_cue) {
            state.cue(b, c, &cue.kind, first, &mut links);
        }
        state.end_block();
    }
    complete(blocks, &mut links);
    find_tellers(blocks, &mut links);
    links
}

impl State {
    fn is_quoted(&self) -> bool {
        self.base || self.inline > 0
    }

    fn cue(&mut self, block: usize, index: usize, cue: &CueKind, first: u32, links: &mut Links) {
        match cue {
            CueKind::Quote(Quote::Open { begins_line }) => {
                if *begins_line && !self.base && self.inline == 0 {
                    self.base = true;
                } else {
                    self.inline += 1;
                }
            }
            CueKind::Quote(Quote::Close) => {
                if self.inline > 0 {
                    self.inline -= 1;
                } else {
                    self.base = false;
                }
            }
            CueKind::Item(item) => {
                let number: u32 = item.label.parse().unwrap_or(0);
                // A closing mark was forgotten: the next amending article of the document itself begins.
                if self.base && item.level == ItemLevel::Article && item.amending && number == self.article + 1 {
                    self.base = false;
                }
                if self.is_quoted() {
                    return;
                }
                if item.level == ItemLevel::Article {
                    self.article = number;
                }
                links.items.push((block as u32, index as u32));
                self.rank = item.level as usize;
                // An item ends the frames of its own rank and below.
                for frame in &mut self.frames[self.rank..8] {
                    *frame = None;
                }
            }
            CueKind::Frame(mention) if !self.is_quoted() => self.frames[self.rank] = Some(first + *mention as u32),
            CueKind::ShortName { term, of: Some(of) } => {
                self.defined.insert(fold::words(term), first + *of as u32);
            }
            CueKind::Frame(_) | CueKind::ShortName { .. } => {}
        }
    }

    fn end_block(&mut self) {
        self.inline = 0;
    }

    /// The owner of a run, with the mentions that stand before it in its block, the first of which is numbered `first`.
    fn owner(
        &self,
        run: &ProvisionRef,
        has_articles: bool,
        first: u32,
        before: &[Mention],
        links: &Links,
        blocks: &[Arc<Block>],
    ) -> Owner {
        let amending = run.amending;
        match &run.target {
            Target::Mention(index) => Owner::Mention(first + *index as u32),
            Target::This { .. } if self.is_quoted() => Owner::Quoted,
            // Perhaps an answer to a question: "Theo Bộ luật Lao động 2019 … khoản 2 Điều 5 của Bộ luật này".
            Target::This { type_word: Some((_, kind)) } if !has_articles && LAWS.contains(kind) => {
                law_spoken_of(kind, before)
            }
            Target::This { .. } => Owner::This,
            Target::Above(kind) => last_of_type(kind, links, blocks).map_or(Owner::Unknown, Owner::Mention),
            Target::Unnamed(kind) => {
                let defined = self.defined.get(&fold::words(kind)).map(|m| Owner::Mention(*m));
                // "Theo Luật Lưu trữ, …, Điều 5 của Luật": the word stands for what the sentence has cited.
                let cited = || {
                    let index = first + run.cited? as u32;
                    is_of_type(kind, links.order[index as usize], blocks).then_some(Owner::Mention(index))
                };
                defined.or_else(cited).unwrap_or_default()
            }
            Target::Open if self.base || (self.inline > 0 && !amending) => Owner::Quoted,
            Target::Open if amending => self.frame().map_or(Owner::Unknown, Owner::Mention),
            Target::Open if has_articles => Owner::This,
            Target::Open => run.cited.map_or(Owner::Unknown, |index| Owner::Mention(first + index as u32)),
        }
    }

    /// The innermost frame: of the item itself, else of the items that it stands in, else of the title.
    fn frame(&self) -> Option<u32> {
        self.frames[..8].iter().rev().find_map(|f| *f).or(self.frames[8])
    }
}

/// An excerpt that begins inside a quotation: the first quotation mark of the document closes one.
fn begins_inside_quotation(blocks: &[Arc<Block>]) -> bool {
    let first = blocks
        .iter()
        .flat_map(|b| &b.reading.cues)
        .find_map(|c| if let CueKind::Quote(q) = &c.kind { Some(*q) } else { None });
    first == Some(Quote::Close)
}

/// Acts of the legislature: a text without articles of its own is none.
const LAWS: [&str; 3] = ["Luật", "Bộ luật", "Pháp lệnh"];

/// What "Luật này" means in a text without articles of its own. Mostly the text is an excerpt of that law, which names others
/// plainly ("theo quy định của Luật Nhà ở"). Where the paragraph has cited a law of the type from outside, with its year, its
/// number or by a short name ("BLLĐ 2019"), the text may be an answer that speaks of that one, and nobody can tell.
fn law_spoken_of(kind: &str, before: &[Mention]) -> Owner {
    let cited = before.iter().filter_map(Mention::name).any(|name| {
        name.canonical.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' '))
            && (name.year.is_some() || name.number.is_some() || name.informal)
    });
    if cited { Owner::Unknown } else { Owner::This }
}

/// "Nghị định nêu trên": the last mention of the type before.
fn last_of_type(kind: &str, links: &Links, blocks: &[Arc<Block>]) -> Option<u32> {
    links.order.iter().rposition(|at| is_of_type(kind, *at, blocks)).map(|n| n as u32)
}

/// Whether a mention (block, index in its reading) is of an instrument of the type.
fn is_of_type(kind: &str, (block, index): (u32, u32), blocks: &[Arc<Block>]) -> bool {
    match &blocks[block as usize].reading.mentions[index as usize].kind {
        MentionKind::Number(number) => {
            number.type_word.as_ref().is_some_and(|t| t.name == kind)
                || number.number.kind().is_some_and(|k| k.name == kind)
        }
        MentionKind::Name(name) => name.canonical.starts_with(kind),
        _ => false,
    }
}

/// Completes "NĐ 43" and "Thông tư 80/2021" from the full citations of the same type and serial, those before first.
fn complete(blocks: &[Arc<Block>], links: &mut Links) {
    let number_at = |n: usize| {
        let (b, m) = links.order[n];
        blocks[b as usize].reading.mentions[m as usize].number()
    };
    let mut full: FxHashMap<(String, u32), Vec<usize>> = FxHashMap::default();
    let mut short = Vec::new();
    for n in 0..links.order.len() {
        let Some(reference) = number_at(n) else { continue };
        let number = &reference.number;
        if reference.shortened && number.issuers.is_empty() {
            short.push(n);
        } else if !reference.shortened
            && number.family != Family::Old
            && let Some(code) = &number.type_code
        {
            full.entry((code.clone(), number.serial)).or_default().push(n);
        }
    }
    let mut completed = Vec::new();
    for n in short {
        let Some(reference) = number_at(n) else { continue };
        let number = &reference.number;
        let key = (number.type_code.clone().unwrap_or_default(), number.serial);
        let Some(candidates) = full.get(&key) else { continue };
        let fits = |c: &&usize| {
            number_at(**c).is_some_and(|full| {
                full.number.suffix == number.suffix && number.year.is_none_or(|year| full.number.year == Some(year))
            })
        };
        let before = candidates.iter().filter(|c| **c < n).rfind(fits);
        if let Some(found) = before.or_else(|| candidates.iter().find(fits))
            && let Some(full) = number_at(*found)
        {
            completed.push((n as u32, full.number.clone()));
        }
    }
    links.completed.extend(completed);
}

/// A number that starts again each year, or that every place has, is cited in full once and by number alone later:
/// "Quyết định số 844/QĐ-TTg ngày 18/5/2016 …", "theo Quyết định số 844/QĐ-TTg". The last full citation before tells what
/// is meant, else the first one behind.
fn find_tellers(blocks: &[Arc<Block>], links: &mut Links) {
    let mut full: FxHashMap<String, u32> = FxHashMap::default();
    let mut waiting: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for (n, &(b, m)) in links.order.iter().enumerate() {
        let Some(reference) = blocks[b as usize].reading.mentions[m as usize].number() else { continue };
        let number = &reference.number;
        let local = number.is_local();
        if (number.year.is_some() && !local) || reference.header || links.completed.contains_key(&(n as u32)) {
            continue;
        }
        let attributes = &reference.attributes;
        let dated = number.year.is_some() || attributes.date.is_some() || attributes.year.is_some();
        let key = number.key();
        if dated && (!local || attributes.issuer.is_some()) {
            for waiting in waiting.remove(&key).into_iter().flatten() {
                links.told_by.insert(waiting, n as u32);
            }
            full.insert(key, n as u32);
        } else if let Some(&teller) = full.get(&key) {
            links.told_by.insert(n as u32, teller);
        } else {
            waiting.entry(key).or_default().push(n as u32);
        }
    }
}

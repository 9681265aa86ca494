//! What crosses blocks: which instrument a bare "khoản 2 Điều 5" belongs to, and what "Nghị định 43" was above.
//!
//! All of it is computed from mentions and cues, never from the text:
//!
//! - **Quotations.** New text in an amending act is in quotation marks; "Điều này" in it belongs to the amended act.
//! - **Frames.** "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số X" says whose the articles below are, until the
//!   next item of the same rank.
//! - **Bare units** are the document's own where it has articles; else those of the only instrument that the sentence
//!   has cited before them; else their owner is unknown.
//! - **Introductions.** "Căn cứ Thông tư số X:" hands the items below to X, "Theo Điều 5 Nghị định số Y:" is followed by the text of
//!   that article. They matter in a text without articles of its own only.
//! - [`numbers`]: what the numbers of a document give each other; [`earlier`]: instruments named in earlier sentences;
//!   [`beyond`]: articles that the draft does not have.
//! - [`afar`]: what the rules of a block read of the blocks that it is linked to.
//!
//! Blocks are linked one after the other, each from the [`State`] that the one before leaves. After an edit, blocks are
//! linked again from the first changed one until the state is the same as before.

pub mod afar;
pub mod beyond;
pub mod earlier;
mod introduced;
pub mod numbers;
pub mod own;
mod state;

pub use state::{Open, State, is_closing_heading};

pub use introduced::is_cited_from_outside;
use introduced::{bullet, is_of_section};
use state::{Introduced, OpenItem};

use super::blocks::{Block, Traits};
use super::short_names;
use crate::cite::{CueKind, ItemLevel, Mention, MentionKind, ProvisionRef, Quote, Target};
use crate::text::{Span, fold};
use numbers::Additions;
use std::sync::Arc;

/// A mention in any block of a document.
#[derive(Debug, Clone)]
pub struct MentionRef {
    pub block: Arc<Block>,
    /// Index in the reading of the block.
    pub mention: u32,
}

/// Two are the same if they are one mention of one block.
impl PartialEq for MentionRef {
    fn eq(&self, other: &Self) -> bool {
        self.mention == other.mention && Arc::ptr_eq(&self.block, &other.block)
    }
}

impl MentionRef {
    /// The mention in the reading of its block.
    pub fn mention(&self) -> &Mention {
        &self.block.reading.mentions[self.mention as usize]
    }
}

/// The instrument that a run of provisions belongs to.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Owner {
    /// Not a run of provisions, or the owner is unknown.
    #[default]
    Unknown,
    /// A number or name of the same block: index in its reading.
    Here(u32),
    /// A number or name of another block.
    Mention(MentionRef),
    /// The document itself.
    This,
    /// The act into which the text is quoted.
    Quoted,
}

/// The link of one mention: its owner, and whether it is quoted.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// For a run of provisions: the instrument that it belongs to.
    pub owner: Owner,
    /// It is in a quotation.
    pub quoted: bool,
}

/// The links of the mentions of one block.
#[derive(Debug, PartialEq, Default)]
pub struct BlockLinks {
    /// The block is code or a script and has no prose: its mentions are ignored.
    pub is_code: bool,
    /// One for each mention of the block; none in code.
    pub links: Box<[Link]>,
    /// The items outside quotations, by index of their cue.
    pub items: Box<[u32]>,
    /// Where quotations begin and end: bytes of the block with whether one is open from there on. The first is at 0 if
    /// the block begins in one.
    quotes: Box<[(usize, bool)]>,
    /// The units of the draft that the block begins in.
    pub open: Arc<Open>,
}

impl BlockLinks {
    /// Whether another finds the same items and quotations.
    pub fn same_marks(&self, other: &Self) -> bool {
        self.is_code == other.is_code && self.items == other.items && self.quotes == other.quotes
    }

    /// Whether a byte of the block lies in a quotation.
    pub fn is_quoted(&self, offset: usize) -> bool {
        let after = self.quotes.partition_point(|&(at, _)| at <= offset);
        after > 0 && self.quotes[after - 1].1
    }
}

/// A block with its links in the document.
#[derive(Debug, Clone)]
pub struct Row {
    pub block: Arc<Block>,
    pub links: Arc<BlockLinks>,
    /// What other blocks add to its mentions.
    pub additions: Option<Arc<Additions>>,
    /// The state that it is linked from.
    pub before: Arc<State>,
    pub traits: Traits,
}

impl Row {
    /// What other blocks add to its mentions.
    pub fn additions(&self) -> &[numbers::Addition] {
        self.additions.as_deref().map_or(&[], |additions| &additions.0)
    }
}

/// What a document is, as far as it decides whose bare units are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Nature {
    /// A bare unit is the document's own.
    pub has_articles: bool,
    /// It is of a kind that is written in sections: a letter, a report.
    pub is_letter: bool,
    /// It is a guidance on another instrument.
    pub is_guidance: bool,
    /// It has no articles and gives the text of provisions of others, as an answer does.
    pub gives_texts: bool,
    /// Its type, as its header shows it.
    pub kind: Option<&'static str>,
}

impl Nature {
    /// Whether a type word means another act than the document itself: "Bộ luật này" in a contract, "Nghị định này" in a circular.
    fn is_another_act(self, kind: &str) -> bool {
        let joint = |kind: &str| kind.starts_with("Thông tư");
        let of_state = |kind: &str| introduced::ACTS.contains(&kind);
        let another = |own: &str| own != kind && (of_state(own) || own == "Hợp đồng") && !(joint(own) && joint(kind));
        of_state(kind) && self.kind.is_some_and(another)
    }

    /// Whether "Hợp đồng", "Điều lệ" alone means the document itself: it has articles, and is no act of the State.
    fn is_own_text(self, kind: &str) -> bool {
        const TEXTS: [&str; 5] = ["Hợp đồng", "Thỏa ước", "Điều lệ", "Quy chế", "Nội quy"];
        self.has_articles && self.kind.is_none_or(|own| own == kind) && TEXTS.contains(&kind)
    }
}

/// Links one block from a state. The second value is the state for the next block.
pub fn link(block: &Arc<Block>, before: &Arc<State>, nature: Nature) -> (BlockLinks, Arc<State>) {
    let mut pass = Pass {
        block,
        nature,
        state: Changing::Same(before),
        items: Vec::new(),
        quotes: if before.is_quoted() { vec![(0, true)] } else { Vec::new() },
    };
    let is_code = pass.code();
    let mut links = Vec::new();
    if !is_code {
        let (mentions, cues) = (&block.reading.mentions, &block.reading.cues);
        links.reserve_exact(mentions.len());
        let mut next_cue = 0;
        pass.begin();
        for (m, mention) in mentions.iter().enumerate() {
            while next_cue < cues.len() && cues[next_cue].span.start <= mention.span.start {
                pass.cue(next_cue);
                next_cue += 1;
            }
            let owner = match &mention.kind {
                MentionKind::Provision(run) => {
                    pass.end_unclosed_quotation(run, m);
                    pass.owner(run, &mentions[..m])
                }
                _ => Owner::Unknown,
            };
            links.push(Link { owner, quoted: pass.state.get().is_quoted() });
        }
        for cue in next_cue..cues.len() {
            pass.cue(cue);
        }
        pass.end();
    }
    let (items, quotes) = (pass.items.into(), pass.quotes.into());
    let after = match pass.state {
        Changing::Same(state) => Arc::clone(state),
        Changing::New(state) => state,
    };
    (BlockLinks { is_code, links: links.into(), items, quotes, open: Arc::clone(&before.open) }, after)
}

/// The state of a pass: that of the block before until something changes it.
enum Changing<'s> {
    Same(&'s Arc<State>),
    New(Arc<State>),
}

impl Changing<'_> {
    fn get(&self) -> &State {
        match self {
            Self::Same(state) => state,
            Self::New(state) => state,
        }
    }

    fn change(&mut self) -> &mut State {
        if let Self::Same(state) = self {
            *self = Self::New(Arc::new(State::clone(state)));
        }
        match self {
            // No one else has it yet.
            Self::New(state) => Arc::make_mut(state),
            Self::Same(_) => unreachable!("it was made new above"),
        }
    }
}

/// The pass over one block.
struct Pass<'s> {
    block: &'s Arc<Block>,
    nature: Nature,
    state: Changing<'s>,
    items: Vec<u32>,
    quotes: Vec<(usize, bool)>,
}

impl Pass<'_> {
    /// Whether the block is code: a fence, between fences, or in a script.
    fn code(&mut self) -> bool {
        let hidden = self.state.get().script;
        if self.block.fence {
            let state = self.state.change();
            state.fence = !state.fence;
        }
        if let Some(script) = self.block.script.filter(|script| *script != hidden) {
            self.state.change().script = script;
        }
        self.state.get().fence || self.block.fence || hidden
    }

    fn cue(&mut self, index: usize) {
        let block = self.block;
        let cue = &block.reading.cues[index];
        match &cue.kind {
            CueKind::Quote(quote) => self.quote(*quote, cue.span.start),
            CueKind::Item(item) => {
                let number: u32 = item.label.parse().unwrap_or(0);
                let state = self.state.get();
                // The closing quotation mark is missing: the next article of the document itself begins, an amending one or one after
                // an article that amends nothing.
                let own = item.amending || !state.amends();
                if state.base && item.level == ItemLevel::Article && own && number == state.article + 1 {
                    self.state.change().base = false;
                    self.quotes_change(cue.span.start);
                }
                if self.state.get().is_quoted() {
                    return;
                }
                self.items.push(index as u32);
                let ends = |i: &Introduced| i.ends_at(item.level, bullet(block, index));
                if self.state.get().introduced.as_ref().is_some_and(ends) {
                    self.state.change().introduced = None;
                }
                if self.state.get().changes_with(item.level, item.amending) {
                    let item_of = || OpenItem::new(block, index, item);
                    self.state.change().begin_item(item.level, number, item.amending, item_of);
                }
            }
            CueKind::Frame(mention) if !self.state.get().is_quoted() => {
                let frame = MentionRef { block: Arc::clone(block), mention: *mention as u32 };
                self.state.change().begin_frame(frame);
            }
            // Short forms of agencies are carried otherwise.
            CueKind::ShortName { term, of: Some(of) } if block.reading.mentions[*of].agency().is_none() => {
                let meant = MentionRef { block: Arc::clone(block), mention: *of as u32 };
                let term = fold::words(term);
                let defined = &self.state.get().defined;
                // Each state keeps its own, so they cost the square of their number.
                if defined.len() < short_names::MOST || defined.contains_key(&term) {
                    Arc::make_mut(&mut self.state.change().defined).insert(term, meant);
                }
            }
            CueKind::Introduces { of, reproduces, in_paragraphs, details } => {
                self.introduce(*of, *reproduces, *in_paragraphs, *details);
            }
            CueKind::Frame(_) | CueKind::ShortName { .. } => {}
        }
    }

    fn quote(&mut self, quote: Quote, at: usize) {
        let state = self.state.change();
        match quote {
            Quote::Open { begins_line: true } if !state.is_quoted() => state.base = true,
            // The quotation before it was never closed.
            Quote::Open { begins_line: true } if state.introduced.is_some() && state.inline == 0 => {}
            Quote::Open { .. } => state.inline += 1,
            Quote::Close if state.inline > 0 => state.inline -= 1,
            Quote::Close => state.base = false,
        }
        self.quotes_change(at);
    }

    fn quotes_change(&mut self, at: usize) {
        let now = self.state.get().is_quoted();
        if self.quotes.last().is_some_and(|(_, open)| *open) != now {
            self.quotes.push((at, now));
        }
    }

    /// A quotation that is never closed ends with its paragraph.
    fn end(&mut self) {
        if self.state.get().introduced.is_some() && self.state.get().cut == self.block.ends_paragraph {
            self.state.change().cut = !self.block.ends_paragraph;
        }
        if self.block.ends_paragraph && self.state.get().inline > 0 {
            self.state.change().inline = 0;
        }
    }

    fn here_or(&self, meant: &MentionRef) -> Owner {
        if Arc::ptr_eq(&meant.block, self.block) { Owner::Here(meant.mention) } else { Owner::Mention(meant.clone()) }
    }

    /// The owner of a run, with the mentions before it in its block.
    fn owner(&self, run: &ProvisionRef, before: &[Mention]) -> Owner {
        let state = self.state.get();
        match &run.target {
            Target::Mention(index) => Owner::Here(*index as u32),
            Target::This { .. } if state.is_quoted() || self.is_reproduced() => Owner::Quoted,
            Target::This { type_word: Some((word, kind)) } if !self.nature.has_articles => {
                self.instrument_meant(run, *word, kind, before)
            }
            // "Bộ luật này" in a contract that has cited the code in front
            Target::This { type_word: Some((_, kind)) } if self.nature.is_another_act(kind) => {
                let cited = before.iter().rposition(|mention| is_of_type(kind, mention));
                cited.map_or(Owner::This, |index| Owner::Here(index as u32))
            }
            // "khoản 2 Điều này" in an answer: of an article whose text is given
            Target::This { type_word: None } if self.nature.gives_texts => Owner::Quoted,
            Target::This { .. } => Owner::This,
            // Found when all blocks are linked.
            Target::AboveUnit if state.is_quoted() => Owner::Quoted,
            // "khoản 2 nêu trên" of a text with articles, "điểm a mục 3 nêu trên" of one with sections, if no other run has it.
            Target::AboveUnit if self.nature.has_articles || is_of_section(run) => Owner::This,
            Target::Above(_) | Target::AboveUnit | Target::Elsewhere => Owner::Unknown,
            Target::Unnamed(kind) => {
                let defined = || state.defined.get(&fold::words(kind)).map(|meant| self.here_or(meant));
                // "Theo Luật Lưu trữ, …, Điều 5 của Luật": the word means the law that the sentence has cited.
                let cited = || {
                    let index = run.cited?;
                    is_of_type(kind, &before[index]).then_some(Owner::Here(index as u32))
                };
                // "Sửa đổi khoản 1 Điều 12 của Quy chế thi": the text that is attached to the amended act.
                let attached = || {
                    let frame = state.frame().filter(|_| run.amending && ATTACHED.contains(kind))?;
                    Some(self.here_or(frame))
                };
                // "theo khoản 2 Điều 9 Hợp đồng": in a contract itself.
                let own = || self.nature.is_own_text(kind).then_some(Owner::This);
                defined().or_else(cited).or_else(attached).or_else(own).unwrap_or_default()
            }
            Target::Open if state.is_quoted() => Owner::Quoted,
            Target::Open if run.amending => state.frame().map_or(Owner::Unknown, |frame| self.here_or(frame)),
            Target::Open if let Some(frame) = state.frame_above() => self.here_or(frame),
            Target::Open if self.nature.has_articles => {
                // "Thông tư này quy định chi tiết một số điều của Luật Giá, bao gồm: 1. Khoản 2 Điều 5 về …"
                let detailed = state.introduced.as_ref().filter(|introduced| introduced.details);
                detailed.map_or(Owner::This, |introduced| self.here_or(&introduced.of))
            }
            Target::Open => self.owner_of_bare(run, before.len()),
        }
    }
}

/// Types of texts that are attached to acts.
const ATTACHED: [&str; 5] = ["Quy chế", "Quy định", "Điều lệ", "Quy trình", "Danh mục"];

/// Whether a mention is of an instrument of the type. "Thông tư trên" may be a joint one.
fn is_of_type(kind: &str, mention: &Mention) -> bool {
    let is = |name: &str| name == kind || (kind == "Thông tư" && name == "Thông tư liên tịch");
    match &mention.kind {
        MentionKind::Number(number) => {
            number.type_word.as_ref().is_some_and(|t| is(t.name)) || number.number.kind().is_some_and(|k| is(&k.name))
        }
        MentionKind::Name(name) => name.canonical.starts_with(kind),
        _ => false,
    }
}

/// Where an item is in its block: its label as written, and the heading, the trimmed rest of its line.
pub fn label_and_heading(block: &Block, cue: usize) -> (Span, Span) {
    (block.reading.cues[cue].span, block.heading(cue).span)
}

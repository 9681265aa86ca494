//! Texts without articles of their own: what a sentence hands to the list or text below it, and what bare units and "Luật này" mean.

use super::state::Introduced;
use super::{MentionRef, Owner, Pass, is_of_type};
use crate::cite::{CueKind, Level, Mention, MentionKind, ProvisionRef, Target};
use crate::document::blocks::Block;
use crate::text::Span;
use std::sync::Arc;

/// Acts that have articles: "Quyết định này" in a letter is none of the letter's own.
pub(super) const ACTS: [&str; 9] = [
    "Luật",
    "Bộ luật",
    "Pháp lệnh",
    "Nghị định",
    "Quyết định",
    "Nghị quyết",
    "Thông tư",
    "Thông tư liên tịch",
    "Sắc lệnh",
];

/// So many bytes are at most between the beginning of a block and its label.
const LABEL: usize = 12;

impl Pass<'_> {
    /// Before the first cue and mention: an introduction ends at a plain paragraph, but goes on over items, quoted paragraphs and those
    /// that begin with provisions ("Tại Điều 7 quy định …"). Where the text of a provision is given, it ends when the writer goes on.
    pub(super) fn begin(&mut self) {
        let state = self.state.get();
        let goes_on = state.introduced.as_ref().is_none_or(|introduced| introduced.in_paragraphs);
        if goes_on || state.is_quoted() || state.cut || self.block.cites_lines {
            return;
        }
        let reading = &self.block.reading;
        let first = self.block.text.len() - self.block.text.trim_start().len();
        let item = reading.cues.first().is_some_and(|cue| matches!(cue.kind, CueKind::Item(_) | CueKind::Quote(_)))
            && reading.cues[0].span.start <= first + LABEL;
        let leads = reading.mentions.first().and_then(Mention::provision).is_some_and(|run| run.leads);
        if item || leads {
            return;
        }
        let reproduces = state.introduced.as_ref().is_some_and(|introduced| introduced.reproduces);
        if self.block.resumes || !reproduces {
            self.state.change().introduced = None;
        } else if !is_title(self.block)
            && let Some(introduced) = &mut self.state.change().introduced
        {
            introduced.passed = true;
        }
    }

    pub(super) fn introduce(&mut self, of: Option<usize>, reproduces: bool, in_paragraphs: bool, details: bool) {
        if (self.nature.has_articles && !details) || self.state.get().is_quoted() {
            return;
        }
        let level = self.items.last().and_then(|&cue| match &self.block.reading.cues[cue as usize].kind {
            CueKind::Item(item) => Some((item.level, bullet(self.block, cue as usize))),
            _ => None,
        });
        // The next article ends the list of what is detailed.
        let level = level.or((details && self.nature.has_articles).then_some((Level::Article, 1)));
        let before = self.state.get().introduced.clone();
        let introduced = match of {
            Some(of) => {
                let of = MentionRef { block: Arc::clone(self.block), mention: of as u32 };
                Some(Introduced { of, level, reproduces, in_paragraphs, details, passed: false })
            }
            None => before.map(|introduced| Introduced { reproduces, passed: false, ..introduced }),
        };
        if introduced != self.state.get().introduced {
            self.state.change().introduced = introduced;
        }
    }

    /// A quotation of an introduced text whose closing mark was lost ends where the writer goes on: with "Tại Điều 9 quy định …", or with
    /// the name of the instrument, which says "Luật này" of itself.
    pub(super) fn end_unclosed_quotation(&mut self, run: &ProvisionRef, mention: usize) {
        let state = self.state.get();
        if !state.base || state.inline > 0 {
            return;
        }
        let Some(introduced) = state.introduced.as_ref().filter(|_| !self.nature.has_articles) else { return };
        let first = mention == 0 && run.leads && !matches!(run.target, Target::This { .. });
        let named = || match run.target {
            Target::Mention(of) => same_instrument(&self.block.reading.mentions[of], introduced.of.mention()),
            _ => false,
        };
        if first || named() {
            self.state.change().base = false;
            self.quotes_change(0);
        }
    }

    /// Whether the text is that of provisions that were introduced.
    pub(super) fn is_reproduced(&self) -> bool {
        !self.nature.has_articles && self.state.get().introduced.as_ref().is_some_and(|i| i.reproduces)
    }

    /// The owner of a bare unit in a text without articles.
    pub(super) fn owner_of_bare(&self, run: &ProvisionRef, mention: usize) -> Owner {
        let introduced = self.state.get().introduced.as_ref().filter(|introduced| !introduced.passed);
        match (run.cited, introduced) {
            (Some(index), _) => Owner::Here(index as u32),
            (None, Some(introduced)) if introduced.in_paragraphs => Owner::Unknown,
            // "a) Điều 5, Điều 6;" is an item of the text that is given, "Tại khoản 2 quy định" the writer's.
            (None, Some(introduced)) if !introduced.reproduces || (run.leads && !self.follows_label(mention)) => {
                self.here_or(&introduced.of)
            }
            (None, Some(_)) => Owner::Quoted,
            (None, None) => Owner::Unknown,
        }
    }

    /// Whether a mention is right behind the number or letter of an item.
    fn follows_label(&self, mention: usize) -> bool {
        let Some(&cue) = self.items.last() else { return false };
        let cue = &self.block.reading.cues[cue as usize];
        let numbered = matches!(&cue.kind, CueKind::Item(item) if matches!(item.level, Level::Clause | Level::Point));
        let start = self.block.reading.mentions[mention].span.start;
        numbered && self.block.text.get(cue.span.end..start).is_some_and(|between| between.trim().is_empty())
    }

    /// What "Luật này", "Quyết định này" means in a text without articles of its own.
    ///
    /// - "Điều 29 Luật Cư trú năm 2020 quy định … tại Điều 35 của Luật này": the text of the article is given, so it is quoted.
    /// - A letter is no decision, and a newspaper writes "nghị định này": the last one before it is meant, and found when all blocks are
    ///   linked.
    /// - Else the text may be an excerpt of that act, which names others plainly ("theo quy định của Luật Nhà ở"), or one about it, which
    ///   has cited it from outside. That is known when all blocks are linked too.
    pub(super) fn instrument_meant(&self, run: &ProvisionRef, word: Span, kind: &str, before: &[Mention]) -> Owner {
        if run.within.is_some_and(|of| is_act_cited_from_outside(kind, &before[of])) {
            return Owner::Quoted;
        }
        let small = word.of(&self.block.text).starts_with(char::is_lowercase);
        if ACTS.contains(&kind) && (self.nature.is_letter || small) { Owner::Unknown } else { Owner::This }
    }
}

/// Whether a mention cites an act of a type as texts of others do: with its number or year, or by a short name ("BLLĐ 2019").
pub(super) fn is_act_cited_from_outside(kind: &str, mention: &Mention) -> bool {
    ACTS.contains(&kind) && is_of_type(kind, mention) && is_cited_from_outside(mention)
}

/// Whether a mention cites an instrument as texts of others do: with its number or year, or by a short name.
pub fn is_cited_from_outside(mention: &Mention) -> bool {
    mention.name().is_none_or(|name| name.year.is_some() || name.number.is_some() || name.informal)
}

/// Whether a run is of a section and of no article: "điểm a mục 3".
pub(super) fn is_of_section(run: &ProvisionRef) -> bool {
    run.paths.iter().all(|path| path.label(Level::Section).is_some() && path.label(Level::Article).is_none())
}

/// Whether two mentions are of one instrument.
fn same_instrument(a: &Mention, b: &Mention) -> bool {
    match (&a.kind, &b.kind) {
        (MentionKind::Name(a), MentionKind::Name(b)) => a.canonical == b.canonical,
        (MentionKind::Number(a), MentionKind::Number(b)) => a.number == b.number,
        _ => false,
    }
}

/// Whether a paragraph is no more than a title or dots: "Nguyên tắc bán nhà ở xã hội", "…".
fn is_title(block: &Block) -> bool {
    const LONGEST: usize = 240;
    let text = block.text.trim();
    let ends = text.trim_matches('.').is_empty() || text.ends_with('…') || text.ends_with(char::is_alphanumeric);
    text.len() < LONGEST && ends && block.reading.mentions.is_empty()
}

/// The rank of an item's bullet: "-" holds items with "+".
pub(super) fn bullet(block: &Block, cue: usize) -> u8 {
    u8::from(block.reading.cues[cue].span.of(&block.text).starts_with('+'))
}

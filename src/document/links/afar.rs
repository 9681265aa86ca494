//! What rules of a block read of others: of each instrument that a mention refers to in another block, a small value.
//!
//! A key in a block makes it another block, and all that refer to it are linked anew. Rules find the same in them as long as the
//! instruments that they refer to are the same: [`Seen::in_the_same_way`] tells.

use super::numbers::Addition;
use super::{BlockLinks, Link, MentionRef, Owner, Row};
use crate::cite::Mention;
use crate::document::blocks::Block;
use crate::text::head;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// An instrument in a block as it is read by those that refer to it.
#[derive(Debug, Clone, Copy)]
pub struct Meant<'d> {
    /// The mention; of a name with a number beside it that of the number.
    pub mention: &'d Mention,
    /// Its index in the block.
    pub in_block: usize,
    block: &'d Block,
}

impl<'d> Meant<'d> {
    /// The instrument that a mention of a block stands for.
    pub fn of(block: &'d Block, mention: usize) -> Option<Self> {
        let mentions = &block.reading.mentions;
        let in_block = mentions.get(mention)?.name().and_then(|name| name.number).unwrap_or(mention);
        Some(Self { mention: mentions.get(in_block)?, in_block, block })
    }

    /// Its title as the text gives it.
    pub fn title(&self) -> Option<&'d str> {
        Some(self.mention.number()?.attributes.title?.of(&self.block.text))
    }

    /// The next few letters after it.
    pub fn following(&self) -> &'d str {
        const MOST: usize = 16;
        head(self.block.text.get(self.mention.span.end..).unwrap_or_default().trim_start(), MOST)
    }

    fn looks_like(&self, other: &Self) -> bool {
        self.title() == other.title()
            && self.following() == other.following()
            && self.mention.is_same_elsewhere(other.mention)
    }
}

/// Instruments of old and new versions of blocks that have been compared: many blocks refer to the same one.
#[derive(Debug, Default)]
pub struct Seen(FxHashMap<[(*const Block, u32); 2], bool>);

impl Seen {
    /// Whether the rules of a block find the same with other links: `links` and `additions` are those of before, `row` has the
    /// block with its new ones.
    pub fn in_the_same_way(&mut self, links: &BlockLinks, additions: &[Addition], row: &Row) -> bool {
        let (new, added) = (&*row.links, row.additions());
        links.same_marks(new)
            && links.open == new.open
            && (links.links.len(), additions.len()) == (new.links.len(), added.len())
            && links.links.iter().zip(&new.links).all(|(old, new)| self.link(old, new))
            && additions.iter().zip(added).all(|(old, new)| self.addition(old, new))
    }

    fn link(&mut self, old: &Link, new: &Link) -> bool {
        old.quoted == new.quoted && self.owner(&old.owner, &new.owner)
    }

    fn addition(&mut self, old: &Addition, new: &Addition) -> bool {
        (old.mention, &old.completed) == (new.mention, &new.completed)
            && match (&old.disambiguated_by, &new.disambiguated_by) {
                (Some(old), Some(new)) => self.mention(old, new),
                (old, new) => old == new,
            }
            && match (&old.owner, &new.owner) {
                (Some(old), Some(new)) => self.owner(old, new),
                (old, new) => old == new,
            }
    }

    fn owner(&mut self, old: &Owner, new: &Owner) -> bool {
        match (old, new) {
            (Owner::Mention(old), Owner::Mention(new)) => self.mention(old, new),
            _ => old == new,
        }
    }

    fn mention(&mut self, old: &MentionRef, new: &MentionRef) -> bool {
        let key = [old, new].map(|of| (Arc::as_ptr(&of.block), of.mention));
        old == new
            || *self.0.entry(key).or_insert_with(|| {
                let [old, new] = [old, new].map(|of| Meant::of(&of.block, of.mention as usize));
                old.zip(new).is_some_and(|(old, new)| old.looks_like(&new))
            })
    }
}

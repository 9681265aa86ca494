//! The outline of a draft: Phần, Chương, Mục, Điều, khoản, điểm, from the labels of its items outside quotations.

use crate::cite::{ItemLevel, Level};
use crate::text::Span;

/// A unit of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub level: ItemLevel,
    /// "5a", "III", "đ"
    pub label: String,
    /// The label as written ("Điều 5.").
    pub span: Span,
    /// First line of what follows the label, trimmed: the heading of an article.
    pub heading: Span,
    /// Index of the unit that it belongs to.
    pub parent: Option<usize>,
}

/// The units of a draft in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    pub units: Vec<Unit>,
    edition: u64,
}

/// Outlines are the same if their units are.
impl PartialEq for Outline {
    fn eq(&self, other: &Self) -> bool {
        self.units == other.units
    }
}

impl Outline {
    /// Puts units in place of those in `old` (indices) and moves all after them by `grown` bytes.
    pub(super) fn splice(&mut self, old: std::ops::Range<usize>, new: Vec<Unit>, grown: isize) {
        let after = old.start + new.len();
        let label = |unit: &Unit| (unit.level, unit.label.clone(), unit.span.len(), unit.heading.is_empty());
        if !self.units[old.clone()].iter().map(label).eq(new.iter().map(label)) {
            self.edition += 1;
        }
        let same_count = old.len() == new.len() && old.clone().zip(&new).all(|(o, n)| self.units[o].level == n.level);
        if old.is_empty() && new.is_empty() && grown == 0 {
            return;
        }
        self.units.splice(old.clone(), new);
        for unit in &mut self.units[after..] {
            unit.span = moved(unit.span, grown);
            unit.heading = moved(unit.heading, grown);
        }
        let from = if same_count { old.start..after } else { old.start..self.units.len() };
        for at in from {
            self.units[at].parent = self.parent_of(at);
        }
    }

    /// A number that changes when the units change, but not when they only moved.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// The unit that one belongs to: the last one before it with a higher rank. Earlier units already have theirs.
    fn parent_of(&self, at: usize) -> Option<usize> {
        let level = self.units[at].level;
        let mut parent = at.checked_sub(1);
        while let Some(before) = parent {
            if self.units[before].level < level {
                break;
            }
            parent = self.units[before].parent;
        }
        parent
    }

    /// The articles of the draft.
    pub fn articles(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|u| u.level == ItemLevel::Article)
    }

    /// The children of a unit (or the top) of one level, with their indices.
    pub fn children(&self, parent: Option<usize>, level: ItemLevel) -> impl Iterator<Item = (usize, &Unit)> {
        self.units.iter().enumerate().filter(move |(_, u)| u.level == level && u.parent == parent)
    }

    /// The first article of a label.
    pub fn article(&self, label: &str) -> Option<usize> {
        self.units.iter().position(|u| u.level == ItemLevel::Article && u.label == label)
    }

    /// The unit of a level that a byte offset lies in.
    pub fn at(&self, offset: usize, level: ItemLevel) -> Option<usize> {
        let mut at = self.units.partition_point(|u| u.span.start <= offset).checked_sub(1);
        while let Some(i) = at {
            if self.units[i].level == level {
                return Some(i);
            }
            if self.units[i].level < level {
                return None;
            }
            at = self.units[i].parent;
        }
        None
    }
}

fn moved(span: Span, by: isize) -> Span {
    Span::new(span.start.wrapping_add_signed(by), span.end.wrapping_add_signed(by))
}

/// The level of a draft's item that a level of references means.
pub const fn item_level(level: Level) -> Option<ItemLevel> {
    match level {
        Level::Subpoint | Level::Paragraph | Level::Stanza | Level::Dash => None,
        _ => Some(level),
    }
}

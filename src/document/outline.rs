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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    pub units: Vec<Unit>,
}

impl Outline {
    /// Adds a unit behind those that are there.
    pub(super) fn push(&mut self, level: ItemLevel, label: String, span: Span, heading: Span) {
        let mut parent = self.units.len().checked_sub(1);
        while let Some(at) = parent {
            if self.units[at].level < level {
                break;
            }
            parent = self.units[at].parent;
        }
        self.units.push(Unit { level, label, span, heading, parent });
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

/// The level of a draft's item that a level of references means.
pub const fn item_level(level: Level) -> Option<ItemLevel> {
    match level {
        Level::Subpoint | Level::Paragraph | Level::Dash => None,
        _ => Some(level),
    }
}

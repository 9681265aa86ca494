//! The facts of all blocks on labels, with the units of the outline that they are about.

use crate::check::draft_checker::DraftChecker;
use crate::check::facts::labels::{LabelPlace, Stray, UnitNote};
use crate::cite::Level;
use crate::document::Unit;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The labels of a draft.
#[derive(Default)]
pub struct DraftLabels<'d> {
    /// By index of the unit.
    notes: FxHashMap<usize, &'d UnitNote>,
    next: Vec<Placed>,
    in_line: Vec<Placed>,
    /// The words of headings that are misspelt, in bytes of the document, and the numbers of their articles.
    pub misspelt: Vec<(Span, &'d str, u32)>,
    /// The draft has gaps where units were repealed.
    pub keeps_gaps: bool,
}

/// A label that isn't a unit, and after how many units of the draft it is.
struct Placed {
    after: usize,
    level: Level,
    value: u32,
}

impl<'d> DraftLabels<'d> {
    /// Collects the labels of all blocks.
    pub fn of(cx: &DraftChecker<'d>) -> Self {
        let units = &cx.outline().units;
        let mut all = Self::default();
        for (base, facts) in cx.facts() {
            let Some(labels) = facts.labels.as_deref() else { continue };
            let first = units.partition_point(|unit| unit.span.start < base);
            all.notes.extend(labels.units.iter().map(|note| (first + usize::from(note.unit), note)));
            let place = |stray: &Stray| Placed {
                after: first + usize::from(stray.after),
                level: stray.level,
                value: stray.value,
            };
            all.next.extend(labels.next.iter().map(place));
            all.in_line.extend(labels.in_line.iter().map(place));
            let misspelt = labels.misspelt.iter();
            all.misspelt.extend(misspelt.map(|heading| (heading.span.shifted(base), &*heading.word, heading.number)));
            all.keeps_gaps |= labels.keeps_gaps;
        }
        all
    }

    /// Whether the unit amends another act. Between quotations of new text, which have numbers of their own, it isn't
    /// certain what belongs to the draft.
    pub fn amends(&self, unit: usize) -> bool {
        self.notes.get(&unit).is_some_and(|note| note.amends)
    }

    /// Whether the heading of the article is one of those that close a draft.
    pub fn closes(&self, unit: usize) -> bool {
        self.notes.get(&unit).is_some_and(|note| note.closes)
    }

    /// Where the label itself is ("5" of "Điều 5."), if it is written with the letters of the label.
    pub fn place(&self, index: usize, unit: &Unit) -> Option<Span> {
        let at = match self.notes.get(&index).map(|note| note.label).unwrap_or_default() {
            LabelPlace::Usual => unit.span.len().checked_sub(unit.label.len() + 1)?,
            LabelPlace::At(at) => usize::from(at),
            LabelPlace::Nowhere => return None,
        };
        let start = unit.span.start + at;
        Some(Span::new(start, start + unit.label.len()))
    }

    /// Whether the label that should follow a unit is between it and another unit, but isn't a unit itself.
    pub fn is_between(&self, units: Range<usize>, level: Level, value: u32) -> bool {
        has_label(&self.next, units, level, value)
    }

    /// Whether there is a label of any kind between two units that isn't a unit itself.
    pub fn has_any_between(&self, units: Range<usize>) -> bool {
        let is_there = |labels: &[Placed]| {
            let from = labels.partition_point(|label| label.after <= units.start);
            labels.get(from).is_some_and(|label| label.after <= units.end)
        };
        is_there(&self.next) || is_there(&self.in_line)
    }

    /// Whether a label is inside a line between a unit and another.
    pub fn is_in_line(&self, units: Range<usize>, level: Level, value: u32) -> bool {
        has_label(&self.in_line, units, level, value)
    }
}

fn has_label(labels: &[Placed], units: Range<usize>, level: Level, value: u32) -> bool {
    let from = labels.partition_point(|label| label.after <= units.start);
    let mut within = labels[from..].iter().take_while(|label| label.after <= units.end);
    within.any(|label| label.level == level && label.value == value)
}

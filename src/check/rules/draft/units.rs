//! The numbered units of a draft, or of the regulation that is attached to it, as far as their numbering is complete.

use super::labels::DraftLabels;
use crate::check::draft_checker::DraftChecker;
use crate::check::facts::labels::order;
use crate::check::facts::sections::is_in_sections;
use crate::cite::Level;
use crate::document::Outline;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The numbered units of the draft, as far as their numbering is complete.
pub struct Units<'d> {
    pub outline: &'d Outline,
    /// The indices of its articles.
    articles: Vec<usize>,
    /// The last of the headings with Roman numerals, if they count from I without gap or repeat.
    pub last_section: Option<u32>,
    /// Where each of them begins, in bytes of the document.
    pub sections: Vec<usize>,
    pub labels: DraftLabels<'d>,
    children: FxHashMap<(usize, Level), Vec<usize>>,
    /// The last article, if all articles from 1 on are there exactly once.
    pub last_article: Option<u32>,
    /// The last article closes the draft; else the draft may be an excerpt or unfinished.
    pub closed: bool,
    /// The draft is a plan or the like, in sections and without articles.
    pub is_in_sections: bool,
    /// It doesn't, and nothing follows the articles, neither recipients nor annexes: the text breaks off in them.
    pub is_cut_off: bool,
}

impl<'d> Units<'d> {
    /// The units of the body.
    pub fn of(cx: &DraftChecker<'d>) -> Self {
        Self::within_bytes(cx, 0..cx.body_end())
    }

    /// The units of the regulation that is attached to a decision, whose articles count from 1 again: "Quy định ban hành kèm theo
    /// Quyết định này". `None` where what follows the body isn't one text of articles.
    pub fn attached(cx: &DraftChecker<'d>) -> Option<Self> {
        let units = Self::within_bytes(cx, cx.body_end()..usize::MAX);
        units.last_article.is_some().then_some(units)
    }

    fn within_bytes(cx: &DraftChecker<'d>, bytes: Range<usize>) -> Self {
        let outline = cx.outline();
        let labels = DraftLabels::of(cx);
        let mut children: FxHashMap<(usize, Level), Vec<usize>> = FxHashMap::default();
        let mut articles = Vec::new();
        for (i, unit) in outline.units.iter().enumerate().filter(|(_, u)| bytes.contains(&u.span.start)) {
            if unit.level == Level::Article {
                articles.push(i);
            }
            if let Some(parent) = unit.parent {
                children.entry((parent, unit.level)).or_default().push(i);
            }
        }
        let last_article = last(outline, &articles).filter(|n| *n >= 2);
        let closed = articles.last().is_some_and(|&article| labels.closes(article));
        let last_section = last_section(cx);
        let sections = cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
        let sections = sections.flat_map(|(base, s)| s.roman.iter().map(move |(at, _)| base + at)).collect();
        let is_cut_off = !closed && cx.ends_with_body();
        let is_in_sections = articles.is_empty() && cx.draft.header.kind.is_some_and(is_in_sections);
        Self {
            outline,
            articles,
            last_section,
            sections,
            labels,
            children,
            last_article,
            closed,
            is_in_sections,
            is_cut_off,
        }
    }

    /// Whether an article or clause of a complete draft has no units below it, neither in the outline nor in its text.
    pub fn is_undivided(&self, unit: usize) -> bool {
        let level = self.outline.units[unit].level;
        let rest = &self.outline.units[unit + 1..];
        let next = unit + 1 + rest.iter().position(|other| other.level <= level).unwrap_or(rest.len());
        self.closed
            && next == unit + 1
            && (next < self.outline.units.len() || self.labels.closes(unit))
            && !self.labels.amends(unit)
            && !self.labels.has_any_between(unit..next)
    }

    /// Whether a place is in an article that amends another act: "Điều 40 Luật này" in the words that it gives is an article of
    /// that act, whether or not they are in quotation marks.
    pub fn is_amending(&self, at: usize) -> bool {
        self.outline.at(at, Level::Article).is_some_and(|article| self.labels.amends(article))
    }

    pub fn within(&self, parent: usize, level: Level) -> &[usize] {
        self.children.get(&(parent, level)).map_or(&[], Vec::as_slice)
    }

    /// The article of a label.
    pub fn article(&self, label: &str) -> Option<usize> {
        self.articles.iter().copied().find(|&i| self.outline.units[i].label == label)
    }

    /// The unit of a label within a parent.
    pub fn find(&self, parent: usize, level: Level, label: &str) -> Option<usize> {
        self.within(parent, level).iter().copied().find(|&i| self.outline.units[i].label == label)
    }
}

/// The last heading with a Roman numeral, where each follows the one before: of two lists none is judged.
fn last_section(cx: &DraftChecker<'_>) -> Option<u32> {
    let sections = cx.facts().filter_map(|(_, facts)| facts.sections.as_deref());
    let all: Vec<u32> = sections.flat_map(|sections| sections.roman.iter().map(|(_, number)| *number)).collect();
    let is_counted = all.iter().zip(1..).all(|(label, n)| *label == n);
    all.last().copied().filter(|last| is_counted && *last >= 2)
}

/// The last number of units that count from 1 without gap or repeat.
pub fn last(outline: &Outline, units: &[usize]) -> Option<u32> {
    let mut expected = 1;
    for &i in units {
        let (value, after) = order(outline.units[i].level, &outline.units[i].label)?;
        if value == expected && after.is_empty() {
            expected += 1;
        } else if value + 1 != expected || after.is_empty() {
            return None;
        }
    }
    (expected > 1).then_some(expected - 1)
}

/// A step of a path that the draft does not have, and the last label that it has there; `None` where it has no unit of that
/// level there.
pub type Missing = ((Level, String), Option<String>);

//! The units of the draft as editors ask for them: how far each reaches, where its label is, and which one a reference means.

use crate::cite::{ItemLevel, Level, Path, ProvisionRef, UnitRef};
use crate::document::outline::item_level;
use crate::document::{Document, Owner, PlacedMention, Unit};
use crate::text::Span;

/// The units of a draft with their extents.
#[derive(Debug)]
pub struct Units<'d> {
    document: &'d Document,
    /// Where the body ends: an annexed regulation counts its articles anew.
    body_end: usize,
}

impl<'d> Units<'d> {
    pub fn of(document: &'d Document) -> Self {
        Self { document, body_end: document.body_end() }
    }

    pub fn all(&self) -> &'d [Unit] {
        &self.document.outline().units
    }

    /// From the label of a unit to the end of its last line, without white space at the end.
    pub fn extent(&self, unit: usize) -> Span {
        let units = self.all();
        let (start, level) = (units[unit].span.start, units[unit].level);
        let after = units[unit + 1..].iter().find(|other| other.level <= level);
        let in_body = start < self.body_end;
        let last = if in_body { self.body_end.min(self.document.length()) } else { usize::MAX };
        let end = after.map_or(last, |other| other.span.start).min(last).min(self.document.length());
        let text = self.document.slice(Span::new(start, end.max(start)));
        Span::new(start, start + text.trim_end().len())
    }

    /// The label of a unit alone: "5" of "Điều 5.", "a" of "a)".
    pub fn label(&self, unit: usize) -> Option<Span> {
        let unit = &self.all()[unit];
        let written = self.document.slice(unit.span);
        let folded = written.to_lowercase();
        // Lower case may be of another length; then only what is written exactly is found.
        let at = written
            .rfind(&unit.label)
            .or_else(|| (folded.len() == written.len()).then(|| folded.rfind(&unit.label.to_lowercase())).flatten())?;
        Some(Span::new(unit.span.start + at, unit.span.start + at + unit.label.len()))
    }

    /// The unit whose label is at a byte offset.
    pub fn labelled_at(&self, offset: usize) -> Option<usize> {
        let units = self.all();
        let at = units.partition_point(|unit| unit.span.start <= offset).checked_sub(1)?;
        units[at].span.touches(offset).then_some(at)
    }

    /// The unit of the draft that a path means at a place: "này" is the unit that holds the place, "khoản 2" alone one of the
    /// same article. An article is looked for in the part (body or annex) that the place is in.
    pub fn find(&self, path: &Path, place: usize) -> Option<usize> {
        let outline = self.document.outline();
        let mut at: Option<usize> = None;
        for (level, label) in path.steps.iter().rev() {
            let level = item_level(*level)?;
            at = Some(if label == "này" {
                outline.at(place, level)?
            } else if let Some(parent) = at {
                self.child(parent, level, label)?
            } else if level > ItemLevel::Article {
                let holder = match level {
                    ItemLevel::Clause => outline.at(place, ItemLevel::Article)?,
                    _ => outline.at(place, ItemLevel::Clause).or_else(|| outline.at(place, ItemLevel::Article))?,
                };
                self.child(holder, level, label)?
            } else {
                self.top(level, label, place)?
            });
        }
        at
    }

    fn child(&self, parent: usize, level: ItemLevel, label: &str) -> Option<usize> {
        // The children of a unit come right after it.
        let units = self.all();
        let inside = units[parent + 1..].iter().take_while(|unit| unit.level > units[parent].level);
        let direct = |unit: &Unit| unit.parent == Some(parent);
        inside
            .enumerate()
            .find(|(_, unit)| direct(unit) && unit.level == level && unit.label.eq_ignore_ascii_case(label))
            .map(|(n, _)| parent + 1 + n)
    }

    /// Articles are counted through the whole draft, whatever chapter they are in.
    fn top(&self, level: ItemLevel, label: &str, place: usize) -> Option<usize> {
        let is_it = |unit: &Unit| unit.level == level && unit.label.eq_ignore_ascii_case(label);
        let same_part = |unit: &Unit| (unit.span.start < self.body_end) == (place < self.body_end);
        let units = self.all();
        units.iter().position(|unit| is_it(unit) && same_part(unit)).or_else(|| units.iter().position(is_it))
    }

    /// The references of a run to units of the draft itself: where the label is written, and the unit.
    pub fn referred(&self, placed: &PlacedMention<'_>, run: &ProvisionRef) -> Vec<(Span, usize)> {
        if placed.quoted || *placed.owner == Owner::Quoted {
            return Vec::new();
        }
        let (is_own, place) = (self.is_own(placed), placed.span().start);
        let one = |(n, unit): (usize, &UnitRef)| {
            let path = written_path(self.document, placed, run, n)?;
            // "khoản 1 Điều này và Điều 5 Nghị định số …": a list of units of two acts.
            let is_here = is_own || path.steps.iter().any(|(_, label)| label == "này");
            if !is_here {
                return None;
            }
            Some((placed.in_document(unit.label), self.find(&path, place)?))
        };
        run.units.iter().enumerate().filter_map(one).collect()
    }

    /// Whether a run is about the draft itself, in its own words: not quoted, not about another act.
    pub fn is_own(&self, placed: &PlacedMention<'_>) -> bool {
        !placed.quoted
            && match placed.owner {
                Owner::This => true,
                Owner::Here(_) | Owner::Mention(_) => {
                    self.document.owner_mention(placed).is_some_and(|owner| self.document.is_own_heading(&owner))
                }
                Owner::Unknown | Owner::Quoted => false,
            }
    }
}

/// The path from a unit of a run, as it is written, up to the largest: of "khoản 1 Điều 5 và khoản 1 Điều 6" the second "1" is
/// "khoản 1 Điều 6". `None` where the run does not show it.
pub fn written_path(document: &Document, placed: &PlacedMention<'_>, run: &ProvisionRef, unit: usize) -> Option<Path> {
    let label_of = |unit: &UnitRef| document.slice(placed.in_document(unit.label)).to_lowercase();
    let wanted = &run.units[unit];
    let label = label_of(wanted);
    let from_it = |path: &Path| {
        let at = path.steps.iter().position(|(level, l)| *level == wanted.level && l.to_lowercase() == label)?;
        Some(Path { steps: path.steps[at..].to_vec() })
    };
    let mut candidates: Vec<Path> = run.paths.iter().filter_map(from_it).collect();
    candidates.dedup();
    if candidates.len() <= 1 {
        return candidates.pop();
    }
    // The larger unit comes after the smaller ones, or before them: "Điều 5 (khoản 1)".
    let larger = |unit: &&UnitRef| unit.level < wanted.level;
    let after = run.units[unit + 1..].iter().find(larger);
    let before = run.units[..unit].iter().rfind(larger);
    let holds = |holder: Option<&UnitRef>| {
        let holder = holder?;
        let label = label_of(holder);
        let is_held =
            |path: &&Path| path.steps.iter().skip(1).any(|(l, s)| *l == holder.level && s.to_lowercase() == label);
        candidates.iter().find(is_held).cloned()
    };
    holds(after).or_else(|| holds(before)).or_else(|| candidates.first().cloned())
}

/// How a unit is named: "Điều 5", "Khoản 2", "Điểm a".
pub fn name(unit: &Unit) -> String {
    crate::text::fold::first_capital(&format!("{} {}", unit.level.word(), unit.label))
}

/// The path of a unit of the draft, from itself up to its article, or itself alone above.
pub fn path(units: &[Unit], unit: usize) -> Path {
    let mut steps = Vec::new();
    let mut at = Some(unit);
    while let Some(n) = at {
        steps.push((units[n].level, units[n].label.clone()));
        if units[n].level <= Level::Article {
            break;
        }
        at = units[n].parent;
    }
    Path { steps }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document};

    #[test]
    fn references_lead_to_the_units_that_they_mean() {
        let c = catalogue();
        let text = "QUYẾT ĐỊNH\nĐiều 1. Một\n1. Hai.\n2. Ba.\nĐiều 2. Bốn\n1. Năm theo khoản 2 Điều 1 và khoản 1 Điều 2 Quyết định này.\n2. Sáu theo khoản 1 Điều này và Điều 5 Nghị định số 30/2020/NĐ-CP.|\n";
        let (document, _) = document(text, &c);
        let units = Units::of(&document);
        let mut found = Vec::new();
        for placed in document.mentions() {
            let Some(run) = placed.mention.provision() else { continue };
            for (span, unit) in units.referred(&placed, run) {
                found.push((document.slice(span), path(units.all(), unit).to_string()));
            }
        }
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(
            found,
            [
                ("2", "khoản 2 Điều 1"),
                ("1", "Điều 1"),
                ("1", "khoản 1 Điều 2"),
                ("2", "Điều 2"),
                ("1", "khoản 1 Điều 2"),
                ("này", "Điều 2")
            ]
        );
    }

    #[test]
    fn a_unit_reaches_to_the_next_of_its_rank() {
        let c = catalogue();
        let (document, _) = document("QUYẾT ĐỊNH\nĐiều 1. Một\n1. Hai.\na) Ba;\n2. Bốn.\n\nĐiều 2. Năm|\n", &c);
        let units = Units::of(&document);
        let extents: Vec<String> = (0..units.all().len()).map(|n| document.slice(units.extent(n))).collect();
        assert_eq!(
            extents,
            ["Điều 1. Một\n1. Hai.\na) Ba;\n2. Bốn.", "1. Hai.\na) Ba;", "a) Ba;", "2. Bốn.", "Điều 2. Năm"]
        );
        let labels: Vec<String> = (0..5).map(|n| document.slice(units.label(n).unwrap())).collect();
        assert_eq!(labels, ["1", "1", "a", "2", "2"]);
    }
}

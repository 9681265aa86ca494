//! What a place of a text refers to, and where else a text refers to the same thing, whatever its form: "Nghị định số
//! 30/2020/NĐ-CP", "Nghị định 30" and "Nghị định về công tác văn thư" are one instrument.

use super::hover::{HoverContext, Meant, mention_at};
use super::units::{Units, path, written_path};
use crate::catalogue::{Catalogue, InstrumentId};
use crate::cite::{MentionKind, Path};
use crate::document::{Document, PlacedMention};
use crate::settings::Settings;
use crate::text::Span;

/// What is referred to. The same in all documents that are read with one catalogue, but for units of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Referent {
    Instrument(Act),
    /// A unit of another instrument.
    UnitOf(Act, Path),
    /// A unit of the draft itself, by its index in the outline.
    Unit(usize),
    /// An agency, by its full name.
    Agency(String),
}

/// An instrument: a row of the catalogue, or what the text says where that knows none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Act {
    Known(InstrumentId),
    Number(String),
    Name(String),
}

/// A place that refers to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// Bytes of the document.
    pub span: Span,
    /// The unit itself, not a reference to it.
    pub definition: bool,
}

/// Asks about one document.
pub struct Referents<'a> {
    cx: HoverContext<'a>,
    units: Units<'a>,
}

impl<'a> Referents<'a> {
    pub fn of(document: &'a Document, catalogue: &'a Catalogue, settings: &Settings) -> Self {
        Self { cx: HoverContext::of(document, catalogue, settings), units: Units::of(document) }
    }

    /// What the place at a byte offset refers to: the unit whose label it is, or what is mentioned there.
    pub fn at(&self, offset: usize) -> Option<Referent> {
        if let Some(unit) = self.units.labelled_at(offset) {
            return Some(Referent::Unit(unit));
        }
        let placed = mention_at(self.cx.document, offset)?;
        match &placed.mention.kind {
            MentionKind::Number(_) | MentionKind::Name(_) => Some(Referent::Instrument(self.act(&placed))),
            MentionKind::Agency(agency) => Some(Referent::Agency(agency.canonical.clone())),
            MentionKind::Provision(_) => {
                let all = self.of_run(&placed);
                let touched = all.iter().find(|(span, _)| span.touches(offset));
                let (_, referent) =
                    touched.or_else(|| all.iter().find(|(span, _)| span.start >= offset)).or(all.first())?;
                Some(referent.clone())
            }
        }
    }

    /// All places that refer to it, in the order of the text. A unit includes its own label.
    pub fn occurrences(&self, of: &Referent) -> Vec<Occurrence> {
        let mut found = Vec::new();
        if let Referent::Unit(unit) = of
            && let Some(span) = self.units.all().get(*unit).map(|unit| unit.span)
        {
            found.push(Occurrence { span, definition: true });
        }
        for placed in self.cx.document.mentions() {
            let mut push = |span| found.push(Occurrence { span, definition: false });
            match (&placed.mention.kind, of) {
                (MentionKind::Number(_) | MentionKind::Name(_), Referent::Instrument(act)) => {
                    // A name beside its number is one mention with it.
                    let is_doubled = placed.mention.name().is_some_and(|name| name.number.is_some());
                    if !is_doubled && self.act(&placed) == *act {
                        push(placed.span());
                    }
                }
                (MentionKind::Agency(agency), Referent::Agency(name)) if agency.canonical == *name => {
                    push(placed.span())
                }
                (MentionKind::Provision(_), Referent::Unit(_) | Referent::UnitOf(..)) => {
                    self.of_run(&placed).into_iter().filter(|(_, r)| r == of).for_each(|(span, _)| push(span));
                }
                _ => {}
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Every instrument that the document cites, with the place: numbers, and names without a number beside them. Without the
    /// document's own number.
    pub fn cited(&self) -> impl Iterator<Item = (PlacedMention<'a>, Act)> + '_ {
        let document = self.cx.document;
        let is_citation = |placed: &PlacedMention<'_>| match &placed.mention.kind {
            MentionKind::Number(_) => !document.is_own_heading(placed),
            MentionKind::Name(name) => name.number.is_none() && !document.is_own_heading(placed),
            MentionKind::Provision(_) | MentionKind::Agency(_) => false,
        };
        document.mentions().filter(move |placed| is_citation(placed)).map(|placed| (placed, self.act(&placed)))
    }

    /// The instrument that a number or a name means.
    pub fn act(&self, placed: &PlacedMention<'a>) -> Act {
        match self.cx.meant(placed) {
            Meant::Known(instrument) => Act::Known(instrument.id),
            Meant::Several { .. } | Meant::Missing(_) => match (placed.number(), placed.mention.name()) {
                (Some(number), _) => Act::Number(number.canonical()),
                (None, Some(name)) => match (name.number, name.year) {
                    (Some(number), _) => self.act(&self.cx.document.sibling(placed, number)),
                    (None, Some(year)) => Act::Name(format!("{} {}", name.canonical, year.year)),
                    (None, None) => Act::Name(name.canonical.clone()),
                },
                (None, None) => Act::Name(self.cx.document.slice(placed.span())),
            },
        }
    }

    /// What the labels of a run refer to.
    fn of_run(&self, placed: &PlacedMention<'a>) -> Vec<(Span, Referent)> {
        let Some(run) = placed.mention.provision() else { return Vec::new() };
        let mut found: Vec<(Span, Referent)> = self
            .units
            .referred(placed, run)
            .into_iter()
            .map(|(label, unit)| (self.whole(placed, label), Referent::Unit(unit)))
            .collect();
        if self.units.is_own(placed) {
            return found;
        }
        let Some(owner) = self.cx.document.owner_mention(placed) else { return found };
        let act = self.act(&owner);
        let one = |(n, unit): (usize, &crate::cite::UnitRef)| {
            let path = written_path(self.cx.document, placed, run, n)?;
            let is_here = path.steps.iter().any(|(_, label)| label == "này");
            let whole = self.whole(placed, placed.in_document(unit.label));
            (!is_here).then(|| (whole, Referent::UnitOf(act.clone(), path)))
        };
        found.extend(run.units.iter().enumerate().filter_map(one));
        found
    }

    /// A label with its word: "Điều 5" of "5".
    fn whole(&self, placed: &PlacedMention<'_>, label: Span) -> Span {
        let units = placed.mention.provision().map_or(&[][..], |run| &run.units);
        let of_label = units.iter().find(|unit| placed.in_document(unit.label) == label);
        of_label.and_then(|unit| unit.word).map_or(label, |word| placed.in_document(word).cover(label))
    }

    /// The path of a unit of the draft, in words.
    pub fn name_of(&self, unit: usize) -> String {
        path(self.units.all(), unit).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    fn found(text: &str) -> Vec<String> {
        let c = catalogue();
        let (document, offset) = document(text, &c);
        let referents = Referents::of(&document, &c, &settings());
        let Some(referent) = referents.at(offset) else { return Vec::new() };
        referents.occurrences(&referent).iter().map(|o| document.slice(o.span)).collect()
    }

    #[test]
    fn all_forms_of_an_instrument_are_one() {
        let text = "Theo Nghị định số 30/20|20/NĐ-CP ngày 05 tháng 3 năm 2020 (sau đây gọi tắt là Nghị định 30). Khoản 2 Nghị định 30/2020/NĐ-CP; Nghị định số 110/2004/NĐ-CP. Theo Nghị định 30.";
        let all = found(text);
        assert!(all.len() >= 3 && all.iter().all(|span| span.contains("30") && !span.contains("110")), "{all:?}");
        let land = found("Theo Luật Đất |đai năm 2024 và Luật số 31/2024/QH15, khác Luật Đất đai năm 2013.");
        assert_eq!(land.len(), 2, "{land:?}");
    }

    #[test]
    fn a_unit_is_found_from_its_label_and_from_references() {
        let text = |marked: &str| {
            "QUYẾT ĐỊNH\n{1}Điều 1. Một\n1. Hai.\nĐiều 2. Ba\nTheo khoản 1 {2}Điều 1 Quyết định này, Điều 1 Nghị định số 30/2020/NĐ-CP.\n"
                .replace(&format!("{{{marked}}}"), "|")
                .replace("{1}", "")
                .replace("{2}", "")
        };
        for place in ["1", "2"] {
            assert_eq!(found(&text(place)), ["Điều 1.", "Điều 1"], "{place}");
        }
        let foreign = found("Theo Điề|u 5 Nghị định số 30/2020/NĐ-CP và khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.");
        assert_eq!(foreign, ["Điều 5", "Điều 5"]);
    }
}

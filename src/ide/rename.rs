//! Renaming: an article, clause or point gets another number, a short name another form; all uses follow.

use super::renumber::{self, typed_label};
use super::short_names;
use super::units::Units;
use crate::check::Edit;
use crate::cite::ItemLevel;
use crate::document::Document;
use crate::text::{Span, fold};

/// What can be renamed at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamable {
    /// What is written there and is replaced; bytes of the document.
    pub span: Span,
    pub name: Name,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A unit of the draft, by its index in the outline.
    Unit(usize),
    Short(String),
}

/// Why a new name is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("no label of this level")]
    NoLabel { word: &'static str },
    #[error("the label is taken")]
    Taken { unit: String },
    #[error("an empty name")]
    Empty,
}

/// What can be renamed at a byte offset.
pub fn at(document: &Document, offset: usize) -> Option<Renamable> {
    let units = Units::of(document);
    if let Some(unit) = units.labelled_at(offset).filter(|&n| units.all()[n].level < ItemLevel::Dash) {
        return Some(Renamable { span: units.label(unit)?, name: Name::Unit(unit) });
    }
    for placed in document.at(offset) {
        let Some(run) = placed.mention.provision() else { continue };
        let referred = units.referred(&placed, run);
        let whole = |label: Span| {
            let of_label = run.units.iter().find(|unit| placed.in_document(unit.label) == label);
            of_label.and_then(|unit| unit.word).map_or(label, |word| placed.in_document(word).cover(label))
        };
        if let Some((span, unit)) = referred.into_iter().find(|(label, _)| whole(*label).touches(offset))
            && document.slice(span) != "này"
        {
            return Some(Renamable { span, name: Name::Unit(unit) });
        }
    }
    let short = short_names::at(document, offset)?;
    Some(Renamable { span: short.span, name: Name::Short(short.term) })
}

/// The edits of a renaming, in the order of the text.
///
/// # Errors
/// Where the new name cannot be used.
pub fn rename(document: &Document, what: &Name, new: &str) -> Result<Vec<Edit>, Refused> {
    match what {
        Name::Unit(unit) => {
            let level = document.outline().units[*unit].level;
            let label = typed_label(level, new).ok_or(Refused::NoLabel { word: level.word() })?;
            let labels = renumber::moved_to(document, *unit, &label);
            let labels = labels.ok_or_else(|| Refused::Taken { unit: format!("{} {label}", level.word()) })?;
            Ok(renumber::edits(document, &labels))
        }
        Name::Short(term) => {
            let new = fold::tidy(new);
            if new.is_empty() {
                return Err(Refused::Empty);
            }
            let places = short_names::places(document, term).into_iter();
            Ok(places.map(|span| Edit { span, text: new.clone() }).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document};

    fn renamed(marked: &str, new: &str) -> Result<String, Refused> {
        let c = catalogue();
        let (document, offset) = document(marked, &c);
        let what = at(&document, offset).unwrap();
        let mut text = marked.replacen('|', "", 1);
        for edit in rename(&document, &what.name, new)?.iter().rev() {
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        Ok(text)
    }

    #[test]
    fn a_unit_is_renamed_with_its_references_from_either() {
        let expected = "NGHỊ ĐỊNH\nĐiều 1. Một\nĐiều 5. Hai\nTheo khoản 1 Điều 5 Nghị định này và Điều 2 Nghị định số 30/2020/NĐ-CP.\n";
        let text = "NGHỊ ĐỊNH\nĐiều 1. Một\nĐiều {}2. Hai\nTheo khoản 1 Điều []2 Nghị định này và Điều 2 Nghị định số 30/2020/NĐ-CP.\n";
        assert_eq!(renamed(&text.replace("{}", "|").replace("[]", ""), "5").unwrap(), expected);
        assert_eq!(renamed(&text.replace("{}", "").replace("[]", "|"), "Điều 5").unwrap(), expected);
        let refused = renamed(&text.replace("{}", "|").replace("[]", ""), "x");
        assert_eq!(refused, Err(Refused::NoLabel { word: "Điều" }));
        let taken = renamed(&text.replace("{}", "|").replace("[]", ""), "1");
        assert_eq!(taken, Err(Refused::Taken { unit: "Điều 1".to_owned() }));
    }

    #[test]
    fn a_short_name_is_renamed_with_its_uses() {
        let text = "Theo Quy chế làm việc số 5 (sau đây gọi tắt là Quy c|hế). Quy chế có hiệu lực. Theo Quy chế.";
        assert_eq!(
            renamed(text, "Bản quy chế").unwrap(),
            "Theo Quy chế làm việc số 5 (sau đây gọi tắt là Bản quy chế). Bản quy chế có hiệu lực. Theo Bản quy chế."
        );
    }
}

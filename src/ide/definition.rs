//! Definition: where the unit or instrument under the cursor is written, in the document itself or in a text of the library.

use super::hover::provision::{annex, heading_here};
use super::hover::{HoverContext, Meant, mention_at};
use crate::catalogue::{Catalogue, UnitPath};
use crate::cite::{MentionKind, Path, ProvisionRef};
use crate::document::{Document, Owner, PlacedMention};
use crate::library::Library;
use crate::settings::Settings;
use crate::text::Span;
use std::path::PathBuf;

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Definition {
    /// A unit of the document: bytes of its heading.
    Here(Span),
    /// A text of the library, and the paths of the unit: itself, then those that hold it.
    Text { file: PathBuf, units: Vec<UnitPath> },
}

/// The definition of what is at a byte offset.
pub fn definition(
    document: &Document,
    catalogue: &Catalogue,
    library: &Library,
    offset: usize,
    settings: &Settings,
) -> Option<Definition> {
    let placed = mention_at(document, offset)?;
    let cx = HoverContext::of(document, catalogue, settings);
    let text = |of: &PlacedMention<'_>, units: Vec<UnitPath>| match cx.meant(of) {
        Meant::Known(i) => Some(Definition::Text { file: library.file_of(&i)?.to_owned(), units }),
        _ => None,
    };
    match &placed.mention.kind {
        MentionKind::Number(_) | MentionKind::Name(_) => text(&placed, Vec::new()),
        MentionKind::Agency(_) => None,
        MentionKind::Provision(run) => {
            let path = path_at(&cx, &placed, run, offset)?;
            let here = || heading_here(&cx, path, placed.span().start).map(Definition::Here);
            match placed.owner {
                Owner::This => here(),
                Owner::Quoted | Owner::Unknown => None,
                Owner::Here(_) | Owner::Mention(_) => {
                    let owner = document.owner_mention(&placed)?;
                    if document.is_own_heading(&owner) {
                        return here();
                    }
                    let annex = annex(&cx, &placed, &owner);
                    text(&owner, path.enclosing().map(|unit| UnitPath::new(&unit, annex)).collect())
                }
            }
        }
    }
}

/// The path of a run that the cursor is on: the one whose smallest label is written there, else the first.
fn path_at<'r>(
    cx: &HoverContext<'_>,
    placed: &PlacedMention<'_>,
    run: &'r ProvisionRef,
    offset: usize,
) -> Option<&'r Path> {
    let unit =
        run.units.iter().find(|u| placed.in_document(u.word.map_or(u.label, |w| w.cover(u.label))).touches(offset));
    let label = unit.map(|u| cx.document.slice(placed.in_document(u.label)).to_lowercase());
    let named = |path: &&Path| {
        let smallest = path.steps.first();
        smallest.is_some_and(|(level, l)| unit.is_some_and(|u| u.level == *level) && Some(l.to_lowercase()) == label)
    };
    run.paths.iter().find(named).or(run.paths.first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    #[test]
    fn a_unit_of_the_document_is_found() {
        let c = catalogue();
        let text = "QUYẾT ĐỊNH\nĐiều 1. Một\n1. Hai.\nĐiều 2. Ba\nTheo khoản 1 Đi|ều 1 Quyết định này.\n";
        let (document, offset) = document(text, &c);
        let found = definition(&document, &c, &Library::default(), offset, &settings());
        let Some(Definition::Here(span)) = found else { panic!("{found:?}") };
        assert_eq!(document.slice(span), "Hai.");
    }

    #[test]
    fn an_instrument_without_a_text_has_none() {
        let c = catalogue();
        let (document, offset) = document("Theo Nghị định số 30/2|020/NĐ-CP.", &c);
        assert_eq!(definition(&document, &c, &Library::default(), offset, &settings()), None);
    }
}

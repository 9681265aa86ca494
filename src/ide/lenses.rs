//! Lines above a unit or the heading that count: how often an article is referred to, how many acts amend the document, how many
//! it cites.

use super::referents::Referents;
use super::units::Units;
use crate::catalogue::{Catalogue, RelationKind};
use crate::cite::ItemLevel;
use crate::document::Document;
use crate::i18n::Localizer;
use crate::settings::Settings;
use crate::text::Span;
use std::collections::{BTreeMap, HashSet};

/// A lens: what it says, where, and the places that it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// Bytes of the document, in one line.
    pub span: Span,
    pub title: String,
    pub about: About,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// References to an article: bytes of the document.
    References(Vec<Span>),
    /// The document as a whole.
    Document,
}

/// The lenses of a document, in the order of the text.
pub fn lenses(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Vec<Lens> {
    let localizer = Localizer::of(settings.language);
    let mut found: Vec<Lens> = heading(document, catalogue, settings, localizer).into_iter().collect();
    let units = Units::of(document);
    let mut references: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for placed in document.mentions() {
        let Some(run) = placed.mention.provision() else { continue };
        let mut articles = HashSet::new();
        for (span, unit) in units.referred(&placed, run) {
            // "khoản 2 Điều 5" is one reference to the article; "Điều này" is none from outside.
            let is_article = units.all()[unit].level == ItemLevel::Article;
            if is_article && document.slice(span) != "này" && articles.insert((unit, span)) {
                references.entry(unit).or_default().push(span);
            }
        }
    }
    for (unit, places) in references {
        let count = places.len();
        found.push(Lens {
            span: units.all()[unit].span,
            title: localizer.format("ide-lens-referred", &[("count", count.into())]),
            about: About::References(places),
        });
    }
    found
}

/// Above the document's own number, or its first line: what amends it, and how many acts it cites.
fn heading(
    document: &Document,
    catalogue: &Catalogue,
    settings: &Settings,
    localizer: &'static Localizer,
) -> Option<Lens> {
    let header = document.header();
    let referents = Referents::of(document, catalogue, settings);
    let cited: HashSet<_> = referents.cited().map(|(_, act)| act).collect();
    let amending = header.number.as_ref().map_or(0, |number| {
        let own = catalogue.by_number(&number.canonical());
        let [own] = own.as_slice() else { return 0 };
        own.related(RelationKind::AmendedBy).count()
    });
    let mut parts = Vec::new();
    if !cited.is_empty() {
        parts.push(localizer.format("ide-lens-cites", &[("count", cited.len().into())]));
    }
    if amending > 0 {
        parts.push(localizer.format("ide-lens-amended", &[("count", amending.into())]));
    }
    let first_line = || {
        let (start, block) = document.blocks().find(|(_, block)| !block.text.trim().is_empty())?;
        let line = block.text.lines().find(|line| !line.trim().is_empty())?;
        let at = start + block.text.find(line)?;
        Some(Span::new(at, at + line.trim_end().len()))
    };
    let span = header.number_span.or_else(first_line)?;
    (!parts.is_empty()).then(|| Lens { span, title: parts.join(" · "), about: About::Document })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    #[test]
    fn references_and_citations_are_counted() {
        let c = catalogue();
        let text = "NGHỊ ĐỊNH\nCăn cứ Luật Đất đai năm 2024;\nĐiều 1. Một\nĐiều 2. Hai\nTheo khoản 1 Điều 1 và Điều 1 Nghị định này, Nghị định số 30/2020/NĐ-CP.|\n";
        let (document, _) = document(text, &c);
        let lenses = lenses(&document, &c, &settings());
        let found: Vec<(String, &str)> =
            lenses.iter().map(|lens| (document.slice(lens.span), lens.title.as_str())).collect();
        assert_eq!(
            found,
            [
                ("NGHỊ ĐỊNH".to_owned(), "viện dẫn 2 văn bản"),
                ("Điều 1.".to_owned(), "được viện dẫn 2 lần trong văn bản này")
            ]
        );
    }
}

//! What an act without a summary is about: its contents, else what its record says.

use super::card::{Facts, OTHER_TITLE, escape};
use crate::catalogue::{Instrument, Provision, Relation, RelationKind, outlines};
use crate::cite::Level;
use crate::text::shorten;

/// How many units a table of contents shows.
const CONTENTS: usize = 6;

/// The table of contents of an act without a summary: its chapters, else the first of its articles, and how many more.
pub fn outline(facts: &Facts<'_>, i: &Instrument) -> Option<String> {
    let units = outlines::units(i);
    let of = |level: Level| -> Vec<&Provision> {
        let of_level =
            |unit: &&Provision| unit.path.level() == Some(level) && unit.path.as_str().split(' ').count() == 2;
        units.iter().filter(|unit| of_level(unit) && unit.heading.is_some()).collect()
    };
    let (chapters, articles) = (of(Level::Chapter), of(Level::Article));
    let sections = of(Level::Section);
    let (shown, key) = if chapters.len() > 1 {
        (chapters, "ide-more-chapters")
    } else if !articles.is_empty() {
        (articles, "ide-more-articles")
    } else {
        (sections, "ide-more-sections")
    };
    if shown.is_empty() {
        return None;
    }
    // What every act has is left out where there is more to say.
    let telling: Vec<&&Provision> =
        shown.iter().filter(|unit| !outlines::is_stock(unit.heading.as_deref().unwrap_or_default())).collect();
    // What every act has says nothing of this one, as where the articles that amend others have no headings.
    if telling.is_empty() {
        return None;
    }
    let line = |unit: &&&Provision| {
        let heading = unit.heading.as_deref().unwrap_or_default();
        format!("- {}. {}", escape(unit.path.as_str()), shorten(&escape(heading), OTHER_TITLE))
    };
    let mut lines: Vec<String> = telling.iter().take(CONTENTS).map(line).collect();
    let count = match key {
        "ide-more-articles" => i.articles.map_or(shown.len(), |n| shown.len().max(n as usize)),
        _ => shown.len(),
    };
    let more = count.saturating_sub(lines.len());
    if more > 0 {
        lines.push(format!("- … {}", facts.localizer.format(key, &[("count", more.into())])));
    }
    let size = size(facts, i).unwrap_or_default();
    let head = if size.is_empty() {
        facts.localizer.text("ide-contents", &[])
    } else {
        facts.localizer.format("ide-contents-of", &[("size", size.into())])
    };
    Some(format!("{head}\n{}", lines.join("\n")))
}

/// What can be said without summary and contents: which acts it replaces, amends and guides, with their titles, and the field. Where
/// there is nothing of that it says itself that it is no summary. With the kinds of relations that are told completely.
pub fn composed(facts: &Facts<'_>, i: &Instrument) -> (String, Vec<RelationKind>) {
    const KINDS: [(RelationKind, &str); 3] = [
        (RelationKind::Guides, "ide-facts-guides"),
        (RelationKind::Amends, "ide-facts-amends"),
        (RelationKind::Replaces, "ide-facts-replaces"),
    ];
    let mut sentences = Vec::new();
    let mut told = Vec::new();
    for (kind, key) in KINDS {
        let titled = |r: &Relation| {
            let target = facts.catalogue.by_number(&r.target);
            let [only] = target.as_slice() else { return None };
            let title = only.title.as_ref()?;
            if only.label().contains(title.as_str()) {
                return Some(escape(&only.label()));
            }
            Some(format!("{} ({})", escape(&only.label()), shorten(&escape(title), OTHER_TITLE)))
        };
        let list: Vec<String> = i.related(kind).filter_map(titled).take(2).collect();
        if !list.is_empty() {
            if list.len() == i.related(kind).count() {
                told.push(kind);
            }
            sentences.push(facts.localizer.format(key, &[("list", list.join("; ").into())]));
        }
    }
    let head = if sentences.is_empty() { "ide-facts-only" } else { "ide-facts-known" };
    sentences.insert(0, facts.localizer.text(head, &[]));
    sentences
        .extend(i.field.as_deref().map(|f| facts.localizer.format("ide-facts-field", &[("field", escape(f).into())])));
    (format!("_{}_", sentences.join(" ")), told)
}

/// How many articles and chapters it has.
pub fn size(facts: &Facts<'_>, i: &Instrument) -> Option<String> {
    let articles = i.articles.map(|n| facts.localizer.format("ide-articles", &[("count", n.into())]));
    let chapters = i.chapters.map(|n| facts.localizer.format("ide-chapters", &[("count", n.into())]));
    let size: Vec<String> = articles.into_iter().chain(chapters).collect();
    (!size.is_empty()).then(|| size.join(", "))
}

//! What can be done at a place of a draft besides fixing findings: units numbered anew or put in, citations written otherwise,
//! the legal basis sorted.

use super::citation::Citation;
use super::units::{Units, path};
use super::{basis_order, renumber, structure, text_from};
use crate::catalogue::Catalogue;
use crate::check::Edit;
use crate::cite::ItemLevel;
use crate::document::Document;
use crate::i18n::Localizer;
use crate::settings::Settings;
use crate::text::Span;

/// A change of the draft that can be made at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// Tells it from the others at the same place; stays the same from version to version.
    pub id: &'static str,
    pub title: String,
    /// In the order of the text; they do not overlap.
    pub edits: Vec<Edit>,
}

/// The rewrites at a byte offset.
pub fn rewrites(document: &Document, catalogue: &Catalogue, offset: usize, settings: &Settings) -> Vec<Rewrite> {
    let localizer = Localizer::of(settings.language);
    let mut found = Vec::new();
    of_units(document, offset, localizer, &mut found);
    of_citation(document, catalogue, offset, settings, localizer, &mut found);
    if structure::basis(document).is_some_and(|basis| basis.touches(offset))
        && let Some(edit) = basis_order::sorted(document, catalogue, settings)
    {
        found.push(rewrite("sort-basis", localizer.text("ide-action-sort-basis", &[]), vec![edit]));
    }
    found
}

fn rewrite(id: &'static str, title: String, edits: Vec<Edit>) -> Rewrite {
    Rewrite { id, title, edits }
}

fn of_units(document: &Document, offset: usize, localizer: &'static Localizer, found: &mut Vec<Rewrite>) {
    let units = Units::of(document);
    let all = units.all();
    let line = |at: usize| document.rope().byte_to_line(at.min(document.rope().len_bytes()));
    let is_numbered = |n: &usize| all[*n].level < ItemLevel::Dash;
    // The unit that begins in the line.
    let last = all.partition_point(|unit| line(unit.span.start) <= line(offset)).checked_sub(1);
    if let Some(unit) = last.filter(is_numbered).filter(|&n| line(all[n].span.start) == line(offset)) {
        let labels = renumber::counted_on(document, unit);
        if !labels.is_empty() {
            let title = localizer.text("ide-action-renumber", &[("unit", &path(all, unit).to_string())]);
            found.push(rewrite("renumber", title, renumber::edits(document, &labels)));
        }
    }
    for (id, level, key) in [
        ("insert-article", ItemLevel::Article, "ide-action-insert-article"),
        ("insert-clause", ItemLevel::Clause, "ide-action-insert-clause"),
        ("insert-point", ItemLevel::Point, "ide-action-insert-point"),
    ] {
        let Some(unit) = document.outline().at(offset, level) else { continue };
        if let Some(edits) = inserted(document, &units, unit) {
            let title = localizer.text(key, &[("unit", &path(all, unit).to_string())]);
            found.push(rewrite(id, title, edits));
        }
    }
}

/// The edits that put in a unit after one, in its form, and move those after it on.
fn inserted(document: &Document, units: &Units<'_>, unit: usize) -> Option<Vec<Edit>> {
    let (label, labels) = renumber::with_one_more_after(document, unit)?;
    let own = &units.all()[unit];
    let rope = document.rope();
    let line = rope.line_to_byte(rope.byte_to_line(own.span.start));
    let before = document.slice(Span::new(line, own.span.start));
    let written = document.slice(own.span);
    let place = units.label(unit)?;
    let form = format!("{}{label}{}", &written[..place.start - own.span.start], &written[place.end - own.span.start..]);
    let end = units.extent(unit).end;
    let line_break = if text_from(document, end, 2) == "\r\n" { "\r\n" } else { "\n" };
    // Units that have an empty line between them keep one.
    let gap = text_from(document, end, 2 * line_break.len());
    let breaks = if gap == line_break.repeat(2) { 2 } else { 1 };
    let text = format!("{}{before}{form} […]", line_break.repeat(breaks));
    let mut edits = renumber::edits(document, &labels);
    edits.push(Edit { span: Span::new(end, end), text });
    edits.sort_by_key(|edit| edit.span);
    Some(edits)
}

fn of_citation(
    document: &Document,
    catalogue: &Catalogue,
    offset: usize,
    settings: &Settings,
    localizer: &'static Localizer,
    found: &mut Vec<Rewrite>,
) {
    let Some(citation) = Citation::at(document, catalogue, offset, settings) else { return };
    let plain = [
        ("expand", "ide-action-expand", citation.expanded()),
        ("shorten", "ide-action-shorten", citation.shortened()),
        ("date", "ide-action-date", citation.dated()),
        ("short-name", "ide-action-short-name", citation.with_short_name()),
    ];
    for (id, key, edit) in plain {
        found.extend(edit.map(|edit| rewrite(id, localizer.text(key, &[]), vec![edit])));
    }
    if let Some((successor, edit)) = citation.of_successor(catalogue) {
        let title = localizer.text("ide-action-successor", &[("by", &successor.label())]);
        found.push(rewrite("successor", title, vec![edit]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    fn at(marked: &str) -> (Vec<Rewrite>, String) {
        let c = catalogue();
        let (document, offset) = document(marked, &c);
        (rewrites(&document, &c, offset, &settings()), marked.replacen('|', "", 1))
    }

    fn applied(marked: &str, id: &str) -> String {
        let (rewrites, mut text) = at(marked);
        let rewrite = rewrites.iter().find(|r| r.id == id).unwrap_or_else(|| panic!("{id}: {rewrites:?}"));
        for edit in rewrite.edits.iter().rev() {
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        text
    }

    #[test]
    fn an_article_is_put_in_and_the_others_move_on() {
        let text = "NGHỊ ĐỊNH\n\nĐiều 1. M|ột\n\nĐiều 2. Hai theo Điều 2 Nghị định này\n";
        assert_eq!(
            applied(text, "insert-article"),
            "NGHỊ ĐỊNH\n\nĐiều 1. Một\n\nĐiều 2. […]\n\nĐiều 3. Hai theo Điều 3 Nghị định này\n"
        );
        let text = "NGHỊ ĐỊNH\nĐiều 1. Một\n1. Hai|.\n2. Ba theo khoản 2 Điều này.\n";
        assert_eq!(
            applied(text, "insert-clause"),
            "NGHỊ ĐỊNH\nĐiều 1. Một\n1. Hai.\n2. […]\n3. Ba theo khoản 3 Điều này.\n"
        );
    }

    #[test]
    fn nothing_is_offered_where_nothing_would_change() {
        let (rewrites, _) = at("NGHỊ ĐỊNH\nĐiều 1. M|ột\nĐiều 2. Hai\n");
        assert!(rewrites.iter().all(|r| r.id.starts_with("insert-")), "{rewrites:?}");
        assert!(at("Lời văn| không có gì.").0.is_empty());
    }
}

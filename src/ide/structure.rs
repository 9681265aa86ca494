//! The structure of a draft for an editor: its outline as a tree, and what can be folded.

use super::units::{Units, name};
use crate::cite::Level;
use crate::document::{Document, Format};
use crate::text::{Span, fold, shorten};
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The longest heading in an outline, in characters.
const HEADING: usize = 90;

/// A unit in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// "Điều 5. Phạm vi điều chỉnh".
    pub name: String,
    pub level: Level,
    /// The whole unit; bytes of the document.
    pub span: Span,
    /// Its label and heading.
    pub selection: Span,
    pub children: Vec<Symbol>,
}

/// What can be folded, and whether it is the legal basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    pub span: Span,
    pub kind: FoldKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldKind {
    Unit,
    /// The lines of the legal basis ("Căn cứ …").
    Basis,
}

/// The outline as a tree. Dashes have no place in it.
pub fn symbols(document: &Document) -> Vec<Symbol> {
    let units = Units::of(document);
    let all = units.all();
    // From the last to the first: children are whole when their parent takes them.
    let mut waiting: Vec<(usize, Symbol)> = Vec::new();
    for n in (0..all.len()).rev().filter(|&n| all[n].level < Level::Dash) {
        let span = units.extent(n);
        let (heading, place) = heading(document, &units, n, span);
        let mut children = Vec::new();
        while let Some((_, child)) = waiting.pop_if(|(child, symbol)| *child > n && symbol.level > all[n].level) {
            children.push(child);
        }
        let separator = if heading.is_empty() { "" } else { ". " };
        let symbol = Symbol {
            name: format!("{}{separator}{}", name(&all[n]), shorten(&heading, HEADING)),
            level: all[n].level,
            selection: Span::new(all[n].span.start, place.end.max(all[n].span.end).min(span.end.max(all[n].span.end))),
            span: span.cover(all[n].span),
            children,
        };
        waiting.push((n, symbol));
    }
    waiting.into_iter().rev().map(|(_, symbol)| symbol).collect()
}

/// The heading of a unit: what follows its label, or the line after "Chương I".
fn heading(document: &Document, units: &Units<'_>, unit: usize, extent: Span) -> (String, Span) {
    let all = units.all();
    let own = all[unit].heading;
    if !own.is_empty() || all[unit].level >= Level::Article {
        return (shown(&document.slice(own), document.format()), own);
    }
    let end = all.get(unit + 1).map_or(extent.end, |next| next.span.start.min(extent.end));
    let below = Span::new(all[unit].span.end.min(end), end);
    let text = document.slice(below);
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let at = below.start + text.find(line).unwrap_or_default();
    (shown(line, document.format()), Span::new(at, at + line.len()))
}

/// Markup with what takes its place, in this order: links, tags, escapes and emphasis. "_" inside of a word is a letter.
static MARKDOWN: LazyLock<[(Regex, &str); 5]> = LazyLock::new(|| {
    [
        (r"!?\[([^\]\n]*)\]\([^)\n]*\)", "$1"),
        (TAG, ""),
        (r"\\([[:punct:]])|[*`]+", "$1"),
        (r"(^|[^\p{L}\p{N}_])_+", "$1"),
        (r"_+([^\p{L}\p{N}_]|$)", "$1"),
    ]
    .map(|(pattern, with)| (Regex::new(pattern).expect("the pattern is well formed"), with))
});
static HTML: LazyLock<[(Regex, &str); 1]> =
    LazyLock::new(|| [(Regex::new(TAG).expect("the pattern is well formed"), "")]);
const TAG: &str = r"</?[A-Za-z!][^>\n]*>";

/// A heading as an outline shows it: without its markup.
fn shown(text: &str, format: Format) -> String {
    let marks: &[(Regex, &str)] = match format {
        Format::Markdown => &*MARKDOWN,
        Format::Html => &*HTML,
        _ => &[],
    };
    let mut text = Cow::Borrowed(text);
    for (pattern, with) in marks {
        if let Cow::Owned(without) = pattern.replace_all(&text, *with) {
            text = Cow::Owned(without);
        }
    }
    fold::tidy(text.trim_matches(['*', '#', ' ']))
}

/// What can be folded: units of more than one line, and the legal basis. In the order of the text.
pub fn folds(document: &Document) -> Vec<Fold> {
    let units = Units::of(document);
    let all = units.all();
    let of_units = (0..all.len())
        .filter(|&n| all[n].level < Level::Dash)
        .map(|n| Fold { span: units.extent(n), kind: FoldKind::Unit });
    let mut folds: Vec<Fold> = of_units.collect();
    folds.extend(basis(document).map(|span| Fold { span, kind: FoldKind::Basis }));
    let lines = |span: Span| {
        let rope = document.rope();
        let line = |at: usize| rope.byte_to_line(at.min(rope.len_bytes()));
        line(span.start) < line(span.end)
    };
    folds.retain(|fold| lines(fold.span));
    folds.sort_by_key(|fold| (fold.span.start, std::cmp::Reverse(fold.span.end)));
    folds
}

/// The lines of the legal basis, from the first "Căn cứ" to the end of the last one before the articles.
pub fn basis(document: &Document) -> Option<Span> {
    let first_unit = document.outline().units.first().map_or(usize::MAX, |unit| unit.span.start);
    let mut found: Option<Span> = None;
    for (start, block) in document.blocks().take_while(|(start, _)| *start < first_unit) {
        let mut at = start;
        for line in block.text.split_inclusive('\n') {
            let written = line.trim().trim_start_matches(['-', '*', '_', '+', ' ']);
            if written.starts_with("Căn cứ ") {
                let begin = at + line.len() - line.trim_start().len();
                // A line of the basis may go on over several lines: the block is the sentence.
                let end = start + block.text.trim_end().len();
                found = Some(found.map_or(Span::new(begin, end), |span| Span::new(span.start, end)));
            }
            at += line.len();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document};

    const TEXT: &str = "NGHỊ ĐỊNH\nCăn cứ Luật Đất đai;\nCăn cứ Luật Nhà ở;\n\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một.\na) Hai;\n- Ba.\n2. Bốn.\nChương II\nTỔ CHỨC\nĐiều 2. Năm|\n";

    fn drawn(symbols: &[Symbol], depth: usize, out: &mut String) {
        for symbol in symbols {
            out.push_str(&format!("{}{}\n", "  ".repeat(depth), symbol.name));
            drawn(&symbol.children, depth + 1, out);
        }
    }

    #[test]
    fn the_outline_is_a_tree_with_headings() {
        let c = catalogue();
        let (document, _) = document(TEXT, &c);
        let symbols = symbols(&document);
        let mut tree = String::new();
        drawn(&symbols, 0, &mut tree);
        assert_eq!(
            tree,
            "Chương I. QUY ĐỊNH CHUNG\n  Điều 1. Phạm vi\n    Khoản 1. Một.\n      Điểm a. Hai;\n    Khoản 2. Bốn.\nChương II. TỔ CHỨC\n  Điều 2. Năm\n"
        );
        fn inside(symbols: &[Symbol]) {
            for symbol in symbols {
                assert!(symbol.span.start <= symbol.selection.start && symbol.selection.end <= symbol.span.end);
                inside(&symbol.children);
            }
        }
        inside(&symbols);
    }

    #[test]
    fn headings_are_shown_without_their_markup() {
        for (written, plain) in [
            ("**Phạm vi** điều chỉnh**", "Phạm vi điều chỉnh"),
            ("_Đối tượng_ và __áp dụng__", "Đối tượng và áp dụng"),
            (r"Giá trị ten_bien, 5\% và \[…\]", "Giá trị ten_bien, 5% và […]"),
            ("Theo [Luật Đất đai](https://example.vn/a_b) `x`", "Theo Luật Đất đai x"),
            ("Phạm vi ##", "Phạm vi"),
            ("<b>Phạm vi</b>", "Phạm vi"),
        ] {
            assert_eq!(shown(written, Format::Markdown), plain);
        }
        assert_eq!(shown("a < b và <b>c</b>", Format::Html), "a < b và c");
        assert_eq!(shown("ten_bien [x](y)", Format::Plain), "ten_bien [x](y)");
    }

    #[test]
    fn units_and_the_basis_are_folded() {
        let c = catalogue();
        let (document, _) = document(TEXT, &c);
        let folds: Vec<(FoldKind, String)> =
            folds(&document).iter().map(|fold| (fold.kind, document.slice(fold.span))).collect();
        assert_eq!(folds[0], (FoldKind::Basis, "Căn cứ Luật Đất đai;\nCăn cứ Luật Nhà ở;".to_owned()));
        assert_eq!(folds.len(), 6, "{folds:?}");
    }
}

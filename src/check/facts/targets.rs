//! References of a block to units of its own draft: "khoản 2 Điều 15 Nghị định này".

use super::own_type::SELF_NAMED;
use super::sections::is_in_sections;
use crate::check::checker::{Checker, ProvisionCitation};
use crate::cite::{Level, Path, Target};
use crate::document::{Owner, Regime};
use crate::law::roman_value;
use crate::text::Span;

/// A reference to a unit of the draft. Offsets are bytes of the block.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnReference {
    pub span: Span,
    pub paths: Vec<OwnPath>,
}

/// One of its paths.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnPath {
    pub path: Path,
    /// Where the label of each step is written, if it is.
    pub places: Vec<Option<Span>>,
    /// Its clause is a later one of a list: "điểm g khoản 4, 5 và khoản 6" may mean only point g of clause 4.
    pub is_loose: bool,
}

/// The references of a block that a rule can judge. A consolidated text has none: the labels of its units include the
/// numbers of notes ("3.63 Hồ sơ gồm").
pub fn read(cx: &Checker<'_>) -> Vec<OwnReference> {
    if cx.draft.header.consolidated {
        return Vec::new();
    }
    let is_own = |p: &&ProvisionCitation<'_>| {
        let says_so = matches!(p.node.target, Target::This { .. }) && *p.place.owner == Owner::This;
        (says_so || is_of_contract(cx, p))
            && (cx.is_in_body(p.span().start) || is_of_attached(p))
            && p.is_own_prose()
            && !p.node.amending
            && !is_between_plain_quotes(p)
            && (!says_so || says_this(p))
            && !is_of_another_type(cx, p)
    };
    let references = cx.provisions.iter().filter(is_own).map(|p| {
        let paths = p.node.paths.iter().filter(|path| is_judged(path)).map(|path| own_path(p, path)).collect();
        OwnReference { span: p.span(), paths }
    });
    references.filter(|reference| !reference.paths.is_empty()).collect()
}

/// Whether a run outside of the body is one of a regulation that is attached to the draft: "khoản 2 Điều này", "Điều 5 Quy chế
/// này".
fn is_of_attached(p: &ProvisionCitation<'_>) -> bool {
    let after = p.after().trim_start();
    let after = after.strip_prefix("của ").unwrap_or(after);
    let names_regulation = ["Quy định này", "Quy chế này", "Nội quy này", "Điều lệ này"];
    p.text().ends_with("Điều này") || names_regulation.iter().any(|name| after.starts_with(name))
}

/// Whether a contract cites its own article without "này": "Điều 7 của Hợp đồng", "Điều 7 Hợp đồng".
fn is_of_contract(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> bool {
    let after = p.after().trim_start();
    let after = after.strip_prefix("của ").unwrap_or(after);
    cx.regime == Regime::Contract
        && matches!(p.place.owner, Owner::Unknown | Owner::This)
        && ["Hợp đồng", "hợp đồng"]
            .iter()
            .filter_map(|word| after.strip_prefix(word))
            .any(|rest| rest.is_empty() || rest.starts_with([',', '.', ';', ')', '\n']))
}

/// Whether the run names an act of another type than the draft: "điểm a Điều 47 của Luật này" in a regulation means the law that it
/// spoke of.
fn is_of_another_type(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> bool {
    let after = p.after().trim_start();
    let after = after.strip_prefix("của ").unwrap_or(after);
    let types = ["Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư"];
    let named = types.iter().find(|kind| after.strip_prefix(**kind).is_some_and(|rest| rest.starts_with(" này")));
    named.is_some_and(|named| cx.draft.header.kind.is_some_and(|kind| kind != *named))
}

/// Whether a path has more than "Điều này", or is a section ("Mục II", "Phần III", "Chương V").
fn is_judged(path: &Path) -> bool {
    if path.label(Level::Article).is_none() {
        // "khoản 6 Mục II": an item of a section.
        let is_item = path.steps.iter().any(|(level, label)| *level < Level::Article && roman_value(label).is_some());
        let is_step = |level: Level| level < Level::Article || (is_item && level == Level::Clause);
        let is_here = |(level, label): &(Level, String)| {
            label == "này" && matches!(level, Level::Part | Level::Section | Level::Clause)
        };
        // "điểm d mục này", "điểm c mục 2 Công văn này".
        let is_within = match path.steps.as_slice() {
            [(Level::Clause | Level::Point, _), outer] => is_here(outer) || outer.0 == Level::Section,
            [(Level::Point, _), (Level::Clause | Level::Section, _), (_, section)] => roman_value(section).is_some(),
            _ => false,
        };
        return is_within || path.steps.iter().all(|(level, label)| is_step(*level) && label != "này");
    }
    path.label(Level::Article).is_some_and(|article| {
        article != "này"
            || path.label(Level::Point).is_some()
            || path.label(Level::Clause).is_some_and(|clause| clause != "này")
    })
}

fn own_path(p: &ProvisionCitation<'_>, path: &Path) -> OwnPath {
    let place = |(level, label): &(Level, String)| {
        let written = |span: Span| span.of(p.block).eq_ignore_ascii_case(label);
        p.node.units.iter().find(|u| u.level == *level && written(u.label)).map(|u| u.label)
    };
    let clause = path.steps.iter().find(|(l, _)| *l == Level::Clause);
    let is_loose = clause.is_some_and(|(_, label)| {
        let mut units = p.node.units.iter().filter(|u| u.level == Level::Clause && u.label.of(p.block) == label);
        units.next().is_some_and(|u| u.word.is_none())
    });
    OwnPath { path: path.clone(), places: path.steps.iter().map(place).collect(), is_loose }
}

/// What drafts that are no acts call themselves.
pub const OTHERS: [&str; 5] = ["Hợp đồng", "Điều lệ", "Nội quy", "Thỏa thuận", "Phụ lục"];

/// Whether it is between two plain quotation marks of its line, which are not told apart as opening and closing: words that
/// are to be inserted into another act. `Bổ sung cụm từ ", trừ trường hợp tại Điều 29 Nghị định này" vào sau`
fn is_between_plain_quotes(p: &ProvisionCitation<'_>) -> bool {
    let before = p.before().rsplit('\n').next().unwrap_or_default();
    let after = p.after().lines().next().unwrap_or_default();
    // In a page of the web the marks of attributes come in pairs.
    before.matches('"').count() % 2 == 1 && after.contains('"')
}

/// Whether "này" ends the run or is right after it: "Điều này", "Điều 5 của Luật này".
fn says_this(p: &ProvisionCitation<'_>) -> bool {
    let after: String = p.after().chars().take(60).collect();
    let after = after.trim_start().trim_start_matches("của ").trim_start();
    p.text().ends_with("này")
        || after.starts_with("này")
        || after.split_once(" này").is_some_and(|(kind, _)| {
            // "Quy chế thi ban hành kèm theo Thông tư này" is a text of its own.
            let is_regulation = kind.starts_with("Quy ") && !kind.contains("kèm theo");
            SELF_NAMED.contains(&kind) || OTHERS.contains(&kind) || is_in_sections(kind) || is_regulation
        })
}

//! Provisions compared with the known structure of the instrument that they belong to.

use crate::catalogue::{Fact, Instrument, RelationKind, UnitPath, Validity};
use crate::check::checker::{Checker, ProvisionCitation};
use crate::check::evidence::edits::usual_name;
use crate::check::evidence::provisions::{beyond, holds_other_text};
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Finding, Severity};
use crate::cite::{Level, Path, Target};
use std::sync::Arc;

/// The rules of this file.
pub const RULES: &[Rule] = &[
    Rule::block(Code::NoSuchArticle, no_such_article),
    Rule::block(Code::NoSuchClause, no_such_clause),
    Rule::block(Code::NoSuchPoint, no_such_point),
    Rule::block(Code::AmendedProvisionMissing, amended_provision_missing),
];

/// The known instrument that a run belongs to.
fn target(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> Option<Arc<Instrument>> {
    // "Điều 146 của Luật", "Điều 5 luật này" in a newspaper: it is not sure enough which law is meant.
    if matches!(p.node.target, Target::Unnamed(_) | Target::Above(_) | Target::AboveUnit | Target::This { .. }) {
        return None;
    }
    cx.known_owner(p)
}

/// Whether a name without a year may mean another act of that name that is in force on the day, and which has the article. A whole
/// text without a day may be of the time of any of them.
fn may_be_another(cx: &Checker<'_>, p: &ProvisionCitation<'_>, article: u32) -> bool {
    let Some(owner) = cx.owner(p) else { return true };
    let Some(name) = owner.mention.name() else { return false };
    // "Các Điều 147, 148 của Hiến pháp trước đây"
    let after = owner.block.text.get(owner.mention.span.end..).unwrap_or_default().trim_start();
    if ["trước đây", "cũ ", "cũ,", "cũ.", "cũ;"].iter().any(|word| after.starts_with(word)) {
        return true;
    }
    let dated = name.year.is_some() || name.attributes.date.is_some();
    let is_in_force = |i: &Instrument| {
        !matches!(i.validity(cx.day), Validity::Expired { .. }) && i.issued.is_none_or(|issued| issued <= cx.day)
    };
    let mut meant = cx.catalogue.by_name(&name.canonical);
    meant.retain(|i| cx.draft.is_of_open_time || is_in_force(i));
    !dated && (meant.is_empty() || meant.iter().any(|i| i.articles.is_none_or(|n| n >= article)))
}

/// Calls for every path with an article of a known instrument.
fn each(cx: &Checker<'_>, mut visit: impl FnMut(&ProvisionCitation<'_>, &Path, &Arc<Instrument>)) {
    for p in &cx.provisions {
        if p.node.paths.iter().all(|path| path.label(Level::Article).is_none()) {
            continue;
        }
        let Some(known) = target(cx, p) else { continue };
        if known.articles.is_none() && known.provisions.is_empty() {
            continue;
        }
        for path in &p.node.paths {
            visit(p, path, &known);
        }
    }
}

fn at_label(p: &ProvisionCitation<'_>, level: Level, label: &str) -> crate::text::Span {
    let unit = p.node.units.iter().find(|u| u.level == level && u.label.of(p.block) == label);
    unit.map_or(p.span(), |u| p.place.in_document(u.word.map_or(u.label, |w| w.cover(u.label))))
}

fn report_article(
    cx: &Checker<'_>,
    code: Code,
    p: &ProvisionCitation<'_>,
    path: &Path,
    known: &Instrument,
) -> Option<Finding> {
    let (article, count) = beyond(path, known).filter(|_| !holds_other_text(cx, known, p))?;
    if may_be_another(cx, p, article) {
        return None;
    }
    let (name, article, count) = (usual_name(known), article.to_string(), count.to_string());
    let what = path.to_string();
    let values = [("name", name.as_str()), ("count", &count), ("article", &article), ("path", &what)];
    let span = at_label(p, Level::Article, &article);
    let finding = if known.is_confirmed(Fact::Articles) {
        cx.finding(code, span, &values)
    } else {
        cx.variant(code, "unconfirmed", span, &values).cap_severity(Severity::Warning)
    };
    Some(finding.with_instrument(known.number.clone().unwrap_or(name)))
}

/// An article beyond the last one of the instrument. The count of articles comes from the text of the instrument; where
/// that is not confirmed, the finding is a warning.
fn no_such_article(cx: &Checker<'_>, out: &mut Findings) {
    each(cx, |p, path, known| {
        if !p.node.amending {
            out.extend(report_article(cx, Code::NoSuchArticle, p, path, known));
        }
    });
}

/// The same in a sentence that amends it.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 66 khoản 2.
fn amended_provision_missing(cx: &Checker<'_>, out: &mut Findings) {
    each(cx, |p, path, known| {
        // "Bổ sung Điều 120" adds what is not there.
        let before = p.before().trim_end().to_lowercase();
        let adds = before.ends_with("bổ sung") && !before.ends_with("sửa đổi, bổ sung");
        if p.node.amending && !adds {
            out.extend(report_article(cx, Code::AmendedProvisionMissing, p, path, known));
        }
    });
}

/// Whether the catalogue holds the units of a level in a larger unit, the clauses of an article or the points of a clause,
/// as the instrument is today: an act that amended it may have added others.
fn has_units(known: &Instrument, level: Level, within: &UnitPath) -> bool {
    known.related(RelationKind::AmendedBy).next().is_none()
        && known.provisions.iter().any(|p| p.path.is_in(within) && p.path.level() == Some(level))
}

/// The highest severity of a finding on the units of an instrument: unconfirmed facts never make an error.
fn most(known: &Instrument) -> Severity {
    if known.is_confirmed(Fact::Provisions) { Severity::Error } else { Severity::Warning }
}

fn has_unit(known: &Instrument, path: &UnitPath) -> bool {
    known.provisions.iter().any(|p| p.path == *path)
}

/// The path of units in the instrument's own text.
fn unit<'l>(steps: impl IntoIterator<Item = (Level, &'l str)>) -> UnitPath {
    UnitPath::from(&Path::of(steps))
}

/// A clause that the article does not have, where the catalogue holds the clauses of the article.
fn no_such_clause(cx: &Checker<'_>, out: &mut Findings) {
    each(cx, |p, path, known| {
        let (Some(article), Some(clause)) = (path.label(Level::Article), path.label(Level::Clause)) else { return };
        let judged = clause.parse::<u32>().is_ok()
            && beyond(path, known).is_none()
            && has_units(known, Level::Clause, &unit([(Level::Article, article)]));
        if !judged || holds_other_text(cx, known, p) {
            return;
        }
        if !has_unit(known, &unit([(Level::Clause, clause), (Level::Article, article)])) {
            let name = usual_name(known);
            let values = [("name", name.as_str()), ("article", article), ("clause", clause)];
            let finding = cx.finding(Code::NoSuchClause, at_label(p, Level::Clause, clause), &values);
            out.push(finding.cap_severity(most(known)).with_instrument(name));
        }
    });
}

/// A point that the clause does not have, where the catalogue holds the points of the clause.
fn no_such_point(cx: &Checker<'_>, out: &mut Findings) {
    each(cx, |p, path, known| {
        let (Some(article), Some(clause), Some(point)) =
            (path.label(Level::Article), path.label(Level::Clause), path.label(Level::Point))
        else {
            return;
        };
        let of_clause = [(Level::Clause, clause), (Level::Article, article)];
        let judged = point.chars().count() == 1 && has_units(known, Level::Point, &unit(of_clause));
        if !judged || holds_other_text(cx, known, p) {
            return;
        }
        if !has_unit(known, &unit([(Level::Point, point)].into_iter().chain(of_clause))) {
            let name = usual_name(known);
            let values = [("name", name.as_str()), ("article", article), ("clause", clause), ("point", point)];
            let finding = cx.finding(Code::NoSuchPoint, at_label(p, Level::Point, point), &values);
            out.push(finding.cap_severity(most(known)).with_instrument(name));
        }
    });
}

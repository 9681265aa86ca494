//! Provisions against the known structure of the instrument that they belong to.

use super::run::{ProvisionAt, Run};
use super::{Finding, Registered, Severity};
use crate::catalogue::Instrument;
use crate::cite::{Level, Path};
use crate::text::fold;
use std::sync::Arc;

pub const RULES: &[Registered] = &[
    ("no-such-article", no_such_article),
    ("no-such-clause", no_such_clause),
    ("no-such-point", no_such_point),
    ("amended-provision-missing", amended_provision_missing),
];

/// The known instrument that a run belongs to. None for acts that put another text into force or amend one: an article
/// cited of them is often one of that text.
fn target<'r>(run: &'r Run<'_>, p: &ProvisionAt<'_>) -> Option<&'r Arc<Instrument>> {
    let owner = run.document.owner_mention(&p.at)?;
    let known = run.resolution_of(&owner)?.known()?;
    let title = fold::words(known.title.as_deref()?);
    let other_text = title.starts_with("ban hành")
        || title.starts_with("về việc ban hành")
        || title.starts_with("phê duyệt")
        || title.starts_with("sửa đổi")
        || title.starts_with("bổ sung")
        || title.contains("sửa đổi, bổ sung một số điều")
        || title.starts_with("phê chuẩn");
    let attached = p.sentence().contains("kèm theo");
    (!other_text && !attached && known.kind != "Văn bản hợp nhất").then_some(known)
}

/// Calls for every run whose target's structure is known.
fn each(run: &Run<'_>, mut visit: impl FnMut(&ProvisionAt<'_>, &Path, &Arc<Instrument>)) {
    for p in &run.provisions {
        if p.it.paths.iter().all(|path| label(path, Level::Article).is_none()) {
            continue;
        }
        let Some(known) = target(run, p) else { continue };
        for path in &p.it.paths {
            visit(p, path, known);
        }
    }
}

fn label(path: &Path, level: Level) -> Option<&str> {
    path.steps.iter().find(|(l, _)| *l == level).map(|(_, label)| label.as_str())
}

/// The article of a path that the instrument does not have: beyond its last one. Inserted articles are not judged.
fn beyond(path: &Path, known: &Instrument) -> Option<(u32, u32)> {
    let article: u32 = label(path, Level::Article)?.parse().ok()?;
    let count = known.articles?;
    (article > count).then_some((article, count))
}

fn at_label(p: &ProvisionAt<'_>, level: Level, label: &str) -> crate::text::Span {
    let unit = p.it.units.iter().find(|u| u.level == level && u.label.of(p.block) == label);
    unit.map_or(p.span(), |u| p.at.global(u.word.map_or(u.label, |w| w.cover(u.label))))
}

fn report_article(run: &Run<'_>, code: &str, p: &ProvisionAt<'_>, path: &Path, known: &Instrument) -> Option<Finding> {
    let (article, count) = beyond(path, known)?;
    let (name, article, count) = (super::rewrite::cited(known), article.to_string(), count.to_string());
    let what = path.to_string();
    let values = [("name", name.as_str()), ("count", &count), ("article", &article), ("path", &what)];
    let span = at_label(p, Level::Article, &article);
    let finding = if known.is_confirmed("articles") {
        run.finding(code, span, &values)
    } else {
        run.variant(code, "unconfirmed", span, &values).at_most(Severity::Warning)
    };
    Some(finding.about(known.number.clone().unwrap_or(name)))
}

/// An article beyond the last one of the instrument. The count of articles comes from the text of the instrument; where
/// that is not confirmed, the finding is a warning.
fn no_such_article(run: &Run<'_>, out: &mut Vec<Finding>) {
    each(run, |p, path, known| {
        if !p.it.amending {
            out.extend(report_article(run, "no-such-article", p, path, known));
        }
    });
}

/// The same in a sentence that amends it.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 66 khoản 2.
fn amended_provision_missing(run: &Run<'_>, out: &mut Vec<Finding>) {
    each(run, |p, path, known| {
        // "Bổ sung Điều 120" adds what is not there.
        let before = p.before().trim_end().to_lowercase();
        let adds = before.ends_with("bổ sung") && !before.ends_with("sửa đổi, bổ sung");
        if p.it.amending && !adds {
            out.extend(report_article(run, "amended-provision-missing", p, path, known));
        }
    });
}

/// The paths of the clauses and points of an article, where the catalogue holds the instrument down to them.
fn has_units(known: &Instrument, suffix: &str) -> bool {
    known.provisions.iter().any(|p| p.path.ends_with(suffix) && p.path.len() > suffix.len())
}

fn has_path(known: &Instrument, path: &str) -> bool {
    known.provisions.iter().any(|p| p.path == path)
}

/// A clause that the article does not have, where the catalogue holds the clauses of the article.
fn no_such_clause(run: &Run<'_>, out: &mut Vec<Finding>) {
    each(run, |p, path, known| {
        let (Some(article), Some(clause)) = (label(path, Level::Article), label(path, Level::Clause)) else { return };
        let in_article = format!(" Điều {article}");
        if clause.parse::<u32>().is_err() || beyond(path, known).is_some() || !has_units(known, &in_article) {
            return;
        }
        if !has_path(known, &format!("khoản {clause}{in_article}")) {
            let name = super::rewrite::cited(known);
            let values = [("name", name.as_str()), ("article", article), ("clause", clause)];
            out.push(run.finding("no-such-clause", at_label(p, Level::Clause, clause), &values).about(name));
        }
    });
}

/// A point that the clause does not have, where the catalogue holds the points of the clause.
fn no_such_point(run: &Run<'_>, out: &mut Vec<Finding>) {
    each(run, |p, path, known| {
        let (Some(article), Some(clause), Some(point)) =
            (label(path, Level::Article), label(path, Level::Clause), label(path, Level::Point))
        else {
            return;
        };
        let in_clause = format!(" khoản {clause} Điều {article}");
        if point.chars().count() != 1 || !has_units(known, &in_clause) {
            return;
        }
        if !has_path(known, &format!("điểm {point}{in_clause}")) {
            let name = super::rewrite::cited(known);
            let values = [("name", name.as_str()), ("article", article), ("clause", clause), ("point", point)];
            out.push(run.finding("no-such-point", at_label(p, Level::Point, point), &values).about(name));
        }
    });
}

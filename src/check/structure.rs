//! Provisions against the known structure of the instrument that they belong to.

use super::run::{ProvisionAt, Run};
use super::{Finding, Registered, Severity};
use crate::catalogue::{Fact, Instrument, RelationKind};
use crate::cite::{Level, Path, Target};
use crate::text::{Span, tail};
use std::sync::Arc;

pub const RULES: &[Registered] = &[
    ("no-such-article", no_such_article),
    ("no-such-clause", no_such_clause),
    ("no-such-point", no_such_point),
    ("amended-provision-missing", amended_provision_missing),
];

/// The known instrument that a run belongs to.
fn target<'r>(run: &'r Run<'_>, p: &ProvisionAt<'_>) -> Option<&'r Arc<Instrument>> {
    // "Điều 146 của Luật": which law a short name stands for is not sure enough.
    if matches!(p.it.target, Target::Unnamed(_) | Target::Above(_)) {
        return None;
    }
    let owner = run.document.owner_mention(&p.at)?;
    run.resolution_of(&owner)?.known()
}

/// Whether a name without a year may mean another act of that name, which has the article.
fn may_be_another(run: &Run<'_>, p: &ProvisionAt<'_>, article: u32) -> bool {
    let Some(owner) = run.document.owner_mention(&p.at) else { return true };
    let Some(name) = owner.mention.name() else { return false };
    let dated = name.year.is_some() || name.attributes.date.is_some();
    !dated && run.catalogue.by_name(&name.canonical).iter().any(|i| i.articles.is_none_or(|n| n >= article))
}

/// Whether articles cited of an act may be those of a text that it puts into force or amends, and not its own.
fn holds_other_text(run: &Run<'_>, known: &Instrument, p: &ProvisionAt<'_>) -> bool {
    let title = known.title.as_deref().unwrap_or_default();
    let starts = [
        "Ban hành",
        "Về việc ban hành",
        "Về ban hành",
        "Phê duyệt",
        "Về việc phê duyệt",
        "Phê chuẩn",
        "Sửa đổi",
        "Bổ sung",
        "Về việc sửa đổi",
        "Về sửa đổi",
    ];
    // Few articles, not confirmed: an act that amends another under the other's name.
    let amending = !known.is_confirmed(Fact::Articles) && known.articles.is_some_and(|n| n <= 5);
    title.is_empty()
        || amending
        || starts.iter().any(|s| title.starts_with(s))
        || title.contains("sửa đổi, bổ sung một số điều")
        || known.kind == "Văn bản hợp nhất"
        || names_annex(run, p)
}

/// Whether the text says that the run is of an annexed text: "Điều 45 Quy chế ban hành kèm theo Nghị định X", "Quy chế
/// ban hành kèm theo Nghị định X, Điều 45". In "Ban hành kèm theo Quyết định này Quy chế theo Điều 5 Nghị định X" the
/// annex is another's.
fn names_annex(run: &Run<'_>, p: &ProvisionAt<'_>) -> bool {
    const ANNEXED: &str = "kèm theo";
    let Some(owner) = run.document.owner_mention(&p.at).filter(|owner| owner.block == p.at.block) else {
        return p.sentence().contains(ANNEXED);
    };
    let (run_span, owner_span) = (p.at.mention.span, owner.mention.span);
    let between = Span::new(run_span.end.min(owner_span.end), owner_span.start.max(run_span.start));
    // The words that name the owner: "kèm theo Nghị định số".
    let naming = tail(&p.block[..owner_span.start], 41);
    between.of(p.block).contains(ANNEXED)
        || naming.contains(ANNEXED)
        || p.block[owner_span.end..].trim_start().trim_start_matches("ban hành").trim_start().starts_with(ANNEXED)
}

/// Whether the text cites an article of an instrument that another one does not have; `mention` is the index of the
/// instrument's mention in the document.
pub fn lacks_cited_article(run: &Run<'_>, mention: usize, other: &Instrument) -> bool {
    other.articles.is_some()
        && run.provisions.iter().any(|p| {
            run.document.owner_mention(&p.at).is_some_and(|owner| owner.index == mention)
                && p.it.paths.iter().any(|path| beyond(path, other).is_some())
                && !holds_other_text(run, other, p)
        })
}

/// Calls for every path with an article of a known instrument.
fn each(run: &Run<'_>, mut visit: impl FnMut(&ProvisionAt<'_>, &Path, &Arc<Instrument>)) {
    for p in &run.provisions {
        if p.it.paths.iter().all(|path| label(path, Level::Article).is_none()) {
            continue;
        }
        let Some(known) = target(run, p) else { continue };
        if known.articles.is_none() && known.provisions.is_empty() {
            continue;
        }
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
    let (article, count) = beyond(path, known).filter(|_| !holds_other_text(run, known, p))?;
    if may_be_another(run, p, article) {
        return None;
    }
    let (name, article, count) = (super::rewrite::spoken_of(known), article.to_string(), count.to_string());
    let what = path.to_string();
    let values = [("name", name.as_str()), ("count", &count), ("article", &article), ("path", &what)];
    let span = at_label(p, Level::Article, &article);
    let finding = if known.is_confirmed(Fact::Articles) {
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

/// Whether the catalogue holds the clauses of an article (`word` "khoản") or the points of a clause ("điểm"), and as the
/// instrument stands today: an act that amended it may have added others.
fn has_units(known: &Instrument, word: &str, of: &str) -> bool {
    known.related(RelationKind::AmendedBy).next().is_none()
        && known.provisions.iter().any(|p| p.path.starts_with(word) && p.path.ends_with(of))
}

/// The gravest severity of a finding on the units of an instrument: what no source confirms makes no error.
fn most(known: &Instrument) -> Severity {
    if known.is_confirmed(Fact::Provisions) { Severity::Error } else { Severity::Warning }
}

fn has_path(known: &Instrument, path: &str) -> bool {
    known.provisions.iter().any(|p| p.path == path)
}

/// A clause that the article does not have, where the catalogue holds the clauses of the article.
fn no_such_clause(run: &Run<'_>, out: &mut Vec<Finding>) {
    each(run, |p, path, known| {
        let (Some(article), Some(clause)) = (label(path, Level::Article), label(path, Level::Clause)) else { return };
        let in_article = format!(" Điều {article}");
        let judged =
            clause.parse::<u32>().is_ok() && beyond(path, known).is_none() && has_units(known, "khoản", &in_article);
        if !judged || holds_other_text(run, known, p) {
            return;
        }
        if !has_path(known, &format!("khoản {clause}{in_article}")) {
            let name = super::rewrite::spoken_of(known);
            let values = [("name", name.as_str()), ("article", article), ("clause", clause)];
            let finding = run.finding("no-such-clause", at_label(p, Level::Clause, clause), &values);
            out.push(finding.at_most(most(known)).about(name));
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
        if point.chars().count() != 1 || !has_units(known, "điểm", &in_clause) || holds_other_text(run, known, p) {
            return;
        }
        if !has_path(known, &format!("điểm {point}{in_clause}")) {
            let name = super::rewrite::spoken_of(known);
            let values = [("name", name.as_str()), ("article", article), ("clause", clause), ("point", point)];
            let finding = run.finding("no-such-point", at_label(p, Level::Point, point), &values);
            out.push(finding.at_most(most(known)).about(name));
        }
    });
}

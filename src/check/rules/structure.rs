//! Provisions compared with the known structure of the instrument that they belong to.

use crate::catalogue::{Fact, Instrument, RelationKind, UnitPath, Validity, clauses};
use crate::check::checker::{Checker, ProvisionCitation};
use crate::check::evidence::edits::{by_target, usual_name};
use crate::check::evidence::provisions::{beyond, holds_other_text};
use crate::check::evidence::sentence::{is_past, words_before};
use crate::check::evidence::title::names_amended;
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Finding, Severity};
use crate::cite::{Level, Path, Target};
use crate::law::letter_index;
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

/// Whether a name without a year may mean another act of that name that is in force on the day, and which may have the provision. A
/// whole text without a day may be of the time of any of them.
fn may_be_another(
    cx: &Checker<'_>,
    p: &ProvisionCitation<'_>,
    known: &Instrument,
    may_have: impl Fn(&Instrument) -> bool,
) -> bool {
    let Some(owner) = cx.owner(p) else { return true };
    let Some(name) = owner.meant.mention.name() else { return false };
    // "Các Điều 147, 148 của Hiến pháp trước đây"
    let after = owner.meant.following();
    if ["trước đây", "cũ ", "cũ,", "cũ.", "cũ;"].iter().any(|word| after.starts_with(word)) {
        return true;
    }
    let dated = name.year.is_some() || name.attributes.date.is_some();
    let is_in_force = |i: &Instrument| {
        !matches!(i.validity(cx.day), Validity::Expired { .. }) && i.issued.is_none_or(|issued| issued <= cx.day)
    };
    let mut meant = cx.catalogue.by_name(&name.canonical);
    // An act in force of the same title took the place of those before it, whether or not their end is recorded.
    let is_replaced = |i: &Instrument| {
        i.title == known.title && is_in_force(known) && i.issued.zip(known.issued).is_some_and(|(of, by)| of < by)
    };
    meant.retain(|i| cx.draft.is_of_open_time || (is_in_force(i) && !is_replaced(i)));
    !dated && (meant.is_empty() || meant.iter().any(|i| may_have(i)))
}

/// Calls for every path with an article of a known instrument.
fn each(cx: &Checker<'_>, mut visit: impl FnMut(&ProvisionCitation<'_>, &Path, &Arc<Instrument>)) {
    for p in &cx.provisions {
        if p.node.paths.iter().all(|path| path.label(Level::Article).is_none()) {
            continue;
        }
        let Some(known) = target(cx, p) else { continue };
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
    if is_behind_another(cx, p) {
        return None;
    }
    if may_be_another(cx, p, known, |i| i.articles.is_none_or(|count| count >= article)) {
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
        let adds = || {
            let before = words_before(p.before());
            before.ends_with("bổ sung") && !before.ends_with("sửa đổi, bổ sung")
        };
        if p.node.amending && !adds() {
            out.extend(report_article(cx, Code::AmendedProvisionMissing, p, path, known));
        }
    });
}

/// Whether the catalogue holds the units of a level in a larger unit, the clauses of an article or the points of a clause,
/// as the instrument is today: an act that amended it may have added others.
fn has_units(known: &Instrument, level: Level, within: &UnitPath) -> bool {
    !is_amended(known) && known.provisions.iter().any(|p| p.path.is_in(within) && p.path.level() == Some(level))
}

fn is_amended(known: &Instrument) -> bool {
    known.related(RelationKind::AmendedBy).next().is_some()
}

/// The clauses of the articles of an instrument as they were counted in its text, where an article has them on the day of judgement.
fn counted(cx: &Checker<'_>, known: &Instrument, article: u32) -> Option<clauses::Clauses<'static>> {
    clauses::of(known).filter(|clauses| clauses.is_as_counted(known, article, cx.day))
}

/// How many clauses or points an act on another subject may have added to an article of which its changes weren't read.
const MAY_BE_ADDED: u32 = 3;

/// The same where only acts on other subjects, which change a few words in their closing articles, weren't read; and how many units they
/// may have added.
fn nearly_counted(cx: &Checker<'_>, known: &Instrument, article: u32) -> Option<(clauses::Clauses<'static>, u32)> {
    if let Some(clauses) = counted(cx, known, article) {
        return Some((clauses, 0));
    }
    let is_slight =
        |target: &str| by_target(cx, target).is_some_and(|act| act.title.is_some() && !names_amended(&act, known));
    let clauses = clauses::of(known)?;
    clauses.is_as_counted_but_for(known, article, cx.day, is_slight).then_some((clauses, MAY_BE_ADDED))
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

/// Whether the text says that units are changed or were: what is added or repealed need not be in the act.
fn is_changed(p: &ProvisionCitation<'_>) -> bool {
    let sentence = p.sentence();
    p.node.amending || ["được bổ sung", "được sửa đổi", "đã bổ sung"].iter().any(|words| sentence.contains(words))
}

/// Whether another act is named between the run and its owner: "Điều 60 và các nội dung khác của Luật Đất đai, khoản 3 Điều 6 Luật Quy
/// hoạch". It may be the owner.
fn is_behind_another(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> bool {
    let Some(owner) = cx.owner(p).filter(|owner| owner.here) else { return false };
    let between = p.place.mention.span.end..owner.meant.mention.span.start;
    let beside = |i: usize| cx.numbers[i].place.in_block == owner.meant.in_block;
    cx.names.iter().any(|name| {
        between.contains(&name.place.mention.span.start)
            && name.place.in_block != owner.meant.in_block
            && !cx.number_beside(name).is_some_and(beside)
    })
}

/// Whether the act follows the run as its owner: "khoản 9 Điều 5 của Luật Lưu trữ", "khoản 9 Điều 5, Điều 7 Luật Lưu trữ". In tables and
/// where an act is named before, it may be the act that the title of another one names.
fn is_followed_by_owner(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> bool {
    const LONGEST: usize = 120;
    let Some(owner) = cx.owner(p).filter(|owner| owner.here) else { return false };
    let name = cx
        .names
        .iter()
        .find(|name| cx.number_beside(name).is_some_and(|i| cx.numbers[i].place.in_block == owner.meant.in_block));
    let start = name.map_or(owner.meant.mention.span.start, |name| {
        name.place.mention.span.start.min(owner.meant.mention.span.start)
    });
    let end = p.place.mention.span.end;
    let between = p.block.get(end..start.max(end)).unwrap_or_default();
    end <= start && between.len() < LONGEST && !between.contains([';', '\n', '(', '.', ':'])
}

/// Whether a run is one of which the counts of an act say something.
fn is_counted(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> bool {
    !is_changed(p) && is_followed_by_owner(cx, p) && !is_past(cx, p)
}

/// A clause that the article does not have, where the catalogue holds the clauses of the article or counted them.
fn no_such_clause(cx: &Checker<'_>, out: &mut Findings) {
    each(cx, |p, path, known| {
        let (Some(article), Some(clause)) = (path.label(Level::Article), path.label(Level::Clause)) else { return };
        let Ok(number) = clause.parse::<u32>() else { return };
        if beyond(path, known).is_some() {
            return;
        }
        let name = usual_name(known);
        let span = at_label(p, Level::Clause, clause);
        if has_units(known, Level::Clause, &unit([(Level::Article, article)])) {
            let is_there = has_unit(known, &unit([(Level::Clause, clause), (Level::Article, article)]));
            if !is_there && !holds_other_text(cx, known, p) {
                let values = [("name", name.as_str()), ("article", article), ("clause", clause)];
                let finding = cx.finding(Code::NoSuchClause, span, &values);
                out.push(finding.cap_severity(most(known)).with_instrument(name));
            }
            return;
        }
        let count = |i: &Instrument| {
            let article = article.parse().ok()?;
            let (clauses, added) = nearly_counted(cx, i, article)?;
            Some((clauses.count(article)?, added))
        };
        let Some((count_here, _)) = count(known).filter(|(count, added)| number > count + added) else { return };
        let may_have = |i: &Instrument| count(i).is_none_or(|(count, added)| count + added >= number);
        if !is_counted(cx, p) || holds_other_text(cx, known, p) || may_be_another(cx, p, known, may_have) {
            return;
        }
        let count = count_here.to_string();
        let values = [("name", name.as_str()), ("article", article), ("clause", clause), ("count", &count)];
        let finding = cx.variant(Code::NoSuchClause, "counted", span, &values).cap_severity(Severity::Warning);
        out.push(finding.with_instrument(known.number.clone().unwrap_or(name)));
    });
}

/// A point that the clause does not have, where the catalogue holds the points of the clause or knows the last one.
fn no_such_point(cx: &Checker<'_>, out: &mut Findings) {
    each(cx, |p, path, known| {
        let (Some(article), Some(clause), Some(point)) =
            (path.label(Level::Article), path.label(Level::Clause), path.label(Level::Point))
        else {
            return;
        };
        if point.chars().count() != 1 {
            return;
        }
        let of_clause = [(Level::Clause, clause), (Level::Article, article)];
        let name = usual_name(known);
        let span = at_label(p, Level::Point, point);
        if has_units(known, Level::Point, &unit(of_clause)) {
            let is_there = has_unit(known, &unit([(Level::Point, point)].into_iter().chain(of_clause)));
            if !is_there && !holds_other_text(cx, known, p) {
                let values = [("name", name.as_str()), ("article", article), ("clause", clause), ("point", point)];
                let finding = cx.finding(Code::NoSuchPoint, span, &values);
                out.push(finding.cap_severity(most(known)).with_instrument(name));
            }
            return;
        }
        let index = |label: &str| label.chars().next().and_then(letter_index);
        let last = |i: &Instrument| {
            let article = article.parse().ok()?;
            let (clauses, added) = nearly_counted(cx, i, article)?;
            Some((clauses.last_point(article, clause.parse().ok()?)?, added as usize))
        };
        let is_beyond = |(last, added): &(char, usize)| {
            index(point).zip(letter_index(*last)).is_some_and(|(point, last)| point > last + added)
        };
        let Some((last_here, _)) = last(known).filter(is_beyond) else { return };
        let may_have = |i: &Instrument| last(i).is_none_or(|last| !is_beyond(&last));
        if !is_counted(cx, p) || holds_other_text(cx, known, p) || may_be_another(cx, p, known, may_have) {
            return;
        }
        let last = last_here.to_string();
        let values =
            [("name", name.as_str()), ("article", article), ("clause", clause), ("point", point), ("last", &last)];
        let finding = cx.variant(Code::NoSuchPoint, "counted", span, &values).cap_severity(Severity::Warning);
        out.push(finding.with_instrument(known.number.clone().unwrap_or(name)));
    });
}

//! References of the draft to its own units: "khoản 2 Điều 15 Nghị định này".

use super::annexes::{missing_annexes, missing_forms};
use super::parts::missing_section;
use super::units::{Missing, Units, last};
use crate::check::checker::{Checker, ProvisionCitation};
use crate::check::draft_checker::DraftChecker;
use crate::check::facts::labels::order;
use crate::check::facts::sections::Sections;
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Severity};
use crate::cite::{Level, Path, Target};
use crate::document::Owner;
use crate::law::letter_index;
use crate::text::Span;
use crate::text::digits::{DigitSlip, typo_candidates};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::LazyCell;

/// The article that the recipients name, where the draft has fewer: "- Như Điều 6;" under a decision of five articles.
fn missing_for_recipients(cx: &DraftChecker<'_>, units: &Units<'_>, out: &mut Findings) {
    let Some(last) = units.last_article.filter(|_| units.closed) else { return };
    let named = cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?.as_in_article?)));
    // Those of the draft itself, right after its body; forms have their own.
    const NEAR: usize = 600;
    let is_own = |(base, (span, _)): &(usize, (Span, u32))| (base + span.start).saturating_sub(cx.body_end()) < NEAR;
    for (base, (span, article)) in named.take(1).filter(is_own).filter(|(_, (_, article))| *article > last) {
        let (what, right) = (format!("Điều {article}"), format!("Điều {last}"));
        let span = span.shifted(base);
        let finding = cx.finding(Code::InternalTargetMissing, span, &[("path", &what), ("last", &right)]);
        let fix = cx.fix("write", &[("text", &right)], false, vec![Edit::new(span, right.clone())]);
        out.push(finding.cap_severity(Severity::Warning).with_fix(fix));
    }
}

/// A reference to a unit that the draft does not have. Only where the text says "này", and where the units of the draft
/// have no gap, so that an excerpt is not taken for the complete draft. Inserted units ("Điều 5a") are not checked.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 2.
pub fn internal_target_missing(cx: &DraftChecker<'_>, out: &mut Findings) {
    missing_annexes(cx, out);
    missing_forms(cx, out);
    let names_article =
        |sections: &Option<Box<Sections>>| sections.as_deref().is_some_and(|s| s.as_in_article.is_some());
    if cx.facts().all(|(_, facts)| facts.own_references.is_empty() && !names_article(&facts.sections)) {
        return;
    }
    let body = Units::of(cx);
    missing_for_recipients(cx, &body, out);
    let attached = LazyCell::new(|| Units::attached(cx));
    let (from, mut others) = (out.list.len(), FxHashMap::<_, FxHashSet<String>>::default());
    let mut parents = Vec::new();
    let references = cx.facts().flat_map(|(base, facts)| facts.own_references.iter().map(move |r| (base, r)));
    for (base, reference) in references {
        let at = base + reference.span.start;
        let units = if at < cx.body_end() { Some(&body) } else { attached.as_ref() };
        let Some(units) = units else { continue };
        for own in &reference.paths {
            let path = &own.path;
            let Some((missing, best)) = missing(units, at, path) else { continue };
            let is_loose = own.is_loose && missing.0 == Level::Point;
            if is_loose || is_in_line(units, at, path, &missing) {
                continue;
            }
            let is_open = units.is_cut_off && !units.is_in_sections;
            if missing.0 == Level::Article && (is_open || units.is_amending(at)) {
                continue;
            }
            let step = path.steps.iter().position(|(level, _)| *level == missing.0);
            let place = step.and_then(|step| own.places[step]).map(|place| place.shifted(base));
            let span = place.unwrap_or_else(|| reference.span.shifted(base));
            let what = path.to_string();
            let last = best.as_ref().map(|label| format!("{} {label}", missing.0.word())).unwrap_or_default();
            let values = [("path", what.as_str()), ("last", &last)];
            let variant = if best.is_some() { "" } else { "none" };
            let mut finding = cx.variant(Code::InternalTargetMissing, variant, span, &values);
            for (place, meant) in place.zip(best).into_iter().flat_map(|(place, best)| {
                plausible(&missing.1, &best).map(move |meant| (place, meant)).collect::<Vec<_>>()
            }) {
                let edit = Edit::new(place, meant.clone());
                let text = format!("{} {meant}", missing.0.word());
                finding = finding.with_fix(cx.fix("write", &[("text", &text)], false, vec![edit]));
            }
            let parent: Vec<(Level, String)> = path.steps.iter().filter(|(l, _)| *l < missing.0).cloned().collect();
            others.entry((missing.0, parent.clone())).or_default().insert(missing.1.clone());
            parents.push((missing.0, parent));
            // Articles are read with certainty, clauses and points between notes and tables less so.
            out.push(match missing.0 {
                Level::Article if units.is_in_sections => finding.cap_severity(Severity::Warning),
                Level::Article if units.closed => finding,
                Level::Article => finding.cap_severity(Severity::Information),
                _ => finding.cap_severity(Severity::Warning),
            });
        }
    }
    // Three wrong numbers aren't one typing error: the text is cut off before the articles that it cites, or the article replaced a
    // longer one, as in codified texts.
    let is_often = |key: &(Level, Vec<(Level, String)>)| others[key].len() >= 3;
    let is_cut = parents.iter().any(|key| key.0 == Level::Article && is_often(key));
    let mut keys = parents.iter();
    let mut n = 0;
    out.list.retain_mut(|finding| {
        n += 1;
        let Some(key) = (n > from).then(|| keys.next()).flatten() else { return true };
        if is_often(key) && key.1.iter().any(|(_, label)| label != "này") {
            finding.severity = finding.severity.min(Severity::Information);
        }
        !(is_cut && key.0 <= Level::Article)
    });
}

/// Units that a label beyond the last one may have meant, the nearest first: in a draft of 12 articles "21" may be 12
/// (digits swapped), of 20 "155" may be 15 (a digit too many), of 43 "52" may be 42 (a wrong digit); for the label
/// right after the last unit that unit. A single digit or letter gives no other hint.
fn plausible(label: &str, last: &str) -> impl Iterator<Item = String> {
    let mut found: Vec<(u8, u32)> = Vec::new();
    match (label.parse::<u32>(), last.parse::<u32>()) {
        (Ok(written), Ok(last)) => {
            let length = last.to_string().len();
            found.extend(typo_candidates(label).into_iter().filter_map(|(value, slip)| match slip {
                DigitSlip::Swapped => Some((0, value)),
                DigitSlip::Extra if label.len() > length => Some((1, value)),
                DigitSlip::Other { .. } if label.len() <= length && label.len() > 1 => Some((2, value)),
                _ => None,
            }));
            if written == last + 1 {
                found.push((0, last));
            }
            found.retain(|(_, n)| (1..=last).contains(n) && (n.to_string().len() == length || length == 1));
            found.sort_by_key(|&(rank, n)| (rank, written.abs_diff(n)));
        }
        _ => {
            let index = |label: &str| label.chars().next().and_then(letter_index);
            if index(label).is_some_and(|i| Some(i) == index(last).map(|l| l + 1)) {
                return vec![last.to_owned()].into_iter();
            }
        }
    }
    let mut labels: Vec<String> = Vec::new();
    for (_, n) in found {
        let n = n.to_string();
        if n != label && !labels.contains(&n) {
            labels.push(n);
        }
    }
    labels.truncate(3);
    labels.into_iter()
}

/// Whether the unit is inside a line of its article because line breaks were lost ("… theo quy định.5. Cơ quan"), or in
/// the part of the article after the body.
fn is_in_line(units: &Units<'_>, at: usize, path: &Path, (level, label): &(Level, String)) -> bool {
    let outline = units.outline;
    let article = match path.steps.iter().find(|(l, _)| *l == Level::Article) {
        Some((_, label)) if label == "này" => outline.at(at, Level::Article),
        Some((_, label)) => units.article(label),
        None => None,
    };
    let (Some(article), Some((value, ""))) = (article, order(*level, label)) else { return false };
    let rest = &outline.units[article + 1..];
    let end = article + 1 + rest.iter().position(|u| u.level <= Level::Article).unwrap_or(rest.len());
    let is_unit = |level: Level| outline.units[article..end].iter().any(|u| u.level == level && u.label == *label);
    units.labels.is_in_line(article..end, *level, value) || (*level == Level::Clause && is_unit(Level::Clause))
}

/// The step of a path that the draft does not have, and the last label that it has there.
fn missing(units: &Units<'_>, offset: usize, path: &Path) -> Option<Missing> {
    let step = |level| path.steps.iter().find(|(l, _)| *l == level);
    let Some((_, label)) = step(Level::Article) else { return missing_section(units, offset, path) };
    let article = if label == "này" {
        units.outline.at(offset, Level::Article)?
    } else {
        let number: u32 = label.parse().ok()?;
        // A plan in sections has no articles.
        if units.is_in_sections && units.last_section.is_some() {
            return Some(((Level::Article, label.clone()), None));
        }
        let last = units.last_article?;
        if number > last || number == 0 {
            return Some(((Level::Article, label.clone()), Some(last.to_string())));
        }
        units.article(label)?
    };
    let clause = match step(Level::Clause) {
        None => None,
        Some((_, label)) if label == "này" => return None,
        Some((_, label)) => {
            let number: u32 = label.parse().ok()?;
            if units.is_undivided(article) {
                return Some(((Level::Clause, label.clone()), None));
            }
            let last = last(units.outline, units.within(article, Level::Clause)).filter(|n| *n >= 2)?;
            if number > last || number == 0 {
                return Some(((Level::Clause, label.clone()), Some(last.to_string())));
            }
            Some(units.find(article, Level::Clause, label)?)
        }
    };
    let (_, label) = step(Level::Point)?;
    let parent = clause.unwrap_or(article);
    if clause.is_some_and(|clause| units.is_undivided(clause)) {
        return Some(((Level::Point, label.clone()), None));
    }
    let points = units.within(parent, Level::Point);
    let last = last(units.outline, points).filter(|n| *n >= 2)?;
    let mut letters = label.chars();
    let index = letter_index(letters.next()?)? as u32 + 1;
    if letters.next().is_none() && index > last {
        let best = points.last().map(|&i| units.outline.units[i].label.clone())?;
        return Some(((Level::Point, label.clone()), Some(best)));
    }
    None
}

/// "Nghị định nêu trên" where no decree was named before.
pub fn dangling_above(cx: &Checker<'_>, p: &ProvisionCitation<'_>, out: &mut Findings) {
    if let Target::Above(kind) = p.node.target
        && *p.place.owner == Owner::Unknown
        && p.is_own_prose()
        && cx.is_formal()
    {
        out.push(cx.finding(Code::DanglingAbove, p.span(), &[("kind", kind)]));
    }
}

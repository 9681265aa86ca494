//! What is peculiar to laws and resolutions of the National Assembly.

use super::{Claim, Claims, Draft, Drafts, Rank, Report};
use crate::catalogue::{Relation, RelationKind, clean};
use crate::cite::Family;
use crate::text::fold;
use rustc_hash::FxHashMap;

/// Laws, and apart from them resolutions, are numbered through a term: of two of one serial and term the one that is only
/// known from citations is the other with its year mistyped (31/2023/QH15 for 31/2024/QH15).
pub fn drop_misread(drafts: &mut Drafts, report: &mut Report) {
    let weight = |d: &Draft| (d.best.min(Rank::Cited), std::cmp::Reverse(d.cited as usize + d.relations.len()));
    let mut best = FxHashMap::default();
    let slot = |d: &Draft| {
        let number = d
            .number
            .as_ref()
            .filter(|n| n.family == Family::Assembly && n.suffix.is_empty() && !clean::impossible(n))?;
        let resolution = d.kind.0.iter().any(|c| c.value == "Nghị quyết");
        // Under the tenth Assembly the practice had not settled.
        number.term.filter(|t| *t > 10).map(|_| (number.serial, number.term, resolution))
    };
    for draft in &drafts.all {
        if let Some(slot) = slot(draft) {
            let known = best.entry(slot).or_insert_with(|| weight(draft));
            *known = weight(draft).min(*known);
        }
    }
    drafts.all.retain(|draft| {
        let Some(slot) = slot(draft) else { return true };
        let stays = draft.best < Rank::Cited || best.get(&slot) == Some(&weight(draft));
        // Without title or date nothing tells a law from a resolution that was taken for one.
        let nameless = draft.title.0.is_empty() && draft.issued.0.is_empty();
        let bare = draft.best >= Rank::Cited && !slot.2 && nameless && draft.cited <= 2;
        if !stays || bare {
            report.drop("misread number of a law");
        }
        stays && !bare
    });
}

/// A law that amends another is often listed under that one's name: Luật số 76/2025/QH15 as "Luật Doanh nghiệp". It would
/// be taken for the latest law of the name.
pub fn name_amending(drafts: &mut Drafts, report: &mut Report) {
    let is_law = |d: &Draft| {
        d.number.as_ref().is_some_and(|n| n.family == Family::Assembly)
            && d.kind.0.iter().any(|c| matches!(c.value.as_str(), "Luật" | "Bộ luật"))
    };
    let name = |d: &Draft| {
        let (title, _) = d.title.settle(|a, b| a == b)?;
        let (kind, _) = d.kind.settle(|a, b| a == b)?;
        Some(clean::finish_title(&kind, title))
    };
    // By the number of the amending law: the folded name and the name of the law that it amends.
    let mut amended: FxHashMap<String, Vec<(String, String)>> = FxHashMap::default();
    for draft in drafts.all.iter().filter(|d| is_law(d)) {
        let Some(name) = name(draft) else { continue };
        for relation in draft.relations.iter().filter(|r| r.kind == RelationKind::AmendedBy) {
            let ended_by = |r: &&Relation| {
                r.target == relation.target && matches!(r.kind, RelationKind::ReplacedBy | RelationKind::RepealedBy)
            };
            if !draft.relations.iter().any(|r| ended_by(&r)) {
                amended.entry(relation.target.clone()).or_default().push((fold::search(&name), name.clone()));
            }
        }
    }
    let folded = |text: &str| fold::search(text).replacen("bo luat ", "luat ", 1);
    for draft in drafts.all.iter_mut().filter(|d| is_law(d)) {
        let Some(own) = name(draft) else { continue };
        let Some(acts) = draft.number.as_ref().and_then(|n| amended.get(&n.canonical())) else { continue };
        let Some((_, act)) = acts.iter().find(|(name, _)| folded(name) == folded(&own)) else { continue };
        let (title, kind) = (format!("sửa đổi, bổ sung một số điều của {act}"), "Luật".to_owned());
        draft.title = Claims(vec![Claim { value: title, rank: Rank::Derived, source: draft.source }]);
        draft.kind = Claims(vec![Claim { value: kind, rank: Rank::Derived, source: draft.source }]);
        report.count("amending laws that bore the amended law's name");
    }
}

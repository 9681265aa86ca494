//! What is peculiar to laws and resolutions of the National Assembly.

use super::Report;
use super::builder::{Builders, InstrumentBuilder};
use super::claims::{Claim, Claims, Rank};
use rustc_hash::{FxHashMap, FxHashSet};
use viendan::catalogue::{Instrument, Relation, RelationKind, normalise};
use viendan::cite::{Family, Number};
use viendan::law::TypeId;
use viendan::text::fold;

/// Laws, and apart from them resolutions, are numbered through a term: of two of one serial and term the one that is only
/// known from citations, or from a list without its title, is the other with its year mistyped (31/2023/QH15 for
/// 31/2024/QH15).
pub fn drop_misread(builders: &mut Builders, report: &mut Report) {
    let weight =
        |d: &InstrumentBuilder| (d.best.min(Rank::Cited), std::cmp::Reverse(d.cited as usize + d.relations.len()));
    let mut best = FxHashMap::default();
    let slot = |d: &InstrumentBuilder| {
        let number = d
            .number
            .as_ref()
            .filter(|n| n.family == Family::Assembly && n.suffix.is_empty() && !normalise::impossible(n))?;
        let resolution = d.kind.0.iter().any(|c| c.value == TypeId::NGHI_QUYET);
        // Under the tenth Assembly the practice had not settled.
        number.term.filter(|t| *t > 10).map(|_| (number.serial, number.term, resolution))
    };
    for builder in &builders.all {
        if let Some(slot) = slot(builder) {
            let known = best.entry(slot).or_insert_with(|| weight(builder));
            *known = weight(builder).min(*known);
        }
    }
    builders.all.retain(|builder| {
        let Some(slot) = slot(builder) else { return true };
        let is_best = best.get(&slot) == Some(&weight(builder));
        // A list has misprints too: 62/2024/QH15, without a title, beside 62/2025/QH15.
        let is_listed = builder.best < Rank::List || (builder.best < Rank::Cited && !builder.title.0.is_empty());
        let stays = is_listed || is_best;
        // Without title or date nothing tells a law from a resolution that was taken for one.
        let nameless = builder.title.0.is_empty() && builder.issued.0.is_empty();
        let bare = builder.best >= Rank::Cited && !slot.2 && nameless && builder.cited <= 2;
        if !stays || bare {
            report.drop("misread number of a law");
        }
        stays && !bare
    });
}

/// A law that amends another is often listed under that one's name: Luật số 76/2025/QH15 as "Luật Doanh nghiệp". It would
/// be taken for the latest law of the name.
pub fn name_amending(builders: &mut Builders, report: &mut Report) {
    let is_law = |d: &InstrumentBuilder| {
        d.number.as_ref().is_some_and(|n| n.family == Family::Assembly)
            && d.kind.0.iter().any(|c| matches!(c.value, TypeId::LUAT | TypeId::BO_LUAT))
    };
    let name = |d: &InstrumentBuilder| {
        let (title, _) = d.title.weigh(|a, b| a == b)?;
        let (kind, _) = d.kind.weigh(|a, b| a == b)?;
        Some(normalise::finish_title(kind, title))
    };
    // By the number of the amending law: the folded name and the name of the law that it amends.
    let mut amended: FxHashMap<String, Vec<(String, String)>> = FxHashMap::default();
    for builder in builders.all.iter().filter(|d| is_law(d)) {
        let Some(name) = name(builder) else { continue };
        for relation in builder.relations.iter().filter(|r| r.kind == RelationKind::AmendedBy) {
            let ended_by = |r: &&Relation| {
                r.target == relation.target && matches!(r.kind, RelationKind::ReplacedBy | RelationKind::RepealedBy)
            };
            if !builder.relations.iter().any(|r| ended_by(&r)) {
                amended.entry(relation.target.clone()).or_default().push((fold::search(&name), name.clone()));
            }
        }
    }
    let folded = |text: &str| fold::search(text).replacen("bo luat ", "luat ", 1);
    for builder in builders.all.iter_mut().filter(|d| is_law(d)) {
        let Some(own) = name(builder) else { continue };
        let Some(acts) = builder.number.as_ref().and_then(|n| amended.get(&n.canonical())) else { continue };
        let Some((_, act)) = acts.iter().find(|(name, _)| folded(name) == folded(&own)) else { continue };
        let (title, kind) = (format!("sửa đổi, bổ sung một số điều của {act}"), TypeId::LUAT);
        builder.title = Claims(vec![Claim { value: title, rank: Rank::Derived, source: builder.source }]);
        builder.kind = Claims(vec![Claim { value: kind, rank: Rank::Derived, source: builder.source }]);
        report.count("amending laws that bore the amended law's name");
    }
}

/// A law that is listed as a code, or the other way round, bears the type that is kept by hand: else it would be two acts.
pub fn name_as_curated(made: &mut [Instrument], curated: &[Instrument]) {
    let is_law = |i: &Instrument| matches!(i.kind, TypeId::LUAT | TypeId::BO_LUAT);
    let by_hand: FxHashMap<&str, TypeId> =
        curated.iter().filter(|i| is_law(i)).filter_map(|i| Some((i.number.as_deref()?, i.kind))).collect();
    for instrument in made.iter_mut().filter(|i| is_law(i)) {
        if let Some(&kind) = instrument.number.as_deref().and_then(|n| by_hand.get(n)) {
            instrument.kind = kind;
        }
    }
}

/// A number of the Assembly without a title and beyond the last law of its term is that of a resolution: sources that give no type
/// are taken to mean a law, and resolutions go further.
pub fn tell_resolutions(builders: &mut Builders, report: &mut Report) {
    let is_law = |d: &InstrumentBuilder| d.kind.0.iter().all(|c| matches!(c.value, TypeId::LUAT | TypeId::BO_LUAT));
    let mut last: FxHashMap<u8, u32> = FxHashMap::default();
    for builder in builders.all.iter().filter(|d| is_law(d) && !d.title.0.is_empty()) {
        if let Some((term, serial)) = builder.number.as_ref().and_then(|n| n.term.map(|term| (term, n.serial))) {
            let known = last.entry(term).or_insert(0);
            *known = serial.max(*known);
        }
    }
    // "Phê chuẩn Công ước …", "Về bổ sung một số dự án …": no law has such a name.
    let names_none = |d: &InstrumentBuilder| {
        let mut titles = d.title.0.iter().map(|c| fold::search(&c.value)).peekable();
        titles.peek().is_some() && titles.all(|t| t.starts_with("ve ") || t.starts_with("phe chuan "))
    };
    let key = |d: &InstrumentBuilder| d.number.as_ref().map(Number::key);
    let resolutions: FxHashSet<String> = builders.all.iter().filter(|d| !is_law(d)).filter_map(key).collect();
    for builder in builders.all.iter_mut().filter(|d| is_law(d) && names_none(d)) {
        if key(builder).is_some_and(|key| !resolutions.contains(&key)) {
            builder.kind.0.iter_mut().for_each(|claim| claim.value = TypeId::NGHI_QUYET);
            report.count("resolutions that were taken for laws");
        }
    }
    for builder in builders.all.iter_mut().filter(|d| is_law(d) && d.title.0.is_empty()) {
        let number = builder.number.as_ref().filter(|n| n.family == Family::Assembly && n.term > Some(12));
        if number.is_some_and(|n| n.term.and_then(|t| last.get(&t)).is_some_and(|last| n.serial > *last)) {
            builder.kind.0.iter_mut().for_each(|claim| claim.value = TypeId::NGHI_QUYET);
            report.count("resolutions that were taken for laws");
        }
    }
}

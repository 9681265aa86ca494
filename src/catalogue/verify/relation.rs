//! What a relation says against both acts.

use super::{Check, Fault, Records};
use crate::catalogue::model::{Instrument, RelationKind};
use crate::catalogue::normalise;
use crate::cite::{Family, Number};
use crate::law::TypeId;
use time::{Date, Month};

/// Whether a relation says that the record changes the target (`true`) or is changed by it, and the same said from the other
/// side. `None` for relations that change nothing.
pub fn direction(kind: RelationKind) -> Option<(bool, RelationKind)> {
    use RelationKind as R;
    Some(match kind {
        R::Replaces => (true, R::ReplacedBy),
        R::Amends => (true, R::AmendedBy),
        R::Repeals => (true, R::RepealedBy),
        R::ReplacedBy => (false, R::Replaces),
        R::AmendedBy => (false, R::Amends),
        R::RepealedBy => (false, R::Repeals),
        R::Guides | R::GuidedBy | R::Consolidates | R::Corrects | R::Suspends | R::SuspendedBy => return None,
    })
}

/// Where an act stands among others, 1 the highest (Luật 64/2025/QH15 Điều 4); acts of ministries stand together. `None`
/// where that is not known.
pub fn rank(kind: TypeId, number: &Number) -> Option<u8> {
    let issuer = number.issuers.first().map(String::as_str);
    Some(match (number.family, kind) {
        (_, TypeId::HIEN_PHAP) => 1,
        (Family::Assembly, _) | (_, TypeId::LUAT | TypeId::BO_LUAT) => 2,
        (Family::StandingCommittee, _) | (_, TypeId::PHAP_LENH) => 3,
        (_, TypeId::NGHI_DINH) => 5,
        (_, TypeId::QUYET_DINH) if issuer == Some("TTg") => 6,
        (Family::State, TypeId::NGHI_QUYET) if issuer == Some("CP") => 5,
        (Family::State, TypeId::QUYET_DINH) if number.is_local() => 9,
        (Family::State | Family::Joint, TypeId::THONG_TU | TypeId::THONG_TU_LIEN_TICH | TypeId::THONG_TU_LIEN_BO) => 8,
        (Family::State, TypeId::QUYET_DINH) => 8,
        _ => return None,
    })
}

/// The first and the last day on which an act can have been issued.
pub fn days(i: &Instrument) -> Option<(Date, Date)> {
    match i.issued {
        Some(issued) => Some((issued, issued)),
        None => i.year.and_then(year_days),
    }
}

/// The first and the last day of a year.
pub fn year_days(year: u16) -> Option<(Date, Date)> {
    let year = i32::from(year);
    let first = Date::from_calendar_date(year, Month::January, 1).ok()?;
    Some((first, Date::from_calendar_date(year, Month::December, 31).ok()?))
}

pub fn verify(records: &Records<'_>, at: usize, faults: &mut Vec<Fault>) {
    let i = &records.all[at];
    for relation in &i.relations {
        let Some(target) = Number::parse(&relation.target) else { continue };
        let mut add = |check| {
            let found = relation.kind.to_string();
            faults.push(Fault { target: Some(relation.target.clone()), ..Fault::new(check, i, found) });
        };
        if normalise::impossible(&target) {
            add(Check::TargetImpossible);
            continue;
        }
        let others: Vec<&Instrument> = records.of_number(&target).collect();
        if others.is_empty() && relation.kind != RelationKind::Guides {
            add(Check::TargetUnknown);
        }
        let Some((acts, back)) = direction(relation.kind) else { continue };
        let own_rank = records.numbers[at].as_ref().and_then(|n| rank(i.kind, n));
        let other_kind = others.first().map(|o| o.kind).or_else(|| target.kind().map(|k| k.id));
        let other_rank = other_kind.and_then(|kind| rank(kind, &target));
        let other_days = match others.as_slice() {
            [one] => days(one),
            // Of several the year of the number is all that is certain.
            _ => target.year.and_then(year_days),
        };
        let (acting, acted) = if acts { (own_rank, other_rank) } else { (other_rank, own_rank) };
        if acting.zip(acted).is_some_and(|(acting, acted)| acting > acted) {
            add(Check::ChangedByLower);
        }
        let (acting, acted) = if acts { (days(i), other_days) } else { (other_days, days(i)) };
        if acting.zip(acted).is_some_and(|(acting, acted)| acting.1 < acted.0) {
            add(Check::ChangedByEarlier);
        }
        if let [other] = others.as_slice()
            && records.numbers[at].as_ref().is_some_and(|n| records.of_number(n).count() == 1)
        {
            let is_own = |r: &&crate::catalogue::Relation| i.number.as_ref() == Some(&r.target);
            // What replaces an act repeals it: either is said.
            let same = |kind: RelationKind| match kind {
                RelationKind::ReplacedBy | RelationKind::RepealedBy => "ends",
                RelationKind::Replaces | RelationKind::Repeals => "ended",
                other => other.as_str(),
            };
            if !other.relations.iter().filter(is_own).any(|r| same(r.kind) == same(back)) {
                add(Check::OneSided);
            }
        }
    }
}

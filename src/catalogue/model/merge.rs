//! Two records of one instrument become one.

use super::{Fact, FactSet, Instrument, Relation, Status};
use time::Date;

/// What merging two records did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merge {
    /// Whether anything changed.
    pub changed: bool,
    /// Fields that both records give, and differently.
    pub contradictory: Vec<Fact>,
}

/// Lays a later record over a known one: what it says wins, what it leaves out stays. A field that is overlaid keeps its
/// confirmation only if the later record confirms it or says the same. Each fact that the later record brings remembers
/// the later record's source.
pub fn merge(known: &mut Instrument, later: &Instrument) -> Merge {
    lay_over(known, later, |_| false)
}

/// [`merge`] with a record that nobody checked: facts of the known one that a source confirms stay, unless the other has them
/// confirmed too. They are among the contradictions.
pub fn merge_unchecked(known: &mut Instrument, later: &Instrument) -> Merge {
    let confirmed = known.confirmed;
    let stays = |fact: Fact| {
        // A day of end is confirmed with the status.
        let fact = if fact == Fact::Expired { Fact::Status } else { fact };
        confirmed.contains(fact) && !later.confirmed.contains(fact)
    };
    lay_over(known, later, stays)
}

fn lay_over(known: &mut Instrument, later: &Instrument, stays: impl Fn(Fact) -> bool) -> Merge {
    let mut merge = Merge::default();
    let mut lost = FactSet::EMPTY;
    let mut brought: Vec<String> = Vec::new();
    macro_rules! overlay {
        ($($field:ident: $fact:ident),+) => {$(
            if let Some(value) = &later.$field {
                match &known.$field {
                    Some(old) if old == value => {}
                    old if stays(Fact::$fact) => {
                        if old.is_some() {
                            merge.contradictory.push(Fact::$fact);
                        }
                    }
                    old => {
                        if old.is_some() {
                            merge.contradictory.push(Fact::$fact);
                            lost.insert(Fact::$fact);
                        }
                        merge.changed = true;
                        known.$field = Some(value.clone());
                        brought.push(Fact::$fact.to_string());
                    }
                }
            }
        )+};
    }
    let had_ended = known.status == Some(Status::Expired);
    overlay!(
        issuer: Issuer, issued: Issued, effective: Effective, expired: Expired, year: Year, status: Status, title: Title,
        signer: Signer, field: Field, articles: Articles, chapters: Chapters, summary: Summary, url: Url
    );
    // What is in force again has not ended.
    if had_ended && known.status != Some(Status::Expired) && later.expired.is_none() {
        known.expired = None;
    }
    // Words of its own are no contradiction.
    merge.contradictory.retain(|f| !matches!(f, Fact::Summary | Fact::Url | Fact::Field | Fact::Title));
    lost.iter().for_each(|fact| known.confirmed.remove(fact));
    for fact in later.confirmed.iter() {
        merge.changed |= known.confirmed.insert(fact);
    }
    for alias in &later.aliases {
        if !known.aliases.contains(alias) {
            known.aliases.push(alias.clone());
            brought.push(Fact::Aliases.to_string());
        }
    }
    for relation in &later.relations {
        if add_relation(&mut known.relations, relation) {
            brought.push(format!("{} {}", relation.kind, relation.target));
        }
    }
    known.relations.sort_by_key(|r| r.date.unwrap_or(Date::MAX));
    if !later.provisions.is_empty() && known.provisions != later.provisions {
        known.provisions.clone_from(&later.provisions);
        brought.push(Fact::Provisions.to_string());
    }
    if later.outlined && !known.outlined {
        known.outlined = true;
        merge.changed = true;
    }
    if later.as_of > known.as_of {
        known.as_of = later.as_of;
        merge.changed = true;
    }
    if later.cited > known.cited {
        known.cited = later.cited;
        merge.changed = true;
    }
    merge.changed |= !brought.is_empty();
    remember_origins(known, later, brought);
    merge
}

/// Notes for each fact that a later record brought where that record has it from.
fn remember_origins(known: &mut Instrument, later: &Instrument, brought: Vec<String>) {
    for fact in brought {
        match later.origins.get(&fact).or(later.source.as_ref()) {
            Some(origin) if known.source.as_ref() != Some(origin) => {
                known.origins.insert(fact, origin.clone());
            }
            _ => {
                known.origins.remove(&fact);
            }
        }
    }
}

/// Adds a relation unless it is known; a date that it brings is taken over, a note where there was none.
fn add_relation(relations: &mut Vec<Relation>, new: &Relation) -> bool {
    let Some(known) = relations.iter_mut().find(|r| r.kind == new.kind && r.target == new.target) else {
        relations.push(new.clone());
        return true;
    };
    let before = known.clone();
    known.date = new.date.or(known.date);
    if known.note.is_none() {
        known.note.clone_from(&new.note);
    }
    *known != before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::TypeId;
    use time::macros::date;

    #[test]
    fn a_later_record_corrects_and_contradictions_are_told() {
        let mut known = Instrument::of("30/2020/NĐ-CP", TypeId::NGHI_DINH, Some(date!(2020 - 03 - 06)));
        known.confirmed = [Fact::Issued, Fact::Number].into();
        known.title = Some("Về công tác văn thư".to_owned());
        let merged =
            merge(&mut known, &Instrument::of("30/2020/NĐ-CP", TypeId::NGHI_DINH, Some(date!(2020 - 03 - 05))));
        assert_eq!(merged, Merge { changed: true, contradictory: vec![Fact::Issued] });
        assert_eq!(known.issued, Some(date!(2020 - 03 - 05)));
        assert_eq!(known.confirmed, [Fact::Number].into());
        assert_eq!(known.title.as_deref(), Some("Về công tác văn thư"));
    }

    #[test]
    fn what_nobody_checked_does_not_take_the_place_of_what_was() {
        let mut known = Instrument::of("30/2020/NĐ-CP", TypeId::NGHI_DINH, Some(date!(2020 - 03 - 05)));
        known.confirmed = [Fact::Issued, Fact::Status].into();
        let mut other = Instrument::of("30/2020/NĐ-CP", TypeId::NGHI_DINH, Some(date!(2020 - 03 - 06)));
        other.expired = Some(date!(2021 - 01 - 01));
        other.title = Some("Về công tác văn thư".to_owned());
        let merged = merge_unchecked(&mut known, &other);
        assert_eq!(merged.contradictory, [Fact::Issued]);
        assert_eq!((known.issued, known.expired), (Some(date!(2020 - 03 - 05)), None));
        assert_eq!(known.title.as_deref(), Some("Về công tác văn thư"), "what was unknown is taken");
        other.confirmed = [Fact::Issued].into();
        merge_unchecked(&mut known, &other);
        assert_eq!(known.issued, Some(date!(2020 - 03 - 06)));
    }

    #[test]
    fn each_fact_remembers_where_it_came_from() {
        let from = |source: &str, i: Instrument| Instrument { source: Some(source.to_owned()), ..i };
        let mut known = from("một", Instrument::of("30/2020/NĐ-CP", TypeId::NGHI_DINH, Some(date!(2020 - 03 - 06))));
        let later = Instrument {
            signer: Some("Thủ tướng".to_owned()),
            ..from("hai", Instrument::of("30/2020/NĐ-CP", TypeId::NGHI_DINH, Some(date!(2020 - 03 - 05))))
        };
        merge(&mut known, &later);
        assert_eq!(known.source.as_deref(), Some("một"), "the record is still the first one's");
        assert_eq!(known.origins.get("issued").map(String::as_str), Some("hai"));
        assert_eq!(known.origins.get("signer").map(String::as_str), Some("hai"));
        assert_eq!(known.origins.get("year"), None);
        assert!(!merge(&mut known, &later).changed, "a second time it brings nothing");
    }
}

//! When two records mean the same instrument, and how they are put together.

use super::super::{Instrument, Relation};
use crate::cite::Number;
use crate::text::fold;
use time::Date;

/// Whether two records mean one instrument: same number, same type, same year; for numbers that every place issues the
/// same issuer too. Dates that differ within the year of one number are a contradiction, not two instruments.
pub fn same_instrument(a: &Instrument, b: &Instrument) -> bool {
    if a.kind != b.kind {
        return false;
    }
    let year = |i: &Instrument| i.issued.and_then(|d| u16::try_from(d.year()).ok()).or(i.year);
    let same_issuer = |a: &Instrument, b: &Instrument| match (&a.issuer, &b.issuer) {
        (Some(a), Some(b)) => fold::words(a) == fold::words(b),
        _ => false,
    };
    match (&a.number, &b.number) {
        (Some(left), Some(right)) => {
            let (Some(m), Some(n)) = (Number::parse(left), Number::parse(right)) else { return left == right };
            m.key() == n.key() && (m.year.is_some() || year(a) == year(b)) && (!m.is_local() || same_issuer(a, b))
        }
        (None, None) => {
            a.title.as_deref().map(fold::words) == b.title.as_deref().map(fold::words) && year(a) == year(b)
        }
        _ => false,
    }
}

/// What putting two records together did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merge {
    /// Whether anything changed.
    pub changed: bool,
    /// Fields that both records give, and differently.
    pub contradictory: Vec<&'static str>,
}

/// Lays a later record over a known one: what it says wins, what it leaves out stays. A field that is overlaid keeps its
/// confirmation only if the later record confirms it or says the same.
pub fn merge(known: &mut Instrument, later: &Instrument) -> Merge {
    let mut merge = Merge::default();
    let mut lost: Vec<&'static str> = Vec::new();
    macro_rules! overlay {
        ($($field:ident),+) => {$(
            if let Some(value) = &later.$field {
                match &known.$field {
                    Some(old) if old == value => {}
                    old => {
                        if old.is_some() {
                            merge.contradictory.push(stringify!($field));
                            lost.push(stringify!($field));
                        }
                        merge.changed = true;
                        known.$field = Some(value.clone());
                    }
                }
            }
        )+};
    }
    overlay!(
        issuer, issued, effective, expired, year, status, title, signer, field, articles, chapters, summary, url,
        source
    );
    // Words of its own are no contradiction, and where a fact came from is none either.
    merge.contradictory.retain(|f| !matches!(*f, "summary" | "url" | "source" | "field" | "title"));
    known.confirmed.retain(|f| !lost.contains(&f.as_str()));
    for field in &later.confirmed {
        if !known.confirmed.contains(field) {
            known.confirmed.push(field.clone());
            merge.changed = true;
        }
    }
    for alias in &later.aliases {
        if !known.aliases.contains(alias) {
            known.aliases.push(alias.clone());
            merge.changed = true;
        }
    }
    for relation in &later.relations {
        merge.changed |= add_relation(&mut known.relations, relation);
    }
    known.relations.sort_by_key(|r| r.date.unwrap_or(Date::MAX));
    if !later.provisions.is_empty() && known.provisions != later.provisions {
        known.provisions.clone_from(&later.provisions);
        merge.changed = true;
    }
    if later.cited > known.cited {
        known.cited = later.cited;
        merge.changed = true;
    }
    merge
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
    use time::macros::date;

    fn instrument(number: &str, kind: &str, issued: Option<Date>) -> Instrument {
        let year = issued.map(|d| d.year() as u16);
        Instrument { number: Some(number.to_owned()), kind: kind.to_owned(), issued, year, ..Instrument::default() }
    }

    #[test]
    fn a_number_without_a_year_is_one_instrument_a_year() {
        let a = instrument("06/QĐ-TTg", "Quyết định", Some(date!(2022 - 01 - 06)));
        assert!(same_instrument(&a, &instrument("06/QĐ-TTg", "Quyết định", Some(date!(2022 - 01 - 06)))));
        assert!(!same_instrument(&a, &instrument("06/QĐ-TTg", "Quyết định", Some(date!(2021 - 01 - 05)))));
        let law = instrument("31/2024/QH15", "Luật", None);
        assert!(!same_instrument(&law, &instrument("31/2024/QH15", "Nghị quyết", None)));
    }

    #[test]
    fn every_province_has_its_own() {
        let of = |place: &str| Instrument {
            issuer: Some(format!("Ủy ban nhân dân tỉnh {place}")),
            ..instrument("05/2022/QĐ-UBND", "Quyết định", None)
        };
        assert!(!same_instrument(&of("Sơn La"), &of("Lai Châu")));
        assert!(same_instrument(&of("Sơn La"), &of("Sơn La")));
    }

    #[test]
    fn a_later_record_corrects_and_contradictions_are_told() {
        let mut known = instrument("30/2020/NĐ-CP", "Nghị định", Some(date!(2020 - 03 - 06)));
        known.confirmed = vec!["issued".to_owned(), "number".to_owned()];
        known.title = Some("Về công tác văn thư".to_owned());
        let merged = merge(&mut known, &instrument("30/2020/NĐ-CP", "Nghị định", Some(date!(2020 - 03 - 05))));
        assert_eq!(merged, Merge { changed: true, contradictory: vec!["issued"] });
        assert_eq!(known.issued, Some(date!(2020 - 03 - 05)));
        assert_eq!(known.confirmed, ["number"]);
        assert_eq!(known.title.as_deref(), Some("Về công tác văn thư"));
    }
}

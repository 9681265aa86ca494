//! When two records mean the same instrument, and how they are put together.

use super::super::record::relation_name;
use super::super::{Instrument, Relation};
use crate::cite::{Family, Number};
use crate::text::fold;
use std::fmt::Write;
use time::Date;

/// What tells an instrument from all others: number (or title where there is none), type, year; for numbers that every
/// place issues the issuer too. Dates that differ within the year of one number are a contradiction, not two instruments.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identity {
    /// [`Number::key`]; a number that cannot be read as it is; the folded title behind `=` where there is none.
    pub key: String,
    /// The folded issuer of a local number.
    pub place: Option<String>,
    pub year: Option<u16>,
    pub kind: String,
}

impl Identity {
    /// `None` where nothing tells: a local number without its issuer is like none other.
    pub fn of(i: &Instrument) -> Option<Self> {
        Self::of_number(i, i.number.as_deref().and_then(Number::parse).as_ref())
    }

    /// [`Self::of`] for an instrument whose number has been read already; `None` for one that cannot be read.
    pub fn of_number(i: &Instrument, number: Option<&Number>) -> Option<Self> {
        let place = match number {
            Some(number) if number.is_local() => Some(place(i.issuer.as_deref()?)),
            _ => None,
        };
        let issued = || i.issued.and_then(|d| u16::try_from(d.year()).ok());
        let year = number.and_then(|n| n.year).or_else(issued).or(i.year);
        let key = match (number, &i.number) {
            (Some(number), _) => number.key(),
            (None, Some(text)) => text.to_owned(),
            (None, None) => key_of_title(i.title.as_deref().unwrap_or_default()),
        };
        Some(Self { key, place, year, kind: i.kind.clone() })
    }
}

/// The key of an instrument that has a name and no number.
fn key_of_title(title: &str) -> String {
    format!("={}", fold::words(title))
}

/// The issuer of a local number in the form in which it is compared.
pub fn place(issuer: &str) -> String {
    fold::words(issuer)
}

/// Whether two records mean one instrument.
pub fn same_instrument(a: &Instrument, b: &Instrument) -> bool {
    // Most are told apart without reading their numbers.
    a.kind == b.kind && a.number.is_some() == b.number.is_some() && {
        let identity = Identity::of(a);
        identity.is_some() && identity == Identity::of(b) && !numbered_apart(a, b)
    }
}

/// What tells instruments apart whose type is not settled yet: the number, for the Assembly whether it is a law, for
/// numbers that start again each year the year, for local numbers the issuer.
pub fn loose_identity(number: &Number, kind: &str, year: Option<u16>, issuer: Option<&str>) -> String {
    let mut out = number.key();
    if matches!(number.family, Family::Assembly | Family::StandingCommittee) {
        out.push_str(if kind == "Nghị quyết" { " nq" } else { " l" });
    }
    if number.year.is_none() {
        let _ = write!(out, " {}", year.unwrap_or_default());
    }
    if number.is_local() {
        out.push(' ');
        out.push_str(&fold::words(issuer.unwrap_or_default()));
    }
    out
}

/// Decrees on defence and public security are numbered apart from the others under one symbol: 02/2025/NĐ-CP is one of
/// 1 January and one of 18 February. Date and title both tell them apart.
pub fn numbered_apart(a: &Instrument, b: &Instrument) -> bool {
    a.kind == "Nghị định"
        && a.issued.zip(b.issued).is_some_and(|(a, b)| a != b)
        && a.title.as_deref().zip(b.title.as_deref()).is_some_and(|(a, b)| !same_title(a, b))
}

/// Whether two titles are the same but for an end that one of them lacks, an opening "về", or a few words.
pub fn same_title(a: &str, b: &str) -> bool {
    const OPENING: [&str; 8] = ["ve", "viec", "quy", "dinh", "ban", "hanh", "nhung", "cac"];
    let (a, b) = (fold::search(a), fold::search(b));
    let words = |t: &'_ str| t.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let behind_opening = |all: Vec<String>| {
        let skip = all.iter().take_while(|w| OPENING.contains(&w.as_str())).count();
        if skip < all.len() { all[skip..].to_vec() } else { all }
    };
    let (a, b) = (behind_opening(words(&a)), behind_opening(words(&b)));
    let shorter = a.len().min(b.len());
    if a.iter().zip(&b).take_while(|(x, y)| x == y).count() == shorter {
        return true;
    }
    let common = a.iter().filter(|w| b.contains(w)).count();
    common * 10 >= shorter * 7
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
/// confirmation only if the later record confirms it or says the same. Each fact that the later record brings remembers
/// the later record's source.
pub fn merge(known: &mut Instrument, later: &Instrument) -> Merge {
    let mut merge = Merge::default();
    let mut lost: Vec<&'static str> = Vec::new();
    let mut brought: Vec<String> = Vec::new();
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
                        brought.push(stringify!($field).to_owned());
                    }
                }
            }
        )+};
    }
    overlay!(issuer, issued, effective, expired, year, status, title, signer, field, articles, chapters, summary, url);
    // Words of its own are no contradiction.
    merge.contradictory.retain(|f| !matches!(*f, "summary" | "url" | "field" | "title"));
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
            brought.push("aliases".to_owned());
        }
    }
    for relation in &later.relations {
        if add_relation(&mut known.relations, relation) {
            brought.push(format!("{} {}", relation_name(relation.kind), relation.target));
        }
    }
    known.relations.sort_by_key(|r| r.date.unwrap_or(Date::MAX));
    if !later.provisions.is_empty() && known.provisions != later.provisions {
        known.provisions.clone_from(&later.provisions);
        brought.push("provisions".to_owned());
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
    fn decrees_of_one_number_are_told_apart_by_date_and_title() {
        let of = |issued, title: &str| Instrument {
            title: Some(title.to_owned()),
            ..instrument("02/2025/NĐ-CP", "Nghị định", Some(issued))
        };
        let insurance = of(date!(2025 - 01 - 01), "Sửa đổi, bổ sung Nghị định số 146/2018/NĐ-CP về bảo hiểm y tế");
        let police = of(date!(2025 - 02 - 18), "Quy định chức năng, nhiệm vụ, quyền hạn của Bộ Công an");
        assert!(!same_instrument(&insurance, &police));
        let mistyped = of(date!(2025 - 01 - 11), "Sửa đổi Nghị định số 146/2018/NĐ-CP về bảo hiểm y tế");
        assert!(same_instrument(&insurance, &mistyped));
    }

    #[test]
    fn every_province_has_its_own() {
        let of = |place: &str| Instrument {
            issuer: Some(format!("Ủy ban nhân dân tỉnh {place}")),
            ..instrument("05/2022/QĐ-UBND", "Quyết định", None)
        };
        assert!(!same_instrument(&of("Sơn La"), &of("Lai Châu")));
        assert!(same_instrument(&of("Sơn La"), &of("Sơn La")));
        let unknown = instrument("05/2022/QĐ-UBND", "Quyết định", None);
        assert!(!same_instrument(&unknown, &unknown), "without the issuer nothing tells");
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

    #[test]
    fn each_fact_remembers_where_it_came_from() {
        let from = |source: &str, i: Instrument| Instrument { source: Some(source.to_owned()), ..i };
        let mut known = from("một", instrument("30/2020/NĐ-CP", "Nghị định", Some(date!(2020 - 03 - 06))));
        let later = Instrument {
            signer: Some("Thủ tướng".to_owned()),
            ..from("hai", instrument("30/2020/NĐ-CP", "Nghị định", Some(date!(2020 - 03 - 05))))
        };
        merge(&mut known, &later);
        assert_eq!(known.source.as_deref(), Some("một"), "the record is still the first one's");
        assert_eq!(known.origins.get("issued").map(String::as_str), Some("hai"));
        assert_eq!(known.origins.get("signer").map(String::as_str), Some("hai"));
        assert_eq!(known.origins.get("year"), None);
        assert!(!merge(&mut known, &later).changed, "a second time it brings nothing");
    }
}

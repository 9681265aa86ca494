//! What the numbers of a document give each other: completion and disambiguation.
//!
//! - "NĐ 43" and "Thông tư 80/2021" are completed from the full citation of the same type and serial.
//! - A number that starts again each year, or that every place has, is cited in full once and only by number later:
//!   "Quyết định số 844/QĐ-TTg ngày 18/5/2016 …", "theo Quyết định số 844/QĐ-TTg".
//!
//! Each block keeps what its numbers need and give ([`NumberFact`]); the pass over the document reads only these.

use super::{MentionRef, Nature, Owner, Row, beyond, earlier};
use crate::cite::{Family, Number, NumberRef, Reading, SlipKind};
use crate::document::blocks::Traits;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What one number needs from the same numbers elsewhere, or gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberFact {
    /// Index of its mention in the reading.
    pub mention: u32,
    shortened: Shortened,
    attributes: Attributes,
}

/// By the hash of type and serial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shortened {
    /// It is shortened and looks for its full form.
    Asks(u64),
    /// It is in full form.
    Completes(u64),
    /// It is shortened, but says what others need: "NĐ 105/2025", for only the Government issues decrees.
    AsksAndCompletes(u64),
    No,
}

/// By the hash of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attributes {
    /// It lacks what shows which instrument of the number is meant.
    Asks(u64),
    /// It shows which one is meant.
    Tells(u64),
    No,
}

/// What other mentions add to those of one block.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Additions(pub Box<[Addition]>);

/// What other mentions add to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Addition {
    /// Index of the mention in its block.
    pub mention: u32,
    /// A shortened number in full.
    pub completed: Option<Number>,
    /// The mention that gives date, year or issuer of the same number.
    pub disambiguated_by: Option<MentionRef>,
    /// For a run of provisions: the instrument named above that it refers to.
    pub owner: Option<Owner>,
}

impl Addition {
    fn none(mention: u32) -> Self {
        Self { mention, completed: None, disambiguated_by: None, owner: None }
    }
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The facts of a reading: of those numbers that take part.
pub fn facts(reading: &Reading) -> Box<[NumberFact]> {
    let numbers = reading.mentions.iter().enumerate().filter_map(|(n, mention)| Some((n, mention.number()?)));
    numbers
        .filter_map(|(n, reference)| {
            let fact =
                NumberFact { mention: n as u32, shortened: shortened(reference), attributes: attributes(reference) };
            let takes_part = fact.shortened != Shortened::No || fact.attributes != Attributes::No;
            takes_part.then_some(fact)
        })
        .collect()
}

fn shortened(reference: &NumberRef) -> Shortened {
    let number = &reference.number;
    let cut = || number.issuers.is_empty() || reference.type_word.as_ref().is_some_and(|word| word.own);
    // "Nghị định số 127/NĐ-CP": the year was forgotten.
    let no_year = || number.year.is_none() && reference.slips.iter().any(|slip| slip.kind == SlipKind::MissingYear);
    let code = number.type_code.as_deref();
    if (reference.shortened && cut()) || no_year() {
        let key = hash((code.unwrap_or_default(), number.serial));
        let tells = number.year.is_some() && !number.issuers.is_empty();
        return if tells { Shortened::AsksAndCompletes(key) } else { Shortened::Asks(key) };
    }
    let of_code = |code: &str| Shortened::Completes(hash((code, number.serial)));
    match code {
        _ if reference.shortened => Shortened::No,
        Some(code) if number.family != Family::Old => of_code(code),
        None if number.family == Family::Assembly => of_code(""),
        None if number.family == Family::Letter => of_code(LETTER),
        _ => Shortened::No,
    }
}

/// The type code of a letter, which its number has only where it is cut: "CV 656".
const LETTER: &str = "CV";

fn attributes(reference: &NumberRef) -> Attributes {
    let number = &reference.number;
    let local = number.is_local();
    if (number.year.is_some() && !local) || reference.header {
        return Attributes::No;
    }
    let said = &reference.attributes;
    let dated = number.year.is_some() || said.date.is_some() || said.year.is_some();
    let key = hash(number.key());
    if dated && (!local || said.issuer.is_some()) { Attributes::Tells(key) } else { Attributes::Asks(key) }
}

/// A mention by its row and its index there.
pub(super) type Place = (u32, u32);

/// The additions to all blocks, by row; rows without any are left out. In the order of the rows.
pub fn additions(rows: &[Row], nature: Nature) -> Vec<(usize, Additions)> {
    let mut found: FxHashMap<Place, Addition> = FxHashMap::default();
    complete(rows, &mut found);
    find_disambiguating(rows, &mut found);
    if rows.iter().any(|row| earlier::asks(row.traits, nature)) {
        earlier::link(rows, nature, &mut found);
    }
    if rows.iter().any(|row| beyond::asks(row.traits, nature)) {
        beyond::link(rows, &mut found);
    }
    let mut found: Vec<(Place, Addition)> = found.into_iter().collect();
    found.sort_unstable_by_key(|(place, _)| *place);
    let mut out: Vec<(usize, Vec<Addition>)> = Vec::new();
    for ((row, _), addition) in found {
        match out.last_mut() {
            Some((last, list)) if *last == row as usize => list.push(addition),
            _ => out.push((row as usize, vec![addition])),
        }
    }
    out.into_iter().map(|(row, list)| (row, Additions(list.into()))).collect()
}

fn all(rows: &[Row]) -> impl Iterator<Item = (u32, &NumberFact)> {
    let with_numbers = rows.iter().enumerate().filter(|(_, row)| row.traits.has(Traits::NUMBERS) && !row.links.is_code);
    with_numbers.flat_map(|(n, row)| row.block.numbers.iter().map(move |fact| (n as u32, fact)))
}

fn number_at(rows: &[Row], (row, mention): Place) -> Option<&NumberRef> {
    rows[row as usize].block.reading.mentions[mention as usize].number()
}

pub(super) fn addition(found: &mut FxHashMap<Place, Addition>, place: Place) -> &mut Addition {
    found.entry(place).or_insert_with(|| Addition::none(place.1))
}

/// Completes shortened numbers, from citations before them first.
fn complete(rows: &[Row], found: &mut FxHashMap<Place, Addition>) {
    let mut full: FxHashMap<u64, Vec<Place>> = FxHashMap::default();
    let mut short: Vec<(u64, Place)> = Vec::new();
    for (row, fact) in all(rows) {
        match fact.shortened {
            Shortened::Asks(key) | Shortened::AsksAndCompletes(key) => short.push((key, (row, fact.mention))),
            Shortened::Completes(_) | Shortened::No => {}
        }
    }
    if short.is_empty() {
        return;
    }
    let asked: FxHashMap<u64, ()> = short.iter().map(|(key, _)| (*key, ())).collect();
    for (row, fact) in all(rows) {
        if let Shortened::Completes(key) | Shortened::AsksAndCompletes(key) = fact.shortened
            && asked.contains_key(&key)
        {
            full.entry(key).or_default().push((row, fact.mention));
        }
    }
    for (key, place) in short {
        let (Some(candidates), Some(reference)) = (full.get(&key), number_at(rows, place)) else { continue };
        let number = &reference.number;
        let fits = |candidate: &&Place| {
            let full = number_at(rows, **candidate).filter(|_| **candidate != place);
            full.is_some_and(|full| {
                let same_type = full.number.type_code == number.type_code
                    || (full.number.family == Family::Letter && number.type_code.as_deref() == Some(LETTER));
                let same_issuer =
                    number.issuers.is_empty() || reference.shortened || full.number.issuers == number.issuers;
                same_type
                    && same_issuer
                    && full.number.serial == number.serial
                    && full.number.suffix == number.suffix
                    && number.year.is_none_or(|year| full.number.year == Some(year))
            })
        };
        let split = candidates.partition_point(|candidate| *candidate < place);
        let (before, after) = candidates.split_at(split);
        if let Some(full) = before.iter().rfind(fits).or_else(|| after.iter().find(fits))
            && let Some(full) = number_at(rows, *full)
        {
            addition(found, place).completed = Some(full.number.clone());
        }
    }
}

/// Gives numbers that need a date or issuer the last citation before them that has it, else the first one after.
fn find_disambiguating(rows: &[Row], found: &mut FxHashMap<Place, Addition>) {
    if !all(rows).any(|(_, fact)| matches!(fact.attributes, Attributes::Asks(_))) {
        return;
    }
    let mut full: FxHashMap<u64, Place> = FxHashMap::default();
    let mut waiting: FxHashMap<u64, Vec<Place>> = FxHashMap::default();
    let mut pairs: Vec<(Place, Place)> = Vec::new();
    for (row, fact) in all(rows) {
        let place = (row, fact.mention);
        if found.get(&place).is_some_and(|addition| addition.completed.is_some()) {
            continue;
        }
        match fact.attributes {
            Attributes::Tells(key) => {
                pairs.extend(waiting.remove(&key).into_iter().flatten().map(|waiting| (waiting, place)));
                full.insert(key, place);
            }
            Attributes::Asks(key) => match full.get(&key) {
                Some(&full_citation) => pairs.push((place, full_citation)),
                None => waiting.entry(key).or_default().push(place),
            },
            Attributes::No => {}
        }
    }
    for (place, (row, mention)) in pairs {
        addition(found, place).disambiguated_by =
            Some(MentionRef { block: Arc::clone(&rows[row as usize].block), mention });
    }
}

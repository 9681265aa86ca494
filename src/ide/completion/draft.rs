//! What the draft says that tells which acts it will cite: what it cites already, its basis, its issuer, its date.

use crate::catalogue::{Catalogue, Instrument, RelationKind, companions};
use crate::cite::{Mention, Number};
use crate::document::{Document, PlacedMention};
use crate::law::{Place, places};
use crate::settings::{AsOf, Settings};
use crate::text::fold;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Date;

/// So many mentions are looked at from the beginning of a document, and as many before the cursor: a longer one cites the same
/// acts again.
const LOOKED_AT: usize = 300;
/// So many acts of the basis are looked up.
const BASIS: usize = 24;
/// A draft's number that a series lacks is probably wrong where the catalogue knows so much of the series, in percent.
const WELL_KNOWN: u32 = 80;

/// What is known of a draft, read anew with every question.
#[derive(Debug, Default)]
pub struct Draft {
    /// Keys of the numbers that it cites and the catalogue knows, away from the cursor.
    cited: FxHashSet<String>,
    /// Folded names of laws and agencies that it mentions.
    named: FxHashSet<String>,
    /// Numbers that it cites and the catalogue does not know, where that does not know all such.
    pub unknown: Vec<UnknownNumber>,
    /// Numbers of the acts that are related to those of its basis.
    related: FxHashSet<String>,
    fields: Vec<String>,
    issuer: Option<String>,
    /// The province of the issuer, where it is an agency of one, else the one whose agencies are named most.
    home: Option<&'static Place>,
    /// The day of the draft, where it is known; what was issued later cannot be cited.
    dated: Option<Date>,
}

/// A number that only the draft knows.
#[derive(Debug)]
pub struct UnknownNumber {
    pub number: Number,
    /// The type word in front, else the type that the symbol names.
    pub kind: Option<&'static str>,
    pub title: String,
}

impl Draft {
    pub fn read(document: &Document, catalogue: &Catalogue, cursor: usize, settings: &Settings) -> Self {
        let header = document.header();
        let judged = settings.judgement_day(header);
        let dated = (judged.is_dated && settings.as_of != AsOf::Today).then_some(judged.day);
        let mut draft = Self { issuer: header.issuer.as_deref().map(fold::words), dated, ..Self::default() };
        draft.home = header.issuer.as_deref().and_then(|issuer| place_of(issuer, judged.day));
        let mut basis: Vec<Arc<Instrument>> = Vec::new();
        let mut named_places: BTreeMap<usize, (u32, &'static Place)> = BTreeMap::new();
        let body = document.outline().units.first().map_or(usize::MAX, |unit| unit.span.start);
        for placed in looked_at(document, cursor) {
            let mention: &Mention = placed.mention;
            if placed.span().touches(cursor) || document.is_own_heading(&placed) {
                continue;
            }
            if let Some(name) = mention.name() {
                draft.named.insert(fold::words(&name.canonical));
                if basis.len() < BASIS && placed.span().start < body {
                    basis.extend(catalogue.by_name(&name.canonical).into_iter().next());
                }
            } else if let Some(agency) = mention.agency() {
                draft.named.insert(fold::words(&agency.canonical));
                if let Some(place) = agency.place {
                    named_places.entry(place.index()).or_insert((0, place.row())).0 += 1;
                }
            } else if let Some(number) = placed.number() {
                let key = number.key();
                if draft.cited.contains(&key) {
                    continue;
                }
                let known = catalogue.by_key(&key);
                match known.first() {
                    Some(first) => {
                        if basis.len() < BASIS && placed.span().start < body {
                            basis.push(Arc::clone(first));
                        }
                        draft.cited.insert(key);
                    }
                    None => draft.take_unknown(document, catalogue, &placed, number),
                }
            }
        }
        draft.relate(&basis);
        // A letter to a province has no header of it.
        draft.home =
            draft.home.or_else(|| named_places.into_values().max_by_key(|(times, _)| *times).map(|(_, place)| place));
        draft
    }

    /// Keeps a number that the catalogue does not know, unless it knows nearly all such: then it is probably wrong.
    fn take_unknown(
        &mut self,
        document: &Document,
        catalogue: &Catalogue,
        placed: &PlacedMention<'_>,
        number: &Number,
    ) {
        let is_whole = !number.issuers.is_empty() || number.old_symbol.is_some();
        let coverage = catalogue.coverage(number);
        let is_wrong = coverage.percent() >= WELL_KNOWN && number.serial <= coverage.highest;
        if !is_whole || is_wrong || self.unknown.iter().any(|u| u.number.key() == number.key()) {
            return;
        }
        let reference = placed.mention.number();
        let kind = reference.and_then(|r| r.type_word.as_ref()).map(|t| t.name);
        let title = reference.and_then(|r| r.attributes.title);
        self.unknown.push(UnknownNumber {
            number: number.clone(),
            kind: kind.or_else(|| number.kind().map(|k| k.name.as_str())),
            title: title.map(|t| fold::tidy(&document.slice(placed.in_document(t)))).unwrap_or_default(),
        });
    }

    /// Notes what belongs to the acts of the basis.
    fn relate(&mut self, basis: &[Arc<Instrument>]) {
        use RelationKind as R;
        for act in basis {
            let relations = act
                .relations
                .iter()
                .filter(|r| matches!(r.kind, R::Guides | R::GuidedBy | R::Amends | R::AmendedBy | R::ReplacedBy));
            self.related.extend(relations.map(|r| r.target.clone()));
            self.related.extend(act.number.iter().flat_map(|number| companions(number)).cloned());
            if let Some(field) = act.field.as_ref().filter(|field| !self.fields.contains(field)) {
                self.fields.push(field.clone());
            }
        }
    }

    /// Whether the draft cites a number at all that the catalogue knows.
    pub fn cites_any(&self) -> bool {
        !self.cited.is_empty()
    }

    /// Whether the draft cites a number elsewhere, by its key.
    pub fn cites(&self, key: &str) -> bool {
        self.cited.contains(key)
    }

    /// Whether the draft mentions a law or an agency of a name elsewhere.
    pub fn names(&self, name: &str) -> bool {
        !self.named.is_empty() && self.named.contains(&fold::words(name))
    }

    /// Whether an act guides, amends or is cited together with one of the basis.
    pub fn is_related(&self, number: &str) -> bool {
        self.related.contains(number)
    }

    pub fn is_of_field(&self, field: &str) -> bool {
        self.fields.iter().any(|own| own == field)
    }

    /// Whether an act is by the issuer of the draft.
    pub fn is_of_issuer(&self, issuer: &str) -> bool {
        self.issuer.as_ref().is_some_and(|own| fold::words(issuer) == *own)
    }

    /// The province of the issuer.
    pub fn home(&self) -> Option<&'static Place> {
        self.home
    }

    /// Whether an act was issued after the draft, which then cannot cite it.
    pub fn is_before(&self, act: &Instrument) -> bool {
        self.dated.is_some_and(|day| match (act.issued, act.year) {
            (Some(issued), _) => issued > day,
            (None, Some(year)) => i32::from(year) > day.year(),
            (None, None) => false,
        })
    }
}

/// The province that the name of an agency ends with, as it was on a day.
fn place_of(issuer: &str, day: Date) -> Option<&'static Place> {
    let issuer = fold::words(issuer);
    let ends = |place: &Place| issuer.strip_suffix(&fold::words(&place.name)).is_some_and(|rest| rest.ends_with(' '));
    let on_day = |place: &Place| place.from.is_none_or(|from| from <= day) && place.to.is_none_or(|to| day <= to);
    let all = || places().iter().map(|(_, place)| place).filter(|place| ends(place));
    all().find(|place| on_day(place)).or_else(|| all().next())
}

/// The mentions of the beginning, and those before the cursor.
fn looked_at(document: &Document, cursor: usize) -> impl Iterator<Item = PlacedMention<'_>> {
    let blocks = document.rows().len();
    let here = document.block_at(cursor);
    let mut first = 0;
    let mut count = 0;
    while first < blocks && count < LOOKED_AT {
        count += document.mentions_of(first).count();
        first += 1;
    }
    let mut from = here;
    count = 0;
    while from > first && count < LOOKED_AT {
        count += document.mentions_of(from).count();
        from -= 1;
    }
    let second = from.max(first)..(here + 1).min(blocks).max(first);
    (0..first).chain(second).flat_map(|block| document.mentions_of(block))
}

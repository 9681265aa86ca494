//! What the draft says that tells which acts it will cite: what it cites already, its basis, its issuer, its date.

use crate::catalogue::{Catalogue, Instrument, RelationKind, companions};
use crate::cite::{Mention, Number};
use crate::document::{Document, PlacedMention};
use crate::law::{Place, places};
use crate::settings::{AsOf, Settings};
use crate::text::{Span, fold};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Date;

/// So many mentions are looked at from the beginning of a document, and as many before the cursor: a longer one cites the same
/// acts again.
const LOOKED_AT: usize = 300;
/// So many acts of the basis are looked up.
const BASIS: usize = 24;
/// So many of its acts are kept.
const ACTS: usize = 64;
/// So many names of unknown laws are kept.
const UNKNOWN_NAMES: usize = 40;
/// So far before the cursor a place, and an act that is amended, are looked for, in bytes.
const BESIDE: usize = 300;
const AMENDED: usize = 600;
/// A draft's number that a series lacks is probably wrong where the catalogue knows so much of the series, in percent.
const WELL_KNOWN: u32 = 80;

/// What is known of a draft, read anew with every question.
#[derive(Debug, Default)]
pub struct Draft {
    /// Keys of the numbers that it cites and the catalogue knows, away from the cursor.
    cited: FxHashSet<String>,
    /// Folded names of laws and agencies that it mentions.
    named: FxHashSet<String>,
    /// The agencies that it names in full, in the order in which they come.
    pub agencies: Vec<OwnAgency>,
    /// Names of laws that it cites and the catalogue does not know.
    pub unknown_names: Vec<String>,
    /// Numbers of the acts that amend one that the line of the cursor says to be amended: "Nghị định số 95/2021/NĐ-CP được sửa đổi, bổ
    /// sung bởi …".
    pub amending: FxHashSet<String>,
    /// Numbers that it cites and the catalogue does not know, where that does not know all such.
    pub unknown: Vec<UnknownNumber>,
    /// The acts that it cites or names, in the order in which they come.
    pub acts: Vec<Arc<Instrument>>,
    /// Numbers of the laws of the name that the line ends with, but for the type and "số" after it: "Luật Thú y số …".
    pub beside_name: FxHashSet<String>,
    /// Numbers of the acts that are related to those of its basis.
    related: FxHashSet<String>,
    fields: Vec<String>,
    issuer: Option<String>,
    /// The province of the issuer, where it is an agency of one, else the one whose agencies are named most.
    home: Option<&'static Place>,
    /// The place that the line of the cursor names last: "trên địa bàn tỉnh Phú Thọ".
    beside: Option<&'static Place>,
    /// The day of the draft, where it is known; what was issued later cannot be cited.
    dated: Option<Date>,
}

/// An agency as the draft names it.
#[derive(Debug)]
pub struct OwnAgency {
    /// Without marks, in small letters.
    pub folded: String,
    pub name: String,
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
                if draft.named.insert(fold::words(&name.canonical)) {
                    draft.take_unknown_name(catalogue, &name.canonical);
                }
                let laws = catalogue.by_name(&name.canonical);
                if precedes_number(document, &placed, cursor) {
                    draft.beside_name = laws.iter().filter_map(|law| law.number.clone()).collect();
                    draft.take_acts(&laws);
                } else {
                    draft.take_acts(&laws[..laws.len().min(1)]);
                }
                if basis.len() < BASIS && placed.span().start < body {
                    basis.extend(laws.into_iter().next());
                }
            } else if let Some(agency) = mention.agency() {
                let is_new = draft.named.insert(fold::words(&agency.canonical));
                if is_new && agency.full {
                    let folded = fold::search(&agency.canonical);
                    draft.agencies.push(OwnAgency { folded, name: agency.canonical.clone() });
                }
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
                        draft.take_acts(&known[..1]);
                        draft.cited.insert(key);
                    }
                    None => draft.take_unknown(document, catalogue, &placed, number),
                }
            }
        }
        draft.relate(&basis);
        draft.beside = place_beside(document, cursor);
        draft.amending = amending(document, catalogue, cursor);
        // A letter to a province has no header of it.
        draft.home =
            draft.home.or_else(|| named_places.into_values().max_by_key(|(times, _)| *times).map(|(_, place)| place));
        draft
    }

    fn take_acts(&mut self, acts: &[Arc<Instrument>]) {
        for act in acts {
            if self.acts.len() < ACTS && self.acts.iter().all(|known| known.id != act.id) {
                self.acts.push(Arc::clone(act));
            }
        }
    }

    /// Keeps the name of a law that the catalogue does not know.
    fn take_unknown_name(&mut self, catalogue: &Catalogue, name: &str) {
        if self.unknown_names.len() < UNKNOWN_NAMES
            && self.unknown_names.iter().all(|known| known != name)
            && catalogue.by_name(name).is_empty()
        {
            self.unknown_names.push(name.to_owned());
        }
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

    /// Whether an act amends one that the line says to be amended.
    pub fn is_amending(&self, number: &str) -> bool {
        self.amending.contains(number)
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

    /// The place that the line names before the cursor.
    pub fn place_beside(&self) -> Option<&'static Place> {
        self.beside
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

/// Whether a name is on the line of the cursor and nothing but a type and "số" is between: "Luật Thú y số", "Luật Thú y (Luật số".
fn precedes_number(document: &Document, placed: &PlacedMention<'_>, cursor: usize) -> bool {
    const MOST: usize = 40;
    let end = placed.span().end;
    if end > cursor || cursor - end > MOST {
        return false;
    }
    let between = document.slice(Span::new(end, cursor));
    !between.contains(['\n', ';', '.', ','])
        && fold::search(&between).split(' ').all(|word| {
            matches!(word, "" | "so" | "luat" | "bo" | "phap" | "lenh") || word.bytes().all(|b| b.is_ascii_digit())
        })
}

/// The acts that amend those that the line of the cursor cites in front of "sửa đổi".
fn amending(document: &Document, catalogue: &Catalogue, cursor: usize) -> FxHashSet<String> {
    let rope = document.rope();
    let floor = rope.line_to_byte(rope.byte_to_line(cursor));
    let floor = floor.max(cursor.saturating_sub(AMENDED));
    let is_before = |placed: &PlacedMention<'_>| floor <= placed.span().start && placed.span().end <= cursor;
    let mut amending = FxHashSet::default();
    for placed in document.near(cursor).filter(is_before) {
        let known = match (placed.mention.number(), placed.mention.name()) {
            (Some(number), _) => catalogue.by_key(&placed.completed_number.unwrap_or(&number.number).key()).to_vec(),
            (None, Some(name)) => catalogue.by_name(&name.canonical),
            (None, None) => continue,
        };
        let Some(act) = known.into_iter().next() else { continue };
        let after = document.slice(Span::new(placed.span().end, cursor));
        if after.contains("sửa đổi") {
            amending.extend(act.related(RelationKind::AmendedBy).map(|relation| relation.target.clone()));
        }
    }
    amending
}

/// The place whose full name is the last one on the line before the cursor.
fn place_beside(document: &Document, cursor: usize) -> Option<&'static Place> {
    let rope = document.rope();
    let start = rope.line_to_byte(rope.byte_to_line(cursor)).max(cursor.saturating_sub(BESIDE));
    let start = rope.char_to_byte(rope.byte_to_char(start));
    let line = document.slice(Span::new(start, cursor.max(start)));
    let at = |place: &Place| line.rfind(place.full_name().as_str());
    let named = places().iter().filter_map(|(_, place)| Some((at(place)?, place)));
    named.max_by_key(|(at, _)| *at).map(|(_, place)| place)
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

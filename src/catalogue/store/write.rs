//! Writing instruments into a database, in one transaction.

use super::super::model::identity::numbered_apart;
use super::super::model::{Identity, Instrument, Merge, Status, merge};
use super::index::make_searchable;
use super::names::names;
use super::numbers;
use super::row;
use super::schema::series_of;
use crate::cite::Number;
use crate::i18n::date::write_iso;
use crate::text::fold;
use rusqlite::{Connection, params};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::hash::BuildHasher;

/// What became of an instrument that was given to a [`Writer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    New,
    /// It was known; what the new record changed and contradicted.
    Known(Merge),
}

/// What an instrument is looked up and counted by: it is made of its number, which takes a while to read.
#[derive(Debug, Clone)]
pub struct Keys {
    identity: Option<Identity>,
    /// [`Number::key`]; empty without a number that can be read.
    number: String,
    series: Option<String>,
    serial: Option<u32>,
}

impl Keys {
    pub fn of(i: &Instrument) -> Self {
        let number = i.number.as_deref().and_then(Number::parse);
        let series = number.as_ref().and_then(|n| series_of(n, Some(i.kind), i.year));
        // Old forms and misread numbers would stretch a series beyond its end.
        let serial = number.as_ref().filter(|_| series.is_some()).map(|n| n.serial);
        let identity = Identity::of_number(i, number.as_ref());
        Self { identity, number: number.map(|n| n.key()).unwrap_or_default(), series, serial }
    }
}

/// Writes instruments; [`Writer::finish`] makes them searchable.
pub struct Writer<'c> {
    connection: &'c Connection,
    /// The next free id of each weight.
    next: FxHashMap<i64, i64>,
    /// The first id of each weight that this import gave.
    first: FxHashMap<i64, i64>,
    /// Rows that are not searchable yet.
    fresh: Vec<i64>,
    /// Hashes of the identities that were written, if the database was empty: one that is not among them is new without
    /// being looked for. `None` where others may be there.
    written: Option<FxHashSet<u64>>,
}

/// So many hashes are kept; with more instruments each is looked for.
const HASHES: usize = 1 << 22;

/// The record of an instrument, whole, by its identity; not that of a decree [`numbered_apart`] from it.
pub fn find(connection: &Connection, identity: &Identity, of: &Instrument) -> rusqlite::Result<Option<Instrument>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {} FROM instrument WHERE key = ?1 AND place IS ?2 AND year IS ?3 ORDER BY id",
        row::COLUMNS
    ))?;
    let mut rows = statement.query(params![identity.key, identity.place, identity.year])?;
    while let Some(row) = rows.next()? {
        if row.get_ref(2)?.as_str()? != identity.kind.as_str() {
            continue;
        }
        let found = row::instrument(connection, row)?;
        if !numbered_apart(&found, of) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// How many low bits of an id number the instruments of one weight.
const WEIGHT_SHIFT: u32 = 24;

/// The weight of an instrument in ranking, small for what matters: in force, often cited, recent.
fn weight(i: &Instrument) -> i64 {
    let ended = matches!(i.status, Some(Status::Expired)) || (i.expired.is_some() && i.status.is_none());
    // Two steps for every doubling, so that a few citations more do not outweigh the year.
    let cited = 31 - ((f64::from(i.cited) + 1.0).log2() * 2.0).min(31.0) as i64;
    let age = (2060 - i64::from(i.year.unwrap_or(1945))).clamp(0, 255);
    (i64::from(ended) << 15) | (cited << 8) | age
}

impl<'c> Writer<'c> {
    pub fn new(connection: &'c Connection) -> Self {
        // Where that cannot be read, writing will tell why.
        let empty = connection.query_row("SELECT NOT EXISTS (SELECT 1 FROM instrument)", [], |r| r.get(0));
        Self {
            connection,
            next: FxHashMap::default(),
            first: FxHashMap::default(),
            fresh: Vec::new(),
            written: empty.unwrap_or(false).then(FxHashSet::default),
        }
    }

    /// Adds an instrument, or lays it over the record of the same instrument.
    pub fn add(&mut self, instrument: &Instrument) -> rusqlite::Result<Added> {
        self.add_keyed(instrument, &Keys::of(instrument))
    }

    /// [`Self::add`] for one whose keys have been made already.
    pub fn add_keyed(&mut self, new: &Instrument, keys: &Keys) -> rusqlite::Result<Added> {
        let known = match &keys.identity {
            Some(identity) if self.may_be_there(identity) => find(self.connection, identity, new)?,
            _ => None,
        };
        let Some(mut known) = known else {
            self.insert_keyed(new, keys)?;
            return Ok(Added::New);
        };
        let merged = merge(&mut known, new);
        if merged.changed {
            self.remove(known.id.row)?;
            self.insert(&known)?;
        }
        Ok(Added::Known(merged))
    }

    /// Adds an instrument that is known to be new.
    pub fn insert(&mut self, i: &Instrument) -> rusqlite::Result<()> {
        self.insert_keyed(i, &Keys::of(i))
    }

    fn insert_keyed(&mut self, i: &Instrument, keys: &Keys) -> rusqlite::Result<()> {
        let id = self.free_id(weight(i))?;
        let identity = keys.identity.as_ref();
        if let (Some(written), Some(identity)) = (&mut self.written, identity) {
            written.insert(FxBuildHasher.hash_one(identity));
        }
        if self.written.as_ref().is_some_and(|written| written.len() > HASHES) {
            self.written = None;
        }
        let json = |empty: bool, value: serde_json::Result<String>| (!empty).then(|| value.unwrap_or_default());
        self.connection
            .prepare_cached(
                "INSERT INTO instrument (id, number, key, place, kind, issuer, issued, effective, expired, year, status, \
                 title, signer, field, aliases, articles, chapters, summary, url, source, origins, confirmed, cited, \
                 relations, provisions, series, serial, as_of, \
                 outlined) \
                 VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25,?26,?27,?28,?29)",
            )?
            .execute(params![
                id,
                i.number,
                identity.map_or(keys.number.as_str(), |identity| &identity.key),
                identity.and_then(|i| i.place.as_deref()),
                i.kind.as_str(),
                i.issuer,
                i.issued.map(write_iso),
                i.effective.map(write_iso),
                i.expired.map(write_iso),
                identity.and_then(|i| i.year).or(i.year),
                i.status.map(Status::as_str),
                i.title,
                i.signer,
                i.field,
                json(i.aliases.is_empty(), serde_json::to_string(&i.aliases)),
                i.articles,
                i.chapters,
                i.summary,
                i.url,
                i.source,
                json(i.origins.is_empty(), serde_json::to_string(&i.origins)),
                (!i.confirmed.is_empty()).then(|| i.confirmed.names()),
                i.cited,
                i.relations.len() as i64,
                i.provisions.len() as i64,
                keys.series,
                keys.serial,
                i.as_of.map(write_iso),
                i.outlined,
            ])?;
        let mut statement = self.connection.prepare_cached("INSERT INTO relation VALUES (?1,?2,?3,?4,?5,?6)")?;
        for (at, r) in i.relations.iter().enumerate() {
            statement.execute(params![id, at as i64, r.kind.as_str(), r.target, r.date.map(write_iso), r.note])?;
        }
        let mut statement = self.connection.prepare_cached("INSERT INTO provision VALUES (?1,?2,?3,?4,?5,?6)")?;
        for (at, p) in i.provisions.iter().enumerate() {
            statement.execute(params![id, at as i64, p.path.as_str(), p.heading, p.summary, p.text])?;
        }
        let mut statement = self.connection.prepare_cached("INSERT OR IGNORE INTO name VALUES (?1,?2,?3,?4,?5)")?;
        for name in names(i) {
            statement.execute(params![fold::words(name.form), id, name.form, name.canonical, name.informal])?;
        }
        self.fresh.push(id);
        Ok(())
    }

    /// Makes what was written searchable and counts the series and the words.
    pub fn finish(mut self) -> rusqlite::Result<()> {
        if self.fresh.is_empty() {
            return Ok(());
        }
        self.fresh.sort_unstable();
        self.fresh.dedup();
        make_searchable(self.connection, &self.fresh)?;
        numbers::count_beginnings(self.connection)?;
        self.count_series()
    }

    /// Kinds and targets of the relations of the instruments that have a key.
    pub fn relations_of(&self, key: &str) -> rusqlite::Result<Vec<(String, String)>> {
        self.connection
            .prepare_cached(
                "SELECT relation.kind, relation.target FROM instrument JOIN relation \
                 ON relation.instrument = instrument.id WHERE instrument.key = ?1 AND instrument.relations > 0",
            )?
            .query_map([key], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect()
    }

    fn remove(&mut self, id: i64) -> rusqlite::Result<()> {
        // Rows of this import are not in the indexes yet.
        if !self.is_fresh(id) {
            self.connection.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([id])?;
            numbers::remove(self.connection, id)?;
        }
        for sql in [
            "DELETE FROM instrument WHERE id = ?1",
            "DELETE FROM relation WHERE instrument = ?1",
            "DELETE FROM provision WHERE instrument = ?1",
            "DELETE FROM name WHERE instrument = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }

    /// Whether a row was written by this import: its ids follow the first of their weight.
    fn is_fresh(&self, id: i64) -> bool {
        self.first.get(&(id >> WEIGHT_SHIFT)).is_some_and(|&first| id >= first)
    }

    fn may_be_there(&self, identity: &Identity) -> bool {
        self.written.as_ref().is_none_or(|written| written.contains(&FxBuildHasher.hash_one(identity)))
    }

    fn free_id(&mut self, weight: i64) -> rusqlite::Result<i64> {
        let first = (weight << WEIGHT_SHIFT) + 1;
        let next = match self.next.get(&weight) {
            Some(&next) => next,
            None => {
                let sql = "SELECT max(id) FROM instrument WHERE id >= ?1 AND id < ?2";
                let used: Option<i64> = self
                    .connection
                    .prepare_cached(sql)?
                    .query_row([first, (weight + 1) << WEIGHT_SHIFT], |r| r.get(0))?;
                let next = used.map_or(first, |id| id + 1);
                self.first.insert(weight, next);
                next
            }
        };
        self.next.insert(weight, next + 1);
        Ok(next)
    }

    /// Counts what is known of every series. A single number far beyond all others of its series is a misreading and
    /// does not move its end.
    fn count_series(&self) -> rusqlite::Result<()> {
        self.connection.execute("DELETE FROM series", [])?;
        let mut read = self
            .connection
            .prepare("SELECT series, serial FROM instrument WHERE series IS NOT NULL ORDER BY series, serial")?;
        let mut write = self.connection.prepare("INSERT INTO series VALUES (?1, ?2, ?3)")?;
        let mut rows = read.query([])?;
        let (mut series, mut serials) = (String::new(), Vec::<u32>::new());
        loop {
            let row = rows.next()?;
            let name = row.map(|r| r.get_ref(0)?.as_str().map_err(rusqlite::Error::from)).transpose()?;
            if name != Some(series.as_str()) {
                serials.dedup();
                while let [.., before, last] = serials.as_slice()
                    && *last > before * 2 + 50
                {
                    serials.pop();
                }
                if let Some(highest) = serials.last() {
                    write.execute(params![series, serials.len() as i64, highest])?;
                }
                serials.clear();
                let Some(name) = name else { break };
                name.clone_into(&mut series);
            }
            if let Some(row) = row {
                serials.push(row.get(1)?);
            }
        }
        Ok(())
    }
}

//! Writing instruments into a database, in one transaction.

use super::super::record::{relation_name, status_name, write_date};
use super::super::{Instrument, Status};
use super::identity::{Merge, merge, same_instrument};
use super::row;
use super::schema::{kind_token, number_typed, series_of};
use crate::cite::{Family, Number};
use crate::text::fold;
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

/// What became of an instrument that was given to a [`Writer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    New,
    /// It was known; what the new record changed and contradicted.
    Known(Merge),
}

/// Writes instruments; [`Writer::finish`] makes them searchable.
pub struct Writer<'c> {
    connection: &'c Connection,
    /// The next free id of each weight.
    next: FxHashMap<i64, i64>,
    /// Rows that are not searchable yet.
    fresh: Vec<i64>,
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
        Self { connection, next: FxHashMap::default(), fresh: Vec::new() }
    }

    /// Adds an instrument, or lays it over the record of the same instrument.
    pub fn add(&mut self, instrument: &Instrument) -> rusqlite::Result<Added> {
        let Some(mut known) = self.find(instrument)? else {
            self.insert(instrument)?;
            return Ok(Added::New);
        };
        let merged = merge(&mut known, instrument);
        if merged.changed {
            self.remove(known.id)?;
            self.insert(&known)?;
        }
        Ok(Added::Known(merged))
    }

    /// Adds an instrument that is known to be new.
    pub fn insert(&mut self, i: &Instrument) -> rusqlite::Result<()> {
        let id = self.free_id(weight(i))?;
        let number = i.number.as_deref().and_then(Number::parse);
        let series = number.as_ref().and_then(|n| series_of(n, &i.kind, i.year));
        // Old forms and misread numbers would stretch a series beyond its end.
        let serial = number.as_ref().filter(|_| series.is_some()).map(|n| n.serial);
        self.connection
            .prepare_cached(
                "INSERT INTO instrument VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25)",
            )?
            .execute(params![
                id,
                i.number,
                number.as_ref().map(Number::key).or_else(|| i.number.clone()),
                i.kind,
                i.issuer,
                i.issued.map(write_date),
                i.effective.map(write_date),
                i.expired.map(write_date),
                i.year,
                i.status.map(status_name),
                i.title,
                i.signer,
                i.field,
                (!i.aliases.is_empty()).then(|| serde_json::to_string(&i.aliases).unwrap_or_default()),
                i.articles,
                i.chapters,
                i.summary,
                i.url,
                i.source,
                (!i.confirmed.is_empty()).then(|| i.confirmed.join(" ")),
                i.cited,
                i.relations.len() as i64,
                i.provisions.len() as i64,
                series,
                serial,
            ])?;
        let mut statement = self.connection.prepare_cached("INSERT INTO relation VALUES (?1,?2,?3,?4,?5,?6)")?;
        for (at, r) in i.relations.iter().enumerate() {
            statement.execute(params![
                id,
                at as i64,
                relation_name(r.kind),
                r.target,
                r.date.map(write_date),
                r.note
            ])?;
        }
        let mut statement = self.connection.prepare_cached("INSERT INTO provision VALUES (?1,?2,?3,?4,?5,?6)")?;
        for (at, p) in i.provisions.iter().enumerate() {
            statement.execute(params![id, at as i64, p.path, p.heading, p.summary, p.text])?;
        }
        let mut statement = self.connection.prepare_cached("INSERT OR IGNORE INTO name VALUES (?1,?2,?3,?4,?5)")?;
        for name in names(i) {
            statement.execute(params![fold::words(name.form), id, name.form, name.canonical, name.informal])?;
        }
        self.fresh.push(id);
        Ok(())
    }

    /// Makes what was written searchable and counts the series.
    pub fn finish(mut self) -> rusqlite::Result<()> {
        // The index of words takes rows in order at a fraction of the cost.
        self.fresh.sort_unstable();
        {
            let mut read = self.connection.prepare("SELECT * FROM instrument WHERE id = ?1")?;
            let mut words = self.connection.prepare("INSERT INTO words (rowid, folded) VALUES (?1, ?2)")?;
            let mut numbers = self.connection.prepare("INSERT INTO numbers (rowid, typed) VALUES (?1, ?2)")?;
            for &id in &self.fresh {
                // A row that was laid over again while this import ran is no longer there.
                let mut rows = read.query([id])?;
                let Some(row) = rows.next()? else { continue };
                let i = row::bare(row)?;
                words.execute(params![id, words_of(&i)])?;
                if let Some(number) = &i.number {
                    numbers.execute(params![id, format!("{} {}", number_typed(number), kind_token(&i.kind))])?;
                }
            }
        }
        self.count_series()
    }

    fn find(&self, instrument: &Instrument) -> rusqlite::Result<Option<Instrument>> {
        let (sql, parameter) = match &instrument.number {
            Some(number) => (
                "SELECT * FROM instrument WHERE key = ?1",
                Number::parse(number).map_or_else(|| number.clone(), |n| n.key()),
            ),
            None => (
                "SELECT instrument.* FROM name JOIN instrument ON instrument.id = name.instrument WHERE name.folded = ?1",
                fold::words(instrument.title.as_deref().unwrap_or_default()),
            ),
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([parameter])?;
        while let Some(row) = rows.next()? {
            let known = row::instrument(self.connection, row)?;
            if same_instrument(&known, instrument) {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }

    fn remove(&mut self, id: i64) -> rusqlite::Result<()> {
        for sql in [
            "DELETE FROM instrument WHERE id = ?1",
            "DELETE FROM relation WHERE instrument = ?1",
            "DELETE FROM provision WHERE instrument = ?1",
            "DELETE FROM name WHERE instrument = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([id])?;
        }
        // Rows of this import are not in the index of words yet.
        if !self.fresh.contains(&id) {
            self.connection.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([id])?;
            self.connection.prepare_cached("DELETE FROM numbers WHERE rowid = ?1")?.execute([id])?;
        }
        Ok(())
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
                used.map_or(first, |id| id + 1)
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

/// A name under which an instrument is cited.
struct Name<'i> {
    form: &'i str,
    canonical: &'i str,
    informal: bool,
}

/// The names of an instrument: the title of a law, and aliases. Aliases of a law stand for its title; those of another
/// instrument ("Đề án 06") are names of their own, the first of them the proper one.
fn names(i: &Instrument) -> Vec<Name<'_>> {
    let mut out = Vec::new();
    let named = matches!(i.kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp") || i.number.is_none();
    let title = i.title.as_deref().filter(|_| named);
    if let Some(title) = title.filter(|t| i.number.is_none() || t.starts_with(i.kind.as_str())) {
        out.push(Name { form: title, canonical: title, informal: false });
    }
    for alias in &i.aliases {
        let canonical = title.or(i.aliases.first().map(String::as_str)).unwrap_or(alias);
        // "Bộ luật Tố tụng hình sự" beside "BLTTHS": a name that begins with the type is no abbreviation.
        // "Luật PPP" is one.
        let shortened = alias.split(' ').any(|w| w.chars().filter(|c| c.is_uppercase()).count() >= 2);
        let formal = named && alias.starts_with(i.kind.as_str()) && !shortened;
        out.push(Name { form: alias, canonical: if formal { alias } else { canonical }, informal: !formal });
    }
    out
}

/// The words that an instrument is found by.
fn words_of(i: &Instrument) -> String {
    let mut out = String::new();
    for part in [i.number.as_deref(), Some(&i.kind), i.title.as_deref(), i.issuer.as_deref(), i.field.as_deref()]
        .into_iter()
        .flatten()
        .chain(i.aliases.iter().map(String::as_str))
    {
        out.push_str(&fold::search(part));
        out.push(' ');
    }
    if let Some(number) = i.number.as_deref().and_then(Number::parse) {
        // "6" finds "06", and the whole symbol typed without separators finds it too.
        out.push_str(&number.serial.to_string());
        if number.family != Family::Old {
            out.push(' ');
            out.push_str(&fold::search(&number.symbol()).replace(' ', ""));
        }
    }
    if let Some(year) = i.year {
        out.push_str(&format!(" {year}"));
    }
    out
}

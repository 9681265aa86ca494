//! Rows of the database as instruments.

use super::super::model::{FactSet, Instrument, InstrumentId, Provision, Relation, RelationKind, Status};
use crate::i18n::date::parse_iso;
use crate::law::TypeId;
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Connection, Row};
use time::Date;

/// Reads the instrument of a row of [`COLUMNS`], with its relations and provisions.
pub fn instrument(connection: &Connection, row: &Row<'_>) -> rusqlite::Result<Instrument> {
    let mut i = bare(row)?;
    // Most have none: then there is nothing to ask for.
    if row.get::<_, i64>(23)? > 0 {
        i.relations = relations(connection, i.id.row)?;
    }
    if row.get::<_, i64>(24)? > 0 {
        i.provisions = provisions(connection, i.id.row)?;
    }
    Ok(i)
}

/// The columns of an instrument that [`listed`] reads, in its order; those of [`bare`] begin with them.
macro_rules! listed_columns {
    () => {
        "instrument.id, instrument.number, instrument.kind, instrument.issuer, instrument.issued, instrument.effective, \
        instrument.expired, instrument.year, instrument.status, instrument.title, instrument.field, instrument.aliases, \
        instrument.articles, instrument.cited, instrument.outlined"
    };
}

/// The columns of an instrument that [`listed`] reads.
pub const LISTED_COLUMNS: &str = listed_columns!();

/// The columns of an instrument that [`instrument`] reads.
pub const COLUMNS: &str = concat!(
    listed_columns!(),
    ", instrument.signer, instrument.chapters, instrument.summary, instrument.url, instrument.source, \
    instrument.origins, instrument.confirmed, instrument.as_of, instrument.relations, instrument.provisions"
);

/// Reads the instrument of a row of [`COLUMNS`] without relations and provisions.
pub fn bare(row: &Row<'_>) -> rusqlite::Result<Instrument> {
    let origins: Option<String> = row.get(20)?;
    let confirmed: Option<String> = row.get(21)?;
    Ok(Instrument {
        signer: row.get(15)?,
        chapters: row.get(16)?,
        summary: row.get(17)?,
        url: row.get(18)?,
        source: row.get(19)?,
        origins: origins.and_then(|o| serde_json::from_str(&o).ok()).unwrap_or_default(),
        confirmed: confirmed.map(|c| FactSet::of_names(c.split(' '))).unwrap_or_default(),
        as_of: date(row, 22)?,
        ..listed(row)?
    })
}

/// Reads what a line of a list shows of an instrument from a row of [`LISTED_COLUMNS`]: no relations, provisions, summary and
/// sources, which take most of the time.
pub fn listed(row: &Row<'_>) -> rusqlite::Result<Instrument> {
    Ok(Instrument {
        id: InstrumentId { source: 0, row: row.get(0)? },
        number: row.get(1)?,
        kind: kind(row, 2)?,
        issuer: row.get(3)?,
        issued: date(row, 4)?,
        effective: date(row, 5)?,
        expired: date(row, 6)?,
        year: row.get(7)?,
        status: row.get_ref(8)?.as_str_or_null()?.and_then(Status::from_name),
        title: row.get(9)?,
        field: row.get(10)?,
        aliases: list(row, 11)?,
        articles: row.get(12)?,
        cited: row.get(13)?,
        // A database of a former version lacks the column.
        outlined: row.get::<_, Option<bool>>(14)?.unwrap_or_default(),
        ..Instrument::default()
    })
}

fn date(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Date>> {
    Ok(row.get_ref(at)?.as_str_or_null()?.and_then(parse_iso))
}

/// What ranking needs to know of an instrument: reading all of it takes several times as long.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub id: InstrumentId,
    pub number: Option<String>,
    pub kind: TypeId,
    pub title: Option<String>,
    pub aliases: Vec<String>,
    pub year: Option<u16>,
    pub cited: u32,
    pub expired: bool,
}

impl Candidate {
    /// The columns that it is read from.
    pub const COLUMNS: &str = "id, number, kind, title, aliases, year, cited, status";

    pub fn of(i: &Instrument) -> Self {
        Self {
            id: i.id,
            number: i.number.clone(),
            kind: i.kind,
            title: i.title.clone(),
            aliases: i.aliases.clone(),
            year: i.year,
            cited: i.cited,
            expired: i.status == Some(Status::Expired),
        }
    }

    /// Reads a row of [`Self::COLUMNS`].
    pub fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let status = row.get_ref(7)?.as_str_or_null()?.and_then(Status::from_name);
        Ok(Self {
            id: InstrumentId { source: 0, row: row.get(0)? },
            number: row.get(1)?,
            kind: kind(row, 2)?,
            title: row.get(3)?,
            aliases: list(row, 4)?,
            year: row.get(5)?,
            cited: row.get(6)?,
            expired: status == Some(Status::Expired),
        })
    }
}

/// The type of a row. Its name may be one that a later version of the table has.
fn kind(row: &Row<'_>, at: usize) -> rusqlite::Result<TypeId> {
    let unknown = || rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(FromSqlError::InvalidType));
    TypeId::of_name(row.get_ref(at)?.as_str()?).ok_or_else(unknown)
}

/// A row as it was read; `None` for one of a type that this version does not know, which is passed over.
pub fn known<T>(read: rusqlite::Result<T>) -> Option<rusqlite::Result<T>> {
    match read {
        Err(rusqlite::Error::FromSqlConversionFailure(..)) => None,
        other => Some(other),
    }
}

/// Reads a column that holds a JSON list; one that is empty or broken holds nothing.
fn list(row: &Row<'_>, at: usize) -> rusqlite::Result<Vec<String>> {
    let json = row.get_ref(at)?.as_str_or_null()?;
    Ok(json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default())
}

fn relations(connection: &Connection, id: i64) -> rusqlite::Result<Vec<Relation>> {
    let sql = "SELECT kind, target, date, note FROM relation WHERE instrument = ?1 ORDER BY position";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([id])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        // A kind that a later version writes is passed over.
        let Some(kind) = RelationKind::from_name(row.get_ref(0)?.as_str()?) else { continue };
        let date = row.get_ref(2)?.as_str_or_null()?.and_then(parse_iso);
        out.push(Relation { kind, target: row.get(1)?, date, note: row.get(3)? });
    }
    Ok(out)
}

fn provisions(connection: &Connection, id: i64) -> rusqlite::Result<Vec<Provision>> {
    let sql = "SELECT path, heading, summary, text FROM provision WHERE instrument = ?1 ORDER BY position";
    connection
        .prepare_cached(sql)?
        .query_map([id], |r| {
            Ok(Provision {
                path: r.get::<_, String>(0)?.into(),
                heading: r.get(1)?,
                summary: r.get(2)?,
                text: r.get(3)?,
            })
        })?
        .collect()
}

//! Tables of any form, row by row: the columns that are asked for, as texts.

use super::columns::{Column, Columns};
use super::csv::Rows;
use super::files::Kind;
use super::parquet::{Fault, Table};
use super::{Format, Lines};
use crate::catalogue::store::{Error, FormatError};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Map, Value};
use std::fmt;
use std::io::BufReader;
use std::path::Path;

/// Calls with a row: its line or number from 1, and the cells of the columns that were asked for. `false` ends the reading.
pub type EachRow<'f> = dyn FnMut(usize, &[Option<&str>]) -> bool + 'f;

/// The columns of a file: of a table, or of the first object in it. None for an empty file.
pub fn columns(path: &Path) -> Result<Columns, Error> {
    let format = Format::of(path).ok_or_else(|| Error::format(path, FormatError::UnknownFormat))?;
    match format.kind {
        Kind::Parquet => Ok(Columns::of(&open(path)?.columns)),
        Kind::Sqlite => Ok(tables(path)?.into_iter().next().map(|(_, columns)| columns).unwrap_or_default()),
        Kind::Csv => {
            let mut lines = Lines::open(path, format.compression).map_err(|e| Error::io(path, e))?;
            let header = Rows::new().next(|| lines.next_line()).map_err(|e| lines.error(path, &e))?;
            Ok(header.and_then(|(_, row)| row.ok()).map(|names| Columns::of(&names)).unwrap_or_default())
        }
        Kind::JsonLines | Kind::Json => {
            let mut found = Columns::default();
            objects(path, format, &mut |_, row| {
                found = Columns::of(&flat(row).into_iter().map(|(name, _)| name).collect::<Vec<_>>());
                false
            })?;
            Ok(found)
        }
    }
}

/// Reads the cells of some columns, row by row.
pub fn rows(path: &Path, wanted: &[Column], each: &mut EachRow<'_>) -> Result<(), Error> {
    let format = Format::of(path).ok_or_else(|| Error::format(path, FormatError::UnknownFormat))?;
    match format.kind {
        Kind::Parquet => {
            let table = open(path)?;
            let columns = Columns::of(&table.columns);
            let places: Vec<Option<usize>> = wanted.iter().map(|c| columns.place(*c)).collect();
            // A column that isn't there has a place beyond the last.
            let asked: Vec<usize> = places.iter().map(|place| place.unwrap_or(usize::MAX)).collect();
            let mut number = 0;
            table
                .read(&asked, |row| {
                    number += 1;
                    let cells: Vec<Option<&str>> = row.iter().map(Option::as_deref).collect();
                    each(number, &cells)
                })
                .map_err(|fault| damaged(path, &fault))
        }
        Kind::Sqlite => {
            let mut number = 0;
            for (table, columns) in tables(path)? {
                if !sqlite_rows(path, &table, &columns, wanted, &mut number, each)? {
                    break;
                }
            }
            Ok(())
        }
        Kind::Csv => {
            let mut lines = Lines::open(path, format.compression).map_err(|e| Error::io(path, e))?;
            let mut rows = Rows::new();
            let mut places: Option<Vec<Option<usize>>> = None;
            while let Some((number, row)) = rows.next(|| lines.next_line()).map_err(|e| lines.error(path, &e))? {
                let Ok(row) = row else { continue };
                match &places {
                    None => {
                        let columns = Columns::of(&row);
                        places = Some(wanted.iter().map(|c| columns.place(*c)).collect());
                    }
                    Some(places) => {
                        let cell = |place: &Option<usize>| place.and_then(|at| row.get(at)).map(String::as_str);
                        if !each(number, &places.iter().map(cell).collect::<Vec<_>>()) {
                            break;
                        }
                    }
                }
            }
            Ok(())
        }
        Kind::JsonLines | Kind::Json => objects(path, format, &mut |number, row| {
            let row = flat(row);
            let columns = Columns::of(&row.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
            let cell = |c: &Column| columns.place(*c).and_then(|at| row.get(at)).and_then(|(_, text)| text.as_deref());
            each(number, &wanted.iter().map(cell).collect::<Vec<_>>())
        }),
    }
}

/// How many rows a table of Parquet has; `None` for tables whose rows are not counted.
pub fn count(path: &Path) -> Option<u64> {
    (Format::of(path)?.kind == Kind::Parquet).then(|| Table::open(path).ok().map(|table| table.rows))?
}

fn open(path: &Path) -> Result<Table, Error> {
    Table::open(path).map_err(|fault| damaged(path, &fault))
}

fn damaged(path: &Path, fault: &Fault) -> Error {
    Error::format(path, FormatError::UnreadableTable(fault.to_string()))
}

/// The fields of an object as texts; those of an object in it ("attribute", "meta") as if they were its own.
pub fn flat(row: Map<String, Value>) -> Vec<(String, Option<String>)> {
    let mut out = Vec::new();
    for (name, value) in row {
        match value {
            Value::String(text) => out.push((name, Some(text))),
            Value::Number(number) => out.push((name, Some(number.to_string()))),
            Value::Object(inner) => out.extend(inner.into_iter().map(|(name, value)| {
                let text = match value {
                    Value::String(text) => Some(text),
                    Value::Number(number) => Some(number.to_string()),
                    _ => None,
                };
                (name, text)
            })),
            _ => out.push((name, None)),
        }
    }
    out
}

/// Calls with every object of a file of JSON Lines, or of the array that a file of JSON is.
pub fn objects(
    path: &Path,
    format: Format,
    each: &mut dyn FnMut(usize, Map<String, Value>) -> bool,
) -> Result<(), Error> {
    let mut lines = Lines::open(path, format.compression).map_err(|e| Error::io(path, e))?;
    if format.kind == Kind::JsonLines {
        while let Some((number, line)) = lines.next_line().map_err(|e| lines.error(path, &e))? {
            let row = line.ok().and_then(|l| serde_json::from_str(l.trim_start_matches('\u{feff}').trim()).ok());
            if row.is_some_and(|row| !each(number, row)) {
                break;
            }
        }
        return Ok(());
    }
    let reader = BufReader::new(lines.into_reader());
    let mut json = serde_json::Deserializer::from_reader(reader);
    let mut stopped = false;
    let read = serde::Deserializer::deserialize_seq(&mut json, Array { number: 0, stopped: &mut stopped, each });
    match read {
        Err(error) if !stopped => Err(Error::format(path, FormatError::UnreadableTable(error.to_string()))),
        _ => Ok(()),
    }
}

/// Takes the elements of an array one by one, so that it is never in the memory as a whole.
struct Array<'a, 'f> {
    number: usize,
    stopped: &'a mut bool,
    each: &'a mut (dyn FnMut(usize, Map<String, Value>) -> bool + 'f),
}

impl<'de> serde::de::Visitor<'de> for Array<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        while let Some(value) = seq.next_element::<Value>()? {
            self.number += 1;
            if let Value::Object(row) = value
                && !(self.each)(self.number, row)
            {
                *self.stopped = true;
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

/// The tables of a database that hold instruments or relations, by name.
fn tables(path: &Path) -> Result<Vec<(String, Columns)>, Error> {
    let read = || -> rusqlite::Result<Vec<(String, Columns)>> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let names: Vec<String> = connection
            .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")?
            .query_map([], |r| r.get(0))?
            .collect::<Result<_, _>>()?;
        let mut out = Vec::new();
        for name in names {
            let columns: Vec<String> = connection
                .prepare("SELECT name FROM pragma_table_info(?1)")?
                .query_map([&name], |r| r.get(0))?
                .collect::<Result<_, _>>()?;
            let columns = Columns::of(&columns);
            if columns.are_relations() || columns.place(Column::NUMBER).is_some() {
                out.push((name, columns));
            }
        }
        Ok(out)
    };
    read().map_err(|e| Error::sqlite(path, e))
}

fn sqlite_rows(
    path: &Path,
    table: &str,
    columns: &Columns,
    wanted: &[Column],
    number: &mut usize,
    each: &mut EachRow<'_>,
) -> Result<bool, Error> {
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let list = wanted
        .iter()
        .map(|c| columns.place(*c).map_or_else(|| "NULL".to_owned(), |at| quoted(&columns.all[at].0)))
        .collect::<Vec<_>>()
        .join(", ");
    let mut read = || -> rusqlite::Result<bool> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let mut statement = connection.prepare(&format!("SELECT {list} FROM {}", quoted(table)))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            *number += 1;
            let mut texts: Vec<Option<String>> = Vec::with_capacity(wanted.len());
            for at in 0..wanted.len() {
                texts.push(match row.get_ref(at)? {
                    ValueRef::Integer(value) => Some(value.to_string()),
                    ValueRef::Real(value) => Some(value.to_string()),
                    ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
                    ValueRef::Null | ValueRef::Blob(_) => None,
                });
            }
            if !each(*number, &texts.iter().map(Option::as_deref).collect::<Vec<_>>()) {
                return Ok(false);
            }
        }
        Ok(true)
    };
    read().map_err(|e| Error::sqlite(path, e))
}

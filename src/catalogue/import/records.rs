//! The lines of a file as records, ready to be written.

use super::columns::{Column, Columns};
use super::files::Kind;
use super::links::Links;
use super::{Format, Lines, mend, row, table};
use crate::catalogue::model::{Instrument, Record, RecordError};
use crate::catalogue::store::{Error, FormatError, Keys};
use std::path::Path;
use std::sync::mpsc::SyncSender;

/// An instrument ready to be written, or what is wrong with its record.
pub type Prepared = Result<(Instrument, Keys), RecordError>;

/// What was read of a file, ready to be written: some records and how many bytes of the file they took.
#[derive(Default)]
pub struct Batch {
    /// Each with its line.
    pub records: Vec<(usize, Prepared)>,
    pub bytes: u64,
}

type Object = serde_json::Map<String, serde_json::Value>;

/// So many records travel together.
const BATCH: usize = 256;
/// Or fewer, if they are so long.
const BATCH_BYTES: usize = 1 << 20;

/// Reads the records of a file and sends them on, until its end or until nobody listens. `links` are the relations of its items
/// that another file holds.
pub fn read_records(path: &Path, links: Option<&Links>, sender: SyncSender<Batch>) -> Result<(), Error> {
    let format = Format::of(path).ok_or_else(|| Error::format(path, FormatError::UnknownFormat))?;
    // Facts that name no source of their own came from this file.
    let source = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mut batch = Batch::default();
    let mut length = 0;
    // `false` when nobody listens any more.
    let mut send = |line: usize, size: usize, taken: u64, record: Result<Record, RecordError>| {
        let record = record.and_then(|mut record| {
            record.source.get_or_insert_with(|| source.clone());
            let instrument = match record.clone().into_instrument() {
                Ok(instrument) => instrument,
                // A type is a word of the program's own; what is like one may be another.
                Err(cause @ RecordError::UnknownType(_)) => return Err(cause),
                // Written otherwise than records are; where it can't be mended, the first cause is the one to tell.
                Err(cause) => match mend::mend(record).and_then(Record::into_instrument) {
                    Ok(instrument) => instrument,
                    Err(_) => return Err(cause),
                },
            };
            let keys = Keys::of(&instrument);
            Ok((instrument, keys))
        });
        batch.records.push((line, record));
        batch.bytes += taken;
        length += size;
        if batch.records.len() < BATCH && length < BATCH_BYTES {
            return true;
        }
        length = 0;
        sender.send(std::mem::take(&mut batch)).is_ok()
    };
    let size = std::fs::metadata(path).map(|m| m.len()).unwrap_or_default();
    let mut left = 0;
    let result = match format.kind {
        Kind::Csv | Kind::JsonLines => {
            let mut lines = Lines::open(path, format.compression).map_err(|e| Error::io(path, e))?;
            let result = match format.kind {
                Kind::Csv => row::read(path, &mut lines, links, &mut send),
                _ => read_json(path, &mut lines, links, &mut send),
            };
            left = lines.taken();
            result
        }
        Kind::Json => {
            let each = &mut |number: usize, object: Object| send(number, 0, 0, record_of_object(object, links));
            table::objects(path, format, each)
        }
        Kind::Parquet | Kind::Sqlite => {
            let columns = Columns::of_facts();
            let share = size / table::count(path).unwrap_or(u64::MAX).max(1);
            table::rows(path, &Column::FACTS, &mut |number, cells| {
                send(number, 0, share, record_of_cells(&columns, cells.iter().copied(), links))
            })
        }
    };
    batch.bytes += left;
    // How far such a file was read isn't known before its end.
    if matches!(format.kind, Kind::Json | Kind::Sqlite) {
        batch.bytes += size;
    }
    let _ = sender.send(batch);
    result
}

/// A row of a table of others as a record, with the relations of its item.
pub fn record_of_cells<'c>(
    columns: &Columns,
    cells: impl IntoIterator<Item = Option<&'c str>>,
    links: Option<&Links>,
) -> Result<Record, RecordError> {
    let cells: Vec<Option<&str>> = cells.into_iter().collect();
    let id = columns.place(Column::Id).and_then(|at| cells.get(at).copied().flatten());
    let mut record = mend::mend(columns.record(cells))?;
    if let Some((links, id)) = links.zip(id) {
        record.relations.extend(links.of(id));
    }
    Ok(record)
}

/// An object of others as a record.
fn record_of_object(object: Object, links: Option<&Links>) -> Result<Record, RecordError> {
    let own = serde_json::from_value::<Record>(serde_json::Value::Object(object.clone()));
    if let Ok(record) = own
        && (record.number.is_some() || record.name.is_some())
    {
        return Ok(record);
    }
    let row = table::flat(object);
    let columns = Columns::of(&row.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
    record_of_cells(&columns, row.iter().map(|(_, cell)| cell.as_deref()), links)
}

/// What takes records as they are read: line, its length, bytes of the file since the last one, record.
pub type Send<'s> = dyn FnMut(usize, usize, u64, Result<Record, RecordError>) -> bool + 's;

fn read_json(path: &Path, lines: &mut Lines, links: Option<&Links>, send: &mut Send<'_>) -> Result<(), Error> {
    while let Some((number, line)) = lines.next_line().map_err(|e| lines.error(path, &e))? {
        let taken = lines.taken();
        let listened = match line {
            Ok(line) => {
                let text = line.trim_start_matches('\u{feff}').trim();
                if text.is_empty() {
                    continue;
                }
                send(number, line.len(), taken, record_of_line(text, links))
            }
            Err(cause) => send(number, 0, taken, Err(cause)),
        };
        if !listened {
            break;
        }
    }
    Ok(())
}

/// A line of JSON as a record: one of the program's own, or of others.
fn record_of_line(text: &str, links: Option<&Links>) -> Result<Record, RecordError> {
    match serde_json::from_str::<Record>(text) {
        Ok(record) if record.number.is_some() || record.name.is_some() => Ok(record),
        own => match serde_json::from_str(text) {
            Ok(serde_json::Value::Object(object)) => match record_of_object(object, links) {
                Err(RecordError::MissingNumberAndName) => own.map_err(|e| RecordError::json(&e)),
                record => record,
            },
            _ => own.map_err(|e| RecordError::json(&e)),
        },
    }
}

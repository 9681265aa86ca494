//! The lines of a file as records, ready to be written.

use super::{Format, Lines, row};
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

/// So many records travel together.
const BATCH: usize = 256;
/// Or fewer, if they are so long.
const BATCH_BYTES: usize = 1 << 20;

/// Reads the records of a file and sends them on, until its end or until nobody listens.
pub fn read_records(path: &Path, sender: SyncSender<Batch>) -> Result<(), Error> {
    let format = Format::of(path).ok_or_else(|| Error::format(path, FormatError::UnknownFormat))?;
    let mut lines = Lines::open(path, format.compression).map_err(|e| Error::io(path, e))?;
    // Facts that name no source of their own came from this file.
    let source = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mut batch = Batch::default();
    let mut length = 0;
    // `false` when nobody listens any more.
    let mut send = |line: usize, size: usize, taken: u64, record: Result<Record, RecordError>| {
        let record = record.and_then(|mut record| {
            record.source.get_or_insert_with(|| source.clone());
            let instrument = record.into_instrument()?;
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
    let result =
        if format.csv { row::read(path, &mut lines, &mut send) } else { read_json(path, &mut lines, &mut send) };
    batch.bytes += lines.taken();
    let _ = sender.send(batch);
    result
}

/// What takes records as they are read: line, its length, bytes of the file since the last one, record.
pub type Send<'s> = dyn FnMut(usize, usize, u64, Result<Record, RecordError>) -> bool + 's;

fn read_json(path: &Path, lines: &mut Lines, send: &mut Send<'_>) -> Result<(), Error> {
    while let Some((number, line)) = lines.next_line().map_err(|e| lines.error(path, &e))? {
        let taken = lines.taken();
        let listened = match line {
            Ok(line) => {
                let text = line.trim_start_matches('\u{feff}').trim();
                if text.is_empty() {
                    continue;
                }
                send(number, line.len(), taken, serde_json::from_str(text).map_err(|e| RecordError::json(&e)))
            }
            Err(cause) => send(number, 0, taken, Err(cause)),
        };
        if !listened {
            break;
        }
    }
    Ok(())
}

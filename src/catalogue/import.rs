//! Records from JSON Lines and CSV, also compressed.
//!
//! Files are read line by line on a thread of their own and written in one transaction: after a fault or a kill the former
//! state stands. What cannot be read is told with file and line and skipped; the rest is imported.

mod csv;
mod cycle;
mod lines;
mod row;

use super::Instrument;
use super::record::Record;
use super::store::{Added, Error, Keys, Mended, Source, Writer};
pub(crate) use lines::{Compression, Format, Lines};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};

/// What an import did.
#[derive(Debug, Default)]
pub struct Report {
    /// Instruments that were not known.
    pub new: u64,
    /// Known ones about which it told something new.
    pub changed: u64,
    /// Known ones about which it told nothing new: duplicates.
    pub unchanged: u64,
    /// Facts that differ from what was known; the new ones were taken. At most [`KEPT`] of them.
    pub contradictory: Vec<Contradiction>,
    /// How many instruments had such facts.
    pub contradictory_count: u64,
    /// Lines and relations that were left out, with place and cause; at most [`KEPT`] of them.
    pub refused: Vec<Error>,
    /// How many were left out.
    pub refused_count: u64,
    /// Files and folders that could not be read, or not to their end.
    pub unreadable: Vec<Error>,
    /// What was done about a damaged database.
    pub mended: Option<Mended>,
}

/// A record that says something else than what was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    pub path: PathBuf,
    /// From 1.
    pub line: usize,
    /// The instrument, as it is cited.
    pub label: String,
    pub fields: Vec<&'static str>,
}

/// So many refused lines and contradictions are kept word by word: a file that is something else altogether shall not
/// fill the memory.
pub const KEPT: usize = 1000;

/// Imports files, and the files of records in folders, into a database, in one transaction for all. `progress` is told
/// the bytes of the files as they are read.
pub fn import(store: &Path, paths: &[PathBuf], mut progress: impl FnMut(u64)) -> Result<Report, Error> {
    let (files, unreadable) = files(paths);
    let (mut connection, mended) = Source::open_for_writing(store)?;
    let transaction = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(|e| Error::sqlite(store, e))?;
    let mut writer = Writer::new(&transaction);
    let mut report = Report { mended, unreadable, ..Report::default() };
    for file in &files {
        read_file(&mut writer, file, &mut report, &mut progress).map_err(|e| Error::sqlite(store, e))?;
    }
    writer.finish().map_err(|e| Error::sqlite(store, e))?;
    transaction.commit().map_err(|e| Error::sqlite(store, e))?;
    Ok(report)
}

/// The files to import: those that are given, and of folders all that hold records, in order; and what could not be
/// walked. A circle of links is told.
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let walk = ignore::WalkBuilder::new(path)
            .standard_filters(false)
            .follow_links(true)
            .sort_by_file_path(Ord::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|t| t.is_file());
                    if is_file && Format::of(entry.path()).is_some() {
                        files.push(entry.into_path());
                    }
                }
                Err(error) => errors.push(Error::Format { path: path.clone(), cause: error.to_string() }),
            }
        }
    }
    (files, errors)
}

/// Puts a database of the instruments given, no two of them the same, in the place of another, at once when it is whole.
pub fn replace<'i>(store: &Path, instruments: impl IntoIterator<Item = &'i super::Instrument>) -> Result<(), Error> {
    if let Some(dir) = store.parent() {
        std::fs::create_dir_all(dir).map_err(|e| Error::io(dir, e))?;
    }
    let temporary = store.with_extension(format!("{}.tmp", std::process::id()));
    let made = Source::create_file(&temporary, instruments)
        .and_then(|()| std::fs::rename(&temporary, store).map_err(|e| Error::io(store, e)));
    made.inspect_err(|_| {
        let _ = std::fs::remove_file(&temporary);
    })
}

/// Reads one file of records into a writer.
pub(super) fn read_into(writer: &mut Writer<'_>, file: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    read_file(writer, file, &mut report, &mut |_| {}).map_err(|e| Error::sqlite(Path::new(":memory:"), e))?;
    Ok(report)
}

/// An instrument ready to be written, or what is wrong with its record.
type Prepared = Result<(Instrument, Keys), String>;

/// What was read of a file, ready to be written: some records and how many bytes of the file they took.
#[derive(Default)]
struct Batch {
    /// Each with its line.
    records: Vec<(usize, Prepared)>,
    bytes: u64,
}

/// So many records travel together.
const BATCH: usize = 256;
/// Or fewer, if they are so long.
const BATCH_BYTES: usize = 1 << 20;

/// One thread reads, this one writes.
fn read_file(
    writer: &mut Writer<'_>,
    path: &Path,
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> rusqlite::Result<()> {
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(4);
        let reader = scope.spawn(|| read_records(path, sender));
        for batch in receiver {
            progress(batch.bytes);
            for (line, record) in batch.records {
                match record {
                    Ok((instrument, keys)) => {
                        add(writer, path, line, instrument, &keys, report)?;
                    }
                    Err(cause) => report.refuse(path, line, cause),
                }
            }
        }
        match reader.join() {
            Ok(Ok(())) => {}
            Ok(Err(error)) => report.unreadable.push(error),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        Ok(())
    })
}

/// Reads the records of a file and sends them on, until its end or until nobody listens.
fn read_records(path: &Path, sender: SyncSender<Batch>) -> Result<(), Error> {
    let format = Format::of(path).ok_or_else(|| Error::Format {
        path: path.to_owned(),
        cause: "chỉ đọc được .jsonl và .csv, kể cả nén .gz, .zst".to_owned(),
    })?;
    let mut lines = Lines::open(path, format.compression).map_err(|e| Error::io(path, e))?;
    // Facts that name no source of their own came from this file.
    let source = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mut batch = Batch::default();
    let mut length = 0;
    // `false` when nobody listens any more.
    let mut send = |line: usize, size: usize, told: u64, record: Result<Record, String>| {
        let record = record.and_then(|mut record| {
            record.source.get_or_insert_with(|| source.clone());
            let instrument = record.into_instrument()?;
            let keys = Keys::of(&instrument);
            Ok((instrument, keys))
        });
        batch.records.push((line, record));
        batch.bytes += told;
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
type Send<'s> = dyn FnMut(usize, usize, u64, Result<Record, String>) -> bool + 's;

fn read_json(path: &Path, lines: &mut Lines, send: &mut Send<'_>) -> Result<(), Error> {
    while let Some((number, line)) = lines.next().map_err(|e| lines.error(path, &e))? {
        let taken = lines.taken();
        let listened = match line {
            Ok(line) => {
                let text = line.trim_start_matches('\u{feff}').trim();
                if text.is_empty() {
                    continue;
                }
                send(number, line.len(), taken, serde_json::from_str(text).map_err(|e| e.to_string()))
            }
            Err(cause) => send(number, 0, taken, Err(cause)),
        };
        if !listened {
            break;
        }
    }
    Ok(())
}

fn add(
    writer: &mut Writer<'_>,
    path: &Path,
    line: usize,
    mut instrument: Instrument,
    keys: &Keys,
    report: &mut Report,
) -> rusqlite::Result<()> {
    for cause in cycle::drop_cyclic(writer, &mut instrument)? {
        report.refuse(path, line, cause);
    }
    match writer.add_keyed(&instrument, keys)? {
        Added::New => report.new += 1,
        Added::Known(merged) => {
            if merged.changed {
                report.changed += 1;
            } else {
                report.unchanged += 1;
            }
            if !merged.contradictory.is_empty() {
                report.contradictory_count += 1;
                if report.contradictory.len() < KEPT {
                    let (path, label) = (path.to_owned(), instrument.label());
                    report.contradictory.push(Contradiction { path, line, label, fields: merged.contradictory });
                }
            }
        }
    }
    Ok(())
}

impl Report {
    fn refuse(&mut self, path: &Path, line: usize, cause: String) {
        self.refused_count += 1;
        if self.refused.len() < KEPT {
            self.refused.push(Error::Line { path: path.to_owned(), line, cause });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Catalogue;
    use super::*;
    use std::io::Write;

    fn write(dir: &Path, name: &str, content: &str) -> PathBuf {
        let path = dir.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    #[test]
    fn a_broken_line_is_told_and_skipped() {
        let dir = tempfile::tempdir().unwrap();
        let file = write(
            dir.path(),
            "mine.jsonl",
            "{\"number\":\"30/2020/NĐ-CP\",\"issued\":\"2020-03-05\"}\n{\"number\":\n\n{\"number\":\"12/2021/TT-BNV\",\"issued\":\"2021-13-01\"}\n{\"number\":\"13/2021/TT-BNV\"}\n",
        );
        let store = dir.path().join("catalogue.db");
        let report = import(&store, &[file], |_| {}).unwrap();
        assert_eq!((report.new, report.refused_count), (2, 2));
        let places: Vec<String> = report.refused.iter().map(ToString::to_string).collect();
        assert!(places[0].contains("mine.jsonl:2: "), "{places:?}");
        assert!(places[1].contains("mine.jsonl:4: issued: “2021-13-01”"), "{places:?}");
    }

    #[test]
    fn a_later_file_adds_and_corrects() {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("catalogue.db");
        let first = write(
            dir.path(),
            "a.jsonl",
            "{\"number\":\"30/2020/NĐ-CP\",\"issued\":\"2020-03-06\",\"title\":\"Về công tác văn thư\"}",
        );
        let second = write(
            dir.path(),
            "b.csv",
            "number,issued,aliases\n30/2020/NĐ-CP,2020-03-05,\"NĐ văn thư; Nghị định 30\"\n",
        );
        import(&store, &[first], |_| {}).unwrap();
        let report = import(&store, std::slice::from_ref(&second), |_| {}).unwrap();
        assert_eq!((report.new, report.changed), (0, 1));
        let told = &report.contradictory[0];
        assert_eq!((told.line, told.label.as_str()), (2, "Nghị định 30/2020/NĐ-CP"));
        assert_eq!(told.fields, ["issued"]);
        assert_eq!(import(&store, &[second], |_| {}).unwrap().unchanged, 1);
        let (catalogue, errors) = Catalogue::open(&[store]);
        assert!(errors.is_empty(), "{errors:?}");
        let found = catalogue.by_name("Nghị định 30");
        assert_eq!(found[0].source.as_deref(), Some("a.jsonl"));
        assert_eq!(found[0].origins.get("issued").map(String::as_str), Some("b.csv"));
        assert_eq!(found[0].issued.map(super::super::record::write_date).as_deref(), Some("2020-03-05"));
        assert_eq!(catalogue.search("van thu cong tac", 5)[0].instrument.number.as_deref(), Some("30/2020/NĐ-CP"));
    }

    /// The first import of all looks for none that it has not written itself.
    #[test]
    fn a_record_that_comes_twice_in_a_first_import_is_one() {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("catalogue.db");
        let lines = "{\"number\":\"30/2020/NĐ-CP\",\"title\":\"Về công tác văn thư\"}\n\
                     {\"number\":\"30/2020/NÐ-CP\",\"issued\":\"2020-03-05\"}\n{\"number\":\"30/2020/NĐ-CP\"}\n";
        let report = import(&store, &[write(dir.path(), "a.jsonl", lines)], |_| {}).unwrap();
        assert_eq!((report.new, report.changed, report.unchanged), (1, 1, 1));
        let (catalogue, _) = Catalogue::open(&[store]);
        let found = catalogue.by_number("30/2020/NĐ-CP");
        assert_eq!((found.len(), found[0].title.as_deref()), (1, Some("Về công tác văn thư")));
    }

    #[test]
    fn compressed_files_are_read_and_others_refused() {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("catalogue.db");
        let gzip = dir.path().join("a.jsonl.gz");
        let mut gz = flate2::write::GzEncoder::new(std::fs::File::create(&gzip).unwrap(), flate2::Compression::fast());
        gz.write_all("{\"number\":\"30/2020/NĐ-CP\"}\n".as_bytes()).unwrap();
        gz.finish().unwrap();
        let zstd = dir.path().join("b.csv.zst");
        std::fs::write(&zstd, zstd::encode_all("number\n31/2020/NĐ-CP\n".as_bytes(), 3).unwrap()).unwrap();
        let odd = write(dir.path(), "a.xlsx", "");
        let none = dir.path().join("none.jsonl");
        let mut read = 0;
        let size = |path: &Path| std::fs::metadata(path).unwrap().len();
        let sizes = size(&gzip) + size(&zstd);
        let report = import(&store, &[odd, gzip, none, zstd], |bytes| read += bytes).unwrap();
        assert_eq!(report.new, 2);
        assert_eq!(read, sizes, "every byte of the files is told");
        assert!(matches!(report.unreadable[..], [Error::Format { .. }, Error::Io { .. }]), "{:?}", report.unreadable);
    }

    #[test]
    fn a_damaged_database_is_set_aside() {
        let dir = tempfile::tempdir().unwrap();
        let store = write(
            dir.path(),
            "catalogue.db",
            "this is no database, but long enough to be looked at as one, so it is refused",
        );
        let file = write(dir.path(), "a.jsonl", "{\"number\":\"30/2020/NĐ-CP\"}");
        let report = import(&store, &[file], |_| {}).unwrap();
        assert_eq!(report.new, 1);
        assert!(report.mended.unwrap().aside.exists());
    }
}

//! Records from JSON Lines and CSV.
//!
//! Files are read line by line, compressed ones (`.gz`) too, and written in one transaction: after a fault or a kill the
//! former state stands. A line that cannot be read is told with file and line and skipped.

mod csv;

use super::record::{Record, RelationRecord};
use super::store::{Added, Error, Source, Writer};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// What an import did.
#[derive(Debug, Default)]
pub struct Report {
    /// Instruments that were not known.
    pub new: u64,
    /// Known ones about which it told something new.
    pub changed: u64,
    /// Known ones about which it told nothing new.
    pub unchanged: u64,
    /// Facts that differ from what was known, as (number, fields). The new ones were taken.
    pub contradictory: Vec<(String, Vec<&'static str>)>,
    /// Lines that could not be read, with place and cause; at most [`REFUSED_KEPT`] of them.
    pub refused: Vec<Error>,
    /// How many lines could not be read.
    pub refused_count: u64,
    /// Where a damaged database was put.
    pub set_aside: Option<PathBuf>,
}

/// So many refused lines and contradictions are kept word by word: a file that is something else altogether shall not
/// fill the memory.
pub const REFUSED_KEPT: usize = 1000;

/// The longest line that is read. Longer ones are refused: no record is that long, a zip bomb is.
const LONGEST_LINE: u64 = 16 << 20;

/// Imports files into a database, in one transaction for all. `progress` is told the bytes of the files as they are read.
pub fn import(store: &Path, files: &[PathBuf], mut progress: impl FnMut(u64)) -> Result<Report, Error> {
    let (mut connection, set_aside) = Source::open_for_writing(store)?;
    let transaction = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(|e| Error::sqlite(store, e))?;
    let mut writer = Writer::new(&transaction);
    let mut report = Report { set_aside, ..Report::default() };
    for file in files {
        read_file(&mut writer, file, &mut report, &mut progress).map_err(|e| e.into_error(file, store))?;
    }
    writer.finish().map_err(|e| Error::sqlite(store, e))?;
    transaction.commit().map_err(|e| Error::sqlite(store, e))?;
    Ok(report)
}

/// Reads one file of records into a writer.
pub(super) fn read_into(writer: &mut Writer<'_>, file: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    read_file(writer, file, &mut report, &mut |_| {}).map_err(|e| e.into_error(file, Path::new(":memory:")))?;
    Ok(report)
}

/// What ends an import: the file cannot be read, or the database cannot be written.
enum Stop {
    Read(std::io::Error),
    Write(rusqlite::Error),
    Format(String),
}

impl Stop {
    fn into_error(self, file: &Path, store: &Path) -> Error {
        match self {
            Self::Read(cause) => Error::io(file, cause),
            Self::Write(cause) => Error::sqlite(store, cause),
            Self::Format(cause) => Error::Format { path: file.to_owned(), cause },
        }
    }
}

impl From<std::io::Error> for Stop {
    fn from(cause: std::io::Error) -> Self {
        Self::Read(cause)
    }
}

/// Counts the bytes of the file that were read, compressed as they are.
struct Counted<'p, R> {
    inner: R,
    progress: &'p mut dyn FnMut(u64),
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(buffer)?;
        (self.progress)(n as u64);
        Ok(n)
    }
}

fn read_file(
    writer: &mut Writer<'_>,
    path: &Path,
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> Result<(), Stop> {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    let compressed = name.ends_with(".gz");
    let plain = name.trim_end_matches(".gz");
    let file = Counted { inner: File::open(path)?, progress };
    let reader: Box<dyn Read + '_> =
        if compressed { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut lines = Lines { reader: BufReader::with_capacity(1 << 16, reader), number: 0 };
    if plain.ends_with(".csv") {
        read_csv(writer, path, &mut lines, report)
    } else if plain.ends_with(".jsonl") || plain.ends_with(".ndjson") {
        while let Some((number, line)) = lines.next()? {
            let line = match line {
                Ok(line) => line,
                Err(cause) => {
                    report.refuse(path, number, cause);
                    continue;
                }
            };
            let line = line.trim_start_matches('\u{feff}').trim();
            if line.is_empty() {
                continue;
            }
            match serde_json::from_str::<Record>(line) {
                Ok(record) => add(writer, path, number, record, report)?,
                Err(error) => report.refuse(path, number, error.to_string()),
            }
        }
        Ok(())
    } else {
        Err(Stop::Format("chỉ đọc được .jsonl, .csv (kể cả nén .gz) và .db".to_owned()))
    }
}

fn read_csv(
    writer: &mut Writer<'_>,
    path: &Path,
    lines: &mut Lines<impl BufRead>,
    report: &mut Report,
) -> Result<(), Stop> {
    let mut rows = csv::Rows::new(|| lines.next());
    let Some((_, header)) = rows.next()? else { return Ok(()) };
    let header = header.map_err(|cause| Stop::Format(format!("dòng 1: {cause}")))?;
    let columns: Vec<String> = header.iter().map(|c| c.trim_start_matches('\u{feff}').trim().to_lowercase()).collect();
    if !columns.iter().any(|c| c == "number" || c == "name") {
        return Err(Stop::Format("dòng đầu phải là tên cột, trong đó có number hoặc name".to_owned()));
    }
    while let Some((number, row)) = rows.next()? {
        match row.and_then(|row| record_of_row(&columns, row)) {
            Ok(record) => add(writer, path, number, record, report)?,
            Err(cause) => report.refuse(path, number, cause),
        }
    }
    Ok(())
}

/// A row of CSV as a record. Lists are separated by `;` or `|`; a relation is `kind target`, or these columns hold JSON.
fn record_of_row(columns: &[String], row: Vec<String>) -> Result<Record, String> {
    let mut record = Record::default();
    for (column, value) in columns.iter().zip(row) {
        let value = value.trim().to_owned();
        if value.is_empty() {
            continue;
        }
        let count = |value: &str| value.parse::<u32>().map_err(|_| format!("{column}: “{value}” không phải là số"));
        let list =
            |value: &str| value.split([';', '|']).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()).collect();
        match column.as_str() {
            "number" => record.number = Some(value),
            "name" => record.name = Some(value),
            "type" => record.kind = Some(value),
            "issuer" => record.issuer = Some(value),
            "issued" => record.issued = Some(value),
            "effective" => record.effective = Some(value),
            "expired" => record.expired = Some(value),
            "status" => record.status = Some(value),
            "title" => record.title = Some(value),
            "signer" => record.signer = Some(value),
            "field" => record.field = Some(value),
            "summary" => record.summary = Some(value),
            "url" => record.url = Some(value),
            "source" => record.source = Some(value),
            "year" => record.year = Some(u16::try_from(count(&value)?).map_err(|_| format!("year: {value}"))?),
            "articles" => record.articles = Some(count(&value)?),
            "chapters" => record.chapters = Some(count(&value)?),
            "cited" => record.cited = count(&value)?,
            "aliases" => record.aliases = list(&value),
            "confirmed" => record.confirmed = list(&value),
            "provisions" => record.provisions = serde_json::from_str(&value).map_err(|e| format!("provisions: {e}"))?,
            "relations" if value.starts_with('[') => {
                record.relations = serde_json::from_str(&value).map_err(|e| format!("relations: {e}"))?;
            }
            "relations" => {
                for part in list(&value) as Vec<String> {
                    let (kind, target) = part.split_once(' ').ok_or_else(|| format!("relations: “{part}”"))?;
                    record.relations.push(RelationRecord {
                        kind: kind.trim_end_matches(':').to_owned(),
                        target: target.trim().to_owned(),
                        date: None,
                        note: None,
                    });
                }
            }
            // Further columns are the owner's business.
            _ => {}
        }
    }
    Ok(record)
}

fn add(writer: &mut Writer<'_>, path: &Path, line: usize, record: Record, report: &mut Report) -> Result<(), Stop> {
    let instrument = match record.into_instrument() {
        Ok(instrument) => instrument,
        Err(cause) => {
            report.refuse(path, line, cause);
            return Ok(());
        }
    };
    match writer.add(&instrument).map_err(Stop::Write)? {
        Added::New => report.new += 1,
        Added::Known(merged) => {
            if merged.changed {
                report.changed += 1;
            } else {
                report.unchanged += 1;
            }
            if !merged.contradictory.is_empty() && report.contradictory.len() < REFUSED_KEPT {
                report.contradictory.push((instrument.label(), merged.contradictory));
            }
        }
    }
    Ok(())
}

impl Report {
    fn refuse(&mut self, path: &Path, line: usize, cause: String) {
        self.refused_count += 1;
        if self.refused.len() < REFUSED_KEPT {
            self.refused.push(Error::Line { path: path.to_owned(), line, cause });
        }
    }
}

/// The lines of a file with their numbers, none longer than [`LONGEST_LINE`].
struct Lines<R> {
    reader: R,
    number: usize,
}

/// A line and its number from 1; a line that is no text or too long is told.
type Line = (usize, Result<String, String>);

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> std::io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        self.number += 1;
        if self.reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        if bytes.len() as u64 == LONGEST_LINE && bytes.last() != Some(&b'\n') {
            // The rest is passed over without keeping it.
            loop {
                let available = self.reader.fill_buf()?;
                if available.is_empty() {
                    break;
                }
                let end = available.iter().position(|&b| b == b'\n');
                let used = end.map_or(available.len(), |at| at + 1);
                self.reader.consume(used);
                if end.is_some() {
                    break;
                }
            }
            return Ok(Some((self.number, Err("dòng quá dài".to_owned()))));
        }
        let text = String::from_utf8(bytes).map_err(|_| "không phải là UTF-8".to_owned());
        Ok(Some((self.number, text)))
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
        assert_eq!(report.contradictory, [("Nghị định 30/2020/NĐ-CP".to_owned(), vec!["issued"])]);
        assert_eq!(import(&store, &[second], |_| {}).unwrap().unchanged, 1);
        let (catalogue, errors) = Catalogue::open(&[store]);
        assert!(errors.is_empty(), "{errors:?}");
        let found = catalogue.by_name("Nghị định 30");
        assert_eq!(found[0].issued.map(super::super::record::write_date).as_deref(), Some("2020-03-05"));
        assert_eq!(catalogue.search("van thu cong tac", 5)[0].instrument.number.as_deref(), Some("30/2020/NĐ-CP"));
    }

    #[test]
    fn compressed_files_are_read_and_others_refused() {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("catalogue.db");
        let path = dir.path().join("a.jsonl.gz");
        let mut gz = flate2::write::GzEncoder::new(File::create(&path).unwrap(), flate2::Compression::fast());
        gz.write_all("{\"number\":\"30/2020/NĐ-CP\"}\n".as_bytes()).unwrap();
        gz.finish().unwrap();
        assert_eq!(import(&store, &[path], |_| {}).unwrap().new, 1);
        let odd = write(dir.path(), "a.xlsx", "");
        assert!(matches!(import(&store, &[odd], |_| {}), Err(Error::Format { .. })));
        assert!(matches!(import(&store, &[dir.path().join("none.jsonl")], |_| {}), Err(Error::Io { .. })));
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
        assert!(report.set_aside.unwrap().exists());
    }
}

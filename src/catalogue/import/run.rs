//! Importing files into a database.

use super::links::{Links, is_table_of_relations};
use super::records::read_records;
use super::{Contradiction, KEPT, Report, cycle, files};
use crate::catalogue::model::{Identity, Instrument, merge_unchecked};
use crate::catalogue::store::{Added, Error, Keys, Source, Writer, create_whole, open_for_writing};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

/// Imports files, and the files of records in folders, into a database, in one transaction for all. `progress` gets
/// the bytes of the files as they are read.
pub fn import(store: &Path, paths: &[PathBuf], progress: impl FnMut(u64)) -> Result<Report, Error> {
    import_beside(store, None, paths, progress)
}

/// [`import`], where another database, whose confirmed facts stay, is asked what contradicts it.
pub fn import_beside(
    store: &Path,
    beside: Option<&Source>,
    paths: &[PathBuf],
    mut progress: impl FnMut(u64),
) -> Result<Report, Error> {
    let (mut files, unreadable) = files(paths);
    // Relations that a table of their own holds come with the items that they connect.
    let links = Links::read(&files)?;
    if links.is_some() {
        files.retain(|path| !is_table_of_relations(path));
    }
    let (mut connection, repaired) = open_for_writing(store)?;
    let transaction = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(|e| Error::sqlite(store, e))?;
    let mut writer = Writer::new(&transaction);
    let mut report = Report { repaired, unreadable, ..Report::default() };
    for file in &files {
        read_file(&mut writer, file, (links.as_ref(), beside), &mut report, &mut progress)
            .map_err(|e| Error::sqlite(store, e))?;
    }
    writer.finish().map_err(|e| Error::sqlite(store, e))?;
    transaction.commit().map_err(|e| Error::sqlite(store, e))?;
    Ok(report)
}

/// Puts a database of the instruments given, no two of them the same, in the place of another, at once when it is whole.
pub fn replace<'i>(store: &Path, instruments: impl IntoIterator<Item = &'i Instrument>) -> Result<(), Error> {
    if let Some(dir) = store.parent() {
        std::fs::create_dir_all(dir).map_err(|e| Error::io(dir, e))?;
    }
    create_whole(store, instruments)
}

/// Reads one file of records into a writer.
pub fn read_into(writer: &mut Writer<'_>, file: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    read_file(writer, file, (None, None), &mut report, &mut |_| {})
        .map_err(|e| Error::sqlite(Path::new(":memory:"), e))?;
    Ok(report)
}

/// One thread reads, this one writes.
fn read_file(
    writer: &mut Writer<'_>,
    path: &Path,
    (links, beside): (Option<&Links>, Option<&Source>),
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> rusqlite::Result<()> {
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(4);
        let reader = scope.spawn(|| read_records(path, links, sender));
        for batch in receiver {
            progress(batch.bytes);
            for (line, record) in batch.records {
                match record {
                    Ok((instrument, keys)) => {
                        if let Some(beside) = beside {
                            compare(beside, path, line, &instrument, report);
                        }
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

/// Notes which facts contradict those that another database has confirmed.
fn compare(beside: &Source, path: &Path, line: usize, instrument: &Instrument, report: &mut Report) {
    let Some(mut known) = Identity::of(instrument).and_then(|identity| beside.find(&identity, instrument)) else {
        return;
    };
    let confirmed = known.confirmed;
    let mut fields = merge_unchecked(&mut known, instrument).contradictory;
    fields.retain(|fact| confirmed.contains(*fact) && !instrument.is_confirmed(*fact));
    if !fields.is_empty() {
        report.contradictory_count += 1;
        if report.contradictory.len() < KEPT {
            report.contradictory.push(Contradiction { path: path.to_owned(), line, label: instrument.label(), fields });
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::catalogue::model::Fact;
    use crate::i18n::date::write_iso;
    use std::io::Write;

    fn write(dir: &Path, name: &str, content: &str) -> PathBuf {
        let path = dir.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    #[test]
    fn a_broken_line_is_reported_and_skipped() {
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
        let contradiction = &report.contradictory[0];
        assert_eq!((contradiction.line, contradiction.label.as_str()), (2, "Nghị định 30/2020/NĐ-CP"));
        assert_eq!(contradiction.fields, [Fact::Issued]);
        assert_eq!(import(&store, &[second], |_| {}).unwrap().unchanged, 1);
        let (catalogue, errors) = Catalogue::open(&[store]);
        assert!(errors.is_empty(), "{errors:?}");
        let found = catalogue.by_name("Nghị định 30");
        assert_eq!(found[0].source.as_deref(), Some("a.jsonl"));
        assert_eq!(found[0].origins.get("issued").map(String::as_str), Some("b.csv"));
        assert_eq!(found[0].issued.map(write_iso).as_deref(), Some("2020-03-05"));
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
        assert_eq!(read, sizes, "every byte of the files is counted");
        assert!(matches!(report.unreadable[..], [Error::Format { .. }, Error::Io { .. }]), "{:?}", report.unreadable);
    }

    #[test]
    fn a_damaged_database_is_quarantined() {
        let dir = tempfile::tempdir().unwrap();
        let store = write(
            dir.path(),
            "catalogue.db",
            "this is no database, but long enough to be looked at as one, so it is refused",
        );
        let file = write(dir.path(), "a.jsonl", "{\"number\":\"30/2020/NĐ-CP\"}");
        let report = import(&store, &[file], |_| {}).unwrap();
        assert_eq!(report.new, 1);
        assert!(report.repaired.unwrap().quarantined.exists());
    }
}

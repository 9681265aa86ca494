//! The catalogue that comes with the program.
//!
//! The facts are JSON Lines under `data/catalogue` (see `data/README.md`). The build compresses them into the program; on
//! first use they become a database in the user's cache directory.

use super::model::{Instrument, Provision, Record, RecordError, merge, same_instrument};
use super::outlines;
use super::store::{Access, Error, FormatError, Source, VERSION, create_whole, quarantine};
use crate::cite::Number;
use crate::files::dirs;
use crate::law::TypeId;
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::{Duration, SystemTime};

/// The files of facts, one after the other, each after a line with its name; compressed by `build.rs`.
const FACTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/builtin.jsonl.zst"));

/// The lines of `usage.jsonl` with acts that are cited together, compressed.
const COMPANIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/companions.zst"));

/// Changes with every change of the facts.
const HASH: &str = env!("VIENDAN_BUILTIN_HASH");

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const MONTH: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// The built-in catalogue as it could be opened.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    pub source: Source,
    /// Why it is held in memory, where its database can't be kept.
    pub not_kept: Option<Arc<Error>>,
}

/// Opens the built-in catalogue once for all that ask.
pub(super) fn open() -> Result<Opened, Error> {
    static OPENED: OnceLock<Opened> = OnceLock::new();
    if let Some(opened) = OPENED.get() {
        return Ok(opened.clone());
    }
    let in_memory = |not_kept| Ok(Opened { source: Source::in_memory_new(&instruments()?)?, not_kept });
    let opened = match cache_file().map(|path| open_in(&path)) {
        Some(Ok(source)) => Opened { source, not_kept: None },
        Some(Err(error)) => in_memory(Some(Arc::new(error)))?,
        None => in_memory(None)?,
    };
    Ok(OPENED.get_or_init(|| opened).clone())
}

/// Where the database is. The name carries the hash of the facts and the version of the tables, so that another version of the program makes its own.
fn cache_file() -> Option<PathBuf> {
    Some(dirs::cache()?.join(format!("catalogue-{}-{HASH}.db", VERSION)))
}

/// Opens the database, and makes it where it is missing or damaged.
fn open_in(path: &Path) -> Result<Source, Error> {
    if path.exists() {
        match Source::open(path, Access::Immutable) {
            Ok(source) => {
                note_use(path);
                return Ok(source);
            }
            Err(error) => {
                tracing::warn!("{error}");
                quarantine(path)?;
            }
        }
    }
    let dir = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(dir).map_err(|e| Error::io(dir, e))?;
    // Of two processes that make it at once, the later one's file takes the place of an equal one.
    create_whole(path, &instruments()?)?;
    remove_older(path);
    Source::open(path, Access::Immutable)
}

/// Notes that a database is in use, once a day: its time of modification, for nobody writes to it.
fn note_use(path: &Path) {
    if age(path).is_some_and(|age| age > DAY) {
        let _ = std::fs::File::options().write(true).open(path).and_then(|file| file.set_modified(SystemTime::now()));
    }
}

/// How long ago a file was last modified; `None` where that is not known.
fn age(path: &Path) -> Option<Duration> {
    std::fs::metadata(path).and_then(|file| file.modified()).ok()?.elapsed().ok()
}

/// Deletes the databases that former versions of the program made and nobody has opened for a month. One that another version
/// uses stays: its threads connect to it when they first ask. The user may keep files of their own in the folder: only names that
/// the program gives are taken.
fn remove_older(path: &Path) {
    let Some(entries) = path.parent().and_then(|dir| std::fs::read_dir(dir).ok()) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_former = name.to_str().is_some_and(is_built_in) && Some(name.as_os_str()) != path.file_name();
        if is_former && age(&entry.path()).is_some_and(|age| age > MONTH) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Whether a file has a name of exactly the form that [`cache_file`] makes: `catalogue-12-00c0ffee00c0ffee.db`.
fn is_built_in(name: &str) -> bool {
    let parts = name.strip_prefix("catalogue-").and_then(|n| n.strip_suffix(".db")).and_then(|n| n.split_once('-'));
    parts.is_some_and(|(version, hash)| {
        let is_version = !version.is_empty() && version.bytes().all(|b| b.is_ascii_digit());
        is_version && hash.len() == HASH.len() && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// The heading of one article of an instrument, from `headings.jsonl`.
#[derive(Debug, Deserialize)]
struct Heading {
    number: String,
    #[serde(flatten)]
    provision: Provision,
}

/// A name under which every act of a title is cited, from `names.jsonl`: "BLDS" for "Bộ luật Dân sự".
#[derive(Debug, Deserialize)]
struct Name {
    form: String,
    title: String,
}

/// How many documents cite an instrument, from `usage.jsonl`.
#[derive(Debug, Deserialize)]
struct Usage {
    number: Option<String>,
    name: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    year: Option<u16>,
    documents: u32,
    #[serde(default)]
    with: Vec<String>,
}

/// The numbers of the acts that documents cite together with an act that comes with the program, the closest first.
pub fn companions(number: &str) -> &'static [String] {
    static BY_NUMBER: LazyLock<FxHashMap<String, Vec<String>>> = LazyLock::new(|| {
        let lines = zstd::decode_all(COMPANIONS).unwrap_or_default();
        let usage = lines.split(|b| *b == b'\n').filter_map(|line| serde_json::from_slice::<Usage>(line).ok());
        usage.filter(|u| !u.with.is_empty()).filter_map(|u| Some((u.number?, u.with))).collect()
    });
    BY_NUMBER.get(number).map_or(&[], Vec::as_slice)
}

/// Counts of citations from other sources than [`Usage`] also count an act's own notes in the codification: they only tell
/// that it is cited at all. What is kept by hand is known by heart.
const CITED_AT_ALL: u32 = 2;

/// All instruments of the facts; what is kept by hand overrides what was collected.
pub(super) fn instruments() -> Result<Vec<Instrument>, Error> {
    let mut facts = Facts::default();
    let mut file = String::new();
    let facts_as_text = zstd::Decoder::new(FACTS).map_err(|e| Error::io(Path::new("builtin"), e))?;
    for (n, line) in BufReader::new(facts_as_text).lines().enumerate() {
        let line = line.map_err(|e| Error::io(Path::new("builtin"), e))?;
        if let Some(name) = line.strip_prefix("# ") {
            name.clone_into(&mut file);
            continue;
        }
        facts
            .add(&file, &line)
            .map_err(|cause| Error::format(Path::new(&file), FormatError::Facts(format!("line {}: {cause}", n + 1))))?;
    }
    facts.mark_outlined();
    Ok(facts.instruments)
}

#[derive(Default)]
struct Facts {
    instruments: Vec<Instrument>,
    by_key: FxHashMap<String, Vec<usize>>,
    by_title: FxHashMap<String, Vec<usize>>,
    /// The instruments whose headings were given by hand: they replace what was collected.
    with_headings: FxHashSet<usize>,
}

impl Facts {
    fn add(&mut self, file: &str, line: &str) -> Result<(), RecordError> {
        let json = |e: serde_json::Error| RecordError::json(&e);
        match file {
            "headings.jsonl" => {
                let heading: Heading = serde_json::from_str(line).map_err(json)?;
                let key = key_of(&heading.number);
                for &at in self.by_key.get(&key).into_iter().flatten() {
                    let provisions = &mut self.instruments[at].provisions;
                    if self.with_headings.insert(at) {
                        provisions.clear();
                    }
                    provisions.push(heading.provision.clone());
                }
            }
            "usage.jsonl" => {
                let usage: Usage = serde_json::from_str(line).map_err(json)?;
                self.count(&usage);
            }
            "names.jsonl" => {
                let name: Name = serde_json::from_str(line).map_err(json)?;
                for &at in self.by_title.get(&fold::words(&name.title)).into_iter().flatten() {
                    self.instruments[at].aliases.push(name.form.clone());
                }
            }
            _ => {
                let record: Record = serde_json::from_str(line).map_err(json)?;
                let mut instrument = record.into_instrument()?;
                if file != "curated.jsonl" {
                    instrument.cited = instrument.cited.min(CITED_AT_ALL);
                }
                self.add_instrument(instrument);
            }
        }
        Ok(())
    }

    /// Takes over how many documents cite an instrument.
    fn count(&mut self, usage: &Usage) {
        let known = match (&usage.number, &usage.name) {
            (Some(number), _) => self.by_key.get(&key_of(number)),
            (None, Some(name)) => self.by_title.get(&fold::words(name)),
            (None, None) => None,
        };
        let is_meant = |i: &Instrument| i.kind.as_str() == usage.kind && i.year == usage.year;
        if let Some(&at) = known.into_iter().flatten().find(|&&at| is_meant(&self.instruments[at])) {
            let cited = &mut self.instruments[at].cited;
            *cited = usage.documents.max(*cited);
        }
    }

    /// Notes which instruments have an outline: the Assembly's texts are laws, and of two decrees of a number it isn't known
    /// whose it is.
    fn mark_outlined(&mut self) {
        for number in outlines::numbers() {
            let all = self.by_key.get(&key_of(number)).map_or(&[][..], Vec::as_slice);
            let is_law = |at: &&usize| matches!(self.instruments[**at].kind, TypeId::LUAT | TypeId::BO_LUAT);
            let one = match all {
                [one] => Some(*one),
                several => several.iter().find(is_law).copied(),
            };
            if let Some(at) = one {
                self.instruments[at].outlined = true;
            }
        }
    }

    fn add_instrument(&mut self, instrument: Instrument) {
        let key = instrument.number.as_deref().map_or_else(String::new, key_of);
        let known = self.by_key.entry(key).or_default();
        if let Some(&at) = known.iter().find(|&&at| same_instrument(&self.instruments[at], &instrument)) {
            merge(&mut self.instruments[at], &instrument);
            return;
        }
        let at = self.instruments.len();
        known.push(at);
        if let Some(title) = &instrument.title {
            self.by_title.entry(fold::words(title)).or_default().push(at);
        }
        self.instruments.push(instrument);
    }
}

fn key_of(number: &str) -> String {
    Number::parse(number).map_or_else(|| number.to_owned(), |n| n.key())
}

#[cfg(test)]
mod tests {
    use super::super::{Catalogue, Fact, Status, Validity};
    use super::*;
    use crate::i18n::date::write_iso;
    use time::macros::date;

    fn builtin() -> Catalogue {
        let instruments = || Source::in_memory_new(&super::instruments().unwrap()).unwrap();
        static SOURCE: OnceLock<Source> = OnceLock::new();
        Catalogue::of_sources(vec![SOURCE.get_or_init(instruments).clone()])
    }

    #[test]
    fn a_decree_has_its_date_and_name_confirmed() {
        let decree = builtin().by_number("30/2020/NĐ-CP").remove(0);
        assert_eq!(decree.issued.map(write_iso).as_deref(), Some("2020-03-05"));
        assert!(decree.is_confirmed(Fact::Issued) && decree.is_confirmed(Fact::Title), "{:?}", decree.confirmed);
        assert_eq!(decree.title.as_deref(), Some("Về công tác văn thư"));
        assert_eq!(decree.issuer.as_deref(), Some("Chính phủ"));
    }

    #[test]
    fn a_name_means_the_acts_of_all_its_years() {
        let years: Vec<_> = builtin().by_name("Luật Đất đai").iter().filter_map(|i| i.year).collect();
        assert_eq!(&years[..3], [2024, 2013, 2003]);
    }

    #[test]
    fn an_expired_decree_knows_its_successor() {
        let decree = builtin().by_number("110/2004/NĐ-CP").remove(0);
        assert_eq!(decree.status, Some(Status::Expired));
        assert_eq!(
            decree.validity(date!(2021 - 01 - 01)),
            Validity::Expired { since: Some(date!(2020 - 03 - 05)), by: Some("30/2020/NĐ-CP".to_owned()) }
        );
    }

    #[test]
    fn sections_of_a_notice_have_summaries_and_no_date_is_invented() {
        let notice = builtin().by_number("169/TB-VPCP").into_iter().find(|i| i.year == Some(2023)).unwrap();
        assert_eq!(notice.issued, None);
        let section = notice.provisions.iter().find(|p| p.path.as_str() == "Mục 5").unwrap();
        assert!(section.heading.is_some() && section.summary.is_some());
        assert!(builtin().by_name("Đề án 06").iter().any(|i| i.number.as_deref() == Some("06/QĐ-TTg")));
    }

    #[test]
    fn the_catalogue_is_large_and_local_decisions_on_persons_are_left_out() {
        let info = builtin().info().remove(0);
        assert!(info.instruments >= 18_000, "{}", info.instruments);
        assert!(info.with_summary >= 200, "{}", info.with_summary);
    }

    #[test]
    fn the_database_is_made_once_and_a_damaged_one_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("catalogue-x.db");
        let count = |s: &Source| s.info().instruments;
        let made = count(&open_in(&path).unwrap());
        assert_eq!(count(&open_in(&path).unwrap()), made);
        std::fs::write(&path, "cut").unwrap();
        assert_eq!(count(&open_in(&path).unwrap()), made);
        assert!(dir.path().join("catalogue-x.damaged-1.db").exists());
    }

    #[test]
    fn only_databases_of_former_versions_that_nobody_uses_are_deleted() {
        let aged = |path: &Path, age: Duration| {
            let file = std::fs::File::options().write(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - age).unwrap();
        };
        let dir = tempfile::tempdir().unwrap();
        let own = [
            "catalogue-mine.db",
            "catalogue-2025-backup.db",
            "catalogue-11-00c0ffee00c0ffee.damaged-1.db",
            "catalogue-11-00c0ffee00c0ffee.db.bak",
            "catalogue--00c0ffee00c0ffee.db",
            "catalogue-11-00C0FFEE00C0FFEE.db",
            "catalogue-11-00c0ffee00c0ffee-copy.db",
        ];
        let former = ["catalogue-11-00c0ffee00c0ffee.db", "catalogue-9-0123456789abcdef.db"];
        for name in own.iter().chain(&former) {
            std::fs::write(dir.path().join(name), "").unwrap();
            aged(&dir.path().join(name), MONTH + DAY);
        }
        let used = dir.path().join("catalogue-10-00c0ffee00c0ffee.db");
        std::fs::write(&used, "").unwrap();
        aged(&used, MONTH + DAY);
        note_use(&used);
        let path = dir.path().join(cache_file().unwrap().file_name().unwrap());
        std::fs::write(&path, "").unwrap();
        remove_older(&path);
        for name in own {
            assert!(dir.path().join(name).exists(), "{name} is the user's");
        }
        for name in former {
            assert!(!dir.path().join(name).exists(), "{name} is of a former version");
        }
        assert!(path.exists());
        assert!(used.exists(), "another version uses it");
    }
}

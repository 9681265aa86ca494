//! The library (*kho văn bản*): texts of instruments that a team has in folders, read into records with provisions.
//!
//! - [`folder`]: which files there are, and the folders that the user has added for good.
//! - [`units`]: Phần … điểm of a text with their words and places.
//! - [`text`]: the record of an instrument from its text: header, structure, effect, relations.
//!
//! What a text says of itself fills what the catalogue does not know of the instrument; it never corrects it. A text whose
//! header is not recognised, or a file that cannot be read, is reported with its cause and left out.

pub mod folder;
pub mod text;
pub mod units;

use crate::catalogue::model::same_instrument;
use crate::catalogue::{Catalogue, Error, Instrument, Relation, RelationKind, UnitPath};
use crate::cite::Number;
use crate::document::Document;
use crate::files;
use crate::lexicon::Vocabulary;
use crate::text::Span;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use text::Refusal;

/// The largest file that is taken for the text of an instrument.
pub const LARGEST: u64 = 64 << 20;

/// The texts of some folders, as they were last read.
#[derive(Debug, Clone, Default)]
pub struct Library {
    entries: BTreeMap<PathBuf, Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    stamp: folder::Stamp,
    /// The record, or why there is none.
    outcome: Result<Arc<Instrument>, Refusal>,
}

/// What an update did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were read, because they are new or have changed.
    pub read: usize,
    /// Files that are no longer there.
    pub gone: usize,
    /// Folders that could not be walked; one line each, place and cause.
    pub unwalkable: Vec<String>,
}

impl Report {
    /// Whether the library is other than before.
    pub const fn changed(&self) -> bool {
        self.read > 0 || self.gone > 0
    }
}

impl Library {
    /// Brings the library up to date with the files in the folders: reads what is new or has changed, forgets what is
    /// gone. `progress` gets how many of how many files are done, from any thread.
    pub fn update(
        &mut self,
        folders: &[PathBuf],
        vocabulary: &Arc<Vocabulary>,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Report {
        let found = folder::walk(folders);
        let before = self.entries.len();
        self.entries.retain(|path, _| found.files.contains_key(path));
        let mut report = Report { read: 0, gone: before - self.entries.len(), unwalkable: found.problems };
        let stale: Vec<(PathBuf, folder::Stamp)> = found
            .files
            .into_iter()
            .filter(|(path, stamp)| self.entries.get(path).is_none_or(|e| e.stamp != *stamp))
            .collect();
        report.read = stale.len();
        let done = std::sync::atomic::AtomicUsize::new(0);
        progress(0, stale.len());
        let read = || -> Vec<(PathBuf, Entry)> {
            let one = |(path, stamp): &(PathBuf, folder::Stamp)| {
                let outcome = read_file(path, vocabulary).map(Arc::new);
                progress(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, stale.len());
                (path.clone(), Entry { stamp: *stamp, outcome })
            };
            stale.par_iter().map(one).collect()
        };
        // Most changes in a watched folder are of other files: no threads are made for nothing.
        if !stale.is_empty() {
            self.entries.extend(with_own_threads(read));
        }
        report
    }

    /// The files that gave no record, each with the cause.
    pub fn refused(&self) -> impl Iterator<Item = (&Path, &Refusal)> {
        self.entries.iter().filter_map(|(path, e)| Some((path.as_path(), e.outcome.as_ref().err()?)))
    }

    /// The records, each with its file.
    pub fn instruments(&self) -> impl Iterator<Item = (&Path, &Arc<Instrument>)> {
        self.entries.iter().filter_map(|(path, e)| Some((path.as_path(), e.outcome.as_ref().ok()?)))
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The file with the text of an instrument.
    pub fn file_of(&self, instrument: &Instrument) -> Option<&Path> {
        self.instruments().find(|(_, i)| same_instrument(i, instrument)).map(|(path, _)| path)
    }

    /// The records as a catalogue that can be asked before `base`: of what `base` knows of an instrument nothing is said
    /// again, so that a slip in a file does not override a checked fact.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn catalogue(&self, base: &Catalogue) -> Result<Catalogue, Error> {
        let mut all: Vec<Instrument> = self.instruments().map(|(_, i)| (**i).clone()).collect();
        turn_relations(&mut all);
        for i in &mut all {
            let known = i.number.as_deref().map(|n| base.by_number(n)).unwrap_or_default();
            if let Some(known) = known.iter().find(|known| same_instrument(known, i)) {
                keep_what_is_new(i, known);
            }
        }
        Catalogue::of(all)
    }
}

/// Works on threads that nothing else waits for: on the shared ones, what is typed would wait until a folder of a million files is
/// read.
fn with_own_threads<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).div_ceil(2);
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(work),
        Err(error) => {
            tracing::warn!("{error}");
            work()
        }
    }
}

/// Tells the acts of the library that others of it amend, replace or repeal.
fn turn_relations(all: &mut [Instrument]) {
    let key = |number: &str| Number::parse(number).map(|n| n.key());
    let places: FxHashMap<String, usize> =
        all.iter().enumerate().filter_map(|(at, i)| Some((key(i.number.as_deref()?)?, at))).collect();
    let mut turned = Vec::new();
    for i in all.iter() {
        for relation in &i.relations {
            let kind = match relation.kind {
                RelationKind::Amends => RelationKind::AmendedBy,
                RelationKind::Replaces => RelationKind::ReplacedBy,
                RelationKind::Repeals => RelationKind::RepealedBy,
                _ => continue,
            };
            if let (Some(&at), Some(number)) = (key(&relation.target).and_then(|k| places.get(&k)), &i.number) {
                turned.push((at, Relation { kind, target: number.clone(), date: i.effective, note: None }));
            }
        }
    }
    for (at, relation) in turned {
        let relations = &mut all[at].relations;
        if !relations.iter().any(|r| r.kind == relation.kind && r.target == relation.target) {
            relations.push(relation);
        }
    }
}

/// Leaves of a record only what the other one does not say.
fn keep_what_is_new(record: &mut Instrument, known: &Instrument) {
    macro_rules! leave_to_it {
        ($($field:ident),+) => {$( if known.$field.is_some() { record.$field = None; } )+};
    }
    leave_to_it!(effective, summary, articles, chapters, source);
    // What identifies the instrument stays, or it would be another one.
    record.issuer = known.issuer.clone().or_else(|| record.issuer.take());
    record.issued = known.issued.or(record.issued);
    record.year = known.year.or(record.year);
    record.title = known.title.clone().or_else(|| record.title.take());
    let told = |r: &Relation| known.relations.iter().any(|k| k.kind == r.kind && k.target == r.target);
    record.relations.retain(|r| !told(r));
}

/// Reads a file into a record. The error is the cause alone.
fn read_file(path: &Path, vocabulary: &Arc<Vocabulary>) -> Result<Instrument, Refusal> {
    let content = files::read(path, LARGEST).map_err(|e| Refusal::Unreadable(Arc::new(e.cause)))?;
    let document = Document::read(&content.text, files::format_of(path), vocabulary);
    let mut instrument = text::instrument(&document, &content.text)?;
    instrument.source = path.file_name().map(|n| n.to_string_lossy().into_owned());
    Ok(instrument)
}

/// The catalogue with the texts of some folders before it, the library, and what the reading did.
///
/// # Errors
/// When SQLite fails.
pub fn open(
    folders: &[PathBuf],
    base: &Catalogue,
    vocabulary: &Arc<Vocabulary>,
) -> Result<(Catalogue, Library, Report), Error> {
    let mut library = Library::default();
    let report = library.update(folders, vocabulary, &|_, _| {});
    let catalogue = library.catalogue(base)?.layered_over(base);
    Ok((catalogue, library, report))
}

/// Where a unit is in a file, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The text of the file.
    pub text: String,
    pub span: Span,
    /// A Word file: the span is one of the text that it holds, not of the file.
    pub word: bool,
}

/// Finds the unit of a path (the smallest unit that there is, else those
/// that hold it) in a file; the beginning of the text where there is none of them.
///
/// # Errors
/// When the file cannot be read any more.
pub fn place(path: &Path, units: &[UnitPath], vocabulary: &Arc<Vocabulary>) -> Result<Place, files::FileError> {
    let content = files::read(path, LARGEST)?;
    let document = Document::read(&content.text, files::format_of(path), vocabulary);
    let found = units::Units::of(&document, &content.text);
    let span = units.iter().find_map(|wanted| found.list.iter().find(|u| u.path == *wanted)).map(|u| u.label);
    Ok(Place { span: span.unwrap_or_default(), word: content.paragraphs.is_some(), text: content.text })
}

//! The catalogue: one or more databases that are asked together.
//!
//! What several databases know of one instrument is merged; the files that a user adds override the built-in catalogue. Row
//! ids are given in order of weight (in force, often cited, recent first), so that what a search finds first is what matters
//! most.
//!
//! Below: [`layers`], how the databases are put together; [`coverage`] and [`names`], what they know of series of numbers and
//! of names; [`lists`], what is kept in memory for completion; [`data_version`], when answers that are kept must be forgotten; [`memo`], the questions whose answers are kept
//! for the rules.

mod coverage;
mod data_version;
mod layers;
mod lists;
mod memo;
mod names;

pub use lists::{Named, Series};
pub use memo::MemoKey;

use super::model::{Identity, Instrument, InstrumentId};
use super::store::cache::Cache;
use super::store::{Access, COLUMNS, Coverage, Error, Source, SourceInfo};
use super::{builtin, import};
use crate::cite::Number;
use crate::files::dirs;
use crate::i18n::date::write_iso;
use crate::text::fold;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use time::Date;

/// An open catalogue, or several that are asked in order. Cheap to clone, safe to share between threads.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    inner: Arc<Inner>,
}

/// So many databases are asked; of more the first are left out.
const MOST_SOURCES: usize = 127;

/// So many instruments of one number are read from a database: of a local number there may be thousands.
const OF_A_NUMBER: usize = 100;

#[derive(Debug, Default)]
struct Inner {
    /// In the order of precedence: what an earlier one says wins.
    sources: Vec<Source>,
    /// Whether the last source holds facts learnt from citations, which rank below the built-in ones.
    harvested: bool,
    by_key: Cache<String, Arc<[Arc<Instrument>]>>,
    by_name: Cache<String, Arc<[Arc<Instrument>]>>,
    coverage: Cache<String, Coverage>,
    memo: Cache<MemoKey, Arc<[Arc<Instrument>]>>,
    listed: Cache<InstrumentId, Option<Arc<Instrument>>>,
    lists: Mutex<lists::Lists>,
    seen: Mutex<data_version::Seen>,
}

impl Catalogue {
    /// A catalogue that knows nothing.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The catalogue that comes with the program, from the cache directory, where it is made on first use; in memory
    /// where that directory cannot be written.
    pub fn builtin() -> Result<Self, Error> {
        Ok(Self::of_sources(vec![builtin::open()?.source]))
    }

    /// The files given (`.db`, or records as JSON Lines or CSV, also compressed), what the user has imported, and the
    /// built-in catalogue, in this order of precedence. A file that cannot be used is reported and left out; so is that the
    /// database of the built-in catalogue could not be kept, which is in memory then.
    pub fn open(files: &[PathBuf]) -> (Self, Vec<Error>) {
        let mut errors = Vec::new();
        let mut sources = Vec::new();
        for file in files {
            match Self::open_file(file, &mut errors) {
                Ok(source) => sources.push(source),
                Err(error) => errors.push(error),
            }
        }
        if let Some(path) = Self::user_store().filter(|p| p.is_file() && !files.contains(p)) {
            match Source::open_own(&path) {
                Ok((source, repaired)) => {
                    sources.push(source);
                    errors.extend(repaired.map(|repaired| Error::Repaired { path, repaired }));
                }
                Err(error) => errors.push(error),
            }
        }
        match builtin::open() {
            Ok(builtin) => {
                sources.push(builtin.source);
                errors.extend(builtin.not_kept.map(Error::NotKept));
            }
            Err(error) => errors.push(error),
        }
        let mut harvested = false;
        if let Some(path) = Self::harvest_store().filter(|p| p.is_file() && !files.contains(p)) {
            match Source::open_own(&path) {
                Ok((source, repaired)) => {
                    sources.push(source);
                    errors.extend(repaired.map(|repaired| Error::Repaired { path, repaired }));
                    harvested = true;
                }
                Err(error) => errors.push(error),
            }
        }
        (Self::with_sources(sources, harvested), errors)
    }

    /// A catalogue in memory that holds the instruments given.
    pub fn of(instruments: impl IntoIterator<Item = Instrument>) -> Result<Self, Error> {
        Ok(Self::of_sources(vec![Source::in_memory(instruments)?]))
    }

    /// This catalogue, and where it knows nothing another one: the facts of this one override those of `base`.
    pub fn layered_over(&self, base: &Self) -> Self {
        let sources = self.inner.sources.iter().chain(&base.inner.sources).cloned().collect();
        Self::with_sources(sources, base.inner.harvested)
    }

    /// The database that `viendan catalogue import` writes to: `catalogue.db` in the user's data directory;
    /// `VIENDAN_DATA_DIR` names another directory.
    pub fn user_store() -> Option<PathBuf> {
        Some(dirs::data()?.join("catalogue.db"))
    }

    /// The database of facts learnt from citations, beside the user's own.
    pub fn harvest_store() -> Option<PathBuf> {
        Self::user_store().map(|path| path.with_file_name("harvest.db"))
    }

    /// This catalogue without the facts learnt from citations.
    pub fn without_harvest(&self) -> Self {
        let kept = self.inner.sources.len() - usize::from(self.inner.harvested);
        Self::of_sources(self.inner.sources[..kept].to_vec())
    }

    pub(super) fn of_sources(sources: Vec<Source>) -> Self {
        Self::with_sources(sources, false)
    }

    fn with_sources(mut sources: Vec<Source>, harvested: bool) -> Self {
        // An id has one byte for the database.
        let surplus = sources.len().saturating_sub(MOST_SOURCES);
        sources.drain(..surplus);
        Self { inner: Arc::new(Inner { sources, harvested, ..Inner::default() }) }
    }

    fn open_file(file: &Path, errors: &mut Vec<Error>) -> Result<Source, Error> {
        if file.extension().is_some_and(|e| e.eq_ignore_ascii_case("db") || e.eq_ignore_ascii_case("sqlite")) {
            return Source::open(file, Access::Shared);
        }
        let mut source = Source::new_in_memory()?;
        let report = source.write(|writer| import::read_into(writer, file))??;
        errors.extend(report.refused);
        errors.extend(report.unreadable);
        Ok(source)
    }

    pub(crate) fn sources(&self) -> &[Source] {
        &self.inner.sources
    }

    /// All instruments of a canonical number, most cited first.
    pub fn by_number(&self, number: &str) -> Vec<Arc<Instrument>> {
        let key = Number::parse(number).map_or_else(|| fold::tidy(number), |n| n.key());
        self.by_key(&key).to_vec()
    }

    /// The instruments whose numbers have the [`Number::key`] given, most cited first; the hundred that matter most where
    /// every place has its own. From the cache it costs a hash.
    pub fn by_key(&self, key: &str) -> Arc<[Arc<Instrument>]> {
        self.forget_if_stale();
        self.inner.by_key.get_or(key, || {
            let sql = format!("SELECT {COLUMNS} FROM instrument WHERE key = ?1 ORDER BY id LIMIT {OF_A_NUMBER}");
            self.collect(&sql, [key], |a, b| b.cited.cmp(&a.cited))
        })
    }

    /// The instruments of a type (its Vietnamese name, "Nghị định") that were issued on a day, most cited first; at most a
    /// hundred.
    pub fn issued_on(&self, kind: &str, day: Date) -> Arc<[Arc<Instrument>]> {
        let sql =
            format!("SELECT {COLUMNS} FROM instrument WHERE issued = ?1 AND kind = ?2 ORDER BY id LIMIT {OF_A_NUMBER}");
        self.forget_if_stale();
        self.collect(&sql, [write_iso(day).as_str(), kind], |a, b| b.cited.cmp(&a.cited))
    }

    /// The instruments of a local number whose issuer one of the places is, in the form of an [`Identity`](super::model::Identity).
    pub(super) fn by_key_and_place(&self, key: &str, places: &[String]) -> Vec<Arc<Instrument>> {
        let sql = format!("SELECT {COLUMNS} FROM instrument WHERE key = ?1 AND place = ?2 ORDER BY id");
        self.forget_if_stale();
        let of_place = |place: &String| {
            let question = format!("{key}\n{place}");
            self.inner.by_key.get_or(&question, || self.collect(&sql, [key, place], |a, b| b.cited.cmp(&a.cited)))
        };
        places.iter().flat_map(|place| of_place(place).to_vec()).collect()
    }

    /// The instruments that answer a question about a citation, found once: rules ask the same ones at every keystroke.
    pub fn memo(&self, key: MemoKey, find: impl FnOnce() -> Vec<Arc<Instrument>>) -> Arc<[Arc<Instrument>]> {
        self.forget_if_stale();
        self.inner.memo.get_or(&key, || find().into())
    }

    /// All instruments that have a name or alias (any case and tone style), latest first: "Luật Đất đai" of 2024, 2013 …
    pub fn by_name(&self, name: &str) -> Vec<Arc<Instrument>> {
        self.forget_if_stale();
        let folded = fold::words(name);
        let found = self.inner.by_name.get_or(&folded, || {
            let sql = format!(
                "SELECT {COLUMNS} FROM name JOIN instrument ON instrument.id = name.instrument WHERE name.folded = ?1"
            );
            self.collect(&sql, [&folded], |a, b| (b.issued, b.year).cmp(&(a.issued, a.year)))
        });
        found.to_vec()
    }

    pub fn by_id(&self, id: InstrumentId) -> Option<Arc<Instrument>> {
        let source = self.index_of(id.source)?;
        let instrument = self.inner.sources[source].instrument(id.row)?;
        Some(self.merged(instrument, source))
    }

    /// Calls `each` with the record of every instrument as all databases know it together, each once, database by database
    /// in order of weight. Stops at the first error that `each` returns.
    pub fn export<E>(&self, mut each: impl FnMut(&Instrument) -> Result<(), E>) -> Result<(), E> {
        for (index, source) in self.inner.sources.iter().enumerate() {
            let mut after = i64::MIN;
            loop {
                let page = source.page(after, 500);
                let Some(last) = page.last() else { break };
                after = last.id.row;
                for instrument in page {
                    let identity = Identity::of(&instrument).filter(|_| index > 0);
                    let is_exported = identity
                        .is_some_and(|i| self.inner.sources[..index].iter().any(|s| s.find(&i, &instrument).is_some()));
                    if !is_exported {
                        each(&self.merged(instrument, index))?;
                    }
                }
            }
        }
        Ok(())
    }

    /// What the catalogue holds, for `catalogue info`.
    pub fn info(&self) -> Vec<SourceInfo> {
        self.inner.sources.iter().map(Source::info).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::record::Record;

    pub(super) fn instruments(lines: &str) -> Vec<Instrument> {
        lines.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()).collect()
    }

    /// Seven acts.
    pub(super) fn sample() -> Catalogue {
        Catalogue::of(instruments(
            r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","title":"Về công tác văn thư","confirmed":["issued"],"cited":40,"provisions":[{"path":"Điều 1","heading":"Phạm vi điều chỉnh"}]}
{"number":"31/2020/NĐ-CP","issued":"2020-03-05"}
{"number":"33/2020/NĐ-CP","issued":"2020-03-05"}
{"number":"06/QĐ-TTg","type":"Quyết định","issued":"2022-01-06","aliases":["Đề án 06"],"cited":9}
{"number":"06/QĐ-TTg","type":"Quyết định","issued":"2021-01-05","cited":2}
{"number":"31/2024/QH15","type":"Luật","issued":"2024-01-18","title":"Luật Đất đai"}
{"number":"45/2013/QH13","type":"Luật","issued":"2013-11-29","title":"Luật Đất đai","aliases":["LĐĐ"]}"#,
        ))
        .unwrap()
    }

    #[test]
    fn a_number_is_found_in_any_writing_and_can_mean_several() {
        let c = sample();
        assert_eq!(c.by_number("30/2020/NĐ-CP")[0].title.as_deref(), Some("Về công tác văn thư"));
        assert_eq!(c.by_number("6/QĐ-TTg").iter().map(|i| i.year).collect::<Vec<_>>(), [Some(2022), Some(2021)]);
        assert!(c.by_number("99/2020/NĐ-CP").is_empty());
    }

    #[test]
    fn a_name_is_found_in_any_tone_style_latest_first() {
        let numbers: Vec<_> = sample().by_name("LUẬT đất đai").iter().map(|i| i.number.clone().unwrap()).collect();
        assert_eq!(numbers, ["31/2024/QH15", "45/2013/QH13"]);
        assert_eq!(sample().by_name("Đề án 06")[0].number.as_deref(), Some("06/QĐ-TTg"));
    }

    #[test]
    fn an_id_leads_back_to_the_instrument() {
        let c = sample();
        let found = c.by_number("30/2020/NĐ-CP").remove(0);
        assert_eq!(c.by_id(found.id), Some(found.clone()));
        assert_eq!(found.provisions[0].heading.as_deref(), Some("Phạm vi điều chỉnh"));
        assert_eq!(c.by_id(InstrumentId::from(-1)), None);
        assert_eq!(c.by_id(InstrumentId::from(i64::MAX)), None);
    }
}

//! The store: SQLite files of instruments, look-up by number, name and id.
//!
//! A [`Catalogue`] is one or more databases that are asked together. What several of them know of the same instrument is
//! put together; the files that a user adds go before the built-in catalogue. Row ids are given in order of weight (in
//! force, often cited, recent first), so that what a search finds first is what matters most.

mod cache;
mod fresh;
mod identity;
mod index;
mod numbers;
mod row;
mod schema;
mod source;
mod write;

pub use identity::{Identity, Merge, merge, same_instrument};
pub(super) use identity::{loose_identity, numbered_apart, same_title};
use row::COLUMNS;
pub(super) use row::Candidate;
pub(super) use schema::{VERSION, number_typed};
pub use source::Mended;
pub(super) use source::{Access, Source, Term, set_aside};
pub use write::{Added, Keys, Writer};

use super::record::Record;
use super::{Instrument, import};
use crate::cite::{Family, Number};
use crate::lexicon::NamedInstrument;
use crate::text::fold;
use cache::Cache;
use rusqlite::OptionalExtension;
use rustc_hash::{FxHashMap, FxHashSet};
use schema::series_of;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What can go wrong with a catalogue, with place and cause.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}: {cause}", path.display())]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("{}: {cause}", path.display())]
    Sqlite { path: PathBuf, cause: rusqlite::Error },
    /// A file that is no catalogue, or a damaged one.
    #[error("{}: {cause}", path.display())]
    Format { path: PathBuf, cause: String },
    /// A damaged database of the user that was made anew.
    #[error("{}: {}; tệp cũ để tại {}, đã lấy lại {} văn bản", path.display(), mended.cause, mended.aside.display(), mended.saved)]
    Mended { path: PathBuf, mended: Mended },
    /// A line of a file of records.
    #[error("{}:{line}: {cause}", path.display())]
    Line { path: PathBuf, line: usize, cause: String },
}

impl Error {
    pub(super) fn io(path: &Path, cause: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), cause }
    }

    pub(super) fn sqlite(path: &Path, cause: rusqlite::Error) -> Self {
        Self::Sqlite { path: path.to_owned(), cause }
    }
}

/// How far the catalogue knows a series of numbers: (type and issuer, year or term).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// How many numbers of the series are known.
    pub known: u32,
    /// The highest known.
    pub highest: u32,
}

impl Coverage {
    /// Share of the numbers up to the highest that are known, in percent.
    pub fn percent(&self) -> u32 {
        (self.known * 100).checked_div(self.highest).unwrap_or(0)
    }
}

/// An open catalogue, or several that are asked in order. Cheap to clone, safe to share between threads.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    inner: Arc<Inner>,
}

/// So many instruments of one number are read from a database: of a local number there may be thousands.
const OF_A_NUMBER: usize = 100;

/// What an id says of the database that it belongs to: its upper bits.
const SOURCE_SHIFT: u32 = 44;

#[derive(Debug, Default)]
struct Inner {
    /// In the order of their standing: what an earlier one says wins.
    sources: Vec<Source>,
    /// Whether the last source holds facts learnt from citations, which stand below the built-in ones.
    harvested: bool,
    by_key: Cache<Arc<[Arc<Instrument>]>>,
    by_name: Cache<Arc<[Arc<Instrument>]>>,
    coverage: Cache<Coverage>,
    kept: Cache<Arc<[Arc<Instrument>]>>,
    seen: Mutex<fresh::Seen>,
}

impl Catalogue {
    /// A catalogue that knows nothing.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The catalogue that comes with the program, from the cache directory, where it is made on first use; in memory
    /// where that directory cannot be written.
    pub fn builtin() -> Result<Self, Error> {
        Ok(Self::of_sources(vec![super::builtin::open()?]))
    }

    /// The files given (`.db`, or records as JSON Lines or CSV, also compressed), what the user has imported, and the
    /// built-in catalogue, in this order of standing. A file that cannot be used is told and left out.
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
                Ok((source, mended)) => {
                    sources.push(source);
                    errors.extend(mended.map(|mended| Error::Mended { path, mended }));
                }
                Err(error) => errors.push(error),
            }
        }
        match super::builtin::open() {
            Ok(source) => sources.push(source),
            Err(error) => errors.push(error),
        }
        let mut harvested = false;
        if let Some(path) = Self::harvest_store().filter(|p| p.is_file() && !files.contains(p)) {
            match Source::open_own(&path) {
                Ok((source, mended)) => {
                    sources.push(source);
                    errors.extend(mended.map(|mended| Error::Mended { path, mended }));
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

    /// This catalogue with another one asked before it.
    pub fn behind(&self, first: &Self) -> Self {
        let sources = first.inner.sources.iter().chain(&self.inner.sources).cloned().collect();
        Self::with_sources(sources, self.inner.harvested)
    }

    /// The database that `viendan catalogue import` writes to: `catalogue.db` in the user's data directory;
    /// `VIENDAN_DATA_DIR` names another directory.
    pub fn user_store() -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        if let Some(dir) = std::env::var_os("VIENDAN_DATA_DIR") {
            return Some(PathBuf::from(dir).join("catalogue.db"));
        }
        let dirs = etcetera::choose_base_strategy().ok()?;
        Some(dirs.data_dir().join("viendan").join("catalogue.db"))
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
        // Seven bits of an id are for the database.
        if sources.len() > 127 {
            sources.drain(..sources.len() - 127);
        }
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

    pub(super) fn sources(&self) -> &[Source] {
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

    /// The instruments of a local number whose issuer one of the places is, in the form of an [`Identity`].
    pub(super) fn by_key_and_place(&self, key: &str, places: &[String]) -> Vec<Arc<Instrument>> {
        let sql = format!("SELECT {COLUMNS} FROM instrument WHERE key = ?1 AND place = ?2 ORDER BY id");
        self.forget_if_stale();
        let of_place = |place: &String| {
            let question = format!("{key}\n{place}");
            self.inner.by_key.get_or(&question, || self.collect(&sql, [key, place], |a, b| b.cited.cmp(&a.cited)))
        };
        places.iter().flat_map(|place| of_place(place).to_vec()).collect()
    }

    /// The answer to a question about a citation, found once: rules ask the same ones at every keystroke. `question` tells it
    /// from all others; few instruments answer it.
    pub fn kept(&self, question: &str, find: impl FnOnce() -> Vec<Arc<Instrument>>) -> Arc<[Arc<Instrument>]> {
        self.forget_if_stale();
        self.inner.kept.get_or(question, || find().into())
    }

    /// All instruments that bear a name or alias (any case and tone style), latest first: "Luật Đất đai" of 2024, 2013 …
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

    pub fn by_id(&self, id: i64) -> Option<Arc<Instrument>> {
        let index = usize::try_from(id >> SOURCE_SHIFT).ok()?;
        let row = id & ((1 << SOURCE_SHIFT) - 1);
        if index >= self.inner.sources.len() {
            return None;
        }
        let source = self.turned(index);
        let instrument = self.inner.sources[source].instrument(row)?;
        Some(self.together(instrument, source))
    }

    /// An instrument of one database as all of them know it together; its id is that of the last one that has it, which
    /// stays the same whatever else is open.
    fn together(&self, instrument: Instrument, source: usize) -> Arc<Instrument> {
        let Some(identity) = Identity::of(&instrument).filter(|_| self.inner.sources.len() > 1) else {
            return Arc::new(self.place(instrument, source));
        };
        let mut found = None::<Instrument>;
        for (index, other) in self.inner.sources.iter().enumerate() {
            let next = if index == source { Some(instrument.clone()) } else { other.find(&identity, &instrument) };
            let Some(mut next) = next.map(|i| self.place(i, index)) else { continue };
            // The earlier database wins: its facts are laid over the later one's.
            if let Some(earlier) = &found {
                merge(&mut next, earlier);
            }
            found = Some(next);
        }
        Arc::new(found.unwrap_or(instrument))
    }

    /// How far the series of a number is known.
    pub fn coverage(&self, number: &Number) -> Coverage {
        self.coverage_of(number, None, None)
    }

    /// How far the series of a number is known, with what is known of its type (laws and resolutions share the
    /// Assembly's symbol) and year of issue (administrative numbers start again each year and do not show it). Where that
    /// is open, the worse known series counts, or all years together.
    pub fn coverage_of(&self, number: &Number, kind: Option<&str>, year: Option<u16>) -> Coverage {
        if number.is_local() || matches!(number.family, Family::Letter | Family::Old | Family::Consolidated) {
            return Coverage::default();
        }
        self.forget_if_stale();
        let kinds: &[&str] = match (number.family, kind) {
            (Family::Assembly, Some(k)) => &[if k == "Nghị quyết" { "Nghị quyết" } else { "Luật" }],
            (Family::Assembly, None) => &["Luật", "Nghị quyết"],
            (Family::StandingCommittee, Some("Pháp lệnh")) => &["Pháp lệnh"],
            (Family::StandingCommittee, Some(_)) => &["Nghị quyết"],
            (Family::StandingCommittee, None) => &["Pháp lệnh", "Nghị quyết"],
            _ => &[""],
        };
        let of = |kind: &str| match series_of(number, kind, year) {
            Some(series) => self.inner.coverage.get_or(&series, || self.sum_coverage(&series, "series = ?1")),
            // An administrative number without its year: all years of the series together.
            None => {
                let pattern = format!("{} (", number.symbol());
                self.inner
                    .coverage
                    .get_or(&pattern, || self.sum_coverage(&pattern, "substr(series, 1, length(?1)) = ?1"))
            }
        };
        kinds.iter().map(|kind| of(kind)).min_by_key(Coverage::percent).unwrap_or_default()
    }

    /// The best covered database decides: adding up would count an instrument twice.
    fn sum_coverage(&self, series: &str, condition: &str) -> Coverage {
        let sql = format!("SELECT coalesce(sum(known), 0), coalesce(sum(highest), 0) FROM series WHERE {condition}");
        let of_source = |source: &Source| {
            source.read(|c| {
                c.prepare_cached(&sql)?
                    .query_row([series], |r| Ok(Coverage { known: r.get(0)?, highest: r.get(1)? }))
                    .optional()
            })
        };
        // What is only known from citations says nothing of how far a series goes.
        let counted = self.inner.sources.len() - usize::from(self.inner.harvested);
        self.inner.sources[..counted]
            .iter()
            .filter_map(of_source)
            .flatten()
            .max_by_key(|c| (c.highest, c.known))
            .unwrap_or_default()
    }

    /// The names for the recogniser's vocabulary: laws, codes, ordinances, the Constitution, nicknames.
    pub fn names(&self) -> Vec<NamedInstrument> {
        let mut seen = FxHashSet::default();
        let mut out = Vec::new();
        let sql = "SELECT name.form, name.canonical, name.informal, instrument.number FROM name \
                   JOIN instrument ON instrument.id = name.instrument ORDER BY name.folded, instrument.id";
        for source in &self.inner.sources {
            let rows = source.read(|c| {
                c.prepare_cached(sql)?
                    .query_map([], |r| {
                        let (form, canonical): (String, String) = (r.get(0)?, r.get(1)?);
                        let informal: bool = r.get(2)?;
                        Ok(NamedInstrument {
                            number: if informal { r.get(3)? } else { None },
                            form,
                            canonical,
                            informal,
                        })
                    })?
                    .collect::<Result<Vec<_>, _>>()
            });
            let mut rows = rows.unwrap_or_default();
            // A form that means several instruments ("BLDS" of 2005 and 2015) implies no number.
            let mut several = FxHashSet::default();
            for pair in rows.windows(2) {
                if pair[0].form == pair[1].form && pair[0].number != pair[1].number {
                    several.insert(pair[0].form.clone());
                }
            }
            for name in &mut rows {
                if several.contains(&name.form) {
                    name.number = None;
                }
            }
            out.extend(rows.into_iter().filter(|n| seen.insert(n.form.clone())));
        }
        out
    }

    /// Reads the instruments that a query finds in every database, puts together what is one instrument, and sorts.
    fn collect<const N: usize>(
        &self,
        sql: &str,
        parameters: [&str; N],
        order: impl Fn(&Instrument, &Instrument) -> std::cmp::Ordering,
    ) -> Arc<[Arc<Instrument>]> {
        let found: Vec<Vec<Instrument>> = self
            .inner
            .sources
            .iter()
            .enumerate()
            .map(|(index, source)| {
                let rows = source.instruments(sql, rusqlite::params_from_iter(parameters));
                rows.into_iter().map(|row| self.place(row, index)).collect()
            })
            .collect();
        // Most are known to one database alone: identities are costly to make.
        let several = found.iter().filter(|of_source| !of_source.is_empty()).count() > 1;
        let mut all: Vec<Instrument> = Vec::new();
        let mut known: FxHashMap<Identity, usize> = FxHashMap::default();
        for instrument in found.into_iter().flatten() {
            let identity = if several { Identity::of(&instrument) } else { None };
            if let Some(&at) = identity.as_ref().and_then(|i| known.get(i))
                && !numbered_apart(&all[at], &instrument)
            {
                // The earlier database wins: its facts are laid over the later one's.
                let earlier = std::mem::replace(&mut all[at], instrument);
                merge(&mut all[at], &earlier);
                continue;
            }
            known.extend(identity.map(|i| (i, all.len())));
            all.push(instrument);
        }
        all.sort_by(order);
        all.into_iter().map(Arc::new).collect()
    }

    /// The instrument with an id that tells its database too.
    fn place(&self, mut instrument: Instrument, source: usize) -> Instrument {
        instrument.id = self.placed(instrument.id, source);
        instrument
    }

    /// The id of a row of a database among those of all.
    pub(super) fn placed(&self, row: i64, source: usize) -> i64 {
        row | (self.turned(source) as i64) << SOURCE_SHIFT
    }

    /// What an id says of the database of an index, and the index of the database that an id tells: the built-in catalogue,
    /// last but for what was harvested, has the small ids, the same ones whatever else is open.
    fn turned(&self, index: usize) -> usize {
        let n = self.inner.sources.len();
        (2 * n - 1 - usize::from(self.inner.harvested) - index) % n
    }

    /// Calls `each` with the record of every instrument as all databases know it together, each once, database by database
    /// in order of weight. Stops at the first error that `each` returns.
    pub fn export<E>(&self, mut each: impl FnMut(Record) -> Result<(), E>) -> Result<(), E> {
        for (index, source) in self.inner.sources.iter().enumerate() {
            let mut after = i64::MIN;
            loop {
                let page = source.page(after, 500);
                let Some(last) = page.last() else { break };
                after = last.id;
                for instrument in page {
                    let identity = Identity::of(&instrument).filter(|_| index > 0);
                    let told = identity
                        .is_some_and(|i| self.inner.sources[..index].iter().any(|s| s.find(&i, &instrument).is_some()));
                    if !told {
                        each(Record::from(&*self.together(instrument, index)))?;
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

/// What one database holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceInfo {
    /// The file; `None` for a database in memory.
    pub path: Option<PathBuf>,
    pub instruments: u64,
    pub with_status: u64,
    pub with_articles: u64,
    pub with_summary: u64,
    pub relations: u64,
    pub provisions: u64,
    /// Type and number of instruments, most first.
    pub kinds: Vec<(String, u64)>,
    /// Series with known numbers and the highest, best known first.
    pub series: Vec<(String, Coverage)>,
}

#[cfg(test)]
mod tests {
    use super::super::record::Record;
    use super::*;

    fn instruments(lines: &str) -> Vec<Instrument> {
        lines.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()).collect()
    }

    fn sample() -> Catalogue {
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
        assert_eq!(c.by_id(-1), None);
        assert_eq!(c.by_id(i64::MAX), None);
    }

    #[test]
    fn coverage_counts_the_numbers_of_a_series() {
        let c = sample();
        let of = |n: &str| c.coverage(&Number::parse(n).unwrap());
        assert_eq!(of("99/2020/NĐ-CP"), Coverage { known: 3, highest: 33 });
        assert_eq!(of("05/2022/QĐ-UBND"), Coverage::default());
        assert_eq!(
            c.coverage_of(&Number::parse("07/QĐ-TTg").unwrap(), None, Some(2022)),
            Coverage { known: 1, highest: 6 }
        );
    }

    #[test]
    fn names_carry_a_number_only_where_they_mean_one_instrument() {
        let names = sample().names();
        let of = |form: &str| names.iter().find(|n| n.form == form).unwrap();
        assert_eq!(of("Đề án 06").number.as_deref(), Some("06/QĐ-TTg"));
        assert!(!of("Luật Đất đai").informal);
        assert_eq!(of("LĐĐ").canonical, "Luật Đất đai");
    }

    #[test]
    fn what_an_earlier_database_says_is_laid_over_the_later_one() {
        let mine = Catalogue::of(instruments(r#"{"number":"30/2020/NĐ-CP","summary":"Của tôi."}"#)).unwrap();
        let both = sample().behind(&mine);
        let found = both.by_number("30/2020/NĐ-CP");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].summary.as_deref(), Some("Của tôi."));
        assert_eq!(found[0].title.as_deref(), Some("Về công tác văn thư"));
        let builtin = sample().by_number("31/2024/QH15").remove(0);
        assert_eq!(both.by_id(builtin.id).unwrap().number, builtin.number, "ids of the last database stay the same");
    }

    #[test]
    fn what_was_harvested_fills_gaps_and_contradicts_nothing() {
        let source = |c: &Catalogue| c.sources()[0].clone();
        let learnt = Catalogue::of(instruments(
            r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-06"}
{"number":"31/2020/NĐ-CP","title":"Về thí điểm"}
{"number":"95/2020/NĐ-CP","issued":"2020-08-24"}"#,
        ))
        .unwrap();
        let both = Catalogue::with_sources(vec![source(&sample()), source(&learnt)], true);
        assert_eq!(both.by_number("30/2020/NĐ-CP")[0].issued, sample().by_number("30/2020/NĐ-CP")[0].issued);
        assert_eq!(both.by_number("31/2020/NĐ-CP")[0].title.as_deref(), Some("Về thí điểm"));
        assert_eq!(both.coverage(&Number::parse("99/2020/NĐ-CP").unwrap()), Coverage { known: 3, highest: 33 });
        for number in ["31/2024/QH15", "95/2020/NĐ-CP"] {
            let found = both.by_number(number).remove(0);
            assert_eq!(both.by_id(found.id).unwrap().number.as_deref(), Some(number));
        }
        assert_eq!(both.by_number("31/2024/QH15")[0].id, sample().by_number("31/2024/QH15")[0].id);
        assert!(both.without_harvest().by_number("95/2020/NĐ-CP").is_empty());
    }
}

//! One database, and what it is asked.

use super::super::model::{Identity, Instrument};
use super::connect::{Access, connect, connect_checked, create, keep_statements};
use super::coverage::{Coverage, SourceInfo};
use super::error::{Error, FormatError, is_damage};
use super::repair::{Repaired, open_for_writing, quarantine};
use super::row::Candidate;
use super::schema::TABLES;
use super::write::find;
use super::{Writer, numbers, row};
use crate::cite::Number;
use crate::i18n::date::parse_iso;
use crate::law::TypeId;
use rusqlite::{Connection, OptionalExtension};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use time::Date;

/// One database of a catalogue, shared between threads.
#[derive(Debug, Clone)]
pub struct Source {
    place: Arc<Place>,
    /// Read when the first word is looked for.
    terms: Arc<Mutex<Option<Terms>>>,
}

/// The syllables of one [`Source::data_version`].
type Terms = (i64, Arc<[Term]>);

/// A syllable and the number of instruments that have it.
pub type Term = (Box<str>, i64);

#[derive(Debug)]
enum Place {
    File {
        path: PathBuf,
        access: Access,
        /// Connections that nobody uses at the moment.
        idle: Mutex<Vec<Connection>>,
        /// The connection that is asked for the data version: each counts for itself.
        watch: Mutex<Option<Connection>>,
    },
    Memory(Mutex<Connection>),
}

/// So many connections are kept for the next question. Each has its own cache of pages.
const IDLE: usize = 4;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Source {
    /// Opens a database for reading. One that is damaged or no catalogue is an error that says so.
    pub fn open(path: &Path, access: Access) -> Result<Self, Error> {
        let (connection, access) = connect_checked(path, access)?;
        let place =
            Place::File { path: path.to_owned(), access, idle: Mutex::new(vec![connection]), watch: Mutex::default() };
        Ok(Self { place: Arc::new(place), terms: Arc::default() })
    }

    /// Opens the user's own database for reading. A damaged one, or one of another version, is renamed and rebuilt from the
    /// readable rows. The second value says whether that happened.
    pub fn open_own(path: &Path) -> Result<(Self, Option<Repaired>), Error> {
        match Self::open(path, Access::Shared) {
            Ok(source) => Ok((source, None)),
            Err(error) if !error.is_unusable_database() => Err(error),
            Err(error) => {
                let (connection, repaired) = open_for_writing(path).map_err(|_| error)?;
                drop(connection);
                Ok((Self::open(path, Access::Shared)?, repaired))
            }
        }
    }

    /// An empty database in memory.
    pub fn new_in_memory() -> Result<Self, Error> {
        let path = Path::new(":memory:");
        let connection = Connection::open_in_memory().map_err(|e| Error::sqlite(path, e))?;
        keep_statements(&connection)
            .and_then(|()| connection.execute_batch(TABLES))
            .map_err(|e| Error::sqlite(path, e))?;
        Ok(Self { place: Arc::new(Place::Memory(Mutex::new(connection))), terms: Arc::default() })
    }

    /// A database in memory that holds the instruments given.
    pub fn in_memory(instruments: impl IntoIterator<Item = Instrument>) -> Result<Self, Error> {
        let mut source = Self::new_in_memory()?;
        let written = source.write(|writer| instruments.into_iter().try_for_each(|i| writer.add(&i).map(drop)))?;
        written.map_err(|e| Error::sqlite(Path::new(":memory:"), e))?;
        Ok(source)
    }

    /// A database in memory of instruments that are known to be different ones.
    pub fn in_memory_new(instruments: &[Instrument]) -> Result<Self, Error> {
        let mut source = Self::new_in_memory()?;
        let written = source.write(|writer| instruments.iter().try_for_each(|i| writer.insert(i)))?;
        written.map_err(|e| Error::sqlite(Path::new(":memory:"), e))?;
        Ok(source)
    }

    /// Writes a new database file at once, as fast as the disk goes: the caller renames it when it is whole.
    pub fn create_file<'i>(path: &Path, instruments: impl IntoIterator<Item = &'i Instrument>) -> Result<(), Error> {
        let write = || {
            let mut connection = Connection::open(path)?;
            connection
                .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")?;
            create(&connection)?;
            keep_statements(&connection)?;
            fill(&mut connection, instruments)?;
            connection.close().map_err(|(_, e)| e)
        };
        write().map_err(|e| Error::sqlite(path, e))
    }

    pub fn path(&self) -> Option<&Path> {
        match &*self.place {
            Place::File { path, .. } => Some(path),
            Place::Memory(_) => None,
        }
    }

    /// Asks the database. A failure is logged and answered with `None`: what cannot be read is not known.
    pub fn read<T>(&self, ask: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Option<T> {
        let result = match &*self.place {
            Place::Memory(connection) => ask(&lock(connection)),
            Place::File { path, access, idle, .. } => {
                let ready = lock(idle).pop();
                match ready.map_or_else(|| connect(path, *access), Ok) {
                    Ok(connection) => {
                        let result = ask(&connection);
                        let mut idle = lock(idle);
                        if idle.len() < IDLE {
                            idle.push(connection);
                        }
                        result
                    }
                    Err(error) => Err(error),
                }
            }
        };
        result.inspect_err(|error| self.failed(error)).ok()
    }

    fn failed(&self, error: &rusqlite::Error) {
        let path = self.path().unwrap_or(Path::new(":memory:"));
        tracing::error!("{}: {error}", path.display());
        // The program's own copy is made again at the next start; a user's file is left for the next import, which repairs it.
        if is_damage(error) && matches!(&*self.place, Place::File { access: Access::Immutable, .. }) {
            let _ = quarantine(path);
        }
    }

    /// Writes to a database in memory, in one transaction.
    pub fn write<T>(&mut self, write: impl FnOnce(&mut Writer<'_>) -> T) -> Result<T, Error> {
        let Place::Memory(connection) = &*self.place else {
            return Err(Error::format(self.path().unwrap_or(Path::new("")), FormatError::ReadOnly));
        };
        let mut connection = lock(connection);
        let run = || {
            let transaction = connection.transaction()?;
            let mut writer = Writer::new(&transaction);
            let result = write(&mut writer);
            writer.finish()?;
            transaction.commit()?;
            Ok(result)
        };
        run().map_err(|e| Error::sqlite(Path::new(":memory:"), e))
    }

    /// The instruments that a query finds, in its order.
    pub fn instruments(&self, sql: &str, parameters: impl rusqlite::Params) -> Vec<Instrument> {
        self.read(|c| {
            let mut statement = c.prepare_cached(sql)?;
            let mut rows = statement.query(parameters)?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                out.extend(row::known(row::instrument(c, row)).transpose()?);
            }
            Ok(out)
        })
        .unwrap_or_default()
    }

    /// What ranking needs of the first instruments by weight whose words a query of the index finds.
    pub fn candidates(&self, query: &str, limit: usize) -> Vec<Candidate> {
        let sql = format!(
            "SELECT {} FROM instrument WHERE id IN \
             (SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid LIMIT ?2) ORDER BY id",
            Candidate::COLUMNS
        );
        self.ranked(&sql, (query, limit as i64))
    }

    /// What ranking needs of the first instruments by weight whose keys begin like this.
    pub fn of_keys(&self, beginning: &str, limit: usize) -> Vec<Candidate> {
        let sql = format!(
            "SELECT {} FROM instrument WHERE key >= ?1 AND key < ?1 || '\u{10FFFF}' ORDER BY id LIMIT ?2",
            Candidate::COLUMNS
        );
        self.ranked(&sql, (beginning, limit as i64))
    }

    /// The instruments of some keys.
    pub fn of_any_key(&self, keys: &[String]) -> Vec<Candidate> {
        let sql = format!("SELECT {} FROM instrument WHERE key = ?1 ORDER BY id", Candidate::COLUMNS);
        let ask = |c: &Connection| {
            let mut statement = c.prepare_cached(&sql)?;
            let mut found: Vec<rusqlite::Result<Candidate>> = Vec::new();
            for key in keys {
                found.extend(statement.query_map([key], Candidate::read)?.filter_map(row::known));
            }
            found.into_iter().collect()
        };
        self.read(ask).unwrap_or_default()
    }

    fn ranked(&self, sql: &str, parameters: impl rusqlite::Params) -> Vec<Candidate> {
        self.read(|c| c.prepare_cached(sql)?.query_map(parameters, Candidate::read)?.filter_map(row::known).collect())
            .unwrap_or_default()
    }

    /// The first ids by weight of the instruments whose numbers begin with what was typed ([`super::number_typed`]), of the
    /// type if one is given.
    pub fn with_number_prefix(&self, typed: &str, kind: Option<TypeId>, limit: usize) -> Vec<i64> {
        self.read(|c| numbers::with_prefix(c, typed, kind, limit)).unwrap_or_default()
    }

    pub fn instrument(&self, id: i64) -> Option<Instrument> {
        let sql = format!("SELECT {} FROM instrument WHERE id = ?1", row::COLUMNS);
        self.instruments(&sql, [id]).pop()
    }

    /// What a line of a list shows of the instrument of a row.
    pub fn listed(&self, id: i64) -> Option<Instrument> {
        let sql = format!("SELECT {} FROM instrument WHERE id = ?1", row::LISTED_COLUMNS);
        let read = |c: &Connection| c.prepare_cached(&sql)?.query_row([id], row::listed).optional();
        self.read(read).flatten()
    }

    /// The series of numbers that are counted here: symbol and year, how many are known, the highest.
    pub fn series(&self) -> Vec<(String, Coverage)> {
        self.read(|c| {
            c.prepare("SELECT series, known, highest FROM series")?
                .query_map([], |r| Ok((r.get(0)?, Coverage { known: r.get(1)?, highest: r.get(2)? })))?
                .collect()
        })
        .unwrap_or_default()
    }

    /// The names of instruments: form, whether it is informal, the row, how often that is cited.
    pub fn forms_of_names(&self) -> Vec<(String, bool, i64, u32)> {
        self.read(|c| {
            c.prepare(
                "SELECT form, informal, instrument, cited FROM name JOIN instrument ON instrument.id = name.instrument",
            )?
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?
            .collect()
        })
        .unwrap_or_default()
    }

    /// The headings of articles of laws: number of the law, label of the article, heading.
    pub fn headings_of_laws(&self) -> Vec<(String, String, String)> {
        let sql = "SELECT instrument.number, substr(provision.path, 6), provision.heading FROM instrument \
                   JOIN provision ON provision.instrument = instrument.id \
                   WHERE instrument.kind IN ('Luật', 'Bộ luật', 'Pháp lệnh') AND instrument.provisions > 0 \
                   AND instrument.number IS NOT NULL AND provision.heading IS NOT NULL \
                   AND provision.path LIKE 'Điều %' AND provision.path NOT LIKE 'Điều % %'";
        self.read(|c| c.prepare(sql)?.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?.collect())
            .unwrap_or_default()
    }

    /// What is known here of an instrument whose identity is given.
    pub fn find(&self, identity: &Identity, of: &Instrument) -> Option<Instrument> {
        self.read(|c| find(c, identity, of)).flatten()
    }

    /// The next instruments by weight after an id.
    pub fn page(&self, after: i64, size: i64) -> Vec<Instrument> {
        let sql = format!("SELECT {} FROM instrument WHERE id > ?1 ORDER BY id LIMIT ?2", row::COLUMNS);
        self.instruments(&sql, [after, size])
    }

    /// A number that is another one after somebody has written to the file. It costs some microseconds.
    pub fn data_version(&self) -> i64 {
        let Place::File { path, access: Access::Shared, watch, .. } = &*self.place else { return 0 };
        let mut watch = lock(watch);
        let ask = |c: &Connection| c.prepare_cached("PRAGMA data_version")?.query_row([], |r| r.get(0));
        let told = match &*watch {
            Some(connection) => ask(connection),
            None => connect(path, Access::Shared).and_then(|c| ask(watch.insert(c))),
        };
        told.inspect_err(|error| self.failed(error)).unwrap_or_default()
    }

    /// The syllables that instruments are found by, in order, each with the number of instruments that have it.
    pub fn terms(&self) -> Arc<[Term]> {
        let version = self.data_version();
        let mut kept = lock(&self.terms);
        if let Some((_, terms)) = kept.as_ref().filter(|(of, _)| *of == version) {
            return Arc::clone(terms);
        }
        let rows = self.read(|c| {
            c.prepare("SELECT term, instruments FROM term ORDER BY term")?
                .query_map([], |r| Ok((r.get::<_, String>(0)?.into_boxed_str(), r.get(1)?)))?
                .collect::<Result<Vec<Term>, _>>()
        });
        let terms: Arc<[Term]> = rows.unwrap_or_default().into();
        *kept = Some((version, Arc::clone(&terms)));
        terms
    }

    /// The latest instrument of each symbol, the latest first.
    fn newest(&self) -> Vec<(String, String, Date)> {
        const LOOKED_AT: usize = 5000;
        let sql = "SELECT number, issued FROM instrument WHERE series IS NOT NULL AND issued IS NOT NULL \
                   ORDER BY issued DESC, serial DESC LIMIT ?1";
        let rows: Vec<(String, String)> = self
            .read(|c| c.prepare(sql)?.query_map([LOOKED_AT as i64], |r| Ok((r.get(0)?, r.get(1)?)))?.collect())
            .unwrap_or_default();
        let mut newest: Vec<(String, String, Date)> = Vec::new();
        for (number, issued) in rows {
            let symbol = Number::parse(&number).map(|n| n.symbol());
            if let (Some(symbol), Some(issued)) = (symbol, parse_iso(&issued))
                && newest.iter().all(|(known, ..)| *known != symbol)
            {
                newest.push((symbol, number, issued));
            }
        }
        newest
    }

    pub fn info(&self) -> SourceInfo {
        let count =
            |sql: &str| self.read(|c| c.query_row(sql, [], |r| r.get::<_, i64>(0))).unwrap_or_default().unsigned_abs();
        let kinds = self.read(|c| {
            c.prepare("SELECT kind, count(*) FROM instrument GROUP BY kind ORDER BY 2 DESC, 1")?
                .query_map([], |r| Ok((r.get(0)?, r.get::<_, i64>(1)?.unsigned_abs())))?
                .collect()
        });
        let mut series = self.series();
        series.sort_by(|a, b| (b.1.known, &a.0).cmp(&(a.1.known, &b.0)));
        let as_of =
            self.read(|c| c.query_row("SELECT max(as_of) FROM instrument", [], |r| r.get::<_, Option<String>>(0)));
        SourceInfo {
            newest: self.newest(),
            as_of: as_of.flatten().and_then(|day| parse_iso(&day)),
            path: self.path().map(Path::to_owned),
            instruments: count("SELECT count(*) FROM instrument"),
            with_status: count("SELECT count(*) FROM instrument WHERE status IS NOT NULL"),
            with_articles: count("SELECT count(*) FROM instrument WHERE articles IS NOT NULL"),
            with_summary: count("SELECT count(*) FROM instrument WHERE summary IS NOT NULL"),
            relations: count("SELECT count(*) FROM relation"),
            provisions: count("SELECT count(*) FROM provision"),
            kinds: kinds.unwrap_or_default(),
            series,
        }
    }
}

fn fill<'i>(
    connection: &mut Connection,
    instruments: impl IntoIterator<Item = &'i Instrument>,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    let mut writer = Writer::new(&transaction);
    for instrument in instruments {
        writer.insert(instrument)?;
    }
    writer.finish()?;
    transaction.commit()
}

/// Makes a database file of instruments, no two of them the same, and puts it in the place of another at once when it is
/// whole.
pub fn create_whole<'i>(path: &Path, instruments: impl IntoIterator<Item = &'i Instrument>) -> Result<(), Error> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".catalogue-").suffix(".tmp");
    // Readable for others, as far as the user's mask lets it be: the cache may be shared.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let temporary = builder.tempfile_in(dir).map_err(|e| Error::io(dir, e))?.into_temp_path();
    Source::create_file(&temporary, instruments)?;
    temporary.persist(path).map_err(|e| Error::io(path, e.error))
}

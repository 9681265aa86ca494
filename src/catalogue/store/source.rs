//! One database: connections to it, and what goes wrong with it.

use super::super::Instrument;
use super::schema::{APPLICATION, TABLES, VERSION};
use super::{Coverage, Error, SourceInfo, Writer, row};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// One database of a catalogue, shared between threads.
#[derive(Debug, Clone)]
pub struct Source {
    place: Arc<Place>,
    /// Read when the first mistyped word is looked for.
    terms: Arc<OnceLock<Vec<Term>>>,
}

/// A word of letters and the number of instruments that have it.
type Term = (Box<str>, i64);

#[derive(Debug)]
enum Place {
    File {
        path: PathBuf,
        /// Nobody writes to the file: readers need no locks.
        immutable: bool,
        /// Connections that nobody uses at the moment.
        idle: Mutex<Vec<Connection>>,
    },
    Memory(Mutex<Connection>),
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// So many statements are kept ready per connection.
const STATEMENTS: usize = 32;

impl Source {
    /// Opens a database for reading. One that is damaged or no catalogue is an error that says so.
    pub fn open(path: &Path, immutable: bool) -> Result<Self, Error> {
        let connection = connect(path, immutable).map_err(|e| Error::sqlite(path, e))?;
        check(&connection, path)?;
        let place = Place::File { path: path.to_owned(), immutable, idle: Mutex::new(vec![connection]) };
        Ok(Self { place: Arc::new(place), terms: Arc::default() })
    }

    /// An empty database in memory.
    pub fn new_in_memory() -> Result<Self, Error> {
        let path = Path::new(":memory:");
        let connection = Connection::open_in_memory().map_err(|e| Error::sqlite(path, e))?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.execute_batch(TABLES).map_err(|e| Error::sqlite(path, e))?;
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

    /// Opens a database for writing and makes it where there is none. A damaged one is set aside under another name and
    /// made anew; the second value is where it was put.
    pub fn open_for_writing(path: &Path) -> Result<(Connection, Option<PathBuf>), Error> {
        if let Some(dir) = path.parent() {
            std::fs::create_dir_all(dir).map_err(|e| Error::io(dir, e))?;
        }
        let mut aside = None;
        if path.exists()
            && let Err(error) = connect(path, false).map_err(|e| Error::sqlite(path, e)).and_then(|c| check(&c, path))
        {
            tracing::warn!("{error}");
            aside = Some(set_aside(path)?);
        }
        let open = || {
            let connection = Connection::open(path)?;
            connection.busy_timeout(std::time::Duration::from_secs(60))?;
            connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")?;
            connection.set_prepared_statement_cache_capacity(STATEMENTS);
            let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
            if tables == 0 {
                create(&connection)?;
            }
            Ok(connection)
        };
        open().map(|c| (c, aside)).map_err(|e| Error::sqlite(path, e))
    }

    /// Writes a new database file at once, as fast as the disk goes: the caller renames it when it is whole.
    pub fn create_file<'i>(path: &Path, instruments: impl IntoIterator<Item = &'i Instrument>) -> Result<(), Error> {
        let write = || {
            let mut connection = Connection::open(path)?;
            connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
            create(&connection)?;
            connection.set_prepared_statement_cache_capacity(STATEMENTS);
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
            Place::File { path, immutable, idle } => {
                let ready = lock(idle).pop();
                match ready.map_or_else(|| connect(path, *immutable), Ok) {
                    Ok(connection) => {
                        let result = ask(&connection);
                        lock(idle).push(connection);
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
        // The program's own copy is made again at the next start; a user's file is left where it is.
        if matches!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase)
        ) && matches!(&*self.place, Place::File { immutable: true, .. })
        {
            let _ = set_aside(path);
        }
    }

    /// Writes to a database in memory, in one transaction.
    pub fn write<T>(&mut self, write: impl FnOnce(&mut Writer<'_>) -> T) -> Result<T, Error> {
        let Place::Memory(connection) = &*self.place else {
            return Err(Error::Format {
                path: self.path().unwrap_or(Path::new("")).to_owned(),
                cause: "chỉ để đọc".to_owned(),
            });
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

    /// The instruments that a query over one parameter finds.
    pub fn instruments(&self, sql: &str, parameter: &str) -> Vec<Instrument> {
        self.read(|c| {
            let mut statement = c.prepare_cached(sql)?;
            let mut rows = statement.query([parameter])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                out.push(row::instrument(c, row)?);
            }
            Ok(out)
        })
        .unwrap_or_default()
    }

    /// The rows that a query finds, in its order, without relations and provisions.
    pub fn rows(&self, sql: &str, parameters: impl rusqlite::Params) -> Vec<Instrument> {
        self.read(|c| {
            let mut statement = c.prepare_cached(sql)?;
            let mut rows = statement.query(parameters)?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                out.push(row::bare(row)?);
            }
            Ok(out)
        })
        .unwrap_or_default()
    }

    pub fn instrument(&self, id: i64) -> Option<Instrument> {
        self.read(|c| {
            let mut statement = c.prepare_cached("SELECT * FROM instrument WHERE id = ?1")?;
            let mut rows = statement.query([id])?;
            rows.next()?.map(|row| row::instrument(c, row)).transpose()
        })
        .flatten()
    }

    /// The next instruments by weight behind an id.
    pub fn page(&self, after: i64, size: i64) -> Vec<Instrument> {
        self.read(|c| {
            let mut statement = c.prepare_cached("SELECT * FROM instrument WHERE id > ?1 ORDER BY id LIMIT ?2")?;
            let mut rows = statement.query([after, size])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                out.push(row::instrument(c, row)?);
            }
            Ok(out)
        })
        .unwrap_or_default()
    }

    /// The words that instruments are found by, those that could be misspelt: of letters only, and of a syllable's length.
    pub fn terms(&self) -> &[Term] {
        self.terms.get_or_init(|| {
            let sql = "SELECT term, doc FROM vocabulary WHERE term >= 'a' AND length(term) BETWEEN 2 AND 8";
            let rows = self.read(|c| {
                c.prepare(sql)?
                    .query_map([], |r| Ok((r.get::<_, String>(0)?.into_boxed_str(), r.get(1)?)))?
                    .collect::<Result<Vec<Term>, _>>()
            });
            let mut terms = rows.unwrap_or_default();
            terms.retain(|(term, _)| term.bytes().all(|b| b.is_ascii_lowercase()));
            terms
        })
    }

    pub fn info(&self) -> SourceInfo {
        let count =
            |sql: &str| self.read(|c| c.query_row(sql, [], |r| r.get::<_, i64>(0))).unwrap_or_default().unsigned_abs();
        let kinds = self.read(|c| {
            c.prepare("SELECT kind, count(*) FROM instrument GROUP BY kind ORDER BY 2 DESC, 1")?
                .query_map([], |r| Ok((r.get(0)?, r.get::<_, i64>(1)?.unsigned_abs())))?
                .collect()
        });
        let series = self.read(|c| {
            c.prepare("SELECT series, known, highest FROM series ORDER BY known DESC, series")?
                .query_map([], |r| Ok((r.get(0)?, Coverage { known: r.get(1)?, highest: r.get(2)? })))?
                .collect()
        });
        SourceInfo {
            path: self.path().map(Path::to_owned),
            instruments: count("SELECT count(*) FROM instrument"),
            with_status: count("SELECT count(*) FROM instrument WHERE status IS NOT NULL"),
            with_articles: count("SELECT count(*) FROM instrument WHERE articles IS NOT NULL"),
            with_summary: count("SELECT count(*) FROM instrument WHERE summary IS NOT NULL"),
            relations: count("SELECT count(*) FROM relation"),
            provisions: count("SELECT count(*) FROM provision"),
            kinds: kinds.unwrap_or_default(),
            series: series.unwrap_or_default(),
        }
    }
}

fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(&format!(
        "BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {TABLES} COMMIT;"
    ))
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
    // Many small segments of the index of words become one.
    transaction.execute_batch(
        "INSERT INTO words (words) VALUES ('optimize'); INSERT INTO numbers (numbers) VALUES ('optimize');",
    )?;
    transaction.commit()
}

fn connect(path: &Path, immutable: bool) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match path.to_str().filter(|_| immutable) {
        Some(text) => {
            let escaped = text.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
            let uri = format!("file:{escaped}?immutable=1");
            Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?
        }
        None => Connection::open_with_flags(path, flags)?,
    };
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// Notices a database that is damaged at its head, cut off, of another version, or no catalogue at all.
fn check(connection: &Connection, path: &Path) -> Result<(), Error> {
    let pragma = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |r| r.get::<_, i64>(0));
    let facts =
        (|| Ok((pragma("application_id")?, pragma("user_version")?, pragma("page_count")? * pragma("page_size")?)))()
            .map_err(|e: rusqlite::Error| Error::sqlite(path, e))?;
    let format = |cause: &str| Error::Format { path: path.to_owned(), cause: cause.to_owned() };
    if facts.0 != i64::from(APPLICATION) {
        return Err(format("không phải là danh mục của viendan"));
    }
    if facts.1 != i64::from(VERSION) {
        return Err(format("danh mục thuộc phiên bản khác của viendan"));
    }
    let length = std::fs::metadata(path).map_err(|e| Error::io(path, e))?.len();
    if i64::try_from(length).unwrap_or(i64::MAX) < facts.2 && !path.with_extension("db-wal").exists() {
        return Err(format("tệp bị cắt ngắn"));
    }
    connection
        .query_row("SELECT count(*) FROM (SELECT id FROM instrument LIMIT 1)", [], |_| Ok(()))
        .map_err(|e| Error::sqlite(path, e))
}

/// Renames a damaged database, so that another can take its place and nothing is lost.
pub fn set_aside(path: &Path) -> Result<PathBuf, Error> {
    for n in 1..1000 {
        let aside = path.with_extension(format!("damaged-{n}.db"));
        if !aside.exists() {
            std::fs::rename(path, &aside).map_err(|e| Error::io(path, e))?;
            for tail in ["-wal", "-shm"] {
                let mut side = path.as_os_str().to_owned();
                side.push(tail);
                let _ = std::fs::remove_file(side);
            }
            return Ok(aside);
        }
    }
    Err(Error::Format { path: path.to_owned(), cause: "tệp hỏng không đổi tên được".to_owned() })
}

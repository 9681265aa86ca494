//! One database: connections to it, and what goes wrong with it.

use super::super::Instrument;
use super::identity::Identity;
use super::row::Candidate;
use super::schema::{APPLICATION, TABLES, VERSION};
use super::write::find;
use super::{Coverage, Error, SourceInfo, Writer, numbers, row};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One database of a catalogue, shared between threads.
#[derive(Debug, Clone)]
pub struct Source {
    place: Arc<Place>,
    /// Read when the first word is looked for.
    terms: Arc<Mutex<Option<Terms>>>,
}

/// The syllables of one [`Source::edition`].
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
        /// The connection that tells the edition: each counts for itself.
        watch: Mutex<Option<Connection>>,
    },
    Memory(Mutex<Connection>),
}

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Others may write to it at any time.
    Shared,
    /// The program's own file, which nobody writes to: readers need no locks.
    Immutable,
    /// A file of the user in a place where no locks can be made: nobody can write to it either.
    Frozen,
}

/// So many connections are kept for the next question. Each has its own cache of pages.
const IDLE: usize = 4;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// So many statements are kept ready per connection.
const STATEMENTS: usize = 32;

/// Keeps the statements of a connection ready for the next question. They stay as they were planned first: planning anew
/// for every value that is bound would cost more than the question.
fn keep_statements(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

impl Source {
    /// Opens a database for reading. One that is damaged or no catalogue is an error that says so.
    pub fn open(path: &Path, access: Access) -> Result<Self, Error> {
        let (connection, access) = connect_checked(path, access)?;
        let place =
            Place::File { path: path.to_owned(), access, idle: Mutex::new(vec![connection]), watch: Mutex::default() };
        Ok(Self { place: Arc::new(place), terms: Arc::default() })
    }

    /// Opens the user's own database for reading. A damaged one is set aside and made anew from what can still be read of
    /// it, as is one of another version; the second value tells that.
    pub fn open_own(path: &Path) -> Result<(Self, Option<Mended>), Error> {
        match Self::open(path, Access::Shared) {
            Ok(source) => Ok((source, None)),
            Err(error) if !is_unfit(&error) => Err(error),
            Err(error) => {
                let (connection, mended) = Self::open_for_writing(path).map_err(|_| error)?;
                drop(connection);
                Ok((Self::open(path, Access::Shared)?, mended))
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

    /// Opens a database for writing and makes it where there is none. A damaged one, or one of another version, is set
    /// aside under another name and made anew from what can be read of it; the second value tells that.
    pub fn open_for_writing(path: &Path) -> Result<(Connection, Option<Mended>), Error> {
        if let Some(dir) = path.parent() {
            std::fs::create_dir_all(dir).map_err(|e| Error::io(dir, e))?;
        }
        let mut aside = None;
        if path.exists()
            && !is_being_made(path)
            && let Err(error) = connect_checked(path, Access::Shared).and_then(|(c, _)| sound(&c, path))
        {
            if !is_unfit(&error) {
                return Err(error);
            }
            tracing::warn!("{error}");
            aside = Some((set_aside(path)?, error.to_string()));
        }
        let open = || {
            let connection = Connection::open(path)?;
            connection.busy_timeout(std::time::Duration::from_secs(60))?;
            connection.execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072;",
            )?;
            keep_statements(&connection)?;
            // Of two processes that make it at once, the later one finds it made.
            connection.execute_batch("BEGIN IMMEDIATE")?;
            let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
            if tables == 0 {
                create(&connection)?;
            }
            connection.execute_batch("COMMIT")?;
            Ok(connection)
        };
        let mut connection = open().map_err(|e| Error::sqlite(path, e))?;
        let mended = match aside {
            Some((aside, cause)) => {
                let saved = rescue(&aside, &mut connection).map_err(|e| Error::sqlite(path, e))?;
                Some(Mended { aside, cause, saved })
            }
            None => None,
        };
        Ok((connection, mended))
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
        // The program's own copy is made again at the next start; a user's file is left for the next import, which mends it.
        if is_damage(error) && matches!(&*self.place, Place::File { access: Access::Immutable, .. }) {
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

    /// The instruments that a query finds, in its order.
    pub fn instruments(&self, sql: &str, parameters: impl rusqlite::Params) -> Vec<Instrument> {
        self.read(|c| {
            let mut statement = c.prepare_cached(sql)?;
            let mut rows = statement.query(parameters)?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                out.push(row::instrument(c, row)?);
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

    fn ranked(&self, sql: &str, parameters: impl rusqlite::Params) -> Vec<Candidate> {
        self.read(|c| c.prepare_cached(sql)?.query_map(parameters, Candidate::read)?.collect()).unwrap_or_default()
    }

    /// The first ids by weight of the instruments whose numbers begin with what was typed ([`super::number_typed`]), of the
    /// type if one is given.
    pub fn begun(&self, typed: &str, kind: Option<&str>, limit: usize) -> Vec<i64> {
        self.read(|c| numbers::begun(c, typed, kind, limit)).unwrap_or_default()
    }

    pub fn instrument(&self, id: i64) -> Option<Instrument> {
        let sql = format!("SELECT {} FROM instrument WHERE id = ?1", row::COLUMNS);
        self.instruments(&sql, [id]).pop()
    }

    /// What is known here of an instrument whose identity is given.
    pub fn find(&self, identity: &Identity, of: &Instrument) -> Option<Instrument> {
        self.read(|c| find(c, identity, of)).flatten()
    }

    /// The next instruments by weight behind an id.
    pub fn page(&self, after: i64, size: i64) -> Vec<Instrument> {
        let sql = format!("SELECT {} FROM instrument WHERE id > ?1 ORDER BY id LIMIT ?2", row::COLUMNS);
        self.instruments(&sql, [after, size])
    }

    /// A number that is another one after somebody has written to the file. It costs some microseconds.
    pub fn edition(&self) -> i64 {
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
        let edition = self.edition();
        let mut kept = lock(&self.terms);
        if let Some((_, terms)) = kept.as_ref().filter(|(of, _)| *of == edition) {
            return Arc::clone(terms);
        }
        let rows = self.read(|c| {
            c.prepare("SELECT term, instruments FROM term ORDER BY term")?
                .query_map([], |r| Ok((r.get::<_, String>(0)?.into_boxed_str(), r.get(1)?)))?
                .collect::<Result<Vec<Term>, _>>()
        });
        let terms: Arc<[Term]> = rows.unwrap_or_default().into();
        *kept = Some((edition, Arc::clone(&terms)));
        terms
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

/// Makes the tables, within the transaction that runs.
fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute_batch(&format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {TABLES}"))
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

fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match path.to_str().filter(|_| access != Access::Shared) {
        Some(text) => {
            let escaped = text.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
            let uri = format!("file:{escaped}?immutable=1");
            Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?
        }
        None => Connection::open_with_flags(path, flags)?,
    };
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    keep_statements(&connection)?;
    connection.execute_batch("PRAGMA cache_size = -4096;")?;
    Ok(connection)
}

/// Connects and looks whether it is a sound catalogue. A user's file in a folder where nothing can be written is read
/// without locks: SQLite would make files beside it.
fn connect_checked(path: &Path, access: Access) -> Result<(Connection, Access), Error> {
    let open = |access| {
        let connection = connect(path, access).map_err(|e| Error::sqlite(path, e))?;
        check(&connection, path).map(|()| connection)
    };
    match open(access) {
        Err(Error::Sqlite { cause, .. })
            if access == Access::Shared
                && matches!(
                    cause.sqlite_error_code(),
                    Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly)
                ) =>
        {
            open(Access::Frozen).map(|c| (c, Access::Frozen))
        }
        other => other.map(|c| (c, access)),
    }
}

/// Whether a database has no tables yet: another process is about to make them.
fn is_being_made(path: &Path) -> bool {
    let tables = |c: Connection| c.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get::<_, i64>(0));
    matches!(connect(path, Access::Shared).and_then(tables), Ok(0))
}

/// Whether an error means that the bytes of a database are not what they were.
fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

/// Whether a database can only be set aside and made anew.
fn is_unfit(error: &Error) -> bool {
    match error {
        Error::Sqlite { cause, .. } => is_damage(cause),
        Error::Format { .. } => true,
        Error::Io { .. } | Error::Line { .. } | Error::Mended { .. } => false,
    }
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
    // One row from each end, and one of the index by number, are read.
    connection
        .query_row("SELECT (SELECT max(id) FROM instrument), (SELECT max(key) FROM instrument)", [], |_| Ok(()))
        .map_err(|e| Error::sqlite(path, e))
}

/// Reads a whole database through and notices damage anywhere in it.
fn sound(connection: &Connection, path: &Path) -> Result<(), Error> {
    let told: String =
        connection.query_row("PRAGMA quick_check(1)", [], |r| r.get(0)).map_err(|e| Error::sqlite(path, e))?;
    if told == "ok" { Ok(()) } else { Err(Error::Format { path: path.to_owned(), cause: told }) }
}

/// What was done about a database that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Where it was put.
    pub aside: PathBuf,
    /// What was wrong with it.
    pub cause: String,
    /// How many instruments the new one has from it.
    pub saved: u64,
}

/// Takes over what can still be read of a database that was set aside, from the front and from the back until the damage.
fn rescue(aside: &Path, into: &mut Connection) -> rusqlite::Result<u64> {
    let Ok(from) = connect(aside, Access::Frozen) else { return Ok(0) };
    let transaction = into.transaction()?;
    let mut writer = Writer::new(&transaction);
    let mut saved = 0;
    let mut seen = rustc_hash::FxHashSet::default();
    for order in ["id", "id DESC"] {
        let read = |i: &Instrument, writer: &mut Writer<'_>| writer.add(i).map(drop);
        // An older version may lack columns: they are asked for one by one.
        let Ok(columns) = rescued_columns(&from) else { continue };
        let Ok(mut statement) = from.prepare(&format!("SELECT {columns} FROM instrument ORDER BY {order}")) else {
            continue;
        };
        let Ok(mut rows) = statement.query([]) else { continue };
        while let Ok(Some(row)) = rows.next() {
            let Ok(instrument) = row::instrument(&from, row).or_else(|_| row::bare(row)) else { continue };
            if !seen.insert(instrument.id) {
                break;
            }
            read(&instrument, &mut writer)?;
            saved += 1;
        }
    }
    writer.finish()?;
    transaction.commit()?;
    Ok(saved)
}

/// [`row::COLUMNS`] with `NULL` for those that the table does not have.
fn rescued_columns(from: &Connection) -> rusqlite::Result<String> {
    let mut statement = from.prepare("SELECT 'instrument.' || name FROM pragma_table_info('instrument')")?;
    let known = statement.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let column = |c: &str| if known.iter().any(|k| k == c) { c.to_owned() } else { "NULL".to_owned() };
    Ok(row::COLUMNS.split(", ").map(|c| column(c.trim())).collect::<Vec<_>>().join(", "))
}

/// Renames a damaged database, so that another can take its place and nothing is lost.
pub fn set_aside(path: &Path) -> Result<PathBuf, Error> {
    for n in 1..1000 {
        let aside = path.with_extension(format!("damaged-{n}.db"));
        if !aside.exists() {
            std::fs::rename(path, &aside).map_err(|e| Error::io(path, e))?;
            let beside = |path: &Path, tail: &str| {
                let mut side = path.as_os_str().to_owned();
                side.push(tail);
                side
            };
            // What was written and not taken over yet belongs to it.
            let _ = std::fs::rename(beside(path, "-wal"), beside(&aside, "-wal"));
            let _ = std::fs::remove_file(beside(path, "-shm"));
            return Ok(aside);
        }
    }
    Err(Error::Format { path: path.to_owned(), cause: "tệp hỏng không đổi tên được".to_owned() })
}

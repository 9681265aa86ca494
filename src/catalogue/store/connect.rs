//! Connections to one database file, and whether it is a sound catalogue.

use super::error::{Error, FormatError};
use super::schema::{APPLICATION, TABLES, VERSION};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

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

/// So many statements are kept ready per connection.
const STATEMENTS: usize = 32;

/// Keeps the statements of a connection ready for the next question. They stay as they were planned first: planning again
/// for every value that is bound would cost more than the question.
pub fn keep_statements(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

pub fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
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
pub fn connect_checked(path: &Path, access: Access) -> Result<(Connection, Access), Error> {
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
pub fn is_being_made(path: &Path) -> bool {
    let tables = |c: Connection| c.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get::<_, i64>(0));
    matches!(connect(path, Access::Shared).and_then(tables), Ok(0))
}

/// Notices a database that is damaged at its beginning, cut off, of another version, or no catalogue at all.
fn check(connection: &Connection, path: &Path) -> Result<(), Error> {
    let pragma = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |r| r.get::<_, i64>(0));
    let facts =
        (|| Ok((pragma("application_id")?, pragma("user_version")?, pragma("page_count")? * pragma("page_size")?)))()
            .map_err(|e: rusqlite::Error| Error::sqlite(path, e))?;
    if facts.0 != i64::from(APPLICATION) {
        return Err(Error::format(path, FormatError::NotACatalogue));
    }
    if facts.1 != i64::from(VERSION) {
        return Err(Error::format(path, FormatError::OtherVersion));
    }
    let length = std::fs::metadata(path).map_err(|e| Error::io(path, e))?.len();
    if i64::try_from(length).unwrap_or(i64::MAX) < facts.2 && !path.with_extension("db-wal").exists() {
        return Err(Error::format(path, FormatError::Truncated));
    }
    // One row from each end, and one of the index by number, are read.
    connection
        .query_row("SELECT (SELECT max(id) FROM instrument), (SELECT max(key) FROM instrument)", [], |_| Ok(()))
        .map_err(|e| Error::sqlite(path, e))
}

/// Reads a whole database and notices damage anywhere in it.
pub fn check_all(connection: &Connection, path: &Path) -> Result<(), Error> {
    let told: String =
        connection.query_row("PRAGMA quick_check(1)", [], |r| r.get(0)).map_err(|e| Error::sqlite(path, e))?;
    if told == "ok" { Ok(()) } else { Err(Error::format(path, FormatError::Damaged(told))) }
}

/// Makes the tables, within the transaction that runs.
pub fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute_batch(&format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {TABLES}"))
}

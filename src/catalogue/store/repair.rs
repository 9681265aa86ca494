//! Databases that cannot be used: they are renamed, so that nothing is lost, and rebuilt from the readable rows.

use super::super::model::Instrument;
use super::connect::{Access, check_all, connect, connect_checked, create, is_being_made, keep_statements};
use super::error::{Error, FormatError};
use super::{Writer, row};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What was done about a database that could not be used.
#[derive(Debug)]
pub struct Repaired {
    /// Where the old file is now.
    pub quarantined: PathBuf,
    /// What was wrong with it.
    pub cause: Box<Error>,
    /// How many instruments the new one has from it.
    pub recovered: u64,
}

/// Opens a database for writing and makes it where there is none. A damaged one, or one of another version, is renamed and
/// rebuilt from the readable rows; the second value says whether that happened.
pub fn open_for_writing(path: &Path) -> Result<(Connection, Option<Repaired>), Error> {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir).map_err(|e| Error::io(dir, e))?;
    }
    let mut damaged = None;
    if path.exists()
        && !is_being_made(path)
        && let Err(error) = connect_checked(path, Access::Shared).and_then(|(c, _)| check_all(&c, path))
    {
        if !error.is_unusable_database() {
            return Err(error);
        }
        tracing::warn!("{error}");
        damaged = Some((quarantine(path)?, error));
    }
    let open = || {
        let connection = Connection::open(path)?;
        connection.busy_timeout(std::time::Duration::from_secs(60))?;
        connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072;")?;
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
    let repaired = match damaged {
        Some((quarantined, cause)) => {
            let recovered = recover(&quarantined, &mut connection).map_err(|e| Error::sqlite(path, e))?;
            Some(Repaired { quarantined, cause: Box::new(cause), recovered })
        }
        None => None,
    };
    Ok((connection, repaired))
}

/// Takes over what can still be read of a quarantined database, from the front and from the back until the damage.
fn recover(quarantined: &Path, into: &mut Connection) -> rusqlite::Result<u64> {
    let Ok(from) = connect(quarantined, Access::Frozen) else { return Ok(0) };
    let transaction = into.transaction()?;
    let mut writer = Writer::new(&transaction);
    let mut recovered = 0;
    let mut seen = rustc_hash::FxHashSet::default();
    for order in ["id", "id DESC"] {
        let read = |i: &Instrument, writer: &mut Writer<'_>| writer.add(i).map(drop);
        // An older version may lack columns: they are asked for one by one.
        let Ok(columns) = recovered_columns(&from) else { continue };
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
            recovered += 1;
        }
    }
    writer.finish()?;
    transaction.commit()?;
    Ok(recovered)
}

/// [`row::COLUMNS`] with `NULL` for those that the table does not have.
fn recovered_columns(from: &Connection) -> rusqlite::Result<String> {
    let mut statement = from.prepare("SELECT 'instrument.' || name FROM pragma_table_info('instrument')")?;
    let known = statement.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let column = |c: &str| if known.iter().any(|k| k == c) { c.to_owned() } else { "NULL".to_owned() };
    Ok(row::COLUMNS.split(", ").map(|c| column(c.trim())).collect::<Vec<_>>().join(", "))
}

/// Renames a damaged database, so that another can take its place and nothing is lost.
pub fn quarantine(path: &Path) -> Result<PathBuf, Error> {
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
    Err(Error::format(path, FormatError::CannotQuarantine))
}

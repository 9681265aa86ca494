//! What can go wrong with a catalogue, with place and cause. The texts are for logs; the command line says it in the user's
//! language.

use super::super::model::RecordError;
use super::repair::Repaired;
use crate::files::WalkError;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}: {cause}", path.display())]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("{}: {cause}", path.display())]
    Sqlite { path: PathBuf, cause: rusqlite::Error },
    /// A file that is no catalogue, or a damaged one.
    #[error("{}: {cause}", path.display())]
    Format { path: PathBuf, cause: FormatError },
    /// A damaged database of the user that was rebuilt.
    #[error("{}: {}; the old file is kept at {}, {} instruments were recovered", path.display(), repaired.cause, repaired.quarantined.display(), repaired.recovered)]
    Repaired { path: PathBuf, repaired: Repaired },
    /// A line of a file of records.
    #[error("{}:{line}: {cause}", path.display())]
    Line { path: PathBuf, line: usize, cause: RecordError },
    /// A folder that cannot be walked to its end: a circle of links, no permission.
    #[error("{0}")]
    Walk(WalkError),
    /// The database of the built-in catalogue could not be written: it is made anew each time.
    #[error("{0}; the built-in catalogue is held in memory")]
    NotKept(Arc<Self>),
    /// The user has no folder for data.
    #[error("there is no data folder of the user")]
    NoDataFolder,
}

/// Why a file cannot be used as a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    #[error("this is not a catalogue of viendan")]
    NotACatalogue,
    #[error("the catalogue belongs to another version of viendan")]
    OtherVersion,
    #[error("the file is cut short")]
    Truncated,
    /// What SQLite found.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    #[error("the catalogue can only be read")]
    ReadOnly,
    #[error("the damaged file cannot be renamed")]
    CannotQuarantine,
    #[error(
        "only .jsonl, .json, .csv, .parquet and .sqlite can be read, the first three also compressed as .gz and .zst"
    )]
    UnknownFormat,
    /// A table of another program.
    #[error("the table cannot be read: {0}")]
    UnreadableTable(String),
    /// The first row of a file of CSV.
    #[error("the first line must name the columns, among them number or name")]
    MissingColumns,
    /// A row of CSV that names the columns and cannot be read.
    #[error("line 1: {0}")]
    UnreadableColumns(RecordError),
    /// A line of the facts that are compiled in.
    #[error("{0}")]
    Facts(String),
}

impl Error {
    pub fn io(path: &Path, cause: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), cause }
    }

    pub fn sqlite(path: &Path, cause: rusqlite::Error) -> Self {
        Self::Sqlite { path: path.to_owned(), cause }
    }

    pub fn format(path: &Path, cause: FormatError) -> Self {
        Self::Format { path: path.to_owned(), cause }
    }

    /// Whether a database can only be quarantined and rebuilt.
    pub fn is_unusable_database(&self) -> bool {
        match self {
            Self::Sqlite { cause, .. } => is_damage(cause),
            Self::Format { .. } => true,
            Self::Io { .. }
            | Self::Line { .. }
            | Self::Repaired { .. }
            | Self::Walk(_)
            | Self::NotKept(_)
            | Self::NoDataFolder => false,
        }
    }
}

/// Whether an error means that the bytes of a database are not what they were.
pub fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

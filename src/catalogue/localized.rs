//! The errors of catalogues in the user's language. The messages have keys that begin with `error-`.

use super::model::RecordError;
use super::store::{Error, FormatError};
use crate::i18n::{Localized, Localizer, Value};
use rusqlite::ErrorCode;
use std::io;

impl Localized for Error {
    fn localized(&self, localizer: &Localizer) -> String {
        match self {
            Self::Io { path, cause } => format!("{}: {}", path.display(), cause.localized(localizer)),
            Self::Sqlite { path, cause } if cause.sqlite_error_code() == Some(ErrorCode::DiskFull) => {
                format!("{}: {}", path.display(), io::Error::from(io::ErrorKind::StorageFull).localized(localizer))
            }
            Self::Sqlite { path, cause } => format!("{}: {cause}", path.display()),
            Self::Format { path, cause } => format!("{}: {}", path.display(), cause.localized(localizer)),
            Self::Repaired { path, repaired } => {
                let values = [
                    ("cause", Value::from(repaired.cause.localized(localizer))),
                    ("aside", Value::from(repaired.quarantined.display().to_string())),
                    ("saved", Value::from(repaired.recovered)),
                ];
                format!("{}: {}", path.display(), localizer.format("error-repaired", &values))
            }
            Self::Line { path, line, cause } => format!("{}:{line}: {}", path.display(), cause.localized(localizer)),
            Self::Walk(problem) => problem.localized(localizer),
            Self::NotKept(cause) => localizer.text("error-not-kept", &[("cause", &cause.localized(localizer))]),
            Self::NoDataFolder => localizer.text("error-no-data-folder", &[]),
        }
    }
}

impl Localized for FormatError {
    fn localized(&self, localizer: &Localizer) -> String {
        let key = match self {
            Self::NotACatalogue => "error-format-not-a-catalogue",
            Self::OtherVersion => "error-format-other-version",
            Self::Truncated => "error-format-truncated",
            Self::Damaged(cause) => return localizer.text("error-format-damaged", &[("cause", cause)]),
            Self::ReadOnly => "error-format-read-only",
            Self::CannotQuarantine => "error-format-cannot-quarantine",
            Self::UnknownFormat => "error-format-unknown",
            Self::UnreadableTable(cause) => return localizer.text("error-format-table", &[("cause", cause)]),
            Self::MissingColumns => "error-format-missing-columns",
            Self::UnreadableColumns(cause) => {
                return localizer.text("error-format-unreadable-columns", &[("cause", &cause.localized(localizer))]);
            }
            Self::Facts(cause) => return cause.clone(),
        };
        localizer.text(key, &[])
    }
}

impl Localized for RecordError {
    fn localized(&self, localizer: &Localizer) -> String {
        let (key, value) = match self {
            Self::UnreadableNumber(value) => ("error-record-number", value),
            Self::UnknownType(value) => ("error-record-type", value),
            Self::UnknownStatus(value) => ("error-record-status", value),
            Self::UnknownRelation(value) => ("error-record-relation", value),
            Self::UnreadableRelation(value) => ("error-record-relation-form", value),
            Self::MissingType => return localizer.text("error-record-type-missing", &[]),
            Self::ExpiredBeforeEffective => return localizer.text("error-record-expired-first", &[]),
            Self::MissingNumberAndName => return localizer.text("error-record-nameless", &[]),
            Self::LineTooLong => return localizer.text("error-record-line-too-long", &[]),
            Self::NotUtf8 => return localizer.text("error-record-not-utf8", &[]),
            Self::OpenQuotation => return localizer.text("error-record-open-quotation", &[]),
            Self::ZipBomb => return localizer.text("error-record-zip-bomb", &[]),
            Self::NoDate { field, value } => {
                return localizer.text("error-record-date", &[("field", field), ("value", value)]);
            }
            Self::NoNumber { column, value } => {
                return localizer.text("error-record-no-number", &[("field", column), ("value", value)]);
            }
            Self::CircularRelation { kind, target } => {
                let kind = kind.to_string();
                return localizer.text("error-record-circular", &[("kind", &kind), ("target", target)]);
            }
            // JSON, CSV and the system say it in their own words.
            Self::Json { .. } | Self::Io(_) => return self.to_string(),
        };
        localizer.text(key, &[("value", value)])
    }
}

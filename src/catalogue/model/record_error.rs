//! What can be wrong with a line of records.

use super::{Fact, RelationKind};

/// Why a line, or a relation in it, was left out. The text is for logs; the command line says it in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    #[error("the number “{0}” cannot be read")]
    UnreadableNumber(String),
    #[error("there is no type of instruments “{0}”")]
    UnknownType(String),
    /// The number doesn't show the type, and `type` is absent.
    #[error("the type of the instrument (type) is missing")]
    MissingType,
    #[error("{field}: “{value}” is not a date YYYY-MM-DD")]
    NoDate { field: &'static str, value: String },
    #[error("expired is before effective")]
    ExpiredBeforeEffective,
    #[error("there is no status “{0}”")]
    UnknownStatus(String),
    #[error("there is no relation “{0}”")]
    UnknownRelation(String),
    #[error("both number (number) and name (name) are missing")]
    MissingNumberAndName,
    /// A cell of CSV.
    #[error("{column}: “{value}” is not a number")]
    NoNumber { column: String, value: String },
    /// A cell of CSV that should be `kind target`.
    #[error("relations: “{0}” is not a kind and a target")]
    UnreadableRelation(String),
    /// A line or a cell that is not the JSON that it should be.
    #[error("{}{cause}", field.map(|f| format!("{f}: ")).unwrap_or_default())]
    Json { field: Option<Fact>, cause: String },
    /// A row of CSV.
    #[error("a quotation mark is not closed")]
    OpenQuotation,
    #[error("the line is too long")]
    LineTooLong,
    #[error("the line is not UTF-8")]
    NotUtf8,
    /// The relation was left out, the record taken.
    #[error("the relation {kind} {target} closes a circle; it is left out")]
    CircularRelation { kind: RelationKind, target: String },
    /// Reading ended here.
    #[error("the compressed file grows too much, it may be a zip bomb; the rest is not read")]
    ZipBomb,
    /// Reading ended here.
    #[error("{0}")]
    Io(String),
}

impl RecordError {
    /// A line that is not JSON.
    pub fn json(cause: &serde_json::Error) -> Self {
        Self::Json { field: None, cause: cause.to_string() }
    }
}

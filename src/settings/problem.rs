//! What of the settings couldn't be used.

use crate::i18n::{Localized, Localizer};

/// A key that couldn't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// "completion.limit"; empty where the fault isn't that of a key.
    pub key: String,
    /// Line in the file, from 1.
    pub line: Option<usize>,
    pub kind: ProblemKind,
}

/// Why a key couldn't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no such key; perhaps another was meant.
    Unknown {
        near: Option<String>,
    },
    /// The value isn't one of those that the key takes.
    WrongValue {
        value: String,
        expected: String,
    },
    /// The settings aren't an object.
    NoObject,
    Unreadable(String),
}

impl Problem {
    pub(super) fn new(key: &str, kind: ProblemKind) -> Self {
        Self { key: key.to_owned(), line: None, kind }
    }
}

impl Localized for Problem {
    fn localized(&self, localizer: &Localizer) -> String {
        let key = self.key.as_str();
        match &self.kind {
            ProblemKind::Unknown { near: None } => localizer.text("settings-unknown", &[("key", key)]),
            ProblemKind::Unknown { near: Some(near) } => {
                localizer.text("settings-unknown-near", &[("key", key), ("near", near)])
            }
            ProblemKind::WrongValue { value, expected } => {
                localizer.text("settings-wrong-value", &[("key", key), ("value", value), ("expected", expected)])
            }
            ProblemKind::NoObject => localizer.text("settings-no-object", &[]),
            ProblemKind::Unreadable(cause) => localizer.text("settings-unreadable", &[("cause", cause)]),
        }
    }
}

/// Text that isn't TOML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: not TOML: {cause}")]
pub struct TomlError {
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
    /// In English, as the library says it.
    pub cause: String,
}

impl Localized for TomlError {
    fn localized(&self, localizer: &Localizer) -> String {
        let (line, column) = (self.line.to_string(), self.column.to_string());
        localizer.text("settings-not-toml", &[("line", &line), ("column", &column), ("cause", &self.cause)])
    }
}

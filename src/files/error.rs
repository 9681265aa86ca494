//! Why a file couldn't be read.

use super::docx::DocxError;
use crate::i18n::{Localized, Localizer, Value};
use std::io;
use std::path::{Path, PathBuf};

/// A file that couldn't be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", path.display())]
pub struct FileError {
    pub path: PathBuf,
    pub cause: FileCause,
}

/// What was wrong with it.
#[derive(Debug, thiserror::Error)]
pub enum FileCause {
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It isn't UTF-8; `guess` names the encoding or the format that it seems to have.
    #[error("not UTF-8 (looks like {guess})")]
    Encoding { guess: &'static str },
    #[error("{0}")]
    Word(#[from] DocxError),
    #[error("too large ({} MiB)", size >> 20)]
    TooLarge { size: u64 },
}

impl FileError {
    /// The error of a file with its cause.
    pub fn new(path: &Path, cause: impl Into<FileCause>) -> Self {
        Self { path: path.to_owned(), cause: cause.into() }
    }
}

impl Localized for FileError {
    fn localized(&self, localizer: &Localizer) -> String {
        format!("{}: {}", self.path.display(), self.cause.localized(localizer))
    }
}

impl Localized for FileCause {
    fn localized(&self, localizer: &Localizer) -> String {
        match self {
            Self::Io(cause) => cause.localized(localizer),
            Self::Encoding { guess } => localizer.text("error-not-utf8", &[("guess", guess)]),
            Self::Word(cause) => cause.localized(localizer),
            Self::TooLarge { size } => localizer.format("error-too-large", &[("size", Value::from(size >> 20))]),
        }
    }
}

impl Localized for DocxError {
    fn localized(&self, localizer: &Localizer) -> String {
        match self {
            Self::Io(cause) => cause.clone(),
            Self::NotWord => localizer.text("error-word-other-archive", &[]),
            Self::OldWord => localizer.text("error-word-old", &[]),
            Self::Encrypted => localizer.text("error-word-password", &[]),
            Self::Damaged(cause) => localizer.text("error-word-damaged", &[("cause", cause)]),
            Self::TooLarge(part) => localizer.text("error-word-too-large", &[("part", part)]),
        }
    }
}

//! What can end a command.

use crate::catalogue::Error;
use crate::i18n::{Localized, Localizer};
use std::io;
use std::path::PathBuf;

/// What can end a command. It is shown in one line on standard error.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Catalogue(#[from] Error),
    #[error(transparent)]
    Output(#[from] io::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A file or folder that can't be used.
    #[error("{}: {cause}", path.display())]
    Path { path: PathBuf, cause: io::Error },
    /// The user has no folder for data.
    #[error("there is no data folder of the user")]
    NoDataFolder,
}

impl Failure {
    /// A closed pipe (`| head`) isn't a failure.
    pub fn is_end_of_reader(&self) -> bool {
        let kind = match self {
            Self::Output(cause) => Some(cause.kind()),
            Self::Json(cause) => cause.io_error_kind(),
            _ => None,
        };
        kind == Some(io::ErrorKind::BrokenPipe)
    }
}

impl Localized for Failure {
    fn localized(&self, localizer: &Localizer) -> String {
        match self {
            Self::Catalogue(error) => error.localized(localizer),
            Self::Output(cause) => cause.localized(localizer),
            Self::Json(cause) => cause.to_string(),
            Self::Path { path, cause } => format!("{}: {}", path.display(), cause.localized(localizer)),
            Self::NoDataFolder => localizer.text("error-no-data-folder", &[]),
        }
    }
}

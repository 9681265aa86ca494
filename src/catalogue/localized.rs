//! The errors of catalogues in the user's language.

use super::Error;
use crate::i18n::{Localized, Localizer};

impl Localized for Error {
    fn localized(&self, localizer: &Localizer) -> String {
        match self {
            Self::Io { path, cause } => format!("{}: {}", path.display(), cause.localized(localizer)),
            other => other.to_string(),
        }
    }
}

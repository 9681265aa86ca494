//! Errors as sentences in the user's language.

use super::Localizer;
use std::io;

/// Something with a kind and values that can be said in each language. Its `Display`, where it has one, is plain English
/// for logs.
pub trait Localized {
    /// The sentence, without a full stop.
    fn localized(&self, localizer: &Localizer) -> String;
}

impl Localized for io::Error {
    /// What happens often, in the user's language; the rest as the system says it.
    fn localized(&self, localizer: &Localizer) -> String {
        let key = match self.kind() {
            io::ErrorKind::NotFound => "error-io-not-found",
            io::ErrorKind::PermissionDenied => "error-io-permission",
            io::ErrorKind::NotADirectory => "error-io-no-folder",
            io::ErrorKind::IsADirectory => "error-io-folder",
            io::ErrorKind::StorageFull => "error-io-full",
            io::ErrorKind::ReadOnlyFilesystem => "error-io-read-only",
            io::ErrorKind::FileTooLarge => "error-io-too-large",
            _ => return self.to_string(),
        };
        localizer.text(key, &[])
    }
}

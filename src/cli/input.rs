//! Documents that the command line reads: files, folders and standard input.

use crate::files::{self, Content, FileError};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The content of a file, `-` for standard input.
///
/// # Errors
/// When the file cannot be read, or is neither UTF-8 nor a Word file.
pub fn read(path: &Path) -> Result<Content, FileError> {
    if path != Path::new("-") {
        return files::read(path, files::LARGEST);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|cause| FileError::Io { path: path.to_owned(), cause })?;
    files::decode(bytes, path)
}

/// The documents among files and folders: files as they are given, of folders all files with a known extension, in order,
/// without what ignore files name; and what could not be walked.
pub fn documents(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<String>) {
    files(paths, files::is_document)
}

/// Like [`documents`], with the files of folders that `wanted` says.
pub fn files(paths: &[PathBuf], wanted: impl Fn(&Path) -> bool) -> (Vec<PathBuf>, Vec<String>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        // Links are not followed, so a circle of links is no trap.
        for entry in ignore::WalkBuilder::new(path).sort_by_file_path(Ord::cmp).build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && wanted(entry.path()) => {
                    files.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => errors.push(error.to_string()),
            }
        }
    }
    (files, errors)
}

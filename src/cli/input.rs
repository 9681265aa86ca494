//! Documents that the command line reads: files, folders and standard input.

use super::context::Console;
use crate::files::{self, Content, FileError, Scope, Walked};
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
    std::io::stdin().read_to_end(&mut bytes).map_err(|cause| FileError::new(path, cause))?;
    files::decode(bytes, path)
}

/// The documents among files and folders: files as they are given, of folders all files with a known extension, in order,
/// without what ignore files name. Reports what couldn't be walked, and returns whether there was any.
pub fn documents(paths: &[PathBuf], console: &Console) -> (Vec<PathBuf>, bool) {
    let Walked { files, problems } = files::walk(paths, Scope::Work, files::is_document);
    problems.iter().for_each(|problem| console.print_error(problem));
    (files, !problems.is_empty())
}

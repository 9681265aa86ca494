//! The files of a library, and the folders that `viendan catalogue add` has remembered.

use crate::files::{self, Scope, WalkError, dirs};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What shows whether a file is still the one that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

/// What a walk found.
#[derive(Debug, Default)]
pub struct Found {
    pub files: BTreeMap<PathBuf, Stamp>,
    /// Place and cause, one line each.
    pub problems: Vec<String>,
}

/// The files that may hold the text of an instrument: plain text, Markdown, HTML, Word. Links are followed; circles of them,
/// folders without permission and files that cannot be looked at are reported and skipped.
pub fn walk(folders: &[PathBuf]) -> Found {
    let walked = files::walk(folders, Scope::Texts, files::is_prose);
    let mut found = Found { problems: walked.problems.iter().map(ToString::to_string).collect(), ..Found::default() };
    for path in walked.files {
        match path.metadata() {
            // What is no folder is taken as it is given.
            Ok(data) if data.is_file() && files::is_prose(&path) => {
                found.files.insert(path, Stamp { len: data.len(), modified: data.modified().ok() });
            }
            Ok(_) => {}
            Err(cause) => found.problems.push(WalkError { path, cause: cause.into() }.to_string()),
        }
    }
    found
}

/// The file that lists the folders which the user has added, beside the user's own catalogue.
fn list() -> Option<PathBuf> {
    Some(dirs::data()?.join("library.txt"))
}

/// The folders that the user has added for good; a line each.
pub fn added() -> Vec<PathBuf> {
    let text = list().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    text.lines().filter(|l| !l.trim().is_empty()).map(PathBuf::from).collect()
}

/// Remembers folders. The list is written whole and put in place of the old one, so that whoever reads it meanwhile reads
/// the one or the other.
///
/// # Errors
/// When there is no data folder, or it cannot be written.
pub fn add(folders: &[PathBuf]) -> std::io::Result<()> {
    let path = list().ok_or_else(|| std::io::Error::other("không tìm thấy thư mục dữ liệu / no data folder"))?;
    let home = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(home)?;
    // Two programs may add at once: one after the other.
    let lock = std::fs::File::create(home.join("library.lock"))?;
    lock.lock()?;
    let mut all = added();
    for folder in folders {
        if !all.contains(folder) {
            all.push(folder.clone());
        }
    }
    let lines: String = all.iter().map(|folder| format!("{}\n", folder.display())).collect();
    files::replace(&path, lines.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn circles_of_links_and_missing_folders_are_told_and_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.txt"), "x").unwrap();
        std::fs::write(folder.path().join("~$a.docx"), "x").unwrap();
        std::fs::write(folder.path().join("a.pdf"), "x").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("circle")).unwrap();
        let missing = folder.path().join("none");
        let found = walk(&[folder.path().to_owned(), missing]);
        assert_eq!(found.files.len(), 1);
        assert_eq!(found.problems.len(), 2, "{:?}", found.problems);
        assert!(found.problems[0].contains("circle") && found.problems[1].contains("none"), "{:?}", found.problems);
    }
}

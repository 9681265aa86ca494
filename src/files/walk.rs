//! The files in folders, in order.

use crate::i18n::{Localized, Localizer};
use std::io;
use std::path::{Path, PathBuf};

/// What of a folder is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A folder that someone works in: without hidden files and what `.gitignore` and its like exclude; links aren't
    /// followed.
    Work,
    /// A folder of texts: without hidden files; links are followed.
    Texts,
    /// Everything in the folder is meant; links are followed.
    All,
}

/// What a walk found.
#[derive(Debug, Default)]
pub struct Walked {
    pub files: Vec<PathBuf>,
    /// What couldn't be looked at.
    pub problems: Vec<WalkError>,
}

/// A place that couldn't be looked at.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", path.display())]
pub struct WalkError {
    pub path: PathBuf,
    pub cause: WalkCause,
}

/// Why a place couldn't be looked at.
#[derive(Debug, thiserror::Error)]
pub enum WalkCause {
    #[error("a link to {}, which holds it", ancestor.display())]
    Loop { ancestor: PathBuf },
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("too much in it; what comes after {entries} entries is left out")]
    TooMany { entries: usize },
    #[error("{0}")]
    Other(String),
}

/// So many entries of folders are looked at, and no more: somebody has named a disk.
const MOST_ENTRIES: usize = 2_000_000;

/// [`walk_some`] without a limit of files.
pub fn walk(paths: &[PathBuf], scope: Scope, wanted: impl Fn(&Path) -> bool) -> Walked {
    walk_some(paths, scope, (MOST_ENTRIES, MOST_ENTRIES), wanted)
}

/// Files as they are given, and of folders the regular files that are `wanted`, in order. A circle of links, a folder without
/// permission and a file that can't be looked at are reported; the rest is found. It
/// ends, and says so, where it has looked at so many entries or found so many files.
pub fn walk_some(
    paths: &[PathBuf],
    scope: Scope,
    (most_entries, most_files): (usize, usize),
    wanted: impl Fn(&Path) -> bool,
) -> Walked {
    let mut walked = Walked::default();
    let mut entries = 0;
    for path in paths {
        if !path.is_dir() {
            walked.files.push(path.clone());
            continue;
        }
        let mut builder = ignore::WalkBuilder::new(path);
        match scope {
            Scope::Work => {}
            Scope::Texts => {
                builder.standard_filters(false).hidden(true).follow_links(true);
            }
            Scope::All => {
                builder.standard_filters(false).follow_links(true);
            }
        }
        for entry in builder.sort_by_file_path(Ord::cmp).build() {
            entries += 1;
            if entries > most_entries || walked.files.len() >= most_files {
                let cause = WalkCause::TooMany { entries: entries - 1 };
                walked.problems.push(WalkError { path: path.clone(), cause });
                return walked;
            }
            match entry {
                // Neither folders nor devices and pipes, which would be read for ever.
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && wanted(entry.path()) => {
                    walked.files.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => walked.problems.push(problem(path, error)),
            }
        }
    }
    walked
}

/// What the library of walking says, as a place and a cause.
fn problem(folder: &Path, error: ignore::Error) -> WalkError {
    match error {
        ignore::Error::WithPath { path, err } => WalkError { cause: problem(&path, *err).cause, path },
        ignore::Error::WithDepth { err, .. } => problem(folder, *err),
        ignore::Error::WithLineNumber { err, .. } => problem(folder, *err),
        ignore::Error::Loop { ancestor, child } => WalkError { path: child, cause: WalkCause::Loop { ancestor } },
        ignore::Error::Io(cause) => WalkError { path: folder.to_owned(), cause: cause.into() },
        other => WalkError { path: folder.to_owned(), cause: WalkCause::Other(other.to_string()) },
    }
}

impl Localized for WalkError {
    fn localized(&self, localizer: &Localizer) -> String {
        let cause = match &self.cause {
            WalkCause::Loop { ancestor } => {
                localizer.text("error-loop", &[("ancestor", &ancestor.display().to_string())])
            }
            WalkCause::Io(cause) => cause.localized(localizer),
            WalkCause::TooMany { entries } => {
                localizer.format("error-too-many-files", &[("entries", (*entries).into())])
            }
            WalkCause::Other(cause) => cause.clone(),
        };
        format!("{}: {cause}", self.path.display())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn circles_of_links_are_reported_and_hidden_files_depend_on_the_scope() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).unwrap();
        write("a.txt", "x");
        write("b.pdf", "x");
        write(".c.txt", "x");
        write(".ignore", "d.txt\n");
        write("d.txt", "x");
        std::os::unix::fs::symlink(folder.path(), folder.path().join("circle")).unwrap();
        let found = |scope| {
            let walked = walk(&[folder.path().to_owned()], scope, |p| p.extension().is_some_and(|e| e == "txt"));
            let name = |p: &PathBuf| p.file_name().unwrap().to_string_lossy().into_owned();
            (walked.files.iter().map(name).collect::<Vec<_>>().join(" "), walked.problems)
        };
        assert_eq!(found(Scope::Work).0, "a.txt");
        assert_eq!(found(Scope::Texts).0, "a.txt d.txt");
        let (all, problems) = found(Scope::All);
        assert_eq!(all, ".c.txt a.txt d.txt");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(matches!(&problems[0].cause, WalkCause::Loop { .. }) && problems[0].path.ends_with("circle"));
        assert!(found(Scope::Work).1.is_empty(), "links aren't followed");
    }

    #[test]
    fn a_walk_ends_where_there_is_too_much() {
        let folder = tempfile::tempdir().unwrap();
        for n in 0..20 {
            std::fs::write(folder.path().join(format!("{n:02}.txt")), "x").unwrap();
        }
        let walked = |limits| walk_some(&[folder.path().to_owned()], Scope::Work, limits, |_| true);
        assert!(walked((100, 100)).problems.is_empty() && walked((100, 100)).files.len() == 20);
        for (limits, found) in [((11, 100), 10), ((100, 3), 3)] {
            let walked = walked(limits);
            assert_eq!(walked.files.len(), found);
            assert!(matches!(walked.problems[..], [WalkError { cause: WalkCause::TooMany { .. }, .. }]));
        }
    }

    #[test]
    fn what_is_named_is_taken_as_it_is() {
        let missing = PathBuf::from("nowhere/a.pdf");
        assert_eq!(walk(std::slice::from_ref(&missing), Scope::Work, |_| false).files, [missing]);
    }
}

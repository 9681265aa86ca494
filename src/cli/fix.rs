//! `viendan fix`: the safe fixes, shown as a diff or written.

use super::context::{CliContext, print_error};
use super::failure::Failure;
use super::input;
use super::style::{BAD, FAINT, GOOD};
use crate::check;
use crate::document::Document;
use crate::files::{self, FileError};
use crate::i18n::{Localized, Localizer};
use similar::{ChangeTag, TextDiff};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Applied fixes can make others possible; no text needs more rounds.
const ROUNDS: usize = 4;

/// How many lines around a change are shown.
const AROUND: usize = 1;

/// Applies the safe fixes of files and folders. Without `write` the changes are only shown. Exit status as `check`: 1 when
/// something would change or changed.
///
/// # Errors
/// When the output cannot be written.
pub fn fix(paths: &[PathBuf], write: bool, context: &CliContext, out: &mut impl Write) -> Result<i32, Failure> {
    let console = &context.console;
    let (mut files, unwalkable) = input::documents(paths, console);
    // Word files in a folder are ignored; one that is named is refused below.
    files.retain(|f| (paths.contains(f) || !files::is_word(f)) && !console.ignores(f));
    let mut status = if unwalkable { 2 } else { 0 };
    for path in files {
        let text = match input::read(&path) {
            Ok(content) if content.paragraphs.is_some() => {
                print_error(&format_args!("{}: {}", path.display(), console.text("cli-fix-word", &[])));
                status = 2;
                continue;
            }
            Ok(content) => content.text,
            Err(error) => {
                console.print_error(&error);
                status = 2;
                continue;
            }
        };
        let fixed = fixed(&text, &path, context);
        if path == Path::new("-") {
            out.write_all(fixed.as_bytes())?;
            continue;
        }
        if fixed == text {
            continue;
        }
        status = status.max(1);
        show(&path, &text, &fixed, out)?;
        if write && let Err(error) = replace_unchanged(&path, &text, &fixed) {
            console.print_error(&error);
            status = 2;
        }
    }
    Ok(status)
}

/// Why a file wasn't written.
#[derive(Debug, thiserror::Error)]
enum WriteError {
    #[error(transparent)]
    Read(#[from] FileError),
    /// The file has been saved by another program since it was read.
    #[error("{}: was changed while it was being fixed", .0.display())]
    Changed(PathBuf),
    #[error("{}: {cause}", path.display())]
    Write { path: PathBuf, cause: io::Error },
}

impl Localized for WriteError {
    fn localized(&self, localizer: &Localizer) -> String {
        match self {
            Self::Read(error) => error.localized(localizer),
            Self::Changed(path) => format!("{}: {}", path.display(), localizer.text("cli-fix-changed", &[])),
            Self::Write { path, cause } => format!("{}: {}", path.display(), cause.localized(localizer)),
        }
    }
}

/// Writes a file that still holds the text that was read of it. It may have been saved by another program since; that
/// text must not be lost.
fn replace_unchanged(path: &Path, read: &str, fixed: &str) -> Result<(), WriteError> {
    if input::read(path)?.text != read {
        return Err(WriteError::Changed(path.to_owned()));
    }
    files::replace(path, fixed.as_bytes()).map_err(|cause| WriteError::Write { path: path.to_owned(), cause })
}

/// The text with all safe fixes applied, again until nothing changes.
fn fixed(text: &str, path: &Path, context: &CliContext) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let document = Document::read(&text, files::format_of(path), &context.vocabulary);
        let findings = check::check(&document, &context.catalogue, &context.console.settings);
        let edits = check::safe_edits(&findings);
        if edits.is_empty() {
            break;
        }
        for edit in edits.iter().rev() {
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
    }
    text
}

/// The lines that change, as a unified diff.
fn show(path: &Path, before: &str, after: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "--- {}\n+++ {}", path.display(), path.display())?;
    let diff = TextDiff::from_lines(before, after);
    for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
        writeln!(out, "{FAINT}{}{FAINT:#}", hunk.header())?;
        for change in hunk.iter_changes() {
            let line = change.value().trim_end_matches(['\n', '\r']);
            match change.tag() {
                ChangeTag::Delete => writeln!(out, "{BAD}-{line}{BAD:#}")?,
                ChangeTag::Insert => writeln!(out, "{GOOD}+{line}{GOOD:#}")?,
                ChangeTag::Equal => writeln!(out, " {line}")?,
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn a_file_that_was_saved_meanwhile_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        std::fs::write(&path, "mới").unwrap();
        let refused = replace_unchanged(&path, "cũ", "sửa").unwrap_err();
        let said = refused.localized(Localizer::of(Language::Vietnamese));
        assert!(said.contains("a.md: đã bị thay đổi"), "{said}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mới");
        replace_unchanged(&path, "mới", "sửa").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "sửa");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn changes_are_shown_with_their_lines() {
        let mut out = Vec::new();
        show(Path::new("a.md"), "một\nhai\nba\nbốn\nnăm\n", "một\nhai\nBA\nbốn\nnăm\n", &mut out).unwrap();
        let shown = anstream::adapter::strip_bytes(&out).into_vec();
        assert_eq!(String::from_utf8(shown).unwrap(), "--- a.md\n+++ a.md\n@@ -2,3 +2,3 @@\n hai\n-ba\n+BA\n bốn\n");
    }
}

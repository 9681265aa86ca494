//! `viendan catalogue add`: folders with texts of instruments.

use super::super::context::CliContext;
use super::super::failure::Failure;
use super::super::style::{BAD, FAINT, styled};
use super::line;
use crate::cite::Level;
use crate::i18n::Localized;
use crate::library::{Library, folder};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// `catalogue add DIR…`: reads folders with texts of instruments, reports what was recognised and what was not, and remembers
/// the folders. Returns whether every file was read.
pub fn add(out: &mut impl Write, context: &CliContext, folders: &[PathBuf]) -> Result<bool, Failure> {
    let words = context.console.localizer;
    let folders: Vec<PathBuf> = folders.iter().map(|folder| absolute(folder)).collect::<Result<_, Failure>>()?;
    let mut library = Library::default();
    let report = library.update(&folders, &context.vocabulary, &|_, _| {});
    if !context.console.quiet {
        for (_, i) in library.instruments() {
            line(out, &context.console, i)?;
            let clauses = i.provisions.iter().filter(|p| p.path.level() == Some(Level::Clause)).count();
            let parts = [
                i.articles.map_or_else(
                    || words.text("cli-add-articles-unknown", &[]),
                    |count| words.format("ide-articles", &[("count", count.into())]),
                ),
                words.format("cli-add-clauses", &[("count", clauses.into())]),
                words.format("cli-add-relations", &[("count", i.relations.len().into())]),
            ];
            writeln!(out, "    {}", styled(FAINT, parts.join(", ")))?;
        }
    }
    for problem in &report.unwalkable {
        writeln!(out, "  {}", styled(BAD, problem))?;
    }
    for (path, cause) in library.refused() {
        writeln!(out, "  {}", styled(BAD, format!("{}: {}", path.display(), cause.localized(words))))?;
    }
    let (known, refused) = (library.instruments().count(), library.refused().count() + report.unwalkable.len());
    let counts = [("known", known.into()), ("refused", refused.into())];
    writeln!(out, "{}", words.format("cli-add-counts", &counts))?;
    folder::add(&folders)?;
    Ok(refused == 0)
}

fn absolute(folder: &Path) -> Result<PathBuf, Failure> {
    let fail = |cause| Failure::Path { path: folder.to_owned(), cause };
    let path = folder.canonicalize().map_err(fail)?;
    if path.is_dir() { Ok(path) } else { Err(fail(io::ErrorKind::NotADirectory.into())) }
}

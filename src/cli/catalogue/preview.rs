//! `viendan catalogue import --dry-run`: what an import would do.

use super::super::context::Console;
use super::super::failure::Failure;
use super::super::style::{BAD, DOUBT, FAINT, STRONG, styled};
use super::line;
use crate::catalogue::import;
use crate::i18n::Localized;
use std::io::Write;
use std::path::PathBuf;

/// Says of each file which columns are understood, what would be left out and why, and shows the first rows. Returns the exit
/// status: 2 when a file could not be read.
pub fn preview(out: &mut impl Write, console: &Console, paths: &[PathBuf]) -> Result<i32, Failure> {
    let words = console.localizer;
    let (previews, errors) = import::preview(paths);
    let mut unreadable = !errors.is_empty();
    for file in &previews {
        writeln!(out, "{}", styled(STRONG, file.path.display()))?;
        let understood: Vec<String> =
            file.columns.iter().filter_map(|(name, field)| Some(format!("{name} → {}", (*field)?))).collect();
        let ignored: Vec<&str> = file.columns.iter().filter(|(_, f)| f.is_none()).map(|(n, _)| n.as_str()).collect();
        for (key, list) in [("cli-preview-columns", understood.join(", ")), ("cli-preview-ignored", ignored.join(", "))]
        {
            if !list.is_empty() {
                writeln!(out, "  {}", words.text(key, &[("list", &list)]))?;
            }
        }
        if file.is_relations {
            writeln!(out, "  {}", words.text("cli-preview-relations", &[]))?;
            continue;
        }
        let left: u64 = file.left_out.iter().map(|l| l.rows).sum();
        let counts = [("taken", file.taken.into()), ("left", left.into())];
        writeln!(out, "  {}", words.format("cli-preview-counts", &counts))?;
        for cause in &file.left_out {
            let values = [
                ("count", cause.rows.into()),
                ("line", cause.line.into()),
                ("cause", cause.cause.localized(words).into()),
            ];
            writeln!(out, "    {}", styled(DOUBT, words.format("cli-preview-left-out", &values)))?;
        }
        for instrument in &file.sample {
            line(out, console, instrument)?;
        }
        if let Some(error) = &file.unreadable {
            unreadable = true;
            let text = words.text("cli-import-unreadable", &[("cause", &error.localized(words))]);
            writeln!(out, "  {}", styled(BAD, text))?;
        }
    }
    for error in &errors {
        writeln!(out, "{}", styled(BAD, error.localized(words)))?;
    }
    writeln!(out, "{}", styled(FAINT, words.text("cli-preview-none", &[])))?;
    Ok(if unreadable { 2 } else { 0 })
}

//! `viendan catalogue import`: records into the user's own catalogue.

use super::super::context::Console;
use super::super::failure::Failure;
use super::super::style::{BAD, DOUBT, FAINT, styled};
use crate::catalogue::store::{Repaired, Source};
use crate::catalogue::{Catalogue, import as records};
use crate::i18n::{Localized, Value};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How many contradictions and refused lines are shown.
const SHOWN: usize = 20;

/// `catalogue import FILE|DIR…`: into the user's own catalogue, with a report. Returns the exit status: 1 when lines were
/// left out, 2 when a file could not be read.
pub fn import(out: &mut impl Write, console: &Console, paths: &[PathBuf]) -> Result<i32, Failure> {
    let store = Catalogue::user_store().ok_or(Failure::NoDataFolder)?;
    let bar = progress_bar(paths, console.quiet);
    let builtin = Catalogue::builtin()?;
    let status = import_into(out, console, &store, builtin.sources().first(), paths, |bytes| bar.inc(bytes));
    bar.finish_and_clear();
    status
}

/// The same into any database.
pub(super) fn import_into(
    out: &mut impl Write,
    console: &Console,
    store: &Path,
    builtin: Option<&Source>,
    paths: &[PathBuf],
    progress: impl FnMut(u64),
) -> Result<i32, Failure> {
    let words = console.localizer;
    let report = records::import_beside(store, builtin, paths, progress)?;
    if let Some(Repaired { quarantined, cause, recovered }) = &report.repaired {
        let values = [
            ("cause", Value::from(cause.localized(words))),
            ("aside", Value::from(quarantined.display().to_string())),
            ("saved", Value::from(*recovered)),
        ];
        writeln!(out, "{}", styled(DOUBT, words.format("cli-import-repaired", &values)))?;
    }
    let counts = [
        ("new", report.new.into()),
        ("changed", report.changed.into()),
        ("unchanged", report.unchanged.into()),
        ("contradictory", report.contradictory_count.into()),
        ("refused", report.refused_count.into()),
    ];
    writeln!(out, "{}", words.format("cli-import-counts", &counts))?;
    let more = |out: &mut dyn Write, all: u64| match all.saturating_sub(SHOWN as u64) {
        0 => Ok(()),
        more => writeln!(out, "  … {}", words.format("cli-import-more", &[("count", more.into())])),
    };
    for found in report.contradictory.iter().take(SHOWN) {
        let label = styled(DOUBT, &found.label);
        let fields = found.fields.iter().map(|fact| fact.as_str()).collect::<Vec<_>>().join(", ");
        let text = words.text("cli-import-contradiction", &[("label", &label), ("fields", &fields)]);
        writeln!(out, "  {}:{}: {text}", found.path.display(), found.line)?;
    }
    more(out, report.contradictory_count)?;
    for refused in report.refused.iter().take(SHOWN) {
        writeln!(out, "  {}", styled(BAD, refused.localized(words)))?;
    }
    more(out, report.refused_count)?;
    for error in &report.unreadable {
        let text = words.text("cli-import-unreadable", &[("cause", &error.localized(words))]);
        writeln!(out, "  {}", styled(BAD, text))?;
    }
    writeln!(out, "{}", styled(FAINT, store.display()))?;
    Ok(match (report.unreadable.is_empty(), report.refused_count) {
        (false, _) => 2,
        (true, 0) => 0,
        (true, _) => 1,
    })
}

/// Progress of reading files, on standard error if that is a terminal.
fn progress_bar(paths: &[PathBuf], quiet: bool) -> ProgressBar {
    let files = records::files(paths).0;
    let size = files.iter().filter_map(|f| std::fs::metadata(f).ok()).map(|m| m.len()).sum();
    // It is hidden where standard error isn't a terminal.
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
    let bar = ProgressBar::with_draw_target(Some(size), target);
    if let Ok(style) = style { bar.with_style(style) } else { bar }
}

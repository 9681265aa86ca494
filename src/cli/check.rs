//! `viendan check`: findings in documents.

use super::context::{CliContext, print_error};
use super::failure::Failure;
use super::input;
use super::report::{self, Checked, Format};
use crate::check::{self, Finding};
use crate::document::{Document, MOST_SHORT_NAMES};
use crate::files::{self, FileError};
use crate::i18n::{Localized, Localizer};
use crate::settings::Severity;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use std::io::Write;
use std::path::{Path, PathBuf};

/// From how many documents on their number is shown.
const FEW: usize = 20;

/// What is shown, and what makes the exit status 1.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub format: Format,
    pub min_severity: Severity,
    pub fail_on: Severity,
}

/// Checks files and folders and writes the report. Exit status: 0 nothing at or above `fail_on`, 1 something, 2 a file
/// that could not be read (the others are still checked).
///
/// # Errors
/// When the output cannot be written.
pub fn check(paths: &[PathBuf], options: &Options, context: &CliContext, out: &mut impl Write) -> Result<i32, Failure> {
    let console = &context.console;
    let (files, mut unreadable) = input::documents(paths, console);
    let files: Vec<PathBuf> = files.into_iter().filter(|path| !console.ignores(path)).collect();
    let bar = progress_bar(files.len(), console.quiet);
    let one = |path: &PathBuf| {
        let result = guarded(path, options, context);
        bar.inc(1);
        result
    };
    let results: Vec<Result<Checked, String>> = files.par_iter().map(one).collect();
    bar.finish_and_clear();
    let mut checked = Vec::with_capacity(results.len());
    for result in results {
        match result {
            Ok(file) => {
                if file.has_too_many_short_names {
                    let limit = MOST_SHORT_NAMES.to_string();
                    let told = console.localizer.text("limit-short-names", &[("limit", &limit)]);
                    print_error(&format!("{}: {told}", file.path.display()));
                }
                checked.push(file);
            }
            Err(error) => {
                print_error(&error);
                unreadable = true;
            }
        }
    }
    let failed = checked.iter().flat_map(|c| &c.findings).any(|f| f.severity >= options.fail_on);
    report::write(&checked, options.format, console, out)?;
    Ok(if unreadable { 2 } else { i32::from(failed) })
}

/// How many documents have been checked, on standard error if that is a terminal; it isn't shown for a few documents.
fn progress_bar(files: usize, quiet: bool) -> ProgressBar {
    let shown = !quiet && files >= FEW;
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(files as u64), target);
    match ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Checks a file so that a panic only ends the check of that file. The error is one line.
fn guarded(path: &Path, options: &Options, context: &CliContext) -> Result<Checked, String> {
    let localizer: &'static Localizer = context.console.localizer;
    let work = || check_file(path, options.min_severity, context);
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|error| error.localized(localizer)),
        Err(_) => Err(format!("{}: {}", path.display(), localizer.text("cli-check-fault", &[]))),
    }
}

fn check_file(path: &Path, min_severity: Severity, context: &CliContext) -> Result<Checked, FileError> {
    let files::Content { text, paragraphs } = input::read(path)?;
    let document = Document::read(&text, files::format_of(path), &context.vocabulary);
    let mut findings: Vec<Finding> = check::check(&document, &context.catalogue, &context.console.settings);
    findings.retain(|f| f.severity >= min_severity);
    let references = document.mentions().count();
    // Of a file without findings no place is shown.
    let (text, paragraphs) = if findings.is_empty() { Default::default() } else { (text, paragraphs) };
    let has_too_many_short_names = document.has_too_many_short_names();
    Ok(Checked { path: path.to_owned(), text, paragraphs, findings, references, has_too_many_short_names })
}

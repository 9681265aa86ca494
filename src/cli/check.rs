//! `viendan check`: findings in documents.

use super::cli::{Tools, complain};
use super::input;
use super::report::{self, Checked, Format};
use crate::check::settings::Language;
use crate::check::{self, Finding, Severity};
use crate::document::Document;
use crate::files::{self, FileError};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use std::io::{self, Write};
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
pub fn check(paths: &[PathBuf], options: &Options, tools: &Tools, out: &mut impl Write) -> io::Result<i32> {
    let (files, errors) = input::documents(paths);
    let mut unreadable = !errors.is_empty();
    errors.iter().for_each(complain);
    let files: Vec<PathBuf> = files.into_iter().filter(|path| !tools.leaves_alone(path)).collect();
    let bar = progress_bar(files.len(), tools.quiet);
    let one = |path: &PathBuf| {
        let result = guarded(path, options, tools);
        bar.inc(1);
        result
    };
    let results: Vec<Result<Checked, String>> = files.par_iter().map(one).collect();
    bar.finish_and_clear();
    let mut checked = Vec::with_capacity(results.len());
    for result in results {
        match result {
            Ok(file) => checked.push(file),
            Err(error) => {
                complain(&error);
                unreadable = true;
            }
        }
    }
    let failed = checked.iter().flat_map(|c| &c.findings).any(|f| f.severity >= options.fail_on);
    report::write(&checked, options.format, tools.settings.language, tools.quiet, out)?;
    Ok(if unreadable { 2 } else { i32::from(failed) })
}

/// How many documents have been checked, on standard error if that is a terminal; a few are done before it is seen.
fn progress_bar(files: usize, quiet: bool) -> ProgressBar {
    let shown = !quiet && files >= FEW;
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(files as u64), target);
    match ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Checks a file so that a fault of the program ends the check of that file alone.
fn guarded(path: &Path, options: &Options, tools: &Tools) -> Result<Checked, String> {
    let work = || check_file(path, options.min_severity, tools);
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err(format!("{}: {}", path.display(), broken(tools.settings.language))),
    }
}

fn broken(language: Language) -> &'static str {
    match language {
        Language::English => "not checked: a fault of viendan; please report it with the document",
        Language::Vietnamese => "chưa kiểm tra được do lỗi của viendan; xin báo lỗi kèm tài liệu này",
    }
}

fn check_file(path: &Path, min_severity: Severity, tools: &Tools) -> Result<Checked, FileError> {
    let files::Content { text, paragraphs } = input::read(path)?;
    let document = Document::read(&text, files::format_of(path), &tools.vocabulary);
    let mut findings: Vec<Finding> = check::check(&document, &tools.catalogue, &tools.settings);
    findings.retain(|f| f.severity >= min_severity);
    let references = document.mentions().count();
    Ok(Checked { path: path.to_owned(), text, paragraphs, findings, references })
}

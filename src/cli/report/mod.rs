//! Findings as annotated source for people, and as JSON, SARIF and GitHub annotations for programs.

mod github;
mod human;
mod json;
mod places;
mod sarif;

use super::context::Console;
use crate::check::Finding;
use crate::files::docx::Paragraphs;
use clap::ValueEnum;
use std::io::{self, Write};
use std::path::PathBuf;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Annotated source
    Human,
    /// One finding a line
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

/// One document with its findings.
#[derive(Debug)]
pub struct Checked {
    pub path: PathBuf,
    /// Its text; empty where nothing was found.
    pub text: String,
    /// Where its paragraphs begin, in a Word file with findings.
    pub paragraphs: Option<Paragraphs>,
    pub findings: Vec<Finding>,
    /// How many references were read.
    pub references: usize,
    /// Not all short names were followed.
    pub has_too_many_short_names: bool,
}

/// Writes the report.
///
/// # Errors
/// When the output cannot be written.
pub fn write(checked: &[Checked], format: Format, console: &Console, out: &mut impl Write) -> io::Result<()> {
    match format {
        Format::Human => human::write(checked, console, out),
        Format::Json => json::write(checked, out),
        Format::Sarif => sarif::write(checked, console.localizer, out),
        Format::Github => github::write(checked, console.localizer, out),
    }
}

//! `viendan catalogue search`: instruments by number or words of the title.

use super::super::context::CliContext;
use super::super::failure::Failure;
use super::{line, record_line};
use std::io::Write;

/// `catalogue search WORDS`: one instrument a line, best first; as records with `json`. Returns whether anything was
/// found.
pub fn search(
    out: &mut impl Write,
    context: &CliContext,
    words: &str,
    limit: usize,
    json: bool,
) -> Result<bool, Failure> {
    let hits = context.catalogue.search(words, limit);
    for hit in &hits {
        if json {
            record_line(out, &hit.instrument)?;
        } else {
            line(out, &context.console, &hit.instrument)?;
        }
    }
    if hits.is_empty() && !json {
        writeln!(out, "{}", context.console.text("cli-search-nothing", &[("words", words)]))?;
    }
    Ok(!hits.is_empty())
}

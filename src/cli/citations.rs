//! `viendan citations`: the instruments that documents cite, for the annex "Danh mục văn bản được viện dẫn".

use super::arguments::CitationsFormat;
use super::context::CliContext;
use super::failure::Failure;
use super::input;
use crate::document::Document;
use crate::files;
use crate::ide::report;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// Lists what files cite. Exit status 2 when one couldn't be read.
///
/// # Errors
/// When the output cannot be written.
pub fn list(
    paths: &[PathBuf],
    format: CitationsFormat,
    context: &CliContext,
    out: &mut impl Write,
) -> Result<i32, Failure> {
    let mut status = 0;
    for (n, path) in paths.iter().enumerate() {
        let content = match input::read(path) {
            Ok(content) => content,
            Err(error) => {
                context.console.print_error(&error);
                status = 2;
                continue;
            }
        };
        let document = Document::read(&content.text, files::format_of(path), &context.vocabulary);
        let cited = report::cited(&document, &context.catalogue, &context.console.settings);
        match format {
            CitationsFormat::Markdown => {
                if n > 0 {
                    writeln!(out)?;
                }
                if paths.len() > 1 {
                    writeln!(out, "<!-- {} -->\n", path.display())?;
                }
                out.write_all(report::markdown(&cited, context.console.localizer).as_bytes())?;
            }
            CitationsFormat::Json => {
                for act in cited {
                    let mut row = json!(act);
                    if let Value::Object(row) = &mut row {
                        row.insert("file".to_owned(), json!(path.display().to_string()));
                    }
                    serde_json::to_writer(&mut *out, &row)?;
                    out.write_all(b"\n")?;
                }
            }
        }
    }
    Ok(status)
}

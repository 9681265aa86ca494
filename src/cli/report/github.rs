//! Findings as annotations of GitHub Actions.

use super::Checked;
use super::places::{self, Places};
use crate::i18n::Localizer;
use crate::settings::Severity;
use crate::text::Encoding;
use std::io::{self, Write};

/// Writes a command of GitHub Actions for each finding.
pub fn write(checked: &[Checked], localizer: &Localizer, out: &mut impl Write) -> io::Result<()> {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    for file in checked {
        let places = Places::new(&file.text);
        let path = escape(&file.path.to_string_lossy()).replace(':', "%3A").replace(',', "%2C");
        for finding in &file.findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Information | Severity::Hint => "notice",
            };
            if let Some(place) = places::in_words(file, finding.span.start, localizer) {
                let message = escape(&format!("{place}: {}", finding.message));
                writeln!(out, "::{command} file={path},title={}::{message}", finding.code)?;
                continue;
            }
            let (line, column) = places.line_and_column(finding.span.start, Encoding::Utf32);
            let (end_line, end_column) = places.line_and_column(finding.span.end, Encoding::Utf32);
            writeln!(
                out,
                "::{command} file={path},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}",
                finding.code,
                escape(&finding.message)
            )?;
        }
    }
    Ok(())
}

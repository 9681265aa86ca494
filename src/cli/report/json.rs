//! Findings as rows of JSON, for programs.

use super::Checked;
use super::places::Places;
use crate::text::Encoding;
use serde_json::json;
use std::io::{self, Write};

/// Writes a row for each finding; offsets count code points.
pub fn write(checked: &[Checked], out: &mut impl Write) -> io::Result<()> {
    for file in checked {
        let places = Places::new(&file.text);
        for finding in &file.findings {
            let (line, column) = places.line_and_column(finding.span.start, Encoding::Utf32);
            let edit = |e: &crate::check::Edit| json!({"start": places.code_point(e.span.start), "end": places.code_point(e.span.end), "text": e.text});
            let mut row = json!({
                "file": file.path.display().to_string(),
                "code": finding.code,
                "severity": finding.severity,
                "category": finding.code.rule().category,
                "start": places.code_point(finding.span.start),
                "end": places.code_point(finding.span.end),
                "line": line,
                "column": column,
                "text": finding.span.of(&file.text),
                "message": finding.message,
                "instrument": finding.instrument,
                "related": finding.related.iter().map(|r| json!({
                    "message": r.message,
                    "start": places.code_point(r.span.start),
                    "end": places.code_point(r.span.end),
                })).collect::<Vec<_>>(),
                "fixes": finding.fixes.iter().map(|f| json!({
                    "title": f.title,
                    "safe": f.safe,
                    "edits": f.edits.iter().map(edit).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
            });
            if let Some(paragraphs) = &file.paragraphs {
                let (paragraph, character) = paragraphs.place(&file.text, finding.span.start);
                row["paragraph"] = json!(paragraph);
                row["character"] = json!(character);
            }
            serde_json::to_writer(&mut *out, &row)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

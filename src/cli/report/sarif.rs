//! Findings as SARIF 2.1.0, for programs.

use super::Checked;
use super::places::{self, Places};
use crate::i18n::Localizer;
use crate::rulebook;
use crate::settings::Severity;
use crate::text::{Encoding, Span};
use serde_json::json;
use std::io::{self, Write};
use std::path::Path;

/// SARIF 2.1.0, with the help text of every rule. A Word file has no lines: there the place is a logical one, and fixes,
/// which would be applied to its bytes, are left out.
pub fn write(checked: &[Checked], localizer: &Localizer, out: &mut impl Write) -> io::Result<()> {
    let level = |severity: Severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    };
    let language = localizer.language();
    let descriptors: Vec<_> = rulebook::all()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": {"text": rule.meaning.text(language)},
                "fullDescription": {"text": rule.explanation.text(language)},
                "help": {
                    "text": format!("{}\n{}\n✗ {}\n✓ {}", rule.explanation.text(language), rule.source.unwrap_or_default(), rule.bad, rule.good),
                },
                "defaultConfiguration": {"level": level(rule.severity)},
                "properties": {"category": rule.category},
            })
        })
        .collect();
    let mut results = Vec::new();
    for file in checked {
        let places = Places::new(&file.text);
        let region = |span: Span| {
            let (start_line, start_column) = places.line_and_column(span.start, Encoding::Utf16);
            let (end_line, end_column) = places.line_and_column(span.end, Encoding::Utf16);
            json!({"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column})
        };
        let uri = uri_reference(&file.path);
        for finding in &file.findings {
            let fixes: Vec<_> = finding
                .fixes
                .iter()
                .filter(|f| !f.edits.is_empty() && file.paragraphs.is_none())
                .map(|f| {
                    let replacements: Vec<_> = f
                        .edits
                        .iter()
                        .map(|e| json!({"deletedRegion": region(e.span), "insertedContent": {"text": e.text}}))
                        .collect();
                    json!({
                        "description": {"text": f.title},
                        "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": replacements}],
                    })
                })
                .collect();
            let mut result = json!({
                "ruleId": finding.code,
                "level": level(finding.severity),
                "message": {"text": finding.message},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region(finding.span)}}],
            });
            if let Some(place) = places::in_words(file, finding.span.start, localizer) {
                result["locations"] = json!([{
                    "physicalLocation": {"artifactLocation": {"uri": uri}},
                    "logicalLocations": [{"fullyQualifiedName": place, "kind": "paragraph"}],
                }]);
            }
            result["ruleIndex"] = json!(finding.code as usize);
            if !fixes.is_empty() {
                result["fixes"] = json!(fixes);
            }
            results.push(result);
        }
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "viendan", "version": env!("CARGO_PKG_VERSION"), "rules": descriptors}},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    // The types of the SARIF crate make sure that what goes out has the shape of the schema.
    let log: serde_sarif::sarif::Sarif = serde_json::from_value(log)?;
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

/// A path as a URI reference: "dự thảo.txt" is `d%E1%BB%B1%20th%E1%BA%A3o.txt`.
fn uri_reference(path: &Path) -> String {
    let mut out = String::new();
    for byte in path.to_string_lossy().replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

//! Drafts of many kinds with correct references: no finding in them may be a warning.
//!
//! The drafts are written for this test; what they say of instruments (numbers, days, titles, articles) is true on their
//! day. `VIENDAN_HINTS=1` prints the findings below a warning.

use std::path::Path;
use std::sync::Arc;
use viendan::catalogue::Catalogue;
use viendan::check::{self, Settings, Severity};
use viendan::document::{Document, Format};
use viendan::lexicon::Vocabulary;

#[test]
fn right_drafts_have_no_warnings() {
    let catalogue = Catalogue::builtin().expect("the built-in catalogue opens");
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clean/drafts");
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("the drafts").map(|e| e.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() >= 15, "only {} drafts", files.len());
    let mut faults = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a draft");
        let document = Document::read(&text, Format::Plain, &vocabulary);
        for f in check::check(&document, &catalogue, &Settings::default()) {
            let line = format!(
                "{}: {} “{}” {}",
                path.file_name().unwrap_or_default().display(),
                f.code,
                f.span.of(&text),
                f.message
            );
            if f.severity >= Severity::Warning {
                faults.push(line);
            } else if std::env::var_os("VIENDAN_HINTS").is_some() {
                println!("{line}");
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

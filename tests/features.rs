//! `docs/FEATURES.md` names a test for each feature: every test that it names exists.

use std::path::Path;

/// The rows of the tables: a feature, and the test in the second cell.
fn rows(page: &str) -> Vec<(&str, &str)> {
    let row = |line: &'_ str| -> Option<(usize, usize)> {
        let test = line.strip_suffix("` |")?;
        let at = test.rfind("| `")?;
        Some((at, test.len()))
    };
    page.lines()
        .filter(|line| line.starts_with("| "))
        .filter_map(|line| row(line).map(|(at, end)| (line[1..at].trim(), &line[at + 3..end])))
        .collect()
}

#[test]
fn every_test_that_the_table_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("docs/FEATURES.md")).expect("docs/FEATURES.md");
    let rows = rows(&page);
    assert!(rows.len() > 50, "only {} rows were read", rows.len());
    let mut faults = Vec::new();
    for (feature, test) in rows {
        let (file, name) = match (test.strip_prefix("command: "), test.split_once("::")) {
            (Some(name), _) => ("tests/command.rs".to_owned(), name),
            (None, Some((module, name))) => (format!("tests/wire/{module}.rs"), name),
            (None, None) => {
                faults.push(format!("{feature}: {test} is no name of a test"));
                continue;
            }
        };
        let source = std::fs::read_to_string(root.join(&file)).unwrap_or_default();
        let is_test = source.contains(&format!("#[test]\nfn {name}("));
        if !is_test {
            faults.push(format!("{feature}: no test {name} in {file}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_row_of_the_table_has_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("docs/FEATURES.md")).expect("docs/FEATURES.md");
    let is_heading = |line: &str| line.contains("| test |") || line.contains("---");
    let lines = page.lines().filter(|line| line.starts_with('|') && !is_heading(line)).count();
    assert_eq!(rows(&page).len(), lines);
}

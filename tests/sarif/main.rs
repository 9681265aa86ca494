//! What `viendan check --format sarif` writes, compared with the schema that OASIS publishes.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The report on some documents.
fn sarif(folder: &Path, arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_viendan"))
        .args(["check", "--format", "sarif"])
        .args(arguments)
        .current_dir(folder)
        .env("VIENDAN_CACHE_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache"))
        .env("VIENDAN_DATA_DIR", folder.join("data"))
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn faults(log: &Value) -> Vec<String> {
    // As published the pattern of languages has a bracket too many, which makes it no regular expression; read here as
    // it is meant.
    let published = include_str!("sarif-schema-2.1.0.json");
    let schema = published.replace("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

const DRAFT: &str = "UBND TỈNH NGHỆ AN\nSố: 45/KH-STP\n\nKẾ HOẠCH\n\nCăn cứ Nghị định số 30/2020/NÐ–CP ngày 06 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n\
    Căn cứ Nghị định số 110/2004/NĐ-CP;\nTheo điểm f khoản 1 Điều 5 Luật Đất đai năm 2025 và điều 999 Luật Đất đai số 31/2024/QH15.\n";

#[test]
fn findings_fixes_and_rules_are_as_the_schema_asks() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dự thảo 1.txt"), DRAFT).unwrap();
    std::fs::write(folder.path().join("b.md"), DRAFT.replace('\n', "\r\n")).unwrap();
    for language in ["vi", "en"] {
        let log = sarif(folder.path(), &["--lang", language, "."]);
        assert_eq!(faults(&log), Vec::<String>::new());
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert!(results.len() >= 8, "{} results", results.len());
        assert!(results.iter().any(|r| r["fixes"].is_array()));
        assert!(log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len() > 90);
    }
}

#[test]
fn no_findings_are_as_the_schema_asks() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "Một lá thư.\n").unwrap();
    let log = sarif(folder.path(), &["a.txt"]);
    assert_eq!(faults(&log), Vec::<String>::new());
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

/// The schema refuses what is broken, so that the tests above mean something.
#[test]
fn the_schema_refuses_what_is_no_sarif() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), DRAFT).unwrap();
    let log = sarif(folder.path(), &["a.txt"]);
    let refused = |place: &str, by: Value| {
        let mut broken = log.clone();
        *broken.pointer_mut(place).unwrap_or_else(|| panic!("{place} is not written")) = by;
        assert_ne!(faults(&broken), Vec::<String>::new(), "{place}");
    };
    let uri = "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri";
    refused("/runs/0/results/0/level", "grave".into());
    refused("/runs/0/results/0/message", serde_json::json!({}));
    refused("/runs/0/tool/driver/name", Value::Null);
    refused(uri, "dự thảo 1.txt".into());
    refused("/runs/0/results/0/locations/0/physicalLocation/region/startLine", 0.into());
    refused("/version", "2.0".into());
}

//! Facts learnt from a folder of documents: `viendan catalogue harvest`.
//!
//! Under `documents` are three texts and a file of rows that is three copies of one instrument. What they say:
//!
//! - Nghị định số 30/2020/NĐ-CP: two texts give 05/3/2020, one of them twice; one gives 15/3/2020.
//! - Nghị định số 01/2021/NĐ-CP: two texts give 05/01/2021, a day later than it was issued.
//! - Thông tư số 987/2021/TT-BTC, which is made up: two texts give 29/12/2021, the copies, one document, 19/12/2021.
//! - Two of the texts have headers with number and date of their own.

use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};

fn viendan(home: &Path, arguments: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_viendan"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/harvest"))
        .env("HOME", home)
        .env("VIENDAN_DATA_DIR", home.join("data"))
        .env("VIENDAN_CACHE_DIR", home.join("cache"))
        .env_remove("XDG_CONFIG_HOME")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The record of a number in a file or an output of JSON Lines.
fn of(lines: &str, number: &str) -> Option<Value> {
    let rows = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    rows.into_iter().find(|row| row["number"] == number)
}

#[test]
fn each_document_has_one_vote_and_the_doubt_is_kept() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("learnt.jsonl");
    viendan(home.path(), &["catalogue", "harvest", "documents", "--out", target.to_str().unwrap()]);
    let learnt = std::fs::read_to_string(target).unwrap();

    let known = of(&learnt, "30/2020/NĐ-CP").unwrap();
    assert_eq!(known["issued"], "2020-03-05");
    assert_eq!(known["votes"]["issued"], json!({"given": 2, "all": 3}));
    assert_eq!(known["doubt"]["issued"], 0.4);
    assert_eq!(known["documents"], 3);
    assert_eq!((&known["new"], &known["contradicts"]), (&Value::Null, &Value::Null));

    let new = of(&learnt, "987/2021/TT-BTC").unwrap();
    assert_eq!(new["issued"], "2021-12-29");
    assert_eq!(new["votes"]["issued"], json!({"given": 2, "all": 3}), "three copies are one document");
    assert_eq!(new["title"], "Quy định việc mở sổ quỹ nội bộ của đơn vị");
    assert_eq!(new["votes"]["title"], json!({"given": 3, "all": 3}));
    assert_eq!(new["doubt"]["title"], 0.2);
    assert_eq!(new["new"], true);

    let wrong = of(&learnt, "01/2021/NĐ-CP").unwrap();
    assert_eq!(wrong["issued"], "2021-01-05");
    assert_eq!(wrong["contradicts"], json!([{"field": "issued", "known": "2021-01-04", "confirmed": true}]));

    let head = of(&learnt, "902/2022/TT-BTC").unwrap();
    assert_eq!(
        (&head["issued"], &head["documents"]),
        (&json!("2022-07-20"), &json!(1)),
        "what its head says of itself"
    );
    assert_eq!(of(&learnt, "903/2022/TT-BTC"), None, "its own number is no citation, and it has no head");
    assert_eq!(learnt.lines().count(), 5);
}

#[test]
fn what_was_learnt_fills_gaps_and_overrules_nothing() {
    let home = tempfile::tempdir().unwrap();
    let report = text(&viendan(home.path(), &["catalogue", "harvest", "documents"]));
    assert!(report.contains("6 tài liệu nói đến 5 văn bản: 3 mới, 2 đã biết, trong đó 1 có mâu thuẫn."), "{report}");
    let records = text(&viendan(home.path(), &["catalogue", "export"]));
    let new = of(&records, "987/2021/TT-BTC").unwrap();
    assert_eq!(new["issued"], "2021-12-29");
    assert_eq!(new["source"], "trích dẫn trong văn bản khác");
    assert_eq!(new["confirmed"], Value::Null, "what citations say is never confirmed");
    let decree = |line: &&str| line.contains(r#""number":"01/2021/NĐ-CP""#) && line.contains("Về đăng ký doanh nghiệp");
    let decree: Vec<&str> = records.lines().filter(decree).collect();
    assert!(decree.len() == 1 && decree[0].contains(r#""issued":"2021-01-04""#), "{decree:?}");
}

#[test]
fn references_are_counted_by_whether_they_resolve() {
    let home = tempfile::tempdir().unwrap();
    let report = text(&viendan(home.path(), &["extract", "--stats", "documents"]));
    // Four times Nghị định số 30/2020/NĐ-CP, twice số 01/2021/NĐ-CP; five times the circular that does not exist.
    let rows = |label: &str| {
        let row =
            report.lines().find(|line| line.ends_with(&format!("  {label}"))).unwrap_or_else(|| panic!("{report}"));
        row.split_whitespace().take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rows("Nghị định"), ["6", "100.0%"]);
    assert_eq!(rows("Thông tư"), ["5", "0.0%"]);
    let unresolved = report.lines().rfind(|line| line.ends_with("987/2021/TT-BTC")).map(str::trim_start);
    assert!(unresolved.is_some_and(|line| line.starts_with("5 ")), "{report}");
}

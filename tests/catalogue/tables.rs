//! Tables of others: Parquet, SQLite, JSON and CSV with the columns of the public data sets.

use super::Home;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A file of `tests/catalogue/tables`; `make.py` there makes them.
fn table(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue/tables").join(name)
}

fn imported(home: &Home, files: &[PathBuf]) {
    let mut command = home.command(&["catalogue", "import"]);
    let output = command.args(files).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    // 1: a row without a number was left out.
    assert!(output.status.code().is_some_and(|code| code <= 1), "{text}");
}

fn shown(home: &Home, number: &str) -> Value {
    let output = home.command(&["catalogue", "show", number, "--json", "--as-of", "2026-11-29"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    serde_json::from_str(text.lines().next().unwrap_or_else(|| panic!("{number} is not known"))).unwrap()
}

#[test]
fn the_table_of_the_national_database_is_imported_with_its_relations() {
    for metadata in ["metadata.parquet", "metadata-v2.parquet"] {
        let home = Home::new();
        imported(&home, &[table(metadata), table("relationships.parquet")]);
        let old = shown(&home, "9030/2004/NĐ-CP");
        assert_eq!((&old["issued"], &old["status"]), (&"2004-04-08".into(), &"expired".into()), "{metadata}");
        assert_eq!(old["expired"], "2020-03-05");
        assert_eq!(old["relations"][0]["kind"], "repealed-by");
        assert_eq!(old["relations"][0]["target"], "9030/2020/NĐ-CP");
        let new = shown(&home, "9030/2020/NĐ-CP");
        assert_eq!((&new["title"], &new["expired"]), (&"Về công tác văn thư điện tử".into(), &Value::Null));
        let resolution = shown(&home, "9031/2020/NQ-CP");
        assert_eq!((&resolution["type"], &resolution["status"]), (&"Nghị quyết".into(), &Value::Null));
    }
}

#[test]
fn tables_of_other_shapes_are_imported() {
    let home = Home::new();
    let legacy = home.write(
        "legacy.json",
        r#"[{"id": 7, "document_number": "9046/2022/TT-BTC", "title": "Thông tư 9046/2022/TT-BTC về thử nghiệm do Bộ trưởng Bộ Tài chính ban hành", "legal_type": "Thông tư", "issuance_date": "2022-03-04", "issuing_authority": "Bộ Tài chính"}]"#,
    );
    let nested = home.write(
        "nested.jsonl",
        "{\"title\":\"Về thử nghiệm\",\"meta\":{\"sign_number\":\"9047/2022/QĐ-TTg\",\"promulgation_date\":\"ngày 5 tháng 4 năm 2022\",\"type\":\"Quyết định\"}}\n",
    );
    imported(&home, &[table("laws.parquet"), table("vanban.sqlite"), legacy, nested]);
    let law = shown(&home, "9045/2019/QH14");
    assert_eq!((&law["type"], &law["issued"]), (&"Luật".into(), &"2019-11-20".into()));
    assert_eq!(shown(&home, "9044/2021/TT-BNV")["title"], "Về thử nghiệm");
    let circular = shown(&home, "9046/2022/TT-BTC");
    assert_eq!((&circular["title"], &circular["issued"]), (&"Về thử nghiệm".into(), &"2022-03-04".into()));
    assert_eq!(shown(&home, "9047/2022/QĐ-TTg")["issued"], "2022-04-05");
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_is_understood() {
    let home = Home::new();
    let output = home.command(&["catalogue", "import", "--dry-run"]).arg(table("metadata.parquet")).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("so_ky_hieu → number") && text.contains("9030/2020/NĐ-CP"), "{text}");
    assert!(!home.store().exists());
}

#[test]
fn damaged_tables_are_reported_and_end_nothing() {
    let home = Home::new();
    let whole = std::fs::read(table("metadata.parquet")).unwrap();
    for (n, end) in [0, 4, 11, whole.len() / 2, whole.len() - 9, whole.len() - 1].into_iter().enumerate() {
        let cut = home.write(&format!("cut-{n}.parquet"), &whole[..end]);
        let output = home.command(&["catalogue", "import"]).arg(&cut).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "cut at {end}");
    }
    for at in (4..whole.len()).step_by(41) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        let damaged = home.write("damaged.parquet", &bytes);
        let output = home.command(&["catalogue", "import", "--dry-run"]).arg(&damaged).output().unwrap();
        assert!(output.status.code().is_some_and(|code| code <= 2), "at {at}: {output:?}");
    }
}

//! What the user imports while the server runs.

use crate::client::{Client, PATIENCE, Start, capabilities};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const DRAFT: &str = "Theo Đề án Kho chung và Nghị định số 986/2021/NĐ-CP.\n";
const URI: &str = "file:///w/draft.txt";

fn import(data: &Path, line: &str) {
    let file = data.with_file_name("acts.jsonl");
    std::fs::write(&file, line).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_viendan"));
    command.args(["catalogue", "import"]).arg(&file).env("VIENDAN_DATA_DIR", data);
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Saves the draft until the hover at some words is as expected.
fn expect_card(client: &mut Client, before: &str, holds: &str) {
    let end = Instant::now() + PATIENCE;
    loop {
        client.notify("textDocument/didSave", json!({ "textDocument": { "uri": URI } }));
        let card = client.hover(URI, 0, before.encode_utf16().count()).unwrap();
        if card["contents"]["value"].as_str().is_some_and(|shown| shown.contains(holds)) {
            return;
        }
        assert!(Instant::now() < end, "no “{holds}” in {card}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The database is made, and later written again, while a server runs that started without it.
#[test]
fn an_import_is_seen_when_the_draft_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut client = Start::new().env("VIENDAN_DATA_DIR", data.to_str().unwrap()).start();
    client.initialize(capabilities(), json!({}));
    client.open(URI, DRAFT);
    import(&data, r#"{"number":"986/2021/NĐ-CP","issued":"2021-03-05","title":"Về kho chung"}"#);
    expect_card(&mut client, "Theo Đề án Kho chung và Nghị định số 98", "Về kho chung");
    // A name is a reference only once the recogniser knows it.
    import(&data, r#"{"number":"986/2021/NĐ-CP","aliases":["Đề án Kho chung"],"signer":"Nguyễn Văn A"}"#);
    expect_card(&mut client, "Theo Đề án K", "Về kho chung");
    client.finish();
}

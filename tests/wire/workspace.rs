//! All drafts of a workspace: pulled, checked on demand, listed; and when a draft is checked.

use crate::client::{Client, Start, capabilities, capabilities_with, range};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const BAD: &str = "Căn cứ Nghị định số 30/2020/NÐ-CP;\n";
const ETH: &str = "eth-for-d-stroke";

fn workspace() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("one.md"), BAD).unwrap();
    std::fs::write(folder.path().join("two.txt"), BAD.repeat(2)).unwrap();
    std::fs::write(folder.path().join("good.md"), "Không có gì.\n").unwrap();
    let root = format!("file://{}", folder.path().display());
    (folder, root)
}

fn pulling() -> Value {
    let mut capabilities = capabilities_with("/textDocument/diagnostic", json!({}));
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities
}

fn started(capabilities: Value, root: &str, settings: Value) -> Client {
    let mut client = Start::new().start();
    let folders = json!([{ "uri": root, "name": "w" }]);
    client.initialize(capabilities, json!({ "workspaceFolders": folders, "initializationOptions": settings }));
    client
}

fn executed(client: &mut Client, command: &str, arguments: Value) -> Value {
    client.request("workspace/executeCommand", json!({ "command": command, "arguments": arguments })).unwrap()
}

#[test]
fn drafts_of_the_workspace_are_pulled_with_names_of_results() {
    let (_folder, root) = workspace();
    let mut client = started(pulling(), &root, json!({}));
    client.until("the catalogue", |client| client.refreshes > 0);
    client.open(&format!("{root}/one.md"), BAD);
    let report = client.request("workspace/diagnostic", json!({ "previousResultIds": [] })).unwrap();
    let items = report["items"].as_array().unwrap();
    // The open one as it is in the editor, under the name that it has when it is pulled by itself.
    assert_eq!(items.len(), 3, "{report}");
    let one = items.iter().find(|item| item["uri"].as_str().unwrap().ends_with("one.md")).unwrap();
    assert_eq!((&one["version"], one["items"].as_array().unwrap().len()), (&json!(1), 1), "{report}");
    let alone = client.pull(&format!("{root}/one.md"), one["resultId"].as_str()).unwrap();
    assert_eq!(alone["kind"], "unchanged", "{alone}");
    let two = items.iter().find(|item| item["uri"].as_str().unwrap().ends_with("two.txt")).unwrap();
    assert_eq!((&two["kind"], two["items"].as_array().unwrap().len()), (&json!("full"), 2));
    let known: Vec<Value> = items.iter().map(|i| json!({ "uri": i["uri"], "value": i["resultId"] })).collect();
    let again = client.request("workspace/diagnostic", json!({ "previousResultIds": known })).unwrap();
    assert!(again["items"].as_array().unwrap().iter().all(|item| item["kind"] == "unchanged"), "{again}");
    let partial = json!({ "previousResultIds": [], "partialResultToken": "p" });
    assert_eq!(client.request("workspace/diagnostic", partial).unwrap()["items"], json!([]));
    assert_eq!(client.progress.iter().filter(|p| p["token"] == "p").count(), 3);
    // What is typed counts, not what the file holds.
    client.replace(&format!("{root}/one.md"), 2, "Hết.\n");
    let known: Vec<Value> = items.iter().map(|i| json!({ "uri": i["uri"], "value": i["resultId"] })).collect();
    let typed = client.request("workspace/diagnostic", json!({ "previousResultIds": known })).unwrap();
    let full: Vec<&Value> = typed["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "full").collect();
    assert_eq!((full.len(), &full[0]["version"], &full[0]["items"]), (1, &json!(2), &json!([])), "{typed}");
    assert!(client.unread_publications().is_empty());
    client.finish();
}

#[test]
fn all_drafts_are_checked_on_demand_with_progress_and_a_count() {
    let (folder, root) = workspace();
    let mut client = started(capabilities_with("/window", json!({ "workDoneProgress": true })), &root, json!({}));
    let counts = executed(&mut client, "viendan.checkWorkspace", json!([]));
    assert_eq!((&counts["files"], &counts["errors"]), (&json!(3), &json!(3)), "{counts}");
    assert!(client.shown().contains("3 văn bản"));
    let two = client.published(|p| p.uri.ends_with("two.txt"));
    assert_eq!(two.of(ETH).len(), 2);
    // What was mended is over the next time.
    std::fs::write(folder.path().join("two.txt"), "Hết.\n").unwrap();
    executed(&mut client, "viendan.checkWorkspace", json!([]));
    client.shown();
    client.published(|p| p.uri.ends_with("two.txt") && p.diagnostics.is_empty());
    client.until("the end of progress", |c| c.progress.iter().any(|p| p["value"]["kind"] == "end"));
    client.finish();
}

#[test]
fn the_acts_that_a_draft_cites_are_listed() {
    let mut client = Client::ready();
    let uri = "file:///draft.md";
    client.open(uri, "Theo Nghị định số 30/2020/NĐ-CP.\nTheo Nghị định 30/2020/NĐ-CP và Luật Đất đai năm 2024.\n");
    let table = executed(&mut client, "viendan.citations", json!([uri]));
    let table = table.as_str().unwrap();
    assert!(table.starts_with("# Danh mục văn bản được viện dẫn"), "{table}");
    assert!(table.contains("| 1 | Nghị định 30/2020/NĐ-CP |") && table.contains("| 2 | 1, 2 |"), "{table}");
    let list = executed(&mut client, "viendan.citations", json!([uri, "json"]));
    assert_eq!((&list[0]["number"], &list[0]["count"]), (&json!("30/2020/NĐ-CP"), &json!(2)));
    client.finish();
}

fn typed(client: &mut Client, uri: &str, version: i64) {
    client.change(uri, version, json!([{ "range": range((0, 0), (0, 0)), "text": BAD }]));
}

#[test]
fn a_draft_is_checked_when_it_is_saved_or_at_rest_or_by_hand() {
    let uri = "file:///draft.txt";
    for (checking, at_open) in [("save", true), ("manual", false), ("rest", true)] {
        let mut client = Start::new().start();
        client.initialize(capabilities(), json!({ "initializationOptions": { "checking": checking } }));
        // The settings are in force before the document is opened.
        // An answer that waits for the catalogue comes after the settings are in force.
        client.request("workspace/symbol", json!({ "query": "" })).unwrap();
        client.open(uri, BAD);
        if at_open {
            client.published(|p| p.version == Some(1) && p.of(ETH).len() == 1);
        }
        typed(&mut client, uri, 2);
        match checking {
            "save" => {
                client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
                client.published(|p| p.of(ETH).len() == 2);
            }
            "manual" => {
                client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
                client.hover(uri, 0, 0).unwrap();
                std::thread::sleep(Duration::from_millis(300));
                client.hover(uri, 0, 0).unwrap();
                assert!(client.unread_publications().is_empty(), "{checking}");
                executed(&mut client, "viendan.check", json!([uri]));
                client.published(|p| p.of(ETH).len() == 2);
            }
            _ => {
                let typed = Instant::now();
                let found = client.published(|p| p.version == Some(2) && p.of(ETH).len() == 2);
                assert!(found.at - typed > Duration::from_secs(1), "{checking}");
            }
        }
        client.finish();
    }
}

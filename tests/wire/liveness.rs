//! Long work holds up nobody who asks for something else (rules 3 to 5).

use crate::client::{Client, Start, capabilities_with, change, frame, long_text, place};
use serde_json::json;
use std::time::{Duration, Instant};

const BIG: &str = "file:///big.txt";
const SMALL: &str = "file:///small.txt";

#[test]
fn a_long_analysis_does_not_hold_up_another_document() {
    let mut client = Client::ready();
    client.open(SMALL, "Nghị định số 30/2020/NĐ-CP\n");
    client.hover(SMALL, 0, 15).unwrap();
    client.open(BIG, &long_text(5 << 20));
    // Questions about the long text wait for it; however many there are, they wait elsewhere.
    let waiting: Vec<i64> = (0..8).map(|n| client.ask("textDocument/hover", place(BIG, n, 100))).collect();
    let asked = Instant::now();
    assert!(!client.hover(SMALL, 0, 15).unwrap().is_null());
    let took = asked.elapsed();
    let done = client.unread_publications().iter().any(|p| p.uri == BIG);
    assert!(done || took < Duration::from_secs(5), "{took:?}");
    // Its questions may be taken back, and are answered at once.
    for id in &waiting {
        client.notify("$/cancelRequest", json!({ "id": id }));
    }
    let cancelled =
        waiting.iter().map(|&id| client.answer(id)).filter(|a| a.as_ref().is_err_and(|e| e["code"] == -32800));
    let cancelled = cancelled.count();
    let done = done || client.unread_publications().iter().any(|p| p.uri == BIG);
    assert!(done || cancelled > 0);
    // And it can end in the middle of it.
    client.finish();
}

#[test]
fn every_edit_of_a_long_text_need_not_be_analysed_but_the_last_one_is() {
    let mut client = Client::ready();
    let text = long_text(1 << 20);
    client.open(BIG, &text);
    client.diagnostics(BIG, 1);
    let mut burst = Vec::new();
    for version in 2..202 {
        let edit = json!([{ "range": crate::client::range((200, 0), (200, 0)), "text": "x" }]);
        burst.extend(frame(
            &json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": change(BIG, version, edit) }),
        ));
    }
    client.send(&burst);
    client.diagnostics(BIG, 201);
    client.finish();
}

#[test]
fn diagnostics_that_are_pulled_are_not_pushed() {
    let mut client = Start::new().start();
    let mut capabilities = capabilities_with("/textDocument/diagnostic", json!({}));
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let result = client.initialize(capabilities, json!({}));
    assert_eq!(result["capabilities"]["diagnosticProvider"]["identifier"], "viendan");
    client.until("the catalogue", |client| client.refreshes > 0);
    client.open(SMALL, "Nghị định số 30/2020/NÐ-CP\n");
    let report = client.pull(SMALL, None).unwrap();
    assert_eq!((&report["kind"], &report["items"][0]["code"]), (&json!("full"), &json!("eth-for-d-stroke")));
    let id = report["resultId"].as_str().unwrap().to_owned();
    assert_eq!(client.pull(SMALL, Some(&id)).unwrap()["kind"], "unchanged");
    client.replace(SMALL, 2, "Nghị định số 30/2020/NĐ-CP\n");
    let report = client.pull(SMALL, Some(&id)).unwrap();
    assert_eq!((&report["kind"], &report["items"]), (&json!("full"), &json!([])));
    client.close(SMALL);
    assert_eq!(client.pull(SMALL, None).unwrap()["items"], json!([]));

    // A text that changes while it is being read: the client is told to ask again.
    client.open(BIG, &long_text(2 << 20));
    let id = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": BIG } }));
    client.replace(BIG, 2, "ngắn\n");
    match client.answer(id) {
        Ok(report) => assert_eq!(report["kind"], "full"),
        Err(error) => {
            assert_eq!((&error["code"], &error["data"]["retriggerRequest"]), (&json!(-32802), &json!(true)));
        }
    }
    assert_eq!(client.pull(BIG, None).unwrap()["items"], json!([]));
    assert!(client.unread_publications().is_empty());
    client.finish();
}

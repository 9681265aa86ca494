//! Long work does not delay other requests.

use crate::client::{Client, Start, capabilities, capabilities_with, change, frame, long_text, place};
use serde_json::json;

const BIG: &str = "file:///big.txt";
const SMALL: &str = "file:///small.txt";

#[test]
fn a_long_analysis_does_not_hold_up_another_document() {
    let mut client = Start::new().env("VIENDAN_TEST_BUSY", "analysis file:///big.txt").start();
    client.initialize(capabilities(), json!({}));
    client.open(SMALL, "Nghị định số 30/2020/NĐ-CP\n");
    // The catalogue is there: no analysis waits for it below.
    assert!(!client.hover(SMALL, 0, 15).unwrap().is_null());
    client.diagnostics(SMALL, 1);
    // Its analysis keeps a processor busy for seconds.
    client.open(BIG, "Nghị định số 30/2020/NĐ-CP\n");
    // It has begun before it is asked about, or the first answers would come before it.
    std::thread::sleep(std::time::Duration::from_millis(500));
    // Requests about it wait for it; however many there are, they don't block others.
    let waiting: Vec<i64> = (0..8).map(|_| client.ask("textDocument/hover", place(BIG, 0, 15))).collect();
    client.replace(SMALL, 2, "Nghị định số 30/2020/NĐ-CP.\n");
    assert!(!client.hover(SMALL, 0, 15).unwrap().is_null());
    client.diagnostics(SMALL, 2);
    // When they are cancelled, they are answered at once.
    for &id in &waiting[..7] {
        client.notify("$/cancelRequest", json!({ "id": id }));
        assert_eq!(client.answer(id).unwrap_err()["code"], -32800);
    }
    assert!(client.unread_publications().iter().all(|p| p.uri != BIG), "all this was to be done meanwhile");
    // The request that was not cancelled is answered in the end.
    assert!(!client.answer(waiting[7]).unwrap().is_null());
    client.diagnostics(BIG, 1);
    client.finish();
}

/// More documents than there are places for work, each of which turns out to be slow.
#[test]
fn slow_documents_do_not_hold_up_quick_ones() {
    let slow: Vec<String> = (0..3).map(|n| format!("file:///slow{n}.txt")).collect();
    let busy: Vec<String> = slow.iter().map(|uri| format!("analysis {uri}")).collect();
    let mut client = Start::new().env("VIENDAN_TEST_BUSY", &busy.join(";")).start();
    client.initialize(capabilities(), json!({}));
    client.open(SMALL, "Nghị định số 30/2020/NĐ-CP\n");
    // The catalogue is there: nothing else is waited for below.
    assert!(!client.hover(SMALL, 0, 15).unwrap().is_null());
    client.unread_publications();
    for uri in &slow {
        client.open(uri, "Nghị định số 30/2020/NĐ-CP\n");
    }
    for uri in &slow {
        client.replace(uri, 2, "một\n");
    }
    client.replace(SMALL, 2, "Nghị định số 30/2020/NÐ-CP\n");
    client.diagnostics(SMALL, 2);
    assert!(!client.hover(SMALL, 0, 15).unwrap().is_null());
    let early = client.unread_publications();
    assert!(early.iter().all(|p| p.uri == SMALL), "all this was to be done meanwhile: {early:?}");
    for uri in &slow {
        client.diagnostics(uri, 2);
    }
    client.finish();
}

/// Those who look for findings come back to the document while they have the one place for slow documents. So nobody may have the
/// document and wait for the place.
#[test]
fn requests_about_a_slow_document_do_not_wait_for_each_other() {
    let mut client = Start::new().start();
    let mut capabilities = capabilities_with("/textDocument/diagnostic", json!({}));
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    client.initialize(capabilities, json!({}));
    client.until("the catalogue", |client| client.refreshes > 0);
    // Long enough to be expected to be slow.
    client.open(BIG, &long_text(300 << 10));
    let place = place(BIG, 0, 0);
    let mut actions = place.clone();
    actions["range"] = json!({ "start": place["position"], "end": place["position"] });
    actions["context"] = json!({ "diagnostics": [] });
    let mut asked = Vec::new();
    for _ in 0..4 {
        asked.push(client.ask("textDocument/codeAction", actions.clone()));
        asked.push(client.ask("textDocument/hover", place.clone()));
    }
    for id in asked {
        client.answer(id).unwrap();
    }
    client.finish();
}

#[test]
fn the_server_can_end_in_the_middle_of_an_analysis() {
    let mut client = Start::new().env("VIENDAN_TEST_BUSY", "analysis file:///big.txt").start();
    client.initialize(capabilities(), json!({}));
    client.open(BIG, &long_text(2 << 20));
    client.hover(SMALL, 0, 0).unwrap();
    client.request("shutdown", serde_json::Value::Null).unwrap();
    client.notify("exit", serde_json::Value::Null);
    assert_eq!(client.wait().code(), Some(0));
    client.read_the_rest();
    assert!(client.unread_publications().is_empty(), "it has not waited");
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

    // A text that changes while it is being read: the client is asked to repeat its request.
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

//! Every request can be taken back: its work stops, and the client is told that it was cancelled. And what a client is told of
//! the work on its requests.

use crate::client::{Client, Start, capabilities, place, range};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";
const TEXT: &str = "NGHỊ ĐỊNH\nCăn cứ Nghị định số 30/2020/NÐ-CP;\nĐiều 1. Một\nTheo khoản 1 Điều 1 Nghị định này.\n";
const CANCELLED: i64 = -32800;

/// A client that asks for everything itself.
fn asking() -> Value {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let kinds = json!({ "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "source"] } });
    capabilities["textDocument"]["codeAction"] = json!({
        "codeActionLiteralSupport": kinds, "dataSupport": true, "resolveSupport": { "properties": ["edit"] }
    });
    capabilities
}

/// Every request that the server serves about documents and the workspace: its method, what the server calls the work, and
/// parameters.
fn requests(client: &mut Client) -> Vec<(&'static str, &'static str, Value)> {
    let document = json!({ "textDocument": { "uri": URI } });
    let on_unit = place(URI, 2, 5);
    let with = |base: &Value, more: Value| {
        let mut params = base.clone();
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    let whole = json!({ "range": range((0, 0), (4, 0)) });
    let options = json!({ "options": { "tabSize": 4, "insertSpaces": true } });
    let context = json!({ "context": { "diagnostics": [] } });
    let action = client.actions(URI, range((2, 0), (2, 0)), json!({ "diagnostics": [], "only": ["refactor"] }));
    let item = client.completion(URI, 1, 25).into_iter().next().unwrap_or_else(|| json!({ "label": "x" }));
    let hint = json!({ "position": { "line": 1, "character": 33 }, "label": "x" });
    let link = json!({ "range": range((1, 21), (1, 33)) });
    let citations = json!({ "command": "viendan.citations", "arguments": [URI] });
    vec![
        ("textDocument/hover", "hover", on_unit.clone()),
        ("textDocument/completion", "completion", place(URI, 1, 25)),
        ("completionItem/resolve", "completionItem/resolve", item),
        ("textDocument/definition", "definition", on_unit.clone()),
        ("textDocument/declaration", "declaration", on_unit.clone()),
        ("textDocument/typeDefinition", "typeDefinition", on_unit.clone()),
        ("textDocument/implementation", "implementation", on_unit.clone()),
        ("textDocument/references", "references", with(&on_unit, json!({ "context": { "includeDeclaration": true } }))),
        ("textDocument/documentHighlight", "documentHighlight", on_unit.clone()),
        ("textDocument/documentSymbol", "documentSymbol", document.clone()),
        ("textDocument/foldingRange", "foldingRange", document.clone()),
        (
            "textDocument/selectionRange",
            "selectionRange",
            with(&document, json!({ "positions": [on_unit["position"]] })),
        ),
        ("textDocument/documentLink", "documentLink", document.clone()),
        ("documentLink/resolve", "documentLink/resolve", link),
        ("textDocument/codeAction", "codeAction", with(&document, with(&whole, context))),
        ("codeAction/resolve", "codeAction/resolve", action[0].clone()),
        ("textDocument/codeLens", "codeLens", document.clone()),
        ("textDocument/inlayHint", "inlayHint", with(&document, whole.clone())),
        ("inlayHint/resolve", "inlayHint/resolve", hint),
        ("textDocument/semanticTokens/full", "semanticTokens/full", document.clone()),
        (
            "textDocument/semanticTokens/full/delta",
            "semanticTokens/full/delta",
            with(&document, json!({ "previousResultId": "1" })),
        ),
        ("textDocument/semanticTokens/range", "semanticTokens/range", with(&document, whole.clone())),
        ("textDocument/prepareRename", "prepareRename", on_unit.clone()),
        ("textDocument/rename", "rename", with(&on_unit, json!({ "newName": "7" }))),
        ("textDocument/formatting", "formatting", with(&document, options.clone())),
        ("textDocument/rangeFormatting", "rangeFormatting", with(&with(&document, whole), options.clone())),
        (
            "textDocument/onTypeFormatting",
            "onTypeFormatting",
            with(&place(URI, 2, 0), with(&options, json!({ "ch": "\n" }))),
        ),
        ("textDocument/diagnostic", "diagnostic", document),
        ("workspace/diagnostic", "workspace/diagnostic", json!({ "previousResultIds": [] })),
        ("workspace/symbol", "workspace/symbol", json!({ "query": "mot" })),
        ("workspace/executeCommand", "workspace/executeCommand", citations),
    ]
}

#[test]
fn every_request_can_be_cancelled_and_its_work_stops() {
    let mut client = Start::new().start();
    client.initialize(asking(), json!({}));
    client.open(URI, TEXT);
    let all: Vec<&str> = requests(&mut client).into_iter().map(|(_, work, _)| work).collect();
    client.finish();

    let mut client = Start::new().env("VIENDAN_TEST_HOLD", &all.join(";")).start();
    client.initialize(asking(), json!({}));
    client.until("the catalogue", |client| client.refreshes > 0);
    client.open(URI, TEXT);
    // Each work is held the first time only; the questions that make the parameters of others come first.
    for work in ["codeAction", "completion"] {
        let params = place(URI, 1, 25);
        let params = if work == "completion" {
            params
        } else {
            json!({ "textDocument": params["textDocument"], "range": range((0, 0), (0, 0)), "context": { "diagnostics": [] } })
        };
        is_stopped(&mut client, &format!("textDocument/{work}"), work, params);
    }
    for (method, work, params) in requests(&mut client) {
        if !["codeAction", "completion"].contains(&work) {
            is_stopped(&mut client, method, work, params.clone());
        }
        // Asked again, it is answered.
        assert!(client.request(method, params).is_ok(), "{method}");
    }
    client.finish();
}

fn is_stopped(client: &mut Client, method: &str, work: &str, params: Value) {
    let id = client.ask(method, params);
    client.written(&format!(" {work}: held"));
    client.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(client.answer(id).unwrap_err()["code"], CANCELLED, "{method}");
    client.written(&format!(" {work}: stopped"));
}

/// Work on the text as it is now stops when the text changes, without anybody taking the request back.
#[test]
fn a_change_stops_the_search_for_what_is_wrong_with_the_old_text() {
    let mut client = Start::new().env("VIENDAN_TEST_HOLD", "diagnostic").start();
    client.initialize(asking(), json!({}));
    client.open(URI, TEXT);
    let id = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    client.written(" diagnostic: held");
    client.replace(URI, 2, "Hết.\n");
    client.written(" diagnostic: stopped");
    let refused = client.answer(id).unwrap_err();
    assert_eq!((&refused["code"], &refused["data"]["retriggerRequest"]), (&json!(-32802), &json!(true)));
    client.finish();
}

#[test]
fn a_client_that_wants_to_know_is_told_of_each_request() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let mut told = |value: Value| {
        client.notify("$/setTrace", json!({ "value": value }));
        client.hover(URI, 2, 5).unwrap();
        // An answer comes after the traces of those before it.
        client.request("workspace/symbol", json!({ "query": "" })).unwrap();
        std::mem::take(&mut client.traces)
    };
    assert!(told(json!("off")).is_empty());
    let messages = told(json!("messages"));
    assert!(messages[0]["message"].as_str().unwrap().starts_with("hover: answered after "), "{messages:?}");
    assert!(messages.iter().all(|trace| trace.get("verbose").is_none()), "{messages:?}");
    let verbose = told(json!("verbose"));
    assert!(verbose.iter().any(|trace| trace["verbose"] == format!("{URI}, version 1")), "{verbose:?}");
    // A value of another server is none.
    assert!(told(json!("compact")).is_empty());
    client.finish();
}

#[test]
fn a_client_can_ask_for_traces_at_the_start() {
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "trace": "messages" }));
    client.request("workspace/symbol", json!({ "query": "" })).unwrap();
    client.hover(URI, 0, 0).unwrap();
    client.until("a trace", |client| !client.traces.is_empty());
    client.finish();
}

//! What an editor shows in the text: colours, words behind numbers, counts above units; formatting.

use crate::client::{Client, Start, capabilities_with, place, range};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";
const TEXT: &str = "NGHỊ ĐỊNH\nCăn cứ Luật Đất đai năm 2024;\nĐiều 1. Một\nĐiều 2. Hai\nTheo khoản 1 Điều 1 Nghị định này và Nghị định số 110/2004/NĐ-CP, Nghị định số 30/2020/NĐ-CP.\n";

fn document() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

/// The text of each token with the number of its kind and its modifiers.
fn decoded(text: &str, data: &Value) -> Vec<(String, u64, u64)> {
    let numbers: Vec<u64> = data.as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect();
    let (mut line, mut column) = (0, 0);
    let mut out = Vec::new();
    for token in numbers.chunks(5) {
        column = if token[0] > 0 { token[1] } else { column + token[1] };
        line += token[0];
        let units: Vec<u16> = text.lines().nth(line as usize).unwrap().encode_utf16().collect();
        let word = String::from_utf16(&units[column as usize..(column + token[2]) as usize]).unwrap();
        out.push((word, token[3], token[4]));
    }
    out
}

#[test]
fn tokens_come_whole_in_a_range_and_as_changes() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let full = client.request("textDocument/semanticTokens/full", document()).unwrap();
    let tokens = decoded(TEXT, &full["data"]);
    let has = |word: &str, kind, modifiers| tokens.contains(&(word.to_owned(), kind, modifiers));
    assert!(has("110/2004/NĐ-CP", 1, 1) && has("30/2020/NĐ-CP", 1, 0), "{tokens:?}");
    assert!(has("Luật Đất đai năm 2024", 2, 0) && has("Điều 1.", 3, 4) && has("khoản 1 Điều 1", 3, 0), "{tokens:?}");
    let mut part = document();
    part["range"] = range((1, 0), (2, 0));
    let part = client.request("textDocument/semanticTokens/range", part).unwrap();
    assert_eq!(decoded(TEXT, &part["data"]).len(), 1);
    // A change: what was sent and the edits give what a new request gives.
    client.change(URI, 2, json!([{ "range": range((3, 0), (3, 0)), "text": "Theo Luật Đất đai năm 2024.\n" }]));
    let mut delta = document();
    delta["previousResultId"] = full["resultId"].clone();
    let delta = client.request("textDocument/semanticTokens/full/delta", delta).unwrap();
    let mut data = full["data"].as_array().unwrap().clone();
    for edit in delta["edits"].as_array().unwrap() {
        let (start, count) = (edit["start"].as_u64().unwrap() as usize, edit["deleteCount"].as_u64().unwrap() as usize);
        data.splice(start..start + count, edit["data"].as_array().unwrap().iter().cloned());
    }
    let again = client.request("textDocument/semanticTokens/full", document()).unwrap();
    assert_eq!(Value::Array(data), again["data"]);
    let mut unknown = document();
    unknown["previousResultId"] = json!("no such id");
    assert!(client.request("textDocument/semanticTokens/full/delta", unknown).unwrap()["data"].is_array());
    client.finish();
}

#[test]
fn bare_numbers_are_explained() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let mut asked = document();
    asked["range"] = range((0, 0), (9, 0));
    let hints = client.request("textDocument/inlayHint", asked.clone()).unwrap();
    let labels: Vec<&str> = hints.as_array().unwrap().iter().map(|hint| hint["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"(hết hiệu lực)") && labels.iter().any(|l| l.contains("công tác văn thư")), "{labels:?}");
    let resolved = client.request("inlayHint/resolve", hints[0].clone()).unwrap();
    assert!(resolved["tooltip"]["value"].as_str().unwrap().contains("110/2004/NĐ-CP"), "{resolved}");
    asked["range"] = range((0, 0), (1, 0));
    assert_eq!(client.request("textDocument/inlayHint", asked).unwrap(), json!([]));
    client.finish();
}

#[test]
fn articles_and_the_heading_have_counts() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let lenses = client.request("textDocument/codeLens", document()).unwrap();
    let titles: Vec<&str> =
        lenses.as_array().unwrap().iter().map(|lens| lens["command"]["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["viện dẫn 3 văn bản", "được viện dẫn 1 lần trong văn bản này"]);
    assert_eq!(lenses[1]["range"]["start"]["line"], 2);
    assert_eq!(lenses[1]["command"]["arguments"][2][0]["range"]["start"]["line"], 4);
    client.finish();
}

#[test]
fn what_is_shown_can_be_switched_off_and_is_asked_for_again() {
    let mut client = Start::new().start();
    let mut capabilities = capabilities_with("/workspace/inlayHint", json!({ "refreshSupport": true }));
    capabilities["workspace"]["codeLens"] = json!({ "refreshSupport": true });
    capabilities["workspace"]["semanticTokens"] = json!({ "refreshSupport": true });
    client.initialize(capabilities, json!({}));
    client.open(URI, TEXT);
    client.until("refreshes", |client| client.view_refreshes >= 3);
    let off = json!({ "inlayHints": false, "codeLens": false, "semanticTokens": false });
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "viendan": off } }));
    let mut asked = document();
    asked["range"] = range((0, 0), (9, 0));
    for method in ["inlayHint", "codeLens", "semanticTokens/full", "semanticTokens/range"] {
        let end = std::time::Instant::now() + crate::client::PATIENCE;
        while client.request(&format!("textDocument/{method}"), asked.clone()).unwrap() != Value::Null {
            assert!(std::time::Instant::now() < end, "{method}");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
    client.finish();
}

#[test]
fn formatting_touches_references_only() {
    let mut client = Client::ready();
    let text = "Theo  Nghị định số 30/2020/NÐ-CP,   và   chữ thừa .\nTheo Nghị định số 78/2025/nđ-cp.\n";
    client.open(URI, text);
    let options = json!({ "tabSize": 4, "insertSpaces": true });
    let mut asked = document();
    asked["options"] = options.clone();
    let edits = client.request("textDocument/formatting", asked.clone()).unwrap();
    assert!(!edits.as_array().unwrap().is_empty());
    client.change(
        URI,
        2,
        edits.as_array().unwrap().iter().rev().map(|e| json!({ "range": e["range"], "text": e["newText"] })).collect(),
    );
    assert_eq!(client.request("textDocument/formatting", asked.clone()).unwrap(), json!([]));
    // What is no reference is as it was.
    client.replace(URI, 3, text);
    let mut part = asked;
    part["range"] = range((1, 0), (2, 0));
    let edits = client.request("textDocument/rangeFormatting", part).unwrap();
    assert!(edits.as_array().unwrap().iter().all(|e| e["range"]["start"]["line"] == 1), "{edits}");
    let mut typed = place(URI, 1, 0);
    typed["ch"] = json!("\n");
    typed["options"] = options;
    let edits = client.request("textDocument/onTypeFormatting", typed).unwrap();
    assert!(!edits.as_array().unwrap().is_empty());
    assert!(edits.as_array().unwrap().iter().all(|e| e["range"]["start"]["line"] == 0), "{edits}");
    client.finish();
}

#[test]
fn expired_acts_are_struck_through() {
    let tags = json!({ "versionSupport": true, "tagSupport": { "valueSet": [1, 2] } });
    let mut client = Start::new().start();
    client.initialize(capabilities_with("/textDocument/publishDiagnostics", tags), json!({}));
    client.open(URI, "Thực hiện theo Nghị định số 110/2004/NĐ-CP của Chính phủ về công tác văn thư.\n");
    let found = client.published(|p| !p.of("expired-instrument").is_empty());
    assert_eq!(found.of("expired-instrument")[0]["tags"], json!([2]));
    client.finish();
    // A client that knows no tags gets none.
    let mut client = Client::ready();
    client.open(URI, "Thực hiện theo Nghị định số 110/2004/NĐ-CP của Chính phủ về công tác văn thư.\n");
    let found = client.published(|p| !p.of("expired-instrument").is_empty());
    assert_eq!(found.of("expired-instrument")[0]["tags"], Value::Null);
    client.finish();
}

#[test]
fn findings_lead_to_what_explains_them() {
    let mut client = Client::ready();
    client.open(URI, "Thực hiện theo Nghị định số 110/2004/NĐ-CP của Chính phủ về công tác văn thư.\n");
    let found = client.published(|p| !p.of("expired-instrument").is_empty());
    let related = &found.of("expired-instrument")[0]["relatedInformation"][0];
    assert!(related["message"].as_str().unwrap().contains("30/2020/NĐ-CP"), "{related}");
    assert!(related["location"]["uri"].as_str().unwrap().contains("/cards/"), "{related}");
    client.finish();
}

//! Ways through a draft and between drafts: outline, folding, references, highlights, links, selection.

use crate::client::{Client, Start, capabilities, capabilities_with, place};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";
const TEXT: &str = "NGHỊ ĐỊNH\nCăn cứ Luật Đất đai năm 2024;\nCăn cứ Nghị định số 30/2020/NĐ-CP;\n\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\n1. Theo Nghị định số 30/2020/NĐ-CP.\n2. Hai.\nĐiều 2. Áp dụng\n1. Theo khoản 1 Điều 1 Nghị định này và Điều 1 Nghị định số 30/2020/NĐ-CP.\n";

/// Line and column (in UTF-16 units) of the first occurrence of words after others.
fn at(text: &str, after: &str, words: &str) -> (usize, usize) {
    let from = text.find(after).unwrap();
    let offset = from + text[from..].find(words).unwrap();
    let line_start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    (text[..offset].matches('\n').count(), text[line_start..offset].encode_utf16().count())
}

/// The text of a range of one line.
fn slice(text: &str, range: &Value) -> String {
    let (start, end) = (&range["start"], &range["end"]);
    assert_eq!(start["line"], end["line"], "{range}");
    let line: Vec<u16> = text.lines().nth(start["line"].as_u64().unwrap() as usize).unwrap().encode_utf16().collect();
    let column = |place: &Value| place["character"].as_u64().unwrap() as usize;
    String::from_utf16(&line[column(start)..column(end)]).unwrap()
}

fn asked(client: &mut Client, method: &str, (line, character): (usize, usize)) -> Value {
    client.request(method, place(URI, line, character)).unwrap()
}

#[test]
fn the_outline_is_a_tree_or_a_list() {
    let nested =
        capabilities_with("/textDocument/documentSymbol", json!({ "hierarchicalDocumentSymbolSupport": true }));
    let mut client = Start::new().start();
    let result = client.initialize(nested, json!({}));
    assert_eq!(result["capabilities"]["documentSymbolProvider"], true);
    client.open(URI, TEXT);
    let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } })).unwrap();
    assert_eq!(symbols[0]["name"], "Chương I. QUY ĐỊNH CHUNG");
    assert_eq!(symbols[0]["children"][0]["name"], "Điều 1. Phạm vi điều chỉnh");
    assert_eq!(symbols[0]["children"][0]["children"][1]["name"], "Khoản 2. Hai.");
    assert_eq!(symbols[0]["children"][1]["range"]["start"]["line"], 9);
    client.finish();

    let mut client = Client::ready();
    client.open(URI, TEXT);
    let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } })).unwrap();
    assert_eq!(symbols[1]["containerName"], "Chương I. QUY ĐỊNH CHUNG");
    assert_eq!(symbols[1]["location"]["uri"], URI);
    client.finish();
}

#[test]
fn units_and_the_legal_basis_fold() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let folds = client.request("textDocument/foldingRange", json!({ "textDocument": { "uri": URI } })).unwrap();
    let lines: Vec<(u64, u64, &str)> = folds
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (f["startLine"].as_u64().unwrap(), f["endLine"].as_u64().unwrap(), f["kind"].as_str().unwrap()))
        .collect();
    assert_eq!(lines, [(1, 2, "imports"), (4, 10, "region"), (6, 8, "region"), (9, 10, "region")]);
    client.finish();
}

#[test]
fn a_selection_grows() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let (line, character) = at(TEXT, "1. Theo Nghị", "2020");
    let params = json!({ "textDocument": { "uri": URI }, "positions": [{ "line": line, "character": character }] });
    let chain = client.request("textDocument/selectionRange", params).unwrap();
    let mut at = &chain[0];
    let mut texts = Vec::new();
    while !at.is_null() {
        if at["range"]["start"]["line"] == at["range"]["end"]["line"] {
            texts.push(slice(TEXT, &at["range"]));
        }
        at = &at["parent"];
    }
    assert_eq!(&texts[..3], ["2020", "30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP"]);
    client.finish();
}

#[test]
fn highlights_are_all_forms_of_one_thing() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let found = asked(&mut client, "textDocument/documentHighlight", at(TEXT, "Căn cứ Nghị", "30/"));
    assert_eq!(found.as_array().unwrap().len(), 3, "{found}");
    let unit = asked(&mut client, "textDocument/documentHighlight", at(TEXT, "Điều 1. Phạm", "1"));
    let found: Vec<(String, u64)> =
        unit.as_array().unwrap().iter().map(|h| (slice(TEXT, &h["range"]), h["kind"].as_u64().unwrap())).collect();
    assert_eq!(found, [("Điều 1.".to_owned(), 3), ("Điều 1".to_owned(), 2)]);
    client.finish();
}

#[test]
fn references_are_found_in_the_whole_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let root = format!("file://{}", folder.path().display());
    std::fs::write(folder.path().join("other.md"), "Theo Nghị định 30/2020/NĐ-CP về công tác văn thư.\n").unwrap();
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "workspaceFolders": [{ "uri": root, "name": "w" }] }));
    let uri = format!("{root}/draft.md");
    client.open(&uri, TEXT);
    let (line, character) = at(TEXT, "Căn cứ Nghị", "30/");
    let params = json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character },
        "context": { "includeDeclaration": true } });
    let found = client.request("textDocument/references", params.clone()).unwrap();
    let of =
        |name: &str| found.as_array().unwrap().iter().filter(|l| l["uri"].as_str().unwrap().ends_with(name)).count();
    assert_eq!((of("draft.md"), of("other.md")), (3, 1), "{found}");
    // In parts, where the client asks for that.
    let mut partial = params;
    partial["partialResultToken"] = json!("t");
    assert_eq!(client.request("textDocument/references", partial).unwrap(), json!([]));
    let sent: usize = client.progress.iter().map(|p| p["value"].as_array().unwrap().len()).sum();
    assert_eq!(sent, 4);
    client.finish();
}

#[test]
fn a_unit_and_an_act_are_declared_and_defined() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let declared = asked(&mut client, "textDocument/declaration", at(TEXT, "và Điều 1", "30/"));
    assert_eq!(declared["range"]["start"]["line"], 2, "{declared}");
    let unit = asked(&mut client, "textDocument/definition", at(TEXT, "khoản 1 Điều 1", "Điều"));
    assert_eq!(unit["range"]["start"]["line"], 7, "{unit}");
    let card = asked(&mut client, "textDocument/typeDefinition", at(TEXT, "Căn cứ Nghị", "30/"));
    let path = card["uri"].as_str().unwrap().strip_prefix("file://").unwrap();
    let path = path.replace("%20", " ");
    assert!(path.contains("/cards/") && path.ends_with(".md"), "{card}");
    client.finish();
}

/// Acts that guide or amend Luật Đất đai are known to the built-in catalogue.
#[test]
fn an_act_leads_to_what_guides_and_amends_it() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let found = asked(&mut client, "textDocument/implementation", at(TEXT, "Căn cứ Luật", "Luật Đất"));
    assert!(found.as_array().is_some_and(|acts| !acts.is_empty()), "{found}");
    client.finish();
}

#[test]
fn citations_link_to_pages_and_texts() {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = folder.path().join("team.jsonl");
    let record = json!({ "number": "901/QĐ-XYZ", "type": "Quyết định", "year": 2024, "url": "https://example.vn/901" });
    std::fs::write(&catalogue, format!("{record}\n")).unwrap();
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "initializationOptions": { "catalogues": [catalogue] } }));
    let text = "Theo Quyết định số 901/QĐ-XYZ năm 2024 của đơn vị.\n";
    client.open(URI, text);
    let links = client.request("textDocument/documentLink", json!({ "textDocument": { "uri": URI } })).unwrap();
    assert_eq!(slice(text, &links[0]["range"]), "901/QĐ-XYZ", "{links}");
    assert!(links[0].get("target").is_none());
    let resolved = client.request("documentLink/resolve", links[0].clone()).unwrap();
    assert_eq!(resolved["target"], "https://example.vn/901");
    client.finish();
}

#[test]
fn symbols_of_the_workspace_are_units_and_acts() {
    let folder = tempfile::tempdir().unwrap();
    let root = format!("file://{}", folder.path().display());
    std::fs::write(folder.path().join("other.md"), "QUYẾT ĐỊNH\nĐiều 1. Giao nhiệm vụ\nĐiều 2. Hiệu lực\n").unwrap();
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "workspaceFolders": [{ "uri": root, "name": "w" }] }));
    client.open(&format!("{root}/draft.md"), TEXT);
    let mut names = |query: &str| {
        let found = client.request("workspace/symbol", json!({ "query": query })).unwrap();
        found.as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(names("giao nhiem vu").contains(&"Điều 1. Giao nhiệm vụ".to_owned()));
    assert!(names("pham vi").contains(&"Điều 1. Phạm vi điều chỉnh".to_owned()));
    assert!(names("30/2020/NĐ-CP").iter().any(|name| name.contains("30/2020/NĐ-CP")));
    client.finish();
}

#[test]
fn acts_that_have_expired_are_marked_among_the_symbols() {
    let mut client = Start::new().start();
    let tagged = capabilities_with("/workspace/symbol", json!({ "tagSupport": { "valueSet": [1] } }));
    client.initialize(tagged, json!({}));
    for (number, tags) in [("110/2004/NĐ-CP", Some(json!([1]))), ("30/2020/NĐ-CP", None)] {
        let found = client.request("workspace/symbol", json!({ "query": number })).unwrap();
        let act = found.as_array().unwrap().iter().find(|act| act["name"] == format!("Nghị định {number}"));
        assert_eq!(act.unwrap().get("tags"), tags.as_ref(), "{found}");
    }
    client.finish();
}

#[test]
fn what_is_not_open_has_no_answer_and_no_error() {
    let mut client = Client::ready();
    for method in [
        "documentSymbol",
        "foldingRange",
        "documentLink",
        "definition",
        "declaration",
        "typeDefinition",
        "implementation",
        "documentHighlight",
    ] {
        let answer = client.request(&format!("textDocument/{method}"), place("file:///none.txt", 0, 0));
        assert_eq!(answer.unwrap(), Value::Null, "{method}");
    }
    let params = json!({ "textDocument": { "uri": "file:///none.txt" }, "positions": [] });
    assert_eq!(client.request("textDocument/selectionRange", params).unwrap(), Value::Null);
    client.finish();
}

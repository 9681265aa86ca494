//! What real clients send that is not in order by the letter of the protocol: nothing of it may silence a document.

use crate::client::{Client, Start, capabilities, capabilities_with, change, frame, place, range};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";
const ETH: &str = "eth-for-d-stroke";
const BAD: &str = "Căn cứ Nghị định số 30/2020/NÐ-CP của Chính phủ về công tác văn thư;\n";

/// The client gets findings of a document under the address that it uses itself.
fn is_served(client: &mut Client, uri: &str) {
    client.open(uri, BAD);
    assert_eq!(client.diagnostics(uri, 1).of(ETH).len(), 1, "{uri}");
    assert!(!client.hover(uri, 0, 22).unwrap().is_null(), "{uri}");
    let actions = client.actions(uri, range((0, 0), (0, 40)), json!({ "diagnostics": [] }));
    assert!(actions.iter().any(|a| a["edit"].to_string().contains(&json!(uri).to_string())), "{uri}: {actions:?}");
    client.close(uri);
}

#[test]
fn addresses_that_are_no_uris_are_served() {
    let mut client = Client::ready();
    for uri in [
        "file:///tmp/[D%E1%BB%B1%20th%E1%BA%A3o]%20a.md",
        "file:///tmp/Dự thảo.md",
        "file:///tmp/a^b|c.md",
        "file:///tmp/100%.md",
        "/tmp/plain.md",
        "_odd_scheme:/tmp/a.md",
    ] {
        is_served(&mut client, uri);
    }
    client.finish();
}

#[test]
fn roots_that_are_no_uris_are_served() {
    let folder = tempfile::Builder::new().prefix("[Lần 2] ").tempdir().unwrap();
    std::fs::write(folder.path().join("viendan.toml"), "rules = { eth-for-d-stroke = \"hint\" }\n").unwrap();
    let path = folder.path().to_str().unwrap();
    let bracketed = format!("file://{}", path.replace(' ', "%20"));
    for root in [
        json!({ "rootUri": bracketed }),
        json!({ "rootUri": null, "rootPath": path }),
        json!({ "rootUri": path }),
        json!({ "rootUri": format!("file://{path}") }),
        json!({ "workspaceFolders": [{ "uri": bracketed }] }),
    ] {
        let mut client = Start::new().start();
        client.initialize(capabilities(), root.clone());
        let document = format!("{bracketed}/a.md");
        client.open(&document, BAD);
        client.published(|p| p.uri == document && p.of(ETH).iter().any(|d| d["severity"] == 4));
        client.finish();
    }
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "rootUri": "", "rootPath": "" }));
    is_served(&mut client, URI);
    client.finish();
}

#[test]
fn an_odd_member_of_the_start_is_taken_as_absent() {
    for (path, value) in [
        ("/textDocument/semanticTokens", json!({ "requests": { "range": {} } })),
        ("/textDocument/semanticTokens", json!({})),
        ("/textDocument/foldingRange", json!({ "foldingRangeKind": { "valueSet": ["x"] } })),
        ("/textDocument/rename", json!({ "honorsChangeAnnotations": 1 })),
        ("/textDocument/hover", json!({ "contentFormat": ["html", "markdown"] })),
        ("/workspace/workspaceEdit", json!({ "documentChanges": true, "changeAnnotationSupport": true })),
    ] {
        let mut client = Start::new().start();
        client.initialize(capabilities_with(path, value), json!({ "trace": "compact" }));
        is_served(&mut client, URI);
        client.finish();
    }
    let mut client = Start::new().start();
    client.request("initialize", json!({ "processId": -1 })).unwrap();
    client.notify("initialized", Value::Null);
    client.open(URI, BAD);
    assert_eq!(client.diagnostics(URI, 1).of(ETH).len(), 1);
    client.finish();
}

#[test]
fn an_edit_with_odd_numbers_is_applied() {
    let mut client = Client::ready();
    client.open(URI, BAD);
    client.diagnostics(URI, 1);
    let end = |character: Value| json!({ "start": { "line": 0, "character": 0.0 }, "end": { "line": 0, "character": character } });
    client.change(
        URI,
        2,
        json!([{ "range": end(json!(4_294_967_296_u64)), "rangeLength": -1, "text": BAD.trim_end() }]),
    );
    assert_eq!(client.diagnostics(URI, 2).of(ETH).len(), 1);
    client.change(URI, 3, json!([{ "range": end(json!(0.0)), "text": "\n" }]));
    assert_eq!(client.diagnostics(URI, 3).of(ETH)[0]["range"]["start"]["line"], 1);
    // Without a version it is the next.
    let mut unversioned = change(URI, 4, json!([{ "range": range((0, 0), (0, 0)), "text": "\n" }]));
    unversioned["textDocument"]["version"] = Value::Null;
    client.notify("textDocument/didChange", unversioned);
    client.published(|p| p.of(ETH).first().is_some_and(|d| d["range"]["start"]["line"] == 2));
    client.finish();
}

#[test]
fn half_of_a_surrogate_pair_is_a_letter_like_any_other() {
    let mut client = Client::ready();
    client.open(URI, BAD);
    let body = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{URI}","version":2}},"contentChanges":[{{"range":{{"start":{{"line":0,"character":0}},"end":{{"line":0,"character":0}}}},"text":"x\ud83d "}}]}}}}"#
    );
    client.send(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    let before = BAD.find("30/").map(|at| BAD[..at].encode_utf16().count()).unwrap() as u64;
    let found = client.diagnostics(URI, 2).of(ETH);
    assert!(found[0]["range"]["start"]["character"].as_u64().unwrap() >= before + 3, "{found:?}");
    client.finish();
}

#[test]
fn after_a_change_that_cannot_be_read_the_text_is_not_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("draft.txt");
    let uri = format!("file://{}", file.display());
    let mut client = Client::ready();
    client.open(&uri, BAD);
    client.diagnostics(&uri, 1);
    let reversed = json!({ "start": { "line": 0, "character": -1 }, "end": { "line": 0, "character": 1 } });
    client.change(&uri, 2, json!([{ "range": reversed, "text": "x" }]));
    assert!(client.diagnostics(&uri, 2).diagnostics.is_empty());
    let told = client.logged();
    assert!(told.contains("textDocument/didChange") && told.contains("draft.txt"), "{told}");
    client.change(&uri, 3, json!([{ "range": range((0, 0), (0, 0)), "text": "\n" }]));
    assert_eq!(client.hover(&uri, 0, 22).unwrap(), Value::Null);
    // Saved, the text is known again, and edits count on it.
    std::fs::write(&file, format!("\n\n{BAD}")).unwrap();
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    let found = client.published(|p| p.of(ETH).len() == 1);
    assert_eq!(found.of(ETH)[0]["range"]["start"]["line"], 2);
    client.change(&uri, 4, json!([{ "range": range((0, 0), (0, 0)), "text": "\n" }]));
    assert_eq!(client.diagnostics(&uri, 4).of(ETH)[0]["range"]["start"]["line"], 3);
    client.finish();
}

#[test]
fn a_client_that_never_counts_versions_is_heard() {
    let mut client = Client::ready();
    client.open(URI, "một\n");
    client.replace(URI, 1, BAD);
    client.published(|p| p.of(ETH).len() == 1);
    client.replace(URI, 1, &BAD.repeat(2));
    client.published(|p| p.of(ETH).len() == 2);
    client.finish();
}

#[test]
fn one_odd_watched_file_does_not_hide_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let root = format!("file://{}", folder.path().display());
    let settings = folder.path().join("viendan.toml");
    std::fs::write(&settings, "").unwrap();
    let watches = capabilities_with("/workspace/didChangeWatchedFiles", json!({ "dynamicRegistration": true }));
    let mut client = Start::new().start();
    client.initialize(watches, json!({ "rootUri": root }));
    let document = format!("{root}/a.md");
    client.open(&document, BAD);
    client.published(|p| p.of(ETH).iter().any(|d| d["severity"] == 1));
    std::fs::write(&settings, "rules = { eth-for-d-stroke = \"hint\" }\n").unwrap();
    let changes = json!([{ "uri": "::", "type": 1 }, { "uri": format!("{root}/viendan.toml"), "type": 2 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    client.published(|p| p.of(ETH).iter().any(|d| d["severity"] == 4));
    client.finish();
}

#[test]
fn diagnostics_of_other_servers_hide_no_fix() {
    let mut client = Client::ready();
    client.open(URI, BAD);
    let at = client.diagnostics(URI, 1).of(ETH)[0]["range"].clone();
    let link = |href: &str| json!({ "codeDescription": { "href": href } });
    let other_file = json!({ "relatedInformation": [{
        "location": { "uri": "file:///tmp/[b] c.md", "range": range((0, 0), (0, 1)) }, "message": "y"
    }] });
    for odd in [link("[object Object]"), link(""), link("file:///[a].md"), json!({ "tags": ["x"] }), other_file] {
        let mut foreign = json!({ "range": at, "message": "x", "source": "other", "severity": 1 });
        foreign.as_object_mut().unwrap().extend(odd.as_object().unwrap().clone());
        let actions = client.actions(URI, at.clone(), json!({ "diagnostics": [foreign], "only": ["quickfix"] }));
        assert!(!actions.is_empty(), "{odd}");
    }
    client.finish();
}

/// A finding waits for the cursor, and settings change: both come later than the last question of a client that pulls.
#[test]
fn who_pulls_and_cannot_be_refreshed_is_pushed_to() {
    let mut client = Start::new().start();
    let result = client.initialize(capabilities_with("/textDocument/diagnostic", json!({})), json!({}));
    assert_eq!(result["capabilities"]["diagnosticProvider"], Value::Null);
    client.open(URI, "Căn cứ Nghị định số 30/2020/NĐ\n");
    client.change(URI, 2, json!([{ "range": range((0, 30), (0, 30)), "text": "-C" }]));
    client.published(|p| p.version == Some(2) && !p.of("truncated-symbol").is_empty());
    let settings = json!({ "settings": { "viendan": { "rules": { "truncated-symbol": "off" } } } });
    client.notify("workspace/didChangeConfiguration", settings);
    client.published(|p| p.of("truncated-symbol").is_empty());
    client.finish();
}

#[test]
fn a_lone_carriage_return_is_no_line_break_to_neovim_and_helix() {
    for (name, line) in [("Neovim", 1), ("helix", 1), ("Visual Studio Code", 2)] {
        let mut client = Start::new().start();
        client.initialize(capabilities(), json!({ "clientInfo": { "name": name } }));
        client.open(URI, &format!("một\rvẫn dòng một\n{BAD}"));
        assert_eq!(client.diagnostics(URI, 1).of(ETH)[0]["range"]["start"]["line"], line, "{name}");
        client.finish();
    }
}

#[test]
fn arguments_of_other_servers_are_taken() {
    for arguments in [&["--stdio"][..], &["--clientProcessId=1"], &["--stdio", "--clientProcessId", "1"]] {
        let mut client = Start::new().arguments(arguments).start();
        client.initialize(capabilities(), json!({}));
        client.finish();
    }
}

#[test]
fn shutdown_with_an_empty_object_is_a_good_end() {
    let mut client = Client::ready();
    assert_eq!(client.request("shutdown", json!({})).unwrap(), Value::Null);
    client.notify("exit", json!({}));
    assert_eq!(client.wait().code(), Some(0));
}

#[test]
fn an_empty_table_of_lua_is_no_mistake_of_the_user() {
    let mut client = Start::new().start();
    client.settings = json!([]);
    let asks = capabilities_with("/workspace/configuration", json!(true));
    client.initialize(asks, json!({ "initializationOptions": [] }));
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "viendan": [] } }));
    is_served(&mut client, URI);
    client.finish();
}

#[test]
fn unknown_requests_with_a_dollar_are_answered() {
    let mut client = Client::ready();
    assert_eq!(client.request("$/sing", json!({})).unwrap_err()["code"], -32601);
    client.notify("$/sing", json!({}));
    client.finish();
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let mut client = Start::new().start();
    client.send(b"\xef\xbb\xbf");
    client.initialize(capabilities(), json!({}));
    let document = json!({ "uri": URI, "languageId": "plaintext", "version": 1, "text": BAD });
    let open = json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } });
    let body = format!("\u{feff}{open}");
    client.send(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    assert_eq!(client.diagnostics(URI, 1).of(ETH).len(), 1);
    client.send(b"\xef\xbb\xbf");
    client.send(&frame(
        &json!({ "jsonrpc": "2.0", "method": "textDocument/didClose", "params": { "textDocument": { "uri": URI } } }),
    ));
    client.published(|p| p.version.is_none());
    client.finish();
}

#[test]
fn the_range_of_a_card_holds_the_place_that_was_asked_about() {
    let mut client = Client::ready();
    let text = "Theo Luật Quốc tịch Việt Nam số 24/2008/QH12 ngày 13 tháng 11 năm 2008.\n";
    client.open(URI, text);
    for (column, _) in text.trim_end().chars().enumerate() {
        let card = client.request("textDocument/hover", place(URI, 0, column)).unwrap();
        if card.is_null() {
            continue;
        }
        let (start, end) = (&card["range"]["start"]["character"], &card["range"]["end"]["character"]);
        let holds = start.as_u64().unwrap() <= column as u64 && column as u64 <= end.as_u64().unwrap();
        assert!(holds, "{column}: {card}");
    }
    client.finish();
}

/// Long lines of an office program: no line breaks at all.
#[test]
fn a_text_without_line_breaks_is_served() {
    let mut client = Client::ready();
    let line = BAD.trim_end();
    client.open(URI, &format!("{line} ").repeat(8000));
    assert_eq!(client.diagnostics(URI, 1).of(ETH).len(), 2000);
    client.finish();
}

/// The lines of a draft that ends them with CRLF, one of the basis broken in the middle of a title.
#[test]
fn no_edit_stands_between_cr_and_lf_or_inside_of_a_citation() {
    let text = "BỘ TƯ PHÁP\r\nSố: 05/2026/TT-BTP\r\nHà Nội, ngày 10 tháng 3 năm 2026\r\n\r\nTHÔNG TƯ\r\nQuy định về công tác lưu trữ\r\n\r\nCăn cứ Luật Doanh nghiệp số 59/2020/QH14 ngày 17 tháng 6 năm 2020 của Quốc hội \r\nnước Cộng hòa xã hội chủ nghĩa Việt Nam;\r\n\r\nCăn cứ Nghị định số 30/2020/NÐ-CP\r\nvề công tác văn thư;\r\n";
    let mut client = Client::ready();
    client.open(URI, text);
    let found = client.published(|p| p.version == Some(1) && !p.of("amendment-not-mentioned").is_empty());
    let lines: Vec<Vec<u16>> = text.split("\r\n").map(|line| line.encode_utf16().collect()).collect();
    let at = range((0, 0), (lines.len(), 0));
    let actions = client.actions(URI, at, json!({ "diagnostics": found.diagnostics, "only": ["quickfix"] }));
    let mut edits = 0;
    for action in &actions {
        for edit in action["edit"]["documentChanges"][0]["edits"].as_array().into_iter().flatten() {
            for end in ["start", "end"] {
                let place = &edit["range"][end];
                let line = place["line"].as_u64().unwrap() as usize;
                assert!(place["character"].as_u64().unwrap() as usize <= lines[line].len(), "{action}");
            }
            edits += 1;
        }
    }
    assert!(edits > 2, "{actions:?}");
    // What amends the law is named at the end of the citation, before its semicolon.
    let added = actions.iter().find(|action| action["title"].as_str().unwrap().contains("sửa đổi")).unwrap();
    let place = &added["edit"]["documentChanges"][0]["edits"][0]["range"]["start"];
    let line = &lines[place["line"].as_u64().unwrap() as usize];
    assert_eq!(line[place["character"].as_u64().unwrap() as usize..], [u16::from(b';')], "{added}");
    client.finish();
}

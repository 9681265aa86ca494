//! Changes of a draft that its drafter asks for: renaming, renumbering, citations written otherwise; and findings left alone.

use crate::client::{Client, Start, capabilities, capabilities_with, place, range};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";

/// Byte offset of a position in UTF-16 units.
fn offset(text: &str, at: &Value) -> usize {
    let (line, column) = (at["line"].as_u64().unwrap() as usize, at["character"].as_u64().unwrap() as usize);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut units = 0;
    for (at, c) in text[start..].char_indices() {
        if units >= column {
            return start + at;
        }
        units += c.len_utf16();
    }
    text.len()
}

/// A text with the edits of a workspace edit, which must be for the version given.
fn applied(text: &str, edit: &Value, version: i64) -> String {
    let change = &edit["documentChanges"][0];
    assert_eq!(change["textDocument"]["version"], version, "{edit}");
    let mut edits: Vec<(usize, usize, String)> = change["edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| {
            let new = e["newText"].as_str().unwrap().to_owned();
            (offset(text, &e["range"]["start"]), offset(text, &e["range"]["end"]), new)
        })
        .collect();
    edits.sort();
    let mut out = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        out.replace_range(start..end, &new);
    }
    out
}

/// Line and column of the first occurrence of words.
fn at(text: &str, words: &str) -> (usize, usize) {
    let offset = text.find(words).unwrap();
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    (text[..offset].matches('\n').count(), text[start..offset].encode_utf16().count())
}

fn renamed(client: &mut Client, (line, column): (usize, usize), new: &str) -> Result<Value, Value> {
    let mut params = place(URI, line, column);
    params["newName"] = json!(new);
    client.request("textDocument/rename", params)
}

/// A draft of 300 articles in which each refers to its neighbours, to other acts, and quotes.
fn long_draft(shift: impl Fn(usize) -> usize) -> String {
    let mut text = "NGHỊ ĐỊNH\nQuy định về lưu trữ\n".to_owned();
    for n in 1..=300 {
        let (own, before, after) = (shift(n), shift((n + 298) % 300 + 1), shift(n % 300 + 1));
        text.push_str(&format!("Điều {own}. Việc thứ {n}\n"));
        text.push_str(&format!("1. Theo khoản 1 Điều {before}, Điều {after} Nghị định này và Điều này.\n"));
        text.push_str(&format!(
            "2. Theo khoản 2 Điều {n} Nghị định số 30/2020/NĐ-CP và Điều {n} Luật Đất đai năm 2024.\n"
        ));
        if n % 50 == 0 {
            text.push_str(&format!("3. Sửa đổi, bổ sung Điều {n} của Nghị định số 99/2016/NĐ-CP như sau:\n“Điều {n}. Phạm vi\nTheo quy định tại Điều {n} Nghị định này.”.\n"));
        }
    }
    text
}

#[test]
fn renumbering_in_a_long_draft_changes_its_own_references_only() {
    let nested = capabilities_with("/textDocument/rename", json!({ "prepareSupport": true }));
    let mut client = Start::new().start();
    let result = client.initialize(nested, json!({}));
    assert_eq!(result["capabilities"]["renameProvider"]["prepareProvider"], true);
    let text = long_draft(|n| n);
    client.open(URI, &text);
    let (line, column) = at(&text, "Điều 150. Việc");
    let label = (line, column + "Điều ".encode_utf16().count());
    let prepared = client.request("textDocument/prepareRename", place(URI, label.0, label.1)).unwrap();
    assert_eq!(prepared["placeholder"], "150");
    // Those after it move on.
    let edit = renamed(&mut client, label, "151").unwrap();
    let moved = long_draft(|n| if n >= 150 { n + 1 } else { n });
    let new = applied(&text, &edit, 1);
    for (got, expected) in new.lines().zip(moved.lines()) {
        assert_eq!(got, expected);
    }
    // A free number moves nobody, and may be given at a reference.
    let edit = renamed(&mut client, label, "Điều 150a").unwrap();
    let new = applied(&text, &edit, 1);
    assert!(new.contains("Điều 150a. Việc thứ 150") && new.contains("Điều 151. Việc thứ 151"));
    assert!(new.contains("khoản 1 Điều 150a, Điều 152") && new.contains("Điều 150 Nghị định số 30/2020/NĐ-CP"));
    assert!(new.contains("“Điều 150. Phạm vi\nTheo quy định tại Điều 150 Nghị định này.”"));
    client.finish();
}

#[test]
fn a_number_that_is_taken_or_none_is_refused_with_a_reason() {
    let mut client = Client::ready();
    let text = "NGHỊ ĐỊNH\nĐiều 1. Một\nĐiều 2. Hai\n";
    client.open(URI, text);
    let refused = renamed(&mut client, (2, 5), "1").unwrap_err();
    assert_eq!(refused["code"], -32803);
    assert!(refused["message"].as_str().unwrap().contains("Điều 1"), "{refused}");
    assert!(renamed(&mut client, (2, 5), "hai").unwrap_err()["message"].as_str().unwrap().contains("hai"));
    assert!(renamed(&mut client, (0, 2), "x").is_err());
    assert_eq!(client.request("textDocument/prepareRename", place(URI, 0, 2)).unwrap(), Value::Null);
    client.finish();
}

#[test]
fn a_short_name_is_renamed_with_its_uses() {
    let mut client = Client::ready();
    let text = "Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 (sau đây gọi tắt là Đề án 06).\nTheo Đề án 06, các cơ quan thực hiện.\n";
    client.open(URI, text);
    let (line, column) = at(text, "Đề án 06, các");
    let edit = renamed(&mut client, (line, column + 2), "Đề án dân cư").unwrap();
    assert_eq!(applied(text, &edit, 1), text.replace("Đề án 06", "Đề án dân cư"));
    client.finish();
}

/// An editor that takes all kinds of actions.
fn with_refactorings(resolves: bool) -> Value {
    let kinds = json!({ "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "refactor.rewrite", "source"] } });
    let mut action = json!({ "codeActionLiteralSupport": kinds, "dataSupport": true });
    if resolves {
        action["resolveSupport"] = json!({ "properties": ["edit"] });
    }
    capabilities_with("/textDocument/codeAction", action)
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().unwrap()).collect()
}

fn action<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"].as_str().unwrap().contains(title));
    found.unwrap_or_else(|| panic!("{title}: {:?}", titles(actions)))
}

const DRAFT: &str = "NGHỊ ĐỊNH\nCăn cứ Nghị định số 30/2020/NĐ-CP;\nCăn cứ Luật Đất đai năm 2024;\n\nĐiều 1. Một\n1. Theo Nghị định 30/2020/NĐ-CP và Điều 3 Nghị định này.\nĐiều 3. Hai\n1. Ba.\n";

#[test]
fn units_and_citations_are_rewritten() {
    let mut client = Start::new().start();
    let result = client.initialize(with_refactorings(false), json!({}));
    let kinds = &result["capabilities"]["codeActionProvider"]["codeActionKinds"];
    assert_eq!(*kinds, json!(["quickfix", "refactor.rewrite", "source.fixAll.viendan"]));
    client.open(URI, DRAFT);
    let only = json!({ "diagnostics": [], "only": ["refactor"] });
    let mut on = |words: &str| {
        let (line, column) = at(DRAFT, words);
        client.actions(URI, range((line, column + 1), (line, column + 1)), only.clone())
    };
    let of_unit = on("Điều 3. Hai");
    let renumbered = applied(DRAFT, &action(&of_unit, "Đánh số lại")["edit"], 1);
    assert!(renumbered.contains("Điều 2. Hai") && renumbered.contains("và Điều 2 Nghị định này"), "{renumbered}");
    let inserted = applied(DRAFT, &action(&on("Điều 1. Một"), "Chèn một điều")["edit"], 1);
    assert!(inserted.contains("Nghị định này.\nĐiều 2. […]\nĐiều 3. Hai"), "{inserted}");
    let basis = applied(DRAFT, &action(&on("Căn cứ Nghị"), "Sắp xếp")["edit"], 1);
    assert!(
        basis.starts_with("NGHỊ ĐỊNH\nCăn cứ Luật Đất đai năm 2024;\nCăn cứ Nghị định số 30/2020/NĐ-CP;\n"),
        "{basis}"
    );
    let of_act = on("30/2020/NĐ-CP và");
    let full = applied(DRAFT, &action(&of_act, "Viết đầy đủ")["edit"], 1);
    assert!(full.contains("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"), "{full}");
    let dated = applied(DRAFT, &action(&of_act, "ngày ban hành")["edit"], 1);
    assert!(dated.contains("1. Theo Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 và"), "{dated}");
    let named = applied(DRAFT, &action(&of_act, "tên gọi tắt")["edit"], 1);
    assert!(named.contains("(sau đây gọi tắt là Nghị định số 30/2020/NĐ-CP)"), "{named}");
    client.finish();
}

#[test]
fn an_edit_is_made_when_the_action_is_chosen() {
    let mut client = Start::new().start();
    let result = client.initialize(with_refactorings(true), json!({}));
    assert_eq!(result["capabilities"]["codeActionProvider"]["resolveProvider"], true);
    client.open(URI, DRAFT);
    let (line, column) = at(DRAFT, "Điều 3. Hai");
    let only = json!({ "diagnostics": [], "only": ["refactor.rewrite"] });
    let actions = client.actions(URI, range((line, column), (line, column)), only);
    let chosen = action(&actions, "Đánh số lại").clone();
    assert!(chosen.get("edit").is_none());
    let resolved = client.request("codeAction/resolve", chosen.clone()).unwrap();
    assert!(applied(DRAFT, &resolved["edit"], 1).contains("Điều 2. Hai"));
    // The text has moved on: the client asks again.
    client.change(URI, 2, json!([{ "range": range((0, 0), (0, 0)), "text": "\n" }]));
    assert_eq!(client.request("codeAction/resolve", chosen).unwrap_err()["code"], -32801);
    client.finish();
}

const BAD: &str = "Căn cứ Nghị định số 30/2020/NÐ-CP;\nCăn cứ Nghị định số 78/2025/NÐ-CP;\n";

#[test]
fn findings_are_left_alone_by_line_and_all_of_a_rule_are_fixed() {
    let mut client = Client::ready();
    client.open(URI, BAD);
    let at = client.diagnostics(URI, 1).of("eth-for-d-stroke")[0]["range"].clone();
    let actions = client.actions(URI, at, json!({ "diagnostics": [], "only": ["quickfix"] }));
    let all = applied(BAD, &action(&actions, "tất cả lỗi “eth-for-d-stroke”")["edit"], 1);
    assert!(!all.contains('Ð'), "{all}");
    let ignored = applied(BAD, &action(&actions, "Bỏ qua “eth-for-d-stroke” ở dòng này")["edit"], 1);
    client.replace(URI, 2, &ignored);
    assert_eq!(client.diagnostics(URI, 2).of("eth-for-d-stroke").len(), 1);
    client.finish();
}

#[test]
fn numbers_and_rules_are_left_alone_in_the_settings_file() {
    let folder = tempfile::tempdir().unwrap();
    let root = format!("file://{}", folder.path().display());
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "workspaceFolders": [{ "uri": root, "name": "w" }] }));
    let uri = format!("{root}/draft.md");
    client.open(&uri, &format!("{BAD}Theo Thông tư số 9999/2021/TT-BTP.\n"));
    let found = client.published(|p| p.version == Some(1) && p.of("eth-for-d-stroke").len() == 2);
    let at = found.of("eth-for-d-stroke")[0]["range"].clone();
    let actions = client.actions(&uri, at, json!({ "diagnostics": [], "only": ["quickfix"] }));
    let command = action(&actions, "Tắt quy tắc “eth-for-d-stroke”")["command"].clone();
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    client.request("workspace/executeCommand", params).unwrap();
    client.published(|p| p.of("eth-for-d-stroke").is_empty());
    let written = std::fs::read_to_string(folder.path().join("viendan.toml")).unwrap();
    assert_eq!(written, "[rules]\neth-for-d-stroke = \"off\"\n");
    let params = json!({ "command": "viendan.ignore", "arguments": [uri, "30/2020/NĐ-CP"] });
    client.request("workspace/executeCommand", params).unwrap();
    let written = std::fs::read_to_string(folder.path().join("viendan.toml")).unwrap();
    assert!(written.starts_with("ignore = [\"30/2020/NĐ-CP\"]\n"), "{written}");
    client.finish();
}

#[test]
fn an_unknown_act_is_added_to_the_catalogue_of_the_team() {
    let folder = tempfile::tempdir().unwrap();
    let root = format!("file://{}", folder.path().display());
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "workspaceFolders": [{ "uri": root, "name": "w" }] }));
    let uri = format!("{root}/draft.md");
    let text = "Theo Quyết định số 77/QĐ-XYZ ngày 05 tháng 3 năm 2024 về quản lý bến bãi.\n";
    client.open(&uri, text);
    let record =
        json!({ "number": "77/QĐ-XYZ", "type": "Quyết định", "issued": "2024-03-05", "title": "Về quản lý bến bãi" });
    let params = json!({ "command": "viendan.addToCatalogue", "arguments": [uri, record] });
    client.request("workspace/executeCommand", params).unwrap();
    assert!(std::fs::read_to_string(folder.path().join("viendan-catalogue.jsonl")).unwrap().contains("77/QĐ-XYZ"));
    assert!(std::fs::read_to_string(folder.path().join("viendan.toml")).unwrap().contains("viendan-catalogue.jsonl"));
    // It is known from now on.
    let end = std::time::Instant::now() + crate::client::PATIENCE;
    loop {
        let card = client.hover(&uri, 0, 24).unwrap();
        if card["contents"]["value"].as_str().is_some_and(|text| text.contains("bến bãi")) {
            break;
        }
        assert!(std::time::Instant::now() < end, "{card}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    client.finish();
}

#[test]
fn commands_that_cannot_be_executed_say_why() {
    let mut client = Client::ready();
    for (command, arguments) in [
        ("viendan.sing", json!([])),
        ("viendan.switchOff", json!([])),
        ("viendan.switchOff", json!(["file:///elsewhere/a.md", "missing-so"])),
        ("viendan.citations", json!(["file:///none.md"])),
    ] {
        let params = json!({ "command": command, "arguments": arguments });
        let refused = client.request("workspace/executeCommand", params).unwrap_err();
        assert_eq!(refused["code"], -32803, "{command}: {refused}");
    }
    client.finish();
}

#[test]
fn a_stretch_is_left_alone() {
    let mut client = Client::ready();
    let line = "Căn cứ Nghị định số 30/2020/NÐ-CP;\n\n";
    let (off, on) = ("<!-- viendan: disable eth-for-d-stroke -->\n\n", "<!-- viendan: enable -->\n\n");
    client.open(URI, &format!("{off}{line}{line}{on}{line}"));
    let found = client.diagnostics(URI, 1).of("eth-for-d-stroke");
    assert_eq!((found.len(), &found[0]["range"]["start"]["line"]), (1, &json!(8)));
    client.finish();
}

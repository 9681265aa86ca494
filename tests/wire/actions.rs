//! Code actions: the fixes of findings.

use crate::client::{Client, range};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";
const TEXT: &str = "Căn cứ Nghị định số 30/2020/NÐ-CP;\nCăn cứ Nghị định số 78/2025/NÐ-CP;\n";

/// The text after the edits of an action, which must be for the version given.
fn applied(action: &Value, version: i64) -> String {
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!((&change["textDocument"]["uri"], &change["textDocument"]["version"]), (&json!(URI), &json!(version)));
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for edit in change["edits"].as_array().unwrap() {
        let offset = |at: &Value| {
            let (line, column) = (at["line"].as_u64().unwrap() as usize, at["character"].as_u64().unwrap() as usize);
            let start: usize = TEXT.split_inclusive('\n').take(line).map(str::len).sum();
            // All letters before the ends of these edits are of one UTF-16 unit.
            start + TEXT[start..].chars().take(column).map(char::len_utf8).sum::<usize>()
        };
        let text = edit["newText"].as_str().unwrap().to_owned();
        edits.push((offset(&edit["range"]["start"]), offset(&edit["range"]["end"]), text));
    }
    edits.sort();
    let mut text = TEXT.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        text.replace_range(start..end, &new);
    }
    text
}

#[test]
fn a_finding_is_fixed() {
    let mut client = Client::ready();
    client.open(URI, TEXT);
    let found = client.diagnostics(URI, 1).of("eth-for-d-stroke");
    let context = json!({ "diagnostics": [found[0]], "only": ["quickfix"] });
    let actions = client.actions(URI, found[0]["range"].clone(), context);
    let is_for_it = |action: &&Value| action["diagnostics"][0]["code"] == "eth-for-d-stroke";
    let action = actions.iter().find(is_for_it).unwrap_or_else(|| panic!("{actions:?}"));
    assert_eq!((&action["kind"], &action["diagnostics"][0]["range"]), (&json!("quickfix"), &found[0]["range"]));
    assert_eq!(applied(action, 1), TEXT.replacen("30/2020/NÐ-CP", "30/2020/NĐ-CP", 1));
    assert!(actions.iter().all(|action| action["kind"] == "quickfix"));
    client.finish();
}

#[test]
fn all_safe_fixes_are_applied_at_once() {
    let mut client = Client::ready();
    client.open(URI, "");
    client.replace(URI, 2, TEXT);
    for only in ["source.fixAll.viendan", "source.fixAll", "source"] {
        let actions = client.actions(URI, range((0, 0), (0, 0)), json!({ "diagnostics": [], "only": [only] }));
        assert_eq!((actions.len(), &actions[0]["kind"]), (1, &json!("source.fixAll.viendan")), "{only}");
        let text = applied(&actions[0], 2);
        assert!(!text.contains('Ð') && text.matches("NĐ-CP").count() == 2, "{text}");
    }
    let none = client.actions(URI, range((0, 0), (0, 0)), json!({ "diagnostics": [], "only": ["refactor"] }));
    assert!(none.is_empty());
    client.finish();
}

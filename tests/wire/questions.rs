//! Completion and hover.

use crate::client::{Client, Start, capabilities, capabilities_with};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";

fn column(text: &str) -> usize {
    text.encode_utf16().count()
}

#[test]
fn a_number_that_is_begun_is_completed() {
    let mut client = Client::ready();
    let typed = "Theo Thông báo số 169/";
    client.open(URI, &format!("{typed} của Văn phòng\n"));
    let items = client.completion(URI, 0, column(typed));
    let item = items.iter().find(|item| item["label"] == "169/TB-VPCP").unwrap_or_else(|| panic!("{items:?}"));
    // Exactly what was typed is replaced.
    let edit = &item["textEdit"];
    assert_eq!(edit["newText"], "169/TB-VPCP");
    assert_eq!(edit["range"]["start"], json!({ "line": 0, "character": column("Theo Thông báo số ") }));
    assert_eq!(edit["range"]["end"], json!({ "line": 0, "character": column(typed) }));
    assert!(item["sortText"].is_string() && item["filterText"].is_string());
    assert!(item["labelDetails"]["detail"].as_str().is_some_and(|d| d.len() > 1), "{item}");
    let resolved = client.request("completionItem/resolve", item.clone()).unwrap();
    assert_eq!(resolved["documentation"]["kind"], "markdown");
    assert!(resolved["documentation"]["value"].as_str().unwrap().contains("169/TB-VPCP"), "{resolved}");
    client.finish();
}

#[test]
fn the_card_of_a_completion_is_of_the_day_of_the_draft() {
    let mut client = Client::ready();
    let head = "CHÍNH PHỦ\nSố: 01/2018/NĐ-CP\nHà Nội, ngày 02 tháng 5 năm 2018\nNGHỊ ĐỊNH\n\n";
    let typed = "Theo Nghị định số 110/2004/";
    client.open(URI, &format!("{head}{typed}\n"));
    let items = client.completion(URI, 5, column(typed));
    let item = items.iter().find(|item| item["label"] == "110/2004/NĐ-CP").unwrap_or_else(|| panic!("{items:?}"));
    let resolved = client.request("completionItem/resolve", item.clone()).unwrap();
    let card = resolved["documentation"]["value"].as_str().unwrap();
    assert!(card.contains("**Còn hiệu lực** vào ngày 02/5/2018"), "{card}");
    client.finish();
}

#[test]
fn a_reference_has_a_card() {
    let mut client = Client::ready();
    client.open(URI, "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ.\n");
    let card = client.hover(URI, 0, column("Theo Nghị định số 30")).unwrap();
    assert_eq!(card["contents"]["kind"], "markdown");
    assert!(card["contents"]["value"].as_str().unwrap().contains("30/2020/NĐ-CP"), "{card}");
    assert_eq!(client.hover(URI, 1, 0).unwrap(), Value::Null);
    client.finish();
}

#[test]
fn a_client_without_markdown_gets_plain_text() {
    let mut client = Start::new().start();
    client.initialize(capabilities_with("/textDocument/hover", json!({ "contentFormat": ["plaintext"] })), json!({}));
    client.open(URI, "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ.\n");
    let card = client.hover(URI, 0, column("Theo Nghị định số 30")).unwrap();
    assert_eq!(card["contents"]["kind"], "plaintext");
    let text = card["contents"]["value"].as_str().unwrap();
    assert!(text.contains("30/2020/NĐ-CP") && !text.contains("**") && !text.contains('#'), "{text}");
    client.finish();
}

/// A catalogue that is still being loaded is waited for.
#[test]
fn the_first_question_is_answered_with_the_catalogue() {
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({}));
    let typed = "Thông báo số 169/";
    client.open(URI, typed);
    assert!(client.completion(URI, 0, column(typed)).iter().any(|item| item["label"] == "169/TB-VPCP"));
    client.finish();
}

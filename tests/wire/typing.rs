//! Completion and hover as a drafter meets them: what is typed, and what is wanted first.

use crate::client::{Client, Start, capabilities_with};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";

fn column(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The labels of the list at the end of a text, in the order of the client: by `sortText`.
fn labels(client: &mut Client, version: i64, typed: &str) -> Vec<String> {
    client.replace(URI, version, typed);
    let last = typed.rsplit('\n').next().unwrap_or_default();
    let mut items = client.completion(URI, typed.matches('\n').count(), column(last));
    items.sort_by_key(|item| item["sortText"].as_str().unwrap_or_default().to_owned());
    items.iter().map(|item| item["label"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Each text with what must be the first line.
fn comes_first(table: &[(&str, &str)]) {
    let mut client = Client::ready();
    client.open(URI, "");
    for (at, (typed, wanted)) in (2..).zip(table) {
        let found = labels(&mut client, at, typed);
        assert_eq!(found.first().map(String::as_str), Some(*wanted), "{typed}: {found:?}");
    }
    client.finish();
}

#[test]
fn acts_are_found_by_half_words_abbreviations_and_telex() {
    comes_first(&[
        ("Căn cứ luật đất", "Luật Đất đai năm 2024"),
        ("theo Điều 5 Luật Đất", "Luật Đất đai năm 2024"),
        ("Căn cứ Nghị định 30/", "30/2020/NĐ-CP"),
        ("theo NĐ 30", "Nghị định 30/2020/NĐ-CP"),
        ("theo Luật BHXH", "Luật Bảo hiểm xã hội năm 2024"),
        ("nghij ddinhj coong tacs vawn th", "Nghị định 30/2020/NĐ-CP"),
    ]);
}

#[test]
fn short_names_of_the_draft_and_types_are_completed() {
    let defined = "Theo Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 (sau đây gọi tắt là Đề án 06).\n\n";
    comes_first(&[
        (&format!("{defined}Theo Đề"), "Đề án 06"),
        (&format!("{defined}theo de an"), "Đề án 06"),
        ("Theo Nghị đ", "Nghị định"),
        ("Căn cứ Thông tư l", "Thông tư liên tịch"),
        ("Quyết", "Quyết định"),
    ]);
    let mut client = Client::ready();
    client.open(URI, "");
    for (version, typed) in (2..).zip(["Theo Đề", "theo đề án", "theo quyết", "Thực hi"]) {
        assert!(labels(&mut client, version, typed).is_empty(), "{typed}");
    }
    client.finish();
}

#[test]
fn agencies_are_completed_with_heads_and_places() {
    comes_first(&[
        ("trình Bộ trưởng Bộ Y", "Bộ trưởng Bộ Y tế"),
        ("của Chủ tịch Ủy ban nhân dân tỉnh Ph", "Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ"),
        ("chanh van phong bo y", "Chánh Văn phòng Bộ Y tế"),
    ]);
}

#[test]
fn an_article_is_found_by_its_subject() {
    let mut client = Client::ready();
    client.open(URI, "");
    let found = labels(&mut client, 2, "thời hiệu khởi kiện");
    assert!(found.iter().take(5).any(|label| label == "Điều 184 Bộ luật Tố tụng dân sự năm 2015"), "{found:?}");
    client.finish();
}

#[test]
fn a_number_that_the_catalogue_lacks_is_completed_by_its_form_and_says_so() {
    let mut client = Client::ready();
    let typed = "Nghị định số 149/2005/";
    client.open(URI, typed);
    let items = client.completion(URI, 0, column(typed));
    let item = items.iter().find(|item| item["label"] == "149/2005/NĐ-CP").unwrap_or_else(|| panic!("{items:?}"));
    assert_eq!(item["labelDetails"]["description"], "theo mẫu số hiệu; chưa có trong danh mục");
    client.finish();
}

#[test]
fn a_blank_asks_for_articles_only() {
    let mut client = Client::ready();
    let text = "theo Điều  Luật Đất đai năm 2024";
    client.open(URI, text);
    let after_blank = |client: &mut Client, character: usize| -> Vec<Value> {
        let position = json!({ "line": 0, "character": character });
        let context = json!({ "triggerKind": 2, "triggerCharacter": " " });
        let params = json!({ "textDocument": { "uri": URI }, "position": position, "context": context });
        client.request("textDocument/completion", params).unwrap()["items"].as_array().cloned().unwrap_or_default()
    };
    let articles = after_blank(&mut client, column("theo Điều "));
    assert_eq!(articles[4]["label"], "Điều 5");
    assert_eq!(articles[4]["labelDetails"]["detail"], " Nguyên tắc sử dụng đất");
    assert!(after_blank(&mut client, column("theo ")).is_empty());
    client.finish();
}

#[test]
fn who_tells_inserting_from_replacing_gets_both() {
    let mut client = Start::new().start();
    let item = json!({ "completionItem": { "insertReplaceSupport": true, "labelDetailsSupport": true } });
    client.initialize(capabilities_with("/textDocument/completion", item), json!({}));
    let (typed, rest) = ("Theo Thông báo số 169/TB", "-VPXX của");
    client.open(URI, &format!("{typed}{rest}"));
    let items = client.completion(URI, 0, column(typed));
    let edit =
        &items.iter().find(|item| item["label"] == "169/TB-VPCP").unwrap_or_else(|| panic!("{items:?}"))["textEdit"];
    assert_eq!(edit["insert"]["end"]["character"], column(typed));
    assert_eq!(edit["replace"]["end"]["character"], column("Theo Thông báo số 169/TB-VPXX"));
    client.finish();
}

#[test]
fn a_clause_has_the_heading_of_its_article_and_its_status() {
    let mut client = Client::ready();
    let text = "Theo khoản 2 Điều 5 Luật Đất đai năm 2024 và Luật Đất đai năm 2024.";
    client.open(URI, text);
    let card = |client: &mut Client, before: &str| {
        client.hover(URI, 0, column(before)).unwrap()["contents"]["value"].as_str().unwrap_or_default().to_owned()
    };
    let clause = card(&mut client, "Theo kho");
    assert!(clause.starts_with("### Khoản 2 Điều 5 · Nguyên tắc sử dụng đất"), "{clause}");
    assert!(clause.contains("Thuộc **Luật Đất đai 31/2024/QH15**"), "{clause}");
    let act = card(&mut client, "Theo khoản 2 Điều 5 Luật Đ");
    assert!(!act.contains("chưa có tóm tắt"), "{act}");
    client.finish();
}

//! Edits are applied in the order in which they came, all of them, whatever else the server does.

use crate::client::{Client, Start, capabilities_with, change, frame, long_text, range};
use serde_json::{Value, json};
use std::time::Duration;

const URI: &str = "file:///draft.txt";

/// A text and the edits made to it, as an editor keeps it.
struct Model {
    lines: Vec<String>,
    random: u64,
}

impl Model {
    fn new(lines: usize) -> Self {
        Self { lines: (0..lines).map(|n| format!("Đoạn {n} 𝄞 của bản thảo.")).collect(), random: 7 }
    }

    fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn below(&mut self, bound: usize) -> usize {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) as usize % bound
    }

    /// An edit at some place: a line comes, goes or moves its words.
    fn edit(&mut self) -> Value {
        let at = self.below(self.lines.len());
        match self.below(4) {
            0 if self.lines.len() > 8 => {
                self.lines.remove(at);
                json!([{ "range": range((at, 0), (at + 1, 0)), "text": "" }])
            }
            1 => {
                let text = format!("Theo Nghị định số {}/2020/NÐ-CP.", 10 + self.below(80));
                self.lines.insert(at, text.clone());
                json!([{ "range": range((at, 0), (at, 0)), "text": format!("{text}\n") }])
            }
            // Two changes of one message; the second counts on the first.
            2 => {
                self.lines[at].insert_str(0, "𝄞 ");
                self.lines[at].push_str(" Hết.");
                let end = self.lines[at].encode_utf16().count() - " Hết.".encode_utf16().count();
                json!([
                    { "range": range((at, 0), (at, 0)), "text": "𝄞 " },
                    { "range": range((at, end), (at, end)), "text": " Hết." }
                ])
            }
            _ => {
                self.lines[at].insert_str(0, "Và ");
                json!([{ "range": range((at, 0), (at, 0)), "text": "Và " }])
            }
        }
    }

    /// Line and column (in UTF-16 units) of every wrong letter.
    fn wrong_letters(&self) -> Vec<(u64, u64)> {
        let column = |line: &str, at: usize| line[..at].encode_utf16().count() as u64;
        let all = self.lines.iter().enumerate();
        all.flat_map(|(n, line)| line.match_indices('Ð').map(move |(at, _)| (n as u64, column(line, at)))).collect()
    }

    fn check(&self, found: &[Value]) {
        let wrong = self.wrong_letters();
        assert_eq!(found.len(), wrong.len());
        for (diagnostic, (line, column)) in found.iter().zip(wrong) {
            let (start, end) = (&diagnostic["range"]["start"], &diagnostic["range"]["end"]);
            assert_eq!((start["line"].as_u64(), end["line"].as_u64()), (Some(line), Some(line)));
            assert!(start["character"].as_u64().unwrap() <= column && column < end["character"].as_u64().unwrap());
        }
    }
}

/// 300 edits in one write, while the server waits for settings that the client sends late: with a server that waits
/// inside a handler this blocks for ever.
#[test]
fn a_burst_of_edits_with_slow_settings_arrives_whole() {
    let mut client = Start::new().start();
    client.answer_settings_after = Duration::from_secs(2);
    client.initialize(capabilities_with("/workspace/configuration", json!(true)), json!({}));
    let mut model = Model::new(40);
    client.open(URI, &model.text());
    let mut burst = Vec::new();
    for version in 2..302 {
        let edit = model.edit();
        burst.extend(frame(&json!({
            "jsonrpc": "2.0", "method": "textDocument/didChange", "params": change(URI, version, edit)
        })));
        if version % 50 == 0 {
            burst.extend(frame(&json!({
                "jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": { "settings": null }
            })));
        }
    }
    client.send(&burst);
    // The user has stopped typing: in the end all findings are sent.
    let expected = model.wrong_letters().len();
    let last = client.published(|p| p.version == Some(301) && p.of("eth-for-d-stroke").len() == expected);
    model.check(&last.of("eth-for-d-stroke"));
    client.finish();
}

#[test]
fn every_version_of_a_text_gets_its_diagnostics() {
    let mut client = Client::ready();
    let mut model = Model::new(20);
    client.open(URI, &model.text());
    client.diagnostics(URI, 1);
    for version in 2..60 {
        let edit = model.edit();
        client.change(URI, version, edit);
        client.diagnostics(URI, version);
    }
    let expected = model.wrong_letters().len();
    client.replace(URI, 60, &model.text());
    let last = client.diagnostics(URI, 60);
    assert_eq!(last.of("eth-for-d-stroke").len(), expected);
    model.check(&last.of("eth-for-d-stroke"));
    client.finish();
}

#[test]
fn a_request_sees_the_edits_before_it_and_none_after() {
    let mut client = Client::ready();
    client.open(URI, "\n");
    let mut asked = Vec::new();
    for version in 2..40 {
        let text = if version % 2 == 0 { "Nghị định số 30/2020/NĐ-CP\n" } else { "không có gì ở đây\n" };
        client.replace(URI, version, text);
        asked.push((version, client.ask("textDocument/hover", crate::client::place(URI, 0, 15))));
    }
    for (version, id) in asked {
        let card = client.answer(id).unwrap();
        assert_eq!(card.is_null(), version % 2 == 1, "version {version}: {card}");
    }
    client.finish();
}

#[test]
fn positions_out_of_range_are_clamped() {
    let mut client = Client::ready();
    client.open(URI, "một\r\n");
    // Past the end of the line is its end, before the line break; past the last line is the end of the text.
    client.change(URI, 2, json!([{ "range": range((0, 99), (0, 4000)), "text": " Nghị định số 30/2020/NÐ-CP." }]));
    client.change(
        URI,
        3,
        json!([{ "range": range((700, 3), (800, 1)), "text": "Nghị định số 31/2020/NÐ-CP.\n\nhết" }]),
    );
    let last = client.published(|p| p.version == Some(3) && p.of("eth-for-d-stroke").len() == 2);
    let lines: Vec<_> = last.of("eth-for-d-stroke").iter().map(|d| d["range"]["start"]["line"].clone()).collect();
    assert_eq!(lines, [json!(0), json!(1)]);
    client.finish();
}

#[test]
fn after_an_impossible_edit_the_server_waits_for_the_whole_text() {
    let mut client = Start::new().start();
    client.initialize(crate::client::capabilities(), json!({}));
    client.open(URI, "Nghị định số 30/2020/NÐ-CP.\nmột\n");
    assert_eq!(client.diagnostics(URI, 1).of("eth-for-d-stroke").len(), 1);
    client.change(URI, 2, json!([{ "range": range((1, 2), (0, 0)), "text": "x" }]));
    assert!(client.diagnostics(URI, 2).diagnostics.is_empty(), "what is said of a text that nobody knows");
    assert!(client.logged().contains("version 2"));
    assert_eq!(client.hover(URI, 0, 15).unwrap(), Value::Null);
    client.change(URI, 3, json!([{ "range": range((0, 0), (0, 0)), "text": "x" }]));
    client.replace(URI, 4, "một\nNghị định số 30/2020/NÐ-CP.\n");
    let whole = client.diagnostics(URI, 4).of("eth-for-d-stroke");
    assert_eq!(whole[0]["range"]["start"]["line"], 1);
    client.finish();
}

#[test]
fn old_versions_and_closed_documents_change_nothing() {
    let mut client = Client::ready();
    client.open(URI, "Nghị định số 30/2020/NĐ-CP\n");
    client.replace(URI, 5, "Nghị định số 30/2020/NÐ-CP\n");
    client.replace(URI, 4, "cũ\n");
    client.replace(URI, 5, "cũ\n");
    assert_eq!(client.diagnostics(URI, 5).of("eth-for-d-stroke").len(), 1);
    assert!(!client.hover(URI, 0, 15).unwrap().is_null());
    client.close(URI);
    let last = client.published(|p| p.version.is_none());
    assert!(last.uri == URI && last.diagnostics.is_empty());
    client.replace(URI, 6, "Nghị định số 30/2020/NÐ-CP\n");
    client.close(URI);
    assert_eq!(client.hover(URI, 0, 15).unwrap(), Value::Null);
    assert!(client.completion(URI, 0, 15).is_empty());
    assert!(client.actions(URI, range((0, 0), (0, 1)), json!({ "diagnostics": [] })).is_empty());
    // The name may be opened again, with versions from the start.
    client.open(URI, "một Nghị định số 30/2020/NÐ-CP\n");
    assert_eq!(client.diagnostics(URI, 1).of("eth-for-d-stroke").len(), 1);
    client.finish();
}

#[test]
fn a_text_that_is_too_long_is_ignored_and_reported() {
    let mut client = Client::ready();
    client.open(URI, &long_text(9 << 20));
    let only = client.diagnostics(URI, 1).diagnostics;
    assert_eq!((only.len(), &only[0]["code"], &only[0]["severity"]), (1, &json!("document-too-long"), &json!(3)));
    assert_eq!(client.hover(URI, 0, 100).unwrap(), Value::Null);
    client.replace(URI, 2, "Nghị định số 30/2020/NÐ-CP\n");
    let now = client.diagnostics(URI, 2);
    assert!(now.of("document-too-long").is_empty() && now.of("eth-for-d-stroke").len() == 1);
    client.finish();
}

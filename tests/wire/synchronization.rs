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

/// 10,000 edits before the first of the server's requests is answered: nothing blocks, nothing is reordered.
#[test]
fn ten_thousand_edits_before_any_answer_of_the_client() {
    let mut client = Start::new().start();
    client.answer_settings_after = Duration::from_secs(3);
    client.initialize(capabilities_with("/workspace/configuration", json!(true)), json!({}));
    client.open(URI, "\n");
    let mut burst = Vec::new();
    let last = 10_001;
    for version in 2..=last {
        // Each edit puts its number before those of the others, and takes the one before away.
        let length = if version == 2 { 0 } else { (version - 1).to_string().len() };
        let edit = json!([{ "range": range((0, 0), (0, length)), "text": version.to_string() }]);
        burst.extend(frame(&json!({
            "jsonrpc": "2.0", "method": "textDocument/didChange", "params": change(URI, version, edit)
        })));
    }
    client.send(&burst);
    let length = last.to_string().len();
    let edit = json!([{ "range": range((0, length), (0, length)), "text": " Nghị định số 30/2020/NÐ-CP" }]);
    client.change(URI, last + 1, edit);
    let found = client.published(|p| p.version == Some(last + 1) && p.of("eth-for-d-stroke").len() == 1);
    let start = found.of("eth-for-d-stroke")[0]["range"]["start"]["character"].as_u64().unwrap();
    assert!(start >= (length + " Nghị định số ".encode_utf16().count()) as u64, "{start}");
    client.finish();
}

/// Edits at any place, of any letters and line breaks, in every encoding: in the end the server finds what it finds in the same
/// text opened anew.
#[test]
fn an_edited_text_is_the_text_opened_anew() {
    const PIECES: [&str; 12] = [
        "Nghị định số 30/2020/NÐ-CP",
        "𝄞",
        "\r\n",
        "\n",
        "\r",
        "Điều 1. Một\n",
        "ệ",
        "Căn cứ ",
        "khoản 2 Điều 5 ",
        "\u{2028}",
        ";",
        " ",
    ];
    type Units = fn(&str) -> usize;
    let encodings: [(&str, Units); 3] =
        [("utf-8", |s| s.len()), ("utf-16", |s| s.encode_utf16().count()), ("utf-32", |s| s.chars().count())];
    for (offered, units) in encodings {
        let mut client = Start::new().start();
        client.initialize(capabilities_with("/general/positionEncodings", json!([offered])), json!({}));
        let mut random = Model::new(1);
        let mut text = String::new();
        client.open(URI, "");
        for version in 2..120 {
            // Now and then a client sends the whole text.
            if version % 29 == 0 {
                text = (0..random.below(30)).map(|_| PIECES[random.below(PIECES.len())]).collect();
                client.replace(URI, version, &text);
                continue;
            }
            let boundary = |at: usize, text: &str| (0..=at).rev().find(|&n| text.is_char_boundary(n)).unwrap();
            let start = boundary(random.below(text.len() + 1), &text);
            let end = boundary((start + random.below(12)).min(text.len()), &text).max(start);
            let piece = PIECES[random.below(PIECES.len())];
            // Lines end with LF, CRLF and CR, and there is no place between CR and LF.
            let place = |at: usize| {
                let before = &text[..at];
                let ends: Vec<usize> = line_ends(&text).into_iter().filter(|&end| end <= at).collect();
                let line_start = ends.last().copied().unwrap_or(0);
                (ends.len(), units(&before[line_start..]))
            };
            let splits = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
            if splits(start) || splits(end) {
                client.change(URI, version, json!([]));
                continue;
            }
            let edit = json!([{ "range": range(place(start), place(end)), "text": piece }]);
            text.replace_range(start..end, piece);
            client.change(URI, version, edit);
        }
        let edited = client.published(|p| p.version == Some(119) && p.uri == URI);
        let symbols = |client: &mut Client, uri: &str| {
            let symbols =
                client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } })).unwrap();
            let mut symbols = symbols.as_array().unwrap().clone();
            symbols.iter_mut().for_each(|symbol| symbol["location"]["uri"] = Value::Null);
            symbols
        };
        let tokens = |client: &mut Client, uri: &str| {
            client.request("textDocument/semanticTokens/full", json!({ "textDocument": { "uri": uri } })).unwrap()["data"].clone()
        };
        let other = "file:///other.txt";
        client.open(other, &text);
        let anew = client.published(|p| p.uri == other);
        // The same but for the address, which related places name. Findings at the cursor come late.
        let same = |diagnostics: &[Value]| serde_json::to_string(diagnostics).unwrap().replace(other, URI);
        let expected = same(&anew.diagnostics);
        if same(&edited.diagnostics) != expected {
            client.published(|p| p.uri == URI && same(&p.diagnostics) == expected);
        }
        assert_eq!(symbols(&mut client, URI), symbols(&mut client, other), "{offered}");
        assert_eq!(tokens(&mut client, URI), tokens(&mut client, other), "{offered}");
        client.finish();
    }
}

/// Where lines begin but the first.
fn line_ends(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = |at: &usize| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    (0..bytes.len()).filter(ends).map(|at| at + 1).collect()
}

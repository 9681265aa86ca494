//! Which findings the client gets, and when.

use crate::client::{Client, Start, range};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const URI: &str = "file:///draft.txt";

#[test]
fn a_finding_says_what_and_where() {
    let mut client = Client::ready();
    client.open(URI, "Căn cứ Nghị định số 30/2020/NÐ-CP;\n");
    let found = client.diagnostics(URI, 1).of("eth-for-d-stroke");
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["source"], &found[0]["severity"]), (&json!("viendan"), &json!(1)));
    assert!(found[0]["message"].as_str().unwrap().contains('Ð'));
    client.finish();
}

/// Findings don't blink: those at the cursor are withheld until the user has stopped typing or moved elsewhere.
#[test]
fn a_finding_at_the_cursor_waits() {
    let mut client = Client::ready();
    client.open(URI, "Nghị định số 30/2020/NĐ\n\nhết\n");
    client.diagnostics(URI, 1);
    let typed = Instant::now();
    client.change(URI, 2, json!([{ "range": range((0, 23), (0, 23)), "text": "-C" }]));
    let first = client.diagnostics(URI, 2);
    // On a machine that is so busy that this took long, the time to wait is over.
    if first.at - typed < Duration::from_secs(1) {
        assert_eq!(first.of("truncated-symbol").len(), 0);
        let later = client.published(|p| !p.of("truncated-symbol").is_empty());
        assert_eq!(later.version, Some(2));
    }
    // When the user moves elsewhere, the finding is sent at once; the next letter removes it.
    client.change(URI, 3, json!([{ "range": range((2, 0), (2, 0)), "text": "x" }]));
    assert_eq!(client.diagnostics(URI, 3).of("truncated-symbol").len(), 1);
    client.change(URI, 4, json!([{ "range": range((0, 25), (0, 25)), "text": "P" }]));
    assert_eq!(client.diagnostics(URI, 4).of("truncated-symbol").len(), 0);
    client.finish();
}

#[test]
fn a_client_without_versions_gets_nothing_twice() {
    let mut client = Start::new().start();
    client.initialize(json!({}), json!({}));
    client.open(URI, "Nghị định số 30/2020/NÐ-CP\n\nhết\n");
    client.published(|p| !p.of("eth-for-d-stroke").is_empty());
    // After an answer the catalogue is there, and the findings that need it have been sent.
    assert_ne!(client.hover(URI, 0, 15).unwrap(), Value::Null);
    client.change(URI, 2, json!([{ "range": range((2, 0), (2, 0)), "text": "x" }]));
    client.change(URI, 3, json!([{ "range": range((0, 0), (0, 0)), "text": "\n" }]));
    let moved =
        client.published(|p| p.of("eth-for-d-stroke").first().is_some_and(|d| d["range"]["start"]["line"] == 1));
    assert_eq!(moved.version, Some(3));
    client.finish();
}

#[test]
fn of_very_many_findings_the_gravest_are_reported() {
    let mut client = Client::ready();
    client.open(URI, &"Căn cứ Nghị định số 30/2020/NÐ-CP;\n".repeat(2500));
    let reported = client.diagnostics(URI, 1);
    // And one message that says that these are not all.
    assert_eq!(reported.of("too-many-findings").len(), 1);
    assert_eq!(reported.diagnostics.len(), 2001);
    let lines: Vec<u64> = reported.diagnostics.iter().map(|d| d["range"]["start"]["line"].as_u64().unwrap()).collect();
    assert!(lines.is_sorted());
    client.finish();
}

//! A panic costs one answer, not the server.

use crate::client::{Start, capabilities};
use serde_json::json;

const URI: &str = "file:///draft.txt";
const TEXT: &str = "Nghị định số 30/2020/NÐ-CP\n";

#[test]
fn a_panic_in_a_request_is_an_error_and_the_server_lives_on() {
    let mut client = Start::new().env("VIENDAN_TEST_PANIC", "hover").start();
    client.initialize(capabilities(), json!({}));
    client.open(URI, TEXT);
    assert_eq!(client.hover(URI, 0, 15).unwrap_err()["code"], -32603);
    assert!(client.logged().contains("a panic in hover"));
    // The open documents are still there.
    assert!(!client.hover(URI, 0, 15).unwrap().is_null());
    assert_eq!(client.diagnostics(URI, 1).of("eth-for-d-stroke").len(), 1);
    assert!(client.stderr().contains("a panic in hover"));
}

#[test]
fn a_panic_in_an_analysis_costs_that_analysis() {
    let mut client = Start::new().env("VIENDAN_TEST_PANIC", "analysis").start();
    client.initialize(capabilities(), json!({}));
    client.open(URI, TEXT);
    assert!(client.logged().contains("a panic in analysis"));
    client.replace(URI, 2, &format!("một\n\n{TEXT}"));
    assert_eq!(client.diagnostics(URI, 2).of("eth-for-d-stroke").len(), 1);
    client.finish();
}

#[test]
fn a_panic_in_an_edit_leaves_a_text_that_is_not_trusted() {
    let mut client = Start::new().env("VIENDAN_TEST_PANIC", "didChange").start();
    client.initialize(capabilities(), json!({}));
    client.open(URI, TEXT);
    client.replace(URI, 2, "mất\n");
    assert!(client.logged().contains("a panic in didChange"));
    assert!(client.hover(URI, 0, 15).unwrap().is_null());
    client.replace(URI, 3, TEXT);
    assert!(!client.hover(URI, 0, 15).unwrap().is_null());
    client.finish();
}

//! The process ends when its client does, however that goes.

use crate::client::{Client, Start, capabilities, long_text};
use serde_json::{Value, json};
use std::process::{Command, Stdio};

const URI: &str = "file:///draft.txt";

#[test]
fn exit_after_shutdown_is_a_good_end_with_stdin_still_open() {
    let mut client = Client::ready();
    assert_eq!(client.request("shutdown", Value::Null).unwrap(), Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));
    client.read_the_rest();
}

#[test]
fn exit_without_shutdown_is_a_bad_end() {
    let mut client = Client::ready();
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(1));
}

#[test]
fn exit_before_anything_else_ends_too() {
    let mut client = Start::new().start();
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(1));
}

#[test]
fn the_end_of_stdin_is_the_end() {
    let mut client = Client::ready();
    client.open(URI, &long_text(1 << 20));
    client.close_stdin();
    assert_eq!(client.wait().code(), Some(1));

    let mut client = Client::ready();
    client.request("shutdown", Value::Null).unwrap();
    client.close_stdin();
    assert_eq!(client.wait().code(), Some(0));
}

/// The client's process dies, but another one holds the pipe: this test.
#[test]
fn the_server_does_not_outlive_its_client() {
    let mut editor = Command::new(env!("CARGO_BIN_EXE_viendan"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut client = Start::new().start();
    client.process_id = Some(editor.id());
    client.initialize(capabilities(), json!({}));
    client.open(URI, "một\n");
    client.diagnostics(URI, 1);
    assert!(client.is_running());
    editor.kill().unwrap();
    editor.wait().unwrap();
    assert_eq!(client.wait().code(), Some(1));
}

#[test]
fn a_client_that_was_never_there_is_gone() {
    let mut editor = Command::new(env!("CARGO_BIN_EXE_viendan")).arg("lsp").stdin(Stdio::null()).spawn().unwrap();
    editor.wait().unwrap();
    let mut client = Start::new().start();
    client.process_id = Some(editor.id());
    let params = json!({ "processId": editor.id(), "capabilities": {} });
    client.ask("initialize", params);
    assert_eq!(client.wait().code(), Some(1));
}

#[test]
fn a_client_that_closes_its_ears_is_gone() {
    let mut client = Start::new().deaf().start();
    client.ask("initialize", json!({ "processId": null, "capabilities": {} }));
    client.notify("initialized", json!({}));
    client.open(URI, "Nghị định số 30/2020/NÐ-CP\n");
    assert_eq!(client.wait().code(), Some(1));
    let stderr = client.stderr();
    assert!(stderr.lines().count() < 5, "an error reported in a loop: {stderr}");
}

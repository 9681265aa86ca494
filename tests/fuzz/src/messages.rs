//! The message loop with the lenient layer: whatever a client writes, the server reads on, answers, and ends when it is told to.

use serde_json::{Value, json};
use std::time::Duration;
use tokio::io::AsyncReadExt as _;

/// Longer than any of these sessions takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// The first byte chooses between bytes as they are, and lines that are put into frames after an ordinary start.
pub fn fuzz(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let mut input = Vec::new();
    let mut is_framed = false;
    if first % 4 == 0 {
        is_framed = true;
        let start = json!({ "processId": null, "rootUri": null, "capabilities": {
            "textDocument": { "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [""] } } } }
        } });
        put(&mut input, &json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": start }));
        put(&mut input, &json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
        let open = json!({ "uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": "Theo Nghị định số 30/2020/NÐ-CP.\n" });
        put(
            &mut input,
            &json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": open } }),
        );
        for line in rest.split(|byte| *byte == b'\n').take(20) {
            put_bytes(&mut input, line);
        }
        put(&mut input, &json!({ "jsonrpc": "2.0", "id": "the last", "method": "shutdown" }));
        put(&mut input, &json!({ "jsonrpc": "2.0", "method": "exit" }));
    } else {
        input.extend_from_slice(rest);
    }
    let written = served(input);
    let answers = frames(&written);
    if is_framed {
        let last = answers.iter().any(|answer| answer["id"] == "the last");
        // A client that has ended the session before its end is not answered any more.
        let ended = rest.windows(4).any(|four| four == b"exit") || rest.windows(8).any(|eight| eight == b"shutdown");
        assert!(last || ended, "no answer to the last request: {answers:?}");
    }
}

fn put(input: &mut Vec<u8>, message: &Value) {
    put_bytes(input, message.to_string().as_bytes());
}

fn put_bytes(input: &mut Vec<u8>, body: &[u8]) {
    input.extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
    input.extend_from_slice(body);
}

/// What the server writes.
fn served(input: Vec<u8>) -> Vec<u8> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let written = runtime.block_on(async {
        let (output, mut pipe) = tokio::io::duplex(1 << 20);
        let reading = tokio::spawn(async move {
            let mut all = Vec::new();
            pipe.read_to_end(&mut all).await.expect("a pipe in memory");
            all
        });
        let served = viendan::server::serve(std::io::Cursor::new(input), output);
        tokio::time::timeout(PATIENCE, served).await.expect("the server ends");
        tokio::time::timeout(PATIENCE, reading).await.ok().and_then(Result::ok)
    });
    runtime.shutdown_background();
    written.unwrap_or_default()
}

/// The messages in what the server writes, which must be frames and nothing else.
fn frames(mut written: &[u8]) -> Vec<Value> {
    let mut all = Vec::new();
    while !written.is_empty() {
        let end = written.windows(4).position(|four| four == b"\r\n\r\n").expect("a header");
        let header = std::str::from_utf8(&written[..end]).expect("a header in ASCII");
        let length: usize = header.strip_prefix("Content-Length: ").and_then(|n| n.parse().ok()).expect("a length");
        let body = written.get(end + 4..end + 4 + length).expect("a whole body");
        all.push(serde_json::from_slice(body).expect("JSON"));
        written = &written[end + 4 + length..];
    }
    all
}

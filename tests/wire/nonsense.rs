//! What is no message, no request or no parameter is refused, and the server lives on.

use crate::client::{Client, frame};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";

fn is_alive(client: &mut Client) {
    client.open(URI, "Nghị định số 30/2020/NÐ-CP\n");
    assert_eq!(client.diagnostics(URI, 1).of("eth-for-d-stroke").len(), 1);
    client.close(URI);
}

#[test]
fn what_is_no_json_is_refused() {
    let mut client = Client::ready();
    client.send(b"Content-Length: 7\r\n\r\n{\"json:");
    assert_eq!(client.answer_to_nonsense()["code"], -32700);
    is_alive(&mut client);
    // Not UTF-8.
    client.send(b"Content-Length: 4\r\n\r\n\"\xff\xfe\"");
    assert_eq!(client.answer_to_nonsense()["code"], -32700);
    is_alive(&mut client);
    client.finish();
}

#[test]
fn what_is_no_request_is_refused() {
    let mut client = Client::ready();
    for message in [json!([]), json!({ "jsonrpc": "2.0" }), json!("hover"), json!({ "jsonrpc": "1.0", "method": "x" })]
    {
        client.send(&frame(&message));
        let code = client.answer_to_nonsense()["code"].clone();
        assert!([json!(-32600), json!(-32700)].contains(&code), "{message}: {code}");
    }
    is_alive(&mut client);
    client.finish();
}

#[test]
fn unknown_methods_and_wrong_parameters_are_refused() {
    let mut client = Client::ready();
    assert_eq!(client.request("textDocument/sing", json!({})).unwrap_err()["code"], -32601);
    assert_eq!(client.request("textDocument/hover", json!({ "textDocument": 1 })).unwrap_err()["code"], -32602);
    let negative = json!({ "textDocument": { "uri": URI }, "position": { "line": -1, "character": 0 } });
    assert_eq!(client.request("textDocument/hover", negative).unwrap_err()["code"], -32602);
    let no_uri = json!({ "textDocument": { "uri": "no uri at all %%" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.request("textDocument/hover", no_uri).unwrap_err()["code"], -32602);
    // Notifications have no answer, good or bad.
    client.notify("textDocument/didSing", json!({}));
    client.notify("textDocument/didChange", json!({ "textDocument": { "uri": 3 } }));
    client.notify("textDocument/didOpen", Value::Null);
    client.notify("$/cancelRequest", json!({ "id": 4711 }));
    client.notify("$/setTrace", json!({ "value": "off" }));
    // Answers to requests that were never sent.
    client.send(&frame(&json!({ "jsonrpc": "2.0", "id": 4711, "result": null })));
    client.send(&frame(&json!({ "jsonrpc": "2.0", "id": "x", "error": { "code": 1, "message": "?" } })));
    is_alive(&mut client);
    // The log tells of each method once.
    let mut told = [client.logged(), client.logged(), client.logged()].map(|l| l.split(':').next().unwrap().to_owned());
    told.sort();
    assert_eq!(told, ["textDocument/didChange", "textDocument/didOpen", "textDocument/hover"]);
    client.finish();
}

#[test]
fn a_broken_header_is_skipped() {
    let mut client = Client::ready();
    for header in [&b"Content-Type: nonsense\r\n\r\n"[..], b"Content-Length: many\r\n\r\n", b"hello\r\n\r\nhello"] {
        client.send(header);
        assert_eq!(client.answer_to_nonsense()["code"], -32700);
        is_alive(&mut client);
    }
    client.finish();
}

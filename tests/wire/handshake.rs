//! What server and client exchange first, and how they count positions.

use crate::client::{Client, Start, capabilities, capabilities_with, range};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";
/// A clef of two UTF-16 units and four bytes before the wrong letter.
const LINE: &str = "𝄞 Nghị định số 30/2020/NÐ-CP\n";

#[test]
fn the_server_says_what_it_offers() {
    let mut client = Start::new().start();
    let result = client.initialize(capabilities(), json!({}));
    assert_eq!(result["serverInfo"]["name"], "viendan");
    let offers = &result["capabilities"];
    assert_eq!(offers["positionEncoding"], "utf-16");
    assert_eq!(
        (&offers["textDocumentSync"]["change"], &offers["textDocumentSync"]["openClose"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(offers["completionProvider"]["triggerCharacters"], json!(["/", "-", " "]));
    assert_eq!(offers["completionProvider"]["resolveProvider"], true);
    assert_eq!(offers["hoverProvider"], true);
    assert_eq!(offers["codeActionProvider"]["codeActionKinds"], json!(["quickfix", "source.fixAll.viendan"]));
    assert_eq!(offers["workspace"]["workspaceFolders"]["supported"], true);
    // It pushes diagnostics to this client, so it does not offer them on request.
    assert_eq!(offers["diagnosticProvider"], Value::Null);
    client.finish();
}

/// Helix sometimes sends the changes of fast typing in another order than they were made.
#[test]
fn helix_is_asked_for_whole_texts() {
    let mut client = Start::new().start();
    let result = client.initialize(capabilities(), json!({ "clientInfo": { "name": "helix" } }));
    assert_eq!(result["capabilities"]["textDocumentSync"]["change"], 1);
    client.open(URI, "một\n");
    client.replace(URI, 3, "Nghị định số 30/2020/NÐ-CP\n");
    client.replace(URI, 2, "Nghị định số 30/2020/N\n");
    client.replace(URI, 4, "Nghị định số 30/2020/NÐ-CP.\n");
    assert_eq!(client.diagnostics(URI, 4).of("eth-for-d-stroke").len(), 1);
    client.finish();
}

#[test]
fn a_client_that_announces_nothing_is_served() {
    let mut client = Start::new().start();
    let result = client.initialize(json!({}), json!({}));
    assert_eq!(result["capabilities"]["positionEncoding"], "utf-16");
    client.open(URI, "Nghị định số 30/2020/NÐ-CP\n");
    assert_eq!(client.diagnostics(URI, 1).of("eth-for-d-stroke").len(), 1);
    client.finish();
}

/// The positions of a wrong letter, of edits and of hovers, in each encoding.
#[test]
fn positions_are_counted_as_agreed() {
    type Units = fn(&str) -> usize;
    let units: [(Value, &str, Units); 4] = [
        (json!(["utf-8", "utf-16", "utf-32"]), "utf-8", |s| s.len()),
        (json!(["utf-32", "utf-16"]), "utf-16", |s| s.encode_utf16().count()),
        (json!(["utf-32"]), "utf-32", |s| s.chars().count()),
        (json!([]), "utf-16", |s| s.encode_utf16().count()),
    ];
    for (offered, agreed, units) in units {
        let mut client = Start::new().start();
        let result = client.initialize(capabilities_with("/general/positionEncodings", offered), json!({}));
        assert_eq!(result["capabilities"]["positionEncoding"], agreed);
        client.open(URI, LINE);
        let wrong = client.diagnostics(URI, 1).of("eth-for-d-stroke");
        assert_eq!(wrong.len(), 1, "{agreed}: {wrong:?}");
        let (number, eth) = (LINE.find("30/").unwrap(), LINE.find('Ð').unwrap());
        let at = |offset: usize| units(&LINE[..offset]) as u64;
        let (start, end) = (&wrong[0]["range"]["start"], &wrong[0]["range"]["end"]);
        assert!(at(number) <= start["character"].as_u64().unwrap(), "{agreed}: {start}");
        assert!(start["character"].as_u64().unwrap() <= at(eth), "{agreed}: {start}");
        assert!(end["character"].as_u64().unwrap() >= at(eth + 'Ð'.len_utf8()), "{agreed}: {end}");
        assert!(end["character"].as_u64().unwrap() <= at(LINE.len() - 1), "{agreed}: {end}");

        // The letter is replaced where the server said that it is, and what was wrong is right.
        let (from, to) = (at(eth) as usize, at(eth + 'Ð'.len_utf8()) as usize);
        client.change(URI, 2, json!([{ "range": range((0, from), (0, to)), "text": "Đ" }]));
        assert_eq!(client.diagnostics(URI, 2).of("eth-for-d-stroke").len(), 0, "{agreed}");
        let card = client.hover(URI, 0, at(number) as usize + 1).unwrap();
        assert!(card["contents"]["value"].as_str().unwrap().contains("30/2020/NĐ-CP"), "{agreed}: {card}");
        let (start, end) = (&card["range"]["start"]["character"], &card["range"]["end"]["character"]);
        assert!(start.as_u64().unwrap() <= at(number) && end.as_u64().unwrap() >= at(eth), "{agreed}: {card}");
        client.finish();
    }
}

#[test]
fn requests_before_and_after_their_time_are_refused() {
    let mut client = Start::new().start();
    assert_eq!(client.hover(URI, 0, 0).unwrap_err()["code"], -32002);
    client.initialize(capabilities(), json!({}));
    let again = client.request("initialize", json!({ "processId": null, "capabilities": {} }));
    assert_eq!(again.unwrap_err()["code"], -32600);
    client.open(URI, LINE);
    client.request("shutdown", Value::Null).unwrap();
    assert_eq!(client.hover(URI, 0, 0).unwrap_err()["code"], -32600);
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));
    client.read_the_rest();
}

#[test]
fn stdout_and_stderr_of_a_whole_session_hold_nothing_else() {
    let mut client = Client::ready();
    client.open(URI, LINE);
    client.diagnostics(URI, 1);
    client.hover(URI, 0, 18).unwrap();
    client.completion(URI, 0, 18);
    client.close(URI);
    client.request("shutdown", Value::Null).unwrap();
    client.notify("exit", Value::Null);
    client.wait();
    client.read_the_rest();
    assert_eq!(client.stderr(), "");
}

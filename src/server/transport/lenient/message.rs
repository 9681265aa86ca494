//! One message of the client, from its bytes to what is handed on to tower-lsp.

use super::address::Addresses;
use super::repair::repair;
use crate::server::transport::Outbox;
use serde::Deserialize as _;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;
use tower_lsp::jsonrpc::{Request, Response};
use tower_lsp::ls_types::MessageType;

/// The notification that stands for a change that cannot be read: its document is out of step.
pub const LOST_CHANGE: &str = "viendan/lostChange";

/// What becomes of a message.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is handed on as it came.
    AsItCame,
    /// This is handed on in its place.
    Instead(Vec<u8>),
    NoJson,
    NoMessage,
}

/// Reads messages leniently.
#[derive(Debug)]
pub struct Lenient {
    addresses: Arc<Addresses>,
    outbox: Outbox,
    /// Methods of which was reported that one could not be read.
    reported: HashSet<String>,
}

impl Lenient {
    pub fn new(addresses: Arc<Addresses>, outbox: Outbox) -> Self {
        Self { addresses, outbox, reported: HashSet::new() }
    }

    pub fn read(&mut self, body: &[u8]) -> Outcome {
        let body_without_mark = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let mut changed = body_without_mark.len() < body.len();
        let mut message = match serde_json::from_slice::<Value>(body_without_mark) {
            Ok(message) => message,
            Err(_) => match readable(body_without_mark) {
                Some(message) => {
                    changed = true;
                    message
                }
                None => return Outcome::NoJson,
            },
        };
        let Value::Object(object) = &mut message else { return Outcome::NoMessage };
        if let Some(version) = object.get("jsonrpc")
            && version != "2.0"
        {
            return Outcome::NoMessage;
        }
        let method =
            object.get("method").and_then(Value::as_str).filter(|method| !method.is_empty()).map(str::to_owned);
        match method {
            Some(method) => changed |= self.request(&method, object),
            None if object.contains_key("method") => return Outcome::NoMessage,
            None => {}
        }
        if !object.contains_key("jsonrpc") && (object.contains_key("method") || object.contains_key("id")) {
            object.insert("jsonrpc".to_owned(), json!("2.0"));
            changed = true;
        }
        let is_message = if object.contains_key("method") {
            Request::deserialize(&message).is_ok()
        } else {
            Response::deserialize(&message).is_ok()
        };
        match (is_message, changed) {
            (false, _) => Outcome::NoMessage,
            (true, false) => Outcome::AsItCame,
            (true, true) => serde_json::to_vec(&message).map_or(Outcome::NoJson, Outcome::Instead),
        }
    }

    /// A request or notification. Whether it was changed.
    fn request(&mut self, method: &str, object: &mut Map<String, Value>) -> bool {
        let mut changed = false;
        if let Some(id) = object.get_mut("id")
            && let Some(number) = id.as_f64().filter(|number| id.is_f64() && number.fract() == 0.0)
        {
            #[expect(clippy::cast_possible_truncation, reason = "numbers of requests are small")]
            let number = number as i64;
            *id = number.into();
            changed = true;
        }
        // tower-lsp leaves them without an answer, for a notification of this kind may be ignored.
        if method.starts_with("$/") && object.get("id").is_some_and(|id| !id.is_null()) {
            object.insert("method".to_owned(), format!("viendan/{method}").into());
            return true;
        }
        let mut params = object.remove("params");
        let result = repair(method, &mut params, &self.addresses);
        let fault = match result {
            Ok(repaired) => {
                changed |= repaired;
                None
            }
            Err(fault) => Some(fault),
        };
        let document = params.as_ref().map(|params| params["textDocument"].clone()).unwrap_or_default();
        if let Some(params) = params {
            object.insert("params".to_owned(), params);
        }
        let Some(fault) = fault else { return changed };
        if method == "textDocument/didChange" && document["uri"].is_string() {
            tracing::warn!("{method}: {}", fault.cause);
            let lost = json!({ "uri": document["uri"], "version": document["version"].as_i64() });
            object.insert("method".to_owned(), LOST_CHANGE.into());
            object.insert("params".to_owned(), lost);
            return true;
        }
        if self.reported.insert(method.to_owned()) {
            let text = format!("{method}: {}", fault.cause);
            tracing::warn!("{text}");
            self.outbox.log(MessageType::WARNING, text);
        }
        changed
    }
}

/// What stands between a message and its being read: half of a surrogate pair, or bytes that are no UTF-8, inside strings.
fn readable(body: &[u8]) -> Option<Value> {
    let text = String::from_utf8_lossy(body);
    let is_utf8 = matches!(text, Cow::Borrowed(_));
    let whole = with_whole_pairs(&text);
    if is_utf8 && matches!(whole, Cow::Borrowed(_)) {
        return None;
    }
    let value: Value = serde_json::from_str(&whole).ok()?;
    value.get("method").is_some().then_some(value)
}

/// The text with U+FFFD, which is as wide, for each escape of a surrogate that has no other half.
fn with_whole_pairs(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let unit = |at: usize| {
        let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let mut out = String::new();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        match unit(at) {
            Some(0xD800..=0xDBFF) if matches!(unit(at + 6), Some(0xDC00..=0xDFFF)) => at += 12,
            Some(0xD800..=0xDFFF) => {
                out.push_str(&text[from..at]);
                out.push_str("\\ufffd");
                at += 6;
                from = at;
            }
            Some(_) => at += 6,
            // An escaped backslash is one, and so is what follows an escape.
            None => at += 2,
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &[u8]) -> Outcome {
        Lenient::new(Arc::default(), Outbox::new().0).read(body)
    }

    fn instead(body: &[u8]) -> Value {
        match read(body) {
            Outcome::Instead(body) => serde_json::from_slice(&body).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_right_is_handed_on_as_it_came() {
        for body in [
            r#"{"jsonrpc":"2.0","method":"exit"}"#,
            r#"{"jsonrpc":"2.0","id":1,"result":null}"#,
            r#"{"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"?"}}"#,
            r#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a"},"position":{"line":0,"character":0}}}"#,
        ] {
            assert_eq!(read(body.as_bytes()), Outcome::AsItCame, "{body}");
        }
    }

    #[test]
    fn half_of_a_pair_is_a_letter_of_the_same_width() {
        assert_eq!(with_whole_pairs(r"a\ud83d\ude00b"), r"a\ud83d\ude00b");
        assert_eq!(with_whole_pairs(r"a\ud83d"), r"a\ufffd");
        assert_eq!(with_whole_pairs(r"a\ude00\ud83db\\ud83d"), r"a\ufffd\ufffdb\\ud83d");
        let body = br#"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a","version":2},"contentChanges":[{"text":"x\ud83d"}]}}"#;
        assert_eq!(instead(body)["params"]["contentChanges"][0]["text"], "x\u{fffd}");
    }

    #[test]
    fn a_change_that_cannot_be_read_is_known_to_be_lost() {
        let body = br#"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a","version":2},"contentChanges":[{"text":1}]}}"#;
        let message = instead(body);
        assert_eq!(message["method"], LOST_CHANGE);
        assert_eq!(message["params"], json!({ "uri": "file:///a", "version": 2 }));
    }

    #[test]
    fn requests_that_may_be_ignored_are_answered() {
        assert_eq!(instead(br#"{"jsonrpc":"2.0","id":1,"method":"$/x"}"#)["method"], "viendan/$/x");
        assert_eq!(read(br#"{"jsonrpc":"2.0","method":"$/x"}"#), Outcome::AsItCame);
        assert_eq!(
            instead(br#"{"id":1.0,"method":"shutdown","params":{}}"#),
            json!({ "jsonrpc": "2.0", "id": 1, "method": "shutdown" })
        );
    }

    #[test]
    fn what_is_no_message_is_refused() {
        for body in [&b"[]"[..], b"{}", b"\"x\"", br#"{"jsonrpc":"2.0"}"#, br#"{"jsonrpc":"1.0","method":"x"}"#] {
            assert_eq!(read(body), Outcome::NoMessage);
        }
        for body in [&b"{\"json:"[..], b"\"\xff\xfe\"", b"{"] {
            assert_eq!(read(body), Outcome::NoJson);
        }
    }
}

//! What the server sends of its own accord, in the order in which it was said. Handlers never wait for the client: they put
//! a message here and go on.
//!
//! Messages are put into frames here and not by tower-lsp, which makes a tree of JSON values of each first: for the
//! diagnostics of a long document that costs more than finding them.

use serde::Serialize;
use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{mpsc, watch};
use tower_lsp::ls_types::notification::{
    LogMessage, LogTrace, Notification, Progress, PublishDiagnostics, ShowMessage,
};
use tower_lsp::ls_types::{LogMessageParams, LogTraceParams, MessageType, ProgressToken, ShowMessageParams, Uri};

/// A way to send notifications. Cheap to clone; sending never waits.
#[derive(Debug, Clone)]
pub struct Outbox {
    queue: mpsc::UnboundedSender<Outgoing>,
    /// Diagnostics that wait to be sent. A client that reads slowly gets the latest of a document, not all of them.
    waiting: Arc<Mutex<HashMap<Uri, Publication>>>,
    opened: Arc<watch::Sender<bool>>,
}

#[derive(Debug)]
struct Publication {
    /// The list of diagnostics, in JSON.
    diagnostics: Arc<[u8]>,
    version: Option<i32>,
}

/// A message that waits to be sent.
#[derive(Debug)]
pub enum Outgoing {
    /// The diagnostics of a document that wait.
    Diagnostics(Uri),
    Show(MessageType, String),
    Log(MessageType, String),
    Trace(LogTraceParams),
    /// `$/progress`: its parameters, in JSON.
    Progress(Vec<u8>),
}

/// The receiving end.
#[derive(Debug)]
pub struct Inbox {
    queue: mpsc::UnboundedReceiver<Outgoing>,
    waiting: Arc<Mutex<HashMap<Uri, Publication>>>,
    opened: watch::Receiver<bool>,
}

impl Outbox {
    pub fn new() -> (Self, Inbox) {
        let (sender, receiver) = mpsc::unbounded_channel();
        let opened = watch::Sender::new(false);
        let waiting = Arc::default();
        let inbox = Inbox { queue: receiver, waiting: Arc::clone(&waiting), opened: opened.subscribe() };
        (Self { queue: sender, waiting, opened: Arc::new(opened) }, inbox)
    }

    /// Begins to send what waits. The client may not be written to before it is initialized.
    pub fn open(&self) {
        self.opened.send_if_modified(|opened| !std::mem::replace(opened, true));
    }

    /// Waits until the client may be written to.
    pub async fn opened(&self) {
        // Never fails: this is the sender.
        let _ = self.opened.subscribe().wait_for(|&opened| opened).await;
    }

    /// Publishes the diagnostics of a document: a list in JSON.
    pub fn publish(&self, uri: Uri, diagnostics: Arc<[u8]>, version: Option<i32>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.insert(uri.clone(), Publication { diagnostics, version }).is_none() {
            self.send(Outgoing::Diagnostics(uri));
        }
    }

    /// Shows a message to the user.
    pub fn show(&self, kind: MessageType, text: String) {
        self.send(Outgoing::Show(kind, text));
    }

    /// Writes a message to the client's log.
    pub fn log(&self, kind: MessageType, text: String) {
        self.send(Outgoing::Log(kind, text));
    }

    /// Reports what the server does.
    pub fn trace(&self, message: String, verbose: Option<String>) {
        self.send(Outgoing::Trace(LogTraceParams { message, verbose }));
    }

    /// Sends a part of an answer, or how far work is.
    pub fn partial(&self, token: &ProgressToken, value: &impl Serialize) {
        match serde_json::to_vec(&serde_json::json!({ "token": token, "value": value })) {
            Ok(params) => self.send(Outgoing::Progress(params)),
            Err(error) => tracing::error!("a part of an answer: {error}"),
        }
    }

    fn send(&self, message: Outgoing) {
        // The receiver is gone only when the server ends.
        let _ = self.queue.send(message);
    }
}

impl Inbox {
    /// The next message, once the client may be written to. Nothing is lost when this is given up while it waits.
    pub async fn next(&mut self) -> Option<Outgoing> {
        self.opened.wait_for(|&opened| opened).await.ok()?;
        self.queue.recv().await
    }

    /// A message that waits already, if the client may be written to.
    pub fn waiting(&mut self) -> Option<Outgoing> {
        if *self.opened.borrow() { self.queue.try_recv().ok() } else { None }
    }

    /// Appends the frame of a message.
    pub fn put(&self, message: Outgoing, into: &mut Vec<u8>) -> serde_json::Result<()> {
        match message {
            Outgoing::Diagnostics(uri) => {
                let publication = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&uri);
                let Some(Publication { diagnostics, version }) = publication else { return Ok(()) };
                let mut head = Vec::new();
                head.extend_from_slice(br#"{"uri":"#);
                serde_json::to_writer(&mut head, &uri)?;
                if let Some(version) = version {
                    head.extend_from_slice(br#","version":"#);
                    serde_json::to_writer(&mut head, &version)?;
                }
                head.extend_from_slice(br#","diagnostics":"#);
                put_notification::<PublishDiagnostics>(&[&head, &diagnostics, b"}"], into);
            }
            Outgoing::Trace(params) => put_notification::<LogTrace>(&[&serde_json::to_vec(&params)?], into),
            Outgoing::Progress(params) => put_notification::<Progress>(&[&params], into),
            Outgoing::Show(typ, message) => {
                put_notification::<ShowMessage>(&[&serde_json::to_vec(&ShowMessageParams { typ, message })?], into);
            }
            Outgoing::Log(typ, message) => {
                put_notification::<LogMessage>(&[&serde_json::to_vec(&LogMessageParams { typ, message })?], into);
            }
        }
        Ok(())
    }
}

/// Puts the frame of a notification, with the pieces of its parameters in JSON.
fn put_notification<N: Notification>(parameters: &[&[u8]], into: &mut Vec<u8>) {
    let head = format!(r#"{{"jsonrpc":"2.0","method":"{}","params":"#, N::METHOD);
    let length = head.len() + parameters.iter().map(|piece| piece.len()).sum::<usize>() + 1;
    // A vector takes whatever is written.
    let _ = write!(into, "Content-Length: {length}\r\n\r\n{head}");
    for piece in parameters {
        into.extend_from_slice(piece);
    }
    into.push(b'}');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(inbox: &Inbox, message: Outgoing) -> serde_json::Value {
        let mut frame = Vec::new();
        inbox.put(message, &mut frame).unwrap();
        let frame = String::from_utf8(frame).unwrap();
        let (header, body) = frame.split_once("\r\n\r\n").unwrap();
        assert_eq!(header, format!("Content-Length: {}", body.len()));
        serde_json::from_str(body).unwrap()
    }

    #[test]
    fn of_a_document_only_the_latest_diagnostics_wait() {
        let (outbox, mut inbox) = Outbox::new();
        let uri: Uri = "file:///a%20%22".parse().unwrap();
        outbox.publish(uri.clone(), b"[]"[..].into(), Some(1));
        outbox.publish(uri.clone(), br#"[{"message":"x"}]"#[..].into(), Some(2));
        let message = inbox.queue.try_recv().unwrap();
        assert!(inbox.queue.try_recv().is_err());
        let sent = body(&inbox, message);
        assert_eq!(sent["method"], "textDocument/publishDiagnostics");
        assert_eq!(
            sent["params"],
            serde_json::json!({ "uri": "file:///a%20%22", "version": 2, "diagnostics": [{ "message": "x" }] })
        );
        // Closed: no version.
        outbox.publish(uri, b"[]"[..].into(), None);
        let message = inbox.queue.try_recv().unwrap();
        assert!(body(&inbox, message)["params"].get("version").is_none());
    }

    #[test]
    fn messages_are_notifications() {
        let (outbox, mut inbox) = Outbox::new();
        outbox.show(MessageType::WARNING, "“a”\n".to_owned());
        let message = inbox.queue.try_recv().unwrap();
        let expected = serde_json::json!({ "jsonrpc": "2.0", "method": "window/showMessage", "params": { "type": 2, "message": "“a”\n" } });
        assert_eq!(body(&inbox, message), expected);
    }
}

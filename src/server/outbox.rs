//! What the server sends of its own accord, in the order in which it was said, from a task of its own: a handler never
//! waits for the client.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::mpsc;
use tower_lsp::Client;
use tower_lsp::ls_types::{Diagnostic, MessageType, Uri};

/// A way to send notifications. Cheap to clone; sending never waits.
#[derive(Debug, Clone)]
pub struct Outbox {
    queue: mpsc::UnboundedSender<Outgoing>,
    /// Diagnostics that wait to be sent. A client that reads slowly gets the latest of a document, not all of them.
    waiting: Arc<Mutex<HashMap<Uri, Publication>>>,
}

#[derive(Debug)]
struct Publication {
    diagnostics: Vec<Diagnostic>,
    version: Option<i32>,
}

#[derive(Debug)]
enum Outgoing {
    /// The diagnostics of a document that wait.
    Diagnostics(Uri),
    Show(MessageType, String),
    Log(MessageType, String),
    Refresh,
}

/// The receiving end, until the client may be written to.
#[derive(Debug)]
pub struct Inlet(mpsc::UnboundedReceiver<Outgoing>);

impl Outbox {
    pub fn new() -> (Self, Inlet) {
        let (queue, inlet) = mpsc::unbounded_channel();
        (Self { queue, waiting: Arc::default() }, Inlet(inlet))
    }

    pub fn publish(&self, uri: Uri, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
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

    /// Asks the client to pull all diagnostics again.
    pub fn refresh(&self) {
        self.send(Outgoing::Refresh);
    }

    fn send(&self, message: Outgoing) {
        // The receiver is gone only when the server ends.
        let _ = self.queue.send(message);
    }

    /// Sends what is said until the server ends.
    pub async fn run(self, mut inlet: Inlet, client: Client) {
        while let Some(message) = inlet.0.recv().await {
            match message {
                Outgoing::Diagnostics(uri) => {
                    let publication = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&uri);
                    if let Some(Publication { diagnostics, version }) = publication {
                        client.publish_diagnostics(uri, diagnostics, version).await;
                    }
                }
                Outgoing::Show(kind, text) => client.show_message(kind, text).await,
                Outgoing::Log(kind, text) => client.log_message(kind, text).await,
                Outgoing::Refresh => {
                    // A request: its answer is waited for elsewhere.
                    let client = client.clone();
                    tokio::spawn(async move {
                        if let Err(error) = client.workspace_diagnostic_refresh().await {
                            tracing::info!("the client does not refresh diagnostics: {error}");
                        }
                    });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_document_only_the_latest_diagnostics_wait() {
        let (outbox, mut inlet) = Outbox::new();
        let uri: Uri = "file:///a".parse().unwrap();
        outbox.publish(uri.clone(), Vec::new(), Some(1));
        outbox.publish(uri.clone(), Vec::new(), Some(2));
        assert!(matches!(inlet.0.try_recv(), Ok(Outgoing::Diagnostics(_))));
        assert!(inlet.0.try_recv().is_err());
        assert_eq!(outbox.waiting.lock().unwrap()[&uri].version, Some(2));
    }
}

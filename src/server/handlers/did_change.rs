//! `textDocument/didChange`.

use super::StateChange;
use crate::server::analysis::Occasion;
use crate::server::convert;
use crate::server::documents::Changed;
use crate::server::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::{DidChangeTextDocumentParams, MessageType, Uri};

pub struct DidChange;

impl StateChange for DidChange {
    const NAME: &'static str = "didChange";
    type Params = DidChangeTextDocumentParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: DidChangeTextDocumentParams) {
        let (uri, version) = (params.text_document.uri, params.text_document.version);
        let capabilities = session.capabilities();
        let changes = params.content_changes.into_iter().map(|event| convert::change(event, capabilities));
        let changes: Vec<_> = changes.collect();
        let changed = session.documents().change(&uri, version, &changes, capabilities.encoding);
        match changed {
            Changed::Applied => {}
            Changed::LostSync => {
                let text = format!(
                    "textDocument/didChange: {}: version {version} has an edit that cannot be applied; nothing is done until the whole text comes: save the file, or close it and open it again",
                    uri.as_str()
                );
                tracing::warn!("{text}");
                session.outbox.log(MessageType::WARNING, text);
            }
            Changed::StillOutOfSync => return,
            Changed::OldVersion => {
                // Where whole texts are sent, a late one is of no use and no harm.
                if session.capabilities().mixes_up_changes {
                    tracing::debug!("{}: version {version} comes late and is ignored", uri.as_str());
                } else {
                    tracing::warn!("{}: version {version} comes late and is ignored", uri.as_str());
                }
                return;
            }
            Changed::Unknown => {
                tracing::warn!("{}: a change of a document that is not open", uri.as_str());
                return;
            }
        }
        session.request_analysis(&uri, Occasion::Change);
    }

    fn at_risk(params: &DidChangeTextDocumentParams) -> Option<&Uri> {
        Some(&params.text_document.uri)
    }
}

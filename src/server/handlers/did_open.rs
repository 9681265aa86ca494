//! `textDocument/didOpen`.

use super::StateChange;
use crate::server::analysis::Occasion;
use crate::server::convert;
use crate::server::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::DidOpenTextDocumentParams;

pub struct DidOpen;

impl StateChange for DidOpen {
    const NAME: &'static str = "didOpen";
    type Params = DidOpenTextDocumentParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: DidOpenTextDocumentParams) {
        // For clients that forget `initialized`.
        session.outbox.open();
        let document = params.text_document;
        let format = convert::format(&document.language_id, &document.uri);
        let text = convert::line_breaks(&document.text, session.capabilities());
        session.documents().open(document.uri.clone(), document.version, format, &text);
        session.find_settings(&document.uri);
        session.request_analysis(&document.uri, Occasion::Open);
        session.look_for_imports();
    }
}

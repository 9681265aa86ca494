//! `textDocument/didClose`.

use super::StateChange;
use crate::server::diagnostics;
use crate::server::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::DidCloseTextDocumentParams;

pub struct DidClose;

impl StateChange for DidClose {
    const NAME: &'static str = "didClose";
    type Params = DidCloseTextDocumentParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        session.forget_tokens(&uri);
        let mut documents = session.documents();
        if documents.close(&uri) && !session.capabilities().pulls_diagnostics {
            session.outbox.publish(uri, diagnostics::none(), None);
        }
    }
}

//! `textDocument/didSave`.

use super::StateChange;
use crate::server::analysis::Occasion;
use crate::server::configuration;
use crate::server::session::Session;
use crate::settings::Checking;
use std::sync::Arc;
use tower_lsp::ls_types::DidSaveTextDocumentParams;

pub struct DidSave;

impl StateChange for DidSave {
    const NAME: &'static str = "didSave";
    type Params = DidSaveTextDocumentParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: DidSaveTextDocumentParams) {
        // For clients that watch no files.
        if params.text_document.uri.path().as_str().ends_with(configuration::FILE) {
            session.reload_settings();
        }
        session.look_for_imports();
        session.take_saved(&params.text_document.uri);
        if session.environment().settings_of(&params.text_document.uri).checking != Checking::Typing {
            session.request_analysis(&params.text_document.uri, Occasion::Save);
        }
    }
}

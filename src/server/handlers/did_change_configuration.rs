//! `workspace/didChangeConfiguration`.

use super::StateChange;
use crate::server::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::DidChangeConfigurationParams;

pub struct DidChangeConfiguration;

impl StateChange for DidChangeConfiguration {
    const NAME: &'static str = "didChangeConfiguration";
    type Params = DidChangeConfigurationParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: DidChangeConfigurationParams) {
        if session.capabilities().configuration {
            session.pull_settings();
        } else {
            session.sources().set_editor(params.settings);
            session.reload_settings();
        }
    }
}

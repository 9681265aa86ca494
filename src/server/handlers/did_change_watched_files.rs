//! `workspace/didChangeWatchedFiles`: a settings file has changed; no other is watched by the client.

use super::StateChange;
use crate::server::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::DidChangeWatchedFilesParams;

pub struct DidChangeWatchedFiles;

impl StateChange for DidChangeWatchedFiles {
    const NAME: &'static str = "didChangeWatchedFiles";
    type Params = DidChangeWatchedFilesParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: DidChangeWatchedFilesParams) {
        for change in &params.changes {
            session.find_settings(&change.uri);
        }
        session.reload_settings();
    }
}

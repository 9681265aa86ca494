//! `workspace/didChangeWorkspaceFolders`.

use super::StateChange;
use crate::server::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::DidChangeWorkspaceFoldersParams;

pub struct DidChangeWorkspaceFolders;

impl StateChange for DidChangeWorkspaceFolders {
    const NAME: &'static str = "didChangeWorkspaceFolders";
    type Params = DidChangeWorkspaceFoldersParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: DidChangeWorkspaceFoldersParams) {
        session.sources().change_folders(&params.event.added, &params.event.removed);
        session.reload_settings();
    }
}

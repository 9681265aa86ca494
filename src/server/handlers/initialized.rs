//! `initialized`: from here on the client may be written to and asked.

use super::StateChange;
use crate::server::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::InitializedParams;

pub struct Initialized;

impl StateChange for Initialized {
    const NAME: &'static str = "initialized";
    type Params = InitializedParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, _: InitializedParams) {
        session.outbox.open();
        session.register();
        if session.capabilities().configuration {
            session.pull_settings();
        }
    }
}

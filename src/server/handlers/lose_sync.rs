//! `viendan/lostChange`: the client has sent a change that nobody could read. What the lenient layer makes of it.

use super::StateChange;
use crate::server::analysis::Occasion;
use crate::server::session::Session;
use serde::Deserialize;
use std::sync::Arc;
use tower_lsp::ls_types::{MessageType, Uri};

/// The document of the change, and the version that it had after it.
#[derive(Debug, Deserialize)]
pub struct LostChange {
    uri: Uri,
    version: Option<i64>,
}

pub struct LoseSync;

impl StateChange for LoseSync {
    const NAME: &'static str = "loseSync";
    type Params = LostChange;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: LostChange) {
        let version = params.version.and_then(|version| i32::try_from(version).ok());
        let newly = session.documents().miss_change(&params.uri, version);
        if newly {
            let text = format!(
                "textDocument/didChange: {}: a change cannot be read; nothing is done until the whole text comes: save the file, or close it and open it again",
                params.uri.as_str()
            );
            tracing::warn!("{text}");
            session.outbox.log(MessageType::WARNING, text);
            session.request_analysis(&params.uri, Occasion::Change);
        }
    }
}

//! `initialize`: what the client can do, and what it is offered.

use super::StateChange;
use crate::server::capabilities::ClientCapabilities;
use crate::server::session::Session;
use crate::server::transport::watch_client;
use std::sync::Arc;
use tower_lsp::ls_types::{InitializeParams, InitializeResult, ServerInfo};

/// The name that the server gives itself.
const NAME: &str = "viendan";

pub struct Initialize;

impl StateChange for Initialize {
    const NAME: &'static str = "initialize";
    type Params = InitializeParams;
    type Answer = InitializeResult;

    fn apply(session: &Arc<Session>, params: InitializeParams) -> InitializeResult {
        let client = params.client_info.as_ref().map(|client| client.name.as_str());
        let capabilities = session.capabilities.get_or_init(|| ClientCapabilities::new(&params.capabilities, client));
        session.sources().start(&params);
        session.trace.set(params.trace.unwrap_or_default());
        session.reload_settings();
        if let Some(process) = params.process_id {
            watch_client(process, Arc::clone(&session.ended));
        }
        InitializeResult {
            capabilities: capabilities.offered(),
            server_info: Some(ServerInfo {
                name: NAME.to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            ..InitializeResult::default()
        }
    }
}

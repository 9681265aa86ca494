//! `$/setTrace`: how much the client wants to know of what the server does.

use super::StateChange;
use crate::server::session::Session;
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use tower_lsp::ls_types::TraceValue;

/// The parameters, whatever value they hold: some clients have values of their own ("compact").
#[derive(Debug, Deserialize)]
pub struct SetTraceParams {
    #[serde(default)]
    value: Value,
}

pub struct SetTrace;

impl StateChange for SetTrace {
    const NAME: &'static str = "setTrace";
    type Params = SetTraceParams;
    type Answer = ();

    fn apply(session: &Arc<Session>, params: SetTraceParams) {
        session.trace.set(serde_json::from_value(params.value).unwrap_or(TraceValue::Off));
    }
}

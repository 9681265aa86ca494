//! `$/logTrace`: what the server does, request by request, for a client that wants to know (`trace` of `initialize`, later
//! `$/setTrace`). The setting `trace` is another thing: how much the server writes to its own log.

use super::session::Session;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;
use tower_lsp::ls_types::TraceValue;

/// How much the client wants to know.
#[derive(Debug, Default)]
pub struct Trace(AtomicU8);

const OFF: u8 = 0;
const MESSAGES: u8 = 1;
const VERBOSE: u8 = 2;

impl Trace {
    pub fn set(&self, value: TraceValue) {
        let level = match value {
            TraceValue::Off => OFF,
            TraceValue::Messages => MESSAGES,
            TraceValue::Verbose => VERBOSE,
        };
        self.0.store(level, Ordering::Relaxed);
    }
}

impl Session {
    /// Reports that a request was answered, or not. `detail` is made only for a client that wants it.
    pub fn trace_answer(&self, request: &str, took: Duration, outcome: &str, detail: impl FnOnce() -> Option<String>) {
        let level = self.trace.0.load(Ordering::Relaxed);
        if level == OFF {
            return;
        }
        let message = format!("{request}: {outcome} after {} ms", took.as_millis());
        let verbose = (level == VERBOSE).then(detail).flatten();
        self.outbox.trace(message, verbose);
    }
}

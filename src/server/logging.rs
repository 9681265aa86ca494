//! The server's log: stderr, for stdout belongs to the protocol.

use crate::check::settings::Trace;
use std::sync::OnceLock;
use tracing_subscriber::EnvFilter;

type SetFilter = Box<dyn Fn(EnvFilter) + Send + Sync>;

static SET_FILTER: OnceLock<SetFilter> = OnceLock::new();

/// Logs warnings, since editors show as errors what is written to stderr; or what `VIENDAN_LOG` asks for.
pub fn start() {
    let filter = EnvFilter::try_from_env("VIENDAN_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let builder = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        // Its errors would be printed with a macro that panics when stderr is gone.
        .log_internal_errors(false)
        .with_env_filter(filter)
        .with_filter_reloading();
    let handle = builder.reload_handle();
    if builder.try_init().is_ok() {
        let _ = SET_FILTER.set(Box::new(move |filter| {
            let _ = handle.reload(filter);
        }));
    }
}

/// Logs as much as the settings say.
pub fn set_trace(trace: Trace) {
    if std::env::var_os("VIENDAN_LOG").is_some() {
        return;
    }
    if let Some(set) = SET_FILTER.get() {
        set(EnvFilter::new(match trace {
            Trace::Off => "warn",
            Trace::Messages => "warn,viendan=info",
            Trace::Verbose => "info,viendan=debug",
        }));
    }
}

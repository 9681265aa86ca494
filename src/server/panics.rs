//! Panics: each costs one piece of work, not the server.

use super::transport::Outbox;
use std::cell::Cell;
use std::io::Write as _;
use std::panic::AssertUnwindSafe;
use tower_lsp::ls_types::MessageType;

thread_local! {
    /// Whether a panic on this thread would be caught.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// A piece of work that panicked; the hook has reported it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panicked;

/// Reports panics on stderr and in the client's log. One that nobody catches, on the thread that serves, ends the process:
/// a server that is alive and mute is worse than none.
pub fn hook(outbox: Outbox) {
    let serving = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        // Not with a macro: those panic when stderr is gone.
        let _ = writeln!(std::io::stderr(), "viendan: {panic}");
        let backtrace = std::backtrace::Backtrace::capture();
        if backtrace.status() == std::backtrace::BacktraceStatus::Captured {
            let _ = writeln!(std::io::stderr(), "{backtrace}");
        }
        outbox.log(MessageType::ERROR, format!("viendan: {panic}"));
        if std::thread::current().id() == serving && !GUARDED.get() {
            std::process::exit(101);
        }
    }));
}

/// Does a piece of work; a panic in it is an error of the work alone.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    let before = GUARDED.replace(true);
    let result = std::panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(before);
    result.map_err(|_| Panicked)
}

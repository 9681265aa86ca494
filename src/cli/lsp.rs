//! `viendan lsp`: the language server on stdio.

/// Runs until the client is gone; the exit code of the process.
pub fn run() -> i32 {
    crate::server::run()
}

//! The command line: a thin face of the same core that the server uses.
//!
//! - [`cli`]: arguments, and the way from them to a command.
//! - [`input`]: files, folders and standard input.
//! - [`check`], [`fix`], [`extract`], [`rules`], [`catalogue`], [`lsp`]: the commands.
//! - [`report`]: findings as annotated source, JSON, SARIF, GitHub annotations.

pub mod catalogue;
pub mod check;
mod cli;
pub mod extract;
pub mod fix;
pub mod input;
pub mod lsp;
pub mod report;
pub mod rules;

pub use cli::run;

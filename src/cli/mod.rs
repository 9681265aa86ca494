//! The command line: a thin face of the same core that the server uses.
//!
//! - [`cli`]: arguments, and the way from them to a command.
//! - [`input`]: files, folders and standard input; [`pile`]: many documents, in files of rows too.
//! - [`check`], [`fix`], [`extract`] and [`statistics`], [`rules`], [`catalogue`], [`harvest`], [`lsp`]: the commands.
//! - [`report`]: findings as annotated source, JSON, SARIF, GitHub annotations.

pub mod catalogue;
pub mod check;
mod cli;
pub mod extract;
pub mod fix;
pub mod harvest;
pub mod input;
pub mod lsp;
pub mod pile;
pub mod report;
pub mod rules;
pub mod statistics;

pub use cli::run;

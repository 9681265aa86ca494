//! The command line: a thin face of the same core that the server uses.

pub mod catalogue;
mod cli;
pub mod extract;
pub mod input;
pub mod lsp;

pub use cli::run;

//! The command line: a thin layer over the core that the server uses too.
//!
//! - [`arguments`]: what can be asked for; [`dispatch`]: from there to a command.
//! - [`context`]: what commands work with: settings, language, catalogue; [`failure`]: what ends one; [`style`]: colours.
//! - [`input`]: files, folders and standard input; [`corpus`]: many documents, in files of rows too.
//! - [`check`], [`fix`], [`extract`] and [`statistics`], [`rules`], [`catalogue`], [`lsp`]: the commands.
//! - [`report`]: findings as annotated source, JSON, SARIF, GitHub annotations.
//!
//! What a command says comes from [`crate::i18n`] under keys that begin with `cli-`. Rows of JSON, records and SARIF are
//! for programs and the same in each language, but for messages in them.

mod arguments;
pub mod catalogue;
mod check;
mod citations;
mod context;
mod corpus;
mod dispatch;
mod extract;
mod failure;
mod fix;
mod input;
mod lsp;
mod report;
mod rules;
mod statistics;
mod style;

pub use arguments::command;
pub use dispatch::run;

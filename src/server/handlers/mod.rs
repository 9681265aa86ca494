//! The methods of the protocol, one file each.
//!
//! How a method is executed is a type, the trait that its handler implements (see [`execution`]):
//!
//! - [`StateChange`]: synchronous, in the order in which messages come. Changes the state of the session, starts tasks, and
//!   never waits or computes. Notifications, `initialize`, `shutdown`.
//! - [`DocumentRequest`]: a question about a document. Runs on a thread of its own, on a snapshot that was taken when the
//!   request came; it stops when the client takes the request back.
//! - [`EnvironmentRequest`]: a question about no open document: catalogue, library, settings. Runs on a thread of its own.
//!
//! # Adding a method
//!
//! 1. A file here, named as the method: a unit struct that implements one of the traits; its `mod` and `pub use` line below.
//!    What the answer says is made in [`crate::ide`], which knows no protocol; the handler calls it, and `convert` turns the
//!    result into the types of the protocol.
//! 2. One line in `transport/service.rs`, where tower-lsp calls it.
//! 3. Its capability in `capabilities.rs`: what the server offers, and what the client must be able to do.
//! 4. A test over the wire in `tests/wire`.

mod code_action;
mod completion;
mod completion_resolve;
mod definition;
mod diagnostic;
mod did_change;
mod did_change_configuration;
mod did_change_watched_files;
mod did_change_workspace_folders;
mod did_close;
mod did_open;
mod did_save;
mod execution;
mod hover;
mod initialize;
mod initialized;
mod lose_sync;
mod shutdown;

pub use code_action::CodeAction;
pub use completion::Completion;
pub use completion_resolve::CompletionResolve;
pub use definition::Definition;
pub use diagnostic::Diagnostic;
pub use did_change::DidChange;
pub use did_change_configuration::DidChangeConfiguration;
pub use did_change_watched_files::DidChangeWatchedFiles;
pub use did_change_workspace_folders::DidChangeWorkspaceFolders;
pub use did_close::DidClose;
pub use did_open::DidOpen;
pub use did_save::DidSave;
pub use execution::{DocumentRequest, EnvironmentRequest, StateChange, answer, answer_without_document, change};
pub use hover::Hover;
pub use initialize::Initialize;
pub use initialized::Initialized;
pub use lose_sync::{LoseSync, LostChange};
pub use shutdown::Shutdown;

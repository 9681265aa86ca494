//! The methods of the protocol, one file each.
//!
//! How a method is executed is a type, the trait that its handler implements (see [`execution`]):
//!
//! - [`StateChange`]: synchronous, in the order in which messages come. Changes the state of the session, starts tasks, and
//!   never waits or computes. Notifications, `initialize`, `shutdown`.
//! - [`DocumentRequest`]: a question about a document. Runs on a thread of its own, on a snapshot that was taken when the
//!   request came; it stops when the client takes the request back.
//! - [`WorkspaceRequest`]: a question about all drafts of the workspace. Runs on a thread of its own; stops likewise.
//! - [`EnvironmentRequest`]: a question about no open document: catalogue, library, settings. Runs on a thread of its own.
//!
//! # Adding a method
//!
//! 1. A file here, named as the method: a unit struct that implements one of the traits; its `mod` and `pub use` line below.
//!    What the answer says is made in [`crate::ide`], which knows no protocol; the handler calls it, and `convert` turns the
//!    result into the types of the protocol.
//! 2. One line in `transport/service.rs`, where tower-lsp calls it, and a row in `transport/lenient/table.rs`.
//! 3. Its capability in `capabilities.rs`: what the server offers, and what the client must be able to do.
//! 4. A test over the wire in `tests/wire`, named in `docs/FEATURES.md`.

mod code_action;
mod code_action_resolve;
mod code_lens;
mod completion;
mod completion_resolve;
mod declaration;
mod definition;
mod diagnostic;
mod did_change;
mod did_change_configuration;
mod did_change_watched_files;
mod did_change_workspace_folders;
mod did_close;
mod did_open;
mod did_save;
mod document_highlight;
mod document_link;
mod document_link_resolve;
mod document_symbol;
mod execute_command;
mod execution;
mod folding_range;
mod formatting;
mod hover;
mod implementation;
mod initialize;
mod initialized;
mod inlay_hint;
mod inlay_hint_resolve;
mod lose_sync;
mod on_type_formatting;
mod prepare_rename;
mod range_formatting;
mod references;
mod rename;
mod selection_range;
mod semantic_tokens_delta;
mod semantic_tokens_full;
mod semantic_tokens_range;
mod set_trace;
mod shutdown;
mod type_definition;
mod workspace_diagnostic;
mod workspace_symbol;

pub use code_action::{CodeAction, REWRITE, includes};
pub use code_action_resolve::{Chosen, CodeActionResolve};
pub use code_lens::CodeLens;
pub use completion::Completion;
pub use completion_resolve::CompletionResolve;
pub use declaration::Declaration;
pub use definition::Definition;
pub use diagnostic::Diagnostic;
pub use did_change::DidChange;
pub use did_change_configuration::DidChangeConfiguration;
pub use did_change_watched_files::DidChangeWatchedFiles;
pub use did_change_workspace_folders::DidChangeWorkspaceFolders;
pub use did_close::DidClose;
pub use did_open::DidOpen;
pub use did_save::DidSave;
pub use document_highlight::DocumentHighlight;
pub use document_link::DocumentLink;
pub use document_link_resolve::DocumentLinkResolve;
pub use document_symbol::DocumentSymbol;
pub use execute_command::ExecuteCommand;
pub use execution::{
    DocumentRequest, EnvironmentRequest, StateChange, WorkspaceContext, WorkspaceRequest, answer,
    answer_about_workspace, answer_without_document, change, request_failed,
};
pub use folding_range::FoldingRange;
pub use formatting::Formatting;
pub use hover::Hover;
pub use implementation::Implementation;
pub use initialize::Initialize;
pub use initialized::Initialized;
pub use inlay_hint::InlayHint;
pub use inlay_hint_resolve::InlayHintResolve;
pub use lose_sync::{LoseSync, LostChange};
pub use on_type_formatting::OnTypeFormatting;
pub use prepare_rename::PrepareRename;
pub use range_formatting::RangeFormatting;
pub use references::References;
pub use rename::Rename;
pub use selection_range::SelectionRange;
pub use semantic_tokens_delta::SemanticTokensDelta;
pub use semantic_tokens_full::SemanticTokensFull;
pub use semantic_tokens_range::SemanticTokensRange;
pub use set_trace::{SetTrace, SetTraceParams};
pub use shutdown::Shutdown;
pub use type_definition::TypeDefinition;
pub use workspace_diagnostic::WorkspaceDiagnostic;
pub use workspace_symbol::WorkspaceSymbol;

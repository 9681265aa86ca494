//! The language server: the protocol over stdio, by tower-lsp. No type of the protocol is known outside of this room, and
//! the framework itself only in [`transport`] and (its client and its errors) in a few lines elsewhere.
//!
//! The way of a message:
//!
//! - [`transport`]: frames in, frames out; tower-lsp between them; the end of the process.
//! - [`handlers`]: one file a method of the protocol. How a method is executed is a type there.
//! - [`session`]: the state that they change.
//! - [`documents`]: the open documents and their changes.
//! - [`snapshot`]: a document at one moment, with what has been read of it.
//! - [`analysis`]: when documents are read and checked.
//! - [`diagnostics`]: findings as the client gets them, made by [`diagnostic_maker`].
//! - [`work`], [`lanes`]: threads for work, and who waits for whom.
//!
//! What they use:
//!
//! - [`environment`]: catalogue, vocabulary and settings in force.
//! - [`configuration`]: settings of the editor and of `viendan.toml`; [`catalogue_files`]: the catalogue that they name.
//! - [`settings_files`]: `viendan.toml`: found, read and watched.
//! - [`resync`]: documents that are out of step with the client.
//! - [`library`]: the folders with texts of instruments: read, watched, read again.
//! - [`semantic_tokens`]: tokens as the protocol counts them.
//! - [`commands`]: the commands that an editor executes.
//! - [`workspace`]: the drafts of the workspace, open or not; [`places`], [`cards`]: what lies outside of a document.
//! - [`capabilities`]: what the client can do, and what it is offered.
//! - [`convert`]: between the project's types and the protocol's.
//! - [`trace`]: what a client is told of the work on its requests.
//! - [`logging`], [`panics`], [`test_hooks`]: what the server does with its own troubles.

mod analysis;
mod capabilities;
mod carded;
mod cards;
mod catalogue_files;
mod commands;
mod configuration;
mod convert;
mod diagnostic_maker;
mod diagnostics;
mod documents;
mod environment;
mod handlers;
mod lanes;
mod library;
mod logging;
mod messages;
mod panics;
mod places;
mod resync;
mod run;
mod semantic_tokens;
mod session;
mod settings_files;
mod snapshot;
mod test_hooks;
mod trace;
mod transport;
mod work;
mod workspace;
mod written;

pub use run::{run, serve};

//! Between the client's pipes and the handlers: tower-lsp, and what it needs around it.
//!
//! - [`serve`]: the whole of it, from the first frame to the last.
//! - [`input`]: what comes from the client, with what cannot be understood sorted out.
//! - [`lenient`]: what is repaired in it, so that nothing that a client sends oddly is lost without a word.
//! - [`service`]: the methods of the protocol as tower-lsp calls them, one line each.
//! - [`output`]: the one writer of stdout: frames of tower-lsp and of the outbox, one after the other.
//! - [`outbox`]: what the server sends of its own accord.
//! - [`client_process`]: the end of a client that does not say so.
//!
//! When tower-lsp is replaced, this room changes and the rest of the server does not, but for the requests to the client.

mod client_process;
mod input;
mod lenient;
mod outbox;
mod output;
mod serve;
mod service;

pub use client_process::watch_client;
pub use lenient::UNCOUNTED;
pub use outbox::Outbox;
pub use serve::serve;

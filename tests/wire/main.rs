//! The server over the wire: a client that sends and reads framed JSON-RPC, and fails on every byte and message that
//! should not be there.
//!
//! - [`client`]: that client.
//! - the rest: what it expects, one file a subject.

mod actions;
mod cancelling;
mod client;
mod configuration;
mod diagnostics;
mod display;
mod editors;
mod ending;
mod faults;
mod filtering;
mod filters;
mod handshake;
mod hostile;
mod imports;
mod lenient;
mod library;
mod liveness;
mod navigation;
mod nonsense;
mod pages;
mod panics;
mod questions;
mod rewriting;
mod structure;
mod synchronization;
mod typing;
mod workspace;

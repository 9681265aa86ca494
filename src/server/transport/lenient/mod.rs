//! In front of the typed protocol: what a client sends oddly is repaired, what cannot be repaired is left out, and what cannot
//! be left out is reported once with the name of its method. The types of the protocol are strict, and a message that they
//! refuse would otherwise vanish: the document that it is about would be silent, or the whole server.
//!
//! - [`message`]: one message, from its bytes to what is handed on.
//! - [`table`]: what is repaired, and how the parameters of each method are tried.
//! - [`repair`]: the walk over parameters that does it.
//! - [`address`]: addresses of documents that are no URIs by the letter; the client gets its own spelling back.
//!
//! An oddity of a client is a row of the table or a fault of the walk: nothing else in the server has to know of it.

mod address;
mod message;
mod repair;
mod table;

pub use address::Addresses;
pub use message::{LOST_CHANGE, Lenient, Outcome};
pub use table::UNCOUNTED;

//! What is known about instruments: identity, dates, validity, relations, provisions, summaries.
//!
//! - [`instrument`]: the record of one instrument and its validity on a day.
//! - [`record`]: the record as it is exchanged in JSON Lines and CSV.
//! - [`store`]: the SQLite file that holds the records; look-up by number, name and id.
//! - [`resolve`]: a citation held against the store.
//! - [`search`]: by words, by the beginning of a number, and what an unknown number may have meant.
//! - [`import`]: records from JSON Lines and CSV.
//! - [`harvest`]: facts learnt from citations, by votes; [`clean`]: names and titles as they are collected, made proper.
//! - [`builtin`]: the catalogue that comes with the program, and how it is made from facts.
//!
//! A number is not a key: an instrument is (type, number, issuer, date). Facts remember whether they are confirmed; a
//! fact that is not never makes an error. No catalogue is complete, and [`store::Coverage`] says how far this one goes.

pub mod builtin;
pub(crate) mod clean;
pub mod harvest;
pub mod import;
pub mod instrument;
mod localized;
pub mod record;
pub mod resolve;
pub mod search;
pub mod store;

pub use instrument::{Instrument, Provision, Relation, RelationKind, Status, Validity};
pub use resolve::{Context, Resolution};
pub use search::Hit;
pub use store::{Catalogue, Coverage, Error};

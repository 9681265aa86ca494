//! What is known about instruments: identity, dates, validity, relations, provisions, summaries.
//!
//! A module imports only from those above it here:
//!
//! - [`model`]: the record of one instrument, when two records mean one, and the form in which it is exchanged.
//! - [`store`]: the SQLite files that hold the records.
//! - [`outlines`]: articles and chapters of acts with their headings, unpacked on demand; [`headings`]: articles by subject;
//!   [`clauses`]: how many clauses articles have.
//! - [`import`]: records from JSON Lines and CSV into a file; [`builtin`]: the facts that come with the program.
//! - [`catalogue`]: several databases that are asked as one; look-up by number, name and id.
//! - [`query`]: a citation compared with the catalogue; search by words, by the beginning of a number, and what an unknown
//!   number may have meant.
//! - [`normalise`]: names, titles and numbers as they are collected, made proper.
//! - [`verify`]: whether records can be, by themselves and beside each other.
//! - [`harvest`]: facts learnt from citations, by votes.
//!
//! A number is not a key: an instrument is (type, number, issuer, date). Facts remember whether they are confirmed; a
//! fact that is not never makes an error. No catalogue is complete, and [`Coverage`] says how far this one goes.

pub mod builtin;
#[expect(clippy::module_inception, reason = "the façade of the room has its name")]
mod catalogue;
pub mod clauses;
pub mod harvest;
pub mod headings;
pub mod import;
mod localized;
pub mod model;
pub mod normalise;
pub mod outlines;
pub mod query;
pub mod store;
pub mod verify;

pub use builtin::companions;
pub use catalogue::{Catalogue, MemoKey, Named, Series};
pub use model::{
    Fact, FactSet, Instrument, InstrumentId, Provision, Relation, RelationKind, Status, UnitPath, Validity, record,
};
pub use query::{Context, Hit, Resolution};
pub use store::{Coverage, Error};

//! SQLite files of instruments.
//!
//! - [`source`]: one database and what it is asked; [`connect`]: connections to it; [`repair`]: what is done about a damaged
//!   one.
//! - [`write`]: adding instruments; [`index`], [`numbers`] and [`names`]: what they are found by.
//! - [`schema`]: the tables; [`row`]: their rows as instruments.
//! - [`coverage`]: how far a database knows the series of numbers; [`error`]: what can go wrong; [`cache`]: hot look-ups.

pub mod cache;
mod connect;
mod coverage;
mod error;
mod index;
mod names;
mod numbers;
mod repair;
mod row;
mod schema;
mod source;
mod write;

pub use connect::Access;
pub use coverage::{Coverage, SourceInfo};
pub use error::{Error, FormatError};
pub use repair::{Repaired, open_for_writing, quarantine};
pub use row::{COLUMNS, Candidate};
pub use schema::{VERSION, number_typed, series_of};
pub use source::{Source, Term, create_whole};
pub use write::{Added, Keys, Writer};

//! Instruments and the records they are exchanged as. Knows of no database.
//!
//! - [`instrument`]: one instrument and its validity on a day; [`fact`]: which of its facts are confirmed.
//! - [`unit_path`]: where a unit is in an instrument.
//! - [`record`]: the record as it is written in JSON Lines and CSV; [`record_error`]: what can be wrong with one.
//! - [`identity`]: when two records mean one instrument; [`merge`]: how they become one.

pub mod fact;
pub mod identity;
pub mod instrument;
pub mod merge;
pub mod record;
pub mod record_error;
pub mod unit_path;

pub use fact::{Fact, FactSet};
pub use identity::{Identity, same_instrument};
pub use instrument::{Instrument, InstrumentId, Provision, Relation, RelationKind, Status, Validity};
pub use merge::{Merge, merge, merge_unchecked};
pub use record::Record;
pub use record_error::RecordError;
pub use unit_path::UnitPath;

//! Facts learnt from citations: "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
//! and from the headers of texts.
//!
//! Every document has one vote on each fact of an instrument, however often it cites it, and copies of one instrument's
//! text are one document. The value with most votes is taken, and the votes are kept beside it with the doubt that they
//! leave. Facts that were learnt so rank below every other source.
//!
//! - [`citation_fact`]: what one citation says; [`ballot`]: the votes on one fact.
//! - [`candidate`]: the votes on one instrument; [`harvested`]: what comes of all of them, compared with a catalogue.

mod ballot;
mod candidate;
mod citation_fact;
mod harvested;

pub use ballot::Votes;
pub use citation_fact::CitationFact;
pub use harvested::{Comparison, Contradiction, Harvest, Harvested, Line};

/// What the record of a harvested instrument names as its source.
pub const SOURCE: &str = "trích dẫn trong văn bản khác";

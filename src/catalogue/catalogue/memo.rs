//! The questions of rules whose answers are kept.

use crate::law::AgencyId;
use time::Date;

/// A question about a citation that few instruments answer, with everything that the answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MemoKey {
    /// Instruments of a number like the cited one.
    SimilarNumbers {
        /// [`crate::cite::Number::key`]
        number: String,
        day: Option<Date>,
        /// The cited issuer.
        issuer: Option<AgencyId>,
        /// The words of the cited title.
        title: Vec<String>,
    },
    /// Instruments of a title, whatever their number.
    Title(Vec<String>),
    /// Instruments of a title of whose number the cited one ([`crate::cite::Number::key`]) is a slip.
    SlipAndTitle { number: String, title: Vec<String> },
    /// Laws that are called nearly so.
    Name(Vec<String>),
    /// Instruments of a type, day and title.
    DayAndTitle { kind: &'static str, day: Date, title: Vec<String> },
}

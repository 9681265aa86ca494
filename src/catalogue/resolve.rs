//! A citation held against the catalogue: which instrument is meant?
//!
//! Type word, year, date, issuer, title, the document's own issuer and its date weigh in ("a draft cannot cite what was
//! issued after it"). The answer is one instrument, several candidates, unknown, or outside what the catalogue covers.

use super::{Catalogue, Coverage, Instrument};
use crate::cite::{NameRef, NumberRef};
use std::sync::Arc;
use time::Date;

/// What is known of the document that cites.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The document's own date, or the day on which validity is judged.
    pub date: Option<Date>,
    /// The document's own issuer, for local numbers ("05/2022/QĐ-UBND" in a draft of the same province).
    pub issuer: Option<String>,
}

#[derive(Debug, Clone)]
pub enum Resolution {
    /// One instrument. It may still contradict what the text says of its date, type or title.
    Known(Arc<Instrument>),
    /// Several fit equally well, most plausible first.
    Ambiguous(Vec<Arc<Instrument>>),
    /// None of that number, in a series that is covered as told.
    Unknown(Coverage),
    /// The catalogue does not cover such instruments (letters, local acts, old forms).
    Uncovered,
}

impl Resolution {
    pub fn known(&self) -> Option<&Arc<Instrument>> {
        if let Self::Known(i) = self { Some(i) } else { None }
    }
}

impl Catalogue {
    /// Resolves a reference by number. Year, date, issuer and title that the text gives decide between instruments of the
    /// same number; a date or year that fits none of them does not make the number unknown where only one bears it.
    pub fn resolve_number(&self, reference: &NumberRef, title: Option<&str>, context: &Context) -> Resolution {
        let _ = (reference, title, context);
        Resolution::Uncovered
    }

    /// Resolves a reference by name: the act of that name and year, else the one in force on the document's date, else
    /// the latest.
    pub fn resolve_name(&self, reference: &NameRef, context: &Context) -> Resolution {
        let _ = (reference, context);
        Resolution::Uncovered
    }
}

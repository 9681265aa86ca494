//! `viendan catalogue export`: every record as one line of JSON.

use super::super::failure::Failure;
use crate::catalogue::Catalogue;
use std::io::Write;

/// `catalogue export`. Returns `true`: there is always something.
pub fn export(out: &mut impl Write, catalogue: &Catalogue) -> Result<bool, Failure> {
    catalogue.export(|record| {
        serde_json::to_writer(&mut *out, &record)?;
        Ok::<_, Failure>(writeln!(out)?)
    })?;
    Ok(true)
}

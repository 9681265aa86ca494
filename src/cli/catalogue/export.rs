//! `viendan catalogue export`: every record as one line of JSON.

use super::super::failure::Failure;
use crate::catalogue::Catalogue;
use crate::catalogue::record::Record;
use std::io::Write;
use time::Date;

/// `catalogue export`, with the status on a day. Returns `true`: there is always something.
pub fn export(out: &mut impl Write, catalogue: &Catalogue, on: Date) -> Result<bool, Failure> {
    catalogue.export(|instrument| {
        let record = Record::on(instrument, on);
        serde_json::to_writer(&mut *out, &record)?;
        Ok::<_, Failure>(writeln!(out)?)
    })?;
    Ok(true)
}

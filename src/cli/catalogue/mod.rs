//! `viendan catalogue …`: search, show, info, verify, import, add, harvest, export.
//!
//! Every function writes to what it is given; the caller chooses standard output and whether colours pass.

mod add;
mod export;
pub mod harvest;
mod import;
mod info;
mod preview;
mod search;
mod show;
mod verify;

pub use add::add;
pub use export::export;
pub use import::import;
pub use info::info;
pub use preview::preview;
pub use search::search;
pub use show::show;
pub use verify::verify;

use super::context::Console;
use super::failure::Failure;
use super::style::{BAD, FAINT, STRONG, styled};
use crate::catalogue::record::Record;
use crate::catalogue::{Instrument, Status};
use std::io::Write;

/// One instrument as a record on one line.
fn record_line(out: &mut impl Write, instrument: &Instrument) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, &Record::from(instrument))?;
    Ok(writeln!(out)?)
}

/// One instrument on one line, for people.
fn line(out: &mut impl Write, console: &Console, i: &Instrument) -> Result<(), Failure> {
    let when = i.issued.map(|day| console.localizer.date(day)).or(i.year.map(|y| y.to_string())).unwrap_or_default();
    let title = i.title.as_deref().filter(|t| !i.label().starts_with(*t)).unwrap_or_default();
    let expired = i.status == Some(Status::Expired);
    let mark = if expired { styled(BAD, format!(" {}", console.text("ide-expired", &[]))) } else { String::new() };
    writeln!(out, "  {} {title} {}{mark}", styled(STRONG, i.label()), styled(FAINT, when))?;
    Ok(())
}

#[cfg(test)]
mod tests;

//! `viendan catalogue verify`: whether the records can be.

use super::super::context::{CliContext, Console};
use super::super::failure::Failure;
use super::super::style::{BAD, FAINT, GOOD, STRONG, styled};
use crate::catalogue::Instrument;
use crate::catalogue::verify::{Check, Fault, exceptions, verify as faults_of};
use std::convert::Infallible;
use std::io::Write;

/// How many faults of one kind are shown to people.
const SHOWN: usize = 20;

/// `catalogue verify`: the faults of everything that the catalogues know together, but for those that were explained. Returns
/// whether there is none.
pub fn verify(out: &mut impl Write, context: &CliContext, json: bool) -> Result<bool, Failure> {
    let mut records: Vec<Instrument> = Vec::new();
    let Ok(()) = context.catalogue.export(|instrument| {
        records.push(instrument.clone());
        Ok::<(), Infallible>(())
    });
    let exceptions = exceptions();
    let mut faults = faults_of(&records);
    let all = faults.len();
    faults.retain(|fault| !exceptions.iter().any(|e| e.explains(fault)));
    let explained = all - faults.len();
    let is_sound = !faults.iter().any(|fault| fault.check.is_fault());
    if json {
        for fault in &faults {
            serde_json::to_writer(&mut *out, fault)?;
            writeln!(out)?;
        }
        return Ok(is_sound);
    }
    for &check in Check::ALL {
        let of: Vec<&Fault> = faults.iter().filter(|f| f.check == check).collect();
        if !of.is_empty() {
            write_check(out, &context.console, check, &of)?;
        }
    }
    let words = context.console.localizer;
    let counts = [("records", records.len().into()), ("faults", faults.len().into()), ("explained", explained.into())];
    let line = words.format("cli-verify-counts", &counts);
    writeln!(out, "{}", styled(if is_sound { GOOD } else { BAD }, line))?;
    Ok(is_sound)
}

fn write_check(out: &mut impl Write, console: &Console, check: Check, faults: &[&Fault]) -> Result<(), Failure> {
    let words = console.localizer;
    let head = words.text(&format!("cli-verify-{}", check.as_str()), &[]);
    let doubt = if check.is_fault() { String::new() } else { format!(" ({})", words.text("cli-verify-notice", &[])) };
    writeln!(out, "{}{doubt}: {}", styled(STRONG, head), faults.len())?;
    for fault in faults.iter().take(SHOWN) {
        let target = fault.target.as_deref().map(|t| format!(" → {t}")).unwrap_or_default();
        writeln!(out, "  {} {}{target} {}", fault.kind, fault.number, styled(FAINT, &fault.found))?;
    }
    if faults.len() > SHOWN {
        writeln!(out, "  … {}", words.format("cli-import-more", &[("count", (faults.len() - SHOWN).into())]))?;
    }
    Ok(())
}

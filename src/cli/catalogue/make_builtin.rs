//! `viendan catalogue make-builtin`: the files of the built-in catalogue, for those who work on the program.

use super::super::context::{Console, print_error};
use super::super::failure::Failure;
use super::super::style::{STRONG, styled};
use super::harvest;
use crate::catalogue::builtin::make;
use crate::i18n::date::{today, write_iso};
use crate::lexicon::Vocabulary;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// `catalogue make-builtin --facts DIR --out DIR`: the files of the built-in catalogue from collected data. For those who
/// work on the program.
pub fn make_builtin(out: &mut impl Write, console: &Console, facts: &Path, target: &Path) -> Result<bool, Failure> {
    let documents = harvest::sources(facts)?;
    // Without the names that the catalogue knows: what is made must not depend on what was made before.
    let (harvest, errors) = harvest::learn(&documents, console.localizer, &Arc::new(Vocabulary::new([])));
    errors.iter().for_each(print_error);
    let report = make::make(facts, &harvest.learned(), target)?;
    let mut table = |title: &str, rows: &std::collections::BTreeMap<&'static str, usize>| -> io::Result<()> {
        writeln!(out, "{}", styled(STRONG, title))?;
        rows.iter().try_for_each(|(name, count)| writeln!(out, "  {count:>8} {name}"))
    };
    table("Written", &report.files)?;
    table("Left out", &report.dropped)?;
    table("Counts", &report.counts)?;
    let total: usize = report.files.values().sum();
    writeln!(out, "{total} instruments, {}", write_iso(today()))?;
    Ok(true)
}

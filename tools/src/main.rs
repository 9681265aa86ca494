//! `viendan-tools`: what those who work on the program use, and nobody else.
//!
//! - [`catalogue`]: the fact files of the built-in catalogue from collected data.
//! - [`manual`]: manual pages and the completions of shells, for release archives.
//! - [`usage`]: how often documents cite acts and name agencies.

mod catalogue;
mod manual;
mod usage;

use clap::Parser;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use viendan::cli::catalogue::harvest;
use viendan::i18n::{Language, Localizer};
use viendan::lexicon::Vocabulary;

#[derive(Debug, Parser)]
#[command(about = "Tools for those who work on viendan")]
enum Command {
    /// Make the fact files of the built-in catalogue from collected data
    #[command(visible_alias = "make-builtin")]
    MakeCatalogue {
        /// The folder that holds `data` and `domain`
        #[arg(long)]
        facts: PathBuf,
        /// Where the files are written; the repository has them in `data/catalogue`
        #[arg(long)]
        out: PathBuf,
    },
    /// Count the clauses of articles in collected texts, for the instruments of the fact files
    CountClauses {
        /// The folder that holds `data`
        #[arg(long)]
        facts: PathBuf,
        /// Where the fact files are and the counts are written: `data/catalogue`
        #[arg(long)]
        out: PathBuf,
    },
    /// Add outlines that were read in single texts to those of the fact files
    AddOutlines {
        /// A line an instrument: `number`, `chapters` ("I. …"), `articles` by label, `null` where one has no heading
        #[arg(long)]
        from: PathBuf,
        /// Where the fact files are: `data/catalogue`
        #[arg(long)]
        out: PathBuf,
    },
    /// Write the manual pages and the completions of shells
    Manual {
        /// The folder that they are written into: `man` and `completions`
        #[arg(long)]
        out: PathBuf,
    },
    /// Count in collected documents how often acts are cited and agencies named
    CountUsage {
        /// The folder that holds `data`
        #[arg(long)]
        facts: PathBuf,
        /// The `data` folder of the repository
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::MakeCatalogue { facts, out } => make_catalogue(&facts, &out),
        Command::CountClauses { facts, out } => {
            catalogue::count_clauses(&facts, &out).map(|r| print(&r)).map_err(Into::into)
        }
        Command::AddOutlines { from, out } => {
            catalogue::add_outlines(&from, &out).map(|r| print(&r)).map_err(Into::into)
        }
        Command::Manual { out } => manual::write(&out).map_err(Into::into),
        Command::CountUsage { facts, out } => usage::count(&facts, &out),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("viendan-tools: {error}");
            ExitCode::from(2)
        }
    }
}

fn make_catalogue(facts: &Path, out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let documents = harvest::sources(facts)?;
    // Without the names that the catalogue knows: what is made must not depend on what was made before.
    let (harvest, errors) =
        harvest::learn(&documents, Localizer::of(Language::English), &Arc::new(Vocabulary::new([])));
    errors.iter().for_each(|error| eprintln!("viendan-tools: {error}"));
    let report = catalogue::make(facts, &harvest.learned(), out)?;
    print(&report);
    Ok(())
}

fn print(report: &catalogue::Report) {
    table("Written", &report.files);
    table("Left out", &report.dropped);
    table("Counts", &report.counts);
}

fn table(title: &str, rows: &BTreeMap<&'static str, usize>) {
    println!("{title}");
    for (name, count) in rows {
        println!("  {count:>8} {name}");
    }
}

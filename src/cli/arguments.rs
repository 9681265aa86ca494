//! What can be asked for on the command line. The help stays English, as that of most programs.

use super::report;
use crate::i18n::{Language, date};
use crate::settings::Severity;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use time::Date;

/// Kiểm tra viện dẫn văn bản pháp luật Việt Nam / checks references to Vietnamese legal instruments.
#[derive(Debug, Parser)]
#[command(name = "viendan", version, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// The command line as a value: manual pages and the completions of shells are made of it.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// Language of messages
    #[arg(long, global = true, value_enum)]
    lang: Option<LanguageArgument>,
    /// Day on which validity is judged (YYYY-MM-DD); default: the document's own date, else today
    #[arg(long, global = true, value_parser = parse_date)]
    pub as_of: Option<Date>,
    /// Further catalogue (JSONL, CSV or .db); may be given more than once
    #[arg(long = "catalogue", global = true, value_name = "FILE")]
    pub catalogues: Vec<PathBuf>,
    /// Settings; default: viendan.toml in this folder or above it
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Say nothing but findings
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

impl Common {
    /// The language that was asked for.
    pub fn language(&self) -> Option<Language> {
        self.lang.map(|lang| match lang {
            LanguageArgument::Vi => Language::Vietnamese,
            LanguageArgument::En => Language::English,
        })
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LanguageArgument {
    Vi,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// The language server, on standard input and output
    Lsp {
        /// Ignored: the server speaks on standard input and output anyway
        #[arg(long, hide = true)]
        stdio: bool,
        /// Ignored: `initialize` says which process to watch
        #[arg(long = "clientProcessId", alias = "client-process-id", hide = true, value_name = "N")]
        client_process_id: Option<String>,
    },
    /// Findings in documents
    Check {
        /// Files or folders; `-` reads standard input
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[arg(long, value_enum, default_value_t = report::Format::Human)]
        format: report::Format,
        /// Findings below this severity are not shown
        #[arg(long, value_enum, default_value_t = SeverityArgument::Hint)]
        min_severity: SeverityArgument,
        /// Findings at or above this severity make the exit status 1
        #[arg(long, value_enum, default_value_t = SeverityArgument::Warning)]
        fail_on: SeverityArgument,
    },
    /// Apply the safe fixes
    Fix {
        /// Files or folders; `-` reads standard input and writes standard output
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Write the files
        #[arg(long, conflicts_with = "diff")]
        write: bool,
        /// Show what would change (the default)
        #[arg(long)]
        diff: bool,
    },
    /// Every mention that the recogniser sees, one JSON object a line
    Extract {
        /// Files; `-` reads standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Count instead of listing: mentions by kind, strings like numbers left unmarked, references that the catalogue
        /// resolves; also of folders and of JSON Lines with a field `text` (.jsonl, .jsonl.gz)
        #[arg(long)]
        stats: bool,
    },
    /// The instruments that documents cite, each once, with count, status and places
    Citations {
        /// Files; `-` reads standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_enum, default_value_t = CitationsFormat::Markdown)]
        format: CitationsFormat,
    },
    /// The rules, or one of them with meaning, legal source and examples
    Rules {
        code: Option<String>,
        /// Write a Markdown page for every rule into this folder
        #[arg(long, value_name = "DIR", conflicts_with = "code")]
        pages: Option<PathBuf>,
    },
    /// What is known about instruments
    #[command(subcommand)]
    Catalogue(CatalogueCommand),
}

#[derive(Debug, Subcommand)]
pub enum CatalogueCommand {
    /// By number or words of the title, with or without diacritics
    Search {
        #[arg(required = true)]
        words: Vec<String>,
        #[arg(long, default_value_t = 20)]
        limit: usize,
        /// One record a line
        #[arg(long)]
        json: bool,
    },
    /// Everything about one instrument
    Show {
        #[arg(required = true)]
        number: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    /// What the catalogue holds, and how far it covers the series of numbers
    Info {
        #[arg(long)]
        json: bool,
    },
    /// What cannot be in the records: dates, numbers, relations, titles; exit status 1 if there is anything
    Verify {
        /// One fault a line
        #[arg(long)]
        json: bool,
    },
    /// Take records over into your own catalogue: JSON Lines, JSON or CSV (also gzip and Zstandard), Parquet, SQLite; the
    /// columns of the public data sets of Vietnamese law are understood
    Import {
        /// Files, or folders of such files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Write nothing: say which columns are understood, what would be left out and why, and show ten rows
        #[arg(long)]
        dry_run: bool,
    },
    /// Read folders with texts of instruments, now and from now on: their words, structure and relations
    Add {
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// Learn facts from the citations in documents: text, Markdown, HTML …, and rows of JSON Lines with a field `text`
    /// (.jsonl, also .gz and .zst; the field `number` tells copies of one instrument)
    ///
    /// Each document has one vote on number, date, issuer and title of what it cites. What is learnt ranks below
    /// everything else that is known, and takes the place of what was harvested before.
    Harvest {
        /// Files or folders
        #[arg(required = true)]
        dirs: Vec<PathBuf>,
        /// Write records with votes and doubt to this file of JSON Lines, instead of keeping them
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Every record as one line of JSON
    Export,
}

/// How the list of cited instruments is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CitationsFormat {
    /// A table
    Markdown,
    /// One instrument a line
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SeverityArgument {
    Hint,
    Information,
    Warning,
    Error,
}

impl From<SeverityArgument> for Severity {
    fn from(argument: SeverityArgument) -> Self {
        match argument {
            SeverityArgument::Hint => Self::Hint,
            SeverityArgument::Information => Self::Information,
            SeverityArgument::Warning => Self::Warning,
            SeverityArgument::Error => Self::Error,
        }
    }
}

fn parse_date(text: &str) -> Result<Date, &'static str> {
    date::parse_iso(text).ok_or("a day is written as YYYY-MM-DD")
}

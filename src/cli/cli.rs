//! Arguments and the way from them to a command.
//!
//! Exit status: 0 nothing to say, 1 something found, 2 usage or a file that could not be read.

use super::{catalogue, check, extract, fix, harvest, input, lsp, pile, report, rules, statistics};
use crate::catalogue::Catalogue;
use crate::check::Severity;
use crate::check::settings::{AsOf, Language, Settings};
use crate::document::Document;
use crate::files;
use crate::lexicon::Vocabulary;
use crate::library;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use time::Date;
use time::macros::format_description;

/// Kiểm tra viện dẫn văn bản pháp luật Việt Nam / checks references to Vietnamese legal instruments.
#[derive(Debug, Parser)]
#[command(name = "viendan", version, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Common {
    /// Language of messages
    #[arg(long, global = true, value_enum)]
    lang: Option<LanguageArgument>,
    /// Day on which validity is judged (YYYY-MM-DD); default: the document's own date, else today
    #[arg(long, global = true, value_parser = parse_date)]
    as_of: Option<Date>,
    /// Further catalogue (JSONL, CSV or .db); may be given more than once
    #[arg(long = "catalogue", global = true, value_name = "FILE")]
    catalogues: Vec<PathBuf>,
    /// Settings; default: viendan.toml in this folder or above it
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Say nothing but findings
    #[arg(long, short, global = true)]
    quiet: bool,
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LanguageArgument {
    Vi,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The language server, on standard input and output
    Lsp,
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
enum CatalogueCommand {
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
    /// Take records over into your own catalogue (JSON Lines or CSV, also gzip and Zstandard)
    Import {
        /// Files, or folders of such files
        #[arg(required = true)]
        files: Vec<PathBuf>,
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SeverityArgument {
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

fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text, format_description!("[year]-[month]-[day]")).map_err(|_| "cần dạng YYYY-MM-DD".to_owned())
}

/// What a command needs: settings, catalogue, vocabulary.
pub struct Tools {
    pub settings: Settings,
    pub catalogue: Catalogue,
    pub vocabulary: Arc<Vocabulary>,
    pub quiet: bool,
    /// The folder that the globs of `ignore` are read from: that of the settings' file, else the current one.
    pub folder: PathBuf,
}

impl Tools {
    /// Whether the settings leave a file alone.
    pub fn leaves_alone(&self, path: &Path) -> bool {
        std::path::absolute(path).is_ok_and(|path| self.settings.leaves_alone(&path, &self.folder))
    }
}

/// Runs the program and gives its exit status.
pub fn run() -> i32 {
    let arguments = Arguments::parse();
    match arguments.common.color {
        Colour::Auto => {}
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
    let result = execute(arguments);
    result.unwrap_or_else(|error| {
        // A reader that has seen enough (`| head`) is no failure.
        if error.kind() == io::ErrorKind::BrokenPipe {
            return 0;
        }
        complain(&error);
        2
    })
}

fn execute(arguments: Arguments) -> io::Result<i32> {
    let Arguments { common, command } = arguments;
    let mut out = BufWriter::new(anstream::AutoStream::auto(io::stdout()));
    let status = match command {
        Command::Lsp => return Ok(lsp::run()),
        Command::Rules { pages: Some(folder), .. } => rules::pages(&folder, language(&common), &mut out)?,
        Command::Rules { code, pages: None } => rules::rules(code.as_deref(), language(&common), &mut out)?,
        Command::Check { paths, format, min_severity, fail_on } => {
            let Some(tools) = tools(common) else { return Ok(2) };
            let options = check::Options { format, min_severity: min_severity.into(), fail_on: fail_on.into() };
            check::check(&paths, &options, &tools, &mut out)?
        }
        Command::Fix { paths, write, diff: _ } => {
            let Some(tools) = tools(common) else { return Ok(2) };
            fix::fix(&paths, write, &tools, &mut out)?
        }
        Command::Extract { files, stats } => {
            let Some(tools) = tools(common) else { return Ok(2) };
            extract_files(&files, stats, &tools, &mut out)?
        }
        Command::Catalogue(command) => run_catalogue(command, common, &mut out),
    };
    out.flush()?;
    Ok(status)
}

fn extract_files(files: &[PathBuf], stats: bool, tools: &Tools, out: &mut impl Write) -> io::Result<i32> {
    if stats {
        let mut all = statistics::Statistics::default();
        let count = |piece: &pile::Piece| {
            let document = Document::read(&piece.text, piece.format, &tools.vocabulary);
            statistics::Statistics::of(&piece.text, &document, &tools.catalogue)
        };
        let errors = pile::each(files, count, |_, one| all.add(one));
        errors.iter().for_each(complain);
        all.write(out)?;
        return Ok(if errors.is_empty() { 0 } else { 2 });
    }
    let mut status = 0;
    for path in files {
        match input::read(path) {
            Ok(content) => {
                let document = Document::read(&content.text, files::format_of(path), &tools.vocabulary);
                extract::extract(&path.display().to_string(), &content, &document, &tools.catalogue, out)?;
            }
            Err(error) => {
                complain(&error);
                status = 2;
            }
        }
    }
    Ok(status)
}

fn run_catalogue(command: CatalogueCommand, common: Common, out: &mut impl Write) -> i32 {
    let today = time::OffsetDateTime::now_local().unwrap_or_else(|_| time::OffsetDateTime::now_utc()).date();
    let as_of = common.as_of.unwrap_or(today);
    let result = match command {
        CatalogueCommand::Import { files } => match Catalogue::user_store() {
            Some(store) => {
                let bar = progress_bar(&files, common.quiet);
                let result = catalogue::import(out, &store, &files, |bytes| bar.inc(bytes));
                bar.finish_and_clear();
                match result {
                    Ok(0) => Ok(true),
                    Ok(1) => Ok(false),
                    Ok(status) => return status,
                    Err(error) => Err(error),
                }
            }
            None => {
                complain(&"không tìm thấy thư mục dữ liệu của người dùng / no data folder of the user");
                return 2;
            }
        },
        CatalogueCommand::Add { folders } => match tools(common) {
            Some(tools) => catalogue::add(out, &tools, &folders),
            None => return 2,
        },
        CatalogueCommand::Search { words, limit, json } => match tools(common) {
            Some(tools) => catalogue::search(out, &tools.catalogue, &words.join(" "), limit, json),
            None => return 2,
        },
        CatalogueCommand::Show { number, json } => match tools(common) {
            Some(tools) => catalogue::show(out, &tools.catalogue, &number.join(" "), as_of, json),
            None => return 2,
        },
        CatalogueCommand::Info { json } => match tools(common) {
            Some(tools) => catalogue::info(out, &tools.catalogue, json).map(|()| true),
            None => return 2,
        },
        CatalogueCommand::Harvest { dirs, out: target } => match tools(common) {
            Some(tools) => {
                harvest::run(out, &dirs, target.as_deref(), &tools.catalogue.without_harvest(), &tools.vocabulary)
            }
            None => return 2,
        },
        CatalogueCommand::Export => match tools(common) {
            Some(tools) => catalogue::export(out, &tools.catalogue).map(|()| true),
            None => return 2,
        },
    };
    match result {
        Ok(found) => i32::from(!found),
        Err(catalogue::Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            complain(&error);
            2
        }
    }
}

/// How far the reading of files has come, on standard error if that is a terminal.
fn progress_bar(paths: &[PathBuf], quiet: bool) -> indicatif::ProgressBar {
    use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
    let files = crate::catalogue::import::files(paths).0;
    let size = files.iter().filter_map(|f| std::fs::metadata(f).ok()).map(|m| m.len()).sum();
    // It hides itself where standard error is no terminal.
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
    let bar = ProgressBar::with_draw_target(Some(size), target);
    if let Ok(style) = style { bar.with_style(style) } else { bar }
}

fn language(common: &Common) -> Language {
    match common.lang {
        Some(LanguageArgument::En) => Language::English,
        _ => Language::Vietnamese,
    }
}

/// Settings from the file and the arguments, the catalogues, and the vocabulary. `None` when the settings' file that was
/// named cannot be read; one that was only found is told and passed over.
fn tools(common: Common) -> Option<Tools> {
    let mut settings = Settings::default();
    let mut base = std::env::current_dir().unwrap_or_default();
    let file = common.config.clone().or_else(|| find_config(&std::env::current_dir().ok()?));
    if let Some(path) = file {
        let read =
            std::fs::read_to_string(&path).map_err(|e| e.to_string()).and_then(|text| Settings::from_toml(&text));
        match read {
            Ok((from_file, problems)) => {
                settings = from_file;
                let folder = path.parent().unwrap_or(Path::new("."));
                base = std::path::absolute(folder).unwrap_or(base);
                for path in settings.catalogues.iter_mut().chain(&mut settings.library) {
                    *path = folder.join(&*path);
                }
                for problem in problems {
                    complain(&format!("{}:{problem}", path.display()));
                }
            }
            Err(error) => {
                complain(&format!("{}:{error}", path.display()));
                if common.config.is_some() {
                    return None;
                }
            }
        }
    }
    if common.lang.is_some() {
        settings.language = language(&common);
    }
    if let Some(day) = common.as_of {
        settings.as_of = AsOf::Day(day);
    }
    settings.catalogues.extend(common.catalogues);
    let (catalogue, errors) = Catalogue::open(&settings.catalogues);
    for error in errors {
        complain(&error);
    }
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    settings.library.extend(library::folder::added());
    let mut tools = Tools { settings, catalogue, vocabulary, quiet: common.quiet, folder: base };
    if !tools.settings.library.is_empty() {
        match library::open(&tools.settings.library, &tools.catalogue, &tools.vocabulary) {
            Ok((catalogue, library, report)) => {
                report.unwalkable.iter().for_each(complain);
                if let refused @ 1.. = library.refused().count() {
                    tracing::info!("{refused} files of the library were refused");
                }
                tools.vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
                tools.catalogue = catalogue;
            }
            Err(error) => complain(&error),
        }
    }
    Some(tools)
}

/// `viendan.toml` in a folder or the nearest above it.
fn find_config(from: &Path) -> Option<PathBuf> {
    from.ancestors().map(|folder| folder.join("viendan.toml")).find(|file| file.is_file())
}

/// One line on standard error: place and cause.
pub(super) fn complain(what: &impl std::fmt::Display) {
    let _ = writeln!(anstream::stderr(), "viendan: {what}");
}

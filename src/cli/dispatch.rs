//! From the arguments to a command.
//!
//! Exit status: 0 nothing to say, 1 something found, 2 usage or a file that could not be read.

use super::arguments::{Arguments, CatalogueCommand, Colour, Command, Common};
use super::context::{CliContext, Console, print_error};
use super::failure::Failure;
use super::{catalogue, check, citations, extract, fix, lsp, rules, statistics};
use crate::files::fail_past_size_limit;
use crate::i18n::{Localized, today};
use clap::Parser;
use std::io::{self, BufWriter, Write};

/// The exit status when the file of settings that was named can't be used.
const UNUSABLE: i32 = 2;

/// Runs the program and gives its exit status.
pub fn run() -> i32 {
    let Arguments { common, command } = Arguments::parse();
    fail_past_size_limit();
    match common.color {
        Colour::Auto => {}
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
    if matches!(command, Command::Lsp { .. }) {
        return lsp::run();
    }
    let Some(console) = Console::new(&common) else { return UNUSABLE };
    let localizer = console.localizer;
    let mut out = BufWriter::new(anstream::AutoStream::auto(io::stdout()));
    let result = execute(command, &common, console, &mut out).and_then(|status| Ok(out.flush().map(|()| status)?));
    result.unwrap_or_else(|failure| {
        if failure.is_end_of_reader() {
            return 0;
        }
        print_error(&failure.localized(localizer));
        2
    })
}

fn execute(command: Command, common: &Common, console: Console, out: &mut impl Write) -> Result<i32, Failure> {
    match command {
        Command::Lsp { .. } => Ok(lsp::run()),
        Command::Rules { pages: Some(folder), .. } => rules::pages(&folder, &console, out),
        Command::Rules { code, pages: None } => rules::rules(code.as_deref(), &console, out),
        Command::Check { paths, format, min_severity, fail_on } => {
            let options = check::Options { format, min_severity: min_severity.into(), fail_on: fail_on.into() };
            check::check(&paths, &options, &CliContext::open(console), out)
        }
        Command::Fix { paths, write, diff: _ } => fix::fix(&paths, write, &CliContext::open(console), out),
        Command::Extract { files, stats: true } => statistics::count(&files, &CliContext::open(console), out),
        Command::Extract { files, stats: false } => {
            // Rows of JSON have no marks of a terminal, and are many.
            extract::list(&files, &CliContext::open(console), &mut io::stdout())
        }
        Command::Citations { files, format } => citations::list(&files, format, &CliContext::open(console), out),
        Command::Catalogue(command) => execute_catalogue(command, common, console, out),
    }
}

fn execute_catalogue(
    command: CatalogueCommand,
    common: &Common,
    console: Console,
    out: &mut impl Write,
) -> Result<i32, Failure> {
    let on = common.as_of.unwrap_or_else(today);
    let found = match command {
        CatalogueCommand::Import { files, dry_run: false } => return catalogue::import(out, &console, &files),
        CatalogueCommand::Import { files, dry_run: true } => return catalogue::preview(out, &console, &files),
        CatalogueCommand::Add { folders } => catalogue::add(out, &CliContext::open(console), &folders)?,
        CatalogueCommand::Search { words, limit, json } => {
            catalogue::search(out, &CliContext::open(console), &words.join(" "), limit, json)?
        }
        CatalogueCommand::Show { number, json } => {
            catalogue::show(out, &CliContext::open(console), &number.join(" "), on, json)?
        }
        CatalogueCommand::Info { json } => catalogue::info(out, &CliContext::open(console), json)?,
        CatalogueCommand::Verify { json } => catalogue::verify(out, &CliContext::open(console), json)?,
        CatalogueCommand::Harvest { dirs, out: target } => {
            catalogue::harvest::harvest(out, &CliContext::open(console), &dirs, target.as_deref())?
        }
        CatalogueCommand::Export => catalogue::export(out, &CliContext::open(console).catalogue, on)?,
    };
    Ok(i32::from(!found))
}

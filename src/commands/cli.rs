//! Arguments and the way from them to a command.

use super::{extract, input, lsp};
use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::terms::Vocabulary;
use clap::{Parser, Subcommand};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// Kiểm tra viện dẫn văn bản pháp luật Việt Nam / checks references to Vietnamese legal instruments.
#[derive(Debug, Parser)]
#[command(name = "viendan", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The language server, on standard input and output
    Lsp,
    /// Every mention that the recogniser sees, one JSON object a line
    Extract {
        /// Files; `-` reads standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

/// Runs the program and gives its exit status.
pub fn run() -> i32 {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Lsp => lsp::run(),
        Command::Extract { files } => {
            let catalogue = open_catalogue();
            let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
            let mut out = BufWriter::new(std::io::stdout().lock());
            let mut status = 0;
            for path in files {
                match input::read_text(&path) {
                    Ok(text) => {
                        let document = Document::read(&text, input::format_of(&path), &vocabulary);
                        if extract::extract(&path.display().to_string(), &text, &document, &catalogue, &mut out)
                            .is_err()
                        {
                            return 0;
                        }
                    }
                    Err(error) => {
                        let _ = writeln!(std::io::stderr(), "viendan: {error}");
                        status = 2;
                    }
                }
            }
            let _ = out.flush();
            status
        }
    }
}

/// The built-in catalogue; without it (which is said) everything that needs no facts still works.
fn open_catalogue() -> Catalogue {
    Catalogue::builtin().unwrap_or_else(|error| {
        let _ = writeln!(std::io::stderr(), "viendan: {error}");
        Catalogue::empty()
    })
}

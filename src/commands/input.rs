//! Documents that the command line reads: files and standard input.

use crate::document::Format;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    #[error("{}: {cause}", path.display())]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("{}: không phải UTF-8 (có vẻ là {guess}); hãy chuyển sang UTF-8 / not UTF-8 (looks like {guess})", path.display())]
    Encoding { path: PathBuf, guess: &'static str },
}

/// The text of a file, `-` for standard input. A byte order mark is left out.
///
/// # Errors
/// When the file cannot be read or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, InputError> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    }
    .map_err(|cause| InputError::Io { path: path.to_owned(), cause })?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(e) => Err(InputError::Encoding { path: path.to_owned(), guess: guess_encoding(e.as_bytes()) }),
    }
}

/// The format that a file's name shows.
pub fn format_of(path: &Path) -> Format {
    match path.extension().and_then(|e| e.to_str()).map(str::to_lowercase).as_deref() {
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm") => Format::Html,
        Some("tex" | "latex") => Format::Latex,
        Some("typ") => Format::Typst,
        Some("adoc" | "asciidoc") => Format::AsciiDoc,
        _ => Format::Plain,
    }
}

/// What the bytes of a text that is not UTF-8 most likely are.
fn guess_encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] => return "UTF-16 LE",
        [0xFE, 0xFF, ..] => return "UTF-16 BE",
        [b'P', b'K', 3, 4, ..] => return "ZIP (.docx?)",
        [b'%', b'P', b'D', b'F', ..] => return "PDF",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return "Word 97–2003 (.doc)",
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(4096)];
    if sample.iter().filter(|b| **b == 0).count() * 4 > sample.len() {
        return "UTF-16";
    }
    // TCVN3 writes ® for đ and § for Đ; windows-1258 writes đ as 0xF0 and Đ as 0xD0.
    let count = |byte: u8| sample.iter().filter(|b| **b == byte).count();
    if count(0xAE) > count(0xF0) { "TCVN3 (ABC)" } else { "Windows-1258" }
}

/// The documents among files and folders: files as they are given, of folders all files with a known extension, in order,
/// without what ignore files name; and what could not be walked.
pub fn documents(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<String>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        // Links are not followed, so a circle of links is no trap.
        for entry in ignore::WalkBuilder::new(path).sort_by_file_path(Ord::cmp).build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && is_document(entry.path()) => {
                    files.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => errors.push(error.to_string()),
            }
        }
    }
    (files, errors)
}

fn is_document(path: &Path) -> bool {
    const KNOWN: [&str; 9] = ["txt", "md", "markdown", "html", "htm", "tex", "typ", "adoc", "asciidoc"];
    path.extension().and_then(|e| e.to_str()).is_some_and(|e| KNOWN.contains(&e.to_lowercase().as_str()))
}

//! A pile of documents: files and folders with texts, and files of rows with a text each.

use super::input;
use crate::document::Format;
use crate::document::file::{self, FileError};
use flate2::read::MultiGzDecoder;
use rayon::prelude::*;
use serde::Deserialize;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// One document of a pile.
#[derive(Debug)]
pub struct Piece {
    /// The file, with `#` and the line where it is a file of rows.
    pub name: String,
    pub text: String,
    pub format: Format,
    /// The number that a row gives to its text.
    pub number: Option<String>,
}

/// A row of JSON Lines. Further fields are the owner's business.
#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    number: Option<String>,
}

/// Documents that are held in memory at once.
const BATCH: usize = 256;

/// Reads every document of the files and folders, gives it to `read` on all processors, and what comes of it to `take`, in
/// order. What could not be read is returned, one line each; the rest is read.
pub fn each<T: Send>(paths: &[PathBuf], read: impl Fn(&Piece) -> T + Sync, take: impl FnMut(Piece, T)) -> Vec<String> {
    let (files, mut errors) = input::files(paths, |path| file::is_document(path) || is_rows(path));
    let mut pile = Pile { batch: Vec::with_capacity(BATCH), read, take };
    for file in &files {
        let result = if is_rows(file) { pile.rows(file, &mut errors) } else { pile.text(file) };
        if let Err(error) = result {
            errors.push(error.to_string());
        }
    }
    pile.empty();
    errors
}

/// Whether a file holds rows: JSON Lines, also compressed.
fn is_rows(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.ends_with(".jsonl") || name.ends_with(".ndjson")
}

struct Pile<R, F> {
    batch: Vec<Piece>,
    read: R,
    take: F,
}

impl<T: Send, R: Fn(&Piece) -> T + Sync, F: FnMut(Piece, T)> Pile<R, F> {
    fn push(&mut self, piece: Piece) {
        self.batch.push(piece);
        if self.batch.len() >= BATCH {
            self.empty();
        }
    }

    fn empty(&mut self) {
        let results: Vec<T> = self.batch.par_iter().map(&self.read).collect();
        for (piece, result) in self.batch.drain(..).zip(results) {
            (self.take)(piece, result);
        }
    }

    fn text(&mut self, path: &Path) -> Result<(), FileError> {
        let text = input::read(path)?.text;
        let name = path.display().to_string();
        self.push(Piece { name, text, format: file::format_of(path), number: None });
        Ok(())
    }

    fn rows(&mut self, path: &Path, errors: &mut Vec<String>) -> Result<(), FileError> {
        let io = |cause| FileError::Io { path: path.to_owned(), cause };
        let file = std::fs::File::open(path).map_err(io)?;
        let compressed = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gz"));
        let reader: Box<dyn Read> = if compressed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
        for (n, line) in BufReader::new(reader).lines().enumerate() {
            let line = line.map_err(io)?;
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str::<Row>(&line) {
                Ok(Row { text, number }) => {
                    let name = format!("{}#{}", path.display(), n + 1);
                    self.push(Piece { name, text, format: Format::Plain, number });
                }
                Err(cause) => errors.push(format!("{}:{}: {cause}", path.display(), n + 1)),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_rows_are_read_in_order_and_a_broken_row_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &str| std::fs::write(dir.path().join(name), content).unwrap();
        write("a.md", "# A");
        write(
            "b.jsonl",
            "{\"text\":\"B\",\"number\":\"30/2020/NĐ-CP\",\"more\":1}\n\n{\"title\":\"x\"}\n{\"text\":\"C\"}\n",
        );
        write("c.bin", "no document");
        let mut seen = Vec::new();
        let errors = each(&[dir.path().to_owned()], |piece| piece.text.len(), |piece, n| seen.push((piece.text, n)));
        assert_eq!(seen, [("# A".to_owned(), 3), ("B".to_owned(), 1), ("C".to_owned(), 1)]);
        assert_eq!(errors.len(), 1);
        assert!(errors[0].contains("b.jsonl:3: "), "{errors:?}");
    }
}

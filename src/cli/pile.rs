//! A pile of documents: files and folders with texts, and files of rows with a text each.

use super::input;
use crate::catalogue::import::{Compression, Format, Lines};
use crate::document;
use crate::files::{self, FileError};
use rayon::prelude::*;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// One document of a pile.
#[derive(Debug)]
pub struct Piece {
    /// The file, with `#` and the line where it is a file of rows.
    pub name: String,
    pub text: String,
    pub format: document::Format,
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
    let (files, mut errors) = input::files(paths, |path| files::is_document(path) || rows_of(path).is_some());
    let mut pile = Pile { batch: Vec::with_capacity(BATCH), read, take };
    for file in &files {
        let result = match rows_of(file) {
            Some(compression) => pile.rows(file, compression, &mut errors),
            None => pile.text(file).map_err(|e| e.to_string()),
        };
        errors.extend(result.err());
    }
    pile.empty();
    errors
}

/// How a file of rows is compressed; `None` for files of another kind.
fn rows_of(path: &Path) -> Option<Compression> {
    Format::of(path).filter(|format| !format.csv).map(|format| format.compression)
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
        self.push(Piece { name, text, format: files::format_of(path), number: None });
        Ok(())
    }

    fn rows(&mut self, path: &Path, compression: Compression, errors: &mut Vec<String>) -> Result<(), String> {
        let mut lines = Lines::open(path, compression).map_err(|e| format!("{}: {e}", path.display()))?;
        while let Some((n, line)) = lines.next().map_err(|e| lines.error(path, &e).to_string())? {
            let row = match line {
                Ok(line) if line.trim().is_empty() => continue,
                Ok(line) => serde_json::from_str::<Row>(&line).map_err(|e| e.to_string()),
                Err(cause) => Err(cause.to_string()),
            };
            match row {
                Ok(Row { text, number }) => {
                    let name = format!("{}#{n}", path.display());
                    self.push(Piece { name, text, format: document::Format::Plain, number });
                }
                Err(cause) => errors.push(format!("{}:{n}: {cause}", path.display())),
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

//! A corpus: files and folders with texts, and files of rows with a text each.

use super::input;
use crate::catalogue::import::{Compression, Format, Kind, Lines};
use crate::document;
use crate::files::{self, FileError, Scope, Walked};
use crate::i18n::{Localized, Localizer};
use rayon::prelude::*;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// One document of a corpus.
#[derive(Debug)]
pub struct CorpusDocument {
    /// The file, with `#` and the line where it is a file of rows.
    pub name: String,
    pub text: String,
    pub format: document::Format,
    /// The number that a row gives to its text.
    pub number: Option<String>,
}

/// A row of JSON Lines. Further fields are ignored.
#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    number: Option<String>,
}

/// Documents that are held in memory at once.
const BATCH: usize = 256;

/// Reads every document of the files and folders, gives it to `read` on all processors, and what comes of it to `take`, in
/// order. What could not be read is returned, one line each in the language of `localizer`; the rest is read.
pub fn each<T: Send>(
    paths: &[PathBuf],
    localizer: &Localizer,
    read: impl Fn(&CorpusDocument) -> T + Sync,
    take: impl FnMut(CorpusDocument, T),
) -> Vec<String> {
    let wanted = |path: &Path| files::is_document(path) || rows_of(path).is_some();
    let Walked { files, problems } = files::walk(paths, Scope::Work, wanted);
    let mut errors: Vec<String> = problems.iter().map(|problem| problem.localized(localizer)).collect();
    let mut corpus = Corpus { batch: Vec::with_capacity(BATCH), localizer, read, take };
    for file in &files {
        let result = match rows_of(file) {
            Some(compression) => corpus.rows(file, compression, &mut errors),
            None => corpus.text(file).map_err(|e| e.localized(localizer)),
        };
        errors.extend(result.err());
    }
    corpus.empty();
    errors
}

/// How a file of rows is compressed; `None` for files of another kind.
fn rows_of(path: &Path) -> Option<Compression> {
    Format::of(path).filter(|format| format.kind == Kind::JsonLines).map(|format| format.compression)
}

struct Corpus<'l, R, F> {
    batch: Vec<CorpusDocument>,
    localizer: &'l Localizer,
    read: R,
    take: F,
}

impl<T: Send, R: Fn(&CorpusDocument) -> T + Sync, F: FnMut(CorpusDocument, T)> Corpus<'_, R, F> {
    fn push(&mut self, document: CorpusDocument) {
        self.batch.push(document);
        if self.batch.len() >= BATCH {
            self.empty();
        }
    }

    fn empty(&mut self) {
        let results: Vec<T> = self.batch.par_iter().map(&self.read).collect();
        for (document, result) in self.batch.drain(..).zip(results) {
            (self.take)(document, result);
        }
    }

    fn text(&mut self, path: &Path) -> Result<(), FileError> {
        let text = input::read(path)?.text;
        let name = path.display().to_string();
        self.push(CorpusDocument { name, text, format: files::format_of(path), number: None });
        Ok(())
    }

    fn rows(&mut self, path: &Path, compression: Compression, errors: &mut Vec<String>) -> Result<(), String> {
        let mut lines =
            Lines::open(path, compression).map_err(|e| FileError::new(path, e).localized(self.localizer))?;
        while let Some((n, line)) = lines.next_line().map_err(|e| lines.error(path, &e).localized(self.localizer))? {
            let row = match line {
                Ok(line) if line.trim().is_empty() => continue,
                Ok(line) => serde_json::from_str::<Row>(&line).map_err(|e| e.to_string()),
                Err(cause) => Err(cause.to_string()),
            };
            match row {
                Ok(Row { text, number }) => {
                    let name = format!("{}#{n}", path.display());
                    self.push(CorpusDocument { name, text, format: document::Format::Plain, number });
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
    use crate::i18n::Language;

    #[test]
    fn texts_and_rows_are_read_in_order_and_a_broken_row_is_reported() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &str| std::fs::write(dir.path().join(name), content).unwrap();
        write("a.md", "# A");
        write(
            "b.jsonl",
            "{\"text\":\"B\",\"number\":\"30/2020/NĐ-CP\",\"more\":1}\n\n{\"title\":\"x\"}\n{\"text\":\"C\"}\n",
        );
        write("c.bin", "no document");
        let mut seen = Vec::new();
        let errors = each(
            &[dir.path().to_owned()],
            Localizer::of(Language::English),
            |document| document.text.len(),
            |document, n| seen.push((document.text, n)),
        );
        assert_eq!(seen, [("# A".to_owned(), 3), ("B".to_owned(), 1), ("C".to_owned(), 1)]);
        assert_eq!(errors.len(), 1);
        assert!(errors[0].contains("b.jsonl:3: "), "{errors:?}");
    }
}

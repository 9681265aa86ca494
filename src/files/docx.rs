//! The text of Word files (.docx, Office Open XML): what a reader sees, paragraph by paragraph.
//!
//! - Every paragraph is a line; the cells of tables come one after the other, a text box after the paragraph that holds
//!   it, footnotes and endnotes at the end in the order of their marks.
//! - The numbers of automatic lists are written out as Word shows them.
//! - Tracked insertions are read, deletions and hidden text are not; where a paragraph mark was deleted, two paragraphs
//!   are one.
//! - Letters count, not runs: "30/2020" and "/NĐ-CP" in two runs are one number.
//!
//! A file may be malicious: what a part unpacks to is limited, document types and entities are refused, and whatever is
//! broken ends in an error, never in half a text.

mod body;
mod numbering;
mod package;

use crate::text::Span;
use package::Package;
use std::io::{Read, Seek, SeekFrom};

/// Why a file gives no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocxError {
    #[error("{0}")]
    Io(String),
    #[error("not a Word document (.docx), but some other compressed file")]
    NotWord,
    #[error("the old Word format (.doc)")]
    OldWord,
    #[error("protected by a password")]
    Encrypted,
    #[error("damaged Word file: {0}")]
    Damaged(String),
    #[error("a part unpacks to too much: {0}")]
    TooLarge(String),
}

/// The text of a Word file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Docx {
    /// Every paragraph ends with a line break; a line break set by hand inside a paragraph is one too.
    pub text: String,
    pub paragraphs: Paragraphs,
}

/// Where the paragraphs of a text begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraphs {
    /// Byte offsets.
    starts: Vec<usize>,
}

impl Paragraphs {
    /// The paragraph of a byte offset and the character in it (in code points, the number of a list counted), both from 1.
    pub fn place(&self, text: &str, offset: usize) -> (usize, usize) {
        let number = self.starts.partition_point(|&s| s <= offset).max(1);
        let start = self.starts.get(number - 1).copied().unwrap_or(0);
        (number, text[start..offset].chars().count() + 1)
    }

    /// The spans of all paragraphs, with their line breaks.
    pub fn spans(&self, text: &str) -> impl Iterator<Item = Span> {
        (1..=self.starts.len()).map(|number| self.span(text, number))
    }

    /// The span of a paragraph, by its number from 1, with its line break.
    pub fn span(&self, text: &str, number: usize) -> Span {
        let start = self.starts.get(number - 1).copied().unwrap_or(text.len());
        Span::new(start, self.starts.get(number).copied().unwrap_or(text.len()))
    }
}

/// Whether a file begins like one that [`read`] has an answer for: a ZIP archive, or the container of the old format.
pub fn is_office(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&COMPOUND)
}

/// The first bytes of a compound file: Word 97–2003, and Word files under a password.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// Reads a Word file.
///
/// # Errors
/// When it is no .docx, is under a password, is damaged, or unpacks to too much.
pub fn read(mut source: impl Read + Seek) -> Result<Docx, DocxError> {
    let io = |e: std::io::Error| DocxError::Io(e.to_string());
    let mut magic = [0; 4];
    let read = source.read(&mut magic).map_err(io)?;
    source.seek(SeekFrom::Start(0)).map_err(io)?;
    if magic[..read] == COMPOUND {
        return Err(compound(source));
    }
    let mut package = Package::open(source)?;
    body::read(&mut package)
}

/// What a compound file is: a document under a password holds a stream `EncryptedPackage`.
fn compound(mut source: impl Read + Seek) -> DocxError {
    // The directory of streams may lie anywhere; it is looked for in the first and the last part of the file.
    const PART: u64 = 8 << 20;
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let holds = |source: &mut dyn Read| {
        let mut bytes = Vec::new();
        source.take(PART).read_to_end(&mut bytes).is_ok() && memchr::memmem::find(&bytes, &name).is_some()
    };
    let len = source.seek(SeekFrom::End(0)).unwrap_or(0);
    let from = len.saturating_sub(PART);
    let encrypted = [0, from].into_iter().any(|at| source.seek(SeekFrom::Start(at)).is_ok() && holds(&mut source));
    if encrypted { DocxError::Encrypted } else { DocxError::OldWord }
}

#[cfg(test)]
mod tests;

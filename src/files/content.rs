//! Documents in files: text in UTF-8, and Word files; and the writing of files as a whole.

use super::docx::{self, DocxError, Paragraphs};
use crate::cite::Markup as Format;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub text: String,
    /// Where its paragraphs begin, in a Word file: there lines are nothing that anyone sees.
    pub paragraphs: Option<Paragraphs>,
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("{}: {cause}", path.display())]
    Io { path: PathBuf, cause: io::Error },
    #[error("{}: không phải UTF-8 (có vẻ là {guess}); hãy chuyển sang UTF-8 / not UTF-8 (looks like {guess})", path.display())]
    Encoding { path: PathBuf, guess: &'static str },
    #[error("{}: {cause}", path.display())]
    Word { path: PathBuf, cause: DocxError },
    #[error("{}: quá lớn ({} MB) / too large", path.display(), size >> 20)]
    TooLarge { path: PathBuf, size: u64 },
}

/// The largest file that is read: no instrument and no draft comes near it.
pub const LARGEST: u64 = 512 << 20;

/// The content of a file. Which kind it is its first bytes say, not its name.
///
/// # Errors
/// When it cannot be read, is larger than `largest` bytes, or is neither UTF-8 nor a sound Word file.
pub fn read(path: &Path, largest: u64) -> Result<Content, FileError> {
    let io = |cause| FileError::Io { path: path.to_owned(), cause };
    let mut file = File::open(path).map_err(io)?;
    // What is no regular file (a pipe) tells no size; it is read as far as is allowed.
    let size = file.metadata().map_err(io)?.len();
    if size > largest {
        return Err(FileError::TooLarge { path: path.to_owned(), size });
    }
    let mut bytes = Vec::new();
    Read::by_ref(&mut file).take(4).read_to_end(&mut bytes).map_err(io)?;
    if docx::is_office(&bytes) && file.seek(SeekFrom::Start(0)).is_ok() {
        return word(docx::read(io::BufReader::new(file)), path);
    }
    file.take(largest).read_to_end(&mut bytes).map_err(io)?;
    decode(bytes, path)
}

/// Writes a file so that whoever reads it meanwhile, and whatever happens, finds the old or the new content whole. A file that
/// is replaced keeps its permissions.
///
/// # Errors
/// When it cannot be written; then the old content is there.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let temporary = folder.join(format!(".{name}.viendan-{}", std::process::id()));
    let write = || {
        let mut file = File::create(&temporary)?;
        file.write_all(content)?;
        if let Ok(replaced) = std::fs::metadata(path) {
            std::fs::set_permissions(&temporary, replaced.permissions())?;
        }
        file.sync_all()?;
        std::fs::rename(&temporary, path)
    };
    let written = write();
    if written.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    written
}

/// The content of bytes that were read elsewhere (standard input); `path` is their name in errors.
///
/// # Errors
/// When they are neither UTF-8 nor a sound Word file.
pub fn decode(bytes: Vec<u8>, path: &Path) -> Result<Content, FileError> {
    if docx::is_office(&bytes) {
        return word(docx::read(Cursor::new(bytes)), path);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Content { text, paragraphs: None }),
        Err(e) => Err(FileError::Encoding { path: path.to_owned(), guess: guess_encoding(e.as_bytes()) }),
    }
}

fn word(read: Result<docx::Docx, DocxError>, path: &Path) -> Result<Content, FileError> {
    let docx = read.map_err(|cause| FileError::Word { path: path.to_owned(), cause })?;
    Ok(Content { text: docx.text, paragraphs: Some(docx.paragraphs) })
}

/// The format that a file's name shows.
pub fn format_of(path: &Path) -> Format {
    match extension(path).as_str() {
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" => Format::Html,
        "tex" | "latex" => Format::Latex,
        "typ" => Format::Typst,
        "adoc" | "asciidoc" => Format::AsciiDoc,
        _ => Format::Plain,
    }
}

/// Whether a file's name shows a document, among them Word files; not the lock file (`~$…`) of an open one.
pub fn is_document(path: &Path) -> bool {
    const TEXT: [&str; 9] = ["txt", "md", "markdown", "html", "htm", "tex", "typ", "adoc", "asciidoc"];
    TEXT.contains(&extension(path).as_str()) || is_word(path)
}

/// Whether a file's name shows a Word file.
pub fn is_word(path: &Path) -> bool {
    let lock = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("~$"));
    matches!(extension(path).as_str(), "docx" | "docm") && !lock
}

fn extension(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// What the bytes of a text that is not UTF-8 most likely are.
fn guess_encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] => return "UTF-16 LE",
        [0xFE, 0xFF, ..] => return "UTF-16 BE",
        [b'%', b'P', b'D', b'F', ..] => return "PDF",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_keeps_its_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        replace(&path, b"old").unwrap();
        let mut permissions = std::fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&path, permissions.clone()).unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions(), permissions);
        assert!(replace(&folder.path().join("missing/a.md"), b"x").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half-written remains");
    }

    #[test]
    fn the_content_says_what_a_file_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.docx");
        let told = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            read(&path, LARGEST).map_err(|e| e.to_string())
        };
        assert_eq!(told("Điều 5".as_bytes()).unwrap().text, "Điều 5");
        assert!(told(b"\xFF\xFEa\0").unwrap_err().ends_with(
            "a.docx: không phải UTF-8 (có vẻ là UTF-16 LE); hãy chuyển sang UTF-8 / not UTF-8 (looks like UTF-16 LE)"
        ));
        assert!(told(b"\xD0\xCF\x11\xE0").unwrap_err().contains("(.doc)"));
        assert!(told(b"PK\x03\x04").unwrap_err().contains("tệp Word hỏng"));
        assert!(matches!(read(&path, 3), Err(FileError::TooLarge { .. })));
        assert!(is_document(Path::new("x/A.DOCX")) && !is_document(Path::new("x/~$A.docx")));
    }
}

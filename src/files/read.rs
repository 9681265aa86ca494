//! The content of files: text in UTF-8, and Word files.

use super::FileError;
use super::docx::{self, DocxError, Paragraphs};
use super::error::FileCause;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub text: String,
    /// Where its paragraphs begin, in a Word file, which has no visible lines.
    pub paragraphs: Option<Paragraphs>,
}

/// The largest file that is read: no instrument and no draft comes near it.
pub const LARGEST: u64 = 512 << 20;

/// The content of a file. Its first bytes decide which kind it is, not its name.
///
/// # Errors
/// When it cannot be read, is larger than `largest` bytes, or is neither UTF-8 nor a sound Word file.
pub fn read(path: &Path, largest: u64) -> Result<Content, FileError> {
    let io = |cause: io::Error| FileError::new(path, cause);
    let mut file = File::open(path).map_err(io)?;
    // A file that isn't regular (a pipe) has no size; it is read as far as is allowed.
    let size = file.metadata().map_err(io)?.len();
    if size > largest {
        return Err(FileError::new(path, FileCause::TooLarge { size }));
    }
    let mut begin = Vec::new();
    Read::by_ref(&mut file).take(4).read_to_end(&mut begin).map_err(io)?;
    if docx::is_office(&begin) && file.seek(SeekFrom::Start(0)).is_ok() {
        return word(docx::read(io::BufReader::new(file)), path);
    }
    let text = text_of(begin.chain(file.take(largest)), size).map_err(|cause| FileError::new(path, cause))?;
    Ok(Content { text, paragraphs: None })
}

/// The text that is left to be read of a file of about `size` bytes. It is read in pieces, which are looked at while they are in
/// the caches of the processor.
fn text_of(mut file: impl Read, size: u64) -> Result<String, FileCause> {
    const PIECE: usize = 128 << 10;
    let size = usize::try_from(size).unwrap_or(0);
    let mut text = String::with_capacity(size);
    // Room for the bytes of a character that is cut.
    let mut piece = vec![0; if size == 0 { PIECE } else { PIECE.min(size + 4) }];
    let mut filled = 0;
    loop {
        let read = match file.read(&mut piece[filled..]) {
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        filled += read;
        let valid = match simdutf8::compat::from_utf8(&piece[..filled]) {
            Ok(whole) => {
                text.push_str(whole);
                filled
            }
            // A character goes on in the next piece.
            Err(error) if error.error_len().is_none() && read > 0 => {
                text.push_str(simdutf8::basic::from_utf8(&piece[..error.valid_up_to()]).unwrap_or_default());
                error.valid_up_to()
            }
            Err(_) => {
                let sample = [text.as_bytes(), &piece[..filled]].concat();
                return Err(FileCause::Encoding { guess: guess_encoding(&sample) });
            }
        };
        piece.copy_within(valid..filled, 0);
        filled -= valid;
        if read == 0 {
            return Ok(text);
        }
    }
}

/// The text of a small file of the program's own kind, such as settings, without a byte order mark; `None` where there is none.
///
/// # Errors
/// When it cannot be read, is no regular file (a pipe would be read for ever), is larger than `largest` bytes or is not UTF-8.
pub fn read_small(path: &Path, largest: u64) -> Result<Option<String>, FileError> {
    let io = |cause: io::Error| FileError::new(path, cause);
    let data = match path.metadata() {
        Ok(data) => data,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(io(cause)),
    };
    if !data.is_file() {
        return Err(io(io::ErrorKind::InvalidInput.into()));
    }
    if data.len() > largest {
        return Err(FileError::new(path, FileCause::TooLarge { size: data.len() }));
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(io)?.take(largest).read_to_end(&mut bytes).map_err(io)?;
    let text = String::from_utf8(bytes)
        .map_err(|e| FileError::new(path, FileCause::Encoding { guess: guess_encoding(e.as_bytes()) }))?;
    Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
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
        Err(e) => Err(FileError::new(path, FileCause::Encoding { guess: guess_encoding(e.as_bytes()) })),
    }
}

fn word(read: Result<docx::Docx, DocxError>, path: &Path) -> Result<Content, FileError> {
    let docx = read.map_err(|cause| FileError::new(path, cause))?;
    Ok(Content { text: docx.text, paragraphs: Some(docx.paragraphs) })
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
    use crate::i18n::{Language, Localized, Localizer};

    #[test]
    fn a_small_file_is_small_and_regular() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("viendan.toml");
        assert_eq!(read_small(&path, 9).unwrap(), None);
        std::fs::write(&path, "\u{feff}a = 1").unwrap();
        assert_eq!(read_small(&path, 9).unwrap().as_deref(), Some("a = 1"));
        assert!(matches!(read_small(&path, 7).unwrap_err().cause, FileCause::TooLarge { size: 8 }));
        std::fs::write(&path, b"\xFF\xFEa\0").unwrap();
        assert!(matches!(read_small(&path, 9).unwrap_err().cause, FileCause::Encoding { .. }));
        assert!(matches!(read_small(folder.path(), 9).unwrap_err().cause, FileCause::Io(_)));
    }

    #[test]
    fn the_content_says_what_a_file_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.docx");
        let content = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            read(&path, LARGEST)
        };
        assert_eq!(content("Điều 5".as_bytes()).unwrap().text, "Điều 5");
        let long = "Điều ệ".repeat(100_000);
        assert_eq!(content(long.as_bytes()).unwrap().text, long);
        assert!(matches!(content("Điều".as_bytes().split_at(4).0).unwrap_err().cause, FileCause::Encoding { .. }));
        let utf16 = content(b"\xFF\xFEa\0").unwrap_err();
        assert!(utf16.to_string().ends_with("a.docx: not UTF-8 (looks like UTF-16 LE)"), "{utf16}");
        let vietnamese = utf16.localized(Localizer::of(Language::Vietnamese));
        assert!(
            vietnamese.ends_with("a.docx: không phải UTF-8 (có vẻ là UTF-16 LE); hãy chuyển sang UTF-8"),
            "{vietnamese}"
        );
        let word = |bytes: &[u8]| match content(bytes).unwrap_err().cause {
            FileCause::Word(cause) => cause,
            other => panic!("{other}"),
        };
        assert_eq!(word(b"\xD0\xCF\x11\xE0"), DocxError::OldWord);
        assert!(matches!(word(b"PK\x03\x04"), DocxError::Damaged(_)));
        assert!(matches!(read(&path, 3).unwrap_err().cause, FileCause::TooLarge { .. }));
    }
}

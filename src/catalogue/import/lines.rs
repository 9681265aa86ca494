//! The lines of a file, compressed or not, with bounds on what a file can make of itself.

use super::Compression;
use crate::catalogue::model::RecordError;
use crate::catalogue::store::Error;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

/// The longest line that is read. Longer ones are refused: no record is that long, a zip bomb is.
const LONGEST_LINE: u64 = 16 << 20;

/// No file of records shrinks more than so many times; one that has grown beyond [`HARMLESS`] bytes and does is a bomb.
const MOST_GROWTH: u64 = 200;
const HARMLESS: u64 = 64 << 20;

/// A line and its number from 1; or what is wrong with it: it isn't text, or too long.
pub type Line = (usize, Result<String, RecordError>);

/// The lines of a file with their numbers, none longer than [`LONGEST_LINE`].
pub struct Lines {
    reader: BufReader<Box<dyn Read>>,
    number: usize,
    /// Bytes of the file that were read, compressed as they are.
    read: Rc<Cell<u64>>,
    /// As many of them as [`Self::taken`] has given.
    told: u64,
}

impl Lines {
    pub fn open(path: &Path, compression: Compression) -> io::Result<Self> {
        let read = Rc::new(Cell::new(0));
        let file = Counted { inner: File::open(path)?, read: Rc::clone(&read) };
        let growing = |inner: Box<dyn Read>| Growing { inner, grown: 0, read: Rc::clone(&read) };
        let reader: Box<dyn Read> = match compression {
            Compression::None => Box::new(file),
            Compression::Gzip => Box::new(growing(Box::new(flate2::read::MultiGzDecoder::new(file)))),
            Compression::Zstandard => Box::new(growing(Box::new(zstd::Decoder::new(file)?))),
        };
        Ok(Self { reader: BufReader::with_capacity(1 << 16, reader), number: 0, read, told: 0 })
    }

    /// What is left of the file, unpacked.
    pub fn into_reader(self) -> impl Read {
        self.reader
    }

    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        self.number += 1;
        if self.reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        if bytes.len() as u64 == LONGEST_LINE && bytes.last() != Some(&b'\n') {
            self.skip_line()?;
            return Ok(Some((self.number, Err(RecordError::LineTooLong))));
        }
        let text = String::from_utf8(bytes).map_err(|_| RecordError::NotUtf8);
        Ok(Some((self.number, text)))
    }

    /// Passes over the rest of a line without keeping it.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let available = self.reader.fill_buf()?;
            if available.is_empty() {
                return Ok(());
            }
            let end = memchr::memchr(b'\n', available);
            let used = end.map_or(available.len(), |at| at + 1);
            self.reader.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }

    /// Bytes of the file that were read since it was asked last.
    pub fn taken(&mut self) -> u64 {
        let read = self.read.get();
        read - std::mem::replace(&mut self.told, read)
    }

    /// What ended the reading, with the line where it did.
    pub fn error(&self, path: &Path, cause: &io::Error) -> Error {
        let is_bomb = cause.get_ref().is_some_and(|inner| inner.is::<Bomb>());
        let cause = if is_bomb { RecordError::ZipBomb } else { RecordError::Io(cause.to_string()) };
        Error::Line { path: path.to_owned(), line: self.number, cause }
    }
}

/// Counts the bytes of the file.
struct Counted {
    inner: File,
    read: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.read.set(self.read.get() + n as u64);
        Ok(n)
    }
}

/// A compressed file that grows beyond measure.
#[derive(Debug, thiserror::Error)]
#[error("the file grows too much")]
struct Bomb;

/// Ends the reading of such a file.
struct Growing {
    inner: Box<dyn Read>,
    grown: u64,
    read: Rc<Cell<u64>>,
}

impl Read for Growing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.grown += n as u64;
        if self.grown > HARMLESS && self.grown > self.read.get().saturating_mul(MOST_GROWTH) {
            return Err(io::Error::other(Bomb));
        }
        Ok(n)
    }
}

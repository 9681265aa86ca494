//! The pages of a column: unpacked, and their values as texts.

use super::Fault;
use super::thrift::{self, Fields, Reader};
use crate::i18n::date::write_iso;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::rc::Rc;
use time::{Date, Duration, OffsetDateTime};

/// No page of a table that anybody made is longer.
const LONGEST_PAGE: usize = 1 << 28;

/// A cell: `None` is null.
pub type Cell = Option<Rc<str>>;

/// How values of a column are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Physical {
    Boolean,
    Int32,
    Int64,
    Float,
    Double,
    Bytes,
}

/// What a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Plain,
    /// Days since 1970.
    Date,
    /// So many units a second since 1970.
    Time(i64),
}

/// A column of one group of rows, as the metadata describes it.
#[derive(Debug, Clone)]
pub struct Chunk {
    pub physical: Physical,
    pub meaning: Meaning,
    pub codec: i64,
    /// Of the first page, in bytes from the beginning of the file.
    pub from: u64,
    pub length: u64,
    /// How many of its levels may be null.
    pub levels: u32,
}

/// The cells of a column of one group of rows, page by page.
pub struct Cells {
    file: File,
    chunk: Chunk,
    /// Where the next page begins.
    at: u64,
    dictionary: Vec<Rc<str>>,
    page: std::vec::IntoIter<Cell>,
}

impl Cells {
    pub fn new(file: File, chunk: Chunk) -> Self {
        Self { file, at: chunk.from, chunk, dictionary: Vec::new(), page: Vec::new().into_iter() }
    }

    /// The next cell; `None` at the end of the column.
    pub fn next_cell(&mut self) -> Result<Option<Cell>, Fault> {
        loop {
            if let Some(cell) = self.page.next() {
                return Ok(Some(cell));
            }
            if self.at >= self.chunk.from + self.chunk.length {
                return Ok(None);
            }
            self.next_page()?;
        }
    }

    fn next_page(&mut self) -> Result<(), Fault> {
        let left = (self.chunk.from + self.chunk.length).saturating_sub(self.at);
        let header = self.header(left)?;
        let size = |id| thrift::int(&header, id).and_then(|n| usize::try_from(n).ok()).filter(|n| *n <= LONGEST_PAGE);
        let (Some(grown), Some(packed)) = (size(2), size(3)) else { return Err(Fault::Damaged) };
        if packed as u64 > left {
            return Err(Fault::Damaged);
        }
        let mut bytes = vec![0; packed];
        self.file.seek(SeekFrom::Start(self.at)).map_err(Fault::Io)?;
        self.file.read_exact(&mut bytes).map_err(Fault::Io)?;
        self.at += packed as u64;
        match thrift::int(&header, 1) {
            Some(0) => {
                let page = thrift::fields(&header, 5).ok_or(Fault::Damaged)?;
                let bytes = unpack(self.chunk.codec, &bytes, grown)?;
                let (levels, values) = match self.chunk.levels {
                    0 => (None, &bytes[..]),
                    _ => {
                        let length = bytes.get(..4).ok_or(Fault::Damaged)?;
                        let length = u32::from_le_bytes(length.try_into().map_err(|_| Fault::Damaged)?) as usize;
                        let rest = &bytes[4..];
                        if length > rest.len() {
                            return Err(Fault::Damaged);
                        }
                        (Some(&rest[..length]), &rest[length..])
                    }
                };
                self.take_page(count(page)?, thrift::int(page, 2), levels, values)
            }
            Some(2) => {
                let page = thrift::fields(&header, 7).ok_or(Fault::Damaged)?;
                let bytes = unpack(self.chunk.codec, &bytes, grown)?;
                let values = plain(&self.chunk, &bytes, count(page)?)?;
                self.dictionary = values;
                Ok(())
            }
            Some(3) => {
                let page = thrift::fields(&header, 8).ok_or(Fault::Damaged)?;
                let length = |id| thrift::int(page, id).and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
                let (defined, repeated) = (length(5), length(6));
                let head = defined.checked_add(repeated).filter(|n| *n <= bytes.len()).ok_or(Fault::Damaged)?;
                let is_packed = !matches!(page.get(&7), Some(thrift::Value::Bool(false)));
                let codec = if is_packed { self.chunk.codec } else { 0 };
                let values = unpack(codec, &bytes[head..], grown.saturating_sub(head))?;
                let levels = (self.chunk.levels > 0).then_some(&bytes[repeated..head]);
                self.take_page(count(page)?, thrift::int(page, 4), levels, &values)
            }
            // An index.
            _ => Ok(()),
        }
    }

    /// The header of the page at hand.
    fn header(&mut self, left: u64) -> Result<Fields, Fault> {
        let mut ask = 1 << 12;
        loop {
            let length = usize::try_from(left.min(ask)).map_err(|_| Fault::Damaged)?;
            let mut bytes = vec![0; length];
            self.file.seek(SeekFrom::Start(self.at)).map_err(Fault::Io)?;
            self.file.read_exact(&mut bytes).map_err(Fault::Io)?;
            let mut reader = Reader::new(&bytes);
            if let Some(header) = reader.structure() {
                self.at += reader.at as u64;
                return Ok(header);
            }
            // Statistics of long texts make long headers.
            if left <= ask || ask > 1 << 24 {
                return Err(Fault::Damaged);
            }
            ask <<= 4;
        }
    }

    fn take_page(
        &mut self,
        rows: usize,
        encoding: Option<i64>,
        levels: Option<&[u8]>,
        values: &[u8],
    ) -> Result<(), Fault> {
        let width = u32::BITS - self.chunk.levels.leading_zeros();
        let defined = match levels {
            Some(bytes) => hybrid(bytes, width, rows)?,
            None => vec![0; rows],
        };
        let present = defined.iter().filter(|level| **level == self.chunk.levels).count();
        let mut found: std::vec::IntoIter<Rc<str>> = match encoding {
            Some(0) => plain(&self.chunk, values, present)?,
            Some(2 | 8) => {
                let (width, indices) = values.split_first().map_or((0, values), |(w, rest)| (u32::from(*w), rest));
                let of = |index: u32| self.dictionary.get(index as usize).cloned().ok_or(Fault::Damaged);
                hybrid(indices, width, present)?.into_iter().map(of).collect::<Result<_, _>>()?
            }
            Some(other) => return Err(Fault::Encoding(other)),
            None => return Err(Fault::Damaged),
        }
        .into_iter();
        let cells: Vec<Cell> =
            defined.iter().map(|level| if *level == self.chunk.levels { found.next() } else { None }).collect();
        self.page = cells.into_iter();
        Ok(())
    }
}

/// How many values a page has, by its header.
fn count(page: &Fields) -> Result<usize, Fault> {
    thrift::int(page, 1).and_then(|n| usize::try_from(n).ok()).filter(|n| *n <= LONGEST_PAGE / 8).ok_or(Fault::Damaged)
}

/// Unpacks a page; it cannot grow beyond what its header says.
fn unpack(codec: i64, bytes: &[u8], grown: usize) -> Result<Vec<u8>, Fault> {
    let read = |reader: &mut dyn Read| {
        let mut out = Vec::new();
        reader.take(grown as u64).read_to_end(&mut out).map_err(|_| Fault::Damaged)?;
        Ok(out)
    };
    match codec {
        0 => Ok(bytes.to_vec()),
        1 => {
            let length = snap::raw::decompress_len(bytes).map_err(|_| Fault::Damaged)?;
            if length > grown {
                return Err(Fault::Damaged);
            }
            snap::raw::Decoder::new().decompress_vec(bytes).map_err(|_| Fault::Damaged)
        }
        2 => read(&mut flate2::read::MultiGzDecoder::new(bytes)),
        6 => read(&mut zstd::Decoder::new(bytes).map_err(Fault::Io)?),
        other => Err(Fault::Codec(other)),
    }
}

/// Runs of one value, and values packed bit by bit: Parquet's hybrid encoding.
fn hybrid(bytes: &[u8], width: u32, count: usize) -> Result<Vec<u32>, Fault> {
    let mut out = Vec::with_capacity(count.min(1 << 16));
    let mut at = 0;
    if width == 0 {
        return Ok(vec![0; count]);
    }
    if width > 32 {
        return Err(Fault::Damaged);
    }
    while out.len() < count {
        let (mut head, mut shift) = (0u64, 0);
        loop {
            let byte = *bytes.get(at).ok_or(Fault::Damaged)?;
            at += 1;
            head |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
            if shift > 56 {
                return Err(Fault::Damaged);
            }
        }
        let left = count - out.len();
        if head & 1 == 0 {
            let size = (width as usize).div_ceil(8);
            let raw = bytes.get(at..at + size).ok_or(Fault::Damaged)?;
            at += size;
            let value = raw.iter().rev().fold(0u32, |value, byte| value << 8 | u32::from(*byte));
            let run = usize::try_from(head >> 1).unwrap_or(usize::MAX).min(left);
            out.resize(out.len() + run, value);
            if run == 0 {
                return Err(Fault::Damaged);
            }
        } else {
            let groups = usize::try_from(head >> 1).map_err(|_| Fault::Damaged)?;
            let size = groups.checked_mul(width as usize).ok_or(Fault::Damaged)?;
            // The last group may be cut.
            let end = at.saturating_add(size).min(bytes.len());
            let packed = &bytes[at..end];
            at = end;
            let (mut buffer, mut bits) = (0u64, 0u32);
            let mut rest = packed.iter();
            for _ in 0..groups.saturating_mul(8).min(left) {
                while bits < width {
                    let byte = rest.next().ok_or(Fault::Damaged)?;
                    buffer |= u64::from(*byte) << bits;
                    bits += 8;
                }
                out.push((buffer & ((1u64 << width) - 1)) as u32);
                buffer >>= width;
                bits -= width;
            }
            if groups == 0 {
                return Err(Fault::Damaged);
            }
        }
    }
    Ok(out)
}

/// Values that are stored as they are.
fn plain(chunk: &Chunk, bytes: &[u8], count: usize) -> Result<Vec<Rc<str>>, Fault> {
    let mut out: Vec<Rc<str>> = Vec::with_capacity(count.min(1 << 16));
    let mut at = 0;
    let mut take = |length: usize| -> Result<&[u8], Fault> {
        let end = at + length;
        let part = bytes.get(at..end).ok_or(Fault::Damaged)?;
        at = end;
        Ok(part)
    };
    for n in 0..count {
        let text = match chunk.physical {
            Physical::Bytes => {
                let length = u32::from_le_bytes(take(4)?.try_into().map_err(|_| Fault::Damaged)?);
                String::from_utf8_lossy(take(length as usize)?).into_owned()
            }
            Physical::Int32 => {
                number(chunk.meaning, i64::from(i32::from_le_bytes(take(4)?.try_into().map_err(|_| Fault::Damaged)?)))
            }
            Physical::Int64 => {
                number(chunk.meaning, i64::from_le_bytes(take(8)?.try_into().map_err(|_| Fault::Damaged)?))
            }
            Physical::Float => f32::from_le_bytes(take(4)?.try_into().map_err(|_| Fault::Damaged)?).to_string(),
            Physical::Double => f64::from_le_bytes(take(8)?.try_into().map_err(|_| Fault::Damaged)?).to_string(),
            Physical::Boolean => (bytes.get(n / 8).ok_or(Fault::Damaged)? >> (n % 8) & 1 == 1).to_string(),
        };
        out.push(text.into());
    }
    Ok(out)
}

/// A number as the text that a table would write.
fn number(meaning: Meaning, value: i64) -> String {
    const EPOCH: Date = time::macros::date!(1970 - 01 - 01);
    let day = match meaning {
        Meaning::Plain => None,
        Meaning::Date => EPOCH.checked_add(Duration::days(value)),
        Meaning::Time(unit) => OffsetDateTime::from_unix_timestamp(value.div_euclid(unit)).ok().map(|t| t.date()),
    };
    day.map_or_else(|| value.to_string(), write_iso)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_packed_values_are_read() {
        // Three times 5 with 3 bits, then the packed values 0 to 7 (from the specification of the format).
        let bytes = [0x06, 0x05, 0x03, 0x88, 0xC6, 0xFA];
        assert_eq!(hybrid(&bytes, 3, 11).unwrap(), [5, 5, 5, 0, 1, 2, 3, 4, 5, 6, 7]);
        assert!(hybrid(&bytes[..3], 3, 11).is_err());
        assert_eq!(hybrid(&[], 0, 4).unwrap(), [0; 4]);
    }

    #[test]
    fn days_and_times_are_dates() {
        assert_eq!(number(Meaning::Date, 19_727), "2024-01-05");
        assert_eq!(number(Meaning::Time(1_000), 1_704_412_800_000), "2024-01-05");
        assert_eq!(number(Meaning::Plain, 7), "7");
    }
}

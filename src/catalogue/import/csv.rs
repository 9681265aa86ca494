//! Rows of comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line breaks.
//!
//! The lines come from [`super::Lines`], which bounds their length; `csv_core` cuts them into fields.

use super::lines::Line;
use crate::catalogue::model::RecordError;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The rows of a file, read from its lines. A row has the number of its first line.
#[derive(Default)]
pub struct Rows {
    separator: Option<u8>,
}

/// A row of fields, or what is wrong with it.
type Row = (usize, Result<Vec<String>, RecordError>);

/// A quotation that is longer was not meant as one.
const LONGEST_ROW: usize = 1 << 20;

impl Rows {
    pub fn new() -> Self {
        Self::default()
    }

    /// The next row of what `lines` gives.
    pub fn next(&mut self, mut lines: impl FnMut() -> std::io::Result<Option<Line>>) -> std::io::Result<Option<Row>> {
        let (number, line) = loop {
            match lines()? {
                None => return Ok(None),
                Some((number, Err(cause))) => return Ok(Some((number, Err(cause)))),
                Some((_, Ok(line))) if line.trim().is_empty() => {}
                Some((number, Ok(line))) => break (number, line),
            }
        };
        let separator = *self.separator.get_or_insert_with(|| separator_of(&line));
        let mut fields = Fields::new(separator);
        let mut length = line.len();
        let mut is_whole = fields.add(&line);
        while !is_whole {
            // A quotation is open: the next line belongs to it.
            match lines()? {
                Some((_, Ok(line))) if length < LONGEST_ROW => {
                    length += line.len();
                    is_whole = fields.add(&line);
                }
                _ => return Ok(Some((number, Err(RecordError::OpenQuotation)))),
            }
        }
        Ok(Some((number, Ok(fields.take()))))
    }
}

/// What separates the fields, as the first line shows: spreadsheets of this country write semicolons.
fn separator_of(line: &str) -> u8 {
    let count = |c: char| line.matches(c).count();
    if count(';') > count(',') {
        b';'
    } else if count('\t') > count(',') {
        b'\t'
    } else {
        b','
    }
}

/// The fields of a row whose lines are added one by one.
struct Fields {
    reader: Reader,
    /// The bytes of all fields.
    bytes: Vec<u8>,
    /// How many of them are written, and of `ends`.
    written: (usize, usize),
    /// Where each field ends.
    ends: Vec<usize>,
}

impl Fields {
    fn new(separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        Self { reader, bytes: Vec::new(), written: (0, 0), ends: vec![0; 64] }
    }

    /// Adds a line. `false` while a quotation is open.
    fn add(&mut self, line: &str) -> bool {
        let mut input = format!("{}\n", line.trim_end_matches(['\r', '\n'])).into_bytes();
        loop {
            // Unquoting makes nothing longer.
            self.bytes.resize(self.bytes.len().max(self.written.0 + input.len() + 1), 0);
            let (result, read, bytes, ends) =
                self.reader.read_record(&input, &mut self.bytes[self.written.0..], &mut self.ends[self.written.1..]);
            input.drain(..read);
            self.written = (self.written.0 + bytes, self.written.1 + ends);
            match result {
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty => return false,
                ReadRecordResult::Record | ReadRecordResult::End => return true,
            }
        }
    }

    fn take(self) -> Vec<String> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let field = |(start, end): (&usize, &usize)| String::from_utf8_lossy(&self.bytes[*start..*end]).into_owned();
        starts.zip(&self.ends[..self.written.1]).map(field).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        let mut lines = text.split_inclusive('\n').enumerate();
        let mut rows = Rows::new();
        std::iter::from_fn(|| rows.next(|| Ok(lines.next().map(|(n, l)| (n + 1, Ok(l.to_owned()))))).unwrap()).collect()
    }

    #[test]
    fn quoted_fields_hold_commas_quotes_and_line_breaks() {
        assert_eq!(
            rows("a,b\n\"x, \"\"y\"\"\nz\",2\n"),
            [(1, Ok(vec!["a".into(), "b".into()])), (2, Ok(vec!["x, \"y\"\nz".into(), "2".into()]))]
        );
    }

    #[test]
    fn semicolons_separate_where_the_header_has_them() {
        assert_eq!(rows("a;b\r\n1,5;2")[1].1, Ok(vec!["1,5".to_owned(), "2".to_owned()]));
    }

    #[test]
    fn a_row_may_have_many_fields_and_empty_ones() {
        let row = rows(&format!("a,b\n{}\n", ",".repeat(199))).remove(1).1.unwrap();
        assert_eq!(row, vec![String::new(); 200]);
    }

    #[test]
    fn an_open_quotation_is_reported_with_its_line() {
        assert!(matches!(&rows("a,b\n\"x\n")[1], (2, Err(RecordError::OpenQuotation))));
    }
}

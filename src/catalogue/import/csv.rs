//! Rows of comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line breaks.

use super::lines::Line;

/// The rows of a file, read from its lines. A row has the number of its first line.
#[derive(Default)]
pub struct Rows {
    separator: Option<char>,
}

/// A row of fields, or what is wrong with it.
type Row = (usize, Result<Vec<String>, String>);

impl Rows {
    pub fn new() -> Self {
        Self::default()
    }

    /// The next row of what `lines` gives.
    pub fn next(&mut self, mut lines: impl FnMut() -> std::io::Result<Option<Line>>) -> std::io::Result<Option<Row>> {
        let (number, mut row) = loop {
            match lines()? {
                None => return Ok(None),
                Some((number, Err(cause))) => return Ok(Some((number, Err(cause)))),
                Some((_, Ok(line))) if line.trim().is_empty() => {}
                Some((number, Ok(line))) => break (number, line),
            }
        };
        // Spreadsheets of this country write semicolons; the first line shows it.
        let separator = *self.separator.get_or_insert_with(|| {
            let count = |c: char| row.matches(c).count();
            if count(';') > count(',') {
                ';'
            } else if count('\t') > count(',') {
                '\t'
            } else {
                ','
            }
        });
        loop {
            match fields(row.trim_end_matches(['\r', '\n']), separator) {
                Some(fields) => return Ok(Some((number, Ok(fields)))),
                // A quotation is open: the next line belongs to it.
                None => match lines()? {
                    Some((_, Ok(line))) if row.len() < 1 << 20 => row.push_str(&line),
                    _ => return Ok(Some((number, Err("dấu ngoặc kép không được đóng".to_owned())))),
                },
            }
        }
    }
}

/// The fields of a row; `None` where a quotation is not closed.
fn fields(row: &str, separator: char) -> Option<Vec<String>> {
    let mut out = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut chars = row.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.trim().is_empty() => {
                field.clear();
                quoted = true;
            }
            c if c == separator && !quoted => out.push(std::mem::take(&mut field)),
            c => field.push(c),
        }
    }
    out.push(field);
    (!quoted).then_some(out)
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
        assert_eq!(rows("a;b\n1,5;2\n")[1].1, Ok(vec!["1,5".to_owned(), "2".to_owned()]));
    }

    #[test]
    fn an_open_quotation_is_told_with_its_line() {
        assert!(matches!(&rows("a,b\n\"x\n")[1], (2, Err(_))));
    }
}

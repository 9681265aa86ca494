//! Tables of the law as they are read: JSON Lines that are compiled in.

use serde::Deserialize;

/// A fault of a table, with its place.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {cause}")]
pub struct TableError {
    file: &'static str,
    /// From 1.
    line: usize,
    cause: TableFault,
}

/// What is wrong with a row.
#[derive(Debug, thiserror::Error)]
pub enum TableFault {
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    #[error("{0} ends before it begins")]
    EndsBeforeItBegins(String),
    #[error("{0} is there twice")]
    Duplicate(String),
    #[error("too many rows")]
    TooManyRows,
}

/// Where a row is in its table.
#[derive(Debug, Clone, Copy)]
pub struct RowPlace {
    file: &'static str,
    index: usize,
}

impl RowPlace {
    /// The number of the row, from 0, in the width that the table's ids have.
    pub fn index<N: TryFrom<usize>>(self) -> Result<N, TableError> {
        N::try_from(self.index).map_err(|_| self.fault(TableFault::TooManyRows))
    }

    /// An error of the row, with its file and line.
    pub fn fault(self, cause: TableFault) -> TableError {
        TableError { file: self.file, line: self.index + 1, cause }
    }
}

/// The rows of a table, in its order, each with its place; `file` is the name of the table's file under `data/law`.
pub fn rows<'d, T: Deserialize<'d>>(
    file: &'static str,
    data: &'d str,
) -> impl Iterator<Item = Result<(RowPlace, T), TableError>> {
    data.lines().enumerate().map(move |(index, line)| {
        let place = RowPlace { file, index };
        let row = serde_json::from_str(line).map_err(|cause| place.fault(cause.into()))?;
        Ok((place, row))
    })
}

/// Days as `YYYY-MM-DD`.
pub mod day {
    use serde::{Deserialize, Deserializer};
    use time::Date;
    use time::macros::format_description;

    /// Reads a date. An error for any other text.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        Date::parse(&text, format_description!("[year]-[month]-[day]")).map_err(serde::de::Error::custom)
    }
}

/// Days as `YYYY-MM-DD`, or null.
pub mod optional_day {
    use serde::{Deserialize, Deserializer};
    use time::Date;

    /// Reads a date or null. An error for any other text.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        #[derive(Deserialize)]
        struct Day(#[serde(with = "super::day")] Date);
        Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(date)| date))
    }
}

//! Which files hold records.

use crate::catalogue::store::Error;
use crate::files::{self, Scope, Walked};
use std::path::{Path, PathBuf};

/// What a file holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    pub kind: Kind,
    pub compression: Compression,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    JsonLines,
    /// An array of objects.
    Json,
    Csv,
    Parquet,
    Sqlite,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    None,
    Gzip,
    Zstandard,
}

impl Format {
    /// `None` for files that hold no records.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_lowercase();
        let (name, compression) = if let Some(name) = name.strip_suffix(".gz") {
            (name, Compression::Gzip)
        } else if let Some(name) = name.strip_suffix(".zst") {
            (name, Compression::Zstandard)
        } else {
            (name.as_str(), Compression::None)
        };
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        let packed = compression != Compression::None;
        let kind = if ends(&[".csv"]) {
            Kind::Csv
        } else if ends(&[".jsonl", ".ndjson"]) {
            Kind::JsonLines
        } else if ends(&[".json"]) {
            Kind::Json
        } else if ends(&[".parquet"]) && !packed {
            Kind::Parquet
        } else if ends(&[".sqlite", ".sqlite3", ".db"]) && !packed {
            Kind::Sqlite
        } else {
            return None;
        };
        Some(Self { kind, compression })
    }
}

/// The files to import: those that are given, and of folders all that hold records, in order; and what could not be
/// walked. A circle of links is reported.
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let Walked { files, problems } = files::walk(paths, Scope::All, |path| Format::of(path).is_some());
    (files, problems.into_iter().map(Error::Walk).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_what_it_holds() {
        let of = |name: &str| Format::of(Path::new(name)).map(|f| (f.kind, f.compression));
        assert_eq!(of("a.jsonl"), Some((Kind::JsonLines, Compression::None)));
        assert_eq!(of("Dữ liệu.CSV.GZ"), Some((Kind::Csv, Compression::Gzip)));
        assert_eq!(of("a.ndjson.zst"), Some((Kind::JsonLines, Compression::Zstandard)));
        assert_eq!(of("a.json"), Some((Kind::Json, Compression::None)));
        assert_eq!(of("metadata.parquet"), Some((Kind::Parquet, Compression::None)));
        assert_eq!(of("a.txt"), None);
        assert_eq!(of("jsonl"), None);
    }
}

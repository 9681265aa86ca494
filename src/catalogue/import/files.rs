//! Which files hold records.

use crate::catalogue::store::{Error, FormatError};
use std::path::{Path, PathBuf};

/// What a file holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    pub csv: bool,
    pub compression: Compression,
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
        let csv = name.ends_with(".csv");
        (csv || name.ends_with(".jsonl") || name.ends_with(".ndjson")).then_some(Self { csv, compression })
    }
}

/// The files to import: those that are given, and of folders all that hold records, in order; and what could not be
/// walked. A circle of links is reported.
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let walk = ignore::WalkBuilder::new(path)
            .standard_filters(false)
            .follow_links(true)
            .sort_by_file_path(Ord::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|t| t.is_file());
                    if is_file && Format::of(entry.path()).is_some() {
                        files.push(entry.into_path());
                    }
                }
                Err(error) => errors.push(Error::format(path, FormatError::Walk(error.to_string()))),
            }
        }
    }
    (files, errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_what_it_holds() {
        let of = |name: &str| Format::of(Path::new(name)).map(|f| (f.csv, f.compression));
        assert_eq!(of("a.jsonl"), Some((false, Compression::None)));
        assert_eq!(of("Dữ liệu.CSV.GZ"), Some((true, Compression::Gzip)));
        assert_eq!(of("a.ndjson.zst"), Some((false, Compression::Zstandard)));
        assert_eq!(of("a.json"), None);
        assert_eq!(of("jsonl"), None);
    }
}

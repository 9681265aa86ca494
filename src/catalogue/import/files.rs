//! Which files hold records.

use crate::catalogue::store::Error;
use crate::files::{self, Scope, Walked};
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
    let Walked { files, problems } = files::walk(paths, Scope::All, |path| Format::of(path).is_some());
    (files, problems.into_iter().map(Error::Walk).collect())
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

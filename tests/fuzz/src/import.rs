//! The import of a catalogue: whatever a file holds, it is imported or refused, and the database that it went into is sound.

use flate2::write::GzEncoder;
use std::io::Write as _;
use std::path::Path;
use viendan::catalogue::Catalogue;
use viendan::catalogue::import::{import, preview};

const KINDS: [&str; 5] = ["jsonl", "json", "csv", "parquet", "sqlite"];
const WRAPPED: [&str; 3] = ["", ".gz", ".zst"];

/// The first byte chooses the kind of the file, its compression, and whether the rest is compressed already.
pub fn fuzz(data: &[u8]) {
    let Some((&first, content)) = data.split_first() else { return };
    let first = usize::from(first);
    let (kind, wrapped, is_compressed) = (KINDS[first % 5], WRAPPED[first / 5 % 3], first / 15 % 2 == 1);
    let content = match wrapped {
        ".gz" if !is_compressed => {
            let mut out = GzEncoder::new(Vec::new(), flate2::Compression::fast());
            out.write_all(content).and_then(|()| out.finish()).expect("memory takes everything")
        }
        ".zst" if !is_compressed => zstd::encode_all(content, 1).expect("memory takes everything"),
        _ => content.to_vec(),
    };
    // In memory where there is such a place: databases are written through to the disk.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder");
    let file = folder.path().join(format!("table.{kind}{wrapped}"));
    std::fs::write(&file, content).expect("a file");
    let store = folder.path().join("catalogue.db");
    let files = [file];
    let _ = preview(&files);
    let imported = import(&store, &files, |_| {});
    // That takes long.
    if let Ok(report) = imported
        && data.len() % 16 == 0
    {
        let (catalogue, problems) = Catalogue::open(std::slice::from_ref(&store));
        assert!(problems.is_empty(), "{problems:?} after {report:?}");
        let _ = catalogue.search("nghi dinh", 5);
    }
}

//! Parquet, as far as tables of texts need it: flat columns, plain or with a dictionary, packed with Snappy, gzip, Zstandard or
//! not at all. Only the columns that are asked for are read, page by page.
//!
//! - [`thrift`]: the metadata; [`page`]: the cells.

mod page;
mod thrift;

pub use page::Cell;
use page::{Cells, Chunk, Meaning, Physical};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use thrift::{Fields, Reader, Value};

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("the file is damaged or no Parquet file")]
    Damaged,
    #[error("the encoding {0} is not supported")]
    Encoding(i64),
    #[error("the compression {0} is not supported")]
    Codec(i64),
    #[error("{0}")]
    Io(io::Error),
}

/// The longest metadata that is read.
const LONGEST_FOOTER: u64 = 1 << 28;

/// A table in a file.
pub struct Table {
    path: PathBuf,
    pub columns: Vec<String>,
    pub rows: u64,
    groups: Vec<Group>,
}

/// A group of rows: its columns, `None` for those that cannot be read.
struct Group {
    rows: u64,
    chunks: Vec<Option<Chunk>>,
}

/// A column of the schema: its path, and how many of its levels may be null. A list has no levels.
struct Leaf {
    path: Vec<String>,
    levels: Option<u32>,
    meaning: Meaning,
}

impl Table {
    /// Reads the metadata of a file.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let mut file = File::open(path).map_err(Fault::Io)?;
        let size = file.metadata().map_err(Fault::Io)?.len();
        let mut tail = [0; 8];
        if size < 12 {
            return Err(Fault::Damaged);
        }
        file.seek(SeekFrom::Start(size - 8)).map_err(Fault::Io)?;
        file.read_exact(&mut tail).map_err(Fault::Io)?;
        let length = u64::from(u32::from_le_bytes([tail[0], tail[1], tail[2], tail[3]]));
        if &tail[4..] != b"PAR1" || length > (size - 12).min(LONGEST_FOOTER) {
            return Err(Fault::Damaged);
        }
        let mut footer = vec![0; length as usize];
        file.seek(SeekFrom::Start(size - 8 - length)).map_err(Fault::Io)?;
        file.read_exact(&mut footer).map_err(Fault::Io)?;
        let meta = Reader::new(&footer).structure().ok_or(Fault::Damaged)?;
        let leaves = leaves(thrift::list(&meta, 2));
        let groups = thrift::list(&meta, 4).iter().filter_map(|group| {
            let Value::Struct(group) = group else { return None };
            let chunks = thrift::list(group, 1).iter().enumerate().map(|(at, chunk)| {
                let Value::Struct(chunk) = chunk else { return None };
                chunk_of(thrift::fields(chunk, 3)?, leaves.get(at)?, size)
            });
            Some(Group { rows: u64::try_from(thrift::int(group, 3)?).ok()?, chunks: chunks.collect() })
        });
        let groups: Vec<Group> = groups.collect();
        let columns = leaves.iter().map(|leaf| leaf.path.last().cloned().unwrap_or_default()).collect();
        let rows = groups.iter().map(|g| g.rows).sum();
        Ok(Self { path: path.to_owned(), columns, rows, groups })
    }

    /// Calls `each` with the cells of the columns of these places, row by row, and the share of the table that was read, until
    /// it returns `false`.
    pub fn read(&self, places: &[usize], mut each: impl FnMut(&[Cell]) -> bool) -> Result<(), Fault> {
        for group in &self.groups {
            let mut columns: Vec<Option<Cells>> = Vec::new();
            for place in places {
                let chunk = group.chunks.get(*place).cloned().flatten();
                let cells = chunk.map(|c| Ok(Cells::new(File::open(&self.path).map_err(Fault::Io)?, c)));
                columns.push(cells.transpose()?);
            }
            let mut row: Vec<Cell> = vec![None; places.len()];
            for _ in 0..group.rows {
                let mut ended = !columns.is_empty();
                for (cell, column) in row.iter_mut().zip(&mut columns) {
                    let next = column.as_mut().map_or(Ok(None), Cells::next_cell)?;
                    ended &= next.is_none();
                    *cell = next.flatten();
                }
                // The metadata promise more rows than there are.
                if ended {
                    break;
                }
                if !each(&row) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// The columns of a schema, which is a tree written depth first.
fn leaves(schema: &[Value]) -> Vec<Leaf> {
    let mut out = Vec::new();
    // For each open group: how many children are left, levels that may be null, whether a list is in it.
    let mut open: Vec<(i64, u32, bool)> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    for (at, element) in schema.iter().enumerate() {
        let Value::Struct(element) = element else { continue };
        let children = thrift::int(element, 5).unwrap_or_default();
        if at == 0 {
            open.push((children, 0, false));
            continue;
        }
        while open.last().is_some_and(|(left, ..)| *left <= 0) {
            open.pop();
            path.pop();
        }
        let Some((left, levels, in_list)) = open.last_mut() else { break };
        *left -= 1;
        let repetition = thrift::int(element, 3).unwrap_or_default();
        let (levels, in_list) = (*levels + u32::from(repetition != 0), *in_list || repetition == 2);
        let name = thrift::text(element, 4).unwrap_or_default().to_owned();
        if children > 0 {
            path.push(name);
            open.push((children, levels, in_list));
        } else {
            let path = path.iter().cloned().chain([name]).collect();
            out.push(Leaf { path, levels: (!in_list).then_some(levels), meaning: meaning(element) });
        }
    }
    out
}

fn meaning(element: &Fields) -> Meaning {
    let unit = thrift::fields(element, 10)
        .and_then(|logical| thrift::fields(logical, 8))
        .and_then(|time| thrift::fields(time, 2));
    let unit = unit.and_then(|unit| unit.keys().next().copied());
    match (thrift::int(element, 6), unit) {
        (Some(6), _) => Meaning::Date,
        (_, Some(1)) | (Some(9), _) => Meaning::Time(1_000),
        (_, Some(2)) | (Some(10), _) => Meaning::Time(1_000_000),
        (_, Some(3)) => Meaning::Time(1_000_000_000),
        _ => Meaning::Plain,
    }
}

fn chunk_of(meta: &Fields, leaf: &Leaf, size: u64) -> Option<Chunk> {
    let physical = match thrift::int(meta, 1)? {
        0 => Physical::Boolean,
        1 => Physical::Int32,
        2 => Physical::Int64,
        4 => Physical::Float,
        5 => Physical::Double,
        6 => Physical::Bytes,
        _ => return None,
    };
    let offset = |id| thrift::int(meta, id).and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0);
    let from = offset(9)?.min(offset(11).unwrap_or(u64::MAX));
    let length = offset(7)?;
    (from.checked_add(length)? <= size).then_some(Chunk {
        physical,
        meaning: leaf.meaning,
        codec: thrift::int(meta, 4)?,
        from,
        length,
        levels: leaf.levels?,
    })
}

//! What an import would do: which columns are understood, what is left out and why, and how the first rows read.

use super::columns::Columns;
use super::links::{self, Links};
use super::records::{Batch, read_records};
use super::{Format, files, table};
use crate::catalogue::model::{Instrument, RecordError};
use crate::catalogue::store::{Error, FormatError};
use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

/// So many rows are shown.
const SAMPLE: usize = 10;

/// What would become of a file.
#[derive(Debug, Default)]
pub struct Preview {
    pub path: PathBuf,
    /// Each column as it is written, and the field that it fills; `None` for one that is left out.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// How many rows would be taken.
    pub taken: u64,
    /// What would be left out, by cause.
    pub left_out: Vec<LeftOut>,
    /// The first rows, as records.
    pub sample: Vec<Instrument>,
    /// The file holds relations between the rows of the others.
    pub is_relations: bool,
    /// Why it cannot be read, or not to its end.
    pub unreadable: Option<Error>,
}

/// Rows that would be left out for one cause.
#[derive(Debug)]
pub struct LeftOut {
    pub rows: u64,
    /// The first of them.
    pub line: usize,
    pub cause: RecordError,
}

/// Reads files as an import would, and writes nothing.
pub fn preview(paths: &[PathBuf]) -> (Vec<Preview>, Vec<Error>) {
    let (files, unreadable) = files(paths);
    let links = Links::read(&files).ok().flatten();
    let all = files.iter().map(|path| preview_file(path, links.as_ref()));
    (all.collect(), unreadable)
}

fn preview_file(path: &Path, links: Option<&Links>) -> Preview {
    let mut preview = Preview { path: path.to_owned(), ..Preview::default() };
    if Format::of(path).is_none() {
        preview.unreadable = Some(Error::format(path, FormatError::UnknownFormat));
        return preview;
    }
    match table::columns(path) {
        Ok(Columns { all }) => {
            preview.columns = all.into_iter().map(|(name, column)| (name, column.map(|c| c.field()))).collect();
        }
        Err(error) => {
            preview.unreadable = Some(error);
            return preview;
        }
    }
    preview.is_relations = links::is_table_of_relations(path);
    if preview.is_relations {
        return preview;
    }
    let mut causes: BTreeMap<usize, (Discriminant<RecordError>, LeftOut)> = BTreeMap::new();
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Batch>(4);
        let reader = scope.spawn(|| read_records(path, links, sender));
        for (line, record) in receiver.into_iter().flat_map(|batch| batch.records) {
            match record {
                Ok((instrument, _)) => {
                    preview.taken += 1;
                    if preview.sample.len() < SAMPLE {
                        preview.sample.push(instrument);
                    }
                }
                Err(cause) => {
                    let kind = discriminant(&cause);
                    match causes.values_mut().find(|(known, _)| *known == kind) {
                        Some((_, left)) => left.rows += 1,
                        None => drop(causes.insert(line, (kind, LeftOut { rows: 1, line, cause }))),
                    }
                }
            }
        }
        match reader.join() {
            Ok(Err(error)) => preview.unreadable = Some(error),
            Ok(Ok(())) => {}
            Err(panic) => std::panic::resume_unwind(panic),
        }
    });
    preview.left_out = causes.into_values().map(|(_, left)| left).collect();
    preview
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_says_what_is_understood_and_what_is_left_out() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("metadata.csv");
        let text = "id,title,so_ky_hieu,loai_van_ban,ngay_ban_hanh,content_html\n\
                    1,Về công tác văn thư,30/2020/NĐ-CP,Nghị định,05/03/2020,<p>\n\
                    2,Không số,không rõ,Nghị định,05/03/2020,<p>\n";
        std::fs::write(&path, text).unwrap();
        let (previews, errors) = preview(&[path]);
        assert!(errors.is_empty());
        let preview = &previews[0];
        assert!(preview.unreadable.is_none(), "{:?}", preview.unreadable);
        assert_eq!((preview.taken, preview.left_out.len(), preview.left_out[0].line), (1, 1, 3));
        assert!(preview.columns.contains(&("so_ky_hieu".to_owned(), Some("number"))));
        assert!(preview.columns.contains(&("content_html".to_owned(), None)));
        assert_eq!(preview.sample[0].number.as_deref(), Some("30/2020/NĐ-CP"));
    }
}

//! The open documents: their text as the client last sent it, and what was last found in it.
//!
//! Everything here is synchronous and short. A handler changes a document before it waits for anything, so that changes
//! are applied in the order in which they came.

use super::diagnostics::Analysis;
use super::environment::Environment;
use super::lanes::Pace;
use super::snapshot::{CLOSED, ParsedDocuments, Snapshot};
use super::transport::UNCOUNTED;
use super::written::Written;
use crate::document::buffer::ChangeLog;
use crate::document::{Buffer, Change, Format};
use crate::text::Encoding;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tower_lsp::ls_types::Uri;

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 8 << 20;

/// All open documents.
#[derive(Debug, Default)]
pub struct Documents {
    open: HashMap<Uri, OpenDocument>,
    ids: u64,
}

/// One open document.
#[derive(Debug)]
pub struct OpenDocument {
    /// Tells a document from another one that was open under the same name before.
    pub id: u64,
    pub version: i32,
    /// Whether the client counts versions: one has been greater than that before it.
    counted: bool,
    pub format: Format,
    buffer: Buffer,
    /// What changed, from one generation of the text to the next.
    changes: Arc<ChangeLog>,
    /// The generation of the text; shared with work on the document, which stops when it has moved on.
    generation: Arc<AtomicU64>,
    /// After an edit that could not be applied the text is not the client's any more, until the client sends it whole.
    pub out_of_sync: bool,
    /// Where the last change ended, and when it was made: the place where someone types.
    cursor: Option<(usize, Instant)>,
    parsed: Arc<tokio::sync::Mutex<ParsedDocuments>>,
    written: Arc<Mutex<Written>>,
    pub pace: Arc<Pace>,
    /// The generation of the text that may be checked, where not every change is.
    pub allowed: Option<u64>,
    /// Counts what asks for an analysis: changes of the text or of the environment.
    pub asked: u64,
    /// Whether a task analyses this document.
    pub analysing: bool,
    pub analysis: Option<Arc<Analysis>>,
    /// What was last published, and of which version.
    pub published: Option<(i32, Arc<[u8]>)>,
}

/// What became of changes that a client sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    Applied,
    /// No such document is open.
    Unknown,
    /// An older or the same version again; ignored.
    OldVersion,
    /// An edit could not be applied: nothing is done until the whole text comes.
    LostSync,
    /// Ignored, for the document is out of sync.
    StillOutOfSync,
}

impl Documents {
    pub fn open(&mut self, uri: Uri, version: i32, format: Format, text: &str) {
        self.ids += 1;
        let document = OpenDocument {
            id: self.ids,
            version,
            counted: false,
            format,
            buffer: Buffer::new(text),
            changes: Arc::default(),
            generation: Arc::default(),
            out_of_sync: false,
            cursor: None,
            parsed: Arc::default(),
            written: Arc::default(),
            pace: Arc::new(Pace::expected(text.len())),
            allowed: None,
            asked: 0,
            analysing: false,
            analysis: None,
            published: None,
        };
        if let Some(before) = self.open.insert(uri, document) {
            before.generation.store(CLOSED, Ordering::Release);
        }
    }

    /// Whether the document was open.
    pub fn close(&mut self, uri: &Uri) -> bool {
        let Some(closed) = self.open.remove(uri) else { return false };
        // What still works on it stops.
        closed.generation.store(CLOSED, Ordering::Release);
        true
    }

    pub fn change(&mut self, uri: &Uri, version: i32, changes: &[Change], encoding: Encoding) -> Changed {
        let Some(document) = self.open.get_mut(uri) else { return Changed::Unknown };
        if version == UNCOUNTED || (version == document.version && !document.counted) {
            // A client that never counts sends the same number for ever.
            document.version = document.version.saturating_add(i32::from(version == UNCOUNTED));
        } else if version <= document.version {
            return Changed::OldVersion;
        } else {
            document.counted = true;
            document.version = version;
        }
        let was_out_of_sync = document.out_of_sync;
        for change in changes {
            document.apply(change, encoding);
        }
        let dirty = document.buffer.take_dirty();
        document.note(|log| log.push(dirty));
        match (was_out_of_sync, document.out_of_sync) {
            (_, false) => Changed::Applied,
            (false, true) => Changed::LostSync,
            (true, true) => Changed::StillOutOfSync,
        }
    }

    /// Notes that a change was lost on the way. Whether the document was in step before.
    pub fn miss_change(&mut self, uri: &Uri, version: Option<i32>) -> bool {
        let Some(document) = self.open.get_mut(uri) else { return false };
        let version = version.filter(|&version| version != UNCOUNTED).unwrap_or(document.version);
        document.version = document.version.max(version);
        let was_in_step = !document.out_of_sync;
        self.lose_sync(uri);
        was_in_step
    }

    /// Takes the text of a document that is out of step from its file, which the client has just saved. Whether it did.
    pub fn take_saved(&mut self, uri: &Uri, version: i32, text: &str) -> bool {
        let is_waiting = |document: &&mut OpenDocument| document.out_of_sync && document.version == version;
        let Some(document) = self.open.get_mut(uri).filter(is_waiting) else { return false };
        document.apply(&Change { range: None, text: text.to_owned() }, Encoding::default());
        document.buffer.take_dirty();
        document.note(ChangeLog::forget);
        true
    }

    /// Notes that nobody knows how much of a change was applied.
    pub fn lose_sync(&mut self, uri: &Uri) {
        if let Some(document) = self.open.get_mut(uri) {
            document.out_of_sync = true;
            document.cursor = None;
            document.buffer.take_dirty();
            document.note(ChangeLog::forget);
        }
    }

    pub fn get(&self, uri: &Uri) -> Option<&OpenDocument> {
        self.open.get(uri)
    }

    pub fn get_mut(&mut self, uri: &Uri) -> Option<&mut OpenDocument> {
        self.open.get_mut(uri)
    }

    /// Whether any document is being analysed.
    pub fn is_any_analysed(&self) -> bool {
        self.open.values().any(|document| document.analysing)
    }

    pub fn uris(&self) -> Vec<Uri> {
        self.open.keys().cloned().collect()
    }

    /// A document as it is now; `None` for one that is not open, not in sync or too long to be read.
    pub fn snapshot(&self, uri: &Uri, environment: &Arc<Environment>) -> Option<Snapshot> {
        let document = self.open.get(uri)?;
        if document.out_of_sync || document.is_too_long() {
            return None;
        }
        Some(Snapshot {
            uri: uri.clone(),
            version: document.version,
            format: document.format,
            rope: document.buffer.rope().clone(),
            changes: Arc::clone(&document.changes),
            cursor: document.cursor,
            environment: Arc::clone(environment),
            parsed: Arc::clone(&document.parsed),
            written: Arc::clone(&document.written),
            pace: Arc::clone(&document.pace),
            current: Arc::clone(&document.generation),
        })
    }
}

impl OpenDocument {
    fn apply(&mut self, change: &Change, encoding: Encoding) {
        match change.range {
            None => {
                self.out_of_sync = false;
                self.cursor = None;
            }
            Some(_) if self.out_of_sync => return,
            Some(_) => {}
        }
        if self.buffer.apply(change, encoding).is_err() {
            self.out_of_sync = true;
            self.cursor = None;
            return;
        }
        if let Some((start, _)) = change.range {
            let start = crate::document::buffer::offset(self.buffer.rope(), start, encoding);
            self.cursor = Some((start + change.text.len(), Instant::now()));
        }
    }

    /// Notes a change in the log; work on the text before it is stale from here on.
    fn note(&mut self, note: impl FnOnce(&mut ChangeLog)) {
        note(Arc::make_mut(&mut self.changes));
        self.generation.store(self.changes.latest(), Ordering::Release);
    }

    /// Allows the text as it is now to be checked.
    pub fn allow(&mut self) {
        self.allowed = Some(self.changes.latest());
    }

    /// Whether the text as it is now may be checked.
    pub fn is_allowed(&self) -> bool {
        self.allowed == Some(self.changes.latest())
    }

    /// Counts the changes of the text.
    pub fn generation(&self) -> u64 {
        self.changes.latest()
    }

    pub fn len(&self) -> usize {
        self.buffer.rope().len_bytes()
    }

    pub fn is_too_long(&self) -> bool {
        self.len() > LONGEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::buffer::{Difference, Dirty};
    use crate::text::Position;

    fn insert(line: usize, column: usize, text: &str) -> Change {
        let at = Position { line, column };
        Change { range: Some((at, at)), text: text.to_owned() }
    }

    fn documents() -> (Documents, Uri) {
        let mut documents = Documents::default();
        let uri: Uri = "file:///a".parse().unwrap();
        documents.open(uri.clone(), 1, Format::Plain, "một\nhai\n");
        (documents, uri)
    }

    fn text(documents: &Documents, uri: &Uri) -> String {
        documents.snapshot(uri, &Arc::default()).unwrap().rope.to_string()
    }

    #[test]
    fn changes_of_old_versions_and_unknown_documents_are_ignored() {
        let (mut documents, uri) = documents();
        assert_eq!(documents.change(&uri, 2, &[insert(0, 0, "x")], Encoding::Utf16), Changed::Applied);
        assert_eq!(documents.change(&uri, 2, &[insert(0, 0, "y")], Encoding::Utf16), Changed::OldVersion);
        assert_eq!(text(&documents, &uri), "xmột\nhai\n");
        let other = "file:///b".parse().unwrap();
        assert_eq!(documents.change(&other, 2, &[], Encoding::Utf16), Changed::Unknown);
    }

    #[test]
    fn a_client_that_never_counts_versions_is_heard() {
        let (mut documents, uri) = documents();
        let whole = |text: &str| Change { range: None, text: text.to_owned() };
        assert_eq!(documents.change(&uri, 1, &[whole("một")], Encoding::Utf16), Changed::Applied);
        assert_eq!(documents.change(&uri, 1, &[whole("hai")], Encoding::Utf16), Changed::Applied);
        assert_eq!(documents.change(&uri, UNCOUNTED, &[insert(0, 3, "!")], Encoding::Utf16), Changed::Applied);
        assert_eq!((text(&documents, &uri).as_str(), documents.get(&uri).unwrap().version), ("hai!", 2));
    }

    #[test]
    fn a_document_that_missed_a_change_is_taken_from_its_file_when_it_is_saved() {
        let (mut documents, uri) = documents();
        assert!(!documents.take_saved(&uri, 1, "ba"));
        assert!(documents.miss_change(&uri, Some(2)) && !documents.miss_change(&uri, None));
        assert!(!documents.take_saved(&uri, 1, "ba") && documents.take_saved(&uri, 2, "bốn"));
        assert_eq!(text(&documents, &uri), "bốn");
        assert_eq!(documents.change(&uri, 3, &[insert(0, 4, "!")], Encoding::Utf16), Changed::Applied);
    }

    #[test]
    fn after_an_impossible_edit_only_the_whole_text_helps() {
        let (mut documents, uri) = documents();
        let before = documents.snapshot(&uri, &Arc::default()).unwrap();
        let reversed =
            Change { range: Some((Position { line: 1, column: 1 }, Position::default())), text: "x".to_owned() };
        assert_eq!(documents.change(&uri, 2, &[reversed], Encoding::Utf16), Changed::LostSync);
        assert!(documents.snapshot(&uri, &Arc::default()).is_none() && before.is_stale());
        assert_eq!(documents.change(&uri, 3, &[insert(0, 0, "x")], Encoding::Utf16), Changed::StillOutOfSync);
        let whole = Change { range: None, text: "mới".to_owned() };
        assert_eq!(documents.change(&uri, 4, &[whole, insert(0, 3, "!")], Encoding::Utf16), Changed::Applied);
        assert_eq!(text(&documents, &uri), "mới!");
    }

    #[test]
    fn the_cursor_is_where_the_last_change_ended() {
        let (mut documents, uri) = documents();
        documents.change(&uri, 2, &[insert(1, 1, "Đ")], Encoding::Utf16);
        let cursor = documents.snapshot(&uri, &Arc::default()).unwrap().cursor.unwrap().0;
        assert_eq!(cursor, "một\nhĐ".len());
        assert!(documents.close(&uri) && !documents.close(&uri));
    }

    #[test]
    fn a_snapshot_knows_what_changed_since_another() {
        let (mut documents, uri) = documents();
        let take = |documents: &Documents| documents.snapshot(&uri, &Arc::default()).unwrap();
        let first = take(&documents);
        documents.change(&uri, 2, &[insert(0, 0, "x"), insert(1, 0, "y")], Encoding::Utf16);
        let second = take(&documents);
        assert!(first.is_stale() && !first.is_closed() && !second.is_stale());
        let dirty = Dirty { old_start: 0, old_end: "một\n".len(), new_end: "xmột\ny".len() };
        assert_eq!(second.changes.difference_from(&first.changes), Difference::Within(dirty));
        // After a panic nobody knows what the text is.
        documents.lose_sync(&uri);
        assert!(second.is_stale() && documents.snapshot(&uri, &Arc::default()).is_none());
        let whole = Change { range: None, text: "mới".to_owned() };
        assert_eq!(documents.change(&uri, 3, &[whole], Encoding::Utf16), Changed::Applied);
        assert_eq!(take(&documents).changes.difference_from(&second.changes), Difference::Unknown);
        let last = take(&documents);
        documents.close(&uri);
        assert!(last.is_stale() && last.is_closed());
    }
}

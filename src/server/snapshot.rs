//! A document at one moment, and what has been read of it: shared by everyone who works on it, so that nobody reads or
//! checks the same text twice.

use super::environment::Environment;
use super::lanes::Pace;
use super::written::Written;
use crate::check::{Checked, Environment as CheckEnvironment, Finding, paranoid};
use crate::document::buffer::{ChangeLog, Difference};
use crate::document::{Document, Format};
use crate::settings::Settings;
use ropey::Rope;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tower_lsp::ls_types::Uri;

/// The generation of a document that is closed.
pub const CLOSED: u64 = u64::MAX;

/// A document at one moment. Cheap to take, immutable, good on any thread.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub uri: Uri,
    pub version: i32,
    pub format: Format,
    pub rope: Rope,
    /// The changes that led here.
    pub changes: Arc<ChangeLog>,
    /// Where the last change ended, and when it was made.
    pub cursor: Option<(usize, Instant)>,
    pub environment: Arc<Environment>,
    pub parsed: Arc<tokio::sync::Mutex<ParsedDocuments>>,
    /// What has been written of its findings.
    pub written: Arc<Mutex<Written>>,
    pub pace: Arc<Pace>,
    /// The generation of the document now.
    pub current: Arc<AtomicU64>,
}

impl Snapshot {
    /// Whether the document has changed since, or is closed.
    pub fn is_stale(&self) -> bool {
        self.current.load(Ordering::Acquire) != self.changes.latest()
    }

    /// Whether the document has been closed since.
    pub fn is_closed(&self) -> bool {
        self.current.load(Ordering::Acquire) == CLOSED
    }

    pub fn settings(&self) -> &Arc<Settings> {
        self.environment.settings_of(&self.uri)
    }

    /// The findings of the document: at hand, or found now. On a thread that may wait. `None` where it was to stop.
    pub fn findings(
        &self,
        document: &Arc<Document>,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Arc<Vec<Finding>>> {
        let checked = {
            let parsed = self.parsed.blocking_lock();
            if let Some(findings) = parsed.findings(self) {
                return Some(findings);
            }
            Arc::clone(&parsed.checked)
        };
        let findings = Arc::new(if self.environment.leaves_alone(&self.uri) {
            Vec::new()
        } else {
            let (catalogue, settings) = (&self.environment.catalogue, &**self.settings());
            let environment = CheckEnvironment { catalogue, settings, epoch: self.environment.epoch };
            // What is kept is whole after a panic too: a block is either checked or not.
            let findings =
                checked.lock().unwrap_or_else(PoisonError::into_inner).update(document, &environment, cancelled)?;
            if paranoid::is_paranoid()
                && let Some(difference) = paranoid::difference(document, &environment, &findings)
            {
                tracing::error!("{}: version {}: {difference}", self.uri.as_str(), self.version);
                debug_assert!(false, "an edited document differs from a whole run: {difference}");
            }
            findings
        });
        if cancelled() {
            return None;
        }
        self.parsed.blocking_lock().keep(self, document, &findings);
        Some(findings)
    }
}

/// What has been read of a document: its latest state, from which the others are made.
#[derive(Debug, Default)]
pub struct ParsedDocuments {
    latest: Option<Parsed>,
    /// What was found in the document, block by block.
    checked: Arc<Mutex<Checked>>,
}

#[derive(Debug, Clone)]
struct Parsed {
    changes: Arc<ChangeLog>,
    document: Arc<Document>,
    /// The findings and the epoch of the environment that they were found in.
    findings: Option<(u64, Arc<Vec<Finding>>)>,
}

impl ParsedDocuments {
    /// The document of a snapshot: at hand, or read from what has changed since it was last read, or read whole, which
    /// the second value says. `None` where it was to stop.
    pub fn document(
        &mut self,
        snapshot: &Snapshot,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<(Arc<Document>, bool)> {
        let vocabulary = snapshot.environment.vocabulary();
        let usable = self
            .latest
            .as_ref()
            .filter(|p| Arc::ptr_eq(p.document.vocabulary(), vocabulary) && p.document.format() == snapshot.format);
        let change = usable.map(|parsed| (parsed, snapshot.changes.difference_from(&parsed.changes)));
        let mut findings = None;
        let (document, is_whole) = match change {
            Some((parsed, Difference::Nothing)) if parsed.changes.latest() == snapshot.changes.latest() => {
                return Some((Arc::clone(&parsed.document), false));
            }
            Some((parsed, Difference::Nothing)) => {
                findings.clone_from(&parsed.findings);
                (Arc::clone(&parsed.document), false)
            }
            Some((parsed, Difference::Within(dirty))) => {
                if cancelled() {
                    return None;
                }
                let document = Arc::clone(&parsed.document);
                if parsed.changes.latest() <= snapshot.changes.latest() {
                    // Nobody else holds it most often; then it is changed in place.
                    self.latest = None;
                }
                (Arc::new(Document::updated(document, snapshot.rope.clone(), dirty)), false)
            }
            // A whole text is read to its end even when it has changed meanwhile: the changes are read from there, and who
            // types on and on would never get there.
            None | Some((_, Difference::Unknown)) => {
                if snapshot.is_closed() {
                    return None;
                }
                (Arc::new(Document::from_rope(snapshot.rope.clone(), snapshot.format, vocabulary)), true)
            }
        };
        // A request may be about an older version; what was read for it is not worth keeping.
        let is_newer = self.latest.as_ref().is_none_or(|p| p.changes.latest() <= snapshot.changes.latest());
        if is_newer || is_whole {
            let changes = Arc::clone(&snapshot.changes);
            self.latest = Some(Parsed { changes, document: Arc::clone(&document), findings });
        }
        Some((document, is_whole))
    }

    fn findings(&self, snapshot: &Snapshot) -> Option<Arc<Vec<Finding>>> {
        let parsed = self.latest.as_ref().filter(|p| p.changes.latest() == snapshot.changes.latest())?;
        let (epoch, findings) = parsed.findings.as_ref()?;
        (*epoch == snapshot.environment.epoch).then(|| Arc::clone(findings))
    }

    fn keep(&mut self, snapshot: &Snapshot, document: &Arc<Document>, findings: &Arc<Vec<Finding>>) {
        if let Some(parsed) = self.latest.as_mut().filter(|parsed| Arc::ptr_eq(&parsed.document, document)) {
            parsed.findings = Some((snapshot.environment.epoch, Arc::clone(findings)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::documents::Documents;
    use super::*;
    use crate::document::Change;
    use crate::text::{Encoding, Position};

    const TEXT: &str = "Căn cứ Nghị định số 30/2020/NĐ-CP;\n\nhết\n";

    struct Desk {
        documents: Documents,
        environment: Arc<Environment>,
        uri: Uri,
        version: i32,
    }

    impl Desk {
        fn new() -> Self {
            let uri: Uri = "file:///a".parse().unwrap();
            let mut documents = Documents::default();
            documents.open(uri.clone(), 0, Format::Plain, TEXT);
            Self { documents, environment: Arc::default(), uri, version: 0 }
        }

        fn snapshot(&self) -> Snapshot {
            self.documents.snapshot(&self.uri, &self.environment).unwrap()
        }

        /// Types before everything else.
        fn type_text(&mut self, text: &str) {
            self.version += 1;
            let start = Position::default();
            let change = Change { range: Some((start, start)), text: text.to_owned() };
            self.documents.change(&self.uri, self.version, &[change], Encoding::Utf8);
        }
    }

    fn read(snapshot: &Snapshot, cancelled: bool) -> Option<(Arc<Document>, bool)> {
        snapshot.parsed.blocking_lock().document(snapshot, &|| cancelled)
    }

    #[test]
    fn a_document_is_read_once_and_then_from_its_changes() {
        let mut desk = Desk::new();
        let first = desk.snapshot();
        let (whole, is_whole) = read(&first, false).unwrap();
        assert!(is_whole && Arc::ptr_eq(&whole, &read(&first, false).unwrap().0));
        desk.type_text("Luật số 45/2019/QH14\n\n");
        desk.type_text("Theo ");
        let later = desk.snapshot();
        let (document, is_whole) = read(&later, false).unwrap();
        assert_eq!((is_whole, document.rope().to_string()), (false, later.rope.to_string()));
        assert_eq!(document.mentions().count(), whole.mentions().count() + 1);
        // A request about the text before is answered from there, and is not in the way of those after it.
        let (earlier, is_whole) = read(&first, false).unwrap();
        assert_eq!((is_whole, earlier.rope().to_string()), (false, TEXT.to_owned()));
        assert_eq!(earlier.mentions().count(), whole.mentions().count());
        assert!(Arc::ptr_eq(&document, &read(&later, false).unwrap().0));
    }

    #[test]
    fn reading_is_given_up_where_nothing_is_lost() {
        let mut desk = Desk::new();
        let first = desk.snapshot();
        desk.type_text("x");
        // The ground for reading the changes.
        assert!(first.is_stale() && read(&first, true).is_some_and(|(_, is_whole)| is_whole));
        let second = desk.snapshot();
        assert!(read(&second, true).is_none() && read(&second, false).is_some());
        let mut closed = Desk::new();
        let last = closed.snapshot();
        closed.documents.close(&closed.uri);
        assert!(read(&last, true).is_none());
    }

    #[test]
    fn findings_are_kept_until_the_text_or_the_environment_changes() {
        let mut desk = Desk::new();
        let snapshot = desk.snapshot();
        let (document, _) = read(&snapshot, false).unwrap();
        assert!(snapshot.findings(&document, &|| true).is_none());
        let findings = snapshot.findings(&document, &|| false).unwrap();
        assert!(Arc::ptr_eq(&findings, &snapshot.findings(&document, &|| true).unwrap()));
        // A change that changes nothing.
        desk.type_text("");
        let same = desk.snapshot();
        let (document, _) = read(&same, false).unwrap();
        assert!(Arc::ptr_eq(&findings, &same.findings(&document, &|| true).unwrap()));
        desk.environment = Arc::new(Environment { epoch: 1, ..Environment::default() });
        assert!(desk.snapshot().findings(&document, &|| true).is_none());
    }
}

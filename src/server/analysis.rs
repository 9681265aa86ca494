//! Reading and checking documents, off the tasks that talk to the client.
//!
//! Each document has one task that analyses it while something asks for it. It works on a snapshot; when the text has
//! moved on meanwhile, what was read is kept as the ground for reading the changes, and the findings are dropped.

use super::Server;
use super::convert::{self, Ranges};
use super::documents::{LONGEST, Snapshot};
use super::lifecycle::{Panicked, catch, trouble_for_test};
use super::messages::message;
use crate::check::{Category, Finding, check};
use crate::document::Document;
use crate::document::buffer::Dirty;
use ropey::Rope;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;
use tower_lsp::ls_types::{Diagnostic, Uri};

/// The most diagnostics of a document that are sent.
pub const MOST_DIAGNOSTICS: usize = 2000;
/// A run that takes less follows every keystroke at once.
const QUICK: Duration = Duration::from_millis(20);
/// The longest wait for the end of a burst of keystrokes.
const LONGEST_PAUSE: Duration = Duration::from_millis(250);
/// How long someone may rest at the cursor before what stands there is held against them.
pub const TYPING: Duration = Duration::from_millis(1500);

/// What has been read of a document, shared by everyone who works on it.
#[derive(Debug, Default)]
pub struct Shelf {
    latest: Option<Read>,
}

#[derive(Debug, Clone)]
struct Read {
    generation: u64,
    document: Arc<Document>,
    /// The findings and the epoch of the environment that they were found in.
    findings: Option<(u64, Arc<Vec<Finding>>)>,
}

impl Shelf {
    /// The document of a snapshot: at hand, or read from what has changed since it was last read, or read whole. The
    /// second value tells whether it was read whole.
    fn read(&mut self, snapshot: &Snapshot) -> (Arc<Document>, bool) {
        let vocabulary = snapshot.environment.vocabulary();
        let usable = self
            .latest
            .as_ref()
            .filter(|r| Arc::ptr_eq(r.document.vocabulary(), vocabulary) && r.document.format() == snapshot.format);
        let (document, whole) = match usable {
            Some(read) if read.generation == snapshot.generation => return (Arc::clone(&read.document), false),
            Some(read) => match difference(read.document.rope(), &snapshot.rope) {
                None => (Arc::clone(&read.document), false),
                Some(dirty) => {
                    let document = Arc::clone(&read.document);
                    self.latest = None;
                    (Arc::new(Document::updated(document, snapshot.rope.clone(), dirty)), false)
                }
            },
            None => (Arc::new(Document::from_rope(snapshot.rope.clone(), snapshot.format, vocabulary)), true),
        };
        // Someone may ask for an older text than the latest; that is not worth keeping.
        let newer = self.latest.as_ref().is_none_or(|latest| latest.generation <= snapshot.generation);
        if newer || whole {
            self.latest =
                Some(Read { generation: snapshot.generation, document: Arc::clone(&document), findings: None });
        }
        (document, whole)
    }

    fn findings(&self, snapshot: &Snapshot) -> Option<Arc<Vec<Finding>>> {
        let read = self.latest.as_ref().filter(|read| read.generation == snapshot.generation)?;
        let (epoch, findings) = read.findings.as_ref()?;
        (*epoch == snapshot.environment.epoch).then(|| Arc::clone(findings))
    }

    fn keep(&mut self, snapshot: &Snapshot, document: &Arc<Document>, findings: &Arc<Vec<Finding>>) {
        if let Some(read) = self.latest.as_mut().filter(|read| Arc::ptr_eq(&read.document, document)) {
            read.findings = Some((snapshot.environment.epoch, Arc::clone(findings)));
        }
    }
}

/// What lies between two texts, as one change; `None` where they are equal. Found by comparing them, which costs less
/// than a look at the first changed paragraph and holds however the client describes its edits.
fn difference(old: &Rope, new: &Rope) -> Option<Dirty> {
    let common = |a: &mut dyn Iterator<Item = &str>, b: &mut dyn Iterator<Item = &str>, back: bool| {
        let (mut x, mut y): (&[u8], &[u8]) = (&[], &[]);
        let mut total = 0;
        loop {
            if x.is_empty() {
                match a.next() {
                    Some(chunk) => x = chunk.as_bytes(),
                    None => return total,
                }
                continue;
            }
            if y.is_empty() {
                match b.next() {
                    Some(chunk) => y = chunk.as_bytes(),
                    None => return total,
                }
                continue;
            }
            let len = x.len().min(y.len());
            let (p, q) = if back { (&x[x.len() - len..], &y[y.len() - len..]) } else { (&x[..len], &y[..len]) };
            if p != q {
                let same = if back {
                    p.iter().rev().zip(q.iter().rev()).take_while(|(a, b)| a == b).count()
                } else {
                    p.iter().zip(q).take_while(|(a, b)| a == b).count()
                };
                return total + same;
            }
            total += len;
            (x, y) = if back { (&x[..x.len() - len], &y[..y.len() - len]) } else { (&x[len..], &y[len..]) };
        }
    };
    let (old_len, new_len) = (old.len_bytes(), new.len_bytes());
    let prefix = common(&mut old.chunks(), &mut new.chunks(), false);
    if prefix == old_len && prefix == new_len {
        return None;
    }
    let (old_end, new_end) = (old.chunks_at_byte(old_len).0, new.chunks_at_byte(new_len).0);
    let suffix = common(&mut old_end.reversed(), &mut new_end.reversed(), true);
    // Where a letter is doubled, both ends see it.
    let suffix = suffix.min(old_len - prefix).min(new_len - prefix);
    Some(Dirty { old_start: prefix, old_end: old_len - suffix, new_end: new_len - suffix })
}

/// The findings of a document at one moment, ready to be sent.
#[derive(Debug)]
pub struct Analysis {
    pub version: i32,
    /// All of them, in the order of the text.
    pub all: Arc<Vec<Diagnostic>>,
    /// Those that do not wait for the cursor to leave them; the same list where none does.
    pub quiet: Arc<Vec<Diagnostic>>,
    /// When the waiting is over.
    pub quiet_until: Option<Instant>,
}

impl Analysis {
    /// What is to be shown now.
    pub fn shown(&self) -> &Arc<Vec<Diagnostic>> {
        match self.quiet_until {
            Some(until) if Instant::now() < until => &self.quiet,
            _ => &self.all,
        }
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    Panicked,
    /// The document has changed, or nobody wants the answer any more.
    Stale,
}

impl From<Panicked> for Failure {
    fn from(_: Panicked) -> Self {
        Self::Panicked
    }
}

/// Tells work on another thread that nobody waits for it any more, when dropped.
#[derive(Debug, Default)]
pub struct Wanted(Arc<AtomicBool>);

impl Wanted {
    fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }
}

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

/// Does work on the document of a snapshot on a thread of its own, once a place among the `workers` is free. Dropping
/// the future (the client cancels) stops the work at its next step.
pub async fn with_document<T: Send + 'static>(
    snapshot: &Snapshot,
    workers: &Arc<Semaphore>,
    work: impl FnOnce(&Arc<Document>, &Snapshot, &dyn Fn() -> bool) -> T + Send + 'static,
) -> Result<T, Failure> {
    let wanted = Wanted::default();
    let dropped = wanted.flag();
    // Wait for the document first: those who wait for a long one take no place from those who ask for another.
    let mut shelf = Arc::clone(&snapshot.shelf).lock_owned().await;
    let place = Arc::clone(workers).acquire_owned().await.map_err(|_| Failure::Stale)?;
    let snapshot = snapshot.clone();
    let task = tokio::task::spawn_blocking(move || {
        let _place = place;
        catch(|| {
            let unwanted = || dropped.load(Ordering::Acquire);
            if unwanted() {
                return Err(Failure::Stale);
            }
            let (document, _) = shelf.read(&snapshot);
            drop(shelf);
            if unwanted() {
                return Err(Failure::Stale);
            }
            Ok(work(&document, &snapshot, &unwanted))
        })?
    });
    task.await.unwrap_or(Err(Failure::Panicked))
}

/// The findings of a snapshot: at hand, or found now. On a thread that may wait.
pub fn findings(document: &Arc<Document>, snapshot: &Snapshot) -> Arc<Vec<Finding>> {
    if let Some(findings) = snapshot.shelf.blocking_lock().findings(snapshot) {
        return findings;
    }
    let settings = snapshot.environment.settings_of(&snapshot.uri);
    let findings = Arc::new(if snapshot.environment.leaves_alone(&snapshot.uri) {
        Vec::new()
    } else {
        check(document, &snapshot.environment.catalogue, settings)
    });
    snapshot.shelf.blocking_lock().keep(snapshot, document, &findings);
    findings
}

/// Whether the next letter typed could cure a finding: what is only half written is often malformed, unknown or at odds
/// with what stands beside it, but not out of force.
fn may_be_half_written(finding: &Finding) -> bool {
    matches!(finding.code.rule().category, Category::Malformed | Category::Mismatch | Category::Unknown)
}

/// The findings as diagnostics.
pub fn diagnose(server: &Server, snapshot: &Snapshot, document: &Document, findings: &[Finding]) -> Analysis {
    let abilities = server.abilities();
    let mut ranges = Ranges::new(document.rope(), abilities.encoding);
    // When there are too many, the gravest stay, and the first of them.
    let mut kept: Vec<&Finding> = findings.iter().collect();
    if kept.len() > MOST_DIAGNOSTICS {
        kept.sort_by_key(|f| std::cmp::Reverse(f.severity));
        kept.truncate(MOST_DIAGNOSTICS);
        kept.sort_by_key(|f| f.span);
    }
    let waits = |finding: &Finding| {
        snapshot.cursor.is_some_and(|(at, _)| finding.span.touches(at)) && may_be_half_written(finding)
    };
    let quiet_until = snapshot
        .cursor
        .filter(|_| kept.iter().any(|finding| waits(finding)))
        .map(|(_, since)| since + TYPING)
        .filter(|&until| Instant::now() < until);
    let environment = &snapshot.environment;
    let pages = environment.pages_in(environment.settings_of(&snapshot.uri).language);
    let diagnostic = |f: &&Finding| convert::diagnostic(f, &snapshot.uri, &mut ranges, abilities, pages.as_deref());
    let all: Vec<Diagnostic> = kept.iter().map(diagnostic).collect();
    let all = Arc::new(all);
    let quiet = match quiet_until {
        None => Arc::clone(&all),
        Some(_) => {
            let calm = kept.iter().zip(all.iter()).filter(|(finding, _)| !waits(finding));
            Arc::new(calm.map(|(_, diagnostic)| diagnostic.clone()).collect())
        }
    };
    Analysis { version: snapshot.version, all, quiet, quiet_until }
}

impl Server {
    /// Has a document analysed and the result published, soon.
    pub fn ask_for_analysis(self: &Arc<Self>, uri: &Uri) {
        if self.abilities().pulls_diagnostics {
            return;
        }
        let mut documents = self.documents();
        let Some(document) = documents.get_mut(uri) else { return };
        document.asked += 1;
        if document.out_of_sync || document.is_too_long() {
            let too_long = document.is_too_long();
            let (version, len) = (document.version, document.len());
            let notice = if too_long { vec![self.too_long(uri, len)] } else { Vec::new() };
            document.analysis = None;
            document.published = None;
            self.outbox.publish(uri.clone(), notice, Some(version));
            return;
        }
        if !document.analysing {
            document.analysing = true;
            let id = document.id;
            tokio::spawn(Arc::clone(self).analyse_while_asked(uri.clone(), id));
        }
    }

    /// The one diagnostic of a document that is too long.
    pub fn too_long(&self, uri: &Uri, len: usize) -> Diagnostic {
        let environment = self.environment();
        let mebibytes = |n: usize| format!("{}", n.div_ceil(1 << 20));
        let arguments = [("size", mebibytes(len)), ("limit", mebibytes(LONGEST))];
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        convert::notice("document-too-long", message(environment.settings_of(uri).language, "too-big", &arguments))
    }

    /// Whether the document is still the one that a task works for.
    fn analysing(&self, uri: &Uri, id: u64) -> Option<Duration> {
        self.documents().get(uri).filter(|document| document.id == id).map(|document| document.last_run)
    }

    async fn analyse_while_asked(self: Arc<Self>, uri: Uri, id: u64) {
        while let Some(last_run) = self.analysing(&uri, id) {
            if last_run >= QUICK {
                tokio::time::sleep(LONGEST_PAUSE.min(last_run * 2)).await;
            }
            let taken = {
                let environment = self.environment();
                let mut documents = self.documents();
                match documents.get_mut(&uri).filter(|document| document.id == id) {
                    None => return,
                    Some(document) => {
                        let asked = document.asked;
                        match documents.snapshot(&uri, &environment) {
                            Some(snapshot) => (asked, snapshot),
                            None => {
                                if let Some(document) = documents.get_mut(&uri) {
                                    document.analysing = false;
                                }
                                return;
                            }
                        }
                    }
                }
            };
            let (asked, snapshot) = taken;
            let result = self.analyse(snapshot).await;
            let mut documents = self.documents();
            let Some(document) = documents.get_mut(&uri).filter(|document| document.id == id) else { return };
            let done = document.asked == asked;
            match result {
                Ok((analysis, took)) => {
                    if let Some(took) = took {
                        document.last_run = took;
                    }
                    if done {
                        document.analysis = Some(Arc::new(analysis));
                        self.publish(&uri, document);
                    }
                }
                Err(Failure::Stale) => {}
                // Told by the panic hook. The next change is another chance.
                Err(Failure::Panicked) => document.analysis = None,
            }
            if done {
                document.analysing = false;
                return;
            }
        }
    }

    /// Analyses a snapshot. The time that it took, if only changes were read.
    async fn analyse(self: &Arc<Self>, snapshot: Snapshot) -> Result<(Analysis, Option<Duration>), Failure> {
        let place = Arc::clone(&self.analysers).acquire_owned().await.map_err(|_| Failure::Stale)?;
        let mut shelf = Arc::clone(&snapshot.shelf).lock_owned().await;
        let server = Arc::clone(self);
        let task = tokio::task::spawn_blocking(move || {
            let _place = place;
            catch(|| {
                trouble_for_test("analysis", snapshot.uri.as_str());
                let start = Instant::now();
                let (document, whole) = shelf.read(&snapshot);
                drop(shelf);
                if snapshot.is_stale() {
                    return Err(Failure::Stale);
                }
                let read = start.elapsed();
                let findings = findings(&document, &snapshot);
                if snapshot.is_stale() {
                    return Err(Failure::Stale);
                }
                let checked = start.elapsed() - read;
                let analysis = diagnose(&server, &snapshot, &document, &findings);
                let took = start.elapsed();
                tracing::debug!(
                    "{}: version {} in {took:?}: read {read:?}, checked {checked:?}",
                    snapshot.uri.as_str(),
                    snapshot.version
                );
                Ok((analysis, (!whole).then_some(took)))
            })?
        });
        task.await.unwrap_or(Err(Failure::Panicked))
    }

    /// Sends the diagnostics of a document, if they are news; and once more when nobody types at a finding any longer.
    fn publish(self: &Arc<Self>, uri: &Uri, document: &mut super::documents::Open) {
        let Some(analysis) = document.analysis.clone() else { return };
        let shown = Arc::clone(analysis.shown());
        if let Some(until) = analysis.quiet_until.filter(|&until| Instant::now() < until) {
            let (server, uri) = (Arc::clone(self), uri.clone());
            let analysis = Arc::downgrade(&analysis);
            tokio::spawn(async move {
                tokio::time::sleep_until(until.into()).await;
                let Some(analysis) = analysis.upgrade() else { return };
                let mut documents = server.documents();
                let Some(document) = documents.get_mut(&uri) else { return };
                if document.version == analysis.version
                    && document.analysis.as_ref().is_some_and(|latest| Arc::ptr_eq(latest, &analysis))
                {
                    server.publish(&uri, document);
                }
            });
        }
        let news = match &document.published {
            Some((version, list)) => {
                **list != *shown || (*version != analysis.version && self.abilities().diagnostic_versions)
            }
            None => true,
        };
        if news {
            document.published = Some((analysis.version, Arc::clone(&shown)));
            self.outbox.publish(uri.clone(), shown.to_vec(), Some(analysis.version));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_difference_of_two_texts_is_found(
            start in "[ab\nĐÐ]{0,20}", old in "[abĐ]{0,6}", new in "[abÐ]{0,6}", end in "[ab\nĐÐ]{0,20}", long in any::<bool>(),
        ) {
            // Long enough for ropes of several chunks.
            let long = if long { "Nghị định ".repeat(400) } else { String::new() };
            let before = format!("{long}{start}{old}{end}{long}");
            let after = format!("{start}{new}{end}{long}");
            let after = format!("{long}{after}");
            let (a, b) = (Rope::from_str(&before), Rope::from_str(&after));
            match difference(&a, &b) {
                None => prop_assert_eq!(before, after),
                Some(dirty) => {
                    let (x, y) = (before.as_bytes(), after.as_bytes());
                    prop_assert_eq!(&x[..dirty.old_start], &y[..dirty.old_start]);
                    prop_assert_eq!(&x[dirty.old_end..], &y[dirty.new_end..]);
                    prop_assert!(dirty.old_end - dirty.old_start <= old.len().max(new.len()) * 2 + 2);
                }
            }
        }
    }
}

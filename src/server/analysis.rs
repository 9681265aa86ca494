//! When documents are read and checked, and when the client gets the result.
//!
//! Each document has one task that analyses it while something asks for it. It works on a snapshot; when the text has
//! moved on meanwhile, what was read is kept, so that only the changes have to be read, and the check is given up.

use super::diagnostics::{self, Analysis, TYPING_GRACE};
use super::documents::OpenDocument;
use super::lanes::{Pace, Place};
use super::session::Session;
use super::snapshot::Snapshot;
use super::work::{Failure, on_thread};
use crate::settings::Checking;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};
use tower_lsp::ls_types::Uri;

/// So long a check waits for the catalogue when the session begins. Opening it takes a fraction of that, making it anew much longer.
const CATALOGUE_PATIENCE: Duration = Duration::from_millis(1500);

/// What gives reason to check a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    Open,
    Change,
    Save,
    /// Settings, catalogue or library are others.
    Environment,
    /// The user asks for it.
    Command,
}

impl Session {
    /// Has a document analysed and the result published, soon, if the settings allow it at such an occasion.
    pub fn request_analysis(self: &Arc<Self>, uri: &Uri, occasion: Occasion) {
        let checking = self.environment().settings_of(uri).checking;
        let mut documents = self.documents();
        let Some(document) = documents.get_mut(uri) else { return };
        match (checking, occasion) {
            (_, Occasion::Command)
            | (Checking::Typing, _)
            | (Checking::Rest, Occasion::Open | Occasion::Save)
            | (Checking::Save, Occasion::Open | Occasion::Save) => document.allow(),
            (Checking::Rest, Occasion::Change) => {
                let generation = document.generation();
                drop(documents);
                return self.analyse_at_rest(uri, generation);
            }
            // What was checked before is checked again where the environment is another.
            (_, Occasion::Environment) if document.is_allowed() => {}
            (Checking::Rest | Checking::Save | Checking::Manual, _) => return,
        }
        if self.capabilities().pulls_diagnostics {
            // While typing the client pulls by itself.
            if checking != Checking::Typing && occasion != Occasion::Environment {
                self.refresh_diagnostics();
            }
            return;
        }
        document.asked += 1;
        if document.out_of_sync || document.is_too_long() {
            let notice = document.is_too_long().then(|| self.too_long(uri, document.len()));
            document.analysis = None;
            document.published = None;
            self.outbox.publish(uri.clone(), diagnostics::json(notice.iter()), Some(document.version));
            return;
        }
        if !document.analysing {
            document.analysing = true;
            let id = document.id;
            tokio::spawn(Arc::clone(self).analyse_while_asked(uri.clone(), id));
        }
    }

    /// Has a document analysed when nobody has changed it for a moment.
    fn analyse_at_rest(self: &Arc<Self>, uri: &Uri, generation: u64) {
        let (session, uri) = (Arc::clone(self), uri.clone());
        tokio::spawn(async move {
            tokio::time::sleep(TYPING_GRACE).await;
            let is_at_rest = session.documents().get(&uri).is_some_and(|d| d.generation() == generation);
            if is_at_rest {
                session.request_analysis(&uri, Occasion::Command);
            }
        });
    }

    async fn analyse_while_asked(self: Arc<Self>, uri: Uri, id: u64) {
        // Without it the text would be read and checked twice.
        self.catalogue_within(CATALOGUE_PATIENCE).await;
        while let Some(pace) = self.pace(&uri, id) {
            let place = self.analyses.enter(&pace).await;
            // Only now: the text may have moved on while the task waited.
            let Some((asked, snapshot)) = self.begin_analysis(&uri, id) else { return };
            let result = self.analyse(place, snapshot).await;
            if self.end_analysis(&uri, id, asked, result) {
                return;
            }
        }
    }

    /// How quick the document is; `None` where it is not the one any more that a task works for.
    fn pace(&self, uri: &Uri, id: u64) -> Option<Arc<Pace>> {
        let documents = self.documents();
        let document = documents.get(uri).filter(|document| document.id == id)?;
        Some(Arc::clone(&document.pace))
    }

    /// What is to be analysed now, and for how many requests; `None` where the task is over.
    fn begin_analysis(&self, uri: &Uri, id: u64) -> Option<(u64, Snapshot)> {
        let environment = self.environment();
        let mut documents = self.documents();
        let snapshot = documents.snapshot(uri, &environment);
        let document = documents.get_mut(uri).filter(|document| document.id == id)?;
        if snapshot.is_none() {
            document.analysing = false;
        }
        Some((document.asked, snapshot?))
    }

    /// Takes in what an analysis has found. Whether nobody has asked for another one meanwhile.
    fn end_analysis(self: &Arc<Self>, uri: &Uri, id: u64, asked: u64, result: Result<Analysis, Failure>) -> bool {
        let mut documents = self.documents();
        let Some(document) = documents.get_mut(uri).filter(|document| document.id == id) else { return true };
        let is_done = document.asked == asked;
        match result {
            Ok(analysis) => {
                if is_done {
                    document.analysis = Some(Arc::new(analysis));
                    self.publish(uri, document);
                }
            }
            Err(Failure::Stale) => {}
            // Reported by the panic hook. The next change is another chance.
            Err(Failure::Panicked) => document.analysis = None,
        }
        document.analysing = !is_done;
        is_done
    }

    /// Analyses a snapshot. It is given up at the next block when the text has moved on; what was found so far is kept.
    async fn analyse(self: &Arc<Self>, place: Arc<Place>, snapshot: Snapshot) -> Result<Analysis, Failure> {
        let mut parsed = Arc::clone(&snapshot.parsed).lock_owned().await;
        let session = Arc::clone(self);
        let work = move || {
            session.hooks.strike("analysis", snapshot.uri.as_str());
            let start = Instant::now();
            let is_stale = || snapshot.is_stale();
            let (document, is_whole) = parsed.document(&snapshot, &is_stale).ok_or(Failure::Stale)?;
            drop(parsed);
            if is_stale() {
                return Err(Failure::Stale);
            }
            let read = start.elapsed();
            let findings = snapshot.findings(&document, &is_stale).ok_or(Failure::Stale)?;
            let checked = start.elapsed() - read;
            let mut written = snapshot.written.lock().unwrap_or_else(PoisonError::into_inner);
            let analysis = Analysis::new(session.capabilities(), &snapshot, &document, &findings, &mut written);
            drop(written);
            let took = start.elapsed();
            // A whole text is read and checked once, and its changes from then on.
            snapshot.pace.note(if is_whole { Duration::ZERO } else { took });
            tracing::debug!(
                "{}: version {} in {took:?}: read {read:?}, checked {checked:?}",
                snapshot.uri.as_str(),
                snapshot.version
            );
            Ok(analysis)
        };
        on_thread(place, work).await
    }

    /// Sends the diagnostics of a document, if they are news; and once more when nobody types at a finding any longer.
    fn publish(self: &Arc<Self>, uri: &Uri, document: &mut OpenDocument) {
        let Some(analysis) = document.analysis.clone() else { return };
        let shown = Arc::clone(analysis.shown());
        if let Some(until) = analysis.quiet_until.filter(|&until| Instant::now() < until) {
            let (session, uri) = (Arc::clone(self), uri.clone());
            let analysis = Arc::downgrade(&analysis);
            tokio::spawn(async move {
                tokio::time::sleep_until(until.into()).await;
                let Some(analysis) = analysis.upgrade() else { return };
                let mut documents = session.documents();
                let Some(document) = documents.get_mut(&uri) else { return };
                if document.version == analysis.version
                    && document.analysis.as_ref().is_some_and(|latest| Arc::ptr_eq(latest, &analysis))
                {
                    session.publish(&uri, document);
                }
            });
        }
        let is_news = match &document.published {
            // A client that knows versions waits for the diagnostics of the version that it has sent.
            Some((version, list)) => {
                (self.capabilities().diagnostic_versions && *version != analysis.version) || **list != *shown
            }
            None => true,
        };
        if is_news {
            document.published = Some((analysis.version, Arc::clone(&shown)));
            self.outbox.publish(uri.clone(), shown, Some(analysis.version));
        }
    }
}

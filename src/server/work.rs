//! Work on threads of its own: the tasks that talk to the client never compute.

use super::lanes::{Lanes, Pace, Place};
use super::panics::{Panicked, catch};
use super::snapshot::{ParsedDocuments, Snapshot};
use crate::document::Document;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::OwnedMutexGuard;

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    Panicked,
    /// The document has changed, or nobody wants the result any more.
    Stale,
}

impl From<Panicked> for Failure {
    fn from(_: Panicked) -> Self {
        Self::Panicked
    }
}

/// Which text a piece of work is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The text as it was when the work was asked for. Later changes do not matter.
    TextThen,
    /// The text as it is: given up as soon as it changes.
    TextNow,
}

/// Tells work on another thread to stop, when dropped.
#[derive(Debug, Default)]
pub struct CancelOnDrop(Arc<AtomicBool>);

impl CancelOnDrop {
    fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }
}

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

/// Does work on a thread of its own; its place is free again when the work ends.
pub async fn on_thread<T: Send + 'static>(
    place: Arc<Place>,
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let task = tokio::task::spawn_blocking(move || {
        let _place = place;
        catch(work)?
    });
    task.await.unwrap_or(Err(Failure::Panicked))
}

/// Does work on the document of a snapshot, on a thread of its own. Dropping the future (the client cancels the request)
/// stops the work at its next step; the last argument of the work says whether it is to stop.
pub async fn on_document<T: Send + 'static>(
    snapshot: Snapshot,
    lanes: &Lanes,
    about: About,
    work: impl FnOnce(&Arc<Document>, &Snapshot, &(dyn Fn() -> bool + Sync)) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let running = CancelOnDrop::default();
    let dropped = running.flag();
    let (parsed, place) = document_and_place(&snapshot, lanes).await;
    on_thread(place, move || {
        let cancelled = || dropped.load(Ordering::Acquire) || (about == About::TextNow && snapshot.is_stale());
        if cancelled() {
            return Err(Failure::Stale);
        }
        let mut parsed = parsed;
        let start = Instant::now();
        let (document, is_whole) = parsed.document(&snapshot, &cancelled).ok_or(Failure::Stale)?;
        drop(parsed);
        if cancelled() {
            return Err(Failure::Stale);
        }
        let result = work(&document, &snapshot, &cancelled)?;
        if about == About::TextNow {
            // A whole text is read and checked once, and its changes from then on.
            snapshot.pace.note(if is_whole { Duration::ZERO } else { start.elapsed() });
        }
        Ok(result)
    })
    .await
}

/// Waits for what has been read of a document, and for a place to work on it.
async fn document_and_place(snapshot: &Snapshot, lanes: &Lanes) -> (OwnedMutexGuard<ParsedDocuments>, Arc<Place>) {
    // The document first: those who wait for a long one take no place from those who ask for another.
    let parsed = Arc::clone(&snapshot.parsed).lock_owned().await;
    if let Some(place) = lanes.try_enter(&snapshot.pace) {
        return (parsed, place);
    }
    // But nobody keeps it while waiting for a place: those who have the places come back to the document before they leave.
    drop(parsed);
    let place = lanes.enter(&snapshot.pace).await;
    (Arc::clone(&snapshot.parsed).lock_owned().await, place)
}

/// Does work on no document in particular that is expected to be quick, on a thread of its own. Dropping the future stops it
/// before it begins, and at its next step.
pub async fn on_environment<T: Send + 'static>(
    lanes: &Lanes,
    work: impl FnOnce(&(dyn Fn() -> bool + Sync)) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    stoppable(lanes, Pace::default(), work).await
}

/// Does work on no document in particular, on a thread of its own. Dropping the future stops the work at its next step.
pub async fn on_workspace<T: Send + 'static>(
    lanes: &Lanes,
    work: impl FnOnce(&(dyn Fn() -> bool + Sync)) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    // Expected to be slow: those who ask for a document do not wait for it.
    stoppable(lanes, Pace::expected(usize::MAX), work).await
}

async fn stoppable<T: Send + 'static>(
    lanes: &Lanes,
    pace: Pace,
    work: impl FnOnce(&(dyn Fn() -> bool + Sync)) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let running = CancelOnDrop::default();
    let dropped = running.flag();
    let place = lanes.enter(&Arc::new(pace)).await;
    on_thread(place, move || {
        let cancelled = || dropped.load(Ordering::Acquire);
        if cancelled() { Err(Failure::Stale) } else { work(&cancelled) }
    })
    .await
}

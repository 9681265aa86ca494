//! Who waits for whom when there is more work than processors: slow documents wait for each other, and nobody else for them.
//!
//! Work on documents that have been quick has one lane, work on slow ones another with a place of its own. A document that
//! nobody expected to be slow gives its place in the quick lane to others after a moment, goes on without one, and is slow
//! from then on, until it is quick again.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many quick documents are worked on at once, and how many slow ones.
const QUICK_PLACES: usize = 2;
const SLOW_PLACES: usize = 1;
/// Work that takes longer is slow.
const SLOW: Duration = Duration::from_millis(100);
/// A text of so many bytes is expected to be slow the first time, when the whole of it has to be read.
const LONG_TEXT: usize = 256 << 10;

/// Whether a document is quick or slow to work on.
#[derive(Debug, Default)]
pub struct Pace(AtomicBool);

impl Pace {
    /// What to expect of a text that has not been read yet.
    pub fn expected(bytes: usize) -> Self {
        Self(AtomicBool::new(bytes > LONG_TEXT))
    }

    /// Notes how long work took.
    pub fn note(&self, took: Duration) {
        self.0.store(took > SLOW, Ordering::Relaxed);
    }

    pub fn is_slow(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The places for one kind of work.
#[derive(Debug)]
pub struct Lanes {
    quick: Arc<Semaphore>,
    slow: Arc<Semaphore>,
}

impl Default for Lanes {
    fn default() -> Self {
        Self { quick: Arc::new(Semaphore::new(QUICK_PLACES)), slow: Arc::new(Semaphore::new(SLOW_PLACES)) }
    }
}

impl Lanes {
    /// Waits for a place in the lane of a document.
    pub async fn enter(&self, pace: &Arc<Pace>) -> Arc<Place> {
        let is_slow = pace.is_slow();
        // The lanes are never closed.
        let permit = self.lane(is_slow).acquire_owned().await.ok();
        place(permit, pace, is_slow)
    }

    /// Takes a place in the lane of a document, where one is free.
    pub fn try_enter(&self, pace: &Arc<Pace>) -> Option<Arc<Place>> {
        let is_slow = pace.is_slow();
        let permit = self.lane(is_slow).try_acquire_owned().ok()?;
        Some(place(Some(permit), pace, is_slow))
    }

    fn lane(&self, is_slow: bool) -> Arc<Semaphore> {
        Arc::clone(if is_slow { &self.slow } else { &self.quick })
    }
}

/// A place that was entered; one in the quick lane is given to others after a moment.
fn place(permit: Option<OwnedSemaphorePermit>, pace: &Arc<Pace>, is_slow: bool) -> Arc<Place> {
    let place = Arc::new(Place(Mutex::new(permit)));
    if !is_slow {
        let (pace, place) = (Arc::clone(pace), Arc::downgrade(&place));
        tokio::spawn(async move {
            tokio::time::sleep(SLOW).await;
            if let Some(place) = place.upgrade() {
                pace.0.store(true, Ordering::Relaxed);
                place.leave();
            }
        });
    }
    place
}

/// A place in a lane, given back when the work drops it.
#[derive(Debug)]
pub struct Place(Mutex<Option<OwnedSemaphorePermit>>);

impl Place {
    fn leave(&self) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::timeout;

    fn with_runtime(test: impl Future<Output = ()>) {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(test);
    }

    const SOON: Duration = Duration::from_millis(20);
    /// Longer than any test waits when all is well.
    const PATIENCE: Duration = Duration::from_secs(30);

    #[test]
    fn slow_documents_wait_for_each_other_only() {
        with_runtime(async {
            let lanes = Lanes::default();
            let (slow, quick) = (Arc::new(Pace::expected(1 << 20)), Arc::new(Pace::expected(1 << 10)));
            let first = lanes.enter(&slow).await;
            assert!(timeout(SOON, lanes.enter(&slow)).await.is_err());
            let _third = timeout(PATIENCE, lanes.enter(&quick)).await.unwrap();
            drop(first);
            timeout(PATIENCE, lanes.enter(&slow)).await.unwrap();
        });
    }

    #[test]
    fn those_that_turn_out_to_be_slow_give_their_place_to_others() {
        with_runtime(async {
            let lanes = Lanes::default();
            let paces: Vec<Arc<Pace>> = (0..2).map(|_| Arc::default()).collect();
            let (_one, _two) = (lanes.enter(&paces[0]).await, lanes.enter(&paces[1]).await);
            let third = Arc::new(Pace::default());
            assert!(!third.is_slow());
            let _place = timeout(PATIENCE, lanes.enter(&third)).await.unwrap();
            assert!(paces.iter().all(|pace| pace.is_slow()));
            paces[0].note(Duration::from_millis(1));
            assert!(!paces[0].is_slow());
        });
    }
}

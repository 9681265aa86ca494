//! The library in the server: folders with texts of instruments, read in the background, watched, and read again where they
//! change. The client sees how far it is.

use super::environment::Environment;
use super::messages::message;
use super::panics::catch;
use super::session::Session;
use crate::i18n::{Localized, Localizer};
use crate::ide::completion::warm;
use crate::lexicon::Vocabulary;
use crate::library::{Library, folder};
use notify::{RecursiveMode, Watcher};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::watch;
use tower_lsp::ls_types::{MessageType, ProgressToken};

/// How long files must be at rest before they are read: a copy of many comes as many events.
const REST: Duration = Duration::from_millis(300);
/// How long the client may take to agree to be shown the progress.
const CONSENT: Duration = Duration::from_secs(30);
/// How many refused files a message names.
const NAMED: usize = 3;
/// The most of them that are logged at once.
const LOGGED: usize = 500;

/// The library as it was last read. One task works on it at a time.
#[derive(Debug, Default)]
pub struct LibraryState {
    library: Library,
    folders: Vec<PathBuf>,
    watcher: Option<notify::RecommendedWatcher>,
    /// Problems that have been reported to the user.
    reported: HashSet<String>,
    /// How often it was read, for the names of progress.
    rounds: u64,
}

/// How far work is: files read, files to be read.
pub type Progress = (usize, usize);

impl Session {
    /// Reads the library again, on a task of its own, soon. Several calls while one waits are one.
    pub fn read_library(self: &Arc<Self>, rest: bool) {
        if self.library_waits.swap(true, Ordering::AcqRel) {
            return;
        }
        let session = Arc::clone(self);
        tokio::spawn(async move {
            if rest {
                tokio::time::sleep(REST).await;
            }
            let state = Arc::clone(&session.library).lock_owned().await;
            session.library_waits.store(false, Ordering::Release);
            let environment = session.environment();
            // Without the names of the catalogue nothing can be read; it comes back here when it is loaded.
            let Some(vocabulary) = environment.vocabulary.clone() else { return };
            session.read_library_with(state, &environment, vocabulary).await;
        });
    }

    async fn read_library_with(
        self: &Arc<Self>,
        mut state: tokio::sync::OwnedMutexGuard<LibraryState>,
        environment: &Environment,
        vocabulary: Arc<Vocabulary>,
    ) {
        state.rounds += 1;
        let (progressed, progress) = watch::channel::<Progress>((0, 0));
        if self.capabilities().shows_progress {
            let title = message(environment.first_settings().language, "library-progress", &[]);
            tokio::spawn(Arc::clone(self).show_progress(format!("viendan-library-{}", state.rounds), title, progress));
        }
        let of_folders = environment.folders.iter().flat_map(|(_, s)| &s.library);
        // Without a folder a relative path has no place to start from.
        let outside = environment.settings.library.iter().filter(|path| path.is_absolute());
        let settings: Vec<PathBuf> = of_folders.chain(outside).cloned().collect();
        let base = environment.base.clone();
        let stale = self.library_is_stale.swap(false, Ordering::AcqRel);
        let session = Arc::clone(self);
        let handle = tokio::runtime::Handle::current();
        let work = move || {
            catch(|| {
                let mut folders: Vec<PathBuf> = settings;
                folders.extend(folder::added());
                folders.sort();
                folders.dedup();
                if state.folders != folders || (state.watcher.is_none() && !folders.is_empty()) {
                    state.watcher = session.watch_library(&folders, handle);
                    state.folders = folders;
                }
                let LibraryState { library, folders, .. } = &mut *state;
                let report = library.update(folders, &vocabulary, &|done, total| {
                    progressed.send_replace((done, total));
                });
                drop(progressed);
                let replaced = (report.changed() || (stale && !library.is_empty())).then(|| {
                    library.catalogue(&base).map(|texts| {
                        let catalogue = texts.layered_over(&base);
                        let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
                        warm(&catalogue);
                        (catalogue, vocabulary, Arc::new(library.clone()))
                    })
                });
                session.report_problems(&mut state, &report.unwalkable);
                replaced
            })
        };
        match tokio::task::spawn_blocking(work).await {
            Ok(Ok(Some(Ok((catalogue, vocabulary, library))))) => self.replace_environment(|old| Environment {
                catalogue,
                vocabulary: Some(vocabulary),
                library,
                ..old.clone()
            }),
            Ok(Ok(Some(Err(error)))) => self.outbox.show(MessageType::WARNING, format!("viendan: {error}")),
            Ok(Ok(None)) | Ok(Err(_)) | Err(_) => {}
        }
    }

    /// Watches the folders for changes. Where that cannot be had, there are only the changes that the client reports.
    fn watch_library(
        self: &Arc<Self>,
        folders: &[PathBuf],
        handle: tokio::runtime::Handle,
    ) -> Option<notify::RecommendedWatcher> {
        let session = Arc::downgrade(self);
        let changed = move |event: notify::Result<notify::Event>| {
            // Reading a file is an event too, and nothing that would have to be read again.
            if event.as_ref().is_ok_and(|e| e.kind.is_access()) {
                return;
            }
            if let Some(session) = session.upgrade() {
                handle.spawn(async move { session.read_library(true) });
            }
        };
        let mut watcher = match notify::recommended_watcher(changed) {
            Ok(watcher) => watcher,
            Err(error) => {
                tracing::warn!("library: {error}");
                return None;
            }
        };
        for folder in folders {
            if let Err(error) = watcher.watch(folder, RecursiveMode::Recursive) {
                tracing::warn!("{}: {error}", folder.display());
            }
        }
        Some(watcher)
    }

    /// Reports what could not be read: to the user once, to the log more of it.
    fn report_problems(&self, state: &mut LibraryState, unwalkable: &[String]) {
        let localizer = Localizer::of(self.environment().first_settings().language);
        let refused = state.library.refused();
        let refused = refused.map(|(path, cause)| format!("{}: {}", path.display(), cause.localized(localizer)));
        let all: HashSet<String> = unwalkable.iter().cloned().chain(refused).collect();
        let mut fresh: Vec<&String> = all.difference(&state.reported).collect();
        fresh.sort();
        if !fresh.is_empty() {
            let named: Vec<&str> = fresh.iter().take(NAMED).map(|s| s.as_str()).collect();
            let mut causes = named.join("; ");
            if fresh.len() > NAMED {
                causes.push_str("; …");
            }
            let language = self.environment().first_settings().language;
            let count = fresh.len().to_string();
            let text = message(language, "library-problem", &[("count", &count), ("causes", &causes)]);
            self.outbox.show(MessageType::WARNING, text);
            // A folder of a million other files would keep the client busy for minutes.
            for problem in fresh.iter().skip(NAMED).take(LOGGED) {
                self.outbox.log(MessageType::WARNING, (*problem).clone());
            }
            if fresh.len() > NAMED + LOGGED {
                self.outbox.log(MessageType::WARNING, format!("… ({})", fresh.len()));
            }
        }
        state.reported = all;
    }

    /// Shows the client how far work is, from its first file to its end.
    pub async fn show_progress(self: Arc<Self>, name: String, title: String, mut progress: watch::Receiver<Progress>) {
        // Nothing to read.
        if progress.wait_for(|&(_, total)| total > 0).await.is_err() {
            return;
        }
        let token = ProgressToken::String(name);
        let consent = tokio::time::timeout(CONSENT, self.client.create_work_done_progress(token.clone())).await;
        if !matches!(consent, Ok(Ok(()))) {
            return;
        }
        let shown = self.client.progress(token, title).with_percentage(0).begin().await;
        while progress.changed().await.is_ok() {
            let (done, total) = *progress.borrow_and_update();
            let percent = (done * 100).checked_div(total).unwrap_or(100);
            shown.report_with_message(format!("{done}/{total}"), u32::try_from(percent).unwrap_or(100)).await;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        shown.finish().await;
    }
}

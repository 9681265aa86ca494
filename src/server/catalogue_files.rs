//! The catalogue of the server: opened with the files that the settings name, and again when the user has imported something.

use super::environment::{Environment, write_pages};
use super::panics::catch;
use super::session::Session;
use crate::catalogue::Catalogue;
use crate::i18n::{Localized, Localizer};
use crate::ide::completion::warm;
use crate::lexicon::Vocabulary;
use crate::settings::Settings;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};
use tower_lsp::ls_types::MessageType;

/// What a catalogue is made of beside the built-in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueInputs {
    /// The files that the settings name.
    files: Vec<PathBuf>,
    /// When these, the user's own databases and what SQLite keeps beside them were written last; `None` for one that is not there.
    written: Vec<Option<SystemTime>>,
}

impl CatalogueInputs {
    pub fn now(files: Vec<PathBuf>) -> Self {
        let own = [Catalogue::user_store(), Catalogue::harvest_store()];
        let beside = own.into_iter().flatten().flat_map(|path| [path.with_extension("db-wal"), path]);
        let paths = files.iter().cloned().chain(beside);
        let written = paths.map(|path| path.metadata().and_then(|m| m.modified()).ok()).collect();
        Self { files, written }
    }
}

/// The catalogue files of all settings, each once.
pub fn catalogue_files(folders: &[(PathBuf, Arc<Settings>)], settings: &Settings) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    let all = folders.iter().flat_map(|(_, settings)| &settings.catalogues).chain(&settings.catalogues);
    for file in all {
        if !files.contains(file) {
            files.push(file.clone());
        }
    }
    files
}

impl Session {
    /// Opens the catalogue again if the user has imported something since, or a file of the settings is another or gone: new acts
    /// have names that the recogniser must learn. It costs some looks at the disk.
    pub fn look_for_imports(self: &Arc<Self>) {
        let files = self.catalogue_inputs().as_ref().map(|inputs| inputs.files.clone());
        if let Some(files) = files {
            self.load_catalogue(CatalogueInputs::now(files));
        }
    }

    /// Opens the catalogues again: one that is made of lines has another.
    pub fn reload_catalogue(self: &Arc<Self>) {
        let files = self.catalogue_inputs().take().map(|inputs| inputs.files);
        if let Some(files) = files {
            self.load_catalogue(CatalogueInputs::now(files));
        }
    }

    /// Opens the catalogues, on a task of its own, if others are wanted than those that are open or being opened.
    pub fn load_catalogue(self: &Arc<Self>, asked: CatalogueInputs) {
        {
            let mut wanted = self.catalogue_inputs();
            if wanted.as_ref() == Some(&asked) {
                return;
            }
            *wanted = Some(asked.clone());
        }
        let session = Arc::clone(self);
        tokio::spawn(async move {
            let files = asked.files.clone();
            let load = move || {
                catch(|| {
                    let (catalogue, problems) = Catalogue::open(&files);
                    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
                    (catalogue, vocabulary, problems)
                })
            };
            // Beside the catalogue, which takes longer where either has to be made.
            let pages = session.environment().pages.clone();
            let write = move || pages.or_else(write_pages);
            let (loaded, pages) = tokio::join!(tokio::task::spawn_blocking(load), tokio::task::spawn_blocking(write));
            if session.catalogue_inputs().as_ref() != Some(&asked) {
                // Others have been asked for meanwhile.
                return;
            }
            if let Ok(Ok((catalogue, vocabulary, problems))) = loaded {
                tokio::spawn(Arc::clone(&session).warm_at_leisure(catalogue.clone()));
                let localizer = Localizer::of(session.environment().first_settings().language);
                for problem in problems {
                    let cause = problem.localized(localizer);
                    let text = localizer.text("server-catalogue-problem", &[("cause", &cause)]);
                    session.outbox.show(MessageType::WARNING, text);
                }
                session.replace_environment(|old| Environment {
                    base: catalogue.clone(),
                    catalogue,
                    vocabulary: Some(vocabulary),
                    pages: pages.ok().flatten(),
                    ..old.clone()
                });
                session.library_is_stale.store(true, Ordering::Release);
                session.read_library(false);
            }
            session.ready.send_replace(true);
        });
    }

    /// Has the lists made that completions are chosen from, when no document is being checked: whoever opens one waits for its
    /// diagnostics first.
    async fn warm_at_leisure(self: Arc<Self>, catalogue: Catalogue) {
        const PAUSE: Duration = Duration::from_millis(100);
        loop {
            tokio::time::sleep(PAUSE).await;
            if !self.documents().is_any_analysed() {
                break;
            }
        }
        let _ = tokio::task::spawn_blocking(move || warm(&catalogue)).await;
    }
}

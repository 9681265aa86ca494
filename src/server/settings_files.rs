//! The settings files, `viendan.toml`: found, read and watched. A document has the settings of the nearest one, from its own
//! folder upwards.

use super::configuration::{FileProblem, FileResult};
use super::session::Session;
use crate::files;
use crate::settings::{self, Settings};
use notify::{RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tower_lsp::ls_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, Registration, Uri, notification,
    notification::Notification as _,
};

/// The name of a settings file.
pub const FILE: &str = "viendan.toml";
/// How long a settings file must be at rest before it is read.
const REST: Duration = Duration::from_millis(100);

/// Watches the folders with settings files where the client does not.
#[derive(Debug, Default)]
pub struct SettingsWatcher {
    folders: Vec<PathBuf>,
    watcher: Option<notify::RecommendedWatcher>,
}

/// Reads the settings file of a folder.
pub fn read(folder: &Path) -> FileResult {
    match files::read_small(&folder.join(FILE), settings::LARGEST) {
        Ok(Some(text)) => Settings::from_toml(&text).map(Some).map_err(FileProblem::Broken),
        Ok(None) => Ok(None),
        Err(error) => Err(FileProblem::Unreadable(error.cause)),
    }
}

/// The nearest folder with a settings file, from a document's folder up to the root of its workspace folder.
fn nearest(document: &Path, root: &Path) -> Option<PathBuf> {
    let mut folders = document.ancestors().skip(1).take_while(|folder| folder.starts_with(root));
    folders.find(|folder| folder.join(FILE).is_file()).map(Path::to_owned)
}

impl Session {
    /// Looks for the settings file of a document that is not at the root of a folder, on a task of its own.
    pub fn find_settings(self: &Arc<Self>, uri: &Uri) {
        let Some(path) = uri.to_file_path().map(std::borrow::Cow::into_owned) else { return };
        let Some(root) = self.sources().folder_of(&path) else { return };
        let session = Arc::clone(self);
        tokio::spawn(async move {
            let found = tokio::task::spawn_blocking(move || nearest(&path, &root)).await;
            if let Ok(Some(folder)) = found
                && session.sources().add_found(folder)
            {
                session.reload_settings();
            }
        });
    }

    /// Registers for what the client reports only to those who have: changes of settings files, where it can watch them, and of
    /// its own settings.
    pub fn register(self: &Arc<Self>) {
        let mut registrations = Vec::new();
        if self.capabilities().watches_files {
            let watcher = FileSystemWatcher { glob_pattern: GlobPattern::String(format!("**/{FILE}")), kind: None };
            let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher] };
            registrations.push(Registration {
                id: "viendan-settings".to_owned(),
                method: notification::DidChangeWatchedFiles::METHOD.to_owned(),
                register_options: serde_json::to_value(options).ok(),
            });
        }
        if self.capabilities().registers_configuration {
            registrations.push(Registration {
                id: "viendan-configuration".to_owned(),
                method: notification::DidChangeConfiguration::METHOD.to_owned(),
                register_options: Some(serde_json::json!({ "section": "viendan" })),
            });
        }
        if registrations.is_empty() {
            return;
        }
        let session = Arc::clone(self);
        tokio::spawn(async move {
            if let Err(error) = session.client.register_capability(registrations).await {
                tracing::info!("the client does not report changes: {error}");
            }
        });
    }

    /// Watches these folders here, where the client cannot. On a thread that may wait.
    pub fn watch_settings(self: &Arc<Self>, folders: Vec<PathBuf>, handle: &tokio::runtime::Handle) {
        if self.capabilities().watches_files {
            return;
        }
        let mut state = self.settings_watcher();
        if state.folders == folders {
            return;
        }
        state.watcher = None;
        let (session, handle) = (Arc::downgrade(self), handle.clone());
        let changed = move |event: notify::Result<notify::Event>| {
            let is_ours = |event: &notify::Event| {
                !event.kind.is_access() && event.paths.iter().any(|path| path.file_name().is_some_and(|n| n == FILE))
            };
            if event.as_ref().is_ok_and(is_ours)
                && let Some(session) = session.upgrade()
            {
                handle.spawn(async move {
                    tokio::time::sleep(REST).await;
                    session.reload_settings();
                });
            }
        };
        match notify::recommended_watcher(changed) {
            Ok(mut watcher) => {
                for folder in &folders {
                    // The folder and not the file: editors write another file and rename it.
                    if let Err(error) = watcher.watch(folder, RecursiveMode::NonRecursive) {
                        tracing::info!("{}: {error}", folder.display());
                    }
                }
                state.watcher = Some(watcher);
            }
            Err(error) => tracing::warn!("{FILE} is not watched: {error}"),
        }
        state.folders = folders;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_wins() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("a/b");
        std::fs::create_dir_all(&inner).unwrap();
        let document = inner.join("draft.md");
        assert_eq!(nearest(&document, root.path()), None);
        std::fs::write(root.path().join(FILE), "").unwrap();
        assert_eq!(nearest(&document, root.path()).as_deref(), Some(root.path()));
        std::fs::write(root.path().join("a").join(FILE), "").unwrap();
        assert_eq!(nearest(&document, root.path()), Some(root.path().join("a")));
        assert_eq!(nearest(&document, &inner), None);
    }
}

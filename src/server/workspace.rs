//! The drafts of the workspace: the open documents as they are in the editor, and the other files of its folders as they are on
//! the disk. What was read of a file is kept until it changes.

use super::cards;
use super::environment::Environment;
use super::session::Session;
use super::snapshot::Snapshot;
use crate::check::{Finding, check};
use crate::document::Document;
use crate::files::{self, Scope};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use tower_lsp::ls_types::Uri;

/// So many files of a workspace are looked at, and so many entries of its folders to find them.
const MOST_FILES: usize = 3000;
const MOST_ENTRIES: usize = 200_000;
/// Larger files are no drafts.
const LARGEST: u64 = 4 << 20;

/// What was read of the files of the workspace.
#[derive(Debug, Default)]
pub struct WorkspaceFiles {
    read: HashMap<PathBuf, (Stamp, Arc<Document>)>,
    /// What was found in a file, and in which environment.
    found: HashMap<Uri, (Stamp, u64, Arc<Vec<Finding>>)>,
}

/// When a file was written, and its size.
type Stamp = (Option<SystemTime>, u64);

/// A draft of the workspace.
#[derive(Debug, Clone)]
pub struct Draft {
    pub uri: Uri,
    /// `None` for a file that is not open.
    pub version: Option<i32>,
    pub document: Arc<Document>,
    /// The open document.
    pub snapshot: Option<Snapshot>,
    /// When it was written, for one that is not open.
    pub stamp: Option<Stamp>,
}

impl Session {
    /// The drafts of the workspace, open ones first, each once. Calls `each` as they are read, on a thread that may wait; it
    /// stops where that returns `false`.
    pub fn each_draft(
        &self,
        environment: &Arc<Environment>,
        cancelled: &(dyn Fn() -> bool + Sync),
        mut each: impl FnMut(Draft) -> bool,
    ) -> Option<()> {
        let mut open: Vec<Uri> = self.documents().uris();
        open.sort();
        let mut paths = BTreeSet::new();
        for uri in open {
            if cancelled() {
                return None;
            }
            paths.extend(uri.to_file_path().map(std::borrow::Cow::into_owned));
            let Some(snapshot) = self.documents().snapshot(&uri, environment) else { continue };
            let read = snapshot.parsed.blocking_lock().document(&snapshot, cancelled);
            let Some((document, _)) = read else { continue };
            let version = Some(snapshot.version);
            if !each(Draft { uri, version, document, snapshot: Some(snapshot), stamp: None }) {
                return Some(());
            }
        }
        for path in draft_files(environment) {
            if cancelled() {
                return None;
            }
            if paths.contains(&path) {
                continue;
            }
            let Some(uri) = Uri::from_file_path(&path) else { continue };
            if environment.leaves_alone(&uri) {
                continue;
            }
            let Some((stamp, document)) = self.read_draft(&path, environment) else { continue };
            if !each(Draft { uri, version: None, document, snapshot: None, stamp: Some(stamp) }) {
                return Some(());
            }
        }
        Some(())
    }

    /// The findings of a draft. `None` where it was to stop.
    pub fn findings_of(
        &self,
        draft: &Draft,
        environment: &Arc<Environment>,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Arc<Vec<Finding>>> {
        if let Some(snapshot) = &draft.snapshot {
            return snapshot.findings(&draft.document, cancelled);
        }
        if let Some(stamp) = draft.stamp
            && let Some((kept, epoch, findings)) = self.workspace_files().found.get(&draft.uri)
            && (*kept, *epoch) == (stamp, environment.epoch)
        {
            return Some(Arc::clone(findings));
        }
        if cancelled() {
            return None;
        }
        let settings = environment.settings_of(&draft.uri);
        let findings = Arc::new(check(&draft.document, &environment.catalogue, settings));
        if let Some(stamp) = draft.stamp {
            let kept = (stamp, environment.epoch, Arc::clone(&findings));
            self.workspace_files().found.insert(draft.uri.clone(), kept);
        }
        Some(findings)
    }

    fn read_draft(&self, path: &Path, environment: &Environment) -> Option<(Stamp, Arc<Document>)> {
        let metadata = std::fs::metadata(path).ok()?;
        let stamp = (metadata.modified().ok(), metadata.len());
        let vocabulary = environment.vocabulary();
        if let Some((kept, document)) = self.workspace_files().read.get(path)
            && *kept == stamp
            && Arc::ptr_eq(document.vocabulary(), vocabulary)
        {
            return Some((stamp, Arc::clone(document)));
        }
        let content = files::read(path, LARGEST).ok()?;
        let document = Arc::new(Document::read(&content.text, files::format_of(path), vocabulary));
        self.workspace_files().read.insert(path.to_owned(), (stamp, Arc::clone(&document)));
        Some((stamp, document))
    }
}

/// The files of the workspace that may be drafts: texts with lines, not those of the library.
fn draft_files(environment: &Environment) -> BTreeSet<PathBuf> {
    let folders: Vec<PathBuf> = environment.folders.iter().map(|(folder, _)| folder.clone()).collect();
    let texts: Vec<&PathBuf> = environment.folders.iter().flat_map(|(_, settings)| &settings.library).collect();
    let is_draft = |path: &Path| {
        files::is_document(path)
            && !files::is_word(path)
            && !cards::is_own(path)
            && !texts.iter().any(|texts| path.starts_with(texts))
    };
    files::walk_some(&folders, Scope::Work, (MOST_ENTRIES, MOST_FILES), is_draft).files.into_iter().collect()
}

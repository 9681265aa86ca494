//! The state of the server while it serves one client, shared by the handlers and by the tasks that they start.

use super::analysis::Occasion;
use super::capabilities::{ClientCapabilities, Refreshes};
use super::catalogue_files::CatalogueInputs;
use super::configuration::Sources;
use super::documents::Documents;
use super::environment::Environment;
use super::lanes::Lanes;
use super::library::LibraryState;
use super::semantic_tokens::SentTokens;
use super::settings_files::SettingsWatcher;
use super::snapshot::Snapshot;
use super::test_hooks::TestHooks;
use super::trace::Trace;
use super::transport::Outbox;
use super::workspace::WorkspaceFiles;
use std::collections::HashSet;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tower_lsp::Client;
use tower_lsp::ls_types::Uri;

/// How long a request waits for the catalogue to be loaded, before it is answered without.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub struct Session {
    /// For requests to the client, which only tasks of their own may wait for. Notifications go through the outbox.
    pub client: Client,
    pub outbox: Outbox,
    pub capabilities: OnceLock<ClientCapabilities>,
    documents: Mutex<Documents>,
    sources: Mutex<Sources>,
    settings_watcher: Mutex<SettingsWatcher>,
    workspace_files: Mutex<WorkspaceFiles>,
    sent_tokens: Mutex<SentTokens>,
    /// Files that are not open and have diagnostics.
    published_files: Mutex<HashSet<Uri>>,
    environment: Mutex<Arc<Environment>>,
    /// What the catalogue that is open or being opened is made of.
    catalogue_inputs: Mutex<Option<CatalogueInputs>>,
    pub library: Arc<tokio::sync::Mutex<LibraryState>>,
    /// Whether a task waits for its turn to read the library.
    pub library_waits: AtomicBool,
    /// Whether the catalogue below the library is another than when it was read.
    pub library_is_stale: AtomicBool,
    /// Whether the catalogue has been loaded.
    pub ready: watch::Sender<bool>,
    /// Settings are put into force one after the other.
    pub settings_turn: tokio::sync::Mutex<()>,
    /// Who reads and checks documents.
    pub analyses: Lanes,
    /// Who answers requests.
    pub answers: Lanes,
    pub hooks: TestHooks,
    /// How much the client wants to know of the work on its requests.
    pub trace: Trace,
    pub shut_down: AtomicBool,
    /// Notified when the client is gone.
    pub ended: Arc<Notify>,
}

impl Session {
    pub fn new(client: Client, outbox: Outbox, ended: Arc<Notify>, hooks: TestHooks) -> Self {
        Self {
            client,
            outbox,
            capabilities: OnceLock::new(),
            documents: Mutex::default(),
            sources: Mutex::default(),
            settings_watcher: Mutex::default(),
            workspace_files: Mutex::default(),
            sent_tokens: Mutex::default(),
            published_files: Mutex::default(),
            environment: Mutex::default(),
            catalogue_inputs: Mutex::default(),
            library: Arc::default(),
            library_waits: AtomicBool::new(false),
            library_is_stale: AtomicBool::new(false),
            ready: watch::Sender::new(false),
            settings_turn: tokio::sync::Mutex::default(),
            analyses: Lanes::default(),
            answers: Lanes::default(),
            hooks,
            trace: Trace::default(),
            shut_down: AtomicBool::new(false),
            ended,
        }
    }

    /// What the client can do; nothing before it has said.
    pub fn capabilities(&self) -> &ClientCapabilities {
        static NONE: OnceLock<ClientCapabilities> = OnceLock::new();
        self.capabilities.get().unwrap_or_else(|| NONE.get_or_init(ClientCapabilities::default))
    }

    // The locks below are held for moments and never across an await. What they guard is whole after a panic too.

    pub fn documents(&self) -> MutexGuard<'_, Documents> {
        self.documents.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn sources(&self) -> MutexGuard<'_, Sources> {
        self.sources.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn settings_watcher(&self) -> MutexGuard<'_, SettingsWatcher> {
        self.settings_watcher.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn workspace_files(&self) -> MutexGuard<'_, WorkspaceFiles> {
        self.workspace_files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn sent_tokens(&self) -> MutexGuard<'_, SentTokens> {
        self.sent_tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn published_files(&self) -> MutexGuard<'_, HashSet<Uri>> {
        self.published_files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn catalogue_inputs(&self) -> MutexGuard<'_, Option<CatalogueInputs>> {
        self.catalogue_inputs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn environment(&self) -> Arc<Environment> {
        Arc::clone(&self.environment.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A document as it is now, if it can be read.
    pub fn snapshot(&self, uri: &Uri) -> Option<Snapshot> {
        let environment = self.environment();
        self.documents().snapshot(uri, &environment)
    }

    /// The environment with the catalogue, if that comes in time.
    pub async fn environment_with_catalogue(&self) -> Arc<Environment> {
        self.catalogue_within(PATIENCE).await;
        self.environment()
    }

    /// Waits for the catalogue, but no longer than it may take.
    pub async fn catalogue_within(&self, patience: Duration) {
        let mut ready = self.ready.subscribe();
        if !*ready.borrow() {
            let _ = tokio::time::timeout(patience, ready.wait_for(|&ready| ready)).await;
        }
    }

    /// Puts another environment in place of the old one, and has all documents checked in it.
    pub fn replace_environment(self: &Arc<Self>, new: impl FnOnce(&Environment) -> Environment) {
        {
            let mut environment = self.environment.lock().unwrap_or_else(PoisonError::into_inner);
            let mut replaced = new(&environment);
            replaced.epoch = environment.epoch + 1;
            replaced.cards = Arc::default();
            *environment = Arc::new(replaced);
        }
        self.refresh_views();
        if self.capabilities().pulls_diagnostics {
            self.refresh_diagnostics();
            return;
        }
        let uris = self.documents().uris();
        for uri in &uris {
            self.request_analysis(uri, Occasion::Environment);
        }
    }

    /// Asks the client to ask again for what it shows in the text, if it can, on a task of its own.
    fn refresh_views(self: &Arc<Self>) {
        let Refreshes { hints, lenses, tokens } = self.capabilities().refreshes;
        if !(hints || lenses || tokens) {
            return;
        }
        let session = Arc::clone(self);
        tokio::spawn(async move {
            session.outbox.opened().await;
            let client = &session.client;
            let asked = [
                if hints { client.inlay_hint_refresh().await } else { Ok(()) },
                if lenses { client.code_lens_refresh().await } else { Ok(()) },
                if tokens { client.semantic_tokens_refresh().await } else { Ok(()) },
            ];
            if let Some(error) = asked.into_iter().find_map(Result::err) {
                tracing::info!("the client does not refresh what it shows: {error}");
            }
        });
    }

    /// Asks the client to pull all diagnostics again, if it can, on a task of its own.
    pub fn refresh_diagnostics(self: &Arc<Self>) {
        if !self.capabilities().pulls_diagnostics {
            return;
        }
        let session = Arc::clone(self);
        tokio::spawn(async move {
            session.outbox.opened().await;
            if let Err(error) = session.client.workspace_diagnostic_refresh().await {
                tracing::info!("the client does not refresh diagnostics: {error}");
            }
        });
    }
}

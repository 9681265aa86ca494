//! The language server: the protocol over stdio, by tower-lsp. No type of the protocol is known outside of this module.
//!
//! - [`backend`]: the methods of the protocol.
//! - [`capabilities`]: what the client can do, and what it is offered.
//! - [`configuration`]: settings of the editor and of `viendan.toml`, and the catalogue that they name.
//! - [`environment`]: catalogue, vocabulary and settings in force.
//! - [`library`]: the folders with texts of instruments: read, watched, read again.
//! - [`documents`]: the open documents and their changes.
//! - [`analysis`]: when documents are read and checked, and when the client is told.
//! - [`requests`]: hover, completion, code actions, pulled diagnostics.
//! - [`convert`]: between the project's types and the protocol's.
//! - [`input`]: what comes from the client, with what cannot be understood sorted out.
//! - [`outbox`]: what is sent to the client.
//! - [`lifecycle`]: logging, panics, the end.
//!
//! All handlers of tower-lsp share one task. So a handler changes the state before its first `.await`, never waits for the
//! client, and never computes: that happens on threads of their own, on a snapshot.

mod analysis;
mod backend;
mod capabilities;
mod configuration;
mod convert;
mod documents;
mod environment;
mod input;
mod library;
mod lifecycle;
mod messages;
mod outbox;
mod requests;

use backend::Backend;
use capabilities::Abilities;
use configuration::Sources;
use documents::Documents;
use environment::Environment;
use outbox::Outbox;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use tokio::sync::{Notify, Semaphore, watch};
use tower_lsp::{Client, LspService};

/// The name that the server gives itself.
const NAME: &str = "viendan";
/// How many requests may be under way. They wait on other threads, so this costs nothing; with tower-lsp's own limit four
/// slow ones would hold up everything that comes after them, their cancellation included.
const CONCURRENCY: usize = 64;
/// How many threads analyse documents, and how many answer requests.
const WORKERS: usize = 2;

/// The state of the server.
#[derive(Debug)]
struct Server {
    client: Client,
    outbox: Outbox,
    abilities: OnceLock<Abilities>,
    documents: Mutex<Documents>,
    sources: Mutex<Sources>,
    environment: Mutex<Arc<Environment>>,
    /// What the catalogue that is open or being opened is made of.
    catalogue_made_of: Mutex<Option<configuration::MadeOf>>,
    library: Arc<tokio::sync::Mutex<library::Shelf>>,
    /// Whether a task waits for its turn to read the library.
    library_waits: AtomicBool,
    /// Whether the catalogue below the library is another than when it was read.
    library_is_stale: AtomicBool,
    /// Whether the catalogue has been loaded.
    ready: watch::Sender<bool>,
    /// Settings are put into force one after the other.
    settings_turn: tokio::sync::Mutex<()>,
    analysers: Arc<Semaphore>,
    answerers: Arc<Semaphore>,
    shut_down: AtomicBool,
    /// Told when the client is gone.
    ended: Arc<Notify>,
}

impl Server {
    fn new(client: Client, outbox: Outbox, ended: Arc<Notify>) -> Self {
        Self {
            client,
            outbox,
            abilities: OnceLock::new(),
            documents: Mutex::default(),
            sources: Mutex::default(),
            environment: Mutex::default(),
            catalogue_made_of: Mutex::default(),
            library: Arc::default(),
            library_waits: AtomicBool::new(false),
            library_is_stale: AtomicBool::new(false),
            ready: watch::Sender::new(false),
            settings_turn: tokio::sync::Mutex::default(),
            analysers: Arc::new(Semaphore::new(WORKERS)),
            answerers: Arc::new(Semaphore::new(WORKERS)),
            shut_down: AtomicBool::new(false),
            ended,
        }
    }

    /// What the client can do; nothing before it has said.
    fn abilities(&self) -> &Abilities {
        static NONE: OnceLock<Abilities> = OnceLock::new();
        self.abilities.get().unwrap_or_else(|| NONE.get_or_init(Abilities::default))
    }

    // The locks below are held for moments and never across an await. What they guard is whole after a panic too.

    fn documents(&self) -> MutexGuard<'_, Documents> {
        self.documents.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sources(&self) -> MutexGuard<'_, Sources> {
        self.sources.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn catalogue_made_of(&self) -> MutexGuard<'_, Option<configuration::MadeOf>> {
        self.catalogue_made_of.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn environment(&self) -> Arc<Environment> {
        Arc::clone(&self.environment.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another environment in place of the old one, and has all documents checked in it.
    fn replace_environment(self: &Arc<Self>, new: impl FnOnce(&Environment) -> Environment) {
        {
            let mut environment = self.environment.lock().unwrap_or_else(PoisonError::into_inner);
            let mut replaced = new(&environment);
            replaced.epoch = environment.epoch + 1;
            *environment = Arc::new(replaced);
        }
        if self.abilities().pulls_diagnostics {
            if self.abilities().refreshes_diagnostics {
                self.outbox.refresh();
            }
            return;
        }
        let uris = self.documents().uris();
        for uri in &uris {
            self.ask_for_analysis(uri);
        }
    }
}

/// Serves a client on stdin and stdout until it is gone. The exit code: 0 after `shutdown`, else 1.
pub fn run() -> i32 {
    lifecycle::start_logging();
    let (outbox, inlet) = Outbox::new();
    lifecycle::hook_panics(outbox.clone());
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(WORKERS).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!("{error}");
            return 1;
        }
    };
    let clean = runtime.block_on(async {
        let ended = Arc::new(Notify::new());
        let mut server = None;
        let (service, socket) = LspService::build(|client| {
            let state = Arc::new(Server::new(client, outbox, Arc::clone(&ended)));
            server = Some(Arc::clone(&state));
            Backend::new(state, inlet)
        })
        .custom_method(input::NO_JSON, Backend::no_json)
        .custom_method(input::NO_MESSAGE, Backend::no_message)
        .finish();
        let stdin = input::Frames::new(tokio::io::stdin());
        let stdout = lifecycle::Watched::new(tokio::io::stdout(), Arc::clone(&ended));
        let serving = tower_lsp::Server::new(stdin, stdout, socket).concurrency_level(CONCURRENCY).serve(service);
        tokio::select! {
            () = serving => {}
            () = ended.notified() => {}
        }
        server.is_some_and(|server| server.shut_down.load(Ordering::Acquire))
    });
    // The thread that reads stdin may wait for ever, and nothing that is still under way is of use to anyone.
    runtime.shutdown_background();
    i32::from(!clean)
}

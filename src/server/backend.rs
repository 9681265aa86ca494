//! The methods of the protocol. Each does what changes the state at once, before it waits for anything, and leaves the
//! work to others.

use super::convert;
use super::documents::{Changed, Snapshot};
use super::lifecycle::{guard, watch_client};
use super::outbox::Inlet;
use super::requests::full;
use super::{NAME, Server};
use crate::server::capabilities::Abilities;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeActionParams, CodeActionResponse, CompletionItem, CompletionParams, CompletionResponse,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, GotoDefinitionParams, GotoDefinitionResponse, Hover,
    HoverParams, InitializeParams, InitializeResult, InitializedParams, MessageType, ServerInfo, Uri,
};

/// How long a request waits for the catalogue to be loaded, before it is answered without.
const PATIENCE: Duration = Duration::from_secs(10);

/// The server as tower-lsp drives it.
#[derive(Debug)]
pub struct Backend {
    server: Arc<Server>,
    inlet: Mutex<Option<Inlet>>,
}

impl Backend {
    pub fn new(server: Arc<Server>, inlet: Inlet) -> Self {
        Self { server, inlet: Mutex::new(Some(inlet)) }
    }

    /// The answer to a frame that is no JSON.
    pub async fn no_json(&self) -> Result<()> {
        Err(Error::parse_error())
    }

    /// The answer to JSON that is no message.
    pub async fn no_message(&self) -> Result<()> {
        Err(Error::invalid_request())
    }

    /// Begins to send what waits to be sent. The client may not be written to before it is initialized.
    fn open_outbox(&self) {
        let inlet = self.inlet.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(inlet) = inlet {
            tokio::spawn(self.server.outbox.clone().run(inlet, self.server.client.clone()));
        }
    }

    fn snapshot(&self, uri: &Uri) -> Option<Snapshot> {
        let environment = self.server.environment();
        self.server.documents().snapshot(uri, &environment)
    }

    /// The same text, with the catalogue if it comes in time.
    async fn with_catalogue(&self, mut snapshot: Snapshot) -> Snapshot {
        let mut ready = self.server.ready.subscribe();
        if !*ready.borrow() {
            let _ = tokio::time::timeout(PATIENCE, ready.wait_for(|&ready| ready)).await;
            snapshot.environment = self.server.environment();
        }
        snapshot
    }
}

/// A request's answer; the error of a panic if there was one.
async fn answer<T>(name: &'static str, handler: impl Future<Output = Result<T>>) -> Result<T> {
    guard(name, handler).await.unwrap_or_else(|_| Err(Error::internal_error()))
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        answer("initialize", async {
            let abilities = self.server.abilities.get_or_init(|| {
                Abilities::of(&params.capabilities, params.client_info.as_ref().map(|c| c.name.as_str()))
            });
            self.server.sources().start(&params);
            self.server.reload_settings();
            if let Some(process) = params.process_id {
                watch_client(process, Arc::clone(&self.server.ended));
            }
            Ok(InitializeResult {
                capabilities: abilities.server(),
                server_info: Some(ServerInfo {
                    name: NAME.to_owned(),
                    version: Some(env!("CARGO_PKG_VERSION").to_owned()),
                }),
                ..InitializeResult::default()
            })
        })
        .await
    }

    async fn initialized(&self, _: InitializedParams) {
        let _ = guard("initialized", async {
            self.open_outbox();
            self.server.watch_files();
            if self.server.abilities().configuration {
                self.server.pull_settings();
            }
        })
        .await;
    }

    async fn shutdown(&self) -> Result<()> {
        self.server.shut_down.store(true, Ordering::Release);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let _ = guard("didOpen", async {
            self.open_outbox();
            let document = params.text_document;
            let format = convert::format(&document.language_id, &document.uri);
            self.server.documents().open(document.uri.clone(), document.version, format, &document.text);
            self.server.ask_for_analysis(&document.uri);
            self.server.look_for_imports();
        })
        .await;
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let uri = params.text_document.uri.clone();
        let changed = guard("didChange", async {
            let (uri, version) = (params.text_document.uri, params.text_document.version);
            let changes = params.content_changes.into_iter().map(convert::change).collect();
            let changed = self.server.documents().change(&uri, version, changes, self.server.abilities().encoding);
            match changed {
                Changed::Applied => {}
                Changed::LostSync => {
                    let text = format!(
                        "{}: version {version} has an edit that cannot be applied; nothing is done until the whole text comes",
                        uri.as_str()
                    );
                    tracing::warn!("{text}");
                    self.server.outbox.log(MessageType::WARNING, text);
                }
                Changed::StillOutOfSync => return,
                Changed::OldVersion => {
                    // Where whole texts are sent, a late one is of no use and no harm.
                    if self.server.abilities().mixes_up_changes {
                        tracing::debug!("{}: version {version} comes late and is ignored", uri.as_str());
                    } else {
                        tracing::warn!("{}: version {version} comes late and is ignored", uri.as_str());
                    }
                    return;
                }
                Changed::Unknown => {
                    tracing::warn!("{}: a change of a document that is not open", uri.as_str());
                    return;
                }
            }
            self.server.ask_for_analysis(&uri);
        })
        .await;
        if changed.is_err()
            && let Some(document) = self.server.documents().get_mut(&uri)
        {
            // Nobody knows how much of the change was applied.
            document.out_of_sync = true;
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        let _ = guard("didClose", async {
            let uri = params.text_document.uri;
            let mut documents = self.server.documents();
            if documents.close(&uri) && !self.server.abilities().pulls_diagnostics {
                self.server.outbox.publish(uri, Vec::new(), None);
            }
        })
        .await;
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        let _ = guard("didSave", async {
            // For clients that watch no files.
            if params.text_document.uri.path().as_str().ends_with(super::configuration::FILE) {
                self.server.reload_settings();
            }
            self.server.look_for_imports();
        })
        .await;
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        let _ = guard("didChangeConfiguration", async {
            if self.server.abilities().configuration {
                self.server.pull_settings();
            } else {
                self.server.sources().set_editor(params.settings);
                self.server.reload_settings();
            }
        })
        .await;
    }

    async fn did_change_watched_files(&self, _: DidChangeWatchedFilesParams) {
        let _ = guard("didChangeWatchedFiles", async { self.server.reload_settings() }).await;
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let _ = guard("didChangeWorkspaceFolders", async {
            self.server.sources().change_folders(&params.event.added, &params.event.removed);
            self.server.reload_settings();
        })
        .await;
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        answer("hover", async {
            let place = params.text_document_position_params;
            let Some(snapshot) = self.snapshot(&place.text_document.uri) else { return Ok(None) };
            let snapshot = self.with_catalogue(snapshot).await;
            self.server.hover(snapshot, place.position).await
        })
        .await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        answer("definition", async {
            let place = params.text_document_position_params;
            let Some(snapshot) = self.snapshot(&place.text_document.uri) else { return Ok(None) };
            let snapshot = self.with_catalogue(snapshot).await;
            self.server.definition(snapshot, place.position).await
        })
        .await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        answer("completion", async {
            let place = params.text_document_position;
            let Some(snapshot) = self.snapshot(&place.text_document.uri) else { return Ok(None) };
            let snapshot = self.with_catalogue(snapshot).await;
            self.server.completion(snapshot, place.position).await
        })
        .await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        answer("completionItem/resolve", self.server.resolve(item)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        answer("codeAction", async {
            if !self.server.abilities().code_action_literals {
                return Ok(None);
            }
            let Some(snapshot) = self.snapshot(&params.text_document.uri) else { return Ok(None) };
            let snapshot = self.with_catalogue(snapshot).await;
            self.server.code_actions(snapshot, params.range, params.context).await
        })
        .await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        answer("diagnostic", async {
            let uri = params.text_document.uri;
            let too_long = self.server.documents().get(&uri).filter(|d| d.is_too_long()).map(|d| d.len());
            if let Some(len) = too_long {
                return Ok(full(None, vec![self.server.too_long(&uri, len)]));
            }
            let Some(snapshot) = self.snapshot(&uri) else { return Ok(full(None, Vec::new())) };
            // A client that can be asked to pull again gets what there is at once.
            let refreshes = self.server.abilities().refreshes_diagnostics;
            let snapshot = if refreshes { snapshot } else { self.with_catalogue(snapshot).await };
            self.server.pulled_diagnostics(snapshot, params.previous_result_id).await
        })
        .await
    }
}

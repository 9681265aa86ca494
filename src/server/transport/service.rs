//! The methods of the protocol as tower-lsp calls them. Each is one line: which handler, and how it is executed, which the
//! handler's type says (see [`crate::server::handlers`]).
//!
//! All handlers of tower-lsp share one task. So nothing is computed on it, nothing on it waits for the client, and a panic
//! must not leave it.

use crate::server::handlers::{self, DocumentRequest, EnvironmentRequest, StateChange, WorkspaceRequest};
use crate::server::panics::{Panicked, catch};
use crate::server::session::Session;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeAction, CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionItem, CompletionParams,
    CompletionResponse, DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentFormattingParams, DocumentHighlight,
    DocumentHighlightParams, DocumentLink, DocumentLinkParams, DocumentOnTypeFormattingParams,
    DocumentRangeFormattingParams, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams, FoldingRange,
    FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, InlayHint, InlayHintParams, LSPAny, Location, PrepareRenameResponse,
    ReferenceParams, RenameParams, SelectionRange, SelectionRangeParams, SemanticTokensDeltaParams,
    SemanticTokensFullDeltaResult, SemanticTokensParams, SemanticTokensRangeParams, SemanticTokensRangeResult,
    SemanticTokensResult, TextDocumentPositionParams, TextEdit, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

/// The server as tower-lsp drives it.
#[derive(Debug)]
pub struct Service {
    session: Arc<Session>,
}

impl Service {
    pub fn new(session: Arc<Session>) -> Self {
        Self { session }
    }

    /// The answer to a frame that is no JSON.
    pub async fn no_json(&self) -> Result<()> {
        Err(Error::parse_error())
    }

    /// The answer to JSON that is no message.
    pub async fn no_message(&self) -> Result<()> {
        Err(Error::invalid_request())
    }

    /// A change that could not be read.
    pub async fn lost_change(&self, params: handlers::LostChange) {
        self.notify::<handlers::LoseSync>(params);
    }

    /// `$/setTrace`, which tower-lsp does not know.
    pub async fn set_trace(&self, params: handlers::SetTraceParams) {
        self.notify::<handlers::SetTrace>(params);
    }

    /// A notification. It waits for nothing, so changes are made in the order in which they come.
    fn notify<C: StateChange>(&self, params: C::Params) {
        // The hook has reported a panic, and there is no answer that could say so.
        let _ = handlers::change::<C>(&self.session, params);
    }

    /// A request that changes the state, executed as a notification is.
    fn change<C: StateChange>(&self, params: C::Params) -> Result<C::Answer> {
        handlers::change::<C>(&self.session, params).map_err(|Panicked| Error::internal_error())
    }

    async fn answer<R: DocumentRequest>(&self, params: R::Params) -> Result<R::Answer> {
        guard(handlers::answer::<R>(&self.session, params)).await
    }

    async fn answer_about_workspace<R: WorkspaceRequest>(&self, params: R::Params) -> Result<R::Answer> {
        guard(handlers::answer_about_workspace::<R>(&self.session, params)).await
    }

    async fn answer_without_document<R: EnvironmentRequest>(&self, params: R::Params) -> Result<R::Answer> {
        guard(handlers::answer_without_document::<R>(&self.session, params)).await
    }
}

/// A request's answer; the error of a panic if there was one.
async fn guard<T>(answer: impl Future<Output = Result<T>>) -> Result<T> {
    let mut answer = pin!(answer);
    std::future::poll_fn(|context| match catch(|| answer.as_mut().poll(context)) {
        Ok(polled) => polled,
        Err(Panicked) => Poll::Ready(Err(Error::internal_error())),
    })
    .await
}

impl LanguageServer for Service {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        self.change::<handlers::Initialize>(params)
    }

    async fn initialized(&self, params: InitializedParams) {
        self.notify::<handlers::Initialized>(params);
    }

    async fn shutdown(&self) -> Result<()> {
        self.change::<handlers::Shutdown>(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.notify::<handlers::DidOpen>(params);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.notify::<handlers::DidChange>(params);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.notify::<handlers::DidClose>(params);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.notify::<handlers::DidSave>(params);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        self.notify::<handlers::DidChangeConfiguration>(params);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.notify::<handlers::DidChangeWatchedFiles>(params);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        self.notify::<handlers::DidChangeWorkspaceFolders>(params);
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.answer::<handlers::Hover>(params).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.answer::<handlers::Definition>(params).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.answer::<handlers::Completion>(params).await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        self.answer_without_document::<handlers::CompletionResolve>(item).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.answer::<handlers::CodeAction>(params).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        self.answer::<handlers::Diagnostic>(params).await
    }

    async fn goto_declaration(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.answer::<handlers::Declaration>(params).await
    }

    async fn goto_type_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.answer::<handlers::TypeDefinition>(params).await
    }

    async fn goto_implementation(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.answer::<handlers::Implementation>(params).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.answer::<handlers::References>(params).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        self.answer::<handlers::DocumentHighlight>(params).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.answer::<handlers::DocumentSymbol>(params).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.answer::<handlers::FoldingRange>(params).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.answer::<handlers::SelectionRange>(params).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.answer::<handlers::DocumentLink>(params).await
    }

    async fn document_link_resolve(&self, link: DocumentLink) -> Result<DocumentLink> {
        self.answer_without_document::<handlers::DocumentLinkResolve>(link).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        self.answer_about_workspace::<handlers::WorkspaceSymbol>(params).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        match handlers::Chosen::new(action) {
            Ok(chosen) => self.answer::<handlers::CodeActionResolve>(chosen).await,
            Err(whole) => Ok(whole),
        }
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        self.answer::<handlers::PrepareRename>(params).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        self.answer::<handlers::Rename>(params).await?.map_err(handlers::request_failed)
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        self.answer_about_workspace::<handlers::ExecuteCommand>(params).await?.map_err(handlers::request_failed)
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.answer::<handlers::CodeLens>(params).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.answer::<handlers::InlayHint>(params).await
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        self.answer_without_document::<handlers::InlayHintResolve>(hint).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        self.answer::<handlers::SemanticTokensFull>(params).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        self.answer::<handlers::SemanticTokensDelta>(params).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        self.answer::<handlers::SemanticTokensRange>(params).await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.answer::<handlers::Formatting>(params).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.answer::<handlers::RangeFormatting>(params).await
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.answer::<handlers::OnTypeFormatting>(params).await
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        self.answer_about_workspace::<handlers::WorkspaceDiagnostic>(params).await
    }
}

//! How handlers are executed: the traits that they implement, and what runs them.

use crate::check::{Edit, Settings};
use crate::document::Document;
use crate::server::capabilities::ClientCapabilities;
use crate::server::convert::{self, Ranges};
use crate::server::environment::Environment;
use crate::server::panics::{Panicked, catch};
use crate::server::session::Session;
use crate::server::snapshot::Snapshot;
use crate::server::work::{About, Failure, on_document, on_environment, on_workspace};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, Position, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

/// A message that changes the state of the session, before anything that comes after it is looked at.
pub trait StateChange {
    /// For tests that ask for trouble.
    const NAME: &'static str;
    type Params;
    /// `()` for a notification.
    type Answer;

    fn apply(session: &Arc<Session>, params: Self::Params) -> Self::Answer;

    /// The document whose text is unknown if this panics.
    fn at_risk(_params: &Self::Params) -> Option<&Uri> {
        None
    }
}

/// A question about a document.
pub trait DocumentRequest: 'static {
    /// For tests that ask for trouble.
    const NAME: &'static str;
    /// Which text the answer is about.
    const ABOUT: About = About::TextThen;
    type Params: Send + 'static;
    type Answer: Send + 'static;

    fn uri(params: &Self::Params) -> &Uri;

    /// Whether the catalogue is waited for where it has not been loaded yet.
    fn waits_for_catalogue(_capabilities: &ClientCapabilities) -> bool {
        true
    }

    /// The answer about a document that is not open, not in sync or too long.
    fn without_document(session: &Arc<Session>, params: &Self::Params) -> Self::Answer;

    /// The answer, on a thread where time may be spent.
    ///
    /// # Errors
    /// When it was to stop.
    fn run(context: &Context<'_>, params: Self::Params) -> std::result::Result<Self::Answer, Failure>;
}

/// What a question about a document is answered from.
pub struct Context<'c> {
    pub session: &'c Arc<Session>,
    pub snapshot: &'c Snapshot,
    pub document: &'c Arc<Document>,
    /// Whether nobody wants the answer any more. Long work asks now and then.
    pub cancelled: &'c (dyn Fn() -> bool + Sync),
}

impl<'c> Context<'c> {
    pub fn capabilities(&self) -> &'c ClientCapabilities {
        self.session.capabilities()
    }

    pub fn environment(&self) -> &'c Environment {
        &self.snapshot.environment
    }

    pub fn settings(&self) -> &'c Arc<Settings> {
        self.snapshot.settings()
    }

    /// The byte offset of a position.
    pub fn offset(&self, position: Position) -> usize {
        convert::offset(&self.snapshot.rope, position, self.capabilities().encoding)
    }

    /// Turns spans of the document into ranges.
    pub fn ranges(&self) -> Ranges<'c> {
        Ranges::new(&self.snapshot.rope, self.capabilities().encoding)
    }

    /// Edits of the document.
    pub fn text_edits(&self, edits: &[Edit]) -> Vec<TextEdit> {
        let mut ranges = self.ranges();
        edits.iter().map(|edit| convert::text_edit(edit, &mut ranges)).collect()
    }

    /// Edits of the document, for the version that they were made from.
    pub fn workspace_edit<'e>(&self, edits: impl Iterator<Item = &'e Edit>) -> WorkspaceEdit {
        let mut ranges = self.ranges();
        let edits = edits.map(|edit| convert::text_edit(edit, &mut ranges));
        let uri = self.snapshot.uri.clone();
        if self.capabilities().versioned_edits {
            let edit = TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier { uri, version: Some(self.snapshot.version) },
                edits: edits.map(OneOf::Left).collect(),
            };
            WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![edit])), ..WorkspaceEdit::default() }
        } else {
            let changes = HashMap::from([(uri, edits.collect())]);
            WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
        }
    }
}

/// A question about no open document.
pub trait EnvironmentRequest: 'static {
    /// For tests that ask for trouble.
    const NAME: &'static str;
    type Params: Send + 'static;
    type Answer: Send + 'static;

    /// The answer, on a thread where time may be spent.
    fn run(session: &Session, environment: &Environment, params: Self::Params) -> Self::Answer;
}

/// A question about all drafts of the workspace, or about the catalogue.
pub trait WorkspaceRequest: 'static {
    /// For tests that ask for trouble.
    const NAME: &'static str;
    type Params: Send + 'static;
    type Answer: Send + 'static;

    /// The answer, on a thread where time may be spent.
    ///
    /// # Errors
    /// When it was to stop.
    fn run(context: &WorkspaceContext<'_>, params: Self::Params) -> std::result::Result<Self::Answer, Failure>;
}

/// What a question about the workspace is answered from.
pub struct WorkspaceContext<'c> {
    pub session: &'c Arc<Session>,
    pub environment: &'c Arc<Environment>,
    /// Whether nobody wants the answer any more.
    pub cancelled: &'c (dyn Fn() -> bool + Sync),
}

/// Makes a change of the state.
///
/// # Errors
/// When it panics; the rest of the state is whole.
pub fn change<C: StateChange>(session: &Arc<Session>, params: C::Params) -> std::result::Result<C::Answer, Panicked> {
    let at_risk = C::at_risk(&params).cloned();
    let answer = catch(|| {
        session.hooks.strike(C::NAME, "");
        C::apply(session, params)
    });
    if answer.is_err()
        && let Some(uri) = at_risk
    {
        session.documents().lose_sync(&uri);
    }
    answer
}

/// Answers a question about a document.
pub async fn answer<R: DocumentRequest>(session: &Arc<Session>, params: R::Params) -> Result<R::Answer> {
    // Before the first await: it holds the changes that came before the request, and none that came after it.
    let snapshot = session.snapshot(R::uri(&params));
    let asked = Instant::now();
    session.hooks.strike(R::NAME, "");
    let Some(mut snapshot) = snapshot else { return Ok(R::without_document(session, &params)) };
    if R::waits_for_catalogue(session.capabilities()) {
        snapshot.environment = session.environment_with_catalogue().await;
    }
    let lanes = match R::ABOUT {
        About::TextThen => &session.answers,
        About::TextNow => &session.analyses,
    };
    let worker = Arc::clone(session);
    let (uri, version) = (snapshot.uri.clone(), snapshot.version);
    let answer = on_document(snapshot, lanes, R::ABOUT, move |document, snapshot, cancelled| {
        worker.hooks.hold(R::NAME, cancelled);
        R::run(&Context { session: &worker, snapshot, document, cancelled }, params)
    });
    let answer = answer.await;
    session.trace_answer(R::NAME, asked.elapsed(), outcome(&answer), || {
        Some(format!("{}, version {version}", uri.as_str()))
    });
    answer.map_err(|failure| match (failure, R::ABOUT) {
        (Failure::Panicked, _) => Error::internal_error(),
        (Failure::Stale, About::TextThen) => Error::content_modified(),
        (Failure::Stale, About::TextNow) => ask_again(),
    })
}

/// What became of a request, for the trace.
fn outcome<T>(answer: &std::result::Result<T, Failure>) -> &'static str {
    match answer {
        Ok(_) => "answered",
        Err(Failure::Stale) => "given up",
        Err(Failure::Panicked) => "failed",
    }
}

/// Answers a question about no document.
pub async fn answer_without_document<R: EnvironmentRequest>(
    session: &Arc<Session>,
    params: R::Params,
) -> Result<R::Answer> {
    let asked = Instant::now();
    session.hooks.strike(R::NAME, "");
    let worker = Arc::clone(session);
    let answer = on_environment(&session.answers, move |cancelled| {
        worker.hooks.hold(R::NAME, cancelled);
        Ok(R::run(&worker, &worker.environment(), params))
    });
    let answer = answer.await;
    session.trace_answer(R::NAME, asked.elapsed(), outcome(&answer), || None);
    answer.map_err(|_| Error::internal_error())
}

/// Answers a question about the workspace.
pub async fn answer_about_workspace<R: WorkspaceRequest>(
    session: &Arc<Session>,
    params: R::Params,
) -> Result<R::Answer> {
    let asked = Instant::now();
    session.hooks.strike(R::NAME, "");
    let environment = session.environment_with_catalogue().await;
    let worker = Arc::clone(session);
    let answer = on_workspace(&session.answers, move |cancelled| {
        worker.hooks.hold(R::NAME, cancelled);
        R::run(&WorkspaceContext { session: &worker, environment: &environment, cancelled }, params)
    });
    let answer = answer.await;
    session.trace_answer(R::NAME, asked.elapsed(), outcome(&answer), || None);
    answer.map_err(|failure| match failure {
        Failure::Panicked => Error::internal_error(),
        Failure::Stale => Error::content_modified(),
    })
}

/// `RequestFailed`: with a sentence for the user.
pub fn request_failed(message: String) -> Error {
    Error { code: ErrorCode::ServerError(-32803), message: message.into(), data: None }
}

/// `ServerCancelled`: the document has changed while the answer was being made; the client asks again.
fn ask_again() -> Error {
    Error {
        code: ErrorCode::ServerError(-32802),
        message: "the document has changed".into(),
        data: Some(serde_json::json!({ "retriggerRequest": true })),
    }
}

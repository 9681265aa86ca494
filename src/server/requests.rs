//! Answers to requests about a document. The snapshot is taken by the handler before it waits for anything; everything
//! here works on that.

use super::Server;
use super::analysis::{Failure, diagnose, findings, with_document};
use super::capabilities::FIX_ALL;
use super::convert::{self, Ranges};
use super::documents::Snapshot;
use super::messages::message;
use crate::check::{Edit, Finding, safe_edits};
use crate::ide::completion::{complete, documentation};
use crate::ide::definition::{Definition, definition};
use crate::ide::hover::hover;
use crate::library;
use crate::text::Span;
use ropey::Rope;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionTriggerKind, CompletionItem,
    CompletionList, CompletionResponse, Diagnostic, DocumentChanges, DocumentDiagnosticReport,
    DocumentDiagnosticReportResult, Documentation, FullDocumentDiagnosticReport, GotoDefinitionResponse, Hover,
    Location, OneOf, OptionalVersionedTextDocumentIdentifier, Position, Range, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, TextDocumentEdit, UnchangedDocumentDiagnosticReport, Uri, WorkspaceEdit,
};

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Panicked => Self::internal_error(),
            Failure::Stale => Self::content_modified(),
        }
    }
}

impl Server {
    pub async fn hover(self: &Arc<Self>, snapshot: Snapshot, position: Position) -> Result<Option<Hover>> {
        let server = Arc::clone(self);
        let answer = with_document(&snapshot, &self.answerers, move |document, snapshot, _| {
            let abilities = server.abilities();
            let environment = &snapshot.environment;
            let at = convert::offset(&snapshot.rope, position, abilities.encoding);
            let card = hover(document, &environment.catalogue, at, environment.settings_of(&snapshot.uri))?;
            Some(convert::hover(card, &mut Ranges::new(&snapshot.rope, abilities.encoding), abilities))
        });
        Ok(answer.await?)
    }

    /// Where the unit or instrument at a position is written.
    pub async fn definition(
        self: &Arc<Self>,
        snapshot: Snapshot,
        position: Position,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let server = Arc::clone(self);
        let answer = with_document(&snapshot, &self.answerers, move |document, snapshot, _| {
            let encoding = server.abilities().encoding;
            let environment = &snapshot.environment;
            let at = convert::offset(&snapshot.rope, position, encoding);
            let settings = environment.settings_of(&snapshot.uri);
            let location = match definition(document, &environment.catalogue, &environment.library, at, settings)? {
                Definition::Here(span) => {
                    Location::new(snapshot.uri.clone(), Ranges::new(&snapshot.rope, encoding).range(span))
                }
                Definition::Text { file, units } => {
                    let uri = Uri::from_file_path(&file)?;
                    // The file is read as it is now: places of an earlier reading may have moved.
                    let place = library::place(&file, &units, environment.vocabulary())
                        .inspect_err(|error| tracing::warn!("{error}"))
                        .ok()?;
                    // Lines of a Word file mean nothing to an editor.
                    let span = if place.word { Span::default() } else { place.span };
                    Location::new(uri, Ranges::new(&Rope::from_str(&place.text), encoding).range(span))
                }
            };
            Some(GotoDefinitionResponse::Scalar(location))
        });
        Ok(answer.await?)
    }

    pub async fn completion(
        self: &Arc<Self>,
        snapshot: Snapshot,
        position: Position,
    ) -> Result<Option<CompletionResponse>> {
        let server = Arc::clone(self);
        let answer = with_document(&snapshot, &self.answerers, move |document, snapshot, _| {
            let abilities = server.abilities();
            let environment = &snapshot.environment;
            let at = convert::offset(&snapshot.rope, position, abilities.encoding);
            let settings = environment.settings_of(&snapshot.uri);
            let (completions, more) = complete(document, &environment.catalogue, at, settings);
            let mut ranges = Ranges::new(&snapshot.rope, abilities.encoding);
            let items = completions.into_iter().enumerate();
            let items = items.filter_map(|(rank, item)| convert::completion(item, rank, &mut ranges, abilities));
            let items: Vec<CompletionItem> = items.collect();
            (!items.is_empty()).then_some(CompletionResponse::List(CompletionList { is_incomplete: more, items }))
        });
        Ok(answer.await?)
    }

    /// Adds the documentation to a completion.
    pub async fn resolve(self: &Arc<Self>, mut item: CompletionItem) -> Result<CompletionItem> {
        let Some(instrument) = item.data.as_ref().and_then(|data| data.get("instrument")).and_then(|id| id.as_i64())
        else {
            return Ok(item);
        };
        let environment = self.environment();
        let place = Arc::clone(&self.answerers).acquire_owned().await.map_err(|_| Error::internal_error())?;
        let work = move || {
            let _place = place;
            super::lifecycle::catch(|| documentation(&environment.catalogue, instrument, environment.first_settings()))
        };
        let text = match tokio::task::spawn_blocking(work).await {
            Ok(Ok(text)) => text,
            _ => return Err(Error::internal_error()),
        };
        let markdown = self.abilities().documentation_markdown;
        item.documentation = text.map(|text| Documentation::MarkupContent(convert::markup(text, markdown)));
        Ok(item)
    }

    pub async fn code_actions(
        self: &Arc<Self>,
        snapshot: Snapshot,
        range: Range,
        context: CodeActionContext,
    ) -> Result<Option<Vec<CodeActionOrCommand>>> {
        let server = Arc::clone(self);
        let answer = with_document(&snapshot, &self.answerers, move |document, snapshot, _| {
            let findings = findings(document, snapshot);
            let actions = Actions { server: &server, snapshot };
            let asked = |kind: &CodeActionKind| {
                context.only.as_ref().is_none_or(|kinds| kinds.iter().any(|asked| includes(asked, kind)))
            };
            let mut list = Vec::new();
            if asked(&CodeActionKind::QUICKFIX) {
                let span = convert::span(&snapshot.rope, range, server.abilities().encoding);
                let near = findings.iter().filter(|f| f.span.start <= span.end && span.start <= f.span.end);
                list.extend(near.flat_map(|finding| actions.quick_fixes(finding)));
            }
            // Not in the bulb that an editor shows by itself on every line, unless it asks for this kind.
            let by_itself = context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
            if asked(&FIX_ALL) && (context.only.is_some() || !by_itself) {
                list.extend(actions.fix_all(&findings));
            }
            list.into_iter().map(CodeActionOrCommand::CodeAction).collect()
        });
        Ok(Some(answer.await?))
    }

    /// The diagnostics of a document for a client that asks for them.
    pub async fn pulled_diagnostics(
        self: &Arc<Self>,
        snapshot: Snapshot,
        previous: Option<String>,
    ) -> Result<DocumentDiagnosticReportResult> {
        let server = Arc::clone(self);
        let analysis = with_document(&snapshot, &self.analysers, move |document, snapshot, unwanted| {
            super::lifecycle::trouble_for_test("analysis", snapshot.uri.as_str());
            if snapshot.is_stale() || unwanted() {
                return None;
            }
            let findings = findings(document, snapshot);
            Some(diagnose(&server, snapshot, document, &findings))
        });
        let analysis = match analysis.await? {
            Some(analysis) if !snapshot.is_stale() => analysis,
            // The client will be told of the change's own diagnostics when it asks again, which it does at once.
            _ => return Err(moved_on()),
        };
        if let Some(until) = analysis.quiet_until
            && self.abilities().refreshes_diagnostics
        {
            let (server, snapshot) = (Arc::clone(self), snapshot.clone());
            tokio::spawn(async move {
                tokio::time::sleep_until(until.into()).await;
                if !snapshot.is_stale() {
                    server.outbox.refresh();
                }
            });
        }
        let quiet = analysis.quiet_until.is_some_and(|until| Instant::now() < until);
        let id = format!("{}.{}.{}", snapshot.version, snapshot.environment.epoch, u8::from(quiet));
        Ok(if previous.as_ref() == Some(&id) { unchanged(id) } else { full(Some(id), analysis.shown().to_vec()) })
    }
}

/// A complete list of diagnostics.
pub fn full(result_id: Option<String>, items: Vec<Diagnostic>) -> DocumentDiagnosticReportResult {
    let report = RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    };
    DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Full(report))
}

fn unchanged(result_id: String) -> DocumentDiagnosticReportResult {
    let report = RelatedUnchangedDocumentDiagnosticReport {
        related_documents: None,
        unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
    };
    DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Unchanged(report))
}

/// `ServerCancelled`: the document has changed while its diagnostics were being made; ask again.
fn moved_on() -> Error {
    Error {
        code: ErrorCode::ServerError(-32802),
        message: "the document has changed".into(),
        data: Some(serde_json::json!({ "retriggerRequest": true })),
    }
}

/// Whether a kind of action that a client asks for includes another: `source` includes `source.fixAll.viendan`.
fn includes(asked: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let (asked, kind) = (asked.as_str(), kind.as_str());
    asked.is_empty() || kind.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Makes the actions of one request.
struct Actions<'s> {
    server: &'s Server,
    snapshot: &'s Snapshot,
}

impl Actions<'_> {
    fn ranges(&self) -> Ranges<'_> {
        Ranges::new(&self.snapshot.rope, self.server.abilities().encoding)
    }

    fn quick_fixes(&self, finding: &Finding) -> Vec<CodeAction> {
        let environment = &self.snapshot.environment;
        let pages = environment.pages_in(environment.settings_of(&self.snapshot.uri).language);
        let (uri, abilities) = (&self.snapshot.uri, self.server.abilities());
        let diagnostic = convert::diagnostic(finding, uri, &mut self.ranges(), abilities, pages.as_deref());
        let only_safe = finding.fixes.iter().filter(|fix| fix.safe).count() == 1;
        let fixes = finding.fixes.iter().map(|fix| CodeAction {
            title: fix.title.clone(),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![diagnostic.clone()]),
            edit: Some(self.edit(&fix.edits.iter().collect::<Vec<_>>())),
            is_preferred: (fix.safe && only_safe).then_some(true),
            ..CodeAction::default()
        });
        fixes.collect()
    }

    /// The action that applies all safe fixes; of those that overlap the first.
    fn fix_all(&self, findings: &[Finding]) -> Option<CodeAction> {
        let edits = safe_edits(findings);
        if edits.is_empty() {
            return None;
        }
        let language = self.snapshot.environment.settings_of(&self.snapshot.uri).language;
        Some(CodeAction {
            title: message(language, "fix-all", &[]),
            kind: Some(FIX_ALL),
            edit: Some(self.edit(&edits)),
            ..CodeAction::default()
        })
    }

    fn edit(&self, edits: &[&Edit]) -> WorkspaceEdit {
        let mut ranges = self.ranges();
        let edits = edits.iter().map(|edit| convert::text_edit(edit, &mut ranges));
        let uri = self.snapshot.uri.clone();
        if self.server.abilities().versioned_edits {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_actions_include_each_other() {
        assert!(includes(&CodeActionKind::SOURCE, &FIX_ALL) && includes(&CodeActionKind::SOURCE_FIX_ALL, &FIX_ALL));
        assert!(includes(&CodeActionKind::EMPTY, &CodeActionKind::QUICKFIX));
        assert!(
            !includes(&CodeActionKind::new("source.fix"), &FIX_ALL) && !includes(&FIX_ALL, &CodeActionKind::SOURCE)
        );
    }
}

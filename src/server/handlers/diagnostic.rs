//! `textDocument/diagnostic`: the diagnostics of a document for a client that asks for them.

use super::DocumentRequest;
use super::execution::Context;
use crate::server::capabilities::ClientCapabilities;
use crate::server::diagnostics::{Pulled, Report};
use crate::server::session::Session;
use crate::server::work::{About, Failure};
use std::sync::Arc;
use tower_lsp::ls_types::{
    self, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri,
};

pub struct Diagnostic;

impl DocumentRequest for Diagnostic {
    const NAME: &'static str = "diagnostic";
    const ABOUT: About = About::TextNow;
    type Params = DocumentDiagnosticParams;
    type Answer = DocumentDiagnosticReportResult;

    fn uri(params: &DocumentDiagnosticParams) -> &Uri {
        &params.text_document.uri
    }

    /// A client that can be asked to pull again gets what there is at once.
    fn waits_for_catalogue(capabilities: &ClientCapabilities) -> bool {
        !capabilities.pulls_diagnostics
    }

    fn without_document(session: &Arc<Session>, params: &DocumentDiagnosticParams) -> Self::Answer {
        let uri = &params.text_document.uri;
        let too_long = session.documents().get(uri).filter(|document| document.is_too_long()).map(|d| d.len());
        full(None, too_long.map(|len| session.too_long(uri, len)).into_iter().collect())
    }

    fn run(context: &Context<'_>, params: DocumentDiagnosticParams) -> Result<Self::Answer, Failure> {
        let (session, snapshot) = (context.session, context.snapshot);
        // Where not every change is checked, what was found before stays until the next occasion.
        if !session.may_be_checked(snapshot) {
            return Ok(params.previous_result_id.map_or_else(|| full(None, Vec::new()), unchanged));
        }
        session.hooks.strike("analysis", snapshot.uri.as_str());
        let findings = snapshot.findings(context.document, context.cancelled).ok_or(Failure::Stale)?;
        let pulled = Pulled::new(snapshot, Report::new(context.capabilities(), snapshot, context.document, &findings));
        if (context.cancelled)() {
            return Err(Failure::Stale);
        }
        if let Some(until) = pulled.quiet_until {
            let (session, snapshot) = (Arc::clone(session), snapshot.clone());
            tokio::spawn(async move {
                tokio::time::sleep_until(until.into()).await;
                if !snapshot.is_stale() {
                    session.refresh_diagnostics();
                }
            });
        }
        if params.previous_result_id.as_ref() == Some(&pulled.id) {
            return Ok(unchanged(pulled.id));
        }
        Ok(full(Some(pulled.id), pulled.items))
    }
}

/// A complete list of diagnostics.
fn full(result_id: Option<String>, items: Vec<ls_types::Diagnostic>) -> DocumentDiagnosticReportResult {
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

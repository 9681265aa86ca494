//! `workspace/diagnostic`: the diagnostics of all drafts of the workspace, for a client that asks for them.

use super::WorkspaceRequest;
use super::execution::WorkspaceContext;
use crate::server::diagnostic_maker::DiagnosticMaker;
use crate::server::diagnostics::{Pulled, Report, gravest, limits};
use crate::server::work::Failure;
use crate::server::workspace::Draft;
use std::collections::HashMap;
use std::time::SystemTime;
use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

pub struct WorkspaceDiagnostic;

impl WorkspaceRequest for WorkspaceDiagnostic {
    const NAME: &'static str = "workspace/diagnostic";
    type Params = WorkspaceDiagnosticParams;
    type Answer = WorkspaceDiagnosticReportResult;

    fn run(context: &WorkspaceContext<'_>, params: WorkspaceDiagnosticParams) -> Result<Self::Answer, Failure> {
        let known: HashMap<&Uri, &str> =
            params.previous_result_ids.iter().map(|previous| (&previous.uri, previous.value.as_str())).collect();
        let partial = params.partial_result_params.partial_result_token.as_ref();
        let mut items = Vec::new();
        let walked = context.session.each_draft(context.environment, context.cancelled, |draft| {
            match (report(context, &draft, known.get(&draft.uri).copied()), partial) {
                (Some(report), Some(token)) => {
                    context.session.outbox.partial(token, &WorkspaceDiagnosticReport { items: vec![report] });
                }
                (Some(report), None) => items.push(report),
                (None, _) => {}
            }
            true
        });
        walked.ok_or(Failure::Stale)?;
        Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }))
    }
}

/// The report of a draft; `None` where it is not to be checked now, or it was to stop.
fn report(
    context: &WorkspaceContext<'_>,
    draft: &Draft,
    known: Option<&str>,
) -> Option<WorkspaceDocumentDiagnosticReport> {
    let (uri, version) = (draft.uri.clone(), draft.version.map(i64::from));
    let unchanged = |id: &str| {
        let unchanged = UnchangedDocumentDiagnosticReport { result_id: id.to_owned() };
        Some(WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
            uri: uri.clone(),
            version,
            unchanged_document_diagnostic_report: unchanged,
        }))
    };
    let (session, environment) = (context.session, context.environment);
    let (id, items) = if let Some(snapshot) = &draft.snapshot {
        // As the client gets it when it asks for this document alone.
        if !session.may_be_checked(snapshot) {
            return None;
        }
        let findings = session.findings_of(draft, environment, context.cancelled)?;
        let pulled = Pulled::new(snapshot, Report::new(session.capabilities(), snapshot, &draft.document, &findings));
        if known == Some(&pulled.id) {
            return unchanged(&pulled.id);
        }
        (pulled.id, pulled.items)
    } else {
        let id = id(draft, environment.epoch);
        if known == Some(&id) {
            return unchanged(&id);
        }
        let findings = session.findings_of(draft, environment, context.cancelled)?;
        let mut maker = DiagnosticMaker::of_draft(draft, environment, session.capabilities());
        let mut items = limits(environment.settings_of(&uri).language, &draft.document, findings.len());
        items.extend(gravest(&findings).into_iter().map(|finding| maker.diagnostic(finding)));
        (id, items)
    };
    Some(WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(id), items },
    }))
}

/// The name of the report of a file: the same as long as the file and the environment are.
fn id(draft: &Draft, epoch: u64) -> String {
    let (written, size) = draft.stamp.unwrap_or_default();
    let since = written.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok()).unwrap_or_default();
    format!("{}.{size}.{epoch}", since.as_nanos())
}

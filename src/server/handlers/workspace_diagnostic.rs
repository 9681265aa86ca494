//! `workspace/diagnostic`: the diagnostics of all drafts of the workspace, for a client that asks for them.

use super::WorkspaceRequest;
use super::execution::WorkspaceContext;
use crate::server::diagnostic_maker::DiagnosticMaker;
use crate::server::diagnostics::MOST_DIAGNOSTICS;
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
            // The client asks for open documents one by one.
            if draft.version.is_some() {
                return true;
            }
            let report = report(context, &draft, known.get(&draft.uri).copied());
            match partial {
                Some(token) => {
                    context.session.outbox.partial(token, &WorkspaceDiagnosticReport { items: vec![report] })
                }
                None => items.push(report),
            }
            true
        });
        walked.ok_or(Failure::Stale)?;
        Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }))
    }
}

fn report(context: &WorkspaceContext<'_>, draft: &Draft, known: Option<&str>) -> WorkspaceDocumentDiagnosticReport {
    let (uri, version) = (draft.uri.clone(), draft.version.map(i64::from));
    let id = id(draft, context.environment.epoch);
    if known == Some(&id) {
        let unchanged = UnchangedDocumentDiagnosticReport { result_id: id };
        return WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: unchanged,
        });
    }
    let findings = context.session.findings_of(draft, context.environment);
    let mut maker = DiagnosticMaker::of_draft(draft, context.environment, context.session.capabilities());
    let items = findings.iter().take(MOST_DIAGNOSTICS).map(|finding| maker.diagnostic(finding)).collect();
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(id), items },
    })
}

/// The same as long as the file and the environment are.
fn id(draft: &Draft, epoch: u64) -> String {
    let (written, size) = draft.stamp.unwrap_or_default();
    let since = written.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok()).unwrap_or_default();
    format!("{}.{size}.{epoch}", since.as_nanos())
}

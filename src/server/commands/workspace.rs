//! All drafts of the workspace checked at once, with progress; the number of findings is told.

use crate::check::Severity;
use crate::server::diagnostic_maker::DiagnosticMaker;
use crate::server::diagnostics::{self, MOST_DIAGNOSTICS};
use crate::server::handlers::WorkspaceContext;
use crate::server::messages::message;
use crate::server::work::Failure;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::Arc;
use tokio::sync::watch;
use tower_lsp::ls_types::{MessageType, Uri};

/// Checks all drafts. What was found in files that are not open is published for a client that is pushed to; one that pulls is
/// asked to pull. The counts are the result.
pub fn check(context: &WorkspaceContext<'_>) -> Result<Value, Failure> {
    let (session, environment) = (context.session, context.environment);
    let language = environment.first_settings().language;
    let mut drafts = Vec::new();
    let all = session.each_draft(environment, context.cancelled, |draft| {
        drafts.push(draft);
        true
    });
    all.ok_or(Failure::Stale)?;
    let total = drafts.len();
    let (progressed, progress) = watch::channel((0, total));
    if session.capabilities().shows_progress {
        let title = message(language, "check-progress", &[]);
        let name = format!("viendan-check-{}", environment.epoch);
        tokio::spawn(Arc::clone(session).show_progress(name, title, progress));
    }
    let pushes = !session.capabilities().pulls_diagnostics;
    let (mut count, mut errors, mut warnings) = (0, 0, 0);
    let mut published: HashSet<Uri> = HashSet::new();
    for (n, draft) in (1..).zip(drafts) {
        let findings = session.findings_of(&draft, environment, context.cancelled).ok_or(Failure::Stale)?;
        count += findings.len();
        errors += findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        warnings += findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
        if pushes && draft.version.is_none() && !findings.is_empty() {
            let mut maker = DiagnosticMaker::of_draft(&draft, environment, session.capabilities());
            let list: Vec<_> = findings.iter().take(MOST_DIAGNOSTICS).map(|f| maker.diagnostic(f)).collect();
            session.outbox.publish(draft.uri.clone(), diagnostics::json(list.iter()), None);
            published.insert(draft.uri);
        }
        progressed.send_replace((n, total));
    }
    if pushes {
        // What was found the last time and is over.
        let before = std::mem::replace(&mut *session.published_files(), published.clone());
        for gone in before.difference(&published).filter(|uri| session.documents().get(uri).is_none()) {
            session.outbox.publish(gone.clone(), diagnostics::none(), None);
        }
    } else {
        session.refresh_diagnostics();
    }
    let number = |n: usize| n.to_string();
    let (files, found, grave, doubtful) = (number(total), number(count), number(errors), number(warnings));
    let values = [("files", files.as_str()), ("findings", &found), ("errors", &grave), ("warnings", &doubtful)];
    session.outbox.show(MessageType::INFO, message(language, "checked", &values));
    Ok(json!({ "files": total, "findings": count, "errors": errors, "warnings": warnings }))
}

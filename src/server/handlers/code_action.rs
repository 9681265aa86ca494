//! `textDocument/codeAction`: the fixes of findings.

use super::DocumentRequest;
use super::execution::Context;
use crate::check::{Edit, Finding, safe_edits};
use crate::server::capabilities::FIX_ALL;
use crate::server::convert::{self, DiagnosticMaker};
use crate::server::messages::message;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::collections::HashMap;
use std::sync::Arc;
use tower_lsp::ls_types::{
    self, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionTriggerKind, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, Uri, WorkspaceEdit,
};

pub struct CodeAction;

impl DocumentRequest for CodeAction {
    const NAME: &'static str = "codeAction";
    type Params = CodeActionParams;
    type Answer = Option<Vec<CodeActionOrCommand>>;

    fn uri(params: &CodeActionParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &CodeActionParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: CodeActionParams) -> Result<Self::Answer, Failure> {
        if !context.capabilities().code_action_literals {
            return Ok(None);
        }
        let findings = context.snapshot.findings(context.document, context.cancelled).ok_or(Failure::Stale)?;
        let asked = |kind: &CodeActionKind| {
            params.context.only.as_ref().is_none_or(|kinds| kinds.iter().any(|asked| includes(asked, kind)))
        };
        let mut actions = Vec::new();
        if asked(&CodeActionKind::QUICKFIX) {
            let (start, end) = (context.offset(params.range.start), context.offset(params.range.end));
            let end = end.max(start);
            let near = findings.iter().filter(|f| f.span.start <= end && start <= f.span.end);
            let mut diagnostics = DiagnosticMaker::new(context.snapshot, context.capabilities());
            actions.extend(near.flat_map(|finding| quick_fixes(context, &mut diagnostics, finding)));
        }
        // Not in the bulb that an editor shows by itself on every line, unless it asks for this kind.
        let by_itself = params.context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
        if asked(&FIX_ALL) && (params.context.only.is_some() || !by_itself) {
            actions.extend(fix_all(context, &findings));
        }
        Ok(Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()))
    }
}

/// Whether a kind of action that a client asks for includes another: `source` includes `source.fixAll.viendan`.
fn includes(asked: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let (asked, kind) = (asked.as_str(), kind.as_str());
    asked.is_empty() || kind.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn quick_fixes(
    context: &Context<'_>,
    diagnostics: &mut DiagnosticMaker<'_>,
    finding: &Finding,
) -> Vec<ls_types::CodeAction> {
    let diagnostic = diagnostics.diagnostic(finding);
    let is_only_safe = finding.fixes.iter().filter(|fix| fix.safe).count() == 1;
    let fixes = finding.fixes.iter().map(|fix| ls_types::CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic.clone()]),
        edit: Some(workspace_edit(context, fix.edits.iter())),
        is_preferred: (fix.safe && is_only_safe).then_some(true),
        ..ls_types::CodeAction::default()
    });
    fixes.collect()
}

/// The action that applies all safe fixes; of those that overlap the first.
fn fix_all(context: &Context<'_>, findings: &[Finding]) -> Option<ls_types::CodeAction> {
    let edits = safe_edits(findings);
    if edits.is_empty() {
        return None;
    }
    Some(ls_types::CodeAction {
        title: message(context.settings().language, "fix-all", &[]),
        kind: Some(FIX_ALL),
        edit: Some(workspace_edit(context, edits.into_iter())),
        ..ls_types::CodeAction::default()
    })
}

fn workspace_edit<'e>(context: &Context<'_>, edits: impl Iterator<Item = &'e Edit>) -> WorkspaceEdit {
    let mut ranges = context.ranges();
    let edits = edits.map(|edit| convert::text_edit(edit, &mut ranges));
    let uri = context.snapshot.uri.clone();
    if context.capabilities().versioned_edits {
        let edit = TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { uri, version: Some(context.snapshot.version) },
            edits: edits.map(OneOf::Left).collect(),
        };
        WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![edit])), ..WorkspaceEdit::default() }
    } else {
        let changes = HashMap::from([(uri, edits.collect())]);
        WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
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

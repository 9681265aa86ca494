//! `textDocument/codeAction`: fixes of findings, ways to leave them alone, and what can be done at a place.

use super::DocumentRequest;
use super::execution::Context;
use crate::check::{Code, Edit, Finding, safe_edits};
use crate::cite::Number;
use crate::ide::actions::{Rewrite, rewrites};
use crate::ide::{record, suppress};
use crate::server::capabilities::FIX_ALL;
use crate::server::commands::{self, Command};
use crate::server::diagnostic_maker::DiagnosticMaker;
use crate::server::messages::message;
use crate::server::session::Session;
use crate::server::work::Failure;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::Arc;
use tower_lsp::ls_types::{self, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionTriggerKind, Uri};

pub struct CodeAction;

/// Kinds of actions: changes that no finding asks for.
pub const REWRITE: CodeActionKind = CodeActionKind::REFACTOR_REWRITE;

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
            context.capabilities().takes_action_kind(kind)
                && params.context.only.as_ref().is_none_or(|kinds| kinds.iter().any(|asked| includes(asked, kind)))
        };
        let (start, end) = (context.offset(params.range.start), context.offset(params.range.end));
        let end = end.max(start);
        let mut actions = Vec::new();
        if asked(&CodeActionKind::QUICKFIX) {
            let near: Vec<&Finding> = findings.iter().filter(|f| f.span.start <= end && start <= f.span.end).collect();
            let mut diagnostics = DiagnosticMaker::of(context.snapshot, context.capabilities());
            for finding in &near {
                actions.extend(quick_fixes(context, &mut diagnostics, finding));
            }
            let mut seen = HashSet::new();
            for finding in near.iter().filter(|finding| seen.insert(finding.code)) {
                actions.extend(left_alone(context, &mut diagnostics, finding, &findings));
            }
            actions.extend(to_catalogue(context, &near, &params));
        }
        if asked(&REWRITE) {
            let found = rewrites(context.document, &context.environment().catalogue, start, context.settings());
            actions.extend(found.into_iter().map(|rewrite| rewritten(context, rewrite, &params)));
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
pub fn includes(asked: &CodeActionKind, kind: &CodeActionKind) -> bool {
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
        edit: Some(context.workspace_edit(fix.edits.iter())),
        is_preferred: (fix.safe && is_only_safe).then_some(true),
        ..ls_types::CodeAction::default()
    });
    fixes.collect()
}

/// What can be done about a finding without correcting it: all of its rule corrected, the line, the number or the rule left alone,
/// the rule explained.
fn left_alone(
    context: &Context<'_>,
    diagnostics: &mut DiagnosticMaker<'_>,
    finding: &Finding,
    all: &[Finding],
) -> Vec<ls_types::CodeAction> {
    let (language, code) = (context.settings().language, finding.code.as_str());
    let uri = json!(context.snapshot.uri);
    let named = [("code", code)];
    let action = |title: String| ls_types::CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostics.diagnostic(finding)]),
        ..ls_types::CodeAction::default()
    };
    let mut action = action;
    let mut actions = Vec::new();
    let of_rule: Vec<Finding> = all.iter().filter(|other| other.code == finding.code).cloned().collect();
    let edits = safe_edits(&of_rule);
    if of_rule.len() > 1 && !edits.is_empty() {
        let edit = Some(context.workspace_edit(edits.into_iter()));
        actions.push(ls_types::CodeAction { edit, ..action(message(language, "fix-all-of-rule", &named)) });
    }
    if finding.code != Code::UnusedSuppression {
        let comment = suppress::line(context.document, finding.span.start, code);
        let edit = Some(context.workspace_edit(std::iter::once(&comment)));
        actions.push(ls_types::CodeAction { edit, ..action(message(language, "ignore-line", &named)) });
    }
    let command = |title: &str, command: Command, arguments: Vec<Value>| {
        Some(commands::made(title.to_owned(), command, arguments))
    };
    if context.environment().is_in_folder(&context.snapshot.uri) {
        if let Some(number) = finding.instrument.as_deref().filter(|number| Number::parse(number).is_some()) {
            let title = message(language, "ignore-number", &[("number", number)]);
            let command = command(&title, Command::Ignore, vec![uri.clone(), json!(number)]);
            actions.push(ls_types::CodeAction { command, ..action(title) });
        }
        let title = message(language, "rule-off", &named);
        let command = command(&title, Command::SwitchOff, vec![uri, json!(code)]);
        actions.push(ls_types::CodeAction { command, ..action(title) });
    }
    if context.capabilities().shows_documents {
        let title = message(language, "rule-page", &named);
        let command = command(&title, Command::ShowRule, vec![json!(code)]);
        actions.push(ls_types::CodeAction { command, ..action(title) });
    }
    actions
}

/// Adds an act that the catalogue does not know to the team's own.
fn to_catalogue(context: &Context<'_>, near: &[&Finding], params: &CodeActionParams) -> Option<ls_types::CodeAction> {
    let unknown =
        near.iter().find(|finding| matches!(finding.code, Code::UnknownInstrument | Code::UnknownInCompleteSeries))?;
    if !context.environment().is_in_folder(&context.snapshot.uri) {
        return None;
    }
    let record = record::cited(context.document, unknown.span.start)?;
    let title = message(context.settings().language, "add-to-catalogue", &[("number", record.number.as_deref()?)]);
    let record = serde_json::to_value(&record).ok()?;
    let arguments = vec![json!(params.text_document.uri), record];
    Some(ls_types::CodeAction {
        title: title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        command: Some(commands::made(title, Command::AddToCatalogue, arguments)),
        ..ls_types::CodeAction::default()
    })
}

/// A change that no finding asks for. A client that resolves edits gets it when the user chooses it.
fn rewritten(context: &Context<'_>, rewrite: Rewrite, params: &CodeActionParams) -> ls_types::CodeAction {
    let mut action =
        ls_types::CodeAction { title: rewrite.title, kind: Some(REWRITE), ..ls_types::CodeAction::default() };
    if context.capabilities().resolves_edits {
        action.data = Some(json!({
            "uri": context.snapshot.uri,
            "version": context.snapshot.version,
            "position": params.range.start,
            "id": rewrite.id,
        }));
    } else {
        action.edit = Some(context.workspace_edit(rewrite.edits.iter()));
    }
    action
}

/// The action that applies all safe fixes; of those that overlap the first.
fn fix_all(context: &Context<'_>, findings: &[Finding]) -> Option<ls_types::CodeAction> {
    let edits: Vec<&Edit> = safe_edits(findings);
    if edits.is_empty() {
        return None;
    }
    Some(ls_types::CodeAction {
        title: message(context.settings().language, "fix-all", &[]),
        kind: Some(FIX_ALL),
        edit: Some(context.workspace_edit(edits.into_iter())),
        ..ls_types::CodeAction::default()
    })
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

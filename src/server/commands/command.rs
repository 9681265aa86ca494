//! Which commands there are, and how each is executed.

use super::{settings, workspace};
use crate::i18n::Localizer;
use crate::ide::report;
use crate::rulebook::{Code, page};
use crate::server::analysis::Occasion;
use crate::server::handlers::WorkspaceContext;
use crate::server::messages::message;
use crate::server::work::Failure;
use serde_json::{Value, json};
use std::sync::Arc;
use tower_lsp::ls_types::{self, ShowDocumentParams, Uri};

/// A command of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Leaves a number, code or path alone, in `viendan.toml`: address of the document, what.
    Ignore,
    /// Switches a rule off in `viendan.toml`: address of the document, code.
    SwitchOff,
    /// Opens the page of a rule: code.
    ShowRule,
    /// Adds an act to the team's catalogue: address of the document, record.
    AddToCatalogue,
    /// Checks all drafts of the workspace.
    CheckWorkspace,
    /// Checks a document now, whatever the setting `checking` says: its address.
    Check,
    /// The instruments that a document cites: its address, and `markdown` or `json`.
    Citations,
    /// The places of a lens, for editors that show them: address, position, locations.
    ShowReferences,
}

/// All commands with their names.
const COMMANDS: [(Command, &str); 8] = [
    (Command::Ignore, "viendan.ignore"),
    (Command::SwitchOff, "viendan.switchOff"),
    (Command::ShowRule, "viendan.showRule"),
    (Command::AddToCatalogue, "viendan.addToCatalogue"),
    (Command::CheckWorkspace, "viendan.checkWorkspace"),
    (Command::Check, "viendan.check"),
    (Command::Citations, "viendan.citations"),
    (Command::ShowReferences, "viendan.showReferences"),
];

impl Command {
    pub fn of_name(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|(_, known)| *known == name).map(|(command, _)| *command)
    }

    fn name(self) -> &'static str {
        COMMANDS.iter().find(|(command, _)| *command == self).map_or("", |(_, name)| name)
    }

    /// The names of all commands.
    pub fn names() -> Vec<String> {
        COMMANDS.iter().map(|(_, name)| (*name).to_owned()).collect()
    }
}

/// A command as an action or a lens names it.
pub fn made(title: String, command: Command, arguments: Vec<Value>) -> ls_types::Command {
    ls_types::Command { title, command: command.name().to_owned(), arguments: Some(arguments) }
}

/// Executes a command. The result, or why there is none, for the user.
///
/// # Errors
/// When it was to stop.
pub fn execute(
    context: &WorkspaceContext<'_>,
    command: Command,
    arguments: Vec<Value>,
) -> Result<Result<Option<Value>, String>, Failure> {
    let language = context.environment.first_settings().language;
    // Some clients wrap the arguments in a list.
    let arguments = match arguments.as_slice() {
        [Value::Array(inner)] => inner.clone(),
        _ => arguments,
    };
    let wrong = || Ok(Err(message(language, "wrong-arguments", &[("command", command.name())])));
    let address = || arguments.first()?.as_str()?.parse::<Uri>().ok();
    let text = |n: usize| arguments.get(n).and_then(Value::as_str);
    match command {
        Command::Ignore | Command::SwitchOff => {
            let (Some(uri), Some(what)) = (address(), text(1)) else { return wrong() };
            let done = match command {
                Command::Ignore => settings::ignore(context, &uri, what),
                _ => settings::switch_off(context, &uri, what),
            };
            Ok(done.map(|()| None))
        }
        Command::AddToCatalogue => {
            let (Some(uri), Some(record)) = (address(), arguments.get(1)) else { return wrong() };
            Ok(settings::add_to_catalogue(context, &uri, record).map(|()| None))
        }
        Command::ShowRule => match text(0).and_then(|code| code.parse::<Code>().ok()) {
            Some(code) => {
                show_rule(context, code);
                Ok(Ok(None))
            }
            None => wrong(),
        },
        Command::CheckWorkspace => workspace::check(context).map(|result| Ok(Some(result))),
        Command::Check => {
            let Some(uri) = address() else { return wrong() };
            context.session.request_analysis(&uri, Occasion::Command);
            Ok(Ok(None))
        }
        Command::Citations => {
            let Some(uri) = address() else { return wrong() };
            citations(context, &uri, text(1) == Some("json"))
        }
        Command::ShowReferences => Ok(Ok(arguments.get(2).cloned())),
    }
}

fn show_rule(context: &WorkspaceContext<'_>, code: Code) {
    let environment = context.environment;
    let folder = environment.pages_in(environment.first_settings().language);
    let Some(uri) = folder.and_then(|folder| Uri::from_file_path(folder.join(page::file_name(code)))) else { return };
    if !context.session.capabilities().shows_documents {
        return;
    }
    let session = Arc::clone(context.session);
    tokio::spawn(async move {
        let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
        if let Err(error) = session.client.show_document(params).await {
            tracing::info!("the client does not show a page: {error}");
        }
    });
}

/// The list of what a document cites, for an annex.
fn citations(
    context: &WorkspaceContext<'_>,
    uri: &Uri,
    as_json: bool,
) -> Result<Result<Option<Value>, String>, Failure> {
    let environment = context.environment;
    let settings = environment.settings_of(uri);
    let mut found = None;
    let walked = context.session.each_draft(environment, context.cancelled, |draft| {
        if draft.uri != *uri {
            return true;
        }
        found = Some(report::cited(&draft.document, &environment.catalogue, settings));
        false
    });
    walked.ok_or(Failure::Stale)?;
    let Some(cited) = found else { return Ok(Err(message(settings.language, "not-open", &[]))) };
    if as_json {
        return Ok(Ok(Some(json!(cited))));
    }
    Ok(Ok(Some(Value::String(report::markdown(&cited, Localizer::of(settings.language))))))
}

//! `workspace/executeCommand`.

use super::WorkspaceRequest;
use super::execution::WorkspaceContext;
use crate::server::commands::{self, Command};
use crate::server::messages::message;
use crate::server::work::Failure;
use serde_json::Value;
use tower_lsp::ls_types::ExecuteCommandParams;

pub struct ExecuteCommand;

impl WorkspaceRequest for ExecuteCommand {
    const NAME: &'static str = "workspace/executeCommand";
    type Params = ExecuteCommandParams;
    /// The result, or why there is none, for the user.
    type Answer = Result<Option<Value>, String>;

    fn run(context: &WorkspaceContext<'_>, params: ExecuteCommandParams) -> Result<Self::Answer, Failure> {
        let language = context.environment.first_settings().language;
        match Command::of_name(&params.command) {
            Some(command) => commands::execute(context, command, params.arguments),
            None => Ok(Err(message(language, "unknown-command", &[("command", &params.command)]))),
        }
    }
}

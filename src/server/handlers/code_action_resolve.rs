//! `codeAction/resolve`: the edit of an action that the user has chosen. Made from the document as it is now; where the text has
//! moved on, the client asks for actions again.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::actions::rewrites;
use crate::server::session::Session;
use crate::server::work::Failure;
use serde::Deserialize;
use std::sync::Arc;
use tower_lsp::ls_types::{self, Position, Uri};

pub struct CodeActionResolve;

/// An action with what is needed to make its edit.
#[derive(Debug)]
pub struct Chosen {
    action: ls_types::CodeAction,
    data: Data,
}

#[derive(Debug, Deserialize)]
struct Data {
    uri: Uri,
    version: i32,
    position: Position,
    id: String,
}

impl Chosen {
    /// `Err` for an action that is whole already.
    #[expect(clippy::result_large_err, reason = "both are the same action")]
    pub fn new(action: ls_types::CodeAction) -> Result<Self, ls_types::CodeAction> {
        let data = action.data.as_ref().and_then(|data| Data::deserialize(data).ok());
        match data {
            Some(data) if action.edit.is_none() => Ok(Self { action, data }),
            _ => Err(action),
        }
    }
}

impl DocumentRequest for CodeActionResolve {
    const NAME: &'static str = "codeAction/resolve";
    type Params = Chosen;
    type Answer = ls_types::CodeAction;

    fn uri(params: &Chosen) -> &Uri {
        &params.data.uri
    }

    fn without_document(_: &Arc<Session>, params: &Chosen) -> Self::Answer {
        params.action.clone()
    }

    fn run(context: &Context<'_>, params: Chosen) -> Result<Self::Answer, Failure> {
        let Chosen { mut action, data } = params;
        if data.version != context.snapshot.version {
            return Err(Failure::Stale);
        }
        let offset = context.offset(data.position);
        let found = rewrites(context.document, &context.environment().catalogue, offset, context.settings());
        let rewrite = found.into_iter().find(|rewrite| rewrite.id == data.id).ok_or(Failure::Stale)?;
        action.edit = Some(context.workspace_edit(rewrite.edits.iter()));
        Ok(action)
    }
}

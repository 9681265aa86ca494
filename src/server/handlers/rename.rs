//! `textDocument/rename`: another number of a unit, another short name; every use of the draft follows.

use super::DocumentRequest;
use super::execution::Context;
use crate::i18n::Language;
use crate::ide::rename::{self, Refused};
use crate::server::messages::message;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{RenameParams, Uri, WorkspaceEdit};

pub struct Rename;

impl DocumentRequest for Rename {
    const NAME: &'static str = "rename";
    type Params = RenameParams;
    /// The edit, or why there is none, for the user.
    type Answer = Result<Option<WorkspaceEdit>, String>;

    fn uri(params: &RenameParams) -> &Uri {
        &params.text_document_position.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &RenameParams) -> Self::Answer {
        Ok(None)
    }

    fn run(context: &Context<'_>, params: RenameParams) -> Result<Self::Answer, Failure> {
        let language = context.settings().language;
        let offset = context.offset(params.text_document_position.position);
        let Some(what) = rename::at(context.document, offset) else {
            return Ok(Err(message(language, "nothing-to-rename", &[])));
        };
        let edits = rename::rename(context.document, &what.name, &params.new_name);
        Ok(match edits {
            Ok(edits) => Ok(Some(context.workspace_edit(edits.iter()))),
            Err(refused) => Err(said(language, &refused, &params.new_name)),
        })
    }
}

fn said(language: Language, refused: &Refused, typed: &str) -> String {
    match refused {
        Refused::NoLabel { word } => message(language, "no-label", &[("label", typed), ("word", word)]),
        Refused::Taken { unit } => message(language, "label-taken", &[("unit", unit)]),
        Refused::Empty => message(language, "name-empty", &[]),
    }
}

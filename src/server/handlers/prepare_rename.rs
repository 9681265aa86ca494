//! `textDocument/prepareRename`: what can be renamed at a position.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::rename;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{PrepareRenameResponse, TextDocumentPositionParams, Uri};

pub struct PrepareRename;

impl DocumentRequest for PrepareRename {
    const NAME: &'static str = "prepareRename";
    type Params = TextDocumentPositionParams;
    type Answer = Option<PrepareRenameResponse>;

    fn uri(params: &TextDocumentPositionParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &TextDocumentPositionParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: TextDocumentPositionParams) -> Result<Self::Answer, Failure> {
        let found = rename::at(context.document, context.offset(params.position));
        Ok(found.map(|found| PrepareRenameResponse::RangeWithPlaceholder {
            range: context.ranges().range(found.span),
            placeholder: context.document.slice(found.span),
        }))
    }
}

//! `textDocument/documentHighlight`: all places of the document that refer to the same thing.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::referents::Referents;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{self, DocumentHighlightKind, DocumentHighlightParams, Uri};

pub struct DocumentHighlight;

impl DocumentRequest for DocumentHighlight {
    const NAME: &'static str = "documentHighlight";
    type Params = DocumentHighlightParams;
    type Answer = Option<Vec<ls_types::DocumentHighlight>>;

    fn uri(params: &DocumentHighlightParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &DocumentHighlightParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: DocumentHighlightParams) -> Result<Self::Answer, Failure> {
        let offset = context.offset(params.text_document_position_params.position);
        let referents = Referents::of(context.document, &context.environment().catalogue, context.settings());
        let Some(referent) = referents.at(offset) else { return Ok(None) };
        let mut ranges = context.ranges();
        let highlights = referents.occurrences(&referent).into_iter().map(|found| ls_types::DocumentHighlight {
            range: ranges.range(found.span),
            kind: Some(if found.definition { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ }),
        });
        Ok(Some(highlights.collect()))
    }
}

//! `textDocument/declaration`: where the document brings in what is mentioned: its first citation, or the unit itself.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::referents::Referents;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse, Location, Uri};

pub struct Declaration;

impl DocumentRequest for Declaration {
    const NAME: &'static str = "declaration";
    type Params = GotoDefinitionParams;
    type Answer = Option<GotoDefinitionResponse>;

    fn uri(params: &GotoDefinitionParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &GotoDefinitionParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: GotoDefinitionParams) -> Result<Self::Answer, Failure> {
        let offset = context.offset(params.text_document_position_params.position);
        let referents = Referents::of(context.document, &context.environment().catalogue, context.settings());
        let Some(referent) = referents.at(offset) else { return Ok(None) };
        let all = referents.occurrences(&referent);
        let first = all.iter().find(|found| found.definition).or(all.first());
        let mut ranges = context.ranges();
        Ok(first.map(|found| {
            let uri = context.snapshot.uri.clone();
            GotoDefinitionResponse::Scalar(Location::new(uri, ranges.range(found.span)))
        }))
    }
}

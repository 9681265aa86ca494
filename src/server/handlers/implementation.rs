//! `textDocument/implementation`: the acts that guide or amend the instrument that is mentioned.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::relations::{implementing, instrument_at};
use crate::server::places;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse, Uri};

pub struct Implementation;

impl DocumentRequest for Implementation {
    const NAME: &'static str = "implementation";
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
        let environment = context.environment();
        let Some(instrument) = instrument_at(context.document, &environment.catalogue, offset, context.settings())
        else {
            return Ok(None);
        };
        let acts = implementing(&instrument, &environment.catalogue);
        let locations: Vec<_> = acts.iter().filter_map(|act| places::of_instrument(act, environment)).collect();
        Ok((!locations.is_empty()).then_some(GotoDefinitionResponse::Array(locations)))
    }
}

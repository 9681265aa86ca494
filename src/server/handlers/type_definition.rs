//! `textDocument/typeDefinition`: the text or card of the instrument that is mentioned, or that a unit belongs to.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::relations::instrument_at;
use crate::server::places;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse, Uri};

pub struct TypeDefinition;

impl DocumentRequest for TypeDefinition {
    const NAME: &'static str = "typeDefinition";
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
        let instrument = instrument_at(context.document, &environment.catalogue, offset, context.settings());
        let location = instrument.and_then(|instrument| places::of_instrument(&instrument, environment));
        Ok(location.map(GotoDefinitionResponse::Scalar))
    }
}

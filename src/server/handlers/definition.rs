//! `textDocument/definition`: where the unit or instrument at a position is written.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::definition::{self, definition};
use crate::server::places;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse, Location, Uri};

pub struct Definition;

impl DocumentRequest for Definition {
    const NAME: &'static str = "definition";
    type Params = GotoDefinitionParams;
    type Answer = Option<GotoDefinitionResponse>;

    fn uri(params: &GotoDefinitionParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &GotoDefinitionParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: GotoDefinitionParams) -> Result<Self::Answer, Failure> {
        Ok(location(context, &params).map(GotoDefinitionResponse::Scalar))
    }
}

fn location(context: &Context<'_>, params: &GotoDefinitionParams) -> Option<Location> {
    let at = context.offset(params.text_document_position_params.position);
    let environment = context.environment();
    match definition(context.document, &environment.catalogue, &environment.library, at, context.settings())? {
        definition::Definition::Here(span) => {
            Some(Location::new(context.snapshot.uri.clone(), context.ranges().range(span)))
        }
        definition::Definition::Text { file, units } => {
            places::in_text(&file, &units, environment, context.capabilities().encoding)
        }
    }
}

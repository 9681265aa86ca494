//! `textDocument/hover`: the card of what is written at a position.

use super::DocumentRequest;
use super::execution::Context;
use crate::i18n::Localizer;
use crate::ide::hover::hover;
use crate::server::convert;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{self, HoverParams, Uri};

pub struct Hover;

impl DocumentRequest for Hover {
    const NAME: &'static str = "hover";
    type Params = HoverParams;
    type Answer = Option<ls_types::Hover>;

    fn uri(params: &HoverParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &HoverParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: HoverParams) -> Result<Self::Answer, Failure> {
        let at = context.offset(params.text_document_position_params.position);
        let mut card = hover(context.document, &context.environment().catalogue, at, context.settings());
        // It was waited for in vain: nothing can be said of what it holds.
        if let Some(card) = card.as_mut().filter(|_| context.environment().vocabulary.is_none()) {
            card.markdown = Localizer::of(context.settings().language).text("server-catalogue-awaited", &[]);
        }
        Ok(card.map(|card| convert::hover(card, &mut context.ranges(), context.capabilities())))
    }
}

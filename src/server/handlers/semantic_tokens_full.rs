//! `textDocument/semanticTokens/full`.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::tokens::tokens;
use crate::server::semantic_tokens::encoded;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
use std::sync::Arc;
use tower_lsp::ls_types::{SemanticTokensParams, SemanticTokensResult, Uri};

pub struct SemanticTokensFull;

impl DocumentRequest for SemanticTokensFull {
    const NAME: &'static str = "semanticTokens/full";
    type Params = SemanticTokensParams;
    type Answer = Option<SemanticTokensResult>;

    fn uri(params: &SemanticTokensParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &SemanticTokensParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: SemanticTokensParams) -> Result<Self::Answer, Failure> {
        if !context.settings().semantic_tokens {
            return Ok(None);
        }
        let within = Span::new(0, context.document.rope().len_bytes());
        let found = tokens(context.document, &context.environment().catalogue, within, context.settings());
        let data = encoded(context.document, &found, context.capabilities().encoding);
        Ok(Some(context.session.note_tokens(&params.text_document.uri, data).into()))
    }
}

//! `textDocument/semanticTokens/full/delta`: what changed since the tokens that were sent last.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::tokens::tokens;
use crate::server::semantic_tokens::encoded;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
use std::sync::Arc;
use tower_lsp::ls_types::{self, SemanticTokensDeltaParams, SemanticTokensFullDeltaResult, Uri};

pub struct SemanticTokensDelta;

impl DocumentRequest for SemanticTokensDelta {
    const NAME: &'static str = "semanticTokens/full/delta";
    type Params = SemanticTokensDeltaParams;
    type Answer = Option<SemanticTokensFullDeltaResult>;

    fn uri(params: &SemanticTokensDeltaParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &SemanticTokensDeltaParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: SemanticTokensDeltaParams) -> Result<Self::Answer, Failure> {
        if !context.settings().semantic_tokens {
            return Ok(None);
        }
        let within = Span::new(0, context.document.rope().len_bytes());
        let found = tokens(context.document, &context.environment().catalogue, within, context.settings());
        let data = encoded(context.document, &found, context.capabilities().encoding);
        let uri = &params.text_document.uri;
        Ok(Some(match context.session.changed_tokens(uri, &params.previous_result_id, &data) {
            Some((result_id, edits)) => ls_types::SemanticTokensDelta { result_id, edits }.into(),
            None => context.session.note_tokens(uri, data).into(),
        }))
    }
}

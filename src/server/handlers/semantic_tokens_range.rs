//! `textDocument/semanticTokens/range`.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::tokens::tokens;
use crate::server::semantic_tokens::encoded;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
use std::sync::Arc;
use tower_lsp::ls_types::{SemanticTokens, SemanticTokensRangeParams, SemanticTokensRangeResult, Uri};

pub struct SemanticTokensRange;

impl DocumentRequest for SemanticTokensRange {
    const NAME: &'static str = "semanticTokens/range";
    type Params = SemanticTokensRangeParams;
    type Answer = Option<SemanticTokensRangeResult>;

    fn uri(params: &SemanticTokensRangeParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &SemanticTokensRangeParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: SemanticTokensRangeParams) -> Result<Self::Answer, Failure> {
        if !context.settings().semantic_tokens {
            return Ok(None);
        }
        let start = context.offset(params.range.start);
        let within = Span::new(start, context.offset(params.range.end).max(start));
        let found = tokens(context.document, &context.environment().catalogue, within, context.settings());
        let data = encoded(context.document, &found, context.capabilities().encoding);
        Ok(Some(SemanticTokens { result_id: None, data }.into()))
    }
}

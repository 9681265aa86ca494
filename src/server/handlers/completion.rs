//! `textDocument/completion`.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::completion::{complete, complete_after_blank};
use crate::server::convert;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{CompletionItem, CompletionList, CompletionParams, CompletionResponse, Uri};

pub struct Completion;

impl DocumentRequest for Completion {
    const NAME: &'static str = "completion";
    type Params = CompletionParams;
    type Answer = Option<CompletionResponse>;

    fn uri(params: &CompletionParams) -> &Uri {
        &params.text_document_position.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &CompletionParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: CompletionParams) -> Result<Self::Answer, Failure> {
        let at = context.offset(params.text_document_position.position);
        let is_blank = params.context.as_ref().and_then(|c| c.trigger_character.as_deref()) == Some(" ");
        let ask = if is_blank { complete_after_blank } else { complete };
        let (completions, more) = ask(context.document, &context.environment().catalogue, at, context.settings());
        let (mut ranges, capabilities) = (context.ranges(), context.capabilities());
        let items = completions.into_iter().enumerate();
        let items = items.filter_map(|(rank, item)| convert::completion(item, rank, at, &mut ranges, capabilities));
        let items: Vec<CompletionItem> = items.collect();
        Ok((!items.is_empty()).then_some(CompletionResponse::List(CompletionList { is_incomplete: more, items })))
    }
}

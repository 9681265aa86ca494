//! `textDocument/completion`.

use super::DocumentRequest;
use super::execution::Context;
use crate::document::Document;
use crate::ide;
use crate::ide::completion::{self, complete, complete_after_blank};
use crate::server::convert;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
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
        let day = ide::day(context.document, context.settings());
        let (mut ranges, capabilities) = (context.ranges(), context.capabilities());
        let mut completions = from_one_place(completions, context.document);
        if capabilities.filters_by_last_word {
            begin_with_last_word(&mut completions, context.document, at);
        }
        let items = completions.into_iter().enumerate();
        let items =
            items.filter_map(|(rank, item)| convert::completion(item, rank, (at, day), &mut ranges, capabilities));
        let items: Vec<CompletionItem> = items.collect();
        Ok((!items.is_empty()).then_some(CompletionResponse::List(CompletionList { is_incomplete: more, items })))
    }
}

/// Puts what an editor matches first into what it matches with: the letters right before the cursor. Else it would prefer those in which
/// they happen to stand further in front.
fn begin_with_last_word(items: &mut [completion::Completion], document: &Document, cursor: usize) {
    let Some(start) = items.first().map(|item| item.edit.span.start.min(cursor)) else { return };
    let typed = document.slice(Span::new(start, cursor));
    let word = typed.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    for item in items.iter_mut().filter(|_| word < typed.len()) {
        item.filter = format!("{} {}", &typed[word..], item.filter);
    }
}

/// Completions that all begin at the same place: what stands between it and the beginning of one is put in front of its text.
///
/// Neovim matches every item with the last word only where the items begin at different places, and then none of those that begin
/// earlier is left; VS Code compares items that were matched with more of the text with those that were matched with less.
fn from_one_place(mut items: Vec<completion::Completion>, document: &Document) -> Vec<completion::Completion> {
    let Some(start) = items.iter().map(|item| item.edit.span.start).min() else { return items };
    for item in items.iter_mut().filter(|item| item.edit.span.start > start) {
        let before = document.slice(Span::new(start, item.edit.span.start));
        item.edit.span.start = start;
        item.edit.text.insert_str(0, &before);
        item.filter.insert_str(0, &before);
        if let Some(snippet) = &mut item.snippet {
            snippet.insert_str(0, &completion::snippet_text(&before));
        }
    }
    items
}

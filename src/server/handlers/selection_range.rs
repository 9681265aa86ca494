//! `textDocument/selectionRange`: from the word to the text.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::selection;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{self, Range, SelectionRangeParams, Uri};

pub struct SelectionRange;

impl DocumentRequest for SelectionRange {
    const NAME: &'static str = "selectionRange";
    type Params = SelectionRangeParams;
    type Answer = Option<Vec<ls_types::SelectionRange>>;

    fn uri(params: &SelectionRangeParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &SelectionRangeParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: SelectionRangeParams) -> Result<Self::Answer, Failure> {
        let mut ranges = context.ranges();
        let mut one = |position| {
            let spans = selection::around(context.document, context.offset(position));
            let wrap = |parent: Option<Box<ls_types::SelectionRange>>, span| {
                Some(Box::new(ls_types::SelectionRange { range: ranges.range(span), parent }))
            };
            let chain = spans.into_iter().rev().fold(None, wrap);
            let alone = || ls_types::SelectionRange { range: Range::new(position, position), parent: None };
            chain.map_or_else(alone, |chain| *chain)
        };
        Ok(Some(params.positions.into_iter().map(&mut one).collect()))
    }
}

//! `textDocument/foldingRange`: units of the draft and the legal basis.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::structure::{self, FoldKind};
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{self, FoldingRangeKind, FoldingRangeParams, Uri};

pub struct FoldingRange;

impl DocumentRequest for FoldingRange {
    const NAME: &'static str = "foldingRange";
    type Params = FoldingRangeParams;
    type Answer = Option<Vec<ls_types::FoldingRange>>;

    fn uri(params: &FoldingRangeParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &FoldingRangeParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: FoldingRangeParams) -> Result<Self::Answer, Failure> {
        let _ = params;
        let mut ranges = context.ranges();
        let mut folds: Vec<ls_types::FoldingRange> = structure::folds(context.document)
            .into_iter()
            .map(|fold| {
                let range = ranges.range(fold.span);
                ls_types::FoldingRange {
                    start_line: range.start.line,
                    start_character: None,
                    end_line: range.end.line,
                    end_character: None,
                    kind: Some(match fold.kind {
                        FoldKind::Unit => FoldingRangeKind::Region,
                        FoldKind::Basis => FoldingRangeKind::Imports,
                    }),
                    collapsed_text: None,
                }
            })
            .collect();
        // A client that takes only some gets the largest.
        if let Some(limit) = context.capabilities().folding_limit.filter(|&limit| limit < folds.len()) {
            folds.sort_by_key(|fold| std::cmp::Reverse(fold.end_line - fold.start_line));
            folds.truncate(limit);
            folds.sort_by_key(|fold| (fold.start_line, std::cmp::Reverse(fold.end_line)));
        }
        Ok(Some(folds))
    }
}

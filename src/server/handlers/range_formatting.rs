//! `textDocument/rangeFormatting`: references in a range are brought into form.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::formatting;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
use std::sync::Arc;
use tower_lsp::ls_types::{DocumentRangeFormattingParams, TextEdit, Uri};

pub struct RangeFormatting;

impl DocumentRequest for RangeFormatting {
    const NAME: &'static str = "rangeFormatting";
    type Params = DocumentRangeFormattingParams;
    type Answer = Option<Vec<TextEdit>>;

    fn uri(params: &DocumentRangeFormattingParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &DocumentRangeFormattingParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: DocumentRangeFormattingParams) -> Result<Self::Answer, Failure> {
        let findings = context.snapshot.findings(context.document, context.cancelled).ok_or(Failure::Stale)?;
        let start = context.offset(params.range.start);
        let within = Span::new(start, context.offset(params.range.end).max(start));
        Ok(Some(context.text_edits(&formatting::edits(&findings, within))))
    }
}

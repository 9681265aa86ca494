//! `textDocument/inlayHint`: what a bare number is.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide;
use crate::ide::hints::hints;
use crate::server::carded;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
use std::sync::Arc;
use tower_lsp::ls_types::{self, InlayHintLabel, InlayHintParams, Uri};

pub struct InlayHint;

impl DocumentRequest for InlayHint {
    const NAME: &'static str = "inlayHint";
    type Params = InlayHintParams;
    type Answer = Option<Vec<ls_types::InlayHint>>;

    fn uri(params: &InlayHintParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &InlayHintParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: InlayHintParams) -> Result<Self::Answer, Failure> {
        if !context.settings().inlay_hints {
            return Ok(None);
        }
        let start = context.offset(params.range.start);
        let within = Span::new(start, context.offset(params.range.end).max(start));
        let found = hints(context.document, &context.environment().catalogue, within, context.settings());
        let day = ide::day(context.document, context.settings());
        let mut ranges = context.ranges();
        let hints = found.into_iter().map(|hint| ls_types::InlayHint {
            position: ranges.position(hint.offset),
            label: InlayHintLabel::String(format!("({})", hint.label)),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: Some(false),
            data: Some(carded::data(hint.instrument.into(), day)),
        });
        Ok(Some(hints.collect()))
    }
}

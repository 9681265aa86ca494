//! `textDocument/onTypeFormatting`: references in the line that was just ended are brought into form.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::formatting;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
use std::sync::Arc;
use tower_lsp::ls_types::{DocumentOnTypeFormattingParams, TextEdit, Uri};

pub struct OnTypeFormatting;

impl DocumentRequest for OnTypeFormatting {
    const NAME: &'static str = "onTypeFormatting";
    type Params = DocumentOnTypeFormattingParams;
    type Answer = Option<Vec<TextEdit>>;

    fn uri(params: &DocumentOnTypeFormattingParams) -> &Uri {
        &params.text_document_position.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &DocumentOnTypeFormattingParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: DocumentOnTypeFormattingParams) -> Result<Self::Answer, Failure> {
        let findings = context.snapshot.findings(context.document, context.cancelled).ok_or(Failure::Stale)?;
        let rope = context.document.rope();
        let offset = context.offset(params.text_document_position.position);
        let line = rope.byte_to_line(offset);
        // Behind a line break the line before is meant.
        let first = if params.ch == "\n" { line.saturating_sub(1) } else { line };
        let within = Span::new(rope.line_to_byte(first), offset);
        Ok(Some(context.text_edits(&formatting::edits(&findings, within))))
    }
}

//! `textDocument/formatting`: references are brought into form.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::formatting;
use crate::server::session::Session;
use crate::server::work::Failure;
use crate::text::Span;
use std::sync::Arc;
use tower_lsp::ls_types::{DocumentFormattingParams, TextEdit, Uri};

pub struct Formatting;

impl DocumentRequest for Formatting {
    const NAME: &'static str = "formatting";
    type Params = DocumentFormattingParams;
    type Answer = Option<Vec<TextEdit>>;

    fn uri(params: &DocumentFormattingParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &DocumentFormattingParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: DocumentFormattingParams) -> Result<Self::Answer, Failure> {
        let findings = context.snapshot.findings(context.document, context.cancelled).ok_or(Failure::Stale)?;
        let _ = params;
        let within = Span::new(0, context.document.rope().len_bytes());
        Ok(Some(context.text_edits(&formatting::edits(&findings, within))))
    }
}

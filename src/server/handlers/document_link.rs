//! `textDocument/documentLink`: citations of acts that have a page or a text.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::links;
use crate::server::session::Session;
use crate::server::work::Failure;
use serde_json::json;
use std::sync::Arc;
use tower_lsp::ls_types::{self, DocumentLinkParams, Uri};

pub struct DocumentLink;

impl DocumentRequest for DocumentLink {
    const NAME: &'static str = "documentLink";
    type Params = DocumentLinkParams;
    type Answer = Option<Vec<ls_types::DocumentLink>>;

    fn uri(params: &DocumentLinkParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &DocumentLinkParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: DocumentLinkParams) -> Result<Self::Answer, Failure> {
        let _ = params;
        let environment = context.environment();
        let links = links::links(context.document, &environment.catalogue, &environment.library, context.settings());
        let mut ranges = context.ranges();
        let links = links.into_iter().map(|link| ls_types::DocumentLink {
            range: ranges.range(link.span),
            target: None,
            tooltip: None,
            data: Some(json!({ "instrument": link.instrument })),
        });
        Ok(Some(links.collect()))
    }
}

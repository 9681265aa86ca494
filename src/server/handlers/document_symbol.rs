//! `textDocument/documentSymbol`: the outline of the draft.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::structure;
use crate::server::convert;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{DocumentSymbolParams, DocumentSymbolResponse, Uri};

pub struct DocumentSymbol;

impl DocumentRequest for DocumentSymbol {
    const NAME: &'static str = "documentSymbol";
    type Params = DocumentSymbolParams;
    type Answer = Option<DocumentSymbolResponse>;

    fn uri(params: &DocumentSymbolParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &DocumentSymbolParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: DocumentSymbolParams) -> Result<Self::Answer, Failure> {
        let symbols = structure::symbols(context.document);
        let mut ranges = context.ranges();
        Ok(Some(if context.capabilities().nested_symbols {
            DocumentSymbolResponse::Nested(symbols.into_iter().map(|s| convert::symbol(s, &mut ranges)).collect())
        } else {
            let uri = &params.text_document.uri;
            DocumentSymbolResponse::Flat(convert::flat_symbols(&symbols, uri, &mut ranges))
        }))
    }
}

//! `completionItem/resolve`: adds the documentation to a completion.

use super::EnvironmentRequest;
use crate::server::carded;
use crate::server::convert;
use crate::server::environment::Environment;
use crate::server::session::Session;
use tower_lsp::ls_types::{CompletionItem, Documentation};

pub struct CompletionResolve;

impl EnvironmentRequest for CompletionResolve {
    const NAME: &'static str = "completionItem/resolve";
    type Params = CompletionItem;
    type Answer = CompletionItem;

    fn run(session: &Session, environment: &Environment, mut item: CompletionItem) -> CompletionItem {
        if let Some(text) = carded::card(item.data.as_ref(), environment) {
            let markdown = session.capabilities().documentation_markdown;
            item.documentation = Some(Documentation::MarkupContent(convert::markup(text, markdown)));
        }
        item
    }
}

//! `completionItem/resolve`: adds the documentation to a completion.

use super::EnvironmentRequest;
use crate::ide::completion::documentation;
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
        let instrument = item.data.as_ref().and_then(|data| data.get("instrument")).and_then(|id| id.as_i64());
        if let Some(instrument) = instrument {
            let text = documentation(&environment.catalogue, instrument, environment.first_settings());
            let markdown = session.capabilities().documentation_markdown;
            item.documentation = text.map(|text| Documentation::MarkupContent(convert::markup(text, markdown)));
        }
        item
    }
}

//! `inlayHint/resolve`: the card behind a hint.

use super::EnvironmentRequest;
use crate::ide::completion::documentation;
use crate::server::convert;
use crate::server::environment::Environment;
use crate::server::session::Session;
use tower_lsp::ls_types::{InlayHint, InlayHintTooltip};

pub struct InlayHintResolve;

impl EnvironmentRequest for InlayHintResolve {
    const NAME: &'static str = "inlayHint/resolve";
    type Params = InlayHint;
    type Answer = InlayHint;

    fn run(session: &Session, environment: &Environment, mut hint: InlayHint) -> InlayHint {
        let instrument = hint.data.as_ref().and_then(|data| data.get("instrument")).and_then(|id| id.as_i64());
        if let Some(instrument) = instrument {
            let text = documentation(&environment.catalogue, instrument, environment.first_settings());
            let markdown = session.capabilities().hover_markdown;
            hint.tooltip = text.map(|text| InlayHintTooltip::MarkupContent(convert::markup(text, markdown)));
        }
        hint
    }
}

//! `inlayHint/resolve`: the card behind a hint.

use super::EnvironmentRequest;
use crate::server::carded;
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
        if let Some(text) = carded::card(hint.data.as_ref(), environment) {
            let markdown = session.capabilities().hover_markdown;
            hint.tooltip = Some(InlayHintTooltip::MarkupContent(convert::markup(text, markdown)));
        }
        hint
    }
}

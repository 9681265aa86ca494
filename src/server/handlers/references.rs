//! `textDocument/references`: all places of the workspace that refer to the same thing.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::referents::{Occurrence, Referent, Referents};
use crate::server::convert::Ranges;
use crate::server::session::Session;
use crate::server::work::Failure;
use std::sync::Arc;
use tower_lsp::ls_types::{Location, ReferenceParams, Uri};

pub struct References;

impl DocumentRequest for References {
    const NAME: &'static str = "references";
    type Params = ReferenceParams;
    type Answer = Option<Vec<Location>>;

    fn uri(params: &ReferenceParams) -> &Uri {
        &params.text_document_position.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &ReferenceParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: ReferenceParams) -> Result<Self::Answer, Failure> {
        let offset = context.offset(params.text_document_position.position);
        let catalogue = &context.environment().catalogue;
        let referents = Referents::of(context.document, catalogue, context.settings());
        let Some(referent) = referents.at(offset) else { return Ok(None) };
        let wanted = |found: &Occurrence| params.context.include_declaration || !found.definition;
        let own = &context.snapshot.uri;
        let mut ranges = context.ranges();
        let here = referents.occurrences(&referent).into_iter().filter(wanted);
        let mut locations: Vec<Location> =
            here.map(|found| Location::new(own.clone(), ranges.range(found.span))).collect();
        let partial = params.partial_result_params.partial_result_token;
        let send = |locations: &mut Vec<Location>| {
            if let Some(token) = &partial
                && !locations.is_empty()
            {
                context.session.outbox.partial(token, &std::mem::take(locations));
            }
        };
        send(&mut locations);
        // A unit of this draft is meant in no other.
        if !matches!(referent, Referent::Unit(_)) {
            let environment = &context.snapshot.environment;
            let walked = context.session.each_draft(environment, context.cancelled, |draft| {
                if draft.uri == *own {
                    return true;
                }
                let settings = environment.settings_of(&draft.uri);
                let found = Referents::of(&draft.document, catalogue, settings).occurrences(&referent);
                let mut ranges = Ranges::new(draft.document.rope(), context.capabilities().encoding);
                let found = found.into_iter().filter(wanted);
                locations.extend(found.map(|found| Location::new(draft.uri.clone(), ranges.range(found.span))));
                send(&mut locations);
                true
            });
            walked.ok_or(Failure::Stale)?;
        }
        Ok(Some(locations))
    }
}

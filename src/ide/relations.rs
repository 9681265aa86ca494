//! The instrument at a place, and those that stand in a relation to it.

use super::hover::{HoverContext, Meant, mention_at};
use crate::catalogue::{Catalogue, Instrument, RelationKind};
use crate::cite::MentionKind;
use crate::document::Document;
use crate::settings::Settings;
use std::sync::Arc;

/// The instrument at a byte offset: what is cited there, or what a provision belongs to.
pub fn instrument_at(
    document: &Document,
    catalogue: &Catalogue,
    offset: usize,
    settings: &Settings,
) -> Option<Arc<Instrument>> {
    let placed = mention_at(document, offset)?;
    let meant = match &placed.mention.kind {
        MentionKind::Number(_) | MentionKind::Name(_) => placed,
        MentionKind::Provision(_) => document.owner_mention(&placed)?,
        MentionKind::Agency(_) => return None,
    };
    match HoverContext::of(document, catalogue, settings).meant(&meant) {
        Meant::Known(instrument) => Some(instrument),
        Meant::Several { .. } | Meant::Missing(_) => None,
    }
}

/// The acts that put an instrument into practice or change it, as far as the catalogue has them: first those that guide it, then
/// those that amend it.
pub fn implementing(instrument: &Instrument, catalogue: &Catalogue) -> Vec<Arc<Instrument>> {
    let kinds = [RelationKind::GuidedBy, RelationKind::AmendedBy];
    let targets = kinds.into_iter().flat_map(|kind| instrument.related(kind)).map(|relation| &relation.target);
    let mut found: Vec<Arc<Instrument>> = Vec::new();
    for act in targets.flat_map(|target| catalogue.by_number(target).into_iter().take(1)) {
        if !found.iter().any(|other| other.id == act.id) {
            found.push(act);
        }
    }
    found
}

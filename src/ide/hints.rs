//! Words behind a bare number that say what it is: the title of the act, or that it is out of force.

use super::hover::{HoverContext, Meant};
use crate::catalogue::{Catalogue, Instrument, InstrumentId, Validity};
use crate::document::Document;
use crate::i18n::Localizer;
use crate::settings::Settings;
use crate::text::{Span, fold, shorten};
use time::Date;

/// The longest title in a hint, in characters.
const TITLE: usize = 45;

/// A hint behind a byte offset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub offset: usize,
    pub label: String,
    pub instrument: InstrumentId,
}

/// The hints of a part of a document, in the order of the text.
pub fn hints(document: &Document, catalogue: &Catalogue, within: Span, settings: &Settings) -> Vec<Hint> {
    let cx = HoverContext::of(document, catalogue, settings);
    let localizer = Localizer::of(settings.language);
    let mut found = Vec::new();
    for placed in document.mentions().filter(|placed| within.touches(placed.span().end)) {
        let Some(number) = placed.mention.number() else { continue };
        let said = &number.attributes;
        let is_named = document.near(placed.span().start).any(|other| {
            other.block == placed.block && other.mention.name().and_then(|name| name.number) == Some(placed.in_block)
        });
        if said.title.is_some() || is_named || document.is_own_heading(&placed) {
            continue;
        }
        let Meant::Known(instrument) = cx.meant(&placed) else { continue };
        if let Some(label) = label(&instrument, cx.day(), localizer) {
            found.push(Hint { offset: placed.span().end, label, instrument: instrument.id });
        }
    }
    found
}

fn label(instrument: &Instrument, day: Date, localizer: &'static Localizer) -> Option<String> {
    let key = match instrument.validity(day) {
        Validity::Expired { .. } => Some("ide-expired"),
        Validity::NotYetInForce { .. } => Some("ide-not-yet"),
        Validity::Suspended { .. } => Some("ide-suspended"),
        Validity::InForce | Validity::PartlyExpired | Validity::Unknown => None,
    };
    if let Some(key) = key {
        return Some(localizer.text(key, &[]));
    }
    instrument.title.as_deref().map(|title| shorten(&fold::first_small(title), TITLE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    #[test]
    fn a_bare_number_is_explained() {
        let c = catalogue();
        let text = "Theo Nghị định số 30/2020/NĐ-CP, Nghị định số 110/2004/NĐ-CP và Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư.|";
        let (document, _) = document(text, &c);
        let hints = hints(&document, &c, Span::new(0, text.len()), &settings());
        let labels: Vec<&str> = hints.iter().map(|hint| hint.label.as_str()).collect();
        assert_eq!(labels, ["về công tác văn thư", "hết hiệu lực"]);
        assert!(document.slice(Span::new(0, hints[0].offset)).ends_with("30/2020/NĐ-CP"));
    }
}

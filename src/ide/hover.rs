//! Hover: the card of the instrument, provision or agency under the cursor, in Markdown.
//!
//! - [`card`]: one instrument, several with the same number, or an unknown one; [`contents`]: what it is about.
//! - [`provision`]: the unit first, then its instrument in one line.
//! - [`agency`]: an agency, or an agency of a place with its history.

mod agency;
mod card;
mod contents;
pub(super) mod provision;
#[cfg(test)]
mod tests;

use crate::catalogue::{Catalogue, Context, Instrument, Resolution};
use crate::cite::{Attributes, DateRef, Mention, MentionKind, Number};
use crate::document::{Document, PlacedMention};
use crate::i18n::Localizer;
use crate::settings::Settings;
use crate::text::{Span, fold, shorten};
use std::sync::Arc;
use time::Date;

/// How many characters are shown of a title that the text gives.
const TITLE: usize = 200;

/// A card and the part of the text that it is about; bytes of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    pub span: Span,
    /// The span with the type word, date or year that the card was asked about at.
    pub around: Span,
    pub markdown: String,
}

/// The card at a byte offset.
pub fn hover(document: &Document, catalogue: &Catalogue, offset: usize, settings: &Settings) -> Option<Hover> {
    let placed = mention_at(document, offset)?;
    let cx = HoverContext::of(document, catalogue, settings);
    let markdown = match &placed.mention.kind {
        MentionKind::Provision(run) => provision::card(&cx, &placed, run),
        MentionKind::Number(_) | MentionKind::Name(_) => cx.instrument(&placed),
        MentionKind::Agency(a) => agency::card(&cx, a),
    };
    Some(Hover { span: placed.span(), around: around(&placed, offset), markdown })
}

/// The card of an instrument of the catalogue on a day.
pub fn instrument_card(instrument: &Instrument, catalogue: &Catalogue, day: Date, settings: &Settings) -> String {
    card::known(&card::Facts { catalogue, localizer: Localizer::of(settings.language), day }, instrument, None)
}

/// One request, with what all cards need.
pub(super) struct HoverContext<'a> {
    pub document: &'a Document,
    catalogue: &'a Catalogue,
    localizer: &'static Localizer,
    day: Date,
    context: Context,
}

/// What a mention of an instrument means.
pub(super) enum Meant<'a> {
    Known(Arc<Instrument>),
    Several { written: String, by_name: bool, instruments: Vec<Arc<Instrument>> },
    Missing(Missing<'a>),
}

/// An instrument that the catalogue does not hold.
pub(super) struct Missing<'a> {
    pub written: String,
    kind: Option<&'static str>,
    number: Option<&'a Number>,
    pub resolution: Resolution,
    said: Said,
}

/// What the text itself says of an instrument: day, issuer, title; the year.
#[derive(Default)]
pub(super) struct Said {
    lines: Vec<String>,
    year: Option<i32>,
}

impl<'a> HoverContext<'a> {
    /// The context of a hover in a document.
    pub fn of(document: &'a Document, catalogue: &'a Catalogue, settings: &Settings) -> Self {
        let day = super::day(document, settings);
        Self {
            document,
            catalogue,
            localizer: Localizer::of(settings.language),
            day,
            context: super::context(document, day),
        }
    }

    /// The day on which validity is judged.
    pub fn day(&self) -> Date {
        self.day
    }

    fn facts(&self) -> card::Facts<'a> {
        card::Facts { catalogue: self.catalogue, localizer: self.localizer, day: self.day }
    }

    fn instrument(&self, placed: &PlacedMention<'a>) -> String {
        if placed.mention.number().is_some() && self.document.is_own_heading(placed) {
            return card::own(&self.facts(), self.document);
        }
        match self.meant(placed) {
            Meant::Known(i) => card::known(&self.facts(), &i, provision::pinpoint(self, placed, &i).as_deref()),
            Meant::Several { written, by_name, instruments } => {
                card::several(&self.facts(), &written, by_name, &instruments)
            }
            Meant::Missing(missing) => self.missing(&missing),
        }
    }

    /// The card of an instrument that the catalogue does not hold.
    fn missing(&self, m: &Missing<'_>) -> String {
        card::missing(&self.facts(), &m.written, m.kind, m.number, &m.resolution, (&m.said.lines, m.said.year))
    }

    /// What the text says of an instrument beside its number or name.
    fn said(&self, placed: &PlacedMention<'_>, attributes: &Attributes) -> Said {
        let day = attributes.date.as_ref().and_then(DateRef::date);
        let year = day.map(Date::year).or(attributes.year.map(|year| i32::from(year.year)));
        let day = day.map(|day| self.localizer.format("ide-issued", &[("date", self.localizer.date(day).into())]));
        let issuer = attributes.issuer.as_ref().map(|issuer| card::escape(&issuer.name));
        let title = attributes.title.map(|title| self.document.slice(placed.in_document(title)));
        let title = title.map(|title| shorten(&card::escape(&fold::tidy(&title)), TITLE));
        Said { lines: [day, issuer, title].into_iter().flatten().collect(), year }
    }

    /// The instrument that a number or a name means.
    pub fn meant(&self, placed: &PlacedMention<'a>) -> Meant<'a> {
        let mention: &'a Mention = placed.mention;
        match &mention.kind {
            // A name with its number next to it is known by the number.
            MentionKind::Name(name) => match name.number {
                Some(number) => self.meant(&self.document.sibling(placed, number)),
                None => {
                    let resolution = self.catalogue.resolve_name(name, &self.context);
                    let said = || self.said(placed, &name.attributes);
                    self.meant_of(resolution, name.canonical.clone(), true, None, None, said)
                }
            },
            MentionKind::Number(reference) => {
                let title = reference.attributes.title.map(|t| self.document.slice(placed.in_document(t)));
                let number = placed.completed_number.unwrap_or(&reference.number);
                let kind = reference.type_word.as_ref().map(|t| t.name);
                let whole = placed.completed();
                let asked = whole.as_deref().unwrap_or(reference);
                let resolution = self.catalogue.resolve_number(asked, title.as_deref(), &self.context);
                let said = || self.said(placed, &reference.attributes);
                self.meant_of(resolution, number.canonical(), false, kind, Some(number), said)
            }
            MentionKind::Provision(_) | MentionKind::Agency(_) => {
                self.meant_of(Resolution::Uncovered, String::new(), true, None, None, Said::default)
            }
        }
    }

    fn meant_of(
        &self,
        resolution: Resolution,
        written: String,
        by_name: bool,
        kind: Option<&'static str>,
        number: Option<&'a Number>,
        said: impl FnOnce() -> Said,
    ) -> Meant<'a> {
        match resolution {
            Resolution::Known(i) => Meant::Known(i),
            Resolution::Ambiguous(instruments) => Meant::Several { written, by_name, instruments },
            resolution => Meant::Missing(Missing { written, kind, number, resolution, said: said() }),
        }
    }
}

/// The mention under the cursor: the smallest one that holds the offset, else one that ends there, else the one whose
/// type word, date or year it is.
pub(super) fn mention_at(document: &Document, offset: usize) -> Option<PlacedMention<'_>> {
    let touching = document.at(offset);
    let holds = |l: &PlacedMention<'_>| l.span().start <= offset && offset < l.span().end;
    if let Some(inner) = touching.iter().filter(|l| holds(l)).min_by_key(|l| l.span().len()) {
        return Some(*inner);
    }
    if let Some(ending) = touching.iter().min_by_key(|l| l.span().len()) {
        return Some(*ending);
    }
    document
        .near(offset)
        .find(|l| attribute_spans(l.mention).into_iter().flatten().any(|s| l.in_document(s).touches(offset)))
}

/// The part of the text that a card at a byte offset is about: the mention, as far as the type word, date or year that the offset
/// is on. An editor closes a card whose range does not hold the place that it asked about.
fn around(placed: &PlacedMention<'_>, offset: usize) -> Span {
    let span = placed.span();
    if span.touches(offset) {
        return span;
    }
    let parts = attribute_spans(placed.mention).into_iter().flatten().map(|part| placed.in_document(part));
    parts.filter(|part| part.touches(offset)).fold(span, Span::cover)
}

/// What belongs to a mention besides its span: type word, "số", date, year.
fn attribute_spans(mention: &Mention) -> [Option<Span>; 4] {
    let attributes = |a: &crate::cite::Attributes| [a.date.as_ref().map(|d| d.span), a.year.map(|y| y.span)];
    match &mention.kind {
        MentionKind::Number(n) => {
            let [date, year] = attributes(&n.attributes);
            [n.type_word.as_ref().filter(|t| t.own).map(|t| t.span), n.so, date, year]
        }
        MentionKind::Name(n) => {
            let [date, year] = attributes(&n.attributes);
            [date, year, None, None]
        }
        MentionKind::Provision(_) | MentionKind::Agency(_) => [None; 4],
    }
}

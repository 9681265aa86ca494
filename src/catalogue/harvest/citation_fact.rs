//! What one citation says of the instrument that it cites.

use crate::catalogue::model::Instrument;
use crate::catalogue::model::identity::loose_identity;
use crate::catalogue::normalise;
use crate::cite::{DateRef, Family, Number, NumberRef};
use crate::law::TypeId;
use crate::text::fold;
use time::Date;

/// What one citation says of the instrument that it cites.
#[derive(Debug, Clone, PartialEq)]
pub struct CitationFact {
    pub(super) number: Number,
    pub(super) kind: TypeId,
    pub(super) issued: Option<Date>,
    pub(super) year: Option<u16>,
    pub(super) issuer: Option<String>,
    pub(super) title: Option<String>,
}

impl CitationFact {
    /// What a reference by number says; `name` is the act's name beside the number ("Luật Đất đai số …"),
    /// `title` the title as written after it, `written` the citing document's own date. `None` for numbers that are
    /// completed or misspelt, and where the text leaves open which instrument of that number it means.
    pub fn of(
        reference: &NumberRef,
        name: Option<&str>,
        title: Option<&str>,
        issuer: Option<&str>,
        written: Option<Date>,
    ) -> Option<Self> {
        let number = &reference.number;
        let attributes = &reference.attributes;
        if reference.shortened
            || reference.header
            || !may_be_of_instrument(number)
            || normalise::hides_another(&reference.slips)
        {
            return None;
        }
        let word = reference.type_word.as_ref().filter(|t| t.own || !t.abbreviated).map(|t| t.name);
        // Laws and resolutions are numbered apart under one symbol: without a word it is open which is meant.
        let law = name.map(|n| if n.starts_with("Bộ luật") { "Bộ luật" } else { "Luật" });
        if matches!(number.family, Family::Assembly) && word.or(law).is_none() {
            return None;
        }
        let kind = normalise::kind(word.or(law), number)?;
        // What was issued after the document, or in another year than its number says, is a slip of the pen.
        let issued = attributes
            .date
            .as_ref()
            .and_then(DateRef::date)
            .filter(|d| written.is_none_or(|w| *d <= w))
            .filter(|d| number.year.is_none_or(|y| i32::from(y) == d.year()));
        let of_date = issued.and_then(|d| u16::try_from(d.year()).ok());
        let year = number.year.or(of_date).or(attributes.year.map(|y| y.year));
        // A number that starts again each year is no instrument without its year.
        year?;
        let said = attributes.issuer.as_ref().map(|i| i.name.as_str());
        let issuer = normalise::issuer(said.or(issuer.filter(|_| number.is_local())), number);
        if number.is_local() && issuer.is_none() {
            return None;
        }
        let title = name
            .map(str::to_owned)
            .or_else(|| title.and_then(|t| normalise::cited_title(t, number)))
            .filter(|t| !normalise::is_cut(t));
        Some(Self { number: number.clone(), kind, issued, year, issuer, title })
    }

    /// What a text says of itself in its header. `None` where it has no number of an instrument.
    pub fn head(text: &Instrument) -> Option<Self> {
        let number = Number::parse(text.number.as_deref()?).filter(may_be_of_instrument)?;
        let kind = normalise::kind(Some(text.kind.as_str()), &number)?;
        let issued = text.issued.filter(|d| number.year.is_none_or(|y| i32::from(y) == d.year()));
        let issuer = normalise::issuer(text.issuer.as_deref(), &number);
        let year = number.year.or(text.year);
        if year.is_none() || number.is_local() && issuer.is_none() {
            return None;
        }
        // "LUẬT CỦA QUỐC HỘI NƯỚC … SỐ 15/2003/QH11 … VỀ THI ĐUA": the heading of an old law isn't its title.
        let own = number.canonical().to_lowercase();
        let is_title = |t: &String| !t.to_lowercase().contains(&own) && !fold::words(t).contains("quốc hội nước");
        let title = text.title.as_deref().and_then(|t| normalise::title(t, Some(&number))).filter(is_title);
        Some(Self { number, kind, issued, year, issuer, title })
    }

    pub(super) fn identity(&self) -> String {
        loose_identity(&self.number, self.kind, self.year, self.issuer.as_deref())
    }
}

/// Whether a number can be that of an instrument: of no letter, and whole.
fn may_be_of_instrument(number: &Number) -> bool {
    number.family != Family::Letter
        && (number.family == Family::Old || !number.issuers.is_empty())
        && !normalise::impossible(number)
}

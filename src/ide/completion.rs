//! Completion: numbers (`169/`), words of titles (`nghi dinh cong tac van thu`), names, agencies (`bo noi v`, `BNV`).
//!
//! - [`typed`]: what is before the cursor.
//! - [`number`]: numbers after a type word or with a slash.
//! - [`name`]: a type word and words of the title, abbreviations of laws.
//! - [`provision`]: articles in front of either; [`basis`]: the whole line of a legal basis.
//! - [`agency`], [`local`]: agencies by name and code, with their successors; agencies of places.
//!
//! What was typed is matched here, with or without marks, and sent back as the text that the editor filters by; the
//! editor asks again as the word grows. For ordinary prose in small letters there is no list.

mod agency;
mod basis;
mod local;
mod name;
mod number;
mod provision;
#[cfg(test)]
mod tests;
mod typed;

use crate::catalogue::{Catalogue, Instrument, InstrumentId, Validity};
use crate::check::{Edit, Settings};
use crate::cite::Number;
use crate::document::Document;
use crate::i18n::Localizer;
use crate::text::{Span, fold};
use rustc_hash::{FxHashMap, FxHashSet};
use time::Date;
use typed::Typed;

/// One thing that can be written at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    pub label: String,
    /// Shown after the label: the title.
    pub detail: String,
    /// On the right: year or code.
    pub description: String,
    pub kind: CompletionKind,
    /// What is written; its span covers exactly what was typed. Bytes of the document.
    pub edit: Edit,
    /// What the editor matches with what was typed (which it takes from the edit's span).
    pub filter: String,
    /// Expired or ended: comes last, struck through.
    pub deprecated: bool,
    /// The instrument of the catalogue, for the documentation that is made when the item is looked at.
    pub instrument: Option<InstrumentId>,
}

/// What a completion writes; editors show an icon for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    Number,
    Name,
    Agency,
    Provision,
}

/// The completions at a byte offset, best first, at most `settings.completion_limit`. The second value is `true` when
/// there were more, or when the list is valid only for what was typed so far: then the editor should ask again.
pub fn complete(
    document: &Document,
    catalogue: &Catalogue,
    offset: usize,
    settings: &Settings,
) -> (Vec<Completion>, bool) {
    let Some(typed) = Typed::read(document, offset) else { return (Vec::new(), false) };
    let cx = CompletionContext {
        document,
        catalogue,
        settings,
        localizer: Localizer::of(settings.language),
        day: super::day(Some(document), settings),
        typed: &typed,
    };
    let mut found = Vec::new();
    if number::is_being_typed(&typed) {
        number::complete(&cx, &mut found);
    }
    // "luat dat dai 2013" ends with a year.
    if found.is_empty() {
        name::complete(&cx, &mut found);
        name::abbreviations(&cx, &mut found);
        agency::complete(&cx, &mut found);
        local::complete(&cx, &mut found);
    }
    cx.finish(found)
}

/// The documentation of a completion in Markdown.
pub fn documentation(
    catalogue: &Catalogue,
    instrument: impl Into<InstrumentId>,
    settings: &Settings,
) -> Option<String> {
    let instrument = catalogue.by_id(instrument.into())?;
    Some(super::hover::instrument_card(&instrument, catalogue, super::day(None, settings), settings))
}

/// One request, with what all kinds of completions need.
struct CompletionContext<'a> {
    document: &'a Document,
    catalogue: &'a Catalogue,
    settings: &'a Settings,
    localizer: &'static Localizer,
    day: Date,
    typed: &'a Typed,
}

/// A completion with what decides its place in the list.
struct Candidate {
    item: Completion,
    /// How well it fits what was typed, 0 best.
    tier: u8,
    /// The key of its number, for "already cited in this document".
    key: Option<String>,
}

impl CompletionContext<'_> {
    /// How many instruments to look at: more than are shown, since force and the document's own citations change their
    /// order.
    fn breadth(&self) -> usize {
        self.settings.completion_limit + 10
    }

    fn finish(&self, mut found: Vec<Candidate>) -> (Vec<Completion>, bool) {
        for candidate in &mut found {
            let edit = &mut candidate.item.edit;
            edit.span.end += self.typed.already_written_after(edit.span, &edit.text);
        }
        // Text that is already complete needs no completion, nor others that begin the same.
        if found.iter().any(|c| self.document.slice(c.item.edit.span) == c.item.edit.text) {
            return (Vec::new(), false);
        }
        let mut seen = FxHashSet::default();
        found.retain(|c| seen.insert((c.item.label.clone(), c.item.detail.clone(), c.item.description.clone())));
        let cited = self.cited(&found);
        let is_cited = |c: &Candidate| c.key.as_ref().is_some_and(|k| cited.contains(k));
        found.sort_by_key(|c| (c.item.deprecated, c.tier, !is_cited(c)));
        let more = found.len() > self.settings.completion_limit;
        found.truncate(self.settings.completion_limit);
        let incomplete = more || !found.is_empty();
        (found.into_iter().map(|c| c.item).collect(), incomplete)
    }

    /// Which of the candidates' numbers the document cites elsewhere.
    fn cited(&self, found: &[Candidate]) -> FxHashSet<String> {
        // Making the key of every number in a long document costs more than the rest: numbers with other serials are
        // skipped.
        let mut serials: FxHashMap<&str, ()> = FxHashMap::default();
        for key in found.iter().filter_map(|c| c.key.as_deref()) {
            serials.insert(serial_of(key), ());
        }
        if serials.is_empty() {
            return FxHashSet::default();
        }
        let cursor = self.typed.cursor;
        self.document
            .mentions()
            .filter(|m| !m.span().touches(cursor))
            .filter_map(|m| m.number().filter(|n| serials.contains_key(n.serial.to_string().as_str())).map(Number::key))
            .collect()
    }

    /// "còn hiệu lực", "hết hiệu lực"; whether it is over.
    fn force(&self, instrument: &Instrument) -> (String, bool) {
        let (key, over) = match instrument.validity(self.day) {
            Validity::InForce => ("ide-in-force", false),
            Validity::PartlyExpired => ("ide-partly-expired", false),
            Validity::Expired { .. } => ("ide-expired", true),
            Validity::NotYetInForce { .. } => ("ide-not-yet", false),
            Validity::Suspended { .. } => ("ide-suspended", false),
            Validity::Unknown => ("ide-unknown-status", false),
        };
        (fold::first_small(&self.localizer.text(key, &[])), over)
    }
}

/// What an editor filters by: what was typed, then all words that may yet be typed.
fn filter(typed: &str, words: &[&str]) -> String {
    let mut out = typed.to_owned();
    for word in words {
        if !word.is_empty() {
            out.push(' ');
            out.push_str(&fold::search(word));
        }
    }
    out
}

/// The digits that a key or number begins with.
fn serial_of(key: &str) -> &str {
    let digits = key.find(|c: char| !c.is_ascii_digit()).unwrap_or(key.len());
    &key[..digits]
}

fn key_of(instrument: &Instrument) -> Option<String> {
    instrument.number.as_deref().and_then(Number::parse).map(|n| n.key())
}

fn edit(span: Span, text: impl Into<String>) -> Edit {
    Edit { span, text: text.into() }
}

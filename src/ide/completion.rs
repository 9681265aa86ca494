//! Completion: numbers (`169/`), words of titles (`nghi dinh cong tac van thu`), names, agencies (`bo noi v`, `BNV`), articles by
//! their subject.
//!
//! - [`typed`]: what is before the cursor; [`telex`]: typed without an input method.
//! - [`draft`]: what the draft says of the acts that it will cite; [`score`]: the order of the list.
//! - [`number`]: numbers after a type word or with a slash; [`form`]: those that the catalogue lacks, by their form.
//! - [`name`]: a type word and words of the title, abbreviations of laws; [`topic`]: words of a title or heading alone.
//! - [`provision`]: articles in front of either; [`articles`]: the articles of an act; [`basis`]: the whole line of a legal basis;
//!   [`first`]: the longer forms, with day and title or with what amends it.
//! - [`words`]: short names that the draft defines; types of acts.
//! - [`agency`]: agencies by name and code, with their successors; [`office`]: what they are called; [`local`]: agencies of places.
//!
//! What was typed is matched here, with or without marks, and sent back as the text that the editor filters by; the
//! editor asks again as the word grows. For ordinary prose in small letters there is no list.

mod agency;
mod articles;
mod basis;
mod draft;
mod first;
mod form;
mod local;
mod name;
mod number;
mod office;
mod provision;
mod score;
mod telex;
#[cfg(test)]
mod tests;
mod topic;
mod typed;
mod words;

use crate::catalogue::{Catalogue, Instrument, InstrumentId, Validity};
use crate::check::{Edit, Settings};
use crate::cite::Number;
use crate::document::Document;
use crate::i18n::Localizer;
use crate::text::{Span, fold};
use draft::Draft;
use rustc_hash::FxHashSet;
use score::{Fit, Standing, score};
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
    /// The same with places for what is not known, in the protocol's form, where something isn't.
    pub snippet: Option<String>,
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
    let cx = CompletionContext::new(document, catalogue, settings, &typed);
    let mut found = Vec::new();
    articles::complete(&cx, &mut found);
    if found.is_empty() && number::is_being_typed(&typed) {
        number::complete(&cx, &mut found);
    }
    if found.is_empty() {
        number::of_named_law(&cx, &mut found);
    }
    // "luat dat dai 2013" ends with a year.
    if found.is_empty() {
        name::complete(&cx, &mut found);
        name::abbreviations(&cx, &mut found);
        agency::complete(&cx, &mut found);
        local::complete(&cx, &mut found);
        words::short_names(&cx, &mut found);
    }
    keep_longest(&mut found);
    if found.is_empty() {
        topic::complete(&cx, &mut found);
    }
    if found.is_empty() {
        words::types_of_acts(&cx, &mut found);
    }
    cx.finish(found)
}

/// The completions after a blank that was typed just now: only what a blank asks for, the articles behind "Điều". In other places a
/// list would be in the way of the next word.
pub fn complete_after_blank(
    document: &Document,
    catalogue: &Catalogue,
    offset: usize,
    settings: &Settings,
) -> (Vec<Completion>, bool) {
    let is_asked = |typed: &Typed| typed.words.last().is_some_and(|word| word.folded == "dieu");
    let Some(typed) = Typed::read(document, offset).filter(is_asked) else { return (Vec::new(), false) };
    let cx = CompletionContext::new(document, catalogue, settings, &typed);
    let mut found = Vec::new();
    articles::complete(&cx, &mut found);
    cx.finish(found)
}

/// Leaves what a longer text before the cursor begins, where there is such: after "Chủ tịch Ủy ban nhân dân tỉnh Ph" not what begins
/// with "Ph".
fn keep_longest(found: &mut Vec<Candidate>) {
    let begun = found.iter().filter(|c| c.standing.fit >= Fit::Phrase).map(|c| c.item.edit.span.start).min();
    if let Some(start) = begun {
        found.retain(|c| c.item.edit.span.start <= start);
    }
}

/// Reads what completion keeps in memory, so that the first question needn't wait for it.
pub fn warm(catalogue: &Catalogue) {
    catalogue.named();
    catalogue.all_series();
    catalogue.headings();
    office::offices();
    local::warm();
}

/// The documentation of a completion in Markdown, with the validity on the given day.
pub fn documentation(
    catalogue: &Catalogue,
    instrument: impl Into<InstrumentId>,
    day: Date,
    settings: &Settings,
) -> Option<String> {
    let instrument = catalogue.by_id(instrument.into())?;
    Some(super::hover::instrument_card(&instrument, catalogue, day, settings))
}

/// One request, with what all kinds of completions need.
struct CompletionContext<'a> {
    document: &'a Document,
    catalogue: &'a Catalogue,
    settings: &'a Settings,
    localizer: &'static Localizer,
    day: Date,
    draft: Draft,
    typed: &'a Typed,
}

/// A completion with what decides its place in the list.
struct Candidate {
    item: Completion,
    standing: Standing,
}

impl<'a> CompletionContext<'a> {
    fn new(document: &'a Document, catalogue: &'a Catalogue, settings: &'a Settings, typed: &'a Typed) -> Self {
        Self {
            document,
            catalogue,
            settings,
            localizer: Localizer::of(settings.language),
            day: super::day(document, settings),
            draft: Draft::read(document, catalogue, typed.cursor, settings),
            typed,
        }
    }

    /// How many instruments to look at: more than are shown, since force and the document's own citations change their
    /// order.
    fn breadth(&self) -> usize {
        self.settings.completion_limit + 20
    }

    fn finish(&self, mut found: Vec<Candidate>) -> (Vec<Completion>, bool) {
        for candidate in &mut found {
            let edit = &mut candidate.item.edit;
            edit.span.end += self.typed.already_written_after(edit.span, &edit.text);
        }
        // Text that is already complete needs no completion, nor others that begin the same; but "Điều 1" may become "Điều 12".
        let is_complete = |c: &Candidate| self.document.slice(c.item.edit.span) == c.item.edit.text;
        if found.iter().any(|c| c.item.kind != CompletionKind::Provision && is_complete(c)) {
            return (Vec::new(), false);
        }
        found.retain(|c| !is_complete(c));
        let mut scored: Vec<(i32, Candidate)> = found.into_iter().map(|c| (score(&c.standing), c)).collect();
        scored.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        let mut seen = FxHashSet::default();
        scored.retain(|(_, c)| seen.insert((c.item.label.clone(), c.item.detail.clone(), c.item.description.clone())));
        let more = scored.len() > self.settings.completion_limit;
        scored.truncate(self.settings.completion_limit);
        let incomplete = more || !scored.is_empty();
        let first = scored.first().and_then(|(_, best)| first::longer(self, best));
        let mut items: Vec<Completion> = scored.into_iter().map(|(_, c)| c.item).collect();
        if let Some(first) = first {
            items.insert(1, first);
            items.truncate(self.settings.completion_limit.max(1));
        }
        (items, incomplete)
    }

    /// What decides the place of an instrument, apart from what was typed. `None` for one that the draft cannot cite: it was
    /// issued later.
    fn standing(&self, instrument: &Instrument, fit: Fit) -> Option<Standing> {
        if self.draft.is_before(instrument) {
            return None;
        }
        let validity = instrument.validity(self.day);
        let is_cited = || key_of(instrument).is_some_and(|key| self.draft.cites(&key));
        let is_named = || name::law_name(instrument).is_some_and(|name| self.draft.names(name));
        Some(Standing {
            over: matches!(validity, Validity::Expired { .. }),
            in_force: matches!(validity, Validity::InForce | Validity::PartlyExpired),
            cited: instrument.cited,
            own: (self.draft.cites_any() && is_cited()) || is_named(),
            amending: instrument.number.as_deref().is_some_and(|number| self.draft.is_amending(number)),
            beside: instrument.number.as_deref().is_some_and(|number| self.draft.beside_name.contains(number)),
            related: instrument.number.as_deref().is_some_and(|number| self.draft.is_related(number)),
            issuer: instrument.issuer.as_deref().is_some_and(|issuer| self.draft.is_of_issuer(issuer)),
            named_issuer: instrument.issuer.as_deref().is_some_and(|issuer| self.draft.names(issuer)),
            field: instrument.field.as_deref().is_some_and(|field| self.draft.is_of_field(field)),
            year: instrument.year,
            ..Standing::of_fit(fit)
        })
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

    /// What was typed from the beginning of an edit.
    fn typed_in(&self, span: Span) -> String {
        self.document.slice(Span::new(span.start, self.typed.cursor))
    }
}

/// A text in a snippet that is to stay as it is.
pub fn snippet_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
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

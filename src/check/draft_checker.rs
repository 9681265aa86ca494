//! What rules of the draft as a whole read: its outline and the facts that its blocks keep. All offsets are bytes of the
//! document.

use super::draft::Draft;
use super::facts::Facts;
use super::finding::{Finding, Fix};
use super::uses::Uses;
use super::{Code, Edit};
use crate::document::{Document, Outline, Regime};
use crate::i18n::Localizer;
use crate::text::Span;

/// What the rules of the draft read.
pub struct DraftChecker<'d> {
    pub draft: &'d Draft,
    pub messages: &'static Localizer,
    pub regime: Regime,
    document: &'d Document,
    facts: Vec<(usize, &'d Facts)>,
    uses: &'d Uses,
    body_end: usize,
}

impl<'d> DraftChecker<'d> {
    /// `facts` are those of the blocks that have any, with the offset of the block, in the order of the text.
    pub fn new(
        document: &'d Document,
        draft: &'d Draft,
        messages: &'static Localizer,
        facts: Vec<(usize, &'d Facts)>,
        uses: &'d Uses,
    ) -> Self {
        let (regime, body_end) = (draft.regime, document.body_end());
        Self { draft, messages, regime, document, facts, uses, body_end }
    }

    /// The facts of the blocks that have any, with the byte offset of each block, in the order of the text.
    pub fn facts(&self) -> impl DoubleEndedIterator<Item = (usize, &'d Facts)> + '_ {
        self.facts.iter().copied()
    }

    /// The units of the draft; offsets are bytes of the document.
    pub fn outline(&self) -> &'d Outline {
        self.document.outline()
    }

    /// Where the body of the draft ends: before recipients, annexes and forms.
    pub fn body_end(&self) -> usize {
        self.body_end
    }

    /// Whether nothing follows the body, no recipients, annexes or forms.
    pub fn ends_with_body(&self) -> bool {
        self.body_end >= self.document.length()
    }

    /// Whether the draft uses a short name that it defines anywhere but where it defines it.
    pub fn is_used(&self, term: &str) -> bool {
        self.uses.is_used(term)
    }

    /// The first use of a distinctive short name before an offset.
    pub fn use_before(&self, term: &str, offset: usize) -> Option<Span> {
        if !self.uses.has_places(term) {
            return None;
        }
        let rows = self.document.rows().iter().enumerate();
        let mut before = rows.map(|(n, row)| (self.document.start_of(n), row)).take_while(|(start, _)| *start < offset);
        let start = before.find_map(|(start, row)| {
            let at = start + self.uses.place_in(term, &row.block)?;
            (at < offset).then_some(at)
        })?;
        Some(Span::new(start, start + term.len()))
    }

    /// A finding with the message of its code.
    pub fn finding(&self, code: Code, span: Span, values: &[(&str, &str)]) -> Finding {
        Finding::new(self.messages, code, "", span, values)
    }

    /// A finding with a variant of its message.
    pub fn variant(&self, code: Code, variant: &str, span: Span, values: &[(&str, &str)]) -> Finding {
        Finding::new(self.messages, code, variant, span, values)
    }

    /// A fix with the title of a key.
    pub fn fix(&self, key: &str, values: &[(&str, &str)], safe: bool, edits: Vec<Edit>) -> Fix {
        Fix { title: self.messages.text(key, values), safe, edits }
    }
}

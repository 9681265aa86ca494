//! What rules find, and the edits that correct it.

use super::facts;
use super::{Code, Severity};
use crate::cite::Number;
use crate::i18n::Localizer;
use crate::text::Span;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use time::Date;

/// What a rule found at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub code: Code,
    /// The severity of the rule, or a lower one; the settings may change it.
    pub severity: Severity,
    /// The smallest part that is wrong; bytes of the document.
    pub span: Span,
    /// One sentence: what is wrong, with both sides of a contradiction; a second only for the ground or the next step.
    pub message: String,
    /// Canonical number or name of the instrument that it is about.
    pub instrument: Option<String>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Ways to correct it, the best first.
    pub fixes: Vec<Fix>,
    /// What still depends on the rest of the draft; `None` once that is decided.
    pub(super) condition: Option<Condition>,
}

/// How a finding of a block depends on the rest of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    /// Lowered to information where the draft cites an instrument (hash of its key).
    InformationIfCited(u64),
    /// Dropped where the draft cites one of these.
    DroppedIfCited(Vec<u64>),
    /// Dropped where the draft defines a short name that begins like this.
    DroppedIfDefined(String),
    /// Dropped where the draft takes effect on a day or later.
    DroppedIfEffectiveFrom(Date),
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub span: Span,
    pub message: String,
}

/// A way to correct a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub title: String,
    /// Whether it can be applied without a review: it is the only possible fix, and doesn't change the meaning.
    pub safe: bool,
    /// They do not overlap; spans are bytes of the document as it was checked.
    pub edits: Vec<Edit>,
}

/// A replacement of a part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// What the rules find in one block, or in the draft as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    pub list: Vec<Finding>,
    /// For what is reported once in a document.
    pub once: Vec<Once>,
}

/// Something that is reported once in a document, at its first place: a block says what it would report if it were the
/// first.
#[derive(Debug, Clone, PartialEq)]
pub struct Once {
    pub code: Code,
    /// The hash of what it is about.
    pub key: u64,
    /// What is found if this is the first place; `None` if nothing.
    pub finding: Option<Box<Finding>>,
}

impl Findings {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.list.push(finding);
    }

    /// Checks a thing that is reported once in a document. `finding` makes the finding for the first place with the
    /// key; where it returns `None`, nothing is reported at later places either.
    pub fn once(&mut self, code: Code, key: impl Hash, finding: impl FnOnce() -> Option<Finding>) {
        let mut hasher = FxHasher::default();
        key.hash(&mut hasher);
        let key = hasher.finish();
        if !self.is_judged(code, key) {
            let finding = finding().map(Box::new);
            self.once.push(Once { code, key, finding });
        }
    }

    fn is_judged(&self, code: Code, key: u64) -> bool {
        self.once.iter().any(|once| once.key == key && once.code == code)
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.list.extend(findings);
    }
}

impl Finding {
    /// A finding with the message of its code, or of a variant of it ("" for none).
    pub(super) fn new(
        messages: &'static Localizer,
        code: Code,
        variant: &str,
        span: Span,
        values: &[(&str, &str)],
    ) -> Self {
        let message = if variant.is_empty() {
            messages.text(code.as_str(), values)
        } else {
            messages.text(&format!("{code}.{variant}"), values)
        };
        Self {
            code,
            severity: code.rule().severity,
            span,
            message,
            instrument: None,
            related: Vec::new(),
            fixes: Vec::new(),
            condition: None,
        }
    }

    /// The same finding, lowered to information where the draft cites the instrument anywhere.
    #[must_use]
    pub(super) fn information_if_cited(mut self, number: &Number) -> Self {
        self.condition = Some(Condition::InformationIfCited(facts::key(number)));
        self
    }

    /// The same finding, dropped where the draft cites one of the instruments anywhere.
    #[must_use]
    pub(super) fn dropped_if_cited(mut self, numbers: &[Number]) -> Self {
        self.condition = Some(Condition::DroppedIfCited(numbers.iter().map(facts::key).collect()));
        self
    }

    /// The same finding, dropped where the draft defines a short name that begins with these words.
    #[must_use]
    pub(super) fn dropped_if_defined(mut self, words: &str) -> Self {
        self.condition = Some(Condition::DroppedIfDefined(words.to_owned()));
        self
    }

    /// The same finding, dropped where the draft takes effect on a day or later.
    #[must_use]
    pub(super) fn dropped_if_effective_from(mut self, day: Date) -> Self {
        self.condition = Some(Condition::DroppedIfEffectiveFrom(day));
        self
    }

    /// The same finding with all places moved by `bytes`: from a block into the document.
    #[must_use]
    pub fn shifted(&self, bytes: usize) -> Self {
        let mut finding = self.clone();
        finding.each_span(|span| *span = span.shifted(bytes));
        finding
    }

    /// Calls for every place in the finding: its own, related ones, those of edits.
    pub fn each_span(&mut self, mut visit: impl FnMut(&mut Span)) {
        visit(&mut self.span);
        self.related.iter_mut().for_each(|related| visit(&mut related.span));
        self.fixes.iter_mut().flat_map(|fix| &mut fix.edits).for_each(|edit| visit(&mut edit.span));
    }

    /// Names the instrument that the finding is about.
    #[must_use]
    pub(super) fn with_instrument(mut self, instrument: impl Into<String>) -> Self {
        self.instrument = Some(instrument.into());
        self
    }

    /// The same finding with one more fix.
    #[must_use]
    pub(super) fn with_fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// The same finding with at most this severity.
    #[must_use]
    pub(super) fn cap_severity(mut self, severity: Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }
}

impl Edit {
    /// An edit that writes `text` in place of `span`.
    pub(super) fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// The smallest edit that turns `written` into `new`: the common beginning and end are left out.
    pub(super) fn between(span: Span, written: &str, new: &str) -> Self {
        let prefix: usize =
            written.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (rest, new_rest) = (&written[prefix..], &new[prefix..]);
        let suffix: usize =
            rest.chars().rev().zip(new_rest.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        Self {
            span: Span::new(span.start + prefix, span.end - suffix),
            text: new_rest[..new_rest.len() - suffix].to_owned(),
        }
    }
}

/// The edits of all safe fixes, one fix a finding, in the order of the text. A fix that would overlap an earlier one is
/// left out completely.
pub fn safe_edits(findings: &[Finding]) -> Vec<&Edit> {
    let mut chosen: Vec<&Edit> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.safe) else { continue };
        // Two insertions at one place have no order, so they count as overlapping too.
        let clashes = |edit: &Edit| {
            let other_clashes = |other: &&Edit| edit.span.overlaps(other.span) || edit.span == other.span;
            chosen.iter().any(other_clashes)
        };
        if !fix.edits.iter().any(clashes) {
            chosen.extend(&fix.edits);
        }
    }
    chosen.sort_by_key(|edit| edit.span);
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(safe: bool, edits: &[(usize, usize, &str)]) -> Finding {
        let edits = edits.iter().map(|&(start, end, text)| Edit { span: Span::new(start, end), text: text.to_owned() });
        Finding {
            code: Code::MissingSo,
            severity: Severity::Error,
            span: Span::new(0, 1),
            message: String::new(),
            instrument: None,
            related: Vec::new(),
            fixes: vec![Fix { title: String::new(), safe, edits: edits.collect() }],
            condition: None,
        }
    }

    #[test]
    fn only_safe_fixes_that_do_not_overlap_are_applied_together() {
        let findings = [
            finding(true, &[(4, 6, "a")]),
            finding(true, &[(5, 7, "b"), (9, 9, "c")]),
            finding(false, &[(0, 1, "d")]),
            finding(true, &[(1, 2, "e")]),
            finding(true, &[(1, 2, "f")]),
        ];
        let texts: Vec<&str> = safe_edits(&findings).iter().map(|edit| edit.text.as_str()).collect();
        assert_eq!(texts, ["e", "a"]);
    }
}

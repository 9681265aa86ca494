//! The findings of a document put together from what its blocks and its draft keep.

use super::Checked;
use super::asked::Asked;
use crate::check::finding::{Condition, Finding};
use crate::check::{rules, suppressions};
use crate::document::Document;
use crate::i18n::Localizer;
use crate::rulebook::{Code, Severity};
use crate::settings::Settings;
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};

impl Checked {
    /// All findings in the order of the text.
    pub(super) fn collect(&self, document: &Document, settings: &Settings) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.of_draft.clone();
        let mut comments = Vec::new();
        for (n, row) in self.rows.iter().enumerate().filter(|(_, row)| !row.is_empty) {
            let Some(found) = &row.found else { continue };
            let base = document.start_of(n);
            findings.extend(found.findings.list.iter().map(|finding| finding.shifted(base)));
            let once = found.findings.once.iter().zip(&row.comes_first).filter(|(_, comes_first)| **comes_first);
            findings.extend(once.filter_map(|(once, _)| Some(once.finding.as_ref()?.shifted(base))));
            if let Some(facts) = found.facts.as_deref() {
                comments.extend(facts.suppressions.iter().map(|comment| (base, comment)));
            }
        }
        self.settle_conditions(&mut findings);
        yield_to_others(&mut findings);
        if !comments.is_empty() {
            let messages = Localizer::of(settings.language);
            suppressions::apply(comments.into_iter(), document, settings, messages, &mut findings);
            Asked::new(settings).weigh_all(suppressions::CODE, &mut findings);
        }
        findings.sort_by_key(|finding| (finding.span, finding.code));
        findings.dedup_by(|later, earlier| later.code == earlier.code && later.span == earlier.span);
        findings
    }

    /// Asks the facts of all blocks what findings of single blocks left open.
    fn settle_conditions(&self, findings: &mut Vec<Finding>) {
        if findings.iter().all(|finding| finding.condition.is_none()) {
            return;
        }
        let facts = || {
            let rows = self.rows.iter().filter(|row| !row.is_empty);
            rows.filter_map(|row| row.found.as_ref()?.facts.as_deref())
        };
        let is_defined = |words: &str| facts().flat_map(|facts| &facts.defined).any(|term| term.starts_with(words));
        findings.retain_mut(|finding| match finding.condition.take() {
            None => true,
            Some(Condition::InformationIfCited(key)) => {
                if self.cited.contains_key(&key) {
                    finding.severity = finding.severity.min(Severity::Information);
                }
                true
            }
            Some(Condition::DroppedIfCited(keys)) => !keys.iter().any(|key| self.cited.contains_key(key)),
            Some(Condition::DroppedIfDefined(words)) => !is_defined(&words),
            Some(Condition::DroppedIfEffectiveFrom(day)) => {
                facts().all(|facts| facts.takes_effect.is_none_or(|from| from < day))
            }
        });
    }
}

/// Takes away what a rule found where another, to which it yields, found something at the same place.
fn yield_to_others(findings: &mut Vec<Finding>) {
    let mut places: FxHashMap<Code, Vec<Span>> = FxHashMap::default();
    let yielding = |code: Code| rules::find(code).map_or(&[][..], |rule| rule.yields_to);
    let wanted: FxHashSet<Code> = findings.iter().flat_map(|finding| yielding(finding.code)).copied().collect();
    if wanted.is_empty() {
        return;
    }
    for finding in findings.iter().filter(|finding| wanted.contains(&finding.code)) {
        places.entry(finding.code).or_default().push(finding.span);
    }
    findings.retain(|finding| {
        let taken = |code: &Code| places.get(code).is_some_and(|spans| spans.contains(&finding.span));
        !yielding(finding.code).iter().any(taken)
    });
}

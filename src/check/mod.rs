//! The rules: what is wrong with a reference, said once, with the reason and, where one exists, a fix.
//!
//! - [`rules`]: the table of rules (`check/rules.jsonl`): code, default severity, source in law, examples.
//! - [`page`]: the page of a rule, which editors open from a diagnostic.
//! - [`run`]: what all rules ask of a document, found once; [`passage`]: what a passage is about (the past, a basis, a task);
//!   [`quotation`], [`suppression`]: what is left alone; [`rewrite`]: how instruments are cited, for the fixes.
//! - one file a family of rules, one function a rule: [`malformed`] (how numbers are written), [`mismatch`] (text against
//!   number and catalogue), [`unknown`], [`validity`], [`agency`], [`structure`] (provisions of the cited act), [`draft`]
//!   (the draft against itself), [`provision`] and [`dates`] (how they are written), [`basis`], [`style`] (citations).
//!
//! A rule is a function of the document and the catalogue that yields [`Finding`]s. Facts that no source confirms never
//! make an error.

mod agency;
mod basis;
mod dates;
mod draft;
mod finding;
mod malformed;
mod mismatch;
pub mod page;
mod passage;
mod provision;
mod quotation;
mod rewrite;
pub mod rules;
mod run;
mod structure;
mod style;
mod suppression;
#[cfg(test)]
mod tests;
mod unknown;
mod validity;

pub use crate::settings::{self, Settings, Severity};
pub use finding::{Edit, Finding, Fix, Related, safe_edits};
pub use rules::{Category, Rule};

use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::text::Span;
use run::Run;
use suppression::Suppressions;

/// A rule's function: it adds what it finds.
type Check = fn(&Run<'_>, &mut Vec<Finding>);

/// A rule's code with its function.
type Registered = (&'static str, Check);

/// The functions of all rules, a family each.
const FAMILIES: [&[Registered]; 11] = [
    malformed::RULES,
    dates::RULES,
    mismatch::RULES,
    unknown::RULES,
    validity::RULES,
    agency::RULES,
    structure::RULES,
    provision::RULES,
    draft::RULES,
    basis::RULES,
    style::RULES,
];

/// Whether a function is registered for a rule.
fn is_registered(code: &str) -> bool {
    code == suppression::CODE || FAMILIES.iter().any(|family| family.iter().any(|(c, _)| *c == code))
}

/// All findings of a document in the order of the text, under the settings.
pub fn check(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Vec<Finding> {
    let run = Run::new(document, catalogue, settings);
    let mut findings = Vec::new();
    for (code, rule) in FAMILIES.into_iter().flatten() {
        if settings.is_off(code) {
            continue;
        }
        let from = findings.len();
        rule(&run, &mut findings);
        weigh(code, settings, &mut findings[from..]);
    }
    findings.retain(|f| {
        f.instrument.as_ref().is_none_or(|number| !settings.ignore.iter().any(|ignored| ignored == number))
    });
    let suppressions = Suppressions::of(document);
    let before = findings.len();
    findings.retain(|f| !suppressions.hold(f));
    if !settings.is_off(suppression::CODE) {
        let mut unused = suppressions.unused(&run, settings, findings.len() < before);
        weigh(suppression::CODE, settings, &mut unused);
        findings.extend(unused);
    }
    // That the date is missing is said by what it leaves open.
    let open: Vec<Span> = findings.iter().filter(|f| f.code == "ambiguous-number").map(|f| f.span).collect();
    findings.retain(|f| f.code != "first-citation-incomplete" || !open.contains(&f.span));
    findings.sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
    findings.dedup_by(|later, earlier| later.code == earlier.code && later.span == earlier.span);
    findings
}

/// Gives findings of a rule the severity that the settings say.
fn weigh(code: &str, settings: &Settings, findings: &mut [Finding]) {
    if let Some(Some(severity)) = settings.rules.get(code) {
        findings.iter_mut().for_each(|f| f.severity = *severity);
    }
}

//! The rules: what is wrong with a reference, said once, with the reason and, where one exists, a fix.
//!
//! - `check/rules/<family>/<code>.md`: the page of each rule, of which [`crate::rulebook`] is made.
//! - [`messages`]: what the rules say, in Vietnamese and English.
//! - [`settings`]: what a user can change.
//! - [`run`]: what all rules ask of a document, found once; [`passage`]: what a passage is about (the past, a basis, a task);
//!   [`suppression`]: what is left alone; [`rewrite`]: how instruments are cited, for the fixes.
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
pub mod messages;
mod mismatch;
mod passage;
mod provision;
mod rewrite;
mod run;
pub mod settings;
mod structure;
mod style;
mod suppression;
#[cfg(test)]
mod tests;
mod unknown;
mod validity;

pub use finding::{Edit, Finding, Fix, Related, safe_edits};
pub use settings::Settings;

pub use crate::rulebook::{Category, Code, Rule, Severity};

use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::text::Span;
use run::Run;
use suppression::Suppressions;

/// A rule's function: it adds what it finds.
type Check = fn(&Run<'_>, &mut Vec<Finding>);

/// A rule's code with its function.
type Registered = (Code, Check);

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

/// All findings of a document in the order of the text, under the settings.
pub fn check(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Vec<Finding> {
    let run = Run::new(document, catalogue, settings);
    let mut findings = Vec::new();
    for &(code, rule) in FAMILIES.into_iter().flatten() {
        if settings.is_off(code.as_str()) {
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
    if !settings.is_off(suppression::CODE.as_str()) {
        let mut unused = suppressions.unused(&run, settings, findings.len() < before);
        weigh(suppression::CODE, settings, &mut unused);
        findings.extend(unused);
    }
    // That the date is missing is said by what it leaves open.
    let open: Vec<Span> = findings.iter().filter(|f| f.code == Code::AmbiguousNumber).map(|f| f.span).collect();
    findings.retain(|f| f.code != Code::FirstCitationIncomplete || !open.contains(&f.span));
    findings.sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
    findings.dedup_by(|later, earlier| later.code == earlier.code && later.span == earlier.span);
    findings
}

/// Gives findings of a rule the severity that the settings say.
fn weigh(code: Code, settings: &Settings, findings: &mut [Finding]) {
    if let Some(Some(severity)) = settings.rules.get(code.as_str()) {
        findings.iter_mut().for_each(|f| f.severity = *severity);
    }
}

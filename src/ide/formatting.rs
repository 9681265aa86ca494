//! Formatting: references are written as the rules of form ask, where there is one way only to write them; nothing else is
//! touched.

use crate::check::{Code, Edit, Finding, safe_edits};
use crate::text::Span;

/// The rules whose corrections change the form of a reference and not what it means: blanks, dashes, zeros, letter case, marks of
/// the lines of the legal basis.
const FORM: [Code; 13] = [
    Code::BasisBullet,
    Code::BasisColon,
    Code::BasisPunctuation,
    Code::ColonAfterSo,
    Code::DashLookalike,
    Code::DateLeadingZero,
    Code::DoubledSo,
    Code::EthForDStroke,
    Code::LowercaseSymbol,
    Code::MixedCaseCode,
    Code::ProvisionCase,
    Code::SlashLookalike,
    Code::SpaceInNumber,
];

/// The edits that bring references inside of a part of the document into form, in the order of the text.
pub fn edits(findings: &[Finding], within: Span) -> Vec<Edit> {
    let is_inside = |finding: &&Finding| {
        let of_fix = finding.fixes.iter().find(|fix| fix.safe);
        of_fix.is_some_and(|fix| {
            fix.edits.iter().all(|edit| within.start <= edit.span.start && edit.span.end <= within.end)
        })
    };
    let of_form = findings.iter().filter(|finding| FORM.contains(&finding.code)).filter(is_inside);
    let of_form: Vec<Finding> = of_form.cloned().collect();
    safe_edits(&of_form).into_iter().cloned().collect()
}

//! One finding, and the edits that mend it.

use super::{Code, Severity};
use crate::text::Span;

/// What a rule found at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    /// The smallest part that is wrong; bytes of the document.
    pub span: Span,
    /// One sentence: what is wrong, with both sides of a contradiction; a second only for the ground or the next step.
    pub message: String,
    /// Canonical number or name of the instrument that it is about.
    pub instrument: Option<String>,
    pub related: Vec<Related>,
    pub fixes: Vec<Fix>,
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub span: Span,
    pub message: String,
}

/// A way to mend a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub title: String,
    /// Whether it can be applied without looking: the only way, and no change of meaning.
    pub safe: bool,
    /// Do not overlap; spans are bytes of the document as it was checked.
    pub edits: Vec<Edit>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// The edits of all safe fixes, one fix a finding, in the order of the text. A fix that would overlap an earlier one is
/// left out whole.
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

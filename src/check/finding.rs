//! One finding, and the edits that mend it.

use super::Severity;
use crate::text::Span;

/// What a rule found at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Code of the rule: "date-mismatch".
    pub code: &'static str,
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

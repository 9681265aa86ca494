//! The table of rules.

use serde::{Deserialize, Serialize};

/// How grave a finding is: error = cannot be right; warning = probably wrong or risky in law; information = worth knowing;
/// hint = style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Hint,
    Information,
    Warning,
    Error,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    Malformed,
    Mismatch,
    Unknown,
    Validity,
    Agency,
    Style,
    InternalReference,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    pub category: Category,
}

//! How grave a finding is.

use crate::i18n::{Localized, Localizer};
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

impl Localized for Severity {
    /// "lỗi", "error"
    fn localized(&self, localizer: &Localizer) -> String {
        let key = match self {
            Self::Hint => "severity-hint",
            Self::Information => "severity-information",
            Self::Warning => "severity-warning",
            Self::Error => "severity-error",
        };
        localizer.text(key, &[])
    }
}

//! The table of rules: how grave each is, where it stands in law, what it means, and an example of either kind.

use super::{Code, Severity};
use crate::i18n::Language;
use serde::{Deserialize, Serialize};
use time::Date;

/// What kind of fault a rule looks for.
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

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilingual {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Bilingual {
    /// The text in a language.
    pub fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.vi,
            Language::English => self.en,
        }
    }
}

/// One rule, as its page says it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub code: Code,
    /// Default severity; single findings may be milder where the facts are not confirmed.
    pub severity: Severity,
    /// Off unless the settings give it a severity: what is worth knowing, but no fault.
    pub quiet: bool,
    pub category: Category,
    /// The provision of law that it rests on; `None` where it rests on the catalogue's facts or on practice alone.
    pub source: Option<&'static str>,
    /// Whether the source was seen; what is not confirmed never makes an error of doubtful facts.
    pub confirmed: bool,
    /// The day on which the examples are judged.
    pub day: Option<Date>,
    /// What the rule looks for, in one sentence.
    pub meaning: Bilingual,
    /// Why it matters and when the rule does not report.
    pub explanation: Bilingual,
    /// How it is corrected; `None` where only the drafter can.
    pub fix: Option<Bilingual>,
    pub bad: &'static str,
    pub good: &'static str,
    /// A whole document for the bad example, where the example alone does not show it.
    pub full_bad: Option<&'static str>,
    pub full_good: Option<&'static str>,
}

static RULES: [Rule; Code::ALL.len()] = include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// All rules in the order of their codes.
pub fn all() -> &'static [Rule] {
    &RULES
}

/// The rule of a code as users write it.
pub fn find(code: &str) -> Option<&'static Rule> {
    code.parse().ok().map(Code::rule)
}

impl Code {
    /// The rule of the code.
    pub fn rule(self) -> &'static Rule {
        // Rules and codes are in the same order.
        &RULES[self as usize]
    }
}

impl Rule {
    /// A text in which the rule finds something.
    pub fn bad_text(&self) -> &'static str {
        self.full_bad.unwrap_or(self.bad)
    }

    /// The same text as it should be.
    pub fn good_text(&self) -> &'static str {
        self.full_good.unwrap_or(self.good)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_its_rule() {
        for code in Code::ALL {
            assert_eq!(code.rule().code, code);
        }
        assert_eq!(find("date-mismatch").unwrap().severity, Severity::Error);
        assert!(find("no-such-rule").is_none());
    }
}

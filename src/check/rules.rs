//! The table of rules: what each is called, how grave it is, where it stands in law, and an example of either kind.
//!
//! The table is data (`check/rules.jsonl`), read and checked on first use. Whether a rule is implemented is not written
//! there: a rule is when a function is registered for it.

pub use crate::settings::Severity;

use crate::i18n::Language;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub vi: String,
    pub en: String,
}

impl Bilingual {
    /// The text in a language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// "date-mismatch"; once released, it keeps its meaning.
    pub code: String,
    /// Default severity; single findings may be milder where the facts are not confirmed.
    pub severity: Severity,
    pub category: Category,
    /// 1 = first release, 2 = next, 3 = optional.
    pub priority: u8,
    /// What the rule looks for, in one sentence.
    pub meaning: Bilingual,
    /// The provision of law that it rests on; `None` where it rests on the catalogue's facts or on practice alone.
    #[serde(default)]
    pub source: Option<String>,
    /// Whether the source was seen; what is not confirmed never makes an error of doubtful facts.
    pub confirmed: bool,
    pub bad: String,
    pub good: String,
    /// How it is mended; `None` where only the drafter can.
    #[serde(default)]
    pub fix: Option<Bilingual>,
    /// Why it matters and when the rule stays silent.
    pub explanation: Bilingual,
    /// A whole document for the bad example, where the example alone does not show it.
    #[serde(default)]
    pub test_bad: Option<String>,
    #[serde(default)]
    pub test_good: Option<String>,
    /// The day on which the examples are judged, as YYYY-MM-DD.
    #[serde(default)]
    pub test_date: Option<String>,
}

impl Rule {
    /// Whether the program looks for it.
    pub fn is_implemented(&self) -> bool {
        super::is_registered(&self.code)
    }
}

struct Table {
    rules: Vec<Rule>,
    by_code: FxHashMap<String, usize>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| parse(include_str!("rules.jsonl")).expect("check/rules.jsonl is well formed"))
}

fn parse(data: &str) -> Result<Table, String> {
    let mut table = Table { rules: Vec::new(), by_code: FxHashMap::default() };
    for (n, line) in data.lines().enumerate() {
        let rule: Rule = serde_json::from_str(line).map_err(|e| format!("rules.jsonl:{}: {e}", n + 1))?;
        if table.by_code.insert(rule.code.clone(), table.rules.len()).is_some() {
            return Err(format!("rules.jsonl:{}: {} stands twice", n + 1, rule.code));
        }
        table.rules.push(rule);
    }
    Ok(table)
}

/// All rules in the order of the table.
pub fn all() -> &'static [Rule] {
    &table().rules
}

/// The rule of a code.
pub fn find(code: &str) -> Option<&'static Rule> {
    let table = table();
    table.by_code.get(code).map(|&i| &table.rules[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(all().len(), 99);
        assert_eq!(find("date-mismatch").unwrap().severity, Severity::Error);
        assert!(find("no-such-rule").is_none());
        for rule in all() {
            assert!((1..=3).contains(&rule.priority), "{}", rule.code);
            for text in [&rule.meaning, &rule.explanation] {
                assert!(!text.vi.is_empty() && !text.en.is_empty(), "{}", rule.code);
            }
        }
    }

    #[test]
    fn a_faulty_table_is_refused_with_its_line() {
        let error = parse("{\"code\":\"x\"}").err().unwrap();
        assert!(error.starts_with("rules.jsonl:1: "), "{error}");
    }
}

//! What a user can change: the settings of INTERFACE.md, from an editor or from `viendan.toml`.

use super::Severity;
use crate::document::Regime;
use crate::rulebook::{self, Bilingual};
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::path::{Path, PathBuf};
use time::Date;

/// The settings that checking and assisting depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub language: Language,
    pub as_of: AsOf,
    /// `None` is "auto": the document's head tells.
    pub regime: Option<Regime>,
    pub catalogues: Vec<PathBuf>,
    pub library: Vec<PathBuf>,
    /// Severity of rules by code; `None` switches a rule off.
    pub rules: FxHashMap<String, Option<Severity>>,
    /// Codes, numbers or path globs that are left alone.
    pub ignore: Vec<String>,
    pub inlay_hints: bool,
    pub code_lens: bool,
    pub semantic_tokens: bool,
    pub completion_limit: usize,
    /// How much is logged.
    pub trace: Trace,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    Vietnamese,
    English,
}

impl Language {
    /// The one of two texts that is in this language.
    pub fn pick<'t>(self, vietnamese: &'t str, english: &'t str) -> &'t str {
        match self {
            Self::Vietnamese => vietnamese,
            Self::English => english,
        }
    }

    /// What the table of rules says, in this language.
    pub fn say(self, text: Bilingual) -> &'static str {
        self.pick(text.vi, text.en)
    }

    /// The word for a severity.
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("lỗi", "error"),
            Severity::Warning => self.pick("cảnh báo", "warning"),
            Severity::Information => self.pick("thông tin", "information"),
            Severity::Hint => self.pick("gợi ý", "hint"),
        }
    }
}

/// The day on which validity is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AsOf {
    /// The document's own date, else today.
    #[default]
    Document,
    Today,
    Day(Date),
}

/// How much is logged: warnings only, what is done, or everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trace {
    #[default]
    Off,
    Messages,
    Verbose,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            as_of: AsOf::default(),
            regime: None,
            catalogues: Vec::new(),
            library: Vec::new(),
            rules: FxHashMap::default(),
            ignore: Vec::new(),
            inlay_hints: true,
            code_lens: true,
            semantic_tokens: true,
            completion_limit: 50,
            trace: Trace::default(),
        }
    }
}

/// The keys as users write them.
const KEYS: [&str; 12] = [
    "language",
    "asOf",
    "regime",
    "catalogues",
    "library",
    "rules",
    "ignore",
    "inlayHints",
    "codeLens",
    "semanticTokens",
    "completion.limit",
    "trace",
];
const SEVERITIES: [&str; 5] = ["off", "hint", "information", "warning", "error"];

impl Settings {
    /// Takes over what a JSON object says, key by key. What is absent or null stays as it was. A key that is unknown or
    /// has a wrong value is left out and told, with its name and the reason, in the language of the settings.
    pub fn apply_json(&mut self, value: &Value) -> Vec<String> {
        let mut problems = Vec::new();
        match value {
            Value::Null => {}
            Value::Object(map) => {
                // First, because the other problems are told in it.
                if let Some(language) = map.get("language") {
                    self.apply_key("language", language, &mut problems);
                }
                for (key, value) in map.iter().filter(|(key, _)| *key != "language") {
                    match (key.as_str(), value) {
                        ("completion", Value::Object(inner)) => {
                            for (key, value) in inner {
                                self.apply_key(&format!("completion.{key}"), value, &mut problems);
                            }
                        }
                        (key, value) => self.apply_key(key, value, &mut problems),
                    }
                }
            }
            _ => problems.push(self.say("cần một đối tượng JSON", "a JSON object is expected")),
        }
        problems
    }

    /// Reads a `viendan.toml`: the settings, and what of it could not be used, with its line.
    ///
    /// # Errors
    /// When the file is not TOML: line, column and cause.
    pub fn from_toml(text: &str) -> Result<(Self, Vec<String>), String> {
        let table: toml::Table = text.parse().map_err(|e: toml::de::Error| {
            let place = e.span().map_or_else(String::new, |span| {
                let at = crate::text::LineIndex::new(text).position(text, span.start, crate::text::Encoding::Utf32);
                format!("{}:{}: ", at.line + 1, at.column + 1)
            });
            format!("{place}{}", e.message().trim())
        })?;
        let value = serde_json::to_value(table).map_err(|e| e.to_string())?;
        let mut settings = Self::default();
        let problems = settings.apply_json(&value);
        let placed = |problem: String| match line_of(text, &problem) {
            Some(line) => format!("{line}: {problem}"),
            None => problem,
        };
        Ok((settings, problems.into_iter().map(placed).collect()))
    }

    /// Whether a rule is switched off.
    pub fn is_off(&self, code: &str) -> bool {
        self.rules.get(code) == Some(&None) || self.ignore.iter().any(|ignored| ignored == code)
    }

    /// Whether a file is to be left alone by a glob of `ignore`, written as in a `.gitignore` and read from the folder
    /// that the settings belong to: `annexes/`, `*.tmp.md`. Codes and numbers are no globs.
    pub fn leaves_alone(&self, path: &Path, folder: &Path) -> bool {
        let is_glob = |entry: &&String| rulebook::find(entry).is_none() && crate::cite::Number::parse(entry).is_none();
        let mut globs = self.ignore.iter().filter(is_glob).peekable();
        if globs.peek().is_none() || !path.starts_with(folder) {
            return false;
        }
        let mut builder = ignore::gitignore::GitignoreBuilder::new(folder);
        for glob in globs {
            // A glob that is none matches nothing.
            let _ = builder.add_line(None, glob);
        }
        builder.build().is_ok_and(|globs| globs.matched_path_or_any_parents(path, false).is_ignore())
    }

    fn apply_key(&mut self, key: &str, value: &Value, problems: &mut Vec<String>) {
        if value.is_null() {
            return;
        }
        let wrong = match key {
            "language" => choose(value, &[("vi", Language::Vietnamese), ("en", Language::English)], &mut self.language),
            "asOf" => self.apply_as_of(value),
            "regime" => {
                let regimes = [
                    ("auto", None),
                    ("administrative", Some(Regime::Administrative)),
                    ("normative", Some(Regime::Normative)),
                    ("party", Some(Regime::Party)),
                    ("contract", Some(Regime::Contract)),
                    ("none", Some(Regime::None)),
                ];
                choose(value, &regimes, &mut self.regime)
            }
            "catalogues" => list(value).map(|l| self.catalogues = l.into_iter().map(PathBuf::from).collect()),
            "library" => list(value).map(|l| self.library = l.into_iter().map(PathBuf::from).collect()),
            "ignore" => list(value).map(|l| self.ignore = l),
            "rules" => {
                self.apply_rules(value, problems);
                return;
            }
            "inlayHints" => switch(value, &mut self.inlay_hints),
            "codeLens" => switch(value, &mut self.code_lens),
            "semanticTokens" => switch(value, &mut self.semantic_tokens),
            "completion.limit" => match value.as_u64().and_then(|n| usize::try_from(n).ok()).filter(|&n| n > 0) {
                Some(limit) => {
                    self.completion_limit = limit;
                    Ok(())
                }
                None => Err("1, 2, 3 …".to_owned()),
            },
            "trace" => {
                let traces = [("off", Trace::Off), ("messages", Trace::Messages), ("verbose", Trace::Verbose)];
                choose(value, &traces, &mut self.trace)
            }
            _ => {
                problems.push(self.unknown(key, &KEYS));
                return;
            }
        };
        if let Err(expected) = wrong {
            problems.push(self.wrong_value(key, value, &expected));
        }
    }

    fn apply_as_of(&mut self, value: &Value) -> Result<(), String> {
        let format = time::macros::format_description!("[year]-[month]-[day]");
        self.as_of = match value.as_str() {
            Some("document") => AsOf::Document,
            Some("today") => AsOf::Today,
            Some(day) => AsOf::Day(Date::parse(day, format).map_err(|_| "document, today, YYYY-MM-DD".to_owned())?),
            None => return Err("document, today, YYYY-MM-DD".to_owned()),
        };
        Ok(())
    }

    fn apply_rules(&mut self, value: &Value, problems: &mut Vec<String>) {
        let Value::Object(rules) = value else {
            problems.push(self.wrong_value("rules", value, "{ code = severity }"));
            return;
        };
        for (code, value) in rules {
            let severities = [
                ("off", None),
                ("hint", Some(Severity::Hint)),
                ("information", Some(Severity::Information)),
                ("warning", Some(Severity::Warning)),
                ("error", Some(Severity::Error)),
            ];
            let mut severity = None;
            match choose(value, &severities, &mut severity) {
                Ok(()) => {
                    self.rules.insert(code.clone(), severity);
                }
                Err(_) => {
                    let key = format!("rules.{code}");
                    problems.push(self.wrong_value(&key, value, &SEVERITIES.join(", ")));
                }
            }
        }
    }

    fn say(&self, vietnamese: &str, english: &str) -> String {
        match self.language {
            Language::Vietnamese => vietnamese.to_owned(),
            Language::English => english.to_owned(),
        }
    }

    fn unknown(&self, key: &str, known: &[&str]) -> String {
        let fold = |s: &str| s.to_lowercase().replace(['-', '_', '.'], "");
        let near = known.iter().find(|k| {
            let (a, b) = (fold(key), fold(k));
            a == b || (a.len() > 3 && (b.starts_with(&a) || a.starts_with(&b)))
        });
        match near {
            Some(near) => self.say(
                &format!("`{key}`: không có thiết lập này; ý bạn là `{near}`?"),
                &format!("`{key}`: no such setting; did you mean `{near}`?"),
            ),
            None => self.say(&format!("`{key}`: không có thiết lập này"), &format!("`{key}`: no such setting")),
        }
    }

    fn wrong_value(&self, key: &str, value: &Value, expected: &str) -> String {
        self.say(
            &format!("`{key}`: không dùng được giá trị {value}; cần: {expected}"),
            &format!("`{key}`: cannot use the value {value}; expected: {expected}"),
        )
    }
}

fn choose<T: Clone>(value: &Value, choices: &[(&str, T)], into: &mut T) -> Result<(), String> {
    match choices.iter().find(|(name, _)| value.as_str() == Some(name)) {
        Some((_, choice)) => {
            *into = choice.clone();
            Ok(())
        }
        None => Err(choices.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")),
    }
}

fn switch(value: &Value, into: &mut bool) -> Result<(), String> {
    *into = value.as_bool().ok_or("true, false")?;
    Ok(())
}

fn list(value: &Value) -> Result<Vec<String>, String> {
    let strings = value.as_array().and_then(|l| l.iter().map(|v| v.as_str().map(str::to_owned)).collect());
    strings.ok_or_else(|| "[\"…\", …]".to_owned())
}

/// The line (from 1) on which the key that a problem begins with is set.
fn line_of(text: &str, problem: &str) -> Option<usize> {
    let key = problem.split('`').nth(1)?;
    let last = key.rsplit('.').next()?;
    let sets = |line: &str| {
        let name = line.split('=').next().unwrap_or("").trim().trim_matches(['"', '\'', '[', ']']);
        name == key || name == last || name.ends_with(&format!(".{last}"))
    };
    text.lines().position(sets).map(|n| n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_key_is_taken_over() {
        let mut settings = Settings::default();
        let problems = settings.apply_json(&json!({
            "language": "en", "asOf": "2026-07-01", "regime": "normative", "catalogues": ["a.jsonl"], "library": ["texts"],
            "rules": {"missing-so": "off", "date-mismatch": "warning"}, "ignore": ["30/2020/NĐ-CP"], "inlayHints": false,
            "codeLens": false, "semanticTokens": false, "completion": {"limit": 7}, "trace": "verbose"
        }));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(settings.language, Language::English);
        assert_eq!(settings.as_of, AsOf::Day(time::macros::date!(2026 - 07 - 01)));
        assert_eq!(settings.regime, Some(Regime::Normative));
        assert_eq!(settings.catalogues, [PathBuf::from("a.jsonl")]);
        assert_eq!(settings.rules["missing-so"], None);
        assert_eq!(settings.rules["date-mismatch"], Some(Severity::Warning));
        assert_eq!(settings.ignore, ["30/2020/NĐ-CP"]);
        assert!(!settings.inlay_hints && !settings.code_lens && !settings.semantic_tokens);
        assert_eq!((settings.completion_limit, settings.trace), (7, Trace::Verbose));
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_rest_is_taken() {
        let mut settings = Settings::default();
        let problems = settings.apply_json(&json!({
            "language": "en", "asof": "today", "regime": "poem", "completion.limit": 3, "rules": {"x": "loud"}, "trace": null
        }));
        assert_eq!(problems.len(), 3, "{problems:?}");
        assert!(problems.iter().any(|p| p == "`asof`: no such setting; did you mean `asOf`?"), "{problems:?}");
        assert_eq!(settings.completion_limit, 3);
    }

    #[test]
    fn globs_leave_files_alone() {
        let ignore = ["annexes/", "*.tmp.md", "missing-so", "30/2020/NĐ-CP"].map(str::to_owned).to_vec();
        let settings = Settings { ignore, ..Settings::default() };
        let alone = |path: &str| settings.leaves_alone(Path::new(path), Path::new("/w"));
        assert!(alone("/w/annexes/a.md") && alone("/w/b/c.tmp.md"));
        assert!(!alone("/w/a.md") && !alone("/elsewhere/c.tmp.md") && !alone("/w/30/2020/NĐ-CP"));
    }

    #[test]
    fn a_settings_file_tells_place_and_cause() {
        let (settings, problems) =
            Settings::from_toml("language = \"en\"\ncolour = 1\n[completion]\nlimit = 9\n").unwrap();
        assert_eq!((settings.completion_limit, problems), (9, vec!["2: `colour`: no such setting".to_owned()]));
        let broken = Settings::from_toml("language = \"vi\"\nignore = [\n").unwrap_err();
        assert!(broken.starts_with("2:") || broken.starts_with("3:"), "{broken}");
    }
}

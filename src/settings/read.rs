//! Reading settings from TOML or from an editor's JSON, key by key: what can't be used is reported, the rest is in force.

use super::layer::{Layer, Lenient};
use super::problem::{Problem, ProblemKind, TomlError};
use super::{Settings, schema};
use crate::text::{Encoding, LineIndex};
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

impl Settings {
    /// Takes over what a JSON object says. What is absent or null stays as it was.
    pub fn apply_json(&mut self, value: &Value) -> Vec<Problem> {
        match value {
            Value::Null => Vec::new(),
            Value::Object(map) => match serde_json::from_value::<Layer>(Value::Object(nested(map))) {
                Ok(layer) => {
                    let problems = problems(&layer);
                    self.apply(layer);
                    problems
                }
                // Every value is lenient, so this can't happen; if it does, the user should hear of it.
                Err(error) => vec![Problem::new("", ProblemKind::Unreadable(error.to_string()))],
            },
            _ => vec![Problem::new("", ProblemKind::NoObject)],
        }
    }

    /// Reads a `viendan.toml`: the settings, and what of it couldn't be used, with its line.
    ///
    /// # Errors
    /// When the file isn't TOML: line, column and cause.
    pub fn from_toml(text: &str) -> Result<(Self, Vec<Problem>), TomlError> {
        let table: toml::Table = text.parse().map_err(|error| toml_error(text, &error))?;
        let mut settings = Self::default();
        let mut problems = settings.apply_json(&json(toml::Value::Table(table)));
        if !problems.is_empty()
            && let Ok(table) = DeTable::parse(text)
        {
            let index = LineIndex::new(text);
            let line = |at: usize| index.position(text, at, Encoding::Utf32).line + 1;
            for problem in &mut problems {
                problem.line = place(table.get_ref(), &problem.key).map(line);
            }
            problems.sort_by_key(|problem| problem.line);
        }
        Ok((settings, problems))
    }
}

fn toml_error(text: &str, error: &toml::de::Error) -> TomlError {
    let at = error.span().map_or(0, |span| span.start);
    let position = LineIndex::new(text).position(text, at, Encoding::Utf32);
    TomlError { line: position.line + 1, column: position.column + 1, cause: error.message().trim().to_owned() }
}

/// TOML as JSON. A day needs no quotation marks: `asOf = 2026-07-01`.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(value) => value.into(),
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}

/// Keys with a dot (`"completion.limit": 20`, as some editors send them) as objects in objects.
fn nested(map: &Map<String, Value>) -> Map<String, Value> {
    let mut out = Map::new();
    for (key, value) in map {
        match key.split_once('.') {
            Some((outer, inner)) => {
                let object = out.entry(outer).or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(object) = object {
                    object.insert(inner.to_owned(), value.clone());
                }
            }
            None => match (out.get_mut(key), value) {
                (Some(Value::Object(object)), Value::Object(more)) => {
                    object.extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
                }
                _ => {
                    out.insert(key.clone(), value.clone());
                }
            },
        }
    }
    out
}

/// What of a layer can't be used.
fn problems(layer: &Layer) -> Vec<Problem> {
    let mut problems = Vec::new();
    macro_rules! wrong {
        ($($key:literal: $value:expr),+ $(,)?) => {$(
            if let Some(value) = $value.as_ref().and_then(Lenient::wrong) {
                problems.push(wrong_value($key, $key, value));
            }
        )+};
    }
    wrong!(
        "language": layer.language, "asOf": layer.as_of, "regime": layer.regime, "catalogues": layer.catalogues,
        "library": layer.library, "rules": layer.rules, "ignore": layer.ignore, "completion": layer.completion,
        "trace": layer.trace, "checking": layer.checking,
    );
    if let Some(Lenient::Good(rules)) = &layer.rules {
        for (code, severity) in rules {
            problems.extend(severity.wrong().map(|value| wrong_value(&format!("rules.{code}"), "rules.*", value)));
        }
    }
    if let Some(Lenient::Good(completion)) = &layer.completion {
        wrong!("completion.limit": completion.limit);
        problems.extend(completion.unknown.keys().map(|key| unknown(&format!("completion.{key}"))));
    }
    // Of `inlayHints`, `codeLens` and `semanticTokens`, which had no effect in former versions, odd values are left alone, so
    // that old files keep working.
    problems.extend(layer.unknown.keys().map(|key| unknown(key)));
    problems
}

fn wrong_value(key: &str, in_schema: &str, value: &Value) -> Problem {
    Problem::new(key, ProblemKind::WrongValue { value: value.to_string(), expected: schema::expected(in_schema) })
}

/// A key that there isn't, with the one that it is like.
fn unknown(key: &str) -> Problem {
    let fold = |key: &str| key.to_lowercase().replace(['-', '_', '.'], "");
    let near = schema::keys().into_iter().find(|known| {
        let (a, b) = (fold(key), fold(known));
        a == b || (a.len() > 3 && (b.starts_with(&a) || a.starts_with(&b)))
    });
    Problem::new(key, ProblemKind::Unknown { near })
}

/// Where a key is set: `rules.missing-so` at `missing-so` in the table `rules`.
fn place(table: &DeTable<'_>, key: &str) -> Option<usize> {
    fn entry<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<(usize, &'t Spanned<DeValue<'i>>)> {
        table.iter().find(|(name, _)| *name.get_ref() == key).map(|(name, value)| (name.span().start, value))
    }
    if let Some((at, _)) = entry(table, key) {
        return Some(at);
    }
    let (outer, inner) = key.split_once('.')?;
    match entry(table, outer)?.1.get_ref() {
        DeValue::Table(table) => place(table, inner),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AsOf, Severity, Trace};
    use super::*;
    use crate::document::Regime;
    use crate::i18n::{Language, Localized, Localizer};
    use serde_json::json;
    use std::path::PathBuf;
    use time::macros::date;

    fn told(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(|p| p.localized(Localizer::of(Language::English))).collect()
    }

    #[test]
    fn every_key_is_taken_over() {
        let mut settings = Settings::default();
        let problems = settings.apply_json(&json!({
            "language": "en", "asOf": "2026-07-01", "regime": "normative", "catalogues": ["a.jsonl"], "library": ["texts"],
            "rules": {"missing-so": "off", "date-mismatch": "warning"}, "ignore": ["30/2020/NĐ-CP"],
            "completion": {"limit": 7}, "trace": "verbose"
        }));
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(settings.language, Language::English);
        assert_eq!(settings.as_of, AsOf::Day(date!(2026 - 07 - 01)));
        assert_eq!(settings.regime, Some(Regime::Normative));
        assert_eq!(settings.catalogues, [PathBuf::from("a.jsonl")]);
        assert_eq!(settings.library, [PathBuf::from("texts")]);
        assert_eq!(settings.rules["missing-so"], None);
        assert_eq!(settings.rules["date-mismatch"], Some(Severity::Warning));
        assert_eq!(settings.ignore, ["30/2020/NĐ-CP"]);
        assert_eq!((settings.completion_limit, settings.trace), (7, Trace::Verbose));
    }

    #[test]
    fn what_cannot_be_used_is_reported_and_the_rest_is_taken() {
        let mut settings = Settings::default();
        let problems = settings.apply_json(&json!({
            "asof": "today", "regime": "poem", "completion.limit": 3, "rules": {"x": "loud", "y": "hint"}, "trace": null,
            "completion": {"colour": 1}
        }));
        assert_eq!(
            told(&problems),
            [
                "`regime`: cannot use the value \"poem\"; expected: auto, administrative, normative, party, contract, none",
                "`rules.x`: cannot use the value \"loud\"; expected: off, hint, information, warning, error",
                "`completion.colour`: no such setting",
                "`asof`: no such setting; did you mean `asOf`?",
            ]
        );
        assert_eq!((settings.completion_limit, settings.rules["y"]), (3, Some(Severity::Hint)));
        let problems =
            settings.apply_json(&json!({"completion": 3, "catalogues": "a", "asOf": "1/7/2026", "rules": []}));
        assert_eq!(told(&problems).len(), 4, "{problems:?}");
        assert_eq!(
            told(&settings.apply_json(&json!({"completion": {"limit": 0}}))),
            ["`completion.limit`: cannot use the value 0; expected: 1, 2, 3 …"]
        );
        assert_eq!(settings.apply_json(&json!([])).len(), 1);
    }

    #[test]
    fn settings_without_effect_are_accepted_without_a_word() {
        let old = json!({"inlayHints": false, "codeLens": true, "semanticTokens": "whatever"});
        assert!(Settings::default().apply_json(&old).is_empty());
    }

    #[test]
    fn a_settings_file_has_lines() {
        let text = "language = \"en\"\nasOf = 2026-07-01\ncolour = 1\n[completion]\nlimit = 9\n[rules]\nx = \"loud\"\n";
        let (settings, problems) = Settings::from_toml(text).unwrap();
        assert_eq!((settings.completion_limit, settings.as_of), (9, AsOf::Day(date!(2026 - 07 - 01))));
        assert_eq!(
            problems.iter().map(|p| (p.line, p.key.as_str())).collect::<Vec<_>>(),
            [(Some(3), "colour"), (Some(7), "rules.x")]
        );
        let broken = Settings::from_toml("language = \"vi\"\nignore = [\n").unwrap_err();
        assert!((2..=3).contains(&broken.line), "{broken}");
    }
}

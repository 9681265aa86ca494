//! The JSON schema of `viendan.toml`, made from the types of [`super::layer`], and what a wrong value should have been, read
//! from it.

use super::layer::Layer;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;
use std::sync::LazyLock;

/// The schema (draft 7, which editors understand).
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let settings = settings.with_transform(RecursiveTransform(
        // "uint": formats of Rust's numbers, which no editor knows.
        |schema: &mut schemars::Schema| {
            schema.remove("format");
        },
    ));
    settings.into_generator().into_root_schema_for::<Layer>().to_value()
});

/// All keys, those of tables with their table: "completion.limit".
pub(super) fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    for (key, schema) in properties(&SCHEMA) {
        let inner: Vec<String> = properties(schema).map(|(inner, _)| format!("{key}.{inner}")).collect();
        if inner.is_empty() {
            keys.push(key.clone());
        } else {
            keys.extend(inner);
        }
    }
    keys
}

/// The values that a key takes: "vi, en". The values of a table with free keys are asked for with `*`: "rules.*".
pub(super) fn expected(key: &str) -> String {
    let mut schema = &*SCHEMA;
    for part in key.split('.') {
        schema = match part {
            "*" => &schema["additionalProperties"],
            _ => &schema["properties"][part],
        };
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
    }
    match schema["type"].as_str() {
        Some("array") => "[\"…\", …]".to_owned(),
        Some("integer") => "1, 2, 3 …".to_owned(),
        Some("object") => "{ … = … }".to_owned(),
        // "document, today, 2026-11-24"
        _ => {
            schema["examples"].as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
    }
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    fn editor(file: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode").join(file)
    }

    /// With `VIENDAN_UPDATE` set the file is written.
    #[test]
    fn the_schema_of_the_editors_is_the_schema_of_the_settings() {
        let path = editor("schemas/viendan.schema.json");
        let made = format!("{}\n", serde_json::to_string_pretty(&*SCHEMA).unwrap());
        if std::env::var_os("VIENDAN_UPDATE").is_some() {
            crate::files::replace(&path, made.as_bytes()).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(written == made, "run this test with VIENDAN_UPDATE=1, which writes\n{made}");
    }

    #[test]
    fn the_editor_offers_each_key_with_its_values_and_default() {
        let package: Value = serde_json::from_slice(&std::fs::read(editor("package.json")).unwrap()).unwrap();
        let offered = package["contributes"]["configuration"]["properties"].as_object().unwrap();
        let own = |key: &&String| !key.starts_with("viendan.server.");
        let mut offered_keys: Vec<&str> = offered.keys().filter(own).map(|k| &k["viendan.".len()..]).collect();
        offered_keys.sort_unstable();
        let mut known = keys();
        known.sort_unstable();
        assert_eq!(offered_keys, known);
        for key in known {
            let pointer = format!("/properties/{}", key.replace('.', "/properties/"));
            let (schema, offered) = (SCHEMA.pointer(&pointer).unwrap(), &offered[&format!("viendan.{key}")]);
            for part in ["default", "enum", "pattern", "minimum", "type"] {
                assert_eq!(offered.get(part), schema.get(part), "{key}: {part}");
            }
        }
    }

    #[test]
    fn the_schema_takes_what_the_program_takes() {
        let validator = jsonschema::validator_for(&SCHEMA).unwrap();
        let good = serde_json::json!({
            "language": "en", "asOf": "2026-07-01", "rules": {"missing-so": "off"}, "completion": {"limit": 7}
        });
        assert!(validator.is_valid(&good));
        for bad in [r#"{"asof": "today"}"#, r#"{"regime": "poem"}"#, r#"{"completion": {"limit": 0}}"#] {
            assert!(!validator.is_valid(&serde_json::from_str(bad).unwrap()), "{bad}");
        }
    }
}

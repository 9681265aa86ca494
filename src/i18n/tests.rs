//! Both languages say the same things, and every key that the code names is there.

use super::localizer::sources;
use super::{Language, Localizer};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The keys of a language, attributes among them, with the values that each takes.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut id, mut key) = (String::new(), String::new());
    for line in sources(language).into_iter().flat_map(str::lines) {
        let is_comment = line.starts_with('#');
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
        let attribute = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" = "));
        if let Some((name, _)) = line.split_once(" = ").filter(|_| begins) {
            name.clone_into(&mut id);
            id.clone_into(&mut key);
        } else if let Some((name, _)) = attribute {
            key = format!("{id}.{name}");
        } else if is_comment || line.trim().is_empty() {
            continue;
        }
        let values = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
        keys.entry(key.clone()).or_default().extend(values.map(str::to_owned));
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_values() {
    let (vietnamese, english) = (keys(Language::Vietnamese), keys(Language::English));
    let differing: Vec<_> = vietnamese.iter().filter(|(key, values)| english.get(*key) != Some(values)).collect();
    assert!(differing.is_empty(), "English differs in {differing:?}");
    assert_eq!(english.keys().filter(|key| !vietnamese.contains_key(*key)).collect::<Vec<_>>(), [""; 0]);
    assert!(vietnamese.len() > 300, "only {} keys were found", vietnamese.len());
    for language in Language::ALL {
        for key in keys(language).keys() {
            assert!(Localizer::of(language).has(key), "{key}");
        }
    }
}

/// The source files of the program.
fn source_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source_files(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// Strings of the source that look like keys: with a prefix of keys, or an attribute of a rule's code. `{…}` in one stands for
/// any text.
fn named() -> BTreeSet<String> {
    static KEY: LazyLock<regex::Regex> = LazyLock::new(|| {
        regex::Regex::new(
            r#""((?:ide|server|cli|settings|error|page|severity|word)-[a-z0-9{}-]+|[a-z]+(?:-[a-z0-9]+)+\.[a-z-]+)""#,
        )
        .unwrap()
    });
    static OF_SERVER: LazyLock<regex::Regex> =
        LazyLock::new(|| regex::Regex::new(r#"\bmessage\([^"]+"([a-z-]+)""#).unwrap());
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    source_files(&source, &mut files);
    let mut named = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        named.extend(KEY.captures_iter(&text).map(|found| found[1].to_owned()));
        if file.starts_with(source.join("server")) {
            named.extend(OF_SERVER.captures_iter(&text).map(|found| format!("server-{}", &found[1])));
        }
    }
    // Names of files look like attributes: "vi-du.txt".
    let rules = include_str!(concat!(env!("OUT_DIR"), "/rules.vi.ftl"));
    let is_rule = |id: &str| rules.lines().any(|line| line.split_once(" =").is_some_and(|(key, _)| key == id));
    named.retain(|key| key.split_once('.').is_none_or(|(id, _)| is_rule(id)));
    named
}

#[test]
fn every_key_that_the_code_names_is_there_and_named() {
    let (keys, named) = (keys(Language::Vietnamese), named());
    let matches = |pattern: &str, key: &str| match pattern.split_once('{') {
        Some((start, rest)) => {
            let end = rest.split_once('}').map_or("", |(_, end)| end);
            key.starts_with(start) && key.ends_with(end)
        }
        None => key == pattern,
    };
    let missing: Vec<_> = named.iter().filter(|named| !keys.keys().any(|key| matches(named, key))).collect();
    assert_eq!(missing, [""; 0], "the code names these");
    let is_own = |key: &str| ["ide-", "server-", "cli-", "settings-", "page-"].iter().any(|p| key.starts_with(p));
    let unused: Vec<_> = keys.keys().filter(|key| is_own(key) && !named.iter().any(|n| matches(n, key))).collect();
    assert_eq!(unused, [""; 0], "nothing names these");
}

//! Every rule against its examples, and its fixes against itself.

use super::*;
use crate::catalogue::record::Record;
use crate::document::Format;
use crate::terms::Vocabulary;
use std::sync::{Arc, OnceLock};

fn vocabulary() -> &'static Arc<Vocabulary> {
    static VOCABULARY: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    VOCABULARY.get_or_init(|| Arc::new(Vocabulary::new(catalogue().names())))
}

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let records = include_str!("tests/facts.jsonl").lines();
        let instrument = |line| serde_json::from_str::<Record>(line).unwrap().into_instrument().unwrap();
        Catalogue::of(records.map(instrument)).unwrap()
    })
}

fn settings(rule: &Rule) -> Settings {
    let format = time::macros::format_description!("[year]-[month]-[day]");
    let day = rule.test_date.as_ref().map(|d| time::Date::parse(d, format).unwrap());
    Settings { as_of: day.map_or(settings::AsOf::Document, settings::AsOf::Day), ..Settings::default() }
}

fn findings(text: &str, settings: &Settings) -> Vec<Finding> {
    check(&Document::read(text, Format::Plain, vocabulary()), catalogue(), settings)
}

/// The text with a fix applied.
fn mended(text: &str, fix: &Fix) -> String {
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|e| std::cmp::Reverse(e.span));
    let mut out = text.to_owned();
    for edit in edits {
        out.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    out
}

fn told(findings: &[Finding], text: &str) -> Vec<String> {
    findings.iter().map(|f| format!("{} “{}” {}", f.code, f.span.of(text), f.message)).collect()
}

#[test]
fn bad_examples_fire_their_rule_alone_and_good_ones_nothing() {
    let mut faults = Vec::new();
    for rule in rules::all().iter().filter(|r| r.is_implemented()) {
        let settings = settings(rule);
        let bad = rule.test_bad.as_ref().unwrap_or(&rule.bad);
        let found = findings(bad, &settings);
        if found.is_empty() || found.iter().any(|f| f.code != rule.code) {
            faults.push(format!("{}: bad example {bad:?} gives {:?}", rule.code, told(&found, bad)));
        }
        let good = rule.test_good.as_ref().unwrap_or(&rule.good);
        let found = findings(good, &settings);
        if found.iter().any(|f| f.severity >= Severity::Warning || f.code == rule.code) {
            faults.push(format!("{}: good example {good:?} gives {:?}", rule.code, told(&found, good)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn fixes_mend_what_they_are_for_and_break_nothing() {
    let mut faults = Vec::new();
    for rule in rules::all().iter().filter(|r| r.is_implemented()) {
        let settings = settings(rule);
        let bad = rule.test_bad.as_ref().unwrap_or(&rule.bad);
        let before = findings(bad, &settings);
        for fix in before.iter().flat_map(|f| &f.fixes) {
            let text = mended(bad, fix);
            let after = findings(&text, &settings);
            let ofthis = |found: &[Finding]| found.iter().filter(|f| f.code == rule.code).count();
            if ofthis(&after) >= ofthis(&before)
                || after.iter().any(|f| f.code != rule.code && f.severity >= Severity::Warning)
            {
                faults.push(format!("{}: “{}” makes {text:?}: {:?}", rule.code, fix.title, told(&after, &text)));
            }
        }
        if rule.fix.is_some() && before.iter().all(|f| f.fixes.is_empty()) {
            faults.push(format!("{}: {bad:?} has no fix", rule.code));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

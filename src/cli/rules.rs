//! `viendan rules`: the table of rules, and one rule in full.

use super::context::{Console, print_error};
use super::failure::Failure;
use super::style::{self, BAD, GOOD, STRONG};
use crate::i18n::{Localized, Value};
use crate::rulebook::{self, Code, Rule, page};
use std::io::{self, Write};
use std::path::Path;

/// Writes all rules, or the one of a code. Exit status 2 for a code that does not exist.
///
/// # Errors
/// When the output cannot be written.
pub fn rules(code: Option<&str>, console: &Console, out: &mut impl Write) -> Result<i32, Failure> {
    let language = console.settings.language;
    let Some(code) = code else {
        for rule in rulebook::all() {
            let style = style::of(rule.severity);
            let severity = rule.severity.localized(console.localizer);
            writeln!(out, "{style}{severity:<12}{style:#} {:<30} {}", rule.code, rule.meaning.text(language))?;
        }
        return Ok(0);
    };
    let Some(rule) = rulebook::find(code) else {
        let codes = Code::ALL.into_iter().map(Code::as_str);
        let near: Vec<&str> = codes.filter(|known| known.contains(code) || code.contains(known)).take(5).collect();
        let hint = if near.is_empty() { String::new() } else { format!(" ({})", near.join(", ")) };
        print_error(&format_args!("{}{hint}", console.text("cli-rules-unknown", &[("code", code)])));
        return Ok(2);
    };
    one(rule, console, out)?;
    Ok(0)
}

/// Writes the page of every rule into a folder. Exit status 2 where that cannot be done.
///
/// # Errors
/// When the output cannot be written.
pub fn pages(folder: &Path, console: &Console, out: &mut impl Write) -> Result<i32, Failure> {
    match page::write_all(folder, console.settings.language) {
        Ok(written) => {
            let place = folder.display().to_string();
            let values = [("count", Value::from(written.len())), ("place", Value::from(place))];
            writeln!(out, "{}", console.format("cli-rules-pages", &values))?;
            Ok(0)
        }
        Err(error) => {
            print_error(&error);
            Ok(2)
        }
    }
}

fn one(rule: &Rule, console: &Console, out: &mut impl Write) -> io::Result<()> {
    let language = console.settings.language;
    let style = style::of(rule.severity);
    let severity = rule.severity.localized(console.localizer);
    writeln!(out, "{STRONG}{}{STRONG:#}  {style}{severity}{style:#}", rule.code)?;
    writeln!(out, "\n{}\n\n{}\n", rule.meaning.text(language), rule.explanation.text(language))?;
    if let Some(source) = rule.source {
        let doubt =
            if rule.confirmed { String::new() } else { format!(" ({})", console.text("page-unconfirmed", &[])) };
        writeln!(out, "{}: {source}{doubt}", console.text("page-source", &[]))?;
    }
    writeln!(out, "{BAD}✗{BAD:#} {}\n{GOOD}✓{GOOD:#} {}", rule.bad, rule.good)?;
    if let Some(fix) = rule.fix {
        writeln!(out, "{}: {}", console.text("page-fix", &[]), fix.text(language))?;
    }
    Ok(())
}

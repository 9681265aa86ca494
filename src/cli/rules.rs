//! `viendan rules`: the table of rules, and one rule in full.

use super::cli::complain;
use crate::check::settings::Language;
use crate::rulebook::{self, Code, Rule, Severity, page};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use std::path::Path;

/// Writes all rules, or the one of a code. Exit status 2 for a code that does not exist.
///
/// # Errors
/// When the output cannot be written.
pub fn rules(code: Option<&str>, language: Language, out: &mut impl Write) -> io::Result<i32> {
    let Some(code) = code else {
        for rule in rulebook::all() {
            let style = colour(rule.severity);
            let severity = language.severity(rule.severity);
            writeln!(out, "{style}{severity:<12}{style:#} {:<30} {}", rule.code, language.say(rule.meaning))?;
        }
        return Ok(0);
    };
    let Some(rule) = rulebook::find(code) else {
        let codes = Code::ALL.into_iter().map(Code::as_str);
        let near: Vec<&str> = codes.filter(|known| known.contains(code) || code.contains(known)).take(5).collect();
        let hint = if near.is_empty() { String::new() } else { format!(" ({})", near.join(", ")) };
        complain(&format!("{}: {code}{hint}", language.pick("không có quy tắc", "no such rule")));
        return Ok(2);
    };
    one(rule, language, out)?;
    Ok(0)
}

/// Writes the page of every rule into a folder. Exit status 2 where that cannot be done.
///
/// # Errors
/// When the output cannot be written.
pub fn pages(folder: &Path, language: Language, out: &mut impl Write) -> io::Result<i32> {
    match page::write_all(folder, language) {
        Ok(written) => {
            let told = language.pick("trang đã ghi vào", "pages written into");
            writeln!(out, "{} {told} {}", written.len(), folder.display())?;
            Ok(0)
        }
        Err(error) => {
            complain(&error.to_string());
            Ok(2)
        }
    }
}

fn one(rule: &Rule, language: Language, out: &mut impl Write) -> io::Result<()> {
    let strong = Style::new().bold();
    let style = colour(rule.severity);
    writeln!(out, "{strong}{}{strong:#}  {style}{}{style:#}", rule.code, language.severity(rule.severity))?;
    writeln!(out, "\n{}\n\n{}\n", language.say(rule.meaning), language.say(rule.explanation))?;
    if let Some(source) = rule.source {
        let doubt = if rule.confirmed { "" } else { language.pick(" (cần kiểm tra)", " (unconfirmed)") };
        writeln!(out, "{}: {source}{doubt}", language.pick("Căn cứ", "Source"))?;
    }
    let (red, green) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    writeln!(out, "{red}✗{red:#} {}\n{green}✓{green:#} {}", rule.bad, rule.good)?;
    if let Some(fix) = rule.fix {
        writeln!(out, "{}: {}", language.pick("Cách sửa", "Fix"), language.say(fix))?;
    }
    Ok(())
}

/// Colours that light and dark terminals show alike.
pub(super) fn colour(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Information => AnsiColor::Cyan.on_default(),
        Severity::Hint => Style::new().dimmed(),
    }
}

//! `viendan rules`: the table of rules, and one rule in full.

use super::cli::complain;
use crate::check::page;
use crate::check::rules::{self, Rule, Severity};
use crate::check::settings::Language;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use std::path::Path;

/// Writes all rules, or the one of a code. Exit status 2 for a code that does not exist.
///
/// # Errors
/// When the output cannot be written.
pub fn rules(code: Option<&str>, language: Language, out: &mut impl Write) -> io::Result<i32> {
    let Some(code) = code else {
        for rule in rules::all() {
            let style = colour(rule.severity);
            let planned = if rule.is_implemented() { "" } else { language.pick("  (chưa có)", "  (planned)") };
            let severity = language.severity(rule.severity);
            writeln!(out, "{style}{severity:<12}{style:#} {:<30} {}{planned}", rule.code, language.say(&rule.meaning))?;
        }
        return Ok(0);
    };
    let Some(rule) = rules::find(code) else {
        let near =
            rules::all().iter().filter(|r| r.code.contains(code) || code.contains(&r.code)).map(|r| r.code.as_str());
        let near: Vec<&str> = near.take(5).collect();
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
    if !rule.is_implemented() {
        writeln!(out, "{}", language.pick("Chưa có trong phiên bản này.", "Not in this version."))?;
    }
    writeln!(out, "\n{}\n\n{}\n", language.say(&rule.meaning), language.say(&rule.explanation))?;
    if let Some(source) = &rule.source {
        let doubt = if rule.confirmed { "" } else { language.pick(" (cần kiểm tra)", " (unconfirmed)") };
        writeln!(out, "{}: {source}{doubt}", language.pick("Căn cứ", "Source"))?;
    }
    let (red, green) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    writeln!(out, "{red}✗{red:#} {}\n{green}✓{green:#} {}", rule.bad, rule.good)?;
    if let Some(fix) = &rule.fix {
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

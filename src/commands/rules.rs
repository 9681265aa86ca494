//! `viendan rules`: the table of rules, and one rule in full.

use super::cli::complain;
use crate::check::page;
use crate::check::rules::{self, Bilingual, Rule, Severity};
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
            let planned = if rule.is_implemented() { "" } else { word(language, "  (chưa có)", "  (planned)") };
            let severity = severity_word(rule.severity, language);
            writeln!(
                out,
                "{style}{severity:<12}{style:#} {:<30} {}{planned}",
                rule.code,
                say(&rule.meaning, language)
            )?;
        }
        return Ok(0);
    };
    let Some(rule) = rules::find(code) else {
        let near =
            rules::all().iter().filter(|r| r.code.contains(code) || code.contains(&r.code)).map(|r| r.code.as_str());
        let near: Vec<&str> = near.take(5).collect();
        let hint = if near.is_empty() { String::new() } else { format!(" ({})", near.join(", ")) };
        complain(&format!("{}: {code}{hint}", word(language, "không có quy tắc", "no such rule")));
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
            let told = word(language, "trang đã ghi vào", "pages written into");
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
    writeln!(out, "{strong}{}{strong:#}  {style}{}{style:#}", rule.code, severity_word(rule.severity, language))?;
    if !rule.is_implemented() {
        writeln!(out, "{}", word(language, "Chưa có trong phiên bản này.", "Not in this version."))?;
    }
    writeln!(out, "\n{}\n\n{}\n", say(&rule.meaning, language), say(&rule.explanation, language))?;
    if let Some(source) = &rule.source {
        let doubt = if rule.confirmed { "" } else { word(language, " (cần kiểm tra)", " (unconfirmed)") };
        writeln!(out, "{}: {source}{doubt}", word(language, "Căn cứ", "Source"))?;
    }
    let (red, green) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    writeln!(out, "{red}✗{red:#} {}\n{green}✓{green:#} {}", rule.bad, rule.good)?;
    if let Some(fix) = &rule.fix {
        writeln!(out, "{}: {}", word(language, "Cách sửa", "Fix"), say(fix, language))?;
    }
    Ok(())
}

fn say(text: &Bilingual, language: Language) -> &str {
    match language {
        Language::Vietnamese => &text.vi,
        Language::English => &text.en,
    }
}

fn word(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    if language == Language::English { en } else { vi }
}

/// The word for a severity.
pub(super) fn severity_word(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => word(language, "lỗi", "error"),
        Severity::Warning => word(language, "cảnh báo", "warning"),
        Severity::Information => word(language, "thông tin", "information"),
        Severity::Hint => word(language, "gợi ý", "hint"),
    }
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

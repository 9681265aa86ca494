//! Colours that light and dark terminals show alike.

use crate::settings::Severity;
use anstyle::{AnsiColor, Style};

/// What must be seen first: headings, numbers, codes.
pub const STRONG: Style = Style::new().bold();
/// What is less important.
pub const FAINT: Style = Style::new().dimmed();
/// In force, inserted, right.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// Expired, deleted, wrong.
pub const BAD: Style = AnsiColor::Red.on_default();
/// Uncertain.
pub const DOUBT: Style = AnsiColor::Yellow.on_default();

/// A text in a style.
pub fn styled(style: Style, text: impl std::fmt::Display) -> String {
    format!("{style}{text}{style:#}")
}

/// The style of a severity.
pub const fn of(severity: Severity) -> Style {
    match severity {
        Severity::Error => BAD.bold(),
        Severity::Warning => DOUBT.bold(),
        Severity::Information => AnsiColor::Cyan.on_default(),
        Severity::Hint => FAINT,
    }
}

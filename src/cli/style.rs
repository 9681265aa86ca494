//! Colours that light and dark terminals show alike.

use crate::settings::Severity;
use anstyle::{AnsiColor, Style};

pub const STRONG: Style = Style::new().bold();
pub const FAINT: Style = Style::new().dimmed();
pub const GOOD: Style = AnsiColor::Green.on_default();
pub const BAD: Style = AnsiColor::Red.on_default();
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

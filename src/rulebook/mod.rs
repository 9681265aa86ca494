//! The rulebook: which rules there are, and what each says. How a rule finds what it is about is not here but in `check`.
//!
//! A rule is written down once, on its page `check/rules/<family>/<code>.md`: severity, source in law, meaning and messages
//! in both languages, examples. The build makes of all pages
//!
//! - the enum [`Code`] ([`code`]), so that a code that does not exist is an error of the compiler;
//! - the table of [`Rule`]s ([`rule`]);
//! - the messages of the rules (`rules.vi.ftl`, `rules.en.ftl`), which the messages of the program include.
//!
//! [`page`] is what editors open from a diagnostic.

mod code;
#[cfg(test)]
#[path = "../../build/rules.rs"]
mod make;
pub mod page;
mod rule;
mod severity;
#[cfg(test)]
mod tests;

pub use code::{Code, UnknownCode};
pub use rule::{Bilingual, Category, Rule, all, find};
pub use severity::Severity;

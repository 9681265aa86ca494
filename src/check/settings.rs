//! What a user can change: the settings of INTERFACE.md, from an editor or from `viendan.toml`.

use super::Severity;
use crate::document::Regime;
use rustc_hash::FxHashMap;
use std::path::PathBuf;
use time::Date;

/// The settings that checking and assisting depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub language: Language,
    pub as_of: AsOf,
    /// `None` is "auto": the document's head tells.
    pub regime: Option<Regime>,
    pub catalogues: Vec<PathBuf>,
    pub library: Vec<PathBuf>,
    /// Severity of rules by code; `None` switches a rule off.
    pub rules: FxHashMap<String, Option<Severity>>,
    /// Codes, numbers or path globs that are left alone.
    pub ignore: Vec<String>,
    pub inlay_hints: bool,
    pub code_lens: bool,
    pub semantic_tokens: bool,
    pub completion_limit: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    Vietnamese,
    English,
}

/// The day on which validity is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AsOf {
    /// The document's own date, else today.
    #[default]
    Document,
    Today,
    Day(Date),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            as_of: AsOf::default(),
            regime: None,
            catalogues: Vec::new(),
            library: Vec::new(),
            rules: FxHashMap::default(),
            ignore: Vec::new(),
            inlay_hints: true,
            code_lens: true,
            semantic_tokens: true,
            completion_limit: 50,
        }
    }
}

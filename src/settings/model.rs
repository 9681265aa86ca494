//! The settings that are in force, and the questions that the program asks of them.

use super::Severity;
use super::layer::Layer;
use crate::document::{Header, Regime, WrittenDay};
use crate::i18n::{Language, today};
use crate::rulebook;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use time::Date;

/// The settings of a folder, or of a run of the command line.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The language of messages.
    pub language: Language,
    pub as_of: AsOf,
    /// `None` is "auto": the document's header decides.
    pub regime: Option<Regime>,
    /// Further catalogues.
    pub catalogues: Vec<PathBuf>,
    /// Folders with texts of instruments.
    pub library: Vec<PathBuf>,
    /// Severity of rules by code; `None` switches a rule off.
    pub rules: FxHashMap<String, Option<Severity>>,
    /// Codes, numbers or path globs that are ignored.
    pub ignore: Vec<String>,
    /// The most items that a completion returns.
    pub completion_limit: usize,
    pub trace: Trace,
    /// When an editor's documents are checked.
    pub checking: Checking,
    pub inlay_hints: bool,
    pub code_lens: bool,
    pub semantic_tokens: bool,
}

/// When documents are checked that are open in an editor: with every change; when nobody has typed for a moment; when they are
/// opened and saved; when the user asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Checking {
    #[default]
    Typing,
    Rest,
    Save,
    Manual,
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

/// How much is logged: warnings only, what is done, or everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Trace {
    #[default]
    Off,
    Messages,
    Verbose,
}

/// The day on which the validity of what a document cites is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JudgementDay {
    pub day: Date,
    /// The day is that of the document or was set; it isn't merely today, or the end of the document's year.
    pub is_dated: bool,
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
            completion_limit: 50,
            trace: Trace::default(),
            checking: Checking::default(),
            inlay_hints: true,
            code_lens: true,
            semantic_tokens: true,
        }
    }
}

impl Settings {
    /// Takes over what a layer sets; the rest stays as it is.
    pub(super) fn apply(&mut self, layer: Layer) {
        fn set<T>(into: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *into = value;
            }
        }
        set(&mut self.language, layer.language.and_then(|l| l.good()));
        set(&mut self.as_of, layer.as_of.and_then(|l| l.good()).map(Into::into));
        set(&mut self.regime, layer.regime.and_then(|l| l.good()).map(Into::into));
        set(&mut self.catalogues, layer.catalogues.and_then(|l| l.good()));
        set(&mut self.library, layer.library.and_then(|l| l.good()));
        set(&mut self.ignore, layer.ignore.and_then(|l| l.good()));
        set(&mut self.trace, layer.trace.and_then(|l| l.good()));
        set(&mut self.checking, layer.checking.and_then(|l| l.good()));
        set(&mut self.inlay_hints, layer.inlay_hints.and_then(|l| l.good()));
        set(&mut self.code_lens, layer.code_lens.and_then(|l| l.good()));
        set(&mut self.semantic_tokens, layer.semantic_tokens.and_then(|l| l.good()));
        let limit = layer.completion.and_then(|l| l.good()).and_then(|c| c.limit).and_then(|l| l.good());
        set(&mut self.completion_limit, limit.map(Into::into));
        for (code, severity) in layer.rules.and_then(|l| l.good()).unwrap_or_default() {
            if let Some(severity) = severity.good() {
                self.rules.insert(code, severity.into());
            }
        }
    }

    /// The day on which is judged what a document with this header cites: the day of the settings, else the document's own
    /// date, else today, or the last day that it can have where only its month or year is written and that is over.
    pub fn judgement_day(&self, header: &Header) -> JudgementDay {
        match self.as_of {
            AsOf::Day(day) => JudgementDay { day, is_dated: true },
            AsOf::Today => JudgementDay { day: today(), is_dated: true },
            // "Số: 106/2025/TT-BCA … ngày 17 tháng 11 năm 2015": the year in the number is less often mistyped.
            AsOf::Document if header.contradicted_year().is_some() => {
                let year = header.contradicted_year().unwrap_or_default();
                let last = Date::from_calendar_date(i32::from(year), time::Month::December, 31);
                JudgementDay { day: last.unwrap_or_else(|_| today()), is_dated: true }
            }
            AsOf::Document => match header.date {
                Some(day) => JudgementDay { day, is_dated: true },
                // A draft whose day is still blank says when it is made.
                None => JudgementDay { day: likely_day(header, today()), is_dated: header.period.is_some() },
            },
        }
    }

    /// Whether a rule is switched off, or is one that must be switched on and isn't.
    pub fn is_off(&self, code: &str) -> bool {
        let set = self.rules.get(code).copied();
        let is_quiet = || rulebook::find(code).is_some_and(|rule| rule.quiet);
        set.map_or_else(is_quiet, |severity| severity.is_none()) || self.ignore.iter().any(|ignored| ignored == code)
    }

    /// Whether a file is to be ignored by a glob of `ignore`, written as in a `.gitignore` and read from the folder that the
    /// settings belong to: `annexes/`, `*.tmp.md`. Numbers aren't globs. A code is one that matches nothing but a file of its
    /// name.
    pub fn leaves_alone(&self, path: &Path, folder: &Path) -> bool {
        let is_glob = |entry: &&String| crate::cite::Number::parse(entry).is_none();
        let mut globs = self.ignore.iter().filter(is_glob).peekable();
        if globs.peek().is_none() || !path.starts_with(folder) {
            return false;
        }
        let mut builder = ignore::gitignore::GitignoreBuilder::new(folder);
        for glob in globs {
            // A malformed glob matches nothing.
            let _ = builder.add_line(None, glob);
        }
        builder.build().is_ok_and(|globs| globs.matched_path_or_any_parents(path, false).is_ignore())
    }
}

/// The day nearest to today that a document without a full date can have.
fn likely_day(header: &Header, today: Date) -> Date {
    let of_number = || match WrittenDay::in_year(header.number.as_ref()?.year?.into())? {
        WrittenDay::Between(from, to) => Some((from, to)),
        WrittenDay::Day(_) => None,
    };
    header.period.or_else(of_number).map_or(today, |(from, to)| today.clamp(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::Number;
    use time::macros::date;

    #[test]
    fn globs_exclude_files() {
        let ignore = ["annexes/", "*.tmp.md", "missing-so", "30/2020/NĐ-CP"].map(str::to_owned).to_vec();
        let settings = Settings { ignore, ..Settings::default() };
        let alone = |path: &str| settings.leaves_alone(Path::new(path), Path::new("/w"));
        assert!(alone("/w/annexes/a.md") && alone("/w/b/c.tmp.md"));
        assert!(!alone("/w/a.md") && !alone("/elsewhere/c.tmp.md") && !alone("/w/30/2020/NĐ-CP"));
    }

    #[test]
    fn the_day_is_that_of_the_settings_then_of_the_document_then_the_end_of_its_year() {
        let dated = Header { date: Some(date!(2019 - 05 - 06)), ..Header::default() };
        let blank = Header { period: Some((date!(2021 - 05 - 01), date!(2021 - 05 - 31))), ..Header::default() };
        let numbered = Header { number: Number::parse("15/2018/NĐ-CP"), ..Header::default() };
        let document = Settings::default();
        let set = Settings { as_of: AsOf::Day(date!(2020 - 01 - 02)), ..Settings::default() };
        let day = |settings: &Settings, header: &Header| {
            let JudgementDay { day, is_dated } = settings.judgement_day(header);
            (day, is_dated)
        };
        assert_eq!(day(&set, &dated), (date!(2020 - 01 - 02), true));
        assert_eq!(day(&document, &dated), (date!(2019 - 05 - 06), true));
        assert_eq!(day(&document, &numbered), (date!(2018 - 12 - 31), false));
        assert_eq!(day(&document, &blank), (date!(2021 - 05 - 31), true));
        assert_eq!(day(&document, &Header::default()), (today(), false));
    }
}

//! What commands work with: the settings and the language ([`Console`]), and for most of them the catalogue and the
//! vocabulary as well ([`CliContext`]).

use super::arguments::Common;
use crate::catalogue::Catalogue;
use crate::files::{self, FileError};
use crate::i18n::{Localized, Localizer, Value};
use crate::lexicon::Vocabulary;
use crate::library;
use crate::settings::{AsOf, LARGEST, Settings};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the file of settings.
const FILE: &str = "viendan.toml";

/// The settings of a run, and the language of its messages.
#[derive(Debug)]
pub struct Console {
    pub settings: Settings,
    pub localizer: &'static Localizer,
    /// Only findings are shown.
    pub quiet: bool,
    /// The folder that the globs of `ignore` are read from: that of the file of settings, else the current one.
    folder: PathBuf,
}

impl Console {
    /// Settings from the file and over them the arguments. `None` when a file of settings that was named can't be used;
    /// one that was only found is reported, and the run continues without it.
    pub fn new(common: &Common) -> Option<Self> {
        let here = std::env::current_dir().unwrap_or_default();
        let mut console = Self {
            settings: Settings::default(),
            localizer: Localizer::of(common.language().unwrap_or_default()),
            quiet: common.quiet,
            folder: here.clone(),
        };
        if let Some(path) = common.config.clone().or_else(|| find(&here))
            && !console.read(&path, common)
            && common.config.is_some()
        {
            return None;
        }
        let settings = &mut console.settings;
        settings.language = common.language().unwrap_or(settings.language);
        settings.as_of = common.as_of.map_or(settings.as_of, AsOf::Day);
        settings.catalogues.extend(common.catalogues.iter().cloned());
        console.localizer = Localizer::of(settings.language);
        Some(console)
    }

    /// A console with the settings that hold where nothing is set.
    #[cfg(test)]
    pub fn of(localizer: &'static Localizer) -> Self {
        let settings = Settings { language: localizer.language(), ..Settings::default() };
        Self { settings, localizer, quiet: false, folder: PathBuf::new() }
    }

    /// Takes over a file of settings, and reports what of it can't be used. `false` when nothing of it can.
    fn read(&mut self, path: &Path, common: &Common) -> bool {
        let missing = || FileError::new(path, std::io::Error::from(std::io::ErrorKind::NotFound));
        let text = match files::read_small(path, LARGEST).and_then(|text| text.ok_or_else(missing)) {
            Ok(text) => text,
            Err(error) => {
                print_error(&error.localized(self.localizer));
                return false;
            }
        };
        match Settings::from_toml(&text) {
            Ok((settings, problems)) => {
                self.settings = settings;
                self.localizer = Localizer::of(common.language().unwrap_or(self.settings.language));
                let folder = path.parent().unwrap_or(Path::new("."));
                self.folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
                for path in self.settings.catalogues.iter_mut().chain(&mut self.settings.library) {
                    *path = folder.join(&*path);
                }
                for problem in problems {
                    let line = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
                    let cause = problem.localized(self.localizer);
                    print_error(&format_args!("{}{line}: {cause}", path.display()));
                }
                true
            }
            Err(error) => {
                print_error(&format_args!("{}:{}", path.display(), error.localized(self.localizer)));
                false
            }
        }
    }

    /// A message whose values are texts.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.localizer.text(key, values)
    }

    /// A message with numbers among its values.
    pub fn format(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.localizer.format(key, values)
    }

    /// An error on standard error, in the language of the run.
    pub fn print_error(&self, error: &impl Localized) {
        print_error(&error.localized(self.localizer));
    }

    /// Whether the settings exclude a file.
    pub fn ignores(&self, path: &Path) -> bool {
        std::path::absolute(path).is_ok_and(|path| self.settings.leaves_alone(&path, &self.folder))
    }
}

/// The same with what is known of instruments.
#[derive(Debug)]
pub struct CliContext {
    pub console: Console,
    /// The catalogue with the library before it.
    pub catalogue: Catalogue,
    pub vocabulary: Arc<Vocabulary>,
}

impl CliContext {
    /// Opens the catalogues and reads the library; what can't be read is reported and left out.
    pub fn open(mut console: Console) -> Self {
        let (mut catalogue, errors) = Catalogue::open(&console.settings.catalogues);
        errors.iter().for_each(|error| console.print_error(error));
        let mut vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
        console.settings.library.extend(library::folder::added());
        if !console.settings.library.is_empty() {
            match library::open(&console.settings.library, &catalogue, &vocabulary) {
                Ok((with_library, library, report)) => {
                    report.unwalkable.iter().for_each(print_error);
                    if let refused @ 1.. = library.refused().count() {
                        tracing::info!("{refused} files of the library were refused");
                    }
                    vocabulary = Arc::new(Vocabulary::new(with_library.names()));
                    catalogue = with_library;
                }
                Err(error) => console.print_error(&error),
            }
        }
        Self { console, catalogue, vocabulary }
    }
}

/// The file of settings in a folder or the nearest above it.
fn find(from: &Path) -> Option<PathBuf> {
    from.ancestors().map(|folder| folder.join(FILE)).find(|file| file.is_file())
}

/// One line on standard error: place and cause.
pub fn print_error(what: &impl std::fmt::Display) {
    // Not with `eprintln!`, which panics when standard error is closed.
    let _ = writeln!(anstream::stderr(), "viendan: {what}");
}

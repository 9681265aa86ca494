//! What documents are read and checked with: catalogue, vocabulary and settings. Replaced as a whole when any changes.

use super::cards::{self, Cards};
use crate::catalogue::Catalogue;
use crate::i18n::Language;
use crate::lexicon::Vocabulary;
use crate::library::Library;
use crate::rulebook::page;
use crate::settings::Settings;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use tower_lsp::ls_types::Uri;

/// The vocabulary without the names of the catalogue, for as long as that is being loaded.
static PLAIN: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| Arc::new(Vocabulary::new([])));

#[derive(Debug, Default, Clone)]
pub struct Environment {
    /// Counts the replacements.
    pub epoch: u64,
    /// The catalogue with the library before it.
    pub catalogue: Catalogue,
    /// The catalogue alone.
    pub base: Catalogue,
    /// The texts of instruments that the user has.
    pub library: Arc<Library>,
    /// The folder with the pages of the rules, by language; `None` until they are there, and where they cannot be written.
    pub pages: Option<Arc<Path>>,
    /// `None` until the catalogue is there.
    pub vocabulary: Option<Arc<Vocabulary>>,
    pub cards: Cards,
    /// The settings of each folder of the workspace.
    pub folders: Vec<(PathBuf, Arc<Settings>)>,
    /// The settings where there is no folder.
    pub settings: Arc<Settings>,
}

impl Environment {
    /// To be called where time may be spent: the plain vocabulary is made when it is first needed.
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        self.vocabulary.as_ref().unwrap_or(&PLAIN)
    }

    /// The folder with the pages of the rules in a language.
    pub fn pages_in(&self, language: Language) -> Option<PathBuf> {
        self.pages.as_deref().map(|pages| pages.join(language_folder(language)))
    }

    /// The settings of a document: those of the innermost folder that holds it, else of the first folder.
    pub fn settings_of(&self, uri: &Uri) -> &Arc<Settings> {
        let path = uri.to_file_path();
        let depth = |folder: &Path| folder.components().count();
        let holding = |path: &Path| {
            let around = self.folders.iter().filter(|(folder, _)| path.starts_with(folder));
            around.max_by_key(|(folder, _)| depth(folder))
        };
        path.as_deref()
            .and_then(holding)
            .or_else(|| self.folders.first())
            .map_or(&self.settings, |(_, settings)| settings)
    }

    /// Whether the settings leave a document alone by its path.
    pub fn leaves_alone(&self, uri: &Uri) -> bool {
        let Some(path) = uri.to_file_path() else { return false };
        if cards::is_own(&path) {
            return true;
        }
        let around = self.folders.iter().filter(|(folder, _)| path.starts_with(folder));
        let inner = around.max_by_key(|(folder, _)| folder.components().count());
        inner.is_some_and(|(folder, settings)| settings.leaves_alone(&path, folder))
    }

    /// The folder whose settings file holds for a document: the innermost one that holds it.
    pub fn folder_of(&self, uri: &Uri) -> Option<&Path> {
        let path = uri.to_file_path()?;
        let around = self.folders.iter().map(|(folder, _)| folder.as_path()).filter(|folder| path.starts_with(folder));
        around.max_by_key(|folder| folder.components().count())
    }

    /// Whether a document is in a folder of the workspace.
    pub fn is_in_folder(&self, uri: &Uri) -> bool {
        self.folder_of(uri).is_some()
    }

    /// The settings of what belongs to no document.
    pub fn first_settings(&self) -> &Arc<Settings> {
        self.folders.first().map_or(&self.settings, |(_, settings)| settings)
    }
}

fn language_folder(language: Language) -> &'static str {
    match language {
        Language::Vietnamese => "vi",
        Language::English => "en",
    }
}

/// Writes the pages of the rules, in all languages, into the user's cache directory. `None` where that cannot be written:
/// then diagnostics have no page, and nothing else is missing.
pub fn write_pages() -> Option<Arc<Path>> {
    // A page's address must be absolute, wherever `VIENDAN_CACHE_DIR` points from.
    let folder = std::path::absolute(crate::files::dirs::cache()?.join("rules")).ok()?;
    for language in [Language::Vietnamese, Language::English] {
        if let Err(error) = page::write_all(&folder.join(language_folder(language)), language) {
            tracing::info!("no pages of the rules: {error}");
            return None;
        }
    }
    Some(folder.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_left_alone_by_a_glob_of_its_folder() {
        let settings = Arc::new(Settings { ignore: vec!["old/".to_owned()], ..Settings::default() });
        let environment = Environment { folders: vec![("/w".into(), settings)], ..Environment::default() };
        let alone = |uri: &str| environment.leaves_alone(&uri.parse().unwrap());
        assert!(alone("file:///w/old/a.md"));
        assert!(!alone("file:///w/a.md") && !alone("file:///old/a.md") && !alone("untitled:1"));
    }

    #[test]
    fn a_document_has_the_settings_of_the_innermost_folder() {
        let with_limit = |completion_limit| Arc::new(Settings { completion_limit, ..Settings::default() });
        let environment = Environment {
            folders: vec![("/w".into(), with_limit(1)), ("/w/inner".into(), with_limit(2))],
            ..Environment::default()
        };
        let limit = |uri: &str| environment.settings_of(&uri.parse().unwrap()).completion_limit;
        assert_eq!((limit("file:///w/a"), limit("file:///w/inner/a")), (1, 2));
        assert_eq!((limit("file:///elsewhere"), limit("untitled:Untitled-1")), (1, 1));
        assert_eq!(Environment::default().first_settings().completion_limit, 50);
    }
}

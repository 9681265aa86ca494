//! Settings: from `viendan.toml` at the root of each folder, over it `initializationOptions`, over it what the editor
//! answers to `workspace/configuration` or sends with `workspace/didChangeConfiguration`.

use super::catalogue_files::{CatalogueInputs, catalogue_files};
use super::environment::Environment;
use super::logging::set_trace;
use super::session::Session;
use super::settings_files;
use crate::files::FileCause;
use crate::i18n::{Language, Localized, Localizer};
use crate::settings::{self, Settings};
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::ls_types::{ConfigurationItem, InitializeParams, MessageType, Uri, WorkspaceFolder};

pub use super::settings_files::FILE;

const SECTION: &str = "viendan";
/// The settings that are tables.
const TABLES: [&str; 2] = ["rules", "completion"];

/// Where settings come from, as last told.
#[derive(Debug, Default)]
pub struct Sources {
    folders: Vec<Folder>,
    initial: Value,
    editor: Value,
    /// Problems that the user has been told.
    told: HashSet<String>,
}

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// Its name as the client gives it; `None` for a folder inside that was found to have a settings file of its own.
    uri: Option<Uri>,
    /// What the editor says of this folder.
    editor: Option<Value>,
    file: Option<Settings>,
    /// What is wrong with the settings file.
    problems: Vec<Problem>,
}

impl Folder {
    fn new((path, uri): (PathBuf, Option<Uri>)) -> Self {
        Self { path, uri, editor: None, file: None, problems: Vec::new() }
    }

    /// Takes over what the settings file says now.
    fn set(&mut self, result: FileResult) {
        let place = self.path.join(FILE).display().to_string();
        let language = self.file.as_ref().map_or_else(Language::default, |settings| settings.language);
        let problem = |language, key, cause| Problem { language, key, place: place.clone(), cause };
        self.problems = match result {
            Ok(None) => {
                self.file = None;
                Vec::new()
            }
            Ok(Some((settings, found))) => {
                let language = settings.language;
                self.file = Some(settings);
                let said = |found: settings::Problem| {
                    let cause = found.localized(Localizer::of(language));
                    let cause = found.line.map_or(cause.clone(), |line| format!("{line}: {cause}"));
                    problem(language, "server-settings-problem", cause)
                };
                found.into_iter().map(said).collect()
            }
            // What was in force stays so while the file is being written.
            Err(FileProblem::Broken(error)) => {
                vec![problem(language, "server-settings-problem", error.localized(Localizer::of(language)))]
            }
            Err(FileProblem::Unreadable(cause)) => {
                vec![problem(language, "server-file-unreadable", cause.localized(Localizer::of(language)))]
            }
        };
    }
}

/// The settings of each folder.
type FolderSettings = Vec<(PathBuf, Arc<Settings>)>;

/// What a settings file said: nothing where there is none.
pub type FileResult = Result<Option<(Settings, Vec<settings::Problem>)>, FileProblem>;

/// Why a settings file cannot be used.
#[derive(Debug)]
pub enum FileProblem {
    Unreadable(FileCause),
    Broken(settings::TomlError),
}

/// A problem for the user.
#[derive(Debug, Clone)]
struct Problem {
    language: Language,
    key: &'static str,
    place: String,
    cause: String,
}

impl Sources {
    /// What the client said when it started the session.
    pub fn start(&mut self, params: &InitializeParams) {
        self.initial = section(params.initialization_options.clone().unwrap_or_default());
        let mut folders: Vec<_> = params.workspace_folders.iter().flatten().filter_map(named_folder).collect();
        if folders.is_empty() {
            #[expect(deprecated, reason = "older clients send nothing else")]
            let uri = params.root_uri.clone();
            let root = uri.as_ref().and_then(Uri::to_file_path).map(std::borrow::Cow::into_owned);
            #[expect(deprecated, reason = "older clients send nothing else")]
            let root = root.or_else(|| params.root_path.as_ref().filter(|path| !path.is_empty()).map(PathBuf::from));
            folders.extend(root.map(|root| (root, uri)));
        }
        self.folders = folders.into_iter().map(Folder::new).collect();
    }

    pub fn change_folders(&mut self, added: &[WorkspaceFolder], removed: &[WorkspaceFolder]) {
        let removed: Vec<PathBuf> = removed.iter().filter_map(folder_path).collect();
        self.folders.retain(|folder| !removed.contains(&folder.path));
        // What was found inside a folder goes with it.
        let is_inside = |folder: &Folder| removed.iter().any(|removed| folder.path.starts_with(removed));
        self.folders.retain(|folder| folder.uri.is_some() || !is_inside(folder));
        self.folders.extend(added.iter().filter_map(named_folder).map(Folder::new));
    }

    /// The folder of the workspace that holds a path.
    pub fn folder_of(&self, path: &Path) -> Option<PathBuf> {
        let named = self.folders.iter().filter(|folder| folder.uri.is_some() && path.starts_with(&folder.path));
        named.map(|folder| &folder.path).max_by_key(|path| path.components().count()).cloned()
    }

    /// Adds a folder that was found to have a settings file. Whether it is new.
    pub fn add_found(&mut self, path: PathBuf) -> bool {
        let is_new = self.folders.iter().all(|folder| folder.path != path);
        if is_new {
            self.folders.push(Folder::new((path, None)));
        }
        is_new
    }

    /// What the editor says of everything.
    pub fn set_editor(&mut self, value: Value) {
        self.editor = section(value);
        self.folders.iter_mut().for_each(|folder| folder.editor = None);
    }

    /// The folders that an editor can have settings of.
    fn named(&self) -> Vec<Uri> {
        self.folders.iter().filter_map(|folder| folder.uri.clone()).collect()
    }

    /// What the editor says of one folder.
    fn set_editor_of(&mut self, uri: &Uri, value: Value) {
        let mut folders = self.folders.iter_mut();
        if let Some(folder) = folders.find(|folder| folder.uri.as_ref() == Some(uri)) {
            folder.editor = Some(section(value));
        }
    }

    /// What the editor says of a folder: of itself, of the one that holds it, or of everything.
    fn editor_of(&self, folder: &Folder) -> &Value {
        let around = self.folders.iter().filter(|other| other.editor.is_some() && folder.path.starts_with(&other.path));
        let nearest = around.max_by_key(|other| other.path.components().count());
        nearest.and_then(|folder| folder.editor.as_ref()).unwrap_or(&self.editor)
    }

    /// The settings of each folder and of what lies in none, and what is wrong with them.
    fn resolve(&self) -> (FolderSettings, Arc<Settings>, Vec<Problem>) {
        let mut problems: Vec<Problem> = self.folders.iter().flat_map(|folder| folder.problems.clone()).collect();
        let (outside, found) = self.over(Settings::default(), &self.editor);
        if self.folders.is_empty() {
            problems.extend(found);
        }
        let mut folders = Vec::new();
        // A folder inside whose settings file is gone has those of the folder around it again.
        for folder in self.folders.iter().filter(|folder| folder.uri.is_some() || folder.file.is_some()) {
            let (mut settings, found) = self.over(folder.file.clone().unwrap_or_default(), self.editor_of(folder));
            for path in settings.catalogues.iter_mut().chain(&mut settings.library) {
                *path = folder.path.join(&*path);
            }
            // What the editor says is wrong in all folders; it is told once.
            if folders.is_empty() {
                problems.extend(found);
            }
            folders.push((folder.path.clone(), Arc::new(settings)));
        }
        (folders, Arc::new(outside), problems)
    }

    /// The settings of a file, overlaid with what the editor says.
    fn over(&self, mut settings: Settings, editor: &Value) -> (Settings, Vec<Problem>) {
        let mut problems = Vec::new();
        for (place, value) in [("initializationOptions", &self.initial), ("workspace/configuration", editor)] {
            let found = settings.apply_json(value);
            let language = settings.language;
            problems.extend(found.iter().map(|found| Problem {
                language,
                key: "server-settings-problem",
                place: place.to_owned(),
                cause: found.localized(Localizer::of(language)),
            }));
        }
        (settings, problems)
    }
}

fn folder_path(folder: &WorkspaceFolder) -> Option<PathBuf> {
    folder.uri.to_file_path().map(std::borrow::Cow::into_owned)
}

fn named_folder(folder: &WorkspaceFolder) -> Option<(PathBuf, Option<Uri>)> {
    Some((folder_path(folder)?, Some(folder.uri.clone())))
}

/// The section `viendan` of what a client sends: some send the section, some an object that holds it. An empty table of Lua is
/// an empty list.
fn section(value: Value) -> Value {
    let is_empty_list = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
    match value {
        Value::Object(mut map) => match map.get(SECTION) {
            Some(inner) if inner.is_object() || is_empty_list(inner) => {
                section(map.remove(SECTION).unwrap_or_default())
            }
            _ => {
                map.retain(|key, value| !(TABLES.contains(&key.as_str()) && is_empty_list(value)));
                Value::Object(map)
            }
        },
        other if is_empty_list(&other) => Value::Null,
        other => other,
    }
}

impl Session {
    /// Reads the settings files again and puts everything into force, on a task of its own.
    pub fn reload_settings(self: &Arc<Self>) {
        let session = Arc::clone(self);
        tokio::spawn(async move {
            let _turn = session.settings_turn.lock().await;
            let folders: Vec<PathBuf> = session.sources().folders.iter().map(|folder| folder.path.clone()).collect();
            let (reader, handle) = (Arc::clone(&session), tokio::runtime::Handle::current());
            let read = move || {
                let files: Vec<_> = folders.iter().map(|path| (settings_files::read(path), path.clone())).collect();
                reader.watch_settings(folders, &handle);
                files
            };
            let Ok(files) = tokio::task::spawn_blocking(read).await else { return };
            {
                let mut sources = session.sources();
                for (result, path) in files {
                    if let Some(folder) = sources.folders.iter_mut().find(|folder| folder.path == path) {
                        folder.set(result);
                    }
                }
            }
            session.put_into_force();
        });
    }

    /// Asks the editor for its settings, then puts everything into force, on a task of its own.
    pub fn pull_settings(self: &Arc<Self>) {
        let session = Arc::clone(self);
        tokio::spawn(async move {
            // Of everything, then of each folder.
            let folders = session.sources().named();
            let scopes = std::iter::once(None).chain(folders.iter().cloned().map(Some));
            let item = |scope_uri| ConfigurationItem { scope_uri, section: Some(SECTION.to_owned()) };
            match session.client.configuration(scopes.map(item).collect()).await {
                Ok(answers) => {
                    let mut answers = answers.into_iter();
                    {
                        let mut sources = session.sources();
                        sources.set_editor(answers.next().unwrap_or_default());
                        for (folder, answer) in folders.iter().zip(answers) {
                            sources.set_editor_of(folder, answer);
                        }
                    }
                    let _turn = session.settings_turn.lock().await;
                    session.put_into_force();
                }
                Err(error) => tracing::info!("the client does not tell its settings: {error}"),
            }
        });
    }

    fn put_into_force(self: &Arc<Self>) {
        let (folders, settings, problems) = self.sources().resolve();
        self.tell(&problems);
        set_trace(folders.first().map_or(settings.trace, |(_, settings)| settings.trace));
        let files = catalogue_files(&folders, &settings);
        let before = self.environment();
        if (&folders, &settings) != (&before.folders, &before.settings) {
            self.replace_environment(|old| Environment { folders, settings, ..old.clone() });
        }
        self.load_catalogue(CatalogueInputs::now(files));
        self.read_library(false);
    }

    /// Shows problems that have not been shown yet, and forgets those that are over.
    fn tell(&self, problems: &[Problem]) {
        let text = |p: &Problem| Localizer::of(p.language).text(p.key, &[("place", &p.place), ("cause", &p.cause)]);
        let texts: HashSet<String> = problems.iter().map(text).collect();
        let told = std::mem::replace(&mut self.sources().told, texts.clone());
        for text in texts.difference(&told) {
            self.outbox.show(MessageType::WARNING, text.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_editor_wins_over_the_start_and_the_start_over_the_file() {
        let mut sources = Sources {
            folders: vec![Folder {
                path: "/w".into(),
                uri: "file:///w".parse().ok(),
                editor: None,
                file: Some(Settings::from_toml("language = \"en\"\ncatalogues = [\"a.jsonl\"]").unwrap().0),
                problems: Vec::new(),
            }],
            initial: section(json!({ "viendan": { "completion": { "limit": 7 }, "asOf": "today" } })),
            ..Sources::default()
        };
        sources.set_editor(json!({ "completion": { "limit": 9 }, "colour": 1 }));
        let (folders, outside, problems) = sources.resolve();
        let settings = &folders[0].1;
        assert_eq!((settings.language, settings.completion_limit), (Language::English, 9));
        assert_eq!(settings.as_of, crate::settings::AsOf::Today);
        assert_eq!(catalogue_files(&folders, &outside), [PathBuf::from("/w/a.jsonl")]);
        assert_eq!((outside.language, problems.len()), (Language::Vietnamese, 1), "{problems:?}");
        assert!(problems[0].cause.contains("colour"));
    }

    #[test]
    fn each_folder_has_its_own_settings_of_the_editor() {
        let folder = |path: &str| Folder::new((path.into(), format!("file://{path}").parse().ok()));
        let mut sources = Sources { folders: vec![folder("/a"), folder("/b")], ..Sources::default() };
        sources.set_editor(json!({ "language": "en" }));
        sources.set_editor_of(&"file:///b".parse().unwrap(), json!({ "completion": { "limit": 3 } }));
        assert!(sources.add_found("/b/inner".into()) && !sources.add_found("/b".into()));
        sources.folders[2].file = Some(Settings::default());
        let limit = |folders: &FolderSettings, n: usize| (folders[n].1.language, folders[n].1.completion_limit);
        let (folders, ..) = sources.resolve();
        assert_eq!(limit(&folders, 0), (Language::English, 50));
        assert_eq!((limit(&folders, 1), limit(&folders, 2)), ((Language::Vietnamese, 3), (Language::Vietnamese, 3)));
    }

    #[test]
    fn an_empty_table_of_lua_is_nothing() {
        for empty in
            [json!([]), json!({ "viendan": [] }), json!({ "viendan": { "rules": [] } }), json!({ "completion": [] })]
        {
            assert!(Settings::default().apply_json(&section(empty.clone())).is_empty(), "{empty}");
        }
    }
}

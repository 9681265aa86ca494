//! Settings: from `viendan.toml` at the root of each folder, over it `initializationOptions`, over it what the editor
//! answers to `workspace/configuration` or sends with `workspace/didChangeConfiguration`. And the catalogue, which
//! depends on them.

use super::Server;
use super::environment::Environment;
use super::lifecycle::{catch, set_trace};
use super::messages::message;
use crate::catalogue::Catalogue;
use crate::check::Settings;
use crate::check::settings::Language;
use crate::terms::Vocabulary;
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::ls_types::{
    ConfigurationItem, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, InitializeParams,
    MessageType, Registration, Uri, WorkspaceFolder, notification, notification::Notification as _,
};

/// The name of the settings file at the root of a folder.
pub const FILE: &str = "viendan.toml";
const SECTION: &str = "viendan";

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
    file: Option<Settings>,
}

/// What a settings file said: nothing where there is none.
type FileResult = Result<Option<(Settings, Vec<String>)>, FileProblem>;

#[derive(Debug)]
enum FileProblem {
    Unreadable(String),
    Broken(String),
}

/// A problem for the user.
#[derive(Debug)]
struct Problem {
    language: Language,
    key: &'static str,
    place: String,
    cause: String,
}

impl Sources {
    /// What the client said when it started the server.
    pub fn start(&mut self, params: &InitializeParams) {
        self.initial = section(params.initialization_options.clone().unwrap_or_default());
        let mut paths: Vec<PathBuf> = params.workspace_folders.iter().flatten().filter_map(folder_path).collect();
        if paths.is_empty() {
            #[expect(deprecated, reason = "older clients send nothing else")]
            let root = params.root_uri.as_ref().and_then(Uri::to_file_path).map(std::borrow::Cow::into_owned);
            #[expect(deprecated, reason = "older clients send nothing else")]
            let root = root.or_else(|| params.root_path.as_ref().map(PathBuf::from));
            paths.extend(root);
        }
        self.folders = paths.into_iter().map(|path| Folder { path, file: None }).collect();
    }

    pub fn change_folders(&mut self, added: &[WorkspaceFolder], removed: &[WorkspaceFolder]) {
        let removed: Vec<PathBuf> = removed.iter().filter_map(folder_path).collect();
        self.folders.retain(|folder| !removed.contains(&folder.path));
        self.folders.extend(added.iter().filter_map(folder_path).map(|path| Folder { path, file: None }));
    }

    pub fn set_editor(&mut self, value: Value) {
        self.editor = section(value);
    }

    /// The settings of each folder and of what lies in none, and what is wrong with them.
    fn resolve(&self) -> (Vec<(PathBuf, Arc<Settings>)>, Arc<Settings>, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut over = |mut settings: Settings, tell: bool| {
            for (place, value) in [("initializationOptions", &self.initial), ("workspace/configuration", &self.editor)]
            {
                let found = settings.apply_json(value);
                let language = settings.language;
                if tell {
                    let problem = |cause| Problem { language, key: "settings-problem", place: place.to_owned(), cause };
                    problems.extend(found.into_iter().map(problem));
                }
            }
            Arc::new(settings)
        };
        let outside = over(Settings::default(), true);
        let folders = self.folders.iter().map(|folder| {
            let mut settings = folder.file.clone().unwrap_or_default();
            for path in settings.catalogues.iter_mut().chain(&mut settings.library) {
                *path = folder.path.join(&*path);
            }
            (folder.path.clone(), over(settings, false))
        });
        let folders = folders.collect();
        (folders, outside, problems)
    }
}

fn folder_path(folder: &WorkspaceFolder) -> Option<PathBuf> {
    folder.uri.to_file_path().map(std::borrow::Cow::into_owned)
}

/// The section `viendan` of what a client sends: some send the section, some an object that holds it.
fn section(value: Value) -> Value {
    match value {
        Value::Object(mut map) if map.get(SECTION).is_some_and(Value::is_object) => {
            map.remove(SECTION).unwrap_or_default()
        }
        other => other,
    }
}

/// Reads the settings file of a folder.
fn read_file(folder: &Path) -> FileResult {
    let bytes = match std::fs::read(folder.join(FILE)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(FileProblem::Unreadable(error.to_string())),
    };
    let text = String::from_utf8(bytes).map_err(|e| FileProblem::Unreadable(format!("UTF-8: {}", e.utf8_error())))?;
    // A byte order mark is what some editors of Windows put first.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Settings::from_toml(text).map(Some).map_err(FileProblem::Broken)
}

impl Server {
    /// Reads the settings files again and puts everything into force, on a task of its own.
    pub fn reload_settings(self: &Arc<Self>) {
        let server = Arc::clone(self);
        tokio::spawn(async move {
            let _turn = server.settings_turn.lock().await;
            let folders: Vec<PathBuf> = server.sources().folders.iter().map(|folder| folder.path.clone()).collect();
            let read = move || folders.into_iter().map(|path| (read_file(&path), path)).collect::<Vec<_>>();
            let Ok(files) = tokio::task::spawn_blocking(read).await else { return };
            let mut problems = Vec::new();
            {
                let mut sources = server.sources();
                for (result, path) in files {
                    let place = path.join(FILE).display().to_string();
                    let Some(folder) = sources.folders.iter_mut().find(|folder| folder.path == path) else { continue };
                    let language = folder.file.as_ref().map_or_else(Language::default, |settings| settings.language);
                    match result {
                        Ok(None) => folder.file = None,
                        Ok(Some((settings, found))) => {
                            let language = settings.language;
                            let problem = |cause: String| Problem {
                                language,
                                key: "settings-problem",
                                place: place.clone(),
                                cause,
                            };
                            problems.extend(found.into_iter().map(problem));
                            folder.file = Some(settings);
                        }
                        // What was in force stays so while the file is being written.
                        Err(FileProblem::Broken(cause)) => {
                            problems.push(Problem { language, key: "settings-problem", place, cause });
                        }
                        Err(FileProblem::Unreadable(cause)) => {
                            problems.push(Problem { language, key: "file-unreadable", place, cause });
                        }
                    }
                }
            }
            server.put_into_force(problems).await;
        });
    }

    /// Asks the editor for its settings, then puts everything into force, on a task of its own.
    pub fn pull_settings(self: &Arc<Self>) {
        let server = Arc::clone(self);
        tokio::spawn(async move {
            let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
            match server.client.configuration(vec![item]).await {
                Ok(answer) => {
                    let answer = answer.into_iter().next().unwrap_or_default();
                    server.sources().set_editor(answer);
                    let _turn = server.settings_turn.lock().await;
                    server.put_into_force(Vec::new()).await;
                }
                Err(error) => tracing::info!("the client does not tell its settings: {error}"),
            }
        });
    }

    async fn put_into_force(self: &Arc<Self>, mut problems: Vec<Problem>) {
        let (folders, settings, found) = self.sources().resolve();
        problems.extend(found);
        self.tell(problems);
        set_trace(folders.first().map_or(settings.trace, |(_, settings)| settings.trace));
        let files = catalogue_files(&folders, &settings);
        let before = self.environment();
        if (&folders, &settings) != (&before.folders, &before.settings) {
            self.replace_environment(|old| Environment {
                epoch: old.epoch,
                catalogue: old.catalogue.clone(),
                vocabulary: old.vocabulary.clone(),
                folders,
                settings,
            });
        }
        self.load_catalogue(files).await;
    }

    /// Opens the catalogues, if others are wanted than those that are open.
    async fn load_catalogue(self: &Arc<Self>, files: Vec<PathBuf>) {
        if self.sources_of_catalogue().as_ref() == Some(&files) {
            return;
        }
        *self.sources_of_catalogue() = Some(files.clone());
        let load = move || {
            catch(|| {
                let (catalogue, problems) = open_catalogue(&files);
                let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
                (catalogue, vocabulary, problems)
            })
        };
        let loaded = tokio::task::spawn_blocking(load).await;
        if let Ok(Ok((catalogue, vocabulary, causes))) = loaded {
            let language = self.environment().first_settings().language;
            let problem = |cause| Problem { language, key: "catalogue-problem", place: String::new(), cause };
            self.tell(causes.into_iter().map(problem).collect());
            self.replace_environment(|old| Environment {
                epoch: old.epoch,
                catalogue,
                vocabulary: Some(vocabulary),
                folders: old.folders.clone(),
                settings: Arc::clone(&old.settings),
            });
        }
        self.ready.send_replace(true);
    }

    /// Shows problems that have not been shown yet, and forgets those that are over.
    fn tell(&self, problems: Vec<Problem>) {
        let mut sources = self.sources();
        for Problem { language, key, place, cause } in problems {
            let text = message(language, key, &[("place", &place), ("cause", &cause)]);
            if sources.told.insert(text.clone()) {
                self.outbox.show(MessageType::WARNING, text);
            }
        }
    }

    /// Has the client watch the settings files, if it can.
    pub fn watch_files(self: &Arc<Self>) {
        if !self.abilities().watches_files {
            return;
        }
        let server = Arc::clone(self);
        tokio::spawn(async move {
            let watcher = FileSystemWatcher { glob_pattern: GlobPattern::String(format!("**/{FILE}")), kind: None };
            let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher] };
            let registration = Registration {
                id: "viendan-settings".to_owned(),
                method: notification::DidChangeWatchedFiles::METHOD.to_owned(),
                register_options: serde_json::to_value(options).ok(),
            };
            if let Err(error) = server.client.register_capability(vec![registration]).await {
                tracing::info!("the client does not watch {FILE}: {error}");
            }
        });
    }
}

/// The catalogue files of all settings, each once.
fn catalogue_files(folders: &[(PathBuf, Arc<Settings>)], settings: &Settings) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    let all = folders.iter().flat_map(|(_, settings)| &settings.catalogues).chain(&settings.catalogues);
    for file in all {
        if !files.contains(file) {
            files.push(file.clone());
        }
    }
    files
}

/// The built-in catalogue and those of the settings; what cannot be read is told and left out.
fn open_catalogue(files: &[PathBuf]) -> (Catalogue, Vec<String>) {
    let (catalogue, problems) = Catalogue::open(files);
    (catalogue, problems.iter().map(ToString::to_string).collect())
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
                file: Some(Settings::from_toml("language = \"en\"\ncatalogues = [\"a.jsonl\"]").unwrap().0),
            }],
            initial: section(json!({ "viendan": { "completion": { "limit": 7 }, "asOf": "today" } })),
            ..Sources::default()
        };
        sources.set_editor(json!({ "completion": { "limit": 9 }, "colour": 1 }));
        let (folders, outside, problems) = sources.resolve();
        let settings = &folders[0].1;
        assert_eq!((settings.language, settings.completion_limit), (Language::English, 9));
        assert_eq!(settings.as_of, crate::check::settings::AsOf::Today);
        assert_eq!(catalogue_files(&folders, &outside), [PathBuf::from("/w/a.jsonl")]);
        assert_eq!((outside.language, problems.len()), (Language::Vietnamese, 1));
        assert!(problems[0].cause.contains("colour"));
    }
}

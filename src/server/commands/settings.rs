//! Commands that write: `viendan.toml`, and the team's catalogue beside it.

use crate::files::{self, FileError};
use crate::i18n::{Language, Localized as _, Localizer};
use crate::ide::suppress;
use crate::server::handlers::WorkspaceContext;
use crate::server::messages::message;
use crate::server::settings_files::FILE;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tower_lsp::ls_types::Uri;

/// The catalogue that is begun where the settings name none that records can be added to.
const CATALOGUE: &str = "viendan-catalogue.jsonl";

/// Leaves a number, code or path alone.
pub fn ignore(context: &WorkspaceContext<'_>, uri: &Uri, what: &str) -> Result<(), String> {
    edit(context, uri, |settings| suppress::with_ignored(settings, what))
}

/// Switches a rule off.
pub fn switch_off(context: &WorkspaceContext<'_>, uri: &Uri, code: &str) -> Result<(), String> {
    edit(context, uri, |settings| suppress::with_rule_off(settings, code))
}

/// Adds a record to the first catalogue of the settings that is made of lines, or to one beside the settings file, which then
/// names it.
pub fn add_to_catalogue(context: &WorkspaceContext<'_>, uri: &Uri, record: &Value) -> Result<(), String> {
    let settings = context.environment.settings_of(uri);
    let is_lines = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "jsonl");
    let folder = folder(context, uri)?;
    let (path, is_named) = match settings.catalogues.iter().find(is_lines) {
        Some(path) => (path.clone(), true),
        None => (folder.join(CATALOGUE), false),
    };
    let mut text = read(&path, settings.language)?;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&record.to_string());
    text.push('\n');
    write(&path, &text, settings.language)?;
    if is_named {
        context.session.reload_catalogue();
        return Ok(());
    }
    edit(context, uri, |settings| suppress::with_catalogue(settings, CATALOGUE))
}

/// Changes the settings file of a document and puts it into force.
fn edit(context: &WorkspaceContext<'_>, uri: &Uri, change: impl FnOnce(&str) -> Option<String>) -> Result<(), String> {
    let language = context.environment.settings_of(uri).language;
    let path = folder(context, uri)?.join(FILE);
    let before = read(&path, language)?;
    let broken = || unwritable(language, &path, "TOML");
    write(&path, &change(&before).ok_or_else(broken)?, language)?;
    context.session.reload_settings();
    Ok(())
}

/// The folder whose settings file a document follows.
fn folder(context: &WorkspaceContext<'_>, uri: &Uri) -> Result<PathBuf, String> {
    let folder = context.environment.folder_of(uri).map(Path::to_owned);
    folder.ok_or_else(|| message(context.environment.first_settings().language, "no-folder", &[]))
}

fn read(path: &Path, language: Language) -> Result<String, String> {
    let cause = |error: FileError| unwritable(language, path, &error.cause.localized(Localizer::of(language)));
    files::read_small(path, files::LARGEST).map(Option::unwrap_or_default).map_err(cause)
}

fn write(path: &Path, text: &str, language: Language) -> Result<(), String> {
    files::replace(path, text.as_bytes()).map_err(|error| unwritable(language, path, &error.to_string()))
}

fn unwritable(language: Language, path: &Path, cause: &str) -> String {
    message(language, "file-unwritable", &[("place", &path.display().to_string()), ("cause", cause)])
}

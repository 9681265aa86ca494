//! Cards of instruments as files: where an editor can only open a file, and there is no text of the instrument, it opens the card
//! that hover shows.

use super::environment::Environment;
use crate::catalogue::{Instrument, InstrumentId};
use crate::files::{self, dirs};
use crate::i18n::today;
use crate::ide::hover::instrument_card;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tower_lsp::ls_types::Uri;

fn folder() -> Option<PathBuf> {
    // An address must be absolute, wherever `VIENDAN_CACHE_DIR` points from.
    std::path::absolute(dirs::cache()?.join("cards")).ok()
}

/// The cards that were written in an environment.
pub type Cards = Arc<Mutex<HashMap<InstrumentId, Option<Uri>>>>;

/// The address of the card of an instrument, which is written if it was not yet. `None` where the user has no cache directory that
/// can be written.
pub fn card(instrument: &Instrument, environment: &Environment) -> Option<Uri> {
    let mut cards = environment.cards.lock().unwrap_or_else(PoisonError::into_inner);
    cards.entry(instrument.id).or_insert_with(|| write(instrument, environment)).clone()
}

fn write(instrument: &Instrument, environment: &Environment) -> Option<Uri> {
    let label = instrument.label();
    let plain: String = label.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let name = format!("{}-{}.md", crate::text::head(&plain, 60), i64::from(instrument.id));
    let path = folder()?.join(name);
    let text = instrument_card(instrument, &environment.catalogue, today(), environment.first_settings()) + "\n";
    if std::fs::read(&path).is_ok_and(|written| written == text.as_bytes()) {
        return Uri::from_file_path(&path);
    }
    std::fs::create_dir_all(path.parent()?).ok()?;
    files::replace(&path, text.as_bytes()).inspect_err(|error| tracing::info!("no card: {error}")).ok()?;
    Uri::from_file_path(&path)
}

/// Whether a path is one of the program's own pages and cards, which are no drafts.
pub fn is_own(path: &Path) -> bool {
    dirs::cache().and_then(|cache| std::path::absolute(cache).ok()).is_some_and(|cache| path.starts_with(cache))
}

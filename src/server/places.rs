//! Where things are that lie outside of the document asked about: texts of the library, cards.

use super::cards;
use super::convert::Ranges;
use super::environment::Environment;
use crate::catalogue::{Instrument, UnitPath};
use crate::library;
use crate::text::{Encoding, Span};
use ropey::Rope;
use std::path::Path;
use tower_lsp::ls_types::{Location, Range, Uri};

/// A unit in a text of the library; the beginning of the text where it has none of the units.
pub fn in_text(file: &Path, units: &[UnitPath], environment: &Environment, encoding: Encoding) -> Option<Location> {
    let uri = Uri::from_file_path(file)?;
    // The file is read as it is now: places of an earlier reading may have moved.
    let place =
        library::place(file, units, environment.vocabulary()).inspect_err(|error| tracing::warn!("{error}")).ok()?;
    // Lines of a Word file mean nothing to an editor.
    let span = if place.word { Span::default() } else { place.span };
    let text = Rope::from_str(&place.text);
    Some(Location::new(uri, Ranges::new(&text, encoding).range(span)))
}

/// The text of an instrument in the library, else its card.
pub fn of_instrument(instrument: &Instrument, environment: &Environment) -> Option<Location> {
    let file = environment.library.file_of(instrument).and_then(Uri::from_file_path);
    let uri = file.or_else(|| cards::card(instrument, environment))?;
    Some(Location::new(uri, Range::default()))
}

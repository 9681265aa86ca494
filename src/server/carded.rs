//! What was sent with an item (a completion, a hint) so that its card can be made once the client asks for it: the instrument, and
//! the day on which the draft judges validity. The card is to say of an instrument what the findings of the draft say.

use super::environment::Environment;
use crate::i18n::date::{parse_iso, today, write_iso};
use crate::ide::completion::documentation;
use serde_json::{Value, json};
use time::Date;

/// The `data` of an item.
pub fn data(instrument: i64, day: Date) -> Value {
    json!({ "instrument": instrument, "day": write_iso(day) })
}

/// The card of an item that came back with its `data`, in Markdown. `None` for an item of no instrument, or of one that the catalogue
/// has no more.
pub fn card(data: Option<&Value>, environment: &Environment) -> Option<String> {
    let data = data?;
    let instrument = data.get("instrument")?.as_i64()?;
    let day = data.get("day").and_then(Value::as_str).and_then(parse_iso).unwrap_or_else(today);
    documentation(&environment.catalogue, instrument, day, environment.first_settings())
}

//! What the catalogue is asked.
//!
//! - [`resolve`]: a citation compared with the catalogue: which instrument does it mean?
//! - [`search`]: by words, by the beginning of a number, and what an unknown number may have meant.

mod resolve;
mod search;

pub use resolve::{Context, Resolution};
pub use search::Hit;

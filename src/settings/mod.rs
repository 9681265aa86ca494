//! What a user can change: the settings of the whole program, from an editor or from `viendan.toml`.
//!
//! - [`model`]: the settings that are in force, and the questions that the program asks of them.
//! - [`layer`]: the keys and values as users write them; one definition for reading and for the schema.
//! - [`read`]: reading a layer from TOML or from an editor's JSON, key by key.
//! - [`problem`]: what could not be used.
//! - [`schema`]: the JSON schema that editors complete `viendan.toml` with.
//!
//! To add a setting: a field in [`layer`] (with its description in both languages), one in [`model`], a line in
//! [`Settings::apply`]; then `VIENDAN_UPDATE=1 cargo test settings::schema` writes the schema, and the test says what the
//! editor's `package.json` lacks.

/// The largest settings file that is read, in bytes; one that people write has some hundred.
pub const LARGEST: u64 = 1 << 20;

mod layer;
mod model;
mod problem;
mod read;
mod schema;

pub use crate::rulebook::Severity;
pub use model::{AsOf, Checking, JudgementDay, Settings, Trace};
pub use problem::{Problem, ProblemKind, TomlError};

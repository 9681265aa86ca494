//! What an editor asks for. Pure functions of (document, catalogue, place) that return the project's own types.
//!
//! - [`completion`]: instrument numbers, names, agencies, provisions at the cursor.
//! - [`hover`]: the card of what stands under the cursor.

pub mod completion;
pub mod hover;

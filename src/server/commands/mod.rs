//! The commands that an editor executes: of actions, of lenses, and those that a user calls.
//!
//! - [`command`]: which there are.
//! - [`settings`]: what writes settings and the team's catalogue.
//! - [`workspace`]: all drafts checked at once.

mod command;
mod settings;
mod workspace;

pub use command::{Command, execute, made};

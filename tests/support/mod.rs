//! What tests share: how the program is run, and a few well-known acts. No test of its own; see `tests/README.md`.
//!
//! A test includes all of it and uses a part.
#![allow(dead_code, reason = "each test uses a part")]

pub mod acts;
pub mod program;

//! Coverage-guided fuzzing of everything that reads what others have written, with libFuzzer on stable Rust. `run` builds and starts
//! it; `VIENDAN_FUZZ` names the target.
//!
//! One program for all targets: it is built and linked once.

#![no_main]

mod docx;
mod edits;
mod import;
mod messages;
mod recogniser;
mod settings;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// The targets by their names, which are the folders of `corpus` too.
const TARGETS: [(&str, fn(&[u8])); 6] = [
    ("recogniser", recogniser::fuzz),
    ("edits", edits::fuzz),
    ("import", import::fuzz),
    ("docx", docx::fuzz),
    ("settings", settings::fuzz),
    ("messages", messages::fuzz),
];

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("VIENDAN_FUZZ").unwrap_or_default();
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("VIENDAN_FUZZ must name one of {:?}", TARGETS.map(|(name, _)| name))).1
});

fuzz_target!(|data: &[u8]| TARGET(data));

//! Where the program keeps what is its own.

use etcetera::BaseStrategy;
use std::path::PathBuf;

/// What the program can make again: the user's cache directory, or where `VIENDAN_CACHE_DIR` says. `None` where the user has
/// no home.
pub fn cache() -> Option<PathBuf> {
    match std::env::var_os("VIENDAN_CACHE_DIR") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => Some(etcetera::choose_base_strategy().ok()?.cache_dir().join("viendan")),
    }
}

/// What the user has given to it: the user's data directory, or where `VIENDAN_DATA_DIR` says. `None` where the user has no
/// home.
pub fn data() -> Option<PathBuf> {
    match std::env::var_os("VIENDAN_DATA_DIR") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => Some(etcetera::choose_base_strategy().ok()?.data_dir().join("viendan")),
    }
}

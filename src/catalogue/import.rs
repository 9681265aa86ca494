//! Records from JSON Lines and CSV.

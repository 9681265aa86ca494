//! Twenty acts that people know by heart, half of them replaced by the other half.

/// The acts as JSON Lines, as `viendan catalogue import` reads them.
pub const LINES: &str = include_str!("acts.jsonl");

/// The acts as JSON values, one a line of [`LINES`].
pub fn records() -> Vec<serde_json::Value> {
    LINES.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}

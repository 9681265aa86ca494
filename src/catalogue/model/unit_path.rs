//! Where a unit is in an instrument: "khoản 2 Điều 5", "Điều 3 (kèm theo)".

use crate::cite::{Level, Path};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The path of a unit of an instrument, in the form of [`Path`]; a unit of a regulation that the instrument puts into force
/// has a note after it. Kept as it is written: records come from many hands, and what is no path is only never asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitPath(String);

impl UnitPath {
    /// The path of a unit. `annex` counts the regulations that are annexed to the instrument, from 1; 0 is its own text.
    pub fn new(path: &Path, annex: usize) -> Self {
        Self(match annex {
            0 => path.to_string(),
            1 => format!("{path} (kèm theo)"),
            n => format!("{path} (kèm theo {n})"),
        })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The level of the unit itself: "khoản 2 Điều 5" is a clause.
    pub fn level(&self) -> Option<Level> {
        Level::CITED.into_iter().find(|level| {
            let is_word = |word: &str| self.0.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
            is_word(level.word()) || (*level == Level::Subsection && is_word(Path::INNER_SUBSECTION))
        })
    }

    /// Whether it is the unit given, or a part of it: "điểm a khoản 2 Điều 5" is in "Điều 5".
    pub fn is_in(&self, unit: &Self) -> bool {
        self.0.strip_suffix(&unit.0).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    }

    /// Whether both are one unit, whatever the case of their labels: "Điều 5A" is "Điều 5a".
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl fmt::Display for UnitPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<String> for UnitPath {
    fn from(written: String) -> Self {
        Self(written)
    }
}

impl From<&str> for UnitPath {
    fn from(written: &str) -> Self {
        Self(written.to_owned())
    }
}

/// In the instrument's own text.
impl From<&Path> for UnitPath {
    fn from(path: &Path) -> Self {
        Self::new(path, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_in_those_that_hold_it() {
        let article = UnitPath::from("Điều 5");
        assert!(article.is_in(&article));
        assert!(UnitPath::from("khoản 2 Điều 5").is_in(&article));
        assert!(!UnitPath::from("khoản 2 Điều 15").is_in(&article));
        assert!(!UnitPath::from("khoản 2 Điều 5 (kèm theo)").is_in(&article));
    }

    #[test]
    fn the_level_is_that_of_the_smallest_unit() {
        for (path, level) in [
            ("khoản 2 Điều 5", Some(Level::Clause)),
            ("Tiểu mục 1", Some(Level::Subsection)),
            ("tiểu mục 1 Mục 2", Some(Level::Subsection)),
            ("Mục 5", Some(Level::Section)),
            ("Phụ lục I", None),
        ] {
            assert_eq!(UnitPath::from(path).level(), level, "{path}");
        }
    }

    #[test]
    fn annexed_regulations_are_told_apart() {
        let path = Path::of([(Level::Clause, "2"), (Level::Article, "5")]);
        let written = |annex| UnitPath::new(&path, annex).to_string();
        assert_eq!(
            [written(0), written(1), written(2)],
            ["khoản 2 Điều 5", "khoản 2 Điều 5 (kèm theo)", "khoản 2 Điều 5 (kèm theo 2)"]
        );
    }
}

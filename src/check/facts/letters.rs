//! Points with the letters f, j, w and z, which the order of points does not have: cited ones, and items of lists.

use crate::check::checker::Checker;
use crate::cite::Level;
use crate::document::Regime;
use crate::text::Span;

/// The letters f, j, w and z in a block.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Letters {
    /// The points that it cites.
    pub cited: Vec<CitedLetter>,
    /// The small letters of its items: "f) …", "f. …".
    pub items: Vec<char>,
}

/// A point that is cited. Offsets are bytes of the block.
#[derive(Debug, Clone, PartialEq)]
pub struct CitedLetter {
    pub letter: char,
    /// Its complete label.
    pub label: Span,
}

/// Whether the order of points lacks a letter.
const fn is_missing(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'f' | 'j' | 'w' | 'z')
}

/// The letters of a block.
pub fn read(cx: &Checker<'_>) -> Letters {
    let mut found = Letters::default();
    // Contracts follow the letters of the form that they are taken from, pages those of their writer.
    if cx.regime == Regime::Contract || cx.draft.is_page {
        return found;
    }
    for p in &cx.provisions {
        for unit in p.node.units.iter().filter(|unit| unit.level == Level::Point) {
            let letter = unit.label.of(p.block).chars().next().filter(|c| is_missing(*c));
            if let Some(letter) = letter
                && !is_of_treaty(p.sentence())
            {
                found.cited.push(CitedLetter { letter, label: unit.label });
            }
        }
    }
    for line in cx.text().lines() {
        let line = line.trim_start();
        let letter = line.chars().next().filter(|c| c.is_ascii_lowercase() && is_missing(*c));
        if let Some(letter) = letter
            && line[1..].starts_with([')', '.', '-', '/'])
            && !found.items.contains(&letter)
        {
            found.items.push(letter);
        }
    }
    found
}

/// Whether a sentence is about a treaty, whose points follow other alphabets.
fn is_of_treaty(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    ["công ước", "hiệp định", "hiệp ước", "nghị định thư", "điều ước", "thỏa thuận", "gats", "wto", "icao", "imo"]
        .iter()
        .any(|word| sentence.contains(word))
}

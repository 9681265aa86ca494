//! Finders for words that rules look for in every block: made once, since making one costs more than searching a block.

use memchr::memmem::Finder;
use std::sync::LazyLock;

/// A word that is looked for in every block.
pub struct Word(LazyLock<Finder<'static>>);

impl Word {
    /// A finder that is made at its first use.
    pub const fn new(make: fn() -> Finder<'static>) -> Self {
        Self(LazyLock::new(make))
    }

    /// Whether a text holds the word.
    pub fn is_in(&self, text: &str) -> bool {
        self.0.find(text.as_bytes()).is_some()
    }

    /// The byte offsets at which the word occurs in a text, in order, without overlaps.
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        self.0.find_iter(text.as_bytes())
    }
}

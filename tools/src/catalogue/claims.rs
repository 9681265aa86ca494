//! What sources say, and how far they are trusted.

/// How far a source is trusted; the order is that of data/README.md. Smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A curated list, for the fields that it says are confirmed.
    Curated,
    /// The official codification.
    Codified,
    /// The header of the instrument's own text.
    Header,
    /// The gazette, pages of the national database.
    Official,
    /// Lists that others made.
    List,
    /// Read from other instruments' text about it.
    Derived,
    /// Only from citations.
    Cited,
    /// General knowledge, used where nothing else is.
    Unconfirmed,
}

impl Rank {
    /// Whether one source of this rank confirms a field.
    pub fn confirms(self) -> bool {
        self <= Self::Official
    }
}

/// What one source says of one field. Sources that copy from each other have the same name.
#[derive(Debug, Clone)]
pub struct Claim<T> {
    pub value: T,
    pub rank: Rank,
    pub source: &'static str,
}

/// Everything that is said of one field.
#[derive(Debug, Clone)]
pub struct Claims<T>(pub Vec<Claim<T>>);

impl<T> Default for Claims<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Clone> Claims<T> {
    pub fn add(&mut self, value: Option<T>, rank: Rank, source: &'static str) {
        if let Some(value) = value {
            self.0.push(Claim { value, rank, source });
        }
    }

    /// The most reliable claim, and whether it is confirmed: by its source, or by another that says the same.
    pub fn weigh(&self, same: impl Fn(&T, &T) -> bool) -> Option<(T, bool)> {
        // Where two of the best rank differ, the one that others support wins.
        let support = |c: &Claim<T>| self.0.iter().filter(|o| o.source != c.source && same(&o.value, &c.value)).count();
        let best = self.0.iter().min_by_key(|c| (c.rank, usize::MAX - support(c)))?;
        Some((best.value.clone(), best.rank.confirms() || support(best) > 0))
    }
}

//! The facts that are known of an instrument, by name, and sets of them.

use crate::law::named::named_enum;

named_enum! {
    /// A fact of a record; the name is that of its field.
    pub enum Fact {
        Number = "number",
        Type = "type",
        Issuer = "issuer",
        Issued = "issued",
        Effective = "effective",
        Title = "title",
        Status = "status",
        Articles = "articles",
        Year = "year",
        Expired = "expired",
        Signer = "signer",
        Field = "field",
        Aliases = "aliases",
        Relations = "relations",
        Chapters = "chapters",
        Provisions = "provisions",
        Summary = "summary",
        Url = "url",
    }
}

/// A set of facts, such as those that a reliable source confirms.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct FactSet(u32);

impl FactSet {
    pub const EMPTY: Self = Self(0);

    pub const fn contains(self, fact: Fact) -> bool {
        self.0 & (1 << fact as u32) != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Adds a fact; whether it was not in the set before.
    pub fn insert(&mut self, fact: Fact) -> bool {
        let is_new = !self.contains(fact);
        self.0 |= 1 << fact as u32;
        is_new
    }

    pub fn remove(&mut self, fact: Fact) {
        self.0 &= !(1 << fact as u32);
    }

    /// The facts in the order of [`Fact`].
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        Fact::ALL.iter().copied().filter(move |&fact| self.contains(fact))
    }

    /// The names of the facts with a blank between.
    pub fn names(self) -> String {
        self.iter().map(Fact::as_str).collect::<Vec<_>>().join(" ")
    }

    /// The facts of some names; what is no name of a fact is ignored.
    pub fn of_names<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        names.into_iter().filter_map(Fact::from_name).collect()
    }
}

impl FromIterator<Fact> for FactSet {
    fn from_iter<I: IntoIterator<Item = Fact>>(facts: I) -> Self {
        let mut set = Self::EMPTY;
        for fact in facts {
            set.insert(fact);
        }
        set
    }
}

impl<const N: usize> From<[Fact; N]> for FactSet {
    fn from(facts: [Fact; N]) -> Self {
        facts.into_iter().collect()
    }
}

impl std::fmt::Debug for FactSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_facts_once_and_in_order() {
        let mut set = FactSet::of_names(["title", "number", "nonsense"]);
        assert_eq!(set.names(), "number title");
        assert!(!set.insert(Fact::Title) && set.insert(Fact::Url));
        set.remove(Fact::Number);
        assert_eq!(set, FactSet::from([Fact::Title, Fact::Url]));
        assert_eq!(FactSet::EMPTY.names(), "");
    }

    #[test]
    fn every_fact_has_a_place_in_a_set() {
        let all: FactSet = Fact::ALL.iter().copied().collect();
        assert!(all.iter().eq(Fact::ALL.iter().copied()));
    }
}

//! What sources say, and how far they are trusted.

use time::Date;
use viendan::catalogue::Status;

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

/// What one source says of the status, and of which day it says it.
#[derive(Debug, Clone)]
pub struct StatusClaim {
    pub status: Status,
    pub as_of: Option<Date>,
    pub rank: Rank,
}

/// The status that was known last, on which day that was, and whether it is confirmed. A later day outweighs a better
/// source: what was in force then may have ended since.
pub fn weigh_status(claims: &[StatusClaim]) -> Option<(Status, Option<Date>, bool)> {
    let best = claims.iter().min_by_key(|c| (c.rank >= Rank::Unconfirmed, std::cmp::Reverse(c.as_of), c.rank))?;
    // What was amended stays in force in part; a list that says "in force" of it does not deny that.
    let partly = best.status == Status::InForce && claims.iter().any(|c| c.status == Status::PartlyExpired);
    let status = if partly { Status::PartlyExpired } else { best.status };
    Some((status, best.as_of, best.rank.confirms()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn the_status_that_was_known_last_counts() {
        let claim = |status, as_of, rank| StatusClaim { status, as_of, rank };
        let codified = claim(Status::InForce, Some(date!(2024 - 08 - 01)), Rank::Derived);
        let listed = claim(Status::Expired, Some(date!(2024 - 12 - 31)), Rank::Official);
        let remembered = claim(Status::InForce, Some(date!(2025 - 12 - 31)), Rank::Unconfirmed);
        assert_eq!(
            weigh_status(&[codified.clone(), listed, remembered]),
            Some((Status::Expired, Some(date!(2024 - 12 - 31)), true))
        );
        assert_eq!(weigh_status(&[codified]), Some((Status::InForce, Some(date!(2024 - 08 - 01)), false)));
        assert_eq!(weigh_status(&[]), None);
    }
}

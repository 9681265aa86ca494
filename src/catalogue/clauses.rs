//! How many clauses the articles of acts have, and the last point of each clause: counts that come with the program.
//!
//! They are those of the texts that were collected: an act that amended another since may have added clauses. Which articles the
//! amending acts touch is known of those that were read. An article of which nothing is said may have any number of clauses.

use super::model::{Instrument, RelationKind};
use crate::cite::Number;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use time::Date;

/// A line for each act: its number, the acts that amended it with the articles that they touch, and its articles from the first, with
/// tabs between.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/clauses.bin"));

/// The articles of an act: one after the other, a character for each clause.
#[derive(Debug, Clone, Copy)]
pub struct Clauses<'c> {
    /// "57/2024/QH15:5,7;90/2025/QH15:;03/2016/QH14": those that were read with the articles that they touch, and those whose changes
    /// were counted.
    amenders: &'c str,
    articles: &'c str,
}

impl<'c> Clauses<'c> {
    fn parse(line: &'c str) -> Self {
        let (amenders, articles) = line.split_once('\t').unwrap_or((line, ""));
        Self { amenders, articles }
    }

    /// The clauses of an article, `None` where they aren't known or there are none.
    fn of_article(self, article: u32) -> Option<&'c str> {
        let at = usize::try_from(article).ok()?.checked_sub(1)?;
        self.articles.split('\t').nth(at).filter(|clauses| !clauses.is_empty())
    }

    /// How many articles the instrument has.
    pub fn articles(self) -> u32 {
        self.articles.split('\t').count().try_into().unwrap_or(u32::MAX)
    }

    /// How many clauses an article has.
    pub fn count(self, article: u32) -> Option<u32> {
        self.of_article(article)?.chars().count().try_into().ok()
    }

    /// The letter of the last point of a clause, `None` where it isn't known or there is none.
    pub fn last_point(self, article: u32, clause: u32) -> Option<char> {
        let at = usize::try_from(clause).ok()?.checked_sub(1)?;
        self.of_article(article)?.chars().nth(at).filter(|letter| letter.is_alphabetic())
    }

    /// Whether an article has on a day the clauses that were counted: each act that amended the instrument by then was read and
    /// doesn't touch the article, and none whose changes were counted is of a later day.
    pub fn is_as_counted(self, instrument: &Instrument, article: u32, day: Date) -> bool {
        self.is_as_counted_but_for(instrument, article, day, |_| false)
    }

    /// The same, where the changes of some acts that weren't read are of no account.
    pub fn is_as_counted_but_for(
        self,
        instrument: &Instrument,
        article: u32,
        day: Date,
        is_slight: impl Fn(&str) -> bool,
    ) -> bool {
        let all = || self.amenders.split(';').filter(|amender| !amender.is_empty());
        let relations = || instrument.related(RelationKind::AmendedBy);
        let is_by_then = |number: &str| match relations().find(|r| r.target == number).and_then(|r| r.date) {
            Some(date) => date <= day,
            None => Number::parse(number).and_then(|n| n.year).is_some_and(|year| i32::from(year) < day.year()),
        };
        let counted = |amender: &&str| !amender.contains(':');
        all().filter(counted).all(is_by_then)
            && relations().all(|relation| {
                let read = all().find_map(|amender| match amender.split_once(':') {
                    Some((number, touched)) => (number == relation.target).then_some(touched),
                    None => (amender == relation.target).then_some(""),
                });
                match read {
                    Some(_) if relation.date.is_some_and(|date| date > day) => true,
                    Some(touched) => touched.split(',').all(|number| number.parse() != Ok(article)),
                    None => relation.date.is_some_and(|date| date > day) || is_slight(&relation.target),
                }
            })
    }
}

/// The clauses of an instrument's articles, where they were counted.
pub fn of(instrument: &Instrument) -> Option<Clauses<'static>> {
    // The build made it; a damaged program knows no clauses.
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        zstd::decode_all(PACKED).ok().and_then(|text| String::from_utf8(text).ok()).unwrap_or_default()
    });
    static ACTS: LazyLock<FxHashMap<&'static str, &'static str>> =
        LazyLock::new(|| TEXT.lines().filter_map(|line| line.split_once('\t')).collect());
    ACTS.get(instrument.number.as_deref()?).map(|line| Clauses::parse(line))
}

#[cfg(test)]
mod tests {
    use super::super::model::Relation;
    use super::*;
    use crate::law::TypeId;
    use time::macros::date;

    #[test]
    fn the_clauses_and_points_of_an_article_are_counted() {
        let law = Instrument::of("33/2024/QH15", TypeId::LUAT, None);
        assert_eq!(of(&law).unwrap().count(7), Some(3));
        assert_eq!(of(&law).unwrap().count(1000), None);
        let clauses = Clauses::parse("\t\t.đ");
        assert_eq!((clauses.count(1), clauses.count(2)), (None, Some(2)));
        assert_eq!((clauses.last_point(2, 2), clauses.last_point(2, 1)), (Some('đ'), None));
    }

    #[test]
    fn acts_that_amended_it_must_have_been_read() {
        let clauses = Clauses::parse("57/2024/QH15:5,7\t..\t.");
        let amended = |target: &str| Instrument {
            relations: vec![Relation {
                kind: RelationKind::AmendedBy,
                target: target.to_owned(),
                date: Some(date!(2025 - 01 - 15)),
                note: None,
            }],
            ..Instrument::of("22/2023/QH15", TypeId::LUAT, None)
        };
        let (read, unread, day) = (amended("57/2024/QH15"), amended("90/2025/QH15"), date!(2025 - 06 - 01));
        assert!(clauses.is_as_counted(&read, 6, day));
        assert!(!clauses.is_as_counted(&read, 7, day));
        assert!(!clauses.is_as_counted(&unread, 6, day));
        assert!(clauses.is_as_counted(&unread, 6, date!(2024 - 06 - 01)));
        // The text that was counted has what that act changed.
        let counted = Clauses::parse("57/2024/QH15\t..\t.");
        assert!(counted.is_as_counted(&read, 7, day));
        assert!(!counted.is_as_counted(&read, 7, date!(2024 - 06 - 01)));
    }

    #[test]
    fn counts_are_small() {
        assert!(PACKED.len() < 250_000, "{}", PACKED.len());
    }
}

//! How far the databases know the series of numbers.

use super::Catalogue;
use crate::catalogue::store::{Coverage, Source, series_of};
use crate::cite::{Family, Number};
use crate::law::TypeId;
use rusqlite::OptionalExtension;

impl Catalogue {
    /// How far the series of a number is known.
    pub fn coverage(&self, number: &Number) -> Coverage {
        self.coverage_of(number, None, None)
    }

    /// How far the series of a number is known, with what is known of its type (laws and resolutions share the
    /// Assembly's symbol) and year of issue (administrative numbers start again each year and do not show it). Where that
    /// is open, the worse known series counts, or all years together.
    pub fn coverage_of(&self, number: &Number, kind: Option<TypeId>, year: Option<u16>) -> Coverage {
        if number.is_local() || matches!(number.family, Family::Letter | Family::Old | Family::Consolidated) {
            return Coverage::default();
        }
        self.forget_if_stale();
        let kinds: &[Option<TypeId>] = match (number.family, kind) {
            (Family::Assembly, Some(TypeId::NGHI_QUYET)) => &[Some(TypeId::NGHI_QUYET)],
            (Family::Assembly, Some(_)) => &[Some(TypeId::LUAT)],
            (Family::Assembly, None) => &[Some(TypeId::LUAT), Some(TypeId::NGHI_QUYET)],
            (Family::StandingCommittee, Some(TypeId::PHAP_LENH)) => &[Some(TypeId::PHAP_LENH)],
            (Family::StandingCommittee, Some(_)) => &[Some(TypeId::NGHI_QUYET)],
            (Family::StandingCommittee, None) => &[Some(TypeId::PHAP_LENH), Some(TypeId::NGHI_QUYET)],
            _ => &[None],
        };
        let of = |kind: Option<TypeId>| match series_of(number, kind, year) {
            Some(series) => self.inner.coverage.get_or(&series, || self.sum_coverage(&series, "series = ?1")),
            // An administrative number without its year: all years of the series together.
            None => {
                let pattern = format!("{} (", number.symbol());
                self.inner
                    .coverage
                    .get_or(&pattern, || self.sum_coverage(&pattern, "substr(series, 1, length(?1)) = ?1"))
            }
        };
        kinds.iter().map(|kind| of(*kind)).min_by_key(Coverage::percent).unwrap_or_default()
    }

    /// The best covered database decides: adding up would count an instrument twice.
    fn sum_coverage(&self, series: &str, condition: &str) -> Coverage {
        let sql = format!("SELECT coalesce(sum(known), 0), coalesce(sum(highest), 0) FROM series WHERE {condition}");
        let of_source = |source: &Source| {
            source.read(|c| {
                c.prepare_cached(&sql)?
                    .query_row([series], |r| Ok(Coverage { known: r.get(0)?, highest: r.get(1)? }))
                    .optional()
            })
        };
        // What is only known from citations says nothing of how far a series goes.
        let counted = self.inner.sources.len() - usize::from(self.inner.harvested);
        self.inner.sources[..counted]
            .iter()
            .filter_map(of_source)
            .flatten()
            .max_by_key(|c| (c.highest, c.known))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;

    #[test]
    fn coverage_counts_the_numbers_of_a_series() {
        let c = sample();
        let of = |n: &str| c.coverage(&Number::parse(n).unwrap());
        assert_eq!(of("99/2020/NĐ-CP"), Coverage { known: 3, highest: 33 });
        assert_eq!(of("05/2022/QĐ-UBND"), Coverage::default());
        assert_eq!(
            c.coverage_of(&Number::parse("07/QĐ-TTg").unwrap(), None, Some(2022)),
            Coverage { known: 1, highest: 6 }
        );
    }
}

//! How several databases answer as one.

use super::Catalogue;
use crate::catalogue::model::identity::numbered_apart;
use crate::catalogue::model::{Identity, Instrument, InstrumentId, merge_unchecked};
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl Catalogue {
    /// An instrument of one database as all of them know it; its id is that of the last one that has it, which
    /// stays the same whatever else is open.
    pub(super) fn merged(&self, instrument: Instrument, source: usize) -> Arc<Instrument> {
        let Some(identity) = Identity::of(&instrument).filter(|_| self.inner.sources.len() > 1) else {
            return Arc::new(self.with_global_id(instrument, source));
        };
        let mut found = None::<Instrument>;
        for (index, other) in self.inner.sources.iter().enumerate() {
            let next = if index == source { Some(instrument.clone()) } else { other.find(&identity, &instrument) };
            let Some(mut next) = next.map(|i| self.with_global_id(i, index)) else { continue };
            // The earlier database wins: its facts override those of later databases.
            if let Some(earlier) = &found {
                merge_unchecked(&mut next, earlier);
            }
            found = Some(next);
        }
        Arc::new(found.unwrap_or(instrument))
    }

    /// Reads the instruments that a query finds in every database, merges the records of one instrument, and sorts.
    pub(super) fn collect<const N: usize>(
        &self,
        sql: &str,
        parameters: [&str; N],
        order: impl Fn(&Instrument, &Instrument) -> std::cmp::Ordering,
    ) -> Arc<[Arc<Instrument>]> {
        let found: Vec<Vec<Instrument>> = self
            .inner
            .sources
            .iter()
            .enumerate()
            .map(|(index, source)| {
                let rows = source.instruments(sql, rusqlite::params_from_iter(parameters));
                rows.into_iter().map(|row| self.with_global_id(row, index)).collect()
            })
            .collect();
        // Most are known to one database alone: identities are costly to make.
        let several = found.iter().filter(|of_source| !of_source.is_empty()).count() > 1;
        let mut all: Vec<Instrument> = Vec::new();
        let mut known: FxHashMap<Identity, usize> = FxHashMap::default();
        for instrument in found.into_iter().flatten() {
            let identity = if several { Identity::of(&instrument) } else { None };
            if let Some(&at) = identity.as_ref().and_then(|i| known.get(i))
                && !numbered_apart(&all[at], &instrument)
            {
                // The earlier database wins: its facts override those of later databases.
                let earlier = std::mem::replace(&mut all[at], instrument);
                merge_unchecked(&mut all[at], &earlier);
                continue;
            }
            known.extend(identity.map(|i| (i, all.len())));
            all.push(instrument);
        }
        all.sort_by(order);
        all.into_iter().map(Arc::new).collect()
    }

    /// The instrument of a database with the id that it has among those of all.
    fn with_global_id(&self, mut instrument: Instrument, source: usize) -> Instrument {
        instrument.id = self.global_id(instrument.id, source);
        instrument
    }

    /// The id of a row of a database among those of all.
    pub(in crate::catalogue) fn global_id(&self, id: InstrumentId, source: usize) -> InstrumentId {
        InstrumentId { source: u8::try_from(self.turned(source)).unwrap_or(u8::MAX), row: id.row }
    }

    /// The index of the database that an id names.
    pub(super) fn index_of(&self, source: u8) -> Option<usize> {
        let source = usize::from(source);
        (source < self.inner.sources.len()).then(|| self.turned(source))
    }

    /// The number of a database in ids by its index, and the other way round: the built-in catalogue, last but for what was
    /// harvested, has number 0, whatever else is open.
    fn turned(&self, index: usize) -> usize {
        let n = self.inner.sources.len();
        (2 * n - 1 - usize::from(self.inner.harvested) - index) % n
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{instruments, sample};
    use super::*;
    use crate::catalogue::Coverage;
    use crate::cite::Number;

    #[test]
    fn what_an_earlier_database_says_overrides_the_later_one() {
        let mine = Catalogue::of(instruments(r#"{"number":"30/2020/NĐ-CP","summary":"Của tôi."}"#)).unwrap();
        let both = mine.layered_over(&sample());
        let found = both.by_number("30/2020/NĐ-CP");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].summary.as_deref(), Some("Của tôi."));
        assert_eq!(found[0].title.as_deref(), Some("Về công tác văn thư"));
        let builtin = sample().by_number("31/2024/QH15").remove(0);
        assert_eq!(both.by_id(builtin.id).unwrap().number, builtin.number, "ids of the last database stay the same");
    }

    #[test]
    fn what_was_harvested_fills_gaps_and_contradicts_nothing() {
        let source = |c: &Catalogue| c.sources()[0].clone();
        let learnt = Catalogue::of(instruments(
            r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-06"}
{"number":"31/2020/NĐ-CP","title":"Về thí điểm"}
{"number":"95/2020/NĐ-CP","issued":"2020-08-24"}"#,
        ))
        .unwrap();
        let both = Catalogue::with_sources(vec![source(&sample()), source(&learnt)], true);
        assert_eq!(both.by_number("30/2020/NĐ-CP")[0].issued, sample().by_number("30/2020/NĐ-CP")[0].issued);
        assert_eq!(both.by_number("31/2020/NĐ-CP")[0].title.as_deref(), Some("Về thí điểm"));
        assert_eq!(both.coverage(&Number::parse("99/2020/NĐ-CP").unwrap()), Coverage { known: 3, highest: 33 });
        for number in ["31/2024/QH15", "95/2020/NĐ-CP"] {
            let found = both.by_number(number).remove(0);
            assert_eq!(both.by_id(found.id).unwrap().number.as_deref(), Some(number));
        }
        assert_eq!(both.by_number("31/2024/QH15")[0].id, sample().by_number("31/2024/QH15")[0].id);
        assert!(both.without_harvest().by_number("95/2020/NĐ-CP").is_empty());
    }
}

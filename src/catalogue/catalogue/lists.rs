//! What is kept in memory for completion, which is asked with every letter: what a line of a list shows of an instrument, all
//! names of laws, the series of numbers.

use super::Catalogue;
use crate::catalogue::headings::{self, Heading};
use crate::catalogue::store::Source;
use crate::catalogue::{Coverage, Instrument, InstrumentId};
use crate::text::fold;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::sync::{Arc, MutexGuard, PoisonError};

/// A name under which instruments are cited, with those that have it: "Luật Đất đai" of 2024, 2013 …
#[derive(Debug, Clone)]
pub struct Named {
    /// Without marks, in small letters.
    pub folded: Box<str>,
    pub form: Box<str>,
    /// A nickname or an abbreviation.
    pub informal: bool,
    pub instruments: SmallVec<[InstrumentId; 2]>,
    /// How many documents cite the one that is cited most.
    pub cited: u32,
}

/// The numbers of one symbol in one year: `TT-BTC` of 2024.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub symbol: String,
    /// Without marks, in small letters.
    pub folded: Box<str>,
    /// `None` for those that number through a term.
    pub year: Option<u16>,
    /// Whether the numbers carry the year.
    pub with_year: bool,
    pub coverage: Coverage,
}

/// The lists, as far as they have been asked for.
#[derive(Debug, Default)]
pub struct Lists {
    named: Option<Arc<[Named]>>,
    series: Option<Arc<[Series]>>,
    headings: Option<Arc<[Heading]>>,
}

impl Catalogue {
    /// What a line of a list shows of an instrument: it has no relations, provisions, summary and sources.
    pub fn listed(&self, id: InstrumentId) -> Option<Arc<Instrument>> {
        self.inner.listed.get_or(&id, || {
            if self.inner.sources.len() > 1 {
                return self.by_id(id);
            }
            let instrument = self.inner.sources[self.index_of(id.source)?].listed(id.row)?;
            Some(Arc::new(Instrument { id, ..instrument }))
        })
    }

    /// All names under which instruments are cited, in the order of their folded forms.
    pub fn named(&self) -> Arc<[Named]> {
        self.forget_if_stale();
        Arc::clone(self.lists().named.get_or_insert_with(|| self.read_names()))
    }

    /// The series of numbers that are counted, in the order of their symbols.
    pub fn all_series(&self) -> Arc<[Series]> {
        self.forget_if_stale();
        Arc::clone(self.lists().series.get_or_insert_with(|| self.read_series()))
    }

    /// The headings of the articles of laws, in the order in which [`headings::beginning_with`] looks for them.
    pub fn headings(&self) -> Arc<[Heading]> {
        self.forget_if_stale();
        let read = || {
            let of_records = self.inner.sources.iter().flat_map(Source::headings_of_laws);
            let of_records = of_records.map(|(number, label, heading)| Heading::new(&number, &label, &heading));
            headings::sorted(of_records.chain(headings::of_outlines()).collect()).into()
        };
        Arc::clone(self.lists().headings.get_or_insert_with(read))
    }

    pub(super) fn forget_lists(&self) {
        self.inner.listed.forget();
        *self.lists() = Lists::default();
    }

    fn lists(&self) -> MutexGuard<'_, Lists> {
        self.inner.lists.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read_names(&self) -> Arc<[Named]> {
        let mut by_form: FxHashMap<String, Named> = FxHashMap::default();
        for (at, source) in self.inner.sources.iter().enumerate() {
            for (form, informal, row, cited) in source.forms_of_names() {
                let id = self.global_id(InstrumentId { source: 0, row }, at);
                let named = by_form.entry(fold::words(&form)).or_insert_with(|| Named {
                    folded: fold::search(&form).into(),
                    form: form.into(),
                    informal,
                    instruments: SmallVec::new(),
                    cited: 0,
                });
                named.cited = named.cited.max(cited);
                named.instruments.push(id);
            }
        }
        let mut all: Vec<Named> = by_form.into_values().collect();
        all.sort_unstable_by(|a, b| (&a.folded, &a.form).cmp(&(&b.folded, &b.form)));
        all.into()
    }

    fn read_series(&self) -> Arc<[Series]> {
        // The database that knows most of a series decides: adding up would count an instrument twice.
        let mut best: FxHashMap<String, Series> = FxHashMap::default();
        for (written, coverage) in self.inner.sources.iter().flat_map(Source::series) {
            let Some(series) = Series::read(&written, coverage) else { continue };
            if best.get(&written).is_none_or(|known| known.coverage.known < series.coverage.known) {
                best.insert(written, series);
            }
        }
        let mut all: Vec<Series> = best.into_values().collect();
        all.sort_unstable_by(|a, b| (&a.symbol, a.year).cmp(&(&b.symbol, b.year)));
        all.into()
    }
}

impl Series {
    /// Reads a series as the store writes it: `2020/NĐ-CP`, `QĐ-TTg (2022)`, `QH15 Luật`.
    fn read(written: &str, coverage: Coverage) -> Option<Self> {
        let of = |symbol: &str, year: Option<u16>, with_year: bool| Self {
            symbol: symbol.to_owned(),
            folded: fold::search(symbol).into(),
            year,
            with_year,
            coverage: coverage.clone(),
        };
        if let Some((year, symbol)) = written.split_once('/')
            && year.len() == 4
            && let Ok(year) = year.parse()
        {
            return Some(of(symbol, Some(year), true));
        }
        if let Some((symbol, year)) = written.strip_suffix(')').and_then(|w| w.split_once(" (")) {
            return Some(of(symbol, year.parse().ok(), false));
        }
        (!written.contains(' ')).then(|| of(written, None, false))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;

    #[test]
    fn a_name_has_the_acts_of_all_its_years() {
        let named = sample().named();
        let land = named.iter().find(|n| &*n.form == "Luật Đất đai").unwrap();
        assert_eq!((&*land.folded, land.informal, land.instruments.len()), ("luat dat dai", false, 2));
        assert!(named.iter().any(|n| &*n.form == "LĐĐ" && n.informal));
    }

    #[test]
    fn a_line_of_a_list_has_what_is_shown_of_an_act() {
        let c = sample();
        let whole = c.by_number("30/2020/NĐ-CP").remove(0);
        let listed = c.listed(whole.id).unwrap();
        assert_eq!((listed.id, &listed.title, listed.cited), (whole.id, &whole.title, whole.cited));
        assert!(listed.provisions.is_empty());
    }

    #[test]
    fn series_are_read_with_symbol_and_year() {
        let all = sample().all_series();
        let of = |symbol: &str| all.iter().find(|s| s.symbol == symbol).map(|s| (s.year, s.with_year));
        assert_eq!(of("NĐ-CP"), Some((Some(2020), true)));
        assert_eq!(of("QĐ-TTg").map(|(_, with_year)| with_year), Some(false));
    }
}

//! Plausible instruments in any number, the same ones for the same count: types, issuers and years in the shares that
//! national databases have them, all provinces, titles of a vocabulary whose words are distributed by Zipf's law.

mod titles;

use std::collections::HashMap;
use titles::Titles;
use viendan::catalogue::record::{Record, RelationRecord};
use viendan::law::{agencies, places};

/// SplitMix64: the same numbers everywhere, for ever.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below `end`, evenly.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// In 0..1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Below `end`, the n-th about 1/n as often as the first (Zipf).
    pub fn zipf(&mut self, end: usize) -> usize {
        ((end as f64 + 1.0).powf(self.share()) - 1.0) as usize % end
    }
}

/// Who numbers how: one kind of instrument and its share in thousandths.
#[derive(Clone, Copy)]
enum Kind {
    LocalDecision,
    LocalNormativeDecision,
    LocalResolution,
    LocalPlan,
    LocalDirective,
    Decision,
    Circular,
    JointCircular,
    PrimeMinister,
    Decree,
    GovernmentResolution,
    Directive,
    Letter,
    Notice,
    Consolidated,
    Party,
    Law,
    AssemblyResolution,
    Old,
}

const SHARES: [(Kind, usize); 19] = [
    (Kind::LocalDecision, 330),
    (Kind::LocalNormativeDecision, 120),
    (Kind::LocalResolution, 110),
    (Kind::LocalPlan, 50),
    (Kind::LocalDirective, 15),
    (Kind::Decision, 120),
    (Kind::Circular, 45),
    (Kind::JointCircular, 6),
    (Kind::PrimeMinister, 40),
    (Kind::Decree, 12),
    (Kind::GovernmentResolution, 8),
    (Kind::Directive, 6),
    (Kind::Letter, 100),
    (Kind::Notice, 12),
    (Kind::Consolidated, 10),
    (Kind::Party, 6),
    (Kind::Law, 1),
    (Kind::AssemblyResolution, 4),
    (Kind::Old, 5),
];

/// An endless row of instruments, each another one.
pub struct Instruments {
    dice: Dice,
    titles: Titles,
    /// Ministries with a code, as (name, code).
    ministries: Vec<(String, String)>,
    provinces: Vec<String>,
    /// The last number of each series.
    last: HashMap<String, u32>,
    /// Kinds by share, a thousand entries.
    kinds: Vec<Kind>,
}

impl Instruments {
    pub fn new(seed: u64) -> Self {
        let ministries: Vec<_> = agencies()
            .iter()
            .filter(|(_, a)| a.name.starts_with("Bộ ") && !a.codes.is_empty())
            .map(|(_, a)| (a.name.clone(), a.codes[0].clone()))
            .collect();
        let mut provinces: Vec<String> = places().iter().map(|(_, p)| p.full_name()).collect();
        provinces.sort();
        provinces.dedup();
        let kinds = SHARES.iter().flat_map(|&(kind, share)| std::iter::repeat_n(kind, share)).collect();
        Self { dice: Dice::new(seed), titles: Titles::new(), ministries, provinces, last: HashMap::new(), kinds }
    }

    /// The next number of a series that is known; `gap` are missing before it at most.
    fn serial(&mut self, series: String, gap: usize) -> u32 {
        let gap = self.dice.below(gap + 1) as u32;
        let last = self.last.entry(series).or_default();
        *last += 1 + gap;
        *last
    }

    /// A year: more of the later ones.
    fn year(&mut self, first: u16, last: u16) -> u16 {
        let share = self.dice.share().sqrt();
        first + (share * f64::from(last - first + 1)) as u16
    }
}

impl Iterator for Instruments {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let kind = self.kinds[self.dice.below(self.kinds.len())];
        let year = self.year(1996, 2026);
        let province = self.dice.pick(&self.provinces).clone();
        let (ministry, code) = self.dice.pick(&self.ministries).clone();
        let committee = format!("Ủy ban nhân dân {province}");
        let council = format!("Hội đồng nhân dân {province}");
        let mut titles_place = Some(province.clone());
        // The symbol, whether the year is part of the number, the type where the symbol does not show it, and the
        // issuer.
        let (symbol, with_year, name, issuer) = match kind {
            Kind::LocalDecision => ("QĐ-UBND".to_owned(), false, None, Some(committee)),
            Kind::LocalNormativeDecision => ("QĐ-UBND".to_owned(), true, None, Some(committee)),
            Kind::LocalResolution => ("NQ-HĐND".to_owned(), year.is_multiple_of(2), None, Some(council)),
            Kind::LocalPlan => ("KH-UBND".to_owned(), false, None, Some(committee)),
            Kind::LocalDirective => ("CT-UBND".to_owned(), false, None, Some(committee)),
            Kind::Decision => (format!("QĐ-{code}"), self.dice.below(4) == 0, None, Some(ministry)),
            Kind::Circular => (format!("TT-{code}"), true, None, Some(ministry)),
            Kind::JointCircular => {
                let (_, other) = self.dice.pick(&self.ministries).clone();
                if other == code {
                    ("TT-BTC".to_owned(), true, None, None)
                } else {
                    (format!("TTLT-{code}-{other}"), true, None, None)
                }
            }
            Kind::PrimeMinister => ("QĐ-TTg".to_owned(), year < 2010 && !year.is_multiple_of(3), None, None),
            Kind::Decree => ("NĐ-CP".to_owned(), true, None, None),
            Kind::GovernmentResolution => ("NQ-CP".to_owned(), false, None, None),
            Kind::Directive => ("CT-TTg".to_owned(), false, None, None),
            Kind::Letter => (format!("{code}-VP"), false, Some("Công văn"), Some(ministry)),
            Kind::Notice => ("TB-VPCP".to_owned(), false, None, None),
            Kind::Consolidated => (format!("VBHN-{code}"), false, None, Some(ministry)),
            Kind::Party => ("NQ/TW".to_owned(), false, None, Some("Ban Chấp hành Trung ương".to_owned())),
            Kind::Law | Kind::AssemblyResolution => {
                let term = 9 + (u32::from(year) - 1996) * 7 / 31;
                let name = if matches!(kind, Kind::Law) { "Luật" } else { "Nghị quyết" };
                (format!("QH{term}"), true, Some(name), Some("Quốc hội".to_owned()))
            }
            Kind::Old => ("HĐBT".to_owned(), false, Some("Quyết định"), Some("Hội đồng Bộ trưởng".to_owned())),
        };
        if !matches!(
            kind,
            Kind::LocalDecision
                | Kind::LocalNormativeDecision
                | Kind::LocalResolution
                | Kind::LocalPlan
                | Kind::LocalDirective
        ) && self.dice.below(5) > 0
        {
            titles_place = None;
        }
        let year = if matches!(kind, Kind::Old) { 1981 + year % 11 } else { year };
        let place = issuer.clone().unwrap_or_default();
        let kind_of_series = name.unwrap_or_default();
        // A province issues thousands of decisions on single matters a year, of which databases have a part.
        let gap = match kind {
            Kind::LocalDecision => 60,
            Kind::Letter | Kind::Decision => 30,
            _ => usize::from(self.dice.below(10) == 0),
        };
        let serial = self.serial(format!("{symbol} {year} {with_year} {place} {kind_of_series}"), gap);
        let number = match kind {
            Kind::Party => format!("{serial:02}-{symbol}"),
            _ if with_year => format!("{serial:02}/{year}/{symbol}"),
            _ => format!("{serial:02}/{symbol}"),
        };
        let issued = format!("{year}-{:02}-{:02}", 1 + self.dice.below(12), 1 + self.dice.below(28));
        let title = match kind {
            Kind::Law => self.titles.law(&mut self.dice, serial),
            _ => self.titles.title(&mut self.dice, titles_place.as_deref()),
        };
        let mut relations = Vec::new();
        // What came before it in its series it replaces or amends now and then.
        if with_year && serial > 5 && self.dice.below(8) == 0 {
            let before = serial - 1 - self.dice.below(4) as u32;
            let kind = *self.dice.pick(&["replaces", "amends", "amends", "repeals"]);
            relations.push(RelationRecord {
                kind: kind.to_owned(),
                target: format!("{before:02}/{year}/{symbol}"),
                date: Some(issued.clone()),
                note: None,
            });
        }
        let status = *self.dice.pick(&["in-force", "in-force", "in-force", "expired", "partly-expired"]);
        let cited = if self.dice.below(3) == 0 { (1.0 / (self.dice.share() + 0.002)) as u32 } else { 0 };
        Some(Record {
            number: Some(number),
            kind: name.map(str::to_owned),
            issuer,
            effective: (self.dice.below(2) == 0).then(|| issued.clone()),
            expired: None,
            issued: Some(issued),
            status: (self.dice.below(4) > 0).then(|| status.to_owned()),
            title: Some(title),
            field: (self.dice.below(4) == 0).then(|| self.titles.field(&mut self.dice)),
            relations,
            articles: (self.dice.below(4) == 0).then(|| 3 + self.dice.below(60) as u32),
            source: Some("danh mục giả định".to_owned()),
            cited,
            ..Record::default()
        })
    }
}

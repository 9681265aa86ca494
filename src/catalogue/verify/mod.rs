//! Whether records can be: each by itself, in its series, and against those that it names.
//!
//! - [`record`]: dates, status, title and symbol of one record.
//! - [`series`]: the dates of a series of numbers against its order.
//! - [`relation`]: what a relation says against both acts.

mod record;
pub mod relation;
mod series;

use super::model::Instrument;
use crate::cite::Number;
use crate::law::named::named_enum;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

named_enum! {
    /// What is checked.
    pub enum Check {
        /// The day of issue is not in the year of the number.
        Year = "year",
        /// The Assembly's term does not sit in the year of the number, or the year is not yet.
        Number = "number",
        /// In force before it was issued.
        EffectiveBeforeIssue = "effective-before-issue",
        /// Ended before it was in force or issued.
        EndBeforeBeginning = "end-before-beginning",
        /// Issued long before or after those beside it in its series.
        Order = "order",
        /// A relation to a number that cannot be.
        TargetImpossible = "target-impossible",
        /// A relation to an act that the catalogue does not hold.
        TargetUnknown = "target-unknown",
        /// Changed by an act of an earlier day.
        ChangedByEarlier = "changed-by-earlier",
        /// Changed by an act of a lower rank.
        ChangedByLower = "changed-by-lower",
        /// A relation that the other record does not have.
        OneSided = "one-sided",
        /// Replaced or repealed as a whole, and neither end nor status says so.
        EndUnknown = "end-unknown",
        /// A status that the dates contradict, or that waits for a day which is known.
        Status = "status",
        /// A bracket or quotation that does not close, or closes and was not opened.
        TitleUnbalanced = "title-unbalanced",
        /// A title that breaks off.
        TitleCut = "title-cut",
        /// A title with a word that cannot be: "nghỉệp", "sungkhoản", "của của".
        TitleMisspelt = "title-misspelt",
        /// No agency of the symbol was there on the day of issue.
        Symbol = "symbol",
        /// A decision on single persons or cases.
        Person = "person",
    }
}

impl Check {
    /// Whether what is found is a fault, and not only something that is missing or strange.
    pub fn is_fault(self) -> bool {
        !matches!(self, Self::TargetUnknown | Self::Order)
    }
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub check: Check,
    /// The number of the record, its title where it has none.
    pub number: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The other act, for a relation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The values that don't fit: a date, a title.
    pub found: String,
}

impl Fault {
    fn new(check: Check, of: &Instrument, found: impl Into<String>) -> Self {
        let number = of.number.clone().or_else(|| of.title.clone()).unwrap_or_default();
        Self { check, number, kind: of.kind.as_str(), target: None, found: found.into() }
    }
}

/// A fault that was looked at and is none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Exception {
    pub check: String,
    pub number: String,
    #[serde(default)]
    pub target: Option<String>,
    /// Why it is right as it stands.
    pub why: String,
}

impl Exception {
    pub fn explains(&self, fault: &Fault) -> bool {
        self.check == fault.check.as_str() && self.number == fault.number && self.target == fault.target
    }
}

/// The faults of the built-in facts that were looked at, of `data/catalogue/exceptions.jsonl`.
pub fn exceptions() -> Vec<Exception> {
    let lines = include_str!("../../../data/catalogue/exceptions.jsonl").lines();
    lines.filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// Everything that is wrong with the records of a catalogue, which are all of its records, by check.
pub fn verify(records: &[Instrument]) -> Vec<Fault> {
    let all = Records::of(records);
    let mut faults = Vec::new();
    for at in 0..records.len() {
        record::verify(&all, at, &mut faults);
        relation::verify(&all, at, &mut faults);
    }
    series::verify(&all, &mut faults);
    faults.sort_by(|a, b| (a.check, &a.number, &a.target).cmp(&(b.check, &b.number, &b.target)));
    faults
}

/// Records with their numbers read, found by them.
pub struct Records<'r> {
    all: &'r [Instrument],
    numbers: Vec<Option<Number>>,
    by_key: FxHashMap<String, Vec<usize>>,
}

impl<'r> Records<'r> {
    pub fn of(all: &'r [Instrument]) -> Self {
        let numbers: Vec<Option<Number>> = all.iter().map(|i| i.number.as_deref().and_then(Number::parse)).collect();
        let mut by_key: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, number) in numbers.iter().enumerate() {
            if let Some(number) = number {
                by_key.entry(number.key()).or_default().push(at);
            }
        }
        Self { all, numbers, by_key }
    }

    /// The records of a number.
    fn of_number(&self, number: &Number) -> impl Iterator<Item = &'r Instrument> {
        self.by_key.get(&number.key()).into_iter().flatten().map(|&at| &self.all[at])
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::Record;
    use super::*;
    use std::collections::BTreeMap;

    fn faults(lines: &str) -> Vec<(String, String)> {
        let records: Vec<Instrument> =
            lines.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()).collect();
        verify(&records).into_iter().map(|f| (f.check.to_string(), f.number)).collect()
    }

    fn one(line: &str) -> Vec<String> {
        faults(line).into_iter().map(|(check, _)| check).collect()
    }

    #[test]
    fn a_record_is_held_against_itself() {
        for (line, check) in [
            (r#"{"number":"30/2020/NĐ-CP","issued":"2019-03-05"}"#, "year"),
            (r#"{"number":"45/2019/QH13","type":"Luật"}"#, "number"),
            (r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","effective":"2020-02-05"}"#, "effective-before-issue"),
            (r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","expired":"2020-02-05"}"#, "end-before-beginning"),
            (r#"{"number":"30/2020/NĐ-CP","effective":"2020-03-05","status":"not-yet-in-force"}"#, "status"),
            (r#"{"number":"30/2020/NĐ-CP","title":"Về công tác (văn thư"}"#, "title-unbalanced"),
            (r#"{"number":"30/2020/NĐ-CP","title":"Sửa đổi, bổ sung một số điều của"}"#, "title-cut"),
            (r#"{"number":"30/2020/NĐ-CP","title":"Về công tác văn thư của doanh nghỉệp"}"#, "title-misspelt"),
            (r#"{"number":"30/2020/TT-BNNMT","issued":"2020-03-05"}"#, "symbol"),
            (r#"{"number":"30/QĐ-BTC","year":2020,"title":"Về việc bổ nhiệm công chức"}"#, "person"),
        ] {
            assert_eq!(one(line), [check], "{line}");
        }
        assert!(one(r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","effective":"2020-03-05","title":"Về công tác văn thư"}"#).is_empty());
    }

    #[test]
    fn a_relation_is_held_against_both_acts() {
        let old = r#"{"number":"12/2022/NĐ-CP","issued":"2022-01-17"}"#;
        let new = r#"{"number":"283/2026/NĐ-CP","issued":"2026-07-15","relations":[{"kind":"replaces","target":"12/2022/NĐ-CP"}]}"#;
        assert_eq!(faults(&format!("{old}\n{new}")), [("one-sided".to_owned(), "283/2026/NĐ-CP".to_owned())]);
        let told = r#"{"number":"12/2022/NĐ-CP","relations":[{"kind":"replaced-by","target":"283/2025/NĐ-CP"}]}"#;
        assert!(one(told).iter().any(|c| c == "end-unknown"), "{:?}", one(told));
        for (line, check) in [
            (
                r#"{"number":"9/2020/NĐ-CP","relations":[{"kind":"amended-by","target":"9/2021/TT-BTC"}]}"#,
                "changed-by-lower",
            ),
            (
                r#"{"number":"9/2020/NĐ-CP","relations":[{"kind":"amended-by","target":"9/2019/NĐ-CP"}]}"#,
                "changed-by-earlier",
            ),
            (
                r#"{"number":"9/2020/NĐ-CP","relations":[{"kind":"guides","target":"97/2015/QH14"}]}"#,
                "target-impossible",
            ),
        ] {
            assert!(one(line).iter().any(|c| c == check), "{line}: {:?}", one(line));
        }
    }

    #[test]
    fn a_date_is_held_against_its_series() {
        let mut lines: Vec<String> =
            (1..=12).map(|n| format!(r#"{{"number":"{n}/2020/NĐ-CP","issued":"2020-{:02}-10"}}"#, n)).collect();
        assert!(faults(&lines.join("\n")).is_empty());
        lines[5] = r#"{"number":"6/2020/NĐ-CP","issued":"2020-12-28"}"#.to_owned();
        assert_eq!(faults(&lines.join("\n")), [("order".to_owned(), "06/2020/NĐ-CP".to_owned())]);
    }

    #[test]
    fn the_built_in_catalogue_is_sound_but_for_what_was_explained() {
        let records = super::super::builtin::instruments().unwrap();
        let exceptions = exceptions();
        let faults = verify(&records);
        let mut open: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for fault in faults.iter().filter(|f| f.check.is_fault() && !exceptions.iter().any(|e| e.explains(f))) {
            open.entry(fault.check.as_str())
                .or_default()
                .push(format!("{} {:?} {}", fault.number, fault.target, fault.found));
        }
        assert!(open.is_empty(), "{open:#?}");
        let idle: Vec<_> =
            exceptions.iter().filter(|e| !faults.iter().any(|f| e.explains(f)) || e.why.is_empty()).collect();
        assert!(idle.is_empty(), "{idle:#?}");
    }
}

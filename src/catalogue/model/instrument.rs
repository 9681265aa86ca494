//! One instrument (*văn bản*), as the catalogue knows it.

use super::{Fact, FactSet, UnitPath};
use crate::law::TypeId;
use crate::law::named::named_enum;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::Date;

/// Which instrument of an open catalogue this is. Written as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "i64", into = "i64")]
pub struct InstrumentId {
    /// The database: 0 for the built-in one, whatever else is open.
    pub source: u8,
    /// The row in it. Rows are numbered in order of weight; 0 in a record that is not stored.
    pub row: i64,
}

/// So many low bits of an id that is written as one number are the row.
const ROW_BITS: u32 = 44;

impl From<InstrumentId> for i64 {
    fn from(id: InstrumentId) -> Self {
        id.row | Self::from(id.source) << ROW_BITS
    }
}

impl From<i64> for InstrumentId {
    /// A number that no id is written as gives an id that no instrument has.
    fn from(number: i64) -> Self {
        let source = u8::try_from(number >> ROW_BITS).unwrap_or(u8::MAX);
        Self { source, row: number & ((1 << ROW_BITS) - 1) }
    }
}

/// The record of one instrument. An absent field is unknown, never "none".
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Instrument {
    pub id: InstrumentId,
    /// Canonical number (`30/2020/NĐ-CP`); `None` for acts without one (Hiến pháp, Bộ luật of 1985).
    pub number: Option<String>,
    pub kind: TypeId,
    /// Full official name of the issuer; issuers of a joint act are separated by ", ".
    pub issuer: Option<String>,
    pub issued: Option<Date>,
    pub effective: Option<Date>,
    /// First day on which it is no longer in force.
    pub expired: Option<Date>,
    /// Year of issue, from the number or the date.
    pub year: Option<u16>,
    pub status: Option<Status>,
    /// The day on which the status was last known.
    pub as_of: Option<Date>,
    /// Title without type, number and date: "Về công tác văn thư". For a law its name: "Luật Đất đai".
    pub title: Option<String>,
    pub signer: Option<String>,
    pub field: Option<String>,
    /// Names and nicknames under which it is cited: "Luật Đất đai", "Đề án 06".
    pub aliases: Vec<String>,
    pub relations: Vec<Relation>,
    /// How many articles it has; `None` where no full text was at hand.
    pub articles: Option<u32>,
    /// How many chapters it has, where that was counted.
    pub chapters: Option<u32>,
    pub provisions: Vec<Provision>,
    /// The program brings an outline of it: [`super::super::outlines::units`].
    pub outlined: bool,
    /// Two to five sentences for the drafter.
    pub summary: Option<String>,
    pub url: Option<String>,
    /// Where the record came from.
    pub source: Option<String>,
    /// Where single facts came from, if not from [`Self::source`]: by name of the field, a relation by its kind and
    /// target ("replaces 110/2004/NĐ-CP").
    pub origins: BTreeMap<String, String>,
    /// The facts that a reliable source confirms.
    pub confirmed: FactSet,
    /// How often the texts at hand cite it: its weight in ranking.
    pub cited: u32,
}

named_enum! {
    /// The five words of the national database.
    pub enum Status {
        /// *còn hiệu lực*
        InForce = "in-force",
        /// *hết hiệu lực toàn bộ*
        Expired = "expired",
        /// *hết hiệu lực một phần*
        PartlyExpired = "partly-expired",
        /// *chưa có hiệu lực*
        NotYetInForce = "not-yet-in-force",
        /// *ngưng hiệu lực*
        Suspended = "suspended",
    }
}

named_enum! {
    /// How two instruments are connected; `number` of the record is the subject: it replaces the target.
    pub enum RelationKind {
        Replaces = "replaces",
        ReplacedBy = "replaced-by",
        Amends = "amends",
        AmendedBy = "amended-by",
        Repeals = "repeals",
        RepealedBy = "repealed-by",
        Guides = "guides",
        GuidedBy = "guided-by",
        Consolidates = "consolidates",
        Corrects = "corrects",
        Suspends = "suspends",
        SuspendedBy = "suspended-by",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    pub kind: RelationKind,
    /// Canonical number, or a name where the target has none.
    pub target: String,
    pub date: Option<Date>,
    pub note: Option<String>,
}

/// A unit of an instrument: an article, or a section of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// `Điều 5`, `Mục 5`
    pub path: UnitPath,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Whether an instrument is in force on a day, as far as is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Validity {
    InForce,
    /// Expired in part.
    PartlyExpired,
    /// No longer in force from the day given, if it is known, and the successor's number.
    Expired {
        since: Option<Date>,
        by: Option<String>,
    },
    NotYetInForce {
        from: Date,
    },
    Suspended {
        by: Option<String>,
    },
    Unknown,
}

impl Instrument {
    /// Whether a reliable source confirms the fact.
    pub fn is_confirmed(&self, fact: Fact) -> bool {
        self.confirmed.contains(fact)
    }

    /// The relations of a kind, in the order of their dates.
    pub fn related(&self, kind: RelationKind) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(move |r| r.kind == kind)
    }

    /// The successor: what replaced it, else what repealed it.
    pub fn successor(&self) -> Option<&Relation> {
        // Of several the one that ended it: a list may have mixed two acts of one number.
        let ended = |r: &&Relation| r.date.is_some() && r.date == self.expired;
        let mut replaced = self.related(RelationKind::ReplacedBy);
        let first = self.related(RelationKind::ReplacedBy).next();
        replaced.find(ended).or(first).or_else(|| self.related(RelationKind::RepealedBy).next())
    }

    /// Whether it is in force on a day.
    pub fn validity(&self, on: Date) -> Validity {
        if let Some(since) = self.expired.filter(|&since| since <= on) {
            return Validity::Expired { since: Some(since), by: self.successor().map(|r| r.target.clone()) };
        }
        if let Some(from) = self.effective.filter(|&from| on < from) {
            return Validity::NotYetInForce { from };
        }
        match self.status {
            // A dated end in the future has not come yet.
            Some(Status::Expired) if self.expired.is_none() => {
                Validity::Expired { since: None, by: self.successor().map(|r| r.target.clone()) }
            }
            // What ended parts of it came later than the day.
            Some(Status::PartlyExpired) if self.is_whole_on(on) => Validity::InForce,
            Some(Status::PartlyExpired) => Validity::PartlyExpired,
            Some(Status::Suspended) => {
                Validity::Suspended { by: self.related(RelationKind::SuspendedBy).next().map(|r| r.target.clone()) }
            }
            Some(_) => Validity::InForce,
            None => Validity::Unknown,
        }
    }

    /// Whether all acts that are known to have ended parts of it did so after a day.
    fn is_whole_on(&self, day: Date) -> bool {
        use RelationKind as R;
        let ending =
            || self.relations.iter().filter(|r| matches!(r.kind, R::AmendedBy | R::RepealedBy | R::ReplacedBy));
        ending().next().is_some() && ending().all(|r| r.date.is_some_and(|date| date > day))
    }

    /// The status on a day: what has ended or taken effect by then is computed from the dates. `None` where nothing is known.
    pub fn status_on(&self, day: Date) -> Option<Status> {
        match self.validity(day) {
            Validity::InForce => Some(Status::InForce),
            Validity::PartlyExpired => Some(Status::PartlyExpired),
            Validity::Expired { .. } => Some(Status::Expired),
            Validity::NotYetInForce { .. } => Some(Status::NotYetInForce),
            Validity::Suspended { .. } => Some(Status::Suspended),
            Validity::Unknown => None,
        }
    }

    /// The address of its official page, as far as it is one of the web: records come from anywhere, and an editor would follow
    /// `command:` and `file:` too.
    pub fn page(&self) -> Option<&str> {
        let is_web = |url: &&str| {
            let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            rest.is_some_and(|rest| {
                !rest.is_empty() && !rest.contains(|c: char| " ()<>\"\\".contains(c) || c.is_control())
            })
        };
        self.url.as_deref().filter(is_web)
    }

    /// How it is cited in one line: "Nghị định 30/2020/NĐ-CP", "Luật Đất đai 31/2024/QH15", "Hiến pháp năm 2013".
    pub fn label(&self) -> String {
        match (&self.number, &self.title) {
            (Some(number), Some(title)) if title.starts_with(self.kind.as_str()) => format!("{title} {number}"),
            (Some(number), _) => format!("{} {number}", self.kind),
            (None, Some(title)) => match self.year {
                Some(year) => format!("{title} năm {year}"),
                None => title.clone(),
            },
            (None, None) => self.kind.as_str().to_owned(),
        }
    }
}

#[cfg(test)]
impl Instrument {
    /// What the tests of this room begin with: a number, a type and the day of issue, the year taken from it.
    pub(in crate::catalogue) fn of(number: &str, kind: TypeId, issued: Option<Date>) -> Instrument {
        let year = issued.map(|d| d.year() as u16);
        Instrument { number: Some(number.to_owned()), kind, issued, year, ..Instrument::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_follows_from_the_dates_on_the_day_asked_about() {
        use time::macros::date;
        let decree = Instrument {
            effective: Some(date!(2026 - 03 - 01)),
            expired: Some(date!(2027 - 01 - 01)),
            status: Some(Status::NotYetInForce),
            ..Instrument::of("9/2026/NĐ-CP", TypeId::NGHI_DINH, Some(date!(2026 - 01 - 09)))
        };
        assert_eq!(decree.status_on(date!(2026 - 02 - 01)), Some(Status::NotYetInForce));
        assert_eq!(decree.status_on(date!(2026 - 03 - 01)), Some(Status::InForce));
        assert_eq!(decree.status_on(date!(2027 - 01 - 01)), Some(Status::Expired));
    }

    #[test]
    fn an_act_is_whole_before_others_ended_parts_of_it() {
        use time::macros::date;
        let relation =
            |date| Relation { kind: RelationKind::AmendedBy, target: "71/2025/QH15".to_owned(), date, note: None };
        let code = |dates: &[Option<Date>]| Instrument {
            status: Some(Status::PartlyExpired),
            relations: dates.iter().map(|date| relation(*date)).collect(),
            ..Instrument::of("45/2019/QH14", TypeId::BO_LUAT, Some(date!(2019 - 11 - 20)))
        };
        let dated = code(&[Some(date!(2026 - 01 - 01))]);
        assert_eq!(dated.status_on(date!(2023 - 02 - 04)), Some(Status::InForce));
        assert_eq!(dated.status_on(date!(2026 - 01 - 01)), Some(Status::PartlyExpired));
        let undated = code(&[Some(date!(2026 - 01 - 01)), None]);
        assert_eq!(undated.status_on(date!(2023 - 02 - 04)), Some(Status::PartlyExpired));
        assert_eq!(code(&[]).status_on(date!(2023 - 02 - 04)), Some(Status::PartlyExpired));
    }

    #[test]
    fn an_id_is_written_as_one_number() {
        for id in [InstrumentId { source: 0, row: 7 }, InstrumentId { source: 126, row: (1 << 40) + 3 }] {
            assert_eq!(InstrumentId::from(i64::from(id)), id);
        }
        assert_eq!(i64::from(InstrumentId { source: 0, row: 7 }), 7);
        assert_eq!(InstrumentId::from(-1).source, u8::MAX);
    }
}

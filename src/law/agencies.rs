//! Agencies (*cơ quan*): names, codes, periods and successors.

use super::named::named_enum;
use super::table::{self, TableError, TableFault, rows};
use crate::text::fold;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::OnceLock;
use time::Date;

named_enum! {
    /// What an agency is in the state, or outside it.
    pub enum AgencyKind {
        /// Quốc hội, Chính phủ, Thủ tướng Chính phủ …
        Central = "central",
        /// *bộ*
        Ministry = "ministry",
        /// *cơ quan ngang bộ*
        MinisterialLevel = "ministerial-level",
        /// *cơ quan thuộc Chính phủ*
        GovernmentAgency = "government-agency",
        /// *tổng cục*
        GeneralDepartment = "general-department",
        /// *cục, vụ* of a ministry
        Department = "department",
        /// *ủy ban, ban chỉ đạo*
        Committee = "committee",
        /// *tòa án*
        Court = "court",
        /// *viện kiểm sát*
        Procuracy = "procuracy",
        Party = "party",
        /// *tổ chức chính trị - xã hội* and other organisations
        Organisation = "organisation",
        /// *sở*: every province has one
        ProvinceDepartment = "province-department",
        /// Another agency that every province has
        ProvinceGeneric = "province-generic",
        Other = "other",
    }
}

impl AgencyKind {
    /// A ministry, or an agency of the same rank.
    pub const fn is_ministry(self) -> bool {
        matches!(self, Self::Ministry | Self::MinisterialLevel)
    }

    /// The agencies of the centre and the ministries: the table has all of them, with their codes.
    pub const fn is_central(self) -> bool {
        matches!(self, Self::Central) || self.is_ministry()
    }

    /// A court or procuracy.
    pub const fn is_judicial(self) -> bool {
        matches!(self, Self::Court | Self::Procuracy)
    }

    /// No agency by itself: every province has one, or it issues nothing. Only the codes are of use.
    pub const fn is_class(self) -> bool {
        matches!(self, Self::ProvinceDepartment | Self::ProvinceGeneric | Self::Other)
    }
}

/// An agency that issues or issued instruments.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Full official name: "Bộ Giáo dục và Đào tạo".
    pub name: String,
    /// Codes in numbers, the proper one first: "BGDĐT", "BGD&ĐT".
    #[serde(default)]
    pub codes: Vec<String>,
    /// Other forms that are read as this agency.
    #[serde(default)]
    pub aliases: Vec<String>,
    pub kind: AgencyKind,
    #[serde(default)]
    pub parent: Option<String>,
    /// Title of its head: "Bộ trưởng".
    #[serde(default)]
    pub head: Option<String>,
    /// First day, `None` where it is older than the data.
    #[serde(default, with = "table::optional_day")]
    pub from: Option<Date>,
    /// Last day, `None` while the agency exists.
    #[serde(default, with = "table::optional_day")]
    pub to: Option<Date>,
    #[serde(default)]
    pub successors: Vec<String>,
    /// The instrument that ended or merged it.
    #[serde(default)]
    pub decision: Option<String>,
    /// Whether existence, name and code were seen in a source.
    #[serde(default)]
    pub confirmed: bool,
}

impl Agency {
    /// Whether it existed on a day, as far as is known.
    pub fn existed_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// An agency of the table of agencies: its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyId(u16);

impl AgencyId {
    /// The row of the table of agencies.
    pub fn row(self) -> &'static Agency {
        agencies().get(self)
    }

    /// The number of the row, from 0, for tables next to this one.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The table of agencies.
#[derive(Debug)]
pub struct Agencies {
    all: Vec<Agency>,
    by_name: FxHashMap<String, Vec<AgencyId>>,
    by_code: FxHashMap<String, Vec<AgencyId>>,
}

/// The table of `data/law/agencies.jsonl`. Its first use checks it; a fault is a fault of the build and panics.
pub fn agencies() -> &'static Agencies {
    static AGENCIES: OnceLock<Agencies> = OnceLock::new();
    AGENCIES.get_or_init(|| {
        Agencies::parse(include_str!("../../data/law/agencies.jsonl")).expect("data/law/agencies.jsonl is well formed")
    })
}

impl Agencies {
    fn parse(data: &str) -> Result<Self, TableError> {
        let mut table = Self { all: Vec::new(), by_name: FxHashMap::default(), by_code: FxHashMap::default() };
        for row in rows("agencies.jsonl", data) {
            let (place, agency): (_, Agency) = row?;
            if agency.from.zip(agency.to).is_some_and(|(from, to)| to < from) {
                return Err(place.fault(TableFault::EndsBeforeItBegins(agency.name)));
            }
            let at = AgencyId(place.index()?);
            for name in std::iter::once(&agency.name).chain(&agency.aliases) {
                let of_name = table.by_name.entry(fold::words(name)).or_default();
                if !of_name.contains(&at) {
                    of_name.push(at);
                }
            }
            for code in &agency.codes {
                table.by_code.entry(code.clone()).or_default().push(at);
            }
            table.all.push(agency);
        }
        Ok(table)
    }

    /// All agencies with their indices.
    pub fn iter(&self) -> impl Iterator<Item = (AgencyId, &Agency)> {
        (0..).map(AgencyId).zip(&self.all)
    }

    /// The agency at an index of the table. Panics for an index that isn't in the table.
    pub fn get(&self, id: AgencyId) -> &Agency {
        &self.all[id.index()]
    }

    /// The agencies of a full name or alias, in any case and tone style.
    pub fn by_name(&self, name: &str) -> &[AgencyId] {
        self.by_name.get(&fold::words(name)).map_or(&[], Vec::as_slice)
    }

    /// The agency whose name a longer one ends with, and the words in front: "Chánh Văn phòng" of "Chánh Văn phòng Bộ Y tế". The
    /// longest one; classes of agencies aside.
    pub fn at_end_of<'n>(&self, name: &'n str) -> Option<(&'n str, AgencyId)> {
        let mut starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
        starts.find_map(|at| {
            let is_it = |id: &&AgencyId| self.get(**id).name == name[at..] && !self.get(**id).kind.is_class();
            Some((name[..at].trim_end(), *self.by_name(&name[at..]).iter().find(is_it)?))
        })
    }

    /// The agencies that hold this agency's functions on a day: its successors, and instead of one that has ended by then
    /// its own successors; one that ended without any is left out. Unknown successors are kept as they are.
    pub fn current_successors(&self, agency: &Agency, day: Date) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let mut seen: Vec<String> = vec![agency.name.clone()];
        let mut open: Vec<String> = agency.successors.iter().rev().cloned().collect();
        while let Some(name) = open.pop() {
            if seen.contains(&name) {
                continue;
            }
            let same = self.by_name(&name);
            let ended = same.iter().map(|&i| self.get(i)).max_by_key(|a| a.to.unwrap_or(Date::MAX));
            match ended.filter(|_| !same.iter().any(|&i| self.get(i).existed_on(day))) {
                Some(ended) if ended.to.is_some_and(|to| to < day) => {
                    open.extend(ended.successors.iter().rev().cloned());
                }
                _ => out.push(name.clone()),
            }
            seen.push(name);
        }
        out
    }

    /// The agencies that a code in a number can mean; letter case and `Đ` matter.
    pub fn by_code(&self, code: &str) -> &[AgencyId] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }

    /// The agency that a code means on a day: the one that existed then, else (or where no day is known) one that exists
    /// now, else the first of the table. `None` where several agencies of different names share the code at that time
    /// (`TW`: Bộ Chính trị, Ban Bí thư).
    pub fn of_code(&self, code: &str, day: Option<Date>) -> Option<AgencyId> {
        let all = self.by_code(code);
        let existing: Vec<AgencyId> = match day {
            Some(day) => all.iter().copied().filter(|&i| self.get(i).existed_on(day)).collect(),
            None => all.iter().copied().filter(|&i| self.get(i).to.is_none()).collect(),
        };
        let candidates = if existing.is_empty() { all } else { existing.as_slice() };
        let first = *candidates.first()?;
        candidates.iter().all(|&i| self.get(i).name == self.get(first).name).then_some(first)
    }

    /// All codes with the agencies they can mean.
    pub fn codes(&self) -> impl Iterator<Item = (&str, &[AgencyId])> {
        self.by_code.iter().map(|(c, a)| (c.as_str(), a.as_slice()))
    }
}

//! Provinces and cities under the central government, before and after 1 July 2025.

use super::table::{self, TableError, rows};
use crate::text::fold;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::OnceLock;
use time::Date;

/// A province or centrally governed city in one period of its existence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Only the name: "Bình Dương".
    pub name: String,
    /// "tỉnh" or "thành phố".
    pub unit: String,
    pub level: String,
    #[serde(default, with = "table::optional_day")]
    pub from: Option<Date>,
    /// Last day of the unit; `None` while it exists.
    #[serde(default, with = "table::optional_day")]
    pub to: Option<Date>,
    /// Name of the unit that took over the territory.
    #[serde(default)]
    pub successor: Option<String>,
    /// Names of the units that it was split into, where there are several.
    #[serde(default)]
    pub successors: Vec<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub code: Option<String>,
    /// Whether the period was seen in a source.
    #[serde(default)]
    pub confirmed: bool,
}

impl Place {
    /// "tỉnh Bình Dương", "Thành phố Hồ Chí Minh" (capital T: the name of a person follows).
    pub fn full_name(&self) -> String {
        if self.name == "Hồ Chí Minh" {
            "Thành phố Hồ Chí Minh".to_owned()
        } else {
            format!("{} {}", self.unit, self.name)
        }
    }
}

/// The names of the cities that belonged to a province until 30 June 2025, when the district level ended.
///
/// Source: Luật 72/2025/QH15 Điều 51 khoản 3.
pub fn district_cities() -> impl Iterator<Item = &'static str> {
    include_str!("../../data/law/district-cities.txt").lines()
}

/// A place of the table of places: its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(u16);

impl PlaceId {
    /// The row of the table of places.
    pub fn row(self) -> &'static Place {
        places().get(self)
    }

    /// The number of the row, from 0, for tables next to this one.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The table of places.
#[derive(Debug)]
pub struct Places {
    all: Vec<Place>,
    by_name: FxHashMap<String, Vec<PlaceId>>,
}

/// The table of `data/law/places.jsonl`. Its first use checks it; a fault is a fault of the build and panics.
pub fn places() -> &'static Places {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| {
        Places::parse(include_str!("../../data/law/places.jsonl")).expect("data/law/places.jsonl is well formed")
    })
}

impl Places {
    fn parse(data: &str) -> Result<Self, TableError> {
        let mut table = Self { all: Vec::new(), by_name: FxHashMap::default() };
        for row in rows("places.jsonl", data) {
            let (at, place): (_, Place) = row?;
            let at = PlaceId(at.index()?);
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                table.by_name.entry(fold::words(name)).or_default().push(at);
            }
            table.all.push(place);
        }
        Ok(table)
    }

    /// All periods of places with their indices.
    pub fn iter(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        (0..).map(PlaceId).zip(&self.all)
    }

    /// The place at an index of the table. Panics for an index that isn't in the table.
    pub fn get(&self, id: PlaceId) -> &Place {
        &self.all[id.index()]
    }

    /// The periods of a place by its name without the unit, or an alias, in any case.
    pub fn by_name(&self, name: &str) -> &[PlaceId] {
        self.by_name.get(&fold::words(name)).map_or(&[], Vec::as_slice)
    }
}

//! The types of instruments (*tên loại văn bản*) with their codes in numbers.

use super::TypeId;
use super::table::{TableError, TableFault, rows};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::OnceLock;

/// A type of instrument: "Nghị định", "Thông báo".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentType {
    /// Its row in the table.
    #[serde(skip)]
    pub id: TypeId,
    pub name: String,
    /// The name as [`crate::text::fold::words`] has it.
    #[serde(skip)]
    pub folded: String,
    /// Codes in state numbers, the proper one first: "NĐ". The Assembly's codes stand for the issuer ("QH").
    pub codes: Vec<String>,
    /// Codes in Party numbers.
    #[serde(default)]
    pub party: Vec<String>,
    /// Short forms of the type word in running text.
    pub abbreviations: Vec<String>,
    pub year: YearRule,
    /// Rank in the hierarchy of norms, 1 highest (Luật 64/2025/QH15 Điều 4).
    pub rank: Option<u8>,
    #[serde(default)]
    pub normative: bool,
    /// Named in front of a letter (*công văn*), whose symbol carries no type code.
    #[serde(default)]
    pub letter: bool,
    /// Whether instruments of the type belong into a catalogue.
    #[serde(default = "yes")]
    pub catalogue: bool,
}

impl InstrumentType {
    /// The name and its short forms, as they are written in running text.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.abbreviations).map(String::as_str)
    }
}

fn yes() -> bool {
    true
}

/// Whether numbers of a type carry the year of issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum YearRule {
    Always,
    /// With the year when normative, without it when administrative.
    Normative,
    Never,
    /// The type has no number of the present forms.
    None,
}

/// The table of types.
#[derive(Debug)]
pub struct Types {
    all: Vec<InstrumentType>,
    /// By the folded name, and by the name as it is properly written.
    by_name: FxHashMap<String, usize>,
    by_code: FxHashMap<String, usize>,
    by_party_code: FxHashMap<String, usize>,
    /// State and Party codes as they are properly written, by their small letters.
    proper: FxHashMap<String, String>,
}

/// The table of `data/law/types.jsonl`. Its first use checks it; a fault is a fault of the build and panics.
pub fn types() -> &'static Types {
    static TYPES: OnceLock<Types> = OnceLock::new();
    TYPES.get_or_init(|| {
        Types::parse(include_str!("../../data/law/types.jsonl")).expect("data/law/types.jsonl is well formed")
    })
}

impl Types {
    fn parse(data: &str) -> Result<Self, TableError> {
        let mut table = Self {
            all: Vec::new(),
            by_name: FxHashMap::default(),
            by_code: FxHashMap::default(),
            by_party_code: FxHashMap::default(),
            proper: FxHashMap::default(),
        };
        for row in rows("types.jsonl", data) {
            let (place, mut t): (_, InstrumentType) = row?;
            t.id = TypeId(place.index()?);
            let at = table.all.len();
            t.folded = crate::text::fold::words(&t.name);
            if table.by_name.insert(t.folded.clone(), at).is_some() {
                return Err(place.fault(TableFault::Duplicate(t.name)));
            }
            table.by_name.insert(t.name.clone(), at);
            for code in &t.codes {
                table.by_code.entry(code.clone()).or_insert(at);
            }
            for code in &t.party {
                table.by_party_code.entry(code.clone()).or_insert(at);
            }
            table.all.push(t);
        }
        for code in table.by_code.keys().chain(table.by_party_code.keys()) {
            table.proper.entry(code.to_lowercase()).or_insert_with(|| code.clone());
        }
        Ok(table)
    }

    /// All types in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &InstrumentType> {
        self.all.iter()
    }

    /// The row of a type.
    pub fn get(&self, id: TypeId) -> &InstrumentType {
        &self.all[usize::from(id.0)]
    }

    /// A type by its name in any case and tone style.
    pub fn by_name(&self, name: &str) -> Option<&InstrumentType> {
        let at = self.by_name.get(name).or_else(|| self.by_name.get(&crate::text::fold::words(name)));
        at.map(|&i| &self.all[i])
    }

    /// The type that a state code names: "NĐ" → Nghị định. "QH" is not asked here: it names two types.
    pub fn by_code(&self, code: &str) -> Option<&InstrumentType> {
        self.by_code.get(code).map(|&i| &self.all[i])
    }

    /// The type that a code in a Party number names.
    pub fn by_party_code(&self, code: &str) -> Option<&InstrumentType> {
        self.by_party_code.get(code).map(|&i| &self.all[i])
    }

    /// Whether the letters are a type code of state numbers.
    pub fn is_code(&self, code: &str) -> bool {
        self.by_code.contains_key(code)
    }

    /// A state or Party code whatever the case of its letters, as it is properly written: "TTR" → "TTr".
    pub fn proper_case(&self, code: &str) -> Option<&str> {
        self.proper.get(&code.to_lowercase()).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_formed() {
        assert_eq!(types().by_code("NĐ").unwrap().name, "Nghị định");
        assert_eq!(types().by_party_code("QĐ").unwrap().name, "Quyết định");
        assert_eq!(types().by_name("THÔNG BÁO").unwrap().year, YearRule::Never);
        assert_eq!(types().proper_case("TTR"), Some("TTr"));
    }

    #[test]
    fn a_faulty_table_is_refused_with_its_line() {
        let error = Types::parse("{\"name\":\"Luật\"}").unwrap_err().to_string();
        assert!(error.starts_with("types.jsonl:1: "), "{error}");
    }
}

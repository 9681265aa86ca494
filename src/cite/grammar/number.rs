//! The grammar of numbers (*số, ký hiệu*): `30/2020/NĐ-CP`, `57-NQ/TW`, `8374/VPCP-KTTH`.
//!
//! [`scan`] reads a number that begins at a digit of any text, slips included, and says what it means
//! ([`Number`]) and how the writing departs from the rule ([`Slip`]). The first pass cuts the writing into digits, codes
//! and separators; the second recognises the layout. Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3;
//! Luật 64/2025/QH15 Điều 7 khoản 3; for the Party, Hướng dẫn 05-HD/VPTW.

mod atoms;
mod codes;
mod layout;
mod scan;
mod slips;
#[cfg(test)]
mod tests;
mod year;

use crate::law::{InstrumentType, agencies, types};
use crate::text::Span;

pub use layout::leading_zeros;
pub use scan::{Certainty, Scan, scan};
pub use year::years_near;

/// The layout of a number, which follows from who numbers how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// `64/2025/QH15`: laws and resolutions of the National Assembly share the symbol.
    Assembly,
    /// `76/2025/UBTVQH15`, `28/2005/PL-UBTVQH11`, `1656/NQ-UBTVQH15`.
    StandingCommittee,
    /// `30/2020/NĐ-CP`, `06/QĐ-TTg`: type code, then issuer.
    State,
    /// `8374/VPCP-KTTH`: issuer, then unit, no type (*công văn*).
    Letter,
    /// `57-NQ/TW`.
    Party,
    /// `55/2015/TTLT-BTC-BKHCN`, `102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN`.
    Joint,
    /// `72/VBHN-VPQH`.
    Consolidated,
    /// Forms of 1945–1998: `191-CP`, `47/SL`, `3-LCT/HĐNN7`, `59-TC/TCT`. Recognised, never corrected.
    Old,
}

/// A number and symbol, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number {
    pub family: Family,
    /// 30 in `30/2020/NĐ-CP`.
    pub serial: u32,
    /// Zeros in front of the serial of an old form as written: 1 in `02/CP`, 0 in `191-CP`. Elsewhere 0, since the rule
    /// gives them.
    pub zeros: u8,
    /// `c` in `30c/NQ-CP`, `.7` in `66.7/2025/NQ-CP`.
    pub suffix: String,
    pub year: Option<u16>,
    /// `NĐ`; `None` for letters and for the Assembly's numbers.
    pub type_code: Option<String>,
    /// Codes of the issuers, the Assembly's with its term: `CP`; `BTC`, `BKHCN`; `QH15`.
    pub issuers: Vec<String>,
    /// 15 in `QH15`, `UBTVQH15`.
    pub term: Option<u8>,
    /// `KTTH` in `8374/VPCP-KTTH`.
    pub unit: Option<String>,
    /// The symbol of an old form as written.
    pub old_symbol: Option<String>,
}

impl Number {
    /// Reads a text that is one number and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let scan = scan(text, 0, true)?;
        (scan.span.end == text.len()).then_some(scan.number)
    }

    /// The proper writing: plain letters and separators, serials below 10 with one leading zero. Old forms are left as they
    /// are written: `02/CP`, `2-CP`.
    pub fn canonical(&self) -> String {
        let serial = if self.family == Family::Old {
            format!("{:0>zeros$}{}", "", self.serial, zeros = usize::from(self.zeros))
        } else {
            format!("{:02}", self.serial)
        };
        let serial = format!("{serial}{}", self.suffix);
        if matches!(self.family, Family::State | Family::Joint) && self.issuers.is_empty() {
            // Cited without its symbol: "80/2021".
            return self.year.map_or(serial.clone(), |y| format!("{serial}/{y}"));
        }
        let year = self.year.map(|y| format!("{y}/")).unwrap_or_default();
        match self.family {
            Family::Old => format!("{serial}{}", self.old_symbol.as_deref().unwrap_or_default()),
            Family::Party => {
                format!("{serial}-{}/{}", self.type_code.as_deref().unwrap_or_default(), self.issuers.join("-"))
            }
            _ => format!("{serial}/{year}{}", self.symbol()),
        }
    }

    /// The symbol (*ký hiệu*) after the last slash of a state number: `NĐ-CP`, `QH15`, `VPCP-KTTH`. For the Party
    /// `NQ/TW`.
    pub fn symbol(&self) -> String {
        let separator = if self.family == Family::Party { "/" } else { "-" };
        let issuers = self.issuers.join("-");
        match (&self.type_code, &self.unit) {
            (Some(code), _) => format!("{code}{separator}{issuers}"),
            (None, Some(unit)) => format!("{issuers}-{unit}"),
            (None, None) => self.old_symbol.clone().unwrap_or(issuers),
        }
    }

    /// A form that is equal for all writings of the same number: no leading zeros, capitals, `&` dropped, the type code
    /// that ordinances had before 2008 dropped, and all separators dropped in old forms (`191/CP` = `191-CP`).
    pub fn key(&self) -> String {
        let mut key = self.serial.to_string();
        key.push_str(&self.suffix.to_lowercase());
        match self.family {
            Family::Old => {
                key.push('~');
                key.extend(self.symbol().chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase));
            }
            Family::StandingCommittee if self.year.is_some() => {
                key.push_str(&format!("/{}/{}", self.year.unwrap_or_default(), self.issuers.join("-")));
            }
            _ => {
                key.push('/');
                if let Some(year) = self.year {
                    key.push_str(&format!("{year}/"));
                }
                key.extend(self.symbol().chars().filter(|&c| c != '&').flat_map(char::to_uppercase));
            }
        }
        key
    }

    /// The type that the symbol names. `None` for letters, old forms, and the Assembly's numbers (law or resolution).
    pub fn kind(&self) -> Option<&'static InstrumentType> {
        match self.family {
            Family::Party => types().by_party_code(self.type_code.as_deref()?),
            Family::StandingCommittee if self.type_code.is_none() => None,
            Family::Letter => types().by_name("Công văn"),
            Family::Old => None,
            _ => types().by_code(self.type_code.as_deref()?),
        }
    }

    /// Full name of the issuer that the symbol implies, on the day of issue where it is known: `CP` → Chính phủ. `None`
    /// for codes that name a kind of agency (UBND, HĐND, TU) and unknown codes.
    pub fn issuer(&self) -> Option<String> {
        let day = self.year.and_then(|y| time::Date::from_calendar_date(i32::from(y), time::Month::June, 1).ok());
        let mut names = Vec::new();
        for code in &self.issuers {
            let code = code.trim_end_matches(|c: char| c.is_ascii_digit());
            let agency = agencies().of_code(code, day)?.row();
            if agency.kind.is_class() {
                return None;
            }
            names.push(agency.name.clone());
        }
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Whether a People's Council or Committee, a Party committee of a locality or another agency that every place has
    /// issues under this symbol: the number alone never says which.
    pub fn is_local(&self) -> bool {
        self.issuers
            .iter()
            .any(|c| matches!(c.as_str(), "UBND" | "HĐND" | "UB" | "TU" | "ĐU" | "HU" | "QU" | "CB" | "TTHĐND"))
    }
}

/// One way in which the writing of a number departs from the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    pub kind: SlipKind,
    /// The smallest part that is wrong.
    pub span: Span,
    /// What is there in the proper writing.
    pub expected: String,
}

/// The kinds of slips; each is a rule of the family "malformed".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SlipKind {
    /// `Ð` (U+00D0) for `Đ`.
    Eth,
    /// `ND-CP` for `NĐ-CP`.
    AsciiD,
    /// A typographer's dash for the hyphen.
    Dash,
    /// Another mark for the slash.
    Slash,
    /// Blanks around a separator.
    Space,
    /// `nđ-cp`.
    LowerCase,
    /// `TTG` for `TTg`.
    MixedCase,
    /// `30/2020NĐ-CP`.
    MissingSlash,
    /// `4132-QĐ/UBND`.
    StateSeparators,
    /// `57/NQ-TW`.
    PartySeparators,
    /// `15/TT-BTC`.
    MissingYear,
    /// `45/2024/TTr-BTC`.
    UnexpectedYear,
    /// `30/20/NĐ-CP`.
    TwoDigitYear,
    /// `30/2202/NĐ-CP`.
    YearOutOfRange,
    /// `85/2017/2017/NĐ-CP`.
    Duplicated,
    /// `77/2024/NĐ-C`; with an empty span, a code is missing there: `80/2021/BTC`, `126/2020/NĐ`.
    Truncated,
    /// `30/NĐ-CP/2020`.
    YearLast,
    /// `8/2026/QH16`.
    LeadingZero,
    /// `001/QĐ-UBND`.
    Padded,
    /// `3O/2020/NĐ-CP`.
    Ocr,
    /// `123/CV-BNV`.
    LetterTypeCode,
    /// A type code that no table has: `12/QYD-BTC`.
    UnknownType,
    /// An issuer code that no table has.
    UnknownIssuer,
}

//! What an unknown number may have meant.

use super::{Catalogue, Hit};
use crate::catalogue::InstrumentId;
use crate::catalogue::store::Candidate;
use crate::cite::{Family, Number};
use crate::text::digits::{DigitSlip, typo_candidates};
use rustc_hash::FxHashMap;

/// So many numbers of one serial and year are looked at in each database.
const OF_A_SERIAL: usize = 50;

/// An instrument by its number.
#[derive(Debug)]
pub struct Numbered {
    pub id: InstrumentId,
    pub number: Number,
    pub title: Option<String>,
}

impl Catalogue {
    /// Instruments of which a number may be a slip in one place: of the same type and year and of another issuer, or of the same series
    /// with one digit other. Asked of the index of numbers, so it costs the same however many instruments there are.
    pub fn one_slip_away(&self, number: &Number) -> Vec<Numbered> {
        let with_serial = |(serial, _): (u32, DigitSlip)| Number { serial, ..number.clone() }.key();
        let mut keys: Vec<String> = typo_candidates(&number.serial.to_string()).into_iter().map(with_serial).collect();
        keys.sort_unstable();
        keys.dedup();
        let prefix = of_serial_and_year(number);
        let mut out = Vec::new();
        for (at, source) in self.sources().iter().enumerate() {
            let of_others = prefix.iter().flat_map(|prefix| source.of_keys(prefix, OF_A_SERIAL));
            for row in source.of_any_key(&keys).into_iter().chain(of_others) {
                let Some(other) = row.number.as_deref().and_then(Number::parse) else { continue };
                let is_slip = other.year == number.year
                    && other.type_code == number.type_code
                    && ((other.serial == number.serial) != (other.issuers == number.issuers));
                if is_slip {
                    out.push(Numbered { id: self.global_id(row.id, at), number: other, title: row.title });
                }
            }
        }
        out
    }

    /// What an unknown number may have meant: one digit other or transposed, another year, type or issuer; most plausible
    /// first.
    pub fn near(&self, number: &Number, limit: usize) -> Vec<Hit> {
        // Local numbers would suggest other provinces' acts.
        if number.is_local() || limit == 0 {
            return Vec::new();
        }
        let mut weights: FxHashMap<String, u32> = FxHashMap::default();
        let mut guess = |candidate: Number, weight: u32| {
            let best = weights.entry(candidate.key()).or_default();
            *best = weight.max(*best);
        };
        for (serial, weight) in other_digits(&number.serial.to_string(), 1) {
            guess(Number { serial, ..number.clone() }, weight);
        }
        if let Some(year) = number.year {
            for (other, weight) in other_digits(&year.to_string(), 1900) {
                if let Some(other) = u16::try_from(other).ok().filter(|y| (1945..=2100).contains(y)) {
                    guess(with_year(number, Some(other)), weight);
                }
            }
            // Around New Year, and from an older act of the series.
            for distance in 1..=5u16 {
                let weight = 95 - 10 * u32::from(distance);
                guess(with_year(number, Some(year + distance)), weight);
                guess(with_year(number, Some(year.saturating_sub(distance))), weight);
            }
            guess(with_year(number, None), 60);
        }
        if number.family == Family::Assembly {
            // The term is what goes wrong: 72/2025/QH16 for 72/2025/QH15.
            for term in 9..=17u8 {
                guess(Number { issuers: vec![format!("QH{term}")], term: Some(term), ..number.clone() }, 90);
            }
        }
        weights.remove(&number.key());
        let mut scored: Vec<(u32, InstrumentId)> = Vec::new();
        for (key, weight) in weights {
            scored.extend(self.by_key(&key).iter().map(|i| (weight + cited(i.cited), i.id)));
        }
        // The same serial and year under another type or issuer: 30/2020/TT-BNV for 30/2020/NĐ-CP.
        if let Some(prefix) = of_serial_and_year(number).filter(|_| number.family != Family::Assembly) {
            let others = self.sources().iter().enumerate().flat_map(|(at, source)| {
                let rows = source.of_keys(&prefix, OF_A_SERIAL);
                rows.into_iter().map(move |row| Candidate { id: self.global_id(row.id, at), ..row })
            });
            for i in others {
                let Some(other) = i.number.as_deref().and_then(Number::parse) else { continue };
                if other.key() == number.key() || other.is_local() {
                    continue;
                }
                let shared = other.type_code == number.type_code || other.issuers == number.issuers;
                scored.push((if shared { 75 } else { 40 } + cited(i.cited), i.id));
            }
        }
        scored.sort_by_key(|(weight, id)| (std::cmp::Reverse(*weight), *id));
        self.hits(scored, limit)
    }
}

/// How the keys of all numbers of a serial and year begin.
fn of_serial_and_year(number: &Number) -> Option<String> {
    Some(format!("{}{}/{}/", number.serial, number.suffix.to_lowercase(), number.year?))
}

/// A little for what is often cited, never enough to outweigh the likelier error.
fn cited(times: u32) -> u32 {
    ((f64::from(times) + 1.0).log2() as u32).min(9)
}

fn with_year(number: &Number, year: Option<u16>) -> Number {
    Number { year, ..number.clone() }
}

/// The values that digits may have been meant for, with how likely the slip is: two digits that changed places, one digit
/// other (a neighbour on the keyboard first), one missing or too many.
fn other_digits(digits: &str, least: u32) -> impl Iterator<Item = (u32, u32)> {
    let weighed = |(value, slip)| {
        let weight = match slip {
            DigitSlip::Swapped => 100,
            DigitSlip::Other { beside: true } => 70,
            DigitSlip::Extra => 55,
            DigitSlip::Other { beside: false } => 50,
            DigitSlip::Missing => 45,
        };
        (value, weight)
    };
    typo_candidates(digits).into_iter().map(weighed).filter(move |(value, _)| *value >= least)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{catalogue, numbers};
    use crate::cite::Number;

    #[test]
    fn numbers_one_slip_away_are_of_the_same_type_and_year() {
        let c = catalogue();
        let away = |n: &str| {
            let mut found: Vec<String> =
                c.one_slip_away(&Number::parse(n).unwrap()).iter().map(|i| i.number.canonical()).collect();
            found.sort();
            found
        };
        assert_eq!(away("31/2020/NĐ-CP"), ["03/2020/NĐ-CP", "30/2020/NĐ-CP"], "a digit");
        assert_eq!(away("3/2020/NĐ-CP"), ["30/2020/NĐ-CP"], "a digit is missing");
        assert_eq!(away("30/2019/TT-BYT"), ["30/2019/TT-BTC"], "another issuer");
        assert_eq!(away("30/2020/NĐ-CP"), ["03/2020/NĐ-CP"], "not itself");
        assert!(away("30/2020/TT-BTC").is_empty(), "another year");
    }

    #[test]
    fn an_unknown_number_suggests_what_was_meant() {
        let c = catalogue();
        let near = |n: &str| {
            let hits = c.near(&Number::parse(n).unwrap(), 1);
            numbers(&hits).first().map(ToString::to_string)
        };
        assert_eq!(near("30/2002/NĐ-CP").as_deref(), Some("30/2020/NĐ-CP"), "transposed");
        assert_eq!(near("101/2004/NĐ-CP").as_deref(), Some("110/2004/NĐ-CP"), "transposed");
        assert_eq!(near("31/2024/QH16").as_deref(), Some("31/2024/QH15"), "another term");
        assert_eq!(near("30/2019/NĐ-CP").as_deref(), Some("30/2020/NĐ-CP"), "another year");
        assert_eq!(near("30/2019/TT-BTP").as_deref(), Some("30/2019/TT-BTC"), "another issuer");
        assert_eq!(near("05/2022/QĐ-UBND"), None, "every province has its own");
    }
}

//! When two records mean the same instrument.

use super::Instrument;
use crate::cite::{Family, Number};
use crate::law::TypeId;
use crate::text::fold;
use std::fmt::Write;

/// What identifies an instrument: number (or title where there is none), type, year; for numbers that every
/// place issues the issuer too. Dates that differ within the year of one number are a contradiction, not two instruments.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identity {
    /// [`Number::key`]; a number that cannot be read as it is; the folded title after `=` where there is none.
    pub key: String,
    /// The folded issuer of a local number.
    pub place: Option<String>,
    pub year: Option<u16>,
    pub kind: TypeId,
}

impl Identity {
    /// `None` where nothing identifies it: a local number without its issuer equals no other.
    pub fn of(i: &Instrument) -> Option<Self> {
        Self::of_number(i, i.number.as_deref().and_then(Number::parse).as_ref())
    }

    /// [`Self::of`] for an instrument whose number has been read already; `None` for one that cannot be read.
    pub fn of_number(i: &Instrument, number: Option<&Number>) -> Option<Self> {
        let place = match number {
            Some(number) if number.is_local() => Some(place(i.issuer.as_deref()?)),
            _ => None,
        };
        let issued = || i.issued.and_then(|d| u16::try_from(d.year()).ok());
        let year = number.and_then(|n| n.year).or_else(issued).or(i.year);
        let key = match (number, &i.number) {
            (Some(number), _) => number.key(),
            (None, Some(text)) => text.to_owned(),
            (None, None) => key_of_title(i.title.as_deref().unwrap_or_default()),
        };
        Some(Self { key, place, year, kind: i.kind })
    }
}

/// The key of an instrument that has a name and no number.
fn key_of_title(title: &str) -> String {
    format!("={}", fold::words(title))
}

/// The issuer of a local number in the form in which it is compared.
pub fn place(issuer: &str) -> String {
    fold::words(issuer)
}

/// Whether two records mean one instrument.
pub fn same_instrument(a: &Instrument, b: &Instrument) -> bool {
    // Most are distinguished without reading their numbers.
    a.kind == b.kind && a.number.is_some() == b.number.is_some() && {
        let identity = Identity::of(a);
        identity.is_some() && identity == Identity::of(b) && !numbered_apart(a, b)
    }
}

/// What identifies an instrument whose type isn't certain yet: the number, for the Assembly whether it is a law, for
/// numbers that start again each year the year, for local numbers the issuer.
pub fn loose_identity(number: &Number, kind: TypeId, year: Option<u16>, issuer: Option<&str>) -> String {
    let mut out = number.key();
    if matches!(number.family, Family::Assembly | Family::StandingCommittee) {
        out.push_str(if kind == TypeId::NGHI_QUYET { " nq" } else { " l" });
    }
    if number.year.is_none() {
        let _ = write!(out, " {}", year.unwrap_or_default());
    }
    if number.is_local() {
        out.push(' ');
        out.push_str(&fold::words(issuer.unwrap_or_default()));
    }
    out
}

/// Decrees on defence and public security are numbered apart from the others under one symbol: 02/2025/NĐ-CP is one of
/// 1 January and one of 18 February. Date and title both tell them apart.
pub fn numbered_apart(a: &Instrument, b: &Instrument) -> bool {
    a.kind == TypeId::NGHI_DINH
        && a.issued.zip(b.issued).is_some_and(|(a, b)| a != b)
        && a.title.as_deref().zip(b.title.as_deref()).is_some_and(|(a, b)| !same_title(a, b))
}

/// Whether two titles are the same but for an end that one of them lacks, an opening "về", or a few words.
pub fn same_title(a: &str, b: &str) -> bool {
    const OPENING: [&str; 8] = ["ve", "viec", "quy", "dinh", "ban", "hanh", "nhung", "cac"];
    // "Sửa đổi … của Nghị định số 84/2015/NĐ-CP" and "… số 165/2016/NĐ-CP" differ in what counts.
    if first_number(a).zip(first_number(b)).is_some_and(|(a, b)| a != b) {
        return false;
    }
    let (a, b) = (fold::search(a), fold::search(b));
    let words = |t: &'_ str| t.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let behind_opening = |all: Vec<String>| {
        let skip = all.iter().take_while(|w| OPENING.contains(&w.as_str())).count();
        if skip < all.len() { all[skip..].to_vec() } else { all }
    };
    let (a, b) = (behind_opening(words(&a)), behind_opening(words(&b)));
    let shorter = a.len().min(b.len());
    if a.iter().zip(&b).take_while(|(x, y)| x == y).count() == shorter {
        return true;
    }
    let common = a.iter().filter(|w| b.contains(w)).count();
    common * 10 >= shorter * 7
}

/// The first number of an act that a title names, its letters folded.
fn first_number(title: &str) -> Option<String> {
    let number = title
        .split_whitespace()
        .find(|w| w.starts_with(|c: char| c.is_ascii_digit()) && w.matches('/').count() == 2)?;
    // "15/10/2012" is a day.
    number.contains(char::is_alphabetic).then(|| fold::search(number.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn titles_of_acts_that_amend_different_acts_differ() {
        let of = |number| {
            format!("Sửa đổi, bổ sung một số điều của Nghị định số {number} ngày 30/9/2015 của Chính phủ về đầu tư")
        };
        assert!(same_title(&of("84/2015/NĐ-CP"), &of("84/2015/NÐ-CP")));
        assert!(!same_title(&of("84/2015/NĐ-CP"), &of("165/2016/NĐ-CP")));
        assert!(same_title(
            &of("84/2015/NĐ-CP"),
            "Sửa đổi, bổ sung một số điều của Nghị định về đầu tư ngày 30/9/2015"
        ));
    }

    #[test]
    fn a_number_without_a_year_is_one_instrument_a_year() {
        let a = Instrument::of("06/QĐ-TTg", TypeId::QUYET_DINH, Some(date!(2022 - 01 - 06)));
        assert!(same_instrument(&a, &Instrument::of("06/QĐ-TTg", TypeId::QUYET_DINH, Some(date!(2022 - 01 - 06)))));
        assert!(!same_instrument(&a, &Instrument::of("06/QĐ-TTg", TypeId::QUYET_DINH, Some(date!(2021 - 01 - 05)))));
        let law = Instrument::of("31/2024/QH15", TypeId::LUAT, None);
        assert!(!same_instrument(&law, &Instrument::of("31/2024/QH15", TypeId::NGHI_QUYET, None)));
    }

    #[test]
    fn decrees_of_one_number_are_told_apart_by_date_and_title() {
        let of = |issued, title: &str| Instrument {
            title: Some(title.to_owned()),
            ..Instrument::of("02/2025/NĐ-CP", TypeId::NGHI_DINH, Some(issued))
        };
        let insurance = of(date!(2025 - 01 - 01), "Sửa đổi, bổ sung Nghị định số 146/2018/NĐ-CP về bảo hiểm y tế");
        let police = of(date!(2025 - 02 - 18), "Quy định chức năng, nhiệm vụ, quyền hạn của Bộ Công an");
        assert!(!same_instrument(&insurance, &police));
        let mistyped = of(date!(2025 - 01 - 11), "Sửa đổi Nghị định số 146/2018/NĐ-CP về bảo hiểm y tế");
        assert!(same_instrument(&insurance, &mistyped));
    }

    #[test]
    fn every_province_has_its_own() {
        let of = |place: &str| Instrument {
            issuer: Some(format!("Ủy ban nhân dân tỉnh {place}")),
            ..Instrument::of("05/2022/QĐ-UBND", TypeId::QUYET_DINH, None)
        };
        assert!(!same_instrument(&of("Sơn La"), &of("Lai Châu")));
        assert!(same_instrument(&of("Sơn La"), &of("Sơn La")));
        let unknown = Instrument::of("05/2022/QĐ-UBND", TypeId::QUYET_DINH, None);
        assert!(!same_instrument(&unknown, &unknown), "without the issuer nothing tells");
    }
}

//! Full official names of issuers.

use super::regex;
use crate::cite::Number;
use crate::law::{AgencyId, agencies, places};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Offices of heads that are written before the agency's name in citations.
const HEADS: [&str; 10] = [
    "Bộ trưởng",
    "Thống đốc",
    "Tổng",
    "Chánh án",
    "Viện trưởng",
    "Chủ nhiệm",
    "Cục trưởng",
    "Tổng cục trưởng",
    "Tổng giám đốc",
    "Trưởng",
];

/// The full official name of the issuer. The agency that the symbol names wins over what a citation says, unless both are
/// agencies of that code in other times; local agencies get their place from the source.
pub fn issuer(raw: Option<&str>, number: &Number) -> Option<String> {
    // Citations run on: "Hội đồng Bộ trưởng ngày 09 tháng 3 năm 1992", "… nay là Chính phủ".
    let raw = raw.map(|r| {
        let text = fold::tidy(r);
        let end = [" ngày ", " nay là ", " về ", " được ", " áp dụng ", " ban hành ", " ấn định "]
            .iter()
            .filter_map(|w| text.find(w))
            .min();
        text[..end.unwrap_or(text.len())].trim_end_matches(['.', ',', ';', ' ']).to_owned()
    });
    let raw = raw.filter(|r| !r.is_empty());
    if number.is_local() {
        return local_issuer(raw.as_deref()?, number);
    }
    let named = raw.as_deref().and_then(agency);
    let of_symbol = number.issuer();
    match (named, of_symbol) {
        (Some(id), Some(of_symbol)) if number.issuers.len() == 1 => {
            let agency = id.row();
            let code = number.issuers[0].trim_end_matches(|c: char| c.is_ascii_digit());
            Some(if agency.codes.iter().any(|c| c == code) { agency.name.clone() } else { of_symbol })
        }
        (_, Some(of_symbol)) => Some(of_symbol),
        (Some(id), None) => Some(id.row().name.clone()),
        (None, None) => raw.filter(|r| {
            let plausible = [
                "Bộ ",
                "Cục ",
                "Tổng cục ",
                "Viện ",
                "Ban ",
                "Ủy ban ",
                "Uỷ ban ",
                "Hội đồng ",
                "Kho bạc ",
                "Ngân hàng ",
                "Đại học ",
                "Bảo hiểm ",
                "Văn phòng ",
            ];
            plausible.iter().any(|p| r.starts_with(p))
                && r.split(' ').count() >= 3
                && r.chars().count() < 80
                && !r.ends_with(" và")
        }),
    }
}

/// Whether a source's issuer is the chosen one, be it the agency or its head.
pub fn same_issuer(raw: &str, settled: &str) -> bool {
    let raw = fold::search(raw);
    raw.ends_with(&fold::search(settled)) || agency(&raw).is_some_and(|id| id.row().name == settled)
}

fn agency(raw: &str) -> Option<AgencyId> {
    let find = |name: &str| agencies().by_name(name).first().copied();
    find(raw).or_else(|| {
        let rest = HEADS.iter().find_map(|h| raw.strip_prefix(h).and_then(|r| r.strip_prefix(' ')))?;
        find(rest)
    })
}

/// "Tỉnh Quảng Ninh" with `QĐ-UBND` → "Ủy ban nhân dân tỉnh Quảng Ninh".
fn local_issuer(raw: &str, number: &Number) -> Option<String> {
    let body = match number.issuers.first()?.as_str() {
        "UBND" | "UB" => "Ủy ban nhân dân",
        "HĐND" => "Hội đồng nhân dân",
        "TTHĐND" => "Thường trực Hội đồng nhân dân",
        _ => return None,
    };
    static PREFIX: LazyLock<Regex> = LazyLock::new(|| {
        regex(r"(?i)^(chủ tịch |thường trực )?(ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|ubnd|hđnd)\s+")
    });
    let place = PREFIX.replace(raw, "");
    let (unit, name) = place.split_once(' ')?;
    let unit = unit.to_lowercase();
    match unit.as_str() {
        "tỉnh" => {}
        "thành" if name.to_lowercase().starts_with("phố ") => {
            let name = &name[name.find(' ')? + 1..];
            let name = proper_place(name)?;
            let unit = if name == "Hồ Chí Minh" { "Thành phố" } else { "thành phố" };
            return Some(format!("{body} {unit} {name}"));
        }
        "huyện" | "quận" | "xã" | "phường" | "thị" => return Some(format!("{body} {unit} {name}")),
        _ => return None,
    }
    Some(format!("{body} tỉnh {}", proper_place(name)?))
}

/// The name of a province as the table of places writes it; other places as they are.
fn proper_place(name: &str) -> Option<String> {
    let name = name.trim();
    match places().by_name(name).first() {
        Some(id) => Some(id.row().name.clone()),
        None => name.chars().next().is_some_and(char::is_uppercase).then(|| name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::number_of as n;
    use super::*;

    #[test]
    fn issuers_have_their_official_names() {
        for (raw, number, clean) in [
            ("Thống đốc Ngân hàng Nhà nước", "39/2016/TT-NHNN", "Ngân hàng Nhà nước Việt Nam"),
            ("Bộ công thương", "21/2026/TT-BCT", "Bộ Công Thương"),
            ("Tỉnh Quảng Ninh", "05/2022/QĐ-UBND", "Ủy ban nhân dân tỉnh Quảng Ninh"),
            ("Tỉnh Quảng Ninh", "05/2022/NQ-HĐND", "Hội đồng nhân dân tỉnh Quảng Ninh"),
            ("Thành phố Hồ Chí Minh", "05/2022/QĐ-UBND", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
            ("UBND tỉnh Bình Dương", "05/2022/QĐ-UBND", "Ủy ban nhân dân tỉnh Bình Dương"),
        ] {
            assert_eq!(issuer(Some(raw), &n(number)).as_deref(), Some(clean), "{raw}");
        }
    }
}

//! What the symbol of a number says about type and issuer.

use crate::check::checker::{Checker, NumberCitation};
use crate::cite::{Family, Number};
use crate::law::{Agency, agencies, types};
/// The types that a number can be, by its symbol; none where the symbol doesn't show it.
pub fn types_of(n: &NumberCitation<'_>) -> Vec<&'static str> {
    let number = n.number();
    let code = number.type_code.as_deref();
    match number.family {
        Family::Assembly => vec!["Luật", "Bộ luật", "Nghị quyết"],
        Family::StandingCommittee if code.is_none() => vec!["Pháp lệnh", "Nghị quyết"],
        Family::Old | Family::Letter => Vec::new(),
        Family::Party => {
            let Some(code) = code else { return Vec::new() };
            types().iter().filter(|t| t.party.iter().any(|c| c == code)).map(|t| t.name.as_str()).collect()
        }
        _ => {
            let Some(code) = code else { return Vec::new() };
            types().iter().filter(|t| t.codes.iter().any(|c| c == code)).map(|t| t.name.as_str()).collect()
        }
    }
}

/// Words that names of enterprises and associations begin with.
const ENTERPRISES: [&str; 11] = [
    "liên đoàn",
    "hiệp hội",
    "công ty",
    "doanh nghiệp",
    "tập đoàn",
    "hợp tác xã",
    "ngân hàng tmcp",
    "ngân hàng thương mại",
    "chi nhánh",
    "hộ kinh doanh",
    "liên danh",
];

/// Whether the text gives a number to an enterprise or association: "Công ty TNHH Duy Cương tại Văn bản số 26/CV-DC", "Công văn số 26/CV-DC của
/// Công ty …". Enterprises number as they like: no list has their codes.
pub fn is_of_an_enterprise(n: &NumberCitation<'_>) -> bool {
    let start = n.before().rfind(['\n', ';', '.', ':']).map_or(0, |at| at + 1);
    let before = n.before()[start..].to_lowercase();
    let named = ENTERPRISES.iter().filter_map(|word| before.rfind(word)).max();
    // "Công ty A theo Giấy phép số … của Sở Công Thương tại Văn bản số …": the agency is nearer.
    let nearest = named.is_some_and(|at| {
        !["sở ", "bộ ", "cục ", "ủy ban", "ubnd", "ban quản lý"].iter().any(|body| before[at..].contains(body))
    });
    let after = crate::text::head(n.after(), 120).to_lowercase();
    let after = after.split([';', '.', '\n']).next().unwrap_or_default();
    nearest || ENTERPRISES.iter().any(|word| after.contains(&format!("của {word}")))
}

/// Whether the type word in front of a number is not that of its symbol. Nothing else is certain about such a number.
pub fn contradicts_its_type(n: &NumberCitation<'_>) -> bool {
    let Some(word) = n.node.type_word.as_ref().filter(|w| w.own && STRICT.contains(&w.name)) else { return false };
    let fitting = types_of(n);
    // "Thông tư" for a joint circular and "Nghị quyết" for a joint resolution say less, not something else.
    let fits =
        fitting.iter().any(|t| *t == word.name || t.strip_prefix(word.name).is_some_and(|r| r.starts_with(" liên")));
    !fitting.is_empty() && !fits && !n.node.shortened && !n.is_old()
}

/// The known number with the same issuers in another order.
pub fn reordered(cx: &Checker<'_>, number: &crate::cite::Number) -> Option<String> {
    let mut sorted = number.issuers.clone();
    sorted.sort();
    let prefix = format!("{}/{}/{}", number.serial, number.year?, number.type_code.as_deref()?);
    let hits = cx.catalogue.complete_number(&prefix, None, 20);
    hits.iter().filter_map(|h| h.instrument.number.as_deref()).find_map(|known| {
        let mut issuers = crate::cite::Number::parse(known)?.issuers;
        issuers.sort();
        (issuers == sorted && known != number.canonical()).then(|| known.to_owned())
    })
}

/// The agencies that the code of a number's first issuer can mean.
pub fn owners(code: &str) -> Vec<&'static Agency> {
    agencies().by_code(code).iter().map(|id| id.row()).collect()
}

/// Whether a code belongs only to ministries and agencies of that rank: "BTC".
pub fn is_ministry(code: &str) -> bool {
    let owners = owners(code);
    !owners.is_empty() && owners.iter().all(|a| a.kind.is_ministry())
}

/// Whether acts of the type and agency were not normative in the year of the number, and so had no year in it.
pub fn is_individual(number: &Number) -> bool {
    let (Some(year), Some(code), [issuer]) = (number.year, number.type_code.as_deref(), number.issuers.as_slice())
    else {
        return false;
    };
    number.family == Family::State
        && match (code, issuer.as_str()) {
            ("QĐ" | "CT", body) if is_ministry(body) => year >= 2010,
            ("NQ", "CP") => (2010..=2024).contains(&year),
            ("CT", "TTg") => year >= 2010,
            _ => false,
        }
}

/// Types whose word always agrees with the symbol. Other words ("Kết luận", "Quy chế", "Đề án") often name the content
/// of a decision or notice.
const STRICT: [&str; 14] = [
    "Luật",
    "Bộ luật",
    "Pháp lệnh",
    "Lệnh",
    "Nghị quyết",
    "Nghị quyết liên tịch",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Thông tư liên tịch",
    "Chỉ thị",
    "Thông báo",
    "Công điện",
    "Tờ trình",
];

//! Tasks that the draft gives to the district level, which no longer exists, and numbers of its agencies.

use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::sentence::{
    is_addressee, is_named_as_living, is_past_at, is_tasked_between, is_told_of_a_day_until, sentence_end,
    sentence_start, with_severity_for,
};
use crate::check::finding::Findings;
use crate::check::words::Word;
use crate::check::{Code, Severity};
use crate::cite::DateRef;
use crate::document::Regime;
use crate::law::district_cities;
use crate::law::milestones::TWO_LEVEL_LOCAL_GOVERNMENT;
use crate::text::{Span, head, tail};
use memchr::memmem::Finder;
use regex::Regex;
use std::sync::LazyLock;
use time::Date;
use time::macros::date;

/// Whether a place in the document is quoted, is about the past or is part of the title of an act.
pub fn is_past_or_quoted(cx: &Checker<'_>, place: Span, sentence: &str) -> bool {
    let numbers = cx.numbers.iter().filter_map(|n| Some(n.place.in_document(n.node.attributes.title?)));
    let names = cx.names.iter().filter_map(|n| Some(n.place.in_document(n.node.attributes.title?)));
    cx.is_quoted(place.start)
        || is_past_at(cx, sentence, place.start)
        || numbers.chain(names).any(|title| title.overlaps(place))
}

/// A number dated after the end of the district level whose issuer was an agency of a district: "Quyết định số … ngày 05 tháng 9
/// năm 2025 của Ủy ban nhân dân huyện Đức Trọng". A city may be one of a province, and is ignored.
///
/// Source: Luật 72/2025/QH15 Điều 51 khoản 3.
pub fn number_of_a_district(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    let Some(issuer) = n.node.attributes.issuer.as_ref().filter(|_| n.number().is_local() && !n.node.header) else {
        return;
    };
    let date = n.node.attributes.date.as_ref().and_then(DateRef::date);
    let is_of_district = [" huyện ", " quận ", " thị xã "].iter().any(|unit| issuer.name.contains(unit));
    if is_of_district && date.is_some_and(|date| date >= TWO_LEVEL_LOCAL_GOVERNMENT) && n.is_own_prose() {
        let (since, number) = (cx.messages.date(TWO_LEVEL_LOCAL_GOVERNMENT), n.number().canonical());
        let values = [("agency", issuer.name.as_str()), ("date", &since), ("number", &number)];
        let finding = cx.finding(Code::AbolishedAgencyNumber, n.span(), &values);
        out.push(finding.cap_severity(Severity::Warning).with_instrument(number));
    }
}

/// Words for units of the district level after the name of an agency. "thuộc" shows that a city belongs to a province.
const DISTRICT: [&str; 8] = [
    "cấp huyện",
    "các huyện",
    "các quận",
    "huyện",
    "quận",
    "thị xã",
    "thành phố thuộc tỉnh",
    "thành phố thuộc thành phố",
];

/// A finder for each word of [`DISTRICT`], made once: the rule runs over every block.
static FINDERS: LazyLock<[(&str, Finder<'static>); 8]> =
    LazyLock::new(|| DISTRICT.map(|level| (level, Finder::new(level))));

/// Agencies of the district level as texts name them.
const DISTRICT_AGENCIES: [&str; 27] = [
    "Thanh tra",
    "Công an",
    "Tòa án nhân dân",
    "Toà án nhân dân",
    "TAND",
    "Viện kiểm sát nhân dân",
    "Viện Kiểm sát nhân dân",
    "VKSND",
    "Chi cục Thuế",
    "Chi cục Thi hành án dân sự",
    "Kho bạc Nhà nước",
    "Bảo hiểm xã hội",
    "Ban Chỉ huy quân sự",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Chi cục Thống kê",
    "Trung tâm hành chính công",
    "Trung tâm Phục vụ hành chính công",
    "Ban Quản lý dự án",
    "Ban Quản lý dự án đầu tư xây dựng",
    "Bộ phận Một cửa",
    "Bộ phận một cửa",
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "UBND",
    "Hội đồng nhân dân",
    "HĐND",
    "cơ quan chuyên môn thuộc Ủy ban nhân dân",
];

/// A task given to the district level after its end on 1 July 2025: its councils and committees (of one district or of
/// all) and its offices ("Phòng Tư pháp cấp huyện").
///
/// Source: Luật 72/2025/QH15 Điều 51 khoản 3.
pub fn district_level_abolished(cx: &Checker<'_>, out: &mut Findings) {
    if cx.day < TWO_LEVEL_LOCAL_GOVERNMENT {
        return;
    }
    levels_and_committees(cx, out);
    cities(cx, out);
    offices(cx, out);
    let text = cx.text();
    for (level, finder) in FINDERS.iter() {
        for at in finder.find_iter(text.as_bytes()) {
            let end = at + level.len();
            let Some(start) = agency_before(text, at, level) else { continue };
            if text[end..].starts_with(char::is_alphanumeric) {
                continue;
            }
            let span = Span::new(start, end);
            let sentence = &text[sentence_start(text, start)..sentence_end(text, span.end)];
            let before = tail(text[..start].trim_end(), 61).trim_end_matches("Chủ tịch").trim_end();
            let after = after_places(&text[end..]).trim_start();
            // "Giấy chứng nhận do Ủy ban nhân dân huyện cấp" may be an old certificate.
            // "Nhiệm vụ của Ủy ban nhân dân cấp huyện do Ủy ban nhân dân cấp xã thực hiện" hands them over.
            let rest = &text[end..sentence_end(text, end)];
            let is_handed_over = before.ends_with("của")
                && ["cấp xã", "cấp tỉnh", "xã,", "phường"]
                    .iter()
                    .any(|unit| rest.find(" do ").is_some_and(|by| rest[by..].contains(unit)));
            let is_of_its_time = is_handed_over
                || (before.ends_with(" do") && !GOES_ON.iter().any(|verb| after.starts_with(verb)))
                || is_told_of_a_day_until(sentence, before, after, LAST_DAY);
            let is_concerned = is_named_as_living(cx, span)
                || is_tasked_between(before, head(after, 240))
                || is_addressee(text, Span::new(start, end + text[end..].len() - after.len()));
            if !is_past_or_quoted(cx, span, sentence) && is_court_of_contract(cx, span, before, after) {
                out.push(cx.variant(Code::DistrictLevelAbolished, "court", span, &[]));
            } else if !is_of_its_time && is_concerned && !is_past_or_quoted(cx, span, sentence) {
                out.push(with_severity_for(
                    cx,
                    cx.variant(Code::DistrictLevelAbolished, variant(span.of(text)), span, &[]),
                ));
            }
        }
    }
}

/// The last day of the district level.
const LAST_DAY: Date = date!(2025 - 06 - 30);

/// What a body does that is still to be done: "do Tòa án nhân dân huyện … giải quyết".
const GOES_ON: [&str; 10] = [
    "giải quyết",
    "cung cấp",
    "xét xử",
    "chủ trì",
    "thực hiện",
    "tổ chức",
    "bảo đảm",
    "chi trả",
    "thẩm định",
    "bố trí",
];

/// Whether a contract gives its disputes to a court of a district.
fn is_court_of_contract(cx: &Checker<'_>, span: Span, before: &str, after: &str) -> bool {
    let is_court = ["Tòa án", "Toà án", "TAND"].iter().any(|court| span.of(cx.text()).starts_with(court));
    let settles = ["giải quyết", "để giải quyết", "xét xử"].iter().any(|verb| after.starts_with(verb))
        || ["giải quyết tại", "ra", "khởi kiện tại"].iter().any(|verb| before.trim_end().ends_with(verb));
    is_court && settles && cx.regime == Regime::Contract && cx.is_dated
}

/// The variant of the message for a body: courts and procuracies of districts have successors of their own.
fn variant(body: &str) -> &'static str {
    let begins = |words: &[&str]| words.iter().any(|word| body.starts_with(word));
    if begins(&["Tòa án", "Toà án", "TAND"]) {
        "court"
    } else if begins(&["Viện", "VKSND"]) {
        "procuracy"
    } else {
        ""
    }
}

/// Offices of districts that neither provinces nor communes have, without a word for their level: "Phòng Tài nguyên và Môi trường lập
/// danh sách".
fn offices(cx: &Checker<'_>, out: &mut Findings) {
    static OFFICE: Word = Word::new(|| Finder::new("Phòng "));
    const OFFICES: [&str; 5] = [
        "Phòng Tài nguyên và Môi trường",
        "Phòng Lao động - Thương binh và Xã hội",
        "Phòng Lao động, Thương binh và Xã hội",
        "Phòng Nông nghiệp và Phát triển nông thôn",
        "Phòng Kinh tế và Hạ tầng",
    ];
    let text = cx.text();
    if !cx.is_dated {
        return;
    }
    for start in OFFICE.places(text) {
        let Some(office) = OFFICES.iter().find(|office| text[start..].starts_with(**office)) else { continue };
        let (span, after) = (Span::new(start, start + office.len()), &text[start + office.len()..]);
        // Those of a level that is named have been reported; others belong to a larger body.
        let next = after.trim_start();
        let is_of_other =
            ["thuộc ", "của ", "cấp ", "huyện", "quận", "thị xã", "các "].iter().any(|w| next.starts_with(w));
        if is_of_other || after.starts_with(char::is_alphanumeric) {
            continue;
        }
        let sentence = &text[sentence_start(text, start)..sentence_end(text, span.end)];
        let before = tail(text[..start].trim_end(), 61).trim_end_matches("Trưởng").trim_end();
        let is_concerned = is_named_as_living(cx, span)
            || is_tasked_between(before, head(after_places(after), 240))
            || is_addressee(text, span);
        let is_over = is_told_of_a_day_until(sentence, before, after, LAST_DAY) || before.ends_with(" do");
        if is_concerned && !is_over && !is_past_or_quoted(cx, span, sentence) {
            out.push(with_severity_for(cx, cx.finding(Code::DistrictLevelAbolished, span, &[])));
        }
    }
}

/// A council or committee of a city that was one of a province: "Ủy ban nhân dân thành phố Đà Lạt có trách nhiệm".
fn cities(cx: &Checker<'_>, out: &mut Findings) {
    static CITY: LazyLock<Regex> = LazyLock::new(|| {
        let names = district_cities().map(regex::escape).collect::<Vec<_>>().join("|");
        let body = "(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Thành ủy|Thành uỷ|Tòa án nhân dân|Toà án nhân dân|TAND|Viện kiểm sát nhân dân)";
        Regex::new(&format!(r"\b{body} (?:thành phố |TP\. ?|TP )?(?:{names})\b")).expect("the names are a pattern")
    });
    let text = cx.text();
    if !cx.is_dated || !["thành phố ", "TP", "Thành "].iter().any(|word| text.contains(word)) {
        return;
    }
    for found in CITY.find_iter(text) {
        // "UBND Bắc Ninh" may be that of the province.
        if !["thành phố ", "TP", "Thành "].iter().any(|word| found.as_str().contains(word)) {
            continue;
        }
        let span = Span::new(found.start(), found.end());
        let sentence = &text[sentence_start(text, span.start)..sentence_end(text, span.end)];
        let before = tail(text[..span.start].trim_end(), 61).trim_end_matches("Chủ tịch").trim_end();
        let after = head(after_places(&text[span.end..]), 240);
        let is_concerned = !before.ends_with(" do")
            && (is_named_as_living(cx, span) || is_tasked_between(before, after) || is_addressee(text, span))
            && !is_told_of_a_day_until(sentence, before, after, LAST_DAY);
        if is_past_or_quoted(cx, span, sentence) {
            continue;
        }
        if is_court_of_contract(cx, span, before, after) {
            out.push(cx.variant(Code::DistrictLevelAbolished, "court", span, &[]));
        } else if is_concerned {
            let variant = variant(found.as_str());
            out.push(with_severity_for(cx, cx.variant(Code::DistrictLevelAbolished, variant, span, &[])));
        }
    }
}

/// The level among others that exist, and committees of the Party of that level: "cấp tỉnh, cấp huyện, cấp xã", "- Các huyện ủy, thị
/// ủy, thành ủy;".
fn levels_and_committees(cx: &Checker<'_>, out: &mut Findings) {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        let levels = r"cấp huyện(?:,| và|, và| hoặc) (?:cấp )?xã\b|(?:cấp )?tỉnh(?:,| và| hoặc) (?:cấp )?huyện\b";
        let unit = "(?:huyện|quận|thị|thành)";
        let committee = format!("{unit}(?:, {unit})* (?:ủy|uỷ)");
        let pattern =
            format!(r"{levels}|\b[Cc]ác {committee}(?:(?:,| và) {committee})*|\b(?:Huyện|Quận|Thị) (?:ủy|uỷ)\b");
        Regex::new(&pattern).expect("the words are a pattern")
    });
    let text = cx.text();
    if !cx.is_dated || !["uyện", "ận ủy", "hị ủy", "ận uỷ", "hị uỷ"].iter().any(|word| text.contains(word))
    {
        return;
    }
    for found in NAMED.find_iter(text) {
        let words = found.as_str().to_lowercase();
        // The committees of cities under the central government remain.
        let is_of_district = ["huyện", "quận", "thị ủy", "thị uỷ"].iter().any(|word| words.contains(word));
        // "cấp tỉnh, huyện": the units themselves.
        if !is_of_district || (words.starts_with("tỉnh") && !words.contains("cấp huyện")) {
            continue;
        }
        let span = Span::new(found.start(), found.end());
        let sentence = &text[sentence_start(text, span.start)..sentence_end(text, span.end)];
        let is_concerned = is_named_as_living(cx, span) || is_addressee(text, span);
        if is_concerned && !is_past_or_quoted(cx, span, sentence) {
            out.push(with_severity_for(cx, cx.finding(Code::DistrictLevelAbolished, span, &[])));
        }
    }
}

/// Where the name of a district's agency begins that ends before a word for its level.
fn agency_before(text: &str, at: usize, level: &str) -> Option<usize> {
    let before = text[..at].trim_end();
    if let Some(agency) = DISTRICT_AGENCIES.iter().find(|agency| before.ends_with(**agency)) {
        return Some(before.len() - agency.len());
    }
    if !matches!(level, "cấp huyện" | "huyện" | "quận" | "thị xã") {
        return None;
    }
    let near = tail(before, 71);
    let office = before.len() - near.len() + near.rfind("Phòng ")?;
    let name = &before[office + "Phòng ".len()..];
    let whole = !name.contains(['.', ';', ':', '(', '\n']) && name.starts_with(char::is_uppercase);
    (whole && name.chars().count() < 60).then_some(office)
}

/// The text after the names of places: "có trách nhiệm" of " huyện Gia Lâm, thị xã Sơn Tây có trách nhiệm".
pub fn after_places(text: &str) -> &str {
    const UNITS: [&str; 9] =
        ["tỉnh", "thành phố", "thuộc tỉnh", "huyện", "quận", "thị xã", "và", "nơi có đất", "trực thuộc trung ương"];
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start_matches([' ', ',', '\u{a0}', '\n']);
        let unit = UNITS.iter().find_map(|unit| trimmed.strip_prefix(unit).filter(|r| r.starts_with([' ', ',', '\n'])));
        let place = || {
            let word = trimmed.split([' ', ',', '\n']).next().unwrap_or_default();
            let is_name = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
            (is_name && rest.len() - trimmed.len() > 0).then(|| &trimmed[word.len()..])
        };
        match unit.or_else(place) {
            Some(next) => rest = next,
            None => return rest,
        }
    }
}

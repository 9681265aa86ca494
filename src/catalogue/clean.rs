//! Cleaning of names, titles and numbers that were collected or read in running text.

use crate::cite::{Family, Number, Slip, SlipKind};
use crate::law::{agencies, assembly_terms, places, types};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

/// The type as the table of types has it: "Quyết định của UBND tỉnh" → "Quyết định". The number decides where it can.
pub fn kind(raw: Option<&str>, number: &Number) -> Option<String> {
    let raw = raw.map(fold::tidy).filter(|r| r != "Văn bản");
    let by_word = raw.as_deref().and_then(|r| {
        let of_place = r.split(" của ").next().unwrap_or(r);
        types()
            .by_name(of_place)
            .or_else(|| r.starts_with("Nghị quyết").then(|| types().by_name("Nghị quyết")).flatten())
    });
    // "L" is the code of old laws as well; the President issues orders (Lệnh).
    if number.type_code.as_deref() == Some("L") && number.issuers.first().is_some_and(|i| i == "CTN") {
        return Some("Lệnh".to_owned());
    }
    match (number.family, number.kind(), by_word) {
        // A citation may give the type of another instrument; the symbol cannot.
        (Family::State | Family::Joint | Family::Consolidated, Some(of_symbol), _) => Some(of_symbol.name.clone()),
        // "QĐ" of the Party is also Quy định.
        (Family::Party, Some(_), Some(word)) if word.name == "Quy định" => Some(word.name.clone()),
        (Family::Letter, _, Some(word)) => Some(word.name.clone()),
        (Family::Party | Family::Letter, Some(of_symbol), _) => Some(of_symbol.name.clone()),
        (Family::Assembly, _, Some(word)) if !matches!(word.name.as_str(), "Luật" | "Bộ luật" | "Nghị quyết") => {
            Some("Luật".to_owned())
        }
        (Family::Assembly, _, None) => Some("Luật".to_owned()),
        (Family::StandingCommittee, Some(of_symbol), _) => Some(of_symbol.name.clone()),
        (Family::StandingCommittee, None, Some(word)) if word.name == "Luật" => Some("Pháp lệnh".to_owned()),
        (_, _, word) => word.map(|t| t.name.clone()),
    }
}

/// Heads whose office stands in front of the body's name in citations.
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

/// The full official name of the issuer. The body that the symbol names wins over what a citation says, unless both are
/// bodies of that code in other times; local bodies get their place from the source.
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
    let named = raw.as_deref().and_then(body);
    let of_symbol = number.issuer();
    match (named, of_symbol) {
        (Some(index), Some(of_symbol)) if number.issuers.len() == 1 => {
            let agency = agencies().get(index);
            let code = number.issuers[0].trim_end_matches(|c: char| c.is_ascii_digit());
            Some(if agency.codes.iter().any(|c| c == code) { agency.name.clone() } else { of_symbol })
        }
        (_, Some(of_symbol)) => Some(of_symbol),
        (Some(index), None) => Some(agencies().get(index).name.clone()),
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

/// Whether a source's issuer is the one that was settled on, be it the body or its head.
pub fn same_issuer(raw: &str, settled: &str) -> bool {
    let raw = fold::search(raw);
    raw.ends_with(&fold::search(settled)) || body(&raw).is_some_and(|i| agencies().get(i).name == settled)
}

fn body(raw: &str) -> Option<usize> {
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
        Some(&index) => Some(places().get(index).name.clone()),
        None => name.chars().next().is_some_and(char::is_uppercase).then(|| name.to_owned()),
    }
}

/// A title of a list, without what its editor put behind: "do … ban hành", "có hiệu lực từ …". `None` where nothing is left.
pub fn listed_title(raw: &str, number: Option<&Number>) -> Option<String> {
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)(,?\ (do|của)\ (bộ|thủ\ tướng|chính\ phủ|chủ\ nhiệm|cục|tổng|thống\ đốc|ủy\ ban|uỷ\ ban|chủ\ tịch|hội\ đồng|chánh|viện|tỉnh|thành\ phố|bảo\ hiểm|giám\ đốc|thanh\ tra|trưởng|ban|quốc\ hội|liên)\ .{2,160}?\ ban\ hành\.?$
            |\ *\((sau\ đây|dưới\ đây|gọi\ tắt|có\ hiệu\ lực|được\ sửa|hết\ hiệu\ lực).*$
            |\ (sau\ đây|dưới\ đây)\ (gọi|viết|được).*$
            |[,;]?\ (có|hết)\ hiệu\ lực(\ thi\ hành)?\ (kể\ )?(từ|vào).*$
            |,\ (kể\ từ\ ngày|hướng\ dẫn\ tại).*$
            |[,;]\ (luật|nghị\ định|thông\ tư|quyết\ định|nghị\ quyết|pháp\ lệnh)\ số\ .*$
            |,?\ ban\ hành\ ngày\ \d.*$
            |,\ ngày\ \d{1,2}[/.-]\d{1,2}[/.-]\d{4}\ của\ .*$
            |\ và\ các\ văn\ bản\ (sửa\ đổi|hướng\ dẫn).*$)",
        )
    });
    let tidy = fold::tidy(raw);
    title(&BEHIND.replace(&tidy, ""), number)
}

/// A title without what is no title: type, number and date in front. `None` where nothing is left.
pub fn title(raw: &str, number: Option<&Number>) -> Option<String> {
    // "Nghị quyết số 30c/NQ-CP năm 2011 về …": the type and number that the title repeats.
    static FRONT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)^(quyết\ định|nghị\ định|nghị\ quyết(\ liên\ tịch)?|thông\ tư(\ liên\ (tịch|bộ))?|chỉ\ thị|thông\ báo|kế\ hoạch|văn\ bản\ hợp\ nhất|pháp\ lệnh|bộ\ luật|luật|lệnh|công\ văn)
            (\ số)?[\ :]*\d[^\ ]*(/|-)[^\ ]*
            ([\ ]*(năm\ \d{4}|ngày\ \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày\ \d{1,2}\ tháng\ \d{1,2}\ năm\ \d{4}))?[\ ,:;-]*",
        )
    });
    static EMPTY: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(law|decree|decision|circular|resolution|joint circular|ordinance|directive|order)\b.*\d|^(năm \d{4}|ban hành|quy định|về việc|hướng dẫn|của .*|ngày .*|và .*|\W*)$",
        )
    });
    let tidy = fold::tidy(raw);
    let mut text = FRONT.replace(&tidy, "").into_owned();
    // "năm 2024 phê duyệt …" where the number stood before.
    static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^năm \d{4} "));
    text = YEAR.replace(&text, "").into_owned();
    let text = text.trim().trim_matches(|c: char| {
        matches!(c, '"' | '“' | '”' | ',' | ';' | ':' | '-' | '.' | '*' | '\\') || c.is_whitespace()
    });
    // A quotation that opens and does not close lost its end with the trimming.
    let text =
        if text.matches('“').count() > text.matches('”').count() { format!("{text}”") } else { text.to_owned() };
    if text.chars().count() < 4 || EMPTY.is_match(&text) || !text.chars().any(|c| c.is_lowercase() || c.is_uppercase())
    {
        return None;
    }
    if number.is_some_and(|n| fold::search(&text) == fold::search(&n.canonical())) {
        return None;
    }
    let text = if is_capitals(&text) { small_letters(&text) } else { text };
    // Longer ones ran on into the sentence.
    if text.chars().count() > 700 {
        return None;
    }
    Some(fold::first_capital(&text))
}

/// A title as it stands behind a number in running text, without what the sentence goes on with. `None` where what stands
/// there is no title.
pub fn cited_title(raw: &str, number: &Number) -> Option<String> {
    static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)(\ và\ các\ (văn\ bản|quy\ định)\ (sửa\ đổi|hướng\ dẫn|pháp\ luật|hiện\ hành|bổ\ sung|khác)
            |\ *\|
            |\ \d{1,2}/\d{1,2}/\d{4}\ (?-i:\p{Lu})
            |,?\ (thì|trong\ đó|và\ theo|và\ quy\ định\ tại|và\ hướng\ dẫn\ tại|theo\ quy\ định\ tại)\ 
            |,?\ (đã\ )?được\ (sửa\ đổi|thay\ thế|bổ\ sung|bãi\ bỏ|ban\ hành|đính\ chính|hợp\ nhất)).*$",
        )
    });
    static NONE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?ix)^(về\ việc\ )?(ban\ hành|quy\ định|hướng\ dẫn|sửa\ đổi|bổ\ sung|sửa\ đổi,\ bổ\ sung)(\ bản|\ kèm\ theo)?$
            # A place, or the sentence going on.
            |^(quy\ định|hướng\ dẫn|sửa\ đổi|bổ\ sung|ban\ hành|công\ bố)(,\ bổ\ sung|,\ thay\ thế)*\ (tại|theo|hiện\ hành|của\ pháp\ luật|kèm\ theo|nêu|trên|khác|trước|hoặc)\b
            |^(sửa\ đổi|bổ\ sung|sửa\ đổi,\ bổ\ sung|bãi\ bỏ)\ (điểm|khoản)\ [^đ]*$
            |(thông\ tư|nghị\ định|luật|quyết\ định|nghị\ quyết|pháp\ lệnh|quy\ chế|quy\ định)\ này\b
            |^thực\ hiện\ như\ sau
            # A table, or the page that the text was taken from.
            |công\ báo/số|tải\ về|lược\ đồ
            # Words broken by a page that was read letter by letter.
            |(^|\ )(ngh|th|đ|ch|tr|nh|ph|kh|gi|ng|qu)\ ",
        )
    });
    // A number that a line broke: "156/2013/TT- BTC".
    static BROKEN: LazyLock<Regex> = LazyLock::new(|| regex(r"(/\p{Lu}+-) (\p{Lu}{2})"));
    // Day and issuer stand behind the title too: "… khu du lịch ngày 19/05/2022 của Bộ …". Those of an act that the title
    // names belong to it.
    static DATED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i) ngày \d{1,2}/\d{1,2}/\d{4} của .*$"));
    static ACT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)\b(luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị)\b|\d/"));
    let tidy = fold::tidy(raw);
    let tidy = BROKEN.replace_all(&tidy, "$1$2");
    let text = GOES_ON.replace(&tidy, "");
    let text = match DATED.find(&text) {
        Some(dated) if !ACT.is_match(&text[..dated.start()]) => text[..dated.start()].to_owned(),
        _ => text.into_owned(),
    };
    // A bracket that was not opened here closes one that the citation stands in.
    let mut depth = 0i32;
    let closed = text.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth < 0
    });
    let text = &text[..closed.map_or(text.len(), |(at, _)| at)];
    listed_title(text, Some(number)).filter(|t| !NONE.is_match(t))
}

/// Whether a title that was read from running text broke off: it ends with a word that asks for another, or is hardly one.
pub fn is_cut(title: &str) -> bool {
    let folded = fold::words(title);
    // "Luật Dân số" ends as it should.
    let last = folded.strip_suffix("dân số").unwrap_or(&folded).rsplit(' ').next().unwrap_or_default();
    title.chars().count() < if folded.starts_with("luật ") { 8 } else { 12 }
        || matches!(
            last,
            "số" | "về"
                | "của"
                | "và"
                | "các"
                | "theo"
                | "tại"
                | "cho"
                | "với"
                | "từ"
                | "trong"
                | "do"
                | "là"
                | "được"
                | "bằng"
                | "đối"
                | "hoặc"
                | "quản"
                | "cải"
                | "giải"
                | "ngày"
                | "việc"
                | "tiếp"
                | "tục"
        )
        || folded.ends_with(" một số")
        || folded.ends_with(" quy định")
        || folded.ends_with(" một số điều")
}

/// A title in small letters or in capitals throughout as a sentence, with the names in it as they are written.
pub fn with_names(title: &str) -> String {
    fold::first_capital(&small_letters(title))
}

/// Whether a department of a locality issues under this symbol: `QĐ-SYT`, `QĐ-CT` of a chairman.
pub fn is_of_locality(number: &Number) -> bool {
    let Some(code) = number.issuers.first() else { return false };
    let known = !agencies().by_code(code).is_empty();
    let department = code.starts_with('S') && code.chars().count() > 1 && !known;
    let chairman = code == "CT" && number.family == Family::State;
    // "NQ-HĐND8": the term stands behind the council.
    let council = ["HĐND", "UBND", "TTHĐND"].iter().any(|c| code.starts_with(c) && code.len() > c.len());
    department || chairman || council
}

fn is_capitals(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() > 8 && letters.iter().filter(|c| c.is_uppercase()).count() * 10 > letters.len() * 8
}

/// A title in capitals as a sentence: names of agencies, places and laws get their capitals back, and numbers theirs.
fn small_letters(text: &str) -> String {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut names: Vec<String> = agencies().iter().map(|(_, a)| a.name.clone()).collect();
        names.extend(places().iter().map(|(_, p)| p.name.clone()));
        names.extend(
            ["Việt Nam", "Nhà nước", "Đảng", "Luật", "Nghị định số", "Thông tư số", "Quyết định số", "Nghị quyết số"]
                .map(str::to_owned),
        );
        names.retain(|n| n.contains(' ') || n == "Luật");
        names.sort_by_key(|n| n.len());
        names
    });
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| regex(r"\d+[a-zđ]?(/\d{4})?/[\p{L}\d&-]+"));
    let mut out = text.to_lowercase();
    for name in NAMES.iter() {
        let small = name.to_lowercase();
        if out.contains(&small) {
            out = out.replace(&small, name);
        }
    }
    // "pháp luật", "kỷ luật" are no names.
    static WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(pháp|kỷ|quy|bộ|Bộ|dự) Luật\b"));
    out = WORD.replace_all(&out, "$1 luật").into_owned();
    // "của Luật bảo hiểm y tế", "của bộ luật dân sự": the name behind begins with a capital; in "Luật này", "Luật số 1" and
    // "Luật sửa đổi" there is none.
    static NAMED: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(Luật|[Bb]ộ luật|[Pp]háp lệnh) (\p{L}+)"));
    out = NAMED
        .replace_all(&out, |c: &regex::Captures<'_>| match &c[2] {
            "này" | "số" | "sửa" | "về" | "của" | "và" | "do" | "được" | "có" | "trong" | "thuộc" | "liên" | "khác" => {
                c[0].to_owned()
            }
            word => format!("{} {}", fold::first_capital(&c[1]), fold::first_capital(word)),
        })
        .into_owned();
    NUMBER
        .replace_all(&out.clone(), |c: &regex::Captures<'_>| {
            let upper = c[0].to_uppercase().replace("TTG", "TTg");
            Number::parse(&upper).map_or(upper, |n| n.canonical())
        })
        .into_owned()
}

/// The last touch, when the type is settled: laws get their name.
pub fn finish_title(kind: &str, title: String) -> String {
    if kind == "Hiến pháp" {
        // The type is part of the name.
        return title;
    }
    if !matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh") {
        // "Thông tư quy định …" repeats the type.
        let rest = title.strip_prefix(kind).and_then(|r| r.strip_prefix(' '));
        return match rest.filter(|r| r.chars().next().is_some_and(char::is_lowercase)) {
            Some(rest) if kind != "Văn bản hợp nhất" => fold::first_capital(rest),
            _ => title,
        };
    }
    static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\s+(năm\s+)?(19|20)\d\d$"));
    static AMENDED: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:Luật |Bộ luật |Pháp lệnh )(.*) sửa đổi$"));
    let title = YEAR.replace(&title, "").into_owned();
    let bare = ["Luật ", "luật ", "Bộ luật ", "Bộ Luật ", "bộ luật ", "Pháp lệnh ", "pháp lệnh "]
        .iter()
        .find_map(|p| title.strip_prefix(p))
        // The law on lawyers: "Luật Luật sư".
        .filter(|rest| fold::words(rest) != "sư")
        .unwrap_or(&title);
    let folded = fold::search(bare);
    if folded.starts_with("sua doi") || folded.starts_with("bo sung") || folded.starts_with("bai bo") {
        return format!("{kind} {}", fold::first_small(bare));
    }
    let named = format!("{kind} {}", fold::first_capital(bare));
    match AMENDED.captures(&named) {
        Some(c) => format!("{kind} sửa đổi, bổ sung một số điều của {kind} {}", &c[1]),
        None => named,
    }
}

/// Whether a number is written so far off that it may hide another one.
pub fn hides_another(slips: &[Slip]) -> bool {
    slips.iter().any(|s| {
        matches!(
            s.kind,
            SlipKind::UnknownIssuer
                | SlipKind::UnknownType
                | SlipKind::Truncated
                | SlipKind::Ocr
                | SlipKind::MissingYear
                | SlipKind::Duplicated
                | SlipKind::Padded
                | SlipKind::YearOutOfRange
                | SlipKind::TwoDigitYear
                | SlipKind::UnexpectedYear
        )
    })
}

/// Whether a number cannot be: the Assembly's term does not sit in its year, or the year lies ahead of the data.
pub fn impossible(number: &Number) -> bool {
    if number.serial == 0 || number.year.is_some_and(|y| !(1945..=2026).contains(&y)) {
        return true;
    }
    match (number.family, number.term, number.year) {
        (Family::Assembly | Family::StandingCommittee, Some(term), Some(year)) => !assembly_terms(year).contains(&term),
        (Family::Assembly, None, _) => true,
        _ => false,
    }
}

/// Whether the instrument decides on single persons or cases: it is in no catalogue, and its title may name them.
pub fn is_on_persons(kind: &str, number: Option<&Number>, title: &str) -> bool {
    // Anything of a local body that is not normative.
    if number.is_some_and(|n| n.is_local() && n.year.is_none()) {
        return true;
    }
    static PERSON: LazyLock<Regex> =
        LazyLock::new(|| regex(r"\b([Ôô]ng|[Bb]à|[Đđ]ồng chí)( \([^)]*\))?:? \p{Lu}\p{Ll}"));
    static CASE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)^(về việc |về )?(bổ nhiệm|miễn nhiệm|điều động|luân chuyển|cho thôi|khen thưởng|tặng (thưởng|bằng|cờ|danh hiệu)|truy tặng|kỷ luật|thi hành kỷ luật|nghỉ hưu|phê chuẩn kết quả (bầu|miễn)|cho nhập|cho thôi quốc tịch|thu hồi đất|giao đất|cho thuê đất)\b",
        )
    });
    PERSON.is_match(title) || (matches!(kind, "Quyết định" | "Nghị quyết") && CASE.is_match(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(number: &str) -> Number {
        Number::parse(number).unwrap()
    }

    #[test]
    fn titles_lose_what_is_no_title() {
        for (raw, clean) in [
            ("Quyết định 1649/QĐ-UBND năm 2024 phê duyệt Đề án", Some("Phê duyệt Đề án")),
            (
                "Quyết định 4888/QĐ-BYT năm 2019 về phê duyệt Đề án y tế thông minh do Bộ trưởng Bộ Y tế ban hành",
                Some("Về phê duyệt Đề án y tế thông minh"),
            ),
            ("Thông tư số 15/2025/TT-BVHTTDL sửa đổi một số điều", Some("Sửa đổi một số điều")),
            ("về kiểm kê quỹ đất (dưới đây gọi là Chỉ thị số 31/CT-TTg) thì xác định", Some("Về kiểm kê quỹ đất")),
            ("Decree 60/2016/ND-CP", None),
            ("quy định", None),
        ] {
            assert_eq!(listed_title(raw, None).as_deref(), clean, "{raw}");
        }
        let own = "Bãi bỏ một số văn bản do Bộ trưởng Bộ Y tế ban hành";
        assert_eq!(title(own, None).as_deref(), Some(own), "the act's own words are left whole");
    }

    #[test]
    fn titles_in_running_text_end_where_the_sentence_goes_on() {
        for (raw, clean) in [
            ("về việc ban hành", None),
            ("hướng dẫn tại Thông tư này do ngân sách nhà nước bảo đảm", None),
            ("quy định hiện hành của pháp luật", None),
            ("sửa đổi, bổ sung theo Quyết định số 34/2008/QĐ-NHNN", None),
            (
                "sửa đổi Thông tư số 156/2013/TT- BTC ngày 06/11/2013 của Bộ Tài chính",
                Some("Sửa đổi Thông tư số 156/2013/TT-BTC ngày 06/11/2013 của Bộ Tài chính"),
            ),
            ("về quy chế hoạt động 14/9/2007 Nội dung khác", Some("Về quy chế hoạt động")),
            ("quy định việc quản lý bến đò ngày 05/01/2022 của Bộ Xây dựng", Some("Quy định việc quản lý bến đò")),
            ("về lập, th ẩm định quy hoạch đô thị", None),
            ("về thành lập Trung tâm) thuộc thẩm quyền", Some("Về thành lập Trung tâm")),
            ("quy định về giá đất thì phải điều chỉnh", Some("Quy định về giá đất")),
            ("về phòng, chống vi rút (HIV/AIDS) ở người", Some("Về phòng, chống vi rút (HIV/AIDS) ở người")),
        ] {
            assert_eq!(cited_title(raw, &n("30/2020/NĐ-CP")).as_deref(), clean, "{raw}");
        }
    }

    #[test]
    fn a_title_in_capitals_becomes_a_sentence() {
        let raw = "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 69/2022/TT-BTC CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH";
        assert_eq!(
            title(raw, None).as_deref(),
            Some("Sửa đổi, bổ sung một số điều của Thông tư số 69/2022/TT-BTC của bộ trưởng Bộ Tài chính")
        );
    }

    #[test]
    fn laws_have_names() {
        assert_eq!(finish_title("Luật", "Bảo hiểm xã hội".into()), "Luật Bảo hiểm xã hội");
        assert_eq!(finish_title("Luật", "Luật sư".into()), "Luật Luật sư");
        assert_eq!(finish_title("Luật", "Luật Luật sư".into()), "Luật Luật sư");
        assert_eq!(finish_title("Bộ luật", "Bộ Luật lao động".into()), "Bộ luật Lao động");
        assert_eq!(finish_title("Luật", "Luật Phòng bệnh 2025".into()), "Luật Phòng bệnh");
        assert_eq!(
            finish_title("Luật", "Sửa đổi, bổ sung một số điều của Luật Giáo dục".into()),
            "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục"
        );
    }

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

    #[test]
    fn decisions_on_persons_are_seen() {
        assert!(is_on_persons("Quyết định", Some(&n("12/QĐ-UBND")), "Phê duyệt quy hoạch"));
        assert!(is_on_persons("Quyết định", Some(&n("12/QĐ-BYT")), "Về việc bổ nhiệm viên chức"));
        assert!(is_on_persons("Quyết định", Some(&n("12/QĐ-TTg")), "Phê chuẩn đối với ông Nguyễn Văn A"));
        assert!(!is_on_persons("Quyết định", Some(&n("05/2022/QĐ-UBND")), "Quy định về bổ nhiệm viên chức"));
    }

    #[test]
    fn titles_that_broke_off_are_seen() {
        for cut in ["Về công", "Sửa đổi, bổ sung một số điều của Thông tư số", "Hướng dẫn thi hành một số quy định về"]
        {
            assert!(is_cut(cut), "{cut}");
        }
        assert!(!is_cut("Về công tác văn thư"));
        assert!(!is_cut("Luật Dân số") && !is_cut("Luật Tố cáo"));
    }

    #[test]
    fn numbers_out_of_their_term_are_impossible() {
        assert!(impossible(&n("45/2019/QH13")));
        assert!(!impossible(&n("45/2019/QH14")));
    }
}

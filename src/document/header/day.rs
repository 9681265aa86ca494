//! The day of a document, in every way in which its head says it.

use crate::law::{calendar_day, places, written_day};
use crate::text::fold;
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;
use time::{Date, Month};

/// The day of a document, as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenDay {
    Day(Date),
    /// Only the month or year is filled in yet: the first and the last day that it can be.
    Between(Date, Date),
}

impl WrittenDay {
    /// The day of a document that gives its year alone.
    pub fn in_year(year: i32) -> Option<Self> {
        Some(Self::Between(
            Date::from_calendar_date(year, Month::January, 1).ok()?,
            Date::from_calendar_date(year, Month::December, 31).ok()?,
        ))
    }

    fn in_month(year: i32, month: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        Some(Self::Between(
            Date::from_calendar_date(year, month, 1).ok()?,
            Date::from_calendar_date(year, month, month.length(year)).ok()?,
        ))
    }

    /// Whether it says more than another.
    pub fn is_closer_than(self, other: Option<Self>) -> bool {
        match (self, other) {
            (_, None) => true,
            (Self::Between(from, to), Some(Self::Between(begin, end))) => to - from < end - begin,
            (Self::Day(_), Some(Self::Between(..))) => true,
            (_, Some(Self::Day(_))) => false,
        }
    }
}

/// "ngày 17 tháng 6 năm 2011", "17-6-2011", with blanks or dots where it is not filled in.
const DAY: &str = r"(?<d>\d{1,2})\s*(?:tháng|[-/.])\s*(?<m>\d{1,2})\s*(?:năm|[-/.])\s*(?<y>\d{4})";

fn pattern(text: &str) -> Regex {
    Regex::new(&text.replace("DAY", DAY)).expect("the pattern is well formed")
}

/// The day that a line of the head says, or a cell of it in a head of two columns:
///
/// - "Hà Nội, ngày 05 tháng 3 năm 2020", "Hà Nội, ngày … tháng 3 năm 2020", "Hà Nội, ngày … tháng … năm 2020";
/// - "NGÀY 17 THÁNG 6 NĂM 2011", "Ngày: 15-3-2014" as a line of its own;
/// - "Bản án số: 12/2014/DS-ST ngày 15/3/2014";
/// - "Số: …/2025/NĐ-CP".
pub fn of_line(line: &str) -> Option<WrittenDay> {
    static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"</?\w[^<>]{0,60}>"));
    // "Hà Nội, ngày <u>28</u> tháng <u>02</u> năm 2025"
    let plain = if line.contains('<') { TAG.replace_all(line, "") } else { Cow::Borrowed(line) };
    let line = plain.as_ref();
    let cells = line.split(['|', '\t']).filter(|cell| cell.len() < line.len());
    let mut closest: Option<WrittenDay> = None;
    for day in std::iter::once(line).chain(cells).filter_map(of_cell) {
        if day.is_closer_than(closest) {
            closest = Some(day);
        }
    }
    closest
}

fn of_cell(cell: &str) -> Option<WrittenDay> {
    // In small letters it is the rest of a line of the bases: "Căn cứ Luật Dữ liệu⏎ngày 30 tháng 11 năm 2024;".
    static ALONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\W*(?:Ngày|NGÀY)\s*:?\s*(?i:DAY)[^\w;]*$"));
    static JUDGMENT: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^\W*bản án\b.{0,40}?\bsố\s*:?\s*\S+\W+ngày\s*:?\s*DAY\W*$"));
    static OPEN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)(?:^|,)\s*ngày[\s.…_]*tháng[\s.…_]*(?<m>\d{1,2})?[\s.…_]*năm\s*(?<y>\d{4})\W*$")
    });
    static UNNUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\W*số\s*:?[\s.…_]*/\s*(?<y>\d{4})\s*/"));
    if let Some(day) = place_and_date(cell) {
        return Some(WrittenDay::Day(day));
    }
    let cell = &fold::tidy(cell);
    if let Some(found) = ALONE.captures(cell).or_else(|| JUDGMENT.captures(cell)) {
        return exact(&found);
    }
    if let Some(found) = OPEN.captures(cell) {
        let year = found["y"].parse().ok()?;
        return match found.name("m") {
            Some(month) => WrittenDay::in_month(year, month.as_str().parse().ok()?),
            None => WrittenDay::in_year(year),
        };
    }
    WrittenDay::in_year(UNNUMBERED.captures(cell)?["y"].parse().ok()?)
}

/// The day in the title of a document, behind its number: "CỦA BỘ TRƯỞNG BỘ XÂY DỰNG SỐ 512/QĐ-BXD NGÀY 20 THÁNG 4 NĂM 2012".
/// In the title of an amending act a line like it may be the day of another act ("… NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP NGÀY …"), so
/// the line must begin with the issuer, the number or, as the first line of all, the type.
pub fn of_title_line(line: &str, is_first: bool) -> Option<WrittenDay> {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?<begin>.*?)\bSỐ\s*:?\s*\S+\s*,?\s*NGÀY\s*DAY\W*$"));
    if !line.contains("NGÀY") {
        return None;
    }
    let upper = fold::tidy(line).to_uppercase().replace("THÁNG", "tháng").replace("NĂM", "năm");
    let found = TITLE.captures(&upper)?;
    let begin = found["begin"].trim();
    let is_own = begin.is_empty() || begin.starts_with("CỦA ") || (is_first && begin.split(' ').count() <= 12);
    if is_own { exact(&found) } else { None }
}

/// The day of a contract, of minutes: "Hôm nay, ngày 20 tháng 8 năm 2015, tại Hà Nội, …", "Hôm nay, vào hồi 08 giờ 00 phút ngày
/// 12 tháng 3 năm 2019 …". Minutes also say it so: "Thời gian: 08 giờ 00, ngày 30 tháng 3 năm 2026"; in an invitation that is the
/// day of the meeting to come.
pub fn of_meeting(line: &str, is_minutes: bool) -> Option<WrittenDay> {
    static TODAY: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^\W*(?:hôm nay|thời gian)\b.{0,60}?(?:ngày\s*|\s)DAY"));
    let start = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let says_today = start.starts_with("Hôm nay") || start.starts_with("HÔM NAY");
    let says_time = is_minutes && start.starts_with("Thời gian");
    if !(says_today || says_time) {
        return None;
    }
    exact(&TODAY.captures(&fold::tidy(start))?)
}

/// The day of a page in its front matter: "date: 2024-04-29", "date: Mon, 29 Apr 2024 13:00:00 +0700", "date: 29/4/2024".
pub fn of_front_matter(line: &str) -> Option<WrittenDay> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    static ISO: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\W*(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})"));
    static ENGLISH: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\W*(?:[A-Z][a-z]{2},\s*)?(?<d>\d{1,2}) (?<m>[A-Z][a-z]{2})[a-z]* (?<y>\d{4})"));
    static PLAIN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\W*(?:ngày\s*)?DAY"));
    let (key, value) = line.split_once(':')?;
    if !matches!(key.trim().to_lowercase().as_str(), "date" | "published" | "pubdate" | "ngày" | "ngày đăng") {
        return None;
    }
    if let Some(found) = ENGLISH.captures(value) {
        let month = MONTHS.iter().position(|month| *month == &found["m"])? as u32 + 1;
        return calendar_day(found["d"].parse().ok()?, month, found["y"].parse().ok()?).map(WrittenDay::Day);
    }
    exact(&ISO.captures(value).or_else(|| PLAIN.captures(value))?)
}

fn exact(found: &regex::Captures<'_>) -> Option<WrittenDay> {
    let part = |name: &str| found[name].parse::<u32>().ok();
    calendar_day(part("d")?, part("m")?, part("y")?).map(WrittenDay::Day)
}

/// "Hà Nội, ngày 05 tháng 3 năm 2020": the date of a line that begins with a place.
fn place_and_date(line: &str) -> Option<Date> {
    let line = &fold::tidy(line);
    let (place, rest) = line.rsplit_once(", ngày")?;
    // In a header of two columns the place comes after other words.
    let place = place.rsplit(['|', '\t']).next().unwrap_or(place).trim().trim_matches(['*', '_']);
    let words: Vec<&str> = place.split_whitespace().collect();
    let known = (1..=words.len().min(5)).any(|n| !places().by_name(&words[words.len() - n..].join(" ")).is_empty());
    if !known && (words.len() > 4 || !words.iter().all(|w| w.starts_with(char::is_uppercase))) {
        return None;
    }
    written_day(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn between(from: Date, to: Date) -> Option<WrittenDay> {
        Some(WrittenDay::Between(from, to))
    }

    #[test]
    fn lines_of_the_head_say_the_day() {
        let day = |day: Date| Some(WrittenDay::Day(day));
        for (line, expected) in [
            ("Hà Nội, ngày 05 tháng 3 năm 2020", day(date!(2020 - 03 - 05))),
            ("Số: 30/2020/NĐ-CP | Hà Nội, ngày 05 tháng 3 năm 2020", day(date!(2020 - 03 - 05))),
            ("theo Luật Đất đai, ngày 05 tháng 3 năm 2020", None),
            ("NGÀY 17 THÁNG 6 NĂM 2011", day(date!(2011 - 06 - 17))),
            ("Ngày 17/6/2011", day(date!(2011 - 06 - 17))),
            ("Ngày: 15-3-2014", day(date!(2014 - 03 - 15))),
            ("Bản án số: 12/2014/DS-ST ngày 15/3/2014", day(date!(2014 - 03 - 15))),
            ("Ngày: 15-13-2014", None),
            (
                "Số: 12/UBND\tLâm Đồng, ngày       tháng 5 năm 2025",
                between(date!(2025 - 05 - 01), date!(2025 - 05 - 31)),
            ),
            ("Đà Nẵng, ngày … tháng … năm 2024", between(date!(2024 - 01 - 01), date!(2024 - 12 - 31))),
            ("Số:      /2025/NĐ-CP", between(date!(2025 - 01 - 01), date!(2025 - 12 - 31))),
            (
                "Số: …/2025/TT-BTC\tHà Nội, ngày ... tháng 7 năm 2025",
                between(date!(2025 - 07 - 01), date!(2025 - 07 - 31)),
            ),
            ("<p>Hà Nội, ngày <u>28</u> tháng <u>02</u> năm 2025</p>", day(date!(2025 - 02 - 28))),
            ("ngày họp tháng 5 năm 2025", None),
            ("ngày 30 tháng 11 năm 2024;", None),
        ] {
            assert_eq!(of_line(line), expected, "{line}");
        }
    }

    #[test]
    fn titles_in_capitals_say_the_day_of_the_document_but_not_of_what_they_amend() {
        let day = Some(WrittenDay::Day(date!(2010 - 01 - 13)));
        for (line, first, expected) in [
            ("QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 63/QĐ-TTg NGÀY 13 THÁNG 01 NĂM 2010", true, day),
            ("CỦA BỘ CÔNG THƯƠNG SỐ 63/QĐ-BCT NGÀY 13 THÁNG 1 NĂM 2010", false, day),
            ("SỐ 63/QĐ-BCT NGÀY 13 THÁNG 1 NĂM 2010", false, day),
            ("THỰC HIỆN NGHỊ QUYẾT SỐ 63/NQ-CP NGÀY 13 THÁNG 01 NĂM 2010", false, None),
            ("CỦA CHÍNH PHỦ SỐ 63/NQ-CP NGÀY 13 THÁNG 01 NĂM 2010 VỀ LAO ĐỘNG", false, None),
        ] {
            assert_eq!(of_title_line(line, first), expected, "{line}");
        }
    }

    #[test]
    fn front_matter_says_the_day_of_a_page() {
        let day = Some(WrittenDay::Day(date!(2024 - 04 - 29)));
        for (line, expected) in [
            ("date: Mon, 29 Apr 2024 13:00:00 +0700", day),
            ("date: 2024-04-29T08:00:00", day),
            ("date: \"2024-04-29\"", day),
            ("published: 29 April 2024", day),
            ("ngày đăng: 29/4/2024", day),
            ("date: 29-04-2024", day),
            ("title: 2024-04-29", None),
            ("date: sắp tới", None),
        ] {
            assert_eq!(of_front_matter(line), expected, "{line}");
        }
    }

    #[test]
    fn contracts_and_minutes_say_today() {
        let day = |d: Date| Some(WrittenDay::Day(d));
        assert_eq!(of_meeting("Hôm nay, ngày 20 tháng 8 năm 2015, tại Hà Nội", false), day(date!(2015 - 08 - 20)));
        let time = "Thời gian: 08 giờ 00, ngày 30 tháng 3 năm 2026";
        assert_eq!((of_meeting(time, true), of_meeting(time, false)), (day(date!(2026 - 03 - 30)), None));
        assert_eq!(of_meeting("- Thời gian họp: 14h00 12/3/2019 tại trụ sở", true), day(date!(2019 - 03 - 12)));
        assert_eq!(
            of_meeting("- Hôm nay, vào hồi 08 giờ 00 phút ngày 12/3/2019, tại trụ sở", false),
            day(date!(2019 - 03 - 12))
        );
        assert_eq!(
            of_meeting(
                "Hôm nay, chúng tôi họp về Nghị định số 30/2020/NĐ-CP của Chính phủ đã ban hành từ lâu ngày 05/3/2020",
                false
            ),
            None
        );
    }
}

//! When an act takes effect, as its own text says: "1. Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành." What it says of
//! single articles ("Điều 19, Điều 20 Nghị định này có hiệu lực từ ngày …") is another day.

use super::Report;
use super::builder::Builders;
use super::claims::Rank;
use super::sources::{Text, lines};
use regex::Regex;
use std::path::Path;
use std::sync::LazyLock;
use time::{Date, Month};
use unicode_normalization::UnicodeNormalization;
use viendan::catalogue::Error;
use viendan::cite::Number;
use viendan::law::TypeId;
use viendan::text::fold;

/// Collections of whole texts. The codification gives the day in its own notes.
const WHOLE: [&str; 4] = ["vbpl_central_phanba", "tvpl_vbpl_review", "congbao_hrmaster", "laws_docx_tuankiet"];

/// The day that a text gives for the act as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    On(Date),
    /// "kể từ ngày ký"
    Signed,
}

pub fn read(facts: &Path, builders: &mut Builders, report: &mut Report) -> Result<(), Error> {
    for file in WHOLE {
        lines(&facts.join(format!("data/documents/{file}.jsonl.gz")), report, |row: Text, report| {
            let Some(number) = row.number.as_deref().and_then(Number::parse).filter(|n| !n.is_local()) else { return };
            let text: String = row.text.nfc().collect::<String>().replace('\u{d0}', "Đ").replace('\u{a0}', " ");
            let Some(builder) = builders.meant(&number, None) else { return };
            let Some((kind, _)) = builder.kind.weigh(|a, b| a == b) else { return };
            let issued = builder.issued.weigh(|a, b| a == b).map(|(day, _)| day);
            let day = match effective(&text, kind) {
                Some(Day::On(day)) => Some(day),
                Some(Day::Signed) => issued,
                None => None,
            };
            // A slip, or a text that is another's.
            let Some(day) =
                day.filter(|day| issued.is_some_and(|from| (0..=800).contains(&(*day - from).whole_days())))
            else {
                return;
            };
            report.count("days of effect read in the act's own text");
            builder.effective.add(Some(day), Rank::Header, "toàn văn");
        })?;
    }
    Ok(())
}

/// The first day that a text of a type gives for itself.
fn effective(text: &str, kind: TypeId) -> Option<Day> {
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| regex("“[^”]*”"));
    static PAGE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?m)^\s*\d*\s*CÔNG BÁO/Số.*$"));
    static SAYS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(\S+) (Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị) này (?:bắt đầu )?có hiệu lực(?: thi hành)?,?(?: kể)? từ (?:ngày )?(?:(\d{1,2}) tháng (\d{1,2}) năm (\d{4})|(\d{1,2})/(\d{1,2})/(\d{4})|(ký|ban hành))\b",
        )
    });
    let text = PAGE.replace_all(text, "");
    let text = fold::tidy(&QUOTED.replace_all(&text, "“”"));
    SAYS.captures_iter(&text).find_map(|found| {
        // A clause begins here: "1. Nghị định này", "Điều 9. Hiệu lực thi hành Thông tư này"; not "Điều 20 Nghị định này".
        let before = &found[1];
        let begins = before.ends_with(['.', ')', ':', ';', '”', '/']) || matches!(before, "hành" | "lực" | "khoản");
        if !begins || !same_kind(&found[2], kind) {
            return None;
        }
        if found.get(9).is_some() {
            return Some(Day::Signed);
        }
        let part = |long: usize, short: usize| found.get(long).or(found.get(short))?.as_str().parse::<u16>().ok();
        let (day, month, year) = (part(3, 6)?, part(4, 7)?, part(5, 8)?);
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok().map(Day::On)
    })
}

fn same_kind(said: &str, kind: TypeId) -> bool {
    said == kind.as_str()
        || (said == "Luật" && kind == TypeId::BO_LUAT)
        || (said == "Thông tư" && kind == TypeId::THONG_TU_LIEN_TICH)
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn the_day_of_the_whole_act_is_read_and_not_that_of_an_article() {
        for (text, kind, expected) in [
            (
                "Điều 31. Hiệu lực thi hành\n1. Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.\n2. Điều 19, Điều 20 Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.",
                TypeId::NGHI_DINH,
                Some(Day::Signed),
            ),
            (
                "2. Khoản 3 Điều 1 của Luật này có hiệu lực từ ngày 01 tháng 01 năm 2025. 1. Luật này có hiệu lực thi hành\ntừ ngày 01 tháng 7 năm 2025.",
                TypeId::LUAT,
                Some(Day::On(date!(2025 - 07 - 01))),
            ),
            (
                "Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực kể từ ngày 15/02/2020.",
                TypeId::THONG_TU,
                Some(Day::On(date!(2020 - 02 - 15))),
            ),
            ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", TypeId::THONG_TU, None),
            ("kể từ ngày Thông tư này có hiệu lực từ ngày 15/02/2020", TypeId::THONG_TU, None),
            ("Sửa đổi như sau: “1. Luật này có hiệu lực từ ngày 01/7/2013.”", TypeId::LUAT, None),
        ] {
            assert_eq!(effective(text, kind), expected, "{text}");
        }
    }
}

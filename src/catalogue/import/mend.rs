//! Values of tables that others made, brought into the form of records: "05/01/2024", "Hết hiệu lực toàn bộ", "30 /2020/ND-CP".

use crate::catalogue::model::record::parse_status;
use crate::catalogue::model::{Record, RecordError};
use crate::catalogue::normalise;
use crate::cite::Number;
use crate::i18n::date::{parse_iso, write_iso};
use crate::law::types;
use crate::text::fold;
use time::{Date, Month};

/// Mends what is written otherwise, and leaves out what says nothing. What cannot be read stays, and is refused later.
pub fn mend(mut record: Record) -> Result<Record, RecordError> {
    for field in [
        &mut record.number,
        &mut record.kind,
        &mut record.issuer,
        &mut record.issued,
        &mut record.effective,
        &mut record.expired,
        &mut record.status,
        &mut record.title,
        &mut record.signer,
        &mut record.field,
        &mut record.url,
    ] {
        *field = field.take().filter(|value| !says_nothing(value));
    }
    for field in [&mut record.issued, &mut record.effective, &mut record.expired] {
        if let Some(date) = field.as_deref().and_then(parse_date) {
            *field = Some(write_iso(date));
        }
    }
    // "Không xác định" is no status, and no fault.
    record.status = record.status.and_then(|s| parse_status(&s)).map(|s| s.to_string());
    let Some(raw) = record.number.take() else {
        return if record.name.is_some() { Ok(record) } else { Err(RecordError::MissingNumberAndName) };
    };
    let Some(number) = number(&raw) else { return Err(RecordError::UnreadableNumber(raw)) };
    let written = record.kind.take();
    let kind = normalise::kind(written.as_deref().and_then(type_name), &number)
        .ok_or_else(|| written.map_or(RecordError::MissingType, RecordError::UnknownType))?;
    record.issuer = normalise::issuer(record.issuer.as_deref(), &number);
    record.title = record
        .title
        .and_then(|title| normalise::listed_title(&title, Some(&number)))
        .map(|title| normalise::finish_title(kind, title));
    if record.title.as_deref().is_some_and(|title| normalise::is_on_persons(kind, Some(&number), title)) {
        record.title = None;
    }
    // Of two dates that contradict each other neither is taken.
    let date = |field: &Option<String>| field.as_deref().and_then(parse_iso);
    if date(&record.effective).zip(date(&record.expired)).is_some_and(|(from, to)| to < from) {
        record.expired = None;
    }
    record.kind = Some(kind.to_string());
    record.number = Some(number.canonical());
    Ok(record)
}

/// Words that stand for an empty cell.
fn says_nothing(value: &str) -> bool {
    const NOTHING: [&str; 12] = [
        "",
        "none",
        "null",
        "nan",
        "n/a",
        "na",
        "-",
        "khong xac dinh",
        "chua xac dinh",
        "dang cap nhat",
        "khong so",
        "da biet",
    ];
    let folded = fold::search(value.trim());
    NOTHING.contains(&folded.trim()) || value.trim().starts_with("01/01/0001") || value.trim().starts_with("0001-01-01")
}

/// A number as a list writes it: with blanks, with "ND-CP", with Ð for Đ.
pub fn number(raw: &str) -> Option<Number> {
    let tidy = fold::tidy(&raw.replace('Ð', "Đ"));
    let mut close = String::with_capacity(tidy.len());
    for part in tidy.split(' ') {
        let glued = close.is_empty() || close.ends_with(['/', '-']) || part.starts_with(['/', '-']);
        // "30 2020 NĐ" is no number, and glued together another one.
        if !glued {
            close.push(' ');
        }
        close.push_str(part);
    }
    normalise::listed_number(close.trim_start_matches("Số ").trim_start_matches("số "))
        .map(|(number, _)| number)
        .filter(|number| !normalise::impossible(number))
}

/// The name of a type in any case, and in English.
fn type_name(raw: &str) -> Option<&str> {
    let folded = fold::search(raw);
    let english = match folded.as_str() {
        "law" => Some("Luật"),
        "code" => Some("Bộ luật"),
        "constitution" => Some("Hiến pháp"),
        "decree" => Some("Nghị định"),
        "circular" => Some("Thông tư"),
        "joint circular" => Some("Thông tư liên tịch"),
        "decision" => Some("Quyết định"),
        "resolution" => Some("Nghị quyết"),
        "ordinance" => Some("Pháp lệnh"),
        "directive" => Some("Chỉ thị"),
        "order" => Some("Lệnh"),
        "van ban khac" | "van ban" => return None,
        _ => None,
    };
    english.or_else(|| types().by_name(raw).map(|t| t.name.as_str())).or(Some(raw))
}

/// A date as tables write it: 05/01/2024, 5-1-2024, 2024-01-05, with a time after it, "ngày 5 tháng 1 năm 2024".
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(day) = text.get(..10).and_then(parse_iso) {
        return Some(day);
    }
    let folded = fold::search(text);
    let numbers: Vec<u16> = folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .take(3)
        .map_while(|part| part.parse().ok())
        .collect();
    let is_written =
        folded.contains("thang") || text.chars().take(10).all(|c| c.is_ascii_digit() || "/-. ".contains(c));
    let (day, month, year) = match numbers.as_slice() {
        [day, month, year] if *year > 1900 => (*day, *month, *year),
        [year, month, day] if *year > 1900 => (*day, *month, *year),
        _ => return None,
    };
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok().filter(|_| is_written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn of(number: &str, kind: Option<&str>) -> Record {
        Record { number: Some(number.to_owned()), kind: kind.map(str::to_owned), ..Record::default() }
    }

    #[test]
    fn dates_are_read_however_they_are_written() {
        for text in [
            "05/01/2024",
            "5/1/2024",
            "5-1-2024",
            "2024-01-05",
            "2024-01-05T00:00:00Z",
            "ngày 5 tháng 1 năm 2024",
            "05.01.2024",
        ] {
            assert_eq!(parse_date(text), Some(date!(2024 - 01 - 05)), "{text}");
        }
        for text in ["31/02/2024", "2024", "01/01/0001", "hôm qua", "17 văn bản 5 năm 2024"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_with_blanks_and_foreign_letters_are_mended() {
        for (written, number) in [
            ("30 /2020/NĐ - CP", "30/2020/NĐ-CP"),
            ("30/2020/ND-CP", "30/2020/NĐ-CP"),
            ("30/2020/NÐ-CP", "30/2020/NĐ-CP"),
            ("Số 06/QĐ-TTg", "06/QĐ-TTg"),
        ] {
            assert_eq!(mend(of(written, None)).unwrap().number.as_deref(), Some(number), "{written}");
        }
        assert!(mend(of("không rõ", None)).is_err());
    }

    #[test]
    fn types_come_in_any_case_or_from_the_number() {
        for (number, kind, name) in [
            ("97/2015/QH13", Some("Nghị Quyết"), "Nghị quyết"),
            ("45/2019/QH14", Some("code"), "Bộ luật"),
            ("30/2020/NĐ-CP", Some("Văn bản khác"), "Nghị định"),
            ("30/2020/NĐ-CP", Some("None"), "Nghị định"),
            ("12/2021/TT-BNV", None, "Thông tư"),
        ] {
            assert_eq!(mend(of(number, kind)).unwrap().kind.as_deref(), Some(name), "{number} {kind:?}");
        }
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let record = Record {
            status: Some("Không xác định".to_owned()),
            effective: Some("01/01/0001".to_owned()),
            issued: Some("None".to_owned()),
            title: Some("VỀ CÔNG TÁC VĂN THƯ".to_owned()),
            ..of("30/2020/NĐ-CP", None)
        };
        let mended = mend(record).unwrap();
        assert_eq!((mended.status, mended.effective, mended.issued), (None, None, None));
        assert_eq!(mended.title.as_deref(), Some("Về công tác văn thư"));
        let ended = Record { status: Some("Hết hiệu lực toàn bộ".to_owned()), ..of("30/2020/NĐ-CP", None) };
        assert_eq!(mend(ended).unwrap().status.as_deref(), Some("expired"));
    }
}

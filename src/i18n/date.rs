//! How days are written and read.

use time::{Date, Month, OffsetDateTime};

/// Today, on the clock of the machine.
pub fn today() -> Date {
    OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc()).date()
}

/// The day that is written as `YYYY-MM-DD`.
pub fn parse_iso(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let month = Month::try_from(text.get(5..7)?.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(text.get(..4)?.parse().ok()?, month, text.get(8..)?.parse().ok()?).ok()
}

/// A day as `YYYY-MM-DD`.
pub fn write_iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// "05/3/2020": days below 10 and the months 1 and 2 with a leading zero (Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I,
/// Mục II, khoản 4).
pub fn short_date(date: Date) -> String {
    format!("{:02}/{}/{}", date.day(), month(date), date.year())
}

/// "ngày 05 tháng 3 năm 2020"
pub fn long_date(date: Date) -> String {
    format!("ngày {:02} tháng {} năm {}", date.day(), month(date), date.year())
}

/// "5 March 2020"
pub fn english_date(date: Date) -> String {
    format!("{} {} {}", date.day(), date.month(), date.year())
}

fn month(date: Date) -> String {
    let month = u8::from(date.month());
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn days_are_written_by_the_rule() {
        assert_eq!(short_date(date!(2020 - 03 - 05)), "05/3/2020");
        assert_eq!(short_date(date!(2025 - 02 - 28)), "28/02/2025");
        assert_eq!(long_date(date!(2020 - 02 - 05)), "ngày 05 tháng 02 năm 2020");
        assert_eq!(english_date(date!(2020 - 03 - 05)), "5 March 2020");
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        assert_eq!(parse_iso(&write_iso(date!(2020 - 03 - 05))), Some(date!(2020 - 03 - 05)));
        for wrong in ["2020-3-05", "2020-02-30", "05/03/2020", "2020-03-05 ", "", "năm 2020 -"] {
            assert_eq!(parse_iso(wrong), None, "{wrong}");
        }
    }
}

//! Days as a text writes them.

use time::{Date, Month};

/// The day of numbers as they are written; `None` where the calendar has no such day.
pub fn calendar_day(day: u32, month: u32, year: u32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::try_from(year).ok()?, month, u8::try_from(day).ok()?).ok()
}

/// The day that the first three numbers of a text give, as day, month and year, whatever is written between them:
/// " 05 tháng 3 năm 2020", "05/3/2020". `None` with fewer numbers, or where the calendar has no such day.
pub fn written_day(text: &str) -> Option<Date> {
    let mut numbers =
        text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).filter_map(|n| n.parse().ok());
    calendar_day(numbers.next()?, numbers.next()?, numbers.next()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn the_first_three_numbers_are_the_day() {
        assert_eq!(written_day(" 05 tháng 3 năm 2020 của"), Some(date!(2020 - 03 - 05)));
        assert_eq!(written_day("05/3/2020, 06/3/2020"), Some(date!(2020 - 03 - 05)));
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have_is_none() {
        assert_eq!(calendar_day(29, 2, 2023), None);
        assert_eq!(calendar_day(29, 2, 2024), Some(date!(2024 - 02 - 29)));
        assert_eq!(written_day("31/4/2020"), None);
        assert_eq!(written_day("tháng 3 năm 2020"), None);
    }
}

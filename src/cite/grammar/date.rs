//! Dates and years: `ngày 05 tháng 3 năm 2020`, `05/3/2020`, the `2024` of `Luật Đất đai 2024`.

use super::cursor::Cursor;
use crate::cite::model::DateRef;
use crate::lexicon::words;

impl Cursor<'_> {
    /// A date: "ngày 05 tháng 3 năm 2020", "ngày 05/3/2020", "05/3/2020", "ngày 5-3-2020".
    pub fn date(self, at: usize) -> Option<(DateRef, usize)> {
        let with_word = self.is(at, words::NGAY);
        let i = if with_word { at + 1 } else { at };
        let number = |k: usize, most: usize| -> Option<u16> { self.digits(k, most)?.parse().ok() };
        let day = number(i, 2)?;
        let separator = self.token(i + 1)?;
        let (month, year, end) = if with_word && separator.is(words::THANG) {
            let month = number(i + 2, 2)?;
            let year_at = if self.is(i + 3, words::NAM) { i + 4 } else { return None };
            (month, number(year_at, 4)?, year_at + 1)
        } else if (separator.is(words::SLASH) || (with_word && (separator.is(words::DASH) || separator.is(words::DOT))))
            && self.token(i + 3).is_some_and(|t| t.word == separator.word)
        {
            (number(i + 2, 2)?, number(i + 4, 4)?, i + 5)
        } else {
            return None;
        };
        // The year has four digits; a shorter one belongs to something else. A bare date on the next line is another cell.
        if year < 1000 || (!with_word && (!self.is_glued(i + 1) || self.tokens()[at].begins_line())) {
            return None;
        }
        let date =
            DateRef { span: self.span(at, end), day: u8::try_from(day).ok()?, month: u8::try_from(month).ok()?, year };
        Some((date, end))
    }

    /// A year that an act can be of, in four digits: "2024".
    pub fn four_digit_year(self, at: usize) -> Option<u16> {
        let year: u16 = self.digits(at, 4).filter(|digits| digits.len() == 4)?.parse().ok()?;
        (1945..=2100).contains(&year).then_some(year)
    }
}

#[cfg(test)]
mod tests {
    use crate::cite::{Markup, read};
    use crate::lexicon::Vocabulary;

    /// The date of the first number in a text, as day, month and year.
    fn date_of(text: &str) -> Option<(u8, u8, u16)> {
        let reading = read(text, &Vocabulary::new([]), Markup::Plain);
        let number = reading.mentions.first()?.number()?;
        number.attributes.date.as_ref().map(|d| (d.day, d.month, d.year))
    }

    #[test]
    fn dates_are_read_in_words_and_in_digits() {
        for text in [
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
            "Nghị định số 30/2020/NĐ-CP ngày 5/3/2020",
            "Nghị định số 30/2020/NĐ-CP, ngày 05-3-2020",
            "Nghị định số 30/2020/NĐ-CP (ngày 05.3.2020)",
            "Nghị định số 30/2020/NĐ-CP 05/3/2020",
            // A blank was lost.
            "Nghị định số 30/2020/NĐ-CPngày 05/3/2020",
        ] {
            assert_eq!(date_of(text), Some((5, 3, 2020)), "{text}");
        }
    }

    #[test]
    fn other_digits_are_no_date() {
        for text in ["Nghị định số 30/2020/NĐ-CP ngày 05/3", "Nghị định số 30/2020/NĐ-CP 5-3-2020"] {
            assert_eq!(date_of(text), None, "{text}");
        }
    }
}

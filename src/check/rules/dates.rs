//! Dates as they are written anywhere in the text: "ngày 05 tháng 3 năm 2020", "ngày 05/3/2020".

use crate::check::checker::Checker;
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::words::Word;
use crate::check::{Code, Edit};
use crate::cite::calendar_day;
use crate::i18n::short_date;
use crate::text::Span;
use memchr::memmem::Finder;
use time::Date;

/// The rules of this file.
pub const RULES: &[Rule] =
    &[Rule::block(Code::InvalidDate, invalid_date), Rule::block(Code::DateLeadingZero, date_leading_zero)];

/// A written date: the places of day, month and year in the document.
struct Written {
    span: Span,
    day: (Span, u16),
    month: (Span, u16),
    year: u16,
}

impl Written {
    fn date(&self) -> Option<Date> {
        calendar_day(self.day.1.into(), self.month.1.into(), self.year.into())
    }
}

/// Calls for every date after the word "ngày" of the document.
fn each(cx: &Checker<'_>, mut visit: impl FnMut(&Written, &str)) {
    static DAY: Word = Word::new(|| Finder::new("gày "));
    let text = cx.text();
    for at in DAY.places(text) {
        let begins = at.checked_sub(1).filter(|&n| matches!(text.as_bytes()[n], b'n' | b'N'));
        if let Some(start) = begins
            && let Some(date) = read(text, start, at + "gày ".len())
        {
            visit(&date, text);
        }
    }
}

/// Digits from a byte on: their span, value, and where they end.
fn digits(text: &str, from: usize, most: usize) -> Option<(Span, u16)> {
    let len = text.as_bytes()[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    (1..=most).contains(&len).then(|| {
        let span = Span::new(from, from + len);
        (span, span.of(text).parse().unwrap_or(u16::MAX))
    })
}

fn read(text: &str, start: usize, from: usize) -> Option<Written> {
    let day = digits(text, from, 2)?;
    let rest = &text[day.0.end..];
    let separator = rest.chars().next()?;
    let (month_at, year_word) = match separator {
        '/' | '-' | '.' => (day.0.end + 1, None),
        ' ' => (day.0.end + rest.strip_prefix(" tháng ").map(|_| " tháng ".len())?, Some(" năm ")),
        _ => return None,
    };
    let month = digits(text, month_at, 2)?;
    let after = &text[month.0.end..];
    let year_at = match year_word {
        Some(word) => month.0.end + after.strip_prefix(word).map(|_| word.len())?,
        None => month.0.end + after.strip_prefix(separator).map(|_| separator.len_utf8())?,
    };
    let year = digits(text, year_at, 4).filter(|y| y.0.len() == 4)?;
    Some(Written { span: Span::new(start, year.0.end), day: (day.0, day.1), month: (month.0, month.1), year: year.1 })
}

/// A day that the calendar does not have: "ngày 31 tháng 4 năm 2025".
fn invalid_date(cx: &Checker<'_>, out: &mut Findings) {
    each(cx, |written, _| {
        if written.date().is_none() && (1900..2200).contains(&written.year) {
            let seen = format!("{}/{}/{}", written.day.1, written.month.1, written.year);
            out.push(cx.finding(Code::InvalidDate, written.span, &[("seen", &seen)]));
        }
    });
}

/// Days below 10 and the months 1 and 2 are written with a zero, the months 3 to 9 without. In drafts of a known kind,
/// outside quotations.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 4.
fn date_leading_zero(cx: &Checker<'_>, out: &mut Findings) {
    if !cx.is_formal() {
        return;
    }
    each(cx, |written, _| {
        let Some(date) = written.date() else { return };
        if cx.is_quoted(written.span.start) {
            return;
        }
        let expected = short_date(date);
        let mut parts = expected.split('/');
        let mut edits = Vec::new();
        for (span, value) in [written.day, written.month] {
            let proper = parts.next().unwrap_or_default();
            // From 10 on there is only one way to write the number; below 10 the number of digits decides.
            if value < 10 && span.len() != proper.len() {
                edits.push(Edit::new(span, proper));
            }
        }
        let Some(place) = edits.iter().map(|e| e.span).reduce(Span::cover) else { return };
        let written = edits.iter().map(|e| e.text.as_str()).collect::<Vec<_>>().join(", ");
        let fix = cx.fix("write", &[("text", &written)], true, edits);
        out.push(cx.finding(Code::DateLeadingZero, place, &[("expected", &expected)]).with_fix(fix));
    });
}

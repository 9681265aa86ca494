//! Dates as they are written anywhere in the text: "ngày 05 tháng 3 năm 2020", "ngày 05/3/2020".

use crate::catalogue::Fact;
use crate::check::checker::{Checker, Citation, NameCitation, NumberCitation};
use crate::check::evidence::identity::is_surely;
use crate::check::evidence::sentence::{is_basis, sentence_start};
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::words::Word;
use crate::check::{Code, Edit, Severity};
use crate::cite::{DateRef, calendar_day};
use crate::i18n::short_date;
use crate::text::{Span, head};
use memchr::memmem::Finder;
use regex::Regex;
use std::sync::LazyLock;
use time::Date;

/// The rules of this file.
pub const RULES: &[Rule] = &[
    Rule::block(Code::InvalidDate, invalid_date),
    Rule::block(Code::DateLeadingZero, date_leading_zero),
    Rule::block(Code::CitedAfterDraft, cited_after),
];

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
    if !cx.draft.follows_decree_of_2020() {
        return;
    }
    each(cx, |written, text| {
        let Some(date) = written.date() else { return };
        // "23/06/2023" in a table or a list is a form of its own.
        let is_in_words =
            text.get(written.day.0.end..written.month.0.start).is_some_and(|between| between.contains("áng"));
        if cx.is_quoted(written.span.start) || !is_in_words {
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

/// What is cited by number or by name.
fn cited_after(cx: &Checker<'_>, out: &mut Findings) {
    cx.numbers.iter().for_each(|n| cited_after_draft(cx, n, out));
    cx.names.iter().for_each(|name| law_after_draft(cx, name, out));
}

/// An act that was issued after the day of the draft that cites it, by the day or year that the text gives, else by that of
/// the catalogue. Consolidated texts and notes on what amended an act cite later ones rightly.
fn cited_after_draft(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    // The last day that a draft can have whose day is blank.
    let header = &cx.draft.header;
    let day = header.date.or(header.period.map(|(_, last)| last));
    // Its own day is mistyped.
    let is_own_day_sure = header.contradicted_year().is_none();
    let Some(draft) = day.filter(|_| cx.is_dated && is_own_day_sure && !header.consolidated) else { return };
    if !n.is_own_prose() || n.node.header || n.node.amending || !cx.is_in_body(n.span().start) {
        return;
    }
    let attributes = &n.node.attributes;
    let said = attributes.date.as_ref().and_then(DateRef::date);
    let known = || {
        let known = cx.resolution(n.index).known()?;
        known.issued.filter(|_| known.is_confirmed(Fact::Issued) && is_surely(n, known))
    };
    let is_later_year = n.year().is_some_and(|year| i32::from(year) > draft.year());
    // The act is an earlier one: its day is wrong, and another rule says so.
    if said.is_some_and(|said| said > draft) && known().is_some_and(|issued| issued <= draft) {
        return;
    }
    let Some(day) = said.or_else(known).filter(|day| *day > draft) else {
        if is_later_year && said.is_none() {
            let year = n.year().map(|year| year.to_string()).unwrap_or_default();
            report_later(cx, n, n.number().canonical(), ("year", year), draft, out);
        }
        return;
    };
    report_later(cx, n, n.number().canonical(), ("", cx.messages.date(day)), draft, out);
}

/// The same of a law that is cited by its name: "Luật Đất đai năm 2024" in a report of 2023.
fn law_after_draft(cx: &Checker<'_>, name: &NameCitation<'_>, out: &mut Findings) {
    let header = &cx.draft.header;
    let day = header.date.or(header.period.map(|(_, last)| last));
    let is_own_day_sure = header.contradicted_year().is_none() && !header.consolidated;
    let Some(draft) = day.filter(|_| cx.is_dated && is_own_day_sure && cx.is_formal()) else { return };
    let node = name.node;
    if !name.is_own_prose()
        || !node.known
        || node.informal
        || node.number.is_some()
        || !cx.is_in_body(name.span().start)
    {
        return;
    }
    let said = node.attributes.date.as_ref().and_then(DateRef::date);
    let known = || {
        let known = cx.name_resolution(name.index).known()?;
        known
            .issued
            .filter(|_| known.is_confirmed(Fact::Issued) && node.year.is_some_and(|y| known.year == Some(y.year)))
    };
    // A bill has the year in which it is to be passed.
    let before = name.before().trim_end().to_lowercase();
    if ["dự thảo", "dự án", "thông qua", "trình"].iter().any(|word| before.ends_with(word)) {
        return;
    }
    let seen = match (said.or_else(known).filter(|day| *day > draft), node.year) {
        (Some(day), _) => ("", cx.messages.date(day)),
        (None, Some(year)) if said.is_none() && i32::from(year.year) > draft.year() => ("year", year.year.to_string()),
        _ => return,
    };
    report_later(cx, name, node.canonical.clone(), seen, draft, out);
}

/// Whether a place is in a note on what became of an act, in a text that is read after its day: "(được sửa đổi, bổ sung bởi Nghị định
/// số …)", "hết hiệu lực theo Luật số …".
fn is_note<T>(at: &Citation<'_, T>) -> bool {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        let done = r"(?:được|bị|đã)(?: được| bị)? (?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|hợp nhất)";
        Regex::new(&format!(r"(?:{done}|hết hiệu lực|thay thế bởi|thay thế bằng|nay là)[^;.]{{0,160}}$"))
            .expect("the words are a pattern")
    });
    let before = at.before();
    let sentence = &before[sentence_start(before, before.len())..];
    let after = head(at.after(), 200);
    NOTE.is_match(sentence) || after.trim_start().starts_with("hết hiệu lực")
}

fn report_later<T>(
    cx: &Checker<'_>,
    n: &Citation<'_, T>,
    instrument: String,
    (variant, seen): (&str, String),
    draft: Date,
    out: &mut Findings,
) {
    if is_note(n) && !is_basis(n) {
        return;
    }
    let day = cx.messages.date(draft);
    let values = [("seen", seen.as_str()), ("draft", &day)];
    let finding = cx.variant(Code::CitedAfterDraft, variant, n.span(), &values).with_instrument(instrument);
    let is_draft = cx.is_formal() || cx.draft.header.number.is_some() || cx.draft.header.kind.is_some();
    out.push(if is_draft { finding } else { finding.cap_severity(Severity::Information) });
}

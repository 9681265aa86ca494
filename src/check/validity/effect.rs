//! When the draft itself takes effect.

use super::super::run::Run;
use super::super::{Code, Finding};
use crate::cite::calendar_day;
use crate::document::Regime;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;
use time::macros::date;

/// "Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 12 năm 2025", "… từ ngày ký ban hành"
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    let date = r"ngày\s+(?:(?<day>\d{1,2})(?:/|\s+tháng\s+)(?<month>\d{1,2})(?:/|\s+năm\s+)(?<year>\d{4})|(?<signing>ký|ban hành))";
    let pattern = format!(r"này\s+có\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?(?:kể\s+)?từ\s+{date}");
    Regex::new(&pattern).expect("the pattern of the closing clause is well formed")
});

/// A normative draft that takes effect less than 45 days (local: 10 days) after its date. Silent where the text speaks of
/// the shortened procedure, and of what has a number: that was issued, and then mostly by that procedure without saying so.
///
/// Source: Luật 64/2025/QH15 Điều 53, in force from 1 April 2025.
pub fn effective_too_early(run: &Run<'_>, out: &mut Vec<Finding>) {
    let header = run.document.header();
    let (Some(signed), Some(kind)) = (header.date, header.kind) else { return };
    if run.regime != Regime::Normative || header.number.is_some() || signed < date!(2025 - 04 - 01) {
        return;
    }
    let least = if is_local(run) { 10 } else { 45 };
    let word = memchr::memmem::Finder::new("hiệu lực");
    let mut found = None;
    for (offset, block) in run.document.blocks().take_while(|(offset, _)| *offset < run.body_end()) {
        let text: &str = &block.text;
        if text.contains("rút gọn") {
            return;
        }
        if found.is_some() || word.find(text.as_bytes()).is_none() {
            continue;
        }
        found = CLAUSE.captures_iter(text).find_map(|clause| {
            let whole = clause.get(0)?;
            let own = text[..whole.start()].trim_end().to_lowercase().ends_with(&kind.to_lowercase());
            if !own || run.is_quoted(offset + whole.start()) {
                return None;
            }
            let from = match clause.name("signing") {
                Some(_) => signed,
                None => {
                    let [day, month, year] = ["day", "month", "year"].map(|part| clause[part].parse());
                    calendar_day(day.ok()?, month.ok()?, year.ok()?)?
                }
            };
            let start = whole.as_str().rfind("ngày").map_or(whole.start(), |at| whole.start() + at);
            Some((Span::new(start, whole.end()).shifted(offset), from))
        });
    }
    let Some((span, from)) = found else { return };
    // A day before the signing is another matter: what takes effect backwards says so on purpose.
    let days = (from - signed).whole_days();
    if !(0..least).contains(&days) {
        return;
    }
    let (from, signed) = (run.messages.date(from), run.messages.date(signed));
    let least = least.to_string();
    let values = [("own", kind), ("from", from.as_str()), ("signed", &signed), ("days", &least)];
    out.push(run.finding(Code::EffectiveTooEarly, span, &values));
}

/// Whether the draft is one of a people's council or committee.
fn is_local(run: &Run<'_>) -> bool {
    let issuer = run.document.header().issuer.as_deref();
    issuer.is_some_and(|i| i.contains("nhân dân") && !i.contains("tối cao"))
}

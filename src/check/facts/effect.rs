//! When the draft itself takes effect: its closing clause, and whether it mentions the shortened procedure.

use crate::check::checker::Checker;
use crate::check::draft::Draft;
use crate::cite::calendar_day;
use crate::document::Regime;
use crate::law::milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2025;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;
use time::Date;

/// What a block of the body says of the day on which the draft takes effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// It mentions the shortened procedure.
    pub shortened: bool,
    /// The day of the closing clause with its place: bytes of the block.
    pub from: Option<(Span, Date)>,
}

/// "Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 12 năm 2025", "… từ ngày ký ban hành"
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    let date = r"ngày\s+(?:(?<day>\d{1,2})(?:/|\s+tháng\s+)(?<month>\d{1,2})(?:/|\s+năm\s+)(?<year>\d{4})|(?<signing>ký|ban hành))";
    let pattern = format!(r"này\s+có\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?(?:kể\s+)?từ\s+{date}");
    Regex::new(&pattern).expect("the pattern of the closing clause is well formed")
});

/// The date and the type of a draft that is judged, of one whose day is blank the first day that it can have; from 1 April
/// 2025. What has a number was issued, and then mostly by the shortened procedure without saying so.
pub fn signed(draft: &Draft) -> Option<(Date, &'static str)> {
    let first = draft.header.date.or(draft.header.period.map(|(first, _)| first));
    let (signed, kind) = (first?, draft.header.kind?);
    (draft.is_of_state() && signed >= LAW_ON_NORMATIVE_INSTRUMENTS_2025).then_some((signed, kind))
}

/// Whether the least time between signing and effect holds for a draft: it is normative and not yet issued.
pub fn has_least_time(draft: &Draft) -> bool {
    draft.regime == Regime::Normative && draft.header.number.is_none() && draft.header.date.is_some()
}

/// "ngay_co_hieu_luc: "2025-01-01"" in the front matter of a file.
static FRONT_MATTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?m)^ngay_(?:co_)?hieu_luc:\s*["']?(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})"#)
        .expect("the pattern of front matter is well formed")
});

/// The day on which the draft takes effect, whenever it was made: as its closing clause or its front matter says.
pub fn day(cx: &Checker<'_>) -> Option<Date> {
    let text = cx.text();
    if text.contains("ngay_")
        && let Some(written) = FRONT_MATTER.captures(text)
    {
        let [day, month, year] = ["day", "month", "year"].map(|part| written[part].parse());
        return calendar_day(day.ok()?, month.ok()?, year.ok()?);
    }
    let (signed, kind) = (cx.draft.header.date?, cx.draft.header.kind?);
    if !cx.is_in_body(0) || !text.contains("hiệu lực") {
        return None;
    }
    clause(cx, signed, kind).map(|(_, from)| from)
}

/// What a block says about it; `None` if nothing.
pub fn read(cx: &Checker<'_>) -> Option<Effect> {
    let (signed, kind) = signed(cx.draft)?;
    if !cx.is_in_body(0) {
        return None;
    }
    let text = cx.text();
    let shortened = text.contains("rút gọn");
    let from = if !shortened && text.contains("hiệu lực") { clause(cx, signed, kind) } else { None };
    (shortened || from.is_some()).then_some(Effect { shortened, from })
}

fn clause(cx: &Checker<'_>, signed: Date, kind: &str) -> Option<(Span, Date)> {
    let text = cx.text();
    CLAUSE.captures_iter(text).find_map(|clause| {
        let whole = clause.get(0)?;
        let own = text[..whole.start()].trim_end().to_lowercase().ends_with(&kind.to_lowercase());
        if !own || cx.is_quoted(whole.start()) {
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
        Some((Span::new(start, whole.end()), from))
    })
}

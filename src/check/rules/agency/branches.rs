//! Offices of central agencies in the provinces, and boards of provinces, that ended or changed their names in 2025.

use super::local::{after_places, is_past_or_quoted};
use crate::check::checker::Checker;
use crate::check::evidence::sentence::{
    is_addressee, is_named_as_living, is_tasked_between, is_told_of_a_day_until, sentence_end, sentence_start,
    with_severity_for,
};
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::text::{Span, head, tail};
use regex::Regex;
use std::sync::LazyLock;
use time::Date;
use time::macros::date;

/// An office that each province had.
struct Branch {
    name: &'static str,
    /// The day from which on it has the name or the successor, as a place is named with it.
    since: Date,
    successor: &'static str,
    /// The successor is named with the province as well, so that it can be written in its place.
    is_of_province: bool,
    confirmed: bool,
}

/// Source: Nghị định 29/2025/NĐ-CP and Quyết định 1376/QĐ-BTC ngày 30/6/2025 (tax); Quyết định 382/QĐ-BTC (customs); Nghị định
/// 39/2025/NĐ-CP and Quyết định 1898/QĐ-BTP (enforcement); Nghị định 40/2025/NĐ-CP (market); Nghị định 150/2025/NĐ-CP Điều 8.
const BRANCHES: [Branch; 5] = [
    Branch {
        name: "Cục Thuế", since: date!(2025 - 07 - 01), successor: "Thuế", is_of_province: true, confirmed: true
    },
    Branch {
        name: "Cục Thi hành án dân sự",
        since: date!(2025 - 07 - 01),
        successor: "Thi hành án dân sự",
        is_of_province: true,
        confirmed: true,
    },
    Branch {
        name: "Cục Hải quan",
        since: date!(2025 - 03 - 15),
        successor: "Chi cục Hải quan khu vực",
        is_of_province: false,
        confirmed: true,
    },
    Branch {
        name: "Cục Quản lý thị trường",
        since: date!(2025 - 03 - 01),
        successor: "Chi cục Quản lý thị trường thuộc Sở Công Thương",
        is_of_province: false,
        confirmed: true,
    },
    Branch {
        name: "Ban Dân tộc",
        since: date!(2025 - 03 - 01),
        successor: "Sở Dân tộc và Tôn giáo",
        is_of_province: true,
        confirmed: false,
    },
];

/// An office of that kind which has a task, is addressed or is named as one that is there: "Cục Thuế tỉnh Lâm Đồng theo dõi".
pub fn ended_branches(cx: &Checker<'_>, out: &mut Findings) {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        let names = BRANCHES.iter().map(|branch| branch.name).collect::<Vec<_>>().join("|");
        Regex::new(&format!(r"\b(?P<name>{names}) (?P<unit>tỉnh|thành phố|TP\.?)(?:\s|[,;.])"))
            .expect("the names are a pattern")
    });
    let text = cx.text();
    if !cx.is_dated || !(text.contains("Cục ") || text.contains("Ban Dân tộc ")) {
        return;
    }
    for found in NAMED.captures_iter(text) {
        let (Some(name), Some(unit)) = (found.name("name"), found.name("unit")) else { continue };
        let branch = BRANCHES.iter().find(|branch| branch.name == name.as_str() && branch.since <= cx.day);
        let Some(branch) = branch else { continue };
        let span = Span::new(name.start(), unit.end());
        let before = tail(text[..span.start].trim_end(), 61);
        let before = before.trim_end_matches("Cục trưởng").trim_end_matches("Trưởng").trim_end();
        let after = after_places(&text[name.end()..]);
        let whole = Span::new(span.start, text.len() - after.len());
        let sentence = &text[sentence_start(text, span.start)..sentence_end(text, span.end)];
        let is_concerned =
            is_named_as_living(cx, span) || is_tasked_between(before, head(after, 60)) || is_addressee(text, whole);
        let last = branch.since.previous_day().unwrap_or(branch.since);
        let is_over = before.ends_with(" do") || is_told_of_a_day_until(sentence, before, after, last);
        if !is_concerned || is_over || is_past_or_quoted(cx, span, sentence) {
            continue;
        }
        let agency = span.of(text);
        let successor = match branch.is_of_province {
            true => format!("{} {}", branch.successor, unit.as_str()),
            false => branch.successor.to_owned(),
        };
        let since = cx.messages.date(branch.since);
        let values = [("agency", agency), ("date", &since), ("successors", &successor)];
        let variant = if branch.confirmed { "" } else { "unconfirmed" };
        let mut finding = with_severity_for(cx, cx.variant(Code::AbolishedAgencyDuty, variant, span, &values));
        if branch.is_of_province {
            let edit = Edit::new(Span::new(name.start(), name.end()), branch.successor);
            finding = finding.with_fix(cx.fix("write", &[("text", &successor)], false, vec![edit]));
        }
        out.push(finding);
    }
}

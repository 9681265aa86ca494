//! Departments of provinces and boards of the Party's committees there that were merged into others.

use super::local::{after_places, is_past_or_quoted};
use crate::check::checker::Checker;
use crate::check::evidence::sentence::{
    is_addressee, is_named_as_living, is_tasked_between, is_told_of_a_day_until, sentence_end, sentence_start,
    with_severity_for,
};
use crate::check::finding::{Finding, Findings};
use crate::check::words::Word;
use crate::check::{Code, Edit};
use crate::law::milestones::MINISTRIES_MERGED;
use crate::law::{LocalAgency, agencies, local_agencies};
use crate::text::{Span, head, tail};
use memchr::memmem::Finder;
use regex::Regex;
use std::sync::LazyLock;

/// A task given to a department of the province that was merged into another: "Sở Thông tin và Truyền thông có trách
/// nhiệm …". The day in each province is not confirmed, so it is reported as information at most. "Ban Dân tộc" is
/// ignored: People's Councils have a committee of that name.
///
/// Source: Nghị định 45/2025/NĐ-CP; Nghị định 150/2025/NĐ-CP.
pub fn merged_departments(cx: &Checker<'_>, out: &mut Findings) {
    if cx.day < MINISTRIES_MERGED {
        return;
    }
    let ended =
        |department: &&LocalAgency| department.name.starts_with("Sở ") && department.to.is_some_and(|to| to < cx.day);
    let text = cx.text();
    static DEPARTMENT: Word = Word::new(|| Finder::new("Sở "));
    for at in DEPARTMENT.places(text) {
        let mut departments = local_agencies().iter().map(|(_, department)| department).filter(ended);
        let named = departments.find_map(|department| {
            let mut forms = std::iter::once(&department.name).chain(&department.forms);
            forms.find(|form| has_words_at(text, at, form)).map(|form| (department, form.len()))
        });
        if let Some((department, length)) = named {
            out.extend(merged_department(cx, department, Span::new(at, at + length), None));
        }
    }
    merged_boards(cx, out);
    for (list, span) in listed_departments(text) {
        let name = span.of(text);
        let mut departments = local_agencies().iter().map(|(_, department)| department).filter(ended);
        let is_it = |department: &&LocalAgency| department.name.strip_prefix("Sở ") == Some(name);
        if let Some(department) = departments.find(is_it) {
            out.extend(merged_department(cx, department, span, Some(list)));
        }
    }
}

/// The boards of the Party's committees of provinces that were merged into one: "Ban Tuyên giáo Tỉnh ủy", "Ban Dân vận Thành ủy".
fn merged_boards(cx: &Checker<'_>, out: &mut Findings) {
    static BOARD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"Ban (?:Tuyên giáo|Dân vận) (?P<of>(?:Tỉnh|Thành) (?:ủy|uỷ))\b").expect("the words are a pattern")
    });
    let text = cx.text();
    if !text.contains("Ban Tuyên giáo T") && !text.contains("Ban Dân vận T") {
        return;
    }
    for found in BOARD.captures_iter(text) {
        let Some(board) = found.get(0) else { continue };
        let span = Span::new(board.start(), board.end());
        let sentence = &text[sentence_start(text, span.start)..sentence_end(text, span.end)];
        let is_concerned = is_tasked_between(&text[..span.start], &text[span.end..])
            || is_addressee(text, span)
            || is_named_as_living(cx, span);
        if !is_concerned || is_past_or_quoted(cx, span, sentence) {
            continue;
        }
        let successor = format!("Ban Tuyên giáo và Dân vận {}", &found["of"]);
        let since = cx.messages.date(MINISTRIES_MERGED);
        let values = [("agency", board.as_str()), ("date", &since), ("successors", &successor)];
        let finding = with_severity_for(cx, cx.variant(Code::AbolishedAgencyDuty, "unconfirmed", span, &values));
        let edit = Edit::new(span, successor.clone());
        out.push(finding.with_fix(cx.fix("write", &[("text", &successor)], false, vec![edit])));
    }
}

/// The names of the departments in lists that say "Sở" once: "Giám đốc các Sở: Tài chính, Kế hoạch và Đầu tư, Xây dựng", each with the
/// span of its list. A name goes up to a comma, so that "và" may be in it.
fn listed_departments(text: &str) -> Vec<(Span, Span)> {
    static LIST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b[Cc]ác [Ss]ở\s*:?\s+(?P<names>\p{Lu}[^.:\n()]*)").expect("the words are a pattern")
    });
    let mut found = Vec::new();
    if !text.contains("ác Sở") && !text.contains("ác sở") {
        return found;
    }
    for list in LIST.captures_iter(text) {
        let (Some(whole), Some(names)) = (list.get(0), list.name("names")) else { continue };
        let mut at = names.start();
        for part in names.as_str().split_inclusive([',', ';']) {
            let part_start = at;
            at += part.len();
            // The last of the list may join two: "Nội vụ và Tài nguyên và Môi trường", and goes on: "Kế hoạch và Đầu tư thực hiện".
            let first = part_start + part.len() - part.trim_start().len();
            let joined = part.match_indices("và ").map(|(joint, word)| part_start + joint + word.len());
            for start in std::iter::once(first).chain(joined) {
                let ended = local_agencies().iter().filter_map(|(_, a)| a.name.strip_prefix("Sở "));
                let known = ended.filter(|known| has_words_at(text, start, known)).max_by_key(|known| known.len());
                if let Some(known) = known {
                    found.push((Span::new(whole.start(), whole.end()), Span::new(start, start + known.len())));
                }
            }
        }
    }
    found
}

/// The finding of a department that was merged, at its name or in a list of names.
fn merged_department(cx: &Checker<'_>, department: &LocalAgency, span: Span, list: Option<Span>) -> Option<Finding> {
    let text = cx.text();
    let at = list.map_or(span.start, |list| list.start);
    let before = tail(text[..at].trim_end(), 61);
    let before = before.strip_suffix("Giám đốc").unwrap_or(before).trim_end();
    let after = head(after_places(&text[list.unwrap_or(span).end..]), 60);
    let sentence = &text[sentence_start(text, at)..sentence_end(text, span.end)];
    let is_proposal = before.ends_with("đề nghị của") && cx.is_dated;
    let is_concerned =
        is_tasked_between(before, after) || is_proposal || is_addressee(text, span) || is_named_as_living(cx, span);
    let end = department.to.unwrap_or(MINISTRIES_MERGED);
    if !is_concerned
        || is_past_or_quoted(cx, span, sentence)
        || is_told_of_a_day_until(sentence, before, &text[span.end..], end)
    {
        return None;
    }
    let since = cx.messages.date(department.to.and_then(time::Date::next_day).unwrap_or(MINISTRIES_MERGED));
    let as_agency = agencies().by_name(&department.name).iter().map(|id| id.row()).find(|a| a.to.is_some());
    let living = as_agency.map(|a| agencies().current_successors(a, cx.day)).unwrap_or_default();
    let successors = living.join(", ");
    let values = [("agency", department.name.as_str()), ("date", &since), ("successors", &successors)];
    let variant = if living.is_empty() { "ended" } else { "unconfirmed" };
    let mut finding = with_severity_for(cx, cx.variant(Code::AbolishedAgencyDuty, variant, span, &values));
    for successor in &living {
        // In a list the word stands once.
        let written = if list.is_some() { successor.strip_prefix("Sở ").unwrap_or(successor) } else { successor };
        let edit = Edit::new(span, written);
        finding = finding.with_fix(cx.fix("write", &[("text", written)], false, vec![edit]));
    }
    Some(finding)
}

/// Whether a form is at a byte of a text as whole words.
fn has_words_at(text: &str, at: usize, form: &str) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let rest = text[at..].strip_prefix(form);
    !before && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '&'))
}

//! Tasks that the draft gives to agencies of provinces and districts that no longer exist, under names that every
//! province or district had.

use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::sentence::{
    is_addressee, is_named_as_living, is_past_at, is_tasked_between, is_told_of_a_day_until, sentence_end,
    sentence_start, with_severity_for,
};
use crate::check::finding::Findings;
use crate::check::words::Word;
use crate::check::{Code, Edit, Severity};
use crate::cite::DateRef;
use crate::law::milestones::{MINISTRIES_MERGED, TWO_LEVEL_LOCAL_GOVERNMENT};
use crate::law::{agencies, local_agencies};
use crate::text::{Span, head, tail};
use memchr::memmem::Finder;
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
    let ended = |department: &&crate::law::LocalAgency| {
        department.name.starts_with("Sở ") && department.to.is_some_and(|to| to < cx.day)
    };
    let text = cx.text();
    static DEPARTMENT: Word = Word::new(|| Finder::new("Sở "));
    for at in DEPARTMENT.places(text) {
        let mut departments = local_agencies().iter().map(|(_, department)| department).filter(ended);
        let named = departments.find_map(|department| {
            let mut forms = std::iter::once(&department.name).chain(&department.forms);
            forms.find(|form| has_words_at(text, at, form)).map(|form| (department, form.len()))
        });
        let Some((department, length)) = named else { continue };
        let span = Span::new(at, at + length);
        let before = tail(text[..at].trim_end(), 61);
        let before = before.strip_suffix("Giám đốc").unwrap_or(before).trim_end();
        let after = head(after_places(&text[span.end..]), 60);
        let sentence = &text[sentence_start(text, at)..sentence_end(text, span.end)];
        let is_proposal = before.ends_with("đề nghị của") && cx.is_dated;
        let is_concerned =
            is_tasked_between(before, after) || is_proposal || is_addressee(text, span) || is_named_as_living(cx, span);
        let end = department.to.unwrap_or(MINISTRIES_MERGED);
        if !is_concerned
            || is_past_or_quoted(cx, span, sentence)
            || is_told_of_a_day_until(sentence, before, &text[span.end..], end)
        {
            continue;
        }
        let since = cx.messages.date(department.to.and_then(time::Date::next_day).unwrap_or(MINISTRIES_MERGED));
        let as_agency = agencies().by_name(&department.name).iter().map(|id| id.row()).find(|a| a.to.is_some());
        let living = as_agency.map(|a| agencies().current_successors(a, cx.day)).unwrap_or_default();
        let successors = living.join(", ");
        let values = [("agency", department.name.as_str()), ("date", &since), ("successors", &successors)];
        let variant = if living.is_empty() { "ended" } else { "unconfirmed" };
        let mut finding = with_severity_for(cx, cx.variant(Code::AbolishedAgencyDuty, variant, span, &values));
        for successor in &living {
            let edit = Edit::new(span, successor.clone());
            finding = finding.with_fix(cx.fix("write", &[("text", successor)], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// Whether a form is at a byte of a text as whole words.
fn has_words_at(text: &str, at: usize, form: &str) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let rest = text[at..].strip_prefix(form);
    !before && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '&'))
}

/// Whether a place in the document is quoted, is about the past or is part of the title of an act.
fn is_past_or_quoted(cx: &Checker<'_>, place: Span, sentence: &str) -> bool {
    let numbers = cx.numbers.iter().filter_map(|n| Some(n.place.in_document(n.node.attributes.title?)));
    let names = cx.names.iter().filter_map(|n| Some(n.place.in_document(n.node.attributes.title?)));
    cx.is_quoted(place.start)
        || is_past_at(cx, sentence, place.start)
        || numbers.chain(names).any(|title| title.overlaps(place))
}

/// A number dated after the end of the district level whose issuer was an agency of a district: "Quyết định số … ngày 05 tháng 9
/// năm 2025 của Ủy ban nhân dân huyện Đức Trọng". A city may be one of a province, and is ignored.
///
/// Source: Luật 72/2025/QH15 Điều 51 khoản 3.
pub fn number_of_a_district(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    let Some(issuer) = n.node.attributes.issuer.as_ref().filter(|_| n.number().is_local() && !n.node.header) else {
        return;
    };
    let date = n.node.attributes.date.as_ref().and_then(DateRef::date);
    let is_of_district = [" huyện ", " quận ", " thị xã "].iter().any(|unit| issuer.name.contains(unit));
    if is_of_district && date.is_some_and(|date| date >= TWO_LEVEL_LOCAL_GOVERNMENT) && n.is_own_prose() {
        let (since, number) = (cx.messages.date(TWO_LEVEL_LOCAL_GOVERNMENT), n.number().canonical());
        let values = [("agency", issuer.name.as_str()), ("date", &since), ("number", &number)];
        let finding = cx.finding(Code::AbolishedAgencyNumber, n.span(), &values);
        out.push(finding.cap_severity(Severity::Warning).with_instrument(number));
    }
}

/// Words for units of the district level after the name of an agency. "thuộc" shows that a city belongs to a province.
const DISTRICT: [&str; 8] = [
    "cấp huyện",
    "các huyện",
    "các quận",
    "huyện",
    "quận",
    "thị xã",
    "thành phố thuộc tỉnh",
    "thành phố thuộc thành phố",
];

/// A finder for each word of [`DISTRICT`], made once: the rule runs over every block.
static FINDERS: LazyLock<[(&str, Finder<'static>); 8]> =
    LazyLock::new(|| DISTRICT.map(|level| (level, Finder::new(level))));

/// Agencies of the district level as texts name them.
const DISTRICT_AGENCIES: [&str; 6] = [
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "UBND",
    "Hội đồng nhân dân",
    "HĐND",
    "cơ quan chuyên môn thuộc Ủy ban nhân dân",
];

/// A task given to the district level after its end on 1 July 2025: its councils and committees (of one district or of
/// all) and its offices ("Phòng Tư pháp cấp huyện").
///
/// Source: Luật 72/2025/QH15 Điều 51 khoản 3.
pub fn district_level_abolished(cx: &Checker<'_>, out: &mut Findings) {
    if cx.day < TWO_LEVEL_LOCAL_GOVERNMENT {
        return;
    }
    let text = cx.text();
    for (level, finder) in FINDERS.iter() {
        for at in finder.find_iter(text.as_bytes()) {
            let end = at + level.len();
            let Some(start) = agency_before(text, at, level) else { continue };
            if text[end..].starts_with(char::is_alphanumeric) {
                continue;
            }
            let span = Span::new(start, end);
            let sentence = &text[sentence_start(text, start)..sentence_end(text, span.end)];
            let before = tail(text[..start].trim_end(), 61).trim_end_matches("Chủ tịch").trim_end();
            // "Giấy chứng nhận do Ủy ban nhân dân huyện cấp" may be an old certificate.
            if !before.ends_with(" do")
                && (is_named_as_living(cx, span)
                    || is_tasked_between(before, head(after_places(&text[end..]), 240))
                    || is_addressee(text, Span::new(start, end + text[end..].len() - after_places(&text[end..]).len())))
                && !is_past_or_quoted(cx, span, sentence)
            {
                out.push(with_severity_for(cx, cx.finding(Code::DistrictLevelAbolished, span, &[])));
            }
        }
    }
}

/// Where the name of a district's agency begins that ends before a word for its level.
fn agency_before(text: &str, at: usize, level: &str) -> Option<usize> {
    let before = text[..at].trim_end();
    if let Some(agency) = DISTRICT_AGENCIES.iter().find(|agency| before.ends_with(**agency)) {
        return Some(before.len() - agency.len());
    }
    if !matches!(level, "cấp huyện" | "huyện" | "quận" | "thị xã") {
        return None;
    }
    let near = tail(before, 71);
    let office = before.len() - near.len() + near.rfind("Phòng ")?;
    let name = &before[office + "Phòng ".len()..];
    let whole = !name.contains(['.', ';', ':', '(', '\n']) && name.starts_with(char::is_uppercase);
    (whole && name.chars().count() < 60).then_some(office)
}

/// The text after the names of places: "có trách nhiệm" of " huyện Gia Lâm, thị xã Sơn Tây có trách nhiệm".
fn after_places(text: &str) -> &str {
    const UNITS: [&str; 9] =
        ["tỉnh", "thành phố", "thuộc tỉnh", "huyện", "quận", "thị xã", "và", "nơi có đất", "trực thuộc trung ương"];
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start_matches([' ', ',', '\u{a0}', '\n']);
        let unit = UNITS.iter().find_map(|unit| trimmed.strip_prefix(unit).filter(|r| r.starts_with([' ', ',', '\n'])));
        let place = || {
            let word = trimmed.split([' ', ',', '\n']).next().unwrap_or_default();
            let is_name = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
            (is_name && rest.len() - trimmed.len() > 0).then(|| &trimmed[word.len()..])
        };
        match unit.or_else(place) {
            Some(next) => rest = next,
            None => return rest,
        }
    }
}

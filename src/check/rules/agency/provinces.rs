//! Tasks that the draft gives to agencies of provinces that were merged into others.

use super::duty::ended_place;
use crate::check::checker::{AgencyCitation, Checker};
use crate::check::evidence::sentence::{
    is_addressee, is_named_as_living, is_past, is_past_at, is_tasked, is_told_of_a_day_until, sentence_end,
    sentence_start, with_severity_for,
};
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::law::{Place, places};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;
use time::Date;
use time::macros::date;

/// An agency of a province that was merged into another: "Ủy ban nhân dân tỉnh Quảng Nam có trách nhiệm …", "Ủy ban nhân dân các tỉnh
/// Bắc Giang, Hà Nam".
///
/// Source: Nghị quyết 202/2025/QH15.
pub fn merged_province(cx: &Checker<'_>, out: &mut Findings) {
    for a in &cx.agencies {
        of_agency(cx, a, out);
    }
    of_lists(cx, out);
}

fn of_agency(cx: &Checker<'_>, a: &AgencyCitation<'_>, out: &mut Findings) {
    let Some(last) = a.node.place.and_then(ended_place) else { return };
    // "Giấy phép do Ủy ban nhân dân tỉnh Hà Nam cấp", "Ủy ban nhân dân tỉnh Hà Nam đã phê duyệt": what it did while it was there.
    let before = a.before().trim_end();
    let is_of_its_time = [" do", " của"].iter().any(|word| before.ends_with(word)) || a.sentence().contains(" đã ");
    let is_living = !is_of_its_time && is_named_as_living(cx, a.span());
    let is_concerned = is_tasked(a) || (cx.is_dated && is_addressee(cx.text(), a.span())) || is_living;
    if !a.is_own_prose() || !is_concerned || is_past(cx, a) {
        return;
    }
    let place = a.text().find(&last.full_name()).map(|at| {
        let start = a.span().start + at;
        Span::new(start, start + last.full_name().len())
    });
    report(cx, last, a.span(), place, out);
}

fn report(cx: &Checker<'_>, last: &Place, span: Span, place: Option<Span>, out: &mut Findings) {
    let (Some(to), Some(successor)) = (last.to.filter(|&to| to < cx.day), last.successor.as_deref()) else { return };
    let (old, since) = (last.full_name(), cx.messages.date(to.next_day().unwrap_or(to)));
    let values = [("old", old.as_str()), ("new", successor), ("date", &since)];
    let mut finding = with_severity_for(cx, cx.finding(Code::MergedProvince, span, &values));
    // Where the sentence names the successor too, it would be there twice.
    let text = cx.text();
    let sentence = &text[sentence_start(text, span.start)..sentence_end(text, span.end)];
    let is_named_too = sentence.to_lowercase().contains(&successor.to_lowercase());
    if let Some(place) = place.filter(|_| !is_named_too) {
        finding = finding.with_fix(cx.fix("write", &[("text", successor)], false, vec![Edit::new(place, successor)]));
    }
    out.push(finding);
}

/// The provinces of a list after an agency that each has, and of a territory: "Ủy ban nhân dân thành phố Hồ Chí Minh, các tỉnh Bình
/// Dương, Bà Rịa - Vũng Tàu", "trên địa bàn tỉnh Bắc Giang".
fn of_lists(cx: &Checker<'_>, out: &mut Findings) {
    static LISTS: LazyLock<Regex> = LazyLock::new(|| {
        let body = r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|HĐND|Hội đồng nhân dân|Sở [\p{L} -]{3,40})";
        let place = r"(?:trên địa bàn|\b(?:tại|ở|thuộc|với|và|đến)|(?:xã|phường|thị trấn|đặc khu) [\p{L} ]{2,24},)";
        let pattern = format!(r"(?:{body}(?: [\p{{L}} ,-]{{0,60}},)?(?: và)? các tỉnh|{place} (?:các )?tỉnh) ");
        Regex::new(&pattern).expect("the words are a pattern")
    });
    let text = cx.text();
    if !cx.is_dated || !text.contains("tỉnh ") {
        return;
    }
    // A report tells of what was.
    let is_report = matches!(cx.draft.header.kind, Some("Báo cáo" | "Biên bản"));
    let in_title = |at: usize| {
        let numbers = cx.numbers.iter().filter_map(|n| n.node.attributes.title);
        let names = cx.names.iter().filter_map(|n| n.node.attributes.title);
        numbers.chain(names).any(|title| title.start <= at && at < title.end)
    };
    for found in LISTS.find_iter(text) {
        let (at, list) = (found.start(), found.as_str());
        let is_place = !["Ủy", "Uỷ", "UBND", "HĐND", "Hội", "Sở"].iter().any(|body| list.starts_with(body));
        if is_place && (is_report || in_title(at)) {
            continue;
        }
        let line = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let sentence = &text[sentence_start(text, at)..sentence_end(text, at)];
        let names = names(text, at + list.len(), line);
        let Some(end) = names.last().map(|name| name.end) else { continue };
        let whole = Span::new(at, end);
        let is_concerned = is_addressee(text, whole) || is_named_as_living(cx, whole);
        if !is_concerned || cx.is_quoted(at) || is_past_at(cx, sentence, at) {
            continue;
        }
        if is_place
            && !list.starts_with("trên địa bàn")
            && (is_of_a_person(sentence) || is_of_its_time(cx, sentence, at))
        {
            continue;
        }
        // "tỉnh Kon Tum", not "các tỉnh Kon Tum, Quảng Ngãi".
        let single = (is_place && !list.ends_with("các tỉnh ")).then(|| at + list.len() - "tỉnh ".len());
        for name in names {
            let same = places().by_name(name.of(text));
            if let Some(last) = same.first().copied().and_then(ended_place) {
                report(cx, last, name, single.map(|start| Span::new(start, name.end)), out);
            }
        }
    }
}

/// Whether a sentence gives the places of a person's life, which keep the names that they had.
fn is_of_a_person(sentence: &str) -> bool {
    const WORDS: [&str; 10] = [
        "sinh năm",
        "sinh ngày",
        "quê",
        "nguyên quán",
        "thường trú",
        "hộ khẩu",
        "trú tại",
        "Căn cước",
        "căn cước",
        "Chứng minh",
    ];
    WORDS.iter().any(|word| sentence.contains(word))
}

/// The last day of the provinces that were merged in 2025.
const LAST_DAY: Date = date!(2025 - 06 - 30);

/// Whether the sentence around a byte of the block tells of a year or day before the merger, other than those of the acts that it cites.
fn is_of_its_time(cx: &Checker<'_>, sentence: &str, at: usize) -> bool {
    static YEAR: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\b(?:19\d\d|20[01]\d|202[0-4])\b").expect("the digits are a pattern"));
    if is_told_of_a_day_until(sentence, "", "", LAST_DAY) {
        return true;
    }
    let text = cx.text();
    let (start, end) = (sentence_start(text, at), sentence_end(text, at));
    let cited = |year: Span| {
        let numbers = cx.numbers.iter().flat_map(|n| {
            let date = n.node.attributes.date.as_ref().map(|date| date.span);
            [Some(n.place.mention.span), date, n.node.attributes.title]
        });
        let names = cx
            .names
            .iter()
            .flat_map(|n| [Some(n.place.mention.span), n.node.attributes.date.as_ref().map(|date| date.span)]);
        numbers.chain(names).flatten().any(|span| span.overlaps(year))
    };
    YEAR.find_iter(&text[start..end]).any(|year| !cited(Span::new(start + year.start(), start + year.end())))
}

/// The names of a list of provinces, up to the first that is none: "Bắc Giang, Hà Nam và Nam Định có trách nhiệm".
fn names(text: &str, from: usize, end: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = from;
    for part in text[from..end].split_inclusive([',', ';']) {
        for piece in part.split_inclusive(" và ") {
            let name = piece.trim_end_matches(" và ").trim_matches([' ', ',', ';', '.', ':']);
            // "Bà Rịa - Vũng Tàu"
            let words = name.split(' ').take_while(|word| word.starts_with(char::is_uppercase) || *word == "-");
            let length = words.map(|word| word.len() + 1).sum::<usize>().saturating_sub(1);
            let length = name[..length].trim_end_matches([' ', '-']).len();
            let start = at + piece.find(name).unwrap_or_default();
            let name = Span::new(start, start + length);
            at += piece.len();
            if length == 0 || places().by_name(name.of(text)).is_empty() {
                return found;
            }
            found.push(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn provinces_are_listed_up_to_the_first_word_that_is_none() {
        for (text, expected) in [
            ("Bắc Giang, Hà Nam và Nam Định có trách nhiệm", &["Bắc Giang", "Hà Nam", "Nam Định"][..]),
            ("Bắc Giang, Hà Nam;", &["Bắc Giang", "Hà Nam"]),
            ("Quảng Nam phối hợp", &["Quảng Nam"]),
            ("Bình Dương, Bà Rịa - Vũng Tàu có trách nhiệm", &["Bình Dương", "Bà Rịa - Vũng Tàu"]),
            ("Bắc Giang - nơi có mỏ", &["Bắc Giang"]),
            ("miền núi, Hà Nam", &[]),
        ] {
            let found: Vec<&str> = names(text, 0, text.len()).into_iter().map(|name| name.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}

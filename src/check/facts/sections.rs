//! The headings of a draft that is written in sections, of its annexes, and its references to annexes.
//!
//! "I. MỤC ĐÍCH, YÊU CẦU" is cited as "Mục I" or "Phần I Kế hoạch này". The outline has neither these headings nor annexes.

use super::own_type::SELF_NAMED;
use super::targets::OTHERS;
use crate::check::checker::Checker;
use crate::check::words::Word;
use crate::document::Regime;
use crate::law::roman_value;
use crate::text::Span;
use memchr::memmem::Finder;
use regex::Regex;
use std::sync::LazyLock;

/// What a block says of sections and annexes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sections {
    /// The numbers of headings with Roman numerals in the body, with their offsets: "II. NỘI DUNG".
    pub roman: Vec<(usize, u32)>,
    /// The labels of annexes that begin in the block: "Phụ lục II".
    pub annexes: Vec<Box<str>>,
    /// The label of each annex of the draft that the block cites, with its place in bytes of the block: "Phụ lục V ban hành kèm
    /// theo Thông tư này".
    pub cited: Vec<(Span, Box<str>)>,
    /// An annex without a label begins in the block: "PHỤ LỤC".
    pub has_bare_annex: bool,
    /// The numbers of forms that begin after the body: "Mẫu số 01. Đơn đăng ký".
    pub forms: Vec<u32>,
    /// The forms of the draft that the block cites: "Mẫu số 05 tại Phụ lục ban hành kèm theo Nghị định này".
    pub cited_forms: Vec<(Span, u32)>,
    /// The article of the first line of recipients: "- Như Điều 5;".
    pub as_in_article: Option<(Span, u32)>,
}

/// The label of an annex as it is written everywhere in a draft: "IV", "3", "A".
const LABEL: &str = r"(?<label>[IVXL]{1,6}|\d{1,2}|[A-H])";

/// What a block says of sections; `None` if nothing.
pub fn read(cx: &Checker<'_>) -> Option<Box<Sections>> {
    static ANNEX: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^[\s#*_|]*(?:Phụ lục|PHỤ LỤC)\s+(?:số\s+|SỐ\s+)?LABEL\s*(?:[.:\-–*_|(].*)?$"));
    let text = cx.text();
    let mut found = Sections::default();
    if memchr::memchr3(b'I', b'V', b'X', text.as_bytes()).is_some() {
        let is_in_body = |at: usize| cx.is_in_body(at) && !cx.is_quoted(at);
        found.roman = headings(text, is_in_body);
    }
    static WORDS: [Word; 2] = [Word::new(|| Finder::new("hụ lục")), Word::new(|| Finder::new("HỤ LỤC"))];
    if WORDS.iter().any(|word| word.is_in(text)) {
        let labels = text.lines().filter_map(|line| Some(ANNEX.captures(line)?["label"].into()));
        found.annexes = labels.collect();
        found.cited = cited(cx);
        found.has_bare_annex = text.lines().any(is_bare_annex);
    }
    if text.contains("ẫu ") || text.contains("ẪU ") {
        (found.forms, found.cited_forms) = forms(cx);
    }
    if text.contains("hư Điều") {
        found.as_in_article = as_in_article(cx);
    }
    (found != Sections::default()).then(|| Box::new(found))
}

/// "PHỤ LỤC", "### PHỤ LỤC. PHÂN CÔNG NHIỆM VỤ": the heading of an annex without a label.
fn is_bare_annex(line: &str) -> bool {
    let rest = line.trim_matches([' ', '*', '#', '_', '\t']).strip_prefix("PHỤ LỤC");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ':']))
}

fn pattern(text: &str) -> Regex {
    Regex::new(&text.replace("LABEL", LABEL)).expect("the pattern is well formed")
}

/// The numbers of lines that begin with a Roman numeral: "II. NỘI DUNG", "III- TỔ CHỨC", "PHẦN II".
fn headings(text: &str, is_own: impl Fn(usize) -> bool) -> Vec<(usize, u32)> {
    let mut found = Vec::new();
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let start = at;
        at += whole.len();
        let line = whole.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '|'));
        let line = ["Phần ", "PHẦN ", "Mục ", "MỤC "].iter().find_map(|w| line.strip_prefix(w)).unwrap_or(line);
        let length = line.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X' | b'L')).count();
        if length == 0 {
            continue;
        }
        let rest = line[length..].trim_end();
        // "V/v thực hiện chính sách": what a letter is about.
        let ends = rest.is_empty() || (rest.starts_with(['.', '-', '–', '/', ')', ':']) && !rest.starts_with("/v"));
        if let Some(value) = roman_value(&line[..length]).filter(|_| ends && is_own(start)) {
            found.push((start, value));
        }
    }
    found
}

/// The annexes of the draft that a block cites.
fn cited(cx: &Checker<'_>) -> Vec<(Span, Box<str>)> {
    static CITED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"[Pp]hụ lục (?:số )?LABEL (?:của |kèm theo |(?:được )?ban hành (?:theo |kèm theo |cùng |kèm )?|đính kèm )(?<kind>\p{Lu}[\p{Ll} ]{3,24}?) này",
        )
    });
    let text = cx.text();
    let is_of_draft = |kind: &str| {
        SELF_NAMED.contains(&kind)
            || OTHERS.contains(&kind)
            || matches!(kind, "Quy chế" | "Quy định")
            || IN_SECTIONS.iter().any(|own| kind == *own || kind.starts_with(&format!("{own} ")))
    };
    let all = CITED.captures_iter(text).filter_map(|found| {
        let label = found.name("label")?;
        let is_own = cx.is_in_body(label.start()) && !cx.is_quoted(label.start()) && !cx.draft.header.consolidated;
        // "Bổ sung Phụ lục 5 vào trước Phụ lục 6 ban hành kèm theo Thông tư này": in the words of the amended act.
        let before = &text[..label.start()];
        let line = before.rsplit(['\n', ';']).next().unwrap_or_default().to_lowercase();
        let amends = ["bổ sung", "sửa đổi", "thay thế", "bãi bỏ"].iter().any(|verb| line.contains(verb));
        (is_own && !amends && is_of_draft(&found["kind"]))
            .then(|| (Span::new(label.start(), label.end()), label.as_str().into()))
    });
    let mut all: Vec<(Span, Box<str>)> = all.collect();
    if cx.regime == Regime::Contract {
        for (span, label) in of_contract(cx) {
            if !all.iter().any(|(other, _)| other.overlaps(span)) {
                all.push((span, label));
            }
        }
    }
    all
}

/// The annexes that a contract cites, which are its own unless it says otherwise: "Danh mục chi tiết tại Phụ lục 05".
fn of_contract(cx: &Checker<'_>) -> Vec<(Span, Box<str>)> {
    static CITED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?:tại|theo|trong|ở|của|các) [Pp]hụ lục (?:[Hh]ợp đồng )?(?:số )?LABEL\b(?<after>[^.;\n]{0,40})")
    });
    let text = cx.text();
    let is_own = |at: usize| cx.is_in_body(at) && !cx.is_quoted(at);
    CITED
        .captures_iter(text)
        .filter_map(|found| {
            let (label, after) = (found.name("label")?, &found["after"]);
            // "Phụ lục 05 của Nghị định …", "Phụ lục 2 ban hành kèm theo Thông tư …", "Phụ lục 1 ngày 05/3/2026".
            let is_of_another = ["Nghị", "Thông", "Quyết", "Luật", "ban hành", "ngày", "/", "số"]
                .iter()
                .any(|word| after.contains(word));
            (!is_of_another && is_own(label.start()))
                .then(|| (Span::new(label.start(), label.end()), label.as_str().into()))
        })
        .collect()
}

/// The forms that begin in a block, outside of the body, and those of the draft that its body cites.
fn forms(cx: &Checker<'_>) -> (Vec<u32>, Vec<(Span, u32)>) {
    static BEGINS: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^[\s#*_|]*(?:Mẫu|MẪU) (?:số|SỐ) (\d{1,2})\s*(?:[.:\-–*_|(].*)?$"));
    static CITES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"[Mm]ẫu số (?<form>\d{1,2})(?: (?:tại|của|thuộc|quy định tại|trong))?(?: [Pp]hụ lục)? (?:được )?(?:ban hành |đính )?kèm theo (?<kind>\p{Lu}[\p{Ll} ]{3,24}?) này",
        )
    });
    let text = cx.text();
    let mut begins = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !cx.is_in_body(at) && !cx.is_quoted(at) {
            begins.extend(BEGINS.captures(line.trim_end()).and_then(|found| found[1].parse::<u32>().ok()));
        }
        at += line.len();
    }
    let cites = CITES.captures_iter(text).filter_map(|found| {
        let form = found.name("form")?;
        let is_own = cx.is_in_body(form.start()) && !cx.is_quoted(form.start()) && !cx.draft.header.consolidated;
        let number = form.as_str().parse().ok().filter(|_| is_own && SELF_NAMED.contains(&&found["kind"]))?;
        Some((Span::new(form.start(), form.end()), number))
    });
    (begins, cites.collect())
}

/// The article that the first line of recipients names.
fn as_in_article(cx: &Checker<'_>) -> Option<(Span, u32)> {
    static LINE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^[\s|-]*Như (Điều (\d{1,3}))\s*[;.,]"));
    let found =
        LINE.captures_iter(cx.text()).find(|found| found.get(0).is_some_and(|line| !cx.is_in_body(line.end())))?;
    let place = found.get(1)?;
    Some((Span::new(place.start(), place.end()), found[2].parse().ok()?))
}

/// What drafts call themselves that are written in sections.
const IN_SECTIONS: [&str; 10] = [
    "Kế hoạch",
    "Hướng dẫn",
    "Chương trình",
    "Đề án",
    "Báo cáo",
    "Phương án",
    "Công văn",
    "Tờ trình",
    "Thông báo",
    "Kết luận",
];

/// Whether the name is that of a draft in sections.
pub fn is_in_sections(kind: &str) -> bool {
    IN_SECTIONS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_with_roman_numerals_are_counted() {
        for (text, expected) in [
            ("I. MỤC ĐÍCH\n1. Nội dung\nII- NỘI DUNG\n", &[1, 2][..]),
            ("**III. TỔ CHỨC THỰC HIỆN**", &[3]),
            ("Phần IV\nĐIỀU KHOẢN", &[4]),
            ("PHẦN V. KINH PHÍ", &[5]),
            ("VI phạm hành chính\nIn ấn", &[]),
            ("Mục II Kế hoạch này", &[]),
        ] {
            let numbers: Vec<u32> = headings(text, |_| true).into_iter().map(|(_, number)| number).collect();
            assert_eq!(numbers, expected, "{text}");
        }
    }
}

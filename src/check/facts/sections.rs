//! The headings of a draft that is written in sections, of its annexes, and its references to annexes.
//!
//! "I. MỤC ĐÍCH, YÊU CẦU" is cited as "Mục I" or "Phần I Kế hoạch này". The outline has neither these headings nor annexes.

use super::own_type::SELF_NAMED;
use super::targets::OTHERS;
use crate::check::checker::Checker;
use crate::check::words::Word;
use crate::law::roman_value;
use crate::text::Span;
use memchr::memmem::Finder;
use regex::Regex;
use std::sync::LazyLock;

/// What a block says of sections and annexes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sections {
    /// The numbers of headings with Roman numerals in the body: "II. NỘI DUNG".
    pub roman: Vec<u32>,
    /// The labels of annexes that begin in the block: "Phụ lục II".
    pub annexes: Vec<Box<str>>,
    /// The label of each annex of the draft that the block cites, with its place in bytes of the block: "Phụ lục V ban hành kèm
    /// theo Thông tư này".
    pub cited: Vec<(Span, Box<str>)>,
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
    }
    (found != Sections::default()).then(|| Box::new(found))
}

fn pattern(text: &str) -> Regex {
    Regex::new(&text.replace("LABEL", LABEL)).expect("the pattern is well formed")
}

/// The numbers of lines that begin with a Roman numeral: "II. NỘI DUNG", "III- TỔ CHỨC", "PHẦN II".
fn headings(text: &str, is_own: impl Fn(usize) -> bool) -> Vec<u32> {
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
        let ends = rest.is_empty() || rest.starts_with(['.', '-', '–', '/', ')', ':']);
        if let Some(value) = roman_value(&line[..length]).filter(|_| ends && is_own(start)) {
            found.push(value);
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
    let is_of_draft = |kind: &str| SELF_NAMED.contains(&kind) || OTHERS.contains(&kind) || IN_SECTIONS.contains(&kind);
    let all = CITED.captures_iter(text).filter_map(|found| {
        let label = found.name("label")?;
        let is_own = cx.is_in_body(label.start()) && !cx.is_quoted(label.start()) && !cx.draft.header.consolidated;
        (is_own && is_of_draft(&found["kind"])).then(|| (Span::new(label.start(), label.end()), label.as_str().into()))
    });
    all.collect()
}

/// What drafts call themselves that are written in sections.
const IN_SECTIONS: [&str; 9] =
    ["Kế hoạch", "Hướng dẫn", "Chương trình", "Đề án", "Báo cáo", "Phương án", "Công văn", "Tờ trình", "Thông báo"];

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
            assert_eq!(headings(text, |_| true), expected, "{text}");
        }
    }
}

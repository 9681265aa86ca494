//! Labels that the outline does not have: those in running text or after a lost line break, headings with a misspelt
//! word, units that amend.

use crate::check::checker::Checker;
use crate::cite::{Item, Level};
use crate::document::Regime;
use crate::law::{LETTERS, letter_index};
use crate::text::{self, Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// What a block says of labels.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Labels {
    /// The units of the block with a special property.
    pub units: Vec<UnitNote>,
    /// Labels that continue the count of the outline, but are not units: "Điều 10 Thanh tra" without its full stop. Of
    /// clauses and points only the one that follows the current unit.
    pub next: Vec<Stray>,
    /// Labels within a line: "… theo quy định.5. Cơ quan", and clauses and points that are marked another way.
    pub in_line: Vec<Stray>,
    pub misspelt: Vec<MisspeltHeading>,
    /// The text has gaps where units were repealed.
    pub keeps_gaps: bool,
}

/// A label that is not a unit of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stray {
    /// After so many units of the block.
    pub after: u16,
    pub level: Level,
    /// The number; of a point the place of its letter, from 1.
    pub value: u32,
}

/// What a rule must know of a unit that is not in the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitNote {
    /// Which unit of the block.
    pub unit: u16,
    /// It amends another act.
    pub amends: bool,
    /// Its heading is one of those that close a draft.
    pub closes: bool,
    pub label: LabelPlace,
}

/// Where the label itself ("5") is in the label as written ("Điều 5.").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LabelPlace {
    /// Before the last byte.
    #[default]
    Usual,
    At(u16),
    /// It is written in other letters: "B)".
    Nowhere,
}

/// The heading of an article whose word is misspelt: "Điền 66. Hồ sơ".
#[derive(Debug, Clone, PartialEq)]
pub struct MisspeltHeading {
    /// The word, in bytes of the block.
    pub span: Span,
    pub word: Box<str>,
    pub number: u32,
}

/// The number of a label ("5" of "5a", of a point the place of its letter from 1), and what is after it ("a" of "5a",
/// "1" of "đ1").
pub fn order(level: Level, label: &str) -> Option<(u32, &str)> {
    if level == Level::Point {
        let first = label.chars().next()?;
        let following = &label[first.len_utf8()..];
        // "cấp xã)" at the beginning of a line is not a point.
        following.bytes().all(|b| b.is_ascii_digit()).then_some((letter_index(first)? as u32 + 1, following))
    } else {
        let digits = label.bytes().take_while(u8::is_ascii_digit).count();
        Some((label[..digits].parse().ok()?, &label[digits..]))
    }
}

/// What a block says of labels; `None` if nothing.
pub fn read(cx: &Checker<'_>) -> Option<Box<Labels>> {
    let text = cx.text();
    let items: Vec<(&Item, Span, Span)> = cx.items().collect();
    let mut found = Labels {
        units: (0..)
            .zip(&items)
            .filter_map(|(n, (item, label, heading))| note(text, n, item, *label, *heading))
            .collect(),
        in_line: in_line(cx, &items),
        ..Labels::default()
    };
    if matches!(cx.regime, Regime::Normative | Regime::Administrative) {
        found.keeps_gaps = text.contains("(được bãi bỏ)") || text.contains("VĂN BẢN HỢP NHẤT");
        if cx.place.body > 0 {
            found.next = next(cx, &items);
            found.misspelt = misspelt(text);
        }
    }
    (found != Labels::default()).then(|| Box::new(found))
}

/// Words of the headings with which a draft closes.
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?i)hiệu lực|thi hành|tổ chức thực hiện|trách nhiệm|điều khoản").expect("the pattern is well formed")
});

fn note(text: &str, unit: u16, item: &Item, label: Span, heading: Span) -> Option<UnitNote> {
    if !matches!(item.level, Level::Article | Level::Clause | Level::Point) {
        return None;
    }
    let heading = heading.of(text);
    // The text of a clause is its heading; only its first words count.
    let may_amend = heading.starts_with(['s', 'S', 'b', 'B', 't', 'T']);
    let amends = may_amend && {
        let begin = text::head(heading, 24).to_lowercase();
        ["sửa đổi", "bổ sung", "bãi bỏ", "thay ", "bỏ "].iter().any(|verb| begin.starts_with(verb))
    };
    let closes = item.level == Level::Article && CLOSING.is_match(heading);
    let written = label.of(text);
    // Nearly always one mark follows the label.
    let before = written.get(..written.len().saturating_sub(1)).unwrap_or_default();
    let place = if before.ends_with(&item.label) && !written.ends_with(&item.label) {
        LabelPlace::Usual
    } else {
        match written.rfind(&item.label) {
            Some(at) if at + item.label.len() + 1 == written.len() => LabelPlace::Usual,
            Some(at) => LabelPlace::At(u16::try_from(at).ok()?),
            None => LabelPlace::Nowhere,
        }
    };
    (amends || closes || place != LabelPlace::Usual).then_some(UnitNote { unit, amends, closes, label: place })
}

/// The units that a place is in.
#[derive(Clone, Copy)]
struct Open<'d>([Option<&'d str>; 3]);

impl<'d> Open<'d> {
    fn at_start(cx: &Checker<'d>) -> Self {
        Self([Level::Article, Level::Clause, Level::Point].map(|level| cx.begins_in(level)))
    }

    fn begin(&mut self, item: &'d Item) {
        let place = match item.level {
            Level::Article => 0,
            Level::Clause => 1,
            Level::Point => 2,
            level if level < Level::Article => return self.0.fill(None),
            _ => return,
        };
        self.0[place..].fill(None);
        self.0[place] = Some(&item.label);
    }

    /// The number of the clause or point that is open.
    fn number(&self, level: Level) -> Option<u32> {
        let label = self.0[if level == Level::Point { 2 } else { 1 }]?;
        Some(order(level, label)?.0)
    }

    fn is_in_article(&self) -> bool {
        self.0[0].is_some()
    }
}

/// The labels that continue with the count, in the text between the labels of the outline.
fn next<'d>(cx: &Checker<'d>, items: &[(&'d Item, Span, Span)]) -> Vec<Stray> {
    let text = cx.text();
    let mut open = Open::at_start(cx);
    let mut found = Vec::new();
    let mut start = 0;
    for n in 0..=items.len() {
        let end = items.get(n).map_or(text.len(), |(_, label, _)| label.start.max(start));
        let part = &text[start..end];
        let after = n as u16;
        if open.is_in_article() {
            let articles = articles(part);
            found.extend(articles.into_iter().map(|value| Stray { after, level: Level::Article, value }));
        }
        let mut expect = |level: Level, stands: &dyn Fn(u32) -> bool| {
            let value = open.number(level).map(|number| number + 1);
            found.extend(value.filter(|value| stands(*value)).map(|value| Stray { after, level, value }));
        };
        expect(Level::Clause, &|value| has_clause(part, value));
        expect(Level::Point, &|value| has_point(part, value));
        if let Some(&(item, label, _)) = items.get(n) {
            open.begin(item);
            start = label.end;
        }
    }
    found
}

/// The numbers of articles at the beginning of a line without a full stop ("Điều 10 Thanh tra"), and after a sentence
/// that lost its line break ("… nộp trực tiếp. Điều 19. Hồ sơ").
fn articles(text: &str) -> Vec<u32> {
    const WORD: &str = "Điều";
    let mut found = Vec::new();
    if !text.contains("iều") {
        return found;
    }
    for line in text.lines().map(str::trim_start) {
        if let Some(rest) = line.strip_prefix(WORD).or_else(|| line.strip_prefix("Ðiều")) {
            found.extend(plain_number(&rest.chars().filter(|c| *c != ' ').take(8).collect::<String>()));
        }
    }
    for (at, _) in text.match_indices("Điều ") {
        let rest = &text[at + WORD.len() + 1..];
        let Some(number) = plain_number(rest) else { continue };
        let Some(following) = rest.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(". ") else {
            continue;
        };
        let before = text[..at].trim_end_matches([' ', '*', '_', '#']);
        if before.ends_with(['.', ';', '”'])
            && following.trim_start_matches([' ', '*', '_']).starts_with(char::is_uppercase)
        {
            found.push(number);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The number that a text begins with, without leading zeros.
fn plain_number(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.starts_with('0') || digits > 4 { None } else { text[..digits].parse().ok() }
}

/// Whether a clause is at the beginning of a line, marked in whatever way, or after a sentence that lost its line
/// break: "… nộp trực tiếp.2. Hồ sơ".
fn has_clause(text: &str, value: u32) -> bool {
    let number = value.to_string();
    let begins = |line: &str| {
        line.trim_start().strip_prefix(&number).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    text.lines().any(begins) || is_glued_clause(text, &format!("{number}. "))
}

fn is_glued_clause(text: &str, label: &str) -> bool {
    text.match_indices(label).any(|(at, _)| {
        let before = text[..at].trim_end_matches(' ').strip_suffix(['.', ';']);
        let sentence = before.and_then(|b| b.chars().next_back()).is_some_and(|c| c.is_alphabetic() || c == '”');
        let blank = text[..at].ends_with(". ");
        blank || (sentence && text[at + label.len()..].starts_with(char::is_uppercase))
    })
}

/// Whether there is a point, also in the middle of a line, or with white space before the bracket, as in
/// scanned text ("b⏎)").
fn has_point(text: &str, value: u32) -> bool {
    let Some(&letter) = LETTERS.get(value as usize - 1) else { return false };
    // The digit one for the letter.
    if letter == 'l' && text.lines().any(|line| line.trim_start().starts_with("1)")) {
        return true;
    }
    memchr::memchr_iter(b')', text.as_bytes()).any(|at| {
        let before = text[..at].trim_end().chars().next_back();
        before == Some(letter) || (letter == 'đ' && before == Some('ð'))
    })
}

/// Labels of clauses and points within a line of an article, and those that are marked in another way than the outline knows:
/// "3, Hồ sơ", "3 .Hồ sơ", "c. Người phụ thuộc".
fn in_line<'d>(cx: &Checker<'d>, items: &[(&'d Item, Span, Span)]) -> Vec<Stray> {
    let text = cx.text();
    let mut places: Vec<(usize, Level, u32)> = Vec::new();
    for mark in memchr::memchr2_iter(b'.', b')', text.as_bytes()) {
        if !text[mark + 1..].starts_with(' ') {
            continue;
        }
        let is_dot = text.as_bytes()[mark] == b'.';
        let before = &text[..mark];
        let (start, level, value) = if is_dot {
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            (start, Level::Clause, plain_number(&before[start..]))
        } else {
            let Some(letter) = before.chars().next_back() else { continue };
            let value = letter_index(letter).filter(|_| letter.is_lowercase()).map(|index| index as u32 + 1);
            (mark - letter.len_utf8(), Level::Point, value)
        };
        let Some(value) = value else { continue };
        if before[..start].trim_end_matches(' ').ends_with(['.', ';', ':']) {
            places.push((start, level, value));
        }
    }
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_start();
        let at = start + whole.len() - line.len();
        start += whole.len();
        if items.iter().any(|(_, label, _)| label.start == at) {
            continue;
        }
        if let Some(number) = plain_number(line) {
            let following = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(' ');
            let following = following.strip_prefix([',', ';', ':', ')', '-', '.']);
            if following.is_some_and(|b| b.trim_start().starts_with(char::is_uppercase)) {
                places.push((at, Level::Clause, number));
            }
        } else if let Some(letter) = line.chars().next().filter(|c| c.is_lowercase())
            && line[letter.len_utf8()..].starts_with(". ")
            && let Some(index) = letter_index(letter)
        {
            places.push((at, Level::Point, index as u32 + 1));
        }
    }
    if places.is_empty() {
        return Vec::new();
    }
    places.sort_unstable();
    let mut open = Open::at_start(cx);
    let mut after = 0;
    let mut found = Vec::new();
    for (at, level, value) in places {
        while let Some(&(item, _, _)) = items.get(after).filter(|(_, label, _)| label.start <= at) {
            open.begin(item);
            after += 1;
        }
        let stray = Stray { after: after as u16, level, value };
        // Only a clause after the last one is missing.
        let is_beyond = level == Level::Point || open.number(level).is_none_or(|number| value > number);
        if open.is_in_article() && is_beyond && !found.contains(&stray) {
            found.push(stray);
        }
    }
    found
}

/// The headings of articles whose word is misspelt.
fn misspelt(text: &str) -> Vec<MisspeltHeading> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start_matches([' ', '*', '#', '\t']).len();
        start += line.len();
        let Some((word, following)) = text[at..start].split_once(' ') else { continue };
        if !word.starts_with(char::is_uppercase) || matches!(word, "Điều" | "ĐIỀU" | "Ðiều" | "ÐIỀU") {
            continue;
        }
        let Some(number) = plain_number(following) else { continue };
        let is_heading = following.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ");
        let near =
            || word.chars().count() == 4 && matches!(fold::search(word).as_str(), "dieu" | "dien" | "diem" | "deiu");
        if is_heading && near() {
            found.push(MisspeltHeading { span: Span::new(at, at + word.len()), word: word.into(), number });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_without_full_stop_or_line_break_are_seen() {
        assert_eq!(articles("Điều 10 Thanh tra\nĐiều 1 1. Kiểm tra"), [10, 11]);
        assert_eq!(articles(" Hồ sơ nộp trực tiếp. Điều 19. Hồ sơ"), [19]);
        assert_eq!(articles(" theo quy định tại Điều 19. Hồ sơ"), [0; 0]);
    }

    #[test]
    fn clauses_are_found_at_lines_and_after_sentences() {
        assert!(has_clause("Hồ sơ:\n2) Đơn", 2));
        assert!(has_clause(" nộp trực tiếp.2. Hồ sơ", 2));
        assert!(!has_clause(" nộp 12. Hồ sơ\n21 ngày", 2));
    }

    #[test]
    fn points_are_seen_anywhere() {
        assert!(has_point(" đơn; b) bản sao", 2));
        assert!(has_point("đơn\nb\n)\nbản sao", 2));
        assert!(has_point(" đơn; ð) bản sao", 5));
        assert!(has_point(" đơn;\n1) bản sao", 11));
        assert!(!has_point(" (đơn c)", 2));
    }

    #[test]
    fn misspelt_headings_are_seen_with_their_words() {
        let headings = misspelt("Hồ sơ;\nĐiền 66. Hồ sơ\nĐiều 67. Đơn\nĐiểm b khoản 1");
        assert_eq!(headings.len(), 1);
        assert_eq!((&*headings[0].word, headings[0].number), ("Điền", 66));
    }

    #[test]
    fn labels_have_an_order() {
        assert_eq!(order(Level::Clause, "5a"), Some((5, "a")));
        assert_eq!(order(Level::Point, "đ1"), Some((5, "1")));
        assert_eq!(order(Level::Point, "xã"), None);
    }
}

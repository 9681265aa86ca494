//! The units of an instrument's text: Phần, Chương, Mục, Điều, khoản, điểm, with their words and places.
//!
//! The text of a decision often continues with the regulation that it puts into force, whose articles begin again: those are
//! kept apart (`Điều 5 (kèm theo)`). Forms and tables after the signature are left out. Where the numbers of clauses or
//! points do not follow each other, the larger unit keeps all its words and its parts are not given: who asks whether a
//! clause exists is answered only from what is whole.

use crate::catalogue::UnitPath;
use crate::cite::{Level, Path};
use crate::document::{Document, Unit};
use crate::law::letter_index;
use crate::text::{Span, page};
use std::sync::LazyLock;

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextUnit {
    /// "khoản 2 Điều 5", "Chương II", "Điều 3 (kèm theo)".
    pub path: UnitPath,
    pub level: Level,
    pub heading: Option<String>,
    /// Its own words without those of the units in it; with the label, but for articles.
    pub words: Option<String>,
    /// Where the label is in the text.
    pub label: Span,
}

/// The units of a text, in its order.
#[derive(Debug, Clone, Default)]
pub struct Units {
    pub list: Vec<TextUnit>,
    /// How many articles the instrument itself has; `None` where the text may be a part, or the numbers leave doubt.
    pub articles: Option<u32>,
    pub chapters: u32,
    /// Where the instrument's own text ends: at the signature, the annexed regulation or the end of the file.
    pub end: usize,
}

/// The lines after the last article: signature, recipients, annexes, the Assembly's note of adoption.
static SIGNATURE: LazyLock<regex::Regex> = LazyLock::new(|| {
    regex::Regex::new(
        r"(?m)^[\s*_|]*(?:TM\.|KT\.|TL\.|TUQ\.|T/M|Nơi nhận|PHỤ LỤC\b|\(Đã ký\)|(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG THANH TRA|TỔNG KIỂM TOÁN)\b|(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Hiến pháp) này (?:đã )?được (?:Quốc hội|Ủy ban|Uỷ ban))",
    )
    .expect("the pattern is well formed")
});

/// A stretch of units whose articles count through.
struct Stretch {
    /// Indices into the outline, half-open.
    units: std::ops::Range<usize>,
    /// 0 for the instrument itself.
    annex: usize,
    /// Where the stretch's text ends.
    end: usize,
    /// Whether something shows that its last article is the last one.
    closed: bool,
}

impl Units {
    /// The units of a document; `text` is its text.
    pub fn of(document: &Document, text: &str) -> Self {
        let outline = document.outline().units.as_slice();
        let mut units = Self::default();
        let stretches = stretches(outline, text);
        for stretch in &stretches {
            let reader = Reader { text, outline, stretch };
            let counted = reader.read(&mut units.list);
            if stretch.annex == 0 {
                units.articles = counted.filter(|_| stretch.closed);
                units.end = stretch.end;
                let own = &outline[stretch.units.clone()];
                units.chapters = own.iter().filter(|u| u.level == Level::Chapter).count() as u32;
            }
        }
        if stretches.is_empty() {
            units.end = text.len();
        }
        units
    }
}

/// Cuts the outline where articles begin again.
fn stretches(outline: &[Unit], text: &str) -> Vec<Stretch> {
    let mut starts = vec![0];
    let mut last = 0;
    for (at, unit) in outline.iter().enumerate().filter(|(_, u)| u.level == Level::Article) {
        let number = number_of(&unit.label);
        if number == 1 && last > 0 {
            starts.push(at);
        }
        last = number.max(1);
    }
    let mut out: Vec<Stretch> = Vec::new();
    for (annex, &start) in starts.iter().enumerate() {
        let until = starts.get(annex + 1).copied().unwrap_or(outline.len());
        let limit = outline.get(until).map_or(text.len(), |u| u.span.start);
        let articles = outline[start..until].iter().rposition(|u| u.level == Level::Article);
        let from = articles.map_or(0, |at| outline[start + at].span.start);
        let signature = SIGNATURE.find(&text[from..limit]).map(|m| from + m.start()).filter(|_| articles.is_some());
        let end = signature.unwrap_or(limit);
        // Chapters and forms after the signature belong to what follows, or to nothing.
        let own = outline[start..until].iter().position(|u| u.span.start >= end).map_or(until, |n| start + n);
        out.push(Stretch { units: start..own, annex, end, closed: signature.is_some() || until < outline.len() });
    }
    out
}

/// The number of a label, of an inserted one ("5a") its base; 0 for what is no number.
fn number_of(label: &str) -> u32 {
    label.trim_end_matches(char::is_alphabetic).parse().unwrap_or(0)
}

struct Reader<'t> {
    text: &'t str,
    outline: &'t [Unit],
    stretch: &'t Stretch,
}

impl Reader<'_> {
    /// Adds the units of the stretch. The count of articles, where their numbers follow each other from 1.
    fn read(&self, out: &mut Vec<TextUnit>) -> Option<u32> {
        let own = self.stretch.units.clone();
        let articles: Vec<usize> = own.clone().filter(|&at| self.outline[at].level == Level::Article).collect();
        let labels: Vec<&str> = articles.iter().map(|&at| self.outline[at].label.as_str()).collect();
        let whole = follow(&labels);
        let last = articles.last().copied();
        let mut at = own.start;
        while at < own.end {
            let unit = &self.outline[at];
            match unit.level {
                Level::Article => {
                    let end = (at + 1..own.end).find(|&n| self.outline[n].level <= Level::Article).unwrap_or(own.end);
                    // A second article of a number is new text without quotation marks.
                    let doubtful = !whole || (!self.stretch.closed && Some(at) == last);
                    let path = self.path(&[unit]);
                    if !out.iter().any(|u| u.path == path) {
                        self.article(at, end, path, doubtful, out);
                    }
                    at = end;
                }
                level if level < Level::Article => {
                    self.container(at, out);
                    at += 1;
                }
                _ if articles.is_empty() => {
                    self.item(at, own.end, out);
                    at += 1;
                }
                // Items before the first article belong to nothing that is cited.
                _ => at += 1,
            }
        }
        let count = u32::try_from(labels.iter().filter(|l| l.parse::<u32>().is_ok()).count()).ok()?;
        (whole && count > 0).then_some(count)
    }

    /// The path of units of the stretch, smallest first.
    fn path(&self, units: &[&Unit]) -> UnitPath {
        UnitPath::new(&Path::of(units.iter().map(|u| (u.level, u.label.as_str()))), self.stretch.annex)
    }

    /// The text from a unit's label to the next unit, or to the end of the stretch.
    fn until(&self, next: usize) -> usize {
        let next = self.outline.get(next).map_or(self.text.len(), |u| u.span.start);
        next.min(self.stretch.end)
    }

    fn slice(&self, from: usize, next: usize) -> &str {
        self.text.get(from..self.until(next).max(from)).unwrap_or_default()
    }

    fn article(&self, at: usize, end: usize, path: UnitPath, doubtful: bool, out: &mut Vec<TextUnit>) {
        let unit = &self.outline[at];
        let clauses = if doubtful { Vec::new() } else { self.parts(at, at + 1..end, Level::Clause) };
        let points =
            if doubtful || !clauses.is_empty() { Vec::new() } else { self.parts(at, at + 1..end, Level::Point) };
        let parts = if clauses.is_empty() { &points } else { &clauses };
        let body = self.slice(unit.span.end, parts.first().copied().unwrap_or(end));
        let (heading, words) = heading_and_words(body);
        out.push(TextUnit { path, level: Level::Article, heading, words, label: unit.span });
        for (n, &part) in parts.iter().enumerate() {
            let next = parts.get(n + 1).copied().unwrap_or(end);
            let part_unit = &self.outline[part];
            if part_unit.level == Level::Point {
                out.push(self.leaf(part, next, self.path(&[part_unit, unit])));
                continue;
            }
            let inner = self.parts(part, part + 1..next, Level::Point);
            out.push(self.leaf(part, inner.first().copied().unwrap_or(next), self.path(&[part_unit, unit])));
            for (m, &point) in inner.iter().enumerate() {
                let path = self.path(&[&self.outline[point], part_unit, unit]);
                out.push(self.leaf(point, inner.get(m + 1).copied().unwrap_or(next), path));
            }
        }
    }

    fn leaf(&self, at: usize, next: usize, path: UnitPath) -> TextUnit {
        let unit = &self.outline[at];
        let words = tidy(self.slice(unit.span.start, next));
        TextUnit { path, level: unit.level, heading: None, words: Some(words), label: unit.span }
    }

    /// The parts of a unit on one level, if their labels follow each other.
    fn parts(&self, of: usize, among: std::ops::Range<usize>, level: Level) -> Vec<usize> {
        let parts: Vec<usize> = among
            .filter(|&n| {
                let unit = &self.outline[n];
                unit.level == level && unit.parent == Some(of) && unit.span.start < self.stretch.end
            })
            .collect();
        let labels: Vec<&str> = parts.iter().map(|&n| self.outline[n].label.as_str()).collect();
        let sound = if level == Level::Point { letters_follow(&labels) } else { follow(&labels) };
        if sound { parts } else { Vec::new() }
    }

    /// A part, chapter or section: its heading follows the label or on the next line.
    fn container(&self, at: usize, out: &mut Vec<TextUnit>) {
        let unit = &self.outline[at];
        let chapter = unit.parent.map(|p| &self.outline[p]).filter(|p| p.level == Level::Chapter);
        let path = match (unit.level, chapter) {
            (Level::Section | Level::Subsection, Some(chapter)) => self.path(&[unit, chapter]),
            (Level::Part | Level::Chapter | Level::Section | Level::Subsection, _) => self.path(&[unit]),
            _ => return,
        };
        let heading = tidy(self.slice(unit.span.end, at + 1).trim_start_matches(['.', ':', ' ']));
        let heading = Some(heading).filter(|h| !h.is_empty() && h.chars().count() <= 300);
        out.push(TextUnit { path, level: unit.level, heading, words: None, label: unit.span });
    }

    /// An item of a text without articles (a notice, a directive), where people cite "mục 5".
    fn item(&self, at: usize, end: usize, out: &mut Vec<TextUnit>) {
        let unit = &self.outline[at];
        if unit.level != Level::Clause {
            return;
        }
        let next = (at + 1..end).find(|&n| self.outline[n].level <= Level::Clause).unwrap_or(end);
        let path = UnitPath::new(&Path::of([(Level::Section, unit.label.as_str())]), self.stretch.annex);
        if !out.iter().any(|u| u.path == path) {
            out.push(self.leaf(at, next, path));
        }
    }
}

/// Whether numbers follow each other from 1; inserted ones ("5a") follow theirs.
fn follow(labels: &[&str]) -> bool {
    let mut last = 0;
    labels.iter().all(|label| match label.parse::<u32>() {
        Ok(number) => {
            let next = number == last + 1;
            last = number;
            next
        }
        Err(_) => number_of(label) == last,
    })
}

/// Whether letters follow each other in Vietnamese order from a; inserted ones ("a1") follow theirs.
fn letters_follow(labels: &[&str]) -> bool {
    let mut next = 0;
    labels.iter().all(|label| {
        let mut letters = label.chars();
        let Some(index) = letters.next().and_then(letter_index) else { return false };
        match letters.next() {
            None => {
                let follows = index == next;
                next = index + 1;
                follows
            }
            Some(_) => index + 1 == next,
        }
    })
}

/// The heading of an article and what is written below it. The heading is the first line and, where that was broken, what goes
/// on in small letters; a line that ends like a sentence is none ("Điều 1. Ban hành kèm theo Quyết định này …").
fn heading_and_words(body: &str) -> (Option<String>, Option<String>) {
    let body = body.trim_start_matches(['.', ':', ' ', '\u{a0}']).trim();
    let mut end = 0;
    for line in body.split_inclusive('\n') {
        let trimmed = line.trim();
        let goes_on = end == 0 || trimmed.starts_with(char::is_lowercase);
        if !goes_on || trimmed.is_empty() || body[..end].trim_end().ends_with(['.', ';', ':']) {
            break;
        }
        end += line.len();
    }
    let heading = tidy(&body[..end]);
    let is_sentence = heading.ends_with([';', ':']) || heading.ends_with('.') || heading.chars().count() > 250;
    if is_sentence || heading.is_empty() {
        return (None, Some(tidy(body)).filter(|w| !w.is_empty()));
    }
    (Some(heading), Some(tidy(&body[end..])).filter(|w| !w.is_empty()))
}

/// Words as they are to be read: without running heads, tags and marks of emphasis, broken lines put together.
pub fn tidy(text: &str) -> String {
    static TAG: LazyLock<regex::Regex> =
        LazyLock::new(|| regex::Regex::new(r"</?[a-zA-Z][^<>]*>").expect("the pattern is well formed"));
    let text = TAG.replace_all(text, " ");
    let text = text.replace("&nbsp;", " ").replace("**", "").replace("__", "");
    let mut out = String::with_capacity(text.len());
    let mut in_head = false;
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let only_page = line.len() <= 4 && line.bytes().all(|b| b.is_ascii_digit());
        if page::is_running_head(&line) || (in_head && only_page) {
            in_head = true;
            continue;
        }
        in_head = false;
        if line.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(if out.ends_with(['.', ':', ';']) || line.starts_with(['-', '+', '–']) { '\n' } else { ' ' });
        }
        out.push_str(&line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::lexicon::Vocabulary;
    use std::sync::Arc;

    fn units(text: &str) -> Units {
        Units::of(&Document::read(text, Format::Plain, &Arc::new(Vocabulary::new([]))), text)
    }

    fn paths(units: &Units) -> Vec<&str> {
        units.list.iter().map(|u| u.path.as_str()).collect()
    }

    #[test]
    fn an_annexed_regulation_and_forms_are_kept_apart() {
        let found = units(
            "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\
             Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành.\nKT. BỘ TRƯỞNG\nQUY CHẾ\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n\
             Quy chế này quy định việc làm việc.\nĐiều 2. Nguyên tắc\n1. Một.\n2. Hai.\n",
        );
        assert_eq!(found.articles, Some(3));
        assert_eq!(
            paths(&found),
            [
                "Điều 1",
                "Điều 2",
                "Điều 3",
                "Điều 1 (kèm theo)",
                // Nothing shows that the text of the last article is all there.
                "Điều 2 (kèm theo)"
            ]
        );
        assert_eq!(found.list[0].heading, None);
        assert_eq!(found.list[3].heading.as_deref(), Some("Phạm vi"));
        assert_eq!(found.list[4].words.as_deref(), Some("1. Một.\n2. Hai."));
    }

    #[test]
    fn clauses_and_points_that_do_not_follow_are_left_in_their_article() {
        let found = units(
            "Điều 1. Đối tượng áp dụng\n1. Người:\na) Một;\nb) Hai.\n3. Tổ chức.\nĐiều 2. Hiệu lực thi hành\n1. Có:\na) Một;\nd) Hai.\n\
             2. Không.\nNơi nhận:\n1. Như trên;\n",
        );
        assert_eq!(paths(&found), ["Điều 1", "Điều 2", "khoản 1 Điều 2", "khoản 2 Điều 2"]);
        assert_eq!(found.list[2].words.as_deref(), Some("1. Có:\na) Một;\nd) Hai."));
        assert_eq!(found.list[3].words.as_deref(), Some("2. Không."));
        assert_eq!(found.articles, Some(2));
    }

    #[test]
    fn a_part_of_a_text_has_no_count_of_articles() {
        assert_eq!(units("Điều 1. Một\nx.\nĐiều 2. Hai\ny.\n").articles, None);
        assert_eq!(units("Điều 4. Một\nx.\nĐiều 5. Hai\ny.\nKT. BỘ TRƯỞNG\n").articles, None);
        assert_eq!(units("Điều 1. Một\nx.\nĐiều 5. Hai\ny.\nKT. BỘ TRƯỞNG\n").articles, None);
    }

    #[test]
    fn broken_lines_and_running_heads_are_put_together() {
        let text = "1. Mức đóng, \nmức hưởng\nCÔNG BÁO/Số 290/Ngày 29-05-2026\n14\n do Chính phủ \nquy định.\n- Một";
        assert_eq!(tidy(text), "1. Mức đóng, mức hưởng do Chính phủ quy định.\n- Một");
        let (heading, words) = heading_and_words(". Điều kiện hưởng\nchế độ\nNgười lao động được hưởng.");
        assert_eq!(
            (heading.as_deref(), words.as_deref()),
            (Some("Điều kiện hưởng chế độ"), Some("Người lao động được hưởng."))
        );
    }
}

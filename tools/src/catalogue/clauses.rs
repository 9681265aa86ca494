//! How many clauses the articles of instruments have, and the last point of each clause, counted in texts that were collected.
//!
//! Only what is surely whole is kept: numbers that follow each other from 1, letters that follow each other from a, and
//! articles that another unit or the signature ends. Where two texts of one instrument differ in an article, it was amended or
//! misread, and nothing is said of it.

use super::Report;
use super::closing::number_of_head;
use super::outlines::one_of;
use super::sources::{Text, lines};
use super::touched;
use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use viendan::catalogue::{Error, Instrument, RelationKind};
use viendan::cite::{Family, Number};
use viendan::law::letter_index;
use viendan::text::fold;

/// The file that the counts are written to.
pub const FILE: &str = "clauses.jsonl";

/// The collections that are read, and whether a text in them ends where the instrument does.
const TEXTS: [(&str, bool); 7] = [
    ("phapdien_by_instrument", true),
    ("tvpl_vbpl_review", false),
    ("vbpl_central_phanba", false),
    ("congbao_hrmaster", false),
    ("laws_docx_tuankiet", false),
    ("land_law_thienhoc", false),
    ("vlc_laws_undertheseanlp", false),
];

/// The articles of one instrument from the first: a line of [`FILE`]. A character a clause: the letter of its last point, or
/// "." where it has none or it isn't known; "" where the clauses aren't known or there are none.
#[derive(Debug, Serialize)]
struct Line {
    number: String,
    /// The acts that amended it and were read, with the articles that they touch, and those whose changes are in the text that
    /// was counted: "57/2024/QH15:5,7;90/2025/QH15:;03/2016/QH14".
    amenders: String,
    articles: Vec<String>,
}

/// By article what a text says of its clauses; `None` where that is in doubt.
type Articles = BTreeMap<u32, Option<String>>;

/// Counts the clauses of those instruments that are in the catalogue. A line each, the instruments of one issuer beside each other.
pub fn read(facts: &Path, made: &[Instrument], report: &mut Report) -> Result<String, Error> {
    let mut known: FxHashMap<String, Vec<&Instrument>> = FxHashMap::default();
    for instrument in made {
        if let Some(number) = instrument.number.as_deref().and_then(Number::parse) {
            known.entry(number.key()).or_default().push(instrument);
        }
    }
    let codified = codified(facts, report)?;
    let amended_by = |one: &Instrument| {
        let targets = one.related(RelationKind::AmendedBy).map(|r| r.target.clone());
        targets.filter_map(|target| Some((Number::parse(&target)?.key(), target))).collect::<BTreeMap<_, _>>()
    };
    let amenders: FxHashSet<String> = made.iter().flat_map(|one| amended_by(one).into_keys()).collect();
    let mut texts: FxHashMap<String, String> = FxHashMap::default();
    let mut all: FxHashMap<String, (Number, &Instrument, Articles)> = FxHashMap::default();
    for (file, is_whole) in TEXTS {
        lines(&facts.join(format!("data/documents/{file}.jsonl.gz")), report, |row: Text, report| {
            let text: String = row.text.nfc().collect();
            let said = row.number.as_deref().and_then(Number::parse).or_else(|| number_of_head(&text));
            let Some(number) = said.filter(|n| !n.is_local()) else { return };
            // Some texts stand under the number of another act.
            if !says_its_type(&text, &number) {
                report.drop("text under the number of another act");
                return;
            }
            if amenders.contains(&number.key()) {
                // The longest text of several.
                let kept = texts.entry(number.key()).or_default();
                if kept.len() < text.len() {
                    kept.clone_from(&text);
                }
            }
            let Some(one) = known.get(&number.key()).and_then(|same| one_of(same, &number)) else { return };
            if [&row.title, &one.title].into_iter().flatten().any(|title| holds_other_text(title)) {
                return;
            }
            let found = articles(&text, is_whole);
            let key = number.key();
            let (.., kept) = all.entry(key).or_insert_with(|| (number, one, Articles::new()));
            for (article, clauses) in found {
                kept.entry(article).and_modify(|k| agree(k, &clauses)).or_insert(clauses);
            }
        })?;
    }
    let mut written: Vec<(String, String)> = Vec::new();
    for (number, one, articles) in all.into_values() {
        let last =
            articles.iter().filter(|(_, clauses)| clauses.as_ref().is_some_and(|c| !c.is_empty())).map(|(n, _)| *n);
        let Some(last) = last.max() else { continue };
        report.count("instruments with counted clauses");
        let clauses = |n: u32| articles.get(&n).cloned().flatten().unwrap_or_default();
        let sort = format!("{} {} {:05}", one.kind, number.symbol(), number.serial);
        // The codification has the text as these acts amended it.
        let noted = codified.get(&number.key());
        let mut read: Vec<String> = noted.into_iter().flatten().map(|(_, target)| target.clone()).collect();
        for (key, target) in amended_by(one) {
            if noted.is_some_and(|noted| noted.contains_key(&key)) {
                continue;
            }
            if let Some(touched) = texts.get(&key).and_then(|text| touched::articles(text, one)) {
                let touched: Vec<String> = touched.into_iter().filter(|n| *n <= last).map(|n| n.to_string()).collect();
                read.push(format!("{target}:{}", touched.join(",")));
            }
        }
        let articles = (1..=last).map(clauses).collect();
        let line = Line { number: one.number.clone().unwrap_or_default(), amenders: read.join(";"), articles };
        written.push((sort, serde_json::to_string(&line).map_err(|e| Error::io(facts, e.into()))?));
    }
    written.sort();
    Ok(written.into_iter().fold(String::new(), |text, (_, line)| text + &line + "\n"))
}

/// By instrument of the codification the acts that amended it before it was codified, as its notes name them.
fn codified(facts: &Path, report: &mut Report) -> Result<FxHashMap<String, BTreeMap<String, String>>, Error> {
    #[derive(Debug, Deserialize)]
    struct Row {
        number: String,
        #[serde(default)]
        relations: Vec<Noted>,
    }
    #[derive(Debug, Deserialize)]
    struct Noted {
        kind: String,
        target: String,
    }
    let mut all: FxHashMap<String, BTreeMap<String, String>> = FxHashMap::default();
    lines(&facts.join("data/metadata/phapdien_instruments.jsonl.gz"), report, |row: Row, _| {
        let Some(number) = Number::parse(&row.number) else { return };
        let amended =
            row.relations.iter().filter(|r| matches!(r.kind.as_str(), "amended_by" | "repealed_by" | "corrected_by"));
        all.entry(number.key()).or_default().extend(amended.filter_map(|r| {
            let number = Number::parse(&r.target)?;
            Some((number.key(), number.canonical()))
        }));
    })?;
    Ok(all)
}

/// Whether a text calls itself by the type of its number, "Luật này", more than by any other.
fn says_its_type(text: &str, number: &Number) -> bool {
    const TYPES: [&str; 6] =
        ["Luật này", "Nghị định này", "Thông tư này", "Quyết định này", "Nghị quyết này", "Pháp lệnh này"];
    let count = |words: &str| text.matches(words).count();
    let Some((most, often)) = TYPES.iter().map(|words| (*words, count(words))).max_by_key(|(_, often)| *often) else {
        return true;
    };
    let kinds: &[&str] = match number.family {
        Family::Assembly => &["Luật này", "Nghị quyết này"],
        Family::StandingCommittee => &["Pháp lệnh này", "Nghị quyết này"],
        _ => {
            let kind = number.kind().map_or("", |kind| kind.name.as_str());
            return often < 3 || TYPES.iter().all(|words| !words.starts_with(kind)) || most.starts_with(kind);
        }
    };
    often < 3 || kinds.contains(&most)
}

/// Two texts of one article: what they agree on.
fn agree(kept: &mut Option<String>, other: &Option<String>) {
    let counts = |clauses: &Option<String>| clauses.as_ref().map(|c| c.chars().count());
    if counts(kept) != counts(other) {
        *kept = None;
    }
    if let (Some(one), Some(two)) = (kept.as_mut(), other) {
        *one = one.chars().zip(two.chars()).map(|(a, b)| if a == b { a } else { '.' }).collect();
    }
}

/// Whether an act amends another, or puts a text into force whose articles are not its own.
fn holds_other_text(title: &str) -> bool {
    let title = fold::search(title);
    let title = title.strip_prefix("ve viec ").or(title.strip_prefix("ve ")).unwrap_or(&title);
    title.contains("sua doi")
        || ["ban hanh", "phe duyet", "phe chuan", "bo sung"].iter().any(|word| title.starts_with(word))
}

/// The articles of a text with their clauses and points. In texts whose lines are broken as on the page, references stand at the
/// beginning of lines too: an article counts only where its number follows, and a clause after a heading leaves doubt.
fn articles(text: &str, is_whole: bool) -> Articles {
    static LABEL: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^[ \t*#_]*(?:Điều|ĐIỀU)\s+(\d{1,3})([a-zđ]?\d?)\s*(?:[.:,]|$)"));
    static CLAUSE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\s*(?:khoản |Khoản )?(\d{1,3})([a-zđ]?\d?)\s*(?:[.)/,-]|\s[–-])\s*(\d{0,2})"));
    static POINT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*([a-zđ])(\d?)\s*[).]"));
    static SIGNATURE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^[\s*_|]*(?:TM\.|KT\.|T/M|Nơi nhận|\(Đã ký\)|(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG THANH TRA|TỔNG KIỂM TOÁN)\b|(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh) này (?:đã )?được (?:Quốc hội|Ủy ban|Uỷ ban))",
        )
    });
    static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^[\s*_|]*(?:PHỤ LỤC|MẪU SỐ|BIỂU SỐ|(?:Phụ lục|Mẫu số|Biểu số)\s+[\dIVXL]+\s*[.:]?\s*$)")
    });
    static LARGER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^[ \t*#_]*(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+(?:thứ |THỨ )?[\dIVXLC\p{Lu}]")
    });
    let mut found = Articles::new();
    let mut open: Option<Open> = None;
    let close = |open: &mut Option<Open>, found: &mut Articles| {
        if let Some(open) = open.take() {
            // A second article of a number is another text's, or new text without quotation marks.
            found.entry(open.article).and_modify(|clauses| *clauses = None).or_insert_with(|| open.clauses());
        }
    };
    let mut is_closed = is_whole;
    let mut last = 0;
    for line in text.lines() {
        if let Some(label) = LABEL.captures(line) {
            let article: u32 = label[1].parse().unwrap_or_default();
            if article == 1 && last > 1 {
                is_closed = true;
                break;
            }
            let is_inserted = !label[2].is_empty();
            // The codification leaves out what was repealed.
            let follows = article == last + 1 || (article > last && is_whole) || (is_inserted && article == last);
            if !follows {
                open.iter_mut().for_each(|open| open.is_in_doubt = true);
                continue;
            }
            close(&mut open, &mut found);
            last = article;
            if !is_inserted {
                open = Some(Open::new(article));
            }
        } else if !is_whole && SIGNATURE.is_match(line) {
            is_closed = true;
            break;
        } else if !is_whole && ANNEX.is_match(line) {
            break;
        } else if let Some(open) = &mut open {
            if LARGER.is_match(line) {
                open.is_past_heading = true;
            } else if let Some(clause) = CLAUSE.captures(line) {
                open.clause(clause[1].parse().unwrap_or_default(), &clause[2], &clause[3]);
            } else if let Some(point) = POINT.captures(line) {
                open.point(&point[1], &point[2]);
            }
        }
    }
    if let Some(last) = &open
        && !is_closed
    {
        found.insert(last.article, None);
    } else {
        close(&mut open, &mut found);
    }
    found
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is well formed")
}

/// The article that is being read.
#[derive(Debug)]
struct Open {
    article: u32,
    /// The last letter of each clause so far; `None` where the letters don't follow each other.
    points: Vec<Option<char>>,
    is_in_doubt: bool,
    /// A heading of a chapter or section came after its words, or a line that begins like one.
    is_past_heading: bool,
}

impl Open {
    fn new(article: u32) -> Self {
        Self { article, points: Vec::new(), is_in_doubt: false, is_past_heading: false }
    }

    fn clause(&mut self, number: usize, letter: &str, next: &str) {
        // "1.1." is a part of clause 1; "01/7/2025" is a day.
        if !next.is_empty() {
            return;
        }
        if self.is_past_heading {
            self.is_in_doubt = true;
        } else if letter.is_empty() && number == self.points.len() + 1 {
            self.points.push(Some('.'));
        } else if letter.is_empty() || number != self.points.len() {
            self.is_in_doubt = true;
        }
    }

    fn point(&mut self, letter: &str, inserted: &str) {
        let Some(last) = self.points.last_mut() else { return };
        let index = |letter: char| letter_index(letter);
        let (Some(now), Some(before)) = (letter.chars().next(), *last) else { return };
        if !inserted.is_empty() {
            return;
        }
        let expected = if before == '.' { Some(0) } else { index(before).map(|n| n + 1) };
        *last = (index(now).is_some() && index(now) == expected).then_some(now);
    }

    fn clauses(&self) -> Option<String> {
        (!self.is_in_doubt).then(|| self.points.iter().map(|last| last.unwrap_or('.')).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, Option<String>)> {
        articles(text, false).into_iter().collect()
    }

    #[test]
    fn clauses_and_the_last_points_are_counted() {
        let text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nLuật này quy định.\nĐiều 2. Giải thích\n1. Một:\na) Mục;\nb) Mục.\n2. Hai.\n\
                    2a. Thêm.\n3- Ba:\na) Mục;\nc) Mục.\nChương II\nĐiều 3. Hiệu lực\n1. Từ ngày ký.\nTM. CHÍNH PHỦ\n1. Mẫu";
        let some = |s: &str| Some(s.to_owned());
        assert_eq!(read(text), [(1, some("")), (2, some("b..")), (3, some("."))]);
    }

    #[test]
    fn gaps_and_texts_that_break_off_say_nothing() {
        assert_eq!(read("Điều 1. Một\n1. A.\n3. C.\nĐiều 2. Hai\n1. A.\n"), [(1, None), (2, None)]);
    }

    #[test]
    fn references_at_the_beginning_of_broken_lines_leave_doubt() {
        let text = "Điều 1. Một\n1. Theo\nMẫu số 1 Phụ lục ban hành kèm theo.\n2. Theo\nMục 3 Chương II.\n3. B.\nĐiều 2. Hai\n1. Theo khoản 4\nĐiều 12. Sau đó.\n2. B.\nĐiều 3. Ba\n1. A.\n2. B.\nPHỤ LỤC\n";
        assert_eq!(read(text), [(1, None), (2, None), (3, None)]);
    }

    #[test]
    fn numbers_of_parts_and_days_are_no_clauses() {
        let text = "Điều 1. Một\n1. A:\n1.1. B;\n1.2. C.\n2. Từ ngày\n01/7/2025.\nĐiều 2. Hai\nNơi nhận:";
        assert_eq!(read(text), [(1, Some("..".to_owned())), (2, Some(String::new()))]);
    }

    #[test]
    fn texts_that_differ_say_nothing() {
        let mut kept = Some("b.".to_owned());
        agree(&mut kept, &Some("c.".to_owned()));
        assert_eq!(kept.as_deref(), Some(".."));
        agree(&mut kept, &Some(".".to_owned()));
        assert_eq!(kept, None);
    }
}

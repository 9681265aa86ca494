//! How many articles an instrument has, counted in full texts.

use super::Report;
use super::builder::Builders;
use super::claims::Rank;
use super::sources::lines;
use regex::Regex;
use serde::Deserialize;
use std::path::Path;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use viendan::catalogue::Error;
use viendan::cite::Number;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Document {
    number: Option<String>,
    text: String,
}

/// A law of the list of the national database.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Inventoried {
    number: Option<String>,
    articles_found: Option<u32>,
}

/// Collections of whole texts. The codification is none: its acts lack what was repealed and their closing articles.
const WHOLE: [(&str, &str); 4] = [
    ("vbpl_central_phanba.jsonl.gz", "toàn văn 1"),
    ("tvpl_vbpl_review.jsonl.gz", "toàn văn 2"),
    ("congbao_hrmaster.jsonl.gz", "toàn văn 3"),
    ("laws_docx_tuankiet.jsonl.gz", "toàn văn 4"),
];

pub fn read(facts: &Path, builders: &mut Builders, report: &mut Report) -> Result<(), Error> {
    for (file, source) in WHOLE {
        lines(&facts.join("data/documents").join(file), report, |document: Document, _| {
            let Some(number) = document.number.as_deref().and_then(Number::parse) else { return };
            let Some(count) = count(&document.text) else { return };
            if let Some(builder) = builders.meant(&number, None) {
                builder.articles.add(Some(count), Rank::List, source);
            }
        })?;
    }
    // What the codification still has of an act shows whether a text was cut.
    let codified = facts.join("data/documents/phapdien_by_instrument.jsonl.gz");
    lines(&codified, report, |document: Document, report| {
        let Some(number) = document.number.as_deref().and_then(Number::parse) else { return };
        let highest = highest(&document.text);
        if let Some(builder) = builders.meant(&number, None) {
            let before = builder.articles.0.len();
            builder.articles.0.retain(|c| c.value >= highest);
            if builder.articles.0.len() < before {
                report.drop("article count of a text that was cut");
            }
        }
    })?;
    // The list of the national database's laws counts the headings that it saw: a count that is a little lower is of a text
    // whose end was cut.
    lines(&facts.join("data/metadata-2/laws_inventory_vbpl.jsonl.gz"), report, |law: Inventoried, report| {
        let (Some(number), Some(seen)) = (law.number.as_deref().and_then(Number::parse), law.articles_found) else {
            return;
        };
        let Some(builder) = builders.meant(&number, None) else { return };
        if builder.articles.0.iter().any(|c| c.value < seen && c.value + 3 >= seen) {
            builder.articles.0.retain(|c| c.value >= seen);
            builder.articles.add(Some(seen), Rank::Derived, "danh mục luật");
            report.count("article counts corrected by the list of laws");
        }
    })?;
    // A count is kept where the act is whole: two texts that agree, or one.
    for builder in &mut builders.all {
        let amending = builder.title.0.iter().any(|c| {
            let title = viendan::text::fold::search(&c.value);
            title.contains("sua doi") || title.contains("bo sung")
        });
        if amending {
            // It has articles of the amended act too, and a count would mix them.
            builder.articles.0.clear();
        }
    }
    Ok(())
}

static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t>*#]*(?:\*\*)?Điều\s+(\d{1,3})\s*[.:]").expect("the pattern is well formed")
});

/// The highest article that a text has a heading of.
fn highest(text: &str) -> u32 {
    let text: String = text.nfc().collect();
    HEADING.captures_iter(&text).filter_map(|c| c[1].parse().ok()).max().unwrap_or_default()
}

/// The number of articles of a text whose headings run from 1 on without a gap, up to where the numbering starts again
/// (an annex) or the text ends. `None` where an article is missing or there is no second one.
pub fn count(text: &str) -> Option<u32> {
    let text: String = text.nfc().map(|c| if c == '\u{D0}' { 'Đ' } else { c }).collect();
    let mut last = 0;
    for heading in HEADING.captures_iter(&text) {
        let article: u32 = heading[1].parse().ok()?;
        if article == last + 1 {
            last = article;
        } else if article == 1 && last > 1 {
            break;
        } else if article != last {
            return None;
        }
    }
    (last > 1).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_counted_up_to_the_annex() {
        assert_eq!(count("Điều 1. A\nx\nĐiều 2. B\nĐiều 3. C\nQUY CHẾ\nĐiều 1. D\nĐiều 2. E\n"), Some(3));
    }

    #[test]
    fn a_text_with_a_gap_is_not_whole() {
        assert_eq!(count("Điều 1. A\nĐiều 3. C\n"), None);
        assert_eq!(count("Không có điều nào"), None);
    }
}

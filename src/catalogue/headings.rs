//! Articles of laws and ordinances by their subject: "thời hiệu khởi kiện" is in the heading of Điều 184 of the Code of Civil
//! Procedure.

use super::outlines;
use crate::text::fold;

/// The heading of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Without marks, in small letters.
    pub folded: Box<str>,
    pub heading: Box<str>,
    /// Number of the act.
    pub number: Box<str>,
    /// Label of the article: "184".
    pub label: Box<str>,
}

impl Heading {
    pub fn new(number: &str, label: &str, heading: &str) -> Self {
        Self {
            folded: fold::search(heading).into(),
            heading: heading.into(),
            number: number.into(),
            label: label.into(),
        }
    }
}

/// The headings in the outlines that come with the program.
pub(super) fn of_outlines() -> Vec<Heading> {
    let mut all = Vec::new();
    let is_of_assembly = |number: &str| number.contains("/QH") || number.contains("UBTVQH");
    outlines::each_article(is_of_assembly, |number, label, heading| all.push(Heading::new(number, label, heading)));
    all
}

/// Puts headings in the order in which they are looked for, each once.
pub(super) fn sorted(mut all: Vec<Heading>) -> Vec<Heading> {
    all.sort_unstable_by(|a, b| (&a.folded, &a.number, &a.label).cmp(&(&b.folded, &b.number, &b.label)));
    all.dedup_by(|a, b| (&a.number, &a.label) == (&b.number, &b.label));
    all
}

/// The headings, of those in order, that begin with the folded words, the last of which may be only begun.
pub fn beginning_with<'h>(all: &'h [Heading], words: &str) -> &'h [Heading] {
    let from = all.partition_point(|h| &*h.folded < words);
    let count = all[from..].partition_point(|h| h.folded.starts_with(words));
    &all[from..from + count]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_found_by_its_subject() {
        let all = sorted(of_outlines());
        let found = beginning_with(&all, "thoi hieu khoi kien");
        assert!(found.iter().any(|h| &*h.number == "92/2015/QH13" && &*h.label == "184"), "{found:?}");
        assert!(beginning_with(&all, "khong co dieu nao nhu the").is_empty());
    }
}

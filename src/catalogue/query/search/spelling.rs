//! Words as they are typed: only begun, or mistyped.

use super::{Catalogue, Source};
use crate::catalogue::store::Term;
use std::sync::Arc;

/// So many alternatives of a word are tried.
const ALTERNATIVES: usize = 8;

/// A word that is only begun is asked for as the words that it may become, the most frequent of them: an index of whole words
/// is read only as far as it is needed, one of beginnings is first put together.
const COMPLETIONS: usize = 48;

/// The beginnings of so many letters have an index of their own.
const INDEXED: usize = 2;

/// The query for instruments that have all words, each possibly only begun. With `whole`, the words before the last that
/// are syllables of the catalogue mean themselves only ("quan" not "quang"); a word that nothing begins with makes the
/// query empty.
pub(super) fn completed(source: &Source, tokens: &[&str], whole: bool) -> String {
    let terms = source.terms();
    let mut parts = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        // Of one letter only "y" is a word.
        let known = token.len() == 1 || terms.binary_search_by(|(term, _)| (**term).cmp(*token)).is_ok();
        if whole && known && at + 1 < tokens.len() {
            parts.push(format!("\"{token}\""));
            continue;
        }
        match begun(&terms, token) {
            Some(any) => parts.push(any),
            None => return String::new(),
        }
    }
    parts.join(" AND ")
}

/// The query for a word that may be only begun; `None` if it is a syllable that nothing begins with.
fn begun(terms: &[Term], token: &str) -> Option<String> {
    let letters = token.bytes().all(|b| b.is_ascii_lowercase());
    let digits = token.bytes().all(|b| b.is_ascii_digit());
    if letters && token.len() != INDEXED {
        let first = terms.partition_point(|(term, _)| &**term < token);
        let mut begun: Vec<&Term> = terms[first..].iter().take_while(|(term, _)| term.starts_with(token)).collect();
        if begun.is_empty() && token.len() > 1 {
            return None;
        }
        begun.sort_by_key(|(_, instruments)| std::cmp::Reverse(*instruments));
        let may_become = begun.iter().map(|(term, _)| &**term).filter(|term| *term != token).take(COMPLETIONS);
        return Some(any(std::iter::once(token).chain(may_become)));
    }
    if digits && token.len() != INDEXED {
        // "202" begins years.
        let longer: Vec<String> =
            ('0'..='9').filter(|_| token.len() > 1).map(|next| format!("{token}{next}")).collect();
        return Some(any(std::iter::once(token).chain(longer.iter().map(String::as_str))));
    }
    Some(format!("\"{token}\"*"))
}

/// The query for one of some words.
fn any<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
    match words.as_slice() {
        [one] => one.clone(),
        several => format!("({})", several.join(" OR ")),
    }
}

/// The query for a word, possibly only begun, or one of those that it may have been mistyped for.
pub(super) fn any_of(terms: &[Term], token: &str, others: &[String]) -> String {
    let others: Vec<String> = others.iter().map(|o| format!("\"{o}\"")).collect();
    let parts: Vec<String> = begun(terms, token).into_iter().chain(others).collect();
    match parts.as_slice() {
        [] => format!("\"{token}\""),
        [one] => one.clone(),
        several => format!("({})", several.join(" OR ")),
    }
}

impl Catalogue {
    /// The words of the catalogue that are one error away: a letter more, less, other, or two changed places. The most
    /// frequent first.
    pub(super) fn similar(&self, word: &str) -> Vec<String> {
        // Numbers are not misspelt words: what they may have meant is for `near`.
        if word.len() < 2 || word.bytes().any(|b| b.is_ascii_digit()) {
            return Vec::new();
        }
        let terms: Vec<Arc<[Term]>> = self.sources().iter().map(Source::terms).collect();
        let mut found: Vec<(i64, &str)> = Vec::new();
        for terms in &terms {
            let near =
                terms.iter().filter(|(term, _)| term.bytes().all(|b| b.is_ascii_lowercase()) && one_error(word, term));
            found.extend(near.map(|(term, instruments)| (-instruments, &**term)));
        }
        found.sort_unstable();
        let mut out: Vec<String> = Vec::new();
        for (_, term) in found {
            if out.len() < ALTERNATIVES && !out.iter().any(|o| o == term) {
                out.push(term.to_owned());
            }
        }
        out
    }
}

/// Whether two words differ by one letter more, less or other, or by two neighbours that changed places.
fn one_error(a: &str, b: &str) -> bool {
    // Most differ in length.
    a.len().abs_diff(b.len()) <= 1 && strsim::osa_distance(a, b) == 1
}

#[cfg(test)]
mod tests {
    use super::super::tests::catalogue;
    use super::*;

    #[test]
    fn one_error_is_told_from_two() {
        for (a, b) in [("tac", "tax"), ("hpo", "hop"), ("van", "vn"), ("thu", "thuu"), ("thu", "tthu")] {
            assert!(one_error(a, b), "{a} {b}");
        }
        for (a, b) in [("tac", "tac"), ("tac", "bax"), ("van", "v"), ("abc", "cab")] {
            assert!(!one_error(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_word_that_is_begun_is_asked_for_as_what_it_may_become() {
        let c = catalogue();
        let query = |words: &str, whole| completed(&c.sources()[0], &words.split(' ').collect::<Vec<_>>(), whole);
        assert_eq!(query("cong tac", true), r#""cong" AND "tac""#);
        assert_eq!(query("nghi dinh", true), r#""nghi" AND "dinh""#);
        assert_eq!(query("ngh dinh", true), r#"("ngh" OR "nghi" OR "nghe") AND "dinh""#);
        assert_eq!(query("ng dinh", true), r#""ng"* AND "dinh""#);
        assert_eq!(query("zzzz dinh", true), "");
        assert_eq!(query("y cong 3", true), r#""y" AND "cong" AND "3""#);
        let any = |word: &str| any_of(&c.sources()[0].terms(), word, &["dinh".to_owned()]);
        assert_eq!(any("nghi"), r#"("nghi" OR "dinh")"#);
        assert_eq!(any("dinhh"), r#""dinh""#, "nothing begins with it");
        assert_eq!(any("30"), r#"("30"* OR "dinh")"#);
    }
}

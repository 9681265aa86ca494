//! Words that a mistyped one may have meant.

use super::Catalogue;
use crate::catalogue::store::Source;

/// So many alternatives of a word are tried.
const ALTERNATIVES: usize = 8;

impl Catalogue {
    /// The words of the catalogue that are one error away: a letter more, less, other, or two changed places. The most
    /// frequent first.
    pub(super) fn similar(&self, word: &str) -> Vec<String> {
        // Numbers are not misspelt words: what they may have meant is for `near`.
        if word.len() < 2 || word.bytes().any(|b| b.is_ascii_digit()) {
            return Vec::new();
        }
        let mut found: Vec<(i64, String)> = Vec::new();
        for source in self.sources() {
            for (term, documents) in terms(source) {
                if term != word && one_error(word.as_bytes(), term.as_bytes()) {
                    found.push((-documents, term));
                }
            }
        }
        found.sort();
        found.dedup_by(|a, b| a.1 == b.1);
        found.truncate(ALTERNATIVES);
        found.into_iter().map(|(_, term)| term).collect()
    }
}

/// The words of a database that are letters only, with the number of instruments that have them.
fn terms(source: &Source) -> Vec<(String, i64)> {
    // Terms begin at "a": digits sort before and need not be read.
    let sql = "SELECT term, doc FROM vocabulary WHERE term >= 'a'";
    source
        .read(|c| c.prepare_cached(sql)?.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<Vec<_>, _>>())
        .unwrap_or_default()
}

/// Whether two words differ by one letter more, less or other, or by two neighbours that changed places.
fn one_error(a: &[u8], b: &[u8]) -> bool {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    match (a, b) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([p, q], [r, s]) => p == s && q == r,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_is_told_from_two() {
        for (a, b) in [("tac", "tax"), ("hpo", "hop"), ("van", "vn"), ("thu", "thuu"), ("thu", "tthu")] {
            assert!(one_error(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("tac", "tac"), ("tac", "bax"), ("van", "v"), ("abc", "cab")] {
            assert!(!one_error(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
    }
}

//! Words that a mistyped one may have meant.

use super::Catalogue;

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
        let mut found: Vec<(i64, &str)> = Vec::new();
        for source in self.sources() {
            let near = source.terms().iter().filter(|(t, _)| &**t != word && one_error(word.as_bytes(), t.as_bytes()));
            found.extend(near.map(|(term, documents)| (-documents, &**term)));
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

//! Where the short names that a draft defines are used.
//!
//! A block cannot know which of its words are short names ("Bộ", "bên A", "Đề án 06"), and as facts all its words would cost
//! as much as the text. So this is a search, in a draft that defines short names and only there: a new short name is searched
//! for in all blocks up to the first that uses it; after an edit only the changed blocks are searched, and all of them only
//! where the block that was known to use it is gone.

use super::facts::short_names::Definition;
use crate::document::MOST_SHORT_NAMES;
use crate::document::blocks::Block;
use crate::document::links::BlockLinks;
use crate::text::{Span, fold};
use aho_corasick::AhoCorasick;
use memchr::memmem::Finder;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Where short names are used.
#[derive(Debug, Default)]
pub struct Uses(FxHashMap<Box<str>, Term>);

/// A block that is searched.
pub struct Searched<'r> {
    pub block: &'r Arc<Block>,
    pub links: &'r BlockLinks,
    /// The short names that it defines.
    pub definitions: &'r [Definition],
    /// The block, or its links, are new since the last search.
    pub is_new: bool,
    /// Its text, or what it defines, may be new.
    pub is_text_new: bool,
}

/// A short name.
#[derive(Debug)]
struct Term {
    text: Box<str>,
    folded: String,
    /// A block that uses it elsewhere than where it is defined; `None` if none does.
    used: Option<Arc<Block>>,
    /// Whether all blocks must be searched.
    is_open: bool,
    /// Of a term that can only mean what is defined: the first plain use in each block, in bytes of the block.
    places: Vec<(Arc<Block>, usize)>,
    /// Places have come or gone since the last search.
    is_changed: bool,
}

impl Uses {
    /// Whether the draft uses a term anywhere but where it is defined.
    pub fn is_used(&self, term: &str) -> bool {
        self.0.get(term).is_none_or(|term| term.used.is_some())
    }

    /// The first use of a distinctive term in a block, in bytes of the block.
    pub fn place_in(&self, term: &str, block: &Arc<Block>) -> Option<usize> {
        let places = &self.0.get(term)?.places;
        places.iter().find(|(of, _)| Arc::ptr_eq(of, block)).map(|(_, at)| *at)
    }

    /// Whether a distinctive term is used anywhere.
    pub fn has_places(&self, term: &str) -> bool {
        self.0.get(term).is_some_and(|term| !term.places.is_empty())
    }

    /// Forgets a block that is not in the document any more.
    pub fn forget(&mut self, block: &Arc<Block>) {
        for term in self.0.values_mut() {
            term.forget(block);
        }
    }

    /// Searches what is new. `true` if a rule could find something else now.
    pub fn update(&mut self, rows: &[Searched<'_>]) -> bool {
        let mut defined: FxHashMap<&str, ()> = FxHashMap::default();
        for definition in rows.iter().flat_map(|row| row.definitions) {
            if defined.len() < MOST_SHORT_NAMES {
                defined.insert(&*definition.term, ());
            }
        }
        self.0.retain(|term, _| defined.contains_key(&**term));
        for (term, ()) in defined {
            self.0.entry(term.into()).or_insert_with(|| Term::new(term));
        }
        self.search_new(rows)
    }

    /// Searches new blocks, where no definition has come or gone. `true` if a rule could find something else now.
    pub fn search_new(&mut self, rows: &[Searched<'_>]) -> bool {
        let was_used: Vec<bool> = self.0.values().map(|term| term.used.is_some()).collect();
        let mut changed = false;
        for term in self.0.values_mut() {
            changed |= term.update(rows);
        }
        // Most often a changed block still uses the same short names.
        let (new, old): (Vec<&Searched<'_>>, Vec<_>) = rows.iter().partition(|row| row.is_text_new);
        let mut unused: Vec<&mut Term> = self.0.values_mut().filter(|term| term.used.is_none()).collect();
        search(&mut unused, &new);
        let mut open: Vec<&mut Term> = unused.into_iter().filter(|term| term.used.is_none() && term.is_open).collect();
        if !open.is_empty() {
            search(&mut open, &old);
        }
        self.0.values_mut().for_each(|term| term.is_open = false);
        // The block that used it is gone, so it is not known any more whether another does.
        changed || self.0.values().zip(was_used).any(|(term, was)| was != term.used.is_some())
    }

    /// Whether all blocks must be searched for a term.
    pub fn is_open(&self) -> bool {
        self.0.values().any(|term| term.is_open)
    }
}

impl Term {
    fn new(text: &str) -> Self {
        Self {
            text: text.into(),
            folded: fold::words(text),
            used: None,
            is_open: true,
            places: Vec::new(),
            is_changed: false,
        }
    }

    fn forget(&mut self, block: &Arc<Block>) {
        if self.used.as_ref().is_some_and(|used| Arc::ptr_eq(used, block)) {
            self.used = None;
            self.is_open = true;
        }
        let count = self.places.len();
        self.places.retain(|(of, _)| !Arc::ptr_eq(of, block));
        self.is_changed |= self.places.len() < count;
    }

    fn update(&mut self, rows: &[Searched<'_>]) -> bool {
        let is_first = self.is_open && self.places.is_empty();
        let changed = self.is_open || std::mem::take(&mut self.is_changed);
        for row in rows.iter().filter(|row| row.is_new) {
            self.forget(row.block);
        }
        if is_distinctive(&self.text) {
            let finder = Finder::new(self.text.as_bytes()).into_owned();
            for row in rows.iter().filter(|row| row.is_new || is_first) {
                if let Some(at) = plain_use(&self.text, &finder, row) {
                    self.places.push((Arc::clone(row.block), at));
                    self.is_changed = true;
                }
            }
        }
        changed || std::mem::take(&mut self.is_changed)
    }
}

/// Searches blocks for terms that nobody is known to use, all terms at once, up to the first block that uses each: first
/// letter by letter, then in whatever case, form of letters and line breaks.
fn search<'r>(terms: &mut [&mut Term], rows: &[&Searched<'r>]) {
    if terms.is_empty() || rows.is_empty() {
        return;
    }
    let texts: Vec<&str> = terms.iter().map(|term| &*term.text).collect();
    let Ok(finder) = AhoCorasick::new(&texts) else { return };
    let mut used: Vec<Option<usize>> = vec![None; terms.len()];
    let mut open = terms.len();
    for (n, row) in rows.iter().enumerate() {
        for found in finder.find_overlapping_iter(&*row.block.text) {
            let at = found.pattern().as_usize();
            let place = Span::new(found.start(), found.end());
            if used[at].is_none() && !row.defines(texts[at], place) {
                used[at] = Some(n);
                open -= 1;
            }
        }
        if open == 0 {
            break;
        }
    }
    if open > 0 {
        search_folded(terms, rows, &mut used);
    }
    for (term, used) in terms.iter_mut().zip(used) {
        term.used = used.map(|n| Arc::clone(rows[n].block));
    }
}

/// The same in folded text, which also puts the tone mark where it belongs: "Uỷ ban" for "Ủy ban".
fn search_folded(terms: &[&mut Term], rows: &[&Searched<'_>], used: &mut [Option<usize>]) {
    let open: Vec<usize> = (0..terms.len()).filter(|&at| used[at].is_none()).collect();
    let folded: Vec<&str> = open.iter().map(|&at| terms[at].folded.as_str()).collect();
    let Ok(finder) = AhoCorasick::new(&folded) else { return };
    let found_in = |row: &&Searched<'_>| -> Vec<usize> {
        let text = fold::words(&row.block.text);
        finder.find_overlapping_iter(&text).map(|found| found.pattern().as_usize()).collect()
    };
    let mut left = open.len();
    // Folding takes long, so many rows are folded at once; no more than a few in vain after the last term is found.
    for (batch, rows) in rows.chunks(FOLDED_AT_ONCE).enumerate() {
        let found: Vec<Vec<usize>> = rows.par_iter().with_min_len(32).map(found_in).collect();
        for (n, (row, mut found)) in rows.iter().zip(found).enumerate() {
            found.sort_unstable();
            for same in found.chunk_by(|a, b| a == b) {
                let at = open[same[0]];
                let own = row.definitions.iter().filter(|definition| *definition.term == *terms[at].text).count();
                if used[at].is_none() && same.len() > own {
                    used[at] = Some(batch * FOLDED_AT_ONCE + n);
                    left -= 1;
                }
            }
        }
        if left == 0 {
            return;
        }
    }
}

const FOLDED_AT_ONCE: usize = 512;

impl Searched<'_> {
    /// Whether a place is one where the block defines the term.
    fn defines(&self, term: &str, place: Span) -> bool {
        self.definitions.iter().any(|definition| *definition.term == *term && place.overlaps(definition.span))
    }
}

/// The first place in a block where a term is a word of its own, outside quotations and the subject line.
fn plain_use(term: &str, finder: &Finder<'_>, row: &Searched<'_>) -> Option<usize> {
    let text: &str = &row.block.text;
    finder.find_iter(text.as_bytes()).find(|&at| {
        let is_glued = text[..at].ends_with(char::is_alphanumeric)
            || text[at + term.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-');
        !is_glued && !is_subject(text, at) && !row.links.is_quoted(at)
    })
}

/// Whether a byte of a block is in the subject line, which is above the text: "V/v triển khai Đề án 06".
fn is_subject(text: &str, at: usize) -> bool {
    let line = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..];
    ["V/v", "Về việc", "Về "].iter().any(|begin| line.trim_start_matches(['*', ' ', '_']).starts_with(begin))
}

/// Whether a term can only mean what is defined, and is no common word: a digit, or two capitals in a word, next to
/// another word ("Đề án 06", "Luật PPP").
pub fn is_distinctive(term: &str) -> bool {
    let abbreviation = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let marked = |word: &str| abbreviation(word) || word.contains(|c: char| c.is_ascii_digit());
    let mut words = term.split_whitespace();
    let several = words.clone().count() >= 2;
    // Forms and standards have numbers of their own, and text in capitals is a heading.
    let named =
        term.starts_with(char::is_uppercase) && !["Mẫu", "Phụ lục", "TCVN", "QCVN"].iter().any(|w| term.starts_with(w));
    let heading = !term.contains(char::is_lowercase);
    several && named && !heading && !term.contains('/') && words.any(marked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::check::{Checked, Code, Environment, Settings, check};
    use crate::document::buffer::Dirty;
    use crate::document::{Document, Format};
    use crate::lexicon::Vocabulary;
    use ropey::Rope;

    #[test]
    fn distinctive_terms_can_only_mean_what_is_defined() {
        for term in ["Đề án 06", "Luật PPP"] {
            assert!(is_distinctive(term), "{term}");
        }
        for term in ["Quy chế", "bên A", "TCVN 5574", "Nghị định số 30/2020/NĐ-CP", "DỰ ÁN 06"] {
            assert!(!is_distinctive(term), "{term}");
        }
    }

    /// The findings of each version of a text, each an edit of the one before, and the same as in a whole run.
    fn findings_of(versions: &[&str]) -> Vec<Vec<Code>> {
        let catalogue = Catalogue::of(std::iter::empty()).unwrap();
        let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
        let code = Code::UnusedShortName;
        let rules = std::iter::once((code.as_str().to_owned(), Some(code.rule().severity))).collect();
        let settings = Settings { rules, ..Settings::default() };
        let environment = Environment { catalogue: &catalogue, settings: &settings, epoch: 1 };
        let mut checked = Checked::default();
        let mut document = Document::read("", Format::Plain, &vocabulary);
        let mut old = "";
        let mut found = Vec::new();
        for &new in versions {
            let same = |(a, b): &(char, char)| a == b;
            let length =
                |chars: &mut dyn Iterator<Item = (char, char)>| chars.map(|(a, _)| a.len_utf8()).sum::<usize>();
            let start = length(&mut old.chars().zip(new.chars()).take_while(same));
            let end = length(&mut old[start..].chars().rev().zip(new[start..].chars().rev()).take_while(same));
            let dirty = Dirty { old_start: start, old_end: old.len() - end, new_end: new.len() - end };
            document = Document::updated(Arc::new(document), Rope::from_str(new), dirty);
            let findings = checked.update(&document, &environment, &|| false).unwrap();
            assert_eq!(
                findings,
                check(&Document::read(new, Format::Plain, &vocabulary), &catalogue, &settings),
                "{new}"
            );
            found.push(findings.iter().map(|finding| finding.code).collect());
            old = new;
        }
        found
    }

    #[test]
    fn uses_follow_edits() {
        const DEFINITION: &str = "Chương trình chuyển đổi số (sau đây gọi tắt là Đề án 06) được triển khai.\n\n";
        const USE: &str = "Các cơ quan thực hiện Đề án 06.\n\n";
        const OTHER: &str = "Các cơ quan báo cáo.\n\n";
        let text = |parts: &[&str]| parts.concat();
        let versions = [
            text(&[OTHER, DEFINITION, OTHER]),
            text(&[OTHER, DEFINITION, OTHER, USE]),
            text(&[OTHER, DEFINITION, OTHER, &USE.to_lowercase()]),
            text(&[OTHER, DEFINITION, OTHER]),
            text(&[OTHER, USE, DEFINITION, OTHER]),
            text(&[USE, OTHER, OTHER, DEFINITION]),
            text(&[USE, OTHER, OTHER]),
            text(&[USE, DEFINITION, OTHER, USE]),
            text(&[DEFINITION, OTHER, USE]),
        ];
        let unused = vec![Code::UnusedShortName];
        let before = vec![Code::ShortNameBeforeDefinition];
        let none = Vec::new();
        let expected = [&unused, &none, &none, &unused, &before, &before, &none, &before, &none].map(Clone::clone);
        assert_eq!(findings_of(&versions.each_ref().map(String::as_str)), expected);
    }
}

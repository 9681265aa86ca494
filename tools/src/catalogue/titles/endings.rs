//! How titles end, learnt from those that good sources give whole.

use super::super::builder::InstrumentBuilder;
use super::super::claims::Rank;
use rustc_hash::FxHashMap;
use viendan::text::fold;

/// How many titles end with some words, and how many go on after them.
type Count = (u32, u32);

/// How titles end: learnt from those that good sources give whole.
#[derive(Default)]
pub struct Endings {
    /// By the last three, two words, and the last one.
    last: [FxHashMap<String, Count>; 3],
    /// By the first words, up to [`OPENING`] of them.
    first: FxHashMap<String, Count>,
    /// Words in capitals.
    capitals: FxHashMap<String, u32>,
}

/// Of as many words the beginning of a title is looked up.
const OPENING: usize = 8;

/// From as many letters on titles are cut by lists.
const LONG: usize = 200;

/// Hardly a title has no more words.
const SHORT: usize = 5;

impl Endings {
    pub fn learn(all: &[InstrumentBuilder]) -> Self {
        let mut endings = Self::default();
        for claim in all.iter().flat_map(|b| &b.title.0).filter(|c| c.rank <= Rank::Official) {
            endings.add(&claim.value);
        }
        endings
    }

    fn add(&mut self, title: &str) {
        let folded = fold::words(title);
        let words: Vec<&str> = folded.split(' ').collect();
        for at in 0..words.len() {
            let ends = at + 1 == words.len();
            let count = |known: &mut Count| if ends { known.0 += 1 } else { known.1 += 1 };
            for (known, before) in self.last.iter_mut().zip([2, 1, 0]) {
                if at >= before {
                    count(known.entry(words[at - before..=at].join(" ")).or_default());
                }
            }
            if at < OPENING {
                count(self.first.entry(words[..=at].join(" ")).or_default());
            }
        }
        for word in capitals(title) {
            *self.capitals.entry(word.to_owned()).or_default() += 1;
        }
    }

    /// Whether a title ends where titles do not end: "… xử phạt vi phạm hành", "… mức lương tối thiểu đối với người lao", or is
    /// no more than the beginning of several: "Quy định về điều kiện".
    pub fn is_cut(&self, title: &str) -> bool {
        let folded = fold::words(title);
        let words: Vec<&str> = folded.split(' ').collect();
        let tail = |n: usize| words[words.len().saturating_sub(n)..].join(" ");
        let of = |known: &FxHashMap<String, Count>, text: &str| known.get(text).copied().unwrap_or_default();
        let [triples, pairs, singles] = &self.last;
        let never = |(ends, goes): Count, often: u32| ends == 0 && goes >= often;
        let pair = of(pairs, &tail(2));
        let (ends, goes) = of(singles, &tail(1));
        // A list that keeps so many letters of a title cuts it within a word.
        let is_word = title.ends_with(char::is_alphabetic);
        let is_cut_by_length = title.chars().count() >= LONG && is_word && pair == (0, 0) && ends == 0;
        is_cut_by_length
            || never(of(triples, &tail(3)), 10)
            || never(pair, 3)
            || never((ends, goes), 8)
            || (pair.0 == 0 && goes >= 40 && ends * 60 <= goes)
            || never(of(&self.first, &folded), if words.len() <= SHORT { 1 } else { 3 })
    }

    /// "… của mạng lưới tư vấn cho DNNVV": whoever cites shortens, the act itself doesn't.
    pub fn is_abbreviated(&self, title: &str) -> bool {
        capitals(title).any(|word| !self.capitals.contains_key(word))
    }
}

/// The words of a title in capitals, but for parts of numbers and Roman numerals.
fn capitals(title: &str) -> impl Iterator<Item = &str> {
    title.split([' ', ',', ';', '(', ')', '“', '”', '"', '.']).filter(|word| {
        word.chars().count() > 2
            && word.chars().all(char::is_uppercase)
            && !word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_ends_where_titles_go_on_is_cut() {
        let mut endings = Endings::default();
        for field in ["đất đai", "y tế", "giao thông", "văn hóa"] {
            endings.add(&format!("Quy định xử phạt vi phạm hành chính trong lĩnh vực {field}"));
        }
        assert!(endings.is_cut("Quy định về xử phạt vi phạm hành"));
        assert!(!endings.is_cut("Quy định xử phạt vi phạm hành chính trong lĩnh vực y tế"));
        assert!(!endings.is_cut("Về việc công bố từ chưa gặp"), "nothing is known of it");
        assert!(endings.is_cut("Quy định xử phạt"), "the beginning of several");
    }

    #[test]
    fn a_word_in_capitals_that_no_title_has_is_whoever_cites_s_own() {
        let mut endings = Endings::default();
        endings.add("Quy định thông báo kết quả xét nghiệm HIV dương tính");
        assert!(!endings.is_abbreviated("Hướng dẫn xét nghiệm HIV"));
        assert!(endings.is_abbreviated("Quy định cơ chế tài chính của KBNN"));
        assert!(!endings.is_abbreviated("Sửa đổi Thông tư số 10/2019/TT-BYT"));
    }
}

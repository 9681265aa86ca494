//! Slips of the pen in titles: letters that a scanner took for others ("quản lỷ", "đỉều"), words that lost their blank
//! ("sungkhoản"), small words that stand twice. What a word should be is learnt from all titles: the one of the same letters that
//! others have between the same neighbours.

use super::Report;
use super::builder::Builders;
use super::claims::Rank;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use viendan::catalogue::normalise;
use viendan::text::fold;
use viendan::text::syllable::is_syllable;

/// Mends the titles of all sources. One that keeps a word that cannot be is confirmed by nobody.
pub fn mend(builders: &mut Builders, report: &mut Report) {
    let words = Words::learn(builders);
    for builder in &mut builders.all {
        let own: FxHashSet<String> = builder.title.0.iter().flat_map(|c| pairs(&c.value)).collect();
        for claim in &mut builder.title.0 {
            let mended = words.mended(&claim.value, &own);
            if mended != claim.value {
                report.count("misspelt titles that were mended");
                claim.value = mended;
            }
            if claim.rank.confirms() && !normalise::misspelt(&claim.value).is_empty() {
                report.count("titles that nobody confirms since they are misspelt");
                claim.rank = Rank::List;
            }
        }
    }
}

/// How many instruments have a word, or two words one after the other, in a title.
#[derive(Default)]
struct Words {
    single: FxHashMap<String, u32>,
    pair: FxHashMap<String, u32>,
    /// The words of the same letters, without their marks.
    alike: FxHashMap<String, Vec<String>>,
}

/// So many other titles must have a word between the same neighbours before it takes the place of another.
const ENOUGH: u32 = 8;
/// As many where the word that stands there cannot be one.
const ENOUGH_FOR_NONE: u32 = 2;

/// A word that so few titles have may be none.
const RARE: u32 = 2;

/// As many more than have the word that stands there.
const OUTWEIGHED: u32 = 20;

/// Rare words that are right, though another of the same letters is more frequent.
const KEPT: [&str; 6] = ["tầu", "lào", "cộng", "hằng", "lí", "kí"];

/// What stays in small letters where a title in capitals became a sentence.
const ABBREVIATIONS: [&str; 4] = ["nđ", "qđ", "hđnd", "ubnd"];

impl Words {
    fn learn(builders: &Builders) -> Self {
        let mut words = Self::default();
        for builder in &builders.all {
            let titles = || builder.title.0.iter().map(|c| c.value.as_str());
            let single: FxHashSet<String> = titles()
                .flat_map(|t| tokens(t).into_iter().map(|at| fold::syllable(&t[at])).collect::<Vec<_>>())
                .collect();
            single.into_iter().for_each(|word| *words.single.entry(word).or_default() += 1);
            let pair: FxHashSet<String> = titles().flat_map(pairs).collect();
            pair.into_iter().for_each(|pair| *words.pair.entry(pair).or_default() += 1);
        }
        let mut single: Vec<&String> = words.single.keys().collect();
        single.sort();
        for word in single {
            words.alike.entry(letters(word)).or_default().push(word.clone());
        }
        words
    }

    /// A title with its slips mended; `own` are the pairs of words of its instrument, which don't speak for themselves.
    fn mended(&self, title: &str, own: &FxHashSet<String>) -> String {
        let title = without_doubled(title);
        let at = tokens(&title);
        let folded: Vec<String> = at.iter().map(|at| fold::syllable(&title[at.clone()])).collect();
        let mut out = String::with_capacity(title.len());
        let mut from = 0;
        let mut last: Option<String> = None;
        for n in 0..at.len() {
            // A neighbour that cannot be tells nothing.
            let beside = |b: usize| Some(folded[b].as_str()).filter(|_| !cannot_be(&title[at[b].clone()]));
            let is_beside = |b: usize| is_blank(&title[at[b].end..at[b + 1].start]);
            let mended = last.take();
            let before =
                n.checked_sub(1).filter(|&b| is_beside(b)).and_then(|b| mended.as_deref().or_else(|| beside(b)));
            let after = Some(n + 1).filter(|&a| a < at.len() && is_beside(n)).and_then(beside);
            let word = &title[at[n].clone()];
            // "Cô-oét": a part of a name.
            let is_part = title[..at[n].start].ends_with('-') || title[at[n].end..].starts_with('-');
            if is_part && !ABBREVIATIONS.contains(&word) {
                continue;
            }
            if let Some(instead) = self.instead(word, &folded[n], (before, after), own) {
                out.push_str(&title[from..at[n].start]);
                out.push_str(&instead);
                from = at[n].end;
                last = Some(fold::syllable(&instead)).filter(|word| !word.contains(' '));
            }
        }
        out.push_str(&title[from..]);
        out
    }

    /// What a word between two others should be, if that is another.
    fn instead(
        &self,
        word: &str,
        folded: &str,
        (before, after): (Option<&str>, Option<&str>),
        own: &FxHashSet<String>,
    ) -> Option<String> {
        let is_capitals = word.chars().all(char::is_uppercase);
        if word.chars().nth(1).is_none() || is_capitals || KEPT.contains(&folded) {
            return None;
        }
        if ABBREVIATIONS.contains(&word) {
            return Some(word.to_uppercase());
        }
        let of_others = |pair: String| {
            let known = self.pair.get(&pair).copied().unwrap_or_default();
            known.saturating_sub(u32::from(own.contains(&pair)))
        };
        // By how many titles a word is backed on each side.
        let backed = |word: &str| -> [Option<u32>; 2] {
            [before.map(|b| of_others(format!("{b} {word}"))), after.map(|a| of_others(format!("{word} {a}")))]
        };
        let least = |sides: [Option<u32>; 2]| sides.into_iter().flatten().min().unwrap_or_default();
        let most = |sides: [Option<u32>; 2]| sides.into_iter().flatten().max().unwrap_or_default();
        let cannot_be = cannot_be(word);
        let own_backing = most(backed(folded));
        // "hướn dẫn": a syllable, but hardly anybody has it.
        let is_unknown = own_backing == 0 && self.single.get(folded).is_none_or(|all| *all <= RARE);
        // "Iượng": a small L that was taken for a capital I.
        let unlike_i = word.strip_prefix('I').map(|rest| fold::syllable(&format!("l{rest}")));
        let alike = self.alike.get(&letters(folded)).into_iter().flatten().cloned();
        let best = alike
            .chain(unlike_i)
            .chain(if cannot_be || is_unknown { self.near(folded) } else { Vec::new() })
            .filter(|other| other != folded && is_syllable(other))
            .map(|other| (least(backed(&other)), most(backed(&other)), other))
            .max();
        let is_sure = |count: u32, most: u32, other: &str| match (before, after) {
            _ if cannot_be => count >= ENOUGH_FOR_NONE || (most >= ENOUGH && letters(other) == letters(folded)),
            _ if count < own_backing * OUTWEIGHED => false,
            (Some(_), Some(_)) => count >= ENOUGH,
            // With one neighbour only, hardly another word may stand beside it: "khẩn cấp", not "không dùng".
            (Some(beside), None) | (None, Some(beside)) => {
                let all = self.single.get(beside).copied().unwrap_or_default();
                count >= ENOUGH && count * 3 >= all
            }
            (None, None) => false,
        };
        if let Some((_, _, other)) = best.filter(|(least, most, other)| is_sure(*least, *most, other)) {
            let is_first = word.chars().next().is_some_and(char::is_uppercase) && !word.starts_with('I');
            return Some(if is_first { fold::first_capital(&other) } else { other });
        }
        cannot_be.then(|| self.parted(word)).flatten()
    }

    /// Words with one letter more, less or another, for one that cannot be: "ngiệp", "pbát".
    fn near(&self, folded: &str) -> Vec<String> {
        let word: Vec<char> = folded.chars().collect();
        let mut near: Vec<String> = Vec::new();
        for known in self.single.keys() {
            let other: Vec<char> = known.chars().collect();
            if other.len().abs_diff(word.len()) > 1 || *known == folded {
                continue;
            }
            let same_front = word.iter().zip(&other).take_while(|(a, b)| a == b).count();
            let same_back = word.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
            if same_front + same_back + 1 >= word.len().max(other.len()) {
                near.push(known.clone());
            }
        }
        near.sort();
        near
    }

    /// "sungkhoản", "BTCngày", "trongquảnlý": words that lost their blanks.
    fn parted(&self, word: &str) -> Option<String> {
        let count = |word: &str| self.single.get(&fold::syllable(word)).copied().unwrap_or_default();
        let is_common = |word: &str| is_syllable(word) && count(word) >= ENOUGH;
        let splits = word.char_indices().map(|(at, _)| at).skip(1);
        let both = |(a, b): (&str, &str)| -> Option<(u32, String)> {
            // "đểi" is no "để i".
            if a.chars().nth(1).is_none() || b.chars().nth(1).is_none() {
                return None;
            }
            if !(is_common(a) || a.len() > 1 && a.chars().all(char::is_uppercase)) {
                return None;
            }
            if is_common(b) {
                let pair = format!("{} {}", fold::syllable(a), fold::syllable(b));
                return Some((self.pair.get(&pair).copied().unwrap_or_default(), format!("{a} {b}")));
            }
            let rest = (!is_syllable(b)).then(|| self.parted(b)).flatten()?;
            Some((0, format!("{a} {rest}")))
        };
        splits.filter_map(|at| both(word.split_at(at))).max().map(|(_, parted)| parted)
    }
}

/// Whether a word is none of the language.
fn cannot_be(word: &str) -> bool {
    !normalise::misspelt(word).is_empty()
}

/// Runs of letters.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                all.push(start..at);
                from = None;
            }
            _ => {}
        }
    }
    all
}

fn is_blank(text: &str) -> bool {
    text == " " || text == ", "
}

/// Words that stand beside each other, folded.
fn pairs(title: &str) -> Vec<String> {
    let at = tokens(title);
    at.windows(2)
        .filter(|w| is_blank(&title[w[0].end..w[1].start]))
        .map(|w| format!("{} {}", fold::syllable(&title[w[0].clone()]), fold::syllable(&title[w[1].clone()])))
        .collect()
}

/// A word without its marks.
fn letters(word: &str) -> String {
    word.nfd().filter(|c| c.is_alphabetic()).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// "của của": a small word that stands twice; "Quy định quy định": an opening that does.
fn without_doubled(title: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let all: Vec<&str> = title.split(' ').collect();
    let is_opened_twice = matches!(all[..], [a, b, c, d, ..] if fold::syllable(a) == fold::syllable(c) && fold::syllable(b) == fold::syllable(d));
    if is_opened_twice {
        words.extend(&all[..2]);
    }
    for word in all.into_iter().skip(if is_opened_twice { 4 } else { 0 }) {
        let is_doubled = words.last().is_some_and(|last| *last == word) && normalise::is_small_word(word);
        if !is_doubled {
            words.push(word);
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let mut builders = Builders::default();
        for field in ["đất đai", "thuế", "giá", "hải quan", "xăng dầu", "y tế", "báo chí", "xuất bản", "đo lường"]
        {
            for title in [
                format!("Quy định về công tác quản lý nhà nước trong lĩnh vực {field}"),
                format!("Sửa đổi, bổ sung khoản 1 của Thông tư về {field}"),
                format!("Quy định hàm lượng chất trong sản phẩm {field}"),
            ] {
                let mut builder = super::super::builder::InstrumentBuilder::new(None);
                builder.title.add(Some(title), Rank::Codified, "");
                builders.all.push(builder);
            }
        }
        Words::learn(&builders)
    }

    #[test]
    fn a_word_gives_way_to_the_one_that_others_have_in_its_place() {
        let words = words();
        for (title, expected) in [
            ("Quy định về công tác quản lỷ nhà nước", "Quy định về công tác quản lý nhà nước"),
            ("Quy định về quản lý nhà nưóc trong Iĩnh vực giá", "Quy định về quản lý nhà nước trong lĩnh vực giá"),
            ("Bổ sungkhoản 1 của của Thông tư", "Bổ sung khoản 1 của Thông tư"),
            ("Quỵ định hàm Iượng chất", "Quy định hàm lượng chất"),
            ("Quy định về quản lỷ nhà nưóc trong lĩnhvực giá", "Quy định về quản lý nhà nước trong lĩnh vực giá"),
            (
                "Quy định về công tác quản lý nhà nướn trong lĩnh vực giá",
                "Quy định về công tác quản lý nhà nước trong lĩnh vực giá",
            ),
            ("Quy định quy định về quản lý nhà nước", "Quy định về quản lý nhà nước"),
            // Words that others have elsewhere, and names.
            ("Quy định về quản lý mủ cao su của Bộ Y tế", "Quy định về quản lý mủ cao su của Bộ Y tế"),
            ("Về tỉnh Đắk Lắk", "Về tỉnh Đắk Lắk"),
        ] {
            assert_eq!(words.mended(title, &FxHashSet::default()), expected);
        }
    }
}

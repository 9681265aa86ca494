//! From the chains of a run to canonical paths: what a list shares is distributed from right to left.
//!
//! `điểm a, b khoản 1 và khoản 3 Điều 5` → `điểm a khoản 1 Điều 5`, `điểm b khoản 1 Điều 5`, `khoản 3 Điều 5`.

use crate::cite::{Level, Path};
use crate::law::{LETTERS, letter_index, roman, roman_value};
use smallvec::SmallVec;

/// How a chain is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    None,
    /// "của", "vào": the next unit is larger.
    Of,
    Comma,
    /// "và", "hoặc"
    And,
    Semicolon,
    /// "đến"
    Range,
    /// "vào sau"
    After,
}

/// Units of growing (or falling) size: "điểm a, b" "khoản 1".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    pub groups: Vec<Group>,
    pub join: Join,
}

impl Chain {
    /// "điểm a khoản này" is complete.
    fn is_closed(&self) -> bool {
        self.groups.iter().any(|g| g.labels.iter().any(|l| l.text == "này"))
    }
}

/// One level with its labels: "điểm a, b".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub level: Level,
    pub labels: Vec<Label>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub text: String,
    /// The end of a range that the label before begins.
    pub range: bool,
}

/// A range is expanded to at most so many members; a longer one keeps its two ends.
const LONGEST_RANGE: usize = 400;

/// The paths of a run in the order of the text.
pub fn distribute(chains: &[Chain]) -> Vec<Path> {
    if let [chain] = chains {
        return without_repeats(product(&chain.groups, &[]));
    }
    let chains = merge(chains);
    let mut out: Vec<Vec<Path>> = Vec::with_capacity(chains.len());
    // What a chain may take from its right: the steps of the path that begins the chain there, smallest first.
    let mut right: Vec<(Level, String)> = Vec::new();
    for (n, chain) in chains.iter().enumerate().rev() {
        let top = chain.groups.iter().map(|g| g.level).min().unwrap_or(Level::Article);
        // An article is one of its act whatever chapter it is in: over ";" it takes nothing from the right, and nothing from
        // what is no article ("Điều 21 và Mục 2 Chương III").
        let other = |next: &Chain| next.join == Join::Semicolon || next.groups.iter().all(|g| g.level != top);
        let apart = top <= Level::Article && chains.get(n + 1).is_some_and(other);
        let closed = chain.is_closed();
        let mut shared: Vec<(Level, String)> = if apart || closed {
            Vec::new()
        } else {
            right.iter().filter(|(level, _)| *level < top).cloned().collect()
        };
        // "Điều 5 khoản 1, khoản 2": nothing larger on the right, so the larger unit on the left, in the order that falls.
        if shared.is_empty()
            && !closed
            && top > Level::Article
            && let Some(left) = n.checked_sub(1).map(|l| &chains[l].groups)
            && falls(left)
        {
            shared = steps_of_first(left).into_iter().filter(|(level, _)| *level < top).collect();
        }
        let paths = product(&chain.groups, &shared);
        right = paths.first().map(|p| p.steps.clone()).unwrap_or_default();
        out.push(paths);
    }
    without_repeats(out.into_iter().rev().flatten().collect())
}

/// Of equal paths the first one.
fn without_repeats(mut paths: Vec<Path>) -> Vec<Path> {
    if paths.len() > 1 {
        let mut seen = rustc_hash::FxHashSet::default();
        paths.retain(|path| seen.insert(path.clone()));
    }
    paths
}

/// Ranges over whole units ("Điều 3 đến Điều 9") become labels of one group; commas between levels
/// ("điểm a, khoản 1, Điều 5", "Chương II, Điều 26, khoản 2") are none.
fn merge(chains: &[Chain]) -> Vec<Chain> {
    let mut out: Vec<Chain> = Vec::with_capacity(chains.len());
    for (n, chain) in chains.iter().enumerate() {
        let list_of_articles = out.len() > 1 && out[out.len() - 2].groups.iter().any(|g| g.level == Level::Article);
        let (Some(last), Some(first)) = (out.last_mut(), chain.groups.first()) else {
            out.push(chain.clone());
            continue;
        };
        let before = last.groups.last().map_or(Level::Article, |g| g.level);
        if chain.join == Join::Range && before == first.level {
            let mut groups = chain.groups.clone();
            let mut labels = last.groups.pop().map(|g| g.labels).unwrap_or_default();
            let range = std::mem::take(&mut groups[0].labels);
            labels.extend(range.into_iter().enumerate().map(|(i, l)| Label { range: l.range || i == 0, ..l }));
            groups[0].labels = labels;
            last.groups.extend(groups);
            continue;
        }
        let rises = last.groups.len() < 2 || !falls(&last.groups);
        // "Điều 8, Điều 30, mục III Phụ lục I": a list of articles is not of the section after it.
        let listed = before == Level::Article && list_of_articles && last.groups.len() == 1;
        let up = first.level < before && rises && !falls(&chain.groups) && !listed && !last.is_closed();
        let down = first.level > before
            && chain.groups.len() == 1
            && (last.groups.len() == 1 || falls(&last.groups))
            && !belongs_to_the_right(first.level, &chains[n + 1..])
            && !lists_articles(before, first.level, &chains[n + 1..]);
        if chain.join == Join::Comma && (up || down) {
            last.groups.extend(chain.groups.clone());
        } else {
            out.push(chain.clone());
        }
    }
    out
}

/// Whether a chapter or section and articles are members of one list: "Mục 2, Điều 9, Điều 11". An article is cited with
/// its chapter only where it is alone ("Chương II, Điều 26, khoản 2").
fn lists_articles(before: Level, level: Level, rest: &[Chain]) -> bool {
    before < Level::Article
        && level == Level::Article
        && rest.first().is_some_and(|next| next.join != Join::Semicolon && next.groups.iter().all(|g| g.level == level))
}

/// Whether a unit takes its larger one from the right: "Điều 4, khoản 1, khoản 2 Điều 6".
fn belongs_to_the_right(level: Level, rest: &[Chain]) -> bool {
    let mut smallest = level;
    for chain in rest {
        if chain.groups.iter().any(|g| g.level < level) {
            // "Điều 4, khoản 1, Điều 6" is a list of three whole units.
            return chain.groups.len() > 1 || chain.join == Join::Comma;
        }
        let first = chain.groups.first().map_or(level, |g| g.level);
        if first > smallest && chain.join == Join::Comma && chain.groups.len() == 1 {
            smallest = first;
            continue;
        }
        if first < level {
            return false;
        }
    }
    false
}

/// Whether the groups go from large to small.
fn falls(groups: &[Group]) -> bool {
    groups.len() > 1 && groups[0].level < groups[1].level
}

fn steps_of_first(groups: &[Group]) -> Vec<(Level, String)> {
    let mut steps: Vec<(Level, String)> =
        groups.iter().filter_map(|g| g.labels.first().map(|l| (g.level, l.text.clone()))).collect();
    steps.sort_by_key(|s| std::cmp::Reverse(s.0));
    steps
}

/// Every label of the smallest level with every label of the larger ones, then what is shared.
fn product(groups: &[Group], shared: &[(Level, String)]) -> Vec<Path> {
    let mut ordered: SmallVec<[&Group; 4]> = groups.iter().collect();
    ordered.sort_by_key(|g| std::cmp::Reverse(g.level));
    // Nearly always there is one label of each level.
    if ordered.iter().all(|group| group.labels.len() == 1) {
        let own =
            ordered.iter().flat_map(|group| group.labels.iter().map(move |label| (group.level, label.text.clone())));
        return vec![Path { steps: own.chain(shared.iter().cloned()).collect() }];
    }
    let mut paths: Vec<Path> = vec![Path::default()];
    // From large to small, so that the result reads in the order of the smallest.
    for group in ordered.iter().rev() {
        let labels = expand(group);
        let mut next = Vec::with_capacity(paths.len() * labels.len());
        for path in &paths {
            for label in &labels {
                let mut steps = vec![(group.level, label.clone())];
                steps.extend(path.steps.iter().cloned());
                next.push(Path { steps });
            }
        }
        paths = next;
    }
    for path in &mut paths {
        path.steps.extend(shared.iter().cloned());
    }
    paths
}

/// The labels of a group with its ranges filled in.
fn expand(group: &Group) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(group.labels.len());
    for label in &group.labels {
        if label.range
            && let Some(from) = out.last().cloned()
            && let Some(between) = between(group.level, &from, &label.text)
        {
            out.extend(between);
        }
        out.push(label.text.clone());
    }
    out
}

/// The labels strictly between two: numbers, Roman numerals, letters in Vietnamese order. `None` where the ends are of
/// different kinds or the range is reversed.
fn between(level: Level, from: &str, to: &str) -> Option<Vec<String>> {
    if let (Ok(a), Ok(b)) = (from.parse::<usize>(), to.parse::<usize>()) {
        return (a < b && b - a <= LONGEST_RANGE).then(|| (a + 1..b).map(|n| n.to_string()).collect());
    }
    if matches!(level, Level::Chapter | Level::Part | Level::Section)
        && let (Some(a), Some(b)) = (roman_value(from), roman_value(to))
    {
        return (a < b).then(|| (a + 1..b).filter_map(roman).collect());
    }
    let letter = |text: &str| {
        let mut chars = text.chars();
        chars.next().filter(|_| chars.next().is_none()).and_then(letter_index)
    };
    let (a, b) = (letter(from)?, letter(to)?);
    (a < b).then(|| LETTERS[a + 1..b].iter().map(char::to_string).collect())
}

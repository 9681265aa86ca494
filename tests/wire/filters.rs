//! What three editors leave of a list of completions, and in which order they show it: their own filters, as their sources have
//! them. Each takes the items as they were sent, the line and the cursor (a column in characters), and returns indices of items.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use serde_json::Value;

/// The beginning of what an item replaces, where its edit says one.
fn start(item: &Value) -> usize {
    let edit = &item["textEdit"];
    let range = if edit["range"].is_null() { &edit["insert"] } else { &edit["range"] };
    range["start"]["character"].as_u64().unwrap() as usize
}

fn filter_text(item: &Value) -> &str {
    item["filterText"].as_str().unwrap_or_else(|| item["label"].as_str().unwrap())
}

/// Indices in the order of `sortText`, as VS Code and Neovim bring items into before they match them.
fn sorted(items: &[Value]) -> Vec<usize> {
    let mut all: Vec<usize> = (0..items.len()).collect();
    all.sort_by_key(|&n| items[n]["sortText"].as_str().unwrap().to_lowercase());
    all
}

/// VS Code: the text from the beginning of the edit to the cursor is matched loosely with `filterText`; the order is that of the
/// scores (src/vs/editor/contrib/suggest/browser/completionModel.ts).
pub fn vs_code(items: &[Value], line: &str, cursor: usize) -> Vec<usize> {
    let line: Vec<char> = line.chars().collect();
    let mut scored: Vec<(i64, usize)> = Vec::new();
    for n in sorted(items) {
        let word = &line[start(&items[n])..cursor];
        let from = word.iter().take_while(|c| [' ', '\t'].contains(c)).count();
        if from == word.len() {
            scored.push((-100, n));
        } else if let Some(score) = loose::graceful(word, from, &filter_text(&items[n]).chars().collect::<Vec<_>>()) {
            scored.push((score, n));
        }
    }
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, n)| n).collect()
}

/// Neovim: `filterText` must begin with the text from the beginning of the edits to the cursor; where items begin at several places,
/// with the last word (runtime/lua/vim/lsp/completion.lua).
pub fn neovim(items: &[Value], line: &str, cursor: usize) -> Vec<usize> {
    let line: Vec<char> = line.chars().take(cursor).collect();
    // An edit with two ranges has no `range` there.
    let mut starts: Vec<usize> = items.iter().filter(|item| !item["textEdit"]["range"].is_null()).map(start).collect();
    starts.dedup();
    let last_word = line.iter().rev().take_while(|c| c.is_alphanumeric() || **c == '_').count();
    let from = if let [one] = starts[..] { one } else { line.len() - last_word };
    let prefix: String = line[from..].iter().collect();
    let mut shown = sorted(items);
    if prefix.contains(|c: char| c.is_ascii_alphanumeric()) {
        shown.retain(|&n| filter_text(&items[n]).starts_with(&prefix));
    }
    shown
}

/// Helix: the letters of the last word are matched loosely with `filterText`; the order is that of the scores, and of the list
/// (helix-term/src/ui/completion.rs). Newer versions prefer what begins with them.
pub fn helix(items: &[Value], line: &str, cursor: usize, prefers_prefix: bool) -> Vec<usize> {
    let line: Vec<char> = line.chars().take(cursor).collect();
    let last_word = line.iter().rev().take_while(|c| c.is_alphanumeric() || **c == '_').count();
    let typed: String = line[line.len() - last_word..].iter().collect();
    let mut config = Config::DEFAULT;
    config.prefer_prefix = prefers_prefix;
    let mut matcher = Matcher::new(config);
    let pattern = Atom::new(&typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy, false);
    let mut letters = Vec::new();
    let mut scored: Vec<(u16, usize)> = Vec::new();
    for (n, item) in items.iter().enumerate() {
        scored.extend(pattern.score(Utf32Str::new(filter_text(item), &mut letters), &mut matcher).map(|s| (s, n)));
    }
    scored.sort_by_key(|(score, n)| (std::cmp::Reverse(*score), *n));
    scored.into_iter().map(|(_, n)| n).collect()
}

/// The loose match of VS Code (src/vs/base/common/filters.ts): letters in order, with points for each, more for those in a row,
/// at the beginning and behind separators, fewer for gaps.
mod loose {
    const LONGEST: usize = 128;
    const NEVER: i64 = -(1 << 53);

    /// Also with two letters exchanged, which costs three points.
    pub fn graceful(pattern: &[char], from: usize, word: &[char]) -> Option<i64> {
        let mut best = score(pattern, from, word);
        if pattern.len() >= 3 {
            for at in from + 1..(pattern.len() - 1).min(7) {
                let mut exchanged = pattern.to_vec();
                exchanged.swap(at, at + 1);
                best = best.max(score(&exchanged, from, word).map(|score| score - 3));
            }
        }
        best
    }

    fn low(letters: &[char]) -> Vec<char> {
        letters.iter().map(|c| c.to_lowercase().next().unwrap()).collect()
    }

    fn is_separator(low: &[char], at: Option<usize>) -> bool {
        at.and_then(|at| low.get(at)).is_some_and(|c| "_-. /\\'\":$<>()[]{}".contains(*c))
    }

    fn score(pattern: &[char], from: usize, word: &[char]) -> Option<i64> {
        let (pattern, word) = (&pattern[..pattern.len().min(LONGEST)], &word[..word.len().min(LONGEST)]);
        let (pattern_low, word_low) = (low(pattern), low(word));
        if from >= pattern.len() || pattern.len() - from > word.len() {
            return None;
        }
        // The first and the last place of each letter.
        let (mut first, mut last) = (vec![0; pattern.len()], vec![0; pattern.len()]);
        let mut at = from;
        for (place, letter) in word_low.iter().enumerate() {
            if at < pattern.len() && pattern_low[at] == *letter {
                first[at] = place;
                at += 1;
            }
        }
        if at < pattern.len() {
            return None;
        }
        for (place, letter) in word_low.iter().enumerate().rev() {
            if at > from && pattern_low[at - 1] == *letter {
                at -= 1;
                last[at] = place;
            }
        }
        let (rows, columns) = (pattern.len() - from + 1, word.len() + 2);
        let mut table = vec![vec![0_i64; columns]; rows];
        let mut row_of = vec![vec![0_i64; columns]; rows];
        let mut steps_left = vec![vec![0_usize; columns]; rows];
        let mut strong = false;
        let mut column = 0;
        for (row, at) in (1..).zip(from..pattern.len()) {
            let end = last.get(at + 1).copied().unwrap_or(word.len());
            for place in first[at]..end {
                column = place + 1;
                let points = if place <= last[at] && pattern_low[at] == word_low[place] {
                    letter(pattern[at], at, from, word, &word_low, place, row_of[row - 1][column - 1] == 0, &mut strong)
                } else {
                    NEVER
                };
                let here = points + table[row - 1][column - 1];
                let gap = |column: usize| if row_of[row][column] > 0 { -5 } else { 0 };
                let left = (place > first[at]).then(|| table[row][column - 1] + gap(column - 1));
                let further = (place > first[at] + 1 && row_of[row][column - 1] > 0)
                    .then(|| table[row][column - 2] + gap(column - 2));
                let (value, steps) = match (further, left) {
                    (Some(further), Some(left)) if further >= left && further >= here => (further, 2),
                    (_, Some(left)) if left >= here => (left, 1),
                    _ => (here, 0),
                };
                table[row][column] = value;
                steps_left[row][column] = steps;
                row_of[row][column] = if steps == 0 { row_of[row - 1][column - 1] + 1 } else { 0 };
            }
        }
        if !strong {
            return None;
        }
        let row = rows - 1;
        let mut score = table[row][column];
        let mut matched = column;
        while matched >= 1 && steps_left[row][matched] > 0 {
            matched -= steps_left[row][matched];
        }
        if word.len() == pattern.len() {
            score += 2;
        }
        Some(score - (matched as i64 - pattern.len() as i64))
    }

    #[expect(clippy::too_many_arguments, reason = "as the original has them")]
    fn letter(
        letter: char,
        at: usize,
        from: usize,
        word: &[char],
        word_low: &[char],
        place: usize,
        begins: bool,
        strong: &mut bool,
    ) -> i64 {
        let is_large = |place: usize| word[place] != word_low[place];
        let before = place.checked_sub(1);
        let same = if letter == word[place] { 7 } else { 5 };
        let mut gap = false;
        let mut score = 1;
        if place == at - from {
            score = same;
        } else if is_large(place) && before.is_none_or(|before| !is_large(before)) {
            (score, gap) = (same, true);
        } else if is_separator(word_low, Some(place)) && !is_separator(word_low, before) {
            score = 5;
        } else if is_separator(word_low, before) {
            (score, gap) = (5, true);
        }
        if score > 1 && at == from {
            *strong = true;
        }
        gap = gap || is_large(place) || is_separator(word_low, before);
        if at == from {
            if place > 0 {
                score -= if gap { 3 } else { 5 };
            }
        } else if begins {
            score += if gap { 2 } else { 0 };
        } else {
            score += if gap { 0 } else { 1 };
        }
        if place + 1 == word.len() {
            score -= if gap { 3 } else { 5 };
        }
        score
    }

    #[test]
    fn letters_in_a_row_and_at_the_beginning_are_worth_more() {
        let of = |pattern: &str, word: &str| {
            graceful(&pattern.chars().collect::<Vec<_>>(), 0, &word.chars().collect::<Vec<_>>())
        };
        assert!(of("dat", "dat dai") > of("dat", "luat dat dai"));
        assert!(of("dd", "dat dai") > of("dd", "dat xd"));
        assert_eq!(of("xyz", "dat dai"), None);
        // The first letter must stand at the beginning of a word.
        assert_eq!(of("at", "dat"), None);
    }
}

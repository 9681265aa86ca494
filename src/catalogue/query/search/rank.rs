//! What a query asks for, and how well an instrument matches it.

use crate::catalogue::store::Candidate;
use crate::law::{TypeId, types};
use crate::text::fold;

/// The type and the beginning of a number, where a query is nothing else: "30/2020", "nghi dinh 168", "TT số 80 năm 2021".
pub(super) fn asks_number(query: &str) -> Option<(Option<TypeId>, String)> {
    let at = query.find(|c: char| c.is_ascii_digit())?;
    let before = fold::search(&query[..at]);
    let before = before.strip_suffix("so").filter(|b| b.is_empty() || b.ends_with(' ')).unwrap_or(&before).trim_end();
    let kind = match before {
        "" => None,
        word => {
            let mut named = types().iter().filter(|t| t.catalogue);
            Some(named.find(|t| t.forms().any(|form| fold::search(form) == word))?.id)
        }
    };
    let mut rest = query[at..].split_whitespace();
    let number = rest.next()?;
    let year = match (rest.next(), rest.next(), rest.next()) {
        (None, ..) => return Some((kind, number.to_owned())),
        (Some(year), None, _) => year,
        (Some(word), Some(year), None) if fold::search(word) == "nam" => year,
        _ => return None,
    };
    let plain = number.bytes().all(|b| b.is_ascii_digit()) && year.len() == 4;
    (plain && year.bytes().all(|b| b.is_ascii_digit())).then(|| (kind, format!("{number}/{year}")))
}

/// How well an instrument matches the words: whole words of title and names count most, the same order more, then force
/// and how often it is cited. A type in front asks for that type and is no word of the title.
pub(super) fn score(tokens: &[Vec<&str>], query: &str, i: &Candidate) -> u32 {
    let title = i.title.as_deref().map(fold::search).unwrap_or_default();
    let number = i.number.as_deref().map(fold::search).unwrap_or_default();
    let names: Vec<String> = i.aliases.iter().map(|a| fold::search(a)).collect();
    let kind = fold::search(i.kind.as_str());
    let mut score = 1000;
    let mut rest = query;
    let mut words = tokens;
    if let Some(after) = query.strip_prefix(&kind).filter(|a| a.is_empty() || a.starts_with(' ')) {
        score += 300;
        // The name of a law holds its type.
        if !title.starts_with(&kind) {
            rest = after.trim_start();
            words = &tokens[kind.split(' ').count().min(tokens.len())..];
        }
    }
    for forms in words {
        let of = |text: &str| {
            text.split(' ')
                .map(
                    |word| if forms.contains(&word) { 3 } else { u32::from(forms.iter().any(|f| word.starts_with(f))) },
                )
                .max()
                .unwrap_or_default()
        };
        score += 20 * of(&title) + 25 * of(&number) + 10 * names.iter().map(|n| of(n)).max().unwrap_or_default();
    }
    let plain = title.strip_prefix("ve ").unwrap_or(&title);
    if !rest.is_empty() {
        if plain == rest || names.iter().any(|n| n == rest) {
            score += 600;
        } else if plain.starts_with(rest) {
            score += 250;
        } else if title.contains(rest) {
            score += 150;
        }
    }
    // Of two that match equally the shorter title says it more directly.
    score += 120u32.saturating_sub(title.len() as u32 / 2);
    score += (f64::from(i.cited) + 1.0).log2() as u32 * 15;
    score += u32::from(i.year.unwrap_or(1945)).saturating_sub(1945);
    if i.expired { score.saturating_sub(300) } else { score }
}

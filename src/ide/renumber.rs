//! Units of the draft get other numbers, and every reference of the draft to them with them. References to other acts, what is
//! quoted, and the words of acts that the draft amends stay as they are.

use super::units::Units;
use crate::check::Edit;
use crate::cite::ItemLevel;
use crate::document::Document;
use crate::law::{LETTERS, letter_index};
use crate::text::Span;
use crate::text::numerals::{roman, roman_value};
use std::collections::BTreeMap;

/// New labels of units, by their index in the outline.
pub type Labels = BTreeMap<usize, String>;

/// The edits that give units other labels, in their headings and in all references. In the order of the text.
pub fn edits(document: &Document, labels: &Labels) -> Vec<Edit> {
    let units = Units::of(document);
    let mut edits: Vec<Edit> = Vec::new();
    for (&unit, label) in labels {
        if let Some(span) = units.label(unit) {
            edits.push(Edit { span, text: label.clone() });
        }
    }
    for placed in document.mentions() {
        let Some(run) = placed.mention.provision() else { continue };
        for (span, unit) in units.referred(&placed, run) {
            // "Điều này" is written the same whatever its number.
            if let Some(label) = labels.get(&unit)
                && document.slice(span) != "này"
            {
                edits.push(Edit { span, text: label.clone() });
            }
        }
    }
    edits.retain(|edit| document.slice(edit.span) != edit.text);
    edits.sort_by_key(|edit| edit.span);
    edits.dedup();
    edits
}

/// The labels of a unit and those after it of its rank, counted on from the one before it: what "renumber from here" gives.
/// Only those that change.
pub fn counted_on(document: &Document, unit: usize) -> Labels {
    let units = Units::of(document);
    let siblings = siblings(&units, document, unit);
    let level = units.all()[unit].level;
    let Some(at) = siblings.iter().position(|&n| n == unit) else { return Labels::new() };
    let before = at.checked_sub(1).and_then(|before| number(level, &units.all()[siblings[before]].label));
    let Some(first) = before.map(|(n, _)| n + 1).or_else(|| number(level, &units.all()[unit].label).map(|(n, _)| n))
    else {
        return Labels::new();
    };
    let numbered = siblings[at..].iter().zip(first..);
    numbered
        .filter_map(|(&n, value)| Some((n, label(level, value, &units.all()[n].label)?)))
        .filter(|(n, label)| units.all()[*n].label != *label)
        .collect()
}

/// The labels of a unit and those after it when the unit gets another number: those that would have the same number move on,
/// each as far as it must. `None` where a unit before it has the number, or it is no number of the level.
pub fn moved_to(document: &Document, unit: usize, new: &str) -> Option<Labels> {
    let units = Units::of(document);
    let (level, old) = (units.all()[unit].level, &units.all()[unit].label);
    let (wanted, suffix) = number(level, new)?;
    let new = if suffix.is_empty() { label(level, wanted, old)? } else { new.to_owned() };
    let siblings = siblings(&units, document, unit);
    let at = siblings.iter().position(|&n| n == unit)?;
    let has = |n: usize, label: &str| units.all()[n].label.eq_ignore_ascii_case(label);
    let mut labels = Labels::from([(unit, new.clone())]);
    if siblings[..at].iter().any(|&n| has(n, &new)) {
        return None;
    }
    if !suffix.is_empty() {
        return siblings[at + 1..].iter().all(|&n| !has(n, &new)).then_some(labels);
    }
    // Those behind it move on as long as one would have a number that is taken.
    let mut last = wanted;
    let is_taken = siblings[at + 1..].iter().any(|&n| has(n, &new));
    for &n in siblings[at + 1..].iter().filter(|_| is_taken) {
        match number(level, &units.all()[n].label) {
            Some((value, "")) if value <= last => {
                last += 1;
                labels.insert(n, label(level, last, &units.all()[n].label)?);
            }
            Some((_, "")) => break,
            _ => {}
        }
    }
    Some(labels)
}

/// The labels of the units after a place where one more of the level is put in, and the label of the new one.
pub fn with_one_more_after(document: &Document, unit: usize) -> Option<(String, Labels)> {
    let units = Units::of(document);
    let level = units.all()[unit].level;
    let (own, _) = number(level, &units.all()[unit].label)?;
    let new = label(level, own + 1, &units.all()[unit].label)?;
    let siblings = siblings(&units, document, unit);
    let at = siblings.iter().position(|&n| n == unit)?;
    let mut labels = Labels::new();
    let mut last = own + 1;
    for &n in &siblings[at + 1..] {
        match number(level, &units.all()[n].label) {
            Some((value, "")) if value <= last => {
                last += 1;
                labels.insert(n, label(level, last, &units.all()[n].label)?);
            }
            Some((_, "")) => break,
            _ => {}
        }
    }
    Some((new, labels))
}

/// The units that are counted with one, in the order of the text: articles through the whole part of the draft, chapters under
/// the same part, clauses and points under the same unit.
pub fn siblings(units: &Units<'_>, document: &Document, unit: usize) -> Vec<usize> {
    let all = units.all();
    let body_end = document.body_end();
    let in_body = |n: usize| all[n].span.start < body_end;
    let is_sibling = |n: &usize| {
        all[*n].level == all[unit].level
            && in_body(*n) == in_body(unit)
            && (all[unit].level == ItemLevel::Article || all[*n].parent == all[unit].parent)
    };
    (0..all.len()).filter(is_sibling).collect()
}

/// A label as it may be typed for a unit of a level: "7", "Điều 7.", "điểm đ" → "7", "7", "đ". `None` where it is none.
pub fn typed_label(level: ItemLevel, typed: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches(['.', ')', ':', ' ']);
    let word = level.word().to_lowercase();
    let lower = typed.to_lowercase();
    let rest = match lower.strip_prefix(&word) {
        // Lower case of these words is as long as they are.
        Some(rest) if rest.starts_with(' ') => typed.get(typed.len() - rest.len()..)?.trim(),
        _ => typed,
    };
    let label = if level >= ItemLevel::Article { rest.to_lowercase() } else { rest.to_uppercase() };
    let (_, suffix) = number(level, &label)?;
    let is_suffix = match level {
        ItemLevel::Article | ItemLevel::Clause => {
            suffix.chars().all(char::is_alphanumeric) && suffix.chars().count() <= 2
        }
        ItemLevel::Point => suffix.bytes().all(|b| b.is_ascii_digit()),
        _ => suffix.is_empty(),
    };
    is_suffix.then_some(label)
}

/// The number of a label and what is behind it: (5, "a") of "5a", (5, "") of "đ" as a point, (3, "") of "III".
fn number(level: ItemLevel, label: &str) -> Option<(u32, &str)> {
    if level == ItemLevel::Point {
        let first = label.chars().next()?;
        return Some((u32::try_from(letter_index(first)?).ok()? + 1, &label[first.len_utf8()..]));
    }
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Some((label[..digits].parse().ok()?, &label[digits..]));
    }
    (level < ItemLevel::Article).then(|| roman_value(label)).flatten().map(|value| (value, ""))
}

/// A number as a label like another one.
fn label(level: ItemLevel, value: u32, like: &str) -> Option<String> {
    if level == ItemLevel::Point {
        return LETTERS.get(usize::try_from(value).ok()?.checked_sub(1)?).map(char::to_string);
    }
    if roman_value(like).is_some() && level < ItemLevel::Article { roman(value) } else { Some(value.to_string()) }
}

/// Where a unit that is put in after another one begins: after the last line of that one.
pub fn place_after(document: &Document, unit: usize) -> Span {
    let end = Units::of(document).extent(unit).end;
    Span::new(end, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document};

    fn applied(text: &str, edits: &[Edit]) -> String {
        let mut out = text.to_owned();
        for edit in edits.iter().rev() {
            out.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        out
    }

    const TEXT: &str = "NGHỊ ĐỊNH\nĐiều 1. Một\n1. Hai.\n2. Theo khoản 1 Điều này và Điều 3 Nghị định này.\nĐiều 2. Ba\nTheo khoản 2 Điều 1, Điều 3 và Điều 2 Nghị định số 30/2020/NĐ-CP.\nĐiều 3. Bốn\na) Năm tại các điều 1, 2 và 3 Nghị định này;\nb) Sáu theo điểm a Điều này.|\n";

    #[test]
    fn a_moved_unit_takes_those_after_it_and_all_references_along() {
        let c = catalogue();
        let (document, _) = document(TEXT, &c);
        let text = TEXT.replace('|', "");
        let article = document.outline().article("2").unwrap();
        let labels = moved_to(&document, article, "3").unwrap();
        let new = applied(&text, &edits(&document, &labels));
        let expected = text
            .replace("Điều 3. Bốn", "Điều 4. Bốn")
            .replace("Điều 2. Ba", "Điều 3. Ba")
            .replace("và Điều 3 Nghị định này", "và Điều 4 Nghị định này")
            .replace("1, 2 và 3 Nghị định này", "1, 3 và 4 Nghị định này");
        assert_eq!(new, expected);
        assert_eq!(moved_to(&document, article, "1"), None);
        // A free number moves nobody.
        assert_eq!(moved_to(&document, article, "9").unwrap().len(), 1);
        assert_eq!(moved_to(&document, article, "2a").unwrap(), Labels::from([(article, "2a".to_owned())]));
    }

    #[test]
    fn units_are_counted_on_from_the_one_before() {
        let c = catalogue();
        let text = "NGHỊ ĐỊNH\nĐiều 1. Một\nĐiều 3. Hai\nĐiều 7. Ba theo Điều 3 Nghị định này|\n";
        let (document, _) = document(text, &c);
        let labels = counted_on(&document, document.outline().article("3").unwrap());
        let new = applied(&text.replace('|', ""), &edits(&document, &labels));
        assert_eq!(new, "NGHỊ ĐỊNH\nĐiều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba theo Điều 2 Nghị định này\n");
    }

    #[test]
    fn labels_are_taken_as_they_are_typed() {
        for (level, typed, label) in [
            (ItemLevel::Article, "7", Some("7")),
            (ItemLevel::Article, "Điều 7.", Some("7")),
            (ItemLevel::Article, "7A", Some("7a")),
            (ItemLevel::Article, "bảy", None),
            (ItemLevel::Article, "", None),
            (ItemLevel::Point, "điểm đ)", Some("đ")),
            (ItemLevel::Point, "f", None),
            (ItemLevel::Chapter, "iv", Some("IV")),
        ] {
            assert_eq!(typed_label(level, typed).as_deref(), label, "{typed}");
        }
    }

    #[test]
    fn one_more_is_put_in() {
        let c = catalogue();
        let (document, _) = document(TEXT, &c);
        let (label, labels) = with_one_more_after(&document, document.outline().article("1").unwrap()).unwrap();
        assert_eq!((label.as_str(), labels.len()), ("2", 2));
    }
}

//! The parts of letters, plans and reports, which are cited as "mục 2 Công văn này", "điểm a khoản này", and the sections and chapters
//! of acts.

use super::units::{Missing, Units, last};
use crate::cite::{Level, Path};
use crate::law::{letter_index, roman, roman_value};

/// The section or chapter that the draft does not have, and the last one that it has: "Mục VI Kế hoạch này" in a plan with
/// three.
pub fn missing_section(units: &Units<'_>, at: usize, path: &Path) -> Option<Missing> {
    if let Some(item) = missing_item(units, path).or_else(|| missing_in_chapter(units, path)) {
        return Some(item);
    }
    if let Some(point) = missing_point(units, path) {
        return Some(point);
    }
    if let Some(item) = missing_number(units, path).or_else(|| missing_here(units, at, path)) {
        return Some(item);
    }
    let (level, label) = path.steps.last()?;
    let number = roman_value(label)?;
    let last = if units.outline.articles().next().is_none() {
        units.last_section.filter(|_| matches!(level, Level::Part | Level::Section))?
    } else if *level == Level::Chapter {
        let chapters: Vec<u32> = units
            .outline
            .units
            .iter()
            .filter(|u| u.level == Level::Chapter)
            .filter_map(|u| roman_value(&u.label))
            .collect();
        chapters.last().copied().filter(|last| *last >= 2 && chapters.iter().zip(1..).all(|(label, n)| *label == n))?
    } else {
        return None;
    };
    (number > last).then(|| ((*level, label.clone()), roman(last)))
}

/// The section of a chapter that the draft does not have: "Mục 3 Chương II Nghị định này" where the chapter has two sections or
/// none.
fn missing_in_chapter(units: &Units<'_>, path: &Path) -> Option<Missing> {
    let (_, chapter) = path.steps.iter().find(|(level, _)| *level == Level::Chapter)?;
    let (level, label) = path.steps.iter().find(|(level, _)| *level == Level::Section)?;
    let number: u32 = label.parse().ok()?;
    let mut chapters = (0..units.outline.units.len())
        .filter(|i| units.outline.units[*i].level == Level::Chapter && units.outline.units[*i].label == *chapter);
    let (chapter, None) = (chapters.next()?, chapters.next()) else { return None };
    let sections = units.within(chapter, Level::Section);
    if sections.is_empty() {
        return units.closed.then(|| ((*level, label.clone()), None));
    }
    let last = last(units.outline, sections)?;
    (number > last).then(|| ((*level, label.clone()), Some(last.to_string())))
}

/// The numbered part that a letter or plan without sections and articles does not have, and its last one: "mục 7 Công văn này"
/// where the parts count from 1 to 4.
fn missing_number(units: &Units<'_>, path: &Path) -> Option<Missing> {
    let [(level @ (Level::Section | Level::Part), label)] = path.steps.as_slice() else { return None };
    let number: u32 = label.parse().ok()?;
    if units.outline.articles().next().is_some() || !units.sections.is_empty() {
        return None;
    }
    let parts: Vec<usize> =
        (0..units.outline.units.len()).filter(|i| units.outline.units[*i].level == Level::Clause).collect();
    let last = last(units.outline, &parts).filter(|last| *last >= 2)?;
    (number > last).then(|| ((*level, label.clone()), Some(last.to_string())))
}

/// The item of a section that the draft does not have, and the last one that the section has: "mục 7 phần II Kế hoạch này". The
/// items of the section must count from 1.
fn missing_item(units: &Units<'_>, path: &Path) -> Option<Missing> {
    let is_roman = |label: &str| roman_value(label).is_some();
    let (_, section) = path.steps.iter().find(|(level, label)| *level < Level::Article && is_roman(label))?;
    let (level, label) =
        path.steps.iter().find(|(level, label)| matches!(level, Level::Section | Level::Clause) && !is_roman(label))?;
    let (number, section) = (label.parse::<u32>().ok()?, roman_value(section)?);
    units.last_section.filter(|last| section <= *last && units.outline.articles().next().is_none())?;
    let from = *units.sections.get(section as usize - 1)?;
    let until = units.sections.get(section as usize).copied().unwrap_or(usize::MAX);
    let is_item = |i: &usize| {
        let unit = &units.outline.units[*i];
        unit.level == Level::Clause && (from..until).contains(&unit.span.start)
    };
    let items: Vec<usize> = (0..units.outline.units.len()).filter(is_item).collect();
    let last = last(units.outline, &items).filter(|last| *last >= 2)?;
    (number > last).then(|| ((*level, label.clone()), Some(last.to_string())))
}

/// The point or item that the part around a reference, or a numbered part of a letter, does not have: "điểm d mục này", "điểm c
/// khoản này", "khoản 4 Mục này", "điểm c mục 2 Công văn này".
fn missing_here(units: &Units<'_>, at: usize, path: &Path) -> Option<Missing> {
    if units.outline.articles().next().is_some() {
        return None;
    }
    let [(level, label), (outer, parent)] = path.steps.as_slice() else { return None };
    let parts = || (0..units.outline.units.len()).filter(|i| units.outline.units[*i].level == Level::Clause);
    if *level == Level::Clause {
        // "khoản 4 Mục này": of the section with a Roman numeral.
        let section = units.sections.partition_point(|start| *start <= at).checked_sub(1)?;
        units.last_section.filter(|_| parent == "này" && *outer == Level::Section)?;
        let from = units.sections[section];
        let until = units.sections.get(section + 1).copied().unwrap_or(usize::MAX);
        let items: Vec<usize> =
            parts().filter(|i| (from..until).contains(&units.outline.units[*i].span.start)).collect();
        let last = last(units.outline, &items).filter(|last| *last >= 2)?;
        return (label.parse::<u32>().ok()? > last).then(|| ((*level, label.clone()), Some(last.to_string())));
    }
    let is_part = *outer == Level::Clause || units.sections.is_empty();
    if *level != Level::Point || !is_part {
        return None;
    }
    let part = if parent == "này" {
        units.outline.at(at, Level::Clause)?
    } else {
        let all: Vec<usize> = parts().collect();
        last(units.outline, &all)?;
        all.into_iter().find(|i| units.outline.units[*i].label == *parent)?
    };
    beyond_points(units, part, label)
}

/// The point of an item of a section that the draft does not have: "điểm d khoản 1 Mục II Kết luận này".
fn missing_point(units: &Units<'_>, path: &Path) -> Option<Missing> {
    let [(Level::Point, label), (Level::Clause | Level::Section, item), (Level::Section | Level::Part, section)] =
        path.steps.as_slice()
    else {
        return None;
    };
    units.last_section.filter(|_| units.outline.articles().next().is_none())?;
    let section = roman_value(section)? as usize;
    let from = *units.sections.get(section.checked_sub(1)?)?;
    let until = units.sections.get(section).copied().unwrap_or(usize::MAX);
    let is_item = |i: &usize| {
        let unit = &units.outline.units[*i];
        unit.level == Level::Clause && unit.label == *item && (from..until).contains(&unit.span.start)
    };
    let mut items = (0..units.outline.units.len()).filter(is_item);
    let (item, None) = (items.next()?, items.next()) else { return None };
    beyond_points(units, item, label)
}

/// The point that a unit does not have, and its last one, where its points count from the first letter.
fn beyond_points(units: &Units<'_>, parent: usize, label: &str) -> Option<Missing> {
    let points = units.within(parent, Level::Point);
    let last = last(units.outline, points).filter(|last| *last >= 2)?;
    let mut letters = label.chars();
    let index = letter_index(letters.next()?)? as u32 + 1;
    let best = points.last().map(|&i| units.outline.units[i].label.clone());
    (letters.next().is_none() && index > last).then(|| ((Level::Point, label.to_owned()), best))
}

//! The numbers of articles, clauses and points: gaps and repeats.

use super::labels::DraftLabels;
use crate::check::draft_checker::DraftChecker;
use crate::check::facts::labels::order;
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Related};
use crate::cite::Level;
use crate::document::Unit;
use crate::law::LETTERS;
use rustc_hash::FxHashMap;

/// The label that is expected.
fn label(level: Level, value: u32) -> Option<String> {
    if level == Level::Point { LETTERS.get(value as usize - 1).map(char::to_string) } else { Some(value.to_string()) }
}

/// Whether a label at the beginning of a line is probably not one of a clause: "07. Giáo dục" of a list of statistics,
/// "3.ĐTB" of a formula, the "2." of a table with each cell on a line of its own.
fn is_loose(unit: &Unit) -> bool {
    let glued = unit.heading.start == unit.span.end && !unit.heading.is_empty();
    unit.level == Level::Clause && (glued || unit.label.starts_with('0') || unit.heading.is_empty())
}

/// The units of the body that are counted together: the articles, the clauses of an article, the points of a clause.
fn groups(cx: &DraftChecker<'_>) -> Vec<(Level, Vec<usize>)> {
    let units = &cx.outline().units;
    let mut groups: FxHashMap<(Option<usize>, Level), Vec<usize>> = FxHashMap::default();
    let body = units.iter().take_while(|u| u.span.start < cx.body_end());
    for (i, unit) in body.enumerate() {
        let parent = match unit.level {
            // Articles are counted through all chapters of a draft. A line that is cut at "Điều 6." is a reference.
            Level::Article if unit.heading.is_empty() => continue,
            Level::Article => None,
            Level::Clause | Level::Point => {
                let level = unit.parent.map(|p| units[p].level);
                if !matches!(level, Some(Level::Article | Level::Clause)) {
                    continue;
                }
                unit.parent
            }
            _ => continue,
        };
        groups.entry((parent, unit.level)).or_default().push(i);
    }
    let mut groups: Vec<(Level, Vec<usize>)> =
        groups.into_iter().map(|((_, level), members)| (level, members)).collect();
    groups.sort_unstable_by_key(|(_, members)| members[0]);
    groups
}

/// Whether a line between two articles is cut at the label of the expected one: "Điều 6." without a heading.
fn breaks_off(units: &[Unit], expected: &str) -> bool {
    units.iter().filter(|unit| unit.level == Level::Article).any(|unit| {
        unit.label.strip_prefix(expected).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Articles, clauses and points of the draft that skip or repeat a number: `d)` is followed by `đ)`. Quoted text isn't
/// part of the outline. A document with many gaps is an excerpt; it isn't checked.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 63; Nghị định 30/2020/NĐ-CP Phụ lục I.
pub fn numbering_gap(cx: &DraftChecker<'_>, out: &mut Findings) {
    // A consolidated text has gaps where units were repealed.
    if !cx.draft.is_of_state() || cx.draft.header.consolidated {
        return;
    }
    let labels = DraftLabels::of(cx);
    if labels.keeps_gaps {
        return;
    }
    let units = &cx.outline().units;
    let groups = groups(cx);
    let mut found = Vec::new();
    let mut misspelt = Vec::new();
    let judged: usize = groups.iter().map(|(_, members)| members.len()).sum();
    for (level, members) in &groups {
        for (place, pair) in members.windows(2).enumerate() {
            let (earlier, unit) = (&units[pair[0]], &units[pair[1]]);
            let (Some((a, _)), Some((b, after))) = (order(*level, &earlier.label), order(*level, &unit.label)) else {
                continue;
            };
            // Allowed: 5, 5a, 5b, 6; and a smaller number, where an annex or another list begins. A wide jump
            // means that the list wasn't read completely.
            if b == a + 1 || (b == a && !after.is_empty()) || b < a || b == 1 || b > a + 3 {
                continue;
            }
            let Some(expected) = label(*level, a + 1) else { continue };
            if *level == Level::Article {
                let between = |word: crate::text::Span| word.start >= earlier.span.end && word.end <= unit.span.start;
                if let Some((word, seen, _)) =
                    labels.misspelt.iter().find(|(word, _, number)| *number == a + 1 && between(*word))
                {
                    misspelt.push((*word, *seen, expected));
                    continue;
                }
                if breaks_off(&units[pair[0] + 1..pair[1]], &expected) {
                    continue;
                }
            }
            // New text without quotation marks stands between an amendment and the next; two amendments count on.
            let is_new_text = labels.amends(pair[0]) != labels.amends(pair[1]);
            let unsure = is_loose(earlier) || is_loose(unit) || is_new_text;
            if unsure || labels.is_between(pair[0]..pair[1], *level, a + 1) {
                continue;
            }
            found.push((*level, members, place + 1, a));
        }
    }
    for (word, seen, expected) in misspelt {
        let fix = cx.fix("write", &[("text", &format!("Điều {expected}"))], false, vec![Edit::new(word, "Điều")]);
        let values = [("seen", seen), ("expected", expected.as_str())];
        out.push(cx.variant(Code::NumberingGap, "misspelt", word, &values).with_fix(fix));
    }
    if found.len() > 2 && found.len() * 50 > judged {
        return;
    }
    let labels_at = |members: &[usize], place: usize| members.get(place).map(|&unit| units[unit].label.as_str());
    let mut judged_at = None;
    for (level, members, place, before) in found {
        // "c, đ, đ, e" and "c, c, đ": one label is wrong, and the next one follows from it.
        let first = members[0];
        if judged_at.take() == Some((first, place - 1)) {
            continue;
        }
        let is_one_slip = match (labels_at(members, place), labels_at(members, place + 1)) {
            (Some(here), Some(next)) if here == next => true,
            (Some(_), Some(next)) => {
                order(level, next).is_some_and(|(value, after)| value == before + 2 && after.is_empty())
            }
            _ => false,
        };
        judged_at = is_one_slip.then_some((first, place));
        let (earlier, unit) = (&units[members[place - 1]], &units[members[place]]);
        let Some(expected) = label(level, before + 1) else { continue };
        let mut edits = Vec::new();
        for (next, &member) in (before + 1..).zip(&members[place..]) {
            let Some((_, after)) = order(level, &units[member].label) else { break };
            let Some(new) = label(level, next).filter(|_| after.is_empty()) else { break };
            edits.extend(labels.place(member, &units[member]).map(|place| Edit::new(place, new)));
            if is_one_slip {
                break;
            }
        }
        let values =
            [("before", earlier.label.as_str()), ("expected", expected.as_str()), ("seen", unit.label.as_str())];
        let fix = cx.fix("numbering-gap.fix", &[("expected", &expected)], false, edits);
        let mut finding = cx.finding(Code::NumberingGap, unit.span, &values).with_fix(fix);
        let message = cx.messages.text("numbering-gap.related", &[]);
        finding.related.push(Related { span: earlier.span, message });
        out.push(finding);
    }
}

//! The draft against itself: its numbering, its references to its own units and its own type, its short names.

mod short_names;
mod targets;

use super::run::Run;
use super::{Code, Edit, Finding, Registered, Related, Severity};
use crate::cite::ItemLevel;
use crate::document::{Regime, Unit};
use crate::law::{LETTERS, letter_index};
use crate::text::{Span, fold};
use rustc_hash::FxHashMap;

pub const RULES: &[Registered] = &[
    (Code::InternalTargetMissing, targets::internal_target_missing),
    (Code::DanglingAbove, targets::dangling_above),
    (Code::SelfTypeMismatch, self_type_mismatch),
    (Code::NumberingGap, numbering_gap),
    (Code::ShortNameRedefined, short_names::short_name_redefined),
    (Code::ShortNameBeforeDefinition, short_names::short_name_before_definition),
    (Code::UnusedShortName, short_names::unused_short_name),
];

/// Types whose drafts say "… này" of themselves, longer names first.
const SELF_NAMED: [&str; 11] = [
    "Thông tư liên tịch",
    "Nghị quyết liên tịch",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Chỉ thị",
    "Lệnh",
];

/// "Nghị định này" in a circular. Silent in quotations, where the amended act speaks, and where an act of that type was
/// named before in the same paragraph, which "này" then means.
fn self_type_mismatch(run: &Run<'_>, out: &mut Vec<Finding>) {
    let header = run.document.header();
    let Some(own) = header.kind.filter(|k| SELF_NAMED.contains(k)) else { return };
    if !matches!(run.regime, Regime::Normative | Regime::Administrative) {
        return;
    }
    // The type in the head is sure where the number says the same.
    let sure = header.number.as_ref().and_then(|n| n.kind()).is_some_and(|k| k.name == own);
    let word = memchr::memmem::Finder::new(" này");
    let from = out.len();
    let mut own_named = 0;
    for (offset, block) in run.document.blocks().take_while(|(offset, _)| *offset < run.body_end()) {
        let text: &str = &block.text;
        for at in word.find_iter(text.as_bytes()) {
            let before = &text[..at];
            let Some(seen) = SELF_NAMED.into_iter().find(|t| before.ends_with(t)) else { continue };
            let start = at - seen.len();
            let glued = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            let behind = text[at + " này".len()..].starts_with(char::is_alphanumeric);
            let same = seen == own || own.starts_with(seen) || (own.ends_with("uật") && seen.ends_with("uật"));
            own_named += usize::from(same);
            if same || glued || behind || text[..start].contains(seen) || run.is_quoted(offset + start) {
                continue;
            }
            if is_anaphoric(seen, &text[..start]) {
                continue;
            }
            let span = Span::new(start, at).shifted(offset);
            let fix = run.fix("write", &[("text", &format!("{own} này"))], false, vec![Edit::new(span, own)]);
            let finding = run.finding(Code::SelfTypeMismatch, span, &[("seen", seen), ("own", own)]).with_fix(fix);
            out.push(if sure { finding } else { finding.at_most(Severity::Warning) });
        }
    }
    // What names another type more often than its own is a document of that type, or of several.
    if out.len() - from > 1.max(own_named) {
        out.truncate(from);
    }
}

/// Whether "Quyết định này" at the beginning of a sentence takes up an act of daily business that the sentence before tells
/// of: "Toà án ra quyết định công nhận. Quyết định này có hiệu lực ngay".
fn is_anaphoric(seen: &str, before: &str) -> bool {
    matches!(seen, "Quyết định" | "Nghị quyết" | "Lệnh" | "Chỉ thị")
        && before.trim_end().chars().next_back().is_none_or(|c| matches!(c, '.' | ';' | ':' | '\n'))
}

/// The value of a label in the order of its level, and what stands behind it ("a" of "5a", "1" of "đ1").
fn order(unit: &Unit) -> Option<(u32, &str)> {
    let label = unit.label.as_str();
    if unit.level == ItemLevel::Point {
        let first = label.chars().next()?;
        let behind = &label[first.len_utf8()..];
        // "cấp xã)" at the beginning of a line is no point.
        behind.bytes().all(|b| b.is_ascii_digit()).then_some((letter_index(first)? as u32 + 1, behind))
    } else {
        let digits = label.bytes().take_while(u8::is_ascii_digit).count();
        Some((label[..digits].parse().ok()?, &label[digits..]))
    }
}

/// A label as it should be.
fn label(level: ItemLevel, value: u32) -> Option<String> {
    if level == ItemLevel::Point {
        LETTERS.get(value as usize - 1).map(char::to_string)
    } else {
        Some(value.to_string())
    }
}

/// Whether a label at the beginning of a line is hardly one of a clause: "07. Giáo dục" of a list of statistics, "3.ĐTB" of
/// a formula, the "2." of a table whose cells stand a line each.
fn is_loose(run: &Run<'_>, unit: &Unit) -> bool {
    let glued = unit.heading.start == unit.span.end && !unit.heading.is_empty();
    let padded = unit.label.starts_with('0') || run.document.slice(unit.span).trim_start().starts_with('0');
    unit.level == ItemLevel::Clause && (glued || padded || unit.heading.is_empty())
}

/// Whether the unit amends another act. Between quotations of new text, which have numbers of their own, what belongs to
/// the draft is not sure.
fn amends(run: &Run<'_>, unit: &Unit) -> bool {
    let heading = run.document.slice(unit.heading).to_lowercase();
    ["sửa đổi", "bổ sung", "bãi bỏ", "thay ", "thay thế", "bỏ "].iter().any(|verb| heading.starts_with(verb))
}

/// Whether the label that seems to be left out stands between two units after all, written another way: "Điều 10 Thanh tra"
/// without its full stop, a point in the middle of a line.
fn stands_between(run: &Run<'_>, earlier: &Unit, unit: &Unit, expected: &str) -> bool {
    let text = run.document.slice(Span::new(earlier.span.end, unit.span.start));
    if unit.level == ItemLevel::Point {
        let eth = expected.replace('đ', "ð");
        // The digit one for the letter.
        let one = expected == "l" && text.lines().any(|line| line.trim_start().starts_with("1)"));
        // "b⏎)": a page that was read letter by letter.
        let text = text.replace(char::is_whitespace, "");
        return one || text.contains(&format!("{expected})")) || text.contains(&format!("{eth})"));
    }
    if unit.level == ItemLevel::Article && is_glued_heading(&text, expected) {
        return true;
    }
    text.lines().any(|line| {
        let line = line.trim_start();
        let line = if unit.level == ItemLevel::Article {
            let Some(rest) = line.strip_prefix("Điều").or_else(|| line.strip_prefix("Ðiều")) else {
                return false;
            };
            rest.replace(' ', "")
        } else {
            line.to_owned()
        };
        line.strip_prefix(expected).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    }) || (unit.level == ItemLevel::Clause && is_glued_clause(&text, &format!("{expected}. ")))
}

/// Whether a clause stands behind a sentence that lost its line break: "… nộp trực tiếp.2. Hồ sơ".
fn is_glued_clause(text: &str, label: &str) -> bool {
    text.match_indices(label).any(|(at, _)| {
        let before = text[..at].trim_end_matches(' ').strip_suffix(['.', ';']);
        let sentence = before.and_then(|b| b.chars().next_back()).is_some_and(|c| c.is_alphabetic() || c == '”');
        let blank = text[..at].ends_with(". ");
        blank || (sentence && text[at + label.len()..].starts_with(char::is_uppercase))
    })
}

/// Where the heading of an article stands whose word is misspelt: the "Điền" of "Điền 66. Hồ sơ", in `text`.
fn misspelt_heading(text: &str, label: &str) -> Option<Span> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start_matches([' ', '*', '#', '\t']).len();
        start += line.len();
        let Some((word, behind)) = text[at..start].split_once(' ') else { continue };
        let near =
            word.chars().count() == 4 && matches!(fold::search(word).as_str(), "dieu" | "dien" | "diem" | "deiu");
        let right = matches!(word, "Điều" | "ĐIỀU" | "Ðiều" | "ÐIỀU");
        if near && !right && word.starts_with(char::is_uppercase) && behind.starts_with(&format!("{label}. ")) {
            return Some(Span::new(at, at + word.len()));
        }
    }
    None
}

/// Whether the heading of an article stands behind a sentence that lost its line break: "… nộp trực tiếp. Điều 19. Hồ sơ".
fn is_glued_heading(text: &str, expected: &str) -> bool {
    let heading = format!("Điều {expected}. ");
    text.match_indices(&heading).any(|(at, _)| {
        let before = text[..at].trim_end_matches([' ', '*', '_', '#']);
        let behind = text[at + heading.len()..].trim_start_matches([' ', '*', '_']);
        before.ends_with(['.', ';', '”']) && behind.starts_with(char::is_uppercase)
    })
}

/// Articles, clauses and points of the draft that skip or repeat a number: `d)` is followed by `đ)`. Quoted text is no
/// part of the outline; a document that skips often is an excerpt and is let alone.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 63; Nghị định 30/2020/NĐ-CP Phụ lục I.
fn numbering_gap(run: &Run<'_>, out: &mut Vec<Finding>) {
    if !matches!(run.regime, Regime::Normative | Regime::Administrative) {
        return;
    }
    // A consolidated text keeps the gaps of what was repealed.
    if run.document.header().consolidated
        || run.document.blocks().any(|(_, b)| b.text.contains("(được bãi bỏ)") || b.text.contains("VĂN BẢN HỢP NHẤT"))
    {
        return;
    }
    let units = &run.document.outline().units;
    let mut groups: FxHashMap<(Option<usize>, ItemLevel), Vec<usize>> = FxHashMap::default();
    let body = units.iter().take_while(|u| u.span.start < run.body_end());
    for (i, unit) in body.enumerate() {
        let parent = match unit.level {
            // Articles run through the chapters of a draft.
            // A line that only breaks off at "Điều 6." is a reference.
            ItemLevel::Article if unit.heading.is_empty() => continue,
            ItemLevel::Article => None,
            ItemLevel::Clause | ItemLevel::Point => {
                let level = unit.parent.map(|p| units[p].level);
                if !matches!(level, Some(ItemLevel::Article | ItemLevel::Clause)) {
                    continue;
                }
                unit.parent
            }
            _ => continue,
        };
        groups.entry((parent, unit.level)).or_default().push(i);
    }
    let mut found = Vec::new();
    let mut misspelt = Vec::new();
    let mut judged = 0;
    for ((_, level), members) in &groups {
        judged += members.len();
        for (place, pair) in members.windows(2).enumerate() {
            let (Some((a, _)), Some((b, behind))) = (order(&units[pair[0]]), order(&units[pair[1]])) else { continue };
            // 5, 5a, 5b, 6; and a smaller number, where an annex or another list begins.
            // A wide jump is a list that was not read whole.
            if b == a + 1 || (b == a && !behind.is_empty()) || b < a || b == 1 || b > a + 3 {
                continue;
            }
            let (earlier, unit) = (&units[pair[0]], &units[pair[1]]);
            if *level == ItemLevel::Article
                && let Some(expected) = label(*level, a + 1)
                && let Some(word) =
                    misspelt_heading(&run.document.slice(Span::new(earlier.span.end, unit.span.start)), &expected)
            {
                misspelt.push((word.shifted(earlier.span.end), expected));
                continue;
            }
            let unsure = is_loose(run, earlier) || is_loose(run, unit) || amends(run, earlier) || amends(run, unit);
            if unsure || label(*level, a + 1).is_none_or(|expected| stands_between(run, earlier, unit, &expected)) {
                continue;
            }
            found.push((*level, members, place + 1, a));
        }
    }
    for (word, expected) in misspelt {
        let seen = run.document.slice(word);
        let fix = run.fix("write", &[("text", &format!("Điều {expected}"))], false, vec![Edit::new(word, "Điều")]);
        let values = [("seen", seen.as_str()), ("expected", expected.as_str())];
        out.push(run.variant(Code::NumberingGap, "misspelt", word, &values).with_fix(fix));
    }
    if found.len() > 2 && found.len() * 50 > judged {
        return;
    }
    for (level, members, place, before) in found {
        let unit = &units[members[place]];
        let Some(expected) = label(level, before + 1) else { continue };
        let mut edits = Vec::new();
        for (next, &member) in (before + 1..).zip(&members[place..]) {
            let Some((_, behind)) = order(&units[member]) else { break };
            let Some(new) = label(level, next).filter(|_| behind.is_empty()) else { break };
            let written = run.document.slice(units[member].span);
            if let Some(at) = written.rfind(&units[member].label) {
                let from = units[member].span.start + at;
                edits.push(Edit::new(Span::new(from, from + units[member].label.len()), new));
            }
        }
        let values = [
            ("before", units[members[place - 1]].label.as_str()),
            ("expected", expected.as_str()),
            ("seen", unit.label.as_str()),
        ];
        let fix = run.fix("numbering-gap.fix", &[("expected", &expected)], false, edits);
        let mut finding = run.finding(Code::NumberingGap, unit.span, &values).with_fix(fix);
        finding.related.push(Related {
            span: units[members[place - 1]].span,
            message: run.messages.text("numbering-gap.related", &[]),
        });
        out.push(finding);
    }
}

//! How runs of provisions are written: order, commas, letter case, letters that do not exist.

mod incomplete;
mod letter;

use crate::check::checker::{Checker, ProvisionCitation};
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Edit};
use crate::cite::{Level, Path, UnitRef};
use crate::document::Regime;
use crate::law::{letter_index, roman, roman_value};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The rules of this family.
pub const RULES: &[Rule] = &[
    Rule::block(Code::ProvisionOrder, provision_order),
    Rule::provision(Code::PointWithoutClause, point_without_clause).yielding_to(&[Code::ProvisionOrder]),
    Rule::block(Code::IncompleteProvision, incomplete::incomplete_provision),
    Rule::block(Code::ProvisionComma, provision_comma),
    Rule::block(Code::ProvisionCase, provision_case),
    Rule::draft(Code::NoSuchLetter, letter::no_such_letter),
    Rule::block(Code::RomanNumeralLevel, roman_numeral_level),
    Rule::block(Code::RangeReversed, range_reversed),
    Rule::provision(Code::RepeatedUnit, repeated_unit),
    Rule::block(Code::InsertedNumberForm, inserted_number_form),
];

/// The units of a run that is one path, each with its own unit word; the rules of order judge only these.
fn single_path<'d>(p: &ProvisionCitation<'d>) -> Option<&'d [UnitRef]> {
    let [path] = p.node.paths.as_slice() else { return None };
    let units = &p.node.units;
    (units.len() >= 2 && units.len() == path.steps.len() && units.iter().all(|u| u.word.is_some())).then_some(units)
}

/// Runs in the drafter's own prose of a draft of a known kind.
fn in_own_prose<'r, 'd>(cx: &'r Checker<'d>) -> impl Iterator<Item = &'r ProvisionCitation<'d>> {
    let formal = matches!(cx.regime, Regime::Administrative | Regime::Normative);
    cx.provisions.iter().filter(move |p| formal && p.is_own_prose())
}

/// "Điều 5 khoản 1 điểm a": a path from large to small. Usual in private texts, so only in drafts of the state.
fn provision_order(cx: &Checker<'_>, out: &mut Findings) {
    for p in in_own_prose(cx) {
        let (units, expected) = match single_path(p) {
            Some(units) if units.windows(2).all(|pair| pair[0].level < pair[1].level) => {
                (units, p.node.paths[0].to_string())
            }
            Some(_) => continue,
            None => match article_first(p) {
                Some(expected) => (p.node.units.as_slice(), expected),
                None => continue,
            },
        };
        let span = p.place.in_document(span_of(units));
        let fix = cx.fix("write", &[("text", &expected)], true, vec![Edit::new(span, expected.clone())]);
        out.push(cx.finding(Code::ProvisionOrder, span, &[("expected", &expected)]).with_fix(fix));
    }
}

/// "Điều 4, điểm a, khoản 1 Luật Lưu trữ": the article stands before a point and clause that have none.
fn article_first(p: &ProvisionCitation<'_>) -> Option<String> {
    if let Some(expected) = article_before_list(p) {
        return Some(expected);
    }
    let [article, rest] = p.node.paths.as_slice() else { return None };
    let [a, b, c] = p.node.units.as_slice() else { return None };
    let levels = [a.level, b.level, c.level] == [Level::Article, Level::Point, Level::Clause];
    let words = [a, b, c].iter().all(|unit| unit.word.is_some());
    let is_article = article.steps.len() == 1 && rest.label(Level::Article).is_none() && rest.steps.len() == 2;
    let between = p.block.get(a.label.end..b.word?.start)?.trim();
    (levels && words && is_article && matches!(between, "" | ",")).then(|| format!("{rest} {article}"))
}

/// "Điều 220 khoản 1, khoản 2 Luật Đất đai": the article stands before several of its clauses.
fn article_before_list(p: &ProvisionCitation<'_>) -> Option<String> {
    let (article, clauses) = p.node.units.split_first()?;
    let (first, last) = (clauses.first()?, clauses.last()?);
    let label = article.label.of(p.block);
    let are_clauses = clauses.len() > 1 && clauses.iter().all(|unit| unit.level == Level::Clause);
    let are_its = p.node.paths.iter().all(|path| path.label(Level::Article) == Some(label));
    let is_close = p.block.get(article.label.end..first.word?.start)?.trim().is_empty();
    let is_first = article.level == Level::Article && article.word.is_some();
    let list = p.block.get(first.word?.start..last.label.end)?;
    (is_first && are_clauses && are_its && is_close && p.node.paths.len() == clauses.len())
        .then(|| format!("{list} Điều {label}"))
}

/// "điểm a Điều 23 Luật An ninh mạng": points are parts of clauses, so the clause was left out, or stands at another place
/// ("khoản 1, điểm a Điều 63"). Of the articles of laws and decrees one in two hundred has points and no clauses; "điểm a Điều
/// này" may be in one of them.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 2.
fn point_without_clause(cx: &Checker<'_>, p: &ProvisionCitation<'_>, out: &mut Findings) {
    if !p.is_own_prose() || cx.draft.header.consolidated || p.node.amending {
        return;
    }
    let lacks_clause = |path: &&Path| {
        path.label(Level::Point).is_some()
            && path.label(Level::Clause).is_none()
            && path.label(Level::Article).is_some_and(|article| article.starts_with(|c: char| c.is_ascii_digit()))
    };
    let Some(path) = p.node.paths.iter().find(lacks_clause) else { return };
    // "điểm 6 Điều 1": clauses were called so until about 2008, and old acts are still cited by what they say.
    if path.label(Level::Point).is_some_and(|label| label.bytes().all(|b| b.is_ascii_digit())) {
        if cx.draft.header.date.is_some_and(|date| date.year() > 2008) {
            let message = [("path", &*path.to_string())];
            out.push(cx.variant(Code::PointWithoutClause, "figure", p.span(), &message));
        }
        return;
    }
    out.push(cx.finding(Code::PointWithoutClause, p.span(), &[("path", &path.to_string())]));
}

fn span_of(units: &[UnitRef]) -> Span {
    let first = units.first().map_or_else(Span::default, |u| u.word.unwrap_or(u.label));
    units.last().map_or(first, |u| first.cover(u.label))
}

/// "khoản 1, Điều 5": a comma between the levels of one path.
fn provision_comma(cx: &Checker<'_>, out: &mut Findings) {
    if !cx.draft.follows_decree_of_2020() {
        return;
    }
    for p in in_own_prose(cx) {
        let Some(units) = single_path(p) else { continue };
        let pairs = units.windows(2).filter(|pair| pair[0].level > pair[1].level);
        let gaps: Vec<Span> = pairs
            .map(|pair| Span::new(pair[0].label.end, pair[1].word.map_or(pair[1].label.start, |w| w.start)))
            .filter(|gap| gap.of(p.block).trim() == ",")
            .collect();
        // Each comma is reported; one fix corrects all of them.
        let edits: Vec<Edit> = gaps.iter().map(|&gap| Edit::new(p.place.in_document(gap), " ")).collect();
        for gap in gaps {
            let place = p.place.in_document(gap);
            let comma = Span::new(place.start, place.start + gap.of(p.block).trim_end().len());
            let fix = cx.fix("provision-comma.fix", &[], true, edits.clone());
            out.push(cx.finding(Code::ProvisionComma, comma, &[]).with_fix(fix));
        }
    }
}

/// "Khoản 2 điều 4": Phần, Chương, Mục, Tiểu mục, Điều are written with a capital; khoản and điểm only at the beginning
/// of a sentence. "mục" and "phần" without a larger unit may be parts of a plan and are ignored.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục II, Mục V, khoản 7.
fn provision_case(cx: &Checker<'_>, out: &mut Findings) {
    if !cx.draft.follows_decree_of_2020() {
        return;
    }
    for p in in_own_prose(cx) {
        let legal = p.node.units.iter().any(|u| matches!(u.level, Level::Article | Level::Clause | Level::Chapter));
        for unit in &p.node.units {
            let Some(word) = unit.word.filter(|w| w.len() > 2) else { continue };
            let written = word.of(p.block);
            let mut letters = written.chars();
            let capital = letters.next().is_some_and(char::is_uppercase);
            if letters.next().is_some_and(char::is_uppercase) {
                continue;
            }
            let wrong = match unit.level {
                Level::Clause | Level::Point => capital && !begins_sentence(p.block, word.start),
                // "các điều 5, 6 và 7" is usual in laws and decrees.
                Level::Article | Level::Chapter => !capital && !p.block[..word.start].trim_end().ends_with("các"),
                Level::Part | Level::Section | Level::Subsection => !capital && legal && p.node.units.len() > 1,
                Level::Subpoint | Level::Paragraph | Level::Stanza | Level::Dash => false,
            };
            if !wrong {
                continue;
            }
            let first = written.chars().next().map_or(0, char::len_utf8);
            let letter = &written[..first];
            let other = if capital { letter.to_lowercase() } else { letter.to_uppercase() };
            let expected = format!("{other}{}", &written[first..]);
            let place = p.place.in_document(Span::new(word.start, word.start + first));
            let fix = cx.fix("write", &[("text", &expected)], true, vec![Edit::new(place, other)]);
            let values = [("seen", written), ("expected", expected.as_str())];
            out.push(cx.finding(Code::ProvisionCase, p.place.in_document(word), &values).with_fix(fix));
        }
    }
}

/// Whether a word begins a sentence, an item or a line, where any word takes a capital.
fn begins_sentence(text: &str, at: usize) -> bool {
    // A cell of a table: behind a tab or a bar.
    if text[..at].trim_end_matches([' ', '\u{a0}', '*', '_', '-', '–', '+']).ends_with(['\t', '|']) {
        return true;
    }
    let before =
        text[..at].trim_end_matches([' ', '\t', '\u{a0}', '*', '_', '“', '"', '‘', '(', '[', '|', '#', '-', '–', '+']);
    before.chars().next_back().is_none_or(|c| matches!(c, '.' | ':' | ';' | '!' | '?' | '\n' | ')' | '…'))
}

/// "Chương 2": Phần and Chương take Roman numerals.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 64 khoản 3.
fn roman_numeral_level(cx: &Checker<'_>, out: &mut Findings) {
    for p in in_own_prose(cx) {
        for unit in p.node.units.iter().filter(|u| u.level == Level::Chapter && u.word.is_some()) {
            let label = unit.label.of(p.block);
            let Some(numeral) = label.parse().ok().and_then(roman) else { continue };
            let span = p.place.in_document(unit.label);
            let fix = cx.fix("write", &[("text", &numeral)], true, vec![Edit::new(span, numeral.clone())]);
            out.push(
                cx.finding(Code::RomanNumeralLevel, span, &[("seen", label), ("expected", &numeral)]).with_fix(fix),
            );
        }
    }
}

/// "từ Điều 9 đến Điều 3": the end is before the beginning.
fn range_reversed(cx: &Checker<'_>, out: &mut Findings) {
    for p in &cx.provisions {
        for pair in p.node.units.windows(2).filter(|pair| pair[0].level == pair[1].level) {
            let (first, last) = (pair[0].label, pair[1].label);
            let between = p.block.get(first.end..last.start).unwrap_or_default();
            let is_range = between.split_whitespace().any(|w| w == "đến") || matches!(between.trim(), "-" | "–");
            let (from, to) = (first.of(p.block), last.of(p.block));
            let (Some(a), Some(b)) = (value(pair[0].level, from), value(pair[1].level, to)) else { continue };
            if !is_range || a <= b {
                continue;
            }
            let edits = vec![Edit::new(p.place.in_document(first), to), Edit::new(p.place.in_document(last), from)];
            let fix = cx.fix("range-reversed.fix", &[], false, edits);
            let span = p.place.in_document(first.cover(last));
            out.push(cx.finding(Code::RangeReversed, span, &[("from", from), ("to", to)]).with_fix(fix));
        }
    }
    word_before_range(cx, out);
}

/// "các khoản từ 3 đến 1 Điều 44": the word of the level before "từ".
fn word_before_range(cx: &Checker<'_>, out: &mut Findings) {
    static RANGE: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?:khoản|[Đđ]iều) từ (?:số )?(?<from>\d{1,3}) đến (?:số )?(?<to>\d{1,3})\b";
        Regex::new(pattern).expect("the pattern of ranges is well formed")
    });
    let text = cx.text();
    if !text.contains(" từ ") {
        return;
    }
    for found in RANGE.captures_iter(text) {
        let (Some(from), Some(to)) = (found.name("from"), found.name("to")) else { continue };
        let (Ok(a), Ok(b)) = (from.as_str().parse::<u32>(), to.as_str().parse::<u32>()) else { continue };
        // "Tài khoản từ 500 đến 100 nghìn đồng"
        let is_unit = found.get(0).is_some_and(|whole| !text[..whole.start()].ends_with("ài "));
        if a <= b || !is_unit || cx.is_quoted(from.start()) {
            continue;
        }
        let edits = vec![
            Edit::new(Span::new(from.start(), from.end()), to.as_str()),
            Edit::new(Span::new(to.start(), to.end()), from.as_str()),
        ];
        let fix = cx.fix("range-reversed.fix", &[], false, edits);
        let values = [("from", from.as_str()), ("to", to.as_str())];
        out.push(cx.finding(Code::RangeReversed, Span::new(from.start(), to.end()), &values).with_fix(fix));
    }
}

/// The place of a label in the order of its level.
fn value(level: Level, label: &str) -> Option<u32> {
    match level {
        Level::Chapter | Level::Part => roman_value(label),
        Level::Point => {
            let mut letters = label.chars();
            let index = letter_index(letters.next()?)?;
            letters.next().is_none().then_some(index as u32)
        }
        _ => label.parse().ok(),
    }
}

/// "khoản 1, 1 Điều 5", "điểm a, điểm b và điểm a khoản 2": a unit that a list names twice, mostly a slip in its number.
fn repeated_unit(cx: &Checker<'_>, p: &ProvisionCitation<'_>, out: &mut Findings) {
    if !p.is_own_prose() || cx.draft.header.consolidated {
        return;
    }
    let last = p.node.units.last().map(|unit| unit.label);
    for list in p.node.units.chunk_by(|a, b| a.level == b.level) {
        let repeats = list.iter().enumerate().filter(|(i, unit)| {
            let label = unit.label.of(p.block);
            // "theo khoản 1 và 1 bản sao": a bare number at the end may be an amount.
            let is_unit = unit.word.is_some() || last != Some(unit.label);
            // "Điều 3 khoản 1, khoản 1 Điều 4": of two articles.
            let is_one = p.node.paths.iter().filter(|path| path.label(unit.level) == Some(label)).count() == 1;
            is_unit && is_one && list[..*i].iter().any(|before| before.label.of(p.block) == label)
        });
        for (i, unit) in repeats {
            let span = p.place.in_document(unit.word.map_or(unit.label, |word| word.cover(unit.label)));
            let (word, label) = (unit.level.word(), unit.label.of(p.block));
            let values = [("unit", &*format!("{word} {label}")), ("word", word)];
            // "điểm c, d, d, e": the stroke of the second letter was lost.
            let is_stroke_lost = unit.level == Level::Point && label == "d" && list[i - 1].label.of(p.block) == label;
            out.push(if is_stroke_lost {
                let edit = Edit::new(p.place.in_document(unit.label), "đ");
                let fix = cx.fix("write", &[("text", "đ")], false, vec![edit]);
                cx.variant(Code::RepeatedUnit, "stroke", span, &values).with_fix(fix)
            } else {
                cx.finding(Code::RepeatedUnit, span, &values)
            });
        }
    }
}

/// "điểm 1a": inserted points are a letter with a number, articles and clauses a number with a letter.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 69 khoản 4.
fn inserted_number_form(cx: &Checker<'_>, out: &mut Findings) {
    for p in in_own_prose(cx) {
        for unit in p.node.units.iter().filter(|u| u.level == Level::Point) {
            let label = unit.label.of(p.block);
            let digits = label.bytes().take_while(u8::is_ascii_digit).count();
            let letters = &label[digits..];
            let mut chars = letters.chars();
            let one = chars.next().is_some_and(|c| letter_index(c).is_some()) && chars.next().is_none();
            if digits == 0 || !one {
                continue;
            }
            let expected = format!("{letters}{}", &label[..digits]);
            let span = p.place.in_document(unit.label);
            let fix = cx.fix("write", &[("text", &expected)], false, vec![Edit::new(span, expected.clone())]);
            let values = [("seen", label), ("expected", expected.as_str())];
            out.push(cx.finding(Code::InsertedNumberForm, span, &values).with_fix(fix));
        }
    }
}

//! The block of legal bases: lines that begin with "Căn cứ", and those that follow them ("Theo đề nghị của …").

use super::run::{NumberAt, Run};
use super::{Edit, Finding, Registered};
use crate::catalogue::RelationKind;
use crate::cite::{Family, ItemLevel};
use crate::document::Regime;
use crate::text::{Span, fold};
use rustc_hash::FxHashMap;

pub const RULES: &[Registered] = &[
    ("basis-not-own-line", basis_not_own_line),
    ("basis-punctuation", basis_punctuation),
    ("basis-bullet", basis_bullet),
    ("basis-colon", basis_colon),
    ("basis-order", basis_order),
    ("basis-duplicate", basis_duplicate),
    ("basis-vague", basis_vague),
    ("basis-vbhn-alone", basis_vbhn_alone),
    ("amending-act-alone", amending_act_alone),
];

/// A line of the block.
struct Line {
    /// Without the white space around it.
    span: Span,
    text: String,
    /// It begins with "Căn cứ", not with "Theo đề nghị" and the like.
    ground: bool,
}

const OTHERS: [&str; 6] = ["Theo đề nghị", "Xét ", "Thực hiện ", "Theo ", "Trên cơ sở ", "Sau khi "];
const BULLETS: [char; 10] = ['-', '–', '—', '+', '•', '*', '●', '▪', ' ', '\t'];

fn without_bullet(line: &str) -> &str {
    line.trim_start_matches(BULLETS)
}

/// The lines of the block: from the first "Căn cứ" before the first article, as long as bases follow each other.
fn lines(run: &Run<'_>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    if run.regime == Regime::None || run.regime == Regime::Contract {
        return found;
    }
    let articles = &run.document.outline().units;
    let until = articles.iter().find(|u| u.level <= ItemLevel::Article).map_or(usize::MAX, |u| u.span.start);
    for (offset, block) in run.document.blocks() {
        if offset >= until || (found.is_empty() && offset > 20_000) {
            break;
        }
        let mut at = offset;
        for (i, whole) in block.text.split_inclusive('\n').enumerate() {
            let text = whole.trim();
            let begin = at + (whole.len() - whole.trim_start().len());
            at += whole.len();
            let words = without_bullet(text);
            let ground = words.starts_with("Căn cứ");
            let span = Span::new(begin, begin + text.len());
            if ground || (!found.is_empty() && OTHERS.iter().any(|o| words.starts_with(o))) {
                found.push(Line { span, text: text.to_owned(), ground });
            } else if i > 0 && !text.is_empty() {
                // A basis that goes on in the next line of its paragraph.
                if let Some(last) = found.last_mut() {
                    last.span.end = span.end;
                    last.text = run.document.slice(last.span);
                }
            } else if !found.is_empty() && !text.is_empty() {
                return found;
            }
        }
    }
    found
}

/// The first number of a line, which is the basis itself.
fn first_number<'r, 'd>(run: &'r Run<'d>, line: &Line) -> Option<&'r NumberAt<'d>> {
    let from = run.numbers.partition_point(|n| n.span().start < line.span.start);
    run.numbers.get(from).filter(|n| n.span().end <= line.span.end && !n.titled && !n.at.quoted)
}

/// Several bases in one line.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn basis_not_own_line(run: &Run<'_>, out: &mut Vec<Finding>) {
    for line in lines(run) {
        for (at, _) in line.text.match_indices("; Căn cứ ") {
            let start = line.span.start + at + 2;
            let gap = Span::new(start - 1, start);
            let fix = run.fix("basis-not-own-line.fix", &[], true, vec![Edit::new(gap, "\n")]);
            let span = Span::new(start, start + "Căn cứ".len());
            out.push(run.finding("basis-not-own-line", span, &[]).with_fix(fix));
        }
    }
}

/// Lines end with a semicolon; in administrative documents the last ends with a full stop. Normative documents go on with
/// the sentence that issues them, so their last line is not judged; the Party's forms differ.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn basis_punctuation(run: &Run<'_>, out: &mut Vec<Finding>) {
    if !matches!(run.regime, Regime::Administrative | Regime::Normative) {
        return;
    }
    let lines = lines(run);
    for (i, line) in lines.iter().enumerate() {
        let last = i + 1 == lines.len();
        let Some(end) = line.text.chars().next_back() else { continue };
        let expected = match (last, run.regime) {
            (false, _) => ";",
            // Decisions go on with "QUYẾT ĐỊNH:" behind a full stop or a semicolon.
            (true, Regime::Administrative) if end == ',' => ".",
            _ => continue,
        };
        if end.to_string() == expected || (end == '.' && last) {
            continue;
        }
        let mark = matches!(end, ',' | '.' | ':');
        let from = if mark { line.span.end - end.len_utf8() } else { line.span.end };
        let word = line.text.trim_end_matches([',', '.', ':']).rfind(' ').map_or(0, |at| at + 1);
        let span = if mark { Span::new(from, line.span.end) } else { Span::new(line.span.start + word, line.span.end) };
        let edit = Edit::new(Span::new(from, line.span.end), expected);
        let fix = run.fix("basis-punctuation.fix", &[("mark", expected)], true, vec![edit]);
        out.push(run.finding("basis-punctuation", span, &[("mark", expected)]).with_fix(fix));
    }
}

/// A dash or bullet before "Căn cứ" in a document of the state; the Party's documents have one.
fn basis_bullet(run: &Run<'_>, out: &mut Vec<Finding>) {
    if !matches!(run.regime, Regime::Administrative | Regime::Normative) {
        return;
    }
    for line in lines(run).iter().filter(|l| l.ground) {
        let bullet = line.text.len() - without_bullet(&line.text).len();
        if bullet > 0 && !line.text.starts_with(['*', ' ']) {
            let span = Span::new(line.span.start, line.span.start + bullet);
            let fix = run.fix("basis-bullet.fix", &[], true, vec![Edit::new(span, "")]);
            out.push(run.finding("basis-bullet", span, &[]).with_fix(fix));
        }
    }
}

/// "Căn cứ: …".
fn basis_colon(run: &Run<'_>, out: &mut Vec<Finding>) {
    for line in lines(run).iter().filter(|l| l.ground) {
        let Some(at) = line.text.find("Căn cứ:").map(|at| line.span.start + at + "Căn cứ".len()) else {
            continue;
        };
        let span = Span::new(at, at + 1);
        let fix = run.fix("basis-colon.fix", &[], true, vec![Edit::new(span, "")]);
        out.push(run.finding("basis-colon", span, &[]).with_fix(fix));
    }
}

/// The rank of what a line cites, 2 for laws; `None` where it does not show.
fn rank(run: &Run<'_>, line: &Line) -> Option<u8> {
    let words = without_bullet(&line.text).strip_prefix("Căn cứ")?.trim_start_matches([':', ' ']);
    if words.starts_with("Hiến pháp") {
        return Some(1);
    }
    if ["Luật ", "Bộ luật ", "Các Luật "].iter().any(|w| words.starts_with(w)) {
        return Some(2);
    }
    let number = first_number(run, line)?.number();
    match number.family {
        Family::Assembly => Some(2),
        Family::StandingCommittee => Some(3),
        _ => number.kind()?.rank,
    }
}

/// A law behind a circular or decision. The acts that give the competence come first whatever their rank, so only what no
/// order explains is told.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 62.
fn basis_order(run: &Run<'_>, out: &mut Vec<Finding>) {
    if !matches!(run.regime, Regime::Administrative | Regime::Normative) {
        return;
    }
    let lines: Vec<Line> = lines(run).into_iter().filter(|l| l.ground).collect();
    let ranks: Vec<Option<u8>> = lines.iter().map(|l| rank(run, l)).collect();
    let competence = |l: &Line| l.text.contains("chức năng, nhiệm vụ") || l.text.contains("thành lập");
    let Some(wrong) = (1..lines.len()).find(|&i| {
        ranks[i].is_some_and(|r| r <= 3) && (0..i).any(|k| ranks[k].is_some_and(|r| r >= 6) && !competence(&lines[k]))
    }) else {
        return;
    };
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|&i| if competence(&lines[i]) { 0 } else { ranks[i].unwrap_or(9) });
    let edits = (0..lines.len())
        .filter(|&i| order[i] != i)
        .map(|i| Edit::new(lines[i].span, lines[order[i]].text.clone()))
        .collect();
    let fix = run.fix("basis-order.fix", &[], false, edits);
    out.push(run.finding("basis-order", lines[wrong].span, &[]).with_fix(fix));
}

/// The same instrument as a basis twice.
fn basis_duplicate(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut known: FxHashMap<String, Span> = FxHashMap::default();
    for line in lines(run).iter().filter(|l| l.ground) {
        let key = match first_number(run, line) {
            // The same decree may be a basis for several of its articles.
            Some(n) => n.number().key() + &fold::words(&line.text[..line.text.find("số ").unwrap_or(0)]),
            None => fold::words(line.text.trim_end_matches([';', '.', ','])),
        };
        if let Some(first) = known.get(&key) {
            let start = run.document.slice(Span::new(line.span.start.saturating_sub(1), line.span.start));
            let from = if start == "\n" { line.span.start - 1 } else { line.span.start };
            let edit = Edit::new(Span::new(from, line.span.end), "");
            let fix = run.fix("basis-duplicate.fix", &[], false, vec![edit]);
            let mut finding = run.finding("basis-duplicate", line.span, &[]).with_fix(fix);
            let message = run.messages.text("basis-duplicate.related", &[]);
            finding.related.push(super::Related { span: *first, message });
            out.push(finding);
        } else {
            known.insert(key, line.span);
        }
    }
}

/// Formulas that name no act.
fn basis_vague(run: &Run<'_>, out: &mut Vec<Finding>) {
    const VAGUE: [&str; 6] = [
        "các quy định hiện hành",
        "quy định hiện hành",
        "các văn bản hướng dẫn thi hành",
        "các văn bản hướng dẫn",
        "các quy định của pháp luật có liên quan",
        "quy định của pháp luật có liên quan",
    ];
    for line in lines(run).iter().filter(|l| l.ground) {
        let formula = VAGUE.iter().find_map(|v| line.text.find(v).map(|at| (at, v.len())));
        if let Some((at, len)) = formula {
            let start = line.span.start + at;
            out.push(run.finding("basis-vague", Span::new(start, start + len), &[]));
        }
    }
}

/// A consolidated text as the basis itself.
///
/// Source: Pháp lệnh 01/2012/UBTVQH13 Điều 4.
fn basis_vbhn_alone(run: &Run<'_>, out: &mut Vec<Finding>) {
    for line in lines(run).iter().filter(|l| l.ground) {
        let Some(n) = first_number(run, line).filter(|n| n.number().family == Family::Consolidated) else { continue };
        let words = without_bullet(&line.text);
        if words.starts_with("Căn cứ Văn bản hợp nhất") {
            let finding = run.finding("basis-vbhn-alone", n.span(), &[]);
            out.push(finding.about(n.number().canonical()));
        }
    }
}

/// Only an amending act as basis, where the line does not name what it amends.
fn amending_act_alone(run: &Run<'_>, out: &mut Vec<Finding>) {
    for line in lines(run).iter().filter(|l| l.ground) {
        let from = run.numbers.partition_point(|n| n.span().start < line.span.start);
        let Some(n) = first_number(run, line).filter(|n| !n.it.amending) else { continue };
        let Some(known) = run.resolution(from).known() else { continue };
        let amends = known.title.as_deref().is_some_and(|t| {
            t.starts_with("Sửa đổi, bổ sung một số điều") || t.contains(" sửa đổi, bổ sung một số điều của")
        });
        let base = known.related(RelationKind::Amends).next();
        let whole = run.numbers[from + 1..].iter().take_while(|o| o.span().end <= line.span.end).count() > 0
            || run.names.iter().any(|o| line.span.start <= o.span().start && o.span().end <= line.span.end)
            || line.text.contains("sửa đổi");
        if !amends || whole {
            continue;
        }
        let base_known = base.and_then(|r| super::rewrite::by_target(run, &r.target));
        let base_name = base_known.as_deref().map(base_citation);
        let values = [("base", base_name.as_deref().unwrap_or("…"))];
        let mut finding = run.finding("amending-act-alone", n.span(), &values).about(n.number().canonical());
        if let Some(base) = &base_name
            && let Some(at) = line.text.find("Căn cứ ")
        {
            let place = line.span.start + at + "Căn cứ ".len();
            let text = format!("{base} được sửa đổi, bổ sung bởi ");
            let fix = run.fix(
                "amending-act-alone.fix",
                &[("base", base)],
                false,
                vec![Edit::new(Span::new(place, place), text)],
            );
            finding = finding.with_fix(fix);
        }
        out.push(finding);
    }
}

/// "Luật Đất đai số 31/2024/QH15", "Nghị định số 30/2020/NĐ-CP".
fn base_citation(known: &crate::catalogue::Instrument) -> String {
    match (&known.number, &known.title) {
        (Some(number), Some(title)) if title.starts_with(known.kind.as_str()) => format!("{title} số {number}"),
        _ => super::rewrite::cited(known),
    }
}

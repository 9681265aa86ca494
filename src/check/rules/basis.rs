//! The lines of the legal basis: those that begin with "Căn cứ", and those that follow them ("Theo đề nghị của …").

use crate::check::draft_checker::DraftChecker;
use crate::check::facts::bases::{Ground, Line};
use crate::check::finding::{Findings, Related};
use crate::check::registry::Rule;
use crate::check::{Code, Edit};
use crate::document::Regime;
use crate::text::Span;
use rustc_hash::FxHashMap;

/// The rules of this file.
pub const RULES: &[Rule] = &[
    Rule::draft(Code::BasisNotOwnLine, basis_not_own_line),
    Rule::draft(Code::BasisPunctuation, basis_punctuation),
    Rule::draft(Code::BasisBullet, basis_bullet),
    Rule::draft(Code::BasisColon, basis_colon),
    Rule::draft(Code::BasisOrder, basis_order),
    Rule::draft(Code::BasisDuplicate, basis_duplicate),
    Rule::draft(Code::BasisVague, basis_vague),
    Rule::draft(Code::BasisVbhnAlone, basis_vbhn_alone),
    Rule::draft(Code::AmendingActAlone, amending_act_alone),
];

/// A line of the basis in its place.
#[derive(Clone, Copy)]
struct LineAt<'d> {
    /// Byte offset of its block.
    base: usize,
    line: &'d Line,
    /// A line break is before it.
    follows_break: bool,
}

/// A line that begins with "Căn cứ".
struct GroundAt<'d> {
    base: usize,
    span: Span,
    follows_break: bool,
    it: &'d Ground,
}

impl LineAt<'_> {
    fn span(&self) -> Span {
        self.line.span.shifted(self.base)
    }
}

/// The lines of the basis: from the first "Căn cứ" before the first article, as long as bases follow each other.
fn lines<'d>(cx: &DraftChecker<'d>) -> Vec<LineAt<'d>> {
    let mut found: Vec<LineAt<'d>> = Vec::new();
    let mut ends_line = false;
    for (base, facts) in cx.facts() {
        let Some(bases) = &facts.bases else { continue };
        if !found.is_empty() && !bases.continues {
            break;
        }
        for line in &bases.lines {
            // Lines before the first "Căn cứ" aren't bases.
            if line.ground.is_some() || !found.is_empty() {
                let in_block = line.ground.as_ref().is_some_and(|ground| ground.follows_break);
                let follows_break = if line.span.start == 0 { ends_line } else { in_block };
                found.push(LineAt { base, line, follows_break });
            }
        }
        ends_line = bases.ends_line;
    }
    found
}

/// Those of the lines that begin with "Căn cứ".
fn grounds<'d>(cx: &DraftChecker<'d>) -> impl Iterator<Item = GroundAt<'d>> {
    lines(cx).into_iter().filter_map(|at| {
        let it = at.line.ground.as_deref()?;
        Some(GroundAt { base: at.base, span: at.span(), follows_break: at.follows_break, it })
    })
}

/// Several bases in one line.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn basis_not_own_line(cx: &DraftChecker<'_>, out: &mut Findings) {
    // The whole text runs on where a program lost the line breaks.
    let runs_on = |line: &Line| line.joined.len() > 2 || line.runs_on;
    for at in lines(cx).into_iter().filter(|at| !runs_on(at.line)) {
        for start in at.line.joined.iter().take(1).map(|start| at.base + start) {
            let gap = Span::new(start - 1, start);
            let fix = cx.fix("basis-not-own-line.fix", &[], true, vec![Edit::new(gap, "\n")]);
            let span = Span::new(start, start + "Căn cứ".len());
            out.push(cx.finding(Code::BasisNotOwnLine, span, &[]).with_fix(fix));
        }
    }
}

/// Lines end with a semicolon; in administrative documents the last ends with a full stop. In normative documents the
/// enacting sentence follows, so their last line is not checked; the Party's forms differ.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn basis_punctuation(cx: &DraftChecker<'_>, out: &mut Findings) {
    // Resolutions of assemblies have forms of their own.
    if !cx.draft.follows_decree_of_2020() || cx.draft.header.kind == Some("Nghị quyết") {
        return;
    }
    let lines = lines(cx);
    for (i, at) in lines.iter().enumerate() {
        let end = at.line.last_char;
        // "Căn cứ … .", then "Sau khi xem xét, Sở … có ý kiến như sau": the running text, in letters.
        let is_last = lines[i + 1..].iter().all(|later| end == '.' && later.line.may_run);
        let expected = match (is_last, cx.regime) {
            (false, _) => ";",
            // In decisions "QUYẾT ĐỊNH:" follows, after a full stop or a semicolon.
            (true, Regime::Administrative) if end == ',' => ".",
            _ => continue,
        };
        if end.to_string() == expected {
            continue;
        }
        let line_end = at.span().end;
        let is_mark = matches!(end, ',' | '.' | ':');
        let from = if is_mark { line_end - end.len_utf8() } else { line_end };
        let span = Span::new(if is_mark { from } else { at.base + at.line.last_word }, line_end);
        let edit = Edit::new(Span::new(from, line_end), expected);
        let fix = cx.fix("basis-punctuation.fix", &[("mark", expected)], true, vec![edit]);
        out.push(cx.finding(Code::BasisPunctuation, span, &[("mark", expected)]).with_fix(fix));
    }
}

/// A dash or bullet before "Căn cứ" in a document of the State; the Party's documents have one.
fn basis_bullet(cx: &DraftChecker<'_>, out: &mut Findings) {
    if !cx.draft.is_of_state() {
        return;
    }
    // "- Căn cứ nhiệm vụ trọng tâm, các đơn vị xây dựng kế hoạch": a task.
    for ground in grounds(cx).filter(|ground| ground.it.rank.is_some()) {
        let Some(span) = ground.it.bullet.map(|bullet| bullet.shifted(ground.base)) else { continue };
        let fix = cx.fix("basis-bullet.fix", &[], true, vec![Edit::new(span, "")]);
        out.push(cx.finding(Code::BasisBullet, span, &[]).with_fix(fix));
    }
}

/// "Căn cứ: …".
fn basis_colon(cx: &DraftChecker<'_>, out: &mut Findings) {
    for ground in grounds(cx) {
        let Some(span) = ground.it.colon.map(|colon| colon.shifted(ground.base)) else { continue };
        let fix = cx.fix("basis-colon.fix", &[], true, vec![Edit::new(span, "")]);
        out.push(cx.finding(Code::BasisColon, span, &[]).with_fix(fix));
    }
}

/// A law after a circular or decision. The acts that give the competence come first whatever their rank, so a line is
/// only reported if no possible order explains it.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 62.
fn basis_order(cx: &DraftChecker<'_>, out: &mut Findings) {
    if !cx.draft.is_of_state() {
        return;
    }
    let grounds: Vec<GroundAt<'_>> = grounds(cx).collect();
    let is_high = |ground: &GroundAt<'_>| ground.it.rank.is_some_and(|rank| rank <= 3);
    let is_low = |ground: &GroundAt<'_>| ground.it.rank.is_some_and(|rank| rank >= 6) && !ground.it.gives_competence;
    let Some(low) = grounds.iter().position(is_low) else { return };
    let Some(wrong) = grounds[low..].iter().find(|ground| is_high(ground)) else { return };
    let mut order: Vec<&GroundAt<'_>> = grounds.iter().collect();
    order.sort_by_key(|ground| if ground.it.gives_competence { 0 } else { ground.it.rank.unwrap_or(9) });
    let moved = grounds.iter().zip(order).filter(|(before, after)| before.span != after.span);
    let edits = moved.map(|(before, after)| Edit::new(before.span, &*after.it.text)).collect();
    let fix = cx.fix("basis-order.fix", &[], false, edits);
    out.push(cx.finding(Code::BasisOrder, wrong.span, &[]).with_fix(fix));
}

/// The same instrument as a basis twice.
fn basis_duplicate(cx: &DraftChecker<'_>, out: &mut Findings) {
    let mut known: FxHashMap<u64, Span> = FxHashMap::default();
    for ground in grounds(cx) {
        let Some(&first) = known.get(&ground.it.subject) else {
            known.insert(ground.it.subject, ground.span);
            continue;
        };
        let from = ground.span.start - usize::from(ground.follows_break);
        let edit = Edit::new(Span::new(from, ground.span.end), "");
        let fix = cx.fix("basis-duplicate.fix", &[], false, vec![edit]);
        let mut finding = cx.finding(Code::BasisDuplicate, ground.span, &[]).with_fix(fix);
        let message = cx.messages.text("basis-duplicate.related", &[]);
        finding.related.push(Related { span: first, message });
        out.push(finding);
    }
}

/// Formulas that name no act.
fn basis_vague(cx: &DraftChecker<'_>, out: &mut Findings) {
    for ground in grounds(cx) {
        if let Some(span) = ground.it.vague {
            out.push(cx.finding(Code::BasisVague, span.shifted(ground.base), &[]));
        }
    }
}

/// A consolidated text as the basis itself.
///
/// Source: Pháp lệnh 01/2012/UBTVQH13 Điều 4.
fn basis_vbhn_alone(cx: &DraftChecker<'_>, out: &mut Findings) {
    for ground in grounds(cx) {
        if let Some((span, number)) = &ground.it.consolidated {
            out.push(cx.finding(Code::BasisVbhnAlone, span.shifted(ground.base), &[]).with_instrument(number.clone()));
        }
    }
}

/// Only an amending act as basis, where the line does not name what it amends.
fn amending_act_alone(cx: &DraftChecker<'_>, out: &mut Findings) {
    for ground in grounds(cx) {
        let Some(act) = &ground.it.amending else { continue };
        let values = [("base", act.base.as_deref().unwrap_or("…"))];
        let span = act.span.shifted(ground.base);
        let mut finding = cx.finding(Code::AmendingActAlone, span, &values).with_instrument(act.number.clone());
        if let (Some(base), Some(place)) = (&act.base, act.place) {
            let place = ground.base + place;
            let edit = Edit::new(Span::new(place, place), format!("{base} được sửa đổi, bổ sung bởi "));
            finding = finding.with_fix(cx.fix("amending-act-alone.fix", &[("base", base)], false, vec![edit]));
        }
        out.push(finding);
    }
}

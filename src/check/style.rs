//! How citations are made: the first in full, later ones short, laws by name or number as the kind of draft wants it.

use super::messages::long_date;
use super::passage::is_basis;
use super::rewrite::title_in_sentence;
use super::run::{NumberAt, Run};
use super::{Edit, Finding, Registered, Severity};
use crate::cite::{Family, Number};
use crate::document::Regime;
use crate::text::Span;
use rustc_hash::FxHashSet;
use time::macros::date;

pub const RULES: &[Registered] = &[
    ("first-citation-incomplete", first_citation_incomplete),
    ("later-citation-too-long", later_citation_too_long),
    ("law-number-in-administrative", law_number_in_administrative),
    ("law-without-year-normative", law_without_year_normative),
    ("issuer-abbreviated-first", issuer_abbreviated_first),
    ("vague-repeal", vague_repeal),
];

/// Whether the number is that of a law or ordinance, which is cited by rules of its own.
fn is_law(n: &NumberAt<'_>) -> bool {
    matches!(n.number().family, Family::Assembly | Family::StandingCommittee)
}

/// The citations of a draft of the state that must be complete when they come first, in the order of the text.
fn citations<'r, 'd>(run: &'r Run<'d>) -> impl Iterator<Item = (usize, &'r NumberAt<'d>)> {
    let own = run.document.header().number.as_ref();
    run.numbers.iter().enumerate().filter(move |(_, n)| {
        matches!(run.regime, Regime::Administrative | Regime::Normative)
            && n.is_own_prose()
            && !n.it.header
            && !n.it.amending
            && !n.is_old()
            && own != Some(n.number())
    })
}

/// The parts that the first citation of an instrument lacks. Administrative documents want type, number, date, issuer and
/// subject; normative ones from 1 April 2025 the same without the date. A number in a list is not judged: what the list
/// shares stands at its end.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b; Nghị định 78/2025/NĐ-CP Điều 68.
fn first_citation_incomplete(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut told: FxHashSet<&Number> = FxHashSet::default();
    for (i, n) in citations(run) {
        if !told.insert(n.number()) || is_law(n) || n.it.shortened || n.number().family == Family::Consolidated {
            continue;
        }
        // In an attached form or table the number stands alone.
        let Some(word) = n.it.type_word.as_ref().filter(|w| w.own) else { continue };
        let list =
            word.span.start.checked_sub(4).is_some_and(|at| {
                n.block.is_char_boundary(at) && n.block[..word.span.start].trim_end().ends_with("các")
            });
        // "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV": issuer and subject stand in front.
        let proposal = ["Theo đề nghị", "Xét đề nghị", "Theo Tờ trình"].iter().any(|w| n.block.starts_with(w))
            && ["tại", "trong"].iter().any(|w| n.block[..word.span.start].trim_end().ends_with(w));
        if list || proposal {
            continue;
        }
        let attributes = &n.it.attributes;
        // An issuer or title that was not read is there all the same.
        let parts = [attributes.date.as_ref().map(|d| d.span), attributes.issuer.as_ref().map(|i| i.span)];
        let end = parts.into_iter().flatten().map(|s| s.end).max().unwrap_or(n.at.mention.span.end);
        let behind = n.block[end.max(n.at.mention.span.end)..].trim_start();
        if attributes.title.is_none() && ["của ", "do ", "("].iter().any(|w| behind.starts_with(w)) {
            continue;
        }
        let dated = run.regime == Regime::Administrative || !run.is_normative_2025();
        let wants = [
            ("date", dated && attributes.date.is_none()),
            ("issuer", attributes.issuer.is_none() && !n.number().is_local()),
            ("title", attributes.title.is_none()),
        ];
        let missing: Vec<String> = wants
            .iter()
            .filter(|(_, lacks)| *lacks)
            .map(|(part, _)| run.messages.text(&format!("first-citation-incomplete.{part}"), &[]))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let values = [("parts", run.messages.list(&missing))];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut finding = run.finding("first-citation-incomplete", n.span(), &values).about(n.number().canonical());
        if let Some(edits) = complete(run, i, dated) {
            finding = finding.with_fix(run.fix("first-citation-incomplete.fix", &[], false, edits));
        }
        out.push(finding);
    }
}

/// The edits that add date, issuer and title from the catalogue, as far as the text lacks them; `None` where one is not
/// known.
fn complete(run: &Run<'_>, index: usize, dated: bool) -> Option<Vec<Edit>> {
    let n = &run.numbers[index];
    let known = run.resolution(index).known()?;
    let attributes = &n.it.attributes;
    let mut at = n.at.mention.span.end;
    let mut edits: Vec<(usize, String)> = Vec::new();
    let mut add = |at: usize, text: String| match edits.last_mut() {
        Some((place, before)) if *place == at => before.push_str(&text),
        _ => edits.push((at, text)),
    };
    match &attributes.date {
        Some(date) => at = date.span.end,
        None if dated => add(at, format!(" {}", long_date(known.issued?))),
        None => {}
    }
    match &attributes.issuer {
        Some(issuer) => at = issuer.span.end,
        None => add(at, format!(" của {}", issuer_in_full(known.issuer.as_deref()?, known.kind.as_str()))),
    }
    if attributes.title.is_none() {
        add(at, format!(" {}", title_in_sentence(known)?));
    }
    Some(edits.into_iter().map(|(at, text)| Edit::new(Span::new(at, at).shifted(n.at.base), text)).collect())
}

/// A circular is the minister's.
fn issuer_in_full(issuer: &str, kind: &str) -> String {
    if kind == "Thông tư" && issuer.starts_with("Bộ ") {
        format!("Bộ trưởng {issuer}")
    } else {
        issuer.to_owned()
    }
}

/// A later citation that repeats date, issuer and title.
fn later_citation_too_long(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut full: FxHashSet<&Number> = FxHashSet::default();
    for (_, n) in citations(run) {
        let attributes = &n.it.attributes;
        let (Some(_), Some(title)) = (&attributes.issuer, attributes.title) else { continue };
        if is_law(n) || is_basis(n) || full.insert(n.number()) {
            // What stands among the bases is complete whatever follows.
            full.insert(n.number());
            continue;
        }
        let tail = n.at.global(Span::new(n.at.mention.span.end, title.end));
        let fix = run.fix("later-citation-too-long.fix", &[], false, vec![Edit::new(tail, "")]);
        out.push(run.finding("later-citation-too-long", tail, &[]).about(n.number().canonical()).with_fix(fix));
    }
}

/// A law or ordinance with its number in an administrative document.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn law_number_in_administrative(run: &Run<'_>, out: &mut Vec<Finding>) {
    if run.regime != Regime::Administrative || run.document.header().date.is_some_and(|d| d < date!(2020 - 03 - 05)) {
        return;
    }
    for name in run.names.iter().filter(|n| n.is_own_prose() && n.it.known) {
        let Some(beside) = run.number_beside(name) else { continue };
        let number = &run.numbers[beside];
        if !is_law(number) || number.at.base != name.at.base || number.span().start < name.span().end {
            continue;
        }
        let between = Span::new(name.at.mention.span.end, number.at.mention.span.start);
        if between.of(name.block).trim() != "số" {
            continue;
        }
        let place = Span::new(name.span().end, number.span().end);
        let fix = run.fix("law-number-in-administrative.fix", &[], true, vec![Edit::new(place, "")]);
        out.push(
            run.finding("law-number-in-administrative", number.span(), &[])
                .about(number.number().canonical())
                .with_fix(fix),
        );
    }
}

/// A law without its year in the running text of a normative draft; told once a name.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 1 điểm a.
fn law_without_year_normative(run: &Run<'_>, out: &mut Vec<Finding>) {
    if !run.is_normative_2025() {
        return;
    }
    let end = run.document.header().end;
    let mut told = FxHashSet::default();
    for (i, name) in run.names.iter().enumerate() {
        let law = ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|k| name.it.canonical.starts_with(k));
        let plain = name.it.year.is_none() && name.it.number.is_none() && name.it.attributes.date.is_none();
        if !law
            || !plain
            || !name.it.known
            || name.it.informal
            || !name.is_own_prose()
            || is_basis(name)
            || name.span().start < end
        {
            continue;
        }
        if !told.insert(name.it.canonical.as_str()) {
            continue;
        }
        let mut finding = run.finding("law-without-year-normative", name.span(), &[("name", &name.it.canonical)]);
        if let Some(year) = run.name_resolution(i).known().and_then(|k| k.year) {
            let place = Span::new(name.span().end, name.span().end);
            let text = format!("{} năm {year}", name.it.canonical);
            let fix = run.fix("write", &[("text", &text)], false, vec![Edit::new(place, format!(" năm {year}"))]);
            finding = finding.with_fix(fix);
        }
        out.push(finding.about(name.it.canonical.clone()));
    }
}

/// An issuer in short form at the first citation: "của Bộ NN&MT".
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b.
fn issuer_abbreviated_first(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut told: FxHashSet<&Number> = FxHashSet::default();
    for (_, n) in citations(run) {
        if !told.insert(n.number()) {
            continue;
        }
        let Some(issuer) = &n.it.attributes.issuer else { continue };
        let written = issuer.span.of(n.block);
        // Capitals in a row are an abbreviation.
        let short = written.split([' ', '&', '.']).any(|w| w.chars().count() >= 2 && w.chars().all(char::is_uppercase));
        if short && written != issuer.name {
            let span = n.at.global(issuer.span);
            let values = [("seen", written), ("expected", issuer.name.as_str())];
            let fix = run.fix("write", &[("text", &issuer.name)], true, vec![Edit::new(span, issuer.name.clone())]);
            out.push(
                run.finding("issuer-abbreviated-first", span, &values).with_fix(fix).about(n.number().canonical()),
            );
        }
    }
}

/// A repeal that lists nothing: "Bãi bỏ các quy định trước đây trái với Thông tư này". Drafts before July 2016 were free
/// to say so.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 67 khoản 3; Luật 64/2025/QH15 Điều 8.
fn vague_repeal(run: &Run<'_>, out: &mut Vec<Finding>) {
    if !matches!(run.regime, Regime::Normative | Regime::Administrative) || run.day < date!(2016 - 07 - 01) {
        return;
    }
    let words = memchr::memmem::Finder::new("quy định trước đây");
    for (offset, block) in run.document.blocks() {
        let text: &str = &block.text;
        for at in words.find_iter(text.as_bytes()) {
            let sentence = &text[super::run::sentence_start(text, at)..super::run::sentence_end(text, at)];
            let lower = sentence.to_lowercase();
            let repeal = lower.contains("bãi bỏ") || lower.contains("hết hiệu lực");
            if !repeal || !lower.contains("trái với") || run.is_quoted(offset + at) {
                continue;
            }
            let span = Span::new(at, at + "quy định trước đây".len()).shifted(offset);
            let finding = run.finding("vague-repeal", span, &[]);
            out.push(if run.regime == Regime::Normative { finding } else { finding.at_most(Severity::Information) });
        }
    }
}

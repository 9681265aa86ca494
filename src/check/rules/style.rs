//! How citations are made: the first in full, later ones short, laws by name or number as the kind of draft wants it.

use crate::check::checker::{Checker, NameCitation, NumberCitation};
use crate::check::draft_checker::DraftChecker;
use crate::check::evidence::citation::{is_judged, is_law};
use crate::check::evidence::edits::title_in_sentence;
use crate::check::evidence::sentence::{is_basis, sentence_end, sentence_start};
use crate::check::finding::{Finding, Findings};
use crate::check::registry::Rule;
use crate::check::words::Word;
use crate::check::{Code, Edit, Severity};
use crate::cite::Family;
use crate::document::Regime;
use crate::i18n::long_date;
use crate::law::milestones;
use crate::text::Span;
use memchr::memmem::Finder;
use rustc_hash::FxHashSet;

/// The rules of this file.
pub const RULES: &[Rule] = &[
    Rule::number(Code::FirstCitationIncomplete, first_citation_incomplete).yielding_to(&[Code::AmbiguousNumber]),
    Rule::draft(Code::LaterCitationTooLong, later_citation_too_long),
    Rule::name(Code::LawNumberInAdministrative, law_number_in_administrative),
    Rule::name(Code::LawWithoutYearNormative, law_without_year_normative),
    Rule::number(Code::IssuerAbbreviatedFirst, issuer_abbreviated_first),
    Rule::block(Code::VagueRepeal, vague_repeal),
];

/// The parts that the first citation of an instrument lacks. Administrative documents want type, number, date, issuer
/// and subject; normative ones from 1 April 2025 the same without the date. A number in a list is not checked: the
/// shared parts are at the end of the list.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b; Nghị định 78/2025/NĐ-CP Điều 68.
fn first_citation_incomplete(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    if is_judged(cx, n) {
        out.once(Code::FirstCitationIncomplete, n.number(), || incomplete(cx, n));
    }
}

fn incomplete(cx: &Checker<'_>, n: &NumberCitation<'_>) -> Option<Finding> {
    if is_law(n) || n.node.shortened || n.number().family == Family::Consolidated {
        return None;
    }
    // In an attached form or table the number has no other parts.
    let word = n.node.type_word.as_ref().filter(|w| w.own)?;
    let before = &n.block[..word.span.start];
    let is_in_list = before.trim_end().ends_with("các");
    // "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV": issuer and subject are before the number.
    let is_proposal = ["Theo đề nghị", "Xét đề nghị", "Theo Tờ trình"].iter().any(|w| n.block.starts_with(w))
        && ["tại", "trong"].iter().any(|w| before.trim_end().ends_with(w));
    if is_in_list || is_proposal {
        return None;
    }
    let attributes = &n.node.attributes;
    // An issuer or title may be there although it wasn't recognised.
    let parts = [attributes.date.as_ref().map(|d| d.span), attributes.issuer.as_ref().map(|i| i.span)];
    let end = parts.into_iter().flatten().map(|s| s.end).max().unwrap_or(n.span().end);
    let after = n.block[end.max(n.span().end)..].trim_start();
    if attributes.title.is_none() && ["của ", "do ", "("].iter().any(|w| after.starts_with(w)) {
        return None;
    }
    let is_dated = cx.regime == Regime::Administrative || !cx.is_normative_2025();
    let wants = [
        ("date", is_dated && attributes.date.is_none()),
        ("issuer", attributes.issuer.is_none() && !n.number().is_local()),
        ("title", attributes.title.is_none()),
    ];
    let missing: Vec<String> = wants
        .iter()
        .filter(|(_, lacks)| *lacks)
        .map(|(part, _)| cx.messages.text(&format!("first-citation-incomplete.{part}"), &[]))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let parts = cx.messages.list(&missing);
    let finding = cx
        .finding(Code::FirstCitationIncomplete, n.span(), &[("parts", &parts)])
        .with_instrument(n.number().canonical());
    Some(match complete(cx, n, is_dated) {
        Some(edits) => finding.with_fix(cx.fix("first-citation-incomplete.fix", &[], false, edits)),
        None => finding,
    })
}

/// The edits that add date, issuer and title from the catalogue, as far as the text lacks them; `None` where one is not
/// known.
fn complete(cx: &Checker<'_>, n: &NumberCitation<'_>, is_dated: bool) -> Option<Vec<Edit>> {
    let known = cx.resolution(n.index).known()?;
    let attributes = &n.node.attributes;
    let mut at = n.span().end;
    let mut edits: Vec<(usize, String)> = Vec::new();
    let mut add = |at: usize, text: String| match edits.last_mut() {
        Some((place, before)) if *place == at => before.push_str(&text),
        _ => edits.push((at, text)),
    };
    match &attributes.date {
        Some(date) => at = date.span.end,
        None if is_dated => add(at, format!(" {}", long_date(known.issued?))),
        None => {}
    }
    match &attributes.issuer {
        Some(issuer) => at = issuer.span.end,
        None => add(at, format!(" của {}", issuer_in_full(known.issuer.as_deref()?, known.kind.as_str()))),
    }
    if attributes.title.is_none() {
        add(at, format!(" {}", title_in_sentence(known)?));
    }
    Some(edits.into_iter().map(|(at, text)| Edit::new(Span::new(at, at), text)).collect())
}

/// The minister issues a circular, not the ministry.
fn issuer_in_full(issuer: &str, kind: &str) -> String {
    if kind == "Thông tư" && issuer.starts_with("Bộ ") {
        format!("Bộ trưởng {issuer}")
    } else {
        issuer.to_owned()
    }
}

/// A later citation that repeats date, issuer and title.
fn later_citation_too_long(cx: &DraftChecker<'_>, out: &mut Findings) {
    let mut known: FxHashSet<u64> = FxHashSet::default();
    for (base, facts) in cx.facts() {
        for citation in &facts.full {
            let is_first = known.insert(citation.number);
            let Some(tail) = citation.tail.filter(|_| !is_first) else { continue };
            let tail = tail.shifted(base);
            let fix = cx.fix("later-citation-too-long.fix", &[], false, vec![Edit::new(tail, "")]);
            let finding = cx.finding(Code::LaterCitationTooLong, tail, &[]);
            out.push(finding.with_instrument(&*citation.canonical).with_fix(fix));
        }
    }
}

/// A law or ordinance with its number in an administrative document.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn law_number_in_administrative(cx: &Checker<'_>, name: &NameCitation<'_>, out: &mut Findings) {
    if cx.regime != Regime::Administrative
        || cx.draft.header.date.is_some_and(|d| d < milestones::DECREE_ON_CLERICAL_WORK_2020)
    {
        return;
    }
    if !name.is_own_prose() || !name.node.known {
        return;
    }
    let Some(number) = cx.number_beside(name).map(|beside| &cx.numbers[beside]) else { return };
    if !is_law(number) || number.span().start < name.span().end {
        return;
    }
    if Span::new(name.span().end, number.span().start).of(name.block).trim() != "số" {
        return;
    }
    let place = Span::new(name.span().end, number.span().end);
    let fix = cx.fix("law-number-in-administrative.fix", &[], true, vec![Edit::new(place, "")]);
    let finding = cx.finding(Code::LawNumberInAdministrative, number.span(), &[]);
    out.push(finding.with_instrument(number.number().canonical()).with_fix(fix));
}

/// A law without its year in the running text of a normative draft; reported once a name.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 1 điểm a.
fn law_without_year_normative(cx: &Checker<'_>, name: &NameCitation<'_>, out: &mut Findings) {
    let is_law = ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|kind| name.node.canonical.starts_with(kind));
    let is_plain = name.node.year.is_none() && name.node.number.is_none() && name.node.attributes.date.is_none();
    if !cx.is_normative_2025()
        || !is_law
        || !is_plain
        || !name.node.known
        || name.node.informal
        || !name.is_own_prose()
        || is_basis(name)
        || cx.place.in_header
    {
        return;
    }
    out.once(Code::LawWithoutYearNormative, name.node.canonical.as_str(), || {
        let mut finding = cx.finding(Code::LawWithoutYearNormative, name.span(), &[("name", &name.node.canonical)]);
        if let Some(year) = cx.name_resolution(name.index).known().and_then(|k| k.year) {
            let place = Span::new(name.span().end, name.span().end);
            let text = format!("{} năm {year}", name.node.canonical);
            let fix = cx.fix("write", &[("text", &text)], false, vec![Edit::new(place, format!(" năm {year}"))]);
            finding = finding.with_fix(fix);
        }
        Some(finding.with_instrument(name.node.canonical.clone()))
    });
}

/// An issuer in short form at the first citation: "của Bộ NN&MT".
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b.
fn issuer_abbreviated_first(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    if is_judged(cx, n) {
        out.once(Code::IssuerAbbreviatedFirst, n.number(), || abbreviated(cx, n));
    }
}

fn abbreviated(cx: &Checker<'_>, n: &NumberCitation<'_>) -> Option<Finding> {
    let issuer = n.node.attributes.issuer.as_ref()?;
    let written = issuer.span.of(n.block);
    // Capitals in a row are an abbreviation.
    let is_short = written.split([' ', '&', '.']).any(|w| w.chars().count() >= 2 && w.chars().all(char::is_uppercase));
    if !is_short || written == issuer.name {
        return None;
    }
    let values = [("seen", written), ("expected", issuer.name.as_str())];
    let fix = cx.fix("write", &[("text", &issuer.name)], true, vec![Edit::new(issuer.span, issuer.name.clone())]);
    let finding = cx.finding(Code::IssuerAbbreviatedFirst, issuer.span, &values);
    Some(finding.with_fix(fix).with_instrument(n.number().canonical()))
}

/// A repeal that lists nothing: "Bãi bỏ các quy định trước đây trái với Thông tư này". Allowed in drafts before July
/// 2016.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 67 khoản 3; Luật 64/2025/QH15 Điều 8.
fn vague_repeal(cx: &Checker<'_>, out: &mut Findings) {
    const WORDS: &str = "quy định trước đây";
    static EARLIER: Word = Word::new(|| Finder::new(WORDS));
    if !cx.draft.is_of_state() || cx.day < milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2015 {
        return;
    }
    let text = cx.text();
    for at in EARLIER.places(text) {
        let sentence = text[sentence_start(text, at)..sentence_end(text, at)].to_lowercase();
        let is_repeal = sentence.contains("bãi bỏ") || sentence.contains("hết hiệu lực");
        if !is_repeal || !sentence.contains("trái với") || cx.is_quoted(at) {
            continue;
        }
        let finding = cx.finding(Code::VagueRepeal, Span::new(at, at + WORDS.len()), &[]);
        out.push(if cx.regime == Regime::Normative { finding } else { finding.cap_severity(Severity::Information) });
    }
}

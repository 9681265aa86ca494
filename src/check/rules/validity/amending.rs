//! Acts that were amended, and acts that the draft amends.

use super::{KnownCitation, each_known, expiry, is_end_sure, number_of};
use crate::catalogue::{Fact, Instrument, RelationKind, Resolution};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::edits::usual_name;
use crate::check::evidence::identity::is_taken_in_term;
use crate::check::evidence::sentence::{basis_end, sentence_start};
use crate::check::evidence::title::names_amended;
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Finding, Severity};
use crate::cite::{CueKind, Family, Number};
use crate::document::Regime;
use crate::law::{InstrumentType, types};
use crate::text::Span;
use regex::Regex;
use std::sync::{Arc, LazyLock};
use time::Date;
use time::macros::date;

/// From which day on nearly every basis names the acts that amended it; before, one in three left them out. Nghị định
/// 78/2025/NĐ-CP made a rule of the practice.
const NAMED_SINCE: Date = date!(2021 - 01 - 01);

/// An act that was amended, where it is a basis and the draft names none of the amending acts. Only normative drafts
/// must say so.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68.
pub fn amendment_not_mentioned(cx: &Checker<'_>, out: &mut Findings) {
    if cx.regime != Regime::Normative {
        return;
    }
    each_known(cx, |citation| {
        if !citation.basis {
            return;
        }
        out.once(Code::AmendmentNotMentioned, citation.known.id, || not_mentioned(cx, &citation));
    });
}

/// The finding of a first citation that names no amending act.
fn not_mentioned(cx: &Checker<'_>, citation: &KnownCitation<'_, '_>) -> Option<Finding> {
    let known = citation.known;
    let end = citation.span.end;
    let line = end + basis_end(citation.after);
    let says_so = citation.after.chars().take(240).collect::<String>().contains("sửa đổi, bổ sung");
    // Those that the line names.
    let named: Vec<String> = if says_so {
        let in_line = cx.numbers.iter().filter(|n| (end..line).contains(&n.span().start));
        in_line.map(|n| n.number().key()).collect()
    } else {
        Vec::new()
    };
    if says_so && named.is_empty() {
        return None;
    }
    let own = cx.draft.header.number.as_ref().map(Number::key);
    let (keys, amending): (Vec<Number>, Vec<String>) = known
        .related(RelationKind::AmendedBy)
        .filter(|r| r.date.is_none_or(|d| d <= cx.day))
        .filter_map(|r| Number::parse(&r.target).map(|n| (n, r.target.clone())))
        // "20/2025/QH15" is a misreading of 20/2023/QH15.
        .filter(|(n, _)| n.family != Family::Assembly || !is_misread(cx, n))
        .filter(|(n, target)| amends_now(cx, known, n, target))
        .filter(|(n, _)| Some(n.key()) != own && n.year.is_none_or(|y| i32::from(y) <= cx.day.year()))
        .filter(|(n, _)| !named.contains(&n.key()))
        .unzip();
    // One of those that are named is not known to amend it: another rule says so, or the catalogue lacks it.
    let is_known = |key: &String| {
        known.related(RelationKind::AmendedBy).any(|r| Number::parse(&r.target).is_some_and(|n| n.key() == *key))
    };
    if amending.is_empty() || !named.iter().all(is_known) || citation.is_past(cx) {
        return None;
    }
    let name = usual_name(known);
    let listed = cx.messages.list(&amending);
    let values = [("name", name.as_str()), ("list", &listed)];
    let variant = if says_so { "partly" } else { "" };
    let mut finding = cx.variant(Code::AmendmentNotMentioned, variant, citation.span, &values);
    finding = finding.with_instrument(number_of(known));
    let acts: Vec<Option<Arc<Instrument>>> =
        amending.iter().map(|a| cx.catalogue.by_number(a).into_iter().next()).collect();
    // Each of them says in its own title that it amends the act.
    let is_sure = acts.iter().all(|act| {
        act.as_ref().is_some_and(|act| {
            act.is_confirmed(Fact::Title)
                && act.issued.is_some()
                && act.effective.is_some()
                && names_amended(act, known)
        })
    });
    // Of those that the drafter left out among others, an act on many laws may change nothing that matters here.
    let is_of_many = |act: &Option<Arc<Instrument>>| {
        act.as_ref().and_then(|act| act.title.as_deref()).is_some_and(|title| title.matches("Luật ").count() > 3)
    };
    if !is_sure || cx.day < NAMED_SINCE || (says_so && acts.iter().all(is_of_many)) {
        finding = finding.cap_severity(Severity::Information);
    }
    if citation.basis {
        let listed: Vec<String> = amending
            .iter()
            .zip(&acts)
            .map(|(number, act)| {
                let kind = act.as_ref().map(|act| act.kind.as_str().to_owned());
                let kind = kind.or_else(|| Number::parse(number).and_then(|n| n.kind().map(|k| k.name.clone())));
                format!("{} số {number}", kind.unwrap_or_else(|| "Luật".to_owned()))
            })
            .collect();
        let joint = if says_so { ", " } else { " được sửa đổi, bổ sung bởi " };
        let text = format!("{joint}{}", cx.messages.list(&listed));
        let at = Span::new(line, line);
        finding = finding.with_fix(cx.fix("amendment-not-mentioned.fix", &[], false, vec![Edit::new(at, text)]));
    }
    // If the draft names an amending act anywhere, the drafter knows of the amendment.
    Some(finding.dropped_if_cited(&keys))
}

/// Whether an act amends another on the day of the draft: it is in force by then, and not of a lower rank. A resolution or a
/// law on another subject changes a law without being named in its basis.
fn amends_now(cx: &Checker<'_>, known: &Instrument, number: &Number, target: &str) -> bool {
    let act = cx.catalogue.by_number(target).into_iter().next();
    let is_in_force = act.as_ref().is_none_or(|act| {
        act.issued.is_none_or(|issued| issued <= cx.day) && act.effective.is_none_or(|effective| effective <= cx.day)
    });
    let kind = act.as_ref().map(|act| act.kind).or_else(|| number.kind().map(|kind| kind.id));
    let is_lower = known.kind.is_law() && kind.is_some_and(|kind| !kind.is_law());
    let rank = |kind: crate::law::TypeId| types().by_name(kind.as_str()).and_then(|t| t.rank);
    let is_outranked = kind.and_then(rank).zip(rank(known.kind)).is_some_and(|(by, of)| by > of);
    is_in_force && !is_lower && !is_outranked && act.is_none_or(|act| names_amended(&act, known))
}

/// Whether a number of the Assembly is unknown while its serial belongs to a known act of another year.
fn is_misread(cx: &Checker<'_>, number: &Number) -> bool {
    cx.catalogue.by_key(&number.key()).is_empty() && is_taken_in_term(cx, None, number)
}

/// Numbers that the draft amends: the objects of its amending sentences.
fn amended(cx: &Checker<'_>) -> Vec<usize> {
    let cues = &cx.block.reading.cues;
    let framed =
        |in_block: usize| cues.iter().any(|cue| matches!(cue.kind, CueKind::Frame(mention) if mention == in_block));
    let is_framed = |i: &usize| {
        let n = &cx.numbers[*i];
        framed(n.place.in_block) && n.is_own_prose()
    };
    (0..cx.numbers.len()).filter(is_framed).collect()
}

/// Whether the sentence amends something else: it names the act as the reason ("bổ sung Phụ lục XI theo quy định tại
/// Điều 11 Nghị định số …"), or gives the title of another act that amends it.
fn is_named_besides(cx: &Checker<'_>, index: usize) -> bool {
    let n = &cx.numbers[index];
    let start = sentence_start(n.block, n.place.mention.span.start);
    let before = &n.block[start..n.place.mention.span.start];
    let earlier = index.checked_sub(1).map(|i| &cx.numbers[i]);
    let of_title = |e: &NumberCitation<'_>| {
        let verb = before.find("ửa đổi").map(|at| start + at);
        e.place.block == n.place.block && verb.is_some_and(|verb| (start..verb).contains(&e.place.mention.span.start))
    };
    before.contains("theo quy định") || earlier.is_some_and(of_title)
}

/// A circular that amends a decree, a decree that amends a law: only the same or a higher agency can.
///
/// Source: Luật 64/2025/QH15 Điều 8.
pub fn amend_wrong_issuer(cx: &Checker<'_>, out: &mut Findings) {
    let Some(own) = cx.draft.header.kind.and_then(|k| types().by_name(k)) else { return };
    let Some(own_rank) = own.rank.filter(|_| own.normative && own.name != "Nghị quyết") else { return };
    // A decision without a year publishes lists, which contain titles of amending acts.
    if cx.regime != Regime::Normative || cx.draft.names_itself_otherwise {
        return;
    }
    for i in amended(cx) {
        let n = &cx.numbers[i];
        let word = n.node.type_word.as_ref().and_then(|w| types().by_name(w.name));
        let Some(target) = word.or_else(|| n.number().kind()).filter(|t| t.name != "Nghị quyết") else { continue };
        if is_named_besides(cx, i) {
            continue;
        }
        // Of decisions only the Prime Minister's are of higher rank.
        if target.name == "Quyết định" && n.number().issuers != ["TTg"] {
            continue;
        }
        if target.rank.is_some_and(|rank| rank < own_rank) && n.number().year.is_some() {
            let values = [("own", own.name.as_str()), ("kind", &target.name)];
            let finding = cx.finding(Code::AmendWrongIssuer, n.span(), &values);
            // Many agencies issue decisions; a circular or a decree shows its issuer.
            let sure = matches!(own.name.as_str(), "Thông tư" | "Nghị định");
            let finding = if sure { finding } else { finding.cap_severity(Severity::Warning) };
            out.push(finding.with_instrument(n.number().canonical()));
        }
    }
    amended_law(cx, own, out);
}

/// A law that the draft changes by its name: "Nghị định này bãi bỏ khoản 2 Điều 5 Luật Lưu trữ năm 2024", "1. Bãi bỏ Điều 9 Luật
/// Đất đai". Only where the sentence begins with the verb or with the draft itself, and nothing but provisions is between.
fn amended_law(cx: &Checker<'_>, own: &InstrumentType, out: &mut Findings) {
    static CHANGES: LazyLock<Regex> = LazyLock::new(|| {
        let unit = r"(?:(?:các |một số )?(?:điều|khoản|điểm|chương|mục)\b[ \p{L}\d]{0,12}?(?:,| và)?\s*)";
        let verb = r"(?:sửa đổi, bổ sung|sửa đổi|bãi bỏ|hủy bỏ|huỷ bỏ|thay thế)";
        let pattern =
            format!(r"(?i)^\s*(?:\d+[a-z]?\.|\p{{L}}\)|-)?\s*(?:\p{{L}}+ \p{{L}}+ này )?{verb} {unit}*(?:của )?$");
        Regex::new(&pattern).expect("the pattern of amending sentences is well formed")
    });
    if !matches!(own.name.as_str(), "Nghị định" | "Thông tư") {
        return;
    }
    for name in cx.names.iter().filter(|name| name.is_own_prose() && name.node.known && name.node.number.is_none()) {
        let is_law = ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|kind| name.node.canonical.starts_with(kind));
        let before = name.before();
        let sentence = &before[sentence_start(before, before.len())..];
        let line = sentence.rsplit('\n').next().unwrap_or(sentence);
        // A line that goes on with the sentence of the one before: "Luật số 57/2024/QH15 ⏎ sửa đổi, bổ sung một số điều của Luật …".
        let earlier = sentence[..sentence.len() - line.len()].trim_end();
        let goes_on = line.trim_start().starts_with(char::is_lowercase)
            && !earlier.is_empty()
            && !earlier.ends_with(['.', ';', ':', '”', '"']);
        if !is_law || goes_on || !cx.is_in_body(name.span().start) || !CHANGES.is_match(line) {
            continue;
        }
        let kind = name.node.canonical.split(' ').next().unwrap_or_default();
        let values = [("own", own.name.as_str()), ("kind", if kind == "Bộ" { "Bộ luật" } else { kind })];
        out.push(cx.finding(Code::AmendWrongIssuer, name.span(), &values).with_instrument(name.node.canonical.clone()));
    }
}

/// An act that is amended although it has expired.
///
/// Source: Luật 64/2025/QH15 Điều 57.
pub fn amend_target_expired(cx: &Checker<'_>, out: &mut Findings) {
    if !matches!(cx.regime, Regime::Normative | Regime::Administrative) {
        return;
    }
    for i in amended(cx) {
        let n = &cx.numbers[i];
        // The words after the number may be its title.
        let start = sentence_start(n.block, n.place.mention.span.start);
        let before = n.block[start..n.place.mention.span.start].to_lowercase();
        let ends = ["bãi bỏ", "thay thế", "hết hiệu lực"].iter().any(|w| before.contains(w));
        if (ends && !before.contains("sửa đổi")) || is_named_besides(cx, i) {
            continue;
        }
        let Resolution::Known(known) = cx.resolution(i) else { continue };
        let Some((Some(since), _)) = expiry(cx, known) else { continue };
        let (name, date) = (usual_name(known), cx.messages.date(since));
        let values = [("name", name.as_str()), ("date", &date)];
        let finding = cx.finding(Code::AmendTargetExpired, n.span(), &values).with_instrument(number_of(known));
        out.push(if is_end_sure(known) { finding } else { finding.cap_severity(Severity::Information) });
    }
}

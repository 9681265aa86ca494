//! Whether what is cited is in force on the day of judgement.

mod amending;
mod basis;
mod effect;

use crate::catalogue::{Fact, Instrument, RelationKind, Resolution, Validity};
use crate::check::checker::{Checker, NameCitation};
use crate::check::evidence::candidates::has_title_of;
use crate::check::evidence::edits::{by_target, cite_instead, cited, usual_name};
use crate::check::evidence::identity::is_another;
use crate::check::evidence::sentence::{is_basis, is_past, sentence_start};
use crate::check::evidence::title::{may_have_name, names_amended};
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Finding, Severity};
use crate::cite::Number;
use crate::document::Regime;
use crate::i18n::today;
use crate::law::milestones;
use crate::text::Span;
use std::sync::Arc;
use time::Date;
use time::macros::date;

/// The rules of this family.
pub const RULES: &[Rule] = &[
    Rule::block(Code::ExpiredInstrument, expired_instrument),
    Rule::block(Code::PartlyExpired, partly_expired),
    Rule::block(Code::NotYetInForce, not_yet_in_force).yielding_to(&[Code::CitedAfterDraft]),
    Rule::block(Code::SuspendedInstrument, suspended_instrument),
    Rule::block(Code::GuidanceOfExpiredAct, guidance_of_expired_act),
    Rule::block(Code::BasisExpired, basis::basis_expired),
    Rule::block(Code::BasisRank, basis::basis_rank),
    Rule::block(Code::AmendmentNotMentioned, amending::amendment_not_mentioned).yielding_to(&[Code::BasisExpired]),
    Rule::block(Code::AmendWrongIssuer, amending::amend_wrong_issuer),
    Rule::block(Code::AmendTargetExpired, amending::amend_target_expired),
    Rule::draft(Code::EffectiveTooEarly, effect::effective_too_early),
];

/// The day up to which the catalogue's facts of validity reach. Undated ends are reported for later days only.
const FACTS_UNTIL: Date = date!(2025 - 12 - 31);

/// How long an undated text may lie unread.
const RECENT: time::Duration = time::Duration::days(3 * 365);

/// A citation of a known instrument by number or by name.
struct KnownCitation<'r, 'd> {
    span: Span,
    known: &'r Arc<Instrument>,
    /// Index in the checker's numbers; `None` for a name without number.
    number: Option<usize>,
    name: Option<usize>,
    basis: bool,
    after: &'d str,
}

impl KnownCitation<'_, '_> {
    /// The surrounding text is about the past, or replaces, repeals or amends.
    fn is_past(&self, cx: &Checker<'_>) -> bool {
        self.number.is_some_and(|i| is_past(cx, &cx.numbers[i])) || self.name.is_some_and(|i| is_past(cx, &cx.names[i]))
    }
}

/// Calls for every citation of a known instrument in the drafter's own prose, except the document's own number and the
/// acts of an amending list. A name without a year means the act in force and is skipped.
fn each_known<'r, 'd>(cx: &'r Checker<'d>, mut visit: impl FnMut(KnownCitation<'r, 'd>)) {
    // A consolidated text cites what was in force when the act was made.
    if cx.draft.header.consolidated {
        return;
    }
    let own = cx.draft.header.number.as_ref();
    for (i, n) in cx.numbers.iter().enumerate() {
        if !n.is_own_prose() || n.node.header || n.node.amending || own == Some(n.number()) {
            continue;
        }
        if let Resolution::Known(known) = cx.resolution(i)
            && !is_another(n, known)
            && !is_misnamed(cx, i, known)
        {
            let (number, basis) = (Some(i), is_basis(n));
            visit(KnownCitation { span: n.span(), known, number, name: None, basis, after: n.after() });
        }
    }
    for (i, n) in cx.names.iter().enumerate() {
        let dated = n.node.year.is_some() || n.node.attributes.date.is_some();
        if !n.is_own_prose() || n.node.number.is_some() || !n.node.known || !dated {
            continue;
        }
        if let Resolution::Known(known) = cx.name_resolution(i) {
            let (name, basis) = (Some(i), is_basis(n));
            visit(KnownCitation { span: n.span(), known, number: None, name, basis, after: n.after() });
        }
    }
}

/// Whether the name beside a number is that of another act: which of the two is meant isn't known, and another rule reports it.
fn is_misnamed(cx: &Checker<'_>, index: usize, known: &Instrument) -> bool {
    let mut beside = cx.names.iter().filter(|name| name.node.known && cx.number_beside(name) == Some(index));
    known.kind.is_law() && known.title.is_some() && beside.any(|name| !may_have_name(known, &name.node.canonical))
}

/// Since when an instrument is no longer in force on the day of judgement, and by what, where that is certain enough to
/// be reported. An end without a date is reported only from the date up to which the facts are complete.
fn expiry(cx: &Checker<'_>, known: &Instrument) -> Option<(Option<Date>, Option<String>)> {
    let Validity::Expired { since, by } = known.validity(cx.day) else { return None };
    // A draft of a month or year that is over, whose day isn't filled in, may be of before the end.
    let header = &cx.draft.header;
    let is_within = |(first, last): (Date, Date)| last < today() && since.is_some_and(|since| since > first);
    if header.date.is_none() && header.period.is_some_and(is_within) {
        return None;
    }
    let own = cx.draft.header.number.as_ref().map(crate::cite::Number::canonical);
    let replaced_here = by.is_some() && by == own;
    let is_certain = since.is_some() || (cx.day >= FACTS_UNTIL && known.is_confirmed(Fact::Status));
    // What was amended after its end has not ended: the end is of a part, or of another act.
    let is_amended_later = since.is_some_and(|since| {
        known.related(RelationKind::AmendedBy).any(|r| {
            let year =
                || Number::parse(&r.target).and_then(|n| n.year).is_some_and(|year| i32::from(year) > since.year());
            r.date.map_or_else(year, |date| date > since)
        })
    });
    let is_of_its_subject = |by: &String| {
        let title = known.title.as_deref().unwrap_or_default();
        by_target(cx, by).is_some_and(|successor| successor.title.is_none() || has_title_of(&successor, title))
    };
    if is_amended_later && !by.as_ref().is_some_and(is_of_its_subject) {
        return None;
    }
    // An act that ends on the day of the draft is most likely ended by it.
    let ends_today = since == Some(cx.day) && cx.is_dated;
    (!replaced_here && !ends_today && is_certain).then_some((since, by))
}

/// Whether the end of an act is certain enough to be reported as a fault: a source confirms it, and the act that ended
/// it isn't also recorded as amending it (a list of both may have been misread).
fn is_end_sure(known: &Instrument) -> bool {
    let amends = |by: &str| known.related(RelationKind::AmendedBy).any(|r| r.target == by);
    known.is_confirmed(Fact::Status) && !known.successor().is_some_and(|s| amends(&s.target))
}

/// The finding that an instrument has expired, with the successor as fix where the complete citation can be rewritten.
fn expired(
    cx: &Checker<'_>,
    code: Code,
    citation: &KnownCitation<'_, '_>,
    since: Option<Date>,
    by: Option<&str>,
) -> Finding {
    let name = usual_name(citation.known);
    let date = since.map(|d| cx.messages.date(d)).unwrap_or_default();
    let replaced_by = by.and_then(|by| by_target(cx, by));
    let successor = replaced_by.as_ref().map(|first| living(cx, first));
    let mut by_name = replaced_by.as_deref().map_or_else(|| by.unwrap_or_default().to_owned(), usual_name);
    if let (Some(first), Some(now)) = (&replaced_by, &successor)
        && first.id != now.id
    {
        by_name = cx.messages.text("replaced-again", &[("first", &by_name), ("now", &usual_name(now))]);
    }
    let confirmed = citation.known.is_confirmed(Fact::Status);
    let variant = match (since.is_some(), by.is_some(), confirmed) {
        (true, true, true) => "",
        (true, false, true) => "ended",
        (true, true, false) => "unconfirmed",
        (true, false, false) => "ended-unconfirmed",
        (false, ..) => "undated",
    };
    let values = [("name", name.as_str()), ("date", &date), ("by", &by_name)];
    let mut finding = cx.variant(code, variant, citation.span, &values);
    if let Some(successor) = successor
        && let Some(n) = citation.number.map(|i| &cx.numbers[i])
        && let Some(edits) = cite_instead(n, citation.known, &successor)
    {
        finding = finding.with_fix(cx.fix("write", &[("text", &cited(&successor))], false, edits));
    }
    let finding = finding.with_instrument(citation.known.number.clone().unwrap_or(name));
    if is_of_the_tender(cx, citation.known, since) {
        return finding.cap_severity(Severity::Information);
    }
    // Unconfirmed facts are reported as information at most.
    if is_end_sure(citation.known) && since.is_some() {
        finding
    } else if is_end_likely(citation.known, replaced_by.as_deref(), since) {
        finding.cap_severity(Severity::Warning)
    } else {
        finding.cap_severity(Severity::Information)
    }
}

/// Whether a contract may rightly be based on an act on tendering that has ended: that of the day on which the tender was approved, up
/// to two years before.
///
/// Source: Luật 22/2023/QH15 Điều 96 khoản 1.
fn is_of_the_tender(cx: &Checker<'_>, known: &Instrument, since: Option<Date>) -> bool {
    let is_on_tendering = known.title.as_deref().is_some_and(|title| {
        let title = title.to_lowercase();
        title.contains("đấu thầu") || title.contains("lựa chọn nhà thầu")
    });
    cx.regime == Regime::Contract
        && is_on_tendering
        && since.is_some_and(|end| cx.day - end < time::Duration::days(730))
}

/// Whether an end that no source confirms is plain from the successor: it took effect on the day on which this one ended, and it is
/// an act of the same type and name, or both records say that it replaced this one.
fn is_end_likely(known: &Instrument, successor: Option<&Instrument>, since: Option<Date>) -> bool {
    successor.is_some_and(|successor| {
        let same_title = known.title.is_some() && known.title == successor.title;
        let says = |of: &Instrument, kind: RelationKind, to: &Instrument| {
            of.related(kind).any(|relation| Some(relation.target.as_str()) == to.number.as_deref())
        };
        let is_told_by_both = says(successor, RelationKind::Replaces, known)
            && says(known, RelationKind::ReplacedBy, successor)
            && !says(known, RelationKind::AmendedBy, successor);
        let took_effect = since.is_some() && successor.effective == since;
        let is_told = is_told_by_both && successor.is_confirmed(Fact::Effective);
        took_effect && successor.kind == known.kind && (same_title || is_told)
    })
}

/// The act that replaces a successor on the day of judgement, since the successor may have been replaced itself:
/// 77/2015/QH13 by 65/2025/QH15, and that by 72/2025/QH15 three months later. The last one that is known, where the
/// chain ends or turns in a circle.
fn living(cx: &Checker<'_>, first: &Arc<Instrument>) -> Arc<Instrument> {
    let mut chain = vec![Arc::clone(first)];
    loop {
        let last = &chain[chain.len() - 1];
        let next = match last.validity(cx.day) {
            Validity::Expired { since: Some(_), by: Some(by) } => by_target(cx, &by),
            _ => None,
        };
        match next {
            Some(next) if chain.iter().all(|i| i.id != next.id) => chain.push(next),
            _ => return Arc::clone(last),
        }
    }
}

/// An act that has expired on the day of judgement. Not reported: past facts, transitional and closing clauses,
/// quotations, titles, and lists of acts that have ended; bases have a rule of their own. Where the draft cites the
/// replacing act too, it knows both.
///
/// Source: Luật 64/2025/QH15 Điều 57; Nghị định 78/2025/NĐ-CP Điều 62.
fn expired_instrument(cx: &Checker<'_>, out: &mut Findings) {
    // A court applies the law of the time of the deed, and names it by its year.
    if cx.draft.lists_ended_acts || cx.draft.is_judgment {
        return;
    }
    each_known(cx, |citation| {
        if citation.basis {
            return;
        }
        let Some((since, by)) = expiry(cx, citation.known) else { return };
        if citation.is_past(cx) || is_history(cx, &citation) || is_told_with_amended(cx, &citation) {
            return;
        }
        let finding = expired(cx, Code::ExpiredInstrument, &citation, since, by.as_deref());
        // A text without day and head that was right in the last years may be of that time.
        let may_be_older =
            !cx.is_dated && cx.regime == Regime::None && since.is_some_and(|since| cx.day - since < RECENT);
        let finding = if may_be_older { finding.cap_severity(Severity::Information) } else { finding };
        // A crime is judged by the code of its time (Bộ luật Hình sự Điều 7).
        let criminal = citation.known.title.as_deref() == Some("Bộ luật Hình sự");
        out.push(match by.as_deref().and_then(Number::parse) {
            _ if criminal => finding.cap_severity(Severity::Information),
            // Where another paragraph of a draft cites the new act, this one was forgotten.
            Some(by)
                if cx.draft.is_of_state() && cx.is_dated && cx.numbers.iter().all(|n| n.number().key() != by.key()) =>
            {
                finding
            }
            Some(by) => finding.information_if_cited(&by),
            None => finding,
        });
    });
}

/// Whether the act only amends one that the same sentence cites before it, and of whose end is told there: "Luật Xây dựng năm
/// 2014, được sửa đổi, bổ sung bởi Luật số 62/2020/QH14".
fn is_told_with_amended(cx: &Checker<'_>, citation: &KnownCitation<'_, '_>) -> bool {
    if !citation.known.title.as_deref().is_some_and(|title| title.contains("ửa đổi")) {
        return false;
    }
    let start = sentence_start(cx.text(), citation.span.start);
    let is_before = |span: Span| (start..citation.span.start).contains(&span.start);
    let numbers = cx.numbers.iter().filter(|n| is_before(n.span())).map(|n| cx.resolution(n.index));
    let names = cx.names.iter().filter(|n| is_before(n.span())).map(|n| cx.name_resolution(n.index));
    let mut earlier = numbers.chain(names).filter_map(Resolution::known);
    earlier.any(|known| names_amended(citation.known, known) && expiry(cx, known).is_some())
}

/// Whether a text without articles tells how the law developed: its paragraph names acts of one name and several years.
/// "Luật Đất đai năm 1993 lần đầu …. Đến Luật Đất đai năm 2003, …"
fn is_history(cx: &Checker<'_>, citation: &KnownCitation<'_, '_>) -> bool {
    let Some(name) = citation.name.map(|i| &cx.names[i]) else { return false };
    let year = |n: &NameCitation<'_>| n.node.year.map(|y| y.year);
    cx.regime == Regime::None
        && cx.names.iter().any(|other| {
            other.node.canonical == name.node.canonical && year(other).is_some_and(|y| Some(y) != year(name))
        })
}

/// An act that has expired in part; reported once.
///
/// Source: Luật 64/2025/QH15 Điều 57.
fn partly_expired(cx: &Checker<'_>, out: &mut Findings) {
    each_known(cx, |citation| {
        // A partial expiry has no date, so report it only from the date up to which the facts are complete.
        let partly = citation.known.validity(cx.day) == Validity::PartlyExpired && cx.day >= FACTS_UNTIL;
        if !partly {
            return;
        }
        out.once(Code::PartlyExpired, citation.known.id, || {
            let name = usual_name(citation.known);
            let finding = || cx.finding(Code::PartlyExpired, citation.span, &[("name", &name)]);
            (!citation.is_past(cx)).then(|| finding().with_instrument(number_of(citation.known)))
        });
    });
}

/// An act that enters into force after the day of judgement; reported once, unless the draft says that it takes effect later
/// or on the same day.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 62.
fn not_yet_in_force(cx: &Checker<'_>, out: &mut Findings) {
    each_known(cx, |citation| {
        let Validity::NotYetInForce { from } = citation.known.validity(cx.day) else { return };
        // What guides an act is issued before the act takes effect, and has it as its basis. A contract guides nothing.
        if citation.basis && cx.regime != Regime::Contract {
            return;
        }
        // A circular on the details of a law is signed before the law takes effect, and says whose details they are.
        if cx.regime == Regime::Normative && is_on_details(cx, &citation) {
            return;
        }
        // News and answers tell of what is to come; of an old text without day it isn't known.
        if cx.draft.is_page || (!cx.is_dated && cx.day < today()) {
            return;
        }
        out.once(Code::NotYetInForce, citation.known.id, || {
            let (name, date) = (usual_name(citation.known), cx.messages.date(from));
            let values = [("name", name.as_str()), ("date", &date)];
            // "Luật số 19/2023/QH15 có hiệu lực từ ngày 01 tháng 7 năm 2024": the drafter knows.
            let clause = citation.after.split([';', '\n']).next().unwrap_or_default();
            if clause.contains("có hiệu lực") || clause.contains("chưa có hiệu lực") {
                return None;
            }
            let finding = cx.finding(Code::NotYetInForce, citation.span, &values);
            Some(finding.with_instrument(number_of(citation.known)).dropped_if_effective_from(from))
        });
    });
}

/// Whether the sentence says that the draft regulates the details of the act.
fn is_on_details(cx: &Checker<'_>, citation: &KnownCitation<'_, '_>) -> bool {
    let text = cx.text();
    let sentence = &text[sentence_start(text, citation.span.start)..citation.span.start];
    ["chi tiết", "ướng dẫn", "thi hành", "biện pháp"].iter().any(|words| sentence.contains(words))
}

/// An act whose force is suspended. How long is rarely known; after a year it is reported as information.
///
/// Source: Luật 64/2025/QH15 Điều 56.
fn suspended_instrument(cx: &Checker<'_>, out: &mut Findings) {
    each_known(cx, |citation| {
        let known = citation.known;
        let by = known.related(RelationKind::SuspendedBy).next();
        let issued = |target: &str| by_target(cx, target).and_then(|i| i.issued.or(i.effective));
        let Some(begun) = by.and_then(|r| r.date.or_else(|| issued(&r.target))).filter(|d| *d <= cx.day) else {
            return;
        };
        if matches!(known.validity(cx.day), Validity::Expired { .. }) || citation.is_past(cx) {
            return;
        }
        let name = usual_name(known);
        let by_name = by.map(|r| r.target.clone()).unwrap_or_default();
        let values = [("name", name.as_str()), ("by", &by_name)];
        let finding = cx.finding(Code::SuspendedInstrument, citation.span, &values).with_instrument(number_of(known));
        let recent = cx.day - begun < time::Duration::days(366);
        out.push(if recent { finding } else { finding.cap_severity(Severity::Information) });
    });
}

/// An act that details one that has expired. It isn't known here whether it was declared to continue, so this is never
/// an error. Not reported where it is known to be still in force, and for bases that ended from 1 April to 30 June
/// 2025, under which it remained in force.
///
/// Source: Luật 64/2025/QH15 Điều 57 khoản 2 as amended by Luật 87/2025/QH15; Luật 80/2015/QH13 Điều 154 khoản 4.
fn guidance_of_expired_act(cx: &Checker<'_>, out: &mut Findings) {
    each_known(cx, |citation| {
        let known = citation.known;
        let mut guided = known.related(RelationKind::Guides).peekable();
        if guided.peek().is_none() || matches!(known.validity(cx.day), Validity::Expired { .. }) {
            return;
        }
        let mut ends = Vec::new();
        for relation in guided {
            let Some(base) = by_target(cx, &relation.target) else { return };
            let Validity::Expired { since: Some(since), .. } = base.validity(cx.day) else { return };
            ends.push((since, base));
        }
        let Some((since, base)) = ends.into_iter().max_by_key(|(since, _)| *since) else { return };
        let spared = milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2025..milestones::LAW_ON_NORMATIVE_INSTRUMENTS_AMENDED;
        let remains = spared.contains(&since) || since < milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2015;
        // The database recorded its status after the end of the base.
        let settled = known.is_confirmed(Fact::Status) && since <= FACTS_UNTIL;
        if remains || settled || citation.is_past(cx) {
            return;
        }
        let (name, base_name, date) = (usual_name(known), usual_name(&base), cx.messages.date(since));
        let values = [("name", name.as_str()), ("base", &base_name), ("date", &date)];
        out.once(Code::GuidanceOfExpiredAct, known.id, || {
            let finding = cx.finding(Code::GuidanceOfExpiredAct, citation.span, &values);
            Some(finding.with_instrument(number_of(known)).cap_severity(Severity::Warning))
        });
    });
}

fn number_of(known: &Instrument) -> String {
    known.number.clone().unwrap_or_else(|| known.label())
}

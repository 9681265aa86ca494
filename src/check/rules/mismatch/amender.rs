//! The act that a text names as the one that amended or ended another, where it is not that act.

use super::relation::is_told_by_both;
use crate::catalogue::{Fact, Instrument, RelationKind, Resolution};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::candidates::has_title_of;
use crate::check::evidence::edits::{by_target, cite_instead, cited, named, usual_name};
use crate::check::evidence::identity::is_surely;
use crate::check::evidence::sentence::sentence_end;
use crate::check::evidence::title::{may_have_name, names_amended};
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Finding, Severity};
use crate::cite::{DateRef, Family, Number};
use crate::law::types;
use crate::text::digits::typo_candidates;
use crate::text::{Span, fold};
use regex::Regex;
use std::sync::{Arc, LazyLock};
use time::{Date, Duration};

/// The words between an act and those that did something to it, up to the type word of the first: "… được sửa đổi, bổ sung bởi".
static DONE: LazyLock<Regex> = LazyLock::new(|| {
    let verb = r"(?:(?P<amended>sửa đổi(?:,? bổ sung)?)|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)";
    let pattern = format!(r"\b(?:được|bị)\s+{verb}(?:\s+một số điều)?\s+(?:bởi|bằng|theo)(?:\s+các)?\s*$");
    Regex::new(&pattern).expect("the words are a pattern")
});

/// What was done to an act, and how the catalogue calls those who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    Amended,
    Ended,
}

impl Done {
    const fn relations(self) -> &'static [RelationKind] {
        match self {
            Self::Amended => &[RelationKind::AmendedBy],
            Self::Ended => &[RelationKind::ReplacedBy, RelationKind::RepealedBy],
        }
    }

    const fn reverse(self) -> &'static [RelationKind] {
        match self {
            Self::Amended => &[RelationKind::Amends],
            Self::Ended => &[RelationKind::Replaces, RelationKind::Repeals],
        }
    }
}

/// "Luật Đấu thầu số 22/2023/QH15 được sửa đổi, bổ sung bởi Luật số 58/2024/QH15", where the act of that number amends other acts, is
/// older, or is one typing error away from the act that did. Others amend in their closing articles what no list holds: of them
/// nothing is said.
pub fn another_amender(cx: &Checker<'_>, out: &mut Findings) {
    // What was done, and to which act, where the list of those who did it goes on.
    let mut open: Option<(Done, Arc<Instrument>, usize)> = None;
    for (at, number) in cx.numbers.iter().enumerate() {
        let begins = begins(number);
        // "… theo Luật số A, Luật Quản lý thuế số B": the next act that was amended.
        let is_named = cx.names.iter().any(|name| cx.number_beside(name) == Some(at));
        let continues = open.take().filter(|(_, _, end)| {
            let between = cx.text().get(*end..begins).unwrap_or_default();
            !is_named && matches!(between.trim(), "," | "và" | ", và")
        });
        let meant = continues.map(|(done, of, _)| (done, of)).or_else(|| object(cx, number, begins));
        let Some((done, of)) = meant else { continue };
        if !number.place.quoted && !number.node.shortened {
            out.extend(judged(cx, at, done, &of));
        }
        open = Some((done, of, end(number)));
    }
}

/// "Nghị định số 91/2022/NĐ-CP … sửa đổi, bổ sung một số điều của Nghị định số 123/2020/NĐ-CP", where the title of the first names
/// another act that it amends.
pub fn another_amended(cx: &Checker<'_>, out: &mut Findings) {
    static CHANGES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"sửa đổi,? bổ sung(?:\s+một số điều)?(?:\s+của)?\s*$").expect("the words are a pattern")
    });
    for (first, pair) in cx.numbers.windows(2).enumerate() {
        let [act, object] = pair else { continue };
        let is_in_its_title = act.node.attributes.title.is_some_and(|title| title.overlaps(object.place.mention.span));
        if !is_in_its_title || !act.is_own_prose() || object.node.shortened {
            continue;
        }
        let between = cx.text().get(end(act)..begins(object)).unwrap_or_default();
        let Resolution::Known(by) = cx.resolution(first) else { continue };
        let Some(title) = by.title.as_deref().filter(|title| title.contains("ửa đổi") && by.is_confirmed(Fact::Title))
        else {
            continue;
        };
        let amended: Vec<Number> = title.split([' ', ',', ';']).filter_map(Number::parse).collect();
        let is_it = |number: &Number| amended.iter().any(|other| other.key() == number.key());
        // All that the text names after the verb is another's.
        let all_others = cx.numbers[first + 1..]
            .iter()
            .take_while(|n| act.node.attributes.title.is_some_and(|title| title.overlaps(n.place.mention.span)))
            .all(|n| !is_it(n.number()));
        if amended.is_empty() || !all_others || !is_surely(act, by) || !CHANGES.is_match(between) {
            continue;
        }
        let of = cx.resolution(first + 1).known();
        if of.is_some_and(|of| did(cx, of, act, Some(by.as_ref()))) {
            continue;
        }
        let (seen, name) = (named(act), of.map_or_else(|| named(object), |of| usual_name(of)));
        let values = [("by", seen.as_str()), ("of", &name), ("title", title)];
        let finding = cx.variant(Code::RelationMismatch, "unrelated", object.span(), &values);
        let finding = finding.cap_severity(Severity::Warning).with_instrument(seen.clone());
        let fix = amended.first().filter(|_| amended.len() == 1).map(|right| {
            let text = right.canonical();
            let edit = Edit::between(object.span(), object.text(), &text);
            cx.fix("write", &[("text", &text)], false, vec![edit])
        });
        out.push(fix.into_iter().fold(finding, Finding::with_fix));
    }
}

/// Where the type word of a number begins, else the number.
fn begins(n: &NumberCitation<'_>) -> usize {
    let number = n.place.mention.span.start;
    n.node.type_word.as_ref().filter(|word| word.own).map_or(number, |word| word.span.start.min(number))
}

/// Where a number and what is said of it end.
fn end(n: &NumberCitation<'_>) -> usize {
    let date = n.node.attributes.date.as_ref().map_or(0, |date| date.span.end);
    n.place.mention.span.end.max(date)
}

/// The act to which the words right before a number say that something was done: the nearest one before them in the sentence.
fn object(cx: &Checker<'_>, by: &NumberCitation<'_>, begins: usize) -> Option<(Done, Arc<Instrument>)> {
    let text = cx.text();
    let before = text.get(..begins)?;
    let done = DONE.captures(before)?;
    let verb = done.get(0)?.start();
    let kind = if done.name("amended").is_some() { Done::Amended } else { Done::Ended };
    let is_before = |span: Span| span.end <= verb;
    let number = cx.numbers.iter().enumerate().take(by.index).rfind(|(_, n)| is_before(n.place.mention.span));
    // "Thông tư số A sửa đổi Thông tư số B được sửa đổi, bổ sung bởi": A or B.
    if number.is_some_and(|(_, n)| n.in_title) {
        return None;
    }
    let name = cx.names.iter().enumerate().rfind(|(_, n)| is_before(n.place.mention.span) && n.node.number.is_none());
    // The name beside the number is another act's: one of the two is wrong, and another rule says so.
    let is_misnamed = |i: usize, known: &Instrument| {
        let mut beside = cx.names.iter().filter(|n| n.node.known && cx.number_beside(n) == Some(i));
        known.kind.is_law() && beside.any(|n| !may_have_name(known, &n.node.canonical))
    };
    let from = |span: Span| span.end;
    let (at, known) = match (number, name) {
        (Some((i, n)), other)
            if other.is_none_or(|(_, name)| from(name.place.mention.span) < from(n.place.mention.span)) =>
        {
            let Resolution::Known(known) = cx.resolution(i) else { return None };
            (n.place.mention.span.end, (is_surely(n, known) && !is_misnamed(i, known)).then(|| Arc::clone(known))?)
        }
        // "Nghị định số … quy định chi tiết Luật Đất đai được sửa đổi, bổ sung bởi …": the decree, whose title names the law.
        (Some((i, n)), Some((_, name)))
            if n.node.attributes.title.is_some_and(|t| t.overlaps(name.place.mention.span)) =>
        {
            let Resolution::Known(known) = cx.resolution(i) else { return None };
            (n.place.mention.span.end, (is_surely(n, known) && !is_misnamed(i, known)).then(|| Arc::clone(known))?)
        }
        (_, Some((i, name))) if name.node.known && name.node.year.is_some() && name.is_own_prose() => {
            let Resolution::Known(known) = cx.name_resolution(i) else { return None };
            (name.place.mention.span.end, Arc::clone(known))
        }
        _ => return None,
    };
    let between = text.get(at..verb)?;
    // "…; Điều 5 được sửa đổi …", "Quyết định này được sửa đổi …" are about something else.
    let is_other =
        between.contains("này") || between.contains(" và ") && between.contains("/") || sentence_end(text, at) < verb;
    (!is_other).then_some((kind, known))
}

/// What is wrong with the act that is said to have done it.
fn judged(cx: &Checker<'_>, at: usize, done: Done, of: &Instrument) -> Option<Finding> {
    let number = &cx.numbers[at];
    let by = match cx.resolution(at) {
        Resolution::Known(by) if is_surely(number, by) => Some(by),
        Resolution::Known(_) | Resolution::Ambiguous(_) => return None,
        _ => None,
    };
    // A law amends laws, a decree decrees: else the text means another act than the nearest one.
    let kind =
        number.node.type_word.as_ref().and_then(|word| types().by_name(word.name)).or_else(|| number.number().kind());
    let is_alike = kind.is_some_and(|kind| kind.id == of.kind || (kind.id.is_law() && of.kind.is_law()));
    if !is_alike || number.number().year.is_none() || did(cx, of, number, by.map(AsRef::as_ref)) {
        return None;
    }
    let (seen, name) = (named(number), usual_name(of));
    let right = near(cx, number, done, of);
    if !right.is_empty() {
        let word = number.node.type_word.as_ref().map(|word| word.name);
        let cited = |right: &Number| {
            let kind = word.or_else(|| right.kind().map(|kind| kind.name.as_str())).unwrap_or_default();
            format!("{kind} số {}", right.canonical())
        };
        let listed = cx.messages.list(&right.iter().map(cited).collect::<Vec<_>>());
        let variant = if done == Done::Amended { "other" } else { "other-end" };
        let values = [("by", seen.as_str()), ("of", &name), ("right", &listed)];
        let finding = cx.variant(Code::RelationMismatch, variant, number.span(), &values).with_instrument(seen.clone());
        let fixes = right.iter().map(|right| {
            let edit = Edit::between(number.span(), number.text(), &right.canonical());
            cx.fix("write", &[("text", &cited(right))], false, vec![edit])
        });
        return Some(fixes.fold(finding, Finding::with_fix));
    }
    let by = by?;
    if let (Some(later), Some(earlier)) = (issued(of), day_of(number).or(issued(by)))
        && earlier < later
    {
        let (earlier, later) = (cx.messages.date(earlier), cx.messages.date(later));
        let values = [("by", seen.as_str()), ("of", &name), ("earlier", &earlier), ("later", &later)];
        let finding = cx.variant(Code::RelationMismatch, "older", number.span(), &values);
        return Some(finding.with_instrument(seen.clone()));
    }
    if done == Done::Ended
        && let Some(finding) = not_the_successor(cx, number, by, of)
    {
        return Some(finding);
    }
    let title = by.title.as_deref().filter(|_| by.is_confirmed(Fact::Title))?;
    if done == Done::Amended && amends_named_others(title) && !names_amended(by, of) {
        let values = [("by", seen.as_str()), ("of", &name), ("title", title)];
        let finding = cx.variant(Code::RelationMismatch, "unrelated", number.span(), &values);
        return Some(finding.cap_severity(Severity::Warning).with_instrument(seen.clone()));
    }
    None
}

/// "Nghị định số 01/2021/NĐ-CP được thay thế bởi Nghị định số 102/2024/NĐ-CP", where a source tells which act did it, and the named one
/// has another subject. An act that replaced the successor in turn has the subject of both.
fn not_the_successor(
    cx: &Checker<'_>,
    number: &NumberCitation<'_>,
    by: &Instrument,
    of: &Instrument,
) -> Option<Finding> {
    let right = of.successor().filter(|_| of.expired.is_some_and(|end| end <= cx.day))?;
    let successor = by_target(cx, &right.target)?;
    if !of.is_confirmed(Fact::Status) && !is_told_by_both(&successor, of) {
        return None;
    }
    let title = |act: &Instrument| act.title.clone().filter(|_| act.is_confirmed(Fact::Title));
    let (of_title, by_title) = (title(of)?, title(by)?);
    let of_the_subject = has_title_of(by, &of_title) || has_title_of(of, &by_title) || names_several(&by_title);
    // What replaces an act takes effect when the act ends.
    const NEAR: Duration = Duration::days(60);
    let is_of_another_time = by
        .effective
        .filter(|_| by.is_confirmed(Fact::Effective))
        .zip(of.expired)
        .is_some_and(|(effective, end)| effective + NEAR < end);
    if (of_the_subject && !is_of_another_time) || successor.id == by.id {
        return None;
    }
    let (seen, name, right) = (named(number), usual_name(of), usual_name(&successor));
    let values = [("by", seen.as_str()), ("of", &name), ("right", &right)];
    let finding = cx.variant(Code::RelationMismatch, "successor", number.span(), &values);
    let finding = finding.cap_severity(Severity::Warning).with_instrument(seen.clone());
    let Some(edits) = cite_instead(number, by, &successor) else { return Some(finding) };
    Some(finding.with_fix(cx.fix("write", &[("text", &cited(&successor))], false, edits)))
}

/// Whether an act ends or changes acts of many subjects by its title.
fn names_several(title: &str) -> bool {
    let title = title.to_lowercase();
    ["bãi bỏ", "các văn bản", "một số văn bản", "các nghị định", "các thông tư", "sửa đổi"]
        .iter()
        .any(|words| title.contains(words))
}

fn issued(act: &Instrument) -> Option<Date> {
    act.issued.filter(|_| act.is_confirmed(Fact::Issued))
}

fn day_of(n: &NumberCitation<'_>) -> Option<Date> {
    n.node.attributes.date.as_ref().and_then(DateRef::date)
}

/// Whether an act is known to have done something to another.
fn did(cx: &Checker<'_>, of: &Instrument, number: &NumberCitation<'_>, by: Option<&Instrument>) -> bool {
    let key = number.number().key();
    let is_it = |target: &str| Number::parse(target).is_some_and(|number| number.key() == key);
    let own = cx.draft.header.number.as_ref().is_some_and(|own| own.key() == key);
    let is_of = |target: &str| Some(target) == of.number.as_deref();
    let all = [Done::Amended, Done::Ended];
    own || all.iter().flat_map(|done| done.relations()).any(|kind| of.related(*kind).any(|r| is_it(&r.target)))
        || by.is_some_and(|by| {
            all.iter().flat_map(|done| done.reverse()).any(|kind| by.related(*kind).any(|r| is_of(&r.target)))
                || names_amended(by, of)
        })
}

/// The acts that did it from whose numbers the written one is one typing error away, and which the paragraph doesn't name.
fn near(cx: &Checker<'_>, n: &NumberCitation<'_>, done: Done, of: &Instrument) -> Vec<Number> {
    const MOST: usize = 3;
    let written = n.number();
    let slips = typo_candidates(&written.serial.to_string());
    let said = day_of(n);
    let is_near = |other: &Number| {
        let same_serial = other.serial == written.serial && other.year != written.year;
        let one_slip = other.year == written.year && slips.iter().any(|(serial, _)| *serial == other.serial);
        // The terms of the Assembly go with the years.
        let is_alike = other.symbol() == written.symbol()
            || (other.family == Family::Assembly && written.family == Family::Assembly);
        is_alike && (same_serial || one_slip)
    };
    let may_be_it = |other: &Number| {
        let act = by_target(cx, &other.canonical());
        let issued = act.and_then(|act| act.issued);
        issued.is_none_or(|issued| issued <= cx.day && said.is_none_or(|said| said == issued))
    };
    let is_cited = |other: &Number| cx.numbers.iter().any(|cited| cited.number().key() == other.key());
    let relations = done.relations().iter().flat_map(|kind| of.related(*kind));
    let all = relations.filter_map(|r| Number::parse(&r.target)).filter(is_near);
    let mut found: Vec<Number> = all.filter(|other| may_be_it(other) && !is_cited(other)).collect();
    found.truncate(MOST);
    found
}

/// Whether the title of an amending act names what it amends: "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư". Of
/// "các luật về thuế" it isn't known.
fn amends_named_others(title: &str) -> bool {
    let title = fold::search(title);
    const OPEN: [&str; 10] = [
        "cac luat",
        "luat co lien quan",
        "mot so luat",
        "lien quan den",
        "mot so van ban",
        "cac van ban",
        "cac nghi dinh",
        "mot so nghi dinh",
        "cac thong tu",
        "mot so thong tu",
    ];
    title.contains("sua doi")
        && (title.contains("luat ") || title.contains("so "))
        && !OPEN.iter().any(|open| title.contains(open))
}

//! Laws under names that they never had: a code called a law, a law called a code, an ordinance called a law.

use crate::catalogue::{Fact, Instrument};
use crate::check::checker::{Checker, NameCitation};
use crate::check::evidence::edits::usual_name;
use crate::check::evidence::title::{may_have_name, title_words};
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::cite::DateRef;
use crate::document::Regime;
use crate::text::{Span, fold};
use regex::Regex;
use std::sync::{Arc, LazyLock};
use time::Date;
use time::macros::date;

/// Until which day the catalogue holds all laws. A law of a later one may have been an ordinance before.
const KNOWN_UNTIL: Date = date!(2025 - 12 - 31);

/// Laws that a draft cites under a name that no act has.
pub fn misnamed(cx: &Checker<'_>, out: &mut Findings) {
    if !cx.is_formal() && cx.regime != Regime::Contract && !cx.draft.is_judgment {
        return;
    }
    other_kind(cx, out);
    for name in cx.names.iter().filter(|name| !name.node.known && name.is_own_prose()) {
        beside_number(cx, name, out);
        of_the_day(cx, name, out);
    }
}

/// "Điều 422 Luật Dân sự", "theo Luật Lao động năm 2012", "Bộ luật Doanh nghiệp": an act of the name exists, but it is a code or an
/// ordinance, or no code. Only where the text cites; "khoa Luật Dân sự" is a subject.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn other_kind(cx: &Checker<'_>, out: &mut Findings) {
    static CITED: LazyLock<Regex> = LazyLock::new(|| {
        let before =
            r"(?:Điều \d+\p{Ll}?(?: của)?|[Tt]heo(?: quy định)?(?: tại| của)?|quy định của|Căn cứ|phù hợp(?: với)?)";
        let name = r"(?<kind>Luật|Bộ luật) (?<rest>\p{Lu}\p{Ll}+(?: \p{Ll}+){0,6})";
        Regex::new(&format!("{before} {name}")).expect("the pattern of names is well formed")
    });
    let text = cx.text();
    if !text.contains("uật ") {
        return;
    }
    for found in CITED.captures_iter(text) {
        let (Some(kind), Some(rest)) = (found.name("kind"), found.name("rest")) else { continue };
        let whole = Span::new(kind.start(), rest.end());
        let is_read = |name: &NameCitation<'_>| name.node.known && name.place.mention.span.overlaps(whole);
        if cx.is_quoted(kind.start()) || cx.names.iter().any(is_read) {
            continue;
        }
        let Some((act, length)) = of_another_kind(cx, kind.as_str(), rest.as_str()) else { continue };
        let Some(right) = act.title.as_deref() else { continue };
        let span = Span::new(kind.start(), rest.start() + length);
        let seen = span.of(text);
        let finding = cx.variant(Code::WrongLawYear, "kind", span, &[("name", seen), ("right", right)]);
        let fix = cx.fix("write", &[("text", right)], false, vec![Edit::new(span, right)]);
        out.push(finding.with_instrument(seen.to_owned()).with_fix(fix).dropped_if_defined(seen));
    }
}

/// The act of the longest name that begins with the words and is of another kind, and how long the name is; `None` where an act
/// of the kind has such a name.
fn of_another_kind(cx: &Checker<'_>, kind: &str, rest: &str) -> Option<(Arc<Instrument>, usize)> {
    let ends = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]);
    let ends: Vec<usize> = ends.collect();
    let named = |kind: &str, name: &str| cx.catalogue.by_name(&format!("{kind} {name}"));
    if ends.iter().any(|end| named(kind, &rest[..*end]).iter().any(|act| act.kind.is_law())) {
        return None;
    }
    let others = ["Bộ luật", "Luật", "Pháp lệnh"].into_iter().filter(|other| *other != kind);
    // A law of the last years may have taken the place of an ordinance.
    let others: Vec<&str> = others.filter(|other| *other != "Pháp lệnh" || cx.day <= KNOWN_UNTIL).collect();
    ends.iter().rev().find_map(|end| {
        let name = &rest[..*end];
        let of_kind = |other: &&str| {
            let acts = named(other, name).into_iter();
            let title = format!("{other} {name}");
            let mut acts = acts.filter(|act| {
                act.title.as_deref().is_some_and(|known| fold::words(known) == fold::words(&title))
                    && act.issued.is_none_or(|issued| issued <= cx.day)
            });
            acts.next()
        };
        others.iter().find_map(of_kind).map(|act| (act, *end))
    })
}

/// "Luật Giao thông số 35/2024/QH15": the number is that of a law with another name.
fn beside_number(cx: &Checker<'_>, name: &NameCitation<'_>, out: &mut Findings) {
    let end = name.place.mention.span.end;
    let is_beside = |span: Span| matches!(name.block.get(end..span.start).map(str::trim), Some("số"));
    let Some(number) = cx.numbers.iter().find(|n| n.place.mention.span.start >= end) else { return };
    if !is_beside(number.place.mention.span) || is_short(&name.node.canonical) {
        return;
    }
    let Some(known) = cx.resolution(number.index).known() else { return };
    let Some(title) = known.title.as_deref().filter(|_| known.kind.is_law() && known.is_confirmed(Fact::Title)) else {
        return;
    };
    let said = &name.node.canonical;
    if may_have_name(known, said) || said.contains("sửa đổi") || title.contains("sửa đổi") {
        return;
    }
    let canonical = number.number().canonical();
    let values = [("number", canonical.as_str()), ("known", title), ("seen", said)];
    let finding = cx.finding(Code::LawNameNumberMismatch, name.span(), &values);
    let fix = cx.fix("write", &[("text", title)], false, vec![Edit::new(name.span(), title)]);
    out.push(finding.cap_severity(crate::check::Severity::Warning).with_instrument(canonical).with_fix(fix));
}

/// "Luật Tài chính ngân sách ngày 25 tháng 6 năm 2015": no law has the name, and one of that day shares its words.
fn of_the_day(cx: &Checker<'_>, name: &NameCitation<'_>, out: &mut Findings) {
    const SHARED: usize = 2;
    let date = name.node.attributes.date.as_ref().and_then(DateRef::date);
    let Some(day) = date.filter(|day| day.year() >= 2003 && *day <= KNOWN_UNTIL) else { return };
    let said = &name.node.canonical;
    if name.node.number.is_some() || is_short(said) || said.contains("sửa đổi") || !said.starts_with("Luật ") {
        return;
    }
    // One word of the title is the kind.
    let words = title_words(said);
    let shared = |act: &Instrument| {
        let right = title_words(act.title.as_deref().unwrap_or_default());
        right.iter().filter(|word| words.contains(word)).count().saturating_sub(1)
    };
    let acts = cx.catalogue.issued_on("Luật", day);
    let mut near = acts.iter().filter(|act| shared(act) >= SHARED && !is_amending(act));
    let (Some(act), None) = (near.next(), near.next()) else { return };
    let Some(title) = act.title.as_deref().filter(|_| act.is_confirmed(Fact::Issued)) else { return };
    if may_have_name(act, said) {
        return;
    }
    let span = name.span();
    let (seen, right) = (day.year().to_string(), usual_name(act));
    let values = [("name", said.as_str()), ("seen", seen.as_str()), ("right", &right)];
    let finding = cx.variant(Code::WrongLawYear, "name", span, &values);
    let fix = cx.fix("write", &[("text", title)], false, vec![Edit::new(span, title)]);
    out.push(finding.with_instrument(said.clone()).with_fix(fix).dropped_if_defined(span.of(name.block)));
}

fn is_amending(act: &Instrument) -> bool {
    act.title.as_deref().is_some_and(|title| title.contains("sửa đổi"))
}

/// Whether a name has an abbreviation in it.
fn is_short(name: &str) -> bool {
    name.split(' ').any(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
}

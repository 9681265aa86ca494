//! Names of laws compared with their number and year.

use super::misnamed::misnamed;
use crate::catalogue::{Fact, Instrument, MemoKey, RelationKind, Validity};
use crate::check::checker::{Checker, NameCitation};
use crate::check::evidence::candidates::similar_numbers;
use crate::check::evidence::edits::{by_target, cite_instead, usual_name};
use crate::check::evidence::provisions::lacks_cited_article;
use crate::check::evidence::sentence::{is_basis, sentence_start};
use crate::check::evidence::title::{is_part, letters, may_have_name, title_words};
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Finding, Severity};
use crate::cite::DateRef;
use crate::document::Regime;
use crate::i18n::today;
use crate::law::TypeId;
use crate::text::{Span, fold};
use std::sync::Arc;

/// The year after which the catalogue does not know all laws.
pub(super) const KNOWN_UNTIL: u16 = 2025;
/// The year from which on it knows all laws: a law that it doesn't know of a year from then on does not exist.
pub(super) const KNOWN_FROM: u16 = 2003;

/// The name of a law compared with the number next to it: "Luật Đầu tư số 59/2020/QH14". Not reported where one title
/// contains the other: an amending law is often named by what it amends.
pub fn law_name_number_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    for name in cx.names.iter().filter(|n| n.node.known && !n.node.informal) {
        let Some(beside) = cx.number_beside(name) else { continue };
        let Some(known) = cx.resolution(beside).known() else { continue };
        let number = &cx.numbers[beside];
        let Some(title) = known.title.as_deref().filter(|_| known.kind.is_law()) else {
            continue;
        };
        // A title with digits was cut wrongly by its source.
        if name.node.canonical == title || title.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let may_be_it =
            may_have_name(known, &name.node.canonical) && !is_that_of_another(cx, known, &name.node.canonical);
        if may_be_it || is_of_amending_title(name) {
            continue;
        }
        let canonical = number.number().canonical();
        let values = [("number", canonical.as_str()), ("known", title), ("seen", &name.node.canonical)];
        let mut finding = if known.is_confirmed(Fact::Title) {
            cx.finding(Code::LawNameNumberMismatch, name.span(), &values)
        } else {
            cx.variant(Code::LawNameNumberMismatch, "unconfirmed", name.span(), &values).cap_severity(Severity::Warning)
        };
        let mut fixes = Vec::new();
        let mut is_near = false;
        for other in acts_of_name(cx, &name.node.canonical, number.number().year) {
            is_near |= similar_numbers(cx, number).iter().any(|near| near.id == other.id);
            if let Some(edits) = cite_instead(number, known, &other) {
                let text = format!("{} số {}", name.node.canonical, other.number.as_deref().unwrap_or_default());
                fixes.push(cx.fix("write", &[("text", &text)], false, edits));
            }
        }
        // Number and day together outweigh the name; the number without the day does so too, unless it is one typing
        // error away from the number of the named law.
        let dated = number.node.attributes.date.is_some();
        let name_first = crate::check::evidence::candidates::is_described(number, known) && (dated || !is_near);
        // A day that isn't the act's is evidence against the number, and a basis isn't named twice.
        let day = number.node.attributes.date.as_ref().and_then(DateRef::date);
        let contradicted = day.zip(known.issued).is_some_and(|(said, issued)| said != issued);
        if !contradicted && !is_another_basis_too(cx, beside) {
            let edit = Edit::new(name.span(), title);
            let by_name = cx.fix("write", &[("text", title)], false, vec![edit]);
            fixes.insert(if name_first { 0 } else { fixes.len() }, by_name);
        }
        finding = fixes.into_iter().fold(finding, Finding::with_fix);
        out.push(finding.with_instrument(canonical));
    }
}

/// Whether a name that shares words with the title of a law is the whole title of another: "Luật Đầu tư" of the Luật Đầu tư
/// công, "Luật Khiếu nại, tố cáo" of the Luật Khiếu nại. A law that amends is called by the name of what it amends.
fn is_that_of_another(cx: &Checker<'_>, known: &Instrument, name: &str) -> bool {
    let title = known.title.as_deref().unwrap_or_default();
    let is_titled = |act: &Instrument| act.title.as_deref().is_some_and(|other| letters(other) == letters(name));
    known.is_confirmed(Fact::Title)
        && !title.contains("ửa đổi")
        && !is_titled(known)
        && !known.aliases.iter().any(|alias| letters(alias) == letters(name))
        && cx.catalogue.by_name(name).iter().any(|act| act.kind.is_law() && act.id != known.id && is_titled(act))
        && cx.catalogue.by_name(title).iter().all(|act| act.id == known.id || !is_titled(act))
}

/// Whether the number of a basis is in another basis as well.
fn is_another_basis_too(cx: &Checker<'_>, index: usize) -> bool {
    let n = &cx.numbers[index];
    let mut others = cx.numbers.iter().enumerate().filter(|(i, _)| *i != index);
    is_basis(n) && others.any(|(_, other)| other.number() == n.number() && is_basis(other))
}

/// Whether the name is that of an act which another amends: "Luật sửa đổi, bổ sung một số điều của Luật Thuế giá trị
/// gia tăng, Luật Thuế tài nguyên và Luật Quản lý thuế số …". The number after it belongs to the amending act.
pub(super) fn is_of_amending_title(name: &NameCitation<'_>) -> bool {
    let before = name.before();
    let sentence = &before[sentence_start(before, before.len())..];
    // "Theo quy định của Luật …" isn't a title.
    let titles = ["điều của", "khoản của", "sửa đổi", "Sửa đổi", "bổ sung", "thi hành", "hướng dẫn", "bãi bỏ"];
    if before.trim_end().ends_with("của") && titles.iter().any(|words| sentence.contains(words)) {
        return true;
    }
    let title = sentence.rfind("sửa đổi, bổ sung").map(|at| &sentence[at..]);
    let listed = |t: &str| ["và", ","].iter().any(|joint| t.trim_end().ends_with(joint));
    title.is_some_and(|t| t.contains("của") && listed(t) && !t.contains("/QH") && !t.contains("/UBTVQH"))
}

/// The acts of a name, that of the year first; two at most.
fn acts_of_name(cx: &Checker<'_>, name: &str, year: Option<u16>) -> Vec<Arc<Instrument>> {
    let mut all = cx.catalogue.by_name(name);
    all.retain(|i| i.number.is_some());
    // Don't suggest expired acts, unless all candidates have expired.
    if all.iter().any(|i| !is_expired(i, cx.day)) {
        all.retain(|i| !is_expired(i, cx.day));
    }
    all.sort_by_key(|i| i.year != year);
    all.truncate(2);
    all
}

/// A law under a year in which none of that name was passed: "Luật Đất đai năm 2025". Not reported for years before the
/// first known act of the name, as far as the laws of its time are not all known, or after the last known year, for the year of an act that amended it, and where the
/// draft defines the name: "(sau đây gọi chung là Pháp lệnh Cán bộ, công chức năm 2003)".
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68.
pub fn wrong_law_year(cx: &Checker<'_>, out: &mut Findings) {
    misnamed(cx, out);
    misnamed_law(cx, out);
    year_beside_number(cx, out);
    for name in cx.names.iter().filter(|n| n.node.known && n.node.number.is_none()) {
        // A year inside a full date after the name often belongs to something else; skip it.
        let Some(year) = name.node.year.filter(|y| y.span.len() == 4) else { continue };
        let mut all = cx.catalogue.by_name(&name.node.canonical);
        all.retain(|i| i.year.is_some() && (i.kind.is_law() || i.kind == TypeId::HIEN_PHAP));
        let mut years: Vec<u16> = all.iter().filter_map(|i| i.year).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        if years.is_empty()
            || years.contains(&year.year)
            || year.year < KNOWN_FROM
            || (year.year > KNOWN_UNTIL && !is_to_come(cx, year.year))
            || is_of_amending_title(name)
        {
            continue;
        }
        // The years of amending acts are not known well enough.
        if name.node.canonical.contains(" sửa đổi, bổ sung ") {
            continue;
        }
        // "Bộ luật Hàng hải năm 2015" is the Bộ luật Hàng hải Việt Nam.
        let long = cx.catalogue.by_name(&format!("{} Việt Nam", name.node.canonical));
        if long.iter().any(|i| i.year == Some(year.year)) {
            continue;
        }
        if all.iter().any(|i| amended_in(cx, i, year.year) && !amended_among_others(cx, i, year.year))
            || cx
                .catalogue
                .by_name(&amending(&name.node.canonical))
                .iter()
                .any(|i| i.year.is_none_or(|y| y == year.year))
        {
            continue;
        }
        let span = name.place.in_document(year.span);
        let listed: Vec<String> = years.iter().map(u16::to_string).collect();
        let seen = year.year.to_string();
        let values = [("name", name.node.canonical.as_str()), ("seen", &seen), ("years", &cx.messages.list(&listed))];
        let mut finding = cx.finding(Code::WrongLawYear, span, &values);
        // Don't suggest expired acts, unless all candidates have expired.
        let in_force = |y: &u16| all.iter().any(|i| i.year == Some(*y) && !is_expired(i, cx.day));
        // Of acts of the name that are known to have ended, only the last one.
        let ended = all.iter().filter(|i| is_expired(i, cx.day)).filter_map(|i| i.year).max().unwrap_or(0);
        let mut near: Vec<u16> = years.iter().copied().filter(|y| *y > ended && in_force(y)).collect();
        if near.is_empty() {
            near = years;
        }
        near.sort_by_key(|y| y.abs_diff(year.year));
        // Don't suggest an act that lacks the cited articles.
        let lacks = |act: &Instrument| lacks_cited_article(cx, &name.place, act);
        near.retain(|y| all.iter().filter(|i| i.year == Some(*y)).any(|i| !lacks(i)));
        for right in near.into_iter().take(3) {
            let text = right.to_string();
            finding = finding.with_fix(cx.fix("write", &[("text", &text)], false, vec![Edit::new(span, text.clone())]));
        }
        let written = &name.block[name.place.mention.span.start..year.span.end];
        out.push(finding.with_instrument(name.node.canonical.clone()).dropped_if_defined(written));
    }
}

/// Whether a year is after both the draft and today: no law is of it.
fn is_to_come(cx: &Checker<'_>, year: u16) -> bool {
    i32::from(year) > cx.day.year().max(today().year())
}

/// The year in the name of a law that has its number beside it: "Luật Lưu trữ năm 2025 số 33/2024/QH15". A law is called by the year of
/// its passing, which its number gives too.
fn year_beside_number(cx: &Checker<'_>, out: &mut Findings) {
    for name in cx.names.iter().filter(|name| name.node.known && name.is_own_prose()) {
        let Some(beside) = cx.number_beside(name) else { continue };
        let (number, said) = (&cx.numbers[beside], name.node.year.filter(|year| year.span.len() == 4));
        let Some((said, year)) = said.zip(number.number().year) else { continue };
        let is_law = cx.resolution(beside).known().is_some_and(|known| known.kind.is_law());
        let between = name.block.get(said.span.end..number.place.mention.span.start).unwrap_or_default();
        if said.year == year || !is_law || !matches!(between.trim(), "số" | "(số" | ", số" | "(Luật số") {
            continue;
        }
        let (y1, y2, canonical) = (year.to_string(), said.year.to_string(), number.number().canonical());
        let span = name.place.in_document(said.span);
        let finding = cx.variant(
            Code::WrongLawYear,
            "number",
            span,
            &[("number", canonical.as_str()), ("year", &y1), ("seen", &y2)],
        );
        let fix = cx.fix("write", &[("text", &y1)], false, vec![Edit::new(span, y1.clone())]);
        out.push(finding.with_instrument(canonical).with_fix(fix));
    }
}

/// A law under a name that no law has, where one of the year has nearly that name: "Luật Quản lý đất đai năm 2024", "Luật Hôn nhân gia
/// đình năm 2014". Abbreviations and laws of other countries are left alone.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn misnamed_law(cx: &Checker<'_>, out: &mut Findings) {
    const MORE_WORDS: usize = 2;
    const LOOKED_AT: usize = 12;
    if !cx.is_formal() && cx.regime != Regime::Contract {
        return;
    }
    for name in cx.names.iter().filter(|n| !n.node.known && n.node.number.is_none() && n.is_own_prose()) {
        let Some(year) = name.node.year.filter(|year| (KNOWN_FROM..=KNOWN_UNTIL).contains(&year.year)) else {
            continue;
        };
        let canonical = name.node.canonical.as_str();
        let is_short = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
        if !canonical.starts_with("Luật ") || canonical.contains("sửa đổi") || canonical.split(' ').any(is_short)
        {
            continue;
        }
        let said = title_words(canonical);
        let acts = cx.catalogue.memo(MemoKey::Name(said.clone()), || {
            // The name may have a word or two too many after "Luật".
            let rest: Vec<&str> = canonical.split(' ').skip(1).collect();
            let shorter = (1..=MORE_WORDS).filter_map(|more| rest.get(more..)).filter(|rest| rest.len() > 1);
            let named = shorter.flat_map(|rest| cx.catalogue.by_name(&format!("Luật {}", rest.join(" "))));
            let found = cx.catalogue.search(canonical, LOOKED_AT).into_iter().map(|hit| hit.instrument);
            let mut all: Vec<Arc<Instrument>> = named.chain(found).collect();
            all.sort_by_key(|act| act.id);
            all.dedup_by_key(|act| act.id);
            all
        });
        let is_near = |act: &&Arc<Instrument>| {
            let right = title_words(act.title.as_deref().unwrap_or_default());
            act.kind.is_law()
                && act.year == Some(year.year)
                && right.len() >= 3
                && is_part(&right, &said)
                && said.len() - right.len() <= MORE_WORDS
        };
        let mut near = acts.iter().filter(is_near);
        let (Some(act), None) = (near.next(), near.next()) else { continue };
        let Some(title) = act.title.as_deref() else { continue };
        // The name is written without its year: "Luật Quản lý đất đai" of "… năm 2024".
        let start = name.place.mention.span.start;
        let written = name.block[start..year.span.start].trim_end().trim_end_matches("năm").trim_end();
        let span = name.place.in_document(Span::new(start, start + written.len()));
        let (seen, right) = (year.year.to_string(), usual_name(act));
        let values = [("name", canonical), ("seen", seen.as_str()), ("right", &right)];
        let finding = cx.variant(Code::WrongLawYear, "name", span, &values).cap_severity(Severity::Warning);
        let fix = cx.fix("write", &[("text", title)], false, vec![Edit::new(span, title)]);
        out.push(finding.with_instrument(canonical.to_owned()).with_fix(fix).dropped_if_defined(written));
    }
}

pub(super) fn is_expired(instrument: &Instrument, day: time::Date) -> bool {
    matches!(instrument.validity(day), Validity::Expired { .. })
}

pub(super) fn amending(name: &str) -> String {
    let kind = ["Bộ luật", "Luật", "Pháp lệnh"].into_iter().find(|k| name.starts_with(k)).unwrap_or("Luật");
    format!("{kind} sửa đổi, bổ sung một số điều của {name}")
}

/// Whether an amending act of a year has the law in its title; its year is often used for the law ("Luật Hải quan
/// 2005", "Luật Thuế giá trị gia tăng 2014" of the act that amends "các luật về thuế"). The year of a law on another
/// subject that changes a few of its articles is never used for it.
fn amended_in(cx: &Checker<'_>, instrument: &Instrument, year: u16) -> bool {
    let written = format!("/{year}/");
    let name = fold::search(instrument.title.as_deref().unwrap_or_default());
    let name = ["bo luat ", "luat ", "phap lenh "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(&name);
    let subject = name.split(' ').next().unwrap_or_default();
    instrument
        .related(RelationKind::AmendedBy)
        .filter(|r| r.target.contains(&written) || r.date.is_some_and(|d| d.year() == i32::from(year)))
        .any(|r| {
            // The title of an unknown act may contain the law.
            let Some(title) = by_target(cx, &r.target).and_then(|act| act.title.clone()) else { return true };
            let title = fold::search(&title);
            title.contains("sua doi") && title.split(' ').any(|word| word == subject)
        })
}

/// Whether only acts on several laws amended the law in a year: "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư và
/// Luật Đấu thầu". A law is not called by the year of such an act in a draft of the state of these years.
fn amended_among_others(cx: &Checker<'_>, instrument: &Instrument, year: u16) -> bool {
    const SINCE: i32 = 2021;
    let written = format!("/{year}/");
    let mut titles = instrument
        .related(RelationKind::AmendedBy)
        .filter(|r| r.target.contains(&written))
        .map(|r| by_target(cx, &r.target).and_then(|act| act.title.clone()));
    // A law on another subject changes it in its closing articles.
    let may_give_its_year = |title: Option<String>| {
        title.is_none_or(|title| {
            let names_several = title.matches("Luật ").count() >= 3 && !title.contains("các luật");
            title.contains("sửa đổi") && !names_several
        })
    };
    let is_draft = cx.draft.is_of_state() && cx.is_dated && cx.day.year() >= SINCE;
    is_draft && !titles.any(may_give_its_year)
}

//! Acts that only amend others: what they amend is read in their titles, and they end with the last of what they amend, by what
//! ended that.

use super::{View, end_on, ends};
use crate::catalogue::Report;
use regex::Regex;
use std::sync::LazyLock;
use time::Date;
use time::macros::date;
use viendan::catalogue::{Fact, Instrument, Relation, RelationKind, Status};
use viendan::cite::Number;
use viendan::text::fold;

/// Records what an amending act's title says that it amends.
pub fn take_from_titles(view: &mut View, report: &mut Report) {
    for at in 0..view.all.len() {
        let act = &view.all[at];
        let Some(title) = act.title.as_deref().filter(|t| only_amends(t)) else { continue };
        let mut found: Vec<Relation> = Vec::new();
        for target in named(title) {
            // As its record writes it: "95/CP" is 95-CP.
            let Some(number) = view.find(&target).and_then(|base| view.all[base].number.clone()) else { continue };
            let known = act.relations.iter().any(|r| r.kind == RelationKind::Amends && r.target == number);
            if !known {
                let relation = Relation { kind: RelationKind::Amends, target: number, date: act.effective, note: None };
                found.extend(view.judged(at, &relation, report));
            }
        }
        for relation in found {
            report.count("amended acts taken from titles");
            view.all[at].relations.push(relation);
        }
    }
}

/// Of two acts of one number, what their titles name is amended by the one that names it: citations give the number alone.
pub fn leave_to_namesake(act: &Instrument, relations: &mut Vec<Relation>, report: &mut Report) {
    let Some(title) = act.title.as_deref().filter(|t| only_amends(t)) else { return };
    let named = named(title);
    relations.retain(|r| {
        let target = Number::parse(&r.target).filter(|_| r.kind == RelationKind::Amends && !named.is_empty());
        let is_own = target.is_none_or(|target| named.iter().any(|n| n.key() == target.key()));
        if !is_own {
            report.drop("amendment by another act of the number");
        }
        is_own
    });
}

/// An act that another one, by its title, amends in a later year than that of its end has not ended: a part of it was repealed then
/// ("bãi bỏ Điều 3 Quyết định số …"). Needs relations on both sides.
pub fn outlive_repeal(view: &mut View, report: &mut Report) {
    let mut alive: Vec<(usize, Date)> = Vec::new();
    for (at, act) in view.all.iter().enumerate() {
        let (Some(day), Some(own)) = (act.expired, view.numbers[at].as_ref()) else { continue };
        let amends_later = |r: &Relation| {
            let by = Number::parse(&r.target).filter(|n| n.year.is_some_and(|year| i32::from(year) > day.year()));
            let title = by.and_then(|n| view.find(&n)).and_then(|by| view.all[by].title.as_deref());
            title.is_some_and(|t| only_amends(t) && named(t).iter().any(|n| n.key() == own.key()))
        };
        let is_replaced = act.related(RelationKind::ReplacedBy).next().is_some();
        if !is_replaced && act.related(RelationKind::AmendedBy).any(amends_later) {
            alive.push((at, day));
        }
    }
    for (at, day) in alive {
        report.count("repeals that an act outlived, for it was amended later");
        let act = &mut view.all[at];
        let by: Vec<String> = act.relations.iter().filter(|r| ends(r)).map(|r| r.target.clone()).collect();
        act.relations.retain(|r| !ends(r));
        (act.expired, act.status, act.as_of) = (None, Some(Status::PartlyExpired), Some(day));
        act.confirmed.remove(Fact::Status);
        let Some(own) = act.number.clone() else { continue };
        for other in
            by.iter().filter_map(|target| Number::parse(target)).filter_map(|n| view.find(&n)).collect::<Vec<_>>()
        {
            view.all[other].relations.retain(|r| !(r.target == own && r.kind == RelationKind::Repeals));
        }
    }
}

/// An act that only amends others has ended with the last of them, where no source says otherwise.
pub fn end_with_amended(view: &mut View, report: &mut Report) {
    let mut ended: Vec<(usize, Date, Option<Relation>)> = Vec::new();
    for (at, act) in view.all.iter().enumerate() {
        let is_sure = act.is_confirmed(Fact::Status) && act.as_of.is_some_and(|day| day >= date!(2025 - 10 - 01));
        let Some(title) = act.title.as_deref().filter(|t| only_amends(t)) else { continue };
        let is_told = act.relations.iter().any(ends);
        if (is_sure && act.status != Some(Status::Expired)) || is_told || names_more(view, act, title) {
            continue;
        }
        let base_of = |r: &Relation| Number::parse(&r.target).and_then(|n| view.find(&n)).map(|base| &view.all[base]);
        let bases: Option<Vec<&Instrument>> = act.related(RelationKind::Amends).map(base_of).collect();
        let Some(bases) = bases else { continue };
        // All of them have ended.
        let days: Option<Vec<(Date, &Instrument)>> =
            bases.into_iter().map(|base| Some((base.expired?, base))).collect();
        let Some((day, last)) = days.and_then(|all| all.into_iter().max_by_key(|(day, _)| *day)) else { continue };
        let number_year = view.numbers[at].as_ref().and_then(|n| n.year).map(i32::from);
        if act.issued.is_some_and(|from| from > day)
            || number_year.is_some_and(|year| year > day.year())
            || act.expired.is_some_and(|known| known != day)
        {
            continue;
        }
        let by = last.relations.iter().filter(|r| ends(r)).find(|r| r.date.is_none_or(|d| d == day));
        let relation = by.and_then(|by| {
            let kind = RelationKind::RepealedBy;
            view.judged(at, &Relation { kind, target: by.target.clone(), date: Some(day), note: None }, report)
        });
        ended.push((at, day, relation));
    }
    for (at, day, relation) in ended {
        report.count("amending acts that ended with what they amend");
        if view.all[at].expired.is_none() {
            end_on(&mut view.all[at], day);
        }
        let Some(relation) = relation else { continue };
        let by = Number::parse(&relation.target).and_then(|n| view.find(&n));
        if let (Some(by), Some(target)) = (by, view.all[at].number.clone()) {
            let back = Relation { kind: RelationKind::Repeals, target, ..relation.clone() };
            view.all[by].relations.push(back);
        }
        view.all[at].relations.push(relation);
    }
}

/// Whether a title names more acts, or several without their numbers, than are known to be amended: it isn't known when the last
/// of them ends.
fn names_more(view: &View, act: &Instrument, title: &str) -> bool {
    // "các luật về thuế", "37 luật có liên quan đến quy hoạch"
    static SEVERAL: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)\b(?:các|\d+) (?:bộ luật|luật|pháp lệnh|nghị định|thông tư|quyết định)\b"));
    static NAME: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:Bộ luật|Luật|Pháp lệnh) \p{L}"));
    let amended = act.related(RelationKind::Amends).count();
    let numbers = named(title);
    if !numbers.is_empty() {
        let is_known = |n: &Number| {
            let number = view.find(n).and_then(|base| view.all[base].number.as_ref());
            number.is_some_and(|number| act.relations.iter().any(|r| r.target == *number))
        };
        return !numbers.iter().all(is_known);
    }
    // The first one is the amending law itself: "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư, Luật Xây dựng".
    let itself = usize::from(title.starts_with("Luật s") || title.starts_with("Pháp lệnh s"));
    let names = NAME.find_iter(title).count().saturating_sub(itself);
    SEVERAL.is_match(title) || names > amended
}

/// Whether a title is that of an act that only amends: "Sửa đổi, bổ sung một số điều của …".
fn only_amends(title: &str) -> bool {
    let title = fold::search(title);
    let title = title.strip_prefix("ve viec ").unwrap_or(&title);
    let title = title.strip_prefix("luat ").or_else(|| title.strip_prefix("phap lenh ")).unwrap_or(title);
    title.starts_with("sua doi") || title.starts_with("bo sung")
}

/// The acts that a title says are amended, by their numbers.
fn named(title: &str) -> Vec<Number> {
    // "Nghị định số 10/2020/NĐ-CP", "Luật số 10/2012/QH13"
    static ACT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|thông tư liên tịch|thông tư|quyết định)(?: số)? (\d+[a-z]?/[\p{L}\d/&.-]*[\p{L}\d])",
        )
    });
    // What the amended act is about may name further ones: "… quy định chi tiết thi hành Luật số …".
    static SUBJECT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"\b(?:quy định|hướng dẫn|về|ban hành|phê duyệt|thi hành|theo)\b"));
    // "Sửa đổi, bổ sung một số thủ tục theo Nghị quyết số …"
    static CAUSE: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:hướng dẫn|thi hành|thực hiện|theo)\b"));
    let mut numbers: Vec<Number> = Vec::new();
    let mut from = 0;
    for found in ACT.captures_iter(title) {
        let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { continue };
        let between = title[from..whole.start()].to_lowercase();
        let is_other = match from {
            // What is amended may be issued with the act: "Quy chế ban hành kèm theo Quyết định số …".
            0 => CAUSE.is_match(&between.replace("kèm theo", "")),
            _ => SUBJECT.is_match(&between),
        };
        if is_other {
            break;
        }
        from = number.end();
        numbers.extend(Number::parse(number.as_str()));
    }
    numbers
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_what_it_amends_before_it_says_what_that_is_about() {
        for (title, expected) in [
            (
                "Sửa đổi, bổ sung một số điều của Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020 của Chính phủ quy định chi tiết Luật số 23/2008/QH12",
                vec!["10/2020/NĐ-CP"],
            ),
            (
                "Sửa đổi, bổ sung một số điều của Nghị định số 10/2010/NĐ-CP và Nghị định số 11/2011/NĐ-CP",
                vec!["10/2010/NĐ-CP", "11/2011/NĐ-CP"],
            ),
            ("Sửa đổi, bổ sung một số điều của các Thông tư về đăng kiểm", vec![]),
            ("Bổ sung danh mục ban hành kèm theo Thông tư số 10/2020/TT-BYT", vec!["10/2020/TT-BYT"]),
            ("Về việc sửa đổi Nghị định số 10/2010/NĐ-CP", vec!["10/2010/NĐ-CP"]),
            ("Sửa đổi, bổ sung một số thủ tục hành chính theo Nghị định số 10/2010/NĐ-CP", vec![]),
        ] {
            assert_eq!(named(title).iter().map(Number::canonical).collect::<Vec<_>>(), expected, "{title}");
        }
    }
}

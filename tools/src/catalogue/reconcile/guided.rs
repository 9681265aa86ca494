//! Acts that detail a law end with it (Luật số 80/2015/QH13, Điều 154, khoản 4; Luật số 64/2025/QH15, Điều 57, khoản 2, as Luật số
//! 87/2025/QH15 amends it), whether somebody says so or not.

use super::super::Report;
use super::{MADE_ON, View, end_on, ends};
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use time::macros::date;
use time::{Date, Duration};
use viendan::catalogue::{Instrument, Status};
use viendan::law::TypeId;
use viendan::text::fold;

/// Since then the law has the rule.
const SINCE: Date = date!(2016 - 07 - 01);

/// A source that still has an act so long after its law contradicts the rule: it was kept.
const OUTLIVED: Duration = Duration::days(183);

/// Ends the acts whose laws have all ended, where no source says that they went on.
pub fn end_with_law(view: &mut View, report: &mut Report) {
    let names = Names::of(view);
    let ended: Vec<(usize, Date)> = view
        .all
        .iter()
        .enumerate()
        .filter(|(_, act)| matches!(act.kind, TypeId::NGHI_DINH | TypeId::THONG_TU | TypeId::THONG_TU_LIEN_TICH))
        .filter(|(_, act)| {
            act.expired.is_none() && act.status != Some(Status::Expired) && !act.relations.iter().any(ends)
        })
        .filter_map(|(at, act)| {
            let from = act.issued?;
            let laws = names.detailed(act.title.as_deref()?, from)?;
            let days: Option<Vec<Date>> = laws.into_iter().map(|law| view.all[law].expired).collect();
            let day = days?.into_iter().max()?;
            let outlived = act.as_of.filter(|_| act.status.is_some()).is_some_and(|seen| seen - day > OUTLIVED);
            let begun = act.effective.unwrap_or(from) < day;
            (day >= SINCE && day <= MADE_ON && begun && !outlived).then_some((at, day))
        })
        .collect();
    for (at, day) in ended {
        report.count("acts that ended with the law that they detail");
        end_on(&mut view.all[at], day);
    }
}

/// Laws and ordinances by their names, with the day of issue.
struct Names(FxHashMap<String, Vec<(Date, usize)>>);

impl Names {
    fn of(view: &View) -> Self {
        let mut names: FxHashMap<String, Vec<(Date, usize)>> = FxHashMap::default();
        let is_law = |i: &Instrument| matches!(i.kind, TypeId::LUAT | TypeId::BO_LUAT | TypeId::PHAP_LENH);
        for (at, law) in view.all.iter().enumerate().filter(|(_, i)| is_law(i)) {
            let (Some(issued), Some(title)) = (law.issued, law.title.as_deref()) else { continue };
            names.entry(fold::search(title)).or_default().push((issued, at));
        }
        Self(names)
    }

    /// The laws that an act of a day details, if its title names nothing else and all of them are known: "Quy định chi tiết thi hành
    /// một số điều của Luật Đất đai".
    fn detailed(&self, title: &str, issued: Date) -> Option<Vec<usize>> {
        static DETAILS: LazyLock<Regex> = LazyLock::new(|| {
            regex(r"^(?:quy dinh chi tiet|huong dan (?:chi tiet |thi hanh|thuc hien|luat|mot so dieu))")
        });
        static OTHERS: LazyLock<Regex> =
            LazyLock::new(|| regex(r"\b(?:nghi dinh|nghi quyet|quyet dinh|thong tu|chuong trinh|hien phap|sua doi)\b"));
        static LAW: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:bo luat|luat|phap lenh)\b"));
        let folded = fold::search(title);
        if !DETAILS.is_match(&folded) || OTHERS.is_match(&folded) {
            return None;
        }
        let mut laws = Vec::new();
        let mut from = 0;
        while let Some(found) = LAW.find_at(&folded, from) {
            let words: Vec<&str> = folded[found.start()..].split(' ').take(24).collect();
            let (n, all) = (2..=words.len()).rev().find_map(|n| Some((n, self.0.get(&words[..n].join(" "))?)))?;
            let (_, law) = all.iter().filter(|(day, _)| *day <= issued).max()?;
            laws.push(*law);
            from = found.start() + words[..n].join(" ").len();
        }
        (!laws.is_empty()).then_some(laws)
    }
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

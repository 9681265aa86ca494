//! Tasks that the draft gives to agencies that no longer exist. Agencies named as issuers of older acts don't get a
//! task.

use crate::check::checker::Checker;
use crate::check::evidence::sentence::{
    is_addressee, is_named_as_living, is_past, is_tasked, is_told_of_a_day_until, says_so_itself, with_severity_for,
};
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::law::{Agency, AgencyId, Place, PlaceId, agencies, places};
use crate::text::Span;
use std::sync::OnceLock;
use time::Date;

/// Whether a task is given to the agency in so many words, as may also be done in the article on effect: "Giao Bộ Giao thông
/// vận tải hướng dẫn".
fn is_given(before: &str, after: &str) -> bool {
    let duties = ["có trách nhiệm", "chịu trách nhiệm", "chủ trì", "hướng dẫn"];
    before.trim_end().ends_with("Giao") || duties.iter().any(|duty| after.trim_start().starts_with(duty))
}

/// The last agency of the name of an agency, where that has ended.
fn ended_agency(id: AgencyId) -> Option<&'static Agency> {
    static ENDED: OnceLock<Vec<Option<AgencyId>>> = OnceLock::new();
    let ended = ENDED.get_or_init(|| {
        let all = agencies().iter();
        all.map(|(_, a)| last_if_ended(agencies().by_name(&a.name), |id| id.row().to)).collect()
    });
    ended[id.index()].map(AgencyId::row)
}

/// The last place of the name of a place, where that has ended.
pub fn ended_place(id: PlaceId) -> Option<&'static Place> {
    static ENDED: OnceLock<Vec<Option<PlaceId>>> = OnceLock::new();
    let ended = ENDED.get_or_init(|| {
        let all = places().iter();
        all.map(|(_, p)| last_if_ended(places().by_name(&p.name), |id| id.row().to)).collect()
    });
    ended[id.index()].map(PlaceId::row)
}

fn last_if_ended<Id: Copy>(same: &[Id], to: impl Fn(Id) -> Option<Date>) -> Option<Id> {
    let last = same.iter().copied().max_by_key(|&id| to(id).unwrap_or(Date::MAX))?;
    to(last).map(|_| last)
}

/// A task given to an agency that has ended: "Bộ Kế hoạch và Đầu tư có trách nhiệm …". The successors are offered, all
/// of them where the agency was split.
///
/// Source: Nghị quyết 176/2025/QH15.
pub fn abolished_agency_duty(cx: &Checker<'_>, out: &mut Findings) {
    // A consolidated text keeps the words of its time, and a whole text without a day may be of any time.
    if cx.draft.header.consolidated || cx.draft.is_of_open_time {
        return;
    }
    for a in &cx.agencies {
        let Some(named) = a.node.agency else { continue };
        let Some(last) = ended_agency(named) else { continue };
        let named = named.row();
        let Some(to) = last.to.filter(|&to| to < cx.day) else { continue };
        // "Thanh tra nhà nước" is also an activity; of older agencies only the exact name counts.
        if !last.confirmed && a.text() != named.name {
            continue;
        }
        if a.node.place.is_some()
            || !a.is_own_prose()
            || (is_past(cx, a) && (says_so_itself(cx, a) || !is_given(a.before(), a.after())))
            || is_told_of_a_day_until(a.sentence(), a.before(), a.after(), to)
        {
            continue;
        }
        // An ended agency of whose end a source tells is wrong in a dated draft, whatever is said of it.
        // "Bộ trưởng Bộ Tài nguyên và Môi trường": the name within the name of its head.
        let name = a.text().ends_with(&named.name).then(|| {
            let end = a.place.mention.span.end;
            Span::new(end - named.name.len(), end)
        });
        let is_named = last.confirmed && name.is_some() && is_named_as_living(cx, a.span());
        let is_concerned = is_tasked(a) || is_named || (cx.is_dated && is_addressee(cx.text(), a.span()));
        if !is_concerned {
            continue;
        }
        let since = cx.messages.date(to.next_day().unwrap_or(to));
        // The successor may have ended since as well.
        let living = agencies().current_successors(last, cx.day);
        let successors = living.join(", ");
        let values = [("agency", last.name.as_str()), ("date", &since), ("successors", &successors)];
        let variant = match (living.is_empty(), last.confirmed) {
            (true, _) => "ended",
            (false, true) => "",
            (false, false) => "unconfirmed",
        };
        let mut finding = with_severity_for(cx, cx.variant(Code::AbolishedAgencyDuty, variant, a.span(), &values));
        if let Some(name) = name {
            for successor in &living {
                let edit = Edit::new(a.place.in_document(name), successor.clone());
                finding = finding.with_fix(cx.fix("write", &[("text", successor)], false, vec![edit]));
            }
        }
        if cx.is_dated {
            out.push(finding);
        } else {
            // An old text, as likely as one of today: told once.
            out.once(Code::AbolishedAgencyDuty, last.name.as_str(), || Some(finding));
        }
    }
    super::departments::merged_departments(cx, out);
    super::branches::ended_branches(cx, out);
}

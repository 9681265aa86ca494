//! The card of an agency: full name, code, period, what went before and what came after; for an agency of a place the
//! history of the place.

use super::HoverContext;
use super::card::escape;
use crate::cite::AgencyRef;
use crate::law::{Agency, AgencyId, LocalAgency, Place, agencies, decision_on_places, local_agencies, places};
use time::Date;

/// The card of an agency, office holder or local agency.
pub fn card(cx: &HoverContext<'_>, mention: &AgencyRef) -> String {
    let mut parts = vec![format!("### {}", escape(&mention.canonical))];
    // "Chánh Văn phòng Bộ Y tế": an office or part of an agency of the table.
    let found = mention.agency.or_else(|| {
        let of_body = agencies().at_end_of(&mention.canonical).map(|(_, id)| id);
        of_body.filter(|_| mention.place.is_none() && mention.locality.is_none())
    });
    match found.map(|id| of_the_day(cx, id)) {
        Some(agency) => official(cx, mention, agency, &mut parts),
        None => local(cx, mention, &mut parts),
    }
    parts.retain(|p| !p.is_empty());
    parts.join("\n\n")
}

/// Of agencies with the same name the one of the day, else the one that the recogniser found.
fn of_the_day(cx: &HoverContext<'_>, id: AgencyId) -> &'static Agency {
    let found = id.row();
    let of_name = agencies().by_name(&found.name).iter().map(|id| id.row());
    let same: Vec<&Agency> = of_name.filter(|a| a.name == found.name).collect();
    same.iter().find(|a| a.existed_on(cx.day)).copied().unwrap_or(found)
}

fn official(cx: &HoverContext<'_>, mention: &AgencyRef, a: &'static Agency, parts: &mut Vec<String>) {
    let localizer = cx.localizer;
    let mut line = Vec::new();
    match mention.canonical.strip_suffix(a.name.as_str()).map(str::trim_end) {
        Some("") => {}
        Some(front) => line.push(office(cx, front, a.head.as_deref(), &a.name)),
        None if mention.full => line.push(localizer.format("ide-office-of", &[("body", escape(&a.name).into())])),
        None => line.push(format!("**{}**", escape(&a.name))),
    }
    if !a.codes.is_empty() {
        line.push(localizer.format("ide-code", &[("codes", escape(&a.codes.join(", ")).into())]));
    }
    line.extend(a.parent.as_ref().map(|p| localizer.format("ide-belongs-to", &[("parent", escape(p).into())])));
    line.extend(a.head.as_ref().map(|h| localizer.format("ide-head-of-body", &[("head", escape(h).into())])));
    parts.push(line.join(" · "));
    parts.push(existence(cx, a.from, a.to, a.decision.as_deref()));
    parts.extend(since(cx, a));
    let mut list = Vec::new();
    let ended = a.to.filter(|&to| to < cx.day);
    if ended.is_some() && !a.successors.is_empty() {
        let successors: Vec<String> = a.successors.iter().map(|s| escape(s)).collect();
        list.push(format!("- {}", localizer.format("ide-successors", &[("list", successors.join("; ").into())])));
    }
    let predecessors = predecessors(cx, a);
    if !predecessors.is_empty() {
        list.push(format!("- {}", localizer.format("ide-predecessors", &[("list", predecessors.join("; ").into())])));
    }
    for other in agencies().iter().map(|(_, o)| o).filter(|o| o.name == a.name && !std::ptr::eq(*o, a)) {
        list.push(format!(
            "- {}",
            localizer.format("ide-earlier-name", &[("period", period(cx, other.from, other.to).into())])
        ));
    }
    parts.push(list.join("\n"));
    if ended.is_some() && a.successors.len() > 1 {
        parts.push(localizer.text("ide-successors-many", &[]));
    }
    if !a.confirmed {
        parts.push(format!("_{}_", localizer.text("ide-agency-unchecked", &[])));
    }
}

/// What has become of the agency between the day of the draft and today.
fn since(cx: &HoverContext<'_>, a: &Agency) -> Option<String> {
    let today = crate::i18n::today();
    let to = a.to.filter(|&to| cx.day <= to && to < today)?;
    // One of the name may have come back.
    if agencies().by_name(&a.name).iter().any(|id| id.row().name == a.name && id.row().existed_on(today)) {
        return None;
    }
    let date = cx.localizer.date(to.next_day()?);
    let mut list = vec![cx.localizer.format("ide-agency-ended-since", &[("date", date.into())])];
    if !a.successors.is_empty() {
        let successors: Vec<String> = a.successors.iter().map(|s| escape(s)).collect();
        list.push(cx.localizer.format("ide-successors", &[("list", successors.join("; ").into())]));
    }
    Some(cx.localizer.format("ide-since", &[("list", list.join("; ").into())]))
}

/// Whether the agency exists on the day, with the instrument that ended it.
fn existence(cx: &HoverContext<'_>, from: Option<Date>, to: Option<Date>, decision: Option<&str>) -> String {
    let localizer = cx.localizer;
    let day = cx.day;
    if let Some(end) = to.filter(|&to| to < day) {
        let since = end.next_day().unwrap_or(end);
        let told = localizer.format("ide-existed-until", &[("date", localizer.date(since).into())]);
        let by = decision
            .map(|d| format!(", {}", localizer.format("ide-by-decision", &[("number", instrument(cx, d).into())])));
        let before = from.map(|_| format!(" · {}", period(cx, from, to)));
        return told + &by.unwrap_or_default() + &before.unwrap_or_default();
    }
    match from {
        Some(from) if day < from => localizer.format("ide-starts-on", &[("date", localizer.date(from).into())]),
        Some(from) => localizer.format(
            "ide-existing-since",
            &[("day", localizer.date(day).into()), ("from", localizer.date(from).into())],
        ),
        None => localizer.format("ide-existing", &[("day", localizer.date(day).into())]),
    }
}

fn instrument(cx: &HoverContext<'_>, number: &str) -> String {
    match cx.catalogue.by_number(number).as_slice() {
        [only] => escape(&only.number.as_deref().map_or_else(|| only.label(), |n| format!("{} {n}", only.kind))),
        _ => escape(number),
    }
}

fn period(cx: &HoverContext<'_>, from: Option<Date>, to: Option<Date>) -> String {
    let localizer = cx.localizer;
    match (from, to) {
        (Some(from), Some(to)) => {
            localizer.format("ide-period", &[("from", localizer.date(from).into()), ("to", localizer.date(to).into())])
        }
        (Some(from), None) => localizer.format("ide-period-from", &[("from", localizer.date(from).into())]),
        (None, Some(to)) => localizer.format("ide-period-until", &[("to", localizer.date(to).into())]),
        (None, None) => String::new(),
    }
}

/// The agencies whose functions had come to this one by the day of the draft: ended, named it as a successor, and it existed on the day
/// after.
fn predecessors(cx: &HoverContext<'_>, a: &Agency) -> Vec<String> {
    agencies()
        .iter()
        .map(|(_, other)| other)
        .filter(|other| other.name != a.name && other.successors.contains(&a.name))
        .filter(|other| other.to.and_then(Date::next_day).is_some_and(|next| next <= cx.day && a.existed_on(next)))
        .map(|other| format!("{} ({})", escape(&other.name), period(cx, None, other.to)))
        .collect()
}

/// An agency that every place has.
fn local(cx: &HoverContext<'_>, mention: &AgencyRef, parts: &mut Vec<String>) {
    let localizer = cx.localizer;
    let kind = kind_of_local_agency(&mention.canonical);
    let mut line = vec![localizer.text("ide-local-body", &[])];
    if let Some((title, kind)) = kind {
        if !title.is_empty() {
            line.push(office(cx, title, kind.head.as_deref(), &kind.name));
        }
        if !kind.codes.is_empty() {
            line.push(localizer.format("ide-code", &[("codes", escape(&kind.codes.join(", ")).into())]));
        }
        line.extend(kind.head.as_ref().map(|h| localizer.format("ide-head-of-body", &[("head", escape(h).into())])));
    }
    parts.push(line.join(" · "));
    if let Some(end) = kind.and_then(|(_, k)| k.to).filter(|&to| to < cx.day) {
        let since = end.next_day().unwrap_or(end);
        parts.push(localizer.format("ide-body-ended", &[("date", localizer.date(since).into())]));
    }
    if let Some(place) = mention.place {
        parts.push(place_history(cx, place.row()));
    }
}

/// What the words in front of a body's name make of it: its head, a deputy of the head, a part.
fn office(cx: &HoverContext<'_>, front: &str, head: Option<&str>, body: &str) -> String {
    // "Trưởng ban" leads "Ban Dân tộc" as "Trưởng Ban Dân tộc".
    let is_head = |head: &str| head.strip_prefix(front).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let key = if head.is_some_and(is_head) || front.starts_with("Bộ trưởng") {
        "ide-office-of"
    } else if front.starts_with("Phó ") || front.starts_with("Thứ trưởng") {
        "ide-deputy-of"
    } else {
        "ide-part-of-body"
    };
    cx.localizer.format(key, &[("body", escape(body).into())])
}

/// The kind of local agency that a full name begins with, or a title and then the name; the longest. With the title.
fn kind_of_local_agency(name: &str) -> Option<(&str, &'static LocalAgency)> {
    let kinds = local_agencies().iter().map(|(_, kind)| kind);
    let found = kinds.filter_map(|kind| {
        let begins_word = |at: &usize| *at == 0 || name[..*at].ends_with(' ');
        Some((name.match_indices(kind.name.as_str()).map(|(at, _)| at).find(begins_word)?, kind))
    });
    let (at, kind) = found.max_by_key(|(_, kind)| kind.name.len())?;
    // "Chánh Văn phòng" holds the beginning of the body's name.
    let head = kind.head.as_deref().filter(|head| at > 0 && name.starts_with(head));
    Some((head.unwrap_or_else(|| name[..at].trim_end()), kind))
}

/// The periods of a place: what it was merged from, what it went into, under which instrument.
fn place_history(cx: &HoverContext<'_>, place: &Place) -> String {
    let localizer = cx.localizer;
    let mut lines = Vec::new();
    for period in places().by_name(&place.name).iter().map(|id| id.row()).filter(|p| p.name == place.name) {
        let full = period.full_name();
        if let Some(last) = period.to.filter(|&to| to < cx.day) {
            let since = localizer.date(last.next_day().unwrap_or(last));
            let into: Vec<String> = period.successor.iter().chain(&period.successors).map(|s| escape(s)).collect();
            let renewed = into.contains(&full);
            // A place that kept its name is described with the new one.
            if renewed && into.len() == 1 {
                continue;
            }
            let mut told =
                localizer.format("ide-place-ended", &[("place", escape(&full).into()), ("date", since.into())]);
            if !into.is_empty() {
                told =
                    format!("**{told}**, {}", localizer.format("ide-place-into", &[("list", into.join("; ").into())]));
            }
            lines.push(format!("- {told}{}", decided(cx, last)));
        } else if let Some(from) = period.from.filter(|&from| from <= cx.day) {
            let values = [("place", escape(&full).into()), ("from", localizer.date(from).into())];
            let mut told = localizer.format("ide-place-now", &values);
            if let Some(last) = from.previous_day() {
                let merged: Vec<String> = places()
                    .iter()
                    .map(|(_, p)| p)
                    .filter(|p| p.to == Some(last) && p.successor.as_deref() == Some(full.as_str()))
                    .map(|p| escape(&p.name))
                    .collect();
                if merged.len() > 1 {
                    told = format!(
                        "{told}, {}",
                        localizer.format("ide-place-merged-from", &[("list", merged.join(", ").into())])
                    );
                    told.push_str(&decided(cx, last));
                }
            }
            lines.push(format!("- {told}"));
        }
    }
    lines.join("\n")
}

/// ", theo Nghị quyết 202/2025/QH15", where the instrument that ended the places of a day is known.
fn decided(cx: &HoverContext<'_>, last: Date) -> String {
    decision_on_places(last)
        .map(|d| format!(", {}", cx.localizer.format("ide-by-decision", &[("number", instrument(cx, d).into())])))
        .unwrap_or_default()
}

//! Agencies: what they can issue, and whether they still exist.

mod branches;
mod departments;
mod duty;
mod local;
mod provinces;

use crate::check::checker::{AgencyCitation, Checker, NumberCitation};
use crate::check::evidence::sentence::words_before;
use crate::check::evidence::symbol::{contradicts_its_type, is_individual, is_ministry, owners};
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Edit, Severity};
use crate::cite::{Family, Number};
use crate::law::{AgencyId, AgencyKind, agencies, milestones};
use crate::text::{Span, fold};
use time::{Date, Duration};

/// The rules of this family.
pub const RULES: &[Rule] = &[
    Rule::block(Code::TypeIssuerIncompetent, type_issuer_incompetent),
    Rule::block(Code::OrdinanceOfAssembly, ordinance_of_assembly),
    Rule::block(Code::TypeNotNormativeThen, type_not_normative_then),
    Rule::block(Code::JointCircularAfter2016, joint_circular_after_2016),
    Rule::block(Code::AbolishedAgencyNumber, abolished_agency_number),
    Rule::block(Code::AbolishedAgencyDuty, duty::abolished_agency_duty),
    Rule::block(Code::MergedProvince, provinces::merged_province),
    Rule::block(Code::DistrictLevelAbolished, local::district_level_abolished),
    Rule::agency(Code::AgencyNameVariant, agency_name_variant),
];

/// Whether an agency can issue a type, for the types that only one agency or only some agencies issue.
fn is_competent(kind: &str, issuer: &str) -> bool {
    match kind {
        "Nghị định" => issuer == "Chính phủ" || issuer == "Hội đồng Bộ trưởng" || issuer == "Hội đồng Chính phủ",
        "Luật" | "Bộ luật" => issuer == "Quốc hội",
        "Thông tư" | "Thông tư liên tịch" => {
            !matches!(
                issuer,
                "Chính phủ" | "Thủ tướng Chính phủ" | "Quốc hội" | "Chủ tịch nước" | "Ủy ban Thường vụ Quốc hội"
            ) && !issuer.starts_with("Ủy ban nhân dân")
                && !issuer.starts_with("Hội đồng nhân dân")
        }
        _ => true,
    }
}

/// The type word and "của" right before an agency, with no number between: "Nghị định của".
fn type_before<'t>(before: &'t str, kinds: &[&'static str]) -> Option<(&'static str, &'t str)> {
    let before = before.trim_end().strip_suffix("của")?.trim_end();
    let kind = kinds.iter().find(|k| before.ends_with(**k))?;
    Some((kind, &before[..before.len() - kind.len()]))
}

/// A type ascribed to an agency that cannot issue it: "Nghị định của Bộ Tài chính". Drafts and bills are ignored:
/// others prepare them than those who pass them.
///
/// Source: Luật 64/2025/QH15 Điều 4.
fn type_issuer_incompetent(cx: &Checker<'_>, out: &mut Findings) {
    for a in &cx.agencies {
        let Some((kind, earlier)) =
            type_before(a.before(), &["Thông tư liên tịch", "Bộ luật", "Luật", "Nghị định", "Thông tư"])
        else {
            continue;
        };
        let earlier = words_before(earlier);
        let draft =
            ["dự thảo", "dự án", "đề nghị xây dựng", "hồ sơ", "tờ trình", "trình"].iter().any(|w| earlier.ends_with(w));
        let issuer = a.node.canonical.as_str();
        if draft || !a.is_own_prose() || is_competent(kind, issuer) || is_listed_after(a.after(), a.block) {
            continue;
        }
        out.push(cx.finding(Code::TypeIssuerIncompetent, a.span(), &[("issuer", issuer), ("kind", kind)]));
    }
    law_of_another(cx, out);
}

/// A law that is given to another agency than the Assembly after its name: "Luật Đất đai năm 2024 do Chính phủ ban hành".
fn law_of_another(cx: &Checker<'_>, out: &mut Findings) {
    for name in cx.names.iter().filter(|name| name.is_own_prose() && name.node.known && name.node.number.is_none()) {
        let canonical = name.node.canonical.as_str();
        let Some(kind) = ["Bộ luật", "Luật"].into_iter().find(|kind| canonical.starts_with(kind)) else {
            continue;
        };
        let end = name.place.mention.span.end;
        let issuer = cx.agencies.iter().find(|a| {
            let at = a.place.mention.span;
            let is_whole = a.node.agency.is_some_and(|id| id.row().kind.is_central()) && a.text() == a.node.canonical;
            at.start >= end
                && is_whole
                && name.block.get(end..at.start).is_some_and(|between| between.trim() == "do")
                && name.block[at.end..].trim_start().starts_with("ban hành")
        });
        if let Some(a) = issuer.filter(|a| !is_competent(kind, &a.node.canonical)) {
            let values = [("issuer", a.node.canonical.as_str()), ("kind", kind)];
            out.push(cx.finding(Code::TypeIssuerIncompetent, a.span(), &values));
        }
    }
}

/// "Nghị định, Thông tư của Chính phủ, Bộ Tài chính": several types and agencies in one list can't be matched.
fn is_listed_after(after: &str, block: &str) -> bool {
    let after = after.trim_start();
    let list =
        after.starts_with(',') || after.starts_with("và ") || after.starts_with("hoặc ") || after.starts_with('/');
    list && ["Chính phủ", "Bộ", "Quốc hội", "Thủ tướng"].iter().any(|w| block.contains(w))
}

/// An ordinance ascribed to the National Assembly; the Standing Committee issues them.
///
/// Source: Luật 64/2025/QH15 Điều 4.
fn ordinance_of_assembly(cx: &Checker<'_>, out: &mut Findings) {
    let mut report = |span: Span| {
        let expected = "Ủy ban Thường vụ Quốc hội";
        let fix = cx.fix("write", &[("text", expected)], false, vec![Edit::new(span, expected)]);
        out.push(cx.finding(Code::OrdinanceOfAssembly, span, &[]).with_fix(fix));
    };
    for name in cx.names.iter().filter(|n| n.node.canonical.starts_with("Pháp lệnh") && !n.place.quoted) {
        if let Some(issuer) = name.node.attributes.issuer.as_ref().filter(|i| i.name == "Quốc hội") {
            report(name.place.in_document(issuer.span));
        }
    }
    let ordinance = |n: &&NumberCitation<'_>| n.node.type_word.as_ref().is_some_and(|w| w.name == "Pháp lệnh");
    for n in cx.numbers.iter().filter(ordinance) {
        if let Some(issuer) = n.node.attributes.issuer.as_ref().filter(|i| i.name == "Quốc hội") {
            report(n.place.in_document(issuer.span));
        }
    }
    for a in cx.agencies.iter().filter(|a| a.node.canonical == "Quốc hội" && !a.place.quoted) {
        if type_before(a.before(), &["Pháp lệnh"]).is_some() {
            report(a.span());
        }
    }
}

/// A number with a year for a type and agency that issued no norms then: ministers' decisions and directives since
/// 2009, the Government's resolutions from 2009 to March 2025. The year of the change itself is ignored.
///
/// Source: Luật 17/2008/QH12 Điều 2; Luật 80/2015/QH13 Điều 4; Luật 64/2025/QH15 Điều 4.
fn type_not_normative_then(cx: &Checker<'_>, out: &mut Findings) {
    for n in cx.numbers.iter().filter(|n| !n.node.shortened && !contradicts_its_type(n)) {
        let number = n.number();
        let Some(year) = number.year.filter(|_| is_individual(number)) else { continue };
        if n.node.slips.iter().any(|s| s.kind == crate::cite::SlipKind::UnexpectedYear) {
            continue;
        }
        let Some(at) = n.text().find(&format!("/{year}/")) else { continue };
        let digits = Span::new(at + 1, at + 5).shifted(n.span().start);
        let with_slash = Span::new(digits.start, digits.end + 1);
        let (kind, body) = (number.kind().map_or("", |k| k.name.as_str()), number.issuer().unwrap_or_default());
        let year_text = year.to_string();
        let without = Number { year: None, ..number.clone() }.canonical();
        let values = [("year", year_text.as_str()), ("kind", kind), ("issuer", &body)];
        let mut finding = cx.finding(Code::TypeNotNormativeThen, digits, &values).with_instrument(number.canonical());
        // Without the year the number would fit several acts.
        let attributes = &n.node.attributes;
        let dated = attributes.date.is_some() || attributes.year.is_some();
        if dated || Number::parse(&without).is_none_or(|other| cx.catalogue.by_key(&other.key()).len() < 2) {
            finding = finding.with_fix(cx.fix("write", &[("text", &without)], false, vec![Edit::new(with_slash, "")]));
        }
        out.push(finding);
    }
}

/// A joint circular of ministries only, from the time when they are not issued any more: a warning from 1 July 2016, an
/// error from 1 April 2025. Those of courts, procuracy and audit remain.
///
/// Source: Luật 64/2025/QH15 Điều 20 khoản 2; Luật 80/2015/QH13 Điều 4.
fn joint_circular_after_2016(cx: &Checker<'_>, out: &mut Findings) {
    for n in &cx.numbers {
        let number = n.number();
        let joint = number.family == Family::Joint && matches!(number.type_code.as_deref(), Some("TTLT" | "TTLB"));
        if !joint || number.issuers.len() < 2 || !number.issuers.iter().all(|c| is_ministry(c)) {
            continue;
        }
        // Where the date contradicts the number, another rule reports that.
        let date = n.node.attributes.date.as_ref().and_then(crate::cite::DateRef::date);
        let date = date.filter(|d| number.year.is_none_or(|y| i32::from(y) == d.year()));
        let from = |limit: Date, year: u16| date.map_or(number.year.is_some_and(|y| y >= year), |d| d >= limit);
        if !from(milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2015, 2017) {
            continue;
        }
        let mut finding = cx.finding(Code::JointCircularAfter2016, n.span(), &[]).with_instrument(number.canonical());
        if from(milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2025, 2026) {
            finding.severity = Severity::Error;
        }
        out.push(finding);
    }
}

/// A number that is dated after the end of its issuer: "05/2026/TT-BTTTT". Acts of agencies that have ended keep their
/// numbers.
///
/// Source: Nghị quyết 176/2025/QH15.
fn abolished_agency_number(cx: &Checker<'_>, out: &mut Findings) {
    for n in &cx.numbers {
        local::number_of_a_district(cx, n, out);
        let number = n.number();
        let [code] = number.issuers.as_slice() else { continue };
        if !matches!(number.family, Family::State | Family::Letter) || n.node.shortened {
            continue;
        }
        let owners = owners(code);
        let Some(last) = owners.iter().max_by_key(|a| a.to.unwrap_or(Date::MAX)) else { continue };
        let Some(to) = last.to else { continue };
        let date = n.node.attributes.date.as_ref().and_then(crate::cite::DateRef::date);
        let after = match (date, n.year()) {
            (Some(date), _) => {
                // A day that no source confirms may be off by months, and agencies finish their series of numbers.
                let begun = match last.kind {
                    _ if last.confirmed => date > to,
                    // The departments of provinces were merged within weeks.
                    AgencyKind::ProvinceDepartment => date > to + Duration::days(45),
                    _ => date.year() > to.year(),
                };
                begun && number.year.is_none_or(|y| i32::from(y) == date.year())
            }
            (None, Some(year)) => i32::from(year) > to.year(),
            (None, None) => false,
        };
        // "QĐ-GTVT" of a department has the code of a former ministry.
        // "SNN" is also that of the department which replaced the one of agriculture.
        let is_department = last.kind == AgencyKind::ProvinceDepartment && code.len() > 3 && code.starts_with('S');
        if !after || !(last.confirmed || code.starts_with('B') || is_department) {
            continue;
        }
        let day = to.next_day().unwrap_or(to);
        let (name, since) = (last.name.clone(), cx.messages.date(day));
        let canonical = number.canonical();
        let values = [("agency", name.as_str()), ("date", &since), ("number", &canonical)];
        let mut finding = cx.finding(Code::AbolishedAgencyNumber, n.span(), &values);
        if !last.confirmed {
            finding = cx
                .variant(Code::AbolishedAgencyNumber, "unconfirmed", n.span(), &values)
                .cap_severity(Severity::Warning);
        }
        // The successor may have ended since as well.
        for successor in agencies().current_successors(last, cx.day) {
            let Some(code) = agencies().by_name(&successor).iter().find_map(|id| {
                let agency = id.row();
                if agency.existed_on(cx.day) { agency.codes.first() } else { None }
            }) else {
                continue;
            };
            let text = Number { issuers: vec![code.clone()], ..number.clone() }.canonical();
            let edit = Edit::between(n.span(), n.text(), &text);
            finding = finding.with_fix(cx.fix("write", &[("text", &text)], false, vec![edit]));
        }
        out.push(finding.with_instrument(canonical));
    }
}

/// The name of an agency that differs from its official form only in letter case: "Bộ Công thương". Only in drafts of a
/// known kind; both placements of the tone mark are right.
fn agency_name_variant(cx: &Checker<'_>, a: &AgencyCitation<'_>, out: &mut Findings) {
    if !cx.is_formal() {
        return;
    }
    if !a.is_own_prose() {
        return;
    }
    let Some(agency) = a.node.agency.map(AgencyId::row) else { return };
    let letters = |s: &str| s.chars().count();
    if a.text() == agency.name || letters(a.text()) != letters(&agency.name) {
        return;
    }
    let written = fold::tidy(a.text());
    let capitals = !written.chars().any(char::is_lowercase);
    if capitals || a.node.canonical != agency.name || fold::words(&written) != fold::words(&agency.name) {
        return;
    }
    let cases = |s: &str| s.chars().map(char::is_uppercase).collect::<Vec<_>>();
    // "nhà nước" and "Nhà nước" are both seen in the names of the Audit and the Bank.
    if cases(&written) == cases(&agency.name) || written.starts_with(char::is_lowercase) {
        return;
    }
    let values = [("seen", written.as_str()), ("expected", &agency.name)];
    let fix = cx.fix("write", &[("text", &agency.name)], true, vec![Edit::new(a.span(), agency.name.clone())]);
    out.push(cx.finding(Code::AgencyNameVariant, a.span(), &values).with_fix(fix));
}

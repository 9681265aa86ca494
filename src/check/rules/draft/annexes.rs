//! References to annexes and forms that the draft does not have.

use crate::check::draft_checker::DraftChecker;
use crate::check::finding::Findings;
use crate::check::{Code, Severity};
use crate::law::{roman, roman_value};
use rustc_hash::FxHashSet;

/// References to forms that the draft does not have, where those after its body count from the first one.
pub fn missing_forms(cx: &DraftChecker<'_>, out: &mut Findings) {
    let sections = || cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
    let mut forms: Vec<u32> = Vec::new();
    for form in sections().flat_map(|(_, sections)| &sections.forms) {
        if !forms.contains(form) {
            forms.push(*form);
        }
    }
    let Some(&last) = forms.last() else { return };
    if !forms.iter().zip(1..).all(|(form, n)| *form == n) {
        return;
    }
    let cited = || sections().flat_map(|(base, s)| s.cited_forms.iter().map(move |cited| (base, cited)));
    let missing: FxHashSet<u32> = cited().map(|(_, (_, form))| *form).filter(|form| *form > last).collect();
    // Several forms that aren't there are in a file of their own.
    // Of a single one the next may be in a file of its own, but not one after a gap.
    if missing.len() > 1 || (last < 2 && missing.iter().any(|form| *form <= last + 1)) {
        return;
    }
    for (base, (span, form)) in cited().filter(|(_, (_, form))| missing.contains(form)) {
        let (what, last) = (format!("Mẫu số {form:02}"), format!("Mẫu số {last:02}"));
        let values = [("path", what.as_str()), ("last", &last)];
        let finding = cx.finding(Code::InternalTargetMissing, span.shifted(base), &values);
        out.push(finding.cap_severity(Severity::Warning));
    }
}

/// References to annexes that the draft does not have, where it has annexes that count from the first one.
pub fn missing_annexes(cx: &DraftChecker<'_>, out: &mut Findings) {
    let sections = || cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
    let value = |label: &str| match label.parse::<u32>() {
        Ok(number) => Some((0, number)),
        Err(_) => roman_value(label).map(|number| (1, number)),
    };
    let mut annexes: Vec<(u8, u32)> = Vec::new();
    for label in sections().flat_map(|(_, sections)| &sections.annexes) {
        let Some(annex) = value(label) else { return };
        // A table of contents names each of them too.
        if !annexes.contains(&annex) {
            annexes.push(annex);
        }
    }
    let Some(&(form, last)) = annexes.last() else { return one_annex(cx, out) };
    if !annexes.iter().zip(1..).all(|(annex, n)| *annex == (form, n)) {
        return;
    }
    let cited = || sections().flat_map(|(base, s)| s.cited.iter().map(move |cited| (base, cited)));
    let is_missing = |label: &str| value(label).is_some_and(|(kind, number)| kind == form && number > last);
    // Several annexes that aren't there are in a file of their own.
    let missing: FxHashSet<&str> = cited().map(|(_, (_, label))| &**label).filter(|label| is_missing(label)).collect();
    // Of a single one the next may be in a file of its own, but not one after a gap.
    let is_apart = |label: &&str| value(label).is_some_and(|(_, number)| number > last + 1);
    if missing.len() > 1 || (last < 2 && !missing.iter().all(is_apart)) {
        return;
    }
    for (base, (span, label)) in cited() {
        if is_missing(label) {
            let last = roman(last).filter(|_| form == 1).unwrap_or_else(|| last.to_string());
            let what = format!("Phụ lục {label}");
            let values = [("path", what.as_str()), ("last", &format!("Phụ lục {last}"))];
            let finding = cx.finding(Code::InternalTargetMissing, span.shifted(base), &values);
            out.push(finding.cap_severity(Severity::Warning));
        }
    }
}

/// A reference to an annex with a label where the only annex of the draft has none: "Phụ lục III".
fn one_annex(cx: &DraftChecker<'_>, out: &mut Findings) {
    let sections = || cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
    let bare = sections().filter(|(_, sections)| sections.has_bare_annex).count();
    let labels: FxHashSet<&str> =
        sections().flat_map(|(_, sections)| &sections.cited).map(|(_, label)| &**label).collect();
    if bare != 1 || labels.len() != 1 {
        return;
    }
    for (base, (span, label)) in sections().flat_map(|(base, s)| s.cited.iter().map(move |cited| (base, cited))) {
        let what = format!("Phụ lục {label}");
        let finding = cx.variant(Code::InternalTargetMissing, "one-annex", span.shifted(base), &[("path", &what)]);
        out.push(finding.cap_severity(Severity::Warning));
    }
}

//! "Nghị định này" in a circular.

use crate::check::draft_checker::DraftChecker;
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Severity};

/// Another type than the draft's own before "này". A document that names another type more often than its own is of
/// that type, or of several.
pub fn self_type_mismatch(cx: &DraftChecker<'_>, out: &mut Findings) {
    let header = &cx.draft.header;
    let Some(own) = header.kind else { return };
    let named = || cx.facts().map(|(base, facts)| (base, &facts.own_types));
    let (own_named, others) =
        named().fold((0, 0), |(own, others), (_, types)| (own + types.own, others + types.others.len()));
    if others > 1.max(own_named) {
        return;
    }
    // The type in the header is certain where the number shows the same.
    let sure = header.number.as_ref().and_then(|n| n.kind()).is_some_and(|k| k.name == own);
    for (seen, span) in named().flat_map(|(base, types)| types.others.iter().map(move |(t, s)| (t, s.shifted(base)))) {
        let fix = cx.fix("write", &[("text", &format!("{own} này"))], false, vec![Edit::new(span, own)]);
        let finding = cx.finding(Code::SelfTypeMismatch, span, &[("seen", seen), ("own", own)]).with_fix(fix);
        out.push(if sure { finding } else { finding.cap_severity(Severity::Warning) });
    }
}

//! The bases of a draft ("Căn cứ …"): they must be in force, and of higher rank.

use super::{each_known, expired, expiry, is_end_sure};
use crate::check::checker::Checker;
use crate::check::evidence::sentence::{basis_end, is_basis};
use crate::check::finding::Findings;
use crate::check::{Code, Severity};
use crate::cite::{Family, Number};
use crate::document::Regime;
use crate::law::types;

/// A basis that has expired on the day of judgement. Where the draft is normative and the end is confirmed, it is an
/// error.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 62.
pub fn basis_expired(cx: &Checker<'_>, out: &mut Findings) {
    each_known(cx, |citation| {
        if !citation.basis {
            return;
        }
        let Some((since, by)) = expiry(cx, citation.known) else { return };
        let mut finding = expired(cx, Code::BasisExpired, &citation, since, by.as_deref());
        if cx.regime == Regime::Normative && since.is_some() && is_end_sure(citation.known) {
            finding.severity = Severity::Error;
        }
        // "Nghị định số A được sửa đổi, bổ sung bởi Nghị định số B" where B is known to have ended A: one of the two is wrong.
        let line = &citation.after[..basis_end(citation.after)];
        let amended = by.is_some_and(|by| line.contains("sửa đổi") && line.contains(&by));
        out.push(if amended { finding.cap_severity(Severity::Information) } else { finding });
    });
}

/// The rank of a basis, 1 highest; 20 for acts that aren't normative. `None` where the number doesn't show it.
fn rank(number: &Number) -> Option<u8> {
    match number.family {
        Family::Assembly => Some(2),
        Family::StandingCommittee => Some(3),
        Family::State | Family::Joint | Family::Consolidated => {
            let kind = number.kind()?;
            // An act whose number has no year isn't normative, except resolutions of the Government and old decrees.
            match (kind.rank, number.year, kind.normative) {
                (Some(rank), _, true) if kind.name != "Nghị quyết" => Some(rank),
                (_, None, false) => Some(20),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A circular as the basis of a decree, a circular or a notice as that of a circular. Other drafts may have any
/// document as basis that gives the competence.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 62.
pub fn basis_rank(cx: &Checker<'_>, out: &mut Findings) {
    let header = &cx.draft.header;
    let Some(own) = header.kind.filter(|k| matches!(*k, "Nghị định" | "Thông tư")) else { return };
    if cx.regime != Regime::Normative {
        return;
    }
    let Some(own_rank) = types().by_name(own).and_then(|t| t.rank) else { return };
    // After the first article "Căn cứ" begins the bases of attached forms.
    if !cx.place.before_articles {
        return;
    }
    for n in &cx.numbers {
        if !n.is_own_prose() || n.node.amending || n.is_old() || !is_basis(n) {
            continue;
        }
        let Some(basis) = rank(n.number()).filter(|basis| *basis >= own_rank) else { continue };
        let kind = n.number().kind().map_or("", |k| k.name.as_str());
        let values = [("own", own), ("kind", kind)];
        // A consolidated text stands for the act that it consolidates; another rule reports it.
        if basis == 20 && n.number().family == Family::Consolidated {
            continue;
        }
        out.push(cx.finding(Code::BasisRank, n.span(), &values).with_instrument(n.number().canonical()));
    }
}

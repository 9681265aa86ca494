//! Whether an act of the catalogue is the one that is cited.

use crate::catalogue::Instrument;
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::symbol::reordered;
use crate::check::evidence::title::{is_formula, is_of_amending, title_words};
use crate::cite::{DateRef, Family, Number};
use crate::law::assembly_terms;
use crate::text::fold;
/// Whether a number names a term of the Assembly that its year does not belong to.
pub fn has_wrong_term(n: &NumberCitation<'_>) -> bool {
    let number = n.number();
    let (Some(term), Some(year)) = (number.term, number.year) else { return false };
    let terms = assembly_terms(year);
    matches!(number.family, Family::Assembly | Family::StandingCommittee) && !terms.is_empty() && !terms.contains(&term)
}

/// Whether a joint act is known with its issuers in another order, which another rule reports.
pub fn is_reordered(cx: &Checker<'_>, n: &NumberCitation<'_>) -> bool {
    n.number().family == Family::Joint && reordered(cx, n.number()).is_some()
}

/// Whether the text means another act of the same number: date and title both differ from what is known. Decrees on the
/// ministries of defence and public security are numbered separately, so that the first serials of a year exist twice;
/// for those one difference is enough.
pub fn is_another(n: &NumberCitation<'_>, known: &Instrument) -> bool {
    let attributes = &n.node.attributes;
    let date = attributes.date.as_ref().and_then(DateRef::date);
    let apart = date.zip(known.issued).map_or(0, |(said, issued)| (said - issued).whole_days().abs());
    let number = n.number();
    let twice =
        number.serial < 10 && number.type_code.as_deref() == Some("NĐ") && number.year.is_some_and(|y| y > 2015);
    // The usual case first: every rule of validity calls this for every citation.
    if apart == 0 && !twice {
        return false;
    }
    // "Nghị định số 02/2025/NĐ-CP quy định chức năng, nhiệm vụ … của Bộ Công an"
    let forces = |text: &str| ["Bộ Công an", "Bộ Quốc phòng"].iter().any(|force| text.contains(force));
    let following = || -> String {
        let text = n.after().split(';').next().unwrap_or_default();
        fold::tidy(text.split("\n\n").next().unwrap_or_default()).chars().take(120).collect()
    };
    if twice && forces(&following()) && known.title.as_deref().is_some_and(|t| !forces(t)) {
        return true;
    }
    match attributes.title.zip(known.title.as_deref()) {
        Some((said, right)) => {
            let subject = |title: &str| -> Vec<String> {
                let words = title_words(title);
                let own: Vec<String> = words.iter().filter(|w| !is_formula(w) && !is_of_amending(w)).cloned().collect();
                if own.is_empty() { words } else { own }
            };
            let (said, right) = (subject(said.of(n.block)), subject(right));
            let shared = said.iter().filter(|w| right.contains(w)).count();
            shared * 2 < said.len().min(right.len())
        }
        None => twice && apart > 30,
    }
}

/// Whether an instrument is surely the one that is cited although something else differs: a number without a year
/// begins again every year, and every place has its own series.
pub fn is_surely(n: &NumberCitation<'_>, known: &Instrument) -> bool {
    let number = n.number();
    let same_year = n.node.attributes.date.as_ref().is_some_and(|d| Some(d.year) == known.year);
    (number.year.is_some() || same_year) && number.family != Family::Old && !n.node.shortened && !is_another(n, known)
}

/// Whether the serial of an Assembly's number belongs to an act of another year of its term, in which serials are
/// counted through: next to "56/2024/QH15" there is no "56/2025/QH15", while "53/2024/QH15" may be the act that a
/// nearly complete list lacks. `cited` is the type that the text names, of laws and resolutions, which are numbered
/// apart.
pub fn is_taken_in_term(cx: &Checker<'_>, cited: Option<&str>, number: &Number) -> bool {
    let Some(year) = number.year else { return false };
    let is_resolution = |kind: &str| kind == "Nghị quyết";
    let cited = cited.map(is_resolution);
    (year.saturating_sub(5)..=year + 5).filter(|y| *y != year).any(|y| {
        let other = Number { year: Some(y), ..number.clone() };
        let known = cx.catalogue.by_key(&other.key());
        known.iter().any(|i| cited.is_none_or(|r| r == is_resolution(i.kind.as_str())))
    })
}

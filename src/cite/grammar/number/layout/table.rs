//! The layouts of numbers, each with an example and what it makes of the parts.

use super::{Lead, Owned, View};
use crate::cite::grammar::number::atoms::AtomKind;
use crate::cite::grammar::number::codes::{
    Known, is_capitals, is_code_like, is_known_issuer, is_party_issuer, is_state_issuer, split_code,
};
use crate::cite::grammar::number::scan::Certainty;
use crate::cite::grammar::number::{Family, Slip, SlipKind};
use crate::law::types;
use crate::text::Span;

/// One layout.
pub struct Layout {
    /// A number that follows it.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it, and who reads the table"))]
    pub example: &'static str,
    pub fits: fn(&View<'_>) -> bool,
    /// Whose number it is; `None` where it turns out not to be an instrument.
    pub read: fn(&View<'_>) -> Option<Owned>,
}

/// The layouts in order: the first one that fits decides. Those with a dash after the serial come first.
pub static LAYOUTS: [Layout; 25] = [
    // Old symbols of one code: "53-HĐBT", "47-SL"; not "49 - Mẫu".
    Layout {
        example: "191-CP",
        fits: |p| p.lead == Lead::Dash && p.len() == 1,
        read: |p| (!p.spaced && is_old_symbol(p.first())).then(Owned::old),
    },
    // Laws and orders of the President before 1992, and ministries before 1998: "101-SL/L.003", "59-TC/TCT".
    Layout {
        example: "3-LCT/HĐNN7",
        fits: |p| {
            p.lead == Lead::Dash
                && (matches!(p.first(), "LCT" | "L")
                    || (p.first() == "SL" && is_law_of_the_fifties(p.code(1)))
                    || (p.joint() == Some(AtomKind::Slash) && !p.has_party_type() && !p.has_type()))
        },
        read: |p| {
            // "18-L/CTN": nothing else is written so.
            let of_state = matches!(p.first(), "LCT" | "L") && (p.code(1) == "CTN" || p.code(1).starts_with("HĐNN"));
            let old = Owned::old();
            Some(Owned { certainty: p.sure_if(of_state, old.certainty), ..old })
        },
    },
    // The Party's.
    Layout {
        example: "57-NQ/TW",
        fits: |p| {
            p.lead == Lead::Dash
                && p.joint() == Some(AtomKind::Slash)
                && p.has_party_type()
                && !p.issuers().any(is_state_issuer)
        },
        read: |p| {
            let sure = p.issuers().all(is_party_issuer);
            Some(Owned { certainty: p.sure_if(sure, Certainty::NeedsCue), ..Owned::of_type(Family::Party, p) })
        },
    },
    // The Party's with a dash for its slash.
    Layout {
        example: "57-NQ-TW",
        fits: |p| p.lead == Lead::Dash && (p.has_type() || p.has_party_type()) && p.issuers().all(is_party_issuer),
        read: |p| Some(Owned { slip: Some(p.party_separators()), ..Owned::of_type(Family::Party, p) }),
    },
    // The state's with dash and slash exchanged: usual before 1999. Without a year it can't be known, so a cue must confirm it.
    Layout {
        example: "4132-QĐ/UBND",
        fits: |p| p.lead == Lead::Dash && (p.has_type() || p.has_party_type()),
        read: |p| {
            let slip = Slip { kind: SlipKind::StateSeparators, span: p.dash?.cover(p.span), expected: String::new() };
            let known = p.issuers().all(is_state_issuer);
            let certainty = if known { Certainty::NeedsCue } else { Certainty::NeedsTypeWord };
            Some(Owned { slip: Some(slip), certainty, ..Owned::of_type(family_of_type(p.first()), p) })
        },
    },
    // Anything else after a dash: "5-10", "12-Mẫu".
    Layout { example: "12-ABC-XYZ", fits: |p| p.lead == Lead::Dash, read: |_| None },
    // The National Assembly's.
    Layout {
        example: "64/2025/QH15",
        fits: |p| p.len() == 1 && assembly_term(p.first()).is_some(),
        read: |p| {
            let term = assembly_term(p.first());
            Some(Owned { term, issuers: vec![p.first().to_owned()], ..Owned::new(Family::Assembly) })
        },
    },
    // The National Assembly's, whose term was lost.
    Layout {
        example: "29/2023/QH",
        fits: |p| p.first() == "QH" && p.len() == 1 && p.year.is_some(),
        read: |_| {
            let certainty = Certainty::NeedsCue;
            Some(Owned { certainty, issuers: vec!["QH".to_owned()], ..Owned::new(Family::Assembly) })
        },
    },
    // The Standing Committee's.
    Layout {
        example: "76/2025/UBTVQH15",
        fits: |p| p.len() == 1 && is_committee(p.first()),
        read: |p| {
            let term = committee_term(p.first());
            Some(Owned { term, issuers: vec![p.first().to_owned()], ..Owned::new(Family::StandingCommittee) })
        },
    },
    // The Standing Committee's with a type: ordinances before 2008, resolutions on single matters.
    Layout {
        example: "28/2005/PL-UBTVQH11",
        fits: |p| p.len() == 2 && matches!(p.first(), "PL" | "NQ") && is_committee(p.code(1)),
        read: |p| Some(Owned { term: committee_term(p.code(1)), ..Owned::of_type(Family::StandingCommittee, p) }),
    },
    // Laws of 1957.
    Layout {
        example: "101/SL-L.003",
        fits: |p| p.len() == 2 && p.first() == "SL" && is_law_of_the_fifties(p.code(1)),
        read: |_| Some(Owned::old()),
    },
    // Orders of the President.
    Layout {
        example: "06/2020/L-CTN",
        fits: |p| p.len() == 2 && p.first() == "L" && p.code(1) == "CTN",
        read: |p| Some(Owned::of_type(Family::State, p)),
    },
    // Consolidated texts.
    Layout {
        example: "72/VBHN-VPQH",
        fits: |p| p.len() >= 2 && p.first() == "VBHN",
        read: |p| Some(Owned::of_type(Family::Consolidated, p)),
    },
    // The Party's with slash and dash exchanged: "57/NQ-TW", "57/NQ/TW".
    Layout {
        example: "57/NQ-TW",
        fits: |p| {
            p.has_state_type()
                && p.len() == 2
                && p.year.is_none()
                && is_party_issuer(p.code(1))
                && types().by_party_code(p.first()).is_some()
        },
        read: |p| Some(Owned { slip: Some(p.party_separators()), ..Owned::of_type(Family::Party, p) }),
    },
    // The state's: type code, then issuers. Joint acts of ministries are numbered so too.
    Layout { example: "30/2020/NĐ-CP", fits: |p| p.has_state_type(), read: |p| Some(state(p)) },
    // The state's whose dash was lost, without a year: "06/QĐTTg".
    Layout {
        example: "06/QĐTTg",
        fits: |p| {
            p.len() == 1
                && p.year.is_none()
                && p.lead == Lead::Slash
                && p.codes[0].known == Known::No
                && split_code(p.first()).is_some()
        },
        read: |p| Some(Owned { certainty: Certainty::NeedsCue, ..split_symbol(p)? }),
    },
    // Old symbols of one code: "47/SL", "191/CP". Letters and decisions that were cut short look alike: "285/CCTTHC", "938/QĐ".
    Layout {
        example: "43/CP",
        fits: |p| p.len() == 1 && p.year.is_none(),
        read: |p| (is_old_symbol(p.first()) && p.first().chars().count() <= 12).then(Owned::old),
    },
    // Ministries before 1998.
    Layout {
        example: "59/BTC/TCT",
        fits: |p| p.is_without_year_or_type() && p.joint() != Some(AtomKind::Dash),
        read: |_| Some(Owned::old()),
    },
    // Letters: issuer, then unit. "221/CVTLTNN-NV", "456/CV-UB".
    Layout { example: "8374/VPCP-KTTH", fits: |p| p.is_without_year_or_type(), read: |p| Some(letter(p)) },
    // Decisions of courts, which are no instruments of the catalogue: "05/2022/QĐST-HNGĐ", "12/2021/DS-ST".
    Layout { example: "05/2022/QĐST-HNGĐ", fits: |p| p.len() >= 2 && is_of_court(p), read: |_| None },
    // The state's with a type code that no table has: "15/2024/XX-BTC".
    Layout {
        example: "15/2024/XX-BTC",
        fits: |p| p.len() >= 2 && p.year.is_some() && is_code_like(p.first()),
        read: |p| {
            let slip = Slip { kind: SlipKind::UnknownType, span: p.codes[0].span, expected: String::new() };
            let known = p.issuers().all(is_known_issuer);
            let certainty = if known { Certainty::NeedsCue } else { Certainty::NeedsTypeWord };
            Some(Owned { slip: Some(slip), certainty, ..Owned::of_type(Family::State, p) })
        },
    },
    // The state's whose type code was left out: "80/2021/BTC". The type word in front tells it.
    Layout {
        example: "80/2021/BTC",
        fits: |p| p.len() == 1 && p.year.is_some() && p.codes[0].known == Known::Issuer && !p.has_type() && !p.whole,
        read: |p| {
            let at = p.codes[0].span.start;
            let slip = Some(Slip { kind: SlipKind::Truncated, span: Span::new(at, at), expected: String::new() });
            let issuers = vec![p.first().to_owned()];
            Some(Owned { certainty: Certainty::NeedsTypeWord, issuers, slip, ..Owned::new(Family::State) })
        },
    },
    // The state's whose issuer was left out: "126/2020/NĐ".
    Layout {
        example: "126/2020/NĐ",
        fits: |p| p.len() == 1 && p.year.is_some() && p.has_type() && p.first().len() > 1 && !p.whole,
        read: |p| Some(Owned { certainty: Certainty::NeedsTypeWord, ..Owned::of_type(family_of_type(p.first()), p) }),
    },
    // The state's whose dash was lost: "27/2016/TTBLĐTBXH".
    Layout { example: "30/2020/NĐCP", fits: |p| p.len() == 1 && p.year.is_some(), read: split_symbol },
    // Old symbols without their slash.
    Layout {
        example: "12 CP/VX",
        fits: |p| {
            p.lead == Lead::Nothing
                && p.len() >= 2
                && p.codes.iter().all(|c| is_code_like(&c.text))
                && (p.whole || p.codes[0].known != Known::No)
        },
        read: |_| Some(Owned::old()),
    },
];

/// "30/2020/NĐCP": type code and issuer that are one run of letters.
fn split_symbol(parts: &View<'_>) -> Option<Owned> {
    let (code, issuer) = split_code(parts.first())?;
    let expected = format!("{code}-{issuer}");
    let slip = Some(Slip { kind: SlipKind::StateSeparators, span: parts.codes[0].span, expected });
    let family = family_of_type(&code);
    Some(Owned { type_code: Some(code), issuers: vec![issuer], slip, ..Owned::new(family) })
}

/// Whether the codes are those of judgments and decisions of courts: the branch of law, and the instance.
fn is_of_court(parts: &View<'_>) -> bool {
    const BRANCHES: [&str; 8] = ["DS", "HS", "HC", "HNGĐ", "KDTM", "LĐ", "KT", "PS"];
    const INSTANCES: [&str; 4] = ["ST", "PT", "GĐT", "TT"];
    let instance = |code: &str| INSTANCES.contains(&code);
    let (first, second) = (parts.first(), parts.code(1));
    let decision = first.strip_prefix("QĐ").is_some_and(|rest| INSTANCES.iter().any(|i| rest.ends_with(i)));
    let of_branch = |code: &str| {
        BRANCHES.iter().any(|b| code.strip_prefix(b).is_some_and(|rest| rest.is_empty() || instance(rest)))
    };
    (decision && of_branch(second)) || (of_branch(first) && instance(second) && parts.year.is_some())
}

/// A body's code that no table has has at least so many letters, where neither type word nor "số" stands in front of the number.
const LETTERS_OF_BODY: usize = 4;

/// "30/2020/NĐ-CP"
fn state(parts: &View<'_>) -> Owned {
    let family = family_of_type(parts.first());
    let mut owned = Owned::of_type(family, parts);
    // "07/2002/TTLT/BTC-BYT" was usual, in joint circulars as long as there were any; "30/2020/NĐ/CP" is a slip.
    let usual_until = if family == Family::Joint { 2016 } else { 2008 };
    if parts.joint() == Some(AtomKind::Slash) && parts.year.is_none_or(|y| y > usual_until) {
        let span = parts.separators.first().map_or(parts.span, |s| s.span);
        owned.slip = Some(Slip { kind: SlipKind::StateSeparators, span, expected: "-".to_owned() });
    }
    if !parts.issuers().all(|c| is_known_issuer(c) || is_committee(c) || assembly_term(c).is_some()) {
        let mixed = parts.issuers().any(|c| c.chars().any(char::is_lowercase));
        // "01/2024/TB-VKSCT": year, type and a body's letters
        let whole = parts.year.is_some() && parts.first().chars().count() > 1;
        owned.certainty = match () {
            () if parts.year.is_none() && mixed => Certainty::NeedsTypeWord,
            () if whole && parts.issuers().all(|c| is_capitals(c) && c.chars().count() >= LETTERS_OF_BODY) => {
                Certainty::Sure
            }
            () => Certainty::NeedsCue,
        };
    }
    owned
}

/// "8374/VPCP-KTTH"
fn letter(parts: &View<'_>) -> Owned {
    let certainty = match parts.codes[0].known {
        Known::Issuer if parts.first().chars().count() >= 3 => Certainty::Sure,
        Known::Issuer => Certainty::NeedsCue,
        _ => Certainty::NeedsTypeWord,
    };
    let unit = parts.issuers().collect::<Vec<_>>().join("-");
    Owned { issuers: vec![parts.first().to_owned()], unit: Some(unit), certainty, ..Owned::new(Family::Letter) }
}

/// 15 of "QH15".
fn assembly_term(code: &str) -> Option<u8> {
    code.strip_prefix("QH")?.parse().ok()
}

/// Whether a code is that of the Standing Committee, with its term or without.
fn is_committee(code: &str) -> bool {
    code.starts_with("UBTVQH")
}

/// 15 of "UBTVQH15".
fn committee_term(code: &str) -> Option<u8> {
    code.strip_prefix("UBTVQH")?.parse().ok()
}

/// Symbols of old forms: capitals, "TTg", and "SLt" of *sắc luật* (`002/SLt`).
fn is_old_symbol(code: &str) -> bool {
    matches!(code, "TTg" | "SLt") || is_capitals(code)
}

/// "L.003" of `101/SL-L.003`: laws of 1957 that the President promulgated by *sắc lệnh*.
fn is_law_of_the_fifties(code: &str) -> bool {
    code.strip_prefix('L').is_some_and(|rest| {
        let digits = rest.strip_prefix('.').unwrap_or(rest);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    })
}

/// The family of the state's numbers with a type code.
fn family_of_type(code: &str) -> Family {
    match code {
        "TTLT" | "TTLB" | "NQLT" => Family::Joint,
        "VBHN" => Family::Consolidated,
        _ => Family::State,
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::cite::grammar::number::scan;
    use std::cell::Cell;

    thread_local! {
        /// The example of the layout that was found last.
        pub static FOUND: Cell<Option<&'static str>> = const { Cell::new(None) };
    }

    /// Each example is read by its own layout and by none before it.
    #[test]
    fn every_layout_reads_its_example() {
        let mut others = Vec::new();
        for layout in &LAYOUTS {
            FOUND.set(None);
            scan(layout.example, 0, false);
            if FOUND.get() != Some(layout.example) {
                others.push((layout.example, FOUND.get()));
            }
        }
        assert_eq!(others, []);
    }
}

//! Numbers that are written wrongly: what the recogniser had to correct to read them ([`SlipKind`]), with a rule for
//! each kind.
//!
//! These rules ask the catalogue only for which correction to offer first. A slip is reported once, at the smallest part that is wrong; its fix writes
//! that part in the proper form. Old forms (before 1999) have no slips: the recogniser reads them as they are.

mod before_number;
mod encoding;
mod placeholder;

use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::sentence::words_before;
use crate::check::evidence::symbol::{contradicts_its_type, is_of_an_enterprise};
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Edit, Finding, Fix, Severity};
use crate::cite::{Family, Number, Slip, SlipKind, number::years_near};
use crate::law::{AgencyId, AgencyKind, InstrumentType, YearRule, agencies, assembly_terms, local_agencies, types};
use crate::text::fold::is_eth;
use crate::text::{self, Span, fold};

/// The rules of this family.
pub const RULES: &[Rule] = &[
    Rule::block(Code::EthForDStroke, eth_for_d_stroke),
    Rule::block(Code::AsciiDInCode, ascii_d_in_code),
    Rule::block(Code::DashLookalike, dash_lookalike),
    Rule::block(Code::SlashLookalike, slash_lookalike),
    Rule::block(Code::SpaceInNumber, space_in_number),
    Rule::block(Code::LowercaseSymbol, lowercase_symbol),
    Rule::block(Code::MixedCaseCode, mixed_case_code),
    Rule::block(Code::MissingSlash, missing_slash),
    Rule::block(Code::WrongSeparatorState, wrong_separator_state),
    Rule::block(Code::WrongSeparatorParty, wrong_separator_party),
    Rule::block(Code::MissingYear, missing_year),
    Rule::block(Code::UnexpectedYear, unexpected_year),
    Rule::block(Code::TwoDigitYear, two_digit_year),
    Rule::block(Code::YearOutOfRange, year_out_of_range),
    Rule::block(Code::DuplicatedPart, duplicated_part),
    Rule::block(Code::TruncatedSymbol, truncated_symbol),
    Rule::block(Code::YearLast, year_last),
    Rule::block(Code::LeadingZeroNumber, leading_zero_number),
    Rule::block(Code::PaddedNumber, padded_number),
    Rule::block(Code::OcrConfusion, ocr_confusion),
    Rule::block(Code::CongvanTypeCode, congvan_type_code),
    Rule::block(Code::UnknownTypeCode, unknown_type_code),
    Rule::block(Code::UnknownAgencyCode, unknown_agency_code),
    Rule::block(Code::ColonAfterSo, before_number::colon_after_so),
    Rule::block(Code::DoubledSo, before_number::doubled_so),
    Rule::block(Code::MissingSo, before_number::missing_so),
    Rule::block(Code::AbbreviatedTypeWord, before_number::abbreviated_type_word),
    Rule::block(Code::MissingSymbol, before_number::missing_symbol),
    Rule::block(Code::PlaceholderNumber, placeholder::placeholder_number),
    Rule::draft(Code::LegacyEncoding, encoding::legacy_encoding),
];

/// The numbers with a slip of the kind.
fn with_slip<'r, 'd>(cx: &'r Checker<'d>, kind: SlipKind) -> impl Iterator<Item = (&'r NumberCitation<'d>, &'d Slip)> {
    let slips = cx.slips.iter().filter(move |(_, s)| s.kind == kind).map(|&(i, s)| (&cx.numbers[i], s));
    slips.filter(|(n, _)| !is_in_file_name(n) && !is_of_standard(n))
}

/// Whether the number is in the name of a file, which ends its line, its cell or its quotation: "Phu luc Thong tu
/// 12_2016_TT-BTC.docx", "| 21-hd-mttq.htm | Hướng dẫn |", "nguon: "Nghị định 30-2020-NĐ-CP.txt"".
fn is_in_file_name(n: &NumberCitation<'_>) -> bool {
    // "Danh muc chung_05.2023.TT.BGTVT": only names of files join words so.
    if n.before().strip_suffix('_').is_some_and(|name| name.ends_with(char::is_alphanumeric)) {
        return true;
    }
    const ENDINGS: [&str; 14] = [
        ".doc", ".docx", ".pdf", ".xls", ".xlsx", ".zip", ".rar", ".htm", ".html", ".txt", ".md", ".odt", ".rtf",
        ".ppt",
    ];
    let line = n.after().lines().next().unwrap_or_default();
    let name = line.split(['|', '\t', '"', '“', '”', '`', '<', '>']).next().unwrap_or_default();
    let name = words_before(name);
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Whether it is the number of a standard: "QCVN 04-05:2022/BNNPTNT", "TCCS 02/2016/CĐB".
fn is_of_standard(n: &NumberCitation<'_>) -> bool {
    const STANDARDS: [&str; 5] = ["TCVN", "QCVN", "QCĐP", "TCCS", "TCN"];
    n.before().split_whitespace().rev().take(2).any(|word| STANDARDS.iter().any(|s| word.starts_with(s)))
}

/// Whether the citation is in a heading in capitals, where letter case can't be checked.
fn is_in_capitals(n: &NumberCitation<'_>) -> bool {
    let word = n.node.so.or(n.node.type_word.as_ref().filter(|w| !w.abbreviated).map(|w| w.span));
    word.is_some_and(|span| span.of(n.block).chars().all(|c| !c.is_lowercase()))
}

/// A finding at a slip: `seen` is what is written, `expected` what is right.
fn at_slip(cx: &Checker<'_>, code: Code, n: &NumberCitation<'_>, slip: &Slip) -> Finding {
    let seen = slip.span.of(n.block);
    let values = [("seen", seen), ("expected", slip.expected.as_str()), ("number", &n.number().canonical())];
    cx.finding(code, n.place.in_document(slip.span), &values).with_instrument(n.number().canonical())
}

/// Slips of the finger in separators and letters, which one fix corrects together: "99.2022.NĐ-CP", "175/2024/ND–CP".
const TOGETHER: [SlipKind; 7] = [
    SlipKind::Eth,
    SlipKind::AsciiD,
    SlipKind::Dash,
    SlipKind::Slash,
    SlipKind::Space,
    SlipKind::LowerCase,
    SlipKind::MissingSlash,
];

/// The fix that corrects one slip, and the others of its number that are as plain.
fn fix_part(cx: &Checker<'_>, n: &NumberCitation<'_>, slip: &Slip, safe: bool) -> Fix {
    if TOGETHER.contains(&slip.kind) {
        return fix_alike(cx, n, &TOGETHER);
    }
    let edit = Edit::new(n.place.in_document(slip.span), slip.expected.clone());
    cx.fix("write", &[("text", &corrected_text(n, slip))], safe, vec![edit])
}

/// The fix that corrects all slips of some kinds in the number at once: both blanks of "NĐ - CP".
fn fix_alike(cx: &Checker<'_>, n: &NumberCitation<'_>, kinds: &[SlipKind]) -> Fix {
    let (text, edits) = corrected_alike(n, kinds);
    cx.fix("write", &[("text", &text)], true, edits)
}

/// The number as written, with all slips of some kinds corrected, and the edits that do so.
fn corrected_alike(n: &NumberCitation<'_>, kinds: &[SlipKind]) -> (String, Vec<Edit>) {
    let slips = n.node.slips.iter().filter(|s| kinds.contains(&s.kind));
    let mut edits: Vec<Edit> = slips.map(|s| Edit::new(n.place.in_document(s.span), s.expected.clone())).collect();
    edits.sort_by_key(|edit| edit.span);
    let (start, mut text) = (n.span().start, n.text().to_owned());
    for edit in edits.iter().rev().filter(|e| e.span.start >= start && e.span.end <= n.span().end) {
        text.replace_range(edit.span.start - start..edit.span.end - start, &edit.text);
    }
    (text, edits)
}

/// The number as written, with one slip corrected, to be shown.
fn corrected_text(n: &NumberCitation<'_>, slip: &Slip) -> String {
    let span = n.place.mention.span;
    format!(
        "{}{}{}",
        &n.block[span.start..slip.span.start.max(span.start)],
        slip.expected,
        &n.block[slip.span.end.min(span.end)..span.end]
    )
}

/// The fix that writes the number again in the proper form.
fn rewrite(cx: &Checker<'_>, n: &NumberCitation<'_>) -> (Fix, Span) {
    let canonical = n.number().canonical();
    let edit = Edit::between(n.span(), n.text(), &canonical);
    let span = edit.span;
    (cx.fix("write", &[("text", &canonical)], true, vec![edit]), span)
}

/// The letter Eth or African D for `Đ`, in a number, a type word, an agency, a name or a unit of provisions. Searches
/// and links do not find text written with it; Unicode normalisation doesn't turn one letter into the other.
///
/// Source: TCVN 6909:2001, required by Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục I.
fn eth_for_d_stroke(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Eth) {
        out.push(at_slip(cx, Code::EthForDStroke, n, slip).with_fix(fix_part(cx, n, slip, true)));
    }
    let mut words = |base: usize, block: &str, span: Span| {
        for (at, c) in span.of(block).char_indices().filter(|&(_, c)| is_eth(c)) {
            let expected = if c.is_lowercase() { "đ" } else { "Đ" };
            let place = Span::new(span.start + at, span.start + at + c.len_utf8()).shifted(base);
            let fix = cx.fix("write", &[("text", expected)], true, vec![Edit::new(place, expected)]);
            let seen = c.to_string();
            let values = [("seen", seen.as_str()), ("expected", expected), ("number", "")];
            out.push(cx.finding(Code::EthForDStroke, place, &values).with_fix(fix));
        }
    };
    for n in &cx.numbers {
        if let Some(word) = n.node.type_word.as_ref().filter(|t| t.own) {
            words(n.place.base, n.block, word.span);
        }
    }
    cx.names.iter().for_each(|n| words(n.place.base, n.block, n.place.mention.span));
    cx.provisions.iter().for_each(|p| words(p.place.base, p.block, p.place.mention.span));
    cx.agencies.iter().for_each(|a| words(a.place.base, a.block, a.place.mention.span));
}

/// `ND-CP` for `NĐ-CP`. Only where the code with its stroke is known and the one without is not: `HD` and `HĐ`, `DA` and
/// `ĐA` are both codes.
fn ascii_d_in_code(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::AsciiD) {
        // "Decree No. 99/2022/ND-CP": English has no Đ.
        let before = n.before().trim_end();
        if before.ends_with("No.")
            || (before.is_empty() && cx.place.after_english_number)
            || (is_of_an_enterprise(n) && n.number().year.is_none())
        {
            continue;
        }
        out.push(at_slip(cx, Code::AsciiDInCode, n, slip).with_fix(fix_part(cx, n, slip, true)));
    }
}

/// A dash of typography, a minus or soft hyphen inside a number.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
fn dash_lookalike(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Dash) {
        out.push(at_slip(cx, Code::DashLookalike, n, slip).with_fix(fix_part(cx, n, slip, true)));
    }
}

/// Another mark in place of the slash.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
fn slash_lookalike(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Slash) {
        out.push(at_slip(cx, Code::SlashLookalike, n, slip).with_fix(fix_part(cx, n, slip, true)));
    }
}

/// White space inside a number. A line break doesn't count: the Official Gazette breaks lines inside numbers.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
fn space_in_number(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Space) {
        // One finding for a number, at the first blank; its fix removes them all.
        if n.node.slips.iter().find(|first| first.kind == SlipKind::Space).is_some_and(|first| first.span != slip.span)
        {
            continue;
        }
        // "15/2025/NQLT - UBTVQH15 - CP - BANABC": an unknown issuer follows, so the number isn't complete.
        if n.number().issuers.len() > 1 && continues(n.after()) {
            continue;
        }
        // "27/2008/Q H 1 2", "99/2022/N Đ-CP/If the applicant": it isn't known where the number ends.
        let stranger = |code: &str| code.contains(char::is_lowercase) && agencies().by_code(code).is_empty();
        if n.number().issuers.iter().any(|code| code == "QH" || stranger(code)) {
            continue;
        }
        let (text, edits) = corrected_alike(n, &TOGETHER);
        let (written, canonical) = (text.replace(char::is_whitespace, ""), n.number().canonical());
        // Shown with its own separators: joint resolutions have a slash where the canonical form has a hyphen.
        let letters = |s: &str| s.replace(['/', '-'], "");
        let shown = if letters(&written) == letters(&canonical) { &written } else { &canonical };
        let finding = cx.finding(Code::SpaceInNumber, n.place.in_document(slip.span), &[("number", shown)]);
        let fix = cx.fix("write", &[("text", &text)], true, edits);
        out.push(finding.with_instrument(n.number().canonical()).with_fix(fix));
    }
}

/// Whether another code follows after a hyphen.
fn continues(after: &str) -> bool {
    let code = after.trim_start().strip_prefix('-').map(str::trim_start);
    code.is_some_and(|code| code.chars().take_while(|c| c.is_uppercase()).count() > 1)
}

/// Errors of letter case are corrected together: "qđ-ttg".
const LETTER_CASE: [SlipKind; 2] = [SlipKind::LowerCase, SlipKind::MixedCase];

/// A symbol in small letters.
fn lowercase_symbol(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::LowerCase) {
        out.push(at_slip(cx, Code::LowercaseSymbol, n, slip).with_fix(fix_alike(cx, n, &LETTER_CASE)));
    }
}

/// A code of fixed mixed case written otherwise: `TTG` for `TTg`.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục III.
fn mixed_case_code(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::MixedCase).filter(|(n, _)| !is_in_capitals(n)) {
        // "UBTVQH15ngày": a blank was lost.
        if slip.span.of(n.block).ends_with("ngày") {
            continue;
        }
        out.push(at_slip(cx, Code::MixedCaseCode, n, slip).with_fix(fix_alike(cx, n, &LETTER_CASE)));
    }
}

/// No slash between serial or year and symbol. If there is nothing to underline, the next letter is underlined.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
fn missing_slash(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::MissingSlash) {
        let mut finding = at_slip(cx, Code::MissingSlash, n, slip).with_fix(fix_part(cx, n, slip, true));
        if finding.span.is_empty() {
            finding.span = n.place.in_document(letters_after(n, slip.span.end));
        }
        out.push(finding);
    }
}

/// The code that begins at a byte of the block.
fn letters_after(n: &NumberCitation<'_>, from: usize) -> Span {
    let rest = &n.block[from..n.place.mention.span.end];
    let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    Span::new(from, from + len)
}

/// A number of the state with the Party's separators, or with a slash inside its symbol. Until about 2008 "QĐ/UB" and
/// "TTLT/BTC-BYT" were usual and are not reported.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
fn wrong_separator_state(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::StateSeparators) {
        // A committee outside the state may be the Party's, or may number its documents in its own way.
        let of_state = n.number().issuers.iter().any(|code| !code.starts_with("BCĐ"));
        let of_state = of_state
            && n.number().issuers.iter().all(|code| {
                if n.number().family == Family::Assembly {
                    return true;
                }
                let owners = agencies().by_code(code);
                local_agencies().by_code(code).is_some() || owners.iter().any(|id| id.row().kind != AgencyKind::Party)
            });
        // "# Thông tư số 04-2024-TT-BGDĐT": the name of the file, which has no slashes.
        let line = n.before().rsplit('\n').next().unwrap_or_default();
        let is_file_name = line.starts_with('#') && !n.text().contains('/');
        if n.year().is_some_and(|y| y <= 2008) || !of_state || is_file_name {
            continue;
        }
        let (fix, span) = rewrite(cx, n);
        let mut finding = at_slip(cx, Code::WrongSeparatorState, n, slip).with_fix(fix);
        finding.span = span;
        out.push(finding);
    }
}

/// A number of the Party with the state's separators. Steering committees (BCĐ) belong to one or the other.
///
/// Source: Hướng dẫn 05-HD/VPTW; before it 36-HD/VPTW.
fn wrong_separator_party(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::PartySeparators) {
        if n.is_old() || n.number().issuers.iter().any(|code| code.starts_with("BCĐ")) {
            continue;
        }
        let (fix, span) = rewrite(cx, n);
        let mut finding = at_slip(cx, Code::WrongSeparatorParty, n, slip).with_fix(fix);
        finding.span = span;
        out.push(finding);
    }
}

/// A decree or circular without the year. Not reported where the date shows that it is older than the rule (before
/// 2000).
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
fn missing_year(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::MissingYear) {
        let year = n.year();
        // "LB" (liên bộ) went out of use with the century.
        if year.is_some_and(|y| y < 2000)
            || n.number().issuers.iter().any(|code| code == "LB")
            || is_of_last_century(n.after())
            || contradicts_its_type(n)
        {
            continue;
        }
        let kind = n.number().kind().map_or("", |k| k.name.as_str());
        let canonical = n.number().canonical();
        let span = n.place.in_document(slip.span);
        // "Nghị định số 2020/NĐ-CP ngày … năm 2020": the year is there, the serial is missing.
        if year.is_some_and(|y| u32::from(y) == n.number().serial) {
            let seen = n.number().serial.to_string();
            out.push(
                cx.variant(Code::MissingYear, "serial", span, &[("kind", kind), ("seen", &seen)])
                    .with_instrument(canonical),
            );
            continue;
        }
        let values = [("kind", kind), ("number", canonical.as_str())];
        let mut finding = cx.finding(Code::MissingYear, span, &values).with_instrument(canonical.clone());
        if let Some(year) = year {
            let full = crate::cite::Number { year: Some(year), ..n.number().clone() }.canonical();
            let edit = Edit::new(Span::new(span.end, span.end), format!("{year}/"));
            finding = finding.with_fix(cx.fix("write", &[("text", &full)], true, vec![edit]));
        }
        out.push(finding);
    }
}

/// A notice, report or plan with a year in its number: they are numbered without. Not reported before 2011, when the
/// forms were not yet fixed.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
fn unexpected_year(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::UnexpectedYear) {
        // "Nghị định số 30/2020/CĐ-CP" isn't a telegram: its symbol is the error.
        if n.number().year.is_some_and(|y| y < 2011) || contradicts_its_type(n) {
            continue;
        }
        // Companies write the year in the numbers of all their documents.
        if (n.node.header && cx.draft.header.issuer.is_none()) || is_of_an_enterprise(n) {
            continue;
        }
        let kind = n.number().kind().map_or("", |k| k.name.as_str());
        let canonical = n.number().canonical();
        let span = n.place.in_document(slip.span);
        let digits = Span::new(span.start, (span.start + 4).min(span.end));
        let without = crate::cite::Number { year: None, ..n.number().clone() }.canonical();
        let fix = cx.fix("write", &[("text", &without)], false, vec![Edit::new(span, "")]);
        out.push(
            cx.finding(Code::UnexpectedYear, digits, &[("kind", kind), ("number", &canonical)])
                .with_instrument(canonical)
                .with_fix(fix),
        );
    }
}

/// A year of two digits in an act after 2000 (`12/98/TT-BTM` was the form of its time).
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
fn two_digit_year(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::TwoDigitYear) {
        out.push(at_slip(cx, Code::TwoDigitYear, n, slip).with_fix(fix_part(cx, n, slip, true)));
    }
}

/// A year that cannot be one of issue. The fixes are the years that come from changing or swapping digits, the year of
/// the date after it first.
fn year_out_of_range(cx: &Checker<'_>, out: &mut Findings) {
    let now = cx.day.year();
    for (n, slip) in with_slip(cx, SlipKind::YearOutOfRange) {
        let seen = slip.span.of(n.block);
        let mut finding = at_slip(cx, Code::YearOutOfRange, n, slip);
        let attributes = &n.node.attributes;
        let given = attributes.date.as_ref().map(|d| d.year).or(attributes.year.map(|y| y.year));
        let mut years: Vec<i32> = given.map(i32::from).into_iter().collect();
        // "Luật số 43/201/QH13": only years of that term.
        let term = n.number().term;
        let is_of_term = |year: &i32| {
            let terms = u16::try_from(*year).map(assembly_terms).unwrap_or_default();
            term.is_none_or(|term| terms.contains(&term))
        };
        let meant = n.number().year.map(i32::from).filter(|year| year.to_string() != seen);
        let near = years_near(seen);
        let alike =
            |year: &i32| resembles(seen, &year.to_string()) || near.iter().any(|near| i32::from(*near) == *year);
        for year in meant.into_iter().chain((1999..=now + 1).rev().filter(alike)) {
            if !years.contains(&year) && is_of_term(&year) {
                years.push(year);
            }
        }
        // A year in which there is such a number is likelier than others.
        let exists = |year: i32| {
            u16::try_from(year).is_ok_and(|year| {
                let other = Number { year: Some(year), ..n.number().clone() };
                !cx.catalogue.by_number(&other.canonical()).is_empty()
            })
        };
        let given = given.map(i32::from);
        years.sort_by_key(|&year| (Some(year) != given, !exists(year)));
        for year in years.into_iter().take(3) {
            let edit = Edit::new(n.place.in_document(slip.span), year.to_string());
            finding = finding.with_fix(cx.fix("write", &[("text", &year.to_string())], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// Whether one digit is another or two neighbours are swapped.
fn resembles(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let apart: Vec<usize> = (0..a.len().min(b.len())).filter(|&i| a[i] != b[i]).collect();
    match apart.as_slice() {
        [_] => true,
        [i, j] => j - i == 1 && a[*i] == b[*j] && a[*j] == b[*i],
        _ => false,
    }
}

/// A part that is written twice: `85/2017/2017/NĐ-CP`, "Điều Điều 463".
fn duplicated_part(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Duplicated).filter(|(n, _)| !n.is_glued()) {
        let seen = slip.span.of(n.block).trim_matches(['/', '-']);
        let canonical = n.number().canonical();
        let span = n.place.in_document(slip.span);
        out.push(
            cx.finding(Code::DuplicatedPart, span, &[("seen", seen), ("number", &canonical)])
                .with_instrument(canonical)
                .with_fix(fix_part(cx, n, slip, true)),
        );
    }
    before_number::doubled_word(cx, out);
}

/// An issuer's code with a letter too many or too few, and one known code near it; or a symbol that lacks the code of the
/// type or of the issuer, as was usual until about 2008.
fn truncated_symbol(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Truncated).filter(|(n, _)| !n.is_glued()) {
        if slip.span.is_empty() {
            if n.year().is_none_or(|year| year > 2008) && !slip.expected.is_empty() {
                let values = [("expected", slip.expected.as_str()), ("number", &n.number().canonical())];
                let finding = cx.variant(Code::TruncatedSymbol, "part", n.span(), &values);
                let finding = finding.with_instrument(n.number().canonical());
                out.push(finding.with_fix(fix_part(cx, n, slip, false)));
            }
            continue;
        }
        out.push(at_slip(cx, Code::TruncatedSymbol, n, slip).with_fix(fix_part(cx, n, slip, false)));
    }
}

/// The year after the symbol.
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
fn year_last(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::YearLast).filter(|(n, _)| !n.is_old()) {
        // Numbers of the Party have no year at all: "20-TB/KL/2022" lacks more than it has.
        if n.number().family == Family::Party {
            continue;
        }
        out.push(at_slip(cx, Code::YearLast, n, slip).with_fix(rewrite(cx, n).0));
    }
}

/// A serial below 10 without its zero. Not reported for acts before 2011, whose numbers had no zero, in quotations and
/// in titles.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3; before it Thông tư 01/2011/TT-BNV.
fn leading_zero_number(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::LeadingZero) {
        if n.is_own_prose() && n.year().is_none_or(|y| y >= 2011) {
            out.push(at_slip(cx, Code::LeadingZeroNumber, n, slip).with_fix(fix_part(cx, n, slip, true)));
        }
    }
}

/// A serial padded to three digits or more.
fn padded_number(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Padded) {
        if n.is_own_prose() && !n.is_old() && !is_of_an_enterprise(n) {
            out.push(at_slip(cx, Code::PaddedNumber, n, slip).with_fix(fix_part(cx, n, slip, true)));
        }
    }
}

/// A letter among the digits: `3O/2020/NĐ-CP`.
fn ocr_confusion(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::Ocr) {
        let mut finding = at_slip(cx, Code::OcrConfusion, n, slip);
        // Cyrillic "С" in "NĐ-СP".
        if slip.expected.chars().all(char::is_alphabetic) {
            let values = [("seen", slip.span.of(n.block)), ("expected", slip.expected.as_str())];
            finding.message = cx.variant(Code::OcrConfusion, "letter", finding.span, &values).message;
            out.push(finding.with_fix(in_latin(cx, n)));
            continue;
        }
        out.push(finding.with_fix(fix_part(cx, n, slip, true)));
    }
}

/// The fix that writes all letters of other alphabets in a number as the Latin ones that they look like. Eth has its own.
fn in_latin(cx: &Checker<'_>, n: &NumberCitation<'_>) -> Fix {
    let latin = |c: char| fold::lookalike_letter(c).filter(|_| c.is_alphabetic() && !is_eth(c));
    let from = n.span().start;
    let foreign = n.text().char_indices().filter_map(|(at, c)| Some((at, c.len_utf8(), latin(c)?)));
    let edits =
        foreign.map(|(at, len, new)| Edit::new(Span::new(from + at, from + at + len), new.to_string())).collect();
    let text: String = n.text().chars().map(|c| latin(c).unwrap_or(c)).collect();
    cx.fix("write", &[("text", &text)], true, edits)
}

/// `CV` in the number of the draft itself, a letter of the state, which has no type code. Usual until Nghị định 30/2020/NĐ-CP; so
/// only letters that are not dated before 2021. The number of a letter that is cited is as its issuer wrote it.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 3.
fn congvan_type_code(cx: &Checker<'_>, out: &mut Findings) {
    let own = cx.draft.header.number.as_ref();
    for n in cx.numbers.iter().filter(|n| n.node.header || own == Some(n.number())) {
        let number = n.number();
        let with_code = match number.family {
            Family::Letter => number.issuers.first().is_some_and(|code| code == "CV"),
            Family::State => number.type_code.as_deref() == Some("CV"),
            _ => false,
        };
        if !with_code || !n.is_own_prose() || n.year().is_some_and(|y| y <= 2020) {
            continue;
        }
        let at = n.text().find("CV").unwrap_or(0);
        let span = Span::new(at, at + 2).shifted(n.span().start);
        out.push(cx.finding(Code::CongvanTypeCode, span, &[]).with_instrument(number.canonical()));
    }
}

/// A type code that isn't in any list. Specialised documents may have types of their own, so a hint.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục III.
fn unknown_type_code(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::UnknownType) {
        if !n.is_own_prose() || n.is_old() {
            continue;
        }
        let mut finding = at_slip(cx, Code::UnknownTypeCode, n, slip);
        // With a year it is a normative type, without a year it isn't.
        let fits = |t: &&InstrumentType| (n.number().year.is_some()) != (t.year == YearRule::Never);
        // Suggest only codes of the type that the text names, if it names one, and only those that are types in this
        // position: "UBTVQH" needs its term.
        let word = n.node.type_word.as_ref().map(|word| word.name);
        let of_word = |t: &&InstrumentType| word.is_none_or(|name| name == t.name);
        let is_read = |code: &&str| {
            let expected = (*code).to_owned();
            let text = corrected_text(n, &Slip { expected: expected.clone(), ..slip.clone() });
            let of_assembly = matches!(*code, "QH" | "UBTVQH" | "LCT");
            !of_assembly && crate::cite::Number::parse(&text).is_some_and(|read| read.type_code == Some(expected))
        };
        let known = types().iter().filter(fits).filter(of_word).flat_map(|t| &t.codes).map(String::as_str);
        for code in nearest(slip.span.of(n.block), known.filter(is_read)) {
            let edit = Edit::new(n.place.in_document(slip.span), code.clone());
            finding = finding.with_fix(cx.fix("write", &[("text", &code)], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// Whether the words after a number soon say a day of the last century, when numbers had no year: "Thông tư số 01/TT-BNV của Bộ
/// Nội vụ (nay là Bộ Công an) ngày 20-01-1997".
fn is_of_last_century(after: &str) -> bool {
    let near = text::head(after.split([';', '\n']).next().unwrap_or_default(), 120);
    near.match_indices("ngày ").any(|(at, _)| {
        let day: String = near[at..].chars().take(30).collect();
        day.split(|c: char| !c.is_ascii_digit()).any(|year| year.len() == 4 && year.starts_with("19"))
    })
}

/// An issuer's code that isn't in any list, in a number with a year: the list of agencies that issue normative acts is
/// nearly complete. An office or school may use any code in numbers without a year.
fn unknown_agency_code(cx: &Checker<'_>, out: &mut Findings) {
    for (n, slip) in with_slip(cx, SlipKind::UnknownIssuer) {
        // "TT-BCA-A81": the unit of the ministry that drafted it.
        if n.is_old()
            || n.number().year.is_none()
            || slip.span.of(n.block).contains(|c: char| c.is_ascii_digit())
            || is_of_an_enterprise(n)
        {
            continue;
        }
        let mut finding = at_slip(cx, Code::UnknownAgencyCode, n, slip).cap_severity(Severity::Information);
        let is_central = |owners: &[AgencyId]| owners.iter().any(|id| id.row().kind.is_central());
        let central: Vec<&str> = agencies().codes().filter(|(_, owners)| is_central(owners)).map(|(c, _)| c).collect();
        // First the code of the agency that the text names, or a code that begins with what is written; then similar
        // codes.
        let seen = slip.span.of(n.block);
        let named = n.node.attributes.issuer.as_ref().and_then(|issuer| issuer.agency).map(AgencyId::row);
        let mut codes: Vec<String> = match named {
            Some(agency) => agency.codes.iter().take(1).filter(|c| *c != seen).cloned().collect(),
            None => nearest(seen, central.iter().copied()),
        };
        if named.is_none() && seen.chars().count() > 2 {
            let whole = central.into_iter().filter(|c| c.starts_with(seen) && !c.contains('&')).max();
            codes.retain(|c| Some(c.as_str()) != whole);
            whole.into_iter().for_each(|code| codes.insert(0, code.to_owned()));
        }
        for code in codes {
            let edit = Edit::new(n.place.in_document(slip.span), code.clone());
            finding = finding.with_fix(cx.fix("write", &[("text", &code)], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// The known codes at a distance of at most two letters, nearest first, three at most.
fn nearest<'c>(seen: &str, known: impl Iterator<Item = &'c str>) -> Vec<String> {
    let seen: Vec<char> = seen.chars().collect();
    let most = if seen.len() < 4 { 1 } else { 2 };
    let mut near: Vec<(usize, &str)> =
        known.map(|code| (distance(&seen, code), code)).filter(|(d, _)| (1..=most).contains(d)).collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, code)| code.to_owned()).collect()
}

/// How many letters must be inserted, deleted or changed (Levenshtein).
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

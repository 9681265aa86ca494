//! Numbers that are written wrongly: what the recogniser had to correct to read them ([`SlipKind`]), with a rule for
//! each kind.
//!
//! These rules ask the catalogue only for which correction to offer first. A slip is reported once, at the smallest part that is wrong; its fix writes
//! that part in the proper form. Old forms (before 1999) have no slips: the recogniser reads them as they are.

mod before_number;
mod codes;
mod encoding;
mod placeholder;
mod split_article;
mod years;

use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::sentence::words_before;
use crate::check::evidence::symbol::is_of_an_enterprise;
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Edit, Finding, Fix};
use crate::cite::{Family, Slip, SlipKind};
use crate::law::{AgencyKind, agencies, local_agencies};
use crate::text::fold::is_eth;
use crate::text::{Span, fold};

/// The rules of this family.
pub const RULES: &[Rule] = &[
    Rule::block(Code::EthForDStroke, eth_for_d_stroke),
    Rule::block(Code::AsciiDInCode, ascii_d_in_code),
    Rule::block(Code::DashLookalike, dash_lookalike),
    Rule::block(Code::SlashLookalike, slash_lookalike),
    Rule::block(Code::SpaceInNumber, space_in_number),
    Rule::block(Code::LowercaseSymbol, codes::lowercase_symbol),
    Rule::block(Code::MixedCaseCode, codes::mixed_case_code),
    Rule::block(Code::MissingSlash, missing_slash),
    Rule::block(Code::WrongSeparatorState, wrong_separator_state),
    Rule::block(Code::WrongSeparatorParty, wrong_separator_party),
    Rule::block(Code::MissingYear, years::missing_year),
    Rule::block(Code::UnexpectedYear, years::unexpected_year),
    Rule::block(Code::TwoDigitYear, years::two_digit_year).yielding_to(&[Code::UnexpectedYear]),
    Rule::block(Code::YearOutOfRange, years::year_out_of_range),
    Rule::block(Code::DuplicatedPart, duplicated_part),
    Rule::block(Code::TruncatedSymbol, codes::truncated_symbol),
    Rule::block(Code::YearLast, years::year_last),
    Rule::block(Code::LeadingZeroNumber, leading_zero_number).yielding_to(&[Code::UnexpectedYear]),
    Rule::block(Code::PaddedNumber, padded_number),
    Rule::block(Code::OcrConfusion, ocr_confusion),
    Rule::block(Code::CongvanTypeCode, codes::congvan_type_code),
    Rule::block(Code::UnknownTypeCode, codes::unknown_type_code),
    Rule::block(Code::UnknownAgencyCode, codes::unknown_agency_code),
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
            || before.ends_with("NO.")
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
    split_article::split_article(cx, out);
    for (n, slip) in with_slip(cx, SlipKind::Space) {
        // One finding for a number, at the first blank; its fix removes them all.
        if n.node.slips.iter().find(|first| first.kind == SlipKind::Space).is_some_and(|first| first.span != slip.span)
        {
            continue;
        }
        // "Số: 35   /2024/QĐ-UBND": the place in the head where the serial was written by hand.
        if n.node.header && slip.span.of(n.block).trim().is_empty() && n.block[slip.span.end..].starts_with('/') {
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
        // "05.07-2025/BCTT-TS": the number of an enterprise's paper, whatever a part of its symbol is like.
        let is_of_no_type = n.number().type_code.is_some() && n.number().kind().is_none();
        if n.year().is_some_and(|y| y <= 2008) || !of_state || is_of_no_type || is_file_name {
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

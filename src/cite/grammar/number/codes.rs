//! The codes of a symbol (`NĐ`, `BGDĐT`, `QH15`): which are known, and what a misspelt one should be.

use super::SlipKind;
use crate::law::{AgencyKind, agencies, local_agencies, types};
use crate::text::Span;
use crate::text::fold::{self, is_eth, lookalike_letter};

/// A code of the symbol, corrected.
pub struct Code {
    pub span: Span,
    pub text: String,
    /// What was corrected in it, in order of gravity.
    pub slip: Option<(SlipKind, Span, String)>,
    pub known: Known,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    Type,
    Issuer,
    No,
}

/// Capitals, with at most the small letters that codes have (TTg, CTr, BGDĐT).
pub fn looks_like_code(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    letters > 0 && (small == 0 || small * 2 <= letters || known_any_case(text))
}

pub fn is_code_like(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase) && text.chars().filter(|c| c.is_lowercase()).count() <= 2
}

fn known_any_case(text: &str) -> bool {
    let repaired: String = text.chars().map(|c| lookalike_letter(c).unwrap_or(c)).collect();
    types().proper_case(&repaired).is_some() || issuer_any_case(&repaired).is_some()
}

/// Agencies that number in the Party's way.
pub fn is_party_issuer(code: &str) -> bool {
    matches!(
        code,
        "TW" | "TU"
            | "ĐU"
            | "HU"
            | "QU"
            | "CB"
            | "ThU"
            | "ThĐU"
            | "BCĐ"
            | "ĐUK"
            | "ĐUQH"
            | "ĐUCP"
            | "BCSĐ"
            | "ĐĐ"
            | "MTTQ"
    ) || agencies().by_code(code).iter().any(|id| id.row().kind == AgencyKind::Party)
}

/// Agencies of the state.
pub fn is_state_issuer(code: &str) -> bool {
    if is_party_issuer(code) {
        return false;
    }
    local_agencies().by_code(code).is_some()
        || agencies().by_code(code).iter().any(|id| id.row().kind != AgencyKind::Party)
}

pub fn is_known_issuer(code: &str) -> bool {
    // "BGD&ĐT" beside "BGDĐT"; "NHNN2", the second department of the State Bank's old numbers.
    if code.contains('&') && is_known_issuer(&code.replace('&', "")) {
        return true;
    }
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.len() + 1 == code.len() && letters.len() >= 4 && !agencies().by_code(letters).is_empty() {
        return true;
    }
    !agencies().by_code(code).is_empty()
        || local_agencies().by_code(code).is_some()
        || is_party_issuer(code)
        || code.strip_prefix("UBTVQH").is_some_and(|t| t.parse::<u8>().is_ok())
}

/// An issuer's code whatever the case of its letters.
fn issuer_any_case(code: &str) -> Option<String> {
    thread_local! {
        static FOLDED: rustc_hash::FxHashMap<String, String> = agencies().codes().map(|(c, _)| c).chain(local_agencies().codes()).map(|c| (c.to_lowercase(), c.to_owned())).collect();
    }
    let digits_at = code.find(|c: char| c.is_ascii_digit()).unwrap_or(code.len());
    let (letters, digits) = code.split_at(digits_at);
    let is_term = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if is_term && matches!(letters.to_uppercase().as_str(), "QH" | "UBTVQH" | "HĐNN") {
        return Some(format!("{}{digits}", letters.to_uppercase()));
    }
    FOLDED.with(|f| f.get(&code.to_lowercase()).cloned())
}

/// A code as it should be written, with the gravest departure from it. `first` says that it is the first of the symbol, where
/// type codes are.
pub fn corrected_code(text: &str, span: Span, first: bool) -> Code {
    let raw = span.of(text);
    let mut code = with_plain_ampersand(raw);
    if let Some(known) = known(&code, first) {
        return Code { span, text: code, slip: None, known };
    }
    let mut slip = None;
    // Look-alike letters: Eth for Đ, Cyrillic for Latin.
    if code.chars().any(|c| lookalike_letter(c).is_some()) {
        code = code.chars().map(|c| lookalike_letter(c).unwrap_or(c)).collect();
        slip = raw.char_indices().find_map(|(at, c)| {
            let at = Span::new(span.start + at, span.start + at + c.len_utf8());
            let kind = if is_eth(c) { SlipKind::Eth } else { SlipKind::Ocr };
            Some((kind, at, lookalike_letter(c)?.to_string()))
        });
        if let Some(known) = known(&code, first) {
            return Code { span, text: code, slip, known };
        }
    }
    let proper = in_proper_case(&code, first).or_else(|| {
        // D for Đ, only where the code with D does not exist: "ND" → "NĐ", "BGDDT" → "BGDĐT", "nd" → "NĐ".
        let proper = with_strokes(&code.to_uppercase(), first).or_else(|| with_strokes(&code, first));
        let proper = proper.or_else(|| with_telex_strokes(&code, first));
        // "BGDDT-GDDH": the issuer of a letter is first.
        let of_issuer = || if first && code.len() > 3 { with_strokes(&code, false) } else { None };
        Some((SlipKind::AsciiD, proper.or_else(of_issuer)?))
    });
    if let Some((kind, proper)) = proper {
        let known = known(&proper, first).unwrap_or(Known::No);
        return Code { span, text: proper.clone(), slip: slip.or(Some((kind, span, proper))), known };
    }
    // "TT-BTCngày", "QĐ-TTgngày", "QH15Bãi": a known code, then a word that lost its blank.
    if let Some(at) = glued_tail(raw, first) {
        let code = corrected_code(text, Span::new(span.start, span.start + at), first);
        if code.known != Known::No && code.slip.is_none() {
            return code;
        }
    }
    match misprinted_issuer(&code, first) {
        Some((kind, proper)) => {
            // That a letter is missing is graver than a look-alike.
            let slip = slip.filter(|_| code != "C").or(Some((kind, span, proper.clone())));
            Code { span, text: proper, slip, known: Known::Issuer }
        }
        None => Code { span, text: code, slip, known: Known::No },
    }
}

/// A code in composed letters; "BNN\&PTNT" of LaTeX and "BNN&amp;PTNT" of HTML with the ampersand alone.
fn with_plain_ampersand(raw: &str) -> String {
    let composed = fold::composed(raw);
    if composed.contains('&') { composed.replace("\\&", "&").replace("&amp;", "&") } else { composed.into_owned() }
}

/// What a code is as it is written.
fn known(code: &str, first: bool) -> Option<Known> {
    if first && types().is_code(code) {
        Some(Known::Type)
    } else if is_known_issuer(code) || is_assembly(code) {
        Some(Known::Issuer)
    } else if types().is_code(code) || types().by_party_code(code).is_some() {
        Some(Known::Type)
    } else {
        None
    }
}

/// The known code that differs by the case of its letters: "nđ-cp", "TTG", "QYĐ".
fn in_proper_case(code: &str, first: bool) -> Option<(SlipKind, String)> {
    let of_type = types().proper_case(code).filter(|_| first).map(str::to_owned);
    let proper = of_type.or_else(|| issuer_any_case(code))?;
    let mixed = proper.chars().any(char::is_lowercase) && !code.chars().all(char::is_lowercase);
    Some((if mixed { SlipKind::MixedCase } else { SlipKind::LowerCase }, proper))
}

/// The issuer's code that one with a letter too many, too few or other should be: "NĐ-C", "TT-BYTT", "19/2012/QhH13".
fn misprinted_issuer(code: &str, first: bool) -> Option<(SlipKind, String)> {
    let capitals: String = code.chars().filter(|c| !c.is_lowercase()).collect();
    if capitals.len() < code.len() && is_assembly(&capitals) {
        return Some((SlipKind::Ocr, capitals));
    }
    // "80/2025/QHI5": a letter for a digit of the term.
    if let Some(term) = code.strip_prefix("UBTVQH").or_else(|| code.strip_prefix("QH")).filter(|term| !term.is_empty())
    {
        let digits = term.replace(['I', 'l', '|'], "1").replace(['O', 'o'], "0");
        let meant = format!("{}{digits}", &code[..code.len() - term.len()]);
        if meant != code && is_assembly(&meant) {
            return Some((SlipKind::Ocr, meant));
        }
    }
    if first {
        return None;
    }
    let near = nearest_issuer(code).or_else(|| (code == "C").then(|| "CP".to_owned()))?;
    Some((SlipKind::Truncated, near))
}

/// Units that draft letters, whose code has Đ: "VPCP-DMDN" is ĐMDN, "BGDDT-GDDH" is GDĐH. Without its stroke none of them is
/// the code of another unit.
const UNITS: [&str; 26] = [
    "ĐMDN", "GDĐH", "GDĐT", "ĐTNN", "QHĐP", "QLĐT", "QLĐĐ", "TCĐC", "ĐKKD", "BĐKH", "ĐTCT", "TĐKT", "TCĐT", "LĐTL",
    "LĐVL", "ĐKĐĐ", "ĐBGT", "ĐTĐL", "QHQĐ", "HTQTĐT", "KTĐN", "CĐKT", "QLĐTXD", "ĐTXD", "ĐGĐT", "KHĐT",
];

/// The unit that a code with D for Đ means.
pub fn unit_with_strokes(code: &str) -> Option<&'static str> {
    let plain = |code: &str| code.replace('Đ', "D");
    let is_meant = |unit: &&&str| plain(unit) == plain(code) || **unit == code.replace("DD", "Đ");
    let found = code.contains('D').then(|| UNITS.iter().find(is_meant))?;
    found.copied().filter(|unit| *unit != code)
}

/// Where a word begins that was glued to a code: before small letters, or before a capital that small letters follow.
fn glued_tail(raw: &str, first: bool) -> Option<usize> {
    let letters: Vec<(usize, char)> = raw.char_indices().collect();
    // In decomposed text the marks of small letters stand by themselves.
    let small = |c: char| c.is_lowercase() || unicode_normalization::char::is_combining_mark(c);
    let small_from = letters.iter().rposition(|(_, c)| !small(*c)).map_or(0, |i| i + 1);
    let tail = letters[small_from..].iter().filter(|(_, c)| c.is_lowercase()).count();
    if tail < 2 || small_from < 2 {
        return None;
    }
    let known = |at: usize| (!first && is_known_issuer(&raw[..at])) || is_assembly(&raw[..at]);
    // "BTCngày", "TTgngày": the longest known code; "BTCThông": the capital belongs to the word.
    (small_from - 1..=(small_from + 1).min(letters.len() - 1)).rev().map(|i| letters[i].0).find(|at| known(*at))
}

pub fn is_capitals(code: &str) -> bool {
    code.chars().count() >= 2 && code.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&')
}

/// "NĐCP" → ("NĐ", "CP"), "TTBLĐTBXH" → ("TT", "BLĐTBXH"), "QDTTg" → ("QĐ", "TTg").
pub fn split_code(code: &str) -> Option<(String, String)> {
    let part = |part: &str, first: bool| {
        let is_known = if first { types().is_code(part) } else { is_known_issuer(part) };
        if is_known { Some(part.to_owned()) } else { with_strokes(part, first) }
    };
    code.char_indices().skip(1).find_map(|(at, _)| {
        let (kind, issuer) = code.split_at(at);
        let kind = part(kind, true).filter(|kind| !matches!(kind.as_str(), "QH" | "L" | "LCT"))?;
        Some((kind, part(issuer, false)?))
    })
}

/// Whether a code is that of the National Assembly with its term: `QH15`, `UBTVQH15`.
pub fn is_assembly(code: &str) -> bool {
    ["QH", "UBTVQH", "HĐNN"].iter().any(|p| code.strip_prefix(p).is_some_and(|t| t.parse::<u8>().is_ok()))
}

/// The known code that differs only by strokes of Đ.
fn with_strokes(code: &str, first: bool) -> Option<String> {
    thread_local! {
        static BARE: rustc_hash::FxHashMap<String, Vec<String>> = {
            let mut map: rustc_hash::FxHashMap<String, Vec<String>> = rustc_hash::FxHashMap::default();
            let all = agencies().codes().map(|(c, _)| c).chain(local_agencies().codes()).map(str::to_owned).chain(types().iter().flat_map(|t| t.codes.iter().cloned()));
            for code in all.filter(|c| c.contains('Đ')) {
                map.entry(code.replace('Đ', "D")).or_default().push(code);
            }
            map
        };
    }
    if !code.contains('D') {
        return None;
    }
    BARE.with(|bare| {
        let found = bare.get(&code.replace('Đ', "D"))?;
        let mut fitting = found.iter().filter(|c| types().is_code(c) == first || !first);
        fitting.next().cloned()
    })
}

/// The known code that Telex wrote with "DD" for Đ: "NDD" → "NĐ", "HDDND" → "HĐND".
fn with_telex_strokes(code: &str, first: bool) -> Option<String> {
    let capitals = code.to_uppercase();
    let proper = capitals.contains("DD").then(|| capitals.replace("DD", "Đ"))?;
    if known(&proper, first).is_some() { Some(proper) } else { with_strokes(&proper, first) }
}

/// The one known issuer code at an edit distance of 1 from a code of at least three letters that is not known itself.
/// Several equally near ones are no answer.
fn nearest_issuer(code: &str) -> Option<String> {
    thread_local! {
        /// The letters of the codes of central agencies, whose list is complete enough to speak of a misprint.
        static CENTRAL: Vec<Vec<char>> = {
            let codes = agencies().codes().filter(|(_, owners)| owners.iter().any(|id| id.row().kind.is_central()));
            codes.map(|(code, _)| code.chars().collect()).filter(|letters: &Vec<char>| letters.len() >= 3).collect()
        };
    }
    let letters: Vec<char> = code.chars().collect();
    if letters.len() < 3 || letters.iter().any(|c| c.is_lowercase()) {
        return None;
    }
    CENTRAL.with(|central| {
        let mut near =
            central.iter().filter(|known| known.first() == letters.first() && one_edit_apart(&letters, known));
        near.next().filter(|_| near.next().is_none()).map(|known| known.iter().collect())
    })
}

/// Whether one text comes from the other by inserting or deleting one letter (not by changing one: `BTC` is not `BTP`).
fn one_edit_apart(a: &[char], b: &[char]) -> bool {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    if long.len() != short.len() + 1 {
        return false;
    }
    let same = long.iter().zip(short).take_while(|(x, y)| x == y).count();
    long[same + 1..] == short[same..]
}

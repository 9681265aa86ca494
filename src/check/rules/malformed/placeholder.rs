//! Numbers that a draft has left open.

use crate::check::Code;
use crate::check::checker::Checker;
use crate::check::finding::Findings;
use crate::law::types;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "Quyết định số …/QĐ-UBND", "Nghị định số   /2026/NĐ-CP", "Thông tư số [ ]/2026/TT-BTC": a type word, perhaps "số", and a
/// symbol whose serial or year is dots, blanks, brackets or x.
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    let kinds: Vec<String> = types().iter().map(|t| regex::escape(&t.name)).collect();
    let (blank, symbol) =
        (r"(?:[.…_]+|\[[ .…]*\]|[xX]{1,4}|)", r"(?:\p{Lu}{2}[\p{L}\d]*|\p{Lu})(?:[-/]\p{Lu}{2}[\p{L}\d&]*)*\b");
    let pattern = format!(
        r"(?:{})\s+(?:số\s*:?\s*)?(?<number>{blank}\s*/\s*(?:(?:19|20)[\d.…_]{{0,4}}\s*/\s*)?{symbol}|\d+\s*/\s*(?:20)?[.…_]+\s*/\s*{symbol})",
        kinds.join("|")
    );
    Regex::new(&pattern).expect("the pattern of open numbers is well formed")
});

/// A number left open in the body of a draft. Not reported in forms and annexes (others fill in their dots), in
/// quotations, and where an annex names the draft that it belongs to.
pub fn placeholder_number(cx: &Checker<'_>, out: &mut Findings) {
    let text = cx.text();
    // Nearly no paragraph has one; the dots, blanks and brackets in front of the slash are looked for first.
    if !memchr::memchr_iter(b'/', text.as_bytes()).any(|at| is_open(text, at)) {
        return;
    }
    for found in OPEN.captures_iter(text) {
        let Some(number) = found.name("number") else { continue };
        let before = &text[..number.start()];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let annexed = line.contains("èm theo");
        if !cx.is_in_body(number.start()) || annexed || cx.is_quoted(number.start()) {
            continue;
        }
        let written = number.as_str();
        let trimmed = written.trim_start();
        let start = number.start() + (written.len() - trimmed.len());
        let span = Span::new(start, number.end());
        out.push(cx.finding(Code::PlaceholderNumber, span, &[("seen", trimmed)]));
    }
}

/// Whether the text before or after a slash may be a placeholder.
fn is_open(text: &str, slash: usize) -> bool {
    let open = |c: char| matches!(c, '.' | '…' | '_' | ']' | 'x' | 'X') || c.is_whitespace();
    text[..slash].ends_with(open) || text[..slash].ends_with("số") || text[slash + 1..].starts_with(open)
}

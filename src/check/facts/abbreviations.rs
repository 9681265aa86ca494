//! Abbreviations of capitals that a block uses or explains: "HĐTĐGĐ", "Ban Quản lý dự án (BQLDA)".

use crate::check::checker::Checker;
use crate::document::Regime;
use crate::law::agencies;
use crate::text::{Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// The abbreviations of a block.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Abbreviations {
    /// Uses in the drafter's own prose, in bytes of the block.
    pub used: Vec<(Span, Box<str>)>,
    /// Those that it explains: in brackets, after "viết tắt là", before a colon or "là".
    pub explained: Vec<Box<str>>,
}

/// The kinds of drafts whose words must be written out.
const KINDS: [&str; 6] = ["Luật", "Nghị định", "Nghị quyết", "Quyết định", "Thông tư", "Chỉ thị"];

/// Abbreviations that every reader knows.
const KNOWN: [&str; 9] = ["TTĐT", "HĐND", "VNĐ", "HĐQT", "HĐTV", "HĐLĐ", "TMĐT", "GDĐT", "KHĐT"];

/// What a block says of abbreviations; `None` if nothing.
pub fn read(cx: &Checker<'_>) -> Option<Box<Abbreviations>> {
    static CAPITALS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\p{Lu}{3,9}").expect("the class is a pattern"));
    static FORM: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:Mẫu|Biểu|Phụ lục)(?: số)? ?[\w.]{0,8}[.:]? $").expect("the words are a pattern")
    });
    let text = cx.text();
    let is_judged = cx.is_formal()
        && matches!(cx.regime, Regime::Normative | Regime::Administrative)
        && cx.draft.header.kind.is_some_and(|kind| KINDS.contains(&kind))
        && !cx.draft.header.consolidated;
    if !is_judged {
        return None;
    }
    let mut found = Abbreviations::default();
    for at in CAPITALS.find_iter(text) {
        let (span, word) = (Span::new(at.start(), at.end()), at.as_str());
        let (before, after) = (&text[..span.start], &text[span.end..]);
        let is_glued = |c: char| c.is_alphanumeric() || matches!(c, '/' | '&' | '_' | '@' | '.' | '-' | '–');
        let joins = |c: Option<char>, next: Option<char>| {
            c.is_some_and(|c| is_glued(c) && (c != '.' || next.is_some_and(char::is_alphanumeric)))
        };
        let mut behind = after.chars();
        let mut ahead = before.chars().rev();
        // "Mẫu số 02/TB-⏎ĐĐKD", "Mẫu 2. ĐNCN"
        let is_of_symbol = before.trim_end().ends_with(['-', '/', '–']) || FORM.is_match(before);
        if is_of_symbol || joins(ahead.next(), ahead.next()) || joins(behind.next(), behind.next()) {
            continue;
        }
        if !is_initials(word) || KNOWN.contains(&word) {
            continue;
        }
        if is_explained(before, after) {
            found.explained.push(word.into());
        } else if is_used(cx, span) {
            found.used.push((span, word.into()));
        }
    }
    (found != Abbreviations::default()).then(|| Box::new(found))
}

/// Whether capitals are the first letters of several words: no syllable, and with a letter that only Vietnamese has, or the short
/// form of a ministry that only numbers have ("BTC").
fn is_initials(word: &str) -> bool {
    static SYLLABLE: LazyLock<Regex> = LazyLock::new(|| {
        let first = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?";
        Regex::new(&format!("^{first}[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?$")).expect("the classes are a pattern")
    });
    let letters = word.chars().count();
    let is_vietnamese = letters >= 4 && word.contains(['Đ', 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư']);
    let is_ministry = || {
        let owners = agencies().by_code(word);
        word.starts_with('B') && owners.iter().any(|id| id.row().name.starts_with("Bộ "))
    };
    (is_vietnamese && !SYLLABLE.is_match(&fold::search(word))) || is_ministry()
}

/// Whether the words around an abbreviation say what it stands for.
fn is_explained(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let before = line.trim_end_matches([' ', '"', '“', '‘', '\'']);
    let says = ["(", "tắt là", "gọi là", "hiệu", "hiệu là", "viết là", "tắt:", "hiệu:", "chung là"]
        .iter()
        .any(|w| before.ends_with(w));
    let after = after.trim_start_matches(['"', '”', '’', '\'']);
    says || [":", " :", " =", " là ", ")", " (viết tắt", " (là"].iter().any(|mark| after.starts_with(mark))
}

/// Whether a place is in the drafter's own prose, in a line that is mostly written in small letters, and in no number or title.
fn is_used(cx: &Checker<'_>, span: Span) -> bool {
    let text = cx.text();
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    let line = &text[start..end];
    let small = line.chars().filter(|c| c.is_lowercase()).count();
    let capitals = line.chars().filter(|c| c.is_uppercase()).count();
    let ends = line.trim_end().ends_with(['.', ';', ':', ',']);
    let is_long = small >= if ends { 4 } else { 20 };
    let is_prose = is_long && small > capitals && !line.contains('|') && !line.contains('\t');
    let in_mention = || {
        let numbers = cx.numbers.iter().flat_map(|n| [Some(n.place.mention.span), n.node.attributes.title]);
        let names = cx.names.iter().flat_map(|n| [Some(n.place.mention.span), n.node.attributes.title]);
        numbers.chain(names).flatten().any(|other| other.overlaps(span))
    };
    is_prose && cx.is_in_body(span.start) && !cx.place.in_header && !cx.is_quoted(span.start) && !in_mention()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_no_syllables_and_no_foreign_names() {
        for (word, expected) in [
            ("HĐTĐGĐ", true),
            ("BTC", true),
            ("KHÔNG", false),
            ("ĐƯỢC", false),
            ("ASEAN", false),
            ("UBND", false),
            ("XSMB", false),
        ] {
            assert_eq!(is_initials(word), expected, "{word}");
        }
    }

    #[test]
    fn brackets_and_colons_explain() {
        for (before, after, expected) in [
            ("Hội đồng thẩm định giá đất (", ") họp", true),
            ("(sau đây gọi tắt là “", "”)", true),
            ("", ": Hội đồng thẩm định", true),
            ("Giám đốc ", " chịu trách nhiệm", false),
        ] {
            assert_eq!(is_explained(before, after), expected, "{before}…{after}");
        }
    }
}

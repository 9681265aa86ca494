//! What the draft calls itself: "Thông tư này", and "Nghị định này" in a circular.

use crate::check::checker::Checker;
use crate::check::words::Word;
use crate::text::Span;
use memchr::memmem::Finder;

/// Types whose drafts say "… này" of themselves, longer names first.
pub const SELF_NAMED: [&str; 11] = [
    "Thông tư liên tịch",
    "Nghị quyết liên tịch",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Chỉ thị",
    "Lệnh",
];

/// How a block names the draft that it belongs to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnTypes {
    /// So often by its own type.
    pub own: usize,
    /// By other types, in bytes of the block.
    pub others: Vec<(&'static str, Span)>,
}

/// How a block of the body names the draft. Other types are not counted in quotations (they are the text of the amended
/// act), and where an act of that type was named earlier in the same paragraph ("này" then means that act).
pub fn read(cx: &Checker<'_>) -> OwnTypes {
    let mut found = OwnTypes::default();
    let Some(own) = cx.draft.header.kind.filter(|kind| SELF_NAMED.contains(kind)) else { return found };
    if !cx.draft.is_of_state() || cx.place.body == 0 {
        return found;
    }
    const WORD: &str = " này";
    static THIS: Word = Word::new(|| Finder::new(WORD));
    let text = cx.text();
    for at in THIS.places(text) {
        let before = &text[..at];
        let Some(seen) = SELF_NAMED.into_iter().find(|t| before.ends_with(t)) else { continue };
        let start = at - seen.len();
        let same = seen == own || own.starts_with(seen) || (own.ends_with("uật") && seen.ends_with("uật"));
        found.own += usize::from(same);
        let is_glued = text[..start].ends_with(char::is_alphanumeric)
            || text[at + WORD.len()..].starts_with(char::is_alphanumeric);
        if !(same
            || is_glued
            || text[..start].contains(seen)
            || cx.is_quoted(start)
            || is_anaphoric(seen, &text[..start]))
        {
            found.others.push((seen, Span::new(start, at)));
        }
    }
    found
}

/// Whether "Quyết định này" at the beginning of a sentence refers to a routine act that the sentence before mentions:
/// "Toà án ra quyết định công nhận. Quyết định này có hiệu lực ngay".
fn is_anaphoric(seen: &str, before: &str) -> bool {
    matches!(seen, "Quyết định" | "Nghị quyết" | "Lệnh" | "Chỉ thị")
        && before.trim_end().chars().next_back().is_none_or(|c| matches!(c, '.' | ';' | ':' | '\n'))
}

//! What stands between the parts of a citation and is none of them: the marks of notes, in every form in which texts have
//! them; the abbreviation of a body in brackets inside its name; and letters that are written as references (`&#272;i&#7873;u`).
//!
//! | mark | of |
//! | --- | --- |
//! | `³`, `¹⁾` | raised figures |
//! | `[3]`, `[*]`, `(3)`, `(*)`, `[[3]](#_ftn3)` | plain text, and Word saved as something else |
//! | `[^3]`, `^[text]`, `^3^` | Markdown |
//! | `<sup>3</sup>`, `<a href="#fn3">3</a>` | HTML |
//! | `\footnote{text}`, `\footnotemark`, `\textsuperscript{3}`, `$^{3}$` | LaTeX |
//! | `#footnote[text]`, `#super[3]` | Typst |
//! | `footnote:[text]` | AsciiDoc |

use crate::cite::lexer::{Markup, escaped_letter, letter_reference};
use crate::text::clear::{ClearText, Clearing};
use crate::text::{Span, fold};
use memchr::memmem::Finder;
use std::sync::LazyLock;
use unicode_normalization::char::is_combining_mark;

/// How raised figures but the first three begin.
static RAISED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\xE2\x81"));
/// How the escapes of letters begin.
static ESCAPED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\\u"));

/// Something that is not read where it stands.
struct Passed {
    end: usize,
    /// A letter that is written as a reference.
    letter: Option<char>,
    /// The text of a note, which is read by itself.
    note: Option<Span>,
}

impl Passed {
    const fn to(end: usize) -> Self {
        Self { end, letter: None, note: None }
    }
}

/// A text without the marks of its notes and with its letters as letters, and the texts of the notes that stand in it; `None`
/// where it has none of these.
pub fn without_marks(text: &str, markup: Markup) -> Option<(ClearText, Vec<Span>)> {
    let bytes = text.as_bytes();
    let mut places = Places::new(text, markup);
    let mut clearing = Clearing::new(text);
    let mut notes = Vec::new();
    // What was looked at, and what was written.
    let (mut from, mut taken) = (0, 0);
    while let Some(at) = places.next_from(from) {
        let Some(passed) = passed(text, at, markup) else {
            from = text.ceil_char_boundary(at + 1);
            continue;
        };
        // In front of a mark a blank may be.
        let start =
            if passed.letter.is_some() { at } else { text[taken..at].trim_end_matches([' ', '\u{a0}']).len() + taken };
        let start = if bytes.get(passed.end).is_none_or(|b| !b.is_ascii_alphanumeric()) { start } else { at };
        let joins = start > 0 && is_part_of_word(text[..start].chars().next_back());
        let joins = joins && start == at && is_part_of_word(text[passed.end..].chars().next());
        let mut letter = [0; 4];
        let with = match passed.letter {
            Some(c) => &*c.encode_utf8(&mut letter),
            None if joins => " ",
            None => "",
        };
        clearing.write(Span::new(start, passed.end), with);
        notes.extend(passed.note);
        (from, taken) = (passed.end, passed.end);
    }
    Some((clearing.finish()?, notes))
}

fn is_part_of_word(c: Option<char>) -> bool {
    // A decomposed letter ends with a mark.
    c.is_some_and(|c| c.is_alphanumeric() || is_combining_mark(c))
}

/// The bytes at which something may be that is passed over. Texts have few of them.
struct Places<'t> {
    bytes: &'t [u8],
    markup: Markup,
    /// The next byte of each group.
    found: [Option<usize>; 4],
}

impl<'t> Places<'t> {
    fn new(text: &'t str, markup: Markup) -> Self {
        let mut places = Self { bytes: text.as_bytes(), markup, found: [None; 4] };
        places.found = [0, 1, 2, 3].map(|group| places.of_group(group, 0));
        places
    }

    /// The next place at or after a byte.
    fn next_from(&mut self, from: usize) -> Option<usize> {
        for group in 0..self.found.len() {
            if self.found[group].is_some_and(|at| at < from) {
                self.found[group] = self.of_group(group, from);
            }
        }
        self.found.iter().flatten().min().copied()
    }

    fn of_group(&self, group: usize, from: usize) -> Option<usize> {
        let rest = self.bytes.get(from..)?;
        let after = |at: &usize| rest.get(at + 1).copied().unwrap_or(0);
        let next = match (group, self.markup) {
            (0, _) => memchr::memchr3_iter(b'&', b'[', b'<', rest).find(|at| match rest[*at] {
                b'&' => after(at) == b'#' || after(at).is_ascii_alphabetic(),
                b'[' => !after(at).is_ascii_uppercase(),
                _ => matches!(after(at), b's' | b'S' | b'a' | b'A'),
            }),
            // The figures ¹ ² ³ begin with 0xC2, as the "¡" of scans does.
            (1, _) => memchr::memchr2_iter(b'(', 0xC2, rest).find(|at| match rest[*at] {
                // "(BHXH)", "(ĐCT)"
                b'(' => after(at).is_ascii_digit() || after(at) == b'*' || matches!(after(at), b'A'..=b'Z' | 0xC4),
                _ => matches!(after(at), 0xA1 | 0xB2 | 0xB3 | 0xB9),
            }),
            // Those after: "⁴".
            (2, _) => RAISED.find(rest),
            (_, Markup::Latex) => memchr::memchr2(b'\\', b'$', rest),
            (_, Markup::AsciiDoc) => memchr::memchr2(b'^', b'f', rest),
            (_, Markup::Markdown | Markup::Typst) => memchr::memchr2(b'^', b'#', rest),
            (_, Markup::Plain) => ESCAPED.find(rest),
            (_, Markup::Html) => None,
        };
        next.map(|n| from + n)
    }
}

/// What is passed over at a byte, if anything is.
fn passed(text: &str, at: usize, markup: Markup) -> Option<Passed> {
    let bytes = text.as_bytes();
    match bytes[at] {
        b'&' => letter_reference(bytes, at).map(|(end, c)| Passed { letter: Some(c), ..Passed::to(end) }),
        b'[' => in_square_brackets(text, at, markup).map(Passed::to),
        b'(' => in_round_brackets(text, at).or_else(|| abbreviation_inside(text, at)).map(Passed::to),
        b'<' => element(text, at).map(Passed::to),
        b'\\' if markup == Markup::Plain => {
            escaped_letter(bytes, at).map(|(end, c)| Passed { letter: Some(c), ..Passed::to(end) })
        }
        b'\\' => latex_command(text, at),
        b'$' => {
            let rest = text[at..].strip_prefix("$^")?;
            let end = rest.find('$').map(|n| at + 2 + n)?;
            is_label(text[at + 2..end].trim_matches(['{', '}'])).then_some(Passed::to(end + 1))
        }
        b'^' => {
            let raised = text[at + 1..]
                .find('^')
                .filter(|len| is_label(text[at + 1..at + 1 + len].trim_matches(['[', ']', '(', ')', '\\'])));
            match raised {
                Some(len) => Some(Passed::to(at + len + 2)),
                None if markup == Markup::Markdown => note_text(text, at + 1, (b'[', b']')),
                None => None,
            }
        }
        b'#' if markup == Markup::Typst => {
            let name = ["#footnote", "#super"].into_iter().find(|name| text[at..].starts_with(name))?;
            note_text(text, at + name.len(), (b'[', b']'))
        }
        b'f' if text[at..].starts_with("footnote:") => {
            let open = at + text[at..].find('[').filter(|n| *n < 32)?;
            note_text(text, open, (b'[', b']'))
        }
        // "điểm ¡": how scans have the letter i.
        _ if text[at..].starts_with('¡') => {
            let end = at + '¡'.len_utf8();
            let alone = text[..at].ends_with(' ') && !text[end..].starts_with(char::is_alphanumeric);
            alone.then_some(Passed { letter: Some('i'), ..Passed::to(end) })
        }
        _ => raised(text, at).map(Passed::to),
    }
}

/// The figures, asterisks and letters that number a note: "3", "12", "*", "a".
fn is_label(text: &str) -> bool {
    const LONGEST: usize = 3;
    !text.is_empty()
        && text.len() <= LONGEST
        && (text.bytes().all(|b| b.is_ascii_digit()) || text.bytes().all(|b| b == b'*'))
}

/// Whether what is in front of a bracket takes a label itself: "khoản (1)", "Mẫu số [3]"; or a line begins there.
fn is_label_of_unit(before: &str) -> bool {
    const UNITS: [&str; 12] =
        ["điều", "khoản", "điểm", "mục", "chương", "phần", "tiết", "đoạn", "số", "mẫu", "lục", "bảng"];
    let line = before.rsplit('\n').next().unwrap_or_default().trim_end_matches([' ', '\u{a0}']);
    // A word is at the end, and its letters may be decomposed.
    const LONGEST_WORD: usize = 24;
    let line = fold::composed(&line[line.ceil_char_boundary(line.len().saturating_sub(LONGEST_WORD))..]);
    let line = line.trim_start_matches([' ', '\t', '>', '|', '*', '#', '-', '+']);
    let word = line.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    line.is_empty() || (!word.is_empty() && UNITS.contains(&word.to_lowercase().as_str()))
}

/// `[3]`, `[^3]`, `[*]`, `[[3]](#_ftn3)`.
fn in_square_brackets(text: &str, at: usize, markup: Markup) -> Option<usize> {
    const LONGEST_NAME: usize = 32;
    let rest = &text[at + 1..];
    let (label, len) = match rest.strip_prefix('[').or_else(|| rest.strip_prefix("\\[")) {
        Some(inner) => {
            let label = inner.split([']', '\\']).next()?;
            let close = inner[label.len()..].find("](").filter(|n| *n <= 3)?;
            (label, rest.len() - inner.len() + label.len() + close)
        }
        None => {
            let label = rest.split(']').next()?;
            (label, label.len())
        }
    };
    let end = at + 1 + len + 1;
    if label.len() > LONGEST_NAME || text.as_bytes().get(end - 1) != Some(&b']') {
        return None;
    }
    let named = label.strip_prefix('^').is_some_and(|name| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
    });
    let escaped = if text[..at].ends_with('\\') { label.trim_end_matches('\\') } else { label };
    let worded = ["chú thích ", "ghi chú ", "cước chú ", "note "].iter().find_map(|word| escaped.strip_prefix(word));
    let label = worded.unwrap_or(escaped);
    if !named && (!is_label(label) || is_label_of_unit(&text[..at])) {
        return None;
    }
    // "[1](#fn1)": the link of a mark to its note; other links have a text that is read.
    match text.as_bytes().get(end) {
        Some(b'(') if text[end..].starts_with("(#") => Some(end + text[end..].find(')')? + 1),
        Some(b'(') => None,
        // "[^1]: the note itself"
        Some(b':') if named && markup != Markup::Html => None,
        _ => Some(end),
    }
}

/// "(3)", "(*)" right after a word or figure; after a blank only where what belongs to a citation follows.
fn in_round_brackets(text: &str, at: usize) -> Option<usize> {
    const FOLLOWING: [&str; 14] = [
        "ngày",
        "của",
        "năm",
        "Luật",
        "Bộ luật",
        "Nghị",
        "Thông tư",
        "Quyết định",
        "Pháp lệnh",
        "Hiến pháp",
        "khoản",
        "Điều",
        "Chương",
        "số",
    ];
    let len = text[at + 1..].bytes().take(4).position(|b| b == b')')?;
    let end = at + 1 + len + 1;
    let after = &text[end..];
    if !is_label(&text[at + 1..at + 1 + len]) || is_label_of_unit(&text[..at]) || is_part_of_word(after.chars().next())
    {
        return None;
    }
    let glued = is_part_of_word(text[..at].chars().next_back());
    let follows = || {
        let spaced = text[..at].strip_suffix([' ', '\u{a0}']);
        let after = after.trim_start();
        spaced.is_some_and(|before| is_part_of_word(before.chars().next_back())) && {
            let head = fold::composed(&after[..after.floor_char_boundary(24)]);
            FOLLOWING.iter().any(|word| head.starts_with(word))
        }
    };
    (glued || follows()).then_some(end)
}

/// "Bảo hiểm xã hội (BHXH) Việt Nam", "Ủy ban nhân dân (UBND) tỉnh Hà Nam": the first letters of the words in front, inside of a name that
/// goes on behind them.
fn abbreviation_inside(text: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    const ONWARD: [&str; 10] =
        ["Việt Nam", "tỉnh", "thành phố", "TP", "huyện", "quận", "thị xã", "xã", "phường", "tối cao"];
    let rest = &text[at + 1..];
    let len = rest.bytes().take(2 * LONGEST).position(|b| b == b')')?;
    let letters = &rest[..len];
    let end = at + 1 + len + 1;
    let onward = text[end..].strip_prefix(' ')?;
    let goes_on = |word: &str| onward.strip_prefix(word).is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    if letters.chars().count() < 3
        || !letters.chars().all(char::is_uppercase)
        || !ONWARD.iter().any(|word| goes_on(word))
    {
        return None;
    }
    let mut words = text[..at].trim_end().rsplit([' ', '\n', '\u{a0}']);
    let is_first = |letter: char| {
        let first = words.next().and_then(|word| word.chars().next());
        first.is_some_and(|c| fold::search(&c.to_string()) == fold::search(&letter.to_string()))
    };
    letters.chars().rev().all(is_first).then_some(end)
}

/// "<sup>3</sup>", "<sup><a href="#fn3">[3]</a></sup>", "<a href="#_ftn3">3</a>".
fn element(text: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 600;
    let rest = &text[at + 1..];
    let name = ["sup", "a"].into_iter().find(|name| {
        rest.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
            && matches!(rest.as_bytes().get(name.len()), Some(b'>' | b' ' | b'\n'))
    })?;
    let open = rest.find('>')?;
    let of_note = || ["#fn", "#_ftn", "#_edn", "#sdfootnote", "note"].iter().any(|mark| rest[..open].contains(mark));
    if name == "a" && !of_note() {
        return None;
    }
    let near = &rest[..rest.floor_char_boundary(LONGEST)];
    let close = ["</sup>", "</SUP>", "</a>", "</A>"];
    let close = close.into_iter().filter(|tag| tag[2..tag.len() - 1].eq_ignore_ascii_case(name));
    let (inner, end) = close.filter_map(|tag| near.find(tag).map(|n| (n, n + tag.len()))).min()?;
    let mut label = String::new();
    let mut tag = false;
    for c in near.get(open + 1..inner)?.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            _ if tag || c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | ',') => {}
            _ => label.push(c),
        }
    }
    (label.is_empty() || is_label(&label) || is_label(label.split("&#").next().unwrap_or_default()))
        .then_some(at + 1 + end)
}

/// "\footnote{text}", "\footnotemark[3]", "\textsuperscript{3}", and the letters of fonts without Đ: "\DJ", "{\dj}".
fn latex_command(text: &str, at: usize) -> Option<Passed> {
    let rest = &text[at + 1..];
    let len = rest.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
    let end = at + 1 + len;
    let argument = |from: usize| text[from..].starts_with('{').then(|| closing(text, from, (b'{', b'}'))).flatten();
    let option = |from: usize| match text[from..].starts_with('[') {
        true => text[from..].find(']').map_or(from, |n| from + n + 1),
        false => from,
    };
    match &rest[..len] {
        "footnote" | "endnote" | "thanks" => note_text(text, option(end), (b'{', b'}')),
        "footnotemark" => Some(Passed::to(option(end))),
        "textsuperscript" => {
            let close = argument(end)?;
            is_label(text[end + 1..close].trim_matches(['[', ']', '(', ')'])).then_some(Passed::to(close + 1))
        }
        "label" | "index" => argument(end).map(|close| Passed::to(close + 1)),
        letter @ ("DJ" | "dj") => {
            let after = if text[end..].starts_with("{}") { end + 2 } else { end };
            Some(Passed { letter: Some(if letter == "DJ" { 'Đ' } else { 'đ' }), ..Passed::to(after) })
        }
        _ => None,
    }
}

/// The text of a note between brackets, the first of which is at a byte.
fn note_text(text: &str, open: usize, brackets: (u8, u8)) -> Option<Passed> {
    if text.as_bytes().get(open) != Some(&brackets.0) {
        return None;
    }
    let close = closing(text, open, brackets)?;
    Some(Passed { note: Some(Span::new(open + 1, close)), ..Passed::to(close + 1) })
}

/// The bracket that closes the one at a byte.
fn closing(text: &str, open: usize, brackets: (u8, u8)) -> Option<usize> {
    let mut depth = 0u32;
    for at in memchr::memchr2_iter(brackets.0, brackets.1, &text.as_bytes()[open..]) {
        let at = open + at;
        if text.as_bytes()[at] == brackets.0 {
            depth += 1;
        } else {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The end of raised figures: "³", "¹⁾", "¹,²".
fn raised(text: &str, at: usize) -> Option<usize> {
    let is_raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁽' | '⁾');
    let mut end = at;
    while let Some(c) = text[end..].chars().next() {
        if is_raised(c) {
            end += c.len_utf8();
        } else if c == ',' && end > at && text[end + 1..].starts_with(is_raised) {
            end += 1;
        } else {
            break;
        }
    }
    (end > at).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clear(text: &str, markup: Markup) -> Option<(String, Vec<String>)> {
        let (clear, notes) = without_marks(text, markup)?;
        Some((clear.text, notes.into_iter().map(|note| note.of(text).to_owned()).collect()))
    }

    #[test]
    fn marks_of_notes_are_taken_out() {
        for (markup, text, expected) in [
            (Markup::Plain, "Điều 300³ Luật", "Điều 300 Luật"),
            (Markup::Plain, "Điều 300[12] Luật", "Điều 300 Luật"),
            (Markup::Plain, "Điều 300 [12] Luật", "Điều 300 Luật"),
            (Markup::Plain, "Điều 300(1) Luật", "Điều 300 Luật"),
            (Markup::Plain, "NĐ-CP (2) ngày", "NĐ-CP ngày"),
            (Markup::Plain, "Ủy ban nhân dân (UBND) tỉnh", "Ủy ban nhân dân tỉnh"),
            (Markup::Plain, "NĐ-CP(*) ngày", "NĐ-CP ngày"),
            (Markup::Markdown, "Điều 300[^1] Luật", "Điều 300 Luật"),
            (Markup::Markdown, "Điều 300[^ghi-chu] Luật", "Điều 300 Luật"),
            (Markup::Markdown, "NĐ-CP^2^ ngày", "NĐ-CP ngày"),
            (Markup::Markdown, "NĐ-CP^[2]^ ngày", "NĐ-CP ngày"),
            (Markup::Plain, "NĐ-CP [chú thích 2] ngày", "NĐ-CP ngày"),
            (Markup::Markdown, "NĐ-CP[[2]](#_ftn2) ngày", "NĐ-CP ngày"),
            (Markup::Markdown, "NĐ-CP[\\[2\\]](#_ftn2) ngày", "NĐ-CP ngày"),
            (Markup::Html, "Điều 300<sup>2</sup> Luật", "Điều 300 Luật"),
            (Markup::Html, "Điều 300<sup><a href=\"#fn2\">[2]</a></sup> Luật", "Điều 300 Luật"),
            (Markup::Html, "Điều 300<a href=\"#_ftn2\" name=\"x\">[2]</a> Luật", "Điều 300 Luật"),
            (Markup::Plain, "\\u0110i\\u1ec1u 3 B\\u00f4\\n", "Điều 3 Bô\\n"),
            (Markup::Html, "&#272;i&#7873;u 3, B&ocirc; &amp; x", "Điều 3, Bô &amp; x"),
            (Markup::Latex, "NĐ-CP\\footnotemark[3] ngày", "NĐ-CP ngày"),
            (Markup::Latex, "NĐ-CP\\textsuperscript{3} ngày", "NĐ-CP ngày"),
            (Markup::Latex, "NĐ-CP$^{3}$ ngày", "NĐ-CP ngày"),
        ] {
            assert_eq!(clear(text, markup).map(|c| c.0).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_texts_of_notes_are_read_by_themselves() {
        for (markup, text, note) in [
            (Markup::Latex, "Điều 3\\footnote{Xem \\emph{Luật} Giá.} Luật", "Xem \\emph{Luật} Giá."),
            (Markup::Markdown, "Điều 3^[Xem Luật Giá.] Luật", "Xem Luật Giá."),
            (Markup::Typst, "Điều 3#footnote[Xem Luật Giá.] Luật", "Xem Luật Giá."),
            (Markup::AsciiDoc, "Điều 3footnote:[Xem Luật Giá.] Luật", "Xem Luật Giá."),
        ] {
            assert_eq!(clear(text, markup), Some(("Điều 3 Luật".to_owned(), vec![note.to_owned()])), "{text}");
        }
    }

    #[test]
    fn labels_items_and_links_stay() {
        for text in [
            "khoản (1) Điều 5",
            "Mẫu số [3]",
            "(1) Nghị định",
            "[1] Nghị định",
            "gồm: (1) Luật; (2) Nghị định",
            "các việc (1) xây dựng",
            "[^1]: Ghi chú",
            "[30/2020](https://a.vn)",
            "Ban Quản lý (BQL)",
            "Ủy ban nhân dân (UBND) đã",
            "Bộ Tài chính (STC) tỉnh",
            "A & B, &nbsp;C",
        ] {
            assert_eq!(clear(text, Markup::Markdown), None, "{text}");
        }
    }
}

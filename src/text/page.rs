//! Page furniture: running heads and page numbers that are inside a sentence of a text taken from pages.
//!
//! The Official Gazette prints `CÔNG BÁO/Số 441 + 442/Ngày 16-02-2023` and a page number on every page; tools that make
//! text of pages leave marks such as `[[SOURCE … PAGE 51]]`. Readers of a sentence pass over them.

/// How a running head of the Official Gazette begins.
const GAZETTE: &str = "CÔNG BÁO/";
/// What text taken from pages has at the end of each.
const FORM_FEED: char = '\x0c';
/// How the mark of a page begins.
const SOURCE: &str = "[[SOURCE";
/// How the lines begin of the stamp that an electronic signature leaves at the foot of a page.
const STAMP: [&str; 4] = ["Người ký:", "Email:", "Cơ quan:", "Thời gian ký:"];

/// The end of a page break that begins at the line break at `at`: blank lines, page numbers and at least one running
/// head. `None` where nothing of this follows, or only blank lines. The end is the beginning of the line that
/// continues.
pub fn page_break(text: &str, at: usize) -> Option<usize> {
    if !may_be_page_break(text, at) {
        return None;
    }
    let mut line_start = at + 1;
    let mut found = false;
    // A form feed is a page break only inside a sentence: where the line before is prose, and no heading follows.
    let in_sentence = has_small_word(&text[text[..at].rfind('\n').map_or(0, |n| n + 1)..at]);
    let mut end = None;
    // A page break takes no more than a few lines.
    for _ in 0..16 {
        let rest = text.get(line_start..)?;
        if rest.is_empty() {
            break;
        }
        let line_end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |n| n + 1);
        let line = rest[..line_end].trim();
        found |= in_sentence && rest[..line_end].contains(FORM_FEED) && (line.is_empty() || is_page_number(line));
        if is_running_head(line) {
            found = true;
        } else if !(line.is_empty() || is_page_number(line) || is_stamp(line)) {
            end = Some(line_start);
            break;
        }
        line_start += line_end;
    }
    end.filter(|_| found)
}

/// Whether a line has a word in small letters.
fn has_small_word(line: &str) -> bool {
    line.split_whitespace()
        .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && word.chars().all(char::is_lowercase))
}

/// A quick test of the text after a line break: the first character that is neither white space nor a digit must begin
/// a running head.
fn may_be_page_break(text: &str, at: usize) -> bool {
    const FAR: usize = 64;
    let after = text.as_bytes().get(at + 1..).unwrap_or_default();
    let near = &after[..after.len().min(FAR)];
    match near.iter().position(|byte| !matches!(byte, b'\t'..=b'\r' | b' ' | b'0'..=b'9')) {
        Some(at) if near[..at].contains(&b'\x0c') => true,
        Some(at) => match after[at..] {
            [b'C', ..] => after[at..].starts_with(GAZETTE.as_bytes()),
            [b'[', ..] => after[at..].starts_with(SOURCE.as_bytes()),
            [b'N', ..] => after[at..].starts_with(STAMP[0].as_bytes()),
            // Unicode has more white space: U+0085, U+00A0, U+1680, from U+2000 on, U+3000.
            [0xC2 | 0xE2 | 0xE3, ..] | [0xE1, 0x9A, ..] => true,
            _ => false,
        },
        None => after.len() > FAR,
    }
}

/// A line that only shows the page: "CÔNG BÁO/Số 170/Ngày 31-3-2026 89", "[[SOURCE x PAGE 51]]".
pub fn is_running_head(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    line.starts_with(GAZETTE) || (line.starts_with(SOURCE) && line.ends_with("]]"))
}

fn is_stamp(line: &str) -> bool {
    STAMP.iter().any(|begin| line.starts_with(begin))
}

fn is_page_number(line: &str) -> bool {
    line.len() <= 4 && line.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_head_inside_a_sentence_is_passed_over() {
        let text = "hưởng nguyên \n\n \nCÔNG BÁO/Số 441 + 442/Ngày 16-02-2023 \n9 \n \nlương và";
        let end = page_break(text, text.find('\n').unwrap()).unwrap();
        assert_eq!(&text[end..], "lương và");
        let text = "theo Luật\nNgười ký: CỔNG THÔNG TIN\nCơ quan: VĂN PHÒNG\nThời gian ký: 02.03.2024 10:00:00 +07:00\n\n \nCÔNG BÁO/Số 7/Ngày 5-3-2024\n3\n\nViệc làm";
        let end = page_break(text, text.find('\n').unwrap()).unwrap();
        assert_eq!(&text[end..], "Việc làm");
        assert_eq!(page_break("a\nNgười ký: B\nc", 1), None);
        assert_eq!(page_break("a\n\nb", 1), None);
        assert_eq!(page_break("a\n12\nb", 1), None);
    }
}

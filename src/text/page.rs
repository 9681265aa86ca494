//! Page furniture: running heads and page numbers that are inside a sentence of a text taken from pages.
//!
//! The Official Gazette prints `CÔNG BÁO/Số 441 + 442/Ngày 16-02-2023` and a page number on every page; tools that make
//! text of pages leave marks such as `[[SOURCE … PAGE 51]]`, pictures, comments and page numbers of their own. Readers of a
//! sentence pass over them.

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
    let (mut found, mut debris) = (false, false);
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
        } else if in_sentence && is_debris(line) {
            debris = true;
        } else if !(line.is_empty() || is_page_number(line) || is_stamp(line)) {
            end = Some(line_start);
            break;
        }
        line_start += line_end;
    }
    // What else stands between pages stands between paragraphs too.
    end.filter(|&end| found || (debris && goes_on(&text[..at], &text[end..])))
}

/// A line that tools leave between pages: a picture, a comment, a page number with its word, a command for a new page.
fn is_debris(line: &str) -> bool {
    const LABELS: [&str; 5] = ["Trang ", "trang ", "Page ", "page ", "TRANG "];
    const NEW_PAGE: [&str; 4] = ["\\newpage", "\\pagebreak", "\\clearpage", "#pagebreak()"];
    let is_number = |text: &str| {
        !text.is_empty() && text.len() <= 12 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | ' '))
    };
    let picture = line.starts_with("![") && line.ends_with(')') && line.matches("](").count() == 1;
    let comment = line.starts_with("<!--") && line.find("-->").is_some_and(|at| at + 3 == line.len());
    let rule = line.starts_with('{') && line.ends_with("---") && line.contains('}');
    let bare = line.trim_matches(['[', ']', '(', ')', '-', '–', '—', '*', ' ']);
    let labelled = LABELS.iter().find_map(|label| bare.strip_prefix(label)).is_some_and(is_number);
    let dashed = bare.len() < line.len() && line.starts_with(['-', '–', '—']) && line.len() > 2 && is_number(bare);
    let element = line.starts_with('<') && (line.contains("break-after:") || line.contains("break-before:"));
    picture || comment || rule || labelled || dashed || element || NEW_PAGE.contains(&line)
}

/// Whether the sentence of the text before goes on after: with a small letter, or with what its last word asks for.
fn goes_on(before: &str, after: &str) -> bool {
    const OPEN: [&str; 16] = [
        "số", "của", "theo", "tại", "và", "ngày", "tháng", "năm", "khoản", "điểm", "điều", "các", "hoặc", "đến",
        "luật", "từ",
    ];
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let first = after.trim_start();
    let labelled = last.starts_with(|c: char| c.is_ascii_digit()) && last.chars().all(char::is_alphanumeric)
        || last.chars().count() == 1 && last.chars().all(char::is_lowercase);
    let asks = labelled
        && ["khoản", "Khoản", "Điều", "Chương", "Luật", "Bộ luật", "Nghị", "Thông tư", "Quyết định"]
            .iter()
            .any(|word| first.starts_with(word));
    first.starts_with(char::is_lowercase) || asks || OPEN.contains(&last.to_lowercase().as_str())
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
            [b'[', b'T' | b't' | b'P', ..] => true,
            [b'[', ..] => after[at..].starts_with(SOURCE.as_bytes()),
            [b'N', ..] => after[at..].starts_with(STAMP[0].as_bytes()),
            [b'!', b'[', ..]
            | [b'<', b'!' | b'd' | b'p' | b'h', ..]
            | [b'{', b'0'..=b'9', ..]
            | [b'\\' | b'#', b'n' | b'p' | b'c', ..] => true,
            [b'-' | b'(' | b'*', ..] | [0xE2, 0x80, 0x93 | 0x94, ..] => {
                after[at + 1..]
                    .iter()
                    .find(|byte| !matches!(byte, b' ' | b'-' | 0x80..))
                    .is_some_and(u8::is_ascii_digit)
                    || after[at + 1..].starts_with(b"Trang")
            }
            [b'T' | b't', b'r', b'a', ..] | [b'T', b'R', b'A', ..] | [b'P' | b'p', b'a', b'g', ..] => true,
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

    #[test]
    fn debris_of_pages_is_passed_over_where_the_sentence_goes_on() {
        for debris in [
            "![](_page_3_Picture_1.jpeg)",
            "<!-- page 5 -->",
            "Trang 5",
            "- 5 -",
            "– 5 –",
            "Page 5/12",
            "{4}------------------------------------------------",
            "\\newpage",
            "<div style=\"page-break-after: always\"></div>",
        ] {
            for (before, after) in
                [("ngày 05", "tháng 4"), ("khoản 2", "Điều 300 Luật"), ("theo Nghị định số", "30/2020")]
            {
                let text = format!("theo {before}\n\n{debris}\n\n{after}");
                let end = page_break(&text, text.find('\n').unwrap());
                assert_eq!(end.map(|end| &text[end..]), Some(after), "{debris}");
            }
            let text = format!("theo khoản này\n\n{debris}\n\nĐiều 6. Hồ sơ");
            assert_eq!(page_break(&text, text.find('\n').unwrap()), None, "{debris}");
        }
    }
}

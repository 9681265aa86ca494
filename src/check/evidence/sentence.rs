//! What a sentence is about: whether it is about the past, repeals, replaces or amends, or gives a task.

use crate::check::checker::{Checker, Citation};
use crate::check::{Finding, Severity};
use crate::cite::{Level, written_day};
use crate::document::Regime;
use crate::text;
use time::Date;

/// Words of sentences about former law, or that end it.
const PAST: [&str; 40] = [
    "thay thế",
    "bãi bỏ",
    "hủy bỏ",
    "huỷ bỏ",
    "hết hiệu lực",
    "ngưng hiệu lực",
    "chấm dứt hiệu lực",
    "không còn hiệu lực",
    "đính chính",
    "sửa đổi",
    "trước đây",
    "trước thời điểm",
    "trước khi",
    "tại thời điểm",
    "ở thời điểm",
    "chuyển tiếp",
    "tiếp tục thực hiện",
    "tiếp tục áp dụng",
    "tiếp tục được",
    "được áp dụng đến",
    "cho đến khi",
    "cho đến hết",
    "đến hết ngày",
    "đã được",
    "đã ban hành",
    "đã thực hiện",
    "đang giữ ngạch",
    "đang giữ chức danh",
    "bổ nhiệm sang",
    "chuyển sang ngạch",
    "đã cấp",
    "đã hết",
    "đã bị",
    "giai đoạn",
    "kế thừa",
    "so với",
    "tiền thân",
    "kèm theo",
    "có hiệu lực",
    "vào sau",
];

/// Whether a passage is about the past, or replaces, repeals or amends what it names; or is under such a heading.
pub fn is_past<T>(cx: &Checker<'_>, mention: &Citation<'_, T>) -> bool {
    is_past_at(cx, mention.sentence(), mention.span().start)
}

/// The same for a sentence and a byte offset of the block.
pub fn is_past_at(cx: &Checker<'_>, sentence: &str, offset: usize) -> bool {
    let sentence = sentence.to_lowercase();
    if PAST.iter().any(|word| sentence.contains(word)) || is_before_a_past_day(&sentence, cx.day) {
        return true;
    }
    [Level::Point, Level::Clause, Level::Article].into_iter().any(|level| cx.is_under_closing_heading(offset, level))
}

/// Whether a sentence in small letters is about the time before a day: "nộp trước ngày 01 tháng 7 năm 2025", "trước
/// ngày Luật này có hiệu lực". A day that is still to come, or that comes every year ("trước ngày 15 tháng 12 hằng
/// năm"), is a deadline.
fn is_before_a_past_day(sentence: &str, today: Date) -> bool {
    sentence.match_indices("trước ngày ").any(|(at, cue)| {
        let after = &sentence[at + cue.len()..];
        if !after.starts_with(|c: char| c.is_ascii_digit()) {
            return true;
        }
        // No longer than a written date.
        let end = after.find([',', ';', '.', '(']).unwrap_or(after.len());
        let date = text::head(&after[..end], 24);
        written_day(date).is_some_and(|day| day <= today)
    })
}

/// Whether an instrument is cited as a basis of the draft: it is in a line that begins with "Căn cứ", before any other
/// instrument of the line. Amending acts that follow in the line aren't bases of their own.
pub fn is_basis<T>(mention: &Citation<'_, T>) -> bool {
    let before = mention.before();
    let line =
        before.rsplit('\n').next().unwrap_or(before).trim_start_matches(['-', '–', '*', '_', '+', ' ', '\t', '\u{a0}']);
    let rest = line.strip_prefix("Căn cứ").map(|rest| rest.trim_start_matches([':', ' ']));
    rest.is_some_and(|rest| !rest.contains(['/', ';', '(']))
}

/// Words after an agency that give it a task.
const TASKS: [&str; 22] = [
    "có trách nhiệm",
    "chịu trách nhiệm",
    "chủ trì",
    "phối hợp",
    "hướng dẫn",
    "tổ chức thực hiện",
    "tổ chức triển khai",
    "triển khai",
    "thực hiện",
    "ban hành",
    "quy định",
    "tiếp nhận",
    "xem xét",
    "thẩm định",
    "phê duyệt",
    "kiểm tra",
    "theo dõi",
    "báo cáo",
    "tham mưu",
    "trình",
    "cấp",
    "quyết định",
];

/// Words before an agency that address it.
const ADDRESSES: [&str; 9] =
    ["trình", "gửi", "gửi về", "báo cáo", "giao", "đề nghị", "yêu cầu", "phối hợp với", "xin ý kiến"];

/// Whether the passage gives the agency a task or addresses it, now or in future.
pub fn is_tasked<T>(mention: &Citation<'_, T>) -> bool {
    is_tasked_between(mention.before(), mention.after())
}

/// The same for the text before and after an agency's name.
pub fn is_tasked_between(before: &str, after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\u{a0}']).to_lowercase();
    let after = after.strip_prefix("và các cơ quan liên quan ").unwrap_or(&after);
    // "của Bộ X quy định …" is the issuer in a citation.
    let issuer = before.trim_end().ends_with("của");
    if !issuer && TASKS.iter().any(|task| after.starts_with(task)) {
        return true;
    }
    let before = before.trim_end().to_lowercase();
    ADDRESSES.iter().any(|word| before.ends_with(word))
}

/// Where the sentence that holds a byte offset begins.
pub fn sentence_start(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let mut start = 0;
    for (i, c) in before.char_indices().rev() {
        let ends = match c {
            ';' => true,
            '.' | '!' | '?' => before[i + 1..].starts_with(char::is_whitespace) && !is_abbreviation(&before[..i]),
            '\n' => before[i + 1..].starts_with(['\n', '\r']),
            _ => false,
        };
        if ends {
            start = i + c.len_utf8();
            break;
        }
    }
    start
}

/// Where the sentence that holds a byte offset ends.
pub fn sentence_end(text: &str, at: usize) -> usize {
    let after = &text[at..];
    for (i, c) in after.char_indices() {
        let ends = match c {
            ';' => true,
            '.' | '!' | '?' => {
                after[i + 1..].chars().next().is_none_or(char::is_whitespace) && !is_abbreviation(&text[..at + i])
            }
            '\n' => after[i + 1..].starts_with(['\n', '\r']),
            _ => false,
        };
        if ends {
            return at + i;
        }
    }
    text.len()
}

/// "TP." and "số 1." don't end a sentence.
fn is_abbreviation(before: &str) -> bool {
    ["TP", "Tp", "TX", "TS", "PGS", "GS", "ThS"].iter().any(|a| before.ends_with(a))
}

/// The finding with its severity lowered to information outside a dated draft of the state, where the sentence may
/// report what an older act says.
pub fn with_severity_for(cx: &Checker<'_>, finding: Finding) -> Finding {
    let draft = cx.is_dated && matches!(cx.regime, Regime::Normative | Regime::Administrative);
    if draft { finding } else { finding.cap_severity(Severity::Information) }
}

//! What a sentence is about: whether it is about the past, repeals, replaces or amends, or gives a task.

use crate::check::checker::{Checker, Citation};
use crate::check::{Finding, Severity};
use crate::cite::{Level, written_day};
use crate::text::{self, Span};
use memchr::{memmem, memrchr};
use time::Date;

/// Where a word of the past must stand to be about the act that is cited.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    /// Anywhere in its sentence.
    Anywhere,
    /// Before it: "sửa đổi, bổ sung Điều 5 Nghị định số …"; what is after it is only said of it.
    Before,
    /// After it: "Quyết định số … tiếp tục được áp dụng".
    After,
}

/// Words of sentences about former law, or that end it.
const PAST: [(&str, Stands); 34] = [
    ("thay thế", Stands::Anywhere),
    ("bãi bỏ", Stands::Anywhere),
    ("hủy bỏ", Stands::Anywhere),
    ("huỷ bỏ", Stands::Anywhere),
    ("hết hiệu lực", Stands::Anywhere),
    ("ngưng hiệu lực", Stands::Anywhere),
    ("chấm dứt hiệu lực", Stands::Anywhere),
    ("không còn hiệu lực", Stands::Anywhere),
    ("đính chính", Stands::Anywhere),
    ("sửa đổi", Stands::Before),
    ("trước đây", Stands::Anywhere),
    ("trước thời điểm", Stands::Anywhere),
    ("trước khi", Stands::Anywhere),
    ("tại thời điểm", Stands::Anywhere),
    ("ở thời điểm", Stands::Anywhere),
    ("chuyển tiếp", Stands::Anywhere),
    ("được tiếp tục", Stands::Anywhere),
    ("thì tiếp tục", Stands::Anywhere),
    ("tiếp tục thực hiện", Stands::After),
    ("tiếp tục áp dụng", Stands::Anywhere),
    ("tiếp tục được", Stands::Anywhere),
    ("được áp dụng đến", Stands::Anywhere),
    ("cho đến khi", Stands::Anywhere),
    ("cho đến hết", Stands::Anywhere),
    ("đến hết ngày", Stands::Anywhere),
    ("đã ban hành", Stands::Anywhere),
    ("đang giữ ngạch", Stands::Anywhere),
    ("đang giữ chức danh", Stands::Anywhere),
    ("bổ nhiệm sang", Stands::Anywhere),
    ("chuyển sang ngạch", Stands::Anywhere),
    ("kế thừa", Stands::Anywhere),
    ("so với", Stands::Anywhere),
    ("tiền thân", Stands::Anywhere),
    ("vào sau", Stands::Anywhere),
];

/// Whether a word of the past stands in a sentence in small letters where it is about the act at a byte of it.
fn says_past(sentence: &str, at: usize) -> bool {
    let (before, after) = sentence.split_at(at.min(sentence.len()));
    PAST.iter().any(|&(word, stands)| {
        // "(được sửa đổi, bổ sung bởi …)" is an attribute of what is before it.
        let governs = |at: usize| word != "sửa đổi" || !before[..at].trim_end().ends_with("được");
        let before = || before.match_indices(word).any(|(at, _)| governs(at));
        match stands {
            Stands::Anywhere => sentence.contains(word),
            Stands::Before => before(),
            Stands::After => after.contains(word),
        }
    })
}

/// Whether a sentence in small letters tells what was done: "thực hiện Luật Khoáng sản năm 2010, Ủy ban nhân dân tỉnh đã triển
/// khai …". "Như đã nêu", "đã quy định tại" say where something stands, "(đã được sửa đổi, bổ sung)" is said of an
/// act.
fn tells_what_was_done(sentence: &str) -> bool {
    const OF_TEXTS: [&str; 10] =
        ["nêu", "quy định", "dẫn", "viện dẫn", "ghi", "trình bày", "nói", "đăng ký", "được sửa đổi", "được bổ sung"];
    sentence.match_indices("đã ").any(|(at, word)| {
        let begins = !sentence[..at].ends_with(char::is_alphabetic);
        begins && !OF_TEXTS.iter().any(|verb| sentence[at + word.len()..].starts_with(verb))
    })
}

/// The part of a sentence in small letters that says what is to be done in a case: "hóa đơn đã lập có sai sót: áp dụng Điều 7 …". What
/// was done in the case is before the colon. The whole sentence where it gives no rule.
fn rule_of_a_case(sentence: &str, at: usize) -> &str {
    const RULES: [&str; 4] = ["áp dụng", "thực hiện theo", "xử lý theo", "thì "];
    let before = sentence.get(..at).unwrap_or(sentence);
    let rule = before.rfind(": ").map_or("", |colon| sentence[colon + 1..].trim_start());
    if RULES.iter().any(|verb| rule.starts_with(verb)) { rule } else { sentence }
}

/// Whether a sentence in small letters speaks of the time until an act took effect ("trước ngày Luật này có hiệu lực"), not
/// of acts in force ("các văn bản đang có hiệu lực").
fn is_before_effect(sentence: &str) -> bool {
    sentence.match_indices("có hiệu lực").any(|(at, _)| {
        let before = sentence[..at].trim_end();
        !before.ends_with("đang") && !before.ends_with("còn")
    })
}

/// Whether a sentence in small letters speaks of a period of years that is over: "trong giai đoạn 2011 - 2015".
fn is_of_a_period_over(sentence: &str, day: Date) -> bool {
    sentence.match_indices("giai đoạn").any(|(at, word)| {
        let years = text::head(&sentence[at + word.len()..], 24);
        let last = years.rsplit(|c: char| !c.is_ascii_digit()).find(|n| n.len() == 4);
        last.is_none_or(|year| year.parse::<i32>().is_ok_and(|year| year < day.year()))
    })
}

/// Whether a passage is about the past, or replaces, repeals or amends what it names; or is under such a heading.
pub fn is_past<T>(cx: &Checker<'_>, mention: &Citation<'_, T>) -> bool {
    // "… số 06/2021/NĐ-CP ngày 26/01/2021; khoản 2 Điều 53 (Điều khoản chuyển tiếp) Nghị định số 207/2026/NĐ-CP"
    if ["iều khoản chuyển tiếp", "uy định chuyển tiếp"].iter().any(|words| mention.block.contains(words))
    {
        return true;
    }
    let start = sentence_start(mention.block, mention.place.mention.span.start);
    is_past_within(cx, mention.sentence(), mention.place.mention.span.start - start, mention.span().start)
}

/// The same for a sentence and a byte offset of the block, wherever in the sentence the words stand.
pub fn is_past_at(cx: &Checker<'_>, sentence: &str, offset: usize) -> bool {
    is_past_within(cx, sentence, sentence.len(), offset)
}

/// Whether the words of the sentence itself are about the past, wherever in the draft it stands.
pub fn says_so_itself<T>(cx: &Checker<'_>, mention: &Citation<'_, T>) -> bool {
    let start = sentence_start(mention.block, mention.place.mention.span.start);
    is_past_in_words(cx, mention.sentence(), mention.place.mention.span.start - start)
}

/// Whether the words of a sentence are about the past. `at` as in [`is_past_within`].
fn is_past_in_words(cx: &Checker<'_>, sentence: &str, at: usize) -> bool {
    let at = sentence.get(..at).map_or(usize::MAX, |before| before.to_lowercase().len());
    let sentence = sentence.to_lowercase();
    says_past(&sentence, at)
        || tells_what_was_done(rule_of_a_case(&sentence, at))
        || is_before_effect(&sentence)
        || is_before_a_past_day(&sentence, cx.day)
        || is_of_a_period_over(&sentence, cx.day)
}

/// `at` is where in the sentence the act is cited, `offset` where in the block.
fn is_past_within(cx: &Checker<'_>, sentence: &str, at: usize, offset: usize) -> bool {
    if is_past_in_words(cx, sentence, at) {
        return true;
    }
    // "Thông tư này thay thế Thông tư số A; Thông tư số B": the list goes on after the semicolon.
    let text = cx.text();
    let line = &text[..offset.min(text.len())];
    let line = &line[memrchr(b'\n', line.as_bytes()).map_or(0, |end| end + 1)..];
    let list = line[memmem::rfind(line.as_bytes(), b". ").unwrap_or(0)..].to_lowercase();
    let ends = ["này thay thế", "này bãi bỏ", "và thay thế", "thay thế các", "bãi bỏ các"];
    if ends.iter().any(|words| list.contains(words)) {
        return true;
    }
    // The recipients are under the last article, but aren't part of it.
    let levels = [Level::Point, Level::Clause, Level::Article];
    cx.is_in_body(offset) && levels.into_iter().any(|level| cx.is_under_closing_heading(offset, level))
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

/// Whether a sentence tells of a day on which an agency still was: "Tờ trình số 67/TTr-UBND ngày 12/7/2023 … gửi Bộ Tài nguyên
/// và Môi trường thẩm định", "đăng ký thay đổi ngày 04 tháng 01 năm 2023 do Sở Kế hoạch và Đầu tư cấp". The days of laws,
/// decrees and circulars are days of these only, and a duty that is given is one of today. `before` and `after` are the text
/// around the agency's name, `end` is its last day.
pub fn is_told_of_a_day_until(sentence: &str, before: &str, after: &str, end: Date) -> bool {
    const NORMATIVE: [&str; 7] = ["luật", "/qh", "/nđ-cp", "/tt-", "/ttlt-", "/qđ-ttg", "nghị quyết số"];
    let after = text::head(after.trim_start(), 40).to_lowercase();
    let is_given = ["có trách nhiệm", "chịu trách nhiệm", "chủ trì"].iter().any(|duty| after.starts_with(duty))
        || text::tail(before.trim_end(), 8).to_lowercase().ends_with("giao");
    let sentence = sentence.to_lowercase();
    !is_given
        && (is_of_a_year_until(&sentence, end)
            || sentence.match_indices("ngày ").any(|(at, cue)| {
                let before = text::tail(&sentence[..at], 60);
                let date = text::head(&sentence[at + cue.len()..], 24);
                !NORMATIVE.iter().any(|word| before.contains(word)) && written_day(date).is_some_and(|day| day <= end)
            }))
}

/// Whether a sentence in small letters is of a year before that of a day: "số liệu năm 2023 do … cung cấp"; not of the years of laws and
/// of periods that begin then.
fn is_of_a_year_until(sentence: &str, end: Date) -> bool {
    const NAMED: [&str; 4] = ["luật", "pháp lệnh", "hiến pháp", "tháng"];
    sentence.match_indices("năm ").any(|(at, cue)| {
        let (before, after) = (text::tail(&sentence[..at], 60), &sentence[at + cue.len()..]);
        let year = after.get(..4).and_then(|year| year.parse::<i32>().ok());
        let rest = after.get(4..).unwrap_or_default().trim_start();
        let is_open =
            rest.starts_with(['-', '–', '/']) || rest.starts_with("đến") || before.trim_end().ends_with("đến");
        let is_named = NAMED.iter().any(|word| before.contains(word));
        year.is_some_and(|year| (1945..end.year()).contains(&year)) && !is_open && !is_named
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
    const MOST: usize = 400;
    let after = text::head(after.trim_start_matches([' ', '\u{a0}']), MOST).to_lowercase();
    let after = after.strip_prefix("và các cơ quan liên quan ").unwrap_or(&after);
    // "của Bộ X quy định …" is the issuer in a citation.
    let issuer = before.trim_end().ends_with("của");
    if !issuer && (TASKS.iter().any(|task| after.starts_with(task)) || is_in_tasked_list(after)) {
        return true;
    }
    let before = words_before(before);
    ADDRESSES.iter().any(|word| before.ends_with(word))
}

/// The last few words of the text before something, in small letters.
pub fn words_before(text: &str) -> String {
    const MOST: usize = 40;
    text::tail(text.trim_end(), MOST).to_lowercase()
}

/// Whether a list goes on to a task for all its members: ", Ủy ban nhân dân các huyện có trách nhiệm …".
fn is_in_tasked_list(after: &str) -> bool {
    const FOR_ALL: [&str; 5] = ["có trách nhiệm", "chịu trách nhiệm", "căn cứ chức năng", "chủ trì", "phối hợp"];
    let clause = &after[..after.find(['.', ';', ':']).unwrap_or(after.len())];
    let listed = [",", "và ", "; "].iter().any(|joint| clause.starts_with(joint));
    listed && FOR_ALL.iter().any(|task| text::head(clause, 240).contains(task))
}

/// Whether a span of a block is all of a line of addressees: "Kính gửi: Bộ Kế hoạch và Đầu tư", "- Bộ Kế hoạch và Đầu tư;".
pub fn is_addressee(block: &str, span: Span) -> bool {
    let start = block[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let before = block[start..span.start].trim();
    let line_end = block[span.end..].find('\n').map_or(block.len(), |at| span.end + at);
    let after = block[span.end..line_end].trim_start();
    before.starts_with("Kính gửi")
        || (matches!(before, "-" | "–" | "+" | "•") && (after.is_empty() || after.starts_with([';', ',', '.', '('])))
}

/// Words of sentences about what became of an agency.
const SUCCESSION: [&str; 13] = [
    "(cũ)",
    "trước đây",
    "nay là",
    "hợp nhất",
    "sáp nhập",
    "tiếp nhận",
    "chuyển giao",
    "sắp xếp",
    "giải thể",
    "kết thúc hoạt động",
    "đổi tên",
    "thành lập",
    "nguyên là",
];

/// Whether a dated draft names an agency as one that exists: in its own prose, in none of the sentences about the past or
/// about what became of agencies, not as the issuer of an act.
pub fn is_named_as_living(cx: &Checker<'_>, span: Span) -> bool {
    let block = cx.text();
    let sentence = block[sentence_start(block, span.start)..sentence_end(block, span.end)].to_lowercase();
    let is_title = !span.of(block).contains(char::is_lowercase);
    // "Thông tư số … của Bộ Kế hoạch và Đầu tư".
    let is_issuer = cx.numbers.iter().any(|n| {
        let end = n.span().end;
        // "Nghị định số … của Chính phủ trong lĩnh vực của Bộ …": the first is its issuer.
        let between = block.get(end..span.start).unwrap_or_default().trim_end();
        let is_first = || between.matches("của").count() == 1;
        end <= span.start && between.ends_with("của") && is_first() && span.start - end < 120
    });
    cx.is_dated
        && cx.is_formal()
        && cx.is_in_body(span.start)
        && !is_title
        && !is_issuer
        && !cx.is_quoted(span.start)
        && !SUCCESSION.iter().any(|word| sentence.contains(word))
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

/// Where a line of the legal basis ends, from a place in it: before its semicolon, wherever its words are broken into lines; never
/// inside a line break. Bytes of the text given.
pub fn basis_end(after: &str) -> usize {
    let words = &after[..sentence_end(after, 0)];
    words.split("\nCăn cứ").next().unwrap_or_default().trim_end().len()
}

/// "TP." and "số 1." don't end a sentence.
fn is_abbreviation(before: &str) -> bool {
    ["TP", "Tp", "TX", "TS", "PGS", "GS", "ThS"].iter().any(|a| before.ends_with(a))
}

/// The finding with its severity lowered to information outside a dated draft of the state or the Party, where the sentence may
/// report what an older act says.
pub fn with_severity_for(cx: &Checker<'_>, finding: Finding) -> Finding {
    let draft = cx.is_dated && cx.is_formal();
    if draft { finding } else { finding.cap_severity(Severity::Information) }
}

#[cfg(test)]
mod tests {
    use super::basis_end;

    #[test]
    fn a_basis_ends_before_its_semicolon_and_never_inside_a_line_break() {
        for (after, end) in [
            (" của Chính phủ\r\nvề công tác văn thư;\r\n", " của Chính phủ\r\nvề công tác văn thư"),
            (" của Chính phủ \nvề công tác văn thư;", " của Chính phủ \nvề công tác văn thư"),
            (" của Chính phủ\r\nCăn cứ Luật", " của Chính phủ"),
            (" của Chính phủ.\r\n", " của Chính phủ"),
        ] {
            assert_eq!(&after[..basis_end(after)], end);
        }
    }
}

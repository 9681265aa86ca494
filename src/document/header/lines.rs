//! What the lines around a number say: whether it is that of the document, of another act that the title names, or of the next
//! instrument in a file of several.

use super::SUBJECT;
use crate::law::types;
use crate::text::fold;

/// What a number in a header is, as the lines up to it show.
#[derive(Debug, PartialEq, Eq)]
pub enum Title {
    /// The title's: "THÔNG TƯ LIÊN TỊCH / CỦA BỘ X - BỘ Y SỐ 15/2013/TTLT-…".
    Own,
    /// A heading's of Markdown: "# Nghị định 15/2021/NĐ-CP về …".
    OwnInMarkdown,
    /// That of an act that the title is about: "SỬA ĐỔI, BỔ SUNG / THÔNG TƯ SỐ 12/2013/TT-BCT".
    Another,
    /// In no title.
    No,
}

/// What the number is that a text in front of it leads to. Its last line begins with a type word, perhaps after "CỦA …" in a title
/// over two lines.
pub fn title(before: &str) -> Title {
    let trim =
        |line: &'_ str| line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '_')).to_owned();
    let last = before.rsplit('\n').next().unwrap_or_default();
    let earlier = before[..before.len() - last.len()].lines().rev().map(trim).find(|line| !line.is_empty());
    let line = without_so(trim(last));
    let in_capitals = !line.is_empty() && !line.contains(char::is_lowercase);
    if let Some(rest) = after_type(&line) {
        // "THÔNG TƯ SỐ 12" below an open line is what that line is about.
        let open = |line: &String| {
            SUBJECT.iter().any(|word| line.starts_with(word)) || line.ends_with("CỦA") || line.ends_with("ĐỊNH")
        };
        if in_capitals && earlier.as_ref().is_some_and(open) {
            return Title::Another;
        }
        if last.trim_start().starts_with('#') {
            return if rest.is_empty() || is_name(&line) { Title::OwnInMarkdown } else { Title::No };
        }
        let plain = rest.is_empty() || rest.starts_with("CỦA ");
        return if in_capitals && plain { Title::Own } else { Title::No };
    }
    let of_issuers = in_capitals && line.starts_with("CỦA ") && !SUBJECT.iter().any(|word| line.contains(word));
    let below_type = || earlier.as_ref().is_some_and(|earlier| after_type(earlier).is_some_and(|rest| rest.is_empty()));
    if of_issuers && below_type() { Title::Own } else { Title::No }
}

/// Whether the lines around a number "Số: …" are those of a head: nothing else is on its line, and the national title stands above it
/// or the place and day below.
pub fn is_head(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let alone =
        line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '_' | '|' | ':')).chars().count()
            <= "Luật số".len();
    let rest = after.split('\n').next().unwrap_or_default();
    let dated = |line: &str| line.contains(", ngày") || line.contains(", Ngày");
    let ends = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '|')).is_empty() || dated(rest);
    let mut below = after.lines().filter(|line| !line.trim().is_empty()).take(3);
    let mut above = before.lines().rev().filter(|line| !line.trim().is_empty()).take(8);
    let national = |line: &str| {
        line.contains("Độc lập") || line.contains("HỘI CHỦ NGHĨA VIỆT NAM") || line.contains("ĐẢNG CỘNG SẢN")
    };
    alone && ends && (below.any(dated) || above.any(national))
}

/// A line without the "số" at its end.
fn without_so(line: String) -> String {
    for so in ["SỐ:", "SỐ", "Số:", "số:", "Số", "số"] {
        if let Some(rest) = line.strip_suffix(so) {
            return rest.trim_end().to_owned();
        }
    }
    line
}

/// What follows the type word that a line begins with, in folded capitals where the line is in capitals.
fn after_type(line: &str) -> Option<&str> {
    let folded = fold::words(line);
    let longest = types()
        .iter()
        .map(|kind| fold::words(&kind.name))
        .filter(|name| folded.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    let words = longest.max_by_key(String::len)?.split(' ').count();
    let mut rest = line;
    for _ in 0..words {
        rest = rest.trim_start().split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    }
    Some(rest.trim_start())
}

/// Whether a line is the name of a law and nothing else: "Luật Viên chức".
fn is_name(line: &str) -> bool {
    let folded = fold::words(line);
    let law = ["luật ", "bộ luật ", "pháp lệnh "].iter().any(|kind| folded.starts_with(kind));
    let about = ["về ", "sửa đổi", "hướng dẫn", "quy định", "thay thế", "theo ", "của "];
    law && !about.iter().any(|word| line.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        let own = ["THÔNG TƯ LIÊN TỊCH\nCỦA BỘ TƯ PHÁP - BỘ CÔNG AN SỐ ", "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ "];
        let in_markdown = ["# Nghị định ", "# THÔNG TƯ ", "# Luật Viên chức số "];
        let another =
            ["QUYẾT ĐỊNH\nSỬA ĐỔI, BỔ SUNG\nQUYẾT ĐỊNH SỐ ", "NGHỊ ĐỊNH\nSỬA ĐỔI MỘT SỐ ĐIỀU CỦA\nNGHỊ ĐỊNH SỐ "];
        let no = ["Số: ", "Kèm theo Quyết định số ", "# Tóm tắt Nghị định ", "# Hướng dẫn thi hành Luật Đất đai số "];
        assert_eq!(own.map(title), [const { Title::Own }; 2]);
        assert_eq!(in_markdown.map(title), [const { Title::OwnInMarkdown }; 3]);
        assert_eq!(another.map(title), [const { Title::Another }; 2]);
        assert_eq!(no.map(title), [const { Title::No }; 4]);
    }

    #[test]
    fn heads() {
        assert!(is_head("BỘ Y TẾ\nSố: ", "\nHà Nội, ngày 9 tháng 2 năm 2020\n"));
        assert!(is_head("Độc lập - Tự do - Hạnh phúc\n\nSố: ", "\n\nQUYẾT ĐỊNH\n"));
        assert!(is_head("Số: ", "\tHà Nội, ngày 9 tháng 2 năm 2020\n"));
        assert!(!is_head("Thông tin văn bản\nSố: ", "\nLoại: Nghị định\n"));
        assert!(!is_head("Căn cứ Quyết định số ", " ngày 5/2/2020\n"));
    }
}

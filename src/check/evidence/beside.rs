//! What stands beside a text and is no part of it: front matter, key words, lists of links.

/// Whether all of a block stands beside the text: nothing there is cited.
pub fn is_beside_text(block: &str) -> bool {
    is_front_matter(block) || is_key_words(block) || is_list_of_links(block)
}

/// Whether a place of a block, in bytes, is in a search tag of a page of the web: a link to other pages with the same tag.
/// "<a href='/SearchTag.aspx?tag=Luật Đất đai 2003'>Luật Đất đai 2003</a>", "<a rel="tag" …>"
pub fn is_in_search_tag(block: &str, at: usize) -> bool {
    let before = block.get(..at).unwrap_or_default();
    let Some((_, link)) = before.rsplit_once("<a ").filter(|(_, link)| !link.contains("</a>")) else { return false };
    let inside = link.split('>').next().unwrap_or_default().to_lowercase();
    ["?tag=", "&tag=", "/tag/", "/tags/", "rel=\"tag\"", "rel='tag'"].iter().any(|mark| inside.contains(mark))
}

/// "---", lines like "ngay_ban_hanh: 2025-06-30", "---".
fn is_front_matter(block: &str) -> bool {
    let mut lines = block.trim().lines().map(str::trim_end);
    let begins = lines.next() == Some("---") && lines.next_back() == Some("---");
    let is_key = |key: &str| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    begins && lines.next().is_some_and(|line| line.split_once(':').is_some_and(|(key, _)| is_key(key)))
}

/// "Từ khóa: Luật Đất đai, Nghị định 43", a line of its own.
fn is_key_words(block: &str) -> bool {
    const WORDS: [&str; 5] = ["từ khóa", "từ khoá", "tags", "tag", "keywords"];
    const LONGEST: usize = 16;
    let line = block.trim();
    let begun = line.trim_start_matches(['*', '_', '#', '>', ' ']);
    let near = &begun.as_bytes()[..begun.len().min(LONGEST + 1)];
    let Some(word) = memchr::memchr(b':', near).map(|colon| &begun[..colon]) else { return false };
    memchr::memchr(b'\n', line.as_bytes()).is_none() && WORDS.contains(&word.to_lowercase().replace('*', "").as_str())
}

/// Three links or more of a page of the web, and between them nothing but tags and marks: search tags, related texts. An anchor
/// without an address is no link.
fn is_list_of_links(block: &str) -> bool {
    const FEW: usize = 3;
    if memchr::memchr(b'<', block.as_bytes()).is_none() {
        return false;
    }
    let (mut rest, mut links) = (block, 0);
    let is_prose = |text: &str| text.replace("&nbsp;", " ").contains(char::is_alphanumeric);
    while let Some((before, tag)) = rest.split_once('<') {
        let Some((inside, after)) = tag.split_once('>') else { return false };
        if is_prose(before) {
            return false;
        }
        rest = after;
        let mut words = inside.split_ascii_whitespace();
        if words.next().is_some_and(|name| name.eq_ignore_ascii_case("a")) && inside.contains("href") {
            let Some((_, after)) = after.split_once("</a>").or_else(|| after.split_once("</A>")) else { return false };
            rest = after;
            links += 1;
        }
    }
    links >= FEW && !is_prose(rest)
}

#[cfg(test)]
mod tests {
    use super::{is_beside_text, is_in_search_tag};

    #[test]
    fn search_tags_are_links_to_their_pages() {
        for (block, expected) in [
            ("<a href='/SearchTag.aspx?tag=Luật Nhà ở 2005'>Luật ⟦Nhà ở 2005</a>, tin khác", true),
            ("Tin. <a target=_blank href=\"/tin?id=1&tag=nha-o\"><b>⟦Luật Nhà ở 2005</b></a>", true),
            ("<a href=/tag/luat-nha-o>⟦Luật Nhà ở 2005</a>", true),
            ("<a href=/tags/luat-nha-o>⟦Luật Nhà ở 2005</a>", true),
            ("<a rel=\"tag\" href=/1>⟦Luật Nhà ở 2005</a>", true),
            ("<a href=/tag/x>Nhà ở</a> theo ⟦Luật Nhà ở 2005", false),
            ("Theo <a href=/van-ban/1>⟦Luật Nhà ở 2005</a>", false),
            ("Theo ⟦Luật Nhà ở 2005, <a href=/tag/x>Nhà ở</a>", false),
        ] {
            let at = block.find('⟦').unwrap();
            assert_eq!(is_in_search_tag(&block.replace('⟦', ""), at), expected, "{block}");
        }
    }

    #[test]
    fn what_stands_beside_a_text() {
        let beside = [
            "---\ntitle: \"Thông tư số 5/2025/TT-BTC\"\nso_dieu: 34\n---\n",
            "---\r\nfile-nguon: 30-2020-NĐ-CP\r\n---",
            "Từ khóa: Luật Đất đai 2013, Nghị định 43/2014/NĐ-CP",
            "**Từ khoá:** thuế; Luật Thuế xuất khẩu 2005",
            "Tags: Luật Nhà ở 2005",
            "<div><a href='/t?tag=1'>Luật Nhà ở 2005</a>, <a href='/t?tag=2'>Luật Đất đai 2003</a>,\n<a href=\"/t\">Nhà ở</a></div>",
            "<li><a href=/1>Nghị định 1</a></li><li><a href=/2>Nghị định 2</a></li>&nbsp;<li><a href=/3>Thông tư 3</a></li>",
        ];
        let text = [
            "---\nĐiều 1. Phạm vi: hồ sơ\n---",
            "---\nCăn cứ Luật Đất đai năm 2024;",
            "Từ khóa: thuế\nCăn cứ Luật Quản lý thuế năm 2019;",
            "Từ khóa trong văn bản này theo Nghị định số 30/2020/NĐ-CP.",
            "Căn cứ <a href=/1>Luật A</a>, <a href=/2>Luật B</a>, <a href=/3>Luật C</a>;",
            "<p><a href=/1>Nghị định số 30/2020/NĐ-CP</a></p>",
            "<p><a name=dieu_1>Điều 1.</a> <a name=t>Theo Luật A</a> <a name=u>năm 2020</a></p>",
            "<a href=/1>Luật A</a>, <a href=/2>Luật B</a> và <a href=/3>Luật C</a>",
        ];
        for block in beside {
            assert!(is_beside_text(block), "{block}");
        }
        for block in text {
            assert!(!is_beside_text(block), "{block}");
        }
    }
}

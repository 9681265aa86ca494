//! Questions about titles: which words identify one, and whether two are the same.

use crate::catalogue::Instrument;
use crate::cite::plain;
use crate::text::{Span, fold};
/// The words of a title without tone marks, connectives and the "về" that it begins with.
pub fn title_words(title: &str) -> Vec<String> {
    let folded = fold::search(&plain(title));
    let folded = folded.strip_prefix("ve viec ").or_else(|| folded.strip_prefix("ve ")).unwrap_or(&folded);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "va" | "cua" | "cac" | "ve"))
        .map(str::to_owned)
        .collect()
}

/// Whether a word belongs to the formula with which titles begin ("quy định chi tiết và hướng dẫn thi hành một số điều",
/// "ban hành kèm theo Thông tư"), which texts write in many ways.
pub fn is_formula(word: &str) -> bool {
    const FORMULA: [&str; 26] = [
        "quy", "dinh", "chi", "tiet", "huong", "dan", "thi", "hanh", "mot", "so", "dieu", "bien", "phap", "ban",
        "thuc", "hien", "viec", "thong", "tu", "nghi", "quyet", "kem", "theo", "che", "do", "noi",
    ];
    FORMULA.contains(&word)
}

/// Whether a word belongs to the titles of all amending acts: "sửa đổi, bổ sung Nghị định số … ngày … của Chính phủ".
pub fn is_of_amending(word: &str) -> bool {
    const AMENDING: [&str; 10] = ["sua", "doi", "bo", "sung", "ngay", "thang", "nam", "chinh", "phu", "cp"];
    AMENDING.contains(&word)
}

/// The title as cited, up to its end: the sentence often continues ("… thì", "… như sau", "… và khoản 2"). `None` where
/// its end is not sure, or where it is shortened by abbreviations.
pub fn cited_title(block: &str, title: Span) -> Option<&str> {
    const RUNS_ON: [&str; 14] = [
        " thì ",
        " thành Mẫu ",
        " kèm theo Thông tư này",
        " như sau",
        " để ",
        " được ",
        " và khoản ",
        " và điểm ",
        " và Điều ",
        " và Thông tư ",
        " và Nghị định ",
        " và các văn bản",
        " hoặc ",
        " trên ",
    ];
    // "… về giá đất được sửa đổi, bổ sung bởi …", "… và Nghị định số …": what follows is said of the act, or is another one.
    const ENDS: [&str; 5] =
        [" được sửa đổi", " đã được sửa đổi", " (được sửa đổi", " và Nghị định số ", " và Thông tư số "];
    let text = title.of(block);
    let end = ENDS.iter().filter_map(|words| text.find(words)).min().filter(|end| !text[..*end].contains("ửa đổi"));
    let (text, is_cut) = end.map_or((text, false), |end| (&text[..end], true));
    let follows = block[title.end..].trim_start();
    let is_cut = is_cut || ["được sửa đổi", "đã được sửa đổi"].iter().any(|words| follows.starts_with(words));
    let cut = RUNS_ON.iter().filter_map(|words| text.find(words)).min();
    let after = block[title.end..].trim_start().chars().next();
    let ended = after.is_none_or(|c| matches!(c, ';' | '.' | ',' | ')' | '(' | '”' | '"'));
    let short = |w: &str| w.chars().filter(|c| c.is_uppercase()).count() > 1 && w.chars().all(char::is_alphabetic);
    if cut.is_some() || !(ended || is_cut) || text.split_whitespace().any(short) {
        return None;
    }
    Some(text)
}

/// Whether all words of one title are in the other in the same order.
pub fn is_part(part: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|word| rest.any(|w| w == word))
}

/// Whether two titles differ in one letter of one word.
pub fn is_one_letter_apart(one: &[String], other: &[String]) -> bool {
    let mut differing = one.iter().zip(other).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differing.next(), differing.next()) else { return false };
    let prefix = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let suffix = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    one.len() == other.len() && prefix + suffix + 1 >= a.len().max(b.len())
}

/// Whether an act may be meant by a name: its title contains the name or is part of it, or it has the name as a further
/// one. Compared by words: "Luật Giá" isn't part of "Luật Giám định tư pháp".
pub fn may_have_name(known: &Instrument, name: &str) -> bool {
    let (said, right) = (letters(name), letters(known.title.as_deref().unwrap_or_default()));
    let holds = |whole: &str, part: &str| format!("{whole} ").contains(&format!("{part} "));
    holds(&said, &right) || holds(&right, &said) || known.aliases.iter().any(|a| letters(a) == said)
}

/// A name without its commas and dashes.
pub fn letters(name: &str) -> String {
    fold::words(name).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether the title of an amending act names the act that it amends, by number or by name. Others change a few articles in
/// their closing clauses, or a list was misread.
pub fn names_amended(act: &Instrument, known: &Instrument) -> bool {
    let Some(title) = act.title.as_deref().map(fold::search) else { return false };
    let number = known.number.as_deref().map(fold::search).unwrap_or_default();
    let name = fold::search(known.title.as_deref().unwrap_or_default());
    let name = ["bo luat ", "luat ", "phap lenh "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(&name);
    title.contains("sua doi")
        && (title.contains(&number) || (!name.is_empty() && title.contains(name)) || title.contains("cac luat"))
}

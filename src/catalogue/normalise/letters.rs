//! Titles in capitals, or in small letters, as sentences.

use super::regex;
use crate::cite::Number;
use crate::law::{agencies, places};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// A title in small letters or in capitals throughout as a sentence, with the names in it as they are written.
pub fn with_names(title: &str) -> String {
    fold::first_capital(&small_letters(title))
}

pub fn is_capitals(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() > 8 && letters.iter().filter(|c| c.is_uppercase()).count() * 10 > letters.len() * 8
}

/// A title in capitals as a sentence: names of agencies, places and laws get their capitals back, and numbers theirs.
pub fn small_letters(text: &str) -> String {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut names: Vec<String> = agencies().iter().map(|(_, a)| a.name.clone()).collect();
        names.extend(places().iter().map(|(_, p)| p.name.clone()));
        names.extend(
            ["Việt Nam", "Nhà nước", "Đảng", "Luật", "Nghị định số", "Thông tư số", "Quyết định số", "Nghị quyết số"]
                .map(str::to_owned),
        );
        names.retain(|n| n.contains(' ') || n == "Luật");
        names.sort_by_key(|n| n.len());
        names
    });
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| regex(r"\d+[a-zđ]?(/\d{4})?/[\p{L}\d&-]+"));
    let mut out = text.to_lowercase();
    for name in NAMES.iter() {
        let small = name.to_lowercase();
        if out.contains(&small) {
            out = out.replace(&small, name);
        }
    }
    // "pháp luật", "kỷ luật" are no names.
    static WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(pháp|kỷ|quy|bộ|Bộ|dự) Luật\b"));
    out = WORD.replace_all(&out, "$1 luật").into_owned();
    // "của Luật bảo hiểm y tế", "của bộ luật dân sự": the name after it begins with a capital; in "Luật này", "Luật số 1" and
    // "Luật sửa đổi" there is none.
    static NAMED: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(Luật|[Bb]ộ luật|[Pp]háp lệnh) (\p{L}+)"));
    out = NAMED
        .replace_all(&out, |c: &regex::Captures<'_>| match &c[2] {
            "này" | "số" | "sửa" | "về" | "của" | "và" | "do" | "được" | "có" | "trong" | "thuộc" | "liên" | "khác" => {
                c[0].to_owned()
            }
            word => format!("{} {}", fold::first_capital(&c[1]), fold::first_capital(word)),
        })
        .into_owned();
    NUMBER
        .replace_all(&out.clone(), |c: &regex::Captures<'_>| {
            let upper = c[0].to_uppercase().replace("TTG", "TTg");
            Number::parse(&upper).map_or(upper, |n| n.canonical())
        })
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::title;

    #[test]
    fn a_title_in_capitals_becomes_a_sentence() {
        let raw = "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 69/2022/TT-BTC CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH";
        assert_eq!(
            title(raw, None).as_deref(),
            Some("Sửa đổi, bổ sung một số điều của Thông tư số 69/2022/TT-BTC của bộ trưởng Bộ Tài chính")
        );
    }
}

//! Words in titles that cannot be right as they stand.

use crate::text::syllable::is_syllable;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Words with marks that no Vietnamese syllable is: of other languages, and names.
static LOANS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| include_str!("../../../data/lexicon/loan-words.txt").lines().collect());

/// The words of a title that cannot be: with marks and yet no syllable ("nghỉệp", "sungkhoản"), or a small one that stands twice
/// ("của của"). Words without marks are let be: they are of other languages.
///
/// ```
/// use viendan::catalogue::normalise::misspelt;
/// assert_eq!(misspelt("Về quản lý doanh nghỉệp của của Bộ Y tế"), ["nghỉệp", "của"]);
/// assert!(misspelt("Về tiêu chuẩn axít tại tỉnh Đắk Lắk, TT-BLĐTBXH").is_empty());
/// ```
pub fn misspelt(title: &str) -> Vec<&str> {
    let mut wrong = Vec::new();
    let mut last = "";
    for part in title.split(' ') {
        if part == last && is_small_word(part) {
            wrong.push(part);
        }
        last = part;
        for word in part.split(|c: char| !c.is_alphabetic()) {
            // One letter is the label of a point; capitals are an abbreviation.
            let is_word = word.chars().nth(1).is_some() && !word.is_ascii() && !word.chars().all(char::is_uppercase);
            if is_word && !is_syllable(word) && !LOANS.contains(word.nfc().collect::<String>().to_lowercase().as_str())
            {
                wrong.push(word);
            }
        }
    }
    wrong
}

/// Whether a word is one that joins others, and never stands twice.
pub fn is_small_word(word: &str) -> bool {
    matches!(
        word,
        "của"
            | "và"
            | "các"
            | "về"
            | "cho"
            | "trong"
            | "theo"
            | "tại"
            | "số"
            | "ngày"
            | "do"
            | "đối"
            | "với"
            | "từ"
            | "để"
            | "được"
            | "những"
            | "một"
            | "việc"
    )
}

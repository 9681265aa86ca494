//! The labels of points: letters in Vietnamese order.

/// The letters that name points (*điểm*), in the order of the Vietnamese alphabet: `d` and `đ` are two points, and
/// ă, â, ê, ô, ơ, ư are in practice skipped (Nghị định 78/2025/NĐ-CP Điều 69 khoản 4; Nghị định 30/2020/NĐ-CP Phụ lục I).
/// `f`, `j`, `w`, `z` do not exist.
pub const LETTERS: [char; 23] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// The place of a letter in [`LETTERS`], from 0. Letter case does not matter.
pub fn letter_index(letter: char) -> Option<usize> {
    let lower = letter.to_lowercase().next()?;
    LETTERS.iter().position(|&l| l == lower)
}

/// Whether a folded text is one letter or, as in some old labels, one letter written twice: "a", "đ", "aa".
pub fn is_letter_label(folded: &str) -> bool {
    let mut letters = folded.chars();
    let (first, second) = (letters.next(), letters.next());
    first.is_some() && (second.is_none() || second == first) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d_and_d_with_stroke_are_two_points() {
        assert_eq!(letter_index('đ'), Some(letter_index('d').unwrap() + 1));
        assert_eq!(letter_index('f'), None);
    }
}

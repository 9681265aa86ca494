//! Which articles of an act an amending act touches, read in the text of the amending act.
//!
//! More articles than are touched may be found, never fewer: every article that is named in a part of the text that is about the
//! amended act counts. Where no part is about it, nothing is known.

use regex::Regex;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use viendan::catalogue::Instrument;
use viendan::text::fold;

/// The articles of `act` that are named where a text is about it; `None` where no part of the text is.
pub fn articles(text: &str, act: &Instrument) -> Option<BTreeSet<u32>> {
    let number = act.number.as_deref().map(fold::search).unwrap_or_default();
    let name = act.title.as_deref().filter(|_| act.kind.is_law()).map(fold::search).unwrap_or_default();
    let is_about = |part: &str| {
        let part = fold::search(part);
        (!number.is_empty() && part.contains(&number)) || (!name.is_empty() && part.contains(&name))
    };
    let parts = parts(text);
    let found: Vec<&str> = parts.into_iter().filter(|part| is_about(part)).collect();
    if found.is_empty() {
        return None;
    }
    Some(found.into_iter().flat_map(named).collect())
}

/// The articles of an amending act, each a part of its text; what it quotes begins no part.
fn parts(text: &str) -> Vec<&str> {
    static LABEL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?m)^[ \t*#_]*Điều\s+\d{1,3}\s*[.:]").expect("the pattern is well formed"));
    let mut starts: Vec<usize> = LABEL.find_iter(text).map(|found| found.start()).collect();
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

/// The numbers of the articles that a part names: "Điều 5", "các Điều 5, 6 và 7", "từ Điều 5 đến Điều 9".
fn named(part: &str) -> FxHashSet<u32> {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        let list = r"(?i)\bđiều\s+\d{1,3}(?:(?:\s*,\s*|\s+và\s+|\s*;\s*|\s+đến\s+|\s*-\s*)(?:(?:các\s+)?điều\s+)?\d{1,3}[a-zđ]?\b)*";
        Regex::new(list).expect("the pattern is well formed")
    });
    let mut found = FxHashSet::default();
    for run in NAMED.find_iter(part) {
        let numbers: Vec<u32> =
            run.as_str().split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
        if let (true, Some(first), Some(last)) = (run.as_str().contains("đến"), numbers.first(), numbers.last()) {
            found.extend(*first..=(*last).min(first + 200));
        }
        found.extend(numbers);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use viendan::law::TypeId;

    const TEXT: &str = "Điều 1. Sửa đổi, bổ sung một số điều của Luật Giá\n1. Sửa đổi khoản 1 Điều 70 như sau:\n“1. Theo Điều 3.”.\n\
                        Điều 2. Sửa đổi Luật Đấu thầu số 22/2023/QH15\nBãi bỏ các điều 5, 6 và từ Điều 9 đến Điều 11.\nĐiều 3. Hiệu lực\n";

    fn of(number: &str, name: &str) -> Option<Vec<u32>> {
        let act = Instrument {
            number: Some(number.to_owned()),
            kind: TypeId::LUAT,
            title: Some(name.into()),
            ..Instrument::default()
        };
        Some(articles(TEXT, &act)?.into_iter().collect())
    }

    #[test]
    fn every_article_that_is_named_for_an_act_counts() {
        assert_eq!(of("16/2023/QH15", "Luật Giá"), Some(vec![1, 3, 70]));
        assert_eq!(of("22/2023/QH15", "Luật Đấu thầu"), Some(vec![2, 5, 6, 9, 10, 11]));
        assert_eq!(of("31/2024/QH15", "Luật Đất đai"), None);
    }
}

//! Letters of points that do not exist.

use crate::check::draft_checker::DraftChecker;
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::text::Span;

/// "điểm f": a letter that the order of points does not have. Not reported next to treaties, whose points follow other
/// alphabets, and where the document itself has such a point, as in older lists.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 69 khoản 4; Nghị định 30/2020/NĐ-CP Phụ lục I.
pub fn no_such_letter(cx: &DraftChecker<'_>, out: &mut Findings) {
    for (base, facts) in cx.facts() {
        for cited in &facts.letters.cited {
            let small = cited.letter.to_ascii_lowercase();
            if cx.facts().any(|(_, facts)| facts.letters.items.contains(&small)) {
                continue;
            }
            let span = cited.label.shifted(base);
            let place = Span::new(span.start, span.start + 1);
            let seen = cited.letter.to_string();
            let mut finding = cx.finding(Code::NoSuchLetter, span, &[("seen", &seen)]);
            for neighbour in neighbours(small) {
                let fix = cx.fix("write", &[("text", neighbour)], false, vec![Edit::new(place, neighbour)]);
                finding = finding.with_fix(fix);
            }
            out.push(finding);
        }
    }
}

/// The letters around one that lists don't have. The next one first: someone who counts with English letters writes f
/// after e, where g is right.
const fn neighbours(letter: char) -> [&'static str; 2] {
    match letter {
        'f' => ["g", "e"],
        'j' => ["k", "i"],
        'w' => ["x", "v"],
        _ => ["y", "x"],
    }
}

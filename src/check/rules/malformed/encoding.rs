//! Text in an encoding of the time before Unicode.

use crate::check::draft_checker::DraftChecker;
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::text::legacy::Legacy;

/// Text in TCVN3, VNI or VISCII, reported once for each encoding, at its first paragraph. A single letter is not
/// enough: at least two different words must hold letters that no Vietnamese word has, and nearly all words with
/// diacritics must be syllables in the old encoding.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục I, khoản 4.
pub fn legacy_encoding(cx: &DraftChecker<'_>, out: &mut Findings) {
    for encoding in Legacy::ALL {
        let of_encoding = cx.facts().filter_map(|(base, facts)| Some((base, facts.legacy.as_ref()?)));
        let mut paragraphs = of_encoding.filter(|(_, old)| old.encoding == encoding).peekable();
        let Some(&(base, first)) = paragraphs.peek() else { continue };
        let span = first.words[0].0.cover(first.words[first.words.len() - 1].0).shifted(base);
        let sample = first.words.iter().take(4).map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        let words =
            paragraphs.flat_map(|(base, old)| old.words.iter().map(move |(span, text)| (span.shifted(base), text)));
        let edits = words.map(|(span, text)| Edit::new(span, text.clone())).collect();
        let fix = cx.fix("legacy-encoding.fix", &[], false, edits);
        let values = [("encoding", encoding.name()), ("sample", sample.as_str())];
        out.push(cx.finding(Code::LegacyEncoding, span, &values).with_fix(fix));
    }
}

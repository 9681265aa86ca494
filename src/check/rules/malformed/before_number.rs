//! What is written before a number: the type word and "số"; and numbers without their symbol.

use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::candidates::is_plausible_replacement;
use crate::check::evidence::sentence::words_before;
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::cite::Family;
use crate::law::types;
use crate::text::{Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// "số:" in running text. The colon belongs to the document's own number in its header.
pub fn colon_after_so(cx: &Checker<'_>, out: &mut Findings) {
    for n in &cx.numbers {
        let Some(so) = n.node.so else { continue };
        // A consolidated text has the number of the consolidation at its end as well.
        let is_own = n.node.header || cx.draft.header.consolidated;
        if is_own || !n.is_own_prose() || n.is_old() || is_doubled(cx, n, so) {
            continue;
        }
        let Some(colon) = so.of(n.block).find(':').map(|at| so.start + at) else { continue };
        let span = n.place.in_document(Span::new(colon, colon + 1));
        let fix = cx.fix("colon-after-so.fix", &[], true, vec![Edit::new(span, "")]);
        out.push(cx.finding(Code::ColonAfterSo, span, &[]).with_instrument(n.number().canonical()).with_fix(fix));
    }
}

/// "Điều Điều 463", "Nghị định Nghị định số 85/2016/NĐ-CP", "của của Chính phủ": a word twice, that of a unit, type or day in front of a
/// number, or one that is never said twice in a sentence that cites.
pub fn doubled_word(cx: &Checker<'_>, out: &mut Findings) {
    static TWICE: LazyLock<Regex> = LazyLock::new(|| {
        const BEFORE_NUMBERS: [&str; 10] =
            ["Nghị định", "Thông tư", "Quyết định", "Nghị quyết", "Chỉ thị", "Điều", "khoản", "điểm", "Chương", "ngày"];
        const ANYWHERE: [&str; 20] = [
            "Căn cứ",
            "căn cứ",
            "của",
            "theo",
            "tại",
            "ban hành",
            "thực hiện",
            "chủ trì",
            "sửa đổi",
            "Kế hoạch",
            "kế hoạch",
            "nghiệp vụ",
            "công tác",
            "đối với",
            "nhiệm vụ",
            "trách nhiệm",
            "phối hợp",
            "hồ sơ",
            "nội dung",
            "áp dụng",
        ];
        let twice = |words: &[&str]| words.iter().map(|word| format!("{word} {word}")).collect::<Vec<_>>().join("|");
        let (before, anywhere) = (twice(&BEFORE_NUMBERS), twice(&ANYWHERE));
        // "các quy định quy định tại Điều 5" says what rules provide; after "theo" the words are the one formula.
        let formula = "heo (?<formula>quy định quy định)";
        let pattern = format!(r"\b(?<twice>{before}) (?:số )?(?:\d|[IVX]+\b)|\b(?<word>{anywhere})\b|{formula}\b");
        Regex::new(&pattern).expect("the words are a pattern")
    });
    let text = cx.text();
    if cx.numbers.is_empty() && cx.names.is_empty() && cx.provisions.is_empty() && cx.agencies.is_empty() {
        return;
    }
    let named = ["twice", "word", "formula"];
    for twice in TWICE.captures_iter(text).filter_map(|found| named.iter().find_map(|name| found.name(name))) {
        // The word, a blank and the word again.
        let word = &twice.as_str()[..twice.len() / 2];
        let span = Span::new(twice.start(), twice.start() + word.len() + 1);
        // "mang theo theo quy định", "kèm theo theo mẫu": the first is a part of the verb.
        let is_of_verb = || {
            let verb = text[..span.start].trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
            word == "theo" && matches!(verb.as_str(), "mang" | "kèm" | "tiếp" | "đi" | "làm" | "tuân" | "gửi" | "dõi")
        };
        if cx.is_quoted(span.start) || is_of_verb() {
            continue;
        }
        let edit = Edit::new(span, "");
        let fix = cx.fix("duplicated-part.fix", &[("word", word)], true, vec![edit]);
        out.push(cx.variant(Code::DuplicatedPart, "word", span, &[("word", word)]).with_fix(fix));
    }
}

/// "số số", "số Số:".
pub fn doubled_so(cx: &Checker<'_>, out: &mut Findings) {
    for n in &cx.numbers {
        let Some(so) = n.node.so.filter(|so| is_doubled(cx, n, *so)) else { continue };
        let fix = cx.fix("doubled-so.fix", &[], true, vec![Edit::new(n.place.in_document(so), "số")]);
        out.push(
            cx.finding(Code::DoubledSo, n.place.in_document(so), &[])
                .with_instrument(n.number().canonical())
                .with_fix(fix),
        );
    }
}

/// Only after a type word or a complete name: the first "số" may end a name, "Luật Dân số số 113/2025/QH15", "Luật
/// Chuyển đổi số số 148/2025/QH15".
fn is_doubled(cx: &Checker<'_>, n: &NumberCitation<'_>, so: Span) -> bool {
    // "s ố" is one word that a blank broke.
    let words = so.of(n.block).split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 1).count();
    words > 1 && {
        let before = words_before(&n.block[..so.start]);
        types().iter().any(|t| before.ends_with(&t.name.to_lowercase())) || follows_name(cx, n, so)
    }
}

/// Whether the complete title of the known act is right before, and does not itself end in "số".
fn follows_name(cx: &Checker<'_>, n: &NumberCitation<'_>, so: Span) -> bool {
    let known = cx.catalogue.by_number(&n.number().canonical());
    known.iter().filter_map(|k| k.title.as_deref()).any(|title| {
        let (title, before) = (fold::words(title), fold::words(&n.block[..so.start]));
        before.trim_end().ends_with(&title) && !title.ends_with(" số")
    })
}

/// "Quyết định 09/2025/QĐ-UBND" without "số", in drafts of a known kind.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
pub fn missing_so(cx: &Checker<'_>, out: &mut Findings) {
    // Headlines of a page above the draft are none of it.
    if !cx.draft.follows_decree_of_2020() {
        return;
    }
    for n in &cx.numbers {
        let Some(word) = n.node.type_word.as_ref().filter(|t| t.own && !t.abbreviated) else { continue };
        if n.node.so.is_some() || n.node.shortened || n.is_old() || !n.is_own_prose() || !directly_follows(n, word.span)
        {
            continue;
        }
        let line = n.block[..word.span.start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &n.block[word.span.end..];
        let ends = rest[..rest.find('\n').unwrap_or(rest.len())].trim_end().ends_with(['.', ';', ',', ':']);
        if !ends && !n.block[line..word.span.start].contains(char::is_alphanumeric) {
            continue;
        }
        let before = Span::new(n.span().start, n.span().start);
        let fix = cx.fix("missing-so.fix", &[], true, vec![Edit::new(before, "số ")]);
        out.push(cx.finding(Code::MissingSo, n.span(), &[]).with_instrument(n.number().canonical()).with_fix(fix));
    }
}

/// Whether only blanks are between the word and the number.
fn directly_follows(n: &NumberCitation<'_>, word: Span) -> bool {
    n.block.get(word.end..n.place.mention.span.start).is_some_and(|gap| gap.chars().all(char::is_whitespace))
}

/// "NĐ số 30/2020/NĐ-CP": the type abbreviated in front of a full number, in drafts of a known kind.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
pub fn abbreviated_type_word(cx: &Checker<'_>, out: &mut Findings) {
    if !cx.is_formal() {
        return;
    }
    for n in &cx.numbers {
        let Some(word) = n.node.type_word.as_ref().filter(|t| t.own && t.abbreviated) else { continue };
        if n.node.shortened || n.is_old() || !n.is_own_prose() {
            continue;
        }
        let span = n.place.in_document(word.span);
        // Where "số" is missing as well, it comes with the word.
        let text = if n.node.so.is_none() { format!("{} số", word.name) } else { word.name.to_owned() };
        let fix = cx.fix("write", &[("text", &text)], true, vec![Edit::new(span, text.clone())]);
        let values = [("seen", word.span.of(n.block)), ("expected", word.name)];
        out.push(
            cx.finding(Code::AbbreviatedTypeWord, span, &values).with_instrument(n.number().canonical()).with_fix(fix),
        );
    }
}

/// "Nghị định 30/2020": the symbol left out where no earlier citation gives it. Only a serial ("Nghị định 168") is a
/// nickname and is ignored outside drafts of a known kind.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
pub fn missing_symbol(cx: &Checker<'_>, out: &mut Findings) {
    for n in &cx.numbers {
        let number = &n.node.number;
        let bare =
            n.node.shortened && n.node.type_word.as_ref().is_some_and(|t| t.own) && n.place.completed_number.is_none();
        if !bare || !n.is_own_prose() || !(number.year.is_some() || cx.is_formal()) || is_part_of_list(n) {
            continue;
        }
        if number.year.is_none() && is_mark_of_note(n) {
            continue;
        }
        let mut candidates: Vec<String> = Vec::new();
        let mut fitting: Vec<String> = Vec::new();
        if number.issuers.is_empty() {
            let kind = n.node.type_word.as_ref().and_then(|t| crate::law::TypeId::of_name(t.name));
            let prefix = number.year.map_or(format!("{}/", number.serial), |y| format!("{}/{y}/", number.serial));
            for hit in cx.catalogue.complete_number(&prefix, kind, 4) {
                let Some(candidate) = hit.instrument.number.clone().filter(|c| !candidates.contains(c)) else {
                    continue;
                };
                if is_plausible_replacement(cx, n, &hit.instrument) {
                    fitting.push(candidate.clone());
                }
                candidates.push(candidate);
            }
        } else {
            candidates.push(number.canonical());
            fitting.clone_from(&candidates);
        }
        let span = n.span();
        let mut finding = if candidates.is_empty() {
            cx.variant(Code::MissingSymbol, "bare", span, &[("seen", n.text())])
        } else {
            cx.finding(Code::MissingSymbol, span, &[("seen", n.text()), ("candidates", &candidates.join(", "))])
        };
        for candidate in &fitting {
            let edit = Edit::new(span, candidate.clone());
            finding = finding.with_fix(cx.fix("write", &[("text", candidate)], false, vec![edit]));
        }
        out.push(finding);
    }
}

/// Whether a digit after a type word is the mark of a note, a cell of its own, or a blank of a form: "Thông tư liên tịch10", "Theo Quyết
/// định số 4: ....... ngày".
fn is_mark_of_note(n: &NumberCitation<'_>) -> bool {
    let Some(word) = n.node.type_word.as_ref() else { return false };
    let between = n.block.get(word.span.end..n.span().start).unwrap_or_default();
    let after = n.after().trim_start();
    between.is_empty()
        || between.ends_with("số")
        || between.contains(['\n', '\t', '|'])
        || [":", "…", ".."].iter().any(|mark| after.starts_with(mark))
}

/// "các Quyết định số 12, 13 và 15/QĐ-UBND": the symbol is at the end of the list.
fn is_part_of_list(n: &NumberCitation<'_>) -> bool {
    n.node.number.family == Family::State && n.node.number.issuers.iter().any(|i| i != "CP")
}

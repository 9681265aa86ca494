//! References that lack a part: "khoản 2 của Nghị định số …", "theo 1 Điều 131".

use crate::check::checker::{Checker, ProvisionCitation};
use crate::check::evidence::edits::usual_name;
use crate::check::evidence::sentence::sentence_start;
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::cite::{Level, Target};
use crate::document::Regime;
use crate::law::is_letter_label;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Clauses of an act that is written in articles, without the article; and labels without their word.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 2.
pub fn incomplete_provision(cx: &Checker<'_>, out: &mut Findings) {
    for p in &cx.provisions {
        if let Some((path, act)) = without_article(cx, p) {
            out.push(cx.finding(Code::IncompleteProvision, p.span(), &[("path", &path), ("act", &act)]));
        }
    }
    without_word(cx, out);
}

/// The run and the act, where it is a clause of an act with articles and no article is named with it.
fn without_article(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> Option<(String, String)> {
    let [path] = p.node.paths.as_slice() else { return None };
    let is_clause = path.label(Level::Clause).is_some_and(|label| label.parse::<u32>().is_ok());
    // "theo điểm b Luật Lưu trữ": clause and article were left out.
    let is_point = path.label(Level::Clause).is_none() && path.label(Level::Point).is_some_and(is_letter_label);
    let lacks =
        (is_clause || is_point) && path.steps.iter().all(|(level, _)| matches!(level, Level::Clause | Level::Point));
    let is_judged = lacks
        && matches!(p.node.target, Target::Mention(_))
        && p.is_own_prose()
        && !p.node.amending
        && !cx.draft.header.consolidated
        && cx.is_formal();
    if !is_judged {
        return None;
    }
    // "tại Điều 5, các khoản 1 và 2 của Nghị định số …": the article is near, unless it is that of another act.
    let known = cx.known_owner(p)?;
    let before = p.before();
    let start = sentence_start(before, before.len());
    let names_article = |q: &&ProvisionCitation<'_>| {
        let at = q.place.mention.span.start;
        (start..before.len()).contains(&at) && q.node.paths.iter().any(|path| path.label(Level::Article).is_some())
    };
    let is_near =
        cx.provisions.iter().filter(names_article).any(|q| cx.known_owner(q).is_none_or(|of| of.id == known.id));
    let sentence = before[start..].to_lowercase();
    if is_near || ["sửa đổi", "bổ sung", "bãi bỏ", "thay thế"].iter().any(|verb| sentence.contains(verb)) {
        return None;
    }
    // "khoản 2 Phụ lục XV của Nghị định số …", "các khoản từ 1 đến 3 Điều 44": the act itself must follow.
    let after = p.after().trim_start().trim_start_matches("của ").trim_start();
    let is_followed =
        ["Nghị định", "Luật", "Bộ luật", "Thông tư", "Pháp lệnh"].iter().any(|kind| after.starts_with(kind));
    if !is_followed || p.text().contains(" từ ") {
        return None;
    }
    // Circulars were written in sections until about 2009, plans and directives still are.
    let has_articles = known.kind.is_law() || matches!(known.kind.as_str(), "Nghị định" | "Thông tư");
    let is_new = known.kind.is_law() || known.year.is_some_and(|year| year >= 2010);
    (has_articles && is_new && known.articles.is_none_or(|n| n > 2)).then(|| (path.to_string(), usual_name(&known)))
}

/// "khoản 2 Điều Luật Lưu trữ": an article without its number.
fn without_number(cx: &Checker<'_>, out: &mut Findings) {
    static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
        let kinds = "(?:Luật|Bộ luật|Nghị định|Thông tư|Pháp lệnh|Quyết định)";
        Regex::new(&format!(r"\b(?:khoản|điểm) (?:\d{{1,2}}|\p{{Ll}}) (?<article>Điều) (?:của )?{kinds} "))
            .expect("the pattern of articles without number is well formed")
    });
    let text = cx.text();
    if !cx.is_formal() && cx.regime != Regime::Contract {
        return;
    }
    for article in ARTICLE.captures_iter(text).filter_map(|found| found.name("article")) {
        let span = Span::new(article.start(), article.end());
        if !cx.is_quoted(span.start) {
            out.push(cx.variant(Code::IncompleteProvision, "number", span, &[]));
        }
    }
}

/// "theo khoản Điều 2 Luật Lưu trữ", "tại điểm khoản 2 Điều này": a clause or point without its label.
fn without_label(cx: &Checker<'_>, out: &mut Findings) {
    static UNIT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:[Tt]ại|[Tt]heo) (?:(?<clause>khoản) Điều|(?:điểm \p{Ll} )(?<of>khoản) Điều|(?<point>điểm) khoản) (?:\d|này)")
            .expect("the pattern of units without label is well formed")
    });
    for found in UNIT.captures_iter(cx.text()) {
        let Some(unit) = ["clause", "of", "point"].iter().find_map(|name| found.name(name)) else { continue };
        if !cx.is_quoted(unit.start()) {
            let span = Span::new(unit.start(), unit.end());
            out.push(cx.variant(Code::IncompleteProvision, "label", span, &[("word", unit.as_str())]));
        }
    }
}

/// "quy định tại 43 Luật Quản lý thuế": the number of an article without its word. Small numbers may count acts.
fn without_article_word(cx: &Checker<'_>, out: &mut Findings) {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:quy định|hướng dẫn) tại (?<label>[1-9]\d{0,2}) (?:của )?$")
            .expect("the pattern of articles without word is well formed")
    });
    const COUNTS_ACTS: u32 = 10;
    let names = cx.names.iter().filter(|name| name.node.known && name.is_own_prose());
    for before in names.map(|name| name.before()) {
        let Some(label) = LABEL.captures(before).and_then(|found| found.name("label")) else { continue };
        if label.as_str().parse::<u32>().is_ok_and(|number| number > COUNTS_ACTS) {
            let span = Span::new(label.start(), label.end());
            let edit = Edit::new(Span::new(span.start, span.start), "Điều ");
            let fix = cx.fix("incomplete-provision.fix", &[("word", "Điều")], false, vec![edit]);
            let values = [("word", "Điều"), ("label", label.as_str())];
            out.push(cx.variant(Code::IncompleteProvision, "word", span, &values).with_fix(fix));
        }
    }
}

/// "quy định tại 1 Điều 131", "điểm i 1 Điều 64", "theo a khoản 2 Điều 5": a label without its word. "tại 02 Điều" counts articles.
fn without_word(cx: &Checker<'_>, out: &mut Findings) {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?:(?:[Tt]ại|[Tt]heo|điểm \p{Ll}) (?<clause>[1-9]\d?)(?:(?:,| và) [1-9]\d?)* Điều|(?:[Tt]ại|[Tt]heo) (?<point>\p{Ll}) khoản) (?:\d|này)";
        Regex::new(pattern).expect("the pattern of labels without word is well formed")
    });
    let text = cx.text();
    if text.contains("Điều ") {
        without_number(cx, out);
    }
    let is_draft = cx.is_formal()
        || cx.draft.is_judgment
        || (matches!(cx.regime, Regime::None | Regime::Contract) && !cx.draft.is_page);
    if !is_draft || !(text.contains("Điều ") || text.contains("khoản ")) {
        return;
    }
    without_article_word(cx, out);
    without_label(cx, out);
    for found in LABEL.captures_iter(text) {
        let (label, word) = match (found.name("clause"), found.name("point")) {
            (Some(label), _) => (label, "khoản"),
            (_, Some(label)) if is_letter_label(label.as_str()) => (label, "điểm"),
            _ => continue,
        };
        if cx.is_quoted(label.start()) {
            continue;
        }
        // "tại 2 Điều này" where two articles were named: "tại Điều 5 và Điều 7 …; cả 2 Điều này".
        if label.as_str() == "2" && text[..label.start()].ends_with("cả ") {
            continue;
        }
        let span = Span::new(label.start(), label.end());
        let edit = Edit::new(Span::new(span.start, span.start), format!("{word} "));
        let fix = cx.fix("incomplete-provision.fix", &[("word", word)], false, vec![edit]);
        let values = [("word", word), ("label", label.as_str())];
        out.push(cx.variant(Code::IncompleteProvision, "word", span, &values).with_fix(fix));
    }
}

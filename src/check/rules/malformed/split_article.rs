//! White space inside the number of an article.

use crate::check::checker::Checker;
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "tại Điều 4 3 Luật Quản lý thuế": two numbers stand between the word and the act, and nothing between them. In lists of them a comma
/// or a word does.
pub fn split_article(cx: &Checker<'_>, out: &mut Findings) {
    static SPLIT: LazyLock<Regex> = LazyLock::new(|| {
        let acts = "(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Thông tư|Quyết định|Nghị quyết)";
        Regex::new(&format!(r"Điều (?<number>[1-9]\d? \d{{1,2}}) (?:của )?{acts} "))
            .expect("the pattern is well formed")
    });
    let text = cx.text();
    if !text.contains("Điều ") {
        return;
    }
    for found in SPLIT.captures_iter(text) {
        let Some(number) = found.name("number").filter(|number| !cx.is_quoted(number.start())) else { continue };
        let (span, joined) = (Span::new(number.start(), number.end()), number.as_str().replace(' ', ""));
        let blank = number.as_str().find(' ').map_or(span.start, |at| span.start + at);
        let edit = Edit::new(Span::new(blank, blank + 1), "");
        let finding = cx.variant(Code::SpaceInNumber, "article", span, &[("number", &joined)]);
        let fix = cx.fix("write", &[("text", &format!("Điều {joined}"))], false, vec![edit]);
        out.push(finding.with_fix(fix));
    }
}

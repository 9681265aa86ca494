//! Abbreviations that the draft explains nowhere.

use crate::check::Code;
use crate::check::Edit;
use crate::check::draft_checker::DraftChecker;
use crate::check::finding::Findings;
use crate::law::agencies;
use rustc_hash::FxHashSet;

/// An abbreviation of capitals that is used and neither explained nor defined as a short name; reported at its first use. For the
/// code of a ministry its name is offered.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
pub fn undefined_abbreviation(cx: &DraftChecker<'_>, out: &mut Findings) {
    let all = || cx.facts().filter_map(|(base, facts)| Some((base, facts.abbreviations.as_deref()?)));
    if all().next().is_none() {
        return;
    }
    let mut known: FxHashSet<&str> = all().flat_map(|(_, found)| &found.explained).map(|word| &**word).collect();
    let terms = cx.facts().flat_map(|(_, facts)| &facts.definitions).map(|definition| &*definition.term);
    known.extend(terms);
    for (base, found) in all() {
        for (span, word) in &found.used {
            // "Luật PPP", "Ban QLDA": a part of a short name that is defined.
            if known.iter().any(|term| term.split(' ').any(|part| part == &**word)) || !known.insert(word) {
                continue;
            }
            let span = span.shifted(base);
            let names = agencies().by_code(word);
            let name = names.iter().map(|id| &id.row().name).find(|name| name.starts_with("Bộ "));
            out.push(match name {
                Some(name) => {
                    let values = [("word", &**word), ("name", name)];
                    let finding = cx.variant(Code::UndefinedAbbreviation, "agency", span, &values);
                    finding.with_fix(cx.fix("write", &[("text", name)], false, vec![Edit::new(span, name.clone())]))
                }
                None => cx.finding(Code::UndefinedAbbreviation, span, &[("word", word)]),
            });
        }
    }
}

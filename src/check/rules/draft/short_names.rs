//! Short names that the draft defines: "(sau đây gọi tắt là Đề án 06)".

use crate::check::draft_checker::DraftChecker;
use crate::check::facts::short_names::Definition;
use crate::check::finding::Findings;
use crate::check::uses::is_distinctive;
use crate::check::{Code, Edit, Related};
use crate::law::types;
use crate::text::{Span, fold};
use rustc_hash::{FxHashMap, FxHashSet};

/// The definitions of the draft, with the offsets of their blocks.
fn definitions<'d>(cx: &DraftChecker<'d>) -> impl Iterator<Item = (usize, &'d Definition)> {
    cx.facts().flat_map(|(base, facts)| facts.definitions.iter().map(move |definition| (base, definition)))
}

/// "(sau đây gọi là Quy chế)" for two different instruments.
pub fn short_name_redefined(cx: &DraftChecker<'_>, out: &mut Findings) {
    twice_in_a_paragraph(cx, out);
    let mut known: FxHashMap<String, (&str, Span)> = FxHashMap::default();
    for (base, Definition { term, span, of, .. }) in definitions(cx) {
        let Some(meant) = of.as_deref() else { continue };
        // "Thông tư số … gửi cơ quan thú y (sau đây gọi là Cơ quan kiểm dịch)" names an agency.
        if !types().iter().any(|t| term.starts_with(&t.name)) && term.contains(' ') {
            continue;
        }
        let span = span.shifted(base);
        match known.get(&fold::words(term)) {
            Some((earlier, first)) if *earlier != meant => {
                let values = [("term", &**term), ("first", *earlier), ("second", meant)];
                let mut finding = cx.finding(Code::ShortNameRedefined, span, &values);
                let message = cx.messages.text("short-name-redefined.related", &[]);
                finding.related.push(Related { span: *first, message });
                out.push(finding);
            }
            Some(_) => {}
            None => {
                known.insert(fold::words(term), (meant, span));
            }
        }
    }
}

/// A short name that a paragraph gives to two parties: "Công ty A (sau đây gọi là Bên A) và Công ty B (sau đây gọi là Bên A)". Those of
/// instruments are told above.
fn twice_in_a_paragraph(cx: &DraftChecker<'_>, out: &mut Findings) {
    let mut first: FxHashMap<(usize, String), Span> = FxHashMap::default();
    for (base, Definition { term, span, of, bracket, .. }) in definitions(cx) {
        if bracket.is_none() {
            continue;
        }
        let place = span.shifted(base);
        let Some(&earlier) = first.get(&(base, fold::words(term))) else {
            first.insert((base, fold::words(term)), place);
            continue;
        };
        if of.is_some() {
            continue;
        }
        let mut finding = cx.variant(Code::ShortNameRedefined, "twice", place, &[("term", &**term)]);
        let message = cx.messages.text("short-name-redefined.related", &[]);
        finding.related.push(Related { span: earlier, message });
        out.push(finding);
    }
}

/// A short name used above its definition. Only distinctive names: with digits or an abbreviation ("Đề án 06", "Luật
/// PPP"), but not full numbers of instruments.
pub fn short_name_before_definition(cx: &DraftChecker<'_>, out: &mut Findings) {
    let mut judged: FxHashSet<&str> = FxHashSet::default();
    for (base, Definition { term, span, .. }) in definitions(cx) {
        if !is_distinctive(term) || !judged.insert(term) {
            continue;
        }
        let span = span.shifted(base);
        if let Some(place) = cx.use_before(term, span.start) {
            let mut finding = cx.finding(Code::ShortNameBeforeDefinition, place, &[("term", &**term)]);
            let message = cx.messages.text("short-name-before-definition.related", &[]);
            finding.related.push(Related { span, message });
            out.push(finding);
        }
    }
}

/// A short name that the draft never uses again. An instrument that is cited in short by its number is used too.
pub fn unused_short_name(cx: &DraftChecker<'_>, out: &mut Findings) {
    let mut defined: FxHashMap<&str, usize> = FxHashMap::default();
    for (_, definition) in definitions(cx) {
        *defined.entry(&definition.term).or_default() += 1;
    }
    for (base, definition) in definitions(cx) {
        let Definition { term, span, number, cited_again, bracket, .. } = definition;
        let by_number = || {
            let cited = |key: &u64| cx.facts().any(|(of, facts)| of > base && facts.cited.contains(key));
            *cited_again || number.as_ref().is_some_and(cited)
        };
        // "gọi tắt là: …" introduces a list or an explanation. The cheap tests come first.
        if !term.starts_with(char::is_alphanumeric) || defined[&**term] > 1 || cx.is_used(term) || by_number() {
            continue;
        }
        let mut finding = cx.finding(Code::UnusedShortName, span.shifted(base), &[("term", &**term)]);
        if let Some(bracket) = bracket {
            let edit = Edit::new(bracket.shifted(base), "");
            finding = finding.with_fix(cx.fix("unused-short-name.fix", &[], false, vec![edit]));
        }
        out.push(finding);
    }
}

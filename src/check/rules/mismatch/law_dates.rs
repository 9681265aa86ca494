//! The days of laws that are cited by name, compared with the catalogue.

use super::names::{KNOWN_FROM, KNOWN_UNTIL, amending, is_expired, is_of_amending_title};
use crate::catalogue::{Fact, Instrument, MemoKey};
use crate::check::checker::Checker;
use crate::check::evidence::edits::usual_name;
use crate::check::evidence::title::{is_formula, title_words};
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Severity};
use crate::i18n::long_date;
use std::sync::Arc;

/// The day next to the name of a law without number, compared with the acts of the name: "Căn cứ Luật Giáo dục ngày 14 tháng 6
/// năm 2020". Not reported where no act of the name is near: its title may have been cut.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
pub fn law_date_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    amending_date_mismatch(cx, out);
    for name in cx.names.iter().filter(|n| n.node.known && n.node.number.is_none() && n.is_own_prose()) {
        let Some(date) = &name.node.attributes.date else { continue };
        let Some(said) = date.date().filter(|said| said.year() >= i32::from(KNOWN_FROM)) else { continue };
        if is_of_amending_title(name) || name.node.canonical.contains(" sửa đổi, bổ sung ") {
            continue;
        }
        let named = cx.catalogue.by_name(&name.node.canonical);
        if named.iter().any(|i| i.issued == Some(said)) {
            continue;
        }
        let mut acts = named.clone();
        acts.retain(|i| i.kind.is_law() && i.issued.is_some() && i.is_confirmed(Fact::Issued));
        let amends = cx.catalogue.by_name(&amending(&name.node.canonical));
        if acts.iter().chain(&amends).any(|i| i.issued == Some(said)) {
            continue;
        }
        // One slip: another day or month, or another year.
        let is_near = |issued: time::Date| {
            let same = [issued.day() == said.day(), issued.month() == said.month(), issued.year() == said.year()];
            same.into_iter().filter(|same| *same).count() == 2
        };
        // Of a law whose day no source confirms it isn't known what is wrong, unless it has ended.
        let said_year = u16::try_from(said.year()).ok();
        let may_be_it = |i: &Arc<Instrument>| {
            i.year == said_year && !i.is_confirmed(Fact::Issued) && !(is_expired(i, cx.day) && i.issued.is_some())
        };
        if cx.catalogue.by_name(&name.node.canonical).iter().any(may_be_it) {
            continue;
        }
        // Of the only act of the name in a year the day is known, whatever is written.
        let is_only = named.iter().filter(|i| i.year == said_year).count() == 1 && amends.is_empty();
        let only = acts.iter().find(|i| is_only && i.year == said_year);
        let near = acts.iter().find_map(|i| Some((i, i.issued.filter(|d| is_near(*d))?)));
        let Some((act, issued)) = near.or_else(|| only.and_then(|i| Some((i, i.issued?)))) else { continue };
        let (law, known, seen) = (usual_name(act), cx.messages.date(issued), cx.messages.date(said));
        let span = name.place.in_document(date.span);
        let values = [("number", law.as_str()), ("known", &known), ("seen", &seen)];
        let text = long_date(issued);
        let text =
            if span.of(name.block).starts_with("ngày") { text.as_str() } else { text.trim_start_matches("ngày ") };
        let fix = cx.fix("write", &[("text", text)], false, vec![Edit::new(span, text)]);
        let finding = cx.finding(Code::DateMismatch, span, &values).cap_severity(Severity::Warning);
        out.push(finding.with_instrument(law).with_fix(fix));
    }
}

/// The day of an amending law that is cited by its whole name: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và
/// Luật Tổ chức chính quyền địa phương ngày 25 tháng 11 năm 2019". Several laws may have such a name: told where one is a slip
/// away, and none is of the day.
fn amending_date_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    const LOOKED_AT: usize = 12;
    for name in cx.names.iter().filter(|n| n.is_own_prose() && n.node.number.is_none()) {
        let canonical = name.node.canonical.as_str();
        let Some(date) = name.node.attributes.date.as_ref().filter(|_| canonical.starts_with("Luật sửa đổi, bổ sung "))
        else {
            continue;
        };
        let said =
            date.date().filter(|said| (KNOWN_FROM..=KNOWN_UNTIL).contains(&u16::try_from(said.year()).unwrap_or(0)));
        let Some(said) = said else { continue };
        let words = title_words(canonical);
        let acts = cx.catalogue.memo(MemoKey::Name(words.clone()), || {
            let found = cx.catalogue.search(canonical, LOOKED_AT).into_iter().map(|hit| hit.instrument);
            cx.catalogue.by_name(canonical).into_iter().chain(found).collect()
        });
        // The names of amended laws, however the title begins: "Luật sửa đổi, bổ sung một số điều của Luật …", "Sửa đổi, bổ sung …".
        let subject = |words: &[String]| -> Vec<String> {
            words.iter().skip_while(|word| *word == "luat").filter(|word| !is_formula(word)).cloned().collect()
        };
        let right = subject(&words);
        let titled = |act: &&Arc<Instrument>| {
            act.kind.is_law() && subject(&title_words(act.title.as_deref().unwrap_or_default())) == right
        };
        let titled: Vec<&Arc<Instrument>> = acts.iter().filter(titled).collect();
        if titled.iter().any(|act| act.issued.is_none_or(|issued| issued == said)) {
            continue;
        }
        let is_slip = |issued: time::Date| {
            let same = [issued.day() == said.day(), issued.month() == said.month(), issued.year() == said.year()];
            same.into_iter().filter(|same| *same).count() == 2
        };
        let mut near = titled.iter().filter_map(|act| Some((act, act.issued.filter(|day| is_slip(*day))?)));
        let Some((act, issued)) = near.next() else { continue };
        let (law, known, seen) = (usual_name(act), cx.messages.date(issued), cx.messages.date(said));
        let span = name.place.in_document(date.span);
        let values = [("number", law.as_str()), ("known", &known), ("seen", &seen)];
        let text = long_date(issued);
        let text =
            if span.of(name.block).starts_with("ngày") { text.as_str() } else { text.trim_start_matches("ngày ") };
        let fix = cx.fix("write", &[("text", text)], false, vec![Edit::new(span, text)]);
        let finding = cx.finding(Code::DateMismatch, span, &values).cap_severity(Severity::Warning);
        out.push(finding.with_instrument(law).with_fix(fix));
    }
}

//! Type word and issuer compared with the symbol.

use crate::check::checker::{AgencyCitation, Checker, NumberCitation};
use crate::check::evidence::candidates::{
    act_matching_text, by_date_and_title, is_described_by_all, is_plausible_replacement,
};
use crate::check::evidence::sentence::sentence_start;
use crate::check::evidence::symbol::{contradicts_its_type, is_individual, is_of_an_enterprise, reordered, types_of};
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Finding};
use crate::cite::Family;
use crate::law::{Agency, AgencyId, AgencyKind, YearRule, agencies, types};
use crate::text::{Span, fold};

/// The type word before the number compared with the type in the symbol: "Nghị quyết số 30/2020/NĐ-CP".
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
pub fn type_symbol_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    for (i, n) in cx.numbers.iter().enumerate().filter(|(_, n)| contradicts_its_type(n)) {
        let Some(word) = n.node.type_word.as_ref() else { continue };
        if means_another(cx, i) || is_of_an_enterprise(n) || n.before().ends_with(char::is_alphabetic) {
            continue;
        }
        let fitting = types_of(n);
        let number = n.number();
        let known = cx.catalogue.by_number(&number.canonical());
        // Laws and resolutions of the Assembly share their symbol: the act with the day and title in the text decides.
        let described = known.iter().find(|act| is_described_by_all(n, act)).map(|act| act.kind.as_str());
        let kind = described.filter(|_| number.family == Family::Assembly).unwrap_or(fitting[0]);
        let code = number.type_code.clone().unwrap_or_else(|| number.symbol());
        let span = n.place.in_document(word.span);
        let values = [("word", word.name), ("code", code.as_str()), ("kind", kind)];
        let finding = cx.finding(Code::TypeSymbolMismatch, span, &values).with_instrument(number.canonical());
        // "Thông tư số 29/2014/NĐ-CP … của Bộ trưởng Bộ Tài chính": type and issuer say which symbol is meant.
        if let Some(text) = whole_symbol(n) {
            let edit = Edit::between(n.span(), n.text(), &text);
            out.push(finding.with_fix(cx.fix("write", &[("text", &text)], false, vec![edit])));
            continue;
        }
        // Offer to change the type word, unless this type never has such a number or the date belongs to another act.
        let text = if word.abbreviated { code.clone() } else { kind.to_owned() };
        let never = types().by_name(fitting[0]).is_some_and(|t| t.year == YearRule::Never);
        // "Tờ trình số 45/TT-SXD": a circular has a year, so the symbol is that of a proposal, cut short.
        let is_cut = word.name == "Tờ trình" && number.year.is_none();
        if is_cut && n.year().is_some_and(|year| year < 2011) {
            continue;
        }
        let impossible = is_individual(number) || (never && number.year.is_some()) || is_cut;
        // "Pháp lệnh Thủ tục bắt giữ tàu biển số 05/2008/NQ-UBTVQH12": the name is that of an ordinance.
        let mut beside = cx.names.iter().filter(|name| cx.number_beside(name) == Some(i));
        let is_named = beside.any(|name| name.node.canonical.starts_with(word.name));
        let is_word = !impossible
            && !is_named
            && (known.is_empty() || known.iter().any(|act| is_plausible_replacement(cx, n, act)));
        let by_word = is_word.then(|| cx.fix("write", &[("text", &text)], false, vec![Edit::new(span, text.clone())]));
        // Offer to change the symbol only where the new number is known, or the written one cannot exist. The rest of
        // the citation decides which.
        let mut by_symbol = None;
        let mut symbol_first = false;
        let codes = types().by_name(word.name).map(|t| t.codes.as_slice()).unwrap_or_default();
        if let (Some(new), Some(_)) = (codes.first(), &number.type_code) {
            let other = crate::cite::Number { type_code: Some(new.clone()), ..number.clone() };
            let text = other.canonical();
            let known = cx.catalogue.by_number(&text);
            if known.iter().any(|act| is_plausible_replacement(cx, n, act)) || (impossible && known.is_empty()) {
                let edit = Edit::between(n.span(), n.text(), &text);
                by_symbol = Some(cx.fix("write", &[("text", &text)], false, vec![edit]));
                symbol_first = act_matching_text(cx, i, &other).is_some();
            }
        }
        // "Thông tư liên tịch số 01/2014/TT-BNV-BXD": two issuers make a joint act.
        if word.name == "Thông tư liên tịch" && number.issuers.len() > 1 {
            let other = crate::cite::Number { type_code: codes.first().cloned(), ..number.clone() };
            let text = other.canonical();
            let edit = Edit::between(n.span(), n.text(), &text);
            by_symbol = Some(cx.fix("write", &[("text", &text)], false, vec![edit]));
            symbol_first = true;
        }
        let (first, second) = if symbol_first { (by_symbol, by_word) } else { (by_word, by_symbol) };
        out.push([first, second].into_iter().flatten().fold(finding, Finding::with_fix));
    }
}

/// The number with the symbol that type word and issuer say, where neither is that of the symbol.
fn whole_symbol(n: &NumberCitation<'_>) -> Option<String> {
    let (number, word) = (n.number(), n.node.type_word.as_ref()?);
    let issuer = n.node.attributes.issuer.as_ref()?.agency?.row();
    let is_other = number.family == Family::State && number.issuers.iter().all(|code| !issuer.codes.contains(code));
    let code = types().by_name(word.name)?.codes.first()?;
    let other = crate::cite::Number {
        type_code: Some(code.clone()),
        issuers: vec![issuer.codes.first()?.clone()],
        ..number.clone()
    };
    (is_other && (issuer.kind.is_ministry() || issuer.kind.is_central())).then(|| other.canonical())
}

/// The issuer named after a number compared with the issuer in the symbol: "28/2018/QĐ-TTg của Chính phủ". A minister
/// and his ministry are one, and so are an agency and its successors.
///
/// Source: Luật 64/2025/QH15 Điều 4.
pub fn issuer_symbol_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    for (i, n) in cx.numbers.iter().enumerate() {
        let (Some(issuer), false) = (&n.node.attributes.issuer, n.is_old()) else { continue };
        let number = n.number();
        let [code] = number.issuers.as_slice() else { continue };
        let judged = matches!(number.family, Family::State | Family::Assembly | Family::StandingCommittee);
        if number.family == Family::Party && code == "TW" {
            of_the_centre(cx, i, out);
            continue;
        }
        if !judged || n.node.shortened {
            continue;
        }
        // Most issuers are right, and what follows asks the catalogue.
        let code = code.trim_end_matches(|c: char| c.is_ascii_digit());
        let Some(expected) = expected_issuer(cx, n, code, (&issuer.name, issuer.agency)) else { continue };
        if is_of_another(cx, i, issuer.span) || means_another(cx, i) {
            continue;
        }
        // Type and issuer agree with each other and not with the symbol: told once, of the type.
        if contradicts_its_type(n) && whole_symbol(n).is_some() {
            continue;
        }
        // The head of one ministry is replaced by that of the other.
        let is_minister = issuer.span.of(n.block).starts_with("Bộ trưởng ") && expected.starts_with("Bộ ");
        let expected = if is_minister { format!("Bộ trưởng {expected}") } else { expected };
        let span = n.place.in_document(issuer.span);
        let symbol = number.symbol();
        let values = [("symbol", symbol.as_str()), ("expected", &expected), ("seen", &issuer.name)];
        let finding = cx.finding(Code::IssuerSymbolMismatch, span, &values).with_instrument(number.canonical());
        let by_name = (!number.is_local())
            .then(|| cx.fix("write", &[("text", &expected)], false, vec![Edit::new(span, expected.clone())]));
        // Offer to change the symbol where the text describes an act of the named issuer.
        let codes = issuer.agency.map(|id| id.row().codes.as_slice()).unwrap_or_default();
        let by_symbol = codes.iter().find_map(|code| {
            let other = crate::cite::Number { issuers: vec![code.clone()], ..number.clone() };
            let text = act_matching_text(cx, i, &other)?.number.clone()?;
            let edit = Edit::between(n.span(), n.text(), &text);
            Some(cx.fix("write", &[("text", &text)], false, vec![edit]))
        });
        out.push([by_symbol, by_name].into_iter().flatten().fold(finding, Finding::with_fix));
    }
    issuer_before(cx, out);
}

/// A document of the centre of the Party that is given to an agency of the State: "Nghị quyết số 57-NQ/TW của Chính phủ".
fn of_the_centre(cx: &Checker<'_>, index: usize, out: &mut Findings) {
    let n = &cx.numbers[index];
    let Some(issuer) = n.node.attributes.issuer.as_ref() else { return };
    let is_of_state = issuer.agency.is_some_and(|id| {
        let kind = id.row().kind;
        kind.is_central() && kind != AgencyKind::Party
    });
    if !is_of_state || n.node.shortened || is_of_another(cx, index, issuer.span) {
        return;
    }
    let symbol = n.number().symbol();
    let expected = cx.messages.text("issuer-symbol-mismatch.centre", &[]);
    let values = [("symbol", symbol.as_str()), ("expected", &expected), ("seen", &issuer.name)];
    let span = n.place.in_document(issuer.span);
    let finding = cx.finding(Code::IssuerSymbolMismatch, span, &values).with_instrument(n.number().canonical());
    let known = cx.resolution(index).known().and_then(|known| known.issuer.clone());
    out.push(match known.filter(|known| *known != issuer.name) {
        Some(name) => finding.with_fix(cx.fix("write", &[("text", &name)], false, vec![Edit::new(span, name.clone())])),
        None => finding,
    });
}

/// Whether day and title say that another act of the same number is meant, which [`Code::DateMismatch`] reports: one finding.
fn means_another(cx: &Checker<'_>, index: usize) -> bool {
    let n = &cx.numbers[index];
    let year = n.node.attributes.date.as_ref().map(|date| date.year);
    n.number().year == year
        && cx.resolution(index).known().is_some_and(|known| by_date_and_title(cx, n, Some(known)).is_some())
}

/// The issuer that the sentence names before the number: "Chính phủ ban hành Quyết định số 28/2018/QĐ-TTg", "các Quyết định
/// của Chính phủ: số 28/2018/QĐ-TTg; số 30/2018/QĐ-TTg".
fn issuer_before(cx: &Checker<'_>, out: &mut Findings) {
    for (i, n) in cx.numbers.iter().enumerate() {
        let number = n.number();
        let ([code], false) = (number.issuers.as_slice(), n.node.shortened || n.is_old() || n.node.header) else {
            continue;
        };
        let judged = number.family == Family::State && n.node.attributes.issuer.is_none() && n.is_own_prose();
        if !judged || !cx.is_formal() || contradicts_its_type(n) {
            continue;
        }
        let at = n.span().start;
        let Some(agency) = cx.agencies.iter().rev().find(|a| a.span().end <= at) else { continue };
        if sentence_start(n.block, at) > agency.span().start && !is_list_of(cx, agency, i) {
            continue;
        }
        if !issues(agency, n) && !is_list_of(cx, agency, i) {
            continue;
        }
        let named = (agency.node.canonical.as_str(), agency.node.agency);
        let Some(expected) = expected_issuer(cx, n, code, named) else { continue };
        let symbol = number.symbol();
        let values = [("symbol", symbol.as_str()), ("expected", &expected), ("seen", &agency.node.canonical)];
        let finding =
            cx.finding(Code::IssuerSymbolMismatch, agency.span(), &values).with_instrument(number.canonical());
        let edit = Edit::new(agency.span(), expected.clone());
        out.push(finding.with_fix(cx.fix("write", &[("text", &expected)], false, vec![edit])));
    }
}

/// Whether the sentence says that the agency issued the number that follows: "Bộ Y tế đã ban hành Thông tư số …".
fn issues(agency: &AgencyCitation<'_>, n: &NumberCitation<'_>) -> bool {
    let Some(word) = n.node.type_word.as_ref().filter(|word| word.own) else { return false };
    let start = agency.place.mention.span.end;
    let between = n.block.get(start..word.span.start).unwrap_or_default().trim();
    let before = n.block[..agency.place.mention.span.start].trim_end();
    // "Bộ Tài chính trình Chính phủ ban hành", "do Bộ Y tế ban hành" are others' acts or ends of citations.
    let is_subject = !["trình", "do", "của", "và", ",", "với"].iter().any(|joint| before.ends_with(joint));
    is_subject && matches!(between, "ban hành" | "đã ban hành" | "ký ban hành" | "vừa ban hành" | "đã ký ban hành")
}

/// Whether the number belongs to a list after the agency and a colon: "các Quyết định của Chính phủ: số …; số …".
fn is_list_of(cx: &Checker<'_>, agency: &AgencyCitation<'_>, index: usize) -> bool {
    let n = &cx.numbers[index];
    let end = agency.place.mention.span.end;
    let list = n.block.get(end..n.place.mention.span.start).unwrap_or_default();
    let is_first = cx.numbers[..index].last().is_none_or(|earlier| earlier.place.mention.span.end <= end);
    let before = n.block[..agency.place.mention.span.start].trim_end();
    is_first
        && before.ends_with("của")
        && list.trim_start().strip_prefix(':').is_some_and(|rest| matches!(rest.trim(), "" | "số" | "Số"))
}

/// Whether "do …" after a number says who did something else: "mức hỗ trợ theo Nghị định số 1/2020/NĐ-CP do Bộ Tài
/// chính phê duyệt", or who issued the act that the sentence began with: "Công văn số … hướng dẫn Quyết định số … do …
/// ban hành".
fn is_of_another(cx: &Checker<'_>, index: usize, issuer: Span) -> bool {
    let n = &cx.numbers[index];
    if !n.block[..issuer.start].trim_end().ends_with("do") {
        return false;
    }
    let first = index.checked_sub(1).map(|i| &cx.numbers[i]).is_none_or(|earlier| {
        earlier.place.block != n.place.block
            || earlier.place.mention.span.end < sentence_start(n.block, n.place.mention.span.start)
    });
    !first || !n.block[issuer.end..].trim_start().starts_with("ban hành")
}

/// The issuer that the code means, if the one that is named cannot be it.
fn expected_issuer(
    cx: &Checker<'_>,
    n: &NumberCitation<'_>,
    code: &str,
    (said, agency): (&str, Option<AgencyId>),
) -> Option<String> {
    let owners = agencies().by_code(code);
    // The common case first: it is cheap.
    if agency.is_some_and(|a| owners.contains(&a)) {
        return None;
    }
    let council = said.contains("Hội đồng nhân dân");
    let committee = said.contains("Ủy ban nhân dân");
    match code {
        "UBND" => return (council || agency.is_some()).then(|| "Ủy ban nhân dân".to_owned()),
        "HĐND" => return ((committee && !council) || agency.is_some()).then(|| "Hội đồng nhân dân".to_owned()),
        _ => {}
    }
    // Only central agencies: the table has all their codes.
    let is_central = |agency: &Agency| agency.kind.is_central() || agency.kind.is_judicial();
    if owners.is_empty() || !owners.iter().all(|id| is_central(id.row())) {
        return None;
    }
    let names: Vec<&str> = owners.iter().map(|id| id.row().name.as_str()).collect();
    // "… của Thanh tra Chính phủ, Ủy ban nhân dân huyện báo cáo": the subject of the sentence follows the issuer.
    if names.iter().any(|name| said.strip_prefix(name).is_some_and(|rest| rest.starts_with(','))) {
        return None;
    }
    if council || committee {
        return proper_name(n, code);
    }
    let said_agency = agency?.row();
    if !is_central(said_agency) {
        return None;
    }
    // The agency that took over is named in drafts made since, the one that was before for acts of its time: while both were, one
    // isn't the other. "Thông tư số 10/2020/TT-BLĐTBXH của Bộ Nội vụ" in a draft of 2024.
    let year = n.year().map_or(cx.day.year(), i32::from);
    let related = |a: &str, b: &str| {
        let may_be = |agency: &Agency, is_owner: bool| match agency.to {
            Some(to) if is_owner => cx.day > to,
            Some(to) => year >= to.year(),
            None => true,
        };
        agencies().by_name(a).iter().map(|id| id.row()).any(|agency| {
            let is_owner = names.contains(&agency.name.as_str());
            agency.successors.iter().any(|s| fold::words(s) == fold::words(b)) && may_be(agency, is_owner)
        })
    };
    let same = names.iter().any(|name| {
        fold::words(name) == fold::words(&said_agency.name)
            || related(name, &said_agency.name)
            || related(&said_agency.name, name)
    });
    // "Tổng Thanh tra Chính phủ" is the head of the Thanh tra Chính phủ.
    let headed = names.iter().any(|name| code != "CP" && code != "TTg" && said.contains(name));
    let owns = said_agency.codes.iter().any(|c| c == code);
    // Chief justices and procurators stand for their agencies.
    let head_of = owners
        .iter()
        .map(|id| id.row())
        .any(|o| o.kind.is_judicial() && o.parent.as_deref() == Some(said_agency.name.as_str()));
    if same || owns || headed || head_of { None } else { proper_name(n, code) }
}

fn proper_name(n: &NumberCitation<'_>, code: &str) -> Option<String> {
    let date = n
        .node
        .attributes
        .date
        .as_ref()
        .and_then(crate::cite::DateRef::date)
        .or_else(|| n.year().and_then(|y| time::Date::from_calendar_date(i32::from(y), time::Month::June, 1).ok()));
    agencies().of_code(code, date).map(|id| id.row().name.clone())
}

/// The issuers of a joint act in another order than recorded; the first gives the number. Only where the catalogue knows
/// one act of that serial and year with the same issuers.
pub fn joint_issuer_order(cx: &Checker<'_>, out: &mut Findings) {
    for (i, n) in cx.numbers.iter().enumerate() {
        let number = n.number();
        if number.family != Family::Joint || number.issuers.len() < 2 || number.year.is_none() {
            continue;
        }
        if cx.resolution(i).known().is_some() {
            continue;
        }
        let Some(right) = reordered(cx, number) else { continue };
        let edit = Edit::between(n.span(), n.text(), &right);
        let finding =
            cx.finding(Code::JointIssuerOrder, edit.span, &[("expected", &right)]).with_instrument(number.canonical());
        out.push(finding.with_fix(cx.fix("write", &[("text", &right)], false, vec![edit])));
    }
}

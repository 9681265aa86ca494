//! How citations are made: the first in full, later ones short, laws by name or number as the kind of draft wants it.

use crate::check::checker::{Checker, NameCitation, NumberCitation};
use crate::check::draft_checker::DraftChecker;
use crate::check::evidence::citation::{is_judged, is_law};
use crate::check::evidence::edits::title_in_sentence;
use crate::check::evidence::sentence::{is_basis, sentence_end, sentence_start};
use crate::check::finding::{Finding, Findings};
use crate::check::registry::Rule;
use crate::check::words::Word;
use crate::check::{Code, Edit, Severity};
use crate::cite::Family;
use crate::document::Regime;
use crate::i18n::long_date;
use crate::law::{milestones, types};
use crate::text::{Span, fold};
use memchr::memmem::Finder;
use rustc_hash::FxHashMap;

/// The rules of this file.
pub const RULES: &[Rule] = &[
    Rule::number(Code::FirstCitationIncomplete, first_citation_incomplete).yielding_to(&[
        Code::AmbiguousNumber,
        Code::BasisExpired,
        Code::ExpiredInstrument,
    ]),
    Rule::draft(Code::LaterCitationTooLong, later_citation_too_long),
    Rule::name(Code::LawNumberInAdministrative, law_number_in_administrative).yielding_to(&[
        Code::BasisExpired,
        Code::ExpiredInstrument,
        Code::LawNameNumberMismatch,
    ]),
    Rule::name(Code::LawWithoutYearNormative, law_without_year_normative),
    Rule::number(Code::IssuerAbbreviatedFirst, issuer_abbreviated_first),
    Rule::block(Code::VagueRepeal, vague_repeal),
];

/// Date and issuer, where the first citation of an instrument lacks them. Administrative documents want type, number, date,
/// issuer and subject; normative ones from 1 April 2025 the same without the date. A subject that alone is missing is not
/// reported: many acts are cited without theirs, and the card shows it. What the sentence says around the number, or at the
/// end of a list for all its numbers, is said.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b; Nghị định 78/2025/NĐ-CP Điều 68.
fn first_citation_incomplete(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    if is_judged(cx, n) && cx.draft.follows_decree_of_2020() {
        out.once(Code::FirstCitationIncomplete, n.number(), || {
            if is_in_running_text(cx, n) { incomplete(cx, n) } else { None }
        });
    }
}

/// Whether the number is in a sentence of the draft itself. Tables, lists of acts and attached forms give the parts of a
/// citation in other ways; a report or a letter tells of acts that its reader knows.
fn is_in_running_text(cx: &Checker<'_>, n: &NumberCitation<'_>) -> bool {
    let Some(word) = n.node.type_word.as_ref() else { return false };
    let start = n.block[..word.span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = &n.block[start..word.span.start];
    let is_cell = line.trim_matches(|c: char| !c.is_alphabetic()).is_empty() || line.contains('|');
    let kind = cx.draft.header.kind.unwrap_or_default();
    let is_letter = matches!(kind, "Công văn" | "Báo cáo" | "Thông báo" | "Công điện" | "Biên bản" | "Giấy mời");
    // The title of an amending act, and the headings that repeat it.
    let begin = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let is_amending_title = ["Sửa đổi", "Bãi bỏ", "SỬA ĐỔI", "BÃI BỎ"].iter().any(|verb| begin.starts_with(verb))
        && cx.place.before_articles;
    cx.is_in_body(n.span().start) && !is_amending_title && !is_cell && !is_letter && !cx.draft.lists_ended_acts
}

fn incomplete(cx: &Checker<'_>, n: &NumberCitation<'_>) -> Option<Finding> {
    if is_law(n) || n.node.shortened || n.number().family == Family::Consolidated || n.number().family == Family::Letter
    {
        return None;
    }
    // In an attached form or table the number has no other parts.
    let word = n.node.type_word.as_ref().filter(|w| w.own)?;
    let before = &n.block[sentence_start(n.block, word.span.start)..word.span.start];
    let is_in_list = before.trim_end().ends_with("các");
    // "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV", "(được sửa đổi, bổ sung bởi Nghị định số …)", "ban hành
    // kèm theo Nghị định số …": the rest is said before.
    let is_said_before = ["tại", "trong", "theo", "bởi", "bằng", "qua"].iter().any(|w| before.trim_end().ends_with(w))
        && (names_agency_before(cx, n, word.span.start)
            || names_body(before)
            || ["sửa đổi", "thay thế", "kèm"].iter().any(|w| before.contains(w)));
    if is_in_list || is_said_before {
        return None;
    }
    let attributes = &n.node.attributes;
    // An issuer or title may be there although it wasn't recognised.
    let parts = [attributes.date.as_ref().map(|d| d.span), attributes.issuer.as_ref().map(|i| i.span)];
    let end = parts.into_iter().flatten().map(|s| s.end).max().unwrap_or(n.span().end);
    let after = n.block[end.max(n.span().end)..].trim_start();
    if attributes.title.is_none() && ["của ", "do ", "("].iter().any(|w| after.starts_with(w)) {
        return None;
    }
    let is_dated = cx.regime == Regime::Administrative || !cx.is_normative_2025();
    let lacks_date = is_dated && attributes.date.is_none() && attributes.year.is_none() && !before.contains("gày ");
    let lacks_issuer = attributes.issuer.is_none()
        && !n.number().is_local()
        && !names_agency_before(cx, n, word.span.start)
        && !shares_issuer(cx, n);
    let wants = [("date", lacks_date), ("issuer", lacks_issuer)];
    let missing: Vec<String> = wants
        .iter()
        .filter(|(_, lacks)| *lacks)
        .map(|(part, _)| cx.messages.text(&format!("first-citation-incomplete.{part}"), &[]))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let parts = cx.messages.list(&missing);
    let finding = cx
        .finding(Code::FirstCitationIncomplete, n.span(), &[("parts", &parts)])
        .with_instrument(n.number().canonical());
    Some(match complete(cx, n, is_dated) {
        Some(edits) => finding.with_fix(cx.fix("first-citation-incomplete.fix", &[], false, edits)),
        None => finding,
    })
}

/// Whether the sentence names an agency before a byte of the block: "Chính phủ ban hành Nghị định số …", "ý kiến của Bộ Xây dựng
/// tại Công văn số …".
fn names_agency_before(cx: &Checker<'_>, n: &NumberCitation<'_>, at: usize) -> bool {
    // The line: "các Quyết định của Thủ tướng Chính phủ: số A; số B" has semicolons.
    let start = n.block[..at].rfind('\n').map_or(0, |line| line + 1).min(sentence_start(n.block, at));
    // A department of the province is not always read as an agency.
    let named = ["Sở ", "Cục ", "Ban ", "Phòng ", "Thanh tra ", "Văn phòng ", "Công ty ", "Hiệp hội ", "Liên đoàn "];
    cx.agencies.iter().any(|a| (start..at).contains(&a.span().start))
        || named.iter().any(|kind| n.block[start..at].contains(kind))
}

/// Whether the words before a number say whose it is, although the body is in no list: "theo đề nghị của Chủ tịch Liên hiệp
/// Thanh niên tại". "Quy định của Luật Đất đai tại" names an instrument.
fn names_body(before: &str) -> bool {
    let Some((_, body)) = before.trim_end().strip_suffix("tại").and_then(|words| words.rsplit_once(" của ")) else {
        return false;
    };
    let is_instrument = types().iter().any(|t| body.starts_with(t.name.as_str())) || body.starts_with("Hiến pháp");
    body.starts_with(char::is_uppercase) && !is_instrument && body.chars().count() < 120
}

/// Whether a later number of the sentence and its family gives an issuer, as at the end of a list: "Nghị định số A và Nghị định số
/// B của Chính phủ".
fn shares_issuer(cx: &Checker<'_>, n: &NumberCitation<'_>) -> bool {
    let end = sentence_end_of_list(n);
    let mut later = cx.numbers[n.index + 1..].iter().take_while(|other| other.span().start < end);
    // In a title the issuer at the end was not told apart: "Chỉ thị số … về phòng cháy của Thủ tướng Chính phủ".
    let in_line =
        || n.number().issuer().is_some_and(|name| n.block[n.span().end..end].contains(&format!("của {name}")));
    later.any(|other| other.number().issuers == n.number().issuers && other.node.attributes.issuer.is_some())
        || in_line()
}

/// The end of the sentence, or of the line where a list has semicolons.
fn sentence_end_of_list(n: &NumberCitation<'_>) -> usize {
    let from = n.span().end;
    n.block[from..].find('\n').map_or(n.block.len(), |at| from + at)
}

/// The edits that add date, issuer and title from the catalogue, as far as the text lacks them; `None` where one is not
/// known.
fn complete(cx: &Checker<'_>, n: &NumberCitation<'_>, is_dated: bool) -> Option<Vec<Edit>> {
    let known = cx.resolution(n.index).known().filter(|known| known.issued.is_none_or(|issued| issued <= cx.day))?;
    let attributes = &n.node.attributes;
    let mut at = n.span().end;
    let mut edits: Vec<(usize, String)> = Vec::new();
    let mut add = |at: usize, text: String| match edits.last_mut() {
        Some((place, before)) if *place == at => before.push_str(&text),
        _ => edits.push((at, text)),
    };
    match &attributes.date {
        Some(date) => at = date.span.end,
        None if is_dated => add(at, format!(" {}", long_date(known.issued?))),
        None => {}
    }
    match &attributes.issuer {
        Some(issuer) => at = issuer.span.end,
        None => add(at, format!(" của {}", issuer_in_full(known.issuer.as_deref()?, known.kind.as_str()))),
    }
    // The title may be there without having been recognised: "168/2024/NĐ-CP quy định xử phạt …".
    let following = n.block[at..].trim_start();
    let is_title = TITLE_VERBS.iter().any(|verb| following.starts_with(verb));
    if attributes.title.is_none() && !is_title {
        add(at, format!(" {}", title_in_sentence(known)?));
    }
    Some(edits.into_iter().map(|(at, text)| Edit::new(Span::new(at, at), text)).collect())
}

/// How a title goes on in a sentence.
const TITLE_VERBS: [&str; 8] =
    ["quy định", "về ", "hướng dẫn", "sửa đổi", "phê duyệt", "ban hành", "chi tiết", "công bố"];

/// The minister issues a circular, not the ministry.
fn issuer_in_full(issuer: &str, kind: &str) -> String {
    if kind == "Thông tư" && issuer.starts_with("Bộ ") {
        format!("Bộ trưởng {issuer}")
    } else {
        issuer.to_owned()
    }
}

/// A later citation that repeats date, issuer and title word by word. One that says something else, or more, may go on with
/// the sentence after the title, and is left alone.
fn later_citation_too_long(cx: &DraftChecker<'_>, out: &mut Findings) {
    let mut first: FxHashMap<u64, &str> = FxHashMap::default();
    for (base, facts) in cx.facts() {
        for citation in &facts.full {
            let Some(said) = first.get(&citation.number) else {
                first.insert(citation.number, &citation.said);
                continue;
            };
            let Some(tail) = citation.tail.filter(|_| *said == &*citation.said) else { continue };
            let tail = tail.shifted(base);
            let fix = cx.fix("later-citation-too-long.fix", &[], false, vec![Edit::new(tail, "")]);
            let finding = cx.finding(Code::LaterCitationTooLong, tail, &[]);
            out.push(finding.with_instrument(&*citation.canonical).with_fix(fix));
        }
    }
}

/// A law or ordinance with its number in an administrative document.
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6.
fn law_number_in_administrative(cx: &Checker<'_>, name: &NameCitation<'_>, out: &mut Findings) {
    if cx.regime != Regime::Administrative
        || cx.draft.header.date.is_some_and(|d| d < milestones::DECREE_ON_CLERICAL_WORK_2020)
    {
        return;
    }
    if !name.is_own_prose() || !name.node.known {
        return;
    }
    let Some(number) = cx.number_beside(name).map(|beside| &cx.numbers[beside]) else { return };
    if !is_law(number) || number.span().start < name.span().end {
        return;
    }
    if Span::new(name.span().end, number.span().start).of(name.block).trim() != "số" {
        return;
    }
    let place = Span::new(name.span().end, number.span().end);
    let fix = cx.fix("law-number-in-administrative.fix", &[], true, vec![Edit::new(place, "")]);
    let finding = cx.finding(Code::LawNumberInAdministrative, number.span(), &[]);
    out.push(finding.with_instrument(number.number().canonical()).with_fix(fix));
}

/// A law without its year in the running text of a normative draft; reported once a name.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 1 điểm a.
fn law_without_year_normative(cx: &Checker<'_>, name: &NameCitation<'_>, out: &mut Findings) {
    let is_law = ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|kind| name.node.canonical.starts_with(kind));
    let is_plain = name.node.year.is_none() && name.node.number.is_none() && name.node.attributes.date.is_none();
    if !cx.is_normative_2025()
        || !is_law
        || !is_plain
        || !name.node.known
        || name.node.informal
        || !name.is_own_prose()
        || is_basis(name)
        // The bases, and the enacting sentence, which repeats the title.
        || cx.place.before_articles
        || !cx.is_in_body(name.span().start)
        || is_defined_here(name)
        || is_in_amending_title(name)
        || is_link_of_a_page(name)
    {
        return;
    }
    out.once(Code::LawWithoutYearNormative, name.node.canonical.as_str(), || {
        let mut finding = cx.finding(Code::LawWithoutYearNormative, name.span(), &[("name", &name.node.canonical)]);
        if let Some(year) = cx.name_resolution(name.index).known().and_then(|k| k.year) {
            let place = Span::new(name.span().end, name.span().end);
            let text = format!("{} năm {year}", name.node.canonical);
            let fix = cx.fix("write", &[("text", &text)], false, vec![Edit::new(place, format!(" năm {year}"))]);
            finding = finding.with_fix(fix);
        }
        Some(finding.with_instrument(name.node.canonical.clone()))
    });
}

/// "Văn bản pháp luật | Luật Doanh nghiệp | Luật Đất đai": the menu of a web page.
fn is_link_of_a_page(name: &NameCitation<'_>) -> bool {
    let before = name.before().trim_end();
    let line = before.rsplit('\n').next().unwrap_or_default();
    before.ends_with('|') && !line.trim_start().starts_with('|')
}

/// "Luật Đầu tư năm 2020 (sau đây gọi là Luật Đầu tư)".
fn is_defined_here(name: &NameCitation<'_>) -> bool {
    let before = name.before().trim_end_matches([' ', '“', '"', '*', '_']);
    ["gọi là", "gọi tắt là", "gọi chung là", "viết tắt là"].iter().any(|verb| before.ends_with(verb))
}

/// A law in the name of the law that amends it: "Luật số 51/2019/QH14 sửa đổi, bổ sung một số điều của Luật Nhập cảnh …",
/// "Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán …".
fn is_in_amending_title(name: &NameCitation<'_>) -> bool {
    let before = name.before();
    let sentence = &before[sentence_start(before, before.len())..];
    let Some(verb) = sentence.rfind("sửa đổi, bổ sung").or_else(|| sentence.rfind("sửa đổi")) else {
        return false;
    };
    let (before_verb, title) = sentence.split_at(verb);
    let law = before_verb.rfind("uật").map(|at| &before_verb[at..]);
    // "Luật" itself, or its number, right before the verb.
    let names_law = law.is_some_and(|law| law.split_whitespace().count() <= 3 && !law.contains([',', ';']));
    names_law && title.contains("của") && !title.contains([';', '('])
}

/// An issuer in short form at the first citation: "của Bộ NN&MT".
///
/// Source: Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I, Mục II, khoản 6, điểm b.
fn issuer_abbreviated_first(cx: &Checker<'_>, n: &NumberCitation<'_>, out: &mut Findings) {
    if is_judged(cx, n) {
        out.once(Code::IssuerAbbreviatedFirst, n.number(), || abbreviated(cx, n));
    }
}

fn abbreviated(cx: &Checker<'_>, n: &NumberCitation<'_>) -> Option<Finding> {
    let issuer = n.node.attributes.issuer.as_ref()?;
    let written = issuer.span.of(n.block);
    // Capitals in a row are an abbreviation. Everybody knows "UBND" and "HĐND", and titles of reports and tables have them.
    let is_known = |word: &str| matches!(word, "UBND" | "HĐND");
    let is_short = written
        .split([' ', '&', '.'])
        .any(|w| w.chars().count() >= 2 && w.chars().all(char::is_uppercase) && !is_known(w));
    // "Ban Thường vụ Đoàn TNCS Hồ Chí Minh xã Phúc Thịnh": the body of a place, which isn't the one of the whole country.
    let after = n.block[issuer.span.end..].trim_start();
    if ["xã ", "phường ", "huyện ", "tỉnh ", "thành phố ", "Trường ", "trường "].iter().any(|of| after.starts_with(of))
    {
        return None;
    }
    // A title in capitals is not an abbreviation.
    let is_capitals = || fold::words(written) == fold::words(&issuer.name);
    if !is_short || is_capitals() {
        return None;
    }
    let values = [("seen", written), ("expected", issuer.name.as_str())];
    let fix = cx.fix("write", &[("text", &issuer.name)], true, vec![Edit::new(issuer.span, issuer.name.clone())]);
    let finding = cx.finding(Code::IssuerAbbreviatedFirst, issuer.span, &values);
    Some(finding.with_fix(fix).with_instrument(n.number().canonical()))
}

/// A repeal that lists nothing: "Bãi bỏ các quy định trước đây trái với Thông tư này". Allowed in drafts before July
/// 2016.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 67 khoản 3; Luật 64/2025/QH15 Điều 8.
fn vague_repeal(cx: &Checker<'_>, out: &mut Findings) {
    const WORDS: &str = "quy định trước đây";
    static EARLIER: Word = Word::new(|| Finder::new(WORDS));
    if !cx.draft.is_of_state() || cx.day < milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2015 {
        return;
    }
    let text = cx.text();
    for at in EARLIER.places(text) {
        let sentence = text[sentence_start(text, at)..sentence_end(text, at)].to_lowercase();
        let is_repeal = sentence.contains("bãi bỏ") || sentence.contains("hết hiệu lực");
        if !is_repeal || !sentence.contains("trái với") || cx.is_quoted(at) {
            continue;
        }
        let finding = cx.finding(Code::VagueRepeal, Span::new(at, at + WORDS.len()), &[]);
        out.push(if cx.regime == Regime::Normative { finding } else { finding.cap_severity(Severity::Information) });
    }
}

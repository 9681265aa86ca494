//! What the text says of an instrument, compared with its number and with the catalogue.

mod amender;
mod law_dates;
mod misnamed;
mod names;
mod own_number;
mod relation;
pub mod symbol;

use crate::catalogue::{Fact, Instrument, Resolution};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::candidates::{
    act_matching_text, by_date_and_title, by_title, by_title_and_slip, following_title, has_title_of,
    is_plausible_replacement, similar_numbers,
};
use crate::check::evidence::edits::{date_edit, named, title_in_sentence, trailing_digits};
use crate::check::evidence::identity::{has_wrong_term, is_surely, is_taken_in_term};
use crate::check::evidence::sentence::{is_basis, sentence_start};
use crate::check::evidence::symbol::contradicts_its_type;
use crate::check::evidence::title::{cited_title, is_formula, is_one_letter_apart, is_part, title_words};
use crate::check::finding::Findings;
use crate::check::registry::Rule;
use crate::check::{Code, Edit, Finding, Severity};
use crate::cite::{DateRef, Family, Number};
use crate::law::assembly_terms;
use crate::text::{Span, fold, shorten};
use time::{Date, Duration};

/// The rules of this family.
pub const RULES: &[Rule] = &[
    Rule::block(Code::TypeSymbolMismatch, symbol::type_symbol_mismatch),
    Rule::block(Code::IssuerSymbolMismatch, symbol::issuer_symbol_mismatch).yielding_to(&[Code::TypeIssuerIncompetent]),
    Rule::block(Code::JointIssuerOrder, symbol::joint_issuer_order),
    Rule::block(Code::TermYearMismatch, term_year_mismatch),
    Rule::block(Code::YearDateMismatch, year_date_mismatch),
    Rule::block(Code::DateMismatch, dates),
    Rule::block(Code::TitleMismatch, title_mismatch),
    Rule::block(Code::LawNameNumberMismatch, names::law_name_number_mismatch),
    Rule::block(Code::WrongLawYear, names::wrong_law_year),
    Rule::block(Code::RelationMismatch, relation::relation_mismatch),
];

/// The Assembly's term compared with the year: `45/2019/QH13`. A year next to the term is a warning only, since the
/// years of election are taken from general knowledge.
fn term_year_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    for (i, n) in cx.numbers.iter().enumerate().filter(|(_, n)| !n.node.shortened && has_wrong_term(n)) {
        let number = n.number();
        let (Some(term), Some(year)) = (number.term, number.year) else { continue };
        let span = trailing_digits(n);
        let expected = assembly_terms(year);
        let names: Vec<String> = expected.iter().map(|t| format!("QH{t}")).collect();
        let (seen, year_text) = (term.to_string(), year.to_string());
        // "QH151. Phạm vi": the number of the next clause is glued to the term.
        let glued = expected.iter().any(|t| seen.len() == 3 && seen.starts_with(&t.to_string()));
        if glued && n.after().starts_with(['.', ')']) {
            continue;
        }
        let values = [("seen", seen.as_str()), ("year", year_text.as_str()), ("expected", &cx.messages.list(&names))];
        let near = assembly_terms(year + 1).contains(&term) || assembly_terms(year - 1).contains(&term);
        let mut finding = if near {
            cx.variant(Code::TermYearMismatch, "near", span, &values).cap_severity(Severity::Warning)
        } else {
            cx.finding(Code::TermYearMismatch, span, &values)
        };
        let mut fixes: Vec<_> = expected
            .iter()
            .filter_map(|&term| {
                let other = Number { issuers: vec![format!("QH{term}")], term: Some(term), ..number.clone() };
                // Don't suggest a number that exists in another year of the term.
                if cx.catalogue.by_key(&other.key()).is_empty()
                    && is_taken_in_term(cx, n.node.type_word.as_ref().map(|t| t.name), &other)
                {
                    return None;
                }
                let edit = Edit::new(span, term.to_string());
                let fix = cx.fix("write", &[("text", &term.to_string())], false, vec![edit]);
                Some((act_matching_text(cx, i, &other).is_none(), fix))
            })
            .collect();
        // The year may be the error: the year of the date decides, if the act of that year is known.
        let attributes = &n.node.attributes;
        let said = attributes.date.as_ref().map(|date| date.year).or(attributes.year.map(|year| year.year));
        if let Some(said) = said.filter(|&said| said != year && assembly_terms(said).contains(&term)) {
            let other = Number { year: Some(said), ..number.clone() };
            if let Some(text) = act_matching_text(cx, i, &other).and_then(|act| act.number.clone()) {
                let edit = Edit::between(n.span(), n.text(), &text);
                fixes.push((false, cx.fix("write", &[("text", &text)], false, vec![edit])));
            }
        }
        fixes.sort_by_key(|(later, _)| *later);
        finding = fixes.into_iter().map(|(_, fix)| fix).fold(finding, Finding::with_fix);
        out.push(finding.with_instrument(number.canonical()));
    }
}

/// The year of the number compared with the year of the date or of "năm …" after it. The Assembly's resolutions of a
/// session may be signed in the January that follows.
///
/// Source: Luật 64/2025/QH15 Điều 7 khoản 3.
fn year_date_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    for (i, n) in cx.numbers.iter().enumerate() {
        let attributes = &n.node.attributes;
        let (Some(year), false) = (n.number().year, n.node.shortened) else { continue };
        let header = &cx.draft.header;
        if let (true, Some(own), Some(date)) = (n.node.header, header.contradicted_year(), header.date)
            && header.number.as_ref() == Some(n.number())
        {
            let (number, date) = (own.to_string(), date.year().to_string());
            let values = [("number", number.as_str()), ("date", &date)];
            out.push(cx.finding(Code::YearDateMismatch, n.span(), &values).with_instrument(n.number().canonical()));
            continue;
        }
        let (said, place) = match (&attributes.date, attributes.year) {
            (Some(date), _) => (date.year, Span::new(date.span.end - 4, date.span.end)),
            (None, Some(said)) => (said.year, said.span),
            (None, None) => continue,
        };
        let january = attributes.date.as_ref().is_some_and(|d| d.month == 1 && d.year == year + 1);
        let assembly = matches!(n.number().family, Family::Assembly | Family::StandingCommittee);
        if said == year || (january && assembly) || !n.node.slips.is_empty() || is_date_of_amending(cx, i) {
            continue;
        }
        let (y1, y2) = (year.to_string(), said.to_string());
        let span = n.place.in_document(place);
        let mut finding = cx.finding(Code::YearDateMismatch, span, &[("number", &y1), ("date", &y2)]);
        let known = cx.resolution(i).known().filter(|k| k.year == Some(year)).and_then(|k| k.issued);
        let mut fixes = Vec::new();
        match (&attributes.date, known) {
            (Some(date), Some(issued)) => {
                let edit = date_edit(n, date, issued);
                fixes.push(cx.fix("write", &[("text", &edit.text.clone())], false, vec![edit]));
            }
            _ => fixes.push(cx.fix("write", &[("text", &y1)], false, vec![Edit::new(span, y1.clone())])),
        }
        if let Some(at) = n.text().find(&y1) {
            let in_number = Span::new(at, at + y1.len()).shifted(n.span().start);
            let other = crate::cite::Number { year: Some(said), ..n.number().clone() };
            // Suggest only a number that is known, and whose act is of the written day.
            let known = cx.catalogue.by_number(&other.canonical());
            if known.iter().any(|act| is_plausible_replacement(cx, n, act)) {
                let text = other.canonical();
                let fix = cx.fix("write", &[("text", &text)], false, vec![Edit::new(in_number, y2)]);
                // The act with the written day and title is the one that is meant.
                let first = act_matching_text(cx, i, &other).is_some();
                fixes.insert(if first { 0 } else { fixes.len() }, fix);
            }
        }
        finding = fixes.into_iter().fold(finding, Finding::with_fix);
        out.push(finding.with_instrument(n.number().canonical()));
    }
}

/// An unconfirmed date counts as evidence only if at least this many documents cite it.
const WELL_CITED: u32 = 3;

/// How many of the neighbouring numbers in the series (at most eight) contradict a day: higher numbers mostly have
/// later days. A day that is too early contradicts the numbers before, one that is too late those after.
fn misfits(cx: &Checker<'_>, number: &Number, day: Date) -> usize {
    const SLACK: Duration = Duration::days(10);
    const FAR: u32 = 12;
    let next_to = |serial: u32| {
        let other = Number { serial, suffix: String::new(), ..number.clone() };
        cx.catalogue.by_number(&other.canonical()).first().and_then(|i| i.issued)
    };
    let before = (1..=FAR).filter_map(|k| next_to(number.serial.checked_sub(k)?)).take(4).filter(|&d| d > day + SLACK);
    let after = (1..=FAR).filter_map(|k| next_to(number.serial + k)).take(4).filter(|&d| d + SLACK < day);
    before.count() + after.count()
}

/// Whether the day on which an act took effect fits the day that the text gives and not that of the catalogue: an act
/// of a central agency took effect 45 days after it was issued at the earliest, and mostly soon after that.
///
/// Source: Luật 17/2008/QH12 Điều 78; Luật 80/2015/QH13 Điều 151.
fn effect_speaks_for(said: Date, known: &Instrument, issued: Date) -> bool {
    let normative = known.number.is_some() && (2009..=2025).contains(&said.year());
    let Some(effective) = known.effective.filter(|_| normative) else { return false };
    let lag = |day: Date| (effective - day).whole_days();
    (0..45).contains(&lag(issued)) && (45..=60).contains(&lag(said))
}

/// Whether the day is that of the law which is named next to a wrong number: `law-name-number-mismatch` reports that.
fn is_day_of_named_law(cx: &Checker<'_>, index: usize, said: Date) -> bool {
    let mut beside = cx.names.iter().filter(|name| cx.number_beside(name) == Some(index));
    beside.any(|name| cx.catalogue.by_name(&name.node.canonical).iter().any(|law| law.issued == Some(said)))
}

/// Whether the date after the last law of a list is that of the act that amends them: "Luật sửa đổi, bổ sung một số
/// điều của Luật A số 1/2020/QH14 và Luật B số 2/2020/QH14 ngày …".
fn is_date_of_amending(cx: &Checker<'_>, index: usize) -> bool {
    let n = &cx.numbers[index];
    let start = sentence_start(n.block, n.place.mention.span.start);
    let before = &n.block[start..n.place.mention.span.start];
    let Some(verb) = before.rfind("ửa đổi").map(|at| start + at) else { return false };
    let mut listed = cx.numbers[..index]
        .iter()
        .rev()
        .take_while(|e| e.place.block == n.place.block && e.place.mention.span.start > verb)
        .peekable();
    let law = |n: &NumberCitation<'_>| n.number().family == Family::Assembly;
    law(n) && listed.peek().is_some() && listed.all(|e| law(e) && e.node.attributes.date.is_none())
}

/// The dates of citations compared with the catalogue's.
fn dates(cx: &Checker<'_>, out: &mut Findings) {
    date_mismatch(cx, out);
    own_number::own_number_of_annex(cx, out);
    law_dates::law_date_mismatch(cx, out);
}

/// The date after a number compared with the catalogue's. Where the neighbouring numbers or the day of effect show that
/// the catalogue's day is wrong, the finding is reported as information only.
fn date_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    let header = &cx.draft.header;
    for (i, n) in cx.numbers.iter().enumerate() {
        let Some(date) = &n.node.attributes.date else { continue };
        let Some(said) = date.date() else { continue };
        let Some(known) = cx.resolution(i).known() else { continue };
        let Some(issued) = known.issued.filter(|&issued| issued != said) else { continue };
        // Day and title together identify another act: then the number is wrong, not they.
        if !n.node.shortened
            && n.number().year == Some(date.year)
            && let Some(meant) = by_date_and_title(cx, n, Some(known))
        {
            out.extend(wrong_number(cx, n, known, &meant));
            continue;
        }
        // Another year than the number's is reported by another rule.
        if !is_surely(n, known) || n.number().year.is_some_and(|y| y != date.year) || is_date_of_amending(cx, i) {
            continue;
        }
        // The date of the document's own number is not checked.
        if header.number.as_ref() == Some(n.number()) && header.date == Some(said) {
            continue;
        }
        // Then the number is wrong, not the day.
        if contradicts_its_type(n) || is_day_of_named_law(cx, i, said) {
            continue;
        }
        // Boards and organs of the Party number anew each year and term: without the title it may be another document.
        let is_titled_so = n.node.attributes.title.is_some_and(|title| has_title_of(known, title.of(n.block)));
        let is_of_board = n.number().issuers.iter().any(|code| code.starts_with("BCĐ"));
        let is_sure = known.is_confirmed(Fact::Issued) && !is_of_board;
        if n.number().year.is_none() && !is_titled_so && !is_sure {
            continue;
        }
        // One citation elsewhere that differs from this one decides nothing, unless the neighbours contradict this one.
        let is_after_effect = known.effective.is_some_and(|effective| said > effective);
        let is_one_of_two = !known.is_confirmed(Fact::Issued) && known.cited < 2 && !is_after_effect;
        if is_one_of_two && misfits(cx, n.number(), said) <= misfits(cx, n.number(), issued) {
            continue;
        }
        // Dates from a single list are often off by one day.
        let next_day = (said - issued).whole_days().abs() <= 1 && known.cited < 2;
        let doubtful = next_day
            || effect_speaks_for(said, known, issued)
            || misfits(cx, n.number(), issued) > misfits(cx, n.number(), said) + 1;
        out.push(wrong_date(cx, n, date, known, (issued, said), doubtful));
    }
}

/// A number of another act than the one that day and title identify.
fn wrong_number(cx: &Checker<'_>, n: &NumberCitation<'_>, known: &Instrument, meant: &Instrument) -> Option<Finding> {
    let number = meant.number.as_deref()?;
    let canonical = n.number().canonical();
    let date = cx.messages.date(meant.issued?);
    let title = meant.title.as_deref().map(|t| shorten(t, 80)).unwrap_or_default();
    let values = [("number", canonical.as_str()), ("meant", number), ("date", &date), ("title", &title)];
    let finding = cx.variant(Code::DateMismatch, "number", n.span(), &values);
    let sure = [known, meant].iter().all(|i| i.is_confirmed(Fact::Issued) && i.is_confirmed(Fact::Title));
    let finding = if sure { finding } else { finding.cap_severity(Severity::Warning) };
    let edit = Edit::between(n.span(), n.text(), number);
    Some(finding.with_instrument(canonical).with_fix(cx.fix("write", &[("text", number)], false, vec![edit])))
}

fn wrong_date(
    cx: &Checker<'_>,
    n: &NumberCitation<'_>,
    date: &DateRef,
    known: &Instrument,
    (issued, said): (Date, Date),
    doubtful: bool,
) -> Finding {
    let (known_date, seen) = (cx.messages.date(issued), cx.messages.date(said));
    let canonical = n.number().canonical();
    let values = [("number", canonical.as_str()), ("known", &known_date), ("seen", &seen)];
    let span = n.place.in_document(date.span);
    let finding = if known.is_confirmed(Fact::Issued) && !doubtful {
        cx.finding(Code::DateMismatch, span, &values)
    } else {
        // An unconfirmed day comes from citations: neither of two is more likely.
        let is_well_known = known.cited >= WELL_CITED || known.effective.is_some_and(|effective| said > effective);
        let most = if is_well_known && !doubtful { Severity::Warning } else { Severity::Information };
        cx.variant(Code::DateMismatch, "unconfirmed", span, &values).cap_severity(most)
    };
    let edit = date_edit(n, date, issued);
    let fix = cx.fix("write", &[("text", &edit.text.clone())], false, vec![edit]);
    let mut fixes = vec![fix];
    // A similar number that was issued on the day may have been meant. It is suggested first where the title is not
    // that of the cited act, or where day and month both differ (more than one typing error).
    let title_fits = n.node.attributes.title.map(|title| has_title_of(known, title.of(n.block)));
    let two_slips = said.day() != issued.day() && said.month() != issued.month();
    let number_first = !title_fits.unwrap_or(!two_slips);
    let near = similar_numbers(cx, n);
    let near = near.iter().take_while(|i| i.issued == Some(said));
    for (at, number) in near.take(2).filter_map(|i| i.number.clone()).enumerate() {
        let edit = Edit::between(n.span(), n.text(), &number);
        let fix = cx.fix("write", &[("text", &number)], false, vec![edit]);
        fixes.insert(if number_first { at } else { fixes.len() }, fix);
    }
    fixes.into_iter().fold(finding.with_instrument(canonical), Finding::with_fix)
}

/// The title after a number compared with the catalogue's. Only confirmed titles are compared, and only differences of
/// more than letters and connecting words count: a title may be cut short, or the sentence may continue right after it.
fn title_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    for (i, n) in cx.numbers.iter().enumerate() {
        if n.node.attributes.title.is_none() {
            out.extend(slip_by_title(cx, i));
        }
        // In the columns of a list the next cell goes on with the title.
        let Some(title) = n.node.attributes.title.filter(|_| !cx.draft.lists_ended_acts || is_basis(n)) else {
            continue;
        };
        let Resolution::Known(known) = cx.resolution(i) else { continue };
        let Some(right) = known.title.as_deref().filter(|_| is_surely(n, known)) else { continue };
        // The common case, without its first letter, which changes case: no need to fold.
        let begin = right.chars().next().map_or(0, char::len_utf8);
        if title.of(n.block).contains(&right[begin..]) {
            continue;
        }
        let Some(cited) = cited_title(n.block, title) else { continue };
        let (said, known_words) = (title_words(cited), title_words(right));
        let subject = |words: &[String]| -> Vec<String> { words.iter().filter(|w| !is_formula(w)).cloned().collect() };
        let (said_subject, known_subject) = (subject(&said), subject(&known_words));
        // "… một số điều của Luật Đầu tư" where the act is one on the Luật Đầu tư công.
        let is_law = |name: &str| cx.catalogue.by_name(name).iter().any(|act| act.kind.is_law());
        let is_on_other_law = names_law(cited)
            .zip(names_law(right))
            .is_some_and(|(said, law)| said != law && is_law(&said) && is_law(&law));
        if !is_on_other_law && (is_part(&said_subject, &known_subject) || is_part(&known_subject, &said_subject)) {
            continue;
        }
        // All words of the right title are there, among others that explain it: "… cấp tỉnh (cấp tỉnh)".
        if !is_on_other_law && known_words.iter().all(|word| said.contains(word)) {
            continue;
        }
        // The same letters where blanks broke the words.
        let letters = |title: &str| fold::search(title).replace(' ', "");
        if letters(cited).contains(&letters(right)) {
            continue;
        }
        // The titles of amending acts include other numbers and titles, and are shortened in many ways.
        let find_slip = || by_title_and_slip(cx, n);
        if said.first().is_none_or(|w| w == "sua")
            || (known_words.first().is_none_or(|w| w == "sua") && find_slip().is_none())
        {
            continue;
        }
        // One letter apart: the catalogue's title may be the misspelt one.
        if is_one_letter_apart(&said, &known_words) {
            continue;
        }
        let common = said.len().min(known_words.len());
        if common < 3 || said[..common] == known_words[..common] {
            continue;
        }
        // A title with words added or left out is a variant; titles from the Official Gazette contain page headers.
        if (!is_on_other_law && (is_part(&said, &known_words) || is_part(&known_words, &said)))
            || title.of(n.block).contains("CÔNG BÁO")
        {
            continue;
        }
        let shared = said[..common].iter().filter(|w| known_words.contains(w)).count();
        // A line of the basis ends with the title; where the day is the same, the record is of the same act.
        let date = n.node.attributes.date.as_ref().and_then(DateRef::date);
        let same_day = date.is_some() && date == known.issued && known.is_confirmed(Fact::Issued);
        // Also with "về" after the issuer, which begins a title; "quy định" may name one of many things that the act
        // regulates.
        let titled = is_basis(n) || cited.starts_with("về ");
        let whole = same_day && titled && n.node.attributes.issuer.is_some();
        // Nearly all or nearly nothing in common: the title is a variant, or the record belongs to something else, unless it is
        // the title of another act.
        let slip = find_slip();
        let is_slip = slip.is_some();
        let other = slip.or_else(|| by_title(cx, known, cited));
        // "… cơ cấu tổ chức của Bộ Nội vụ" where many texts cite the decree as that of another ministry.
        let is_of_another_body = known.cited >= WELL_CITED
            && names_body(cited).zip(names_body(right)).is_some_and(|(said, body)| said != body);
        // A title that no source confirms is only held against the confirmed one of another act.
        // Where the words are those of another act's title, neither needs a source.
        let says_just = |other: &Instrument| {
            let words = title_words(other.title.as_deref().unwrap_or_default());
            words == said || (said_subject.len() >= 3 && subject(&words) == said_subject)
        };
        if !known.is_confirmed(Fact::Title)
            && !other.as_deref().is_some_and(|other| other.is_confirmed(Fact::Title) || says_just(other))
            && !is_of_another_body
        {
            continue;
        }
        // "Điều 10 Thông tư số … quy định thuế suất 5%" says what the article provides.
        let is_of_article = cx.provisions.iter().any(|p| {
            let end = p.place.mention.span.end;
            let start = n.node.type_word.as_ref().map_or(n.place.mention.span.start, |word| word.span.start);
            end <= start && matches!(n.block[end..start].trim(), "" | "của")
        });
        if other.is_none() && is_of_article {
            continue;
        }
        // "… của Luật Thủ đô" where the act is one on the Luật Lưu trữ.
        let is_on_another_law = is_on_other_law
            || is_of_another_body
            || names_law(cited).zip(names_law(right)).is_some_and(|(said, law)| said != law);
        if other.is_none()
            && !is_on_another_law
            && (shared * 100 > common * 85 || (shared * 100 < common * 40 && !whole))
        {
            continue;
        }
        let values = [("number", named(n)), ("known", right.to_owned())];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let span = n.place.in_document(title);
        let mut finding = cx.finding(Code::TitleMismatch, span, &values).with_instrument(n.number().canonical());
        // Elsewhere the words after the number may say what the sentence takes from the act; they aren't its title.
        if other.is_none() && !is_on_another_law && (!is_basis(n) || n.node.attributes.issuer.is_none()) {
            finding = finding.cap_severity(Severity::Information);
        }
        let by_title =
            title_in_sentence(known).map(|text| cx.fix("title-mismatch.fix", &[], false, vec![Edit::new(span, text)]));
        // Without the day the number is as likely to be wrong as the title.
        let by_number = other.and_then(|other| {
            let edits = vec![Edit::between(n.span(), n.text(), other.number.as_deref()?)];
            Some(cx.fix("write", &[("text", other.number.as_deref()?)], false, edits))
        });
        let fixes = match (same_day, is_slip) {
            (true, _) => [by_title, None],
            (_, true) => [by_number, by_title],
            _ => [by_title, by_number],
        };
        out.push(fixes.into_iter().flatten().fold(finding, Finding::with_fix));
    }
}

/// A number of which another one with the title that follows it is a slip: "Thông tư số 20/2014/TT-BTC hướng dẫn chế độ kế toán doanh
/// nghiệp". Titles that don't follow day or issuer aren't read as such.
fn slip_by_title(cx: &Checker<'_>, index: usize) -> Option<Finding> {
    let n = &cx.numbers[index];
    if n.node.shortened || n.is_old() || n.node.header || !n.is_own_prose() {
        return None;
    }
    let said = following_title(n)?;
    let known = cx.resolution(index).known().filter(|known| is_surely(n, known) && !has_title_of(known, said))?;
    let meant = by_title_and_slip(cx, n).filter(|meant| meant.id != known.id && meant.is_confirmed(Fact::Title))?;
    let (title, number) = (known.title.as_deref()?, meant.number.as_deref()?);
    let right = meant.title.as_deref()?;
    if has_title_of(known, right) || has_title_of(&meant, title) {
        return None;
    }
    let (cited, shown) = (named(n), shorten(title, 80));
    let values = [("number", cited.as_str()), ("known", &shown), ("meant", number)];
    let finding = cx.variant(Code::TitleMismatch, "slip", n.span(), &values).with_instrument(n.number().canonical());
    let edit = Edit::between(n.span(), n.text(), number);
    Some(finding.with_fix(cx.fix("write", &[("text", number)], false, vec![edit])))
}

/// The body in a title of the form "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nội vụ", in small letters.
fn names_body(title: &str) -> Option<String> {
    let (_, body) = title.split_once("cơ cấu tổ chức của ")?;
    let is_ministry = body.starts_with("Bộ ") || body.ends_with(" nhà nước") || body.ends_with(" Chính phủ");
    (is_ministry && !body.contains([',', ';', '('])).then(|| fold::words(body))
}

/// The law in a title of the form "quy định chi tiết một số điều của Luật Lưu trữ", in small letters and to its end.
fn names_law(title: &str) -> Option<String> {
    let at = title.find("của Luật ").or_else(|| title.find("của Bộ luật "))?;
    let name = &title[at + "của ".len()..];
    let whole = !name.contains([',', ';', '(']) && !name.contains(" số ") && !name.contains(" và ");
    whole.then(|| fold::words(name.split(" năm ").next().unwrap_or(name)))
}

//! How an instrument is cited, and the edits that make a citation of one instrument cite another.

use crate::catalogue::Instrument;
use crate::check::Edit;
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::title::cited_title;
use crate::cite::{DateRef, Number};
use crate::i18n::{long_date, short_date};
use crate::text::Span;
use time::Date;

/// A date in the way that another one is written: in words or with slashes, with or without "ngày".
pub fn date_like(written: &str, date: Date) -> String {
    if written.contains("tháng") {
        let long = long_date(date);
        if written.starts_with('N') { long.replacen('n', "N", 1) } else { long }
    } else {
        let short = short_date(date);
        match written.find(|c: char| c.is_ascii_digit()) {
            Some(at) => format!("{}{short}", &written[..at]),
            None => short,
        }
    }
}

/// The edit that writes another date in place of one.
pub fn date_edit(n: &NumberCitation<'_>, date: &DateRef, to: Date) -> Edit {
    Edit::new(n.place.in_document(date.span), date_like(date.span.of(n.block), to))
}

/// The edits that make a citation cite another instrument: number, date, title and, where it differs, the type word.
/// `None` where the other's number or a part that the text gives is not known, or where the title of the act that is
/// cited is directly followed by the sentence and it isn't known where it ends.
pub fn cite_instead(n: &NumberCitation<'_>, now: &Instrument, other: &Instrument) -> Option<Vec<Edit>> {
    let number = other.number.as_deref()?;
    let attributes = &n.node.attributes;
    let mut edits = vec![Edit::between(n.span(), n.text(), number)];
    if let Some(word) = n.node.type_word.as_ref().filter(|w| w.own && other.kind != w.name) {
        if word.abbreviated {
            return None;
        }
        edits.push(Edit::new(n.place.in_document(word.span), other.kind.to_string()));
    }
    if let Some(date) = &attributes.date {
        edits.push(date_edit(n, date, other.issued?));
    }
    if let Some(year) = attributes.year {
        edits.push(Edit::new(n.place.in_document(year.span), other.year?.to_string()));
    }
    let mut end = n.span().end;
    if let Some(issuer) = attributes.issuer.as_ref() {
        let by = other.issuer.as_deref();
        let named = by.filter(|by| Some(*by) != now.issuer.as_deref() && other.kind != now.kind);
        edits.extend(named.map(|by| Edit::new(n.place.in_document(issuer.span), by)));
        end = end.max(issuer.span.end);
    }
    if let Some(title) = attributes.title {
        let title = title_only(n, title, now)?;
        edits.push(Edit::new(n.place.in_document(title), title_in_sentence(other)?));
        end = end.max(title.end);
    }
    end = end.max(attributes.date.as_ref().map_or(0, |date| date.span.end));
    edits.extend(amended_by(n.block, end).map(|of_old| Edit::new(of_old, "")));
    Some(edits)
}

/// What follows a citation about the acts that amended it, up to the end of the clause: " được sửa đổi, bổ sung bởi Luật số
/// 62/2020/QH14". An act that takes its place was not amended by them.
fn amended_by(block: &str, end: usize) -> Option<Span> {
    let after = block.get(end..)?;
    let is_note =
        [" được sửa đổi, bổ sung", " đã được sửa đổi, bổ sung", ", được sửa đổi, bổ sung", " (được sửa đổi, bổ sung"]
            .iter()
            .any(|note| after.starts_with(note));
    let length = after.find([';', '\n']).unwrap_or(after.trim_end_matches('.').len());
    is_note.then(|| Span::new(end, end + after[..length].trim_end().len()))
}

/// The title as far as it is one: "về công tác văn thư" of "về công tác văn thư được giữ nguyên". A span of the block.
fn title_only(n: &NumberCitation<'_>, title: Span, now: &Instrument) -> Option<Span> {
    let text = title.of(n.block);
    let known = title_in_sentence(now).unwrap_or_default();
    let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
    let mut rest = text.char_indices();
    if !known.is_empty() && known.chars().all(|c| rest.next().is_some_and(|(_, t)| same(c, t))) {
        let len = rest.next().map_or(text.len(), |(at, _)| at);
        let whole_word = !text[len..].starts_with(char::is_alphanumeric);
        return whole_word.then(|| Span::new(title.start, title.start + len));
    }
    cited_title(n.block, title).map(|_| title)
}

/// The title as it follows a citation: "về công tác văn thư", "quy định …".
pub fn title_in_sentence(instrument: &Instrument) -> Option<String> {
    let title = instrument.title.as_deref()?.trim();
    let mut letters = title.chars();
    let first = letters.next()?;
    let title = format!("{}{}", first.to_lowercase(), letters.as_str());
    let verb = [
        "về ",
        "quy định",
        "sửa đổi",
        "bổ sung",
        "ban hành",
        "bãi bỏ",
        "hướng dẫn",
        "phê duyệt",
        "công bố",
        "thành lập",
        "chi tiết",
        "tổ chức",
        "điều chỉnh",
        "đính chính",
        "thay thế",
        "kết luận",
    ]
    .iter()
    .any(|v| title.starts_with(v));
    Some(if verb { title } else { format!("về {title}") })
}

/// An instrument by its type and number: "Nghị định số 30/2020/NĐ-CP".
pub fn cited(instrument: &Instrument) -> String {
    match &instrument.number {
        Some(number) => format!("{} số {number}", instrument.kind),
        None => instrument.label(),
    }
}

/// An instrument as lawyers call it, for messages: "Luật Đất đai năm 2013 (số 45/2013/QH13)" where it has a name, else
/// as it is cited.
pub fn usual_name(instrument: &Instrument) -> String {
    let title =
        instrument.title.as_deref().filter(|t| t.starts_with(instrument.kind.as_str()) && !t.contains("sửa đổi"));
    match (&instrument.number, title, instrument.year) {
        (Some(number), Some(title), Some(year)) if title.chars().count() <= LONGEST_NAME => {
            format!("{title} năm {year} (số {number})")
        }
        _ => cited(instrument),
    }
}

/// Longer titles (in characters) are not used in messages.
const LONGEST_NAME: usize = 60;

/// A number with the type that the text or the symbol gives it, for messages.
pub fn named(n: &NumberCitation<'_>) -> String {
    let canonical = n.number().canonical();
    let kind = n.node.type_word.as_ref().map(|w| w.name).or_else(|| n.number().kind().map(|k| k.name.as_str()));
    kind.map_or(canonical.clone(), |kind| format!("{kind} {canonical}"))
}

/// The record of a number that another record names.
pub fn by_target(cx: &Checker<'_>, target: &str) -> Option<std::sync::Arc<Instrument>> {
    if Number::parse(target).is_none() {
        return cx.catalogue.by_name(target).into_iter().next();
    }
    cx.catalogue.by_number(target).into_iter().next()
}

/// The digits at the end of a number's text, as a span of the document: the term in "QH15".
pub fn trailing_digits(n: &NumberCitation<'_>) -> Span {
    let text = n.text();
    let len = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let end = n.span().end;
    Span::new(end - len, end)
}

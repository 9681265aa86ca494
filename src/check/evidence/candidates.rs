//! The acts that may have been meant where a number is wrong.

use crate::catalogue::{Instrument, MemoKey, Validity};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::provisions::lacks_cited_article;
use crate::check::evidence::title::{cited_title, is_formula, may_have_name, title_words};
use crate::cite::{DateRef, Number};
use crate::text::Span;
use std::sync::Arc;

/// How many similar numbers are compared.
const NEAR: usize = 40;
/// How many of them are suggested at most.
const SHOWN: usize = 4;

/// A few acts with a number similar to the cited one: first those that were issued on the cited day, and among them
/// those with the cited title and issuer.
pub fn similar_numbers(cx: &Checker<'_>, n: &NumberCitation<'_>) -> Arc<[Arc<Instrument>]> {
    let day = n.node.attributes.date.as_ref().and_then(DateRef::date);
    let title = n.node.attributes.title.map(|title| title_words(title.of(n.block))).unwrap_or_default();
    let issuer = n.node.attributes.issuer.as_ref().and_then(|issuer| issuer.agency);
    let codes = issuer.map(|id| id.row().codes.as_slice()).unwrap_or_default();
    let is_of_issuer = |i: &Instrument| {
        let number = i.number.as_deref().and_then(Number::parse);
        number.is_some_and(|number| number.issuers.iter().any(|code| codes.contains(code)))
    };
    let key = MemoKey::SimilarNumbers { number: n.number().key(), day, issuer, title: title.clone() };
    cx.catalogue.memo(key, || {
        let mut near: Vec<_> = cx.catalogue.near(n.number(), NEAR).into_iter().map(|hit| hit.instrument).collect();
        near.sort_by_cached_key(|i| {
            (day.is_none() || i.issued != day, !has_title(i, &title, 60), !codes.is_empty() && !is_of_issuer(i))
        });
        near.truncate(SHOWN);
        near
    })
}

/// Whether a known act is the one that the text describes next to its number: by the day, else by the title. True where
/// the text gives neither.
pub fn is_described(n: &NumberCitation<'_>, known: &Instrument) -> bool {
    let attributes = &n.node.attributes;
    match (attributes.date.as_ref().and_then(DateRef::date), attributes.title) {
        (Some(day), _) => known.issued == Some(day),
        (None, Some(title)) => has_title_of(known, title.of(n.block)),
        (None, None) => true,
    }
}

/// Whether an act has both the day and the title that the text gives, as far as it gives them.
pub fn is_described_by_all(n: &NumberCitation<'_>, known: &Instrument) -> bool {
    let attributes = &n.node.attributes;
    let day = attributes.date.as_ref().and_then(DateRef::date);
    day.is_none_or(|day| known.issued == Some(day))
        && attributes.title.is_none_or(|title| has_title_of(known, title.of(n.block)))
}

/// The known act of another number that the text describes, where it does not describe the act of the cited one.
pub fn act_matching_text(cx: &Checker<'_>, index: usize, other: &Number) -> Option<Arc<Instrument>> {
    let n = &cx.numbers[index];
    if cx.resolution(index).known().is_some_and(|known| is_described(n, known)) {
        return None;
    }
    // The title is that of the cited number's act, and not of the other one, though the day is.
    let has_cited_title = |act: &Instrument| n.node.attributes.title.is_some_and(|t| has_title_of(act, t.of(n.block)));
    let is_titled = cx.resolution(index).known().is_some_and(|known| has_cited_title(known));
    let mut others = cx.catalogue.by_number(&other.canonical()).into_iter();
    others.find(|other| is_described(n, other) && (!is_titled || has_cited_title(other)))
}

/// Whether another act may be written in the place of a cited number: nothing in the text around contradicts what is
/// known of the act. It was issued on the written day and has the name next to the number, it is in force on the day of
/// judgement unless the text describes it, it has the cited articles, and no other act has its number.
pub fn is_plausible_replacement(cx: &Checker<'_>, n: &NumberCitation<'_>, other: &Instrument) -> bool {
    let attributes = &n.node.attributes;
    let day = attributes.date.as_ref().and_then(DateRef::date);
    if day.zip(other.issued).is_some_and(|(said, issued)| said != issued) {
        return false;
    }
    let described = day.is_some() || attributes.title.is_some_and(|title| has_title_of(other, title.of(n.block)));
    if !described && matches!(other.validity(cx.day), Validity::Expired { .. }) {
        return false;
    }
    let number = other.number.as_deref().and_then(Number::parse);
    if number.is_some_and(|number| number.year.is_none() && cx.catalogue.by_key(&number.key()).len() > 1)
        && day.is_none()
        && attributes.year.is_none()
    {
        return false;
    }
    let mut beside =
        cx.names.iter().filter(|name| name.place.block == n.place.block && name.node.known && !name.node.informal);
    let misnamed = beside.any(|name| {
        let number = cx.number_beside(name).map(|i| cx.numbers[i].place);
        number.is_some_and(|number| number.is(&n.place)) && !may_have_name(other, &name.node.canonical)
    });
    !misnamed && !lacks_cited_article(cx, &n.place, other)
}

/// Whether a title as cited is that of an act, by most of its words.
pub fn has_title_of(known: &Instrument, said: &str) -> bool {
    has_title(known, &title_words(said), 60)
}

/// Whether the words of a cited title include at least `percent` of those of an act's title.
fn has_title(known: &Instrument, said: &[String], percent: usize) -> bool {
    let right = title_words(known.title.as_deref().unwrap_or_default());
    let shared = right.iter().filter(|word| said.contains(word)).count();
    right.len() >= 3 && shared * 100 >= right.len() * percent
}

/// The only act of the cited type with the cited day and title: "Nghị định số 14/2019/NĐ-CP ngày 19 tháng 02 năm 2019 …
/// về họ, hụi, biêu, phường" means số 19/2019/NĐ-CP. `None` where day or title are not given, identify none, or the act
/// of the cited number has that title too.
pub fn by_date_and_title(
    cx: &Checker<'_>,
    n: &NumberCitation<'_>,
    known: Option<&Instrument>,
) -> Option<Arc<Instrument>> {
    let attributes = &n.node.attributes;
    let day = attributes.date.as_ref().and_then(DateRef::date)?;
    let said = title_words(attributes.title?.of(n.block));
    let kind = n.node.type_word.as_ref().map(|w| w.name).or_else(|| n.number().kind().map(|k| k.name.as_str()))?;
    if known.is_some_and(|known| known.title.is_none() || has_title(known, &said, 60)) {
        return None;
    }
    let found = cx.catalogue.memo(MemoKey::DayAndTitle { kind, day, title: said.clone() }, || {
        let fits = |i: &&Arc<Instrument>| {
            has_title(i, &said, 90) || is_begun_by(&title_words(i.title.as_deref().unwrap_or_default()), &said)
        };
        cx.catalogue.issued_on(kind, day).iter().filter(fits).cloned().collect()
    });
    let [only] = found.as_ref() else { return None };
    (only.number.as_deref() != Some(n.number().canonical().as_str())).then(|| Arc::clone(only))
}

/// Whether the title of an act begins with the words of a long cited one, which the text breaks off or was read to the first comma.
fn is_begun_by(right: &[String], said: &[String]) -> bool {
    const LONG: usize = 8;
    said.len() >= LONG && right.starts_with(said)
}

/// An act of the same type that has the cited title while the act of the cited number has another: "Nghị định số 30/2020/NĐ-CP
/// … quy định chi tiết một số điều của Luật Lưu trữ". The latest one of those issued by the day of the draft.
pub fn by_title(cx: &Checker<'_>, known: &Instrument, title: &str) -> Option<Arc<Instrument>> {
    let fits = |i: &&Arc<Instrument>| i.kind == known.kind && i.id != known.id;
    titled(cx, title).iter().filter(fits).max_by_key(|i| i.issued).cloned()
}

/// The act that has the cited title and the number of which the cited one is a slip: the same but for the issuer ("11/2021/TT-BTC" for
/// 11/2021/TT-BXD), or a similar one of the same series. Only acts of such numbers are compared.
pub fn by_title_and_slip(cx: &Checker<'_>, n: &NumberCitation<'_>) -> Option<Arc<Instrument>> {
    let number = n.number();
    number.year?;
    let title = n.node.attributes.title.map_or_else(|| following_title(n), |title| cited_title(n.block, title))?;
    let said = SaidTitle::of(title)?;
    let key = MemoKey::SlipAndTitle { number: number.key(), title: said.words.clone() };
    let slips = cx.catalogue.memo(key, || {
        let near = cx.catalogue.one_slip_away(number).into_iter();
        let titled = near.filter(|near| near.title.as_deref().is_some_and(|title| said.is_of(title)));
        titled.filter_map(|near| cx.catalogue.by_id(near.id)).collect()
    });
    let mut slips = slips.iter().filter(|slip| slip.issued.is_none_or(|issued| issued <= cx.day));
    let only = slips.next()?;
    slips.all(|other| other.id == only.id).then(|| Arc::clone(only))
}

/// What follows a number without day and issuer and reads like a title, to the end of the sentence: "… số 11/2021/TT-BTC hướng dẫn một số
/// nội dung xác định chi phí."
pub fn following_title<'d>(n: &NumberCitation<'d>) -> Option<&'d str> {
    let block = n.block;
    let start = block.len() - n.after().trim_start().len();
    let rest = &block[start..];
    if !["hướng dẫn ", "quy định ", "về ", "ban hành "].iter().any(|verb| rest.starts_with(verb)) {
        return None;
    }
    let end = rest.find([';', '.', '(', '\n']).unwrap_or(rest.len());
    cited_title(block, Span::new(start, start + end))
}

/// The acts issued by the day of the draft that have a title as cited.
fn titled(cx: &Checker<'_>, title: &str) -> Vec<Arc<Instrument>> {
    const LOOKED_AT: usize = 24;
    const FIRST_WORDS: usize = 14;
    let Some(said) = SaidTitle::of(title) else { return Vec::new() };
    let found = cx.catalogue.memo(MemoKey::Title(said.words.clone()), || {
        let words: Vec<&str> = title.split_whitespace().take(FIRST_WORDS).collect();
        let hits = cx.catalogue.search(&words.join(" "), LOOKED_AT).into_iter().map(|hit| hit.instrument);
        hits.filter(|i| said.is_of(i.title.as_deref().unwrap_or_default())).collect()
    });
    let fits = |i: &&Arc<Instrument>| i.issued.is_none_or(|issued| issued <= cx.day) && i.number.is_some();
    found.iter().filter(fits).cloned().collect()
}

/// A title as a text gives it, to be compared with those of acts.
struct SaidTitle {
    words: Vec<String>,
    /// Those that tell what it is about.
    subject: Vec<String>,
}

impl SaidTitle {
    /// `None` for one that says too little to be that of one act.
    fn of(title: &str) -> Option<Self> {
        let words = title_words(title);
        let subject = subject_words(&words);
        (subject.len() >= SHORTEST || words.len() >= SHORT).then_some(Self { words, subject })
    }

    /// Whether an act's title is the said one, but for one word in ten; or both are about the same and begin with other formulas. A short
    /// one must say just that.
    fn is_of(&self, title: &str) -> bool {
        let right = title_words(title);
        let is_just = !self.subject.is_empty() && subject_words(&right) == self.subject;
        if self.words.len() < SHORT {
            return is_just;
        }
        let shared = |a: &[String], b: &[String]| a.iter().filter(|word| b.contains(word)).count() * 10 >= a.len() * 9;
        (is_just && self.subject.len() >= SHORTEST)
            || (shared(&self.words, &right) && shared(&right, &self.words))
            || is_begun_by(&right, &self.words)
    }
}

/// So many words of a title must tell what it is about, and with so many words in all it is not short.
const SHORTEST: usize = 3;
const SHORT: usize = SHORTEST + 2;

/// The words of a title that tell what it is about.
fn subject_words(title: &[String]) -> Vec<String> {
    title.iter().filter(|word| !is_formula(word)).cloned().collect()
}

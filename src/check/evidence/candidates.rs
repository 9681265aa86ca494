//! The acts that may have been meant where a number is wrong.

use crate::catalogue::{Instrument, MemoKey, Validity};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::provisions::lacks_cited_article;
use crate::check::evidence::title::{may_have_name, title_words};
use crate::cite::{DateRef, Number};
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
    cx.catalogue.by_number(&other.canonical()).into_iter().find(|other| is_described(n, other))
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
        cx.catalogue.issued_on(kind, day).iter().filter(|i| has_title(i, &said, 90)).cloned().collect()
    });
    let [only] = found.as_ref() else { return None };
    (only.number.as_deref() != Some(n.number().canonical().as_str())).then(|| Arc::clone(only))
}

/// An act of the same type that has the cited title while the act of the cited number has another: "Nghị định số 30/2020/NĐ-CP
/// … quy định chi tiết một số điều của Luật Lưu trữ". The latest one of those issued by the day of the draft.
pub fn by_title(cx: &Checker<'_>, known: &Instrument, title: &str) -> Option<Arc<Instrument>> {
    const SHORTEST: usize = 5;
    const LOOKED_AT: usize = 24;
    const FIRST_WORDS: usize = 14;
    let said = title_words(title);
    if said.len() < SHORTEST {
        return None;
    }
    let found = cx.catalogue.memo(MemoKey::Title(said.clone()), || {
        let words: Vec<&str> = title.split_whitespace().take(FIRST_WORDS).collect();
        let hits = cx.catalogue.search(&words.join(" "), LOOKED_AT).into_iter().map(|hit| hit.instrument);
        hits.filter(|i| shares_words(&said, i)).collect()
    });
    let fits = |i: &&Arc<Instrument>| {
        i.kind == known.kind && i.id != known.id && i.issued.is_none_or(|issued| issued <= cx.day) && i.number.is_some()
    };
    found.iter().filter(fits).max_by_key(|i| i.issued).cloned()
}

/// Whether the words of a cited title are those of an act's, but for one in ten.
fn shares_words(said: &[String], act: &Instrument) -> bool {
    let right = title_words(act.title.as_deref().unwrap_or_default());
    let shared = |a: &[String], b: &[String]| a.iter().filter(|word| b.contains(word)).count() * 10 >= a.len() * 9;
    shared(said, &right) && shared(&right, said)
}

//! The act that the words beside a number identify where the number itself is another's.

use super::super::run::{NumberAt, Run};
use super::title_words;
use crate::catalogue::Instrument;
use crate::cite::DateRef;
use std::sync::Arc;

/// How many acts with the words of a title are looked at.
const LOOKED_AT: usize = 12;
/// How many words of a title tell an act.
const TELLING: usize = 12;

/// How many numbers like the cited one are looked at.
const NEAR: usize = 40;
/// How many of them are told at most.
const TOLD: usize = 4;

/// A few acts with a number like the cited one, those that were issued on the cited day first.
pub fn by_likeness(run: &Run<'_>, n: &NumberAt<'_>) -> Arc<[Arc<Instrument>]> {
    let day = n.it.attributes.date.as_ref().and_then(DateRef::date);
    run.catalogue.kept(&format!("like\n{}\n{day:?}", n.number().key()), || {
        let mut near: Vec<_> = run.catalogue.near(n.number(), NEAR).into_iter().map(|hit| hit.instrument).collect();
        near.sort_by_key(|i| day.is_none() || i.issued != day);
        near.truncate(TOLD);
        near
    })
}

/// The only act of the cited type that bears the cited day and title: "Nghị định số 14/2019/NĐ-CP ngày 19 tháng 02 năm 2019
/// … về họ, hụi, biêu, phường" means số 19/2019/NĐ-CP. `None` where day or title are not given, identify none, or the title
/// is that of the act that bears the number as well.
pub fn by_date_and_title(run: &Run<'_>, n: &NumberAt<'_>, known: Option<&Instrument>) -> Option<Arc<Instrument>> {
    let attributes = &n.it.attributes;
    let day = attributes.date.as_ref().and_then(DateRef::date)?;
    let said = title_words(attributes.title?.of(n.block));
    let kind = n.it.type_word.as_ref().map(|w| w.name).or_else(|| n.number().kind().map(|k| k.name.as_str()))?;
    let has_title = |i: &Instrument, percent: usize| {
        let right = title_words(i.title.as_deref().unwrap_or_default());
        let shared = right.iter().filter(|word| said.contains(word)).count();
        right.len() >= 3 && shared * 100 >= right.len() * percent
    };
    if known.is_some_and(|known| known.title.is_none() || has_title(known, 60)) {
        return None;
    }
    let fits = |i: &Instrument| i.issued == Some(day) && i.kind == kind && has_title(i, 90);
    // The title runs on into the sentence; its first words are enough to search by.
    let words = said.iter().take(TELLING).map(String::as_str).collect::<Vec<_>>();
    let found = run.catalogue.kept(&format!("meant\n{kind}\n{day}\n{}", said.join(" ")), || {
        let mut found = Vec::new();
        for length in [words.len(), words.len() / 2] {
            if length < 2 || !found.is_empty() {
                continue;
            }
            let hits = run.catalogue.search(&format!("{kind} {}", words[..length].join(" ")), LOOKED_AT);
            found.extend(hits.into_iter().map(|hit| hit.instrument).filter(|i| fits(i)));
        }
        found
    });
    let [only] = found.as_ref() else { return None };
    (only.number.as_deref() != Some(n.number().canonical().as_str())).then(|| Arc::clone(only))
}

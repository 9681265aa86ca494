//! Provisions before an instrument: `dieu 5 nd 30` → `Điều 5 Nghị định số 30/2020/NĐ-CP`.

use super::score::Standing;
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter, name};
use crate::catalogue::{Instrument, UnitPath, outlines};
use crate::cite::{Level, Path};
use crate::law::{letter_index, roman_value};
use crate::text::{Span, fold};

/// A run of units as typed.
pub struct Run {
    /// Index of its first word.
    pub from: usize,
    /// Its proper writing: "khoản 2 Điều 5".
    pub written: String,
    /// Label of the article, where the run has one.
    article: Option<u32>,
    /// The largest unit: "Điều 5".
    outer: UnitPath,
}

/// The run of units that ends before a word (or of "của" before it), smallest first. `None` where there is none, or
/// where it is correct already: then only the text after it is replaced.
pub fn run_before(cx: &CompletionContext<'_>, until: usize) -> Option<Run> {
    let words = &cx.typed.words;
    let end = if until > 0 && words[until - 1].folded == "cua" { until - 1 } else { until };
    let mut from = end;
    let mut units: Vec<(Level, String)> = Vec::new();
    while let Some((at, level, label)) = unit_before(cx, from) {
        // From right to left units grow smaller.
        if units.last().is_some_and(|(last, _)| *last >= level) {
            break;
        }
        units.push((level, label));
        from = at;
    }
    let outer = Path { steps: vec![units.first()?.clone()] };
    let written =
        units.iter().rev().map(|(level, label)| format!("{} {label}", level.word())).collect::<Vec<_>>().join(" ");
    let typed = cx.document.slice(Span::new(words[from].span.start, words[end - 1].span.end));
    if typed == written {
        return None;
    }
    let article = units.iter().find(|(level, _)| *level == Level::Article).and_then(|(_, l)| leading_number(l));
    Some(Run { from, written, article, outer: UnitPath::from(&outer) })
}

/// One unit in front of a word: its level word and label.
fn unit_before(cx: &CompletionContext<'_>, until: usize) -> Option<(usize, Level, String)> {
    let words = &cx.typed.words;
    let label = words.get(until.checked_sub(1)?)?;
    Level::CITED.into_iter().rev().find_map(|level| {
        let word = fold::search(level.word());
        let len = word.split(' ').count();
        let from = (until - 1).checked_sub(len)?;
        let folded: Vec<&str> = words[from..until - 1].iter().map(|w| w.folded.as_str()).collect();
        if folded.join(" ") != word {
            return None;
        }
        Some((from, level, proper_label(level, &label.text)?))
    })
}

fn proper_label(level: Level, text: &str) -> Option<String> {
    let digits = leading_number(text).is_some() && text.chars().skip_while(char::is_ascii_digit).count() <= 1;
    let numeral = roman_value(text).is_some();
    match level {
        Level::Point | Level::Subpoint => {
            let mut letters = text.chars();
            let letter = letters.next().filter(|&c| letter_index(c).is_some())?;
            (letters.clone().count() <= 1).then(|| letter.to_lowercase().chain(letters).collect())
        }
        Level::Part | Level::Chapter if numeral => Some(text.to_uppercase()),
        Level::Section if numeral && text.chars().all(char::is_uppercase) => Some(text.to_owned()),
        _ => digits.then(|| text.to_owned()),
    }
}

fn leading_number(text: &str) -> Option<u32> {
    super::serial_of(text).parse().ok()
}

impl Run {
    /// The run with an instrument after it. `None` where the instrument is known to have no such article.
    pub fn candidate(
        &self,
        cx: &CompletionContext<'_>,
        instrument: &Instrument,
        span: Span,
        standing: Standing,
    ) -> Option<Candidate> {
        if self.article.zip(instrument.articles).is_some_and(|(article, count)| article > count) {
            return None;
        }
        let typed = cx.typed_in(span);
        let text = format!("{} {}", self.written, name::written(cx, instrument));
        let heading = outlines::units(instrument).iter().find(|p| p.path == self.outer).and_then(|p| p.heading.clone());
        let title = instrument.title.clone().unwrap_or_default();
        let (force, deprecated) = cx.force(instrument);
        let item = Completion {
            filter: filter(&typed, &[&text]),
            label: text.clone(),
            detail: heading.unwrap_or(title),
            description: force,
            kind: CompletionKind::Provision,
            edit: edit(span, text),
            snippet: None,
            deprecated,
            instrument: Some(instrument.id),
        };
        Some(Candidate { item, standing })
    }
}

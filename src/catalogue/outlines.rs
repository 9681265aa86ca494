//! The outlines that come with the program: the articles and chapters of acts with their headings.
//!
//! The build compresses them in blocks; a block is unpacked when an act in it is asked for, and the last few acts are kept.

use super::model::{Instrument, Provision};
use crate::text::fold;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::VecDeque;
use std::ops::Deref;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The blocks one after the other, each a zstd frame of lines of `outlines.jsonl` and `outlines-added.jsonl`.
const BLOCKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outlines.bin"));

/// A line for each act, compressed: its number, the first byte of its block and how long the block is, with tabs between.
const INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outlines.index"));

/// How many acts are kept unpacked.
const KEPT: usize = 16;

/// The units of an instrument that are known.
pub enum Units<'i> {
    /// Those of its record.
    Own(&'i [Provision]),
    /// The outline that comes with the program. It may lack articles that were repealed.
    Outline(Arc<[Provision]>),
}

impl Deref for Units<'_> {
    type Target = [Provision];

    fn deref(&self) -> &[Provision] {
        match self {
            Units::Own(units) => units,
            Units::Outline(units) => units,
        }
    }
}

/// The units of an instrument: those of its record, else the outline that comes with the program.
pub fn units(instrument: &Instrument) -> Units<'_> {
    if instrument.provisions.is_empty()
        && instrument.outlined
        && let Some(number) = &instrument.number
        && let Some(outline) = outline(number)
    {
        return Units::Outline(outline);
    }
    Units::Own(&instrument.provisions)
}

/// Whether acts of any subject have a heading.
pub fn is_stock(heading: &str) -> bool {
    const STOCK: [&str; 18] = [
        "pham vi dieu chinh",
        "doi tuong ap dung",
        "giai thich tu ngu",
        "giai thich thuat ngu",
        "hieu luc",
        "to chuc thuc hien",
        "to chuc thi hanh",
        "trach nhiem thi hanh",
        "trach nhiem to chuc thuc hien",
        "dieu khoan",
        "quy dinh chung",
        "nhung quy dinh chung",
        "quy dinh chuyen tiep",
        "quy dinh thi hanh",
        "quy dinh ve hieu luc",
        "xu ly chuyen tiep",
        "hieu luc va",
        "bai bo",
    ];
    let folded = fold::search(heading);
    STOCK.iter().any(|stock| folded.starts_with(stock))
}

/// The numbers of the acts that have an outline.
pub(super) fn numbers() -> impl Iterator<Item = &'static str> {
    PLACES.keys().map(String::as_str)
}

/// A line of `outlines.jsonl`: labels and headings.
#[derive(Debug, Deserialize)]
struct Line {
    number: String,
    #[serde(default)]
    chapters: Vec<(String, String)>,
    articles: Vec<(String, String)>,
}

/// By number where the block is, first byte and length.
static PLACES: LazyLock<FxHashMap<String, (usize, usize)>> = LazyLock::new(|| {
    let place = |line: &str| {
        let mut parts = line.split('\t');
        let (number, from, length) = (parts.next()?, parts.next()?, parts.next()?);
        Some((number.to_owned(), (from.parse().ok()?, length.parse().ok()?)))
    };
    let index = zstd::decode_all(INDEX).ok().and_then(|index| String::from_utf8(index).ok()).unwrap_or_default();
    index.lines().filter_map(place).collect()
});

/// An act's number and its units.
type Unpacked = (String, Arc<[Provision]>);

fn outline(number: &str) -> Option<Arc<[Provision]>> {
    static LAST: Mutex<VecDeque<Unpacked>> = Mutex::new(VecDeque::new());
    let place = PLACES.get(number)?;
    let kept = |last: &VecDeque<Unpacked>| last.iter().find(|(n, _)| n == number).map(|(_, units)| units.clone());
    let found = kept(&LAST.lock().unwrap_or_else(PoisonError::into_inner));
    if found.is_some() {
        return found;
    }
    let units = unpack(number, *place)?;
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if last.len() == KEPT {
        last.pop_front();
    }
    last.push_back((number.to_owned(), units.clone()));
    Some(units)
}

/// Calls `each` with number, label and heading of every article of the acts whose numbers are wanted. It unpacks their blocks.
pub(super) fn each_article(wanted: impl Fn(&str) -> bool, mut each: impl FnMut(&str, &str, &str)) {
    let mut blocks: Vec<(usize, usize)> =
        PLACES.iter().filter(|(number, _)| wanted(number)).map(|(_, place)| *place).collect();
    blocks.sort_unstable();
    blocks.dedup();
    for place in blocks {
        let text = text_of(place).unwrap_or_default();
        for line in text.lines() {
            let Ok(line) = serde_json::from_str::<Line>(line) else { continue };
            if wanted(&line.number) {
                line.articles.iter().for_each(|(label, heading)| each(&line.number, label, heading));
            }
        }
    }
}

fn text_of((from, length): (usize, usize)) -> Option<String> {
    let block = BLOCKS.get(from..from + length)?;
    String::from_utf8(zstd::decode_all(block).ok()?).ok()
}

fn unpack(number: &str, place: (usize, usize)) -> Option<Arc<[Provision]>> {
    let text = text_of(place)?;
    let begins = format!("{{\"number\":\"{number}\"");
    let line: Line = serde_json::from_str(text.lines().find(|line| line.starts_with(&begins))?).ok()?;
    debug_assert_eq!(line.number, number);
    let unit = |word: &str, (label, heading): (String, String)| Provision {
        path: format!("{word} {label}").into(),
        heading: Some(heading),
        summary: None,
        text: None,
    };
    let chapters = line.chapters.into_iter().map(|c| unit("Chương", c));
    Some(line.articles.into_iter().map(|a| unit("Điều", a)).chain(chapters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::TypeId;

    fn outlined(number: &str, kind: TypeId) -> Instrument {
        Instrument { outlined: true, ..Instrument::of(number, kind, None) }
    }

    #[test]
    fn an_act_has_the_headings_of_its_articles() {
        let decree = outlined("80/2021/NĐ-CP", TypeId::NGHI_DINH);
        let units = units(&decree);
        let first = units.iter().find(|u| u.path.as_str() == "Điều 1").unwrap();
        assert_eq!(first.heading.as_deref(), Some("Phạm vi điều chỉnh"));
    }

    #[test]
    fn headings_that_every_act_has_say_nothing_of_it() {
        let stock = ["Phạm vi điều chỉnh", "Quản lý lao động", "Hiệu lực thi hành"].map(is_stock);
        assert_eq!(stock, [true, false, true]);
    }

    #[test]
    fn units_of_the_record_come_first_and_others_are_not_guessed() {
        let mut decree = outlined("80/2021/NĐ-CP", TypeId::NGHI_DINH);
        decree.provisions =
            vec![Provision { path: "Điều 1".into(), heading: Some("Khác".into()), summary: None, text: None }];
        assert_eq!(units(&decree)[0].heading.as_deref(), Some("Khác"));
        assert!(units(&Instrument::of("80/2021/NĐ-CP", TypeId::NGHI_DINH, None)).is_empty());
    }

    #[test]
    fn every_outline_can_be_unpacked_and_there_are_thousands() {
        assert!(PLACES.len() >= 4_700, "{}", PLACES.len());
        let blocks: rustc_hash::FxHashSet<(usize, usize)> = PLACES.values().copied().collect();
        let mut unpacked: rustc_hash::FxHashSet<String> = rustc_hash::FxHashSet::default();
        for place in blocks {
            for line in text_of(place).unwrap().lines() {
                let line: Line = serde_json::from_str(line).unwrap();
                assert!(!line.articles.is_empty() && PLACES.get(&line.number) == Some(&place), "{}", line.number);
                unpacked.insert(line.number);
            }
        }
        assert_eq!(unpacked.len(), PLACES.len());
        assert!(BLOCKS.len() + INDEX.len() < 1_100_000, "{}", BLOCKS.len() + INDEX.len());
    }
}

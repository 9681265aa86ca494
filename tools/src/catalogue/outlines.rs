//! The outlines of instruments: the headings of their articles and chapters, read in texts that were collected.

use super::Report;
use super::sources::lines;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::Path;
use viendan::catalogue::{Error, Fact, Instrument, normalise};
use viendan::cite::{Family, Number};
use viendan::law::TypeId;
use viendan::text::fold;

/// The file that the outlines are written to.
pub const FILE: &str = "outlines.jsonl";

/// The file of outlines that were read in single texts, apart from the collected lists.
pub const ADDED: &str = "outlines-added.jsonl";

/// The outline of one instrument as it was collected, its articles in any order; those without a heading are `null`.
#[derive(Debug, Deserialize)]
struct Collected {
    number: String,
    #[serde(default)]
    chapters: Vec<String>,
    articles: serde_json::Map<String, Value>,
    /// It has only the articles that other texts quote.
    #[serde(default)]
    partial: bool,
}

/// The outline of one instrument: a line of [`FILE`].
#[derive(Debug, Serialize, Deserialize)]
struct Outline {
    number: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    chapters: Vec<(String, String)>,
    articles: Vec<(String, String)>,
}

/// Reads the outlines of those instruments that are in the catalogue, and not among those whose headings are kept by hand.
/// A line each, the instruments of one issuer beside each other: alike headings compress well.
pub fn read(facts: &Path, made: &[Instrument], by_hand: &Path, report: &mut Report) -> Result<String, Error> {
    let known = by_number(made);
    let path = facts.join("data/metadata-2/outlines_from_shared.jsonl.gz");
    let collected = collected(&path, &known, by_hand, report)?;
    let words = Words::learn(headings(&collected));
    written(collected, &known, &words, report)
}

/// Reads outlines of single texts: those that are whole are added to `former`, lines of [`ADDED`], or take the place of what
/// these have of the instrument.
pub fn add(from: &Path, former: &Path, made: &[Instrument], report: &mut Report) -> Result<String, Error> {
    let known = by_number(made);
    let by_hand = former.with_file_name("headings.jsonl");
    let mut all: FxHashMap<String, (Number, Collected)> = FxHashMap::default();
    if former.exists() {
        lines(former, report, |outline: Outline, _| {
            if let Some(number) = Number::parse(&outline.number) {
                all.insert(number.key(), (number, outline.into()));
            }
        })?;
    }
    let mut added = collected(from, &known, &by_hand, report)?;
    added.retain(|(number, outline)| {
        let counted = one_of(&known[&number.key()], number).filter(|i| i.is_confirmed(Fact::Articles));
        let counted = counted.and_then(|i| i.articles);
        let whole = outline.partial || is_whole(outline, counted);
        if !whole {
            report.drop("outline that isn't whole");
        }
        whole
    });
    let words = Words::learn(headings(&added));
    all.extend(added.into_iter().map(|(number, outline)| (number.key(), (number, outline))));
    let mut all: Vec<(Number, Collected)> = all.into_values().filter(|(n, _)| known.contains_key(&n.key())).collect();
    all.sort_by_cached_key(|(number, _)| number.key());
    written(all, &known, &words, report)
}

fn by_number(made: &[Instrument]) -> FxHashMap<String, Vec<&Instrument>> {
    let mut known: FxHashMap<String, Vec<&Instrument>> = FxHashMap::default();
    for instrument in made {
        if let Some(number) = instrument.number.as_deref().and_then(Number::parse) {
            let same = known.entry(number.key()).or_default();
            // What is kept by hand of an instrument is no second one.
            if !same.iter().any(|i| i.kind == instrument.kind && i.issuer == instrument.issuer) {
                same.push(instrument);
            }
        }
    }
    known
}

/// The outlines of a list, of instruments that are known.
fn collected(
    path: &Path,
    known: &FxHashMap<String, Vec<&Instrument>>,
    by_hand: &Path,
    report: &mut Report,
) -> Result<Vec<(Number, Collected)>, Error> {
    let mut kept: FxHashSet<String> = FxHashSet::default();
    lines(by_hand, report, |heading: Value, _| {
        kept.extend(heading["number"].as_str().and_then(Number::parse).map(|n| n.key()));
    })?;
    let mut collected: Vec<(Number, Collected)> = Vec::new();
    lines(path, report, |outline: Collected, report| match Number::parse(&outline.number) {
        Some(number) if kept.contains(&number.key()) => report.count("outlines kept by hand"),
        Some(number) if !known.contains_key(&number.key()) => report.drop("outline of an unknown instrument"),
        Some(number) => collected.push((number, outline)),
        None => report.drop("no number of an instrument"),
    })?;
    Ok(collected)
}

fn headings(collected: &[(Number, Collected)]) -> impl Iterator<Item = &str> {
    collected.iter().flat_map(|(_, outline)| outline.articles.values().filter_map(Value::as_str))
}

/// The lines of the outlines.
fn written(
    collected: Vec<(Number, Collected)>,
    known: &FxHashMap<String, Vec<&Instrument>>,
    words: &Words,
    report: &mut Report,
) -> Result<String, Error> {
    let mut written: Vec<(String, String)> = Vec::new();
    for (number, outline) in collected {
        let Some(one) = one_of(&known[&number.key()], &number) else { continue };
        let mut articles: Vec<(String, String)> = outline
            .articles
            .iter()
            .filter_map(|(label, heading)| Some((label.clone(), words.mended(heading.as_str()?))))
            .filter(|(_, heading)| !normalise::is_on_persons(one.kind, Some(&number), heading))
            .collect();
        articles.sort_by_cached_key(|(label, _)| (serial(label).unwrap_or(u32::MAX), label.clone()));
        let chapters = outline.chapters.iter().filter_map(|chapter| chapter_of(chapter, words)).collect();
        if articles.is_empty() {
            continue;
        }
        report.count("outlines");
        let sort = format!("{} {} {:05}", one.kind, number.symbol(), number.serial);
        let outline = Outline { number: one.number.clone().unwrap_or_default(), chapters, articles };
        let line = serde_json::to_string(&outline).map_err(|e| Error::io(Path::new(FILE), e.into()))?;
        written.push((sort, line));
    }
    written.sort();
    Ok(written.into_iter().fold(String::new(), |text, (_, line)| text + &line + "\n"))
}

/// The number of an article: 48 of "48b".
fn serial(label: &str) -> Option<u32> {
    label.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()
}

/// Whether the articles of a text follow each other from the first, as many as are known to be there, and most of them have a
/// heading. One that lacks was repealed or is misread.
fn is_whole(outline: &Collected, counted: Option<u32>) -> bool {
    let mut numbers: Vec<u32> = outline.articles.keys().filter_map(|label| serial(label)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let Some(&last) = numbers.last() else { return false };
    let lacking = last as usize - numbers.len();
    let headed = outline.articles.values().filter(|heading| heading.is_string()).count();
    numbers[0] == 1
        && lacking * 20 <= last as usize
        && headed * 3 >= outline.articles.len() * 2
        && counted.is_none_or(|count| count == last)
}

impl From<Outline> for Collected {
    fn from(outline: Outline) -> Self {
        let chapters = outline.chapters.into_iter().map(|(label, heading)| format!("{label}. {heading}")).collect();
        let articles = outline.articles.into_iter().map(|(label, heading)| (label, heading.into())).collect();
        Self { number: outline.number, chapters, articles, partial: false }
    }
}

/// The instrument of a number that a text is of. Which of two instruments of one number has it isn't known; the Assembly's texts
/// are laws.
pub fn one_of<'i>(same: &[&'i Instrument], number: &Number) -> Option<&'i Instrument> {
    match same {
        [one] => Some(one),
        several if number.family == Family::Assembly => {
            several.iter().copied().find(|i| matches!(i.kind, TypeId::LUAT | TypeId::BO_LUAT))
        }
        _ => None,
    }
}

/// "II. NGÂN HÀNG CHÍNH SÁCH": label and heading of a chapter.
fn chapter_of(text: &str, words: &Words) -> Option<(String, String)> {
    let (label, heading) = text.split_once(". ")?;
    let is_label = label.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C') || c.is_ascii_digit());
    let heading = words.mended(&normalise::with_names(heading));
    (is_label && !label.is_empty() && heading.chars().count() > 2).then(|| (label.to_owned(), heading))
}

/// How often each word is in the headings: what a page broke is recognised by it.
#[derive(Debug, Default)]
struct Words(FxHashMap<String, u32>);

impl Words {
    fn learn<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut words = Self::default();
        for text in texts {
            for word in text.split(' ').filter(|w| w.chars().all(char::is_alphabetic)) {
                *words.0.entry(word.to_lowercase()).or_default() += 1;
            }
        }
        words
    }

    fn count(&self, word: &str) -> u32 {
        self.0.get(&word.to_lowercase()).copied().unwrap_or_default()
    }

    /// A heading as it was written: with its broken words joined ("nh à nước", "đ ư ợ c"), without the mark of a footnote
    /// ("tài sản bảo đảm10") and stray spaces.
    fn mended(&self, heading: &str) -> String {
        let tidy = fold::tidy(heading);
        let mut out: Vec<String> = Vec::new();
        let mut rest = tidy.split(' ').collect::<Vec<_>>().into_iter().peekable();
        while let Some(word) = rest.next() {
            let mut word = word.to_owned();
            let mut is_of_pieces = is_piece(&word);
            // A piece without a vowel, or a vowel alone, is no syllable.
            while let Some(next) = rest.peek() {
                let joined = format!("{word}{next}");
                let broken = is_piece(&word) || is_piece(next);
                // "đ ư ợ c" is whole where it is a known word.
                let is_whole = !is_piece(&word) && self.count(&word) >= 5;
                let is_begun = is_of_pieces && !is_whole && is_piece(next);
                if broken && (self.count(&joined) >= 5 || (is_begun && joined.chars().count() < 6)) {
                    is_of_pieces &= is_piece(next);
                    word = joined;
                    rest.next();
                } else {
                    break;
                }
            }
            out.push(word);
        }
        let text = out.join(" ");
        let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let noted = bare.len() < text.len()
            && text.len() - bare.len() <= 2
            && bare.chars().next_back().is_some_and(|c| c.is_lowercase());
        let text = if noted { bare } else { &text };
        text.trim_end_matches([' ', '.', ';', ':', ',']).to_owned()
    }
}

/// Whether a word can be none: consonants alone in small letters, or one vowel.
fn is_piece(word: &str) -> bool {
    let folded = fold::search(word);
    let letters = word.chars().all(char::is_alphabetic);
    let vowels = folded.chars().filter(|c| "aeiouy".contains(*c)).count();
    letters
        && word.chars().all(char::is_lowercase)
        && (vowels == 0 || (word.chars().count() == 1 && word != "y" && word != "ý"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_page_broke_are_joined() {
        let whole = ["Vốn của ngân hàng thương mại", "Quyền được kiểm tra", "Nghĩa vụ kiểm tra được giao"];
        let words = Words::learn(whole.iter().cycle().take(30).copied());
        for (broken, mended) in [
            ("Vốn của ngâ n hà ng thương mại", "Vốn của ngân hàng thương mại"),
            ("Quyền đ ư ợ c k iểm tra", "Quyền được kiểm tra"),
            ("Nghĩa vụ kiểm tra10", "Nghĩa vụ kiểm tra"),
            ("Mức hỗ trợ theo Nghị định 30", "Mức hỗ trợ theo Nghị định 30"),
            ("Báo cáo ý kiến", "Báo cáo ý kiến"),
        ] {
            assert_eq!(words.mended(broken), mended);
        }
    }

    #[test]
    fn a_text_is_whole_where_its_articles_follow_each_other() {
        let of = |labels: &[&str]| Collected {
            number: "12/2026/NĐ-CP".to_owned(),
            chapters: Vec::new(),
            articles: labels.iter().map(|label| ((*label).to_owned(), "Phạm vi điều chỉnh".into())).collect(),
            partial: false,
        };
        assert!(is_whole(&of(&["1", "2", "2a", "3"]), None));
        assert!(!is_whole(&of(&["1", "2", "4"]), None));
        assert!(!is_whole(&of(&["2", "3"]), None));
        assert!(!is_whole(&of(&["1", "2", "3"]), Some(12)), "the text is cut");
        let mut sentences = of(&["1", "2", "3"]);
        sentences.articles.values_mut().skip(1).for_each(|heading| *heading = Value::Null);
        assert!(!is_whole(&sentences, None));
    }

    #[test]
    fn a_chapter_has_a_label_and_a_heading() {
        let words = Words::default();
        let of = |text| chapter_of(text, &words);
        assert_eq!(of("II. NGÂN HÀNG CHÍNH SÁCH"), Some(("II".to_owned(), "Ngân hàng chính sách".to_owned())));
        assert_eq!(of("NHỮNG QUY ĐỊNH CHUNG"), None);
    }
}

//! Facts learnt from citations: "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
//! and from the heads of texts.
//!
//! Every document has one vote on each fact of an instrument, however often it cites it, and copies of one instrument's
//! text are one document. The value with most votes is taken, and the votes are kept beside it with the doubt that they
//! leave. Facts that were learnt so stand below every other source.

use super::instrument::Instrument;
use super::record::{Record, write_date};
use super::store::{loose_identity, same_instrument, same_title};
use super::{Catalogue, clean};
use crate::cite::{DateRef, Family, Number, NumberRef};
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;
use time::Date;

/// What the record of a harvested instrument names as its source.
pub const SOURCE: &str = "trích dẫn trong văn bản khác";

/// What one citation says of the instrument that it cites.
#[derive(Debug, Clone, PartialEq)]
pub struct Sighting {
    number: Number,
    kind: String,
    issued: Option<Date>,
    year: Option<u16>,
    issuer: Option<String>,
    title: Option<String>,
}

impl Sighting {
    /// What a reference by number says; `name` is the act's name that stands beside the number ("Luật Đất đai số …"),
    /// `title` the title as written behind it, `written` the citing document's own date. `None` for numbers that are
    /// completed or misspelt, and where the text leaves open which instrument of that number it means.
    pub fn of(
        reference: &NumberRef,
        name: Option<&str>,
        title: Option<&str>,
        issuer: Option<&str>,
        written: Option<Date>,
    ) -> Option<Self> {
        let number = &reference.number;
        let attributes = &reference.attributes;
        if reference.shortened
            || reference.header
            || !may_be_of_instrument(number)
            || clean::hides_another(&reference.slips)
        {
            return None;
        }
        let word = reference.type_word.as_ref().filter(|t| t.own || !t.abbreviated).map(|t| t.name);
        // Laws and resolutions are numbered apart under one symbol: without a word it is open which is meant.
        let law = name.map(|n| if n.starts_with("Bộ luật") { "Bộ luật" } else { "Luật" });
        if matches!(number.family, Family::Assembly) && word.or(law).is_none() {
            return None;
        }
        let kind = clean::kind(word.or(law), number)?;
        // What was issued after the document, or in another year than its number says, is a slip of the pen.
        let issued = attributes
            .date
            .as_ref()
            .and_then(DateRef::date)
            .filter(|d| written.is_none_or(|w| *d <= w))
            .filter(|d| number.year.is_none_or(|y| i32::from(y) == d.year()));
        let of_date = issued.and_then(|d| u16::try_from(d.year()).ok());
        let year = number.year.or(of_date).or(attributes.year.map(|y| y.year));
        // A number that starts again each year is no instrument without its year.
        year?;
        let said = attributes.issuer.as_ref().map(|i| i.name.as_str());
        let issuer = clean::issuer(said.or(issuer.filter(|_| number.is_local())), number);
        if number.is_local() && issuer.is_none() {
            return None;
        }
        let title = name
            .map(str::to_owned)
            .or_else(|| title.and_then(|t| clean::cited_title(t, number)))
            .filter(|t| !clean::is_cut(t));
        Some(Self { number: number.clone(), kind, issued, year, issuer, title })
    }

    /// What a text says of itself in its head. `None` where it has no number of an instrument.
    pub fn head(text: &Instrument) -> Option<Self> {
        let number = Number::parse(text.number.as_deref()?).filter(may_be_of_instrument)?;
        let kind = clean::kind(Some(&text.kind), &number)?;
        let issued = text.issued.filter(|d| number.year.is_none_or(|y| i32::from(y) == d.year()));
        let issuer = clean::issuer(text.issuer.as_deref(), &number);
        let year = number.year.or(text.year);
        if year.is_none() || number.is_local() && issuer.is_none() {
            return None;
        }
        // "LUẬT CỦA QUỐC HỘI NƯỚC … SỐ 15/2003/QH11 … VỀ THI ĐUA": the heads of old laws are no titles.
        let own = number.canonical().to_lowercase();
        let is_title = |t: &String| !t.to_lowercase().contains(&own) && !fold::words(t).contains("quốc hội nước");
        let title = text.title.as_deref().and_then(|t| clean::title(t, Some(&number))).filter(is_title);
        Some(Self { number, kind, issued, year, issuer, title })
    }

    fn identity(&self) -> String {
        loose_identity(&self.number, &self.kind, self.year, self.issuer.as_deref())
    }
}

/// Whether a number can be that of an instrument: of no letter, and whole.
fn may_be_of_instrument(number: &Number) -> bool {
    number.family != Family::Letter
        && (number.family == Family::Old || !number.issuers.is_empty())
        && !clean::impossible(number)
}

/// The votes on one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Votes {
    /// Documents that give the value that was taken.
    pub given: usize,
    /// Documents that give any.
    pub all: usize,
}

impl Votes {
    /// How likely the next document says otherwise, from 0 to 1, by the rule of succession: one vote alone leaves 0.33,
    /// ten of ten 0.08, half of many 0.5.
    pub fn doubt(self) -> f64 {
        (self.all - self.given + 1) as f64 / (self.all + 2) as f64
    }
}

/// One instrument as the documents know it.
#[derive(Debug, Clone)]
pub struct Learned {
    pub instrument: Instrument,
    /// The votes on its `issued`, `issuer`, `title`, `type`.
    pub votes: BTreeMap<&'static str, Votes>,
}

/// A fact that the catalogue knows otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    pub field: &'static str,
    pub known: String,
    /// Whether a reliable source confirms what is known.
    pub confirmed: bool,
}

/// How a learnt instrument stands to the catalogue.
#[derive(Debug, Clone)]
pub enum Standing {
    New,
    Known { instrument: Arc<Instrument>, contradictions: Vec<Contradiction> },
}

/// Values of one fact with the documents that give them.
#[derive(Debug, Clone)]
struct Ballot<T>(FxHashMap<T, FxHashSet<u32>>);

impl<T> Default for Ballot<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Eq + Hash + Ord + Clone> Ballot<T> {
    fn vote(&mut self, value: Option<T>, voter: u32) {
        if let Some(value) = value {
            self.0.entry(value).or_default().insert(voter);
        }
    }

    fn absorb(&mut self, other: &Self) {
        for (value, voters) in &other.0 {
            self.0.entry(value.clone()).or_default().extend(voters);
        }
    }

    /// The value with most votes, the smallest of several, so that the order of reading does not matter.
    fn result(&self) -> Option<(T, Votes)> {
        let (value, voters) = self.0.iter().min_by_key(|(value, voters)| (std::cmp::Reverse(voters.len()), *value))?;
        let all: FxHashSet<u32> = self.0.values().flatten().copied().collect();
        Some((value.clone(), Votes { given: voters.len(), all: all.len() }))
    }
}

/// The votes on one instrument.
#[derive(Debug, Clone)]
struct Candidate {
    number: Number,
    year: Option<u16>,
    voters: FxHashSet<u32>,
    kind: Ballot<String>,
    issued: Ballot<Date>,
    issuer: Ballot<String>,
    title: Ballot<String>,
}

/// What bears a number: its identity, and for decrees the date, since two of them can bear one number.
type Bearer = (String, Option<Date>);

/// Counts the votes of documents.
#[derive(Debug, Default)]
pub struct Harvest {
    /// By instrument, and for decrees by date: two of them can bear one number.
    candidates: FxHashMap<String, BTreeMap<Option<Date>, Candidate>>,
    voters: FxHashMap<String, u32>,
    documents: usize,
}

impl Harvest {
    /// Takes what one document says. `own` tells copies of one instrument's text: its number where it has one.
    pub fn add(&mut self, own: &str, sightings: Vec<Sighting>) {
        self.documents += 1;
        let next = self.voters.len() as u32;
        let voter = *self.voters.entry(own.to_owned()).or_insert(next);
        // One vote for each fact: what the document says most often, first said first.
        let mut here: Vec<(Bearer, Vec<Sighting>)> = Vec::new();
        let mut places: FxHashMap<Bearer, usize> = FxHashMap::default();
        for sighting in sightings {
            let key = (sighting.identity(), sighting.issued.filter(|_| sighting.kind == "Nghị định"));
            let at = *places.entry(key.clone()).or_insert_with(|| {
                here.push((key, Vec::new()));
                here.len() - 1
            });
            here[at].1.push(sighting);
        }
        for ((key, date), said) in here {
            let of_date = self.candidates.entry(key).or_default();
            let candidate = of_date.entry(date).or_insert_with(|| Candidate {
                number: said[0].number.clone(),
                year: said[0].year,
                voters: FxHashSet::default(),
                kind: Ballot::default(),
                issued: Ballot::default(),
                issuer: Ballot::default(),
                title: Ballot::default(),
            });
            candidate.voters.insert(voter);
            candidate.kind.vote(most(said.iter().map(|s| Some(s.kind.clone()))), voter);
            candidate.issued.vote(most(said.iter().map(|s| s.issued)), voter);
            candidate.issuer.vote(most(said.iter().map(|s| s.issuer.clone())), voter);
            candidate.title.vote(most(said.iter().map(|s| s.title.clone())), voter);
        }
    }

    /// How many documents were read.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// The instruments in the order of their numbers.
    pub fn learned(&self) -> Vec<Learned> {
        let mut out: Vec<(&String, Learned)> =
            self.candidates.iter().flat_map(|(key, c)| put_together(c).into_iter().map(move |l| (key, l))).collect();
        out.sort_by(|a, b| (a.0, a.1.instrument.issued).cmp(&(b.0, b.1.instrument.issued)));
        out.into_iter().map(|(_, learned)| learned).collect()
    }
}

/// The most frequent value, the first of several.
fn most<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for value in values.flatten() {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, n)) => *n += 1,
            None => counts.push((value, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(value, _)| value)
}

/// The instruments of one number from what was said by date: one, unless several documents give another date with another
/// title.
fn put_together(of_date: &BTreeMap<Option<Date>, Candidate>) -> Vec<Learned> {
    let mut by_weight: Vec<(&Option<Date>, &Candidate)> = of_date.iter().collect();
    // What has a date comes first; what has none is added to what it fits.
    by_weight.sort_by_key(|(date, c)| (date.is_none(), std::cmp::Reverse(c.voters.len()), **date));
    let mut apart: Vec<Candidate> = Vec::new();
    for (date, candidate) in by_weight {
        let title = candidate.title_result().map(|(t, _)| t);
        let fits = |other: &Candidate| match (&title, other.title_result()) {
            (Some(a), Some((b, _))) => same_title(a, &b),
            _ => false,
        };
        let own = date.is_some() && candidate.voters.len() >= 2 && title.is_some();
        match apart.iter().position(fits) {
            Some(at) => apart[at].absorb(candidate),
            None if apart.is_empty() || own => apart.push(candidate.clone()),
            None => apart[0].absorb(candidate),
        }
    }
    apart.iter().filter_map(Candidate::settle).collect()
}

impl Candidate {
    fn absorb(&mut self, other: &Self) {
        self.voters.extend(&other.voters);
        self.kind.absorb(&other.kind);
        self.issued.absorb(&other.issued);
        self.issuer.absorb(&other.issuer);
        self.title.absorb(&other.title);
    }

    fn settle(&self) -> Option<Learned> {
        let (kind, kind_votes) = self.kind.result()?;
        let issued = self.issued.result();
        let title = self.title_result();
        let law = matches!(kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh");
        // An amending act is often cited by number alone. That several documents do shows that there is one.
        if issued.is_none() && title.is_none() && self.voters.len() < 2 {
            return None;
        }
        let mut votes = BTreeMap::from([("type", kind_votes)]);
        let mut count = |field: &'static str, of: Option<Votes>| of.map(|v| votes.insert(field, v));
        count("issued", issued.as_ref().map(|(_, v)| *v));
        count("title", title.as_ref().map(|(_, v)| *v));
        let issuer = self.issuer.result();
        count("issuer", issuer.as_ref().map(|(_, v)| *v));
        let title = title.map(|(t, _)| clean::finish_title(&kind, t)).filter(|t| !law || !clean::is_cut(t));
        let instrument = Instrument {
            number: Some(self.number.canonical()),
            issuer: issuer.map(|(i, _)| i),
            issued: issued.map(|(d, _)| d),
            year: self.year,
            title,
            kind,
            source: Some(SOURCE.to_owned()),
            cited: u32::try_from(self.voters.len()).unwrap_or(u32::MAX),
            ..Instrument::default()
        };
        Some(Learned { instrument, votes })
    }

    /// Titles run on or are cut short: one that begins another supports it. Letters and tone style do not count.
    fn title_result(&self) -> Option<(String, Votes)> {
        let mut folded: FxHashMap<String, (BTreeMap<&str, usize>, FxHashSet<u32>)> = FxHashMap::default();
        for (title, voters) in &self.title.0 {
            let entry = folded.entry(fold::search(title)).or_default();
            *entry.0.entry(title).or_default() += voters.len();
            entry.1.extend(voters);
        }
        let all: FxHashSet<u32> = self.title.0.values().flatten().copied().collect();
        let mut best: Option<(usize, usize, std::cmp::Reverse<&str>, usize)> = None;
        for (text, (_, own)) in &folded {
            let supports = |other: &str| {
                let shorter = text.len().min(other.len());
                shorter >= 20 && (other.starts_with(text.as_str()) || text.starts_with(other))
            };
            let compatible: FxHashSet<u32> = folded
                .iter()
                .filter(|(other, _)| *other == text || supports(other))
                .flat_map(|(_, (_, voters))| voters)
                .copied()
                .collect();
            // Exact votes weigh double: a run-on title is supported by the right one, but seldom repeated.
            let rank =
                (own.len() * 2 + compatible.len(), own.len(), std::cmp::Reverse(text.as_str()), compatible.len());
            if best.is_none_or(|b| (b.0, b.1, b.2) < (rank.0, rank.1, rank.2)) {
                best = Some(rank);
            }
        }
        let (_, own, std::cmp::Reverse(text), given) = best?;
        // What more than one document writes out at greater length was cut short by the others.
        let whole = folded
            .iter()
            .filter(|(other, (_, voters))| {
                text.len() >= 20 && other.starts_with(text) && voters.len() >= 2 && voters.len() * 3 >= own
            })
            .map(|(other, _)| other.as_str())
            .max_by_key(|other| (other.len(), *other));
        let (spellings, _) = &folded[whole.unwrap_or(text)];
        let written = spellings.iter().max_by_key(|(title, n)| (**n, std::cmp::Reverse(**title)))?.0;
        Some(((*written).to_owned(), Votes { given, all: all.len() }))
    }
}

impl Learned {
    /// How the instrument stands to what a catalogue knows.
    pub fn standing(&self, catalogue: &Catalogue) -> Standing {
        let learnt = &self.instrument;
        let known = learnt
            .number
            .as_deref()
            .and_then(|n| catalogue.by_number(n).into_iter().find(|known| same_instrument(known, learnt)));
        let Some(instrument) = known else { return Standing::New };
        let mut contradictions = Vec::new();
        let mut contradict = |field: &'static str, known: String| {
            contradictions.push(Contradiction { field, known, confirmed: instrument.is_confirmed(field) });
        };
        if let (Some(learnt), Some(known)) = (learnt.issued, instrument.issued)
            && learnt != known
        {
            contradict("issued", write_date(known));
        }
        if let (Some(learnt), Some(known)) = (&learnt.issuer, &instrument.issuer)
            && fold::words(learnt) != fold::words(known)
        {
            contradict("issuer", known.clone());
        }
        if let (Some(learnt), Some(known)) = (&learnt.title, &instrument.title)
            && !same_title(learnt, known)
        {
            contradict("title", known.clone());
        }
        Standing::Known { instrument, contradictions }
    }
}

/// A learnt instrument as a line of JSON: the record with votes and doubt by field, and what the catalogue knows
/// otherwise.
#[derive(Debug, Serialize)]
pub struct Line<'l> {
    #[serde(flatten)]
    record: Record,
    /// Documents that cite it.
    documents: u32,
    votes: &'l BTreeMap<&'static str, Votes>,
    doubt: BTreeMap<&'static str, f64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    new: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    contradicts: &'l [Contradiction],
}

impl<'l> Line<'l> {
    pub fn new(learned: &'l Learned, standing: &'l Standing) -> Self {
        let round = |d: f64| (d * 100.0).round() / 100.0;
        Self {
            record: Record::from(&learned.instrument),
            documents: learned.instrument.cited,
            votes: &learned.votes,
            doubt: learned.votes.iter().map(|(field, v)| (*field, round(v.doubt()))).collect(),
            new: matches!(standing, Standing::New),
            contradicts: match standing {
                Standing::Known { contradictions, .. } => contradictions,
                Standing::New => &[],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::{Markup, MentionKind, read};
    use crate::lexicon::Vocabulary;
    use time::macros::date;

    /// The sightings of a text that is one block, as a document of the day given.
    fn sightings(text: &str, written: Option<Date>) -> Vec<Sighting> {
        let reading = read(text, &Vocabulary::new([]), Markup::Plain);
        let of = |m: &crate::cite::Mention| match &m.kind {
            MentionKind::Number(n) => Sighting::of(n, None, n.attributes.title.map(|t| t.of(text)), None, written),
            _ => None,
        };
        reading.mentions.iter().filter_map(of).collect()
    }

    fn harvest(documents: &[&str]) -> Vec<Learned> {
        let mut harvest = Harvest::default();
        for (n, text) in documents.iter().enumerate() {
            harvest.add(&n.to_string(), sightings(text, None));
        }
        harvest.learned()
    }

    #[test]
    fn the_date_of_most_documents_wins_and_the_doubt_is_kept() {
        let right = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        let wrong = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 15 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        let learned = harvest(&[right, wrong, right, "theo Nghị định số 30/2020/NĐ-CP."]).remove(0);
        assert_eq!(learned.instrument.issued, Some(date!(2020 - 03 - 05)));
        assert_eq!(learned.votes["issued"], Votes { given: 2, all: 3 });
        assert!((learned.votes["issued"].doubt() - 0.4).abs() < 1e-9);
        assert_eq!(learned.instrument.title.as_deref(), Some("Về công tác văn thư"));
        assert_eq!(learned.instrument.cited, 4);
    }

    #[test]
    fn copies_of_one_document_have_one_vote() {
        let mut harvest = Harvest::default();
        for _ in 0..3 {
            harvest.add("1/2021/TT-BNV", sightings("Nghị định số 30/2020/NĐ-CP ngày 15 tháng 3 năm 2020", None));
        }
        for own in ["2/2021/TT-BNV", "3/2021/TT-BNV"] {
            harvest.add(own, sightings("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", None));
        }
        assert_eq!(harvest.learned()[0].instrument.issued, Some(date!(2020 - 03 - 05)));
    }

    #[test]
    fn a_date_that_cannot_be_has_no_vote() {
        let text = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        assert_eq!(sightings(text, Some(date!(2019 - 12 - 31)))[0].issued, None);
        let other_year = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ về công tác văn thư;";
        assert_eq!(sightings(other_year, None)[0].issued, None);
    }

    #[test]
    fn two_decrees_of_one_number_are_kept_apart() {
        let insurance = "Nghị định số 02/2025/NĐ-CP ngày 01 tháng 01 năm 2025 của Chính phủ về bảo hiểm y tế bắt buộc;";
        let police = "Nghị định số 02/2025/NĐ-CP ngày 18 tháng 02 năm 2025 của Chính phủ về cơ cấu của Bộ Công an;";
        let learned = harvest(&[insurance, police, insurance, police, "Nghị định số 02/2025/NĐ-CP của Chính phủ;"]);
        let dates: Vec<_> = learned.iter().map(|l| l.instrument.issued).collect();
        assert_eq!(dates, [Some(date!(2025 - 01 - 01)), Some(date!(2025 - 02 - 18))]);
    }

    #[test]
    fn numbers_that_start_again_each_year_are_kept_apart() {
        let learned = harvest(&[
            "Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ;",
            "Quyết định số 06/QĐ-TTg ngày 05 tháng 01 năm 2021 của Thủ tướng Chính phủ;",
            "Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ;",
        ]);
        let dates: Vec<_> = learned.iter().map(|l| l.instrument.issued).collect();
        assert_eq!(dates, [Some(date!(2021 - 01 - 05)), Some(date!(2022 - 01 - 06))]);
    }

    #[test]
    fn what_the_catalogue_knows_otherwise_is_told() {
        let known =
            r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-06","title":"Về công tác văn thư","confirmed":["issued"]}"#;
        let known = serde_json::from_str::<Record>(known).unwrap().into_instrument().unwrap();
        let catalogue = Catalogue::of([known]).unwrap();
        let text = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        let learned = harvest(&[text]).remove(0);
        let Standing::Known { contradictions, .. } = learned.standing(&catalogue) else { panic!("it is known") };
        let expected = Contradiction { field: "issued", known: "2020-03-06".to_owned(), confirmed: true };
        assert_eq!(contradictions, [expected]);
    }
}

//! The instruments that documents cite, by votes, compared with a catalogue.

use super::candidate::{Candidate, instruments_of};
use super::{CitationFact, Votes};
use crate::catalogue::Catalogue;
use crate::catalogue::model::identity::same_title;
use crate::catalogue::model::{Fact, Instrument, Record, same_instrument};
use crate::i18n::date::write_iso;
use crate::law::TypeId;
use crate::text::fold;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Date;

/// One instrument as the documents know it.
#[derive(Debug, Clone)]
pub struct Harvested {
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

/// A harvested instrument compared with the catalogue.
#[derive(Debug, Clone)]
pub enum Comparison {
    New,
    Known { instrument: Arc<Instrument>, contradictions: Vec<Contradiction> },
}

/// What has a number: its identity, and for decrees the date, since two of them can have one number.
type Owner = (String, Option<Date>);

/// Counts the votes of documents.
#[derive(Debug, Default)]
pub struct Harvest {
    /// By instrument, and for decrees by date: two of them can have one number.
    candidates: FxHashMap<String, BTreeMap<Option<Date>, Candidate>>,
    voters: FxHashMap<String, u32>,
    documents: usize,
}

impl Harvest {
    /// Takes what one document says. `own` identifies copies of one instrument's text: its number where it has one.
    pub fn add(&mut self, own: &str, facts: Vec<CitationFact>) {
        self.documents += 1;
        let next = self.voters.len() as u32;
        let voter = *self.voters.entry(own.to_owned()).or_insert(next);
        // One vote for each fact: what the document says most often, first said first.
        let mut here: Vec<(Owner, Vec<CitationFact>)> = Vec::new();
        let mut places: FxHashMap<Owner, usize> = FxHashMap::default();
        for fact in facts {
            let key = (fact.identity(), fact.issued.filter(|_| fact.kind == TypeId::NGHI_DINH));
            let at = *places.entry(key.clone()).or_insert_with(|| {
                here.push((key, Vec::new()));
                here.len() - 1
            });
            here[at].1.push(fact);
        }
        for ((key, date), said) in here {
            let of_date = self.candidates.entry(key).or_default();
            of_date.entry(date).or_insert_with(|| Candidate::of(&said[0])).vote(&said, voter);
        }
    }

    /// How many documents were read.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// The instruments in the order of their numbers.
    pub fn learned(&self) -> Vec<Harvested> {
        let mut out: Vec<(&String, Harvested)> =
            self.candidates.iter().flat_map(|(key, c)| instruments_of(c).into_iter().map(move |l| (key, l))).collect();
        out.sort_by(|a, b| (a.0, a.1.instrument.issued).cmp(&(b.0, b.1.instrument.issued)));
        out.into_iter().map(|(_, learned)| learned).collect()
    }
}

impl Harvested {
    /// The instrument compared with what a catalogue knows.
    pub fn compared_with(&self, catalogue: &Catalogue) -> Comparison {
        let learnt = &self.instrument;
        let known = learnt
            .number
            .as_deref()
            .and_then(|n| catalogue.by_number(n).into_iter().find(|known| same_instrument(known, learnt)));
        let Some(instrument) = known else { return Comparison::New };
        let mut contradictions = Vec::new();
        let mut contradict = |field: &'static str, known: String| {
            contradictions.push(Contradiction {
                field,
                known,
                confirmed: Fact::from_name(field).is_some_and(|fact| instrument.is_confirmed(fact)),
            });
        };
        if let (Some(learnt), Some(known)) = (learnt.issued, instrument.issued)
            && learnt != known
        {
            contradict("issued", write_iso(known));
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
        Comparison::Known { instrument, contradictions }
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
    pub fn new(learned: &'l Harvested, comparison: &'l Comparison) -> Self {
        let round = |d: f64| (d * 100.0).round() / 100.0;
        Self {
            record: Record::from(&learned.instrument),
            documents: learned.instrument.cited,
            votes: &learned.votes,
            doubt: learned.votes.iter().map(|(field, v)| (*field, round(v.doubt()))).collect(),
            new: matches!(comparison, Comparison::New),
            contradicts: match comparison {
                Comparison::Known { contradictions, .. } => contradictions,
                Comparison::New => &[],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::harvest::Votes;
    use crate::cite::{Markup, MentionKind, read};
    use crate::lexicon::Vocabulary;
    use time::macros::date;

    /// The facts of a text that is one block, as a document of the day given.
    fn facts(text: &str, written: Option<Date>) -> Vec<CitationFact> {
        let reading = read(text, &Vocabulary::new([]), Markup::Plain);
        let of = |m: &crate::cite::Mention| match &m.kind {
            MentionKind::Number(n) => CitationFact::of(n, None, n.attributes.title.map(|t| t.of(text)), None, written),
            _ => None,
        };
        reading.mentions.iter().filter_map(of).collect()
    }

    fn harvest(documents: &[&str]) -> Vec<Harvested> {
        let mut harvest = Harvest::default();
        for (n, text) in documents.iter().enumerate() {
            harvest.add(&n.to_string(), facts(text, None));
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
            harvest.add("1/2021/TT-BNV", facts("Nghị định số 30/2020/NĐ-CP ngày 15 tháng 3 năm 2020", None));
        }
        for own in ["2/2021/TT-BNV", "3/2021/TT-BNV"] {
            harvest.add(own, facts("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", None));
        }
        assert_eq!(harvest.learned()[0].instrument.issued, Some(date!(2020 - 03 - 05)));
    }

    #[test]
    fn a_date_that_cannot_be_has_no_vote() {
        let text = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        assert_eq!(facts(text, Some(date!(2019 - 12 - 31)))[0].issued, None);
        let other_year = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ về công tác văn thư;";
        assert_eq!(facts(other_year, None)[0].issued, None);
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
    fn what_the_catalogue_knows_otherwise_is_reported() {
        let known =
            r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-06","title":"Về công tác văn thư","confirmed":["issued"]}"#;
        let known = serde_json::from_str::<Record>(known).unwrap().into_instrument().unwrap();
        let catalogue = Catalogue::of([known]).unwrap();
        let text = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        let learned = harvest(&[text]).remove(0);
        let Comparison::Known { contradictions, .. } = learned.compared_with(&catalogue) else { panic!("it is known") };
        let expected = Contradiction { field: "issued", known: "2020-03-06".to_owned(), confirmed: true };
        assert_eq!(contradictions, [expected]);
    }
}

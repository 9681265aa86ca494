//! How often documents cite each act and name each agency, and which acts they cite together: what completion ranks by.

use super::catalogue::{Report, lines};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use viendan::catalogue::{Catalogue, InstrumentId};
use viendan::cite::Number;
use viendan::cli::catalogue::harvest;
use viendan::document::{Document, Format};
use viendan::ide::referents::{Act, Referents};
use viendan::lexicon::Vocabulary;
use viendan::settings::Settings;

/// A pair of acts counts as cited together from so many documents on, an agency as named.
const PAIR: u32 = 3;
/// What one document cites is cited: that needs no line.
const CITED: u32 = 2;
const NAMED: u32 = 3;
/// So many acts are kept that are cited together with one.
const COMPANIONS: usize = 6;
/// A document that cites more acts is a list of them: it says nothing of which belong together.
const LIST: usize = 60;

/// A document of the collection.
#[derive(Debug, Deserialize)]
struct Text {
    text: String,
    number: Option<String>,
}

/// A line of `catalogue/usage.jsonl`.
#[derive(Debug, Serialize)]
struct OfAct {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    documents: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    with: Vec<String>,
}

/// A line of `law/agency-usage.jsonl`.
#[derive(Debug, Serialize)]
struct OfAgency<'n> {
    name: &'n str,
    documents: u32,
}

#[derive(Debug, Default)]
struct Counts {
    documents: FxHashSet<String>,
    acts: FxHashMap<InstrumentId, u32>,
    pairs: FxHashMap<(InstrumentId, InstrumentId), u32>,
    agencies: BTreeMap<String, u32>,
}

/// Writes `catalogue/usage.jsonl` and `law/agency-usage.jsonl` into `data`, counted in the documents under `facts`.
///
/// # Errors
/// When the documents or the built-in catalogue cannot be read, or the files cannot be written.
pub fn count(facts: &Path, data: &Path) -> Result<(), Box<dyn Error>> {
    let catalogue = Catalogue::builtin()?;
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    let settings = Settings::default();
    let mut report = Report::default();
    let mut counts = Counts::default();
    for file in harvest::sources(facts)? {
        lines(&file, &mut report, |text: Text, _| counts.add(&text, &catalogue, &vocabulary, &settings))?;
    }
    std::fs::write(data.join("catalogue/usage.jsonl"), counts.of_acts(&catalogue)?)?;
    std::fs::write(data.join("law/agency-usage.jsonl"), counts.of_agencies()?)?;
    println!("{:>8} documents", counts.documents.len());
    Ok(())
}

impl Counts {
    fn add(&mut self, text: &Text, catalogue: &Catalogue, vocabulary: &Arc<Vocabulary>, settings: &Settings) {
        let document = Document::read(&text.text, Format::Plain, vocabulary);
        let own = text.number.as_deref().and_then(Number::parse).or_else(|| document.header().number.clone());
        let own = own.map(|number| number.key());
        // One instrument is there in several layouts: each counts once.
        let name = own.clone().unwrap_or_else(|| text.text.chars().take(300).collect());
        if !self.documents.insert(name) {
            return;
        }
        let mut cited: Vec<InstrumentId> = Vec::new();
        for (placed, act) in Referents::of(&document, catalogue, settings).cited() {
            if let Act::Known(id) = act
                && !cited.contains(&id)
                && (own.is_none() || placed.number().map(Number::key) != own)
            {
                cited.push(id);
            }
        }
        for &id in &cited {
            *self.acts.entry(id).or_default() += 1;
        }
        if cited.len() <= LIST {
            for (at, &a) in cited.iter().enumerate() {
                for &b in &cited[at + 1..] {
                    *self.pairs.entry((a.min(b), a.max(b))).or_default() += 1;
                }
            }
        }
        let named: FxHashSet<&str> =
            document.mentions().filter_map(|m| m.mention.agency()).map(|a| a.canonical.as_str()).collect();
        for name in named {
            *self.agencies.entry(name.to_owned()).or_default() += 1;
        }
    }

    fn of_acts(&self, catalogue: &Catalogue) -> Result<String, serde_json::Error> {
        // Of those cited with an act the ones that are cited with it more than with others.
        let mut companions: FxHashMap<InstrumentId, Vec<(f64, InstrumentId)>> = FxHashMap::default();
        for (&(a, b), &together) in self.pairs.iter().filter(|(_, n)| **n >= PAIR) {
            let (of_a, of_b) = (f64::from(self.acts[&a]), f64::from(self.acts[&b]));
            let closeness = f64::from(together) / (of_a * of_b).sqrt();
            companions.entry(a).or_default().push((closeness, b));
            companions.entry(b).or_default().push((closeness, a));
        }
        let mut written = Vec::new();
        for (&id, &documents) in self.acts.iter().filter(|(_, n)| **n >= CITED) {
            let Some(act) = catalogue.by_id(id) else { continue };
            let mut with = companions.remove(&id).unwrap_or_default();
            with.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            let with = with.iter().take(COMPANIONS).filter_map(|(_, id)| catalogue.by_id(*id)?.number.clone());
            let line = OfAct {
                number: act.number.clone(),
                name: act.title.clone().filter(|_| act.number.is_none()),
                kind: act.kind.as_str(),
                year: act.year,
                documents,
                with: with.collect(),
            };
            let sort = (line.kind, line.year, line.number.clone(), act.title.clone());
            written.push((sort, serde_json::to_string(&line)?));
        }
        written.sort();
        Ok(written.into_iter().map(|(_, line)| line + "\n").collect())
    }

    fn of_agencies(&self) -> Result<String, serde_json::Error> {
        let mut named: Vec<(&String, u32)> =
            self.agencies.iter().map(|(name, n)| (name, *n)).filter(|(_, n)| *n >= NAMED).collect();
        named.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), name.as_str()));
        let line = |(name, documents): (&String, u32)| serde_json::to_string(&OfAgency { name, documents });
        named.into_iter().map(|row| line(row).map(|line| line + "\n")).collect()
    }
}

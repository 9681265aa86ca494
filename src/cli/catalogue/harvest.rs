//! `viendan catalogue harvest`: facts on instruments from the citations in a corpus.

use super::super::context::{CliContext, print_error};
use super::super::corpus::{self, CorpusDocument};
use super::super::failure::Failure;
use crate::catalogue::harvest::{CitationFact, Comparison, Harvest, Harvested, Line};
use crate::catalogue::{Catalogue, import};
use crate::cite::Number;
use crate::document::{Document, PlacedMention};
use crate::files;
use crate::i18n::date::write_iso;
use crate::i18n::{Localizer, Value};
use crate::lexicon::Vocabulary;
use crate::library::text;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads the documents and counts their votes; what could not be read is returned as well, in the language of `localizer`.
pub fn learn(paths: &[PathBuf], localizer: &Localizer, vocabulary: &Arc<Vocabulary>) -> (Harvest, Vec<String>) {
    let mut harvest = Harvest::default();
    let read = |piece: &CorpusDocument| {
        let document = Document::read(&piece.text, piece.format, vocabulary);
        let own = piece.number.as_deref().and_then(Number::parse).or_else(|| document.header().number.clone());
        let head = text::instrument(&document, &piece.text).ok().and_then(|i| CitationFact::head(&i));
        (own.map(|n| n.key()), head.into_iter().chain(sightings(&document)).collect())
    };
    let errors = corpus::each(paths, localizer, read, |piece, (own, sightings)| {
        harvest.add(own.as_deref().unwrap_or(&piece.name), sightings);
    });
    (harvest, errors)
}

/// The documents under the folder of facts with real citations: without the sets of questions, in which references are
/// wrong on purpose or made up.
///
/// # Errors
/// When the folder cannot be read.
pub fn sources(facts: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(facts.join("data/documents"))? {
        let path = entry?.path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if name.ends_with(".jsonl.gz") && !name.starts_with("qa_") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// What the citations of a document say.
fn sightings(document: &Document) -> Vec<CitationFact> {
    let header = document.header();
    let own = header.number.as_ref().map(Number::key);
    let mentions: Vec<PlacedMention<'_>> = document.mentions().collect();
    // "Luật Đất đai số 45/2013/QH13": the name next to a number is the act's title.
    let names: FxHashMap<(usize, usize), &str> = mentions
        .iter()
        .filter_map(|m| {
            let name = m.mention.name()?;
            Some(((m.block, name.number?), name.canonical.as_str()))
        })
        .collect();
    mentions
        .iter()
        .filter_map(|m| {
            let reference = m.mention.number()?;
            if m.completed_number.is_some() || own.as_ref() == Some(&reference.number.key()) {
                return None;
            }
            let title = reference.attributes.title.map(|t| document.slice(m.in_document(t)));
            let name = names.get(&(m.block, m.in_block)).copied();
            CitationFact::of(reference, name, title.as_deref(), header.issuer.as_deref(), header.date)
        })
        .collect()
}

/// `catalogue harvest DIR…`: to a file of JSON Lines, or into the user's store of harvested facts. Returns whether every
/// document was read.
pub fn harvest(
    out: &mut impl Write,
    context: &CliContext,
    paths: &[PathBuf],
    target: Option<&Path>,
) -> Result<bool, Failure> {
    let localizer = context.console.localizer;
    let catalogue = context.catalogue.without_harvest();
    let (harvest, errors) = learn(paths, localizer, &context.vocabulary);
    errors.iter().for_each(print_error);
    let learned = harvest.learned();
    let standings: Vec<Comparison> = learned.iter().map(|l| l.compared_with(&catalogue)).collect();
    report(out, localizer, harvest.documents(), &learned, &standings)?;
    match target {
        Some(path) => write_lines(path, &learned, &standings)?,
        None => {
            let store = Catalogue::harvest_store().ok_or(Failure::NoDataFolder)?;
            import::replace(&store, learned.iter().map(|l| &l.instrument))?;
            writeln!(out, "{}", store.display())?;
        }
    }
    Ok(errors.is_empty())
}

fn write_lines(path: &Path, learned: &[Harvested], standings: &[Comparison]) -> Result<(), Failure> {
    let mut lines = Vec::new();
    for (learned, standing) in learned.iter().zip(standings) {
        serde_json::to_writer(&mut lines, &Line::new(learned, standing))?;
        lines.push(b'\n');
    }
    Ok(files::replace(path, &lines)?)
}

/// How many lines of each kind the report shows.
const SHOWN: usize = 20;

fn report(
    out: &mut impl Write,
    words: &Localizer,
    documents: usize,
    learned: &[Harvested],
    standings: &[Comparison],
) -> Result<(), Failure> {
    let both = || learned.iter().zip(standings);
    let mut fields: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut filled: BTreeMap<&str, usize> = BTreeMap::new();
    let mut contradicted = 0;
    for (learned, standing) in both() {
        let Comparison::Known { instrument, contradictions } = standing else { continue };
        contradicted += usize::from(!contradictions.is_empty());
        for c in contradictions {
            let count = fields.entry(c.field).or_default();
            count.0 += 1;
            count.1 += usize::from(c.confirmed);
        }
        for (field, is) in [
            ("issued", instrument.issued.is_none() && learned.instrument.issued.is_some()),
            ("issuer", instrument.issuer.is_none() && learned.instrument.issuer.is_some()),
            ("title", instrument.title.is_none() && learned.instrument.title.is_some()),
        ] {
            *filled.entry(field).or_default() += usize::from(is);
        }
    }
    let new = standings.iter().filter(|s| matches!(s, Comparison::New)).count();
    let counts = [
        ("documents", documents.into()),
        ("instruments", learned.len().into()),
        ("new", new.into()),
        ("known", (learned.len() - new).into()),
        ("contradicted", contradicted.into()),
    ];
    writeln!(out, "{}", words.format("cli-harvest-counts", &counts))?;
    for (field, n) in filled.iter().filter(|(_, n)| **n > 0) {
        let values = [("field", Value::from(*field)), ("count", (*n).into())];
        writeln!(out, "  {}", words.format("cli-harvest-filled", &values))?;
    }
    for (field, (n, confirmed)) in &fields {
        let values = [("field", Value::from(*field)), ("count", (*n).into()), ("confirmed", (*confirmed).into())];
        writeln!(out, "  {}", words.format("cli-harvest-differing", &values))?;
    }
    let mut most: Vec<_> = both().collect();
    most.sort_by_key(|(l, _)| std::cmp::Reverse(l.instrument.cited));
    writeln!(out, "{}", words.text("cli-harvest-new", &[]))?;
    for (learned, _) in most.iter().filter(|(_, s)| matches!(s, Comparison::New)).take(SHOWN) {
        let i = &learned.instrument;
        let date = i.issued.map(write_iso).unwrap_or_default();
        let cited = words.format("cli-harvest-documents", &[("count", i.cited.into())]);
        writeln!(out, "  {} ({cited}) {date} {}", i.label(), i.title.as_deref().unwrap_or_default())?;
    }
    writeln!(out, "{}", words.text("cli-harvest-contradictions", &[]))?;
    let differing = most.iter().filter_map(|(l, s)| match s {
        Comparison::Known { contradictions, .. } if !contradictions.is_empty() => Some((l, contradictions)),
        _ => None,
    });
    for (learned, contradictions) in differing.take(SHOWN) {
        for c in contradictions {
            let i = &learned.instrument;
            let value = match c.field {
                "issued" => i.issued.map(write_iso).unwrap_or_default(),
                "issuer" => i.issuer.clone().unwrap_or_default(),
                _ => i.title.clone().unwrap_or_default(),
            };
            let votes = learned.votes[c.field];
            let key = if c.confirmed { "cli-harvest-against" } else { "cli-harvest-against-unconfirmed" };
            let values = [
                ("value", Value::from(value)),
                ("given", votes.given.into()),
                ("all", votes.all.into()),
                ("known", Value::from(c.known.as_str())),
            ];
            writeln!(out, "  {} {}: {}", i.label(), c.field, words.format(key, &values))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::super::context::Console;
    use super::*;
    use crate::catalogue::harvest::Votes;
    use crate::i18n::Language;

    #[test]
    fn names_beside_numbers_are_titles_and_a_text_names_itself_only_in_its_header() {
        let text = "CHÍNH PHỦ\nSố: 10/2021/NĐ-CP\nHà Nội, ngày 09 tháng 02 năm 2021\n\nNGHỊ ĐỊNH\nVề quản lý chi phí đầu tư xây dựng\n\nCăn cứ Luật Xây dựng số 50/2014/QH13 ngày 18 tháng 6 năm 2014;\n\nĐiều 1. Nghị định số 10/2021/NĐ-CP ngày 09 tháng 02 năm 2021 của Chính phủ có hiệu lực.\n";
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.txt"), text).unwrap();
        let (harvest, errors) =
            learn(&[dir.path().to_owned()], Localizer::of(Language::English), &Arc::new(Vocabulary::new([])));
        assert!(errors.is_empty(), "{errors:?}");
        let learned = harvest.learned();
        let labels: Vec<_> = learned.iter().map(|l| l.instrument.label()).collect();
        assert_eq!(labels, ["Nghị định 10/2021/NĐ-CP", "Luật Xây dựng 50/2014/QH13"]);
        assert_eq!(learned[0].votes["issued"], Votes { given: 1, all: 1 });
        assert_eq!(learned[0].instrument.title.as_deref(), Some("Về quản lý chi phí đầu tư xây dựng"));
    }

    #[test]
    fn what_is_written_can_be_read_as_a_catalogue() {
        let dir = tempfile::tempdir().unwrap();
        let pile = dir.path().join("pile");
        std::fs::create_dir(&pile).unwrap();
        let text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n";
        std::fs::write(pile.join("a.txt"), text).unwrap();
        let target = dir.path().join("learnt.jsonl");
        let context = CliContext {
            console: Console::of(Localizer::of(Language::English)),
            catalogue: Catalogue::empty(),
            vocabulary: Arc::new(Vocabulary::new([])),
        };
        assert!(harvest(&mut Vec::new(), &context, &[pile], Some(&target)).unwrap());
        let line: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&target).unwrap()).unwrap();
        assert_eq!(line["votes"]["issued"]["given"], 1);
        assert_eq!(line["doubt"]["issued"], 0.33);
        let (catalogue, errors) = Catalogue::open(&[target]);
        assert!(errors.is_empty(), "{errors:?}");
        let found = catalogue.by_number("30/2020/NĐ-CP").remove(0);
        assert_eq!(found.issued.map(write_iso).as_deref(), Some("2020-03-05"));
    }
}

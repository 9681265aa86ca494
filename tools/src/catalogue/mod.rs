//! The fact files of the built-in catalogue from collected data.
//!
//! Every source says something of an instrument; [`claims::Claim`]s are gathered by instrument and field, the most reliable
//! one wins, and a field counts as confirmed when a reliable source gives it or two independent ones agree. What isn't an
//! instrument, what is known from a single mention only, and decisions of local agencies on single cases are left out.
//!
//! - [`sources`], [`validity`], [`articles`]: the collected lists; [`laws`]: what is peculiar to laws.
//! - [`claims`], [`builder`]: what they say, gathered; [`weigh`]: what comes of it.

mod articles;
mod builder;
mod claims;
mod laws;
mod sources;
mod validity;
mod weigh;

use builder::Builders;
use std::collections::BTreeMap;
use std::path::Path;
use viendan::catalogue::harvest::Harvested;
use viendan::catalogue::record::Record;
use viendan::catalogue::{Error, Instrument};
use viendan::cite::Number;
use viendan::law::TypeId;
use weigh::weigh_claims;

/// What making the catalogue did, for the person who runs it.
#[derive(Debug, Default)]
pub struct Report {
    /// Records written, by file.
    pub files: BTreeMap<&'static str, usize>,
    /// What was left out, by cause.
    pub dropped: BTreeMap<&'static str, usize>,
    /// Further counts: dates that sources contradict, records with status …
    pub counts: BTreeMap<&'static str, usize>,
}

impl Report {
    fn drop(&mut self, cause: &'static str) {
        *self.dropped.entry(cause).or_default() += 1;
    }

    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }
}

/// Writes the fact files into `out` from the data under `facts` (the folder that holds `data` and `domain`).
/// `learned` is what their documents cite.
pub fn make(facts: &Path, learned: &[Harvested], out: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut builders = Builders::default();
    sources::read(facts, learned, &mut builders, &mut report)?;
    validity::read(facts, &mut builders, &mut report)?;
    articles::read(facts, &mut builders, &mut report)?;
    laws::drop_misread(&mut builders, &mut report);
    laws::name_amending(&mut builders, &mut report);
    let mut files: BTreeMap<&'static str, Vec<Instrument>> = BTreeMap::new();
    for builder in builders.all {
        if let Some(instrument) = weigh_claims(builder, &mut report) {
            files.entry(file_of(&instrument)).or_default().push(instrument);
        }
    }
    for (name, mut instruments) in files {
        instruments.sort_by_cached_key(|i| {
            (
                i.year,
                i.number.as_deref().and_then(Number::parse).map(|n| (n.symbol(), n.serial, n.suffix)),
                i.issuer.clone(),
                i.title.clone(),
            )
        });
        let mut text = String::new();
        for instrument in &instruments {
            let line = serde_json::to_string(&Record::from(instrument)).map_err(|e| Error::io(out, e.into()))?;
            text.push_str(&line);
            text.push('\n');
        }
        let path = out.join(name);
        std::fs::write(&path, text).map_err(|e| Error::io(&path, e))?;
        report.files.insert(name, instruments.len());
    }
    Ok(report)
}

/// The file that an instrument is written to: split so that none grows too large and changes stay together.
fn file_of(i: &Instrument) -> &'static str {
    let year = i.year.unwrap_or_default();
    let number = i.number.as_deref().and_then(Number::parse);
    if number.as_ref().is_some_and(Number::is_local) {
        return "local.jsonl";
    }
    match i.kind {
        TypeId::HIEN_PHAP | TypeId::LUAT | TypeId::BO_LUAT | TypeId::PHAP_LENH => "laws.jsonl",
        TypeId::NGHI_DINH => "decrees.jsonl",
        TypeId::NGHI_QUYET | TypeId::NGHI_QUYET_LIEN_TICH => "resolutions.jsonl",
        TypeId::THONG_TU | TypeId::THONG_TU_LIEN_TICH | TypeId::THONG_TU_LIEN_BO => match year {
            0..2005 => "circulars-to-2004.jsonl",
            2005..2010 => "circulars-2005-2009.jsonl",
            2010..2015 => "circulars-2010-2014.jsonl",
            2015..2020 => "circulars-2015-2019.jsonl",
            _ => "circulars-from-2020.jsonl",
        },
        TypeId::QUYET_DINH => match year {
            0..2010 => "decisions-to-2009.jsonl",
            _ => "decisions-from-2010.jsonl",
        },
        _ => "other.jsonl",
    }
}
